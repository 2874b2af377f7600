"""How meetings are asked about: periods and days, panels, statements, introductions, themes, participation."""

from __future__ import annotations

import datetime
from typing import Literal, Protocol

from accord.acts.facts import Fact
from accord.acts.values import Person, Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents import pages as documents
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.acts import HoldPanel, IntroducePaper, MakeStatement
from accord.areas.meetings.rules import key
from accord.areas.meetings.view import Meetings, in_order
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, head
from accord.reference.states import states as un_states


class Known(documents.Known, Protocol):
    """What these pages are asked of."""

    meetings: Meetings


class Period(Part, frozen=True):
    """A body met from a day to a day, both included (A/68/514 ¶3)."""

    meeting: str
    kind: Literal["organizational", "substantive"]
    first: datetime.date
    last: datetime.date
    venue: Text | None
    cite: Cite


class MeetingDays(Part, frozen=True):
    """How long a body met, against its cap. A range proves no number of working days, so it never shows a breach."""

    recorded_days: int
    """Days on which something is recorded as held on that very day."""
    span_days: int
    """Calendar days that the recorded periods span."""
    span_weekdays: int
    """Of them, Mondays to Fridays; public holidays are not known here."""
    cap_days: int | None
    over_cap: Literal["shown", "not-shown", "no-cap"]
    """`shown` only when the days recorded one by one exceed the cap."""


class MeetingsPage(Page, frozen=True, tag="meetings"):
    """When a body met."""

    body: BodyCode
    meetings: tuple[Period, ...]
    days: MeetingDays


class PanellistRow(Part, frozen=True):
    """A panellist, speaking personally; some without affiliation."""

    person: Person
    affiliations: tuple[PartyCode, ...]


class PanelRow(Part, frozen=True):
    """An informal panel (¶13)."""

    panel: str
    title: Text
    moderator: Person | None
    moderator_state: PartyCode | None
    panellists: tuple[PanellistRow, ...]
    held: datetime.date | None
    summaries: tuple[SymbolText, ...]
    """The moderators' summaries; which panel each belongs to is an inference of the recorder. Empty: none recorded."""
    cite: Cite


class PanelsPage(Page, frozen=True, tag="panels"):
    """The panels of a body, in the printed order."""

    body: BodyCode
    panels: tuple[PanelRow, ...]


class PanelPage(Page, frozen=True, tag="panel"):
    """One panel."""

    body: BodyCode
    panel: PanelRow


class StatementRow(Part, frozen=True):
    """A statement (¶¶14-15)."""

    statement: str
    speaker: PartyCode | None
    official: Text | None
    on_behalf_of: PartyCode | None
    speaker_is_member: bool | None
    """Whether the speaker is on record as a member of the group spoken for; `None` where there is no group."""
    occasion: Literal["general-exchange", "opening", "address", "other"]
    days: tuple[datetime.date, ...]
    """The days of the meetings in question; which of them is not always said."""
    text: Text | None
    cite: Cite


class StatementsPage(Page, frozen=True, tag="statements"):
    """The statements made in a body, in the printed order."""

    body: BodyCode
    statements: tuple[StatementRow, ...]


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


class ThemeRow(Part, frozen=True):
    """A theme and who facilitated it (¶17)."""

    theme: str
    title: Text
    facilitator: Person | None
    facilitator_state: PartyCode | None
    by_chair: bool
    cite: Cite


class ThemesPage(Page, frozen=True, tag="themes"):
    """The themes of the substantive discussion, in the printed order."""

    body: BodyCode
    themes: tuple[ThemeRow, ...]


class Participant(Part, frozen=True):
    """How a State is on record as having taken part. Silence is never agreement."""

    state: PartyCode
    how: Literal["spoke", "via-group", "no-recorded-statement"]
    statements: tuple[str, ...]
    groups: tuple[PartyCode, ...]
    """Groups of which it was a member on a day of the statement made on their behalf."""


