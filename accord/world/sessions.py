"""The pages of a body and of each of its sessions.

A session that continues a body is recorded under a code of its own, with a mandate, officers and meetings of its
own; what is told of a body is therefore told of each session too.
"""

from __future__ import annotations

import datetime

from msgspec.structs import replace

from accord.areas.bodies import pages as bodies
from accord.areas.bodies.pages import Agenda, BodyCode, Friend, Mandate, Modalities, Officer, Service, SessionCode
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting import pages as drafting
from accord.areas.drafting.pages import Adoption, Consideration
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.pages import MeetingDays, Period
from accord.areas.negotiation.pages import DraftRow, draft_row
from accord.areas.parties.cite import Cite, Page, Part, cite, head
from accord.areas.procedure.sets import SetName
from accord.areas.speakers import pages as speakers
from accord.world.talked import Known


class SessionRow(Part, frozen=True):
    """A session of a body: when it met, what it produced."""

    session: SessionCode
    resolution: SymbolText
    reports_to_session: int | None
    year: int | None
    first: datetime.date | None
    """The first day of the first period recorded."""
    last: datetime.date | None
    documents: int
    statements: int
    reported: SymbolText | None
    """The report that it adopted."""
    cite: Cite


class BodyPage(Page, frozen=True, tag="body"):
    """A body: mandate, service, officers, friends of the Chair, agenda, modalities, meetings."""

    body: BodyCode
    sessions: tuple[SessionRow, ...]
    """Of a body with several sessions: each, the earliest first. What a session has by itself is on its own page: here
    are then the periods of all of them, and counts over all of them."""
    mandate: Mandate
    service: Service | None
    officers: tuple[Officer, ...]
    friends: tuple[Friend, ...]
    agenda: Agenda | None
    modalities: Modalities | None
    consideration: Consideration | None
    adoption: Adoption | None
    meetings: tuple[Period, ...]
    days: MeetingDays | None
    """Against the cap of its mandate; `None` of several sessions, each of which has a mandate of its own."""
    documents: int
    panels: int
    statements: int
    introductions: int
    themes: int
    proposals: int
    lists: int
    """Of speakers."""
    rules: SetName | None
    """The set of rules of procedure that it adopted."""
    negotiated: tuple[DraftRow, ...]
    """Its drafts under negotiation, and those adopted."""


class SessionPage(BodyPage, frozen=True, tag="session"):
    """A session of a body: all that a body has, and where the session stands among the others."""

    session_number: int
    """By the order of the sessions recorded."""
    previous_session: SessionCode | None
    following_session: SessionCode | None
    continues: BodyCode | None
    """The body as it was first established; of that one, nothing."""
    continued_by: Cite | None
    """Where it stands that this is a session of that body."""


def body(known: Known, body: str = "", *, on: datetime.date | None = None) -> BodyPage:
    """A body.

    Raises:
        Missing: no such body.
    """
    told = _body(known, body, on)
    return told if not told.sessions else _of_all_sessions(known, told)


def _of_all_sessions(known: Known, told: BodyPage) -> BodyPage:
    """The page of a body with several sessions: what holds for it as a whole."""
    each = [_body(known, row.session, told.head.on) for row in told.sessions]
    counted = ("documents", "panels", "statements", "introductions", "themes", "proposals", "lists")
    return replace(
        told,
        mandate=each[0].mandate,
        service=None,
        officers=(),
        friends=(),
        agenda=None,
        modalities=None,
        consideration=None,
        adoption=None,
        rules=None,
        days=None,
        meetings=tuple(period for one in each for period in one.meetings),
        negotiated=tuple(draft for one in each for draft in one.negotiated),
        **{name: sum(getattr(one, name) for one in each) for name in counted},
    )


def session(known: Known, session: str = "", *, on: datetime.date | None = None) -> SessionPage:
    """A session of a body; a body with one session is that session.

    Raises:
        Missing: no such body.
    """
    told = _body(known, session, on)
    codes = known.bodies.sessions(told.body)
    place = codes.index(told.body)
    fact = known.bodies.tables.continued.get(told.body)
    fields = {name: getattr(told, name) for name in told.__struct_fields__}
    return SessionPage(
        **fields,
        session_number=place + 1,
        previous_session=codes[place - 1] if place else None,
        following_session=codes[place + 1] if place + 1 < len(codes) else None,
        continues=None if fact is None else fact.act.of,
        continued_by=None if fact is None else cite(known, fact),
    )


def session_rows(known: Known, body: str) -> tuple[SessionRow, ...]:
    """The sessions of a body, the earliest first; none of a body that has one only."""
    return tuple(_row(known, code) for code in bodies.several(known, body))


def _body(known: Known, body: str, on: datetime.date | None) -> BodyPage:
    mandate = bodies.mandate(known, body)
    name = mandate.body
    reported = drafting.adoption(known, name)
    register = known.meeting_lookups.of_body
    adopted_rules = known.procedures.tables.adopted.get(name)
    return BodyPage(
        head=head(known, on),
        body=name,
        sessions=session_rows(known, name),
        mandate=mandate,
        service=bodies.service(known, name),
        officers=bodies.officers(known, name),
        friends=bodies.friends(known, name),
        agenda=bodies.agenda_of(known, name),
        modalities=bodies.modalities(known, name),
        consideration=reported.consideration,
        adoption=reported.adoption,
        meetings=meetings.period_rows(known, name),
        days=meetings.meeting_days(known, name),
        documents=known.document_lookups.of_body.count((name, False)),
        panels=register["panel"].count(name),
        statements=register["statement"].count(name),
        introductions=register["introduction"].count(name),
        themes=register["theme"].count(name),
        proposals=len(known.proposals.of_body(name)),
        lists=len(speakers.list_rows(known, name)),
        rules=None if adopted_rules is None else adopted_rules.act.rules,
        negotiated=tuple(
            draft_row(known, fact)
            for fact in known.negotiation.tables.drafts.values()
            if known.documents.tables.documents[fact.act.draft].act.body == name
        ),
    )


def _row(known: Known, session: str) -> SessionRow:
    fact = known.bodies.tables.bodies[session]
    periods = meetings.period_rows(known, session)
    adopted = known.drafting.tables.adoptions.get(session)
    return SessionRow(
        session=session,
        resolution=fact.act.resolution,
        reports_to_session=fact.act.reports_to_session,
        year=fact.act.year,
        first=min((period.first for period in periods), default=None),
        last=max((period.last for period in periods), default=None),
        documents=known.document_lookups.of_body.count((session, False)),
        statements=known.meeting_lookups.of_body["statement"].count(session),
        reported=None if adopted is None else adopted.act.document,
        cite=cite(known, fact),
    )
