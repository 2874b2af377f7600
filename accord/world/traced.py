"""The pages of a proposal and of an element with what later areas know of them.

A proposal is an element by the readings of authors; an element has indicators, computed from facts about the world.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from accord.areas.commitments.parts import (
    CallRow,
    ReviewRow,
    UndertakingRow,
    by_day,
    call_row,
    review_row,
    undertaking_row,
)
from accord.areas.parties.rows import listed
from accord.areas.programme import pages as programme
from accord.areas.programme.known import Known
from accord.areas.programme.pages import ElementOf, elements_of
from accord.areas.proposals import pages as proposals
from accord.world.progress import known as progress
from accord.world.progress.listed import of_element
from accord.world.progress.pages import IndicatorRow, at_a_glance, indicator_rows


class WholeKnown(Known, progress.Known, Protocol):
    """What the page of an element is asked of."""


class ProposalPage(proposals.ProposalPage, frozen=True, tag="proposal"):
    """One proposal: its texts and where they come from, who stands by it, where it went, and which element it is."""

    elements: tuple[ElementOf, ...]


class ElementPage(programme.ElementPage, frozen=True, tag="element"):
    """One element: its source, how parties classify it, where it stands, from proposal to measure, its indicators."""

    indicators: tuple[IndicatorRow, ...]
    """On the day asked for; unknown where nothing is recorded."""
    undertakings: Sequence[UndertakingRow]
    """Of those whose matter belongs to it, by the reading of the editors of that list."""
    review_actions: Sequence[ReviewRow]
    """Actions of review conferences on its matter, and to whom they are addressed."""
    calls: Sequence[CallRow]
    """Who is called on to act on it, and by whom (¶¶40-44)."""


def proposal(known: Known, proposal: str, body: str = "", *, on: datetime.date | None = None) -> ProposalPage:
    """One proposal, by its label within its body.

    Raises:
        Missing: no such proposal or body.
    """
    page = proposals.proposal(known, proposal, body, on=on)
    told = {name: getattr(page, name) for name in page.__struct_fields__}
    return ProposalPage(**told, elements=elements_of(known, page.proposal))


def element(known: WholeKnown, element: str, *, on: datetime.date | None = None) -> ElementPage:
    """One element, by its code.

    Raises:
        Missing: no such element.
    """
    page = programme.element(known, element, on=on)
    told = {name: getattr(page, name) for name in page.__struct_fields__}
    rows = (row for one in of_element(element) for row in at_a_glance(indicator_rows(known, one, on)))
    found = known.commitment_lookups
    calls = [fact for fact in found.calls_about[element] if by_day(fact.act.on, on)]

    of_matter = found.under[element]
    return ElementPage(
        **told,
        indicators=tuple(rows),
        undertakings=listed(
            [fact for fact in of_matter if fact.act.origin is None], partial(undertaking_row, known, on)
        ),
        review_actions=listed(
            [fact for fact in of_matter if fact.act.origin is not None], partial(review_row, known, on)
        ),
        calls=listed(calls, partial(call_row, known)),
    )
