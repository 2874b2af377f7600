"""The list of documents: symbol, title, sponsors, kind, and the panel that a summary is of."""

from __future__ import annotations

import re

from accord.acts import symbols
from accord.papers.reading.context import Context, symbols_in
from accord.papers.reading.facts.numbers import small_number
from accord.papers.reading.listing import entry, form_of, regular
from accord.papers.reading.records import Document
from accord.papers.reading.structs import Unit

_TRIM = " ,，:：;；.。、-–—"
_TAIL = re.compile(r"^[)）\]]?\s?[;；.。,，؛،]?\s?(?:and|et|y|и|و|和|以及)?\s?$")


def documents(context: Context) -> tuple[Document, ...]:
    """The documents of every paragraph whose items mostly end with a symbol in brackets."""
    out: list[Document] = []
    for paragraph in context.of_kind("paragraph"):
        items = context.children(paragraph, "item")
        placed = [(unit, _closing_symbol(unit)) for unit in items]
        if not items or sum(found is not None for _, found in placed) * 2 < len(items):
            continue
        for unit, found in placed:
            if found is None:
                context.find(unit.id, "no-symbol", "an item of the list of documents without a symbol")
            else:
                out.append(_document(context, unit, *found))
    return tuple(out)


def is_register(context: Context, paragraph: Unit) -> bool:
    """Whether a paragraph is a list of documents."""
    items = context.children(paragraph, "item")
    return bool(items) and sum(_closing_symbol(unit) is not None for unit in items) * 2 >= len(items)


def _closing_symbol(unit: Unit) -> tuple[int, int, str] | None:
    found = list(symbols_in(unit.text))
    if not found or not _TAIL.match(unit.text[found[-1][1] :]):
        return None
    return found[-1]


def _document(context: Context, unit: Unit, start: int, end: int, normal: str) -> Document:
    text, words, book = unit.text, context.cues, context.book
    printed = text[start:end]
    label = unit.label
    book.add(unit, start, end, "symbol", printed, "printed" if printed != normal else "", normal)
    body_end = len(text[:start].rstrip(" (（[,，"))
    sponsors, free_start, free_end = _sponsors(context, unit, printed, body_end)
    title_start, title_end = _title(context, text, free_start, free_end, body_end)
    while title_start < title_end and text[title_start] in _TRIM:
        title_start += 1
    while title_end > title_start and text[title_end - 1] in _TRIM:
        title_end -= 1
    title = text[title_start:title_end]
    panel, number = None, None
    if context.cues.summary and re.search(words.summary, text[:body_end]):
        found = next(
            (m for m in re.finditer(words.panel_number, text[:body_end]) if not title_start <= m.start() < title_end),
            None,
        )
        if found:
            panel, number = found.group(), small_number(next(g for g in found.groups() if g), context.lang)
            book.add(unit, found.start(), found.end(), "panel-number", printed, "", str(number or ""))
    book.add(unit, title_start, title_end, "title", printed)
    kind = _kind(context, normal, text[:body_end], title, panel is not None)
    for name, pattern in words.document_types:
        for named in re.compile(pattern).finditer(text, 0, body_end):
            book.add(unit, named.start(), named.end(), "document-type", printed, "", name)
    if kind == "ngo_paper" and not sponsors:
        of = re.match(words.ngo.removesuffix("$"), title)
        sponsors = (of.group(),) if of else ()
    return Document(label, printed, title, sponsors, kind, panel, number, normal, unit.page, unit.id)


