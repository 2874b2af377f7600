"""Laws of drafts as files: what goes out comes back the same, and amendments come back as they were asked for."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.changes import AddUnit, AmendText, DeleteUnit, MoveUnit, SettleBracket
from accord.areas.negotiation.merging import plain
from accord.areas.negotiation.revising import in_order, merged, revised
from accord.areas.negotiation.text import digest
from accord.papers.word import Sender, as_word, opened, returned
from accord.papers.word.chosen import chosen
from accord.words.languages import CODES
from tests.laws.amending import some_text
from tests.papers.word.rooms import DRAFT, NAMES, Room

SENDER = Sender(party="ST-A")
ROUNDS = 60
"""Drafts of each language for each law, each with up to eight amendments."""


def room_with_amendments(language: str, seed: int) -> Room:
    room = Room(language, seed=seed)
    for number in range(room.chance.randint(1, 8)):
        change = room.some_change(room.chance.choice([f"para-{n}" for n in range(1, 7)]), str(number))
        room.proposes(f"A.{number}", change, sponsors=(room.chance.choice(list(NAMES)),))
    return room


@pytest.mark.parametrize("language", CODES)
def test_a_draft_that_goes_out_comes_back_the_same(language: str) -> None:
    for seed in range(ROUNDS):
        room = Room(language, seed=seed)
        found = returned(opened(as_word(room.world, DRAFT, 0)), room.world, SENDER)
        assert (found.acts, found.findings, found.remarks, found.exact) == ((), (), (), True)
        assert (found.sheet.draft, found.sheet.state, found.sheet.language) == (DRAFT, 0, language)


@pytest.mark.parametrize("language", CODES)
def test_amendments_that_go_out_as_tracked_changes_come_back_with_the_same_edits(language: str) -> None:
    edits = 0
    for seed in range(ROUNDS):
        room = room_with_amendments(language, seed)
        data = as_word(room.world, DRAFT, 0, amendments=True, read=room.read)
        shown = chosen(room.world.negotiation, DRAFT)
        # Without the entries nobody knows that these changes are in the record already: they become the sender's.
        found = returned(opened(data), room.world, SENDER)
        changes = [change for act in found.acts for change in act.changes]
        amended = {one.unit: one.edits for one in changes if isinstance(one, AmendText)}
        assert amended == {unit: plain(made) for unit, made in shown.outcome.texts.items()}
        assert {one.unit for one in changes if isinstance(one, DeleteUnit)} == set(shown.outcome.deleted)
        added = [one.text for one in changes if isinstance(one, AddUnit)]
        assert sorted(added) == sorted(change.text for _, change in shown.outcome.added.values())
        units = room.world.negotiation.tables.units[DRAFT]
        rows = {**units, **revised(units, shown.outcome, 1, 1000)}
        again = merged(units, {900 + n: act.changes for n, act in enumerate(found.acts)}, False)
        assert not again.clashes
        others = {**units, **revised(units, again, 1, 1000)}
        ours, theirs = in_order(rows, 1), in_order(others, 1)
        assert [rows[unit].current.text for unit in ours] == [others[unit].current.text for unit in theirs]
        edits += len(amended)
    assert edits >= ROUNDS


@pytest.mark.parametrize("language", CODES)
def test_what_is_in_the_record_already_does_not_come_back(language: str) -> None:
    for seed in range(ROUNDS // 2):
        room = room_with_amendments(language, seed)
        data = as_word(room.world, DRAFT, 0, amendments=True, read=room.read)
        found = returned(opened(data), room.world, SENDER, read=room.read)
        assert (found.acts, found.remarks, found.findings) == ((), (), ())


@pytest.mark.parametrize("language", CODES)
def test_each_change_is_of_the_party_under_whose_name_it_was_tracked(language: str) -> None:
    for seed in range(ROUNDS // 2):
        room = room_with_amendments(language, seed)
        data = as_word(room.world, DRAFT, 0, amendments=True, read=room.read)
        outcome = chosen(room.world.negotiation, DRAFT).outcome
        found = returned(opened(data), room.world, Sender(party="secretariat", by_author=True))
        rows = room.world.negotiation.tables.amendments[DRAFT]
        sponsors = {row.entry: row.act.sponsors for row in rows.values()}
        mine = {
            (act.sponsors, change.unit)
            for act in found.acts
            for change in act.changes
            if isinstance(change, AmendText | DeleteUnit)
        }
        for unit, made in outcome.texts.items():
            for credited in made:
                if len({sponsors[entry] for entry in credited.by}) == 1:
                    assert (sponsors[credited.by[0]], unit) in mine


def test_a_change_that_two_parties_make_is_of_both() -> None:
    room = Room("en", ["One two three four."])
    room.proposes("A.1", room.amend("para-1", "One three four."), sponsors=("ST-A",))
    room.proposes("A.2", room.amend("para-1", "One three four."), sponsors=("ST-B",))
    data = as_word(room.world, DRAFT, 0, amendments=True, read=room.read)
    text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert 'w:author="Aldora, Borinia"' in text


@pytest.mark.parametrize("language", CODES)
def test_brackets_stand_in_the_file_as_they_stand_in_the_text(language: str) -> None:
    for seed in range(ROUNDS):
        room = Room(language, seed=seed, units=1)
        text = f"{room.text('para-1')} [{some_text(room.chance, language, 4)} [x]] [y]"
        room.writes("para-9", "9", 9, text)
        found = docx.Document(io.BytesIO(as_word(room.world, DRAFT, 0)))
        printed = next(p.text for p in found.paragraphs if p.text.startswith("9.\t")).partition("\t")[2]
        assert (printed, brackets(printed)) == (text, brackets(text))


def test_the_same_record_gives_the_same_bytes() -> None:
    one, other = (room_with_amendments("fr", 3) for _ in range(2))
    made = [as_word(room.world, DRAFT, 0, amendments=True, read=room.read) for room in (one, other)]
    assert made[0] == made[1]


def test_amendments_that_clash_are_told_in_comments_and_notes_are_too() -> None:
    room = Room("en", ["One two three."])
    room.proposes("A.1", room.amend("para-1", "One four three."), sponsors=("ST-A",))
    room.proposes("A.2", room.amend("para-1", "One five three."), sponsors=("ST-B",))
    room.proposes("A.3", room.delete("para-1"), sponsors=("ST-C",))
    data = as_word(room.world, DRAFT, 0, amendments=True, read=room.read)
    told = [comment.text for comment in docx.Document(io.BytesIO(data)).comments]
    assert told == [
        "Amendment A.2 asks for these words here: One five three.",
        "Amendment A.3 asks to delete this paragraph",
    ]


def test_a_paragraph_that_one_moves_and_another_amends_is_shown_in_one_place() -> None:
    room = Room("en", ["One.", "Two.", "Three."])
    room.proposes("A.1", MoveUnit(unit="para-1", after="para-3"), sponsors=("ST-B",))
    room.proposes("A.2", room.amend("para-1", "One and a half."))
    assert chosen(room.world.negotiation, DRAFT).told == ("A.1",)


def test_a_translation_goes_out_for_reading_and_gives_no_amendments() -> None:
    from accord.areas.negotiation.acts import TranslateUnit

    room = Room("en", ["One."])
    base = room.world.negotiation.tables.units[DRAFT]["para-1"].current.hash
    room.does(TranslateUnit(draft=DRAFT, unit="para-1", language="fr", of_text=base, text="Un."))
    data = as_word(room.world, DRAFT, 0, "fr")
    assert "1.\tUn." in [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    found = returned(opened(data), room.world, SENDER)
    assert (found.acts, [one.code for one in found.findings]) == ((), ["word-untracked", "word-translation"])


BRACKETED = "[Each][All] State[s] shall [act [promptly]/refrain] now [and] openly."


@pytest.mark.parametrize("language", CODES)
def test_every_bracket_that_is_settled_comes_back_as_settled(language: str) -> None:
    """The words are English in each file: it is the file of the language that differs."""
    base = digest(BRACKETED)
    told = 0
    for one in brackets(BRACKETED):
        for way in ("agreed", "withdrawn"):
            alone = Room(language, [BRACKETED, "Another."])
            asked = SettleBracket(unit="para-1", base=base, start=one.start, settled=way)
            alone.proposes("A.1", asked)
            found = returned(
                opened(as_word(alone.world, DRAFT, 0, amendments=True, read=alone.read)), alone.world, SENDER
            )
            assert [change for act in found.acts for change in act.changes] == [asked]
            told += 1
    assert told == 2 * len(brackets(BRACKETED)) == 12
