"""The negotiation exercise: played whole by its partners, by a person in each role, and disturbed."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import msgspec
import pytest

from accord.reference.states import find_states, states
from accord.stories.negotiation import surprises
from accord.stories.negotiation.briefs import brief
from accord.stories.negotiation.opening import opened
from accord.stories.negotiation.partners import choose
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.run import Passed, next_turn, play_on
from accord.stories.negotiation.scenario import (
    ISSUES,
    LANGUAGES,
    ORIGIN,
    ROLES,
    STATES,
    UNITS,
    WISHES,
    Game,
    red_lines,
)
from accord.stories.negotiation.score import debrief, outcome
from accord.stories.negotiation.wording import in_draft, standing, word
from accord.stories.story import Said
from accord.world.digest import world_digest
from accord.world.pages import ask
from tests.scene import Scene, key_of, replay

KEYS = {role: key_of(f"exercise {role}".replace(" ", "-")) for role in ROLES}
AGREES, FAILS, SILENT = 3, 2, 1
"""Seeds: an exercise that ends in adoption, one that ends without, one with a silence procedure."""


class Room:
    """An exercise in memory."""

    def __init__(self, **game: Any) -> None:
        self.game = Game(**game)
        self.scene = Scene(ORIGIN)
        self.passed = Passed()
        for said in opened(self.game, {role: str(key.vkey) for role, key in KEYS.items()}):
            self.say(said)

    def say(self, said: Said) -> int:
        ruling = self.scene.does(said.by, said.act, signers=[KEYS[role] for role in said.signers])
        assert ruling.counts, f"{type(said.act).__name__} by {said.by}: {ruling.reason}"
        return self.scene.last

    def does(self, role: str, move: Any) -> None:
        for said in move.acts:
            self.say(said)

    @property
    def play(self) -> Play:
        return Play(self.game, self.scene.world)

    def goes_on(self) -> Any:
        return play_on(self.game, lambda: self.scene.world, self.does, self.passed)

    def goes_until(self, when: Any) -> Room:
        """Partners play every role until something is so."""
        while not when(self.play):
            turn = next_turn(self.play, self.passed)
            assert turn is not None, "the exercise was over before"
            move = choose(self.play, turn)
            if move is None:
                self.passed.add(turn)
            else:
                self.does(turn.role, move)
        return self

    def page(self, name: str, *arguments: str) -> Any:
        return ask(self.scene.world, name, arguments, data=lambda n: self.scene.entries[n])

    def told(self, *planted: surprises.Planted) -> Any:
        return debrief(self.play, planted)


@pytest.fixture(scope="module")
def agreed() -> Room:
    room = Room(seed=AGREES)
    assert room.goes_on() is None
    return room


@pytest.fixture(scope="module")
def failed() -> Room:
    room = Room(seed=FAILS)
    assert room.goes_on() is None
    return room


def test_its_record_is_an_exercise_and_its_states_are_none_of_the_world(agreed: Room) -> None:
    assert agreed.scene.world.exercise
    for state in STATES:
        assert state not in states()
        for language in LANGUAGES:
            assert not list(find_states(word(language, "names", state), language)), (state, language)


def test_partners_alone_come_to_an_adoption_within_every_brief(agreed: Room) -> None:
    found = agreed.told()
    assert (outcome(agreed.play), found.outcome) == ("adopted", "adopted")
    assert agreed.play.open_issues == ()
    assert [row.red_lines for row in found.delegations] == [0] * 6
    assert sum(row.objectives for row in found.delegations) < 36


def test_partners_alone_may_also_fail_and_the_chair_then_says_so(failed: Room) -> None:
    assert outcome(failed.play) == "no-agreement"
    assert failed.play.declared_failed
    assert failed.play.open_issues


@pytest.mark.parametrize("seed", range(30, 40))
def test_every_exercise_ends_in_adoption_or_declared_failure(seed: int) -> None:
    room = Room(seed=seed)
    assert room.goes_on() is None
    assert room.play.adopted != room.play.declared_failed
    assert room.scene.world.without_effect == {}


def test_the_same_seed_gives_the_same_record_and_another_one_another() -> None:
    acts = []
    for seed in (5, 5, 6):
        room = Room(seed=seed)
        room.goes_on()
        acts.append(room.scene.entries)
    assert acts[0] == acts[1]
    assert acts[0] != acts[2]


def test_folding_anew_with_every_signature_gives_the_same_world(agreed: Room) -> None:
    again = replay(agreed.scene.entries, ORIGIN, verify=True)
    assert world_digest(again) == world_digest(agreed.scene.world)


def test_no_step_of_the_partners_breaks_a_rule_of_procedure(agreed: Room, failed: Room) -> None:
    for room in (agreed, failed):
        assert room.page("debriefing").irregularities == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_draft_is_negotiated_in_any_language_and_translated_into_the_others(language: Any) -> None:
    room = Room(seed=AGREES, language=language)
    room.goes_on()
    assert room.play.adopted
    for issue in ISSUES.values():
        row = room.play.units[issue.unit].current
        (option,) = standing(language, issue, row.text) or ()
        for other in LANGUAGES:
            if other != language:
                told = room.play.negotiation.translations["XN/AC.9/L.1"][f"{other}/{issue.unit}"].act
                assert (told.of_text, told.text) == (row.hash, in_draft(other, issue.unit, (option,)))


@pytest.mark.parametrize("role", ROLES)
def test_a_person_in_any_role_has_turns_and_comes_to_an_end(role: str) -> None:
    room = Room(seed=SILENT, humans=(role,))
    turns = 0
    while (turn := room.goes_on()) is not None:
        assert turn.role == role
        turns += 1
        if turn.may_pass:
            room.passed.add(turn)
        else:
            room.does(role, turn.moves[0])
    assert turns
    assert room.play.over
    assert outcome(room.play) != "under-way"


def test_who_objects_to_everything_prevents_agreement() -> None:
    room = Room(seed=AGREES, humans=("ST-DELVAR",))
    while (turn := room.goes_on()) is not None:
        if turn.key.startswith("object"):
            room.does(turn.role, turn.moves[0])
        else:
            room.passed.add(turn)
    assert room.play.declared_failed


def test_a_crossed_red_line_is_told() -> None:
    """Borun's player does nothing, so that what Borun must not accept may be agreed."""
    room = Room(seed=AGREES, humans=("ST-BORUN",))
    while (turn := room.goes_on()) is not None:
        if turn.may_pass:
            room.passed.add(turn)
    results = {row.party: row for row in room.told().delegations}
    for row in results["ST-BORUN"].issues:
        crossed = row.wording is not None and row.wording in red_lines("ST-BORUN", row.issue)
        assert (row.result == "red-line") == crossed
    assert results["ST-BORUN"].red_lines == sum(row.result == "red-line" for row in results["ST-BORUN"].issues)


