"""Whether papers came in time: in the windows of their body, and a draft the day before action was taken on it.

No window refuses anything, and a rule that was not observed changes no decision: the pages show both.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Literal, NamedTuple, Protocol

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.acts import Kind, OpenWindow, RegisterDocument, WindowRule
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting.pages import Known as DraftingKnown
from accord.areas.negotiation.pieces import Known as NegotiationKnown
from accord.areas.negotiation.timing import Course, course, late
from accord.areas.parties.cite import Cite, Page, Part, cite, head
from accord.areas.parties.rows import listed
from accord.areas.proposals.corrections import Timing

DayBefore = Literal["observed", "not-observed", "not-known"]


class Known(DraftingKnown, NegotiationKnown, Protocol):
    """What these pages are asked of."""


class SubmissionWindow(Part, frozen=True):
    """From when until when papers may be handed in."""

    submission_window: str
    paper_kinds: tuple[Kind, ...]
    """Empty: papers of every kind."""
    title: Text | None
    opens: datetime.date | None
    deadline: datetime.date
    time: str | None
    offset: str | None
    window_rule: WindowRule
    course: Course
    """On the day asked for, else at the last moment of the record."""
    cite: Cite


class PaperRow(Part, frozen=True):
    """A paper of a kind that a window is for, and whether it came in it."""

    submission_window: str
    symbol: SymbolText
    kind: Kind
    received: datetime.date | None
    """By the secretariat; `None`: not recorded."""
    timing: Timing
    cite: Cite


class WindowsPage(Page, frozen=True, tag="windows"):
    """The submission windows of a body, and the papers that came in them, before or after."""

    body: BodyCode
    submission_windows: tuple[SubmissionWindow, ...]
    papers: Sequence[PaperRow]


class ActionRow(Part, frozen=True):
    """Action on a draft, and whether the draft was circulated the day before (rule 120, GA rules of procedure)."""

    acted: datetime.date
    circulated: datetime.date | None
    """Circulated by the record, else the first day on which a version was issued; `None`: not recorded."""
    day_before: DayBefore
    cite: Cite
    """Of the action."""
    circulated_by: Cite | None
    """Of the circulation."""


class _Paper(NamedTuple):
    window: Fact[OpenWindow]
    fact: Fact[RegisterDocument]

    @property
    def entry(self) -> int:
        return self.fact.entry


def windows(known: Known, body: str = "", *, on: datetime.date | None = None) -> WindowsPage:
    """The submission windows of a body.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    opened = [fact for fact in known.documents.tables.windows.values() if fact.act.body == name]
    papers = [_Paper(window, fact) for window in opened for fact in papers_for(known, window.act)]
    return WindowsPage(
        head=head(known, on),
        body=name,
        submission_windows=tuple(_window(known, fact, on) for fact in opened),
        papers=listed(papers, partial(_paper, known)),
    )


def papers_for(known: Known, window: OpenWindow) -> Iterator[Fact[RegisterDocument]]:
    """The papers of the kinds that a window is for, withdrawn ones left out."""
    for fact in known.document_lookups.of_body[window.body, False]:
        if not window.paper_kinds or fact.act.kind in window.paper_kinds:
            yield fact


def _window(known: Known, fact: Fact[OpenWindow], on: datetime.date | None) -> SubmissionWindow:
    act = fact.act
    return SubmissionWindow(
        submission_window=act.submission_window,
        paper_kinds=act.paper_kinds,
        title=act.title,
        opens=act.opens,
        deadline=act.deadline,
        time=act.time,
        offset=act.offset,
        window_rule=act.rule,
        course=course(act.deadline, act.time, act.offset, on, known.admitted),
        cite=cite(known, fact),
    )


def _paper(known: Known, paper: _Paper) -> PaperRow:
    act = paper.fact.act
    received = known.documents.tables.circulated.get(act.symbol, {}).get("received")
    return PaperRow(
        submission_window=paper.window.act.submission_window,
        symbol=act.symbol,
        kind=act.kind,
        received=None if received is None else received.act.on,
        timing=timing(known, paper.window.act, paper.fact),
        cite=cite(known, paper.fact, *act.sponsors) if received is None else cite(known, received),
    )


def timing(known: Known, window: OpenWindow, paper: Fact[RegisterDocument]) -> Timing:
    """Whether a paper came in a window: by the day on which it was received.

    Where that is not recorded, and a sponsor registered its own paper, the moment counts at which the record
    admitted it.
    """
    until = (window.deadline, window.time, window.offset)
    received = known.documents.tables.circulated.get(paper.act.symbol, {}).get("received")
    if received is not None:
        act = received.act
        if window.opens is not None and act.on < window.opens:
            return "early"
        came_late = late(until, (act.on, act.time, act.offset), None)
        return "no-day-recorded" if came_late is None else "late" if came_late else "in-time"
    own = _handed_in(known, paper)
    if own is None:
        return "no-day-recorded"
    return "late" if late(until, (None, None, None), own.admitted) else "in-time"


def _handed_in(known: Known, paper: Fact[RegisterDocument]) -> Entry[RegisterDocument] | None:
    """The entry in which a sponsor registered its own paper; `None` if somebody else did."""
    entry = known.read(paper.first)
    return entry if entry is not None and entry.by in entry.act.sponsors else None


def actions(known: Known, symbol: str) -> tuple[ActionRow, ...]:
    """Action taken on a draft, with the day on which it was circulated."""
    day, where = _circulated(known, symbol)
    return tuple(
        ActionRow(
            acted=acted,
            circulated=day,
            day_before="not-known" if day is None else "observed" if day < acted else "not-observed",
            cite=cite(known, fact),
            circulated_by=where,
        )
        for acted, fact in _acted(known, symbol)
    )


def _acted(known: Known, symbol: str) -> Iterator[tuple[datetime.date, Fact[Any]]]:
    for report in known.drafting.tables.adoptions.values():
        if symbol in report.act.drafts:
            yield report.act.on, report
    revised = known.negotiation.tables.revisions
    for draft, adopted in known.negotiation.tables.adoptions.items():
        # What is adopted is the last text with a symbol, not the one that it began as.
        issued = [row.document for row in revised.get(draft, ()) if row.document is not None]
        if adopted.act.on is not None and symbol == (issued[-1] if issued else draft):
            yield adopted.act.on, adopted


def _circulated(known: Known, symbol: str) -> tuple[datetime.date | None, Cite | None]:
    fact = known.documents.tables.circulated.get(symbol, {}).get("circulated")
    if fact is not None:
        return fact.act.on, cite(known, fact)
    issued = [f for f in known.documents.tables.versions.get(symbol, {}).values() if f.act.on is not None]
    first = min(issued, key=lambda f: (f.act.on, f.entry), default=None)
    return (None, None) if first is None else (first.act.on, cite(known, first))
