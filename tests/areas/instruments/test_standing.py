"""For whom an instrument holds on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.areas.instruments.acts import ActionKind, Wait
from accord.areas.instruments.deeds import Deed, deed
from accord.areas.instruments.law import status_of, tally
from accord.areas.instruments.periods import Held, Law, after, held, periods
from tests.areas.instruments.told import deeds, in_force, known, of_list, of_states, row, status

IN_FORCE = Law(since=date(2005, 6, 1))
SIGNED_AND_BOUND = deeds(("signature", "2000-02-01"), ("ratification", "2003-05-05"))


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2000-01-31", "none"),
        ("2000-02-01", "signatory"),
        ("2003-05-04", "signatory"),
        ("2003-05-05", "consented"),
        ("2005-05-31", "consented"),
        ("2005-06-01", "party"),
        ("2030-01-01", "party"),
    ],
)
def test_a_state_signs_is_bound_and_becomes_a_party_on_the_very_days(day: str, standing: str) -> None:
    assert held(SIGNED_AND_BOUND, IN_FORCE, on(day)).standing == standing


def test_without_a_day_all_that_is_recorded_counts() -> None:
    assert held(SIGNED_AND_BOUND, IN_FORCE).standing == "party"
    assert held(SIGNED_AND_BOUND, Law()).standing == "consented"
    assert held((), IN_FORCE) == Held("none", None, None, None, False)


def test_of_deposits_with_several_depositaries_the_earliest_counts() -> None:
    told = deeds(("ratification", "2003-05-05"), ("ratification", "2003-03-03"), ("ratification", "2003-04-04"))
    assert [period.since for period in periods(told)] == [on("2003-03-03")]
    assert held(told, IN_FORCE, on("2003-03-03")).standing == "consented"
    assert held(told, IN_FORCE, on("2003-03-02")).standing == "none"


def test_an_action_without_a_day_counts_from_the_day_of_its_list_and_before_it_is_not_known() -> None:
    told = deeds(("accession", None))
    before, since = (held(told, IN_FORCE, on(day)) for day in ("2018-07-09", "2018-07-10"))
    assert (before.standing, before.undated) == ("none", True)
    assert (since.standing, since.undated) == ("party", False)
    assert since.period is not None
    assert not since.period.dated


def test_what_one_list_leaves_undated_is_known_where_another_has_the_day() -> None:
    told = (*deeds(("accession", None)), *deeds(("accession", "2004-04-04")))
    for day, standing in (("2004-04-03", "none"), ("2004-04-04", "consented"), ("2010-01-01", "party")):
        found = held(told, IN_FORCE, on(day))
        assert (found.standing, found.undated) == (standing, False)


def test_a_withdrawal_takes_effect_on_its_day_and_not_on_that_of_its_notice() -> None:
    leaves = deed(20, "T-1", "withdrawal", row("ST-A", "2010-01-01", "2010-04-01"), of_list())
    told = (*SIGNED_AND_BOUND, leaves)
    assert held(told, IN_FORCE, on("2010-03-31")).standing == "party"
    assert held(told, IN_FORCE, on("2010-04-01")).standing == "withdrawn"
    assert held(told, IN_FORCE).standing == "withdrawn"


def test_who_comes_back_is_bound_anew() -> None:
    told = (*SIGNED_AND_BOUND, *deeds(("withdrawal", "2010-01-01"), ("accession", "2012-01-01")))
    assert [(p.since, p.until) for p in periods(told)] == [
        (on("2003-05-05"), on("2010-01-01")),
        (on("2012-01-01"), None),
    ]
    assert [held(told, IN_FORCE, on(d)).standing for d in ("2009-12-31", "2011-01-01", "2012-01-01")] == [
        "party",
        "withdrawn",
        "party",
    ]


def test_who_withdraws_a_ratification_is_a_signatory_again() -> None:
    told = (*SIGNED_AND_BOUND, *deeds(("withdrawal-of-ratification", "2023-11-03")))
    assert held(told, Law(), on("2023-11-02")).standing == "consented"
    assert held(told, Law(), on("2023-11-03")).standing == "signatory"


def test_a_signature_that_is_withdrawn_stands_no_more() -> None:
    told = deeds(("signature", "2000-02-01"), ("withdrawal-of-signature", "2002-02-02"))
    assert held(told, Law(), on("2002-02-01")).standing == "signatory"
    assert held(told, Law(), on("2002-02-02")).standing == "none"


def test_an_announced_withdrawal_ends_nothing() -> None:
    told = (*SIGNED_AND_BOUND, *deeds(("withdrawal-announced", "2010-01-01")))
    assert held(told, IN_FORCE, on("2015-01-01")).standing == "party"


def test_a_withdrawal_before_any_accession_ends_nothing() -> None:
    told = deeds(("withdrawal", "2001-01-01"), ("accession", "2003-01-01"))
    assert held(told, IN_FORCE, on("2002-01-01")).standing == "none"
    assert held(told, IN_FORCE, on("2006-01-01")).standing == "party"


def test_a_party_suspends_and_resumes() -> None:
    told = (*SIGNED_AND_BOUND, *deeds(("suspension", "2010-01-01"), ("resumption", "2011-01-01")))
    found = [held(told, IN_FORCE, on(day)).standing for day in ("2009-12-31", "2010-01-01", "2011-01-01")]
    assert found == ["party", "suspended", "party"]


def test_an_instrument_that_ended_leaves_former_parties() -> None:
    law = Law(since=date(2005, 6, 1), until=date(2026, 2, 5))
    assert held(SIGNED_AND_BOUND, law, on("2026-02-04")).standing == "party"
    assert held(SIGNED_AND_BOUND, law, on("2026-02-05")).standing == "ended"


def test_each_state_may_have_to_wait_after_its_own_deposit() -> None:
    late = deeds(("accession", "2006-01-01"))
    law = Law(since=date(2005, 6, 1), each=Wait(days=90))
    assert held(late, law, on("2006-03-31")).standing == "consented"
    assert held(late, law, on("2006-04-01")).in_force == on("2006-04-01")
    early = held(SIGNED_AND_BOUND, law, on("2005-06-01"))
    assert early.in_force == on("2005-06-01"), "who was there before it entered into force waits for no more"


def test_a_waiver_brings_it_into_force_for_a_state_alone() -> None:
    told = (*SIGNED_AND_BOUND, *deeds(("waiver", "2004-01-01")))
    assert held(told, Law(waivable=True), on("2004-01-01")).standing == "party"
    assert held(told, Law(waivable=False), on("2004-01-01")).standing == "consented"
    begun = Law(since=on("2000-06-01"), waivable=True)
    assert held(told, begun, on("2003-12-31")).standing == "consented", "others brought it into force for themselves"
    assert held(told, begun, on("2004-01-01")).in_force == on("2004-01-01")


def test_a_list_that_says_in_force_needs_no_day_of_the_instrument() -> None:
    told = deeds(("in-force", "2001-02-03"))
    assert held(told, Law(), on("2001-02-03")).standing == "party"
    assert held(told, Law(), on("2001-02-02")).standing == "none"


def test_a_day_a_month_later_of_a_shorter_month_is_its_last() -> None:
    assert after(date(2023, 1, 31), Wait(months=1)) == date(2023, 2, 28)
    assert after(date(2023, 12, 15), Wait(months=24)) == date(2025, 12, 15)
    assert after(date(9999, 12, 1), Wait(days=60)) == date.max


def test_the_numbers_on_a_page_count_each_state_once() -> None:
    scene = of_states()
    status(scene, "signature", row("ST-A", "2000-02-01"), row("ST-B", "2000-02-02"))
    status(scene, "ratification", row("ST-A", "2003-03-03"), row("ST-A", "2003-04-04"), row("ST-C"))
    in_force(scene, "2005-06-01")
    assert tally(known(scene), "T-1", on("2004-01-01"))._asdict() == {
        "signed": 2, "consented": 1, "parties": 0, "suspended": 0, "withdrawn": 0, "undated": 1,
    }  # fmt: skip
    later = tally(known(scene), "T-1", on("2019-01-01"))
    assert (later.signed, later.consented, later.parties, later.undated) == (2, 2, 2, 0)


ACTIONS: tuple[ActionKind, ...] = (
    "signature", "ratification", "accession", "withdrawal", "withdrawal-of-ratification", "suspension", "resumption",
    "withdrawal-of-signature", "waiver", "in-force", "withdrawal-announced",
)  # fmt: skip
DAYS = st.integers(0, 60).map(lambda n: date.fromordinal(date(2001, 1, 1).toordinal() + n))


def told_at(found: Held) -> tuple[object, ...]:
    """What a State's standing says, whichever entry it was told by."""
    period = found.period
    span = None if period is None else (period.since, period.until, period.dated)
    return found.standing, None if found.signed is None else found.signed.on, span, found.in_force, found.undated


