"""The demonstration: told act by act, everything counts, everything is sourced, and no State has a key."""

from __future__ import annotations

import pytest

from accord.acts.entry import read
from accord.acts.facts import source_of
from accord.areas.parties.acts import EnterParty, FoundRecord, GrantRole, RegisterKey
from accord.reference.states import states
from accord.stories import demonstration as story
from accord.stories.story import Said, tell, text
from accord.stories.summary import summarise
from accord.world.audit import audit
from accord.world.digest import world_digest
from accord.world.vocabulary import VOCABULARY
from tests.scene import Scene, key_of

RECORD = "accord.example/demonstration"
KEYS = {party: key_of(party) for party in (story.SECRETARIAT, story.EDITOR)}
OPENING = (FoundRecord, EnterParty, RegisterKey, GrantRole)


@pytest.fixture(scope="module")
def scene() -> Scene:
    scene = Scene(RECORD)
    story.demonstration(lambda act, by, signers: scene.does(by, act, signers=signers), KEYS)
    return scene


def test_every_act_of_the_demonstration_counts(scene: Scene) -> None:
    assert len(scene.entries) > 150
    assert scene.world.without_effect == {}
    assert scene.world.complete


def test_an_audit_agrees_with_the_telling(scene: Scene) -> None:
    world, tally = audit(RECORD, lambda: scene.entries)
    assert world_digest(world) == world_digest(scene.world)
    assert tally.signatures == len(scene.entries) + 1, "one act, the editor's key, carries two"


def test_everything_about_a_state_is_recorded_by_the_editor_with_its_source(scene: Scene) -> None:
    for index, data in enumerate(scene.entries):
        entry, _, _ = read(index, data, VOCABULARY)
        if index < len(OPENING):
            assert type(entry.act) is OPENING[index]
            assert entry.by == story.SECRETARIAT
        else:
            assert entry.by == story.EDITOR
            source = source_of(entry.act)
            assert source is not None
            assert source.place if source.document == "A/68/514" else source.publication


def test_no_state_and_no_organisation_has_a_key(scene: Scene) -> None:
    tables = scene.world.parties.tables
    assert {key.party for key in tables.keys.values()} == {story.SECRETARIAT, story.EDITOR}
    assert tables.delegations == {}


def test_states_need_no_name_and_all_others_have_one(scene: Scene) -> None:
    for party, fact in scene.world.parties.tables.parties.items():
        assert (party in states()) == (fact.act.kind == "state")
        assert (fact.act.name is None) == (fact.act.kind == "state")


def test_the_summary_counts_what_the_record_and_the_report_count(scene: Scene) -> None:
    summary = summarise(scene.world, story.BODY, len(scene.entries) + 1)
    assert summary.counts == {
        "states": 197,
        "groups": 9,
        "organisations": 23,
        "meetings": 4,
        "agenda-items": 7,
        "friends": 12,
        "documents": 24,
        "drafts": 2,
        "sponsorships": 22,
        "panels": 10,
        "panellists": 25,
        "statements": 27,
        "addresses": 1,
        "introductions": 8,
        "introductions-by-chair": 1,
        "submissions": 5,
        "themes": 6,
    }
    assert summary.checked.acts == len(scene.entries)
    assert summary.checked.sound


def test_a_record_with_an_entry_that_the_gate_refuses_is_not_sound(scene: Scene) -> None:
    summary = summarise(scene.world, story.BODY, 0)
    spoiled = type(summary.checked)(acts=1, signatures=1, without_effect=0, refused=1)
    assert not spoiled.sound


def test_progress_hears_of_every_act(scene: Scene) -> None:
    heard: list[tuple[int, int]] = []
    told = story.demonstration(lambda act, by, signers: None, KEYS, lambda done, of: heard.append((done, of)))
    assert told == len(scene.entries)
    assert heard == [(n, told) for n in range(1, told + 1)]


def test_the_same_keys_tell_the_same_story() -> None:
    vkeys = [str(KEYS[party].vkey) for party in (story.SECRETARIAT, story.EDITOR)]
    assert list(story.acts(*vkeys)) == list(story.acts(*vkeys))


def test_a_story_without_a_key_for_a_party_stops() -> None:
    line = Said("ST-A", EnterParty(party="ST-A", kind="state"))
    with pytest.raises(KeyError):
        tell([line], {}, lambda act, by, signers: None)


def test_a_text_lists_its_languages_in_the_order_of_the_un() -> None:
    assert list(text({"es": "c", "ar": "a", "en": "b"}).said) == ["ar", "en", "es"]


def test_what_the_editors_worded_stands_in_square_brackets(scene: Scene) -> None:
    titles = [fact.act.title for fact in scene.world.documents.tables.documents.values()]
    titles += [fact.act.title for fact in scene.world.meetings.tables.panels.values()]
    titles += [fact.act.title for fact in scene.world.meetings.tables.themes.values()]
    titles += [item.title for item in scene.world.bodies.tables.agendas[story.BODY].act.items]
    assert len(titles) == 28 + 10 + 6 + 7
    for title in titles:
        assert title is not None
        assert all(words.startswith("[") and words.endswith("]") for words in title.said.values())
        assert len(title.said) == 6


def test_where_a_state_is_first_named_is_its_source() -> None:
    places = story.first_mentions()
    assert places["CRI"] == places["AUT"] == "para-6"
    assert places["CUB"] == "para-9-c"
    assert places["JPN"] == "para-9-e"
    assert places["DNK"] == places["MYS"] == "para-16"
    assert len(places) == 36
