"""Amendments: who asks for what, whether it is still open, fits the text that stands, and goes with the others."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal, get_args

from accord.acts.facts import Fact
from accord.acts.values import Language, Text
from accord.areas.documents.pages import SymbolText
from accord.areas.negotiation.changes import (
    AddUnit,
    AmendText,
    Change,
    DeleteUnit,
    MoveUnit,
    Rewording,
    SettleBracket,
    changes_hash,
)
from accord.areas.negotiation.merging import Collides, merge_credited
from accord.areas.negotiation.pieces import Known, Piece, marked, negotiated, proposed, rows
from accord.areas.negotiation.revising import brought_forward, forward_with
from accord.areas.negotiation.rows import AmendmentRow
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.subamending import text_made, written
from accord.areas.parties.cite import Cite, EntryIndex, Missing, Page, Part, PartyCode, cite, head
from accord.areas.parties.rows import listed

AmendmentState = Literal["open", "agreed", "withdrawn", "fallen"]
Standing = Literal["current", "late", "collides"]
Operation = Literal["amend", "settle", "add", "delete", "move"]


class AmendmentLine(Part, frozen=True):
    """An amendment in the list of a draft."""

    amendment: str
    amends: str | None
    """The amendment to which it is one; `None` where it amends the draft."""
    amendment_state: AmendmentState
    sponsors: tuple[PartyCode, ...]
    units: tuple[str, ...]
    late: bool
    """Open, and made for a text that no longer stands."""
    merged_in: int | None
    """The state of the draft into which it was merged."""
    cite: Cite


class AmendmentsPage(Page, frozen=True, tag="amendments"):
    """The amendments of a draft in the order proposed, all or those of a state or a party."""

    draft: SymbolText
    amendment_state: AmendmentState | None
    sponsor: PartyCode | None
    open_amendments: int
    agreed_amendments: int
    withdrawn_amendments: int
    fallen_amendments: int
    amendments: Sequence[AmendmentLine]


class SponsorOf(Part, frozen=True):
    """A sponsor of an amendment, until it left."""

    party: PartyCode
    joined: EntryIndex
    left: EntryIndex | None


class Clashing(Part, frozen=True):
    """Another open amendment that does not go together with this one over a unit."""

    amendment: str
    unit: str
    sponsors: tuple[PartyCode, ...]


class ChangeRow(Part, frozen=True):
    """One change that an amendment asks for."""

    unit: str
    operation: Operation
    as_proposed: tuple[Piece, ...]
    """As it was asked for, in the text that it was made for."""
    after: str | None
    """Of a unit that is added or moved: the one after which it is to stand; `None` means at the beginning."""
    alternative_to: str | None
    standing: Standing | None
    """Of words, while the amendment is open: made for the text that stands, brought forward to it, or not to be."""
    now: tuple[Piece, ...]
    """Where it is late, and of a sub-amendment: what it comes to in the text that stands, with what it amends."""


class AmendmentPage(Page, frozen=True, tag="amendment"):
    """An amendment: what it asks for, whose it is, whether it is late, and with which others it clashes."""

    draft: SymbolText
    language: Language
    amendment: str
    amends: str | None
    """The amendment to which it is one; `None` where it amends the draft."""
    amendment_state: AmendmentState
    merged_in: int | None
    hash: str
    """Of what it asks for, by which an amendment to it names that."""
    note: Text | None
    amendment_sponsors: tuple[SponsorOf, ...]
    changes_asked: tuple[ChangeRow, ...]
    clashes: tuple[Clashing, ...]
    subamendments: tuple[AmendmentLine, ...]
    """The amendments to it, in the order proposed: they are voted before it."""
    withdrawn_by: EntryIndex | None
    fallen_by: EntryIndex | None
    """Where what it amends was withdrawn, or merged without it."""
    cite: Cite


def amendments(
    known: Known, draft: str, amendment_state: str = "", sponsor: str = "", *, on: datetime.date | None = None
) -> AmendmentsPage:
    """The amendments of a draft: `open`, `agreed`, `withdrawn` or `fallen`, or all; of a party, or of all.

    Raises:
        Missing: no such draft, or amendments are in no such state.
    """
    name = negotiated(known, draft).act.draft
    chosen: AmendmentState | None = None
    if amendment_state:
        chosen = next((one for one in get_args(AmendmentState) if one == amendment_state), None)
        if chosen is None:
            raise Missing("amendment_state", amendment_state)
    every = known.negotiation.tables.amendments.get(name, {})
    chosen_rows = [
        row for row in every.values() if chosen in (None, state_of(row)) and (not sponsor or sponsor in row.holding())
    ]
    return AmendmentsPage(
        head=head(known, on),
        draft=name,
        amendment_state=chosen,
        sponsor=sponsor or None,
        open_amendments=sum(row.open for row in every.values()),
        agreed_amendments=sum(row.merged is not None for row in every.values()),
        withdrawn_amendments=sum(row.withdrawn is not None for row in every.values()),
        fallen_amendments=sum(row.fallen is not None for row in every.values()),
        amendments=listed(chosen_rows, lambda row: line(known, name, row)),
    )


def state_of(row: AmendmentRow) -> AmendmentState:
    """Whether an amendment is open, agreed with a revision, withdrawn, or fallen with the one that it amends."""
    if row.merged is not None:
        return "agreed"
    return "withdrawn" if row.withdrawn is not None else "open" if row.open else "fallen"


def line(known: Known, draft: str, row: AmendmentRow) -> AmendmentLine:
    """An amendment in a list."""
    return AmendmentLine(
        amendment=row.act.amendment,
        amends=row.amends,
        amendment_state=state_of(row),
        sponsors=row.holding(),
        units=tuple(change.unit for change in row.act.changes),
        late=row.open and any(is_late(known, draft, change) for change in of_draft(known, draft, row)),
        merged_in=row.merged,
        cite=cited(known, row),
    )


def cited(known: Known, row: AmendmentRow) -> Cite:
    """Where an amendment comes from."""
    return cite(known, Fact(row.entry, row.by, row.act), *row.act.sponsors)


def of_draft(known: Known, draft: str, row: AmendmentRow) -> tuple[Change, ...]:
    """The changes of the draft that an amendment is about: its own, or those of another that it would change."""
    if row.amends is None:
        return row.act.changes
    units = {change.unit for change in row.act.changes}
    amended = known.negotiation.tables.amendments[draft][row.amends]
    return tuple(change for change in amended.act.changes if change.unit in units)


def is_late(known: Known, draft: str, change: Change) -> bool:
    """Whether a change was made for a text that no longer stands."""
    if not isinstance(change, AmendText | SettleBracket | DeleteUnit):
        return False
    row = rows(known, draft)[change.unit]
    return row.until is not None or row.current.hash != change.base


def amendment(known: Known, draft: str, amendment: str, *, on: datetime.date | None = None) -> AmendmentPage:
    """One amendment.

    Raises:
        Missing: no such draft or amendment.
    """
    fact = negotiated(known, draft)
    name = fact.act.draft
    row = known.negotiation.tables.amendments.get(name, {}).get(amendment)
    if row is None:
        raise Missing("amendment", f"{draft} {amendment}")
    return AmendmentPage(
        head=head(known, on),
        draft=name,
        language=fact.act.language,
        amendment=amendment,
        amends=row.amends,
        amendment_state=state_of(row),
        merged_in=row.merged,
        hash=changes_hash(row.act.changes),
        note=row.act.note,
        amendment_sponsors=tuple(SponsorOf(party=s.party, joined=s.entry, left=s.ended) for s in row.sponsors),
        changes_asked=tuple(change_row(known, name, row, change) for change in row.act.changes),
        clashes=clashing(known, name, row) if row.open else (),
        subamendments=tuple(
            line(known, name, known.negotiation.tables.amendments[name][one])
            for one in known.negotiation.tables.subamendments.get(name, {}).get(amendment, ())
        ),
        withdrawn_by=row.withdrawn,
        fallen_by=row.fallen,
        cite=cited(known, row),
    )


def change_row(known: Known, draft: str, amendment: AmendmentRow, change: Change) -> ChangeRow:
    """A change, as asked for and as it stands now."""
    if amendment.amends is not None and isinstance(change, Rewording):
        return rewording_row(known, draft, amendment, change)
    by = amendment.holding() or amendment.act.sponsors
    asked: tuple[Piece, ...] = ()
    now: tuple[Piece, ...] = ()
    standing: Standing | None = None
    row = rows(known, draft).get(change.unit)
    if isinstance(change, AddUnit):
        asked = (Piece(text=change.text, kind="put", by=by),)
    elif row is not None and isinstance(change, MoveUnit):
        asked = (Piece(text=row.current.text, kind="keep"),)
    elif row is not None and not isinstance(change, MoveUnit):
        number = row.named(change.base)
        text = row.versions[number or 0].text
        late = row.until is not None or row.current.hash != change.base
        standing = "late" if late else "current"
        if isinstance(change, DeleteUnit):
            asked = (Piece(text=text, kind="drop", by=by),)
            standing = "collides" if late and row.until is None else standing
        else:
            slash = known.negotiation.tables.drafts[draft].act.slash
            edits = edits_of(change, text, slash) or ()
            asked = proposed(text, merge_credited({amendment.entry: edits}), by)
            if late:
                try:
                    forward = brought_forward(row, change, slash)
                    standing = "late" if row.until is None else "collides"
                    now = proposed(row.current.text, merge_credited({amendment.entry: forward}), by)
                except Collides:
                    standing = "collides"
    return ChangeRow(
        unit=change.unit,
        operation=operation(change),
        as_proposed=asked,
        after=change.after if isinstance(change, AddUnit | MoveUnit) else None,
        alternative_to=change.alternative_to if isinstance(change, AddUnit) else None,
        standing=standing if amendment.open else None,
        now=now if amendment.open and standing == "late" else (),
    )


def rewording_row(known: Known, draft: str, amendment: AmendmentRow, change: Rewording) -> ChangeRow:
    """A change of what another amendment asks for: of its words, and together with it of the text that stands."""
    tables, units = known.negotiation.tables, rows(known, draft)
    slash = tables.drafts[draft].act.slash
    amended = tables.amendments[draft][amendment.amends or ""]
    of = next(one for one in amended.act.changes if one.unit == change.unit)
    by = amendment.holding() or amendment.act.sponsors
    names = {amended.entry: amended.holding() or amended.act.sponsors, amendment.entry: by}
    text = text_made(of, units, slash) or ""
    edits = edits_of(change, text, slash) or ()
    standing: Standing = "late" if is_late(known, draft, of) else "current"
    now: tuple[Piece, ...] = ()
    if isinstance(of, AddUnit):
        now = marked("", written(text, amended.entry, {amendment.entry: edits}), names)
    elif isinstance(of, Rewording):
        row = units[of.unit]
        try:
            forward, words = forward_with(row, of, slash, amended.entry, {amendment.entry: edits})
            now = marked(row.current.text, merge_credited({amended.entry: forward}, {amended.entry: words}), names)
            standing = "collides" if row.until is not None else standing
        except Collides:
            standing = "collides"
    return ChangeRow(
        unit=change.unit,
        operation=operation(change),
        as_proposed=proposed(text, merge_credited({amendment.entry: edits}), by),
        after=None,
        alternative_to=None,
        standing=standing if amendment.open else None,
        now=now if amendment.open and standing != "collides" else (),
    )


def operation(change: Change) -> Operation:
    """What kind of change it is."""
    operations: dict[type[Change], Operation] = {
        AmendText: "amend",
        SettleBracket: "settle",
        AddUnit: "add",
        DeleteUnit: "delete",
        MoveUnit: "move",
    }
    return operations[type(change)]


def clashing(known: Known, draft: str, row: AmendmentRow) -> tuple[Clashing, ...]:
    """The other open amendments of the same text that do not merge together with this one."""
    tables = known.negotiation.tables
    touched = tables.touched.get(draft, {})
    others = dict.fromkeys(name for change in row.act.changes for name in touched.get(change.unit, ()))
    found = []
    for name in others:
        other = tables.amendments[draft][name]
        if other.open and other.entry != row.entry and other.amends == row.amends:
            both = [one for one in (row.amends, row.act.amendment, name) if one is not None]
            for clash in known.negotiation.merged(draft, both).clashes:
                if {clash.one, clash.other} == {row.entry, other.entry}:
                    found.append(Clashing(amendment=name, unit=clash.unit, sponsors=other.holding()))
    return tuple(dict.fromkeys(found))
