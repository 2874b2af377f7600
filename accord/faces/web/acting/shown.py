"""What the pages of acting show: acts by area, the facts of an act, the signatures it needs, who may speak."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec
from markupsafe import Markup

from accord.acts.vocabulary import Act, name_of
from accord.areas.parties.acts import RegisterPasskey
from accord.areas.parties.rules import new_passkey_id
from accord.faces.web.acting.drawn import Drawn
from accord.faces.web.acting.shapes import Choice, Group, Kinds, Languages, Leaf, Pairs, Rows, Shape, Texts, shape_of
from accord.faces.web.acting.sheet import Line, Sheet
from accord.faces.web.site import Site
from accord.faces.web.visible import isolated
from accord.faces.web.written import Written
from accord.keys.passkeys import base64url
from accord.world.vocabulary import AREAS
from accord.world.world import World


def listed(w: Written) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Areas with their acts: address, title, what it does."""
    found = []
    for area, acts in AREAS.items():
        verbs = [name_of(act).partition("/")[0] for act in acts]
        # An act that is still without words must not take down the list of the others.
        found.append((w.code("acting.area", area), [(v, w.code("act", v), w.code("act", f"{v}.does")) for v in verbs]))
    return found


def speakers(site: Site, w: Written) -> list[tuple[str, str]]:
    """The parties in whose name some key in force may sign, in the order of the language."""
    tables = site.copy.world.parties.tables
    able = {row.party for row in tables.keys.values() if row.revoked is None} | set(tables.delegations)
    return [(code, w.names.party(code)) for code in w.names.sorted(able & set(tables.parties))]


class SignatureRow(msgspec.Struct, frozen=True):
    """A signature that an act needs, as the sheet shows it."""

    line: Line
    here: bool
    """A passkey that this site may ask."""
    credential: str


def signatures(site: Site, sheet: Sheet) -> list[SignatureRow]:
    """The signatures that an act needs."""
    return [
        SignatureRow(
            line=line,
            here=site.address in line.origins,
            credential=base64url(_credential(site, sheet, line.keyid)),
        )
        for line in sheet.lines()
    ]


def _credential(site: Site, sheet: Sheet, keyid: str) -> bytes:
    """By which the browser finds the passkey again, as the registering act says it; empty where it does not."""
    act: Any = sheet.payload.act
    row = site.copy.world.parties.tables.keys.get(keyid)
    if row is not None:
        entry = site.known.read(row.entry)
        act = None if entry is None else entry.act
    if isinstance(act, RegisterPasskey) and new_passkey_id(act) == keyid:
        return act.credential or b""
    return b""


def facts(w: Written, world: World, act: Act, without: Collection[str] = ()) -> list[tuple[str, Markup]]:
    """The fields of an act with what they say, each as its value type is shown; but those shown elsewhere."""
    drawn = Drawn(w.lang, world)
    shape = shape_of(type(act))
    shown = Group(tuple(field for field in shape.fields if field.name not in without))
    return list(_facts(w, drawn, shown, act))


def _facts(w: Written, drawn: Drawn, group: Group, value: Any) -> Iterator[tuple[str, Markup]]:
    for field in group.fields:
        inner = getattr(value, field.name)
        if inner not in (None, (), {}, ""):
            yield w.label(field.name), _fact(w, drawn, field.shape, inner)


def _fact(w: Written, drawn: Drawn, shape: Shape, value: Any) -> Markup:
    match shape:
        case Leaf("party"):
            return w.party(value)
        case Leaf("document"):
            return w.symbol(value)
        case Leaf("body"):
            return w.body(value)
        case Leaf("entry"):
            return w.entry(value)
        case Leaf("choice"):
            return isolated(drawn.choice(shape.choices, str(value)))
        case Leaf("day"):
            return w.day(value)
        case Leaf("yes"):
            return isolated(w.names.yes(value))
        case Leaf():
            return isolated(msgspec.to_builtins(value) if isinstance(value, bytes) else str(value))
        case Texts():
            return _said(value.said, value.original)
        case Languages():
            return _said(value, "")
        case Pairs():
            return _items(isolated(f"{name}: {inner}") for name, inner in value.items())
        case Rows():
            return _items(_fact(w, drawn, shape.item, inner) for inner in value)
        case Choice():
            return isolated(value) if isinstance(value, str) else _fact(w, drawn, shape.group, value)
        case Kinds():
            kind = str(type(value).__struct_config__.tag)
            return Markup("{} {}").format(w.say(f"acting.kind.{kind}"), _fact(w, drawn, shape.groups[kind], value))
        case Group():
            rows = Markup("").join(
                Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, inner)
                for name, inner in _facts(w, drawn, shape, value)
            )
            return Markup('<dl class="inner">{}</dl>').format(rows)


def _said(said: Any, original: str) -> Markup:
    return _items(
        Markup('<span class="original">{}{}</span> {}').format(
            lang, "*" if lang == original else "", isolated(text, lang)
        )
        for lang, text in said.items()
    )


def _items(items: Any) -> Markup:
    return Markup('<ul class="within">{}</ul>').format(Markup("").join(Markup("<li>{}</li>").format(i) for i in items))
