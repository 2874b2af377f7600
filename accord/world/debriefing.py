"""What a negotiation came to, computed from its record: brackets over time, who asked for what, time, procedure.

A debriefing counts; it gives no marks. Silence is no statement, and an objection is no fault.
"""

from __future__ import annotations

import datetime

from accord.areas.documents.pages import SymbolText
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.pieces import revisions, rows
from accord.areas.negotiation.revising import in_order
from accord.areas.negotiation.timing import minutes
from accord.areas.parties.cite import EntryIndex, Page, Part, PartyCode, head
from accord.areas.procedure.order import Breach
from accord.areas.procedure.steps import StepName, step_name
from accord.world.exercising import Known, NegotiationState, body_of, brackets_at, latest_draft, state_of


class StageRow(Part, frozen=True):
    """A state of the draft: its document, and how much of it was in brackets."""

    stage: int
    document: SymbolText | None
    """None of an oral revision."""
    merged: int
    """Amendments merged into it."""
    in_brackets: int
    entry: EntryIndex


class UnitCourse(Part, frozen=True):
    """What became of a paragraph of the draft."""

    unit: str
    number: str
    unit_versions: int
    """Texts that it had."""
    most_in_brackets: int
    """Alternatives that stood in its brackets at most; 0 of one that never had any."""
    in_brackets: int
    """Brackets that it has now."""
    settled_stage: int | None
    """The state from which on it is without brackets; `None` of one that has some, or never had any."""


class PartyCourse(Part, frozen=True):
    """What a party did in the negotiation."""

    party: PartyCode
    proposed: int
    merged: int
    withdrawn: int
    objected: int
    """Objections to decisions."""
    let_pass: int
    """Of them, objections to an amendment of words that were merged later all the same."""
    seconds_used: int
    positions: int


class MeetingCourse(Part, frozen=True):
    """How a meeting used its time."""

    number: int
    minutes_planned: int | None
    minutes_used: int | None
    """From when it was called to order until it rose, suspensions included; `None` where a time is not on record."""
    steps: int
    out_of_order: int


class Irregularity(Part, frozen=True):
    """A step that broke a rule of procedure, as it was noted; the Chair let it pass."""

    number: int
    step_name: StepName
    target: str
    rule: int
    breach: Breach
    entry: EntryIndex


class DebriefingPage(Page, frozen=True, tag="debriefing"):
    """What the negotiation of a draft came to."""

    draft: SymbolText | None
    """None where the record has no draft that is negotiated."""
    negotiation_state: NegotiationState | None
    stages: tuple[StageRow, ...]
    paragraphs: tuple[UnitCourse, ...]
    parties: tuple[PartyCourse, ...]
    sittings_held: tuple[MeetingCourse, ...]
    irregularities: tuple[Irregularity, ...]


def debriefing(known: Known, draft: str = "", *, on: datetime.date | None = None) -> DebriefingPage:
    """What the negotiation of a draft came to; without a symbol, of the draft that was opened last.

    Raises:
        Missing: no such draft.
    """
    name = latest_draft(known, draft)
    if name is None:
        return DebriefingPage(head(known, on), None, None, (), (), (), (), ())
    body = body_of(known, name)
    return DebriefingPage(
        head=head(known, on),
        draft=name,
        negotiation_state=state_of(known, name),
        stages=_stages(known, name),
        paragraphs=_paragraphs(known, name),
        parties=_parties(known, name, body),
        sittings_held=() if body is None else _meetings(known, body),
        irregularities=() if body is None else _irregularities(known, body),
    )


def _stages(known: Known, draft: str) -> tuple[StageRow, ...]:
    first = known.negotiation.tables.drafts[draft]
    tabled = StageRow(stage=0, document=draft, merged=0, in_brackets=brackets_at(known, draft, 0), entry=first.entry)
    return (
        tabled,
        *(
            StageRow(
                stage=number,
                document=row.document,
                merged=len(row.merged),
                in_brackets=brackets_at(known, draft, number),
                entry=row.entry,
            )
            for number, row in enumerate(revisions(known, draft), start=1)
        ),
    )


