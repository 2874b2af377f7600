"""Who served the body, opened its first meeting and takes part in its work; how many meetings it says it held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from accord.papers.reading.context import Context
from accord.papers.reading.cover import session_pattern
from accord.papers.reading.facts.meetings import day_before
from accord.papers.reading.facts.numbers import counted_number
from accord.papers.reading.listing import form_of, regular
from accord.papers.reading.records import Count, Mandate, Meeting, Modalities, Opening, Service
from accord.papers.reading.structs import Unit


def service(context: Context) -> Service | None:
    """Who provides secretariat and substantive support. Span: `secretariat`."""
    for unit, found, name in _first(context, context.cues.provided):
        context.book.add(unit, *found.span(name), "secretariat", "secretariat")
        return Service(found[name], unit.number)
    return None


def opening(context: Context, meetings: Sequence[Meeting]) -> Opening | None:
    """Who opened the first meeting told of. Span: `opener`."""
    for unit, found, name in _first(context, context.cues.opened):
        context.book.add(unit, *found.span(name), "opener", "opening")
        sentence = next(unit.text[a:b] for a, b in context.sentences(unit) if b > found.start(name))
        at = next((n for n, m in enumerate(meetings, 1) if m.type == "organizational"), None)
        if not re.search(context.cues.organizational, sentence):
            at = None
        dates = meetings[at - 1].dates if at else ()
        return Opening(
            office=found[name],
            paragraph=unit.number,
            meeting=f"meeting-{at}" if at else None,
            date=dates[0].split("/")[0] if dates else None,
            election=bool(context.cues.oversaw and re.search(context.cues.oversaw, unit.text)),
        )
    return None


def _first(context: Context, pattern: str) -> Iterator[tuple[Unit, re.Match[str], str]]:
    """Each paragraph with the pattern, and which of its groups is the one who acts."""
    for unit in context.of_kind("paragraph") if pattern else ():
        if found := re.search(pattern, unit.text):
            yield unit, found, next(name for name in ("who", "who2") if found.groupdict().get(name))


def modalities(context: Context) -> Modalities | None:
    """Which kinds of participants a decision admits. Spans: `participants` with parts `participant`."""
    for unit in context.of_kind("paragraph") if context.cues.modalities else ():
        for start, end in context.sentences(unit):
            if not re.search(context.cues.modalities, unit.text[start:end]):
                continue
            said = _participants(context, unit, start, end, "modalities")
            if not said:
                continue
            day = next(iter(context.dates(unit)), None)
            if day is None and re.search(context.cues.same_meeting or "$^", unit.text):
                day = day_before(context, unit)
            names, kinds = tuple(name for name, _ in said), tuple(kind for _, kind in said)
            return Modalities(unit.number, day.dates[0] if day else None, names, kinds)
    return None


def mandated(context: Context, mandate: Mandate | None) -> Mandate | None:
    """The mandate with the session to report to and the kinds of participants that its paragraphs name."""
    if mandate is None:
        return None
    pattern, known = session_pattern(context.lang)
    kinds: tuple[str, ...] = ()
    session: int | None = None
    for unit in context.of_kind("paragraph")[:3]:
        if unit.number > 3:
            break
        if session is None and (found := pattern.search(unit.text)):
            session = known[found.group().lower()]
        kinds = kinds or tuple(k for _, k in _participants(context, unit, 0, len(unit.text), "mandate"))
    return replace(mandate, reports_to_session=session, contributors=kinds)


def _participants(context: Context, unit: Unit, start: int, end: int, ref: str) -> list[tuple[str, str]]:
    """The kinds of participants of a stretch: as printed, and their code."""
    found = sorted(
        (match.start(), match.end(), kind)
        for kind, pattern in context.cues.participants
        for match in re.compile(pattern).finditer(unit.text, start, end)
    )
    if not found:
        return []
    first, last = found[0][0], found[-1][1]
    members = context.entries(unit, first, last)
    whole = [(m.name_start, m.name_end) for m in members] == [(a, b) for a, b, _ in found]
    if whole and regular(members, context.lang):
        codes = ",".join(kind for _, _, kind in found)
        context.book.add(unit, first, last, "participants", ref, form_of(members), codes)
        enter = context.book.part
    else:
        enter = context.book.add
    for number, (a, b, kind) in enumerate(found, 1):
        enter(unit, a, b, "participant", f"{ref}#{number}", "", kind)
    return [(unit.text[a:b], kind) for a, b, kind in found]


def counts(context: Context, meetings: Sequence[Meeting]) -> tuple[Count, ...]:
    """The numbers of meetings that the paragraphs state. Span: `meeting-count`."""
    out: list[Count] = []
    for unit in context.of_kind("paragraph"):
        for kind, pattern in context.cues.counted:
            for found in re.finditer(pattern, unit.text):
                number = counted_number(found["n"], context.lang)
                if number is None:
                    continue
                out.append(Count(kind, number, unit.number))
                form = "figures" if found["n"].isdigit() else "words"
                ref = refs_of(meetings, kind) or kind
                context.book.add(unit, *found.span("n"), "meeting-count", ref, form, str(number))
    return tuple(out)


def refs_of(meetings: Sequence[Meeting], kind: str) -> str:
    """The refs of all meetings of a kind, joined by commas."""
    return ",".join(f"meeting-{n}" for n, m in enumerate(meetings, 1) if m.type == kind)
