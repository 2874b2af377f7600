"""Each page: what it answers, that every fact on it is cited, and that it is listed and documented."""

from __future__ import annotations

import datetime
import inspect
from typing import Any

import msgspec
import pytest

from accord.areas.parties.cite import Cite, Missing, Page, Part
from accord.world import pages
from accord.world.pages import PAGES, WrongArguments, ask
from tests.pages.small_draft import DRAFT
from tests.pages.small_record import Small, day

ARGUMENTS = {
    "party": ("ST-A",),
    "group": ("NAC",),
    "entry": ("0",),
    "document": ("A/AC.99/WP.1",),
    "panel": ("panel-1",),
    "meeting": ("1",),
    "list": ("general",),
    "units": ("A/99/100",),
    "unit": ("A/99/100", "para-6"),
    "day": ("2013-05-15",),
    "digest": ("2013-05-15",),
    "statement": ("s-2",),
    "introduction": ("i-1",),
    "theme": ("theme-1",),
    "proposal": ("p-1",),
    "compilation": ("list-1",),
    "raised": ("A/99/100",),
    "consistency": ("A/99/100",),
    "draft": (DRAFT,),
    "draft-unit": (DRAFT, "para-1"),
    "brackets": (DRAFT,),
    "differences": (DRAFT,),
    "amendments": (DRAFT,),
    "amendment": (DRAFT, "A.6"),
    "positions": (DRAFT,),
    "draft-languages": (DRAFT,),
    "changes": ("AUT",),
    "floor": ("WG", "9"),
    "instrument": ("T-1",),
    "instrument-state": ("T-1", "ST-A"),
    "element": ("27-c",),
    "indicator": ("27-c",),
    "coverage-state": ("ST-A",),
    "prohibition": ("tests",),
    "approach": ("steps",),
    "undertaking": ("u-1",),
    "figure": ("warheads-stockpile", "CHE"),
}


def get(small: Small, name: str, *arguments: str, on: datetime.date | None = None) -> Any:
    return ask(small.world, name, arguments, on, small.data)


def parts(value: Any) -> list[Any]:
    """Every part of a page, itself included."""
    found = []
    if isinstance(value, Part):
        found.append(value)
        value = tuple(getattr(value, name) for name in value.__struct_fields__)
    if isinstance(value, tuple):
        for inner in value:
            found += parts(inner)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_every_page_answers_and_goes_to_json(small: Small, name: str) -> None:
    page = get(small, name, *ARGUMENTS.get(name, ()))
    data = msgspec.json.decode(msgspec.json.encode(page))
    assert data["page"] == name
    assert 0 < page.head.at <= small.world.size
    assert data["head"] == {
        "record": "example.org/small",
        "at": page.head.at,
        "on": None,
        "exercise": False,
        "complete": True,
    }


@pytest.mark.parametrize("name", PAGES)
def test_the_json_of_a_page_is_of_its_type(small: Small, name: str) -> None:
    data = msgspec.json.encode(get(small, name, *ARGUMENTS.get(name, ())))
    assert msgspec.json.encode(msgspec.json.decode(data, type=PAGES[name].answer)) == data


@pytest.mark.parametrize("name", PAGES)
def test_every_fact_names_its_entry_voice_and_author(small: Small, name: str) -> None:
    for part in parts(get(small, name, *ARGUMENTS.get(name, ()))):
        if isinstance(part, Cite):
            assert 0 <= part.entry < small.world.size
            assert part.voice in ("said", "recorded")
            assert part.by in small.world.parties.tables.parties
            assert part.voice == "said" or part.source is not None or part.by == "SECRETARIAT"


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_page_is_documented(page: pages.PageOf) -> None:
    assert page.answer.__doc__
    assert page.ask.__doc__
    assert page.answer.__struct_config__.tag == page.name
    wanted = [name for name in inspect.signature(page.ask).parameters if name not in ("known", "on")]
    assert wanted == [argument.rstrip("?") for argument in page.arguments]


def test_every_page_that_exists_is_listed() -> None:
    def all_pages(base: type) -> set[type]:
        return {base}.union(*(all_pages(sub) for sub in base.__subclasses__()))

    # The shell, the papers and the search have pages of their own: the first page, the report, a proof, what was found.
    listed = {page.answer for page in PAGES.values()}
    assert listed == {
        page
        for page in all_pages(Page) - {Page}
        if not page.__module__.startswith(("accord.faces", "accord.world.search")) and not completed(page)
    }


def completed(page: type) -> bool:
    """Whether a later page answers the same question with more: then that one is listed."""
    return any(one.__struct_config__.tag == page.__struct_config__.tag for one in page.__subclasses__())  # type: ignore[attr-defined]


def test_a_state_is_shown_with_what_it_said_and_what_was_recorded_of_it(small: Small) -> None:
    page = get(small, "party", "ST-A")
    said = page.said_itself
    assert [(s.statement, s.cite.voice, s.cite.by) for s in said.statements] == [("s-4", "said", "ST-A")]
    assert page.recorded_of_it.statements == ()
    assert [r.text.said["en"] for r in page.replies] == ["We said it ourselves."]
    assert said.statements[0].cite.replies == (page.replies[0].cite.entry,)
    recorded = get(small, "party", "AUT").recorded_of_it.statements[0].cite
    assert (recorded.voice, recorded.by, recorded.source.place) == ("recorded", "EDITOR", "para-3")


