"""A draft as a word-processing document in UN layout: clean, or with open amendments as tracked changes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from lxml import etree  # type: ignore[import-untyped]
from msgspec.structs import replace

from accord.acts.values import Language
from accord.areas.negotiation.rows import AmendmentRow
from accord.papers.report.context import Context, Unresolved
from accord.papers.report.docx.elements import R, data, el, package, relations
from accord.papers.report.docx.runs import paragraph, runs
from accord.papers.report.docx.styles import styles
from accord.papers.report.issue import Read, issue
from accord.papers.report.names import party_words
from accord.papers.word.arranged import Leaf, leaves
from accord.papers.word.chosen import Chosen, chosen
from accord.papers.word.furniture import first_header, footer, header, properties, section, settings
from accord.papers.word.marking import Author, Marker, gone
from accord.papers.word.remarking import Comment, comments, comments_part
from accord.papers.word.sheet import PART, Sheet, bookmark, format_sheet
from accord.world.world import World

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = {
    "masthead": "Masthead",
    "title": "Title",
    "chapter": "Heading1",
    "section": "Heading2",
    "item": "Item",
    "agenda-item": "Item",
    "subitem": "Subitem",
}
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def as_word(
    world: World,
    draft: str,
    state: int,
    language: Language | None = None,
    *,
    amendments: bool | Sequence[str] = False,
    read: Read | None = None,
) -> bytes:
    """A draft as a .docx, the same bytes for the same record.

    Args:
        draft: the symbol under which it was tabled.
        state: the number of a state that it has.
        language: another than the draft's shows the units as translated, for reading: such a file gives no amendments.
        amendments: whether the open ones, or which of them, are shown as tracked changes of their sponsors, in the
            state that stands and the language of the draft.
        read: looks up an entry, for the moments at which amendments were admitted; without it changes have no date.
    """
    own = world.negotiation.tables.drafts[draft].act.language
    tracked = bool(amendments) and language in (None, own) and state == world.negotiation.state(draft)
    return _Writer(world, draft, state, language or own, read).write(amendments if tracked else False)


def authors_of(world: World, draft: str, language: str, read: Read | None, row: AmendmentRow) -> Author:
    """Whose an amendment is, in words, and when the record admitted it: the author of its tracked changes."""
    context = Context(world, "", draft, language)
    names = [_name(context, code) for code in row.holding() or row.act.sponsors]
    entry = None if read is None else read(row.entry)
    if entry is None:
        return Author(", ".join(names))
    moment = datetime.datetime.fromtimestamp(entry.admitted // 1_000_000, datetime.UTC)
    return Author(", ".join(names), f"{moment:%Y-%m-%dT%H:%M:%SZ}")


def _name(context: Context, code: str) -> str:
    try:
        return party_words(context, code, "name")
    except Unresolved:
        return code


class _Writer:
    def __init__(self, world: World, draft: str, state: int, language: Language, read: Read | None) -> None:
        self._world, self._draft, self._state, self._lang, self._read = world, draft, state, language, read
        self._view = world.negotiation
        rows = self._view.tables.amendments.get(draft, {})
        self._by_entry = {row.entry: row for row in rows.values()}
        self._marker = Marker(self._authors, language)
        self._moves: dict[str, int] = {}

    def _author(self, row: AmendmentRow) -> Author:
        return authors_of(self._world, self._draft, self._lang, self._read, row)

    def _authors(self, by: tuple[int, ...]) -> Author:
        """Of a change that several amendments make: all their sponsors, and the moment of the first."""
        every = [self._author(self._by_entry[entry]) for entry in by]
        return Author(", ".join(dict.fromkeys(one.name for one in every)), every[0].date)

    def write(self, amendments: bool | Sequence[str]) -> bytes:
        found: Chosen | None = None
        told: list[Comment] = []
        if amendments:
            found = chosen(self._view, self._draft, None if amendments is True else amendments)
            told = list(comments(self._view, self._draft, found, self._lang, self._author))
        printed = self._printed(leaves(self._view, self._draft, self._state, found.outcome if found else None))
        document = self._document(printed, told)
        about = issue(self._world, "", self._draft, self._lang)
        about = replace(about, symbol=self._symbol())
        sheet = Sheet(self._world.record, self._draft, self._state, self._lang, self._world.size)
        store = etree.Element(f"{{{_DATASTORE}}}datastoreItem", nsmap={"ds": _DATASTORE})
        store.set(f"{{{_DATASTORE}}}itemID", "{6B1C3A52-0D5A-4C7E-9D1B-5A0F0C1D2E3F}")
        parts = {
            "word/document.xml": data(document),
            "word/styles.xml": data(styles(self._lang)),
            "word/settings.xml": data(settings()),
            "word/comments.xml": data(comments_part(told, self._lang)),
            "word/header1.xml": data(first_header(about, self._lang, self._state)),
            "word/header2.xml": data(header(about, self._lang)),
            "word/footer1.xml": data(footer(self._lang)),
            "docProps/core.xml": properties(about, self._lang),
            PART: format_sheet(sheet),
            "customXml/itemProps1.xml": data(store),
            "customXml/_rels/item1.xml.rels": relations([(f"{R}/customXmlProps", "itemProps1.xml")]),
        }
        kinds = {
            "word/document.xml": "document.main+xml",
            "word/styles.xml": "styles+xml",
            "word/settings.xml": "settings+xml",
            "word/comments.xml": "comments+xml",
            "word/header1.xml": "header+xml",
            "word/header2.xml": "header+xml",
            "word/footer1.xml": "footer+xml",
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            "customXml/itemProps1.xml": _PROPERTIES,
        }
        main = {
            "styles.xml": "styles",
            "settings.xml": "settings",
            "comments.xml": "comments",
            "header1.xml": "header",
            "header2.xml": "header",
            "footer1.xml": "footer",
            f"../{PART}": "customXml",
        }
        return package(parts, kinds, main)

    def _symbol(self) -> str:
        """The symbol of the state: of its revision, or of the last before it that has one."""
        issued = [row.document for row in self._view.tables.revisions.get(self._draft, ())[: self._state]]
        return next((symbol for symbol in reversed(issued) if symbol), self._draft)

    def _printed(self, found: Sequence[Leaf]) -> Sequence[Leaf]:
        """The paragraphs, in another language than the draft's with their translations where there are any."""
        if self._lang == self._view.tables.drafts[self._draft].act.language:
            return found
        said = self._view.tables.translations.get(self._draft, {})
        facts = [(leaf, said.get(f"{self._lang}/{leaf.unit}")) for leaf in found]
        return [leaf if fact is None else replace(leaf, text=fact.act.text, edits=()) for leaf, fact in facts]

    def _document(self, found: Sequence[Leaf], told: Sequence[Comment]) -> etree._Element:
        body = el("body")
        ids: dict[str, list[int]] = {}
        for n, comment in enumerate(told):
            ids.setdefault(comment.unit, []).append(n)
        present = {leaf.unit for leaf in found}
        for number, leaf in enumerate(found):
            about = ids.get(leaf.unit, []) if leaf.role != "moved-from" else []
            if not number:
                about = [n for unit, some in ids.items() if unit not in present for n in some] + about
            body.append(self._leaf(number, leaf, about))
        # What amendments add at the end has a paragraph after it, so that it can be rejected whole.
        body.append(paragraph("Text", self._lang))
        body.append(section(self._lang, 4, 5, 6))
        return el("document", body)

    def _leaf(self, number: int, leaf: Leaf, about: Sequence[int]) -> etree._Element:
        content = list(self._words(leaf))
        for n in about:
            content.insert(0, el("commentRangeStart", id=n))
            content += [el("commentRangeEnd", id=n), el("r", el("commentReference", id=n))]
        if leaf.hash and leaf.role != "moved-to":
            name = bookmark(leaf.unit, leaf.hash)
            content = [el("bookmarkStart", id=number, name=name), *content, el("bookmarkEnd", id=number)]
        found = paragraph(_STYLES.get(leaf.kind, "Text"), self._lang, *content)
        mark = {"added": "ins", "deleted": "del", "moved-from": "moveFrom", "moved-to": "moveTo"}.get(leaf.role)
        if mark is not None:
            found[0].append(el("rPr", self._marker.mark(mark, leaf.by)))
        return found

    def _words(self, leaf: Leaf) -> Iterator[etree._Element]:
        label = list(runs(f"{printed_label(leaf)}\t", self._lang)) if leaf.number else []
        if leaf.role == "stands":
            yield from label
            yield from self._marker.edited(leaf.text, leaf.edits) if leaf.edits else runs(leaf.text, self._lang)
            return
        whole = [*label, *runs(leaf.text, self._lang)]
        if leaf.role == "deleted":
            yield self._marker.mark("del", leaf.by, *gone(whole))
        elif leaf.role == "added" and leaf.edits:
            if label:
                yield self._marker.mark("ins", leaf.by, *label)
            yield from self._marker.edited("", leaf.edits)
        elif leaf.role == "added":
            yield self._marker.mark("ins", leaf.by, *whole)
        else:
            name = "moveFrom" if leaf.role == "moved-from" else "moveTo"
            place = self._moves.setdefault(leaf.unit, len(self._moves))
            # Word pairs the two ends of a move by the name of their ranges.
            ends = 2 * place + (name == "moveTo") + 100_000
            start = self._marker.mark(f"{name}RangeStart", leaf.by)
            start.set(start.tag.replace(f"{name}RangeStart", "id"), str(ends))
            start.set(start.tag.replace(f"{name}RangeStart", "name"), f"move{place + 1}")
            yield start
            yield self._marker.mark(name, leaf.by, *whole)
            yield el(f"{name}RangeEnd", id=ends)


def printed_label(leaf: Leaf) -> str:
    """The number or label as printed: a paragraph's has a point after it, unless it has a sign of its own."""
    return f"{leaf.number}." if leaf.kind == "paragraph" and leaf.number[-1:].isalnum() else leaf.number


def file_name(draft: str, state: int, language: str, tracked: bool) -> str:
    """A name for the file, in letters that every system takes.

    >>> file_name("A/AC.900/L.1", 2, "fr", True)
    'A-AC.900-L.1-2-fr-amendments.docx'
    """
    safe = "".join(c if c.isascii() and (c.isalnum() or c in ".-") else "-" for c in draft)
    return f"{safe}-{state}-{language}{'-amendments' if tracked else ''}.docx"
