"""Lists of speakers from opening to the last reply, the time used, and translations, as pages tell them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.acts.vocabulary import Act
from accord.areas.meetings.acts import MakeStatement
from accord.areas.parties.acts import JoinGroup, LeaveGroup
from accord.areas.parties.cite import Missing
from accord.areas.speakers.acts import ReplyRules
from accord.areas.speakers.order import CATEGORIES, LEVELS, Standing, in_order
from accord.world.pages import ask
from tests.areas.cases import BODY, changed, stage
from tests.areas.speakers.cases import (
    ASK,
    CALL,
    CLOSE,
    DAY,
    FOR_GROUP,
    INSCRIBE,
    OPEN,
    PASS,
    REOPEN,
    REPLY,
    SECOND,
    SPEAK,
    STATEMENT,
    STRIKE,
    SWAP,
    WAIVE,
    WITHDRAW,
    WORDS,
    translated,
)
from tests.scene import Scene, said, source

PLAIN = changed(OPEN, order=(), item=None)
THIRD = changed(INSCRIBE, party="ST-Z")


def scene(*acts: Act, by: str = "editor") -> Scene:
    """The stage, and what is then said; each of it counts."""
    made = stage()
    for act in acts:
        ruling = made.does(by, act)
        assert ruling.counts, ruling.reason
    return made


def page(made: Scene, on: date | None = None) -> object:
    return ask(made.world, "list", ("general", BODY), on, data=lambda n: made.entries[n])


def waiting(made: Scene) -> list[str]:
    return [row.party for row in page(made).waiting]


# The order.


def standing(turn: int, level: str = "delegation", category: str = "state", group: bool = False) -> Standing:
    return Standing(turn, level, category, group)


def test_without_rules_who_inscribed_first_speaks_first() -> None:
    assert in_order([standing(3), standing(1), standing(2)], ()) == [1, 2, 0]


def test_the_first_rule_weighs_most() -> None:
    minister, group, delegation = standing(1, "minister"), standing(2, group=True), standing(0)
    rows = [minister, group, delegation]
    assert in_order(rows, ("groups-first", "levels-first")) == [1, 0, 2]
    assert in_order(rows, ("levels-first", "groups-first")) == [0, 1, 2]


def test_every_level_stands_before_the_next() -> None:
    rows = [standing(n, level) for n, level in enumerate(reversed(LEVELS))]
    assert [rows[n].level for n in in_order(rows, ("levels-first",))] == list(LEVELS)


def test_categories_take_turns_and_each_keeps_its_own_order() -> None:
    rows = [standing(n, category=c) for n, c in enumerate(("state", "state", "state", "civil-society", "observer"))]
    assert in_order(rows, ("alternate-categories",)) == [0, 4, 3, 1, 2]


def test_who_went_to_the_end_stands_after_all_others_whatever_the_rules() -> None:
    rows = [Standing(9, "head-of-state", "state", True, at_end=True), standing(1), standing(2)]
    for rules in ((), ("groups-first", "levels-first", "alternate-categories")):
        assert in_order(rows, rules) == [1, 2, 0]


standings = st.lists(
    st.builds(Standing, st.integers(0, 99), st.sampled_from(LEVELS), st.sampled_from(CATEGORIES), st.booleans()),
    max_size=8,
    unique_by=lambda one: one.turn,
)
RULES = ("groups-first", "levels-first", "states-first", "alternate-categories")


@given(standings, st.permutations(RULES), st.integers(0, 4))
def test_every_speaker_has_one_place_whatever_the_rules(rows: list[Standing], rules: Sequence[str], most: int) -> None:
    assert sorted(in_order(rows, rules[:most])) == list(range(len(rows)))


def test_the_order_does_not_depend_on_how_the_list_is_kept() -> None:
    rows = [standing(n, LEVELS[n % 5], CATEGORIES[n % 4], n == 3) for n in range(5)]
    spoken = {tuple(mixed[n] for n in in_order(mixed, RULES)) for mixed in map(list, permutations(rows))}
    assert len(spoken) == 1


# From opening to end.


def test_a_list_runs_from_inscription_to_speech() -> None:
    made = scene(PLAIN, INSCRIBE, SECOND)
    assert waiting(made) == ["ST-A", "ST-B"]
    assert made.does("editor", CALL).counts
    assert (page(made).speaking.party, waiting(made)) == ("ST-A", ["ST-B"])
    assert made.does("editor", SPEAK).counts
    told = page(made)
    assert (told.speaking, [row.speech for row in told.done], waiting(made)) == (None, ["speech-1"], ["ST-B"])


def test_groups_speak_first_where_the_list_says_so() -> None:
    assert waiting(scene(OPEN, SECOND, FOR_GROUP)) == ["ST-A", "ST-B"]
    assert waiting(scene(PLAIN, SECOND, FOR_GROUP)) == ["ST-B", "ST-A"]


def test_the_members_of_a_group_are_those_of_the_day() -> None:
    made = scene(OPEN, FOR_GROUP)
    joined = JoinGroup(group="friends", member="ST-C", on=date(2015, 1, 1), source=source())
    left = LeaveGroup(group="friends", member="ST-C", on=date(2015, 6, 1), source=source())
    for act in (joined, left, changed(CALL, on_behalf_of="friends"), changed(SPEAK, on_behalf_of="friends")):
        assert made.does("editor", act).counts
    (row,) = page(made).done
    assert (row.members, row.limit) == (("ST-C",), 600)


def test_who_is_called_out_of_turn_is_shown_so() -> None:
    made = scene(PLAIN, INSCRIBE, SECOND, changed(CALL, party="ST-B"), changed(SPEAK, party="ST-B", points_of_order=()))
    assert [(row.party, row.in_turn) for row in page(made).done] == [("ST-B", False)]


def test_an_exchange_takes_two() -> None:
    made = scene(PLAIN, INSCRIBE, THIRD, SECOND)
    assert made.does("ST-A", changed(SWAP, source=None)).counts
    assert waiting(made) == ["ST-A", "ST-Z", "ST-B"]
    assert [(row.party, row.other) for row in page(made).exchanges] == [("ST-A", "ST-B")]
    assert made.does("ST-B", changed(SWAP, party="ST-B", other="ST-A", source=None)).counts
    assert waiting(made) == ["ST-B", "ST-Z", "ST-A"]
    assert page(made).exchanges == ()


def test_the_keeper_of_the_list_records_an_exchange_at_once() -> None:
    assert waiting(scene(PLAIN, INSCRIBE, SECOND, SWAP)) == ["ST-B", "ST-A"]


def test_who_passes_goes_to_the_end_or_keeps_the_place() -> None:
    assert waiting(scene(PLAIN, INSCRIBE, SECOND, CALL, PASS)) == ["ST-B", "ST-A"]
    assert waiting(scene(PLAIN, INSCRIBE, SECOND, CALL, changed(PASS, then="keeps-place"))) == ["ST-A", "ST-B"]


def test_who_withdrew_waits_no_more_and_is_named() -> None:
    told = page(scene(PLAIN, INSCRIBE, SECOND, WITHDRAW))
    assert ([row.party for row in told.waiting], told.withdrawn) == (["ST-B"], ("ST-A",))


def test_closing_and_opening_again_are_told_in_order() -> None:
    made = scene(PLAIN, CLOSE, REOPEN, CLOSE)
    told = page(made)
    assert ([row.is_closed for row in told.closings], told.is_closed) == ([True, False, True], True)
    assert made.does("editor", changed(INSCRIBE, late=True)).counts
    assert [row.late for row in page(made).waiting] == [True]


def test_an_announced_closing_closes_nothing_by_itself() -> None:
    made = scene(PLAIN, INSCRIBE)
    assert not page(made, date(2016, 1, 1)).is_closed
    assert page(made, date(2016, 1, 1)).announced_closing_past is True
    assert page(made, DAY).announced_closing_past is False
    assert page(made).announced_closing_past is None


def test_the_time_to_come_is_known_only_where_everyone_has_a_limit() -> None:
    assert page(scene(PLAIN, INSCRIBE, SECOND, CALL)).seconds_to_come == 600
    assert page(scene(PLAIN, INSCRIBE, FOR_GROUP)).seconds_to_come == 900
    assert page(scene(changed(PLAIN, seconds=None), INSCRIBE, FOR_GROUP)).seconds_to_come is None


def test_a_struck_speech_puts_the_speaker_back() -> None:
    made = scene(PLAIN, INSCRIBE, CALL, SPEAK, STRIKE)
    assert (waiting(made), page(made).done) == (["ST-A"], ())


def test_a_corrected_speech_is_not_given_twice() -> None:
    made = scene(PLAIN, INSCRIBE, CALL, SPEAK)
    assert made.does("editor", changed(SPEAK, seconds=320, corrects=made.last)).counts
    (row,) = page(made).done
    assert (row.seconds, row.over) == (320, 20)


# Replies.


def test_the_second_reply_is_shorter_than_the_first() -> None:
    made = scene(PLAIN, ASK)
    assert [(row.reply_number, row.limit) for row in page(made).replies_asked] == [(1, 600)]
    for act in (REPLY, ASK):
        assert made.does("editor", act).counts
    assert [(row.reply_number, row.limit) for row in page(made).replies_asked] == [(2, 300)]
    assert made.does("editor", changed(REPLY, speech="reply-2", seconds=310)).counts
    assert [(row.speech, row.over) for row in page(made).done] == [("reply-1", 0), ("reply-2", 10)]


def test_a_waived_reply_may_be_asked_for_again() -> None:
    made = scene(PLAIN, ASK, WAIVE)
    assert page(made).replies_asked == ()
    assert made.would("editor", ASK).counts


def test_a_struck_reply_waits_again() -> None:
    made = scene(PLAIN, ASK, REPLY, changed(STRIKE, speech="reply-1"))
    assert [row.reply_number for row in page(made).replies_asked] == [1]


def test_a_list_without_rules_of_reply_sets_no_limit() -> None:
    (row,) = page(scene(changed(PLAIN, replies=None), ASK, REPLY)).done
    assert (row.limit, row.over) == (None, None)


def test_replies_wait_for_the_end_of_the_list_where_the_rules_say_so() -> None:
    made = scene(PLAIN, INSCRIBE, ASK)
    assert made.would("editor", REPLY).reason == "list-not-finished"
    for act in (CALL, SPEAK):
        assert made.does("editor", act).counts
    assert made.would("editor", REPLY).counts


# Times.


def test_a_speech_without_a_time_is_counted_and_its_time_is_not() -> None:
    rules = ReplyRules(seconds=(600,), when="end-of-day")
    made = scene(changed(PLAIN, replies=rules), INSCRIBE, CALL, SPEAK, SECOND, changed(CALL, party="ST-B"))
    assert made.does("editor", changed(SPEAK, speech="s2", party="ST-B", seconds=None, points_of_order=())).counts
    told = ask(made.world, "times", (BODY,))
    assert (told.speeches, told.timed, told.seconds_used) == (2, 1, 280)
    assert (told.parties_spoke, told.parties_in_register) == (2, 4)
    assert [(row.party, row.speeches, row.timed, row.seconds_used) for row in told.time_by_party] == [
        ("ST-A", 1, 1, 280),
        ("ST-B", 1, 0, 0),
    ]
    assert ask(made.world, "times", (BODY,), on=date(2015, 5, 13)).speeches == 0


def test_time_for_a_group_is_the_groups_and_the_speakers() -> None:
    own = changed(SPEAK, list=None, points_of_order=())
    made = scene(own, changed(own, speech="s2", on_behalf_of="friends", seconds=100))
    told = ask(made.world, "times", (BODY,))
    assert [(row.group, row.seconds_used) for row in told.time_by_group] == [("friends", 100)]
    assert [(row.for_groups, row.seconds_used) for row in told.time_by_party] == [(1, 380)]
    assert sum(row.seconds_used for row in told.time_by_category) == told.seconds_used


def test_a_body_lists_its_lists_and_no_others() -> None:
    made = scene(PLAIN, INSCRIBE, changed(PLAIN, list="special"))
    assert [(row.list, row.waiting) for row in ask(made.world, "speakers", (BODY,)).lists] == [
        ("general", 1),
        ("special", 0),
    ]
    with pytest.raises(Missing):
        ask(made.world, "list", ("none", BODY))


# Translations.


def translations(made: Scene) -> list[tuple[str, bool]]:
    told = ask(made.world, "statement", ("statement-1", BODY), data=lambda n: made.entries[n])
    return [(row.language, row.of_earlier_words) for row in told.translations]


def test_a_translation_is_of_earlier_words_once_the_words_are_corrected() -> None:
    made = scene(STATEMENT)
    stated = made.last
    assert made.does("editor", translated()(made)).counts
    assert translations(made) == [("en", False)]
    corrected: MakeStatement = changed(STATEMENT, text=said("Nous parlons.", "fr"), corrects=stated)
    assert made.does("editor", corrected).counts
    assert translations(made) == [("en", True)]


def test_a_correction_that_leaves_the_words_leaves_the_translation() -> None:
    made = scene(STATEMENT)
    stated = made.last
    assert made.does("editor", translated()(made)).counts
    assert made.does("editor", changed(STATEMENT, text=WORDS, days=(DAY,), corrects=stated)).counts
    assert translations(made) == [("en", False)]
