"""Broken, hostile and odd files: each is refused, or read with what was left out said, with the place in the file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from accord.papers.reading.files import Unreadable
from accord.papers.word import Returned, Sender, as_word, opened, returned
from accord.papers.word.sheet import Sheet, find_sheet, format_sheet
from tests.papers.word.rooms import DRAFT, Room

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def room() -> Room:
    return Room("en", ["One two three.", "Four five six.", "Seven eight nine."])


def altered(room: Room, change: Callable[[Parts], None], **more: bool) -> bytes:
    """The draft as a file, some parts of it altered."""
    data = as_word(room.world, DRAFT, 0, read=room.read, **more)
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return out.getvalue()


def with_body(room: Room, old: str, new: str) -> bytes:
    """The file with other XML in its text."""

    def change(parts: Parts) -> None:
        text = parts["word/document.xml"].decode()
        assert re.search(old, text)
        parts["word/document.xml"] = re.sub(old, new, text, count=1).encode()

    return altered(room, change)


def read(room: Room, data: bytes) -> Returned:
    return returned(opened(data), room.world, Sender(party="ST-A"), read=room.read)


def refused(room: Room, data: bytes) -> str:
    with pytest.raises(Unreadable) as error:
        read(room, data)
    return error.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-word"),
        (b"PK\x03\x04 cut", "broken-docx"),
        (b"\xd0\xcf\x11\xe0old", "old-word"),
        (b"%PDF-", "no-word"),
    ],
)
def test_what_is_no_docx_is_refused(room: Room, data: bytes, code: str) -> None:
    assert refused(room, data) == code


def test_entities_broken_xml_and_swollen_parts_are_refused(room: Room) -> None:
    def entities(parts: Parts) -> None:
        parts["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts["word/document.xml"].partition(b"?>")[2]

    def swollen(parts: Parts) -> None:
        parts["word/document.xml"] = b" " * 90_000_000

    def broken(parts: Parts) -> None:
        parts["word/document.xml"] = parts["word/document.xml"][:-20]

    def without_body(parts: Parts) -> None:
        parts["word/document.xml"] = b"<document/>"

    assert [refused(room, altered(room, change)) for change in (entities, swollen, broken, without_body)] == [
        "entities",
        "swollen",
        "broken-docx",
        "broken-docx",
    ]


def test_a_text_nested_deeper_than_documents_are_is_given_up(room: Room) -> None:
    deep = "<w:sdt>" * 80 + "</w:sdt>" * 80
    assert refused(room, with_body(room, "<w:body>", f"<w:body>{deep}")) == "too-much"


def test_more_pieces_of_text_than_asked_for_are_given_up(room: Room) -> None:
    data = as_word(room.world, DRAFT, 0)
    with pytest.raises(Unreadable, match="more time or memory"):
        opened(data, most=3)


def test_macros_and_references_to_outside_are_left_alone_and_told(room: Room) -> None:
    def change(parts: Parts) -> None:
        parts["word/vbaProject.bin"] = b"macro"
        relations = parts["word/_rels/document.xml.rels"].decode()
        kind = 'Type="x/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"'
        more = f'<Relationship Id="r90" {kind}/>'
        parts["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>", f"{more}</Relationships>"
        ).encode()

    found = read(room, altered(room, change))
    assert [(one.code, one.values.get("count")) for one in found.findings] == [
        ("word-macros", None),
        ("word-outside", "1"),
    ]
    assert found.acts == ()


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<w:r><w:drawing/></w:r>", "picture"),
        ('<w:r><w:footnoteReference w:id="3"/></w:r>', "note"),
        ('<w:r><w:sym w:char="F0A7"/></w:r>', "sign"),
        ("<w:r><w:object/></w:r>", "object"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(room: Room, xml: str, what: str) -> None:
    found = read(room, with_body(room, r"(Four five six\.</w:t></w:r>)", rf"\1{xml}"))
    assert [(one.where, one.code, one.values["what"]) for one in found.findings] == [
        ("p. 1, ¶ 2", "word-left-out", what)
    ]
    assert (found.acts, found.exact) == ((), True)


def test_a_table_is_read_and_told(room: Room) -> None:
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    found = read(room, with_body(room, "<w:body>", f"<w:body>{table}"))
    assert [change.text for act in found.acts for change in act.changes] == ["In a cell."]
    assert [one.code for one in found.findings] == ["word-left-out", "word-untracked"]


def test_changes_around_the_text_are_told(room: Room) -> None:
    def change(parts: Parts) -> None:
        header = parts["word/header2.xml"].decode()
        parts["word/header2.xml"] = header.replace("<w:r>", '<w:ins w:id="1" w:author="x"/><w:r>', 1).encode()

    assert [one.code for one in read(room, altered(room, change)).findings] == ["word-around"]


def test_a_number_that_was_changed_is_told_and_amends_nothing(room: Room) -> None:
    found = read(room, with_body(room, "2\\.</w:t>", "7.</w:t>"))
    assert (found.acts, [(one.code, one.values) for one in found.findings]) == (
        (),
        [("word-number", {"old": "2.", "new": "7."})],
    )


def test_words_of_another_that_are_struck_are_told(room: Room) -> None:
    other = Room("en", ["One two three."])
    other.proposes("A.1", other.amend("para-1", "One two and three."), sponsors=("ST-B",))

    def change(parts: Parts) -> None:
        text = parts["word/document.xml"].decode()
        struck = (
            '<w:del w:id="9" w:author="me" w:date="2032-01-01T00:00:00Z"><w:r><w:delText>and </w:delText></w:r></w:del>'
        )
        parts["word/document.xml"] = re.sub(r"<w:r><w:t[^>]*>and </w:t></w:r>", struck, text).encode()

    found = read(other, altered(other, change, amendments=True))
    assert [(one.code, one.values) for one in found.findings] == [
        ("word-of-others", {"author": "Borinia", "words": "and "})
    ]
    assert found.acts == ()


def test_a_file_without_its_part_is_known_by_its_bookmarks_and_without_those_by_its_name(room: Room) -> None:
    def without_part(parts: Parts) -> None:
        del parts["customXml/item1.xml"]

    def without_both(parts: Parts) -> None:
        without_part(parts)
        parts["word/document.xml"] = re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", parts["word/document.xml"])

    assert read(room, altered(room, without_part)).findings == ()
    data = altered(room, without_both)
    assert refused(room, data) == "no-draft"
    found = returned(opened(data), room.world, Sender(party="ST-A"), DRAFT)
    assert [one.says for one in found.findings] == ["word-inferred.text"] * 3


def test_a_paragraph_that_lost_its_bookmark_and_was_changed_is_found_by_its_place(room: Room) -> None:
    def change(parts: Parts) -> None:
        text = parts["word/document.xml"].decode()
        text = re.sub(r"<w:bookmarkStart[^>]*para_2[^>]*/>", "", text)
        parts["word/document.xml"] = text.replace("Four five six.", "Four five and six.").encode()

    found = read(room, altered(room, change))
    assert [one.says for one in found.findings] == ["word-inferred.likeness", "word-untracked"]
    assert [change.unit for act in found.acts for change in act.changes] == ["para-2"]


def test_a_file_of_another_record_or_of_a_later_state_is_refused(room: Room) -> None:
    def of(sheet: Sheet) -> bytes:
        return altered(room, lambda parts: parts.update({"customXml/item1.xml": format_sheet(sheet)}))

    assert refused(room, of(Sheet("other.example/record", DRAFT, 0, "en"))) == "other-record"
    assert refused(room, of(Sheet(room.world.record, DRAFT, 9, "en"))) == "no-draft"
    assert refused(room, of(Sheet(room.world.record, "A/AC.900/L.99", 0, "en"))) == "no-draft"


@pytest.mark.parametrize("field", ["state", "size", "language"])
def test_a_part_that_is_not_as_we_write_it_says_nothing(field: str) -> None:
    from lxml import etree

    root = etree.fromstring(format_sheet(Sheet("r", "d", 0, "en")))
    assert find_sheet([root]) == Sheet("r", "d", 0, "en")
    root.set(field, "-1")
    assert find_sheet([root]) is None


def test_a_late_file_gives_amendments_of_the_text_that_it_went_out_with() -> None:
    from accord.areas.negotiation.acts import ReviseDraft

    room = Room("en", ["One two three."])
    data = as_word(room.world, DRAFT, 0)
    room.proposes("A.1", room.amend("para-1", "One two three four."))
    room.does(ReviseDraft(draft=DRAFT, merges=("A.1",)))
    assert [one.code for one in read(room, data).findings] == ["word-late"]


def test_an_unknown_author_is_told_once(room: Room) -> None:
    put = '<w:ins w:id="9" w:author="Nobody"><w:r><w:t>and </w:t></w:r></w:ins>'
    data = with_body(room, r"(<w:r><w:t[^>]*>Four)", rf"{put}\1")
    found = returned(opened(data), room.world, Sender(party="secretariat", by_author=True), read=room.read)
    assert (found.acts, [(one.code, one.values) for one in found.findings]) == (
        (),
        [("word-author", {"author": "Nobody"})],
    )


def test_signs_that_turn_text_and_marks_apart_are_put_right(room: Room) -> None:
    put = '<w:ins w:id="9" w:author="A"><w:r><w:t>e\u0301\u202e and </w:t></w:r></w:ins>'
    found = read(room, with_body(room, r"(<w:r><w:t[^>]*>Four)", rf"{put}\1"))
    words = [
        edit.text for act in found.acts for change in act.changes for edit in change.edits if hasattr(edit, "text")
    ]
    assert (words, found.exact, found.findings) == (["é and "], True, ())
