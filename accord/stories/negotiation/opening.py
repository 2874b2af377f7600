"""Before the first meeting: the record, the parties and their keys, the body, its programme, papers, and the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accord.acts.values import Person
from accord.areas.bodies.acts import ElectOfficer, EstablishBody
from accord.areas.documents.acts import JoinSponsors, RegisterDocument
from accord.areas.drafting.acts import RecordUnit
from accord.areas.meetings.acts import ScheduleMeeting
from accord.areas.negotiation.acts import OpenDraft, TranslateUnit, WriteUnit
from accord.areas.negotiation.text import digest
from accord.areas.parties.acts import EnterParty, FoundRecord, RegisterKey
from accord.stories.negotiation.scenario import (
    AGENDA,
    BODY,
    CHAIR_NAME,
    DRAFT,
    ISSUE_OF,
    LANGUAGES,
    OBSERVER,
    OFFSET,
    PAPERS,
    RESOLUTION,
    ROLES,
    SECRETARIAT,
    SESSIONS,
    STATES,
    UNITS,
    Game,
    party_of,
)
from accord.stories.negotiation.wording import in_draft, said
from accord.stories.story import Said


def opened(game: Game, vkeys: Mapping[str, str]) -> Iterator[Said]:
    """The acts before the first meeting, given the public key of each role."""
    yield from _parties(vkeys)
    yield from _body()
    yield Said(
        SECRETARIAT,
        RegisterDocument(symbol=AGENDA, kind="agenda", title=said("names", "agenda"), submitter="secretariat", **_OF),
        ("secretariat",),
    )
    for name, (symbol, sponsors) in PAPERS.items():
        yield from _paper(name, symbol, sponsors)
    yield from _draft(game)


_OF: dict[str, Any] = {"body": BODY}


def _parties(vkeys: Mapping[str, str]) -> Iterator[Said]:
    founded = FoundRecord(
        secretariat=SECRETARIAT,
        name=said("names", "secretariat"),
        title=said("names", "title"),
        vkey=vkeys["secretariat"],
        exercise=True,
    )
    yield Said(SECRETARIAT, founded, ("secretariat",))
    for state in STATES:
        yield Said(SECRETARIAT, EnterParty(party=state, kind="state", name=said("names", state)), ("secretariat",))
    observer = EnterParty(party=OBSERVER, kind="civil-society", name=said("names", "observer"))
    yield Said(SECRETARIAT, observer, ("secretariat",))
    for role in ROLES:
        if role != "secretariat":
            registered = RegisterKey(party=party_of(role), vkey=vkeys[role])
            yield Said(SECRETARIAT, registered, (role, "secretariat"))


def _body() -> Iterator[Said]:
    established = EstablishBody(
        body=BODY,
        name=said("names", "body"),
        short=said("names", "short"),
        resolution=RESOLUTION,
        venue=said("names", "venue"),
        year=SESSIONS[0].on.year,
        cap_days=len({session.on for session in SESSIONS}),
    )
    yield Said(SECRETARIAT, established, ("secretariat",))
    for session in SESSIONS:
        scheduled = ScheduleMeeting(
            number=session.number,
            kind=session.kind,
            on=session.on,
            starts=session.starts,
            ends=session.ends,
            offset=OFFSET,
            venue=said("names", "venue"),
            access="open",
            items=(session.item,),
            **_OF,
        )
        yield Said(SECRETARIAT, scheduled, ("secretariat",))


def elected() -> ElectOfficer:
    """The election of the Chair, who is a person and represents no State here."""
    return ElectOfficer(office="chair", person=Person(name=CHAIR_NAME), mode="acclamation", on=SESSIONS[0].on, **_OF)


def _paper(name: str, symbol: str, sponsors: tuple[str, ...]) -> Iterator[Said]:
    registered = RegisterDocument(
        symbol=symbol,
        kind="working-paper",
        title=said("papers", name, "title"),
        submitter="sponsors",
        sponsors=sponsors[:1],
        place=list(PAPERS).index(name) + 1,
        **_OF,
    )
    yield Said(sponsors[0], registered)
    for sponsor in sponsors[1:]:
        yield Said(sponsor, JoinSponsors(symbol=symbol, sponsor=sponsor, on=SESSIONS[0].on))
    for number in ("1", "2"):
        for language in LANGUAGES:
            recorded = RecordUnit(
                document=symbol,
                unit=f"para-{number}",
                language=language,
                kind="paragraph",
                number=number,
                place=int(number),
                pieces=(said("papers", name, number).said[language],),
            )
            yield Said(SECRETARIAT, recorded, ("secretariat",))


def _draft(game: Game) -> Iterator[Said]:
    title = said("names", "draft", original=game.language)
    yield Said(
        SECRETARIAT,
        RegisterDocument(symbol=DRAFT, kind="draft", title=title, submitter="chair", **_OF),
        ("secretariat",),
    )
    opening = OpenDraft(draft=DRAFT, language=game.language, facilitator=SECRETARIAT, slash=True)
    yield Said(SECRETARIAT, opening, ("chair",))
    for place, unit in enumerate(UNITS, start=1):
        issue = ISSUE_OF.get(unit)
        tabled = () if issue is None else issue.tabled
        text = in_draft(game.language, unit, tabled)
        written = WriteUnit(draft=DRAFT, unit=unit, kind="paragraph", number=str(place), place=place, text=text)
        yield Said(SECRETARIAT, written, ("chair",))
        for language in LANGUAGES:
            if language != game.language:
                translated = TranslateUnit(
                    draft=DRAFT,
                    unit=unit,
                    language=language,
                    of_text=digest(text),
                    text=in_draft(language, unit, tabled),
                )
                yield Said(SECRETARIAT, translated, ("secretariat",))
