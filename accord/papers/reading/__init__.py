"""Reads a report of a United Nations body, as text in an official language, into typed values.

The steps: lines without the furniture of pages (`lines`), blocks by their labels (`structure`),
units (`units`), then the facts (`facts/`), each with the spans of the characters that state it,
the general scanners (`scan`), and what does not fit together (`findings`).

>>> reading = read("A/99/1\\n\\nI. Introduction\\n\\n1. On 4 May 2031 the Working Group met in Geneva.\\n")
>>> [(unit.id, unit.text) for unit in reading.units if unit.kind == "paragraph"]
[('para-1', 'On 4 May 2031 the Working Group met in Geneva.')]
>>> [(span.kind, span.value) for span in reading.units[-1].spans]
[('date', '2031-05-04'), ('body', ''), ('place', '')]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from accord.papers.reading import repeats, scan, units
from accord.papers.reading.blocks import Body
from accord.papers.reading.concordance import chair_compilation, concordance
from accord.papers.reading.contents import contents_findings
from accord.papers.reading.context import LONGEST_UNIT, Context, symbols_in
from accord.papers.reading.cover import Cover, read_cover
from accord.papers.reading.facts import course, groups, meetings, panels, people, register, speakers
from accord.papers.reading.files import LARGEST_FILE, Unreadable, lines_of
from accord.papers.reading.findings import finding, findings, placed
from accord.papers.reading.footnotes import Line
from accord.papers.reading.language import language_findings
from accord.papers.reading.lines import Lines, read_lines, source_text
from accord.papers.reading.marked import is_marked, marked
from accord.papers.reading.reading import Reading
from accord.papers.reading.records import Agenda, Document, Panel, Theme
from accord.papers.reading.structs import Finding, Item, Paragraph, Span, Unit
from accord.papers.reading.structure import body_start, read_body
from accord.papers.reading.text import broken_symbol, language_of
from accord.wire.codec import Malformed

__all__ = ["Finding", "Malformed", "Reading", "Span", "Unit", "Unreadable", "read", "read_file", "source_text"]


def read(text: str, gazetteer: Mapping[str, str] | None = None, language: str | None = None) -> Reading:
    """What a report says.

    Args:
        text: the text of the document, pages and all, as a PDF or word processor gives it.
        gazetteer: further names of States with their codes (fictional ones of an exercise), beside
            the names of the United Nations that are always known.
        language: the language that the document is said to be in; a finding says if it is in another.

    Raises:
        Malformed: no text at all, or no text document.
    """
    return _read(read_lines(text), gazetteer, language)


def read_file(file: Path | bytes, gazetteer: Mapping[str, str] | None = None, language: str | None = None) -> Reading:
    """What the report in a file says: text, PDF, DOCX or Akoma Ntoso, told apart by their first bytes.

    Args:
        file: where the file lies, or its bytes.
        gazetteer: as for `read`.
        language: as for `read`.

    Raises:
        Unreadable: no such document, or one that is locked, scanned or broken; says why.
        Malformed: as for `read`.
        OSError: the file cannot be opened.
    """
    if not isinstance(file, bytes):
        with file.open("rb") as stream:
            file = stream.read(LARGEST_FILE + 1)
    if not is_marked(file):
        return _read(lines_of(file), gazetteer, language)
    parts = marked(file)
    return _parted(parts.lines, parts.lines.lines, parts.body, gazetteer, language)


def _read(found: Lines, gazetteer: Mapping[str, str] | None, stated: str | None) -> Reading:
    """What the lines of a report say."""
    start = body_start(found.lines)
    return _parted(found, found.lines[:start], read_body(found.lines[start:], found.spacing), gazetteer, stated)


def _parted(
    found: Lines, front: Sequence[Line], body: Body, gazetteer: Mapping[str, str] | None, stated: str | None
) -> Reading:
    """What the parts of a report say: its cover and its body."""
    words = [line.text for line in front] + [line for block in body.blocks for line in block.lines]
    lang = language_of("\n".join(words))
    cover = read_cover(front, lang, found.spacing, found.symbol)
    body_units = units.body_units(body.blocks)
    everything = [*cover.units, *body_units, *units.footnote_units(found.notes)]
    context = Context(lang, [unit for unit in everything if len(unit.text) <= LONGEST_UNIT], gazetteer)
    for unit in everything:
        if len(unit.text) > LONGEST_UNIT:
            context.find(unit.id, "too-long", f"{len(unit.text)} characters in one block: not read for facts")
    context.findings += language_findings(lang, stated, found.job_language, everything)
    for block, unit in zip(body.blocks, body_units, strict=True):
        for left, right in pairwise(block.lines):
            if broken_symbol(left, right):
                said = f"{left[-12:]} {right[:12]}"
                context.findings.append(finding(unit.id, "symbol-wrapped", said=said))
    for code, counted in (("missing-paragraph", body.skipped), ("duplicate-paragraph", body.again)):
        for one in counted:
            where = f"{one.within}-para-{one.number}".removeprefix("-")
            seen = finding(where, code, number=one.number, page=one.page, line=one.line)
            context.findings.append(seen.at("", one.page, one.line))
    return _reading(context, found, cover, everything)


def _reading(context: Context, found: Lines, cover: Cover, everything: list[Unit]) -> Reading:
    """The facts, in the order in which one reader needs another's."""
    context.year = _year(context)
    paragraphs = units.paragraphs(everything)
    mandate = meetings.mandate(context)
    held = meetings.meetings(context, mandate.place if mandate else None)
    officers = people.officers(context)
    agenda = meetings.agenda(context)
    lists = _lists(context)  # before the documents: the names in panels' brackets are then known
    documents = register.documents(context)
    said = speakers.statements(context)
    introductions, submissions = speakers.introductions(context)
    adoption = meetings.adoption(context, agenda)
    known = groups.groups(context)
    mandate = course.mandated(context, mandate)
    served, opened = course.service(context), course.opening(context, held)
    admitted, counts = course.modalities(context), course.counts(context, held)
    compiled = _chairs(context, documents, {i.paragraph for i in introductions})
    organ, exercise = repeats.cover(context, cover.masthead, cover.note, found.symbol)
    told = _titles(documents, lists, agenda)
    _cover_spans(context, cover, {ref: title for ref, title in told.items() if ref.startswith(("theme-", "agenda-"))})
    names = {group.name for group in known} | context.names
    names |= {other.name for other in (*said.civil_society, *said.officials)} | {s.name for s in submissions}
    names |= {speaker.on_behalf_of for speaker in said.states if speaker.on_behalf_of}
    names |= {speaker.on_behalf_of for speaker in said.civil_society if speaker.on_behalf_of}
    body_name = re.fullmatch(context.cues.report, cover.report_title or cover.title or "")
    scan.body_names(context, body_name["body"] if body_name else "")
    paper = next((d for d in documents if d.symbol == compiled), None)
    repeats.titles(context, told, mandate, paper)
    scan.scan(context, held, names, mandate.resolution if mandate else None)
    repeats.scan(context, held, officers, adoption, organ, said)
    tree = units.chapters(everything)
    reading = Reading(
        symbol=found.symbol,
        language=context.lang,
        job_number=found.job,
        job_language=found.job_language,
        pages=found.pages,
        masthead=cover.masthead,
        title=cover.title,
        note=cover.note,
        report_title=cover.report_title,
        body=body_name["body"] if body_name else None,
        chapters=tree,
        paragraphs=paragraphs,
        documents=documents,
        panels=lists[0],
        agenda=agenda,
        officers=officers,
        statements=said,
        introductions=introductions,
        submissions=submissions,
        chair_compilation=compiled,
        themes=lists[1],
        elements=lists[2],
        meetings=held,
        mandate=mandate,
        adoption=adoption,
        groups=known,
        concordance=concordance(documents, lists[0], lists[1], tree),
        footnotes=units.footnotes(found.notes, everything),
        findings=(),
        units=tuple(_finished(context, u) for u in everything),
        secretariat=served,
        opened_by=opened,
        modalities=admitted,
        counts=counts,
        exercise=exercise,
        contents=found.contents,
        divisions=units.divisions(everything),
    )
    return replace(
        reading,
        findings=placed(
            (
                *found.findings,
                *context.findings,
                *findings(reading, context),
                *contents_findings(found.contents, everything),
            ),
            everything,
        ),
    )


