"""How introductions of papers are asked about, and the views submitted without a symbol."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.acts import IntroducePaper
from accord.areas.meetings.known import Known
from accord.areas.meetings.view import in_order
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head


class IntroductionRow(Part, frozen=True):
    """A paper was introduced (¶16) on one of the days given."""

    introduction: str
    introducers: tuple[PartyCode, ...]
    by_chair: bool
    on_behalf_of: tuple[PartyCode, ...]
    jointly: bool
    days: tuple[datetime.date, ...]
    document: SymbolText | None
    inferred: bool
    """The document is the recorder's inference; the source does not name it."""
    cite: Cite


class SubmissionRow(Part, frozen=True):
    """An organisation submitted a paper that the source does not name by symbol (¶16)."""

    submitter: PartyCode
    cite: Cite


class IntroductionsPage(Page, frozen=True, tag="introductions"):
    """The papers introduced in a body, and the views submitted to it."""

    body: BodyCode
    introductions: tuple[IntroductionRow, ...]
    submissions: tuple[SubmissionRow, ...]


def introductions(known: Known, body: str = "", *, on: datetime.date | None = None) -> IntroductionsPage:
    """The papers introduced in a body, and the views submitted to it."""
    name = established(known, body).act.body
    tables = known.meetings.tables
    return IntroductionsPage(
        head=head(known, on),
        body=name,
        introductions=tuple(introduction_row(known, f) for f in in_order(tables.introductions, name)),
        submissions=tuple(
            SubmissionRow(submitter=f.act.submitter, cite=cite(known, f, f.act.submitter))
            for f in in_order(tables.submissions, name)
        ),
    )


def introductions_of(
    known: Known, document: str | None = None, party: str | None = None
) -> tuple[IntroductionRow, ...]:
    """The introductions of a document, or by or on behalf of a party."""
    found = known.once("introductions by document and party", lambda: _introductions_by(known))
    wanted = [("document", document)] if document is not None else [("party", party)]
    return tuple(introduction_row(known, f) for one in wanted for f in found.get(one, ()))


def _introductions_by(known: Known) -> dict[tuple[str, str | None], list[Fact[IntroducePaper]]]:
    found: dict[tuple[str, str | None], list[Fact[IntroducePaper]]] = {}
    for fact in known.meetings.tables.introductions.values():
        parties = [("party", party) for party in (*fact.act.introducers, *fact.act.on_behalf_of)]
        for one in dict.fromkeys([("document", fact.act.document), *parties]):
            found.setdefault(one, []).append(fact)
    return found


def introduction_row(known: Known, fact: Fact[IntroducePaper]) -> IntroductionRow:
    """An introduction."""
    act = fact.act
    return IntroductionRow(
        introduction=act.introduction,
        introducers=act.introducers,
        by_chair=act.by_chair,
        on_behalf_of=act.on_behalf_of,
        jointly=act.jointly,
        days=act.days,
        document=act.document,
        inferred=act.inferred,
        cite=cite(known, fact, *act.introducers),
    )
