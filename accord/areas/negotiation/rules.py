"""When an act of a negotiation counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.bodies.rules import insist_sponsors, insist_voters
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
from accord.areas.negotiation.edits import apply, compose, new_length
from accord.areas.negotiation.merging import plain
from accord.areas.negotiation.rows import AmendmentRow
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.subamending import fits, text_made, text_named, within
from accord.areas.negotiation.text import LONGEST, digest, is_sound, is_whole
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.negotiation.view import Negotiation


def is_text(text: str) -> bool:
    """Whether a text can stand as a unit's."""
    return is_sound(text) and is_whole(text)


def insist_draft(view: Negotiation, draft: str) -> None:
    """The document is negotiated here."""
    insist(draft in view.tables.drafts, "unknown-draft")


def body_of(view: Negotiation, draft: str) -> str | None:
    """The body to which the document of a draft belongs, where its register says so."""
    return view.documents.tables.documents[draft].act.body


def insist_under_way(view: Negotiation, draft: str) -> None:
    """The document is negotiated here and not adopted yet."""
    insist_draft(view, draft)
    insist(draft not in view.tables.adoptions, "draft-adopted")


def insist_units(view: Negotiation, draft: str, *units: str | None) -> None:
    """Every unit named is or was one of the draft."""
    known = view.tables.units.get(draft, {})
    for unit in units:
        insist(unit is None or unit in known, "unknown-unit")


def insist_time(act: Any) -> None:
    """A time of day comes with how far its clocks are from universal time."""
    insist(act.time is None or act.offset is not None, "no-offset")


def standing(view: Negotiation, act: Any) -> AmendmentRow | None:
    """The amendment that an act names."""
    return view.tables.amendments.get(act.draft, {}).get(act.amendment)


def may_open(entry: Entry[Any], view: Negotiation) -> None:
    """The document is registered; author and facilitator are parties; corrected only before a unit is written."""
    act = entry.act
    insist(act.draft in view.documents.tables.documents, "unknown-document")
    insist_parties(view.parties, act.text_author, act.facilitator)
    insist_voice(entry, view.parties, act.text_author)
    current = view.tables.drafts.get(act.draft)
    insist_correction(entry, view.parties, current)
    insist(current is None or act.draft not in view.tables.units, "already-written")


def may_write(entry: Entry[Any], view: Negotiation) -> None:
    """A sound text, before any revision; corrected while no amendment touches the unit; an alternative to a unit."""
    act = entry.act
    insist_under_way(view, act.draft)
    insist(act.draft not in view.tables.revisions, "already-revised")
    insist(is_text(act.text), "not-a-text")
    insist(act.alternative_to != act.unit, "alternative-to-itself")
    insist_units(view, act.draft, act.alternative_to)
    insist_voice(entry, view.parties, view.tables.drafts[act.draft].act.text_author)
    insist_correction(entry, view.parties, view.tables.written.get(act.draft, {}).get(act.unit))
    insist(act.unit not in view.tables.touched.get(act.draft, {}), "already-amended")


def may_propose(entry: Entry[Any], view: Negotiation) -> None:
    """By a sponsor, the secretariat or a recorder, under a new name, each unit once; every change fits what it names.

    The text that a change names need not be current: what is late is merged if nothing collides.
    """
    act = entry.act
    insist_asking(entry, view)
    new = [change.unit for change in act.changes if isinstance(change, AddUnit)]
    for change in act.changes:
        insist_change(change, view, act.draft, new)


def insist_asking(entry: Entry[Any], view: Negotiation) -> None:
    """By a sponsor, no observer, for itself, the secretariat or a recorder; under a new name, each unit once."""
    act = entry.act
    insist_under_way(view, act.draft)
    insist_parties(view.parties, *act.sponsors)
    insist_sponsors(view.documents.bodies, body_of(view, act.draft), *act.sponsors)
    insist(len(set(act.sponsors)) == len(act.sponsors), "named-twice")
    insist(len({change.unit for change in act.changes}) == len(act.changes), "named-twice")
    insist_voice(entry, view.parties, *act.sponsors)
    recorder = entry.by in view.parties.tables.roles.get("recorder", ()) and act.source is not None
    for_others = recorder or entry.by == view.parties.secretariat
    insist(for_others or act.sponsors == (entry.by,), "others-join-themselves")
    insist(act.amendment not in view.tables.amendments.get(act.draft, {}), "amendment-already-there")


def may_subamend(entry: Entry[Any], view: Negotiation) -> None:
    """To an open amendment of the draft itself, as it asks; other words within what it puts or takes out."""
    act = entry.act
    insist_asking(entry, view)
    row = view.tables.amendments.get(act.draft, {}).get(act.amends)
    insist(row is not None and row.open, "amendment-not-open")
    assert row is not None
    insist(row.amends is None, "amends-a-subamendment")
    insist(act.to == changes_hash(row.act.changes), "other-amendment")
    for asked in act.changes:
        insist_rewording(asked, row.act.changes, view, act.draft)


