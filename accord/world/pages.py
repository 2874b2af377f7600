"""The one list of pages: name, arguments, answer, question. HTML, JSON and the terminal print the same answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from accord.acts.entry import Entry, read, unframe
from accord.acts.envelope import Envelope
from accord.acts.vocabulary import UnknownAct
from accord.areas.bodies import pages as bodies
from accord.areas.commitments import attributed, figures
from accord.areas.commitments import pages as commitments
from accord.areas.coverage import developments, single
from accord.areas.coverage import pages as coverage
from accord.areas.documents import pages as documents
from accord.areas.drafting import pages as drafting
from accord.areas.instruments import entering, states, zones
from accord.areas.instruments import pages as instruments
from accord.areas.meetings import pages as meetings
from accord.areas.negotiation import amending, bracketed, compared, followed, positions
from accord.areas.negotiation import pages as negotiation
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import Made, Missing, Page
from accord.areas.procedure import pages as procedure
from accord.areas.programme import approaches, comparing, supporting
from accord.areas.programme import pages as programme
from accord.areas.proposals import compiled, corrections, reflected
from accord.areas.proposals import pages as proposals
from accord.areas.speakers import pages as speakers
from accord.wire.codec import Malformed
from accord.world import (
    calendar,
    consistency,
    days,
    debriefing,
    digests,
    discussion,
    exercising,
    gatherings,
    passages,
    raised,
    sessions,
    subjects,
    submissions,
    traced,
    tracing,
    updates,
)
from accord.world import entries as entry_pages
from accord.world.lookups import lookups
from accord.world.progress import pages as progress
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World

KEPT_ENTRIES = 5_000
"""Of entries read for pages, in memory."""


class PageOf(NamedTuple):
    """A page: its name, its arguments (`body?` may be left out), the type of its answer, the question."""

    name: str
    arguments: tuple[str, ...]
    answer: type[Page]
    ask: Callable[..., Page]


class WrongArguments(ValueError):
    """A page was asked with too few or too many arguments."""

    def __init__(self, page: PageOf) -> None:
        super().__init__(f"the page {page.name} takes: {' '.join(page.arguments) or 'no arguments'}")
        self.page = page


PAGES = {
    page.name: page
    for page in (
        PageOf("record", (), parties.RecordPage, parties.record),
        PageOf("parties", (), parties.PartiesPage, parties.parties),
        PageOf("party", ("party",), subjects.PartyPage, subjects.party),
        PageOf("group", ("group",), parties.GroupPage, parties.group),
        PageOf("keys", (), parties.KeysPage, parties.keys),
        PageOf("entries", ("first?",), entry_pages.EntriesPage, entry_pages.entries),
        PageOf("entry", ("index",), entry_pages.EntryPage, entry_pages.entry),
        PageOf("check", (), entry_pages.CheckPage, entry_pages.check),
        PageOf("bodies", (), bodies.BodiesPage, bodies.bodies),
        PageOf("body", ("body?",), sessions.BodyPage, sessions.body),
        PageOf("session", ("session?",), sessions.SessionPage, sessions.session),
        PageOf("agenda", ("body?",), bodies.AgendaPage, bodies.agenda),
        PageOf("documents", ("body?",), documents.DocumentsPage, documents.documents),
        PageOf("series", ("body?",), documents.SeriesPage, documents.series),
        PageOf("versions", ("body?",), documents.VersionsPage, documents.versions_of_body),
        PageOf("windows", ("body?",), submissions.WindowsPage, submissions.windows),
        PageOf("document", ("symbol",), subjects.DocumentPage, subjects.document),
        PageOf("meetings", ("body?",), meetings.MeetingsPage, meetings.meetings),
        PageOf("meeting", ("number", "body?"), gatherings.MeetingPage, gatherings.meeting),
        PageOf("programme", ("body?", "revision?"), meetings.ProgrammePage, meetings.programme),
        PageOf("attendance", ("body?",), meetings.AttendancePage, meetings.attendance),
        PageOf("days", ("body?",), days.DaysPage, days.days),
        PageOf("day", ("day", "body?"), days.DayPage, days.day),
        PageOf("panels", ("body?",), meetings.PanelsPage, meetings.panels),
        PageOf("panel", ("panel", "body?"), meetings.PanelPage, meetings.panel),
        PageOf("statements", ("body?",), meetings.StatementsPage, meetings.statements),
        PageOf("statement", ("statement", "body?"), subjects.StatementPage, subjects.statement),
        PageOf("introductions", ("body?",), meetings.IntroductionsPage, meetings.introductions),
        PageOf("introduction", ("introduction", "body?"), discussion.IntroductionPage, discussion.introduction),
        PageOf("themes", ("body?",), meetings.ThemesPage, meetings.themes),
        PageOf("theme", ("theme", "body?"), discussion.ThemePage, discussion.theme),
        PageOf("participation", ("body?",), meetings.ParticipationPage, meetings.participation),
        PageOf("proposals", ("body?", "facet?", "value?"), proposals.ProposalsPage, proposals.proposals),
        PageOf("proposal", ("proposal", "body?"), traced.ProposalPage, traced.proposal),
        PageOf("compilations", ("body?",), compiled.CompilationsPage, compiled.compilations),
        PageOf("compilation", ("compilation", "body?"), compiled.CompilationPage, compiled.compilation),
        PageOf("reflected", ("body?", "report?"), reflected.ReflectedPage, reflected.reflected),
        PageOf("corrections", ("body?",), corrections.CorrectionsPage, corrections.corrections),
        PageOf("raised", ("document", "unit?"), raised.RaisedPage, raised.raised),
        PageOf("elements", ("facet?", "value?", "author?"), programme.ElementsPage, programme.elements),
        PageOf("element", ("element",), traced.ElementPage, traced.element),
        PageOf("approaches", (), approaches.ApproachesPage, approaches.approaches),
        PageOf("approach", ("approach",), approaches.ApproachPage, approaches.approach),
        PageOf("compare", ("approaches?", "author?"), comparing.ComparePage, comparing.compare),
        PageOf("support", ("of?", "label?"), supporting.SupportPage, supporting.support),
        PageOf("speakers", ("body?",), speakers.ListsPage, speakers.speakers),
        PageOf("list", ("list", "body?"), speakers.ListPage, speakers.list_of),
        PageOf("times", ("body?",), speakers.TimesPage, speakers.times),
        PageOf("adoption", ("body?",), drafting.AdoptionPage, drafting.adoption),
        PageOf("units", ("document", "language?"), drafting.UnitsPage, drafting.units),
        PageOf("unit", ("document", "unit", "language?"), passages.UnitPage, passages.unit),
        PageOf("consistency", ("document",), consistency.ConsistencyPage, consistency.consistency),
        PageOf("negotiations", (), negotiation.NegotiationsPage, negotiation.negotiations),
        PageOf("draft", ("draft", "state?"), negotiation.DraftPage, negotiation.draft),
        PageOf("draft-unit", ("draft", "unit"), negotiation.DraftUnitPage, negotiation.draft_unit),
        PageOf("brackets", ("draft", "sponsor?", "state?"), bracketed.BracketsPage, bracketed.brackets_page),
        PageOf(
            "differences",
            ("draft", "earlier?", "later?", "sponsor?"),
            compared.DifferencesPage,
            compared.differences,
        ),
        PageOf("amendments", ("draft", "amendment_state?", "sponsor?"), amending.AmendmentsPage, amending.amendments),
        PageOf("amendment", ("draft", "amendment"), amending.AmendmentPage, amending.amendment),
        PageOf("positions", ("draft",), positions.PositionsPage, positions.positions),
        PageOf("changes", ("party", "since?"), followed.ChangesPage, followed.changes),
        PageOf("rules", ("body?",), procedure.RulesPage, procedure.rules),
        PageOf("floor", ("body", "number"), procedure.FloorPage, procedure.floor),
        PageOf("undertakings", ("facet?", "value?"), commitments.UndertakingsPage, commitments.undertakings),
        PageOf("undertaking", ("undertaking",), commitments.UndertakingPage, commitments.undertaking),
        PageOf("review-commitments", (), commitments.ReviewCommitmentsPage, commitments.review_commitments),
        PageOf("figures", ("figure_subject?",), figures.FiguresPage, figures.figures),
        PageOf("figure", ("figure_subject", "party?"), figures.FigurePage, figures.figure),
        PageOf("doctrine", ("matter?",), attributed.DoctrinePage, attributed.doctrine),
        PageOf("designations", ("designation?",), attributed.DesignationsPage, attributed.designations),
        PageOf("calls", ("element?",), commitments.CallsPage, commitments.calls),
        PageOf("instruments", (), instruments.InstrumentsPage, instruments.instruments),
        PageOf("instrument", ("instrument",), instruments.InstrumentPage, instruments.instrument),
        PageOf("instrument-state", ("instrument", "party"), states.InstrumentStatePage, states.instrument_state),
        PageOf("entry-into-force", ("instrument?",), entering.EnteringPage, entering.entry_into_force),
        PageOf("zones", (), zones.ZonesPage, zones.zones),
        PageOf("coverage", ("of?", "adds?", "author?"), coverage.CoveragePage, coverage.coverage),
        PageOf("coverage-state", ("party", "adds?", "author?"), single.CoverageStatePage, single.coverage_state),
        PageOf("prohibition", ("prohibition", "author?"), single.ProhibitionPage, single.prohibition),
        PageOf("law-developments", ("body_of_law?",), developments.DevelopmentsPage, developments.law_developments),
        PageOf("indicators", (), progress.IndicatorsPage, progress.indicators),
        PageOf("indicator", ("element",), progress.IndicatorPage, progress.indicator),
        PageOf("exercise", ("party?",), exercising.ExercisePage, exercising.exercise),
        PageOf("debriefing", ("draft?",), debriefing.DebriefingPage, debriefing.debriefing),
        PageOf("calendar", ("body?", "theme?"), calendar.CalendarPage, calendar.calendar),
        PageOf("updates", ("subject?", "before?"), updates.UpdatesPage, updates.updates),
        PageOf("digest", ("day", "subject?", "hours?"), digests.DigestPage, digests.digest),
        PageOf("trace", ("para?",), tracing.TracePage, tracing.trace),
    )
}


class Asked:
    """A world as pages ask it: its views, its rulings, and its entries through `data` where they are at hand."""

    def __init__(self, world: World, data: Callable[[int], bytes] | None = None, before: Asked | None = None) -> None:
        """`before` is the same record as it was asked until now: what was read of it stays read."""
        self.parties = world.parties
        self.bodies = world.bodies
        self.documents = world.documents
        self.meetings = world.meetings
        self.speakers = world.speakers
        self.proposals = world.proposals
        self.drafting = world.drafting
        self.negotiation = world.negotiation
        self.procedures = world.procedures
        self.instruments = world.instruments
        self.coverage = world.coverage
        self.commitments = world.commitments
        self.programme = world.programme
        found = lookups(world)
        self.party_lookups = found.parties
        self.document_lookups = found.documents
        self.meeting_lookups = found.meetings
        self.instrument_lookups = found.instruments
        self.commitment_lookups = found.commitments
        self.programme_lookups = found.programme
        self.record = world.record
        self.size = world.size
        self.admitted = world.admitted
        self.without_effect = world.without_effect
        self.refused = world.refused
        self.missed = world.missed
        self.exercise = world.exercise
        self.complete = world.complete
        self._corrected = world.corrected
        self._data = data
        self._entries: dict[int, Entry[Any] | None] = {} if before is None else before._entries
        self._made: dict[str, Any] = {}

    def read(self, index: int) -> Entry[Any] | None:
        """The entry at an index; `None` where entries are not at hand or this copy cannot read it."""
        if self._data is None:
            return None
        if index not in self._entries:
            if len(self._entries) > KEPT_ENTRIES:
                self._entries.clear()
            try:
                self._entries[index] = read(index, self._data(index), VOCABULARY)[0]
            except (UnknownAct, Malformed):
                self._entries[index] = None
        return self._entries[index]

    def envelope(self, index: int) -> Envelope | None:
        """The envelope of an entry; `None` where entries are not at hand."""
        try:
            return None if self._data is None else unframe(self._data(index)).envelope
        except Malformed:
            return None

    def corrected_by(self, index: int) -> int | None:
        """The later entry that corrects this one, if there is one."""
        return self._corrected.get(index)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What several pages ask, made once for a record of this size."""
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made


