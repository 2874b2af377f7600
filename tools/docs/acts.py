"""Writes docs/acts.md from the vocabulary: what can be said, by whom, and when it has no effect.

python -m tools.docs.acts
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from accord.acts import values
from accord.acts.values import Value
from accord.acts.vocabulary import Act, name_of
from accord.wire import codec
from accord.world.vocabulary import AREAS, VOCABULARY
from accord.world.world import World
from tools.docs.source import DOCS, PLAIN, cell, english, fields, first_line, paragraph, reasons_of, table, value_types

PAGE = DOCS / "acts.md"

HEAD = """# Acts

Made from the program by `make docs`; a test compares them. An act is a JSON object whose `verb` is its name. Names
never change: a changed act is a new name. `accord acts NAME --json` prints the JSON Schema of one; the digest here is
the SHA-256 of that schema in canonical JSON, and tells whether two copies of the program mean the same by a name.

The gate refuses only what is no act ([reasons](reasons.md#refused-by-the-gate)). An act that breaks its rule goes on
record without effect, for one of the reasons named with it. What is not known is left out, not empty.
"""


def acts() -> str:
    """The text of the page."""
    rules = {act: when for view in World("example.org/record").views for act, (when, _) in view.folds.items() if when}
    parts = [HEAD, "## All\n", _contents()]
    composed: dict[str, type[Value]] = {}
    for area, given in AREAS.items():
        parts.append(f"## {english(f'area.{area}') or area.capitalize()}\n")
        parts += [_act(act, rules[act], composed) for act in given]
    parts.append("## Values\n\nWhat fields are made of.\n")
    parts.append(
        table(
            ["value", "what it is", "form"],
            [[PLAIN[name], cell(doc), cell(shape)] for name, (doc, shape) in sorted(value_types().items())],
        )
    )
    # A value may be made of others: those are added while the list is worked through.
    done: set[str] = set()
    while waiting := sorted(set(composed) - done):
        parts += [_value(composed[name], composed) for name in waiting]
        done |= set(waiting)
    return "\n".join(parts)


def digest(name: str) -> str:
    """The SHA-256 of the JSON Schema of an act in canonical JSON."""
    return hashlib.sha256(codec.encode(VOCABULARY.schema(name))).hexdigest()


def anchor(title: str) -> str:
    """The anchor that a heading gets.

    >>> anchor("sponsor.join/1")
    'sponsorjoin1'
    """
    return "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c == "-")


def _contents() -> str:
    rows = []
    for area, given in AREAS.items():
        for act in given:
            name = name_of(act)
            rows.append([f"[`{name}`](#{anchor(name)})", area, cell(english(f"act.{name.partition('/')[0]}.does"))])
    return table(["act", "area", "what it does"], rows)


def _act(act: type[Act], when: dict[int, Any], composed: dict[str, type[Value]]) -> str:
    name = name_of(act)
    parts = [
        f"### {name}\n",
        f"**{english('act.' + name.partition('/')[0])}.** {paragraph(act.__doc__)}\n",
        _fields(act, composed),
    ]
    for edition, rule in sorted(when.items()):
        which = f" (from edition {edition} of the rules)" if len(when) > 1 else ""
        parts.append(f"Counts when{which}: {first_line(rule.__doc__)}\n")
        given = ", ".join(f"[`{reason}`](reasons.md#{reason})" for reason in sorted(reasons_of(rule)))
        parts.append(f"No effect: {given}.\n" if given else "Always has effect.\n")
    parts.append(f"Schema: `{digest(name)}`\n")
    return "\n".join(parts)


def _value(kind: type[Value], composed: dict[str, type[Value]]) -> str:
    config = kind.__struct_config__
    tagged = f"\n`{config.tag_field}` is `{config.tag}`.\n" if config.tag is not None else ""
    body = _fields(kind, composed) if kind.__struct_fields__ else "No fields.\n"
    return f"### {kind.__name__}\n\n{paragraph(kind.__doc__)}\n{tagged}\n{body}"


def _composed(base: type[Value]) -> dict[str, type[Value]]:
    """Every composed value by its name: a field may take one through the name of a choice of several."""
    found = {kind.__name__: kind for kind in base.__subclasses__()}
    for kind in base.__subclasses__():
        found |= _composed(kind)
    return found


def _fields(kind: type[Value], composed: dict[str, type[Value]]) -> str:
    around = _composed(Value) | vars(__import__(kind.__module__, fromlist=["x"])) | vars(values)

    def link(name: str) -> str:
        composed[name] = around.get(name) or _named(name, Value)
        return f"[{PLAIN.get(name, name)}](#{anchor(name)})"

    rows = [
        [f"`{f.name}`", cell(f.type), "yes" if f.required else "no", cell(f.doc or english(f"field.{f.name}"))]
        for f in fields(kind, link)
    ]
    return table(["field", "takes", "required", "meaning"], rows)


def _named(name: str, base: type[Value]) -> type[Value]:
    """A value by its name, where a module uses it under that of a union made in another one."""
    return next(kind for kind in _kinds(base) if kind.__name__ == name)


def _kinds(base: type[Value]) -> Iterator[type[Value]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


if __name__ == "__main__":
    PAGE.write_text(acts(), encoding="utf-8")