class ParticipationPage(Page, frozen=True, tag="participation"):
    """Who is on record as having spoken, for how many States in all."""

    body: BodyCode
    participants: tuple[Participant, ...]
    spoke: int
    via_group: int
    no_recorded_statement: int
    """Of the States in the register."""
    states_in_register: int
    un_member_states: int | None
    """The other denominator; `None` in an exercise."""


def period_rows(known: Known, body: str) -> tuple[Period, ...]:
    """The periods of a body by their first day."""
    facts = sorted(in_order(known.meetings.tables.meetings, body), key=lambda f: (f.act.first, f.act.last))
    return tuple(
        Period(
            meeting=f.act.meeting,
            kind=f.act.kind,
            first=f.act.first,
            last=f.act.last,
            venue=f.act.venue,
            cite=cite(known, f),
        )
        for f in facts
    )


def meeting_days(known: Known, body: str) -> MeetingDays:
    """How long a body met, against its cap."""
    return known.once(f"days of {body}", lambda: _meeting_days(known, body))


def _meeting_days(known: Known, body: str) -> MeetingDays:
    exact: set[datetime.date] = set()
    span: set[datetime.date] = set()
    for fact in in_order(known.meetings.tables.meetings, body):
        first, last = fact.act.first, fact.act.last
        # A typing error of centuries must not fill the memory; such a period is shown and not counted.
        if (last - first).days < 3700:
            span |= {first + datetime.timedelta(days=n) for n in range((last - first).days + 1)}
        if first == last:
            exact.add(first)
    for fact in in_order(known.meetings.tables.panels, body):
        exact |= {fact.act.on} - {None}
    for table in (known.meetings.tables.statements, known.meetings.tables.introductions):
        for fact in in_order(dict(table), body):
            exact |= set(fact.act.days) if len(fact.act.days) == 1 else set()
    cap = established(known, body).act.cap_days
    return MeetingDays(
        recorded_days=len(exact),
        span_days=len(span),
        span_weekdays=sum(day.weekday() < 5 for day in span),
        cap_days=cap,
        over_cap="no-cap" if cap is None else "shown" if len(exact) > cap else "not-shown",
    )


def meetings(known: Known, body: str = "", *, on: datetime.date | None = None) -> MeetingsPage:
    """When a body met."""
    name = established(known, body).act.body
    return MeetingsPage(
        head=head(known, on), body=name, meetings=period_rows(known, name), days=meeting_days(known, name)
    )


def panel_row(known: Known, fact: Fact[HoldPanel]) -> PanelRow:
    """A panel."""
    act = fact.act
    register = known.documents.of_body(act.body)
    return PanelRow(
        panel=act.panel,
        title=act.title,
        moderator=act.moderator,
        moderator_state=act.moderator_state,
        panellists=tuple(
            PanellistRow(
                person=p.person, affiliations=p.affiliations or ((p.affiliation,) if p.affiliation is not None else ())
            )
            for p in act.panellists
        ),
        held=act.on,
        summaries=tuple(f.act.symbol for f in register if f.act.summarises == act.panel),
        cite=cite(known, fact),
    )


def panels(known: Known, body: str = "", *, on: datetime.date | None = None) -> PanelsPage:
    """The panels of a body."""
    name = established(known, body).act.body
    rows = tuple(panel_row(known, fact) for fact in in_order(known.meetings.tables.panels, name))
    return PanelsPage(head=head(known, on), body=name, panels=rows)


def panel(known: Known, panel: str, body: str = "", *, on: datetime.date | None = None) -> PanelPage:
    """One panel.

    Raises:
        Missing: no such panel or body.
    """
    name = established(known, body).act.body
    fact = known.meetings.tables.panels.get(key(name, panel))
    if fact is None:
        raise Missing("panel", panel)
    return PanelPage(head=head(known, on), body=name, panel=panel_row(known, fact))