def test_partners_object_to_words_on_which_they_have_no_instructions() -> None:
    from accord.areas.negotiation.acts import ProposeAmendment
    from accord.areas.negotiation.changes import AmendText
    from accord.areas.negotiation.difference import difference

    room = Room(seed=AGREES, humans=("ST-FENNOR",))
    room.goes_until(lambda play: play.session is not None and play.session.number == 3 and bool(play.floor.item))
    row = room.play.units["para-6"].current
    change = AmendText(unit="para-6", base=row.hash, edits=difference(row.text, "Nobody shall receive them."))
    asked = ProposeAmendment(draft="XN/AC.9/L.1", amendment="own-1", changes=(change,), sponsors=("ST-FENNOR",))
    room.say(Said("ST-FENNOR", asked))
    room.goes_until(lambda play: play.question("own-1") is not None and play.question("own-1").state != "pending")
    question = room.play.question("own-1")
    assert question is not None
    assert question.state == "not-voted"


def test_partners_let_an_amendment_to_an_amendment_fall_with_it() -> None:
    from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment
    from accord.areas.negotiation.changes import AmendText, changes_hash
    from accord.areas.negotiation.difference import difference
    from accord.areas.negotiation.text import digest

    room = Room(seed=AGREES, humans=("ST-FENNOR",))
    room.goes_until(lambda play: play.session is not None and play.session.number == 3 and bool(play.floor.item))
    row, new = room.play.units["para-6"].current, "Nobody shall receive them."
    change = AmendText(unit="para-6", base=row.hash, edits=difference(row.text, new))
    of: dict[str, Any] = {"draft": "XN/AC.9/L.1", "sponsors": ("ST-FENNOR",)}
    asked = ProposeAmendment(amendment="own-1", changes=(change,), **of)
    other = AmendText(unit="para-6", base=digest(new), edits=difference(new, "Nobody at all shall receive them."))
    to = changes_hash(asked.changes)
    room.say(Said("ST-FENNOR", asked))
    room.say(Said("ST-FENNOR", ProposeSubamendment(amendment="own-2", amends="own-1", to=to, changes=(other,), **of)))
    room.goes_until(lambda play: play.question("own-1") is not None and play.question("own-1").state != "pending")
    assert room.play.question("own-2") is None
    assert room.play.negotiation.amendments["XN/AC.9/L.1"]["own-2"].open


