"""The pages of days: what is recorded for each day of a body, as a journal prints it."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple

from accord.acts.values import Language, Text
from accord.areas.bodies import pages as bodies
from accord.areas.bodies.pages import Agenda, BodyCode, Modalities, Officer, established
from accord.areas.documents.pages import SymbolText
from accord.areas.documents.view import Sponsorship
from accord.areas.drafting import pages as drafting
from accord.areas.drafting.pages import Adoption, Consideration
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.pages import IntroductionRow, MeetingRow, PanelRow, Period, SlotRow, StatementRow
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, cite_entry, head
from accord.areas.parties.rows import listed
from accord.areas.procedure.pages import Ballot
from accord.areas.speakers import pages as speakers
from accord.areas.speakers.pages import SpeechRow
from accord.world.floors import FloorStep, ballots_on, floor_days, steps_on
from accord.world.talked import Known

MeetingKind = Literal["organizational", "substantive"]
Dated = Literal["meeting", "speech", "floor", "decision"]


class DayRow(Part, frozen=True):
    """A day on which something is recorded. `among`: recorded for one of several days, of which this is one."""

    day: datetime.date
    kinds: tuple[MeetingKind, ...]
    """Of the periods in which the day lies."""
    single_meetings: int
    """Held on the day, or scheduled for it."""
    speeches: int
    panels: int
    statements: int
    introductions: int
    among: int
    decisions: int
    """Elections, agenda, modalities, consideration and adoption."""
    floor_steps: int
    """Motions, rulings, votes and decisions on the floor of meetings."""


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
    single_meetings: tuple[MeetingRow, ...]
    """Held on this very day, or scheduled for it."""
    programme: tuple[SlotRow, ...]
    """What the programme of work says about the day."""
    speeches: tuple[SpeechRow, ...]
    floor_steps: tuple[FloorStep, ...]
    """What was moved, ruled and decided on the floor, in meetings opened or resumed on this day."""
    ballots: tuple[Ballot, ...]
    officers: tuple[Officer, ...]
    """Elected on this day."""
    agenda: Agenda | None
    modalities: Modalities | None
    panels: tuple[PanelRow, ...]
    statements: Sequence[StatementRow]
    introductions: Sequence[IntroductionRow]
    statements_among: Sequence[StatementRow]
    """Recorded for one of several days, of which this is one."""
    introductions_among: Sequence[IntroductionRow]
    consideration: Consideration | None
    adoption: Adoption | None
    issued_versions: tuple[Issued, ...]
    sponsorships: Sequence[Sponsoring]


def days(known: Known, body: str = "", *, on: datetime.date | None = None) -> DaysPage:
    """The days of a body for which something is recorded.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    periods = meetings.period_rows(known, name)
    found = recorded_days(known, name)
    dated = Counter(_dated(known, name))
    rows = tuple(_row(known, name, day, periods, dated) for day in found)
    return DaysPage(head=head(known, on), body=name, days=rows)


def recorded_days(known: Known, body: str) -> tuple[datetime.date, ...]:
    """Every day that something of a body is recorded for, in order; of a period its first and last day."""
    return known.once(f"recorded days of {body}", lambda: tuple(sorted(_days_of(known, body))))


def _days_of(known: Known, body: str) -> set[datetime.date]:
    found: set[datetime.date] = set()
    for period in known.meeting_lookups.of_body["meeting"][body]:
        found |= {period.act.first, period.act.last}
    for _, day in _dated(known, body):
        found.add(day)
    return found | meetings.programme_days(known, body) | known.meeting_lookups.days(body)


def _dated(known: Known, body: str) -> Iterator[tuple[Dated, datetime.date]]:
    """The single meetings, the speeches and the decisions of a body with their days."""
    for day, rows in meetings.meetings_by_day(known, body).items():
        for _ in rows:
            yield "meeting", day
    for speech in speakers.speech_rows(known, body):
        yield "speech", speech.spoken
    for day in floor_days(known, body):
        yield "floor", day
    for fact in known.bodies.tables.officers.get(body, {}).values():
        if fact.act.on is not None:
            yield "decision", fact.act.on
    bodies, drafts = known.bodies.tables, known.drafting.tables
    for decided in (bodies.agendas.get(body), bodies.modalities.get(body), drafts.adoptions.get(body)):
        if decided is not None and decided.act.on is not None:
            yield "decision", decided.act.on
    considered = known.drafting.tables.considerations.get(body)
    if considered is not None:
        for day in considered.act.days:
            yield "decision", day


