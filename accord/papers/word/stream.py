"""A returned file as one stream of stretches: words and ends of paragraphs, each kept, put or dropped, and by whom.

Nothing is accepted or rejected here: the text before and the text after are both read off the stream. What is no text
of the draft (notes, pictures, tables) is a finding with the number of the paragraph, and never lost silently.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree  # type: ignore[import-untyped]
from msgspec import Struct

from accord.papers.reading.files.archive import Archive
from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.report.docx.elements import W as NAMESPACE
from accord.papers.word.sheet import digits

W = f"{{{NAMESPACE}}}"

MOST_STRETCHES = 400_000
MOST_CHARACTERS = 10_000_000

_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_HOLDERS = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "dir",
        "bdo",
        "tbl",
        "tr",
        "tc",
    )
)
_OBJECTS = frozenset(
    {f"{W}{name}" for name in ("drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference", "altChunk")}
    | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"}
    | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}oMathPara"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)
"""What a word processor can put between words, and a unit of a draft cannot hold."""


class Mark(Struct, frozen=True):
    """Who changed something, when, and the name of the move that it is part of."""

    author: str
    date: str = ""
    move: str = ""


UNTRACKED = Mark("", "untracked")
"""What is found only by comparing: somebody had switched tracking off."""


class Stretch(Struct, frozen=True):
    """Words that were kept, put or dropped, or (`end`) the end of a paragraph; cut wherever the file cuts them."""

    text: str
    put: Mark | None
    gone: Mark | None
    paragraph: int
    page: int
    end: bool = False


class Mentioned(Struct, frozen=True):
    """Something of which a person should know, that is no text: what, how often, in which paragraph."""

    what: str
    paragraph: int
    page: int
    words: str = ""


class Stream(Struct, frozen=True):
    """The text of a file, before and after its changes."""

    stretches: tuple[Stretch, ...]
    bookmarks: dict[str, int]
    """The digits of each bookmark of ours, and the paragraph in which it begins."""
    comments: dict[str, int]
    """The number of each comment, and the stretch before which it begins."""
    mentioned: tuple[Mentioned, ...]


def read_stream(archive: Archive, most: int = MOST_STRETCHES) -> Stream:
    """The text of a file.

    Raises:
        Unreadable: broken, without a body, or of more parts than any document has.
    """
    root = archive.xml("word/document.xml")
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise Unreadable("broken-docx", part="word/document.xml")
    reader = _Reader(most)
    reader.read(body, None, None)
    return Stream(tuple(reader.stretches), reader.bookmarks, reader.comments, tuple(reader.mentioned))


class _Reader:
    """One pass over the body, in order; what is nested deeper than documents are is not read."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.stretches: list[Stretch] = []
        self.bookmarks: dict[str, int] = {}
        self.comments: dict[str, int] = {}
        self.mentioned: list[Mentioned] = []
        self._moves: dict[str, str] = {}
        self._paragraph, self._page, self._depth, self._size = 1, 1, 0, 0

    def read(self, parent: etree._Element, put: Mark | None, gone: Mark | None) -> None:
        """What stands in an element, in order; all of it put or dropped where the element is."""
        self._depth += 1
        if self._depth > 60:
            raise Unreadable("too-much")
        for element in parent:
            if isinstance(element.tag, str):
                self._element(element, put, gone)
        self._depth -= 1

    def _element(self, element: etree._Element, put: Mark | None, gone: Mark | None) -> None:
        name = element.tag.removeprefix(W)
        if name == "p":
            self.read(element, put, gone)
            self._end(element)
        elif name == "r":
            if not _hidden(element):
                self.read(element, put, gone)
        elif name in ("t", "delText"):
            self._add(element.text or "", put, gone)
        elif name in _SIGNS:
            if name == "br" and element.get(f"{W}type") == "page":
                self._page += 1
            else:
                self._add(_SIGNS[name], put, gone)
        elif name in ("ins", "moveTo"):
            self.read(element, self._mark(element, name), gone)
        elif name in ("del", "moveFrom"):
            self.read(element, put, self._mark(element, name))
        elif name in ("moveFromRangeStart", "moveToRangeStart"):
            self._moves[f"{name[:-10]}{element.get(f'{W}id')}"] = element.get(f"{W}name", "")
        elif name in ("moveFromRangeEnd", "moveToRangeEnd"):
            self._moves.pop(f"{name[:-8]}{element.get(f'{W}id')}", None)
        elif name == "bookmarkStart":
            if found := digits(element.get(f"{W}name", "")):
                self.bookmarks.setdefault(found, self._paragraph)
        elif name in ("commentRangeStart", "commentReference"):
            self.comments.setdefault(element.get(f"{W}id", ""), len(self.stretches))
        elif name == "lastRenderedPageBreak":
            self._page += 1
        elif element.tag in _OBJECTS:
            self._mention(name.rpartition("}")[2], element)
        elif element.tag in _HOLDERS:
            if name == "tbl":
                self._mention(name, element)
            self.read(element, put, gone)

    def _add(self, words: str, put: Mark | None, gone: Mark | None) -> None:
        if not words:
            return
        self._size += len(words)
        if self._size > MOST_CHARACTERS or len(self.stretches) > self._most:
            raise Unreadable("too-much")
        self.stretches.append(Stretch(words, put, gone, self._paragraph, self._page))

    def _end(self, element: etree._Element) -> None:
        marks = element.find(f"{W}pPr/{W}rPr")
        put, gone = None, None
        for one in () if marks is None else marks:
            if one.tag in (f"{W}ins", f"{W}moveTo"):
                put = self._mark(one, one.tag.removeprefix(W))
            elif one.tag in (f"{W}del", f"{W}moveFrom"):
                gone = self._mark(one, one.tag.removeprefix(W))
        if len(self.stretches) > self._most:
            raise Unreadable("too-much")
        self.stretches.append(Stretch("", put, gone, self._paragraph, self._page, end=True))
        self._paragraph += 1

    def _mark(self, element: etree._Element, name: str) -> Mark:
        move = next((given for key, given in self._moves.items() if key.startswith(name)), "")
        return Mark(element.get(f"{W}author", ""), element.get(f"{W}date", ""), move)

    def _mention(self, what: str, element: etree._Element) -> None:
        words = "".join(t.text or "" for t in element.iter() if str(t.tag).endswith("}t"))
        self.mentioned.append(Mentioned(what, self._paragraph, self._page, words[:200]))


def _hidden(run: etree._Element) -> bool:
    found = run.find(f"{W}rPr/{W}vanish")
    return found is not None and found.get(f"{W}val") not in ("0", "false")


def counted(mentioned: tuple[Mentioned, ...]) -> dict[tuple[str, int, int], tuple[int, str]]:
    """What was mentioned in each paragraph: how often, and the first words of it."""
    counts = Counter((one.what, one.paragraph, one.page) for one in mentioned)
    words = {(one.what, one.paragraph, one.page): one.words for one in reversed(mentioned)}
    return {key: (count, words[key]) for key, count in counts.items()}
