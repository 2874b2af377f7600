"""The one list of pages: name, arguments, answer, question. HTML, JSON and the terminal print the same answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from accord.areas.bodies import pages as bodies
from accord.areas.commitments import actors, attributed, figures
from accord.areas.commitments import pages as commitments
from accord.areas.coverage import developments, single
from accord.areas.coverage import pages as coverage
from accord.areas.documents import pages as documents
from accord.areas.drafting import pages as drafting
from accord.areas.instruments import entering, states, zones
from accord.areas.instruments import pages as instruments
from accord.areas.meetings import pages as meetings
from accord.areas.negotiation import amending, bracketed, compared, followed, positions
from accord.areas.negotiation import languages as draft_languages
from accord.areas.negotiation import pages as negotiation
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import Missing, Page
from accord.areas.procedure import pages as procedure
from accord.areas.programme import approaches, comparing, supporting
from accord.areas.programme import pages as programme
from accord.areas.proposals import compiled, corrections, reflected
from accord.areas.proposals import pages as proposals
from accord.areas.speakers import pages as speakers
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
from accord.world.asked import Asked, asked
from accord.world.progress import pages as progress
from accord.world.world import World


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
        PageOf("draft-languages", ("draft",), draft_languages.LanguagesPage, draft_languages.draft_languages),
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
        PageOf("actors", ("actor?",), actors.ActorsPage, actors.actors),
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
    return answer(asked(world, data), name, arguments, on)


def answer(known: Asked, name: str, arguments: tuple[str, ...] = (), on: datetime.date | None = None) -> Page:
    """The page `name` of a world as it is asked.

    Raises:
        Missing, WrongArguments: as `ask`.
    """
    page = PAGES.get(name)
    if page is None:
        raise Missing("page", name)
    least = sum(not argument.endswith("?") for argument in page.arguments)
    if not least <= len(arguments) <= len(page.arguments):
        raise WrongArguments(page)
    return known.answer(lambda: page.ask(known, *arguments, on=on))
