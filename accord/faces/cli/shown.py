"""A page in the terminal: the same answer as its JSON, told by its types.

Single values become a list of facts, lists of parts become tables, and each part of a part
one line. Nothing here knows a particular page: a new page or field needs words, no code.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, get_args, get_origin

import msgspec

from accord.acts.values import Language, Nil, NotApplicable, Person, Ranged, Source, Stated, Text, Withheld
from accord.areas.commitments.acts import NeitherConfirmedNorDenied
from accord.areas.meetings.pages import PanellistRow
from accord.areas.negotiation.pieces import Piece
from accord.areas.parties.cite import Cite, Page, Part
from accord.areas.parties.rows import Rows
from accord.faces.cli.figures import figure
from accord.faces.cli.kinds import bare, families, mark
from accord.faces.cli.kinds import codes as codes_of
from accord.faces.cli.names import UNKNOWN, Names
from accord.faces.cli.sheet import Sheet
from accord.faces.cli.tracked import tracked
from accord.words.catalogue import has

TITLES = {
    "party": "party",
    "document": "symbol",
    "entry": "index",
    "group": "group",
    "unit": "unit",
    "units": "document",
    "consistency": "document",
    "day": "day",
    "draft": "draft",
    "draft-unit": "unit",
    "brackets": "draft",
    "differences": "draft",
    "amendments": "draft",
    "amendment": "amendment",
    "instrument": "name",
    "instrument-state": "party",
    "coverage-state": "party",
    "prohibition": "name",
    "positions": "draft",
    "draft-languages": "draft",
    "changes": "party",
    "element": "element",
    "indicator": "element",
    "approach": "approach",
    "undertaking": "undertaking",
    "figure": "subject",
    "digest": "day",
}
"""Pages whose title names what they are about, and the field that does."""


class Shown:
    """Prints pages through a face, with the names of one world."""

    def __init__(self, face: Sheet, names: Names) -> None:
        self.face = face
        self.names = names

    def page(self, page: Page) -> None:
        """A page: its title, its marks, its facts, its tables."""
        name = str(page.__struct_config__.tag)
        self.face.heading(self.title(page, name))
        if page.head.exercise:
            self.face.line(self.face.say("page.exercise"))
        if not page.head.complete:
            self.face.line(self.face.say("error.older-copy"))
        self.part(page, skip=("head",))
        if _bare(page):
            self.face.line(self.names.nothing)
        self.face.line()
        if page.head.at:
            self.face.note(self.face.say("page.as-of", record=page.head.record, entry=page.head.at - 1))

    def title(self, page: Page, name: str) -> str:
        """The title of a page."""
        code = f"page.{name}.title"
        subject = TITLES.get(name)
        if subject is None:
            return self.face.say(code)
        key = "party" if name == "group" else subject
        return self.face.say(code, **{key: self.value(getattr(page, subject), _type(page, subject), subject)})

    def part(self, part: Part, skip: tuple[str, ...] = ()) -> None:
        """The facts of a part, then its parts and lists of parts, each under its label."""
        facts, blocks = [], []
        for field in msgspec.structs.fields(part):
            value = getattr(part, field.name)
            if field.name in skip or value is None or value == ():
                continue
            if _is_block(value):
                blocks.append((field.name, value))
            else:
                facts.append((self.names.label(field.name), self.value(value, field.type, field.name)))
        if facts:
            self.face.facts(facts)
        if not facts and not blocks:
            self.face.line(self.names.nothing)
        for name, value in blocks:
            self.face.line()
            self.face.heading(self.names.label(name))
            if isinstance(value, tuple | Rows):
                self.table(value)
            elif isinstance(value, dict):
                self.face.line(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
            else:
                self.part(value)

    def table(self, rows: Sequence[Part]) -> None:
        """Parts as rows; columns that are empty in every row are left out."""
        fields = msgspec.structs.fields(rows[0])
        if fields[0].name in ("party", "state") and len({getattr(row, fields[0].name) for row in rows}) == len(rows):
            by_party = {getattr(row, fields[0].name): row for row in rows}
            rows = tuple(by_party[code] for code in self.names.sorted(by_party))
        used = [f for f in fields if any(getattr(row, f.name) not in (None, (), False) for row in rows)]
        if fields[0].name != "body" and len({getattr(row, "body", None) for row in rows}) == 1:
            used = [field for field in used if field.name != "body"]
        headers = [self.names.label(field.name) for field in used]
        voices = {(row.cite.voice, row.cite.by) for row in rows if hasattr(row, "cite")}
        shared = len(rows) > 1 and len(voices) == 1
        cells = [[self.cell(getattr(row, f.name), f.type, f.name, shared) for f in used] for row in rows]
        self.face.table(headers, cells)
        (voice, by) = next(iter(voices)) if shared else (None, None)
        if voice is not None and by is not None:
            self.face.line(self.face.say(f"page.all-{voice}-by", by=self.names.party(by)))

    def cell(self, value: Any, type_: Any, field: str, shared: bool) -> str:
        """A cell of a table; where all rows have one voice, a line under the table names it once."""
        return self.names.where(value) if shared and isinstance(value, Cite) else self.value(value, type_, field)

    def value(self, value: Any, type_: Any, field: str) -> str:
        """A value as words."""
        names = self.names
        match value:
            case None | ():
                return UNKNOWN
            case bool():
                return names.yes(value)
            case Text():
                return names.text(value)
            case Person():
                return names.person(value)
            case Cite():
                return names.cite(value)
            case Source():
                return names.source(value)
            case Stated() | Ranged() | Withheld() | NotApplicable() | Nil() | NeitherConfirmedNorDenied():
                return figure(value, names)
            case datetime.date():
                return names.day(value)
            case PanellistRow():
                by = names.parties(value.affiliations)
                return f"{names.person(value.person)} ({by})" if by else names.person(value.person)
            case Part():
                shown = [(f, getattr(value, f.name)) for f in msgspec.structs.fields(value)]
                return "; ".join(self.value(v, f.type, f.name) for f, v in shown if v not in (None, ()))
            case tuple():
                return self.several(value, type_, field)
            case int():
                return self.number(value, type_)
            case str():
                return self.word(value, type_, field)
            case _:
                return msgspec.json.encode(value).decode()

    def several(self, values: tuple[Any, ...], type_: Any, field: str) -> str:
        """Several values: parties in the language's order, days drawn together, anything else joined."""
        inner = get_args(bare(type_))[0] if get_args(bare(type_)) else Any
        if isinstance(values[0], Piece):
            return tracked(values, self.names)
        if mark(inner) == "party":
            return self.names.parties(values)
        if all(isinstance(value, datetime.date) for value in values):
            return self.names.days(values)
        joint = "; " if isinstance(values[0], Part) else ", "
        return joint.join(self.value(value, inner, field) for value in values)

    def number(self, value: int, type_: Any) -> str:
        """A number: an entry, a moment, or a count."""
        return self.names.moment(value) if mark(type_) == "moment" else str(value)

    def word(self, value: str, type_: Any, field: str) -> str:
        """A text: a party, a code with words, or itself."""
        if mark(type_) == "party":
            return self.names.party(value)
        if mark(type_) == "dated":
            return self.names.dated(value)
        if field == "verb":
            return self.names.verb(value)
        if field == "reason":
            return self.names.code("reason", value)
        if field == "indicators":
            return self.names.code("indicator", value)
        if field == "role":
            return self.names.code("role", value)
        if field in ("field", "of"):
            return self.names.code("register" if field == "of" else "field", value)
        if field == "revoked_for":
            return self.names.code("key-reason", value)
        codes = codes_of(type_)
        if field == "unit" and not codes:
            return self.names.place(value) or value
        if codes == get_args(Language):
            return self.names.code("language", value)
        family = families().get(codes)
        return value if family is None else self.names.code(family, value)