def test_sponsors_hold_by_date(small: Small) -> None:
    page = get(small, "document", "A/AC.99/WP.1")
    rows = {row.party: (row.since, row.until, row.later, row.cite.voice) for row in page.sponsors}
    assert rows == {
        "AUT": (None, None, False, "recorded"),
        "CHE": (None, day(7, 1), False, "recorded"),
        "ST-A": (day(6, 1), None, True, "said"),
    }
    assert get(small, "party", "CHE", on=day(6, 30)).recorded_of_it.papers[0].holds
    assert not get(small, "party", "CHE", on=day(7, 1)).recorded_of_it.papers[0].holds
    assert not get(small, "party", "ST-A", on=day(5, 31)).said_itself.papers[0].holds


def test_a_group_has_members_by_date(small: Small) -> None:
    assert get(small, "group", "NAC").members == ("IRL", "EGY")
    assert get(small, "group", "NAC", on=datetime.date(2012, 12, 31)).members == ()


def test_a_range_of_meetings_never_shows_a_breach_of_the_cap(small: Small) -> None:
    days = get(small, "body").days
    # 14 March as a period of one day, 15 May by the panel; 14 to 24 May is a range.
    assert (days.recorded_days, days.span_days, days.span_weekdays, days.cap_days) == (2, 12, 10, 15)
    assert days.over_cap == "not-shown"


def test_participation_has_its_denominator(small: Small) -> None:
    page = get(small, "participation")
    how = {row.state: (row.how, row.groups) for row in page.participants}
    assert how["AUT"] == ("spoke", ())
    assert how["EGY"] == ("via-group", ("NAC",))
    assert how["IRL"] == ("spoke", ("NAC",))
    assert how["CRI"] == ("no-recorded-statement", ())
    assert page.spoke + page.via_group + page.no_recorded_statement == page.states_in_register == 6
    assert page.un_member_states == 193


def test_speaking_for_a_group_without_being_on_record_as_a_member_is_shown(small: Small) -> None:
    rows = {row.statement: row.speaker_is_member for row in get(small, "statements").statements}
    assert rows == {"s-1": None, "s-2": True, "s-3": False, "s-4": None}


def test_a_correction_shows_what_changed(small: Small) -> None:
    (correction,) = get(small, "agenda").agenda.history
    assert correction.by == "EDITOR"
    (change,) = correction.changes
    assert change.field == "items"
    assert change.was[0]["title"]["said"]["en"] == "Opening"
    assert change.now[0]["title"]["said"]["en"] == "Opening."


def test_a_document_knows_its_family_and_its_panel(small: Small) -> None:
    draft = get(small, "document", "A/AC.99/L.1/Rev.1")
    assert [(kin.symbol, kin.replaced) for kin in draft.family] == [("A/AC.99/L.1", True)]
    assert get(small, "document", "A/AC.99/INF/1").summarises == "panel-1"
    assert get(small, "panel", "panel-1").panel.summaries == ("A/AC.99/INF.1",)
    assert get(small, "document", "A/AC.99/WP.2").withdrawal is not None
    assert [row.symbol for row in get(small, "documents").withdrawn] == ["A/AC.99/WP.2"]


def test_a_unit_leads_to_the_entry_behind_its_words(small: Small) -> None:
    page = get(small, "unit", "A/99/100", "para-6")
    bound = [piece for piece in page.pieces if piece.of]
    assert [piece.entries for piece in bound] == [(get(small, "body").officers[0].cite.entry,)]


def test_an_entry_without_effect_names_its_reason(small: Small) -> None:
    page = get(small, "entry", str(small.world.size - 1))
    assert (page.verb, page.by, page.counts, page.reason) == ("sponsor.join/1", "ST-A", False, "already-a-sponsor")
    assert get(small, "record").without_effect[0].reason == "already-a-sponsor"


def test_without_the_entries_a_voice_is_unknown_and_not_guessed(small: Small) -> None:
    page = ask(small.world, "group", ("NAC",))
    assert {stay.cite.voice for stay in page.stays} == {None}


@pytest.mark.parametrize(
    ("name", "arguments", "kind"),
    [
        ("nothing", (), "page"),
        ("party", ("NOBODY",), "party"),
        ("group", ("AUT",), "group"),
        ("entry", ("-1",), "entry"),
        ("entry", ("999999",), "entry"),
        ("entry", ("9" * 30,), "entry"),
        ("entry", ("٣",), "entry"),
        ("body", ("NONE",), "body"),
        ("document", ("no symbol",), "document"),
        ("panel", ("panel-9",), "panel"),
        ("units", ("A/99/100", "fr"), "language"),
        ("unit", ("A/99/100", "para-7"), "unit"),
        ("unit", ("A/99/101", "para-7"), "unit"),
    ],
)
def test_what_is_not_there_is_named(small: Small, name: str, arguments: tuple[str, ...], kind: str) -> None:
    with pytest.raises(Missing) as error:
        get(small, name, *arguments)
    assert error.value.kind == kind


@pytest.mark.parametrize(("name", "arguments"), [("party", ()), ("record", ("x",)), ("panel", ("a", "b", "c"))])
def test_a_page_asked_with_wrong_arguments_says_which_it_takes(
    small: Small, name: str, arguments: tuple[str, ...]
) -> None:
    with pytest.raises(WrongArguments):
        get(small, name, *arguments)


def test_a_page_changes_nothing(small: Small) -> None:
    from accord.world.digest import world_digest

    before = world_digest(small.world)
    for name in PAGES:
        get(small, name, *ARGUMENTS.get(name, ()))
    assert world_digest(small.world) == before
