"""What a reading consists of: the typed values, and how they become the JSON of `accord read`.

Places: a `Unit` is one block of the document in order; a `Span` says which fact some of its
characters state. Records (`Document`, `Panel`, ...) hold the facts; a span's `ref` is the key of
the record, its `value` what the characters say there.
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
    overlap): a consumer binds a whole list by `spans`, or one member by `parts`.
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


class Masthead(Struct, frozen=True):
    """What stands above the title: session, agenda item, distribution, date, language; `None` where not printed."""

    session: str | None = None
    session_number: int | None = None
    agenda_item: str | None = None
    agenda_item_title: str | None = None
    distribution: str | None = None
    date: str | None = None
    original_language: str | None = None


class Note(Struct, frozen=True):
    """The note by which the document is transmitted."""

    heading: str
    text: str
    by: str | None = None


class Document(Struct, frozen=True):
    """A document of the list of documents. `symbol` is as printed, `normal` in the usual spelling."""

    item: str
    symbol: str
    title: str
    sponsors: tuple[str, ...] = ()
    type: str = "other"
    panel: str | None = None
    panel_number: int | None = None
    normal: str = ""
    page: int = 0
    unit: str = ""


class Person(Struct, frozen=True):
    """Who leads a discussion: a name and a State, or an office (`role`)."""

    name: str | None = None
    state: str | None = None
    role: str | None = None


class Panellist(Struct, frozen=True):
    """A panellist and the organisation named in brackets, in full and in short where printed so."""

    name: str
    affiliation: str | None = None
    affiliation_abbr: str | None = None


class Panel(Struct, frozen=True):
    """A panel: its item in the list, its theme, who moderated and who spoke."""

    item: str
    theme: str
    moderator: Person
    panellists: tuple[Panellist, ...] = ()
    page: int = 0
    ref: str = ""


class Theme(Struct, frozen=True):
    """A theme of the discussion and who led it."""

    item: str
    title: str
    moderator: Person
    ref: str = ""


class Agenda(Struct, frozen=True):
    """The agenda as adopted: the symbol of its document, the day, its items, and the paragraph that says so."""

    symbol: str | None
    adopted: str | None
    items: tuple[ListItem, ...]
    paragraph: int


class Officer(Struct, frozen=True):
    """A person who holds an office of the body: for which State, elected when and how, as far as the document says."""

    name: str
    state: str | None = None
    name_latin: str | None = None
    role: str | None = None
    elected: str | None = None
    by: str | None = None


class Officers(Struct, frozen=True):
    """The chair, the States of the Friends of the Chair, and whoever else holds an office."""

    chair: Officer | None = None
    friends_of_the_chair: tuple[str, ...] = ()
    others: tuple[Officer, ...] = ()


class StateSpeaker(Struct, frozen=True):
    """A State that made a statement: for which group, if any, in which paragraph, on which days."""

    state: str
    on_behalf_of: str | None = None
    paragraph: int = 0
    dates: tuple[str, ...] = ()
    ref: str = ""


class OtherSpeaker(Struct, frozen=True):
    """An organisation or an official: a name, for whom, when."""

    name: str
    on_behalf_of: str | None = None
    paragraph: int = 0
    dates: tuple[str, ...] = ()
    ref: str = ""


class Statements(Struct, frozen=True):
    """Who spoke: States, organisations of civil society, officials, each in the order printed."""

    states: tuple[StateSpeaker, ...] = ()
    civil_society: tuple[OtherSpeaker, ...] = ()
    officials: tuple[OtherSpeaker, ...] = ()


class Introduction(Struct, frozen=True):
    """Papers introduced by States, for themselves or others, as one place of a paragraph says."""

    introduced_by: tuple[str, ...]
    on_behalf_of: tuple[str, ...] = ()
    jointly: bool = False
    paragraph: int = 0
    dates: tuple[str, ...] = ()
    ref: str = ""


class Submission(Struct, frozen=True):
    """An organisation that handed in papers, as a paragraph says."""

    name: str
    paragraph: int
    ref: str = ""


class Meeting(Struct, frozen=True):
    """Meetings of one kind on a day, or over a period ("2013-05-14/2013-05-24")."""

    type: str
    dates: tuple[str, ...]
    place: str | None = None


class Mandate(Struct, frozen=True):
    """`contributors` are the kinds of participants beside States that the mandate names (see `Modalities`)."""

    resolution: str
    title: str | None = None
    paragraphs: tuple[int, ...] = ()
    max_working_days: int | None = None
    year: int | None = None
    place: str | None = None
    reports_to_session: int | None = None
    contributors: tuple[str, ...] = ()


class Service(Struct, frozen=True):
    """Who provides secretariat and substantive support: the name as printed, without article."""

    provider: str
    paragraph: int
    ref: str = "secretariat"


class Opening(Struct, frozen=True):
    """Who opened a meeting: an office as printed, without article; no name is given.

    `meeting` is the ref of the meeting ("meeting-1"), `election` whether the same official oversaw the election.
    """

    office: str
    paragraph: int
    meeting: str | None = None
    date: str | None = None
    election: bool = False
    ref: str = "opening"


class Modalities(Struct, frozen=True):
    """Which kinds of participants take part beside States, and the day of the decision.

    `admitted` is as printed, `kinds` the same one by one: "international-organisations", "civil-society", "academia".
    """

    paragraph: int
    date: str | None = None
    admitted: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    ref: str = "modalities"


class Count(Struct, frozen=True):
    """A number of meetings that a paragraph states; `of` is their kind, "all" for meetings without more."""

    of: str
    number: int
    paragraph: int


class Adoption(Struct, frozen=True):
    """How the body came to its report: days of consideration and adoption, drafts, mode; days in ISO form."""

    paragraphs: tuple[int, ...]
    considered: tuple[str, ...] = ()
    adopted: str | None = None
    drafts: tuple[str, ...] = ()
    orally_revised: bool = False
    mode: str | None = None
    agenda_item: int | None = None


class Group(Struct, frozen=True):
    """A group of States that the document explains, and who says so."""

    name: str
    members: tuple[str, ...]
    source: str


class Concordance(Struct, frozen=True):
    """The reader's own matching, by likeness of words.

    Symbol of a summary -> item of its panel; item of a theme -> unit id of its section.
    """

    summaries: dict[str, str] = {}
    sections: dict[str, str] = {}


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
