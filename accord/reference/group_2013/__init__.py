"""The facts of the 2013 working group on nuclear disarmament, as its report A/68/514 states them.

One table for each kind of fact, with source paragraph and known problems in the `.toml`
beside it. Wording (titles, themes, agenda items) is the editors' own short description in
six languages, never the official title; the report's sentences are not carried here.
A cell with several values separates them by spaces, in the order of the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal, TypeVar

import msgspec

from accord.reference.group_2013.proposed import Proposal
from accord.reference.states import LANGUAGES, Iso3, known_language
from accord.reference.table import table
from accord.reference.wording import Wording

Row = TypeVar("Row")

Several = Annotated[str, msgspec.Meta(pattern=r"^[^\s]+( [^\s]+)*$(?!\n)")]
"""Values separated by single spaces."""

Yes = Literal["yes"]


class Mandate(msgspec.Struct, frozen=True):
    """Body, resolution, limits and reporting duty; paragraphs 1, 2 and 4."""

    body: str
    resolution: str
    established_by: Several
    reporting_paragraph: int
    venue: str
    year: int
    cap_days: int
    reports_to_session: int
    agenda_item: str
    provider: str
    report: str
    job: str
    place: str


class Meeting(msgspec.Struct, frozen=True):
    """A meeting or a period of meetings, both days included; paragraph 3."""

    meeting: str
    kind: Literal["organizational", "substantive"]
    first: date
    last: date
    place: str


class Officer(msgspec.Struct, frozen=True):
    """Who held an office; paragraph 6."""

    office: Literal["chair"]
    person: str
    person_zh: str
    state: Iso3
    mode: Literal["acclamation"]
    on: date
    place: str


class Friend(msgspec.Struct, frozen=True):
    """A State from which a Friend of the Chair came; paragraph 6."""

    order: int
    state: Iso3
    place: str


class AgendaItem(msgspec.Struct, frozen=True):
    """An item of the agenda; paragraph 7."""

    number: int
    wording: str
    document: str
    adopted: date
    place: str


class Modality(msgspec.Struct, frozen=True):
    """A kind of participant beside States; paragraph 8."""

    admitted: Literal["international-organisations", "civil-society"]
    on: date
    place: str


class Document(msgspec.Struct, frozen=True):
    """A document received, and the drafts, the report and the resolution; paragraphs 1, 9 and 52."""

    symbol: str
    printed: str | None
    wording: str
    kind: Literal[
        "agenda", "working-paper", "moderator-summary", "timetable", "ngo-paper", "draft", "report", "resolution"
    ]
    submitter: Literal["sponsors", "chair", "civil-society", "none"]
    panel_ordinal: int | None
    summarises: str | None
    order: int | None
    place: str


class Sponsor(msgspec.Struct, frozen=True):
    """A sponsor of a working paper; paragraph 9."""

    symbol: str
    order: int
    sponsor: str
    place: str


class Panel(msgspec.Struct, frozen=True):
    """An informal panel and its moderator; paragraph 13."""

    panel: str
    order: int
    wording: str
    moderator: str
    state: Iso3
    place: str


class Panellist(msgspec.Struct, frozen=True):
    """Who spoke on a panel, in person; paragraph 13."""

    panel: str
    order: int
    person: str
    affiliations: Several | None
    place: str


class Organisation(msgspec.Struct, frozen=True):
    """A party that is no State, under the names known; paragraphs 9, 13, 14 and 16."""

    party: str
    kind: Literal["group", "organisation", "civil-society"]
    sector: Literal["parliament", "academia"] | None
    name_ar: str | None
    name_zh: str
    name_en: str
    name_fr: str | None
    name_ru: str | None
    name_es: str | None
    short_zh: str | None
    short_en: str | None
    also_zh: str | None
    article_en: str | None
    article_fr: str | None
    article_es: str | None
    place: str

    def names(self) -> dict[str, str]:
        """The name by language, where one is known."""
        found = {lang: getattr(self, f"name_{lang}") for lang in LANGUAGES}
        return {lang: str(name) for lang, name in found.items() if name is not None}

    def shorts(self) -> dict[str, str]:
        """The short form by language, where there is one."""
        return {lang: name for lang, name in (("zh", self.short_zh), ("en", self.short_en)) if name is not None}

    def articles(self) -> dict[str, str]:
        """What running text puts before the name, by language, where it puts something."""
        found = (("en", self.article_en), ("fr", self.article_fr), ("es", self.article_es))
        return {lang: article for lang, article in found if article is not None}


class Member(msgspec.Struct, frozen=True):
    """A member of a group; footnote 1."""

    group: str
    order: int
    member: Iso3
    place: str


class Statement(msgspec.Struct, frozen=True):
    """Who spoke, and for whom; paragraphs 5, 14 and 15."""

    statement: str
    order: int | None
    speaker: str | None
    official: str | None
    on_behalf_of: str | None
    occasion: Literal["opening", "general-exchange", "address"]
    days: Several
    place: str


class Introduction(msgspec.Struct, frozen=True):
    """Who introduced a working paper; paragraph 16. Which paper is inferred."""

    introduction: str
    order: int
    introducers: Several | None
    on_behalf_of: Several | None
    by_chair: Yes | None
    jointly: Yes | None
    days: Several
    document: str | None
    place: str


class Submission(msgspec.Struct, frozen=True):
    """An organisation that submitted papers with proposals; paragraph 16."""

    order: int
    party: str
    place: str


class Theme(msgspec.Struct, frozen=True):
    """A theme and who facilitated it; paragraph 17."""

    theme: str
    order: int
    wording: str
    facilitator: str | None
    state: Iso3 | None
    by_chair: Yes | None
    place: str


class Consideration(msgspec.Struct, frozen=True):
    """A day on which the report was considered; paragraph 51."""

    report: str
    agenda_item: int
    day: date
    place: str


class Adoption(msgspec.Struct, frozen=True):
    """The adoption of the report; paragraph 52."""

    report: str
    drafts: Several
    on: date
    orally_revised: Yes | None
    mode: Literal["unknown"]
    place: str


TABLES: Mapping[str, type[msgspec.Struct]] = MappingProxyType(
    {
        "mandate": Mandate,
        "meetings": Meeting,
        "officers": Officer,
        "friends": Friend,
        "agenda": AgendaItem,
        "modalities": Modality,
        "documents": Document,
        "sponsors": Sponsor,
        "panels": Panel,
        "panellists": Panellist,
        "organisations": Organisation,
        "members": Member,
        "statements": Statement,
        "introductions": Introduction,
        "submissions": Submission,
        "themes": Theme,
        "proposals": Proposal,
        "consideration": Consideration,
        "adoption": Adoption,
        "wording": Wording,
    }
)
"""Table → what a row of it is, in the order of the report."""


def rows(row: type[Row]) -> tuple[Row, ...]:
    """The rows of the table that holds rows of this type, in the order of the report.

    Raises:
        TableChanged: the table is not the one its description was written for.
        TableMalformed: the table is not as described.

    >>> [panel.moderator for panel in rows(Panel)][:2]
    ['Peter Woolcott', 'Paul Wilson']
    """
    return table(f"group_2013/{_names()[row]}", row)


@cache
def _names() -> Mapping[type, str]:
    return {row: name for name, row in TABLES.items()}


def several(cell: str | None) -> tuple[str, ...]:
    """The values of a cell that may hold several.

    >>> several("IRL CHE"), several(None)
    (('IRL', 'CHE'), ())
    """
    return () if cell is None else tuple(cell.split(" "))


def days(cell: str | None) -> tuple[date, ...]:
    """The days of a cell.

    >>> days("2013-05-14")
    (datetime.date(2013, 5, 14),)
    """
    return tuple(date.fromisoformat(day) for day in several(cell))


@cache
def wordings() -> Mapping[str, Wording]:
    """All wording by key."""
    return MappingProxyType({row.key: row for row in rows(Wording)})


def wording(key: str, lang: str) -> str:
    """What the thing under `key` is about.

    Raises:
        KeyError: nothing is worded under that key.

    >>> wording("venue", "fr")
    'Genève'
    """
    return wordings()[key].said()[known_language(lang)]