def insist_rewording(asked: Rewording, changed: tuple[Change, ...], view: Negotiation, draft: str) -> None:
    """Other words of a text that an amendment makes, within what it changes, that do not undo all of it there."""
    units, slash = view.tables.units.get(draft, {}), view.tables.drafts[draft].act.slash
    change = next((one for one in changed if one.unit == asked.unit), None)
    text = None if change is None else text_made(change, units, slash)
    insist(text is not None, "not-in-the-amendment")
    assert change is not None
    assert text is not None
    insist(asked.base == digest(text), "unknown-base")
    edits = edits_of(asked, text, slash)
    insist(edits is not None, "no-such-bracket")
    insist(fits(edits, text), "edits-do-not-fit")
    assert edits is not None
    if isinstance(change, AmendText | SettleBracket):
        base = text_named(change, units)
        made = edits_of(change, base, slash) or ()
        insist(within(edits, made), "beyond-the-amendment")
        insist(apply(compose(made, edits), base) != base, "undoes-the-amendment")


def insist_change(change: Change, view: Negotiation, draft: str, new: list[str]) -> None:
    """A change of a unit and a text that it had; a new unit under a free label, after one that is or comes with it."""
    known = view.tables.units.get(draft, {})
    if isinstance(change, AddUnit):
        insist(change.unit not in known and change.unit not in view.tables.touched.get(draft, {}), "unit-already-there")
        insist(is_text(change.text), "not-a-text")
        insist_units(view, draft, change.alternative_to)
    else:
        insist_units(view, draft, change.unit)
    if isinstance(change, AddUnit | MoveUnit):
        insist(change.after != change.unit, "after-itself")
        insist(change.after in (None, *new) or change.after in known, "unknown-unit")
    if isinstance(change, AmendText | SettleBracket | DeleteUnit):
        row = known[change.unit]
        number = row.named(change.base)
        insist(number is not None, "unknown-base")
        assert number is not None
        if not isinstance(change, DeleteUnit):
            text = row.versions[number].text
            edits = edits_of(change, text, view.tables.drafts[draft].act.slash)
            insist(edits is not None, "no-such-bracket")
            insist(fits(edits, text), "edits-do-not-fit")


def may_join(entry: Entry[Any], view: Negotiation) -> None:
    """A known party, no observer, joins an open amendment once."""
    act = entry.act
    insist_under_way(view, act.draft)
    insist_parties(view.parties, act.sponsor)
    insist_sponsors(view.documents.bodies, body_of(view, act.draft), act.sponsor)
    insist_voice(entry, view.parties, act.sponsor)
    row = standing(view, act)
    insist(row is not None and row.open, "amendment-not-open")
    assert row is not None
    insist(act.sponsor not in row.holding(), "already-a-sponsor")


def may_leave(entry: Entry[Any], view: Negotiation) -> None:
    """The party is a sponsor of an open amendment."""
    act = entry.act
    insist_under_way(view, act.draft)
    insist_voice(entry, view.parties, act.sponsor)
    row = standing(view, act)
    insist(row is not None and row.open, "amendment-not-open")
    assert row is not None
    insist(act.sponsor in row.holding(), "not-a-sponsor")


def may_withdraw(entry: Entry[Any], view: Negotiation) -> None:
    """An open amendment, by its only sponsor or who records that; one of several leaves it instead."""
    act = entry.act
    insist_under_way(view, act.draft)
    row = standing(view, act)
    insist(row is not None and row.open, "amendment-not-open")
    assert row is not None
    insist_voice(entry, view.parties, *row.holding())
    insist(entry.by not in row.holding() or row.holding() == (entry.by,), "others-sponsor-it")


def may_revise(entry: Entry[Any], view: Negotiation) -> None:
    """By the facilitator, the secretariat or a recorder; open amendments that do not clash, each once; a new symbol."""
    act = entry.act
    insist_under_way(view, act.draft)
    insist_voice(entry, view.parties, view.tables.drafts[act.draft].act.facilitator)
    insist(len(set(act.merges)) == len(act.merges), "named-twice")
    rows = view.tables.amendments.get(act.draft, {})
    for amendment in act.merges:
        insist(amendment in rows and rows[amendment].open, "amendment-not-open")
        insist(rows[amendment].amends in (None, *act.merges), "without-its-amendment")
    if act.document is not None:
        insist(act.document in view.documents.tables.documents, "unknown-document")
        issued = (revision.document for revision in view.tables.revisions.get(act.draft, ()))
        insist(act.document not in (act.draft, *issued), "already-issued")
    outcome = view.merged(act.draft, act.merges)
    insist(not outcome.clashes, "amendments-clash")
    made = (*outcome.texts.values(), *outcome.written.values())
    insist(all(new_length(plain(edits)) in range(1, LONGEST + 1) for edits in made), "not-a-text")


def may_adopt(entry: Entry[Any], view: Negotiation) -> None:
    """The draft has text; votes are counted where there was a vote; the symbol is registered."""
    act = entry.act
    insist_draft(view, act.draft)
    insist(act.draft in view.tables.units, "nothing-written")
    insist(act.document is None or act.document in view.documents.tables.documents, "unknown-document")
    counted = (act.in_favour, act.against, act.abstaining)
    insist(act.mode == "vote" or counted == (None, None, None), "no-vote-recorded")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.adoptions.get(act.draft))


