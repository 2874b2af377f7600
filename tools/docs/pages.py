"""Writes docs/pages.md: what the record can be asked, and what each answer holds.

python -m tools.docs.pages
"""

from __future__ import annotations

import sys
from typing import Any

import msgspec

from accord.acts import values
from accord.areas.commitments import acts as commitments
from accord.world.pages import PAGES, PageOf
from tools.docs.acts import anchor
from tools.docs.source import DOCS, cell, english, fields, paragraph, table

PAGE = DOCS / "pages.md"

HEAD = """# Pages

Made from the program by `make docs`; a test compares them. A page is a question about the record with one typed
answer. `accord show RECORD PAGE ARGUMENTS` prints it in words, with `--json` as the object described here; both are
the same answer. `--on DAY` asks what held on that day. An argument in brackets may be left out: the record's only
body, the document's own language.

What is not known is `null`; within the values that acts are made of (text, source, person) it is left out. Entries
count from 0; a moment is microseconds since 1970-01-01T00:00:00Z.
"""


def pages() -> str:
    """The text of the page."""
    parts: dict[str, type[Any]] = {}
    sections = [HEAD, "## All\n", _contents()]
    sections += [_page(page, parts) for page in PAGES.values()]
    sections.append("## Parts\n\nWhat answers are made of.\n")
    done: set[str] = set()
    while waiting := sorted(set(parts) - done):
        sections += [_part(parts[name], parts) for name in waiting]
        done |= set(waiting)
    return "\n".join(sections)


def usage(page: PageOf) -> str:
    """The command line that asks for a page.

    >>> usage(PAGES["panel"])
    'accord show RECORD panel PANEL [BODY]'
    """
    arguments = [a.upper() if not a.endswith("?") else f"[{a[:-1].upper()}]" for a in page.arguments]
    return " ".join(["accord show RECORD", page.name, *arguments])


def _contents() -> str:
    rows = [[f"[`{p.name}`](#{anchor(p.name)})", cell(english(f"page.{p.name}.about"))] for p in PAGES.values()]
    return table(["page", "what it answers"], rows)


def _page(page: PageOf, parts: dict[str, type[Any]]) -> str:
    return f"## {page.name}\n\n{paragraph(page.answer.__doc__)}\n\n    {usage(page)}\n\n{_fields(page.answer, parts)}"


def _part(kind: type[Any], parts: dict[str, type[Any]]) -> str:
    return (
        f'### <a id="part-{anchor(kind.__name__)}"></a>{kind.__name__}\n\n'
        + f"{paragraph(kind.__doc__)}\n\n{_fields(kind, parts)}"
    )


def _fields(kind: type[Any], parts: dict[str, type[Any]]) -> str:
    homes = [vars(sys.modules[base.__module__]) for base in kind.__mro__ if base is not object]
    # A name for several values brings them along without their names: they are looked for where it is defined.
    homes += [vars(values), vars(commitments)]

    def link(name: str) -> str:
        found = next(home[name] for home in homes if name in home)
        assert issubclass(found, msgspec.Struct)
        assert parts.setdefault(name, found) is found, f"two parts of pages are called {name}"
        return f"[{name}](#part-{anchor(name)})"

    rows = [[f"`{f.name}`", cell(f.type), cell(f.doc or english(f"field.{f.name}"))] for f in fields(kind, link)]
    config = kind.__struct_config__
    if config.tag is not None:
        rows.insert(0, [f"`{config.tag_field}`", f"`{config.tag}`", "Which page or value this is."])
    return table(["field", "holds", "meaning"], rows)


if __name__ == "__main__":
    PAGE.write_text(pages(), encoding="utf-8")
