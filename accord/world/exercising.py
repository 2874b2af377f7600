"""Where a negotiation stands, and what it asks of each party now: for players of an exercise, from the record alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal, Protocol

from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.view import Meetings
from accord.areas.negotiation import pieces
from accord.areas.negotiation.bracketed import bracket_rows
from accord.areas.negotiation.pieces import negotiated, rows
from accord.areas.parties.cite import Missing, Page, Part, PartyCode, head
from accord.areas.procedure.floor import MeetingState
from accord.areas.procedure.view import Procedures
from accord.areas.speakers.view import Speakers

Task = Literal["speak", "wait-to-speak", "consider", "consider-silence", "answer", "confirm"]
NegotiationState = Literal["adopted", "not-put", "under-way"]


class Known(pieces.Known, Protocol):
    """What these pages are asked of."""

    meetings: Meetings
    speakers: Speakers
    procedures: Procedures


class TaskRow(Part, frozen=True):
    """Something that the record asks of a party now; it may also let it pass."""

    party: PartyCode
    task: Task
    target: str
    """The list, amendment, silence procedure, deadline or draft that it is about."""


class ExercisePage(Page, frozen=True, tag="exercise"):
    """Where the negotiation of a draft stands: its meeting, its text, and what is asked of whom."""

    draft: SymbolText | None
    """None where the record has no draft that is negotiated."""
    party: PartyCode | None
    negotiation_state: NegotiationState | None
    number: int | None
    """Of the latest meeting that has a floor."""
    meeting_state: MeetingState | None
    stage: int
    in_brackets: int
    open_amendments: int
    tasks: tuple[TaskRow, ...]


def exercise(known: Known, party: str = "", *, on: datetime.date | None = None) -> ExercisePage:
    """Where the latest negotiation of the record stands, and what is asked of a party, or of everybody.

    Raises:
        Missing: there is no such party.
    """
    if party and party not in known.parties.tables.parties:
        raise Missing("party", party)
    draft = latest_draft(known)
    if draft is None:
        return ExercisePage(head(known, on), None, party or None, None, None, None, 0, 0, 0, ())
    body = body_of(known, draft)
    number = None if body is None else known.procedures.latest(body)
    floor = None if body is None or number is None else known.procedures.floor(body, number)
    amendments = known.negotiation.tables.amendments.get(draft, {}).values()
    return ExercisePage(
        head=head(known, on),
        draft=draft,
        party=party or None,
        negotiation_state=state_of(known, draft),
        number=number,
        meeting_state=None if floor is None else floor.state,
        stage=known.negotiation.state(draft),
        in_brackets=brackets_at(known, draft, known.negotiation.state(draft)),
        open_amendments=sum(row.open for row in amendments),
        tasks=tuple(row for row in tasks(known, draft) if party in ("", row.party)),
    )


def latest_draft(known: Known, draft: str = "") -> str | None:
    """The draft of a symbol; without one, the draft that was opened last, if any was.

    Raises:
        Missing: no such draft.
    """
    opened = known.negotiation.tables.drafts
    if draft:
        return negotiated(known, draft).act.draft
    return max(opened, key=lambda name: opened[name].first, default=None)


def body_of(known: Known, draft: str) -> str | None:
    """The body that a draft is of."""
    body: str | None = known.documents.tables.documents[draft].act.body
    return body


def state_of(known: Known, draft: str) -> NegotiationState:
    """Whether a draft was adopted, or the meeting decided not to put it."""
    if draft in known.negotiation.tables.adoptions:
        return "adopted"
    body = body_of(known, draft)
    number = None if body is None else known.procedures.latest(body)
    question = None if body is None or number is None else known.procedures.floor(body, number).question(draft)
    return "not-put" if question is not None and question.state == "not-voted" else "under-way"


def brackets_at(known: Known, draft: str, state: int) -> int:
    """How many brackets a draft has in a state, nested ones too."""
    units = rows(known, draft)
    standing = (unit for unit, row in units.items() if row.stands(state))
    return sum(len(bracket_rows(known, draft, unit, "", state)) for unit in standing)


def tasks(known: Known, draft: str) -> Iterator[TaskRow]:
    """What the record asks of parties now."""
    body = body_of(known, draft)
    if body is not None:
        yield from _speakers(known, body)
    if state_of(known, draft) == "under-way":
        states = [name for name, fact in known.parties.tables.parties.items() if fact.act.kind == "state"]
        if body is not None:
            yield from _questions(known, body, states)
        yield from _silences(known, draft, states)
    yield from _replies(known, draft)


def _speakers(known: Known, body: str) -> Iterator[TaskRow]:
    wanted: dict[str, Task] = {"speaking": "speak", "waiting": "wait-to-speak"}
    for name, places in known.speakers.tables.places.items():
        if name.startswith(f"{body}/"):
            for place in places:
                if place.state in wanted:
                    yield TaskRow(party=place.act.party, task=wanted[place.state], target=place.act.list)


def _questions(known: Known, body: str, states: list[str]) -> Iterator[TaskRow]:
    number = known.procedures.latest(body)
    floor = None if number is None else known.procedures.floor(body, number)
    if floor is None or floor.state != "open":
        return
    for question in floor.questions:
        if question.kind == "amendment" and question.state == "pending":
            for state in states:
                if state not in (*question.sponsors, *question.objections):
                    yield TaskRow(party=state, task="consider", target=question.label)


def _silences(known: Known, draft: str, states: list[str]) -> Iterator[TaskRow]:
    for name in known.negotiation.tables.silences.get(draft, {}):
        broken = known.negotiation.tables.breaks.get(f"{draft}/{name}", {})
        for state in () if broken else states:
            yield TaskRow(party=state, task="consider-silence", target=name)


def _replies(known: Known, draft: str) -> Iterator[TaskRow]:
    tables = known.negotiation.tables
    for name, fact in tables.deadlines.get(draft, {}).items():
        answered = tables.answers.get(f"{draft}/{name}", {})
        for party in fact.act.addressees:
            if party not in answered:
                yield TaskRow(party=party, task="answer", target=name)
    told = tables.confirmations.get(draft, {})
    for party, given in tables.agreements.get(draft, {}).items():
        if given.act.ad_referendum and (party not in told or told[party].entry < given.entry):
            yield TaskRow(party=party, task="confirm", target=draft)
