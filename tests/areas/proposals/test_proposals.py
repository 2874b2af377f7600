"""What we know of proposals: who stands by which text, what became of them, and lists that stay as they were made."""

from __future__ import annotations

from datetime import date

import pytest

from accord.areas.proposals.acts import JoinProposal, LeaveProposal, MakeCompilation, SourceUnit
from accord.areas.proposals.listing import digest_of, listed
from tests.areas.cases import BODY, changed
from tests.areas.proposals.cases import (
    ALONE,
    AMEND,
    ASSIGN,
    CONFIRM,
    JOIN,
    LEAVE,
    LINK,
    MAKE,
    MERGE,
    RESTORE,
    SECOND,
    SPLIT,
    TABLE,
    THIRD,
    UNLINK,
    WITHDRAW,
    themed,
)
from tests.scene import Scene, said

NAME = f"{BODY}/p-1"


@pytest.fixture
def scene() -> Scene:
    scene = themed()
    for act in (TABLE, JOIN):
        assert scene.does("editor", act).counts
    return scene


def standing(scene: Scene) -> dict[str, tuple[str, int]]:
    rows = scene.world.proposals.tables.stands[NAME]
    return {party: (stands[-1].capacity, stands[-1].version) for party, stands in rows.items() if not stands[-1].ended}


def now(scene: Scene) -> str:
    view = scene.world.proposals
    return digest_of(view, BODY, listed(view, BODY))


def test_only_who_amends_or_confirms_stands_by_the_new_text(scene: Scene) -> None:
    scene.does("editor", AMEND)
    assert standing(scene) == {"ST-A": ("sponsor", 2), "ST-C": ("sponsor", 1), "ST-B": ("supporter", 1)}
    scene.does("editor", CONFIRM)
    assert standing(scene)["ST-B"] == ("supporter", 2)
    row = scene.world.proposals.tables.stands[NAME]["ST-B"][-1]
    assert (row.since, row.reservation) == (date(2015, 5, 15), None), "a reservation is to the text that it was made to"
    assert row.confirmed == (scene.last - 2,)


def test_who_comes_back_has_stood_by_it_twice(scene: Scene) -> None:
    scene.does("editor", LEAVE)
    assert "ST-B" not in standing(scene)
    scene.does("ST-B", JoinProposal(body=BODY, proposal="p-1", party="ST-B", capacity="sponsor", on=date(2015, 6, 1)))
    rows = scene.world.proposals.tables.stands[NAME]["ST-B"]
    assert [(row.capacity, row.until) for row in rows] == [("supporter", date(2015, 5, 20)), ("sponsor", None)]
    assert scene.world.proposals.sponsors(NAME) == ("ST-A", "ST-C", "ST-B")


def test_a_correction_mends_who_tabled_it_and_keeps_who_joined_or_left(scene: Scene) -> None:
    tabled = scene.last - 1
    scene.does("ST-A", LeaveProposal(body=BODY, proposal="p-1", party="ST-A"))
    assert scene.does("editor", changed(TABLE, sponsors=("ST-A", "ST-Z"), corrects=tabled)).counts
    assert standing(scene) == {"ST-B": ("supporter", 1), "ST-Z": ("sponsor", 1)}


def test_what_an_amendment_leaves_out_stays_as_it_was(scene: Scene) -> None:
    scene.does("editor", AMEND)
    scene.does("editor", changed(AMEND, version=3, text=said("No steps."), title=said("None"), amenders=()))
    view = scene.world.proposals
    assert view.wording(NAME).title == said("None")
    assert view.wording(NAME, 2).title == TABLE.title
    assert [view.wording(NAME, n).text for n in (1, 2, 3)] == [TABLE.text, AMEND.text, said("No steps.")]
    assert view.wording(NAME).sources == TABLE.sources


def test_a_text_that_was_mistaken_is_corrected_under_its_number(scene: Scene) -> None:
    scene.does("editor", AMEND)
    assert scene.does("editor", changed(AMEND, text=said("Most steps."), corrects=scene.last)).counts
    assert scene.world.proposals.version(NAME) == 2
    assert scene.world.proposals.wording(NAME).text == said("Most steps.")
    assert standing(scene)["ST-A"] == ("sponsor", 2)


