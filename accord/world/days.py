"""The pages of days: what is recorded for each day of a body, as a journal prints it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from accord.acts.values import Language, Text
from accord.areas.bodies import pages as bodies
from accord.areas.bodies.pages import Agenda, BodyCode, Modalities, Officer, established
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting import pages as drafting
from accord.areas.drafting.pages import Adoption, Consideration, Known
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.pages import IntroductionRow, PanelRow, Period, StatementRow
from accord.areas.meetings.view import in_order
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, cite_entry, head

MeetingKind = Literal["organizational", "substantive"]


class DayRow(Part, frozen=True):
    """A day on which something is recorded. `among`: recorded for one of several days, of which this is one."""

    day: datetime.date
    kinds: tuple[MeetingKind, ...]
    """Of the periods in which the day lies."""
    panels: int
    statements: int
    introductions: int
    among: int
    decisions: int
    """Elections, agenda, modalities, consideration and adoption."""


class DaysPage(Page, frozen=True, tag="days"):
    """The days of a body for which something is recorded."""

    body: BodyCode
    days: tuple[DayRow, ...]


class Issued(Part, frozen=True):
    """A language version issued on the day."""

    symbol: SymbolText
    language: Language
    job: str | None
    title: Text | None
    cite: Cite


class Sponsoring(Part, frozen=True):
    """A sponsorship that began or ended on the day."""

    symbol: SymbolText
    party: PartyCode
    began: bool
    ended: bool
    cite: Cite


class DayPage(Page, frozen=True, tag="day"):
    """A day of a body: what is recorded for that very day, and apart from it what may belong to it."""

    body: BodyCode
    day: datetime.date
    previous_day: datetime.date | None
    """The day before for which something is recorded."""
    next_day: datetime.date | None
    meetings: tuple[Period, ...]
    """The periods in which the day lies; a range proves no meeting on this very day."""
    officers: tuple[Officer, ...]
    """Elected on this day."""
    agenda: Agenda | None
    modalities: Modalities | None
    panels: tuple[PanelRow, ...]
    statements: tuple[StatementRow, ...]
    introductions: tuple[IntroductionRow, ...]
    statements_among: tuple[StatementRow, ...]
    """Recorded for one of several days, of which this is one."""
    introductions_among: tuple[IntroductionRow, ...]
    consideration: Consideration | None
    adoption: Adoption | None
    issued_versions: tuple[Issued, ...]
    sponsorships: tuple[Sponsoring, ...]


def days(known: Known, body: str = "", *, on: datetime.date | None = None) -> DaysPage:
    """The days of a body for which something is recorded.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    periods = meetings.period_rows(known, name)
    found = sorted(_days_of(known, name))
    return DaysPage(head=head(known, on), body=name, days=tuple(_row(known, name, day, periods) for day in found))


def _days_of(known: Known, body: str) -> set[datetime.date]:
    """Every day that something of a body is recorded for; of a period its first and last day."""
    found: set[datetime.date] = set()
    for period in in_order(dict(known.meetings.tables.meetings), body):
        found |= {period.act.first, period.act.last}
    for _, days in _dated(known, body):
        found |= set(days)
    return found


def _dated(known: Known, body: str) -> Iterator[tuple[str, tuple[datetime.date, ...]]]:
    """What is recorded of a body with days: its kind, and the days of which it was one."""
    tables = known.meetings.tables
    for fact in in_order(dict(tables.panels), body):
        yield "panel", () if fact.act.on is None else (fact.act.on,)
    for fact in in_order(dict(tables.statements), body):
        yield "statement", fact.act.days
    for fact in in_order(dict(tables.introductions), body):
        yield "introduction", fact.act.days
    for fact in known.bodies.tables.officers.get(body, {}).values():
        yield "decision", () if fact.act.on is None else (fact.act.on,)
    bodies, drafts = known.bodies.tables, known.drafting.tables
    for decided in (bodies.agendas.get(body), bodies.modalities.get(body), drafts.adoptions.get(body)):
        if decided is not None and decided.act.on is not None:
            yield "decision", (decided.act.on,)
    considered = known.drafting.tables.considerations.get(body)
    if considered is not None:
        for day in considered.act.days:
            yield "decision", (day,)


