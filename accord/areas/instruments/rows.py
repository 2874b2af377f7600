"""The rows that pages of instruments share: an instrument, a State's standing, what it did, what it said."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta
from msgspec.structs import replace

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.instruments.acts import ActionKind, InstrumentKind, LegalStage, MakeReservation, RemarkKind
from accord.areas.instruments.conflicts import ConflictKind, conflicts
from accord.areas.instruments.deeds import Deed
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import entered, is_bound, tally
from accord.areas.instruments.periods import Held, Standing
from accord.areas.instruments.rules import key
from accord.areas.instruments.stages import stage_on
from accord.areas.parties.cite import EntryIndex, FactCite, Part, PartyCode, cite_fact

InstrumentCode = Annotated[str, Meta(extra={"shown": "instrument"})]
"""An instrument: faces show its name and lead to its page."""
StatusCode = Annotated[str, Meta(extra={"shown": "instrument-state"})]
"""An instrument and a State, as `instrument/party`."""
Dated = Literal["recorded", "not-recorded", "unknown-then"]
"""Whether days are recorded: of what decides where a State stands, all; not all; or so few that it is not known
whether a recorded action had been done by the day asked."""


class InstrumentRow(Part, frozen=True):
    """An instrument in a list: its stage, and how many States stand how, on the day asked."""

    instrument: InstrumentCode
    name: Text
    kind: InstrumentKind
    legal_stage: LegalStage | None
    since: datetime.date | None
    """Of the stage."""
    signed_count: int
    consented_count: int
    """Bound by an act of their own, whether or not it is in force for them."""
    party_count: int | None
    """For whom it is in force; `None` where nothing recorded says when it is."""
    undated_count: int
    conflict_count: int
    cite: FactCite


class StandingRow(Part, frozen=True):
    """Where a State stands towards an instrument, on the day asked."""

    party: PartyCode
    legal_standing: Standing
    signed: datetime.date | None
    consented_by: ActionKind | None
    consented: datetime.date | None
    in_force: datetime.date | None
    """From which day it is in force for the State."""
    ended_on: datetime.date | None
    dated: Dated
    not_fitting: tuple[ConflictKind, ...]
    """What of that which is recorded of the State does not fit together."""
    decided_by: EntryIndex | None
    """The entry that records what decides it."""
    particulars: StatusCode
    """Under which all that is recorded of the State and the instrument is asked for."""


class DeedRow(Part, frozen=True):
    """What a State did about an instrument, as one source tells it."""

    action: ActionKind
    on: datetime.date | None
    effective: datetime.date | None
    depositary: str | None
    deposited_with: PartyCode | None
    """The party that the depositary is, where it is one."""
    depositary_name: Text | None
    """The city or the office."""
    named_as: str | None
    """As the source names the State, where that is another name."""
    note: Text | None
    cite: FactCite


class RemarkRow(Part, frozen=True):
    """A reservation, declaration, interpretation, objection or communication, and its withdrawal."""

    instrument: InstrumentCode
    reservation: str
    remark: RemarkKind
    state: PartyCode
    text: Text
    verbatim: bool
    upon: ActionKind | None
    articles: tuple[str, ...]
    to: str | None
    """Of an objection: what it objects to."""
    on: datetime.date | None
    remark_stands: bool
    """On the day asked; one that is not dated stands."""
    withdrawals: tuple[RemarkWithdrawal, ...]
    cite: FactCite


class RemarkWithdrawal(Part, frozen=True):
    """A withdrawal of what a State said, as a whole or in part."""

    on: datetime.date | None
    part: Text | None
    cite: FactCite


class ConflictRow(Part, frozen=True):
    """Recorded facts that do not fit together. Each stands; the page chooses none."""

    conflict: ConflictKind
    party: PartyCode | None
    days: tuple[datetime.date, ...]
    entries: tuple[EntryIndex, ...]


def instrument_row(known: Known, instrument: str, on: datetime.date | None) -> InstrumentRow:
    """An instrument in a list."""
    fact = entered(known, instrument)
    stage = stage_on(known.instruments.tables.stages.get(instrument, ()), on)
    found = tally(known, instrument, on)
    return InstrumentRow(
        instrument=instrument,
        name=fact.act.short or fact.act.name,
        kind=fact.act.kind,
        legal_stage=None if stage is None else stage.act.stage,
        since=None if stage is None else stage.act.on,
        signed_count=found.signed,
        consented_count=found.consented,
        party_count=found.parties,
        undated_count=found.undated,
        conflict_count=len(conflicts(known, instrument, on)),
        cite=cite_fact(known, fact, *fact.act.open_to),
    )


def standing_row(known: Known, instrument: str, party: str, held: Held, on: datetime.date | None) -> StandingRow:
    """Where a State stands."""
    bound = is_bound(held, on)
    period = held.period
    shown = period is not None and (bound or held.standing == "withdrawn")
    decisive = [period.by] if shown and period is not None else [held.signed] if held.signed is not None else []
    ended = period.ended_by if period is not None and held.standing == "withdrawn" else None
    dated = all(deed.on is not None for deed in decisive)
    return StandingRow(
        party=party,
        legal_standing=held.standing,
        signed=None if held.signed is None else held.signed.on,
        consented_by=period.by.action if shown and period is not None else None,
        consented=period.by.on if shown and period is not None else None,
        in_force=held.in_force if period is not None and period.dated else None,
        ended_on=None if ended is None else (ended.effective or ended.on),
        dated="unknown-then" if held.undated else "recorded" if dated else "not-recorded",
        not_fitting=tuple(dict.fromkeys(one.kind for one in conflicts(known, instrument, on) if one.party == party)),
        particulars=key(instrument, party),
        decided_by=ended.entry if ended is not None else next((deed.entry for deed in decisive), None),
    )


def shown_on(row: StandingRow, on: datetime.date | None) -> bool:
    """Whether there is something to show of a State on a day: it had done something by then, or it is not known."""
    return on is None or row.legal_standing != "none" or row.dated == "unknown-then"


def deed_row(known: Known, deed: Deed) -> DeedRow:
    """What a State did."""
    offices = known.instruments.tables.instruments[deed.instrument].act.depositaries
    office = next((one for one in offices if one.depositary == deed.depositary), None)
    return DeedRow(
        action=deed.action,
        on=deed.on,
        effective=deed.effective,
        depositary=deed.depositary,
        deposited_with=None if office is None else office.party,
        depositary_name=None if office is None else office.city or office.name,
        named_as=deed.named_as,
        note=deed.note,
        cite=deed_cite(known, deed),
    )


def deed_cite(known: Known, deed: Deed) -> FactCite:
    """Where a row stands. Of the replies to its entry, which tells of many States, those of the State itself."""
    by = known.instruments.tables.batches[deed.entry].by
    fact: Fact[Any] = Fact(deed.entry, by, deed, deed.corrected)
    found = cite_fact(known, fact, deed.party)
    given = known.parties.tables.replies
    own = (r.entry for to in (*deed.corrected, deed.entry) for r in given.get(to, ()) if r.by == deed.party)
    return replace(found, replies=tuple(own))


def remark_rows(
    known: Known, facts: tuple[Fact[MakeReservation], ...], on: datetime.date | None
) -> tuple[RemarkRow, ...]:
    """What States said, those that were made by a day."""
    made = (fact for fact in facts if on is None or fact.act.on is None or fact.act.on <= on)
    return tuple(_remark_row(known, fact, on) for fact in made)


def _remark_row(known: Known, fact: Fact[MakeReservation], on: datetime.date | None) -> RemarkRow:
    act = fact.act
    back = known.instruments.tables.withdrawn.get(key(act.instrument, act.reservation), ())
    back = tuple(one for one in back if on is None or one.act.on is None or one.act.on <= on)
    return RemarkRow(
        instrument=act.instrument,
        reservation=act.reservation,
        remark=act.kind,
        state=act.state,
        text=act.text,
        verbatim=act.verbatim,
        upon=act.upon,
        articles=act.articles,
        to=act.to,
        on=act.on,
        remark_stands=all(one.act.part is not None for one in back),
        withdrawals=tuple(
            RemarkWithdrawal(on=one.act.on, part=one.act.part, cite=cite_fact(known, one, act.state)) for one in back
        ),
        cite=cite_fact(known, fact, act.state),
    )


def conflict_rows(
    known: Known, instrument: str, on: datetime.date | None, party: str | None = None
) -> tuple[ConflictRow, ...]:
    """The conflicts of an instrument, or those of a State and it, that had begun by a day."""
    return tuple(
        ConflictRow(conflict=one.kind, party=one.party, days=one.days, entries=one.entries)
        for one in conflicts(known, instrument, on)
        if party in (None, one.party)
    )
