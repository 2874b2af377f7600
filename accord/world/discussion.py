"""The pages of what was discussed: one introduction of a paper, one theme; and where the report speaks of it."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents import pages as documents
from accord.areas.documents.pages import DocumentRow
from accord.areas.drafting.pages import Known
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.acts import DiscussTheme, IntroducePaper
from accord.areas.meetings.pages import IntroductionRow, Period, ThemeRow
from accord.areas.meetings.rules import key
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import Correction, Missing, Page, head, history
from accord.areas.parties.pages import ReplyRow
from accord.areas.proposals.pages import ProposalRow
from accord.world.raised import proposals_of_theme
from accord.world.reflecting import Reflection, speaking_of


class IntroductionPage(Page, frozen=True, tag="introduction"):
    """One introduction of a paper: by whom, on which days, of which paper, and where the report speaks of it."""

    body: BodyCode
    introduction: IntroductionRow
    paper: DocumentRow | None
    """The document, where one is named or inferred."""
    meetings: tuple[Period, ...]
    """The periods in which its days lie."""
    reflected: tuple[Reflection, ...]
    replies: tuple[ReplyRow, ...]
    history: tuple[Correction, ...]
    previous_introduction: str | None
    following_introduction: str | None


class ThemePage(Page, frozen=True, tag="theme"):
    """One theme of the substantive discussion: who facilitated it, and where the report speaks of it."""

    body: BodyCode
    theme: ThemeRow
    proposals: tuple[ProposalRow, ...]
    """Those that somebody assigns to it; another may classify them differently (¶24)."""
    reflected: tuple[Reflection, ...]
    replies: tuple[ReplyRow, ...]
    history: tuple[Correction, ...]
    previous_theme: str | None
    following_theme: str | None


def introduction(
    known: Known, introduction: str, body: str = "", *, on: datetime.date | None = None
) -> IntroductionPage:
    """One introduction of a paper.

    Raises:
        Missing: no such introduction or body.
    """
    name = established(known, body).act.body
    table = known.meetings.tables.introductions
    fact: Fact[IntroducePaper] | None = table.get(key(name, introduction))
    if fact is None:
        raise Missing("introduction", introduction)
    paper = None if fact.act.document is None else known.documents.tables.documents.get(fact.act.document)
    before, after = known.meeting_lookups.of_body["introduction"].beside(name, fact)
    return IntroductionPage(
        head=head(known, on),
        body=name,
        introduction=meetings.introduction_row(known, fact),
        paper=None if paper is None else documents.document_row(known, paper),
        meetings=tuple(
            period
            for period in meetings.period_rows(known, name)
            if any(period.first <= day <= period.last for day in fact.act.days)
        ),
        reflected=speaking_of(known, name, "introduction", introduction),
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        history=history(known, fact),
        previous_introduction=None if before is None else before.act.introduction,
        following_introduction=None if after is None else after.act.introduction,
    )


def theme(known: Known, theme: str, body: str = "", *, on: datetime.date | None = None) -> ThemePage:
    """One theme.

    Raises:
        Missing: no such theme or body.
    """
    name = established(known, body).act.body
    fact: Fact[DiscussTheme] | None = known.meetings.tables.themes.get(key(name, theme))
    if fact is None:
        raise Missing("theme", theme)
    rows = meetings.themes(known, name).themes
    before, after = _beside([row.theme for row in rows], theme)
    return ThemePage(
        head=head(known, on),
        body=name,
        theme=next(row for row in rows if row.theme == theme),
        proposals=proposals_of_theme(known, name, theme),
        reflected=speaking_of(known, name, "theme", theme),
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        history=history(known, fact),
        previous_theme=before,
        following_theme=after,
    )


def _beside(labels: list[str], label: str) -> tuple[str | None, str | None]:
    """What stands before and after one of several, as the source prints them."""
    at = labels.index(label)
    return labels[at - 1] if at else None, labels[at + 1] if at + 1 < len(labels) else None
