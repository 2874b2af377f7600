"""How language versions are asked about: those of a document, and those of all papers of a body, with what is missing.

What is missing is not on record; whether it was never issued is another question.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import get_args

from accord.acts.facts import Fact
from accord.acts.values import Language, Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.acts import RegisterDocument
from accord.areas.documents.known import Known, SymbolText
from accord.areas.parties.cite import Cite, Page, Part, cite, head
from accord.areas.parties.rows import listed

LANGUAGES: tuple[Language, ...] = get_args(Language)


class Version(Part, frozen=True):
    """A language version of a document."""

    language: Language
    job: str | None
    issued: datetime.date | None
    sha256: str | None
    size: int | None
    cite: Cite


class Reissue(Part, frozen=True):
    """The document was issued again under its symbol for technical reasons, as an asterisk says."""

    reissue: int
    """The first time, the second."""
    languages: tuple[Language, ...]
    """Empty: not recorded which."""
    issued: datetime.date | None
    because: Text | None
    cite: Cite


class JobRow(Part, frozen=True):
    """A language version in short: its job number and day of issue."""

    language: Language
    job: str | None
    issued: datetime.date | None


class VersionsRow(Part, frozen=True):
    """A document, its language versions, and the official languages in which none is on record."""

    symbol: SymbolText
    jobs: tuple[JobRow, ...]
    missing: tuple[Language, ...]


class VersionsPage(Page, frozen=True, tag="versions"):
    """The language versions of the papers of a body."""

    body: BodyCode
    papers: Sequence[VersionsRow]


def versions(known: Known, symbol: str) -> tuple[Version, ...]:
    """The language versions of a document, in the order recorded."""
    return tuple(
        Version(
            language=fact.act.language,
            job=fact.act.job,
            issued=fact.act.on,
            sha256=fact.act.sha256,
            size=fact.act.size,
            cite=cite(known, fact),
        )
        for fact in known.documents.tables.versions.get(symbol, {}).values()
    )


def missing(known: Known, symbol: str) -> tuple[Language, ...]:
    """The official languages in which no version of a document is on record."""
    recorded = known.documents.tables.versions.get(symbol, {})
    return tuple(language for language in LANGUAGES if language not in recorded)


def reissues(known: Known, symbol: str) -> tuple[Reissue, ...]:
    """When a document was issued again, in the order of the asterisks."""
    times = known.documents.tables.reissues.get(symbol, {})
    return tuple(
        Reissue(
            reissue=number,
            languages=times[number].act.languages,
            issued=times[number].act.on,
            because=times[number].act.reason,
            cite=cite(known, times[number]),
        )
        for number in sorted(times)
    )


def versions_of_body(known: Known, body: str = "", *, on: datetime.date | None = None) -> VersionsPage:
    """The language versions of the papers of a body.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    papers = known.document_lookups.of_body[name, False]
    return VersionsPage(head=head(known, on), body=name, papers=listed(papers, partial(_row, known)))


def _row(known: Known, fact: Fact[RegisterDocument]) -> VersionsRow:
    recorded = known.documents.tables.versions.get(fact.act.symbol, {})
    return VersionsRow(
        symbol=fact.act.symbol,
        jobs=tuple(
            JobRow(language=language, job=recorded[language].act.job, issued=recorded[language].act.on)
            for language in LANGUAGES
            if language in recorded
        ),
        missing=missing(known, fact.act.symbol),
    )
