"""When an act about an instrument counts.

What sources say against each other is no reason to refuse: both stand, and pages name the conflict (`conflicts.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.rulings import insist
from accord.areas.instruments.acts import (
    AfterOpening,
    AllOfStates,
    DepositaryStates,
    Exchanged,
    InForceFor,
)
from accord.areas.instruments.deeds import ENDS, deed, same
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.instruments.acts import Condition, EnterInstrument, RecordStatus
    from accord.areas.instruments.view import Instruments


def key(instrument: str, name: str) -> str:
    """The key of something of an instrument: an article, a State's status, a reservation."""
    return f"{instrument}/{name}"


def insist_instrument(view: Instruments, *instruments: str | None) -> None:
    """Every instrument named is in the register."""
    for instrument in instruments:
        insist(instrument is None or instrument in view.tables.instruments, "unknown-instrument")


def insist_once(names: list[Any]) -> None:
    """Nothing is named twice."""
    insist(len(set(names)) == len(names), "named-twice")


def insist_one_of(entry: Entry[Any], view: Instruments, rows: tuple[Fact[Any], ...], *subjects: str | None) -> None:
    """A fact beside others: not said before, or the correction of one of them by who may correct it."""
    if entry.act.corrects is None:
        insist(all(row.act != entry.act for row in rows), "recorded-already")
        return
    current = next((row for row in rows if row.entry == entry.act.corrects), None)
    insist(current is not None, "not-the-current-entry")
    assert current is not None
    insist(entry.by in (current.by, *subjects, view.parties.secretariat), "not-the-recorder")


def may_enter(entry: Entry[Any], view: Instruments) -> None:
    """By a State to which it is open, a depositary, the secretariat or a recorder; under a reference of its own."""
    act: EnterInstrument = entry.act
    tables = view.tables
    depositaries = [one.party for one in act.depositaries if one.party is not None]
    insist_parties(view.parties, *act.open_to, *depositaries)
    insist_once(list(act.open_to))
    insist_once(list(act.authentic))
    insist_once([one.depositary for one in act.depositaries])
    insist(all(one.party is not None or one.name is not None for one in act.depositaries), "depositary-not-named")
    insist_voice(entry, view.parties, *act.open_to, *depositaries)
    insist_instrument(view, act.parent)
    above = act.parent
    while above is not None:
        insist(above != act.instrument, "its-own-parent")
        above = tables.instruments[above].act.parent
    others = (other.act.symbol for name, other in tables.instruments.items() if name != act.instrument)
    insist(act.symbol is None or act.symbol not in others, "symbol-taken")
    current = tables.instruments.get(act.instrument)
    insist_correction(entry, view.parties, current, *(current.act.open_to if current else ()))


def may_summarise(entry: Entry[Any], view: Instruments) -> None:
    """By the secretariat or a recorder, of an instrument in the register."""
    act = entry.act
    insist_instrument(view, act.instrument)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.articles.get(key(act.instrument, act.provision)))


def may_record_stage(entry: Entry[Any], view: Instruments) -> None:
    """By the secretariat or a recorder; only what is superseded has a successor."""
    act = entry.act
    insist_instrument(view, act.instrument, act.successor)
    insist(act.successor is None or act.stage == "superseded", "not-superseded")
    insist(act.successor != act.instrument, "its-own-successor")
    insist_voice(entry, view.parties)
    insist_one_of(entry, view, view.tables.stages.get(act.instrument, ()))


def may_set_conditions(entry: Entry[Any], view: Instruments) -> None:
    """By the secretariat or a recorder; each condition can be met."""
    act = entry.act
    insist_instrument(view, act.instrument)
    for condition in act.entry_conditions:
        insist_condition(view, act.instrument, condition)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.conditions.get(act.instrument))


def insist_condition(view: Instruments, instrument: str, condition: Condition) -> None:
    """What a condition names is in the record, and enough of it to meet the condition."""
    entered = view.tables.instruments[instrument].act
    if isinstance(condition, AllOfStates | InForceFor):
        insist_parties(view.parties, *condition.listed)
        insist_once(list(condition.listed))
    match condition:
        case AllOfStates():
            insist(condition.number is None or condition.number <= len(condition.listed), "more-than-named")
        case InForceFor():
            insist_instrument(view, condition.instrument)
            insist(instrument not in _awaited(view, condition.instrument), "goes-round")
        case DepositaryStates():
            insist(any(one.party is not None for one in entered.depositaries), "no-depositary-state")
        case Exchanged():
            insist(len(entered.open_to) > 1, "nobody-to-exchange")
        case AfterOpening():
            insist(entered.opened_on is not None, "opening-not-recorded")