def _row(
    known: Known,
    body: str,
    day: datetime.date,
    periods: tuple[Period, ...],
    dated: Counter[tuple[Dated, datetime.date]],
) -> DayRow:
    by_day = known.meeting_lookups.by_day
    return DayRow(
        day=day,
        kinds=tuple(dict.fromkeys(period.kind for period in periods if period.first <= day <= period.last)),
        single_meetings=dated["meeting", day],
        speeches=dated["speech", day],
        panels=by_day["panel"].count((body, day, True)),
        statements=by_day["statement"].count((body, day, True)),
        introductions=by_day["introduction"].count((body, day, True)),
        among=sum(index.count((body, day, False)) for index in by_day.values()),
        decisions=dated["decision", day],
        floor_steps=dated["floor", day],
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
    recorded = recorded_days(known, name)
    place = bisect_left(recorded, when)
    by_day = known.meeting_lookups.by_day
    stated, introduced = partial(meetings.statement_row, known), partial(meetings.introduction_row, known)
    agenda, modalities = bodies.agenda_of(known, name), bodies.modalities(known, name)
    reported = drafting.adoption(known, name)
    considered, adopted = reported.consideration, reported.adoption
    return DayPage(
        head=head(known, on),
        body=name,
        day=when,
        previous_day=recorded[place - 1] if place else None,
        next_day=next((day for day in recorded[place : place + 2] if day > when), None),
        meetings=tuple(p for p in meetings.period_rows(known, name) if p.first <= when <= p.last),
        single_meetings=meetings.meeting_rows(known, name, when),
        programme=meetings.slots_on(known, name, when, on),
        speeches=tuple(row for row in speakers.speech_rows(known, name) if row.spoken == when),
        floor_steps=steps_on(known, name, when),
        ballots=ballots_on(known, name, when),
        officers=tuple(o for o in bodies.officers(known, name) if o.elected == when),
        agenda=agenda if agenda is not None and agenda.adopted == when else None,
        modalities=modalities if modalities is not None and modalities.decided == when else None,
        panels=tuple(meetings.panel_row(known, f) for f in by_day["panel"][name, when, True]),
        statements=listed(by_day["statement"][name, when, True], stated),
        introductions=listed(by_day["introduction"][name, when, True], introduced),
        statements_among=listed(by_day["statement"][name, when, False], stated),
        introductions_among=listed(by_day["introduction"][name, when, False], introduced),
        consideration=considered if considered is not None and when in considered.days else None,
        adoption=adopted if adopted is not None and adopted.adopted == when else None,
        issued_versions=_issued(known, name, when),
        sponsorships=_sponsoring(known, name, when),
    )


def _issued(known: Known, body: str, day: datetime.date) -> tuple[Issued, ...]:
    return tuple(
        Issued(
            symbol=of.act.symbol,
            language=fact.act.language,
            job=fact.act.job,
            title=of.act.title,
            cite=cite(known, fact),
        )
        for of in known.document_lookups.issued[body, day]
        for fact in known.documents.tables.versions[of.act.symbol].values()
        if fact.act.on == day
    )


class _Sponsorship(NamedTuple):
    symbol: str
    party: str
    row: Sponsorship
    began: bool

    @property
    def entry(self) -> int:
        ended = self.row.ended
        return self.row.entry if self.began or ended is None else ended


def _sponsoring(known: Known, body: str, day: datetime.date) -> Sequence[Sponsoring]:
    table = known.documents.tables.sponsorships
    found = [
        _Sponsorship(fact.act.symbol, party, row, row.since == day)
        for fact in known.document_lookups.sponsored[body, day]
        for party, row in table[fact.act.symbol].items()
        if day == row.since or (row.ended is not None and row.until == day)
    ]

    def sponsoring(one: _Sponsorship) -> Sponsoring:
        return Sponsoring(
            symbol=one.symbol,
            party=one.party,
            began=one.began,
            ended=one.row.ended is not None and one.row.until == day,
            cite=cite_entry(known, one.entry, one.party),
        )

    return listed(found, sponsoring)
