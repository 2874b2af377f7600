"""How the meetings of a body are asked about: its periods, and how long it met against its cap."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.known import Known
from accord.areas.meetings.view import in_order
from accord.areas.parties.cite import Cite, Page, Part, cite, head


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
    span_days: int
    """Calendar days that the recorded periods span."""
    span_weekdays: int
    """Of them, Mondays to Fridays; public holidays are not known here."""
    cap_days: int | None
    over_cap: Literal["shown", "not-shown", "no-cap"]
    """`shown` only when the days recorded one by one exceed the cap."""


class MeetingsPage(Page, frozen=True, tag="meetings"):
    """When a body met."""

    body: BodyCode
    meetings: tuple[Period, ...]
    days: MeetingDays


def meetings(known: Known, body: str = "", *, on: datetime.date | None = None) -> MeetingsPage:
    """When a body met."""
    name = established(known, body).act.body
    return MeetingsPage(
        head=head(known, on), body=name, meetings=period_rows(known, name), days=meeting_days(known, name)
    )


def period_rows(known: Known, body: str) -> tuple[Period, ...]:
    """The periods of a body by their first day."""
    facts = sorted(in_order(known.meetings.tables.meetings, body), key=lambda f: (f.act.first, f.act.last))
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
    exact: set[datetime.date] = set()
    span: set[datetime.date] = set()
    for fact in in_order(known.meetings.tables.meetings, body):
        first, last = fact.act.first, fact.act.last
        # A typing error of centuries must not fill the memory; such a period is shown and not counted.
        if (last - first).days < 3700:
            span |= {first + datetime.timedelta(days=n) for n in range((last - first).days + 1)}
        if first == last:
            exact.add(first)
    for fact in in_order(known.meetings.tables.panels, body):
        exact |= {fact.act.on} - {None}
    for table in (known.meetings.tables.statements, known.meetings.tables.introductions):
        for fact in in_order(dict(table), body):
            exact |= set(fact.act.days) if len(fact.act.days) == 1 else set()
    cap = established(known, body).act.cap_days
    return MeetingDays(
        recorded_days=len(exact),
        span_days=len(span),
        span_weekdays=sum(day.weekday() < 5 for day in span),
        cap_days=cap,
        over_cap="no-cap" if cap is None else "shown" if len(exact) > cap else "not-shown",
    )
