"""The pages of proposals: who stands by which text, what became of each, and whether the report reflects it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from accord.areas.drafting.acts import RecordUnit, Slot
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.pages.small_proposals import FROM
from tests.pages.small_record import Small, day, small_record


def get(small: Small, name: str, *arguments: str, on: datetime.date | None = None) -> Any:
    return ask(small.world, name, arguments, on, small.data)


def labels(rows: Any) -> list[str]:
    return [row.proposal for row in rows]


def test_the_register_is_in_the_order_of_tabling_and_says_that_it_expresses_no_preference(small: Small) -> None:
    page = get(small, "proposals")
    assert labels(page.proposals) == [f"WG/p-{n}" for n in (1, 2, 3, 4, 5, 6)]
    assert page.list_order == "as-tabled"


def test_a_proposal_whose_source_names_no_sponsor_has_none(small: Small) -> None:
    rows = {row.proposal: (row.tabled_by, row.sponsors) for row in get(small, "proposals").proposals}
    assert rows["WG/p-1"] == ("sponsors", ("ST-A",))
    assert rows["WG/p-3"] == ("not-recorded", ())


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        ("theme", "theme-1", ["WG/p-1", "WG/p-3", "WG/p-4"]),
        ("sponsor", "AUT", ["WG/p-2", "WG/p-4"]),
        ("supporter", "AUT", ["WG/p-1"]),
        ("forum", "npt-review", ["WG/p-1"]),
        ("standing", "merged", ["WG/p-2", "WG/p-3"]),
        ("category", "question", ["WG/p-5"]),
        ("sponsor", "NOBODY", []),
    ],
)
def test_the_register_is_filtered_by_a_facet(small: Small, facet: str, value: str, expected: list[str]) -> None:
    page = get(small, "proposals", "WG", facet, value)
    assert labels(page.proposals) == expected
    counted = {(row.facet, row.value): row.proposal_count for row in page.facets}
    assert counted.get((facet, value), 0) == len(expected)


def test_there_is_no_other_facet(small: Small) -> None:
    for facet, value in (("colour", "red"), ("sponsor", "")):
        with pytest.raises(Missing):
            get(small, "proposals", "WG", facet, value)


def test_after_an_amendment_support_is_shown_with_the_earlier_text_until_it_is_confirmed(small: Small) -> None:
    page = get(small, "proposal", "p-1")
    assert {row.party: (row.version, row.stands_by) for row in page.supporters} == {
        "AUT": (1, "earlier-text"),
        "IRL": (2, "present-text"),
    }
    assert [(row.party, row.version) for row in page.sponsors] == [("ST-A", 2)]
    assert [(row.version, row.text.said["en"]) for row in page.text_history] == [(2, "More."), (1, "One: all of it.")]
    row = get(small, "proposals").proposals[0]
    assert (row.supporters, row.earlier_support) == (("IRL",), ("AUT",))


def test_the_lineage_is_told_both_ways(small: Small) -> None:
    assert [(r.proposal, r.relation, r.steps) for r in get(small, "proposal", "p-4").lineage] == [
        ("WG/p-2", "merged-from", 1),
        ("WG/p-3", "merged-from", 1),
    ]
    merged = get(small, "proposal", "p-3")
    assert (merged.standing, merged.into) == ("merged", ("WG/p-4",))
    assert [(r.proposal, r.relation) for r in merged.lineage] == [("WG/p-4", "merged-into")]


def test_the_list_as_it_stands_is_by_theme_with_the_sources_and_the_text_of_each_line(small: Small) -> None:
    page = get(small, "compilations")
    assert [(line.theme, line.proposal, line.version) for line in page.lines] == [
        ("theme-1", "WG/p-1", 2),
        ("theme-1", "WG/p-4", 1),
        (None, "WG/p-5", 1),
        (None, "WG/p-6", 1),
    ]
    assert page.lines[1].sources[0].proposal == "WG/p-2"
    assert page.lines[0].supporters == ("IRL",), "support for an earlier text does not count for this one"
    assert page.caveat == "without-prejudice"


def test_participation_has_its_denominator_and_what_is_unknown(small: Small) -> None:
    took = get(small, "compilations").participation
    # Six States in the register, one of them made up; the other 188 members of the United Nations are not there.
    assert (took.spoke, took.via_group, took.no_recorded_statement, took.not_in_register) == (4, 1, 1, 188)
    assert took.of_states == took.spoke + took.via_group + took.no_recorded_statement + took.not_in_register


def test_a_list_that_was_kept_stays_as_it_was_and_tells_what_has_changed(small: Small) -> None:
    page = get(small, "compilation", "list-1")
    assert [(line.proposal, line.version) for line in page.lines] == [
        ("WG/p-1", 1),
        ("WG/p-3", 1),
        ("WG/p-4", 1),
        ("WG/p-2", 1),
        ("WG/p-5", 1),
        ("WG/p-6", 1),
    ]
    assert page.lines[0].text.said["en"] == "One: all of it."
    assert page.lines[0].supporters == ("AUT", "IRL")
    assert not page.same_now
    assert [(row.proposal, row.changed) for row in page.changes_since] == [
        ("WG/p-1", "other-text"),
        ("WG/p-1", "other-support"),
        ("WG/p-3", "taken-out"),
        ("WG/p-2", "taken-out"),
    ]
    assert get(small, "proposal", "p-2").compiled[0].compilation == "WG/list-1"


def test_each_proposal_is_reflected_or_named_as_not_or_nobody_has_said(small: Small) -> None:
    page = get(small, "reflected")
    assert page.report == "A/99/100"
    found = {row.proposal: (row.reflects, row.units, row.authors, row.through) for row in page.proposals}
    assert found == {
        "WG/p-1": ("named-as-not", (), ("AUT",), ()),
        "WG/p-2": ("through-another", (), (), ("WG/p-4",)),
        "WG/p-3": ("through-another", (), (), ("WG/p-4",)),
        "WG/p-4": ("reflected", ("para-6",), ("EDITOR",), ()),
        "WG/p-5": ("not-stated", (), (), ()),
        "WG/p-6": ("taken-from-it", (), (), ()),
    }
    counts = (page.reflected_count, page.through_another, page.named_as_not, page.read_both_ways, page.not_stated)
    assert (*counts, page.taken_from_it) == (1, 2, 1, 0, 1, 1)
    assert sum(counts) + page.taken_from_it == page.proposal_count
    assert labels(page.questions) == ["WG/p-5"]
    assert [(row.proposal, row.forum, row.followed) for row in page.followups] == [
        ("WG/p-5", "general-assembly", "handed-on")
    ]


def test_what_is_no_report_of_the_body_reflects_nothing(small: Small) -> None:
    with pytest.raises(Missing):
        get(small, "reflected", "WG", "A/AC.99/WP.1")


@pytest.mark.parametrize(
    ("on", "state"), [(None, "ask-for-a-day"), (day(8, 31), "not-yet"), (day(9, 10), "open"), (day(9, 11), "past")]
)
def test_a_window_is_open_on_a_day_and_never_closes_by_itself(
    small: Small, on: datetime.date | None, state: str
) -> None:
    assert {row.window_state for row in get(small, "corrections", on=on).windows} == {state}


def test_a_late_request_is_on_record_and_shown_as_late(small: Small) -> None:
    rows = get(small, "corrections").requests
    assert [(row.request, row.timing, row.settled and row.settled.outcome) for row in rows] == [
        ("r-1", "in-time", "accepted"),
        ("r-2", "late", None),
    ]
    assert [(row.window, row.request_count, row.unsettled) for row in get(small, "compilation", "list-1").windows] == [
        ("w-2", 1, 1)
    ]


def test_a_document_and_a_paragraph_tell_what_was_raised_and_what_is_linked_there(small: Small) -> None:
    rows = get(small, "raised", "A/99/100").proposals
    assert [(row.proposal, row.way, row.unit, row.in_text) for row in rows] == [
        ("WG/p-3", "source", "para-6", "in-text"),
        ("WG/p-6", "source", "para-6", "in-text"),
        ("WG/p-4", "reflected-in", "para-6", "in-text"),
        ("WG/p-1", "not-reflected-in", None, None),
        ("WG/p-4", "became-element", "para-7", "not-in-text"),
    ]
    assert labels(get(small, "raised", "A/99/100", "para-6").proposals) == ["WG/p-3", "WG/p-6", "WG/p-4"]
    assert [row.in_text for row in get(small, "raised", "A/AC.99/WP.1").proposals] == ["no-text-recorded"]
    with pytest.raises(Missing):
        get(small, "raised", "A/99/100", "para-99")


@pytest.mark.parametrize(
    ("page", "arguments"),
    [
        ("proposal", ("p-9",)),
        ("proposal", ("p-1", "NOBODY")),
        ("proposals", ("NOBODY",)),
        ("compilation", ("list-9",)),
        ("raised", ("A/99/999",)),
        ("reflected", ("WG", "no symbol")),
    ],
)
def test_what_is_not_there_is_missing(small: Small, page: str, arguments: tuple[str, ...]) -> None:
    with pytest.raises(Missing):
        get(small, page, *arguments)


def test_a_unit_names_what_was_raised_in_it_and_what_it_reflects_and_they_lead_back(small: Small) -> None:
    page = get(small, "unit", "A/99/100", "para-6")
    assert [(row.proposal, row.way) for row in page.proposals] == [
        ("WG/p-3", "source"),
        ("WG/p-6", "source"),
        ("WG/p-4", "reflected-in"),
    ]
    through = [
        (row.statement, row.document, row.unit, row.author) for row in page.reflects_here if row.through == "WG/p-4"
    ]
    assert through == [(None, "A/AC.99/WP.1", "para-4", "EDITOR"), ("s-1", None, None, "EDITOR")]
    for name, argument in (("statement", "s-1"), ("document", "A/AC.99/WP.1")):
        back = get(small, name, argument).reflected_through
        assert [(row.document, row.unit, row.through, row.author) for row in back] == [
            ("A/99/100", "para-6", "WG/p-4", "EDITOR")
        ]
    assert get(small, "statement", "s-4").reflected_through == ()


def test_a_unit_reflects_the_statements_and_papers_that_its_words_are_bound_to_and_they_name_it() -> None:
    told = small_record()
    pieces = (Slot(of="statement", key="s-1", part="speaker"), Slot(of="introduction", key="i-1", part="day"), ".")
    told.counts(
        "EDITOR",
        RecordUnit(
            document="A/99/100", unit="para-8", language="en", kind="paragraph", number="8.", place=8, pieces=pieces,
            source=FROM,
        ),
    )  # fmt: skip
    page = get(told, "unit", "A/99/100", "para-8")
    paper = get(told, "introduction", "i-1").paper.symbol
    assert [(row.statement, row.document, row.through) for row in page.reflects_here] == [
        ("s-1", None, None),
        (None, paper, None),
    ]
    for name, argument in (("statement", "s-1"), ("document", paper)):
        assert [(one.document, one.unit) for one in get(told, name, argument).reflected] == [("A/99/100", "para-8")]
