"""When an act about commitments counts."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.rulings import insist
from accord.acts.values import Grounds, Ranged
from accord.areas.commitments.amounts import in_unit
from accord.areas.commitments.measures import MEASURES
from accord.areas.commitments.rows import name_of, quantities
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice
from accord.areas.programme.rules import insist_elements

if TYPE_CHECKING:
    from accord.areas.commitments.acts import FigureRow, RecordUndertaking
    from accord.areas.commitments.view import Commitments

MOST_SIDES = {"unilateral": 1, "bilateral": 2}
"""How many holders an undertaking of so many sides has at most."""


def insist_own_word(entry: Entry[Any], *subjects: str | None) -> None:
    """What a party says of itself is declared: no party reports, estimates or assesses itself."""
    insist(entry.by not in subjects or entry.act.grounds.kind == "declared", "its-own-word-is-declared")


def insist_looked_up(grounds: Grounds) -> None:
    """Nobody looked a source up before it was published."""
    published = grounds.source.on
    insist(published is None or published <= grounds.checked, "checked-before-published")


def insist_days(first: datetime.date | None, last: datetime.date | None) -> None:
    """What has both days does not end before it begins."""
    insist(first is None or last is None or first <= last, "ends-before-it-begins")


def same_source(one: Grounds, other: Grounds) -> bool:
    """Whether two facts are told by the same source, as the same kind of fact."""
    return (one.kind, one.source.document, one.source.publication) == (
        other.kind,
        other.source.document,
        other.source.publication,
    )


def insist_no_contradiction(act: Any, name: str, others: dict[str, Fact[Any]], *fields: str) -> None:
    """The same source tells the same subject once for a day; another word of it is a correction."""
    for other, told in others.items():
        same = all(getattr(told.act, field) == getattr(act, field) for field in ("undertaking", "on", *fields))
        insist(other == name or not same or not same_source(told.act.grounds, act.grounds), "same-source-same-day")


# Undertakings.


def may_undertake(entry: Entry[Any], view: Commitments) -> None:
    """By its only holder, the secretariat or a recorder; somebody undertakes it, and no more sides than it has."""
    act = entry.act
    insist_parties(view.parties, *act.holders, *act.beneficiaries)
    insist(len(set(act.holders)) == len(act.holders), "named-twice")
    insist(len(set(act.beneficiaries)) == len(act.beneficiaries), "named-twice")
    insist(act.holders or act.addressed is not None, "no-holder")
    insist(len(act.holders) <= MOST_SIDES.get(act.sided, len(act.holders)), "more-holders-than-sides")
    insist(not act.verbatim or act.text is not None, "quoted-from-nowhere")
    insist_days(act.since, act.until)
    insist_looked_up(act.grounds)
    insist_voice(entry, view.parties, *act.holders)
    insist(entry.by not in act.holders or act.holders == (entry.by,), "others-speak-for-themselves")
    insist_own_word(entry, *act.holders)
    _insist_place(act, view)
    current = view.tables.undertakings.get(act.undertaking)
    insist_correction(entry, view.parties, current, *(current.act.holders if current else ()))


def _insist_place(act: RecordUndertaking, view: Commitments) -> None:
    """No two actions have the same number in a document of a review."""
    if act.origin is not None:
        taken = view.of_origin(act.origin)
        insist(taken in (None, act.undertaking), "number-taken")


def insist_undertaking(view: Commitments, label: str, party: str | None, on: datetime.date | None) -> RecordUndertaking:
    """The undertaking is in the record, holds already on the day, and the party named is one of its holders."""
    fact = view.tables.undertakings.get(label)
    insist(fact is not None, "no-such-undertaking")
    assert fact is not None
    holders = fact.act.holders
    insist(party is None or not holders or party in holders, "not-a-holder")
    insist_days(fact.act.since, on)
    return fact.act


def may_turn(entry: Entry[Any], view: Commitments) -> None:
    """By the holder whom it concerns, the secretariat or a recorder; one source says one thing of a day."""
    act = entry.act
    insist_parties(view.parties, act.holder)
    undertaken = insist_undertaking(view, act.undertaking, act.holder, act.on)
    whose = undertaken.holders if act.holder is None else (act.holder,)
    insist_looked_up(act.grounds)
    insist_voice(entry, view.parties, *whose)
    insist(entry.by not in whose or whose == (entry.by,), "others-speak-for-themselves")
    insist_own_word(entry, *whose)
    name = view.within(act.undertaking, act.step)
    insist_no_contradiction(act, name, view.tables.turns, "holder")
    insist_correction(entry, view.parties, view.tables.turns.get(name), *whose)


def may_assess(entry: Entry[Any], view: Commitments) -> None:
    """A holder claims it of itself, an organisation reports it, somebody else assesses it: the kind says which."""
    act = entry.act
    insist_parties(view.parties, act.author, act.party)
    undertaken = insist_undertaking(view, act.undertaking, act.party, act.on)
    whose = undertaken.holders if act.party is None else (act.party,)
    kind = act.grounds.kind
    insist(kind in ("declared", "reported", "assessed"), "kind-does-not-assess")
    insist((kind == "declared") == (act.author in whose), "claims-for-itself")
    insist_looked_up(act.grounds)
    insist_voice(entry, view.parties, act.author)
    name = view.within(act.undertaking, act.assessment)
    insist_no_contradiction(act, name, view.tables.assessments, "author", "party")
    insist_correction(entry, view.parties, view.tables.assessments.get(name), act.author)


# Figures.


def may_tell(entry: Entry[Any], view: Commitments) -> None:
    """A source tells a figure once for its day; a correction strikes or gives figures of the entry it names."""
    act = entry.act
    insist(act.figures or act.struck, "nothing-told")
    for row in act.figures:
        insist_row(view, row)
    insist_looked_up(act.grounds)
    subjects = {row.party for row in (*act.figures, *act.struck)}
    only = subjects.pop() if len(subjects) == 1 else None
    insist_voice(entry, view.parties, only)
    insist_own_word(entry, only)
    names = [name_of(row, act.grounds) for row in act.figures]
    insist(len(set(names)) == len(names), "named-twice")
    standing = view.tables.figures
    if act.corrects is None:
        insist(not act.struck, "nothing-to-correct")
        insist(not any(name in standing for name in names), "already-recorded")
        return
    batch = view.tables.batches.get(act.corrects)
    insist(batch is not None or not any(name in standing for name in names), "not-the-current-entry")
    insist(batch is not None, "nothing-to-correct")
    assert batch is not None
    struck = [name_of(row, batch.grounds) for row in act.struck]
    insist(len(set(struck)) == len(struck), "named-twice")
    touched = [*struck, *(name for name in names if name in standing)]
    insist(touched, "nothing-to-correct")
    insist(all(name in batch.figures for name in touched), "not-the-current-entry")
    insist(entry.by in (batch.by, only, view.parties.secretariat), "not-the-recorder")


def insist_row(view: Commitments, row: FigureRow) -> None:
    """Its parties are in the register, its amounts in a unit of its subject, no range upside down, no day before."""
    measure = MEASURES[row.subject]
    insist_parties(view.parties, row.party, row.territory)
    insist(row.territory is None or row.territory != row.party, "its-own-territory")
    insist(row.since is None or measure.over_a_period, "not-over-a-period")
    insist((row.on is None) != (row.year is None), "a-day-or-a-year")
    insist(row.since is None or row.year is None, "a-day-or-a-year")
    insist_days(row.since, row.on)
    for quantity in quantities(row.figure):
        insist(quantity.unit in measure.units, "not-its-unit")
        insist(not quantity.amount.startswith("-"), "below-zero")
    if isinstance(row.figure, Ranged):
        unit = measure.units[0]
        insist(in_unit(row.figure.least, unit) <= in_unit(row.figure.most, unit), "range-upside-down")


# Doctrine, names, calls.


def may_state(entry: Entry[Any], view: Commitments) -> None:
    """By the State or alliance itself, the secretariat or a recorder."""
    act = entry.act
    insist_parties(view.parties, act.party)
    insist_days(act.on, act.until)
    insist_looked_up(act.grounds)
    insist_voice(entry, view.parties, act.party)
    insist_own_word(entry, act.party)
    current = view.tables.doctrine.get(act.statement)
    insist_correction(entry, view.parties, current, current.act.party if current else None)


def may_attribute(entry: Entry[Any], view: Commitments) -> None:
    """By its author, the secretariat or a recorder; what a State calls itself is declared, and nothing else is."""
    act = entry.act
    insist_parties(view.parties, act.party, act.author, act.whose)
    insist(act.whose != act.party, "of-itself")
    insist((act.grounds.kind == "declared") == (act.author == act.party), "claims-for-itself")
    insist_days(act.since, act.until)
    insist_looked_up(act.grounds)
    insist_voice(entry, view.parties, act.author)
    name = view.designation(act)
    insist_correction(entry, view.parties, view.tables.designations.get(name), act.author)


def may_call(entry: Entry[Any], view: Commitments) -> None:
    """By its author, the secretariat or a recorder; it calls for something."""
    act = entry.act
    insist_parties(view.parties, act.author, *act.called)
    insist(len(set(act.called)) == len(act.called), "named-twice")
    insist(act.element is not None or act.undertaking is not None, "calls-for-nothing")
    insist(act.undertaking is None or act.undertaking in view.tables.undertakings, "no-such-undertaking")
    if act.element is not None:
        insist_elements(view.programme, act.element)
    insist_looked_up(act.grounds)
    insist_voice(entry, view.parties, act.author)
    current = view.tables.calls.get(act.call)
    insist_correction(entry, view.parties, current, current.act.author if current else None)


def may_strike(entry: Entry[Any], view: Commitments) -> None:
    """By the one who recorded it or the secretariat, while nothing else in these registers rests on it."""
    act = entry.act
    found = view.standing(act.entry)
    insist(found is not None, "no-such-record")
    assert found is not None
    register, name = found
    insist(entry.by in (view.register(register)[name].by, view.parties.secretariat), "not-the-recorder")
    insist(register != "undertakings" or not view.rests_on(name), "others-rest-on-it")
