"""What templates of pages ask beyond the values of the page: an act in words, the paragraphs of a document's text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import msgspec
from markupsafe import Markup

from accord.acts.values import Source
from accord.areas.parties.cite import Part
from accord.areas.proposals.pages import ProposalRow
from accord.faces.web.blocks import Cell, Table
from accord.faces.web.fields import fields_of
from accord.faces.web.visible import isolated, visible
from accord.faces.web.written import Written
from accord.papers.report import NoReport, Report, report
from accord.world.entries import NAMES_DOCUMENTS, NAMES_PARTIES, EntryPage
from accord.world.tracing import TracePage, TraceRow
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World

FIRST_WORDS = 90
"""Characters of a paragraph that a list of paragraphs shows."""


class Line(msgspec.Struct, frozen=True):
    """A paragraph in a list of paragraphs: its unit, its number, its first words."""

    unit: str
    kind: str
    number: str
    words: str
    level: int


def act(w: Written, page: EntryPage) -> tuple[tuple[str, Markup], ...]:
    """The fields of an act with their labels: names of parties, links to documents, words of codes."""
    type_ = VOCABULARY.by_name[page.verb]
    said: Any = msgspec.convert(page.act, type_)
    found = []
    for field in fields_of(type_):
        value = getattr(said, field.name)
        if value not in (None, (), {}, ""):
            found.append((w.label(field.name), _value(w, value, field.type, field.name)))
    return tuple(found)


def _value(w: Written, value: Any, type_: Any, field: str) -> Markup:
    if isinstance(value, tuple):
        inner = get_args(type_)[0] if get_args(type_) else Any
        if field in NAMES_PARTIES and all(isinstance(one, str) for one in value):
            return w.parties(value)
        if field == "pieces":
            return _pieces(value)
        if all(isinstance(one, str) for one in value):
            return Markup(", ").join(_value(w, one, inner, field) for one in value)
        if isinstance(value[0], msgspec.Struct):
            items = [Markup("<li>{}</li>").format(_within(w, one)) for one in value]
            return Markup('<ul class="within">{}</ul>').format(Markup("").join(items))
        return w.value(value, type_, field)
    if isinstance(value, str):
        if field in NAMES_PARTIES and value in w.names._register:
            return w.party(value)
        if field in NAMES_DOCUMENTS:
            return w.symbol(value)
        if field == "body":
            return w.body(value)
    if isinstance(value, int) and not isinstance(value, bool) and field in ("to", "corrects", "supports"):
        return w.entry(value)
    if isinstance(value, bytes):
        return Markup('<bdi dir="ltr" class="long"><code>{}</code></bdi>').format(msgspec.to_builtins(value))
    if isinstance(value, dict):
        return Markup("<code dir=ltr>{}</code>").format(visible(msgspec.json.encode(value).decode()))
    if isinstance(value, msgspec.Struct) and not isinstance(value, Part | Source) and field not in _WHOLE:
        whole = w.value(value, type_, field)
        return whole if not str(whole).startswith(("<bdi>{", "{")) else _within(w, value)
    return w.value(value, type_, field)


_WHOLE = ("title", "name", "short", "text", "official", "provider", "venue", "person", "moderator", "facilitator")


def _within(w: Written, part: Any) -> Markup:
    """The fields of a value within an act, in a line."""
    found = []
    kind: type[msgspec.Struct] = type(part)
    for field in fields_of(kind):
        value = getattr(part, field.name)
        if value not in (None, (), {}, "") and field.name != "form":
            parties = field.name in ("affiliation", "affiliations")
            found.append(
                w.parties((value,) if isinstance(value, str) else value)
                if parties
                else _value(w, value, field.type, field.name)
            )
    return Markup(" · ").join(found)


def _pieces(pieces: tuple[Any, ...]) -> Markup:
    """The pieces of a unit of text: the document's words, and each slot by its register and part."""
    out = []
    for piece in pieces:
        if isinstance(piece, str):
            out.append(isolated(piece))
        else:
            key = f":{piece.key}" if piece.key else ""
            out.append(Markup('<code class="slot" dir="ltr">{}</code>').format(f"{piece.of}{key}.{piece.part}"))
    return Markup("").join(out)


def text(world: World, name: str, lang: str) -> Report | None:
    """The report of a body or document as made from the record, if there is one."""
    try:
        return report(world, name, lang)
    except NoReport:
        return None


def paragraphs(w: Written, symbol: str) -> tuple[Line, ...]:
    """The paragraphs of a report as made from the record, for a list that leads into it; empty if there is none."""
    made = text(w._world, symbol, w.lang)
    if made is None:
        return ()
    return tuple(
        Line(
            block.unit,
            block.kind,
            "" if block.label is None else block.label.text,
            block.words if len(block.words) <= FIRST_WORDS else block.words[:FIRST_WORDS].rstrip() + "…",
            block.level,
        )
        for block in made.blocks
        if block.kind not in ("masthead", "note", "footnote")
    )


def citation(w: Written, symbol: str, unit: str) -> str:
    """How a unit of a document is cited in the language."""
    return w.names.source(Source(document=symbol, place=unit))


