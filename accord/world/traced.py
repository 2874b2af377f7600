"""The page of a proposal with what later areas know of it: the elements it proposes, by the readings of authors."""

from __future__ import annotations

import datetime

from accord.areas.programme.known import Known
from accord.areas.programme.pages import ElementOf, elements_of
from accord.areas.proposals import pages as proposals


class ProposalPage(proposals.ProposalPage, frozen=True, tag="proposal"):
    """One proposal: its texts and where they come from, who stands by it, where it went, and which element it is."""

    elements: tuple[ElementOf, ...]


def proposal(known: Known, proposal: str, body: str = "", *, on: datetime.date | None = None) -> ProposalPage:
    """One proposal, by its label within its body.

    Raises:
        Missing: no such proposal or body.
    """
    page = proposals.proposal(known, proposal, body, on=on)
    told = {name: getattr(page, name) for name in page.__struct_fields__}
    return ProposalPage(**told, elements=elements_of(known, page.proposal))