def test_what_became_of_a_proposal_is_kept_in_order() -> None:
    scene = themed()
    for act in (ALONE, SECOND, THIRD, changed(MERGE, proposals=("p-1",)), RESTORE, SPLIT, RESTORE, WITHDRAW):
        assert scene.does("editor", act).counts
    view = scene.world.proposals
    states = [turn.state for turn in view.tables.turns[NAME]]
    assert states == ["merged", "standing", "divided", "standing", "withdrawn"]
    assert view.into(NAME) == ()


def test_after_its_restoration_the_whole_can_be_merged_into_what_was_its_part() -> None:
    scene = themed()
    for act in (ALONE, SECOND, THIRD, MERGE, RESTORE):
        assert scene.does("editor", act).counts
    assert scene.does("editor", changed(MERGE, proposals=("p-3",), into="p-1")).counts
    assert scene.world.proposals.into(f"{BODY}/p-3") == ("p-1",)


def test_two_may_assign_a_proposal_to_different_themes(scene: Scene) -> None:
    scene.does("ST-B", changed(ASSIGN, source=None))
    assert scene.world.proposals.assigned(NAME) == {"theme-a": ("editor", "ST-B")}
    assert scene.does("ST-B", changed(ASSIGN, themes=(), source=None, corrects=scene.last)).counts
    assert scene.world.proposals.assigned(NAME) == {"theme-a": ("editor",)}


def test_a_link_that_was_taken_back_may_be_made_again(scene: Scene) -> None:
    for act in (LINK, UNLINK, LINK):
        assert scene.does("editor", act).counts
    assert list(scene.world.proposals.tables.links) == [f"{BODY}/l-1"]


def test_a_list_stays_as_it_was_made_when_what_it_lists_goes_on(scene: Scene) -> None:
    scene.does("editor", MAKE)
    made = scene.world.proposals.tables.lists[f"{BODY}/list-1"]
    assert (made.digest, [line.version for line in made.lines]) == (now(scene), [1])
    scene.does("editor", AMEND)
    assert now(scene) != made.digest
    entry = scene.world.proposals.tables.compilations[f"{BODY}/list-1"].entry
    assert scene.does("editor", changed(MAKE, title=said("The list"), corrects=entry)).counts
    assert scene.world.proposals.tables.lists[f"{BODY}/list-1"] == made


def test_the_digest_of_a_list_depends_on_what_is_listed_and_not_on_the_entries_that_say_so(scene: Scene) -> None:
    before = now(scene)
    scene.does("editor", LEAVE)
    assert now(scene) != before
    scene.does("ST-B", changed(JOIN, on=date(2015, 6, 1), source=None))
    assert now(scene) == before


def test_what_does_not_stand_is_in_no_list(scene: Scene) -> None:
    scene.does("editor", WITHDRAW)
    assert listed(scene.world.proposals, BODY) == ()


def test_an_empty_list_may_be_kept() -> None:
    scene = themed()
    assert scene.does("secretariat", MakeCompilation(body=BODY, compilation="list-0")).counts


def test_a_proposal_of_another_body_is_not_in_the_list(scene: Scene) -> None:
    assert listed(scene.world.proposals, "AC.901") == ()


def test_a_long_chain_of_sources_is_followed_to_its_end() -> None:
    scene = themed()
    scene.does("editor", changed(ALONE, sources=()))
    first = scene.last
    for number in range(2, 40):
        act = changed(
            ALONE,
            proposal=f"p-{number}",
            title=said(f"No. {number}"),
            sources=(SourceUnit(proposal=f"p-{number - 1}"),),
        )
        assert scene.does("editor", act).counts
    ruling = scene.does("editor", changed(ALONE, sources=(SourceUnit(proposal="p-39"),), corrects=first))
    assert ruling.reason == "its-own-source"
