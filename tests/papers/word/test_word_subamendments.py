"""Amendments to amendments as files: out under their own sponsors, and back as what was tracked inside another."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from accord.areas.negotiation.acts import ProposeSubamendment
from accord.areas.negotiation.changes import AddUnit, AmendText, changes_hash
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.edits import apply
from accord.areas.negotiation.subamending import amended_units
from accord.areas.negotiation.text import digest
from accord.papers.word import Returned, Sender, as_word, opened, returned
from accord.papers.word.chosen import chosen
from accord.words.languages import CODES
from tests.laws.amending import some_text
from tests.papers.word.office import edited, insist_on_office
from tests.papers.word.rooms import DRAFT, Room

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = ["States should act.", "Each State reports."]
ASKED = "States should act promptly and very openly."


def room() -> Room:
    """A draft with an amendment of words and one that adds a paragraph."""
    made = Room("en", TEXTS)
    made.proposes("A.1", made.amend("para-1", ASKED), sponsors=("ST-B",))
    made.proposes("A.2", AddUnit(unit="new", after="para-2", kind="paragraph", text="It does so in public."))
    return made


def made_by(room: Room, amendment: str, unit: str) -> str:
    """The text that an amendment by itself makes of a unit."""
    tables = room.world.negotiation.tables
    return amended_units(tables.amendments[DRAFT][amendment], tables.units[DRAFT], False)[unit].current.text


def subasks(room: Room, name: str, amendment: str, unit: str, new: str, sponsor: str = "ST-C") -> None:
    text = made_by(room, amendment, unit)
    room.does(
        ProposeSubamendment(
            draft=DRAFT,
            amendment=name,
            amends=amendment,
            to=changes_hash(room.world.negotiation.tables.amendments[DRAFT][amendment].act.changes),
            changes=(AmendText(unit=unit, base=digest(text), edits=difference(text, new)),),
            sponsors=(sponsor,),
        )
    )


def tracked(data: bytes) -> list[tuple[str, str, str]]:
    """What is put and dropped in a file: which of the two, by whom, which words."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return [
        (one.tag.removeprefix(W), one.get(f"{W}author"), words)
        for one in root.iter(f"{W}ins", f"{W}del")
        if (words := "".join(t.text or "" for t in one.iter(f"{W}t", f"{W}delText")))
    ]


