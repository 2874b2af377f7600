"""A body that meets again: the report of the second year stands beside that of the first, and changes nothing of it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from accord.acts.vocabulary import name_of
from accord.areas.bodies.pages import established
from accord.papers.importing import plan
from accord.papers.reading import read
from accord.papers.report import report
from accord.world.asked import asked
from accord.world.world import World
from tests.papers.report.building import EDITOR, bare, edit_source, fact, founded, imports, reading_of, sample, say

FIRST, SECOND = "XA-AC.7", "XA-AC.7-2032"
SYMBOLS = {"en": "XA/31/22", "fr": "XA/32/19"}


def next_year(text: str) -> str:
    """The English sample a year later: another resolution, other papers."""
    for old, new in (
        ("2031", "2032"),
        ("XA/31/22", "XA/32/22"),
        ("hirty-first", "hirty-second"),
        ("30/4", "31/4"),
        ("31-04417", "32-04417"),
        ("XA/AC.7/1)", "XA/AC.7/2)"),
    ):
        text = text.replace(old, new)
    return re.sub(r"(WP\.|CRP\.|INF\.|NGO/|L\.)(?=\d)", r"\g<1>1", text)


def printed(world: World, language: str, text: str, names: dict[str, str], symbol: str) -> bool:
    """Whether a report generated from the record is its document to the character, footnotes included."""
    reading = reading_of(text, names)
    made = report(world, symbol, language)
    notes = [unit.text for unit in reading.units if unit.kind == "footnote"]
    return made.characters() == bare(reading.body_text()) and all(bare(n) in bare(made.text()) for n in notes)


@pytest.mark.parametrize("order", [("en", "fr"), ("fr", "en")], ids=["in order", "the later first"])
def test_both_years_stand_and_both_reports_are_exact(order: tuple[str, str]) -> None:
    world = founded()
    for language in order:
        found = imports(world, *sample(language))
        assert found.exact
        assert {name_of(one.act) for one in found.planned if one.why != "new"} <= {"party.enter/1"}
    for language in order:
        assert printed(world, language, *sample(language), SYMBOLS[language])
        assert plan(read(*sample(language)), world, EDITOR, sample(language)[1]).acts == ()


def test_a_fact_of_the_first_year_is_not_corrected_by_the_second() -> None:
    world = founded()
    imports(world, *sample("en"))
    imports(world, *sample("fr"))
    for code, year, chair, exchange in (
        (FIRST, 2031, "Odile Marenne", (date(2031, 5, 12), date(2031, 5, 13))),
        (SECOND, 2032, "Anselme Rouvray", (date(2032, 4, 5), date(2032, 4, 6))),
    ):
        assert fact(world, "bodies", "bodies", code).act.year == year
        assert fact(world, "bodies", "officers", code, "chair").act.person.name == chair
        assert fact(world, "meetings", "statements", f"{code}/general-exchange-XAA").act.days == exchange
        assert fact(world, "drafting", "adoptions", code).corrected == ()
        assert fact(world, "bodies", "agendas", code).act.on.year == year
    assert world.bodies.sessions(FIRST) == world.bodies.sessions(SECOND) == [FIRST, SECOND]


def test_without_a_name_the_latest_session_is_meant() -> None:
    world = founded()
    imports(world, *sample("fr"))
    assert world.bodies.only() == FIRST
    imports(world, *sample("en"))
    assert world.bodies.sessions(FIRST) == [f"{FIRST}-2031", FIRST]
    assert established(asked(world), "").act.year == 2032


def test_a_second_year_in_the_same_language_says_nothing_of_the_first() -> None:
    text, names = sample("en")
    later = next_year(text)
    world = founded()
    imports(world, text, names)
    found = imports(world, later, names)
    assert (found.body, found.exact) == (SECOND, True)
    assert {one.why for one in found.planned} == {"new"}
    assert [note.code for note in found.notes] == ["another-session"]
    changed = imports(world, edit_source(later, "Hanno Prell", "Hanna Prell"), names)
    assert {name_of(act) for act in changed.acts} == {"panel.hold/1"}
    assert printed(world, "en", text, names, "XA/31/22")


def test_a_group_that_has_grown_does_not_change_the_footnote_of_the_year_before() -> None:
    text, names = sample("en")
    later = edit_source(next_year(text), "Nordesia, Quillon and", "Nordesia, Oskara and")
    world = founded()
    imports(world, text, names)
    found = imports(world, later, names)
    assert "list-differs" in {note.code for note in found.notes}
    assert printed(world, "en", text, names, "XA/31/22")
    assert printed(world, "en", later, names, "XA/32/22")
    assert imports(world, text, names).acts == imports(world, later, names).acts == ()


def test_a_paper_listed_again_a_year_later_stays_with_the_session_it_was_before() -> None:
    text, names = sample("en")
    later = next_year(text).replace("WP.15", "WP.5")
    world = founded()
    imports(world, text, names)
    found = imports(world, later, names)
    assert [n.where for n in found.notes if n.code == "listed-elsewhere"] == ["para-9-g"]
    assert fact(world, "documents", "documents", "XA/AC.7/WP.5").act.body == FIRST
    assert printed(world, "en", text, names, "XA/31/22")
    assert printed(world, "en", later, names, "XA/32/22")


def test_a_corrected_report_is_about_the_same_session() -> None:
    text, names = sample("en")
    world = founded()
    imports(world, text, names)
    found = imports(world, text.replace("XA/31/22", "XA/31/22/Rev.1"), names)
    assert (found.body, found.exact) == (FIRST, True)


def test_the_body_asked_for_is_kept_to_its_sessions() -> None:
    world = founded()
    text, names = sample("en")
    for act in plan(read(text, names), world, EDITOR, names, body="WG").acts:
        say(world, act)
    assert imports(world, text, names).acts == ()
    text, names = sample("fr")
    assert plan(read(text, names), world, EDITOR, names, body="WG").body == "WG-2032"
    assert plan(read(text, names), world, EDITOR, names, body="OTHER").body == "OTHER"


def test_two_vice_chairs_stand_beside_each_other() -> None:
    text, names = sample("en")
    both = edit_source(text, "Ilse Quandry (Pelagia) as Rapporteur", "Ilse Quandry (Pelagia) as Vice-Chair")
    world = founded()
    found = imports(world, both, names)
    offices = fact(world, "bodies", "officers", FIRST)
    assert {key: f.act.person.name for key, f in offices.items() if key != "chair"} == {
        "vice-chair": "Teodor Vasch",
        "vice-chair-2": "Ilse Quandry",
    }
    assert (found.exact, imports(world, both, names).acts) == (True, ())
    changed = imports(world, edit_source(both, "Ilse Quandry", "Ilsa Quandry"), names)
    assert [name_of(act) for act in changed.acts] == ["officer.elect/1"]
    assert changed.exact
    back = imports(world, text, names)
    assert back.exact
    assert set(offices := fact(world, "bodies", "officers", FIRST)) == {"chair", "vice-chair", "rapporteur"}
    assert "officer.release/1" in {name_of(act) for act in back.acts}


def test_a_document_that_is_listed_again_stands_again() -> None:
    text, names = sample("en")
    start = text.index(" (j) Timetable")
    shorter = text[:start] + text[text.index(" (k) Summary") :]
    world = founded()
    imports(world, text, names)
    gone = imports(world, shorter, names)
    assert "document.withdraw/1" in {name_of(act) for act in gone.acts}
    back = imports(world, text, names)
    assert "document.restore/1" in {name_of(act) for act in back.acts}
    assert back.exact
    assert "XA/AC.7/INF.1" not in world.documents.tables.withdrawn
    assert imports(world, text, names).acts == ()