# Surprises.


def planted(room: Room, kind: surprises.Kind) -> surprises.Planted:
    return surprises.Planted(kind, [room.say(said) for said in surprises.surprise(room.game, room.play, kind)][-1])


def in_the_third(play: Play) -> bool:
    return play.session is not None and play.session.number == 3 and play.floor.state == "open"


def test_the_absent_interpreter_is_found_by_a_chair_who_suspends_and_missed_by_one_who_does_not() -> None:
    for number, wanted in ((0, "found"), (2, "missed")):
        room = Room(seed=AGREES).goes_until(lambda play: in_the_third(play) and bool(play.floor.item))
        found = planted(room, "absent-interpreter")
        assert surprises.handling(room.play, found) == "undecided"
        turn = next_turn(room.play, room.passed)
        assert turn is not None
        room.does("chair", turn.moves[number])
        room.goes_on()
        assert surprises.handling(room.play, found) == wanted
        assert room.play.over


def test_a_late_amendment_that_clashes_with_the_text_is_passed_over() -> None:
    room = Room(seed=AGREES).goes_until(lambda play: in_the_third(play) and play.pending is None)
    found = planted(room, "late-amendment")
    room.goes_on()
    label = next(name for name, row in room.play.amendments.items() if row.entry == found.entry)
    question = room.play.latest_question(label)
    assert question is not None
    assert (surprises.handling(room.play, found), question.state) == ("found", "not-voted")


def test_a_broken_silence_is_found_where_the_floor_decides() -> None:
    room = Room(seed=SILENT).goes_until(lambda play: play.silent and play.session is None)
    found = planted(room, "broken-silence")
    room.goes_on()
    assert room.play.broken_by == ("ST-FENNOR",)
    assert surprises.handling(room.play, found) == "found"


def test_a_mistaken_translation_is_missed_until_somebody_points_it_out_and_is_then_corrected() -> None:
    from accord.areas.parties.acts import Reply

    room = Room(seed=AGREES).goes_until(lambda play: in_the_third(play) and bool(play.floor.item))
    found = planted(room, "mistaken-translation")
    assert surprises.handling(room.play, found) == "undecided"
    told = room.play.negotiation.translations["XN/AC.9/L.1"]
    wrong = next(fact.act for fact in told.values() if fact.entry == found.entry)
    reply = Reply(to=found.entry, text=word_of("mistake"))
    room.say(Said("ST-AVELA", reply))
    room.goes_on()
    assert surprises.handling(room.play, found) == "found"
    assert told[f"{wrong.language}/{wrong.unit}"].act.text != wrong.text
    room.say(Said("ST-AVELA", Reply(to=1, text=word_of("mistake"))))
    assert (room.told(found).found, room.told(found).false_alarms) == (1, 1)


def word_of(name: str) -> Any:
    from accord.stories.negotiation.wording import said

    return said("plants", name)


