"""The demonstration: the record of the 2013 working group, recorded by an editor from its report.

Every State and organisation is *recorded*, with document and paragraph; none has a key here,
and none says anything. Two parties sign: the secretariat of the record, which founds it, and
the "Accord demonstration editor". Their keys are made fresh by the program that tells the story.
Titles in square brackets are the editors' descriptions, not official titles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from accord.acts.values import Line, Person, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import (
    AdoptAgenda,
    AgendaItem,
    DecideModalities,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    ServiceBody,
)
from accord.areas.documents.acts import IssueVersion, RegisterDocument
from accord.areas.drafting.acts import AdoptReport, ConsiderReport
from accord.areas.meetings.acts import (
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    IntroducePaper,
    MakeStatement,
    Panellist,
    SubmitViews,
)
from accord.areas.parties.acts import EnterParty, FoundRecord, GrantRole, JoinGroup, RegisterKey
from accord.keys.signers import Signer
from accord.reference import group_2013 as facts
from accord.reference.group_2013 import days, rows, several
from accord.reference.states import states
from accord.stories.demonstration_coverage import coverage_told
from accord.stories.demonstration_figures import figures_told, policies_told, safeguards_told
from accord.stories.demonstration_groups import groups_told
from accord.stories.demonstration_law import law_told, states_entered
from accord.stories.demonstration_programme import programme_told
from accord.stories.demonstration_proposals import proposed
from accord.stories.demonstration_reviews import reviews_told
from accord.stories.demonstration_votes import votes_told
from accord.stories.story import Progress, Said, Say, tell, text

SECRETARIAT = "accord-demonstration"
EDITOR = "accord-demonstration-editor"
BODY = rows(facts.Mandate)[0].body
REPORT = rows(facts.Mandate)[0].report

_NAME = {
    "ar": "سجل Accord التوضيحي",
    "zh": "Accord演示记录",
    "en": "Accord demonstration record",
    "fr": "Registre de démonstration d'Accord",
    "ru": "Демонстрационная запись Accord",
    "es": "Registro de demostración de Accord",
}
_TITLE = {
    "ar": "الفريق العامل لعام 2013، مدونا من تقريره",
    "zh": "2013年工作组，据其报告记录",
    "en": "The working group of 2013, recorded from its report",
    "fr": "Le groupe de travail de 2013, consigné d'après son rapport",
    "ru": "Рабочая группа 2013 года, записанная по ее докладу",
    "es": "El grupo de trabajo de 2013, registrado a partir de su informe",
}
_EDITOR_NAME = {
    "ar": "محرر Accord التوضيحي",
    "zh": "Accord演示编者",
    "en": "Accord demonstration editor",
    "fr": "Rédaction de la démonstration d'Accord",
    "ru": "Редакция демонстрации Accord",
    "es": "Redacción de la demostración de Accord",
}


def demonstration(say: Say, keys: Mapping[str, Signer], progress: Progress | None = None) -> int:
    """Tells the demonstration: says every act through `say`; the number of acts said.

    Args:
        say: says one act in a party's name, signed by the keys handed to it.
        keys: fresh keys of `SECRETARIAT` and `EDITOR`.
        progress: hears after each act how many of how many have been said.
    """
    return tell(acts(str(keys[SECRETARIAT].vkey), str(keys[EDITOR].vkey)), keys, say, progress)


def acts(secretariat: str, editor: str) -> Iterator[Said]:
    """The acts of the demonstration in order.

    Args:
        secretariat, editor: the public keys of the two parties that sign, as vkeys.
    """
    yield Said(
        SECRETARIAT, FoundRecord(secretariat=SECRETARIAT, name=text(_NAME), title=text(_TITLE), vkey=secretariat)
    )
    yield Said(SECRETARIAT, EnterParty(party=EDITOR, kind="editor", name=text(_EDITOR_NAME)))
    yield Said(SECRETARIAT, RegisterKey(party=EDITOR, vkey=editor), signed=(EDITOR, SECRETARIAT))
    yield Said(SECRETARIAT, GrantRole(party=EDITOR, role="recorder"))
    for act in recorded():
        yield Said(EDITOR, act)


def recorded() -> Iterator[Act]:
    """What the editor records of A/68/514, paragraphs 1-17, 27-29 and 51-52, in an order that rules can follow."""
    yield from _parties()
    yield from _body()
    yield from _documents()
    yield from _meetings()
    yield from _adoption()
    yield from proposed(BODY, REPORT, EDITOR, described, source)
    yield from programme_told(BODY, EDITOR, source)
    yield from states_entered(first_mentions())
    yield from law_told()
    yield from votes_told(described("resolution"))
    yield from groups_told()
    yield from policies_told()
    yield from reviews_told()
    yield from figures_told()
    yield from safeguards_told()
    yield from coverage_told(EDITOR, REPORT)


def source(place: str) -> Source:
    """The place of A/68/514 where a fact stands."""
    return Source(document=REPORT, place=place)


def described(key: str) -> Text:
    """The editors' own wording, in the square brackets that mark what a cataloguer supplies: no official title."""
    return text({language: f"[{words}]" for language, words in facts.wordings()[key].said().items()})


