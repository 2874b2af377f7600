"""How the themes of a discussion are asked about: title and facilitator."""

from __future__ import annotations

import datetime

from accord.acts.values import Person, Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.known import Known
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head


class ThemeRow(Part, frozen=True):
    """A theme and who facilitated it (¶17)."""

    theme: str
    body: BodyCode
    title: Text
    facilitator: Person | None
    facilitator_state: PartyCode | None
    by_chair: bool
    cite: Cite


class ThemesPage(Page, frozen=True, tag="themes"):
    """The themes of the substantive discussion, in the printed order."""

    body: BodyCode
    themes: tuple[ThemeRow, ...]


def themes(known: Known, body: str = "", *, on: datetime.date | None = None) -> ThemesPage:
    """The themes discussed."""
    name = established(known, body).act.body
    rows = tuple(
        ThemeRow(
            theme=f.act.theme,
            body=f.act.body,
            title=f.act.title,
            facilitator=f.act.facilitator,
            facilitator_state=f.act.facilitator_state,
            by_chair=f.act.by_chair,
            cite=cite(known, f),
        )
        for f in known.meeting_lookups.of_body["theme"][name]
    )
    return ThemesPage(head=head(known, on), body=name, themes=rows)