def untold(lang: str) -> list[str]:
    """The fields and codes of pages that have no words in a language: for the test that there are none."""
    import accord.world.pages  # noqa: F401 (every page is known once the list of pages is)

    missing = []
    for part in _parts(Part):
        for field in msgspec.structs.fields(part):
            code = f"field.{field.name}"
            if field.name != "head" and not has(lang, code):
                missing.append(code)
            family = families().get(codes_of(field.type))
            if family is not None:
                wanted = (f"{family}.{value}" for value in codes_of(field.type))
                missing += [code for code in wanted if not has(lang, code)]
        if issubclass(part, Page) and part is not Page and not has(lang, f"page.{part.__struct_config__.tag}.title"):
            missing.append(f"page.{part.__struct_config__.tag}.title")
    return sorted(set(missing))


def _parts(base: type[Part]) -> set[type[Part]]:
    return {base}.union(*(_parts(sub) for sub in base.__subclasses__()))


def _is_block(value: Any) -> bool:
    """Whether a value stands under a heading of its own."""
    if isinstance(value, tuple | Rows):
        return isinstance(value[0], Part)
    return (isinstance(value, Part) and not isinstance(value, Cite)) or isinstance(value, dict)


def _bare(page: Page) -> bool:
    """Whether a page is made of lists and blocks and has none to show, only what it was asked about."""
    wanted = [field for field in msgspec.structs.fields(page) if field.name != "head" and _wants_block(field.type)]
    facts = [field for field in msgspec.structs.fields(page) if field.name != "head" and field not in wanted]
    told = any(getattr(page, field.name) not in (None, ()) for field in facts)
    return bool(wanted) and told and all(getattr(page, field.name) in (None, ()) for field in wanted)


def _wants_block(type_: Any) -> bool:
    """Whether a field of this type stands under a heading of its own when it has a value."""
    inner = bare(type_)
    several = get_args(inner)
    kind = bare(several[0]) if get_origin(inner) in (tuple, Sequence) and several else inner
    return isinstance(kind, type) and issubclass(kind, Part) and not issubclass(kind, Cite)


def _type(part: Part, name: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(part) if field.name == name)
