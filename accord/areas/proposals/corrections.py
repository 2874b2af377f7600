"""How corrections are asked about: the windows in which they may be asked for, and what became of the requests.

No window ever closes by itself: a page says for a day whether it is open, and a late request is on record too.
"""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head
from accord.areas.proposals.acts import OpenCorrections, Outcome, RequestCorrection
from accord.areas.proposals.known import Known
from accord.areas.proposals.parts import CompilationName, ProposalName

WindowState = Literal["open", "past", "not-yet", "ask-for-a-day"]
Timing = Literal["in-time", "late", "early", "no-day-recorded"]


class WindowRow(Part, frozen=True):
    """A time in which corrections to a summary or a compilation may be asked for."""

    window: str
    document: SymbolText | None
    compilation: CompilationName | None
    opens: datetime.date
    deadline: datetime.date
    window_state: WindowState
    """On the day for which the page holds; without one, that is for the reader to ask."""
    request_count: int
    unsettled: int
    cite: Cite


class Settled(Part, frozen=True):
    """What became of a request."""

    outcome: Outcome
    text: Text | None
    document: SymbolText | None
    given: datetime.date | None
    cite: Cite


class RequestRow(Part, frozen=True):
    """A request for a correction, and what became of it."""

    request: str
    window: str
    requester: PartyCode
    text: Text
    unit: str | None
    proposal: ProposalName | None
    given: datetime.date | None
    timing: Timing
    settled: Settled | None
    cite: Cite


class CorrectionsPage(Page, frozen=True, tag="corrections"):
    """The correction windows of a body, the requests made in them or late, and what became of each."""

    body: BodyCode
    windows: tuple[WindowRow, ...]
    requests: tuple[RequestRow, ...]


def window_state(act: OpenCorrections, on: datetime.date | None) -> WindowState:
    """Whether a window is open on a day; both its ends belong to it."""
    if on is None:
        return "ask-for-a-day"
    return "not-yet" if on < act.opens else "past" if on > act.deadline else "open"


def window_rows(
    known: Known,
    body: str,
    on: datetime.date | None,
    *,
    document: str | None = None,
    compilation: str | None = None,
) -> tuple[WindowRow, ...]:
    """The windows of a body in the order recorded: all, or those about one document or one compilation."""
    tables = known.proposals.tables
    rows = []
    for name, fact in tables.windows.items():
        act = fact.act
        if act.body != body or document not in (None, act.document) or compilation not in (None, act.compilation):
            continue
        asked = [n for n, f in tables.requests.items() if key(f.act.body, f.act.window) == name]
        rows.append(
            WindowRow(
                window=act.window,
                document=act.document,
                compilation=None if act.compilation is None else key(body, act.compilation),
                opens=act.opens,
                deadline=act.deadline,
                window_state=window_state(act, on),
                request_count=len(asked),
                unsettled=sum(n not in tables.settlements for n in asked),
                cite=cite(known, fact),
            )
        )
    return tuple(rows)


def request_row(known: Known, fact: Fact[RequestCorrection]) -> RequestRow:
    """A request, and what became of it."""
    act = fact.act
    tables = known.proposals.tables
    window = tables.windows[key(act.body, act.window)].act
    settlement = tables.settlements.get(key(act.body, act.request))
    timing: Timing = "no-day-recorded"
    if act.on is not None:
        timing = "early" if act.on < window.opens else "late" if act.on > window.deadline else "in-time"
    return RequestRow(
        request=act.request,
        window=act.window,
        requester=act.requester,
        text=act.text,
        unit=act.unit,
        proposal=None if act.proposal is None else key(act.body, act.proposal),
        given=act.on,
        timing=timing,
        settled=None
        if settlement is None
        else Settled(
            outcome=settlement.act.outcome,
            text=settlement.act.text,
            document=settlement.act.document,
            given=settlement.act.on,
            cite=cite(known, settlement, act.requester if settlement.act.outcome == "withdrawn" else None),
        ),
        cite=cite(known, fact, act.requester),
    )


def corrections(known: Known, body: str = "", *, on: datetime.date | None = None) -> CorrectionsPage:
    """The correction windows of a body, and the requests.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    requests = known.proposals.tables.requests.values()
    return CorrectionsPage(
        head=head(known, on),
        body=name,
        windows=window_rows(known, name, on),
        requests=tuple(request_row(known, fact) for fact in requests if fact.act.body == name),
    )
