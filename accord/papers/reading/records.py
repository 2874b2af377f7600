"""The facts that a document states, as typed values: papers, panels, officers, speakers, meetings, the mandate.

A span's `ref` is the key of the record that its characters speak of, its `value` what they say there.
"""

from __future__ import annotations

from msgspec import Struct

from accord.papers.reading.structs import ListItem


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
