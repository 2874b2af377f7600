"""The calendar: meetings, periods, the programme of work, and every day until which something is asked or open.

Deadlines never fire and meetings move: a date keeps its name, and counts how often it was changed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Literal, Protocol

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.acts import PartOfDay, SingleKind
from accord.areas.meetings.pages import MeetingRow, instant
from accord.areas.meetings.rules import key, single
from accord.areas.parties.cite import Cite, Instant, Missing, Page, Part, PartyCode, cite, head
from accord.world.concerns import Known as OfConcerns
from accord.world.concerns import concerned
from accord.world.submissions import Known as OfSubmissions

EventKind = Literal[
    "meeting", "period", "programme", "reply", "silence-procedure", "corrections", "submission", "opening"
]
EventState = Literal["planned", "postponed", "cancelled"]


class Known(OfSubmissions, OfConcerns, Protocol):
    """What these pages are asked of."""


class DateRow(Part, frozen=True):
    """A date: from a day to a day, both included, and the moments where they are known."""

    uid: str
    """Its name within the record, whenever it is: `meeting/AC.281/5`."""
    event_kind: EventKind
    event_state: EventState
    """`postponed`: to a day still to be announced; the day shown is the one it was on last."""
    body: BodyCode | None
    first: datetime.date
    last: datetime.date
    begins: Instant | None
    finishes: Instant | None
    part: PartOfDay | None
    number: int | None
    """Of a meeting."""
    kind: SingleKind | None
    title: Text | None
    document: SymbolText | None
    """That it is about."""
    parties: tuple[PartyCode, ...]
    """Who is asked; none means everybody."""
    themes: tuple[str, ...]
    venue: Text | None
    sequence: int
    """How often it was changed since it was first recorded."""
    created: Instant
    last_changed: Instant
    cite: Cite


class CalendarPage(Page, frozen=True, tag="calendar"):
    """The dates of a body, of a theme of it, or of all bodies, in order."""

    body: BodyCode | None
    theme: str | None
    dates: tuple[DateRow, ...]


def calendar(known: Known, body: str = "", theme: str = "", *, on: datetime.date | None = None) -> CalendarPage:
    """The dates of a body, of a theme of it, or without a body of all of them.

    Raises:
        Missing: no such body or theme.
    """
    if body:
        body = established(known, body).act.body
    if theme and key(body, theme) not in known.meetings.tables.themes:
        raise Missing("theme", theme)
    found = dates_of(known, body, on) if body else dates(known, on)
    return CalendarPage(
        head=head(known, on),
        body=body or None,
        theme=theme or None,
        dates=tuple(row for row in found if not theme or theme in row.themes),
    )


def dates(known: Known, on: datetime.date | None) -> tuple[DateRow, ...]:
    """The dates of all bodies, in order."""
    found = [row for body in known.bodies.tables.bodies for row in dates_of(known, body, on)]
    return tuple(sorted([*found, *_of_drafts(known, None)], key=_order))


def dates_of(known: Known, body: str, on: datetime.date | None) -> tuple[DateRow, ...]:
    """The dates of a body, in order."""
    return known.once(f"dates of {body} on {on}", lambda: _dates_of(known, body, on))


def _dates_of(known: Known, body: str, on: datetime.date | None) -> tuple[DateRow, ...]:
    rows = [*_meetings(known, body, on), *_periods(known, body), *_of_drafts(known, body), *_windows(known, body)]
    return tuple(sorted(rows, key=_order))


def _order(row: DateRow) -> tuple[datetime.date, int, str]:
    return row.first, row.begins or 0, row.uid


def _date(known: Known, fact: Fact[Any], name: str, first: datetime.date, **given: Any) -> DateRow:
    """A date about which nothing more is known than what is given; changed as often as its fact was corrected."""
    blank: dict[str, Any] = {
        "event_state": "planned",
        "body": None,
        "last": first,
        "begins": None,
        "finishes": None,
        "part": None,
        "number": None,
        "kind": None,
        "title": None,
        "document": None,
        "parties": (),
        "themes": (),
        "venue": None,
        "sequence": len(fact.corrected),
        "created": _admitted(known, fact.first),
        "last_changed": _admitted(known, fact.entry),
        "cite": cite(known, fact),
    }
    return DateRow(uid=name, first=first, **(blank | given))


def _admitted(known: Known, index: int) -> int:
    """When an entry was admitted; where entries are not at hand, no later than the last one."""
    entry = known.read(index)
    return known.admitted if entry is None else entry.admitted


def _changes(known: Known, subject: str) -> dict[str, int]:
    """How often a date was changed, by everything ever said of it: what was struck counts too."""
    entries = concerned(known)[subject]
    if not entries:
        return {}
    first, last = _admitted(known, entries[0]), _admitted(known, entries[-1])
    return {"sequence": len(entries) - 1, "created": first, "last_changed": last}


def _meetings(known: Known, body: str, on: datetime.date | None) -> Iterator[DateRow]:
    """The single meetings with the themes that the programme of work gives them, and its parts without a meeting."""
    programme = meetings.programme(known, body, on=on)
    themes: dict[int, tuple[str, ...]] = {}
    for day in programme.days:
        for place, slot in enumerate(day.slots):
            named = tuple(subject.label for subject in slot.themes)
            if slot.number is not None:
                themes[slot.number] = (*themes.get(slot.number, ()), *named)
            elif programme.revision is not None:
                fact = known.meetings.tables.programmes[f"{body}/{programme.revision}"]
                yield _date(
                    known,
                    fact,
                    f"programme/{body}/{day.day}/{slot.part}/{place}",
                    day.day,
                    event_kind="programme",
                    body=body,
                    part=slot.part,
                    title=slot.title,
                    themes=named,
                    sequence=programme.revision + len(fact.corrected),
                )
    for row in meetings.meeting_rows(known, body):
        yield _meeting(known, row, tuple(dict.fromkeys(themes.get(row.number, ()))))


def _meeting(known: Known, row: MeetingRow, themes: tuple[str, ...]) -> DateRow:
    tables = known.meetings.tables
    name = single(row.body, row.number)
    fact = tables.scheduled[name]
    first = row.held or _last_day(known, name)
    sittings = tables.sittings.get(name, ())
    last = first if not sittings else max(first, sittings[-1].end[0])
    begins = None if row.starts is None or row.offset is None else instant(first, row.starts, row.offset)
    finishes = None if row.ends is None or row.offset is None else instant(last, row.ends, row.offset)
    return _date(
        known,
        fact,
        f"meeting/{name}",
        first,
        **_changes(known, f"meeting:{name}"),
        event_kind="meeting",
        event_state="cancelled" if row.status == "cancelled" else "planned" if row.held else "postponed",
        body=row.body,
        last=last,
        begins=begins,
        finishes=finishes if begins is not None and finishes is not None and finishes > begins else None,
        number=row.number,
        kind=row.kind,
        title=row.title,
        themes=themes,
        venue=row.venue,
    )


def _last_day(known: Known, name: str) -> datetime.date:
    """The day that a meeting was last planned for."""
    moved = [fact.act.to for fact in known.meetings.tables.postponed.get(name, ()) if fact.act.to is not None]
    return moved[-1] if moved else known.meetings.tables.scheduled[name].act.on


def _periods(known: Known, body: str) -> Iterator[DateRow]:
    for fact in known.meeting_lookups.of_body["meeting"][body]:
        act, name = fact.act, f"{body}/{fact.act.meeting}"
        changes = _changes(known, f"period:{name}")
        yield _date(
            known,
            fact,
            f"period/{name}",
            act.first,
            **changes,
            event_kind="period",
            body=body,
            last=act.last,
            venue=act.venue,
        )


def _of_drafts(known: Known, body: str | None) -> Iterator[DateRow]:
    """What is asked about drafts of a body until a day: replies, and silence."""
    tables, register = known.negotiation.tables, known.documents.tables.documents
    for draft in tables.drafts:
        if register[draft].act.body == body:
            for label, asked in tables.deadlines.get(draft, {}).items():
                yield _until(known, asked, f"reply/{draft}/{label}", "reply", asked.act.until, asked.act.subject, body)
            for label, opened in tables.silences.get(draft, {}).items():
                subject = opened.act.subject
                name = f"silence-procedure/{draft}/{label}"
                yield _until(known, opened, name, "silence-procedure", opened.act.until, subject, body)


def _until(
    known: Known, fact: Fact[Any], name: str, what: EventKind, day: datetime.date, title: Text | None, body: str | None
) -> DateRow:
    """A day until which something is asked, and the moment where a time is given."""
    act = fact.act
    time = getattr(act, "time", None)
    return _date(
        known,
        fact,
        name,
        day,
        event_kind=what,
        body=body,
        begins=None if time is None else instant(day, time, act.offset),
        title=title,
        document=getattr(act, "draft", None) or getattr(act, "document", None),
        parties=getattr(act, "addressees", ()),
    )


def _windows(known: Known, body: str) -> Iterator[DateRow]:
    """The first and last days of the windows for corrections and for papers."""
    corrections = [f for f in known.proposals.tables.windows.values() if f.act.body == body]
    for asked in corrections:
        name = f"{body}/{asked.act.window}"
        yield _until(known, asked, f"corrections/{name}", "corrections", asked.act.deadline, None, body)
    for opened in (f for f in known.documents.tables.windows.values() if f.act.body == body):
        name = f"{body}/{opened.act.submission_window}"
        title = opened.act.title
        yield _until(known, opened, f"submission/{name}", "submission", opened.act.deadline, title, body)
        if opened.act.opens is not None:
            yield _date(
                known,
                opened,
                f"opening/{name}",
                opened.act.opens,
                event_kind="opening",
                body=body,
                title=title,
            )