def statements(table: Table) -> Table:
    """A table of statements whose occasion leads to the page of each; the names of statements go."""
    names = [column.name for column in table.columns]
    if not {"statement", "occasion"} <= set(names):
        return table
    name, occasion = names.index("statement"), names.index("occasion")

    def linked(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        shown = Markup('<a href="{}">{}</a>').format(cells[name].href, cells[occasion].html)
        changed = (*cells[:occasion], msgspec.structs.replace(cells[occasion], html=shown), *cells[occasion + 1 :])
        return changed[:name] + changed[name + 1 :]

    columns = table.columns[:name] + table.columns[name + 1 :]
    return msgspec.structs.replace(table, columns=columns, rows=tuple(linked(row) for row in table.rows))


def raw(w: Written, value: Any) -> str:
    """A value of an act as a correction has it: a text by its words, anything else as JSON."""
    if value is None:
        return w.say("word.none")
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(value.get("said"), dict):
        said = value["said"]
        return str(said.get(w.lang) or said.get(value.get("original")) or next(iter(said.values()), ""))
    return msgspec.json.encode(value).decode()


def columns(proposals: Sequence[ProposalRow]) -> tuple[str, ...]:
    """The columns of a list of proposals: those that tell the same of each are left out."""
    told = {
        "title": True,
        "proposal": True,
        "sponsors": any(row.sponsors for row in proposals),
        "tabled_by": any(row.tabled_by == "not-recorded" for row in proposals),
        "supporters": any(row.supporters for row in proposals),
        "earlier_support": any(row.earlier_support for row in proposals),
        "category": True,
        "standing": True,
        "version": any(row.version > 1 for row in proposals),
        "cite": True,
    }
    return tuple(name for name, tells in told.items() if tells)


_LISTS = {
    "document": "documents",
    "consistency": "documents",
    "party": "parties",
    "group": "parties",
    "changes": "parties",
    "panel": "panels",
    "meeting": "meetings",
    "day": "days",
    "digest": "days",
    "statement": "statements",
    "list": "speakers",
    "introduction": "introductions",
    "theme": "themes",
    "proposal": "proposals",
    "compilation": "compilations",
    "draft": "negotiations",
    "draft-unit": "negotiations",
    "brackets": "negotiations",
    "differences": "negotiations",
    "amendments": "negotiations",
    "amendment": "negotiations",
    "positions": "negotiations",
    "draft-languages": "negotiations",
    "floor": "rules",
    "instrument": "instruments",
    "instrument-state": "instruments",
    "coverage-state": "coverage",
    "prohibition": "coverage",
    "indicator": "indicators",
    "element": "elements",
    "approach": "approaches",
    "undertaking": "undertakings",
    "figure": "figures",
}
"""Pages about one thing of many → the page that lists them, or leads to them."""
_OF_EXERCISES = ("exercise", "debriefing")
"""Pages that only the record of an exercise has."""


def units(w: Written, page: TracePage) -> frozenset[str]:
    """The units of the traced document that this record can print in the language."""
    made = text(w._world, page.document, w.lang) if page.in_record else None
    return frozenset() if made is None else frozenset(block.unit for block in made.blocks)


def serving(w: Written, page: TracePage, row: TraceRow, printed: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The pages that serve a paragraph, each once: their titles and addresses; of the text, the paragraph itself."""
    found: dict[str, str] = {}
    for name in row.pages:
        if name in ("unit", "units"):
            if row.unit in printed:
                found.setdefault(f"{w.url('report', page.document)}#{row.unit}", citation(w, page.document, row.unit))
            if row.text_recorded:
                found.setdefault(w.url("unit", page.document, row.unit), w.label("unit"))
        elif name == "raised":
            if page.in_record:
                found.setdefault(w.url(name, page.document, row.unit), w.say("page.raised.title"))
        elif name not in _OF_EXERCISES or page.head.exercise:
            listing = _LISTS.get(name, name)
            found.setdefault(w.url(listing), w.say(f"page.{listing}.title"))
    return tuple((label, href) for href, label in found.items())


class Gap(msgspec.Struct, frozen=True):
    """What a report wants and the record does not say: where, why, and the address of the unit."""

    name: str
    why: str
    href: str = ""


def lacking(w: Written, page: Any) -> tuple[Gap, ...]:
    """The gaps of a report in words, each unit once, in the order of the report; then those of its lists."""
    named = dict.fromkeys(gap.place for gap in page.gaps)
    found = []
    for unit in page.units:
        if unit.unit in named:
            del named[unit.unit]
            languages = dict.fromkeys(segment.language for segment in unit.segments if segment.language)
            why = w.say("gap.language" if languages else "gap.words")
            if languages:
                why = f"{why} ({', '.join(w.names.language(code) for code in languages)})"
            found.append(Gap(_unit_name(w, unit), why, f"#{unit.unit}"))
    for name in named:
        register, _, key = name.partition(" ")
        found.append(Gap(f"{w.code('register', register)} {key}".strip(), w.say("gap.pattern")))
    return tuple(found)


def _unit_name(w: Written, unit: Any) -> str:
    """A unit as people name it: a paragraph by its number, anything else by its kind or its division."""
    if unit.unit.startswith("para-"):
        return w.names.place(unit.unit) or unit.unit
    return w.names.unit(unit.unit, unit.kind, unit.number)
