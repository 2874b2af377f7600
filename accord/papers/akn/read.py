"""Akoma Ntoso read again: a `debateReport` as the blocks of a report, and as the units of a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, cast

import msgspec
from lxml import etree  # type: ignore[import-untyped]

from accord.papers.akn.elements import LANG
from accord.papers.akn.names import NAMESPACE, OWN
from accord.papers.reading.structs import Mark, Unit
from accord.papers.report.values import Block, Gap, Issue, Provenance, Report, Segment
from accord.words.languages import CODES, LANGUAGES

LARGEST = 20_000_000
"""Bytes of a document."""
DEEPEST = 40
"""Levels of parts within parts."""

_KINDS = {"section": "chapter", "title": "section", "paragraph": "paragraph", "hcontainer": "note"}
_PARTS = frozenset((*_KINDS, "list", "point"))
_DEPTH = {"item": 1, "agenda-item": 1, "subitem": 2}
_ENTRY = re.compile(r"#entry_([0-9]{1,16})")


class NotAkn(ValueError):
    """No report in Akoma Ntoso."""


def read_akn(data: bytes) -> Report:
    """The report that a `debateReport` holds.

    One of ours comes back with every word's origin and entries; of another, all words are the document's own.

    Raises:
        NotAkn: no XML, with a document type, too large or too deep, no `debateReport`, or in none of the six languages.
    """
    root = _parsed(data)
    paper = root.find(_name("debateReport"))
    if root.tag != _name("akomaNtoso") or paper is None:
        raise NotAkn("no debateReport of Akoma Ntoso 3.0")
    language = _language(paper)
    own = paper.find(f".//{{{OWN}}}report")
    reader = _Reader()
    blocks = [*reader.front(paper), *reader.body(paper)]
    given = {} if own is None else dict(own.attrib)
    symbol = paper.find(f".//{_name('FRBRWork')}/{_name('FRBRalias')}[@name='symbol']")
    return Report(
        symbol=given.get("symbol", "" if symbol is None else symbol.get("value", "")),
        body=given.get("body", ""),
        language=language,
        made="formulas" if given.get("made") == "formulas" else "units",
        blocks=(*blocks, *reader.notes),
        gaps=() if own is None else tuple(_gap(gap) for gap in own),
        issue=Issue(
            record=given.get("record", ""), symbol=given.get("symbol", ""), exercise=given.get("exercise") == "true"
        ),
    )


def _gap(one: etree._Element) -> Gap:
    """A gap as its attributes tell it.

    Raises:
        NotAkn: it has no code of a gap.
    """
    try:
        return msgspec.convert(dict(one.attrib), Gap)
    except msgspec.ValidationError as error:
        raise NotAkn(f"no gap of a report: {error}") from None


def units(report: Report) -> tuple[Unit, ...]:
    """The blocks of a report as units of a reading: footnote indicators out of the text, each with its place."""
    out = []
    for line, block in enumerate(report.blocks, 1):
        text, marks = "", []
        for segment in block.segments:
            if segment.mark:
                marks.append(Mark(segment.text, len(text)))
            else:
                text += segment.text
        out.append(Unit(block.unit, block.kind, block.label.text if block.label else "", text, 0, line, tuple(marks)))
    return tuple(out)


class _Reader:
    def __init__(self) -> None:
        self.notes: list[Block] = []

    def front(self, paper: Any) -> Iterator[Block]:
        """The blocks of the preface; what a masthead of ours adds is left out."""
        for line in paper.iterfind(f"{_name('preface')}//{_name('p')}"):
            kind = line.get("class", "note")
            if not kind.startswith("issue") and _local(line.getparent()) != "authorialNote":
                yield Block(_unit(line), kind, None, tuple(self._segments(line)))

    def body(self, paper: Any) -> Iterator[Block]:
        """The blocks of the text, then the footnotes that nothing called."""
        main = paper.find(_name("mainBody"))
        if main is None:
            raise NotAkn("a debateReport without mainBody")
        yield from self._parts(main, 0, 0)
        for line in paper.iterfind(f"{_name('conclusions')}/{_name('p')}[@class='footnotes']"):
            list(self._segments(line))

    def _parts(self, above: Any, lists: int, depth: int) -> Iterator[Block]:
        if depth > DEEPEST:
            raise NotAkn(f"parts within parts deeper than {DEEPEST}")
        for part in above:
            name = _local(part)
            if name not in _PARTS:
                continue
            if name == "list":
                yield from self._parts(part, lists + 1, depth + 1)
                continue
            kind = part.get("class") or part.get("name") or _KINDS.get(name) or ("item" if lists < 2 else "subitem")
            label = part.find(_name("num"))
            marked = None if label is None else next(self._segments(label), None)
            lines = [part.find(_name("heading"))] if kind in ("chapter", "section") else self._lines(part)
            segments = tuple(segment for line in lines if line is not None for segment in self._segments(line))
            yield Block(_unit(part), kind, marked, segments, _DEPTH.get(kind, 0))
            yield from self._parts(part, lists, depth + 1)

    def _lines(self, part: Any) -> list[Any]:
        return [
            line for holder in part if _local(holder) in ("intro", "content") for line in holder.iterfind(_name("p"))
        ]

    def _segments(self, line: Any, depth: int = 0) -> Iterator[Segment]:
        """The words of a line with their origins; an element that says none hands on those of what is in it."""
        if line.text:
            yield Segment(line.text, "quoted") if depth == 0 else _segment(line, line.text)
        for part in line:
            name = _local(part)
            if name == "authorialNote":
                mark = part.get("marker", "")
                yield _segment(part, mark, mark=True)
                words = tuple(s for p in part.iterfind(_name("p")) for s in self._segments(p))
                self.notes.append(Block(_unit(part), "footnote", Segment(mark, "formula"), words))
            elif name == "sup":
                yield _segment(part, part.text or "", mark=True)
            elif name:
                yield from self._segments(part, depth + 1)
            if part.tail:
                yield Segment(part.tail, "quoted")


def _segment(element: Any, text: str, mark: bool = False) -> Segment:
    given = element.get("class")
    provenance: Provenance = given if given in ("bound", "formula", "quoted") else "quoted"
    entries = tuple(int(n) for n in _ENTRY.findall(element.get("refersTo", "")))
    return Segment(text, provenance, entries, mark, element.get(LANG, ""))


def _parsed(data: bytes) -> Any:
    if len(data) > LARGEST:
        raise NotAkn(f"larger than {LARGEST} bytes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAkn(f"no XML: {error}") from None
    if root.getroottree().docinfo.doctype:
        raise NotAkn("a document type is not read")
    return root


def _language(paper: Any) -> Literal["ar", "zh", "en", "fr", "ru", "es"]:
    found = paper.find(f".//{_name('FRBRExpression')}/{_name('FRBRlanguage')}")
    wanted = "" if found is None else found.get("language", "")
    for code in CODES:
        if wanted in (code, LANGUAGES[code].iso639_2):
            return cast(Literal["ar", "zh", "en", "fr", "ru", "es"], code)
    raise NotAkn(f"the language {wanted!r} is none of the six")


def _unit(element: Any) -> str:
    return str(element.get("wId") or element.get("eId") or "")


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _local(element: Any) -> str:
    """The name of an element of Akoma Ntoso; empty for comments and all others."""
    tag = element.tag
    return tag[len(NAMESPACE) + 2 :] if isinstance(tag, str) and tag.startswith(f"{{{NAMESPACE}}}") else ""