def typed_over(data: bytes, words: str, new: str, author: str = "Delegate") -> bytes:
    """The file after somebody tracked other words over some that an amendment puts."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for one in root.iter(f"{W}ins"):
        text = "".join(t.text or "" for t in one.iter(f"{W}t"))
        if words in text and one.find(f"{W}r") is not None:
            before, _, after = text.partition(words)
            whose = {name: one.get(f"{W}{name}") for name in ("author", "date")}
            mine = {"author": author, "date": "2030-01-01T00:00:00Z"}
            struck = ins(W, whose, change(W, "del", mine, run(W, words, "delText"))) if words else None
            put = ins(W, mine, run(W, new)) if new else None
            rest = [ins(W, whose, run(W, part)) if part else None for part in (before, after)]
            for other in (rest[0], struck, put, rest[1]):
                if other is not None:
                    one.addprevious(other)
            one.getparent().remove(one)
            break
    else:
        raise AssertionError(f"nobody puts {words!r}")
    parts["word/document.xml"] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as again:
        for name, part in parts.items():
            again.writestr(name, part)
    return out.getvalue()


def run(ns: str, words: str, tag: str = "t") -> Any:
    made = etree.Element(f"{ns}r")
    text = etree.SubElement(made, f"{ns}{tag}")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def change(ns: str, tag: str, marks: dict[str, str], *inside: Any) -> Any:
    made = etree.Element(f"{ns}{tag}", {f"{ns}{name}": value for name, value in {**marks, "id": "9"}.items()})
    made.extend(inside)
    return made


def ins(ns: str, marks: dict[str, str], *inside: Any) -> Any:
    return change(ns, "ins", marks, *inside)


def read(room: Room, data: bytes, **more: Any) -> Returned:
    return returned(opened(data), room.world, Sender(party="ST-A", **more), read=room.read)


def asks(found: Returned, room: Room) -> list[tuple[str, str, str]]:
    """Each amendment to an amendment: its name, which it amends, and how that is to read."""
    return [
        (act.amendment, act.amends, apply(one.edits, made_by(room, act.amends, one.unit)))
        for act in found.acts
        if isinstance(act, ProposeSubamendment)
        for one in act.changes
        if isinstance(one, AmendText)
    ]


def test_each_word_goes_out_under_its_own_sponsor_and_comes_back_as_nothing_new() -> None:
    made = room()
    subasks(made, "A.1.1", "A.1", "para-1", "States should act at once and very openly.")
    subasks(made, "A.2.1", "A.2", "new", "It always does so in public.")
    data = as_word(made.world, DRAFT, 0, amendments=True, read=made.read)
    assert [one for one in tracked(data) if not one[2].startswith("2 bis")] == [
        ("ins", "Borinia", " "),
        ("ins", "Sylvara", "at once"),
        ("ins", "Borinia", " and very openly"),
        ("ins", "Aldora", "It "),
        ("ins", "Sylvara", "always "),
        ("ins", "Aldora", "does so in public."),
    ]
    found = read(made, data)
    assert (found.acts, found.findings) == ((), ())


def test_of_those_that_clash_the_first_is_shown_and_the_other_told() -> None:
    made = room()
    subasks(made, "A.1.1", "A.1", "para-1", "States should act at once and very openly.")
    subasks(made, "A.1.2", "A.1", "para-1", "States should act now and very openly.", "ST-A")
    assert chosen(made.world.negotiation, DRAFT).told == ("A.1.2",)
    data = as_word(made.world, DRAFT, 0, amendments=True, read=made.read)
    (comment,) = docx.Document(io.BytesIO(data)).comments
    begins = "Amendment A.1.2 to amendment A.1 asks that it read here: "
    assert comment.text == f"{begins}States should act now and very openly."
    without = chosen(made.world.negotiation, DRAFT, ("A.1.1", "A.2"))
    assert (without.shown, without.told) == (("A.2",), ("A.1.1",))
    assert read(made, data).acts == ()


@pytest.mark.parametrize(
    ("words", "new", "amends", "text"),
    [
        ("promptly", "at once", "A.1", "States should act at once and very openly."),
        (" very", "", "A.1", "States should act promptly and openly."),
        ("does so", "reports", "A.2", "It reports in public."),
    ],
)
def test_what_is_tracked_inside_an_amendment_is_asked_of_it(words: str, new: str, amends: str, text: str) -> None:
    made = room()
    data = as_word(made.world, DRAFT, 0, amendments=True, read=made.read)
    found = read(made, typed_over(data, words, new))
    assert asks(found, made) == [(f"{amends}.1", amends, text)]
    assert (len(found.acts), found.findings, found.exact) == (1, (), True)
    by_author = read(made, typed_over(data, words, new, "Sylvara"), by_author=True)
    assert [act.sponsors for act in by_author.acts] == [("ST-C",)]


def test_what_changes_an_amendment_and_the_draft_is_two_amendments() -> None:
    made = room()
    data = as_word(made.world, DRAFT, 0, amendments=True, read=made.read)
    archive = zipfile.ZipFile(io.BytesIO(typed_over(data, "very", "most")))
    body = archive.read("word/document.xml").decode()
    mine = 'w:author="Delegate" w:date="2030-01-01T00:00:00Z"'
    assert body.count("Each State reports.") == 1
    struck = f'<w:del w:id="7" {mine}><w:r><w:delText>Each </w:delText></w:r></w:del>'
    body = body.replace("Each State reports.", f"</w:t></w:r>{struck}<w:r><w:t>State reports.")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as again:
        for name in archive.namelist():
            again.writestr(name, body if name == "word/document.xml" else archive.read(name))
    found = read(made, out.getvalue())
    assert asks(found, made) == [("A.1.1", "A.1", "States should act promptly and most openly.")]
    (of_draft,) = (act for act in found.acts if not isinstance(act, ProposeSubamendment))
    assert [c.unit for c in of_draft.changes] == ["para-2"]
    assert found.findings == ()


def test_an_amendment_that_the_file_does_not_have_as_it_is_gets_none() -> None:
    made = room()
    data = as_word(made.world, DRAFT, 0, amendments=True, read=made.read)
    archive = zipfile.ZipFile(io.BytesIO(typed_over(data, "very", "most")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as again:
        for name in archive.namelist():
            part = archive.read(name)
            again.writestr(name, part.replace(b"openly", b"secretly") if name == "word/document.xml" else part)
    found = read(made, out.getvalue())
    assert asks(found, made) == []
    assert "word-of-others" in {one.code for one in found.findings}


@pytest.mark.parametrize("language", CODES)
def test_any_word_of_any_amendment_comes_back_as_it_was_struck(language: str) -> None:
    for seed in range(20):
        made = Room(language, seed=seed)
        text = made.text("para-2")
        words = some_text(made.chance, language, 4)
        made.proposes("A.1", made.amend("para-2", f"{text} <{words}> {words}"), sponsors=("ST-B",))
        data = as_word(made.world, DRAFT, 0, amendments=True, read=made.read)
        found = read(made, typed_over(data, "<", "«"))
        assert asks(found, made) == [("A.1.1", "A.1", f"{text} «{words}> {words}")]


def test_a_word_processor_edits_an_amendment(tmp_path: Path) -> None:
    insist_on_office()
    made = room()
    data = as_word(made.world, DRAFT, 0, amendments=True, read=made.read)
    jobs: dict[str, list[list[Any]]] = {
        "insert": [["insert", "promptly", " and fully"]],
        "replace": [["replace", "very", "most"]],
        "strike": [["replace", "very ", ""]],
        "added": [["author", "Sylvara"], ["replace", "in public", "openly here"]],
        "both": [["replace", "very", "most"], ["replace", "Each", "Every"]],
    }
    back = edited(tmp_path, data, jobs)
    texts = {name: [one[2] for one in asks(read(made, back[name]), made)] for name in jobs}
    assert texts == {
        "insert": ["States should act promptly and fully and very openly."],
        "replace": ["States should act promptly and most openly."],
        "strike": ["States should act promptly and openly."],
        "added": ["It does so openly here."],
        "both": ["States should act promptly and most openly."],
    }
    for name in jobs:
        found = read(made, back[name])
        assert found.findings == ()
        assert len(found.acts) == (2 if name == "both" else 1)