_Lists = tuple[tuple[Panel, ...], tuple[Theme, ...], dict[str, tuple[Item, ...]]]


def _titles(documents: tuple[Document, ...], lists: _Lists, agenda: Agenda | None) -> dict[str, str]:
    """The titles of all records, by their refs."""
    out = {f"agenda-{item.num}": item.text.rstrip(" .;。；") for item in (agenda.items if agenda else ())}
    out |= {theme.ref: theme.title for theme in lists[1]} | {panel.ref: panel.theme for panel in lists[0]}
    return out | {document.symbol: document.title for document in documents}


def _chairs(context: Context, documents: tuple[Document, ...], numbers: set[int]) -> str | None:
    """The symbol of the paper that the Chair introduced, as the paragraphs of introductions tell."""
    told = [unit for number in sorted(numbers) if (unit := context.by_id.get(f"para-{number}"))]
    sentences = [unit.text[start:end] for unit in told for start, end in context.sentences(unit)]
    cited = {s[a:b]: s for s in sentences for a, b, _ in symbols_in(s)}
    return chair_compilation(sentences, documents, context.cues.chair, cited)


def _lists(context: Context) -> _Lists:
    """Every lettered list is one of documents, panels, themes or else elements."""
    found_panels: list[Panel] = []
    found_themes: list[Theme] = []
    elements: dict[str, tuple[Item, ...]] = {}
    by_number: dict[str, Paragraph] = {f"para-{p.num}": p for p in units.paragraphs(context.units)}
    for paragraph in context.of_kind("paragraph"):
        if not context.children(paragraph, "item") or register.is_register(context, paragraph):
            continue
        if some := panels.panels_of(context, paragraph):
            found_panels.extend(some)
        elif themes := panels.themes_of(context, paragraph):
            found_themes.extend(themes)
        elif paragraph.id in by_number:
            elements[paragraph.id.removeprefix("para-")] = by_number[paragraph.id].subitems
    return tuple(found_panels), tuple(found_themes), elements