_last: WeakKeyDictionary[World, Asked] = WeakKeyDictionary()


def asked(world: World, data: Callable[[int], bytes] | None = None) -> Asked:
    """A world as pages ask it: the same until it grows, with what was read and made for pages."""
    known = _last.get(world)
    if known is None or known.size != world.size or known._data != data:
        before = known if known is not None and known._data == data else None
        known = _last[world] = Asked(world, data, before)
    return known


def ask(
    world: World,
    name: str,
    arguments: tuple[str, ...] = (),
    on: datetime.date | None = None,
    data: Callable[[int], bytes] | None = None,
) -> Page:
    """The page `name` of a world.

    Args:
        on: the day for which the answer shall hold; `None` asks for the latest.
        data: gives the bytes of an entry; without it the page `entry`, the history of
            corrections and the voices of some rows are not known.

    Raises:
        Missing: no such page, or the record has nothing under the name in the arguments.
        WrongArguments: too few or too many.

    >>> ask(World("example.org/record"), "parties").parties
    ()
    """
    page = PAGES.get(name)
    if page is None:
        raise Missing("page", name)
    least = sum(not argument.endswith("?") for argument in page.arguments)
    if not least <= len(arguments) <= len(page.arguments):
        raise WrongArguments(page)
    return page.ask(asked(world, data), *arguments, on=on)