def _awaited(view: Instruments, instrument: str) -> list[str]:
    """An instrument, and all that must be in force before it is, step by step."""
    found = [instrument]
    for name in found:
        conditions = view.tables.conditions.get(name)
        for one in () if conditions is None else conditions.act.entry_conditions:
            if isinstance(one, InForceFor) and one.instrument not in found:
                found.append(one.instrument)
    return found


def may_record_status(entry: Entry[Any], view: Instruments) -> None:
    """By the State itself, the secretariat or a recorder; no day before the opening that the row does not explain."""
    act: RecordStatus = entry.act
    insist_instrument(view, act.instrument)
    insist(act.deeds or act.struck, "nothing-said")
    named = [row.party for row in act.deeds]
    insist_parties(view.parties, *named, *act.struck)
    insist_once([(row.party, row.depositary, row.on, row.source) for row in act.deeds])
    insist_once([*set(named), *act.struck])
    subjects = {*named, *act.struck}
    insist_voice(entry, view.parties, *(subjects if len(subjects) == 1 else ()))
    entered = view.tables.instruments[act.instrument].act
    offices = {one.depositary for one in entered.depositaries}
    for row in act.deeds:
        insist(row.depositary is None or row.depositary in offices, "unknown-depositary")
        before = row.on is not None and entered.opened_on is not None and row.on < entered.opened_on
        insist(not before or row.note is not None, "before-it-was-opened")
        backwards = act.action in ENDS and row.on is not None and row.effective is not None and row.effective < row.on
        insist(not backwards, "ends-before-it-is-said")
    insist_deeds(entry, view, subjects)


def insist_deeds(entry: Entry[Any], view: Instruments, subjects: set[str]) -> None:
    """Rows not said before from the same source; or a correction of rows that stand, by who may correct them."""
    act: RecordStatus = entry.act
    if act.corrects is None:
        insist(not act.struck, "nothing-to-strike")
    else:
        batch = view.tables.batches.get(act.corrects)
        insist(batch is not None and (batch.instrument, batch.action) == (act.instrument, act.action), "other-status")
        assert batch is not None
        for party in subjects:
            told = view.deeds(act.instrument, party)
            insist(any(one.entry == act.corrects for one in told), "not-the-current-entry")
        own = (entry.by,) if subjects == {entry.by} else ()
        insist(entry.by in (batch.by, *own, view.parties.secretariat), "not-the-recorder")
    for row in act.deeds:
        new = deed(entry.index, act.instrument, act.action, row, act.grounds)
        told = view.deeds(act.instrument, row.party)
        insist(not any(same(new, one) for one in told if one.entry != act.corrects), "recorded-already")


def may_make_reservation(entry: Entry[Any], view: Instruments) -> None:
    """By the State, the secretariat or a recorder; an objection is to something another State said."""
    act = entry.act
    tables = view.tables
    insist_instrument(view, act.instrument)
    insist_parties(view.parties, act.state)
    insist((act.kind == "objection") == (act.to is not None), "objection-to-what")
    if act.to is not None:
        against = tables.reservations.get(key(act.instrument, act.to))
        insist(against is not None, "unknown-reservation")
        assert against is not None
        insist(against.act.state != act.state, "objects-to-itself")
    insist_voice(entry, view.parties, act.state)
    current = tables.reservations.get(key(act.instrument, act.reservation))
    insist_correction(entry, view.parties, current, current.act.state if current else None)


def may_withdraw_reservation(entry: Entry[Any], view: Instruments) -> None:
    """By the State, the secretariat or a recorder; of one that stands, no earlier than it was made."""
    act = entry.act
    name = key(act.instrument, act.reservation)
    current = view.tables.reservations.get(name)
    insist(current is not None, "unknown-reservation")
    assert current is not None
    insist_voice(entry, view.parties, current.act.state)
    made = current.act.on
    insist(made is None or act.on is None or act.on >= made, "before-it-was-made")
    rows = view.tables.withdrawn.get(name, ())
    insist_one_of(entry, view, rows, current.act.state)
    whole = [row for row in rows if row.act.part is None and row.entry != act.corrects]
    insist(not (whole and act.part is None), "withdrawn-already")


def may_strike(entry: Entry[Any], view: Instruments) -> None:
    """What stands by that entry, by the one who recorded it or the secretariat."""
    act = entry.act
    current = view.standing(act.instrument, act.entry)
    insist(current is not None, "no-such-record")
    assert current is not None
    insist(entry.by in (current.by, view.parties.secretariat), "not-the-recorder")
