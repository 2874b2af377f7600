"""Amendments to amendments: merged with what they amend, fallen without it, each word its own sponsor's."""

from __future__ import annotations

from typing import Any

from accord.areas.negotiation.changes import AmendText, SettleBracket, changes_hash
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.text import digest
from tests.areas.cases import PAPER, changed
from tests.areas.negotiation.cases import (
    ADD,
    ADDS,
    AMEND,
    AMENDED,
    NEWER,
    PROPOSE,
    REVISED,
    WITHDRAW,
    WRITTEN,
    amendment,
    subamendment,
)
from tests.areas.negotiation.test_negotiation import page, proposes, revises, shown, text_of, told, words
from tests.scene import Scene


def to(made: str, new: str) -> AmendText:
    """Other words of the text that an amendment makes."""
    return AmendText(unit="para-1", base=digest(made), edits=difference(made, new))


def subasks(name: str, *asked: AmendText, by: str = "ST-B", of: Any = PROPOSE) -> tuple[str, Any]:
    return "editor", changed(subamendment(name, of, *asked), sponsors=(by,))


def said(scene: Scene, unit: str = "para-1") -> list[tuple[str, tuple[str, ...]]]:
    return [(row.text, row.whose) for row in page(scene, "draft-unit", PAPER, unit).attribution]


ALL = ("editor", changed(PROPOSE, sponsors=("ST-A",)))
VERY_MANY = subasks("A.1-a", to(AMENDED, "Very many States shall act [promptly]."))
NEARLY = subasks("A.1-b", to(AMENDED, "Nearly All States shall act [promptly]."), by="ST-C")


def test_an_amendment_is_merged_with_the_ones_to_it_and_each_word_is_its_own_sponsors() -> None:
    scene = told(*WRITTEN, proposes("A.1", words("All the States shall act [promptly].")))
    made = "All the States shall act [promptly]."
    of = scene.world.negotiation.tables.amendments[PAPER]["A.1"].act
    for name, new, by in (
        ("A.1-a", "All of the States shall act [promptly].", "ST-B"),
        ("A.1-b", "All the many States shall act [promptly].", "ST-C"),
    ):
        assert scene.does(*subasks(name, to(made, new), by=by, of=of)).counts
    assert scene.does(*revises("A.1-b", "A.1", "A.1-a")).counts
    assert text_of(scene) == "All of the many States shall act [promptly]."
    assert said(scene)[:-1] == [
        ("All ", ("ST-A",)),
        ("of ", ("ST-B",)),
        ("the ", ("ST-A",)),
        ("many ", ("ST-C",)),
    ]
    differing = page(scene, "differences", PAPER)
    assert differing.changed_by == ("ST-A", "ST-B", "ST-C")
    states = [page(scene, "amendment", PAPER, name).amendment_state for name in ("A.1", "A.1-a", "A.1-b")]
    assert states == ["agreed"] * 3


def test_what_is_not_merged_with_its_amendment_falls() -> None:
    scene = told(*WRITTEN, ALL, VERY_MANY, revises("A.1"))
    assert text_of(scene) == AMENDED
    fallen = page(scene, "amendment", PAPER, "A.1-a")
    assert (fallen.amendment_state, fallen.amends, fallen.fallen_by) == ("fallen", "A.1", scene.last)
    listed = page(scene, "amendments", PAPER, "fallen")
    assert ([row.amendment for row in listed.amendments], listed.fallen_amendments) == (["A.1-a"], 1)
    assert page(scene, "draft", PAPER).fallen_amendments == 1
    assert scene.does(*revises("A.1-a")).reason == "amendment-not-open"


def test_what_amends_a_withdrawn_amendment_falls_and_its_sponsor_is_told() -> None:
    scene = told(*WRITTEN, ALL, VERY_MANY, ("editor", WITHDRAW))
    sponsor, author = (page(scene, "changes", party).events for party in ("ST-B", "ST-A"))
    assert [(row.event, row.amendment) for row in sponsor] == [
        ("proposed", "A.1"),
        ("amendment-withdrawn", "A.1"),
        ("amendment-fell", "A.1-a"),
    ]
    assert ("amendment-fell", "A.1-a") in [(row.event, row.amendment) for row in author]


def test_two_to_one_amendment_that_want_different_words_clash_in_every_order() -> None:
    for names in (("A.1", "A.1-a", "A.1-b"), ("A.1-b", "A.1-a", "A.1")):
        scene = told(*WRITTEN, ALL, VERY_MANY, NEARLY)
        (clash,) = page(scene, "amendment", PAPER, "A.1-a").clashes
        assert (clash.amendment, clash.unit, clash.sponsors) == ("A.1-b", "para-1", ("ST-C",))
        assert page(scene, "amendment", PAPER, "A.1").clashes == ()
        assert scene.does(*revises(*names)).reason == "amendments-clash"
        assert scene.does(*revises(*(name for name in names if name != "A.1-b"))).counts
        assert text_of(scene) == "Very many States shall act [promptly]."