def _paragraphs(known: Known, draft: str) -> tuple[UnitCourse, ...]:
    units = rows(known, draft)
    order = in_order(units, known.negotiation.state(draft))
    printed = numbers(units, order)
    slash = known.negotiation.tables.drafts[draft].act.slash
    found = []
    for unit in order:
        versions = units[unit].versions
        counts = [brackets(version.text, slash=slash) for version in versions]
        most = max(max((len(one.strokes) + 1 for one in told), default=0) for told in counts)
        bare = most and not counts[-1]
        found.append(
            UnitCourse(
                unit=unit,
                number=printed[unit],
                unit_versions=len(versions),
                most_in_brackets=most,
                in_brackets=len(counts[-1]),
                settled_stage=versions[-1].state if bare else None,
            )
        )
    return tuple(found)


def _parties(known: Known, draft: str, body: str | None) -> tuple[PartyCourse, ...]:
    amendments = known.negotiation.tables.amendments.get(draft, {})
    objections = [] if body is None else list(_objections(known, body))
    speeches = [fact.act for fact in known.speakers.tables.speeches.values() if fact.act.body == body]
    positions = [fact.act.party for fact in known.negotiation.tables.positions.get(draft, {}).values()]
    found = []
    for party, fact in known.parties.tables.parties.items():
        if fact.act.kind not in ("state", "group", "organisation", "civil-society"):
            continue
        own = [row for row in amendments.values() if party in row.act.sponsors]
        against = [label for by, label in objections if by == party]
        found.append(
            PartyCourse(
                party=party,
                proposed=len(own),
                merged=sum(row.merged is not None for row in own),
                withdrawn=sum(row.withdrawn is not None for row in own),
                objected=len(against),
                let_pass=sum(_came_later(known, draft, label) for label in against),
                seconds_used=sum(speech.seconds or 0 for speech in speeches if speech.party == party),
                positions=positions.count(party),
            )
        )
    return tuple(found)


def _objections(known: Known, body: str) -> list[tuple[str, str]]:
    return [
        (step.event.by, step.event.on)
        for name, steps in known.procedures.tables.steps.items()
        if name.startswith(f"{body}/")
        for step in steps
        if step.event.kind == "object"
    ]


def _came_later(known: Known, draft: str, label: str) -> bool:
    """Whether the changes of an amendment were merged, by it or by a later one that asks for the same."""
    amendments = known.negotiation.tables.amendments.get(draft, {})
    row = amendments.get(label)
    if row is None:
        return False
    same = (other for other in amendments.values() if other.act.changes == row.act.changes)
    return any(other.merged is not None for other in same)


def _meetings(known: Known, body: str) -> tuple[MeetingCourse, ...]:
    found = []
    for name, fact in known.meetings.tables.scheduled.items():
        sittings = known.meetings.tables.sittings.get(name, ())
        if fact.act.body != body or not sittings:
            continue
        act, steps = fact.act, known.procedures.tables.steps.get(name, ())
        planned = None if act.starts is None or act.ends is None else minutes(act.ends) - minutes(act.starts)
        begun, ended = sittings[0].convened.act, sittings[-1].end
        same_day = begun.time is not None and ended[1] is not None and begun.on == ended[0]
        found.append(
            MeetingCourse(
                number=act.number,
                minutes_planned=planned,
                minutes_used=minutes(ended[1] or "") - minutes(begun.time or "") if same_day else None,
                steps=len(steps),
                out_of_order=sum(bool(step.notes) for step in steps),
            )
        )
    return tuple(sorted(found, key=lambda row: row.number))


def _irregularities(known: Known, body: str) -> tuple[Irregularity, ...]:
    return tuple(
        Irregularity(
            number=int(name.rpartition("/")[2]),
            step_name=step_name(step.event),
            target=step.event.on,
            rule=note.rule,
            breach=note.breach,
            entry=step.entry,
        )
        for name, steps in known.procedures.tables.steps.items()
        if name.startswith(f"{body}/")
        for step in steps
        for note in step.notes
    )
