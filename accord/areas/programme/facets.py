"""The facets of elements, always by who classifies: nothing is of a kind by itself (A/68/514 ¶¶23-24)."""

from __future__ import annotations

from typing import Literal

from accord.areas.parties.cite import Part, PartyCode
from accord.areas.programme.known import Known

ElementFacet = Literal["undertaken", "purpose", "stage", "term", "nature"]
FACETS: tuple[ElementFacet, ...] = ("undertaken", "purpose", "stage", "term", "nature")


class ElementFacetRow(Part, frozen=True):
    """How many elements an author classifies so."""

    element_facet: ElementFacet
    value: str
    author: PartyCode
    element_count: int


def facet_rows(known: Known) -> tuple[ElementFacetRow, ...]:
    """How many elements each author puts under each value of each facet."""
    counted: dict[tuple[int, str, str, ElementFacet], int] = {}
    for classifications in known.programme.tables.classifications.values():
        for author, fact in classifications.items():
            for number, facet in enumerate(FACETS):
                for value in getattr(fact.act, facet):
                    place = (number, value, author, facet)
                    counted[place] = counted.get(place, 0) + 1
    return tuple(
        ElementFacetRow(element_facet=facet, value=value, author=author, element_count=count)
        for (_, value, author, facet), count in sorted(counted.items())
    )


def classified(known: Known, element: str, facet: ElementFacet, value: str, author: str = "") -> bool:
    """Whether an author, or anybody, puts an element under a value of a facet."""
    return any(
        author in ("", by) and value in getattr(fact.act, facet)
        for by, fact in known.programme.tables.classifications.get(element, {}).items()
    )
