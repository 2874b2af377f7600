"""What a document consists of: its units in order, its tree, its footnotes, and what to look at.

A `Unit` is one block of the document; a `Span` says which fact some of its characters state. The
facts themselves are records (`records.py`).
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


class Span(Struct, frozen=True):
    """Characters [start, end) of a unit's text that state one fact.

    `kind` names the fact ("symbol", "sponsors", "date", ...), `ref` the record that holds it
    ("A/AC.281/WP.4", "panel-d", "meeting-1", "officer-1"; for facts without a record the value
    itself), `form` how it is printed (for a list its separators, joined by "|"; for a date the
    parts printed, of y, m and d), `value` the fact in one spelling (ISO day, ISO 3166 code, number,
    normalised symbol; several joined by ","). The span of a list runs from its first member's article
    to its last member's bracket; the parts inside leave articles and brackets out.
    """

    start: int
    end: int
    kind: str
    ref: str
    form: str = ""
    value: str = ""


class Mark(Struct, frozen=True):
    """A footnote indicator: it stood before the character `offset` of the unit's text."""

    marker: str
    offset: int


class Unit(Struct, frozen=True):
    """One block of the document: `label` as printed, `text` in normalised spacing.

    `spans` do not overlap. `parts` are the members inside those spans that are lists (also without
    overlap): a consumer binds a whole list by `spans`, or one member by `parts`. `within` is the annex
    or part ("annex-1") in which the unit is counted anew; its id begins with it.
    """

    id: str
    kind: str
    label: str
    text: str
    page: int
    line: int
    refs: tuple[Mark, ...] = ()
    spans: tuple[Span, ...] = ()
    parts: tuple[Span, ...] = ()
    within: str = ""

    @property
    def number(self) -> int:
        """Of a chapter or a paragraph: its number.

        >>> Unit("annex-1-para-12x2", "paragraph", "12.", "", 1, 1, within="annex-1").number
        12
        """
        return int(self.id.removeprefix(f"{self.within}-").split("-")[1].split("x")[0])


class Item(Struct, frozen=True):
    """A lettered item of a paragraph, or an item beneath one."""

    label: str
    text: str
    subitems: tuple[Item, ...] = ()
    page: int = 0
    line: int = 0


class ListItem(Struct, frozen=True):
    """A numbered item of a list inside a paragraph (an agenda)."""

    num: int
    text: str
    page: int = 0
    line: int = 0


class Paragraph(Struct, frozen=True):
    """A numbered paragraph of the document: its text, what is listed under it, and where it stands."""

    num: int
    text: str
    subitems: tuple[Item, ...] = ()
    list_items: tuple[ListItem, ...] = ()
    footnote_refs: tuple[Mark, ...] = ()
    page: int = 0
    line: int = 0


class Section(Struct, frozen=True):
    """`paragraphs` are numbers of paragraphs."""

    num: str
    heading: str
    paragraphs: tuple[int, ...] = ()
    page: int = 0
    line: int = 0


class Chapter(Struct, frozen=True):
    """`paragraphs` are those before its first section."""

    num: str
    n: int
    heading: str
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[int, ...] = ()
    page: int = 0
    line: int = 0


class Part(Struct, frozen=True):
    """A part, annex or appendix (`kind`), with the chapters and the paragraphs that count anew in it.

    `unit` is the id of its heading, which stands before the ids of what counts anew; `num` is its label as printed.
    """

    unit: str
    kind: str
    num: str
    heading: str
    chapters: tuple[Chapter, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    page: int = 0
    line: int = 0


class Footnote(Struct, frozen=True):
    """`ref_in` is the id of the unit that carries the indicator."""

    marker: str
    text: str
    page: int
    line: int
    ref_in: str | None = None


class ContentsEntry(Struct, frozen=True):
    """A line of the printed table of contents: first and last paragraph, and page, where it gives them."""

    label: str
    heading: str
    paragraphs: tuple[int, int] | None = None
    page: int | None = None


class Finding(Struct, frozen=True):
    """Something a reader should look at: `where` is a unit id, `code` a stable name."""

    where: str
    code: str
    detail: str
    """In English."""
    says: str = ""
    """The words `detail.<says>` that say it in every language; empty where there are English ones only."""
    values: dict[str, str] = {}
    """What fills the places of those words."""
    page: int = 0
    line: int = 0
    """Where `where` stands; 0 where it stands nowhere, like what is missing."""
    file: str = ""
    """Which of several files it is in."""

    def at(self, file: str, page: int, line: int) -> Finding:
        """The finding at a place of a file."""
        return replace(self, file=file, page=page, line=line)
