"""How introductions of papers are asked about, and the views submitted without a symbol."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial

from accord.acts.facts import Fact
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.acts import IntroducePaper
from accord.areas.meetings.known import Known
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head
from accord.areas.parties.cite import said as is_said
from accord.areas.parties.rows import listed


class IntroductionRow(Part, frozen=True):
    """A paper was introduced (¶16) on one of the days given."""

    introduction: str
    body: BodyCode
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
    introductions: Sequence[IntroductionRow]
    submissions: tuple[SubmissionRow, ...]


def introductions(known: Known, body: str = "", *, on: datetime.date | None = None) -> IntroductionsPage:
    """The papers introduced in a body, and the views submitted to it."""
    name = established(known, body).act.body
    register = known.meeting_lookups.of_body
    return IntroductionsPage(
        head=head(known, on),
        body=name,
        introductions=listed(register["introduction"][name], partial(introduction_row, known)),
        submissions=tuple(
            SubmissionRow(submitter=f.act.submitter, cite=cite(known, f, f.act.submitter))
            for f in register["submission"][name]
        ),
    )


def introductions_of(known: Known, document: str) -> Sequence[IntroductionRow]:
    """The introductions of a document."""
    return listed(known.meeting_lookups.by_document[document], partial(introduction_row, known))


def introductions_by(known: Known, party: str, *, said: bool) -> Sequence[IntroductionRow]:
    """The introductions by or on behalf of a party: those on record in the voice of an introducer, or the others."""
    facts = known.meeting_lookups.by_party["introduction"][party]
    mine = [fact for fact in facts if is_said(known, fact, *fact.act.introducers) == said]
    return listed(mine, partial(introduction_row, known))


def introduction_row(known: Known, fact: Fact[IntroducePaper]) -> IntroductionRow:
    """An introduction."""
    act = fact.act
    return IntroductionRow(
        introduction=act.introduction,
        body=act.body,
        introducers=act.introducers,
        by_chair=act.by_chair,
        on_behalf_of=act.on_behalf_of,
        jointly=act.jointly,
        days=act.days,
        document=act.document,
        inferred=act.inferred,
        cite=cite(known, fact, *act.introducers),
    )