def statement_row(known: Known, fact: Fact[MakeStatement]) -> StatementRow:
    """A statement."""
    act = fact.act
    group = act.on_behalf_of
    member = None
    if group is not None and act.speaker is not None:
        member = act.speaker == group or any(act.speaker in known.parties.members(group, d) for d in days(act))
    return StatementRow(
        statement=act.statement,
        speaker=act.speaker,
        official=act.official,
        on_behalf_of=group,
        speaker_is_member=member,
        occasion=act.occasion,
        days=act.days,
        text=act.text,
        cite=cite(known, fact, act.speaker),
    )


def days(act: MakeStatement) -> tuple[datetime.date | None, ...]:
    """The days on which a membership would count for a statement; without any: now."""
    return act.days or (None,)


def statements(known: Known, body: str = "", *, on: datetime.date | None = None) -> StatementsPage:
    """The statements made in a body."""
    name = established(known, body).act.body
    rows = tuple(statement_row(known, fact) for fact in in_order(known.meetings.tables.statements, name))
    return StatementsPage(head=head(known, on), body=name, statements=rows)


def statements_by(known: Known, party: str) -> tuple[StatementRow, ...]:
    """What a party said, or was said on its behalf as a group."""
    found = known.once("statements by party", lambda: _statements_by_party(known))
    return tuple(statement_row(known, f) for f in found.get(party, ()))


def _statements_by_party(known: Known) -> dict[str | None, list[Fact[MakeStatement]]]:
    found: dict[str | None, list[Fact[MakeStatement]]] = {}
    for fact in known.meetings.tables.statements.values():
        for party in {fact.act.speaker: None, fact.act.on_behalf_of: None}:
            found.setdefault(party, []).append(fact)
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


def themes(known: Known, body: str = "", *, on: datetime.date | None = None) -> ThemesPage:
    """The themes discussed."""
    name = established(known, body).act.body
    rows = tuple(
        ThemeRow(
            theme=f.act.theme,
            title=f.act.title,
            facilitator=f.act.facilitator,
            facilitator_state=f.act.facilitator_state,
            by_chair=f.act.by_chair,
            cite=cite(known, f),
        )
        for f in in_order(known.meetings.tables.themes, name)
    )
    return ThemesPage(head=head(known, on), body=name, themes=rows)


def participant(known: Known, state: str, own: tuple[str, ...], for_groups: list[Fact[MakeStatement]]) -> Participant:
    """How a State took part in a body: by its own statements, and by those for groups."""
    groups = []
    via = []
    for f in for_groups:
        group = f.act.on_behalf_of
        if group is not None and any(state in known.parties.members(group, d) for d in days(f.act)):
            groups.append(group)
            via.append(f.act.statement)
    how: Literal["spoke", "via-group", "no-recorded-statement"]
    how = "spoke" if own else "via-group" if via else "no-recorded-statement"
    return Participant(
        state=state,
        how=how,
        statements=tuple(dict.fromkeys((*own, *via))),
        groups=tuple(dict.fromkeys(groups)),
    )


def participation(known: Known, body: str = "", *, on: datetime.date | None = None) -> ParticipationPage:
    """Who is on record as having spoken."""
    name = established(known, body).act.body
    facts = in_order(known.meetings.tables.statements, name)
    register = [party for party, fact in known.parties.tables.parties.items() if fact.act.kind == "state"]
    own: dict[str | None, list[str]] = {}
    for fact in facts:
        own.setdefault(fact.act.speaker, []).append(fact.act.statement)
    for_groups = [fact for fact in facts if fact.act.on_behalf_of is not None]
    rows = tuple(participant(known, state, tuple(own.get(state, ())), for_groups) for state in register)
    return ParticipationPage(
        head=head(known, on),
        body=name,
        participants=rows,
        spoke=sum(row.how == "spoke" for row in rows),
        via_group=sum(row.how == "via-group" for row in rows),
        no_recorded_statement=sum(row.how == "no-recorded-statement" for row in rows),
        states_in_register=len(rows),
        un_member_states=None if known.exercise else sum(s.status == "member" for s in un_states().values()),
    )