def first_mentions() -> dict[str, str]:
    """The States that the facts name, and the place that names each first, in the order of the report."""
    named: dict[str, str] = {}

    def name(place: Line, *parties: str | None) -> None:
        for party in parties:
            if party in states():
                named.setdefault(str(party), place)

    for officer in rows(facts.Officer):
        name(officer.place, officer.state)
    for friend in rows(facts.Friend):
        name(friend.place, friend.state)
    for sponsor in rows(facts.Sponsor):
        name(sponsor.place, sponsor.sponsor)
    speakers = {panel.panel: [] for panel in rows(facts.Panel)}  # type: dict[str, list[facts.Panellist]]
    for panellist in rows(facts.Panellist):
        speakers[panellist.panel].append(panellist)
    for panel in rows(facts.Panel):
        name(panel.place, panel.state)
        for panellist in speakers[panel.panel]:
            name(panellist.place, *several(panellist.affiliations))
    for statement in rows(facts.Statement):
        name(statement.place, statement.speaker, statement.on_behalf_of)
    for member in rows(facts.Member):
        name(member.place, member.member)
    for introduction in rows(facts.Introduction):
        name(introduction.place, *several(introduction.introducers), *several(introduction.on_behalf_of))
    for theme in rows(facts.Theme):
        name(theme.place, theme.state)
    return named


def _parties() -> Iterator[Act]:
    for state, place in first_mentions().items():
        yield EnterParty(party=state, kind="state", source=source(place))
    for row in rows(facts.Organisation):
        shorts, articles = row.shorts(), row.articles()
        yield EnterParty(
            party=row.party,
            kind=row.kind,
            name=text(row.names()),
            short=text(shorts, "en" if "en" in shorts else "zh") if shorts else None,
            also=(text({"zh": row.also_zh}, "zh"),) if row.also_zh else (),
            article=text(articles) if articles else None,
            sector=row.sector,
            source=source(row.place),
        )
    for member in rows(facts.Member):
        yield JoinGroup(group=member.group, member=member.member, source=source(member.place))


def _body() -> Iterator[Act]:
    mandate = rows(facts.Mandate)[0]
    worded = facts.wordings()
    yield EstablishBody(
        body=BODY,
        name=text(worded["body-name"].said()),
        short=text(worded["body-short"].said()),
        resolution=mandate.resolution,
        resolution_title=described("resolution"),
        paragraphs=tuple(int(number) for number in several(mandate.established_by)),
        reporting_paragraph=mandate.reporting_paragraph,
        venue=text(worded[mandate.venue].said()),
        year=mandate.year,
        cap_days=mandate.cap_days,
        reports_to_session=mandate.reports_to_session,
        agenda_item=mandate.agenda_item,
        source=source(mandate.place),
    )
    yield ServiceBody(body=BODY, provider=text(worded[mandate.provider].said()), source=source("para-4"))
    for officer in rows(facts.Officer):
        yield ElectOfficer(
            body=BODY,
            office=officer.office,
            person=Person(name=officer.person, said={"zh": officer.person_zh}),
            state=officer.state,
            mode=officer.mode,
            on=officer.on,
            source=source(officer.place),
        )
    for friend in rows(facts.Friend):
        yield NameFriend(body=BODY, state=friend.state, place=friend.order, source=source(friend.place))
    agenda = rows(facts.AgendaItem)
    yield AdoptAgenda(
        body=BODY,
        document=agenda[0].document,
        on=agenda[0].adopted,
        items=tuple(AgendaItem(number=item.number, title=described(item.wording)) for item in agenda),
        source=source(agenda[0].place),
    )
    modalities = rows(facts.Modality)
    yield DecideModalities(
        body=BODY,
        on=modalities[0].on,
        admitted=tuple(row.admitted for row in modalities),
        source=source(modalities[0].place),
    )


