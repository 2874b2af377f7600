"""How bodies are asked about: mandate, service, officers, friends of the Chair, agenda, modalities."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Annotated, Protocol

from msgspec import Meta

from accord.acts.facts import Fact
from accord.acts.values import Person, Text
from accord.areas.bodies.acts import AdoptAgenda, EstablishBody, Mode, Office, Participation
from accord.areas.bodies.view import Bodies
from accord.areas.parties import cite as citing
from accord.areas.parties.cite import Cite, Correction, Missing, Page, Part, PartyCode, cite, head, history

BodyCode = Annotated[str, Meta(extra={"shown": "body"})]
SessionCode = Annotated[str, Meta(extra={"shown": "session"})]
"""A session, under the code that it has in the register of bodies."""


class Known(citing.Known, Protocol):
    """What these pages are asked of."""

    bodies: Bodies


class Mandate(Part, frozen=True):
    """What established a body, where and how long it may meet, to whom it reports (A/68/514 ¶¶1-2)."""

    body: BodyCode
    name: Text
    short: Text | None
    resolution: str
    resolution_title: Text | None
    paragraphs: tuple[int, ...]
    reporting_paragraph: int | None
    venue: Text | None
    year: int | None
    cap_days: int | None
    reports_to_session: int | None
    agenda_item: str | None
    cite: Cite
    history: tuple[Correction, ...]


class Service(Part, frozen=True):
    """Who provides secretariat and substantive support (¶4)."""

    provider: Text
    cite: Cite


class Officer(Part, frozen=True):
    """A person in an office, in person; the State is the one nominated from, never its position (¶6)."""

    office: Office
    person: Person
    state: PartyCode | None
    mode: Mode
    """As the source says; else `unknown`."""
    elected: datetime.date | None
    cite: Cite


class Friend(Part, frozen=True):
    """A State one of whose representatives is a Friend of the Chair (¶6)."""

    state: PartyCode
    place: int | None
    cite: Cite


class Item(Part, frozen=True):
    """An item of an agenda."""

    number: int
    title: Text


class Agenda(Part, frozen=True):
    """An agenda as adopted (¶7)."""

    document: str | None
    adopted: datetime.date | None
    items: tuple[Item, ...]
    cite: Cite
    history: tuple[Correction, ...]


class Modalities(Part, frozen=True):
    """Who takes part beside States (¶¶1, 8)."""

    admitted: tuple[Participation, ...]
    decided: datetime.date | None
    cite: Cite


class BodyRow(Part, frozen=True):
    """A body in the list of bodies."""

    body: BodyCode
    name: Text
    resolution: str
    year: int | None
    sessions: tuple[SessionCode, ...]
    """Of a body with several sessions: each, the earliest first."""
    cite: Cite


class BodiesPage(Page, frozen=True, tag="bodies"):
    """The bodies of the record."""

    bodies: tuple[BodyRow, ...]


class AgendaPage(Page, frozen=True, tag="agenda"):
    """The agenda of a body."""

    body: BodyCode
    agenda: Agenda | None
    """`None`: no agenda is recorded."""


def bodies(known: Known, *, on: datetime.date | None = None) -> BodiesPage:
    """The bodies of the record; the sessions of one are one body."""
    rows = tuple(
        BodyRow(
            body=fact.act.body,
            name=fact.act.name,
            resolution=fact.act.resolution,
            year=fact.act.year,
            sessions=several(known, fact.act.body),
            cite=cite(known, fact),
        )
        for body, fact in known.bodies.tables.bodies.items()
        if body not in known.bodies.tables.continued
    )
    return BodiesPage(head=head(known, on), bodies=rows)


def several(known: Known, body: str) -> tuple[str, ...]:
    """The sessions of a body, the earliest first; none of a body that has one only."""
    codes = known.bodies.sessions(body)
    return tuple(codes) if len(codes) > 1 else ()


def code_of(bodies: Iterable[str], name: str) -> str | None:
    """The code of the body that is meant: the code itself, or its series however it is spelled; else `None`.

    >>> code_of(["A-AC.281"], "A/AC.281"), code_of(["AC.281"], "A/AC.281"), code_of(["XA-AC.7"], "A/AC.7")
    ('A-AC.281', 'AC.281', None)
    """
    codes = list(bodies)
    if name in codes:
        return name
    organ, series = _series(name)
    alike = [(code, *_series(code)) for code in codes]
    meant = [code for code, its, same in alike if same == series and (its == organ or "" in (its, organ))]
    return meant[0] if len(meant) == 1 else None


def _series(name: str) -> tuple[str, str]:
    """The organ, where it is named, and the series of a body: `A/AC.281`, `A-AC.281` or `AC.281`."""
    organ, mark, series = name.partition("/") if "/" in name else name.partition("-")
    return (organ, series) if mark and re.fullmatch(r"[A-Za-z]+\.[0-9]+", series) else ("", name)


def established(known: Known, body: str) -> Fact[EstablishBody]:
    """The mandate of a body as recorded. With an empty name, of the only body of the record, in its latest session.

    Raises:
        Missing: no such body; or no name and not exactly one body.
    """
    tables = known.bodies.tables.bodies
    name = body or known.bodies.only()
    fact = tables.get(code_of(tables, name) or name)
    if fact is None:
        raise Missing("body", body)
    return fact


def mandate(known: Known, body: str) -> Mandate:
    """The mandate of a body.

    Raises:
        Missing: no such body.
    """
    fact = established(known, body)
    act = fact.act
    return Mandate(
        body=act.body,
        name=act.name,
        short=act.short,
        resolution=act.resolution,
        resolution_title=act.resolution_title,
        paragraphs=act.paragraphs,
        reporting_paragraph=act.reporting_paragraph,
        venue=act.venue,
        year=act.year,
        cap_days=act.cap_days,
        reports_to_session=act.reports_to_session,
        agenda_item=act.agenda_item,
        cite=cite(known, fact),
        history=history(known, fact),
    )


def service(known: Known, body: str) -> Service | None:
    """Who supports a body, if recorded."""
    fact = known.bodies.tables.services.get(body)
    return None if fact is None else Service(provider=fact.act.provider, cite=cite(known, fact))


def officers(known: Known, body: str | None = None, state: str | None = None) -> tuple[Officer, ...]:
    """The officers of a body, or those from a State in any body."""
    return tuple(
        Officer(
            office=fact.act.office,
            person=fact.act.person,
            state=fact.act.state,
            mode=fact.act.mode,
            elected=fact.act.on,
            cite=cite(known, fact),
        )
        for name, offices in known.bodies.tables.officers.items()
        for fact in offices.values()
        if body in (None, name) and state in (None, fact.act.state)
    )


def friends(known: Known, body: str | None = None, state: str | None = None) -> tuple[Friend, ...]:
    """The Friends of the Chair of a body in their printed order, or those from a State in any body."""
    found = [
        Friend(state=fact.act.state, place=fact.act.place, cite=cite(known, fact, fact.act.state))
        for name, named in known.bodies.tables.friends.items()
        for fact in named.values()
        if body in (None, name) and state in (None, fact.act.state)
    ]
    return tuple(sorted(found, key=lambda f: (f.place is None, f.place or 0, f.cite.entry)))


def modalities(known: Known, body: str) -> Modalities | None:
    """Who takes part beside States, if recorded."""
    fact = known.bodies.tables.modalities.get(body)
    return None if fact is None else Modalities(admitted=fact.act.admitted, decided=fact.act.on, cite=cite(known, fact))


def agenda_of(known: Known, body: str) -> Agenda | None:
    """The agenda in force, if recorded."""
    fact: Fact[AdoptAgenda] | None = known.bodies.tables.agendas.get(body)
    if fact is None:
        return None
    return Agenda(
        document=fact.act.document,
        adopted=fact.act.on,
        items=tuple(Item(number=item.number, title=item.title) for item in fact.act.items),
        cite=cite(known, fact),
        history=history(known, fact),
    )


def agenda(known: Known, body: str = "", *, on: datetime.date | None = None) -> AgendaPage:
    """The agenda of a body.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    return AgendaPage(head=head(known, on), body=name, agenda=agenda_of(known, name))