def _row(known: Known, body: str, day: datetime.date, periods: tuple[Period, ...]) -> DayRow:
    count = {"panel": 0, "statement": 0, "introduction": 0, "decision": 0, "among": 0}
    for kind, days in _dated(known, body):
        if day in days:
            count[kind if len(days) == 1 else "among"] += 1
    return DayRow(
        day=day,
        kinds=tuple(dict.fromkeys(period.kind for period in periods if period.first <= day <= period.last)),
        panels=count["panel"],
        statements=count["statement"],
        introductions=count["introduction"],
        among=count["among"],
        decisions=count["decision"],
    )


def day(known: Known, day: str, body: str = "", *, on: datetime.date | None = None) -> DayPage:
    """A day of a body.

    Raises:
        Missing: no such body, or no day.
    """
    name = established(known, body).act.body
    try:
        when = datetime.date.fromisoformat(day)
    except ValueError:
        raise Missing("day", day) from None
    recorded = sorted(_days_of(known, name))
    tables = known.meetings.tables
    statements = [f for f in in_order(dict(tables.statements), name) if when in f.act.days]
    introduced = [f for f in in_order(dict(tables.introductions), name) if when in f.act.days]
    agenda, modalities = bodies.agenda_of(known, name), bodies.modalities(known, name)
    reported = drafting.adoption(known, name)
    considered, adopted = reported.consideration, reported.adoption
    return DayPage(
        head=head(known, on),
        body=name,
        day=when,
        previous_day=next((d for d in reversed(recorded) if d < when), None),
        next_day=next((d for d in recorded if d > when), None),
        meetings=tuple(p for p in meetings.period_rows(known, name) if p.first <= when <= p.last),
        officers=tuple(o for o in bodies.officers(known, name) if o.elected == when),
        agenda=agenda if agenda is not None and agenda.adopted == when else None,
        modalities=modalities if modalities is not None and modalities.decided == when else None,
        panels=tuple(meetings.panel_row(known, f) for f in in_order(dict(tables.panels), name) if f.act.on == when),
        statements=tuple(meetings.statement_row(known, f) for f in statements if len(f.act.days) == 1),
        introductions=tuple(meetings.introduction_row(known, f) for f in introduced if len(f.act.days) == 1),
        statements_among=tuple(meetings.statement_row(known, f) for f in statements if len(f.act.days) > 1),
        introductions_among=tuple(meetings.introduction_row(known, f) for f in introduced if len(f.act.days) > 1),
        consideration=considered if considered is not None and when in considered.days else None,
        adoption=adopted if adopted is not None and adopted.adopted == when else None,
        issued_versions=_issued(known, name, when),
        sponsorships=_sponsoring(known, name, when),
    )


def _issued(known: Known, body: str, day: datetime.date) -> tuple[Issued, ...]:
    tables = known.documents.tables
    return tuple(
        Issued(
            symbol=symbol,
            language=fact.act.language,
            job=fact.act.job,
            title=tables.documents[symbol].act.title,
            cite=cite(known, fact),
        )
        for symbol, versions in tables.versions.items()
        if tables.documents[symbol].act.body == body
        for fact in versions.values()
        if fact.act.on == day
    )


def _sponsoring(known: Known, body: str, day: datetime.date) -> tuple[Sponsoring, ...]:
    tables = known.documents.tables
    return tuple(
        Sponsoring(
            symbol=symbol,
            party=party,
            began=row.since == day,
            ended=row.ended is not None and row.until == day,
            cite=cite_entry(known, row.ended if row.since != day and row.ended is not None else row.entry, party),
        )
        for symbol, rows in tables.sponsorships.items()
        if tables.documents[symbol].act.body == body
        for party, row in rows.items()
        if day == row.since or (row.ended is not None and row.until == day)
    )
