"""Entry into force as a rule: what is still needed, by whom, and the day that follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.areas.instruments.acts import (
    AfterOpening,
    AllOfStates,
    AtLeast,
    Depositary,
    DepositaryStates,
    Exchanged,
    InForceFor,
    SetConditions,
    SignedBy,
    Wait,
)
from accord.areas.instruments.conditions import Counted, Stay, spans_of
from accord.areas.instruments.entering import EnteringRow, entering_row
from accord.areas.instruments.law import status_of
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.areas.instruments.told import STATES, enter, in_force, known, of_list, of_states, row, says, status
from tests.scene import Scene, said


def sets(scene: Scene, *conditions: Any, instrument: str = "T-1", **more: Any) -> int:
    """The conditions of a treaty."""
    return says(scene, SetConditions(instrument=instrument, entry_conditions=conditions, grounds=of_list(), **more))


def bound(scene: Scene, **days: str | None) -> None:
    """The days on which States deposited: `a="2001-01-01"`."""
    for state, day in days.items():
        status(scene, "ratification", row(f"ST-{state.upper()}", day))


def entering(scene: Scene, on: str | None = None, instrument: str = "T-1") -> EnteringRow:
    """How the conditions stand on a day."""
    found = entering_row(known(scene), instrument, None if on is None else date.fromisoformat(on))
    assert found is not None
    return found


def test_so_many_states_bring_it_into_force_after_the_wait() -> None:
    scene = of_states()
    sets(scene, AtLeast(number=2), wait=Wait(days=90))
    bound(scene, a="2001-01-01", b="2002-01-01", c="2003-01-01")
    before, met = entering(scene, "2001-12-31"), entering(scene, "2002-01-01")
    (condition,) = before.entry_conditions
    assert (condition.counted, condition.needed, condition.awaited_count, condition.is_met) == (1, 2, 1, False)
    assert before.computed_day is None
    assert (met.entry_conditions[0].met, met.computed_day) == (date(2002, 1, 1), date(2002, 4, 1))
    assert met.all_dated


def test_all_of_a_named_list_and_who_is_awaited() -> None:
    scene = of_states()
    sets(scene, AllOfStates(name=said("Annex"), listed=STATES), wait=Wait(days=180))
    status(scene, "signature", row("ST-B", "2000-02-02"))
    bound(scene, a="2001-01-01", c="2002-01-01")
    (condition,) = entering(scene).entry_conditions
    assert [(one.party, one.legal_standing) for one in condition.awaited] == [("ST-B", "signatory"), ("ST-D", "none")]
    bound(scene, b="2004-01-01", d="2005-01-01")
    assert entering(scene).computed_day == date(2005, 6, 30)
    assert entering(scene).entry_conditions[0].awaited == ()


def test_so_many_of_a_named_list() -> None:
    scene = of_states()
    sets(scene, AllOfStates(name=said("List"), listed=("ST-A", "ST-B"), number=1))
    bound(scene, c="2001-01-01")
    assert entering(scene).computed_day is None
    bound(scene, b="2002-01-01")
    assert entering(scene).computed_day == date(2002, 1, 1)


def test_a_list_is_met_only_while_all_of_it_are_bound_at_the_same_time() -> None:
    scene = of_states()
    sets(scene, AllOfStates(name=said("List"), listed=("ST-A", "ST-B")))
    bound(scene, a="2001-01-01", b="2003-01-01")
    status(scene, "withdrawal-of-ratification", row("ST-A", "2002-01-01"))
    assert entering(scene).computed_day is None
    assert [one.party for one in entering(scene).entry_conditions[0].awaited] == ["ST-A"]
    status(scene, "accession", row("ST-A", "2004-01-01"))
    assert entering(scene).computed_day == date(2004, 1, 1)


def test_all_conditions_must_hold_at_the_same_time() -> None:
    scene = of_states()
    sets(scene, AtLeast(number=2), AllOfStates(name=said("List"), listed=("ST-C",)))
    bound(scene, a="2001-01-01", b="2001-06-01")
    status(scene, "withdrawal", row("ST-B", "2002-01-01"))
    bound(scene, c="2003-01-01")
    assert entering(scene).computed_day == date(2003, 1, 1), "two again, and the one of the list"
    assert entering(scene, "2002-06-01").entry_conditions[0].met == date(2001, 6, 1)


def test_the_depositary_states() -> None:
    scene = of_states()
    enter(scene, "T-2", depositaries=tuple(Depositary(depositary=s, party=s) for s in ("ST-A", "ST-B")))
    sets(scene, DepositaryStates(), AtLeast(number=3), instrument="T-2")
    for state, day in (("ST-C", "2001-01-01"), ("ST-A", "2002-01-01"), ("ST-B", "2003-01-01")):
        status(scene, "ratification", row(state, day), instrument="T-2")
    assert entering(scene, instrument="T-2").computed_day == date(2003, 1, 1)


def test_an_exchange_between_two() -> None:
    scene = of_states()
    enter(scene, "T-2", kind="agreement", open_to=("ST-A", "ST-B"))
    sets(scene, Exchanged(), instrument="T-2")
    assert [one.party for one in entering(scene, instrument="T-2").entry_conditions[0].awaited] == ["ST-A", "ST-B"]
    status(scene, "exchange", row("ST-A", "2011-02-05"), row("ST-B", "2011-02-05"), instrument="T-2")
    assert entering(scene, instrument="T-2").computed_day == date(2011, 2, 5)


def test_signatures_alone_and_a_time_after_the_opening() -> None:
    scene = of_states()
    sets(scene, SignedBy(number=2), AfterOpening(wait=Wait(months=24)))
    status(scene, "signature", row("ST-A", "2000-02-01"), row("ST-B", "2000-03-01"))
    assert entering(scene, "2001-01-01").computed_day is None
    assert entering(scene, "2002-01-01").computed_day == date(2002, 1, 1)
    status(scene, "withdrawal-of-signature", row("ST-B", "2001-01-01"))
    assert entering(scene).computed_day is None


def test_it_awaits_another_instrument() -> None:
    scene = of_states("T-1", "T-2")
    sets(scene, InForceFor(instrument="T-2", name=said("Safeguards"), listed=("ST-A", "ST-B")))
    status(scene, "in-force", row("ST-A", "2001-01-01"), instrument="T-2")
    (condition,) = entering(scene).entry_conditions
    assert (condition.other_instrument, condition.counted) == ("T-2", 1)
    assert [one.party for one in condition.awaited] == ["ST-B"]
    status(scene, "in-force", row("ST-B", "2002-01-01"), instrument="T-2")
    assert entering(scene).computed_day == date(2002, 1, 1)


def test_a_waiver_is_of_one_state_and_changes_no_other() -> None:
    scene = of_states()
    sets(scene, AllOfStates(name=said("All"), listed=STATES), waivable=True)
    bound(scene, a="2001-01-01", b="2002-01-01")
    status(scene, "waiver", row("ST-A", "2001-01-01"))
    assert entering(scene).computed_day is None
    assert status_of(known(scene), "T-1", "ST-A").standing == "party"
    assert status_of(known(scene), "T-1", "ST-B").standing == "consented"


def test_the_computed_day_stands_where_none_is_recorded_and_beside_the_recorded_one() -> None:
    scene = of_states()
    sets(scene, AtLeast(number=1), wait=Wait(days=30))
    bound(scene, a="2001-01-01")
    assert status_of(known(scene), "T-1", "ST-A", date(2001, 1, 31)).standing == "party"
    in_force(scene, "2001-03-01")
    found = entering(scene)
    assert (found.computed_day, found.recorded_day) == (date(2001, 1, 31), date(2001, 3, 1))
    assert status_of(known(scene), "T-1", "ST-A", date(2001, 2, 28)).standing == "consented"
    assert entering(scene, "2001-02-28").recorded_day is None


def test_a_day_that_is_not_recorded_makes_the_computed_one_the_latest_possible() -> None:
    scene = of_states()
    sets(scene, AtLeast(number=2))
    bound(scene, a="2001-01-01", b=None)
    found = entering(scene)
    assert (found.computed_day, found.all_dated) == (date(2018, 7, 10), False)


def test_the_page_has_every_instrument_with_conditions_or_the_one_asked_for() -> None:
    scene = of_states("T-1", "T-2", "T-3")
    sets(scene, AtLeast(number=1))
    sets(scene, AtLeast(number=1), instrument="T-3")
    assert [row.instrument for row in ask(scene.world, "entry-into-force").entering] == ["T-1", "T-3"]  # type: ignore[attr-defined]
    assert ask(scene.world, "entry-into-force", ("T-2",)).entering == ()  # type: ignore[attr-defined]
    with pytest.raises(Missing):
        ask(scene.world, "entry-into-force", ("T-9",))


DAYS = st.integers(0, 30).map(lambda n: date.fromordinal(date(2001, 1, 1).toordinal() + n))


@given(st.dictionaries(st.sampled_from(STATES), st.tuples(DAYS, st.none() | DAYS)), st.integers(1, 4), DAYS)
def test_spans_are_the_days_on_which_enough_count(
    given_: dict[str, tuple[date, date | None]], need: int, day: date
) -> None:
    stays = {state: (Stay(since, until),) for state, (since, until) in given_.items() if until is None or since < until}
    spans = spans_of(Counted(AtLeast(number=need), need, stays))
    counting = sum(s.since <= day and (s.until is None or day < s.until) for (s,) in stays.values())
    assert any(since <= day < until for since, until in spans) == (counting >= need)
