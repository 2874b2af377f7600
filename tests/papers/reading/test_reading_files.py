"""Files that are broken, locked, hostile or half empty: one clear reason, or what could be read and a finding."""

from __future__ import annotations

import contextlib
import io
import struct
import time
import zipfile
import zlib

import docx
import pytest
import typst
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.papers.reading import Malformed, Unreadable, read, read_file
from accord.papers.reading.files.numbering import printed
from accord.words.catalogue import has, say
from accord.words.languages import CODES

BODY = "".join(f"{n}. The Working Group met again and heard what the delegations had to say.\n\n" for n in range(1, 9))
PDF = typst.compile(BODY.replace(". ", ".~", 1).encode())
CODES_OF_FILES = (
    "encrypted", "scanned", "broken-pdf", "broken-docx", "not-docx", "old-word", "not-text", "too-large", "swollen",
    "entities", "not-akn", "too-much-memory", "too-much-time", "too-many-pages", "too-many-characters",
)  # fmt: skip


def docx_of(*texts: str) -> bytes:
    paper = docx.Document()
    for text in texts:
        paper.add_paragraph(text)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The archive with one part written anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for other in old.namelist():
            if other != name:
                new.writestr(other, old.read(other))
        new.writestr(name, part)
    return out.getvalue()


DOCX = docx_of("1. One.", "2. Two.")
DOCUMENT = (
    b'<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body>%s</w:body></w:document>"
)
ENTITIES = b'<!DOCTYPE d [<!ENTITY a "x">]>'


def locked() -> bytes:
    """A PDF whose dictionary says that it is locked with a password that nobody knows."""
    key = f"<{'00' * 32}>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        f"<</Filter/Standard/V 1/R 2/O{key}/U{key}/P -4>>",
    ]  # fmt: skip
    return plain_pdf([o.encode() for o in objects], f"/Encrypt 4 0 R/ID[{key}{key}]")


def plain_pdf(objects: list[bytes], trailer: str = "") -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size {len(objects) + 1}"
    return out + f"{head}{trailer}>>\nstartxref\n{len(out)}\n%%EOF".encode()


def scan() -> bytes:
    """A PDF of one page that is only a picture."""
    picture = zlib.compress(bytes(100 * 100))
    return plain_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
            b"<</Length 25>>stream\n200 0 0 200 0 0 cm /I Do \nendstream",
            b"<</Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8"
            b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(picture), picture),
        ]
    )  # fmt: skip


