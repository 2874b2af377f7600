"""How panels are asked about: title, moderator, panellists, summaries."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.acts.values import Person, Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.acts import HoldPanel
from accord.areas.meetings.known import Known
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, head


class PanellistRow(Part, frozen=True):
    """A panellist, speaking personally; some without affiliation."""

    person: Person
    affiliations: tuple[PartyCode, ...]


class PanelRow(Part, frozen=True):
    """An informal panel (¶13)."""

    panel: str
    body: BodyCode
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


def panels(known: Known, body: str = "", *, on: datetime.date | None = None) -> PanelsPage:
    """The panels of a body."""
    name = established(known, body).act.body
    rows = tuple(panel_row(known, fact) for fact in known.meeting_lookups.of_body["panel"][name])
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


def panel_row(known: Known, fact: Fact[HoldPanel]) -> PanelRow:
    """A panel."""
    act = fact.act
    return PanelRow(
        panel=act.panel,
        body=act.body,
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
        summaries=tuple(f.act.symbol for f in known.document_lookups.by_panel[act.body, act.panel]),
        cite=cite(known, fact),
    )
