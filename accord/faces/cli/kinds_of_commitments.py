"""The families of codes that pages of commitments have."""

from __future__ import annotations

from typing import Any, get_args

from accord.areas.commitments import attributed, belonging, figures, pages, parts, standing
from accord.areas.commitments.acts import Actor, Designation, Force, Sides, Status, Topic, Turn
from accord.areas.commitments.families import Family
from accord.areas.commitments.measures import Subject, Unit
from accord.areas.parties.acts import Sector

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(choice): family
    for choice, family in (
        (Sides, "sides"),
        (Force, "force"),
        (Actor, "actor"),
        (Sector, "sector"),
        (belonging.ToldBy, "told-by"),
        (Turn, "turned"),
        (Status, "implementation"),
        (Topic, "doctrine-matter"),
        (Designation, "designation"),
        (Family, "undertaking-matter"),
        (Subject, "figure-subject"),
        (Unit, "quantity-unit"),
        (standing.Holding, "holding"),
        (parts.Manner, "manner"),
        (pages.UndertakingFacet, "undertaking-facet"),
        (pages.Implementation, "as-said"),
        (figures.Computed, "computed"),
        (figures.Apart, "kinds-apart"),
        (attributed.Limit, "doctrine-limit"),
        (attributed.Attribution, "attribution"),
        (attributed.InForce, "doctrine-state"),
    )
}
"""A set of codes → the family of words for them."""
