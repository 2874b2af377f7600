"""How the meetings of a body are asked about: its periods, and how long it met against its cap."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.known import Known
from accord.areas.meetings.single import MeetingRow, meeting_rows
from accord.areas.parties.cite import Cite, EntryIndex, Page, Part, cite, head


class Period(Part, frozen=True):
    """A body met from a day to a day, both included (A/68/514 ¶3)."""

    meeting: str
    kind: Literal["organizational", "substantive"]
    first: datetime.date
    last: datetime.date
    venue: Text | None
    cite: Cite


class MeetingDays(Part, frozen=True):
    """How long a body met, against its cap. A range proves no number of working days, so it never shows a breach."""

    recorded_days: int
    """Days on which something is recorded as held on that very day."""
    convened_days: int
    """Of them, days on which a single meeting is recorded as called to order or resumed."""
    span_days: int
    """Calendar days that the recorded periods span."""
    span_weekdays: int
    """Of them, Mondays to Fridays; public holidays are not known here."""
    cap_days: int | None
    over_cap: Literal["shown", "not-shown", "no-cap"]
    """`shown` only when the days recorded one by one exceed the cap."""
    over_cap_entries: tuple[EntryIndex, ...]
    """One entry for each of the recorded days, where they exceed the cap."""


class MeetingsPage(Page, frozen=True, tag="meetings"):
    """When a body met, and is to meet."""

    body: BodyCode
    meetings: tuple[Period, ...]
    single_meetings: tuple[MeetingRow, ...]
    days: MeetingDays


def meetings(known: Known, body: str = "", *, on: datetime.date | None = None) -> MeetingsPage:
    """When a body met."""
    name = established(known, body).act.body
    return MeetingsPage(
        head=head(known, on),
        body=name,
        meetings=period_rows(known, name),
        single_meetings=meeting_rows(known, name),
        days=meeting_days(known, name),
    )


def period_rows(known: Known, body: str) -> tuple[Period, ...]:
    """The periods of a body by their first day."""
    facts = sorted(known.meeting_lookups.of_body["meeting"][body], key=lambda f: (f.act.first, f.act.last))
    return tuple(
        Period(
            meeting=f.act.meeting,
            kind=f.act.kind,
            first=f.act.first,
            last=f.act.last,
            venue=f.act.venue,
            cite=cite(known, f),
        )
        for f in facts
    )


def meeting_days(known: Known, body: str) -> MeetingDays:
    """How long a body met, against its cap."""
    return known.once(f"days of {body}", lambda: _meeting_days(known, body))


def _meeting_days(known: Known, body: str) -> MeetingDays:
    exact = recorded_days(known, body)
    span: set[datetime.date] = set()
    for fact in known.meeting_lookups.of_body["meeting"][body]:
        first, last = fact.act.first, fact.act.last
        # A typing error of centuries must not fill the memory; such a period is shown and not counted.
        if (last - first).days < 3700:
            span |= {first + datetime.timedelta(days=n) for n in range((last - first).days + 1)}
    cap = established(known, body).act.cap_days
    over = cap is not None and len(exact) > cap
    return MeetingDays(
        recorded_days=len(exact),
        convened_days=len(set(convened_days(known, body))),
        span_days=len(span),
        span_weekdays=sum(day.weekday() < 5 for day in span),
        cap_days=cap,
        over_cap="no-cap" if cap is None else "shown" if over else "not-shown",
        over_cap_entries=tuple(exact[day] for day in sorted(exact)) if over else (),
    )


def convened_days(known: Known, body: str) -> dict[datetime.date, int]:
    """The days on which a meeting of a body was called to order or resumed, with the entry that says so first."""
    found: dict[datetime.date, int] = {}
    for sittings in known.meetings.tables.sittings.values():
        for sitting in sittings:
            if sitting.convened.act.body == body:
                found.setdefault(sitting.convened.act.on, sitting.convened.entry)
    return found


def recorded_days(known: Known, body: str) -> dict[datetime.date, int]:
    """The days for each of which something is recorded as held on that very day, with an entry that says so."""
    found = convened_days(known, body)
    for fact in known.meeting_lookups.of_body["meeting"][body]:
        if fact.act.first == fact.act.last:
            found.setdefault(fact.act.first, fact.entry)
    for index in known.meeting_lookups.by_day.values():
        for of, day, alone in index:
            held = index.first((of, day, alone))
            if of == body and alone and held is not None:
                found.setdefault(day, held.entry)
    return found
