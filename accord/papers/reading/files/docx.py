"""A DOCX as lines: one for each paragraph, with its number as printed, footnotes apart, changes taken as accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.reading import furniture
from accord.papers.reading.contents import read_contents
from accord.papers.reading.files.archive import Archive
from accord.papers.reading.files.numbering import Numbering, W
from accord.papers.reading.files.styles import Styles
from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.findings import finding
from accord.papers.reading.footnotes import Line, Note
from accord.papers.reading.lines import Lines, job_of
from accord.papers.reading.structs import Finding
from accord.papers.reading.text import clean

_SKIPPED = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sectPr", "tblPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
_TEXTBOX = f"{W}txbxContent"


def docx_lines(data: bytes) -> Lines:
    """The lines of a DOCX. Its `line` is the number of the paragraph, its `page` what the last printing left.

    Raises:
        Unreadable: no DOCX, a broken or locked one, too large, or without text.
    """
    archive = Archive(data)
    document = archive.xml("word/document.xml")
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise Unreadable("broken-docx", part="word/document.xml")
    reader = _Reader(archive)
    reader.read(body)
    running = [text for name in sorted(archive.names) if _is_running(name) for text in _texts(archive.xml(name))]
    texts = [line.text for line in reader.lines]
    symbol = furniture.own_symbol([*running, *running, *texts])
    contents, zone = read_contents(texts)
    lines = [line for n, line in enumerate(reader.lines) if n not in zone]
    if not any(line.text for line in lines):
        raise Unreadable("scanned", pages=reader.page)
    job = job_of([*running, *(text for text in texts if furniture.tokens_of(text))])
    found = tuple(_changes(body, archive))
    return Lines(
        tuple(lines), tuple(reader.notes()), reader.page, symbol, job[0], job[1], 0, {}, contents, found
    )  # fmt: skip


def _is_running(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _texts(root: etree._Element | None) -> list[str]:
    """The paragraphs of a header or footer."""
    if root is None:
        return []
    return [clean("".join(t.text or "" for t in p.iter(f"{W}t"))) for p in root.iter(f"{W}p")]


class _Reader:
    """One pass over the body, in order."""

    def __init__(self, archive: Archive) -> None:
        self.numbering = Numbering(archive.xml("word/numbering.xml"))
        self.styles = Styles(archive.xml("word/styles.xml"))
        self.bodies = _notes(archive, "footnote") | _notes(archive, "endnote")
        self.cited: list[tuple[str, str, int, int]] = []
        self.lines: list[Line] = []
        self.page = 1
        self.number = 0
        self.mark = 0

    def read(self, body: etree._Element) -> None:
        """Every paragraph of the body and of its tables, row by row, and of text boxes where they stand."""
        for element in _blocks(body):
            self._paragraph(element)

    def _paragraph(self, paragraph: etree._Element) -> None:
        self.number += 1
        page = self.page
        numbered = self.styles.numbered(paragraph)
        marks: list[tuple[int, str]] = []
        text = ""
        for element in _runs(paragraph):
            if element.tag == f"{W}t":
                text += "" if _is_mark(element) else element.text or ""
            elif element.tag in _BREAKS:
                if element.tag == f"{W}br" and element.get(f"{W}type") == "page":
                    self.page += 1
                text += _BREAKS[element.tag]
            elif element.tag == f"{W}lastRenderedPageBreak":
                self.page += 1
            elif element.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                marks.append((len(text), self._cite(element)))
        if not text.strip() and not marks:
            return
        label = self.numbering.label(*numbered) if numbered else ""
        lead = f"{label} " if label else ""
        tidy = clean(lead + text.replace("\n", " "))
        kept = tuple((len(clean(lead + text[:at].replace("\n", " ") + "\x00")) - 1, marker) for at, marker in marks)
        if not furniture.is_furniture(furniture.tokens_of(tidy), tidy, None, False):
            indent = self.styles.indent(paragraph, self.numbering.layout(*numbered) if numbered else None)
            self.lines.append(Line(tidy, page, self.number, 1, page != self._last_page(), kept, indent))

    def _last_page(self) -> int:
        return self.lines[-1].page if self.lines else 0

    def _cite(self, reference: etree._Element) -> str:
        """The mark of a footnote: its own, or the next number."""
        kind = "footnote" if reference.tag.endswith("footnoteReference") else "endnote"
        name = f"{kind} {reference.get(f'{W}id', '')}"
        if _has_own_mark(reference):
            run = reference.getparent()
            marker = "".join(t.text or "" for t in (run.iter(f"{W}t") if run is not None else ())).strip() or "*"
        else:
            self.mark += 1
            marker = str(self.mark)
        self.cited.append((name, marker, self.page, self.number))
        return marker

    def notes(self) -> Iterator[Note]:
        """The footnotes in the order in which they are cited."""
        for name, marker, page, number in self.cited:
            yield Note(marker, self.bodies.get(name, ""), page, number)


def _has_own_mark(reference: etree._Element) -> bool:
    """Whether the mark of a footnote is text of its run, rather than the next number."""
    return reference.get(f"{W}customMarkFollows") in ("1", "true", "on")


def _is_mark(text: etree._Element) -> bool:
    """Whether a text is the mark of a footnote, which stands after the reference in the same run."""
    return any(
        e.tag in (f"{W}footnoteReference", f"{W}endnoteReference") and _has_own_mark(e)
        for e in text.itersiblings(preceding=True)
    )


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs in order, whatever holds them; those of a text box before the one that it is tied to."""
    for element in parent:
        if element.tag == f"{W}p":
            for box in element.iter(_TEXTBOX):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _blocks(box)
            if not _merged(element):
                yield element
        elif isinstance(element.tag, str) and element.tag not in _SKIPPED:
            yield from _blocks(element)


def _merged(paragraph: etree._Element) -> bool:
    """Whether a paragraph was deleted, mark and all."""
    gone = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
    return gone is not None and not any(True for e in _runs(paragraph) if e.tag == f"{W}t" and e.text)


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    """What is printed in a paragraph: without deletions, field codes, text boxes, or the second of two choices."""
    for element in parent:
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or element.tag in (_TEXTBOX, _FALLBACK):
            continue
        hidden = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
        if hidden is not None and hidden.get(f"{W}val") not in ("0", "false"):
            continue
        yield element
        yield from _runs(element)


def _notes(archive: Archive, kind: str) -> dict[str, str]:
    """The texts of the footnotes or endnotes by kind and number."""
    root = archive.xml(f"word/{kind}s.xml")
    if root is None:
        return {}
    out = {}
    for note in root.iterfind(f"{W}{kind}"):
        if note.get(f"{W}type") in (None, "normal"):
            words = (
                "".join(e.text or "" if e.tag == f"{W}t" else _BREAKS.get(e.tag, "") for e in _runs(p))
                for p in _blocks(note)
            )
            out[f"{kind} {note.get(f'{W}id', '')}"] = clean(" ".join(words).replace("\n", " "))
    return out


def _changes(body: etree._Element, archive: Archive) -> Iterator[Finding]:
    """What the file holds besides its text: tracked changes, comments."""
    kinds = Counter(
        str(e.tag).removeprefix(W)
        for e in body.iter(f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom")
        if len(e) or e.tag
    )
    inserted, deleted = kinds["ins"] + kinds["moveTo"], kinds["del"] + kinds["moveFrom"]
    if inserted or deleted:
        yield finding("document", "tracked-changes", inserted=inserted, deleted=deleted)
    comments = archive.xml("word/comments.xml")
    if comments is not None and (count := len(comments.findall(f"{W}comment"))):
        yield finding("document", "comments-left-out", count=count)