def test_a_surprise_that_cannot_come_now_is_refused() -> None:
    room = Room(seed=AGREES)
    for kind in ("absent-interpreter", "late-amendment", "broken-silence"):
        with pytest.raises(surprises.NotNow):
            surprises.surprise(room.game, room.play, kind)


# Pages.


def test_the_pages_tell_where_it_stands_and_what_it_came_to(agreed: Room) -> None:
    page = agreed.page("debriefing")
    assert page.negotiation_state == "adopted"
    assert [row.in_brackets for row in page.stages][-1] == 0
    assert max(row.in_brackets for row in page.stages) == 6
    assert sum(row.proposed for row in page.parties) == len(agreed.play.amendments)
    assert sum(row.settled_stage is not None for row in page.paragraphs) == len(ISSUES)
    assert page.sittings_held[0].minutes_planned == 180
    assert all(row.minutes_used is not None for row in page.sittings_held)
    assert agreed.page("exercise").tasks == ()


def test_the_page_asks_the_others_when_an_amendment_is_put() -> None:
    room = Room(seed=AGREES).goes_until(
        lambda play: play.session is not None and play.session.number == 3 and play.pending is not None
    )
    question = room.play.pending
    assert question is not None
    asked = {row.party for row in room.page("exercise").tasks if row.task == "consider"}
    assert asked == set(STATES) - set(question.sponsors)
    (one,) = room.page("exercise", sorted(asked)[0]).tasks
    assert (one.party, one.target) == (sorted(asked)[0], question.label)


def test_an_objection_over_which_the_chair_decides_is_an_irregularity() -> None:
    room = Room(seed=AGREES).goes_until(
        lambda play: (
            play.session is not None
            and play.session.number == 3
            and play.pending is not None
            and bool(play.pending.objections)
        )
    )
    from accord.stories.negotiation import floor_moves

    question = room.play.pending
    assert question is not None
    room.does("chair", floor_moves.decide(room.play, question.label))
    (one,) = room.page("debriefing").irregularities
    assert (one.breach, one.target) == ("objection-stands", question.label)


def test_the_papers_can_be_read_in_six_languages(agreed: Room) -> None:
    for language in LANGUAGES:
        page = agreed.page("units", "XN/AC.9/WP.1", language)
        assert len(page.units) == 2


# Words.


def test_the_words_are_the_same_in_every_language_and_none_is_left_in_english() -> None:
    told = {}
    for language in LANGUAGES:
        file = resources.files("accord.stories.negotiation") / "words" / f"{language}.toml"
        told[language] = flat(tomllib.loads(file.read_text(encoding="utf-8")))
    for language in LANGUAGES:
        assert told[language].keys() == told["en"].keys()
        if language != "en":
            same = {key for key, words in told[language].items() if words == told["en"][key]}
            assert same == set(), (language, same)


def flat(table: Any, above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= flat(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: value}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_wordings_are_read_back_from_the_draft(language: Any) -> None:
    for issue in ISSUES.values():
        for options in ((issue.options[0],), issue.options):
            assert standing(language, issue, in_draft(language, issue.unit, options)) == options
        assert standing(language, issue, in_draft(language, UNITS[0])) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_names_every_issue_and_every_red_line_of_its_delegation(language: Any) -> None:
    for state in STATES:
        told = brief(state, language)
        for issue in ISSUES:
            assert word(language, "issues", issue) in told
            for option in ISSUES[issue].options:
                assert word(language, "options", issue, option) in told
    assert len({brief(role, language) for role in ROLES}) == len(ROLES)


def test_one_wording_of_each_issue_is_acceptable_to_all_and_each_brief_has_a_red_line() -> None:
    for name, issue in ISSUES.items():
        assert any(all(option in WISHES[state][name].accepts for state in STATES) for option in issue.options)
    for state in STATES:
        assert any(red_lines(state, name) for name in ISSUES)


def test_a_debriefing_is_told_to_machines_by_the_names_they_know(agreed: Room) -> None:
    told = msgspec.to_builtins(agreed.told())
    assert {"planted", "found", "missed", "false", "outcome", "delegations"} <= set(told)