def test_its_page_shows_it_in_the_amendment_and_with_it_in_the_text_that_stands() -> None:
    scene = told(*WRITTEN, ALL, VERY_MANY)
    found = page(scene, "amendment", PAPER, "A.1-a")
    (row,) = found.changes_asked
    assert shown(row.as_proposed)[:2] == [("drop", "All", ("ST-B",)), ("put", "Very many", ("ST-B",))]
    assert (row.standing, "".join(piece.text for piece in row.now if piece.kind != "drop")) == (
        "current",
        "Very many States shall act [promptly].",
    )
    assert {piece.text: piece.by for piece in row.now if piece.kind == "put"} == {
        "Very many": ("ST-B",),
        " ": ("ST-A",),
    }
    amended = page(scene, "amendment", PAPER, "A.1")
    assert amended.hash == changes_hash(PROPOSE.changes)
    assert [(one.amendment, one.amends, one.late) for one in amended.subamendments] == [("A.1-a", "A.1", False)]


def test_one_to_a_late_amendment_is_late_and_merges_with_it() -> None:
    opened = words("States shall act [promptly] and openly.")
    made = "States shall act [promptly] and openly."
    asked = amendment("A.2", opened)
    scene = told(
        *WRITTEN,
        proposes("A.1", AMEND),
        proposes("A.2", opened, by="ST-C"),
        subasks("A.2-a", to(made, "States shall act [promptly] and more openly."), of=asked),
        revises("A.1"),
    )
    (row,) = page(scene, "amendment", PAPER, "A.2-a").changes_asked
    assert row.standing == "late"
    assert "".join(p.text for p in row.now if p.kind != "drop") == "All States shall act [promptly] and more openly."
    assert [one.late for one in page(scene, "amendments", PAPER, "open").amendments] == [True, True]
    assert scene.does(*revises("A.2", "A.2-a")).counts
    assert said(scene)[2:] == [
        (" and ", ("ST-C",)),
        ("more ", ("ST-B",)),
        ("openly", ("ST-C",)),
        (".", ("ST-A",)),
    ]


def test_one_to_an_amendment_that_collides_with_the_draft_says_so() -> None:
    most = amendment("A.2", words("Those States shall act [promptly]."))
    scene = told(
        *REVISED,
        ("editor", most),
        subasks("A.2-a", to("Those States shall act [promptly].", "These States shall act [promptly]."), of=most),
    )
    (row,) = page(scene, "amendment", PAPER, "A.2-a").changes_asked
    assert (row.standing, row.now) == ("collides", ())
    assert scene.does(*revises("A.2", "A.2-a")).reason == "amendments-clash"


def test_a_new_paragraph_has_the_words_of_those_who_amended_it() -> None:
    scene = told(*WRITTEN, ("editor", ADDS), ("editor", subamendment("A.2-a", ADDS, NEWER)))
    (row,) = page(scene, "amendment", PAPER, "A.2-a").changes_asked
    assert [(piece.text, piece.by) for piece in row.now] == [("Newer", ("ST-B",)), (".", ("ST-A",))]
    assert scene.does(*revises("A.2", "A.2-a")).counts
    assert text_of(scene, ADD.unit) == "Newer."
    assert said(scene, ADD.unit) == [("Newer", ("ST-B",)), (".", ("ST-A",))]
    later = AmendText(unit=ADD.unit, base=digest("Newer."), edits=difference("Newer.", "Newer ones."))
    assert scene.does(*proposes("A.3", later, by="ST-C")).counts
    assert scene.does(*revises("A.3")).counts
    assert said(scene, ADD.unit) == [("Newer", ("ST-B",)), (" ones", ("ST-C",)), (".", ("ST-A",))]


def test_a_bracket_that_the_amendment_puts_is_settled_in_it() -> None:
    bracketed = "States shall [all] act [promptly]."
    asked = amendment("A.1", words(bracketed))
    settles = SettleBracket(unit="para-1", base=digest(bracketed), start=bracketed.index("["), settled="agreed")
    scene = told(*WRITTEN, ("editor", asked), ("editor", subamendment("A.1-a", asked, settles)))
    assert scene.does(*revises("A.1", "A.1-a")).counts
    assert text_of(scene) == "States shall all act [promptly]."
    (row,) = page(scene, "brackets", PAPER).settled_brackets
    assert (row.amendment, row.bracket_state) == ("A.1-a", "agreed")


def test_one_without_what_it_amends_goes_with_no_draft() -> None:
    scene = told(*WRITTEN, ALL, VERY_MANY)
    (clash,) = scene.world.negotiation.merged(PAPER, ("A.1-a",)).clashes
    assert (clash.unit, clash.other) == ("para-1", None)


def test_an_equal_amendment_with_other_words_in_one_of_them_clashes() -> None:
    scene = told(*WRITTEN, ALL, VERY_MANY, proposes("A.6", AMEND, by="ST-Z"))
    assert scene.would("editor", revises("A.1", "A.6")[1]).counts
    assert scene.does(*revises("A.1", "A.1-a", "A.6")).reason == "amendments-clash"
    assert scene.does(*revises("A.1", "A.6")).counts
    assert said(scene)[0] == ("All ", ("ST-A", "ST-Z"))


def test_what_another_dropped_too_is_dropped_once() -> None:
    shorter = amendment("A.1", words("States shall act."))
    made = "States shall act."
    scene = told(
        *WRITTEN,
        ("editor", shorter),
        subasks("A.1-a", to(made, "States shall act at once."), of=shorter),
        revises("A.1", "A.1-a"),
    )
    assert text_of(scene) == "States shall act at once."
    (row,) = page(scene, "differences", PAPER).differences
    assert [(p.text, p.kind, p.by) for p in row.words if p.kind != "keep"] == [
        (" [promptly]", "drop", ("ST-A",)),
        (" at once", "put", ("ST-B",)),
    ]
