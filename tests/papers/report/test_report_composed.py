"""Where no document supplies the words: a whole report from the record alone, in six languages."""

from __future__ import annotations

import re
from datetime import date

import pytest

from accord.acts.values import Person
from accord.acts.vocabulary import name_of
from accord.areas.bodies.acts import ElectOfficer, EstablishBody
from accord.areas.documents.acts import JoinSponsors, RegisterDocument
from accord.areas.parties.acts import EnterParty
from accord.papers.report import NoReport, report
from accord.reference.states import states
from accord.stories.demonstration import BODY, recorded
from accord.words.languages import CODES
from accord.world.world import World
from tests.papers.report.building import (
    SECRETARIAT,
    changes,
    correct,
    edited,
    en,
    fact,
    founded,
    imports,
    say,
    seed_text,
)


@pytest.fixture(scope="module")
def group() -> World:
    """The working group of 2013, from the project's own tables of facts."""
    world = founded()
    for act in recorded():
        say(world, act)
    return world


def unpointed(text: str) -> str:
    """A text without Arabic-Indic digits, for comparing with numbers."""
    return text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))


@pytest.mark.parametrize("language", CODES)
def test_every_word_is_a_record_or_a_formula(group: World, language: str) -> None:
    made = report(group, BODY, language)
    assert made.made == "formulas"
    assert made.counts.quoted == 0
    assert made.counts.bound > 2000
    assert all(gap.code == "language" for gap in made.gaps), "organisations whose names the record has in English only"
    assert not re.search(r"[{}]|None", made.text())


@pytest.mark.parametrize("language", CODES)
def test_all_facts_of_the_group_are_told(group: World, language: str) -> None:
    text = report(group, BODY, language).text()
    for found in group.documents.tables.documents.values():
        if found.act.body == BODY and found.act.kind not in ("report", "resolution"):
            assert (found.act.printed or found.act.symbol) in text
    for found in group.meetings.tables.statements.values():
        if found.act.speaker in states():
            assert states()[found.act.speaker].name(language) in text
    for found in group.meetings.tables.panels.values():
        for one in found.act.panellists:
            assert one.person.name in text
    assert "67/56" in unpointed(text)


@pytest.mark.parametrize("language", CODES)
def test_paragraphs_are_numbered_and_lists_lettered(group: World, language: str) -> None:
    from accord.words.labels import label

    blocks = report(group, BODY, language).blocks
    numbered = [b for b in blocks if b.kind == "paragraph"]
    assert [b.label.text for b in numbered if b.label] == [
        label(n, "paragraph", language) for n in range(1, len(numbered) + 1)
    ]
    documents = [b for b in blocks if b.kind == "item" and b.label][:24]
    assert [b.label.text for b in documents if b.label] == [label(n, "item", language) for n in range(1, 25)]
    assert all(b.label for b in blocks if b.kind in ("chapter", "section"))


@pytest.mark.parametrize(
    ("language", "first"), [("en", "Australia"), ("fr", "Allemagne"), ("ar", "أستراليا"), ("es", "Alemania")]
)
def test_states_stand_in_the_order_of_the_language(group: World, language: str, first: str) -> None:
    wp4 = next(b for b in report(group, BODY, language).blocks if "WP.4)" in b.words)
    assert first in wp4.words
    sponsors = [states()[c].name(language) for c in ("AUS", "DEU", "SWE")]
    places = [wp4.words.index(name.removeprefix("ال")) for name in sponsors]
    assert (places == sorted(places)) == (language in ("en", "ar"))


def test_one_record_changes_exactly_its_words_in_every_language(group: World) -> None:
    before = {language: report(group, BODY, language).text() for language in CODES}
    found = fact(group, "bodies", "bodies", BODY)
    correct(group, found, cap_days=18)
    for language in CODES:
        after = report(group, BODY, language).text()
        assert changes(unpointed(before[language]), unpointed(after)) == [("5", "8")]
    correct(group, fact(group, "bodies", "bodies", BODY), cap_days=15)


def test_a_sponsor_that_joins_stands_where_each_language_puts_it() -> None:
    world = founded()
    for act in recorded():
        say(world, act)
    before = {language: report(world, BODY, language).characters() for language in CODES}
    source = world.bodies.tables.bodies[BODY].act.source
    say(world, JoinSponsors(symbol="A/AC.281/WP.8", sponsor="NOR", source=source))
    expected = {
        "en": ("Ireland and Switzerland, entitled", "Ireland, Norway and Switzerland, entitled"),
        "fr": ("l'Irlande et la Suisse, sous", "l'Irlande, la Norvège et la Suisse, sous"),
        "zh": ("爱尔兰和瑞士提交", "爱尔兰、挪威和瑞士提交"),
    }
    for language, (old, new) in expected.items():
        assert report(world, BODY, language).characters() == edited(before[language], (old, new, 1))


@pytest.mark.parametrize("language", CODES)
def test_the_facts_of_the_real_report_without_its_words(language: str) -> None:
    text = seed_text()
    full, bare_facts = founded(), founded()
    for act in imports(full, text).acts:
        if not name_of(act).startswith(("unit.", "pattern.")):
            say(bare_facts, act)
    made = report(bare_facts, "A-AC.281", language)
    assert made.counts.quoted == 0
    assert made.made == "formulas"
    foreign = {s.language for s in made.segments if s.language}
    assert foreign == (set() if language == "zh" else {"zh"})


@pytest.mark.parametrize("language", CODES)
def test_a_new_group_has_a_report_from_its_first_day(language: str) -> None:
    world = founded()
    body = EstablishBody(body="AC.900", name=en("Working Group on Something New"), resolution="A/RES/80/1")
    say(world, body, SECRETARIAT)
    first = report(world, "AC.900", language)
    assert first.counts.quoted == 0
    assert "80/1" in unpointed(first.text())
    say(world, EnterParty(party="CHL", kind="state"), SECRETARIAT)
    say(world, ElectOfficer(body="AC.900", office="chair", person=Person(name="Ada Low"), state="CHL", mode="consensus",
                            on=date(2026, 3, 1)), SECRETARIAT)  # fmt: skip
    say(world, RegisterDocument(symbol="A/AC.900/WP.1", body="AC.900", kind="working-paper", submitter="sponsors",
                                sponsors=("CHL",), title=en("A beginning")), SECRETARIAT)  # fmt: skip
    text = report(world, "AC.900", language).text()
    assert "Ada Low" in text
    assert "A/AC.900/WP.1" in text


def test_what_is_not_there_has_no_report() -> None:
    with pytest.raises(NoReport):
        report(founded(), "AC.1", "en")
    with pytest.raises(KeyError, match="six languages"):
        report(founded(), "AC.1", "de")
