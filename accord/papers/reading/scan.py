"""General scanners: symbols, resolutions, dates, sessions, States, groups and names, wherever they stand.

They run after the readers of facts and fill what is left, in every unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from accord.papers.reading.context import LONGEST_UNIT, Context, symbols_in
from accord.papers.reading.cover import session_pattern
from accord.papers.reading.dates import mentions
from accord.papers.reading.records import Meeting
from accord.papers.reading.structs import Unit


def scan(context: Context, meetings: Iterable[Meeting], groups: Iterable[str], resolution: str | None) -> None:
    """Enters the general spans of all units.

    Args:
        meetings: a date that is the only day of one of them refers to it.
        groups: names of groups and organisations known from elsewhere in the document.
        resolution: the mandate's, whose mentions refer to it.
    """
    single = {m.dates[0]: f"meeting-{n}" for n, m in enumerate(meetings, 1) if len(m.dates) == 1}
    names = sorted({name for name in groups if len(name) > 2}, key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, names))) if names else None
    for unit in context.units:
        if len(unit.text) > LONGEST_UNIT:
            continue
        _symbols(context, unit, resolution)
        _dates(context, unit, single)
        _sessions(context, unit)
        if known:
            for found in known.finditer(unit.text):
                context.book.add(unit, found.start(), found.end(), "name", found.group())
        for start, end, code in context.states(unit.text):
            context.book.add(unit, start, end, "state", code, "", code)
        _words(context, unit)


def body_names(context: Context, name: str) -> None:
    """The body's full name, wherever it stands whole (in Chinese also without its preposition 为)."""
    for form in (name, name.removeprefix("为")):
        if len(form) < 8:
            continue
        for unit in context.units:
            for found in re.finditer(re.escape(form), unit.text):
                context.book.add(unit, found.start(), found.end(), "body", "body", "full", form)


def _symbols(context: Context, unit: Unit, resolution: str | None) -> None:
    for start, end, normal in symbols_in(unit.text):
        context.book.add(unit, start, end, "symbol", normal, "", normal)
    for found in re.finditer(context.cues.resolution, unit.text):
        normal = context.resolution(found["n"])
        ref = "mandate" if normal == resolution else normal
        context.book.add(unit, found.start("n"), found.end("n"), "resolution", ref, "number", normal)


def _dates(context: Context, unit: Unit, single: dict[str, str]) -> None:
    for mention in mentions(unit.text, context.lang, context.year):
        value = ",".join(mention.dates)
        context.book.add(unit, mention.start, mention.end, "date", single.get(value, value), mention.form, value)
    for found in re.finditer(r"(?<![\d/.\-])(?:19|20)\d\d(?![\d/\-])", unit.text):
        context.book.add(unit, found.start(), found.end(), "year", found.group(), "", found.group())


def _sessions(context: Context, unit: Unit) -> None:
    pattern, known = session_pattern(context.lang)
    for found in pattern.finditer(unit.text):
        number = str(known[found.group().lower()])
        ref = "masthead" if unit.kind == "masthead" else f"session-{number}"
        context.book.add(unit, found.start(), found.end(), "session", ref, "ordinal", number)


def _words(context: Context, unit: Unit) -> None:
    """The body's own names, instruments, places and numbers of agenda items."""
    words = context.cues
    for found in re.finditer(words.agenda_item, unit.text):
        ref = "masthead" if unit.kind == "masthead" else f"agenda-{found['item']}"
        context.book.add(
            unit, found.start("item"), found.end("item"), "agenda-number", ref, "", found["item"].replace(" ", "")
        )
    for found in re.finditer(words.body, unit.text):
        context.book.add(unit, found.start(), found.end(), "body", "body", found.group())
    for found in re.finditer(words.instrument, unit.text):
        context.book.add(unit, found.start(), found.end(), "instrument", found.group())
    for found in re.finditer(words.place, unit.text):
        context.book.add(unit, found.start(), found.end(), "place", found.group())
