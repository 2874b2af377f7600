"""The rest of a large record: what the mix lacks, so that every page has something to show. Some 14,000 acts.

One body with 400 meetings, 60 lists of speakers, 1,200 proposals, a draft of 120 paragraphs with 300 amendments,
a report of 120 paragraphs, a meeting under rules of procedure. Every act counts; a test says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from accord.acts.values import Person, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import AdoptAgenda, AgendaItem, ElectOfficer
from accord.areas.documents.acts import IssueVersion, RegisterDocument
from accord.areas.drafting.acts import AdoptReport, ConsiderReport, RecordUnit
from accord.areas.meetings.acts import (
    AdoptProgramme,
    CloseMeeting,
    ConveneMeeting,
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    Panellist,
    ProgrammeSlot,
    RecordAttendance,
    ScheduleMeeting,
)
from accord.areas.negotiation.acts import (
    ExplainPosition,
    OpenDraft,
    ProposeAmendment,
    SetDeadline,
    WriteUnit,
)
from accord.areas.negotiation.changes import AddUnit
from accord.areas.parties.acts import EnterParty, JoinGroup
from accord.areas.procedure.acts import (
    AdoptProcedure,
    MoveMotion,
    OpenDebate,
    OpenFloor,
    PutQuestion,
    SpeakToMotion,
    TakeDecision,
)
from accord.areas.proposals.acts import (
    JoinProposal,
    LinkTarget,
    LinkTrace,
    MakeCompilation,
    OpenCorrections,
    RequestCorrection,
    SourceUnit,
    TableProposal,
)
from accord.areas.speakers.acts import CallSpeaker, GiveSpeech, Inscribe, OpenList
from accord.nodes.bench.covered import covered
from accord.nodes.bench.elements import elements
from accord.nodes.bench.law import law
from accord.nodes.bench.pledges import pledges

BODY = "WG"
GROUP = "group-1"
REPORT = "X/32/19"
DRAFT = "X/AC.1/L.1"
MEETINGS = 400
LISTS = 60
PROPOSALS = 1_200
UNITS = 120
AMENDMENTS = 300
THEMES = 12
STATES = 200
"""Of `corpus`, whose codes are S000 and so on."""

_SOURCE = Source(document="X/EXERCISE/1", place="para-9")
_FIRST = datetime.date(2013, 5, 13)
_of: dict[str, Any] = {"body": BODY, "source": _SOURCE}


def session() -> Iterator[Act]:
    """The acts, in an order in which each counts after `corpus.start()`; an editor records them."""
    yield AdoptAgenda(items=tuple(AgendaItem(number=n, title=_text(f"Item {n}")) for n in range(1, 6)), **_of)
    yield ElectOfficer(office="chair", person=Person(name="A. Chair"), state=state(1), **_of)
    for number in range(THEMES):
        yield DiscussTheme(theme=f"theme-{number}", title=_text(f"Theme {number}"), place=number + 1, **_of)
    for symbol in (REPORT, DRAFT):
        yield RegisterDocument(symbol=symbol, kind="report", title=_text(f"Document {symbol}"), **_of)
        yield IssueVersion(symbol=symbol, language="en", source=_SOURCE)
    yield EnterParty(party=GROUP, kind="group", name=_text("Fictional group"), source=_SOURCE)
    for number in range(40):
        yield JoinGroup(group=GROUP, member=state(number * 5), source=_SOURCE)
    yield from _meetings()
    yield from _lists()
    yield from _proposals()
    yield from _report()
    yield from _draft()
    yield from _floor()
    yield from law()
    yield from elements(state(0))
    yield from pledges()
    yield from covered(state(0))


def state(number: int) -> str:
    """The code of a fictional State."""
    return f"S{number % STATES:03d}"


def _text(words: str) -> Text:
    return Text(original="en", said={"en": words})


def day(number: int) -> datetime.date:
    """A day, counted from the first."""
    return _FIRST + datetime.timedelta(days=number)


def _meetings() -> Iterator[Act]:
    """Periods of ten meetings, two a day; ten parties recorded at each; a panel in each period."""
    slots = []
    for number in range(1, MEETINGS + 1):
        on, morning = day(number // 2), number % 2 == 0
        at: dict[str, Any] = {"number": number, **_of}
        if number % 10 == 1:
            period = f"period-{number // 10}"
            yield HoldMeetings(meeting=period, kind="substantive", first=on, last=day(number // 2 + 4), **_of)
            panellists = tuple(
                Panellist(person=Person(name=f"Expert {number} {n}"), affiliation=state(number + n)) for n in range(4)
            )
            yield HoldPanel(
                panel=f"panel-{number // 10}", title=_text(f"Panel {number // 10}"), panellists=panellists, on=on, **_of
            )
        starts, ends = ("10:00", "13:00") if morning else ("15:00", "18:00")
        yield ScheduleMeeting(
            kind="plenary", on=on, starts=starts, ends=ends, offset="+02:00", items=(1 + number % 5,), **at
        )
        yield ConveneMeeting(on=on, time=starts, **at)
        yield CloseMeeting(how="rose", time=ends, **at)
        for n in range(10):
            yield RecordAttendance(party=state(number * 7 + n), category="state", **at)
        slots.append(ProgrammeSlot(day=on, part="morning" if morning else "afternoon", number=number))
    yield AdoptProgramme(slots=tuple(sorted(slots, key=lambda slot: (slot.day, slot.part != "morning"))), **_of)


def _lists() -> Iterator[Act]:
    """Lists of 30 speakers, of whom 20 have spoken."""
    for number in range(LISTS):
        name = {"list": f"list-{number}", **_of}
        yield OpenList(title=_text(f"List {number}"), number=number + 1, seconds=300, **name)
        for n in range(30):
            yield Inscribe(party=state(number * 3 + n), **name)
        for n in range(20):
            party = state(number * 3 + n)
            yield CallSpeaker(party=party, on=day(number // 2), **name)
            yield GiveSpeech(
                speech=f"speech-{number}-{n}",
                party=party,
                on=day(number // 2),
                seconds=240 + n * 5,
                number=number + 1,
                **name,
            )


def _proposals() -> Iterator[Act]:
    """Proposals with three who stand by each and a link to the report; a compilation, and corrections asked for."""
    for number in range(PROPOSALS):
        name = f"proposal-{number}"
        yield TableProposal(
            proposal=name,
            title=_text(f"Proposal with the number {number}"),
            text=_text(f"States would take step {number} within {number % 9 + 1} years."),
            sources=(SourceUnit(document=REPORT, unit=f"para-{number % UNITS + 1}"),),
            sponsors=(state(number),),
            category=("measure", "element", "approach", "question")[number % 4],
            themes=(f"theme-{number % THEMES}",),
            on=day(number % 90),
            **_of,
        )
        for n in range(1, 4):
            yield JoinProposal(proposal=name, party=state(number + n), capacity="supporter", **_of)
        if number % 2:
            target = LinkTarget(document=REPORT, unit=f"para-{number % UNITS + 1}")
            yield LinkTrace(
                link=f"link-{number}", proposal=name, trace_kind="reflected-in", target=target, author="editor", **_of
            )
    yield MakeCompilation(compilation="list-1", title=_text("List"), on=day(90), **_of)
    yield OpenCorrections(window="window-1", compilation="list-1", opens=day(90), deadline=day(100), **_of)
    for number in range(40):
        yield RequestCorrection(
            request=f"request-{number}",
            window="window-1",
            requester=state(number),
            text=_text(f"Correction {number}"),
            proposal=f"proposal-{number}",
            **_of,
        )


def _report() -> Iterator[Act]:
    """A report by the paragraph, considered and adopted."""
    for number in range(1, UNITS + 1):
        yield RecordUnit(
            document=REPORT,
            unit=f"para-{number}",
            language="en",
            kind="paragraph",
            number=f"{number}.",
            place=number,
            pieces=(f"Paragraph {number} of the report, in the words in which it was adopted.",),
            source=_SOURCE,
        )
    yield ConsiderReport(document=REPORT, days=(day(100), day(101)), **_of)
    yield AdoptReport(document=REPORT, drafts=(DRAFT,), on=day(102), **_of)


def _draft() -> Iterator[Act]:
    """A draft by the paragraph, with amendments of three sponsors each and positions."""
    yield OpenDraft(draft=DRAFT, language="en", source=_SOURCE)
    for number in range(1, UNITS + 1):
        yield WriteUnit(
            draft=DRAFT,
            unit=f"para-{number}",
            kind="paragraph",
            number=f"{number}.",
            place=number,
            text=f"The Working Group considered the matter numbered {number} and noted the views expressed.",
            source=_SOURCE,
        )
    for number in range(AMENDMENTS):
        after = f"para-{number % UNITS + 1}"
        change = AddUnit(
            unit=f"new-{number}", after=after, kind="paragraph", text=f"It also noted proposal {number} in that regard."
        )
        sponsors = tuple(state(number + n) for n in range(3))
        yield ProposeAmendment(
            draft=DRAFT, amendment=f"amendment-{number}", changes=(change,), sponsors=sponsors, source=_SOURCE
        )
    for number in range(100):
        yield ExplainPosition(
            draft=DRAFT,
            position=f"position-{number}",
            party=state(number),
            kind="general-statement",
            units=(f"para-{number % UNITS + 1}",),
            text=_text(f"Position {number}"),
            source=_SOURCE,
        )
    yield SetDeadline(draft=DRAFT, deadline="comments", until=day(95), source=_SOURCE)


def _floor() -> Iterator[Act]:
    """A meeting under rules of procedure: thirty questions of which twenty are decided, and a motion before it."""
    at: dict[str, Any] = {"number": MEETINGS, **_of}
    yield AdoptProcedure(rules="ga-committee", **_of)
    yield OpenFloor(members=STATES, present=STATES - 20, **at)
    yield OpenDebate(item="2", **at)
    for number in range(30):
        yield PutQuestion(question=f"X/AC.1/L.{number + 2}", kind="proposal", sponsors=(state(number),), **at)
    for number in range(20):
        yield TakeDecision(question=f"X/AC.1/L.{number + 2}", mode="without-a-vote", **at)
    yield MoveMotion(motion="motion-1", kind="close-debate", mover=state(3), **at)
    yield SpeakToMotion(motion="motion-1", speaker=state(4), side="against", **at)
