"""Names of States: those that nobody knows, inverted ones, and articles."""

from __future__ import annotations

import csv

import pytest

from accord.acts.values import Text
from accord.areas.parties.acts import EnterParty
from accord.papers.importing import Plan, gazetteer, plan
from accord.papers.reading import read
from accord.papers.report import report
from accord.reference.states import find_states
from accord.world.world import World
from tests.papers.report.building import EDITOR, SECRETARIAT, bare, fact, founded, imports, sample, say
from tests.samples.test_samples import HERE


def again(world: World, text: str) -> Plan:
    """An import with the names that the record knows, and no others."""
    return imports(world, text, gazetteer(world))


def short_names(language: str) -> dict[str, str]:
    """The names of the fictional States alone, without other forms."""
    with (HERE / "states.csv").open(newline="", encoding="utf-8") as lines:
        return {row[f"short_{language}"]: row["iso3"] for row in csv.DictReader(lines)}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_states_that_nobody_knows_stay_as_printed_and_the_second_import_says_nothing(language: str) -> None:
    text, names = sample(language)
    world = founded()
    found = again(world, text)
    assert found.exact
    assert "unknown-state" in {note.code for note in found.notes}
    parties = world.parties.tables.parties
    assert not [code for code, f in parties.items() if f.act.kind == "state"]
    known = {bare(name).casefold() for name in names} | {"dunmark", "ostrel", "ninecays", "velbrook"}
    told = {bare(words).casefold() for f in parties.values() if f.act.name for words in f.act.name.said.values()}
    assert not told & known
    assert {f.act.kind for f in parties.values()} >= {"organisation", "civil-society", "group"}
    assert again(world, text).acts == ()


def test_a_table_of_states_given_later_adds_what_was_left_out() -> None:
    text, names = sample("en")
    world = founded()
    again(world, text)
    found = imports(world, text, names)
    assert found.exact
    assert "unknown-state" not in {note.code for note in found.notes}
    assert world.documents.sponsors("XA/AC.7/WP.2") == ("XAB", "XAD", "XAK")
    assert fact(world, "bodies", "officers", "XA-AC.7", "chair").act.state == "XAD"
    fresh = founded()
    imports(fresh, text, names)
    for table in ("statements", "panels", "themes", "introductions", "submissions"):
        assert set(getattr(world.meetings.tables, table)) == set(getattr(fresh.meetings.tables, table))
    assert imports(world, text, names).acts == again(world, text).acts == ()


def test_an_unknown_name_between_states_that_spoke_is_no_organization() -> None:
    text, names = sample("en")
    some = {name: code for name, code in names.items() if name != "Illyrinth"}
    world = founded()
    found = imports(world, text, some)
    assert [(n.where, n.code) for n in found.notes if "Illyrinth" in n.detail] == [("para-13", "unknown-state")]
    assert found.exact
    assert imports(world, text, some).acts == ()
    spoke = {f.act.speaker for f in world.meetings.tables.statements.values() if f.act.occasion == "general-exchange"}
    named = {
        fact(world, "parties", "parties", code).act.name.said["en"] for code in spoke if str(code).startswith("org-")
    }
    assert named == {"League of Bridges and Ferries", "Lantern Trust"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_inverted_name_is_enough(language: str) -> None:
    text, names = sample(language)
    world, other = founded(), founded()
    short = imports(world, text, short_names(language))
    full = imports(other, text, names)
    assert short.exact
    assert len(short.acts) == len(full.acts)
    assert short.notes == full.notes == ()
    assert report(world, short.symbol, language).counts == report(other, full.symbol, language).counts


def test_a_name_before_the_brackets_that_two_states_share_is_neither() -> None:
    more = {"Corvane (Federal Republic of)": "XAC", "Corvane (Kingdom of)": "XKC"}
    assert not list(find_states("Corvane spoke", "en", more))
    text = "the Kingdom of Corvane and the Federal Republic of Corvane"
    assert [code for _, _, code in find_states(text, "en", more)] == ["XKC", "XAC"]


def test_a_name_that_the_secretariat_entered_without_its_article_is_no_finding() -> None:
    text, names = sample("en")
    world = founded()
    for name, code in short_names("en").items():
        if "(" in name:  # of this one the page prints another form too
            continue
        say(world, EnterParty(party=code, kind="state", name=Text(original="en", said={"en": name})), SECRETARIAT)
    found = plan(read(text, names), world, EDITOR, names)
    assert [note.detail for note in found.notes if note.code == "said-by-another"] == []
    assert found.exact
    entered = {act.party for act in found.acts if isinstance(act, EnterParty)}
    assert {code for code in entered if code in set(names.values())} == {"XAC"}


def test_a_name_that_another_entered_otherwise_is_a_finding() -> None:
    text, names = sample("en")
    world = founded()
    say(
        world,
        EnterParty(party="XAA", kind="state", name=Text(original="en", said={"en": "Old Arvandia"})),
        SECRETARIAT,
    )
    found = plan(read(text, names), world, EDITOR, names)
    assert "said-by-another" in {note.code for note in found.notes}