def _documents() -> Iterator[Act]:
    mandate = rows(facts.Mandate)[0]
    for row in rows(facts.Document):
        yield RegisterDocument(
            symbol=row.symbol,
            body=None if row.kind == "resolution" else BODY,
            kind=row.kind,
            title=described(row.wording),
            submitter=row.submitter,
            sponsors=tuple(sponsor.sponsor for sponsor in rows(facts.Sponsor) if sponsor.symbol == row.symbol),
            printed=row.printed,
            panel_ordinal=row.panel_ordinal,
            summarises=row.summarises,
            place=row.order,
            source=source(row.place),
        )
    yield IssueVersion(symbol=mandate.report, language="zh", job=mandate.job, source=source("running header"))


def _meetings() -> Iterator[Act]:
    worded = facts.wordings()
    venue = text(worded[rows(facts.Mandate)[0].venue].said())
    for meeting in rows(facts.Meeting):
        yield HoldMeetings(
            body=BODY,
            meeting=meeting.meeting,
            kind=meeting.kind,
            first=meeting.first,
            last=meeting.last,
            venue=venue,
            source=source(meeting.place),
        )
    panellists = rows(facts.Panellist)
    for panel in rows(facts.Panel):
        yield HoldPanel(
            body=BODY,
            panel=panel.panel,
            title=described(panel.wording),
            moderator=Person(name=panel.moderator),
            moderator_state=panel.state,
            panellists=tuple(_panellist(row) for row in panellists if row.panel == panel.panel),
            place=panel.order,
            source=source(panel.place),
        )
    for statement in rows(facts.Statement):
        yield MakeStatement(
            body=BODY,
            statement=statement.statement,
            speaker=statement.speaker,
            official=text(worded[statement.official].said()) if statement.official else None,
            on_behalf_of=statement.on_behalf_of,
            occasion=statement.occasion,
            days=days(statement.days),
            place=statement.order,
            source=source(statement.place),
        )
    for row in rows(facts.Introduction):
        yield IntroducePaper(
            body=BODY,
            introduction=row.introduction,
            introducers=several(row.introducers),
            by_chair=row.by_chair == "yes",
            on_behalf_of=several(row.on_behalf_of),
            jointly=row.jointly == "yes",
            days=days(row.days),
            document=row.document,
            inferred=row.document is not None,
            place=row.order,
            source=source(row.place),
        )
    for submission in rows(facts.Submission):
        yield SubmitViews(
            body=BODY, submitter=submission.party, place=submission.order, source=source(submission.place)
        )
    for theme in rows(facts.Theme):
        yield DiscussTheme(
            body=BODY,
            theme=theme.theme,
            title=described(theme.wording),
            facilitator=Person(name=theme.facilitator) if theme.facilitator else None,
            facilitator_state=theme.state,
            by_chair=theme.by_chair == "yes",
            place=theme.order,
            source=source(theme.place),
        )


def _panellist(row: facts.Panellist) -> Panellist:
    affiliations = several(row.affiliations)
    if len(affiliations) > 1:
        return Panellist(person=Person(name=row.person), affiliations=affiliations)
    return Panellist(person=Person(name=row.person), affiliation=affiliations[0] if affiliations else None)


def _adoption() -> Iterator[Act]:
    considered = rows(facts.Consideration)
    yield ConsiderReport(
        body=BODY,
        document=considered[0].report,
        agenda_item=considered[0].agenda_item,
        days=tuple(row.day for row in considered),
        source=source(considered[0].place),
    )
    for adoption in rows(facts.Adoption):
        yield AdoptReport(
            body=BODY,
            document=adoption.report,
            drafts=several(adoption.drafts),
            on=adoption.on,
            orally_revised=adoption.orally_revised == "yes",
            mode=adoption.mode,
            source=source(adoption.place),
        )