FILES = {
    "locked PDF": (locked(), "encrypted"),
    "scanned PDF": (scan(), "scanned"),
    "PDF cut off": (PDF[:300], "broken-pdf"),
    "PDF in name only": (b"%PDF-1.7\n", "broken-pdf"),
    "DOCX cut off": (DOCX[: len(DOCX) // 2], "broken-docx"),
    "archive of something else": (with_part(b"PK\x05\x06" + bytes(18), "a.txt", b"x"), "not-docx"),
    "old Word": (b"\xd0\xcf\x11\xe0" + bytes(600), "old-word"),
    "entities": (with_part(DOCX, "word/document.xml", DOCUMENT % (ENTITIES, b"&a;")), "entities"),
    "broken XML": (with_part(DOCX, "word/document.xml", b"<w:document"), "broken-docx"),
    "zip bomb": (with_part(DOCX, "word/document.xml", DOCUMENT % (b"", b" " * 90_000_000)), "swollen"),
    "numbers bomb": (with_part(DOCX, "word/numbering.xml", b" " * 90_000_000), "swollen"),
    "no paragraph": (docx_of(), "scanned"),
    "bytes": (b"\xff\xfe\xfd" * 100 + b"\x00", "not-text"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_says_why(name: str) -> None:
    data, code = FILES[name]
    start = time.monotonic()
    with pytest.raises(Unreadable) as error:
        read_file(data)
    assert error.value.code == code
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("code", CODES_OF_FILES)
def test_every_reason_has_words_in_six_languages(code: str) -> None:
    assert all(has(lang, f"unreadable.{code}") for lang in CODES)
    values = {"pages": 1, "part": "x", "line": 1, "most": 1}
    assert len({say(lang, f"unreadable.{code}", **values) for lang in CODES}) == len(CODES)


def test_the_sizes_that_an_archive_states_are_not_believed() -> None:
    data = bytearray(with_part(DOCX, "word/document.xml", DOCUMENT % (b"", b" " * 90_000_000)))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<I", data, at + 24, 100)  # uncompressed size
        at += 4
    with pytest.raises(Unreadable):
        read_file(bytes(data))


def test_a_page_that_is_a_picture_is_a_finding_and_the_rest_is_read() -> None:
    pages = typst.compile(b"1. One page of words, which is read.\n#pagebreak()\n#pagebreak()\n2. Another.")
    found = read_file(pages)
    assert [p.num for p in found.paragraphs] == [1, 2]
    assert [(f.where, f.code, f.page) for f in found.findings] == [("page-2", "page-without-text", 2)]


def test_characters_beyond_the_most_that_are_read_of_a_page_are_a_finding_with_their_number() -> None:
    words = "word " * 14_000
    paper = "#set page(width: 3000pt, height: 3000pt)"
    pages = typst.compile(f"{paper}\n1. First.\n#pagebreak()\n2. {words}\n#pagebreak()\n3. Last.".encode())
    found = read_file(pages)
    one = next(f for f in found.findings if f.code == "page-too-full")
    assert (one.where, one.page) == ("page-2", 2)
    assert [p.num for p in found.paragraphs] == [1, 2, 3]
    read = len(found.paragraphs[1].text.split()) - 1
    beyond = int(one.values["beyond"])
    # What was read and what was not come to all that is printed, but for what pdfium adds at ends of lines.
    assert abs(read * 5 + beyond - 70_000) < 700
    assert beyond > 9_000


def test_numbers_that_are_missing_or_used_twice_are_findings_with_their_place() -> None:
    lines = ["1. One.", "2. Two.", "2. Two again.", "3. Three.", "6. Six.", "7. Seven."]
    found = read_file(docx_of(*lines))
    assert [p.num for p in found.paragraphs] == [1, 2, 2, 3, 6, 7]
    said = [(f.where, f.code, f.values.get("line")) for f in found.findings if "paragraph" in f.code]
    assert said == [
        ("para-4", "missing-paragraph", "5"), ("para-5", "missing-paragraph", "5"),
        ("para-2", "duplicate-paragraph", "3"),
    ]  # fmt: skip


MEGABYTE = "Words of no end. " * 70_000


@pytest.mark.parametrize("paper", [docx_of(f"1. {MEGABYTE}", "2. Two."), f"1. {MEGABYTE}\n\n2. Two.\n".encode()])
def test_a_paragraph_of_a_megabyte_is_read_and_marked(paper: bytes) -> None:
    found = read_file(paper)
    assert [p.num for p in found.paragraphs] == [1, 2]
    assert found.paragraphs[0].text == MEGABYTE.strip()
    assert [(f.where, f.code, f.page, f.line) for f in found.findings] == [("para-1", "too-long", 1, 1)]


def test_another_language_than_stated_is_a_finding() -> None:
    found = read(BODY, language="fr")
    assert [(f.where, f.code, f.values) for f in found.findings] == [
        ("document", "wrong-language", {"said": "Français", "found": "English"})
    ]


def test_a_paragraph_in_another_language_is_a_finding() -> None:
    french = "3. Le Groupe de travail a examiné la question et les réponses des délégations, par écrit."
    text = "\n\n".join(french if part.startswith("3.") else part for part in BODY.split("\n\n"))
    assert [(f.where, f.code) for f in read(text).findings] == [("para-3", "mixed-language")]


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    paper = docx.Document()
    paragraph = paper.add_paragraph("1. The Group met ")
    for tag, said in (("w:del", "twice"), ("w:ins", "three times")):
        change = OxmlElement(tag)
        change.set(qn("w:id"), "1")
        change.set(qn("w:author"), "A")
        kind = "w:delText" if tag == "w:del" else "w:t"
        change.append(parse_xml(f"<w:r {nsdecls('w')}><{kind}>{said}</{kind}></w:r>"))
        paragraph._p.append(change)
    paragraph.add_run(".")
    paper.add_paragraph("2. It rose.")
    out = io.BytesIO()
    paper.save(out)
    found = read_file(out.getvalue())
    assert found.paragraphs[0].text == "The Group met three times."
    assert [(f.code, f.values) for f in found.findings] == [("tracked-changes", {"inserted": "1", "deleted": "1"})]


def test_a_table_of_contents_is_compared_with_the_document() -> None:
    text = (
        "Contents\n\nI. Opening ........ 1-2 1\n\nII. Closing ........ 3-5 1\n\nIII. Thanks ........ 6 1\n\n"
        "I. Opening\n\n1. One.\n\n2. Two.\n\nII. Closing of it\n\n3. Three.\n\n4. Four.\n"
    )
    found = read(text)
    assert [(e.label, e.heading, e.paragraphs) for e in found.contents][:2] == [
        ("I.", "Opening", (1, 2)), ("II.", "Closing", (3, 5))
    ]  # fmt: skip
    said = [(f.where, f.says) for f in found.findings if f.code == "contents-differ"]
    assert said == [
        ("chapter-2", "contents-differ.words"), ("chapter-2", "contents-differ.paragraphs"),
        ("contents", "contents-differ.heading"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "labels"),
    [("lowerLetter", "a b z aa"), ("upperRoman", "I II XXVI XXVII"), ("chineseCounting", "一 二 二十六 二十七"),
     ("arabicAbjad", "أ ب ض ظ"), ("hindiNumbers", "١ ٢ ٢٦ ٢٧"), ("russianLower", "а б ы э"), ("bullet", "   "),
     ("decimalZero", "01 02 26 27")],
)  # fmt: skip
def test_numbers_of_a_word_processor_are_printed_as_it_prints_them(form: str, labels: str) -> None:
    assert " ".join(printed(n, form) for n in (1, 2, 26, 27)) == labels


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([PDF, DOCX]), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=8)
)
def test_a_damaged_file_is_read_or_refused(data: bytes, damage: list[tuple[float, bytes]]) -> None:
    torn = bytearray(data)
    for where, piece in damage:
        at = int(where * len(torn))
        torn[at : at + len(piece)] = piece
    with contextlib.suppress(Malformed):
        assert read_file(bytes(torn)).pages >= 1


SMALL = """#set page(height: 12cm)
1. The first paragraph{called} of the report, which is printed at the size of the text and runs over several lines.

2. The second.
#v(1fr)
#text(size: 7pt)[{small}]
"""


@pytest.mark.parametrize(
    ("called", "small", "notes"),
    [
        ("", "24 Rue des Exemples, Port Corvane", []),
        ("#super[1]", "1 A note on the first paragraph.", ["1"]),
        ("#super[1]", "24 Rue des Exemples\\ 1 A note on the first paragraph.", ["1"]),
        ("#super[2]", "24 Rue des Exemples, Port Corvane", []),
    ],
)
def test_small_print_that_begins_with_a_number_is_a_footnote_only_where_the_text_calls_it(
    called: str, small: str, notes: list[str]
) -> None:
    found = read_file(typst.compile(SMALL.format(called=called, small=small).encode()))
    assert [note.marker for note in found.footnotes] == notes
    assert ("Rue" in found.paragraphs[1].text) == ("Rue" in small)
    assert [f.code for f in found.findings if f.code.startswith("footnote")] == []
