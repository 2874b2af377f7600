"""What can be said about texts: units with bound slots, patterns of lists, consideration, adoption."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Body, Day, Document, Index, Label, Language, Line, Party, Source, Value, Words
from accord.acts.vocabulary import Act

Register = Literal[
    "body",
    "officer",
    "friend",
    "agenda",
    "modalities",
    "service",
    "document",
    "version",
    "meeting",
    "panel",
    "statement",
    "introduction",
    "submission",
    "theme",
    "party",
    "consideration",
    "adoption",
    "unit",
]


Member = Annotated[str, Meta(pattern=r"^[!-~][ -~]{0,127}$(?!\n)", max_length=128)]
"""The key of a member of a list: ASCII, as keys of the canonical spelling are."""


class Slot(Value):
    """A place in a text that a record fills.

    `of` and `key` name the record (`document`, `A/AC.281/WP.4`), `part` the fact of it
    (`sponsors`), `form` how it is written (`short`, `day-month`, `list`). An empty key in
    a pattern means the item at hand. `joints` are the separators as printed where they
    are not the language's own; `forms` says which members of a list are written otherwise
    than the others. The register `unit` stands for a footnote: its number in the text.
    """

    of: Register
    key: Line | None = None
    part: Label
    form: Label | None = None
    joints: tuple[Annotated[str, Meta(max_length=20)], ...] = ()
    forms: dict[Member, Label] = {}
    order: Literal["recorded", "language"] = "recorded"
    """Of a list: as it was recorded, or in the order of the language, as translations print it."""


Piece = Words | Slot
"""Words as the document writes them, or a slot."""

UnitKind = Literal[
    "masthead",
    "title",
    "note",
    "chapter",
    "section",
    "paragraph",
    "item",
    "subitem",
    "agenda-item",
    "footnote",
]


class RecordUnit(Act, tag="unit.record/1"):
    """A unit of a document's text in one language: its words, and slots bound to records.

    The words are the document's and live in the record. Rendering the slots from the
    record gives the text back; correct one record and exactly its words change.
    """

    document: Document
    unit: Label
    language: Language
    kind: UnitKind
    number: Annotated[str, Meta(max_length=20)] = ""
    """The paragraph's number or the item's label as printed; empty where there is none."""
    place: Annotated[int, Meta(ge=1, le=1_000_000)]
    """The order of units in the document."""
    pieces: tuple[Piece, ...] = ()
    anchor: Label | None = None
    """Of a footnote: the unit in which its indicator stands."""
    about: Party | None = None
    """Of a footnote: the party after whose name the indicator stands."""
    source: Source | None = None
    corrects: Index | None = None


class RecordPattern(Act, tag="pattern.record/1"):
    """How a document writes the items of one of its lists: the words around the slots, learnt from the document.

    The list stands after the unit `under` and is made from the register in full, so an
    item that is added to the record appears, in the words of its kind. `only` names the
    one record whose item is written differently.
    """

    document: Document
    language: Language
    under: Label
    of: Register
    case: Label = "any"
    """Which items: a kind of document, `with-affiliation`, ..."""
    only: Line | None = None
    pieces: tuple[Piece, ...]
    end: Annotated[str, Meta(max_length=10)] | None = None
    """What closes an item, where it is not the language's own sign."""
    source: Source | None = None
    corrects: Index | None = None


class StrikeText(Act, tag="text.strike/1"):
    """Deletes a unit, or a pattern of the items under it, that the document does not have; the struck entry stays.

    The one who recorded it may strike it, and the secretariat.
    """

    document: Document
    language: Language
    unit: Label
    of: Register | None = None
    """Of a pattern: the register of its list, with its case and the one record it is about."""
    case: Label = "any"
    only: Line | None = None
    source: Source | None = None


class ConsiderReport(Act, tag="report.consider/1"):
    """The body considered its report on these days, under an item of its agenda (A/68/514 ¶51)."""

    body: Body
    document: Document
    agenda_item: Annotated[int, Meta(ge=1, le=10_000)] | None = None
    days: tuple[Day, ...]
    source: Source | None = None
    corrects: Index | None = None


class AdoptReport(Act, tag="report.adopt/1"):
    """The body adopted its report, contained in drafts, orally revised or not (A/68/514 ¶52).

    The mode is what the source says, else unknown.
    """

    body: Body
    document: Document
    drafts: tuple[Document, ...]
    on: Day
    orally_revised: bool = False
    mode: Literal["consensus", "without-a-vote", "vote", "unknown"] = "unknown"
    source: Source | None = None
    corrects: Index | None = None


ACTS = (RecordUnit, RecordPattern, StrikeText, ConsiderReport, AdoptReport)