def may_explain(entry: Entry[Any], view: Negotiation) -> None:
    """A known party about units of the draft; it corrects its own."""
    act = entry.act
    insist_draft(view, act.draft)
    insist_parties(view.parties, act.party, act.on_behalf_of)
    insist_units(view, act.draft, *act.units)
    insist_voice(entry, view.parties, act.party)
    current = view.tables.positions.get(act.draft, {}).get(act.position)
    # Whose position it is, is what the record holds, not what the correction claims.
    insist_correction(entry, view.parties, current, current.act.party if current else None)
    insist(act.position not in view.tables.withdrawn_positions.get(act.draft, {}), "already-withdrawn")


def may_withdraw_position(entry: Entry[Any], view: Negotiation) -> None:
    """The party whose position it is, or who records for it; once."""
    act = entry.act
    insist_draft(view, act.draft)
    current = view.tables.positions.get(act.draft, {}).get(act.position)
    insist(current is not None, "no-such-record")
    assert current is not None
    insist_voice(entry, view.parties, current.act.party)
    insist(act.position not in view.tables.withdrawn_positions.get(act.draft, {}), "already-withdrawn")


def may_agree(entry: Entry[Any], view: Negotiation) -> None:
    """A known party, no observer, to units of the draft; it may agree again, to a later text."""
    act = entry.act
    insist_draft(view, act.draft)
    insist_parties(view.parties, act.party)
    insist_voters(view.documents.bodies, body_of(view, act.draft), act.party)
    insist_units(view, act.draft, *act.units)
    insist_voice(entry, view.parties, act.party)


def may_confirm(entry: Entry[Any], view: Negotiation) -> None:
    """What the party agreed to was *ad referendum* and is not confirmed or refused yet."""
    act = entry.act
    insist_draft(view, act.draft)
    insist_voice(entry, view.parties, act.party)
    given = view.tables.agreements.get(act.draft, {}).get(act.party)
    insist(given is not None and given.act.ad_referendum, "not-ad-referendum")
    assert given is not None
    told = view.tables.confirmations.get(act.draft, {}).get(act.party)
    insist(told is None or told.entry < given.entry, "already-confirmed")


def may_set_deadline(entry: Entry[Any], view: Negotiation) -> None:
    """For known parties; a time of day with its offset."""
    act = entry.act
    insist_under_way(view, act.draft)
    insist_parties(view.parties, *act.addressees)
    insist_time(act)
    insist_voice(entry, view.parties, view.tables.drafts[act.draft].act.facilitator)
    insist_correction(entry, view.parties, view.tables.deadlines.get(act.draft, {}).get(act.deadline))


def may_answer(entry: Entry[Any], view: Negotiation) -> None:
    """A party that was asked replies, in time or late; it may reply again."""
    act = entry.act
    insist_draft(view, act.draft)
    current = view.tables.deadlines.get(act.draft, {}).get(act.deadline)
    insist(current is not None, "no-such-record")
    assert current is not None
    insist_parties(view.parties, act.party)
    insist(not current.act.addressees or act.party in current.act.addressees, "not-addressed")
    insist_voice(entry, view.parties, act.party)


def may_open_silence(entry: Entry[Any], view: Negotiation) -> None:
    """By who opens it, or who records that; a time of day with its offset."""
    act = entry.act
    insist_under_way(view, act.draft)
    insist_parties(view.parties, act.opened_by)
    insist_time(act)
    facilitator = view.tables.drafts[act.draft].act.facilitator
    insist_voice(entry, view.parties, facilitator)
    current = view.tables.silences.get(act.draft, {}).get(act.silence_procedure)
    insist_correction(entry, view.parties, current, facilitator)


def may_break_silence(entry: Entry[Any], view: Negotiation) -> None:
    """A party, no observer, breaks a silence procedure once, in time or late; whether in time decides nothing."""
    act = entry.act
    insist_draft(view, act.draft)
    insist(act.silence_procedure in view.tables.silences.get(act.draft, {}), "no-such-record")
    insist_parties(view.parties, act.party)
    insist_voters(view.documents.bodies, body_of(view, act.draft), act.party)
    insist_units(view, act.draft, *act.units)
    insist_time(act)
    insist_voice(entry, view.parties, act.party)
    insist(act.party not in view.tables.breaks.get(f"{act.draft}/{act.silence_procedure}", {}), "already-broken")


def may_translate(entry: Entry[Any], view: Negotiation) -> None:
    """A sound text in another language than the draft's, made from a text that the unit had."""
    act = entry.act
    insist_draft(view, act.draft)
    insist_units(view, act.draft, act.unit)
    insist(act.language != view.tables.drafts[act.draft].act.language, "language-of-the-draft")
    insist(is_text(act.text), "not-a-text")
    insist(view.tables.units[act.draft][act.unit].named(act.of_text) is not None, "unknown-base")
    insist_voice(entry, view.parties)
    current = view.tables.translations.get(act.draft, {}).get(f"{act.language}/{act.unit}")
    insist_correction(entry, view.parties, current)
