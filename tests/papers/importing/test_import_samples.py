"""The sample reports: a changed line of the printed page is a changed act, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.acts.envelope import LARGEST_PAYLOAD
from accord.acts.vocabulary import name_of
from accord.papers.importing import plan
from accord.papers.importing.preview import preview
from accord.papers.reading import read
from accord.papers.report import report
from accord.wire import codec
from accord.wire.codec import Malformed
from accord.world.digest import world_digest
from accord.world.vocabulary import VOCABULARY
from tests.papers.report.building import (
    EDITOR,
    SECRETARIAT,
    bare,
    correct,
    edit_source,
    en,
    fact,
    founded,
    imports,
    reading_of,
    sample,
    say,
)

BODY = "XA-AC.7"

CHANGES = [
    ("en", "sponsor", "submitted by Arvandia, entitled", "submitted by Estavia, entitled",
     {"document.register", "paper.introduce"}),
    ("en", "title", "Seals, tags and second signatures", "Seals and tags", {"document.register"}),
    ("en", "moderator", "Hanno Prell (Arvandia)", "Hanna Prell (Estavia)", {"panel.hold"}),
    ("en", "panellist", "Ruben Achterholt", "Rubina Achterholt", {"panel.hold"}),
    ("en", "affiliation", "(University of \nBrackwater)", "(University of Kelm)", {"party.enter", "panel.hold"}),
    ("en", "agenda", "Any other business", "Other business", {"agenda.adopt"}),
    ("en", "friend", "Kelmoor, Lorrimar, Pelagia and \nUpper", "Kelmoor, Oskara, Pelagia and Upper",
     {"friend.name", "friend.release"}),
    ("en", "speaker", "Illyrinth, Jastria", "Farrowland, Jastria", {"statement.make", "record.strike"}),
    ("en", "group", "the Lantern Trust (on \nbehalf of the Quiet Skies Campaign)", "the Lantern Trust",
     {"statement.make"}),
    ("en", "introduction", "Kelmoor and Oskara)", "Kelmoor and Pelagia)", {"paper.introduce"}),
    ("en", "facilitator", "Mirko Sandhal", "Mirka Sandhal", {"theme.discuss"}),
    ("en", "cap", "12 working days", "14 working days", {"body.establish"}),
    ("en", "considered", "on 23 June and from 1 to 5", "on 24 June and from 1 to 5", {"meeting.hold"}),
    ("en", "member", "Nordesia, Quillon and", "Nordesia, Oskara and", {"group.join", "group.leave"}),
    ("en", "words", "openly \nand with patience", "openly", {"unit.record"}),
    ("fr", "sponsor", "présenté par l'Estavie", "présenté par le Kelmoor", {"document.register", "paper.introduce"}),
    ("fr", "title", "Ce \nqu'une visite peut montrer", "Une visite", {"document.register"}),
    ("fr", "panellist", "Yannick Orsel", "Yann Orsel", {"panel.hold"}),
    ("fr", "speaker", "Jastrie, Kelmoor", "Jastrie, Illyrinthe, Kelmoor", {"party.enter", "statement.make"}),
    ("fr", "chair", "Anselme Rouvray", "Anselme Rouvroy", {"officer.elect"}),
    ("fr", "meeting", "du 5 au 9 avril", "du 5 au 8 avril", {"meeting.hold"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "old", "new", "verbs"),
    [pytest.param(lang, o, n, v, id=f"{lang}-{name}") for lang, name, o, n, v in CHANGES],
)
def test_a_changed_line_is_a_changed_act(language: str, old: str, new: str, verbs: set[str]) -> None:
    text, gazetteer = sample(language)
    world = founded()
    imports(world, text, gazetteer)
    changed = edit_source(text, old, new)
    found = imports(world, changed, gazetteer)
    assert found.exact
    assert {name_of(act).partition("/")[0] for act in found.acts} <= verbs | {"party.enter"}
    assert {name_of(act).partition("/")[0] for act in found.acts} >= verbs - {"party.enter"}
    assert report(world, BODY, language).characters() == bare(reading_of(changed, gazetteer).body_text())
    assert imports(world, changed, gazetteer).acts == ()


def test_planning_changes_nothing_and_each_act_can_be_admitted() -> None:
    text, gazetteer = sample("en")
    world = founded()
    before = world_digest(world)
    found = plan(read(text, gazetteer), world, EDITOR, gazetteer)
    assert world_digest(world) == before
    assert world.size == 3
    for act in found.acts:
        data = codec.encode(act)
        assert VOCABULARY.decoder.decode(data) == act
        assert len(data) < LARGEST_PAYLOAD
        assert getattr(act, "source", None) is None or act.source.document == "XA/31/22"  # type: ignore[attr-defined]


def test_who_is_no_recorder_would_say_nothing_that_counts() -> None:
    text, gazetteer = sample("en")
    found = plan(read(text, gazetteer), founded(), "stranger", gazetteer)
    assert found.acts == ()
    assert {note.code for note in found.notes} >= {"no-effect"}


def test_what_another_party_recorded_stands() -> None:
    text, gazetteer = sample("en")
    world = founded()
    imports(world, text, gazetteer)
    correct_by_secretariat = fact(world, "documents", "documents", "XA/AC.7/WP.2")
    from msgspec.structs import replace

    say(
        world,
        replace(correct_by_secretariat.act, corrects=correct_by_secretariat.entry, title=en("A form")),
        SECRETARIAT,
    )
    found = plan(read(text, gazetteer), world, EDITOR, gazetteer)
    assert "said-by-another" in {note.code for note in found.notes}
    assert not any(name_of(act) == "document.register/1" for act in found.acts)


def test_a_document_without_a_symbol_is_no_source() -> None:
    with pytest.raises(Malformed, match="symbol"):
        plan(read("I. Introduction\n\n1. The Working Group met.\n\n2. It met again.\n"), founded(), EDITOR)


def test_both_language_versions_of_a_name_are_kept() -> None:
    text, gazetteer = sample("en")
    world = founded()
    imports(world, text, gazetteer)
    state = fact(world, "parties", "parties", "XAB")
    both = state.act.name.said | {"fr": "Îles Boréales"}
    from msgspec.structs import replace

    correct(world, state, name=replace(state.act.name, said=both))
    assert imports(world, text, gazetteer).acts == ()
    assert fact(world, "parties", "parties", "XAB").act.name.said == both


def test_a_preview_shares_nothing_that_a_fold_changes() -> None:
    text, gazetteer = sample("en")
    world = founded()
    other = preview(world)
    imports(other, text, gazetteer)
    assert world.size == 3
    assert not world.bodies.tables.bodies
    assert len(world.parties.tables.parties) == 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 9000), st.integers(0, 60), st.sampled_from(["", "x", "; ", "\n\n", "(a) ", "5. "])),
        max_size=4,
    )
)
def test_a_damaged_page_is_imported_to_the_character_or_the_plan_says_not(cuts: list[tuple[int, int, str]]) -> None:
    text, gazetteer = sample("en")
    for at, length, put in cuts:
        text = text[:at] + put + text[at + length :]
    try:
        reading = read(text, gazetteer)
        world = founded()
        found = imports(world, text, gazetteer)
    except Malformed:
        return
    if found.exact:
        assert report(world, found.symbol, found.language).characters() == bare(reading.body_text())
    else:
        assert found.notes
