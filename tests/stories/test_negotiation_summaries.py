"""A planted Chair's summary: what is wrong in it, who notices it and when, and what the secretariat makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from accord.areas.parties.acts import Reply
from accord.areas.proposals.acts import RequestCorrection
from accord.stories.negotiation import summaries, surprises
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import BODY, LANGUAGES, OBSERVER, SESSIONS, STATES
from accord.stories.negotiation.summaries import SUMMARIES, SummaryKind
from accord.stories.negotiation.telling import noticed_words
from accord.stories.negotiation.wording import colon, said, word
from accord.stories.story import Said
from tests.stories.test_negotiation import AGREES, Room, planted


@pytest.fixture
def room() -> Room:
    """The second meeting, after everybody has spoken."""
    return Room(seed=AGREES).goes_until(lambda play: play.session is SESSIONS[1] and bool(play.floor.item))


def paragraphs(play: Play, kind: SummaryKind, language: Any = "en") -> list[str]:
    return ["".join(map(str, fact.act.pieces)) for fact in play.world.drafting.units(SUMMARIES[kind], language)]


def right(language: Any = "en") -> list[str]:
    """Each party's own view under its own name."""
    return [
        f"{word(language, 'names', name)}{colon(language)}{word(language, 'summary', 'views', name)}"
        for name in (*STATES, "observer")
    ]


def points_out(room: Room, entry: int, by: str = "ST-CESTRIA") -> int:
    role = "observer" if by == OBSERVER else by
    return room.say(Said(by, Reply(to=entry, text=said("plants", "mistaken-summary")), (role,)))


def entry_of(room: Room, kind: SummaryKind, unit: str, language: str = "en") -> int:
    return room.play.world.drafting.tables.units[SUMMARIES[kind]][f"{language}/{unit}"].entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_divergent_summary_has_every_view_and_two_of_them_under_the_wrong_name(room: Room, language: str) -> None:
    planted(room, "divergent-summary")
    found = paragraphs(room.play, "divergent-summary", language)[1:]
    assert len(found) == len(right(language)) == 7
    assert sum(told not in right(language) for told in found) == 2
    views = [word(language, "summary", "views", name) for name in (*STATES, "observer")]  # type: ignore[arg-type]
    assert all(sum(told.endswith(view) for told in found) == 1 for view in views)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_incomplete_summary_leaves_out_one_delegation_and_is_right_about_the_others(
    room: Room, language: str
) -> None:
    planted(room, "incomplete-summary")
    found = paragraphs(room.play, "incomplete-summary", language)[1:]
    assert [told for told in right(language) if told in found] == found
    assert len(found) == 6


def test_a_divergence_is_noticed_by_who_points_out_its_paragraph_first(room: Room) -> None:
    one = planted(room, "divergent-summary")
    first, second = summaries.flawed(room.play, "divergent-summary")
    assert surprises.handling(room.play, one) == "undecided"
    # In another language than the draft's, and once more later.
    pointed = points_out(room, entry_of(room, "divergent-summary", f"view-{first.lower()}", "ar"), "ST-FENNOR")
    points_out(room, entry_of(room, "divergent-summary", f"view-{first.lower()}"))
    found = {place.about: place.first for place in surprises.places(room.play, one)}
    assert found == {first: summaries.Noticed("ST-FENNOR", pointed, 2), second: None}
    assert surprises.handling(room.play, one) == "undecided"
    assert not any(kind in name for name in room.play.world.proposals.tables.windows for kind in SUMMARIES)
    window = next(iter(room.play.world.proposals.tables.windows.values())).act.window
    asked = RequestCorrection(
        body=BODY,
        request="r-1",
        window=window,
        requester="ST-AVELA",
        unit=f"view-{second.lower()}",
        text=said("plants", "mistaken-summary"),
    )
    entry = room.say(Said("ST-AVELA", asked))
    places = {place.about: place.first for place in surprises.places(room.play, one)}
    assert places[second] == summaries.Noticed("ST-AVELA", entry, 2)
    told = room.told(one)
    assert (told.found, told.missed, told.false_alarms) == (1, 0, 0)
    assert told.surprises[0].places == surprises.places(room.play, one)


def test_what_is_as_it_was_said_is_a_false_alarm(room: Room) -> None:
    one = planted(room, "divergent-summary")
    good = next(party for party in STATES if party not in summaries.flawed(room.play, "divergent-summary"))
    points_out(room, entry_of(room, "divergent-summary", f"view-{good.lower()}"))
    points_out(room, entry_of(room, "divergent-summary", "caveat"))
    points_out(room, 1)
    assert (room.told(one).found, room.told(one).false_alarms) == (0, 3)


def test_what_was_left_out_may_be_pointed_out_anywhere_in_the_paper(room: Room) -> None:
    one = planted(room, "incomplete-summary")
    (missing,) = summaries.flawed(room.play, "incomplete-summary")
    points_out(room, entry_of(room, "incomplete-summary", "caveat"), missing)
    (place,) = surprises.places(room.play, one)
    assert (place.about, place.first and place.first.by) == (missing, missing)
    assert (room.told(one).found, room.told(one).false_alarms) == (1, 0)


def test_what_nobody_notices_is_missed_and_stands_as_it_was_issued() -> None:
    room = Room(seed=AGREES).goes_until(lambda play: play.session is SESSIONS[1] and bool(play.floor.item))
    both = planted(room, "divergent-summary"), planted(room, "incomplete-summary")
    before = [paragraphs(room.play, kind) for kind in SUMMARIES]
    room.goes_on()
    assert room.play.over
    assert [paragraphs(room.play, kind) for kind in SUMMARIES] == before
    assert (room.told(*both).found, room.told(*both).missed) == (0, 2)
    for language in LANGUAGES:
        for one in both:
            assert all(noticed_words(place, language) for place in surprises.places(room.play, one))


def test_the_secretariat_corrects_in_every_language_what_was_noticed_and_nothing_else() -> None:
    room = Room(seed=AGREES).goes_until(lambda play: play.session is SESSIONS[1] and bool(play.floor.item))
    divergent, incomplete = planted(room, "divergent-summary"), planted(room, "incomplete-summary")
    first, _ = summaries.flawed(room.play, "divergent-summary")
    points_out(room, entry_of(room, "divergent-summary", f"view-{first.lower()}"))
    points_out(room, entry_of(room, "incomplete-summary", "caveat"))
    room.goes_on()
    assert room.play.over
    for language in LANGUAGES:
        told = paragraphs(room.play, "divergent-summary", language)[1:]
        assert sum(one not in right(language) for one in told) == 1
        assert sorted(paragraphs(room.play, "incomplete-summary", language)[1:]) == sorted(right(language))
    assert surprises.handling(room.play, divergent) == "missed"
    assert surprises.handling(room.play, incomplete) == "found"
    assert room.told(divergent, incomplete).false_alarms == 0


def test_a_summary_comes_once_and_not_before_there_is_something_to_summarise(room: Room) -> None:
    early = Room(seed=AGREES).goes_until(lambda play: play.session is SESSIONS[0])
    for kind in SUMMARIES:
        with pytest.raises(surprises.NotNow):
            surprises.surprise(early.game, early.play, kind)
        planted(room, kind)
        with pytest.raises(surprises.NotNow):
            surprises.surprise(room.game, room.play, kind)