@given(st.data())
def test_the_order_in_which_facts_of_different_days_are_told_changes_nothing(data: st.DataObject) -> None:
    days = data.draw(st.lists(DAYS, unique=True, max_size=7))
    facts = [(data.draw(st.sampled_from(ACTIONS)), day) for day in days]
    law = Law(since=data.draw(st.none() | DAYS), waivable=data.draw(st.booleans()))

    def told(order: list[tuple[ActionKind, date]]) -> tuple[Deed, ...]:
        return tuple(
            deed(n, "T-1", action, row("ST-A", day.isoformat()), of_list()) for n, (action, day) in enumerate(order)
        )

    again = told(data.draw(st.permutations(facts)))
    for asked in (None, *days, date(2001, 2, 1)):
        assert told_at(held(told(facts), law, asked)) == told_at(held(again, law, asked))


@given(st.data())
def test_a_state_that_is_bound_has_consented_by_then_and_not_left_since(data: st.DataObject) -> None:
    days = data.draw(st.lists(DAYS, unique=True, max_size=7))
    facts = [(data.draw(st.sampled_from(ACTIONS)), day) for day in days]
    told = tuple(
        deed(n, "T-1", action, row("ST-A", day.isoformat()), of_list()) for n, (action, day) in enumerate(facts)
    )
    for day in days:
        found = held(told, Law(since=date(2001, 1, 1)), day)
        if found.standing in ("party", "consented", "suspended"):
            assert found.period is not None
            since = found.period.since
            assert since <= day
            left = [d for action, d in facts if action in ("withdrawal", "withdrawal-of-ratification")]
            assert not any(since < d <= day for d in left)


def test_the_order_of_acts_in_the_record_changes_no_standing() -> None:
    parts = [
        ("signature", row("ST-A", "2000-02-01")),
        ("ratification", row("ST-A", "2003-03-03")),
        ("withdrawal", row("ST-A", "2010-01-01", "2010-04-01")),
        ("accession", row("ST-A", "2012-01-01")),
    ]
    found = []
    for order in (parts, parts[::-1], parts[2:] + parts[:2]):
        scene = of_states()
        for action, told in order:
            status(scene, action, told)  # type: ignore[arg-type]
        in_force(scene, "2005-06-01")
        days = ("2000-02-01", "2004-01-01", "2006-01-01", "2010-03-31", "2010-04-01", "2013-01-01")
        found.append([told_at(status_of(known(scene), "T-1", "ST-A", on(day))) for day in days])
    assert found[0] == found[1] == found[2]
    assert [standing for standing, *_ in found[0]] == [
        "signatory", "consented", "party", "party", "withdrawn", "party",
    ]  # fmt: skip