def _sponsors(context: Context, unit: Unit, printed: str, end: int) -> tuple[tuple[str, ...], int, int]:
    """The sponsors, and between which places the title then stands."""
    text, words = unit.text, context.cues
    quote = re.search(words.quote, text[:end])
    if words.paper_before and (cue := re.search(words.paper_before, text[:end])):
        names = _names(context, unit, 0, cue.start(), printed)
        return names, cue.end(), end
    chair = re.match(rf"(?P<who>{words.chair})提交的", text) if context.lang == "zh" else None
    if chair:
        names = _names(context, unit, 0, chair.end("who"), printed)
        return names, chair.end(), end
    if words.paper_after and (cue := re.search(words.paper_after, text[:end])):
        if quote and cue.start() < quote.end() and cue.start() > quote.start():
            return (), 0, end
        stop = end
        for sign in (words.quote, words.entitled, words.apposition or words.quote, r"\s?[:：]\s", r"\s?[–—]\s"):
            found = re.compile(sign).search(text, cue.end(), end)
            stop = min(stop, found.start()) if found else stop
        stop = _states_end(context, text, cue.end(), stop)
        names = _names(context, unit, cue.end(), stop, printed)
        before = text[: cue.start()].strip(_TRIM)
        if quote:
            return names, 0, end
        if stop < end - 3:
            return names, stop, end
        kind = re.search(r"[,，:：;–—]\s?[^,，:：;]{0,60}$", text[: cue.start()])
        return names, 0, kind.start() if kind and kind.start() > 0 else len(before)
    return (), 0, end


def _states_end(context: Context, text: str, start: int, stop: int) -> int:
    """A list of sponsors that ends in a bracket or a comma before other words ends with its last State."""
    states = [(a, b) for a, b, _ in context.states(text) if start <= a < stop]
    if states:
        rest = text[states[-1][1] : stop]
        if re.match(r"\s?,\s", rest) and len(rest) > 4:
            return states[-1][1]
    return stop


def _names(context: Context, unit: Unit, start: int, end: int, printed: str) -> tuple[str, ...]:
    """The sponsors of text[start:end], with the span of the list and a part for each."""
    found = context.entries(unit, start, end)
    if "/NGO/" in printed and not context.states(unit.text[start:end]):
        found = [entry(unit.text, start, len(unit.text[:end].rstrip(_TRIM)), context.lang)]
    if not found:
        return ()
    names = tuple(context.name(unit, one) for one in found)
    codes = [context.state(name) or name for name in names]
    first, last = found[0].start, found[-1].end
    form = form_of(found)
    if regular(found, context.lang):
        context.book.add(unit, first, last, "sponsors", printed, form, ",".join(codes))
        for number, (one, code) in enumerate(zip(found, codes, strict=True), 1):
            context.book.part(unit, one.name_start, one.name_end, "sponsor", f"{printed}#{number}", "", code)
    else:
        for number, (one, code) in enumerate(zip(found, codes, strict=True), 1):
            context.book.add(unit, one.name_start, one.name_end, "sponsor", f"{printed}#{number}", "", code)
    return names


def _title(context: Context, text: str, start: int, end: int, body_end: int) -> tuple[int, int]:
    """Quoted words are the title; else all that is left."""
    quote = re.compile(context.cues.quote).search(text, 0, body_end)
    entitled = re.search(context.cues.entitled, text[:body_end])
    if quote and (entitled or quote.start() == 0 or quote.end() >= body_end - 2 or quote.start() <= start + 3):
        name = next(n for n in quote.groupdict() if quote[n])
        return quote.start(name), quote.end(name)
    return start, end


def _kind(context: Context, normal: str, text: str, title: str, of_panel: bool) -> str:
    words = context.cues
    parsed = symbols.parse(normal)
    if parsed.modifiers and parsed.modifiers[-1][:3] in ("Cor", "Add"):
        return "corrigendum" if parsed.modifiers[-1].startswith("Corr") else "addendum"
    if parsed.series == "NGO" or re.search(words.ngo, title):
        return "ngo_paper"
    if of_panel or re.search(words.summary, text.replace(title, "")):
        return "moderator_summary"
    if parsed.series in ("WP", "CRP"):
        return {"WP": "working_paper", "CRP": "conference_room_paper"}[parsed.series]
    if parsed.series == "L":
        return "draft"
    if re.search(words.timetable, title):
        return "timetable"
    if re.search(words.agenda, title):
        return "agenda"
    return "information" if parsed.series == "INF" else "other"
