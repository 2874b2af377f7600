"""Drafts through their states: what is late, what clashes, whose words and brackets are, and what time brings."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from accord.areas.negotiation.changes import AddUnit, MoveUnit
from accord.areas.negotiation.difference import difference
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.areas.cases import PAPER, changed, stage
from tests.areas.negotiation.cases import (
    ADD,
    AMEND,
    BREAK,
    DELETE,
    DUE,
    LIFT,
    MOVE,
    REVISE,
    SILENT,
    TEXT,
    TRANSLATE,
    WRITTEN,
    amendment,
    other,
)
from tests.pages.small_draft import DRAFT
from tests.pages.small_record import Small, small_record
from tests.scene import Scene


@pytest.fixture(scope="module")
def small() -> Small:
    return small_record()


def told(*said: tuple[str, Any]) -> Scene:
    """A scene after what is said, each of which counts."""
    scene = stage()
    for by, act in said:
        ruling = scene.does(by, act)
        assert ruling.counts, ruling.reason
    return scene


def words(new: str) -> Any:
    """The first paragraph in other words."""
    return other(AMEND, edits=difference(TEXT, new))


def revises(*names: str, **more: Any) -> tuple[str, Any]:
    return "editor", changed(REVISE, merges=names, document=None, **more)


def proposes(name: str, *asked: Any, by: str = "ST-A") -> tuple[str, Any]:
    return "editor", amendment(name, *asked, sponsors=(by,))


def page(scene: Scene, name: str, *arguments: str, on: datetime.date | None = None) -> Any:
    return ask(scene.world, name, arguments, on, scene.entries.__getitem__)


def asked(small: Small, name: str, *arguments: str) -> Any:
    return ask(small.world, name, arguments, None, small.data)


def shown(pieces: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(piece.kind, piece.text, piece.by) for piece in pieces]


def text_of(scene: Scene, unit: str = "para-1") -> str:
    return scene.world.negotiation.tables.units[PAPER][unit].current.text


def test_two_amendments_merge_and_each_word_is_its_sponsors() -> None:
    scene = told(
        *WRITTEN,
        proposes("A.1", words("All States shall act [promptly].")),
        proposes("A.2", words("States shall act [promptly] and openly."), by="ST-Z"),
        revises("A.2", "A.1"),
    )
    assert text_of(scene) == "All States shall act [promptly] and openly."
    found = page(scene, "draft-unit", PAPER, "para-1")
    assert [(row.text, row.whose) for row in found.attribution] == [
        ("All ", ("ST-A",)),
        ("States shall act [promptly]", ("ST-A",)),
        (" and openly", ("ST-Z",)),
        (".", ("ST-A",)),
    ]


def test_words_that_two_ask_for_are_both_theirs() -> None:
    same = words("All States shall act [promptly].")
    scene = told(*WRITTEN, proposes("A.1", same), proposes("A.2", same, by="ST-Z"), revises("A.1", "A.2"))
    assert page(scene, "differences", PAPER).differences[0].words[0].by == ("ST-A", "ST-Z")


def test_a_late_amendment_is_shown_as_it_was_asked_for_and_as_it_stands_now() -> None:
    scene = told(
        *WRITTEN,
        proposes("A.1", words("All States shall act [promptly].")),
        revises("A.1"),
        proposes("A.2", words("States should act [promptly].")),
    )
    (row,) = page(scene, "amendment", PAPER, "A.2").changes_asked
    assert (row.standing, "".join(piece.text for piece in row.now)) == (
        "late",
        "All States shallshould act [promptly].",
    )
    assert shown(row.as_proposed)[:3] == [
        ("keep", "States ", ()),
        ("drop", "shall", ("ST-A",)),
        ("put", "should", ("ST-A",)),
    ]
    assert page(scene, "amendments", PAPER).amendments[1].late
    assert scene.does(*revises("A.2")).counts
    assert text_of(scene) == "All States should act [promptly]."


def test_what_no_longer_fits_needs_a_new_base_and_says_with_whom_it_clashes() -> None:
    scene = told(
        *WRITTEN,
        proposes("A.1", words("All States shall act [promptly].")),
        proposes("A.2", words("Some States shall act [promptly]."), by="ST-Z"),
    )
    (clash,) = page(scene, "amendment", PAPER, "A.1").clashes
    assert (clash.amendment, clash.unit, clash.sponsors) == ("A.2", "para-1", ("ST-Z",))
    assert scene.does(*revises("A.1")).counts
    assert page(scene, "amendment", PAPER, "A.2").changes_asked[0].standing == "collides"
    assert scene.does(*revises("A.2")).reason == "amendments-clash"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (DELETE, MOVE),
        (MOVE, other(MOVE, after="para-1")),
        (MoveUnit(unit="para-1", after="para-2"), MoveUnit(unit="para-2", after="para-1")),
    ],
    ids=["one deletes what another moves", "to two places", "in a circle"],
)
def test_units_that_two_want_differently_clash_in_one_revision_and_in_two(one: Any, two: Any) -> None:
    for first, second in (("A.1", "A.2"), ("A.2", "A.1")):
        scene = told(*WRITTEN, proposes("A.1", one), proposes("A.2", two))
        assert scene.does(*revises(first, second)).reason == "amendments-clash"
        assert scene.does(*revises(first)).counts
        assert scene.does(*revises(second)).reason == "amendments-clash"


def test_what_is_deleted_is_amended_no_more_and_deleted_twice_is_deleted() -> None:
    late = proposes("A.2", other(AMEND, unit="para-2", base=DELETE.base, edits=difference("They shall report.", "We.")))
    scene = told(*WRITTEN, proposes("A.1", DELETE), late, proposes("A.3", DELETE), revises("A.1"))
    assert scene.does(*revises("A.2")).reason == "amendments-clash"
    assert page(scene, "amendment", PAPER, "A.2").changes_asked[0].standing == "collides"
    assert scene.does(*revises("A.3")).counts
    assert page(scene, "draft-unit", PAPER, "para-2").gone


def test_new_paragraphs_are_bis_and_ter_in_the_order_proposed_however_they_are_merged() -> None:
    first, second = ADD, other(ADD, unit="para-1-ter", text="Newer.")
    for merging in ((("A.1", "A.2"),), (("A.2",), ("A.1",))):
        scene = told(*WRITTEN, proposes("A.1", first), proposes("A.2", second), *(revises(*names) for names in merging))
        rows = page(scene, "draft", PAPER).draft_units
        assert [(row.unit, row.number) for row in rows] == [
            ("para-1", "1"),
            ("para-1-bis", "1 bis"),
            ("para-1-ter", "1 ter"),
            ("para-2", "2"),
        ]


def test_an_alternative_paragraph_is_counted_under_the_one_that_it_would_stand_for() -> None:
    instead = AddUnit(unit="x", after="para-2", kind="paragraph", text="Instead.", alternative_to="para-1")
    scene = told(*WRITTEN, proposes("A.1", instead), revises("A.1"))
    assert page(scene, "draft", PAPER).draft_units[-1].number == "1 bis"


def test_brackets_are_counted_by_who_put_them_and_settled_by_whom(small: Small) -> None:
    found = asked(small, "brackets", DRAFT)
    assert [(row.party, row.brackets) for row in found.by_party] == [("AUT", 1), ("CHE", 1), ("ST-A", 2)]
    assert [(row.amendment, row.bracket_state, row.stage) for row in found.settled_brackets] == [("A.3", "agreed", 1)]
    tabled = asked(small, "brackets", DRAFT, "ST-A", "0")
    assert [(row.text, row.alternatives) for row in tabled.brackets] == [
        ("[act]", 2),
        ("[refrain from acting]", 2),
        ("[every year/every two years]", 2),
    ]
    assert [(row.unit, row.finding, row.at_character) for row in tabled.bracket_findings] == [
        ("para-4", "not-closed", 16)
    ]


def test_differences_between_any_two_states_can_be_those_of_one_party(small: Small) -> None:
    def differing(*arguments: str) -> list[tuple[str, str]]:
        found = asked(small, "differences", DRAFT, *arguments)
        return [(row.unit, row.difference) for row in found.differences]

    assert differing("0", f"{DRAFT}/Rev.1") == [("para-1", "changed"), ("para-2", "changed"), ("para-2-bis", "added")]
    assert differing("1", "2") == [("para-3", "moved"), ("para-4", "deleted")]
    assert differing("2", "1") == differing("1", "2")
    assert differing("0", "2", "AUT") == [("para-1", "changed"), ("para-2-bis", "added")]
    assert differing("2", "2") == []


def test_a_translation_is_out_of_date_when_its_original_changes() -> None:
    scene = told(*WRITTEN, ("editor", TRANSLATE))
    assert not page(scene, "draft-unit", PAPER, "para-1").translations[0].stale
    assert scene.does(*proposes("A.1", LIFT)).counts
    assert scene.does(*revises("A.1")).counts
    assert page(scene, "draft-unit", PAPER, "para-1").translations[0].stale


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (datetime.date(2015, 8, 29), "running"),
        (datetime.date(2015, 8, 30), "running"),
        (datetime.date(2015, 8, 31), "not-broken"),
    ],
)
def test_a_silence_that_nobody_broke_runs_until_its_day(day: datetime.date, state: str) -> None:
    assert page(told(*SILENT), "positions", PAPER, on=day).silences[0].silence_state == state


@pytest.mark.parametrize(
    ("act", "state", "late"),
    [
        (BREAK, "broken", False),
        (changed(BREAK, time="18:01"), "broken-late-or-unknown", True),
        (changed(BREAK, time="16:30", offset="+00:00"), "broken-late-or-unknown", True),
        (changed(BREAK, time=None, offset=None), "broken-late-or-unknown", None),
    ],
)
def test_a_silence_is_broken_in_time_or_late_or_nobody_knows(act: Any, state: str, late: bool | None) -> None:
    (row,) = page(told(*SILENT, ("editor", act)), "positions", PAPER).silences
    assert (row.silence_state, row.broken[0].came_late) == (state, late)


def test_a_deadline_passes_by_the_day_asked_about_and_names_who_owes_a_reply() -> None:
    scene = told(*DUE)
    courses = [
        page(scene, "positions", PAPER, on=datetime.date(2015, 8, day)).deadlines[0].course for day in (29, 30, 31)
    ]
    assert courses == ["running", "last-day", "passed"]
    assert page(scene, "positions", PAPER).deadlines[0].outstanding == ("ST-A",)


def test_a_delegation_sees_what_others_did_to_its_paragraphs_since_an_entry(small: Small) -> None:
    def events(party: str, since: str = "") -> list[tuple[str, str | None]]:
        found = asked(small, "changes", party, *([since] if since else []))
        return [(event.event, event.amendment or event.unit) for event in found.events]

    every = events("EGY")
    assert ("proposed", "A.1") in every
    assert ("revised", "para-1") in every
    assert not any(name in ("A.6", "A.7", "A.4", "A.9") for _, name in every), "its own, and other paragraphs"
    revised = small.world.negotiation.tables.revisions[DRAFT][-1].entry
    assert ("revised", "para-1") not in events("EGY", str(revised))
    assert events("EGY", str(revised))[-1] == ("adopted", None)
    assert events("PAX") == []


@pytest.mark.parametrize(
    ("name", "arguments", "kind"),
    [
        ("draft", ("A/1/1",), "draft"),
        ("draft", ("not a symbol",), "draft"),
        ("draft", (DRAFT, "3"), "stage"),
        ("draft", (DRAFT, "²"), "stage"),
        ("draft", (DRAFT, "-1"), "stage"),
        ("draft-unit", (DRAFT, "para-9"), "unit"),
        ("amendment", (DRAFT, "A.99"), "amendment"),
        ("amendments", (DRAFT, "funny"), "amendment_state"),
        ("changes", ("nobody",), "party"),
        ("changes", ("AUT", "9" * 40), "entry"),
    ],
)
def test_what_is_not_there_is_missing_by_its_kind(
    small: Small, name: str, arguments: tuple[str, ...], kind: str
) -> None:
    with pytest.raises(Missing) as missing:
        asked(small, name, *arguments)
    assert missing.value.kind == kind


def test_a_draft_is_found_by_the_symbol_of_its_revision(small: Small) -> None:
    assert asked(small, "draft", f"{DRAFT}/Rev.1").draft == DRAFT