def _cover_spans(context: Context, cover: Cover, titles: dict[str, str]) -> None:
    """The masthead's and the titles' own words, as far as nothing finer states them.

    A heading that is word for word the title of a theme or of an agenda item has that record's ref as its value.
    """
    by = cover.note.by if cover.note else None
    for unit in context.units:
        if unit.kind == "masthead" and unit.label == "agenda-title":
            context.book.add(unit, 0, len(unit.text), "agenda-item-title", "masthead")
        elif unit.kind in ("title", "report-title"):
            context.book.add(unit, 0, len(unit.text), unit.kind, unit.kind)
        elif unit.kind in ("chapter", "section", "heading"):
            same = next((ref for ref, title in titles.items() if title == unit.text), "")
            context.book.add(unit, 0, len(unit.text), "heading", unit.id, "", same)
        elif unit.kind == "note-heading" and by:
            start = unit.text.find(by)
            context.book.add(unit, start, start + len(by), "by", "note")


def _year(context: Context) -> int | None:
    """The year that days without a year belong to: the first that a paragraph prints with a day or a month."""
    for unit in context.of_kind("paragraph"):
        if dated := [m.year for m in context.dates(unit) if m.year]:
            return dated[0]
    for unit in context.of_kind("paragraph", "item"):
        if found := re.search(r"(?<![\d/])(?:19|20)\d\d(?![\d/])", unit.text):
            return int(found.group())
    return None


def _finished(context: Context, unit: Unit) -> Unit:
    """The unit with its spans in order; a member whose list another fact took has no place of its own."""
    spans = tuple(sorted(context.book.spans.get(unit.id, ()), key=lambda span: span.start))
    inside = (
        p for p in context.book.parts.get(unit.id, ()) if any(s.start <= p.start and p.end <= s.end for s in spans)
    )
    parts = tuple(sorted(inside, key=lambda span: span.start))
    return replace(unit, spans=spans, parts=parts) if spans else unit
