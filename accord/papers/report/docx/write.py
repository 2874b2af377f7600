"""The parts of the document: text, footnotes, header and footer, the table of sources, properties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.report.docx.elements import R, W, data, el, package
from accord.papers.report.docx.runs import field, paragraph, runs
from accord.papers.report.docx.styles import WIDTH, language, styles
from accord.papers.report.gaps import tell
from accord.papers.report.masthead import made, masthead, title
from accord.papers.report.outline import Behind, Notes, is_division, outline, printable, sources
from accord.papers.report.values import Block, Report, Segment
from accord.words.catalogue import say

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = {
    "masthead": "Masthead",
    "note": "Text",
    "chapter": "Heading1",
    "section": "Heading2",
    "item": "Item",
    "agenda-item": "Item",
    "subitem": "Subitem",
}


def as_docx(report: Report) -> bytes:
    """The report as a .docx, the same bytes for the same record."""
    report = printable(report)
    writer = _Writer(report)
    parts = {
        "word/document.xml": data(writer.document()),
        "word/styles.xml": data(styles(report.language)),
        "word/settings.xml": data(_settings(report)),
        "word/footnotes.xml": data(writer.footnotes()),
        "word/header1.xml": data(writer.header(first=True)),
        "word/header2.xml": data(writer.header(first=False)),
        "word/footer1.xml": data(writer.footer()),
        "docProps/core.xml": _core(report),
    }
    kinds = {
        "word/document.xml": "document.main+xml",
        "word/styles.xml": "styles+xml",
        "word/settings.xml": "settings+xml",
        "word/footnotes.xml": "footnotes+xml",
        "word/header1.xml": "header+xml",
        "word/header2.xml": "header+xml",
        "word/footer1.xml": "footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    main = {
        "styles.xml": "styles",
        "settings.xml": "settings",
        "footnotes.xml": "footnotes",
        "header1.xml": "header",
        "header2.xml": "header",
        "footer1.xml": "footer",
    }
    return package(parts, kinds, main)


class _Writer:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.lang = report.language
        tree = outline(report.blocks)
        self._notes = Notes(tree.notes)
        self._called: list[tuple[str, Block]] = []
        self._titles = [block for block in tree.front if block.kind == "title"]
        self._marks: dict[str, str] = {}

    def document(self) -> etree._Element:
        """The text: masthead, front, body, what remains of the notes, the sources."""
        body = el("body")
        body.extend(self._masthead())
        for n, block in enumerate(self.report.blocks, 1):
            if block.kind != "footnote":
                body.extend(self._block(n, block))
        for note in self._notes.rest():
            mark = note.label.text if note.label else "*"
            body.append(paragraph("FootnoteText", self.lang, *self._plain(f"{mark} "), *self._words(note.segments)))
        body.extend(self._sources())
        body.append(_page(self.lang))
        return el("document", body)

    def _masthead(self) -> Iterator[etree._Element]:
        if self.report.issue.exercise:
            yield paragraph("Exercise", self.lang, *self._plain(say(self.lang, "paper.exercise")))
        ours = masthead(self.report)
        if ours is not None:
            yield paragraph("Organ", self.lang, *self._plain(f"{ours.organ}\t{ours.symbol}"))
            for line in ours.lines:
                yield paragraph("MastheadLine", self.lang, *self._plain(f"\t{line}"))

    def _block(self, n: int, block: Block) -> Iterator[etree._Element]:
        style = _STYLES.get(block.kind, "Text")
        if block.kind == "title":
            style = "Title" if self._titles and block is self._titles[-1] else "Subtitle"
        name = self._marks[block.unit] = f"unit_{n}"
        content = [el("bookmarkStart", id=n, name=name)]
        label = [] if block.label is None else list(runs(block.label.text, self.lang, block.label.provenance))
        if label and is_division(block):
            yield paragraph(style, self.lang, *content, *label, el("bookmarkEnd", id=n))
            if block.segments:
                yield paragraph(style, self.lang, *self._words(block.segments))
            return
        if label:
            content += [*label, *self._plain("\t")]
        content += self._words(block.segments)
        yield paragraph(style, self.lang, *content, el("bookmarkEnd", id=n))

    def _words(self, segments: Sequence[Segment]) -> Iterator[etree._Element]:
        for segment in segments:
            note = self._notes.take(segment.text) if segment.mark else None
            if note is not None:
                yield from self._call(segment.text, note)
            elif segment.mark:
                yield el("r", el("rPr", el("vertAlign", val="superscript")), *_texts(segment.text))
            else:
                yield from runs(segment.text, self.lang, segment.provenance, segment.language)

    def _call(self, mark: str, note: Block) -> Iterator[etree._Element]:
        """The indicator of a footnote: counted by the word processor where it counts as we do, else as printed."""
        self._called.append((mark, note))
        n = len(self._called)
        reference = el("footnoteReference", id=n)
        looks = el("rPr", el("rStyle", val="FootnoteReference"), *([el("rtl")] if self.lang == "ar" else []))
        run = el("r", looks, reference)
        if mark != str(n):
            reference.set(f"{{{W}}}customMarkFollows", "1")
            run.extend(_texts(mark))
        yield run

    def footnotes(self) -> etree._Element:
        """The footnotes, each under its indicator. Call after `document`."""
        found = el("footnotes")
        for n, (kind, line) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
        ):
            found.append(el("footnote", el("p", el("r", el(line))), type=kind, id=n - 1))
        for n, (mark, note) in enumerate(self._called, 1):
            own = [el("footnoteRef")] if mark == str(n) else _texts(mark)
            first = el("r", el("rPr", el("rStyle", val="FootnoteReference")), *own)
            words = [w for s in note.segments for w in runs(s.text, self.lang, s.provenance, s.language)]
            found.append(el("footnote", paragraph("FootnoteText", self.lang, first, *self._plain(" "), *words), id=n))
        return found

    def _sources(self) -> Iterator[etree._Element]:
        """The record, and the entries behind each paragraph."""
        yield el("p", el("r", el("br", type="page")))
        for code in ("paper.annex", "paper.sources.title"):
            yield paragraph("Subtitle", self.lang, *self._plain(say(self.lang, code)))
        yield paragraph("Made", self.lang, *self._plain(made(self.report)))
        yield paragraph("Made", self.lang, *self._plain(say(self.lang, "paper.sources.note")))
        counts = self.report.counts
        told = say(self.lang, "page.bound", bound=counts.bound, formula=counts.formula, quoted=counts.quoted)
        yield paragraph("Made", self.lang, *self._plain(told))
        rows = [one for one in sources(self.report) if one.facts or one.texts]
        if rows:
            yield self._table(rows)
            # A table is never the last thing in a document: a word processor wants a paragraph after it.
            yield el("p")
        for gap in self.report.gaps:
            yield paragraph("Made", self.lang, *self._plain(tell(gap, self.lang)))

    def _table(self, rows: Sequence[Behind]) -> etree._Element:
        widths = (1500, 4900, WIDTH - 6400)
        looks = el(
            "tblPr",
            *([el("bidiVisual")] if self.lang == "ar" else []),
            el("tblW", w=WIDTH, type="dxa"),
            _lines(),
            el("tblLayout", type="fixed"),
        )
        table = el("tbl", looks, el("tblGrid", *(el("gridCol", w=width) for width in widths)))
        heads = [say(self.lang, f"paper.{code}") for code in ("paragraph", "facts", "text")]
        first = el("tr", el("trPr", el("tblHeader")))
        first.extend(self._cell(self._plain(head), width) for head, width in zip(heads, widths, strict=True))
        table.append(first)
        for one in rows:
            mark = self._marks.get(one.unit)
            label = list(
                self._plain(one.label.rstrip(". -") if mark else f"{say(self.lang, 'paper.note')} {one.label}")
            )
            named = iter([el("hyperlink", *label, anchor=mark)] if mark else label)
            cells = (named, self._plain(_numbers(one.facts)), self._plain(_numbers(one.texts)))
            table.append(el("tr", *(self._cell(cell, width) for cell, width in zip(cells, widths, strict=True))))
        return table

    def _cell(self, content: Iterator[etree._Element], width: int) -> etree._Element:
        return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), paragraph("Cell", self.lang, *content))

    def _plain(self, words: str) -> Iterator[etree._Element]:
        return runs(words, self.lang)

    def header(self, first: bool) -> etree._Element:
        """On every page but the first the symbol; in an exercise, the mark on every page."""
        found = el("hdr")
        if self.report.issue.exercise and not first:
            found.append(paragraph("Exercise", self.lang, *self._plain(say(self.lang, "paper.exercise"))))
        shown = "" if first else self.report.issue.symbol or self.report.body
        found.append(paragraph("Header", self.lang, *self._plain(shown)) if shown else el("p"))
        return found

    def footer(self) -> etree._Element:
        """Job number of the version, page and pages."""
        job = self.report.issue.job
        pages = (*field("PAGE"), *runs("/", "en"), *field("NUMPAGES"))
        # From left to right in Arabic too, or the number of pages would stand before that of the page.
        if self.lang == "ar":
            return el("ftr", paragraph("Footer", "en", *pages, *runs(f"\t {job}", "en")))
        return el("ftr", paragraph("Footer", self.lang, *self._plain(f"{job} \t"), *pages))


def _texts(words: str) -> list[etree._Element]:
    found = el("t")
    found.text = words
    return [found]


def _numbers(entries: Sequence[int]) -> str:
    return ", ".join(str(n) for n in entries)


def _lines() -> etree._Element:
    return el(
        "tblBorders", *(el(side, val="single", sz=4, space=0, color="auto") for side in ("top", "bottom", "insideH"))
    )


def _page(lang: str) -> etree._Element:
    found = el("sectPr")
    for kind, n in (("first", 4), ("default", 5)):
        found.append(_reference("headerReference", kind, n))
    for kind in ("first", "default"):
        found.append(_reference("footerReference", kind, 6))
    found.append(el("footnotePr", el("numFmt", val="decimal")))
    found.append(el("pgSz", w=11906, h=16838))
    found.append(el("pgMar", top=1417, right=1134, bottom=1134, left=1134, header=709, footer=567, gutter=0))
    found.append(el("titlePg"))
    if lang == "ar":
        found.append(el("bidi"))
    return found


def _reference(name: str, kind: str, n: int) -> etree._Element:
    found = el(name, type=kind)
    found.set(f"{{{R}}}id", f"rId{n}")
    return found


def _settings(report: Report) -> etree._Element:
    own = language(report.language)
    own.tag = f"{{{W}}}themeFontLang"
    mode = el("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    notes = el("footnotePr", el("footnote", id=-1), el("footnote", id=0))
    return el("settings", el("zoom", percent=100), el("defaultTabStop", val=540), notes, el("compat", mode), own)


def _core(report: Report) -> bytes:
    """Title, language and the day of the record: the document knows no clock."""
    cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc, terms, xsi = (
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/2001/XMLSchema-instance",
    )
    root = etree.Element(f"{{{cp}}}coreProperties", nsmap={"cp": cp, "dc": dc, "dcterms": terms, "xsi": xsi})
    etree.SubElement(root, f"{{{dc}}}title").text = title(report)
    etree.SubElement(root, f"{{{dc}}}identifier").text = report.issue.symbol or report.body
    etree.SubElement(root, f"{{{dc}}}creator").text = "Accord"
    etree.SubElement(root, f"{{{dc}}}language").text = report.language
    for name in ("created", "modified"):
        found = etree.SubElement(root, f"{{{terms}}}{name}")
        found.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
        found.text = f"{report.issue.made_on.isoformat()}T00:00:00Z"
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
