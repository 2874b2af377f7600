"""The families of codes that pages and forms of elements and approaches have."""

from __future__ import annotations

from typing import Any, get_args

from accord.areas.programme import acts, approaches, comparing, conflicts, facets, pages, parts, schedule, timing

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(choice): family
    for choice, family in (
        (acts.Sides, "sides"),
        (acts.Purpose, "purpose"),
        (acts.Stage, "element-stage"),
        (acts.Term, "term"),
        (acts.Nature, "nature"),
        (acts.Bearing, "bearing"),
        (acts.Answer, "approach-says"),
        (acts.Feature, "feature"),
        (timing.DurationUnit, "time-unit"),
        (schedule.Unit, "time-unit"),
        (parts.ElementVerb, "trace"),
        (facets.ElementFacet, "element-facet"),
        (pages.NoOrder, "no-order"),
        (approaches.NotPart, "not-part"),
        (approaches.NoPreference, "no-order"),
        (timing.PathState, "path-state"),
        (conflicts.Within, "conflict"),
        (comparing.Conflict, "conflict"),
        (comparing.TwoReadings, "two-readings"),
    )
}
"""A set of codes → the family of words for them."""
