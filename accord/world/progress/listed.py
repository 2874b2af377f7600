"""The indicators of A/68/514 ¶¶27-29: the one list of what is counted for each element, and in which unit.

Which instrument or which undertakings an indicator counts is the reading of the editors of this list. What nothing
in the record is counted for stays in the list all the same: its value is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from accord.areas.commitments.acts import Force
from accord.areas.commitments.families import under
from accord.areas.commitments.measures import about
from accord.world.progress.counting import (
    Answers,
    Bound,
    Counting,
    Figures,
    IndicatorUnit,
    Needed,
    Nothing,
    Prohibited,
    ReviewActions,
    Statements,
    Texts,
    Undertakings,
    Unreduced,
    ZoneMembers,
    ZoneProtocols,
    ZoneRemarks,
    Zones,
    ZonesProposed,
)

IndicatorCode = Literal[
    "undertakings",
    "review-actions",
    "fissile-production-moratoria",
    "facilities-converted",
    "testing-moratoria",
    "new-types",
    "upgrading",
    "tests",
    "role-in-doctrines",
    "no-first-use",
    "weapons-on-territory-of-others",
    "removal-from-territory",
    "excess-material-designated",
    "excess-material-under-arrangements",
    "excess-material-eliminated",
    "zones",
    "zone-members",
    "zone-protocols",
    "zone-reservations",
    "zone-reservations-withdrawn",
    "zones-proposed",
    "national-legislation",
    "baseline-inventories",
    "regular-reports",
    "disclosed",
    "withheld",
    "absent",
    "safety-and-security",
    "readiness",
    "detonation-instruments",
    "nuclear-danger-measures",
    "verification-tools",
    "npt-adherence",
    "binding-undertakings",
    "reductions",
    "intervals-without-reduction",
    "facilities-under-regime",
    "testing-instrument",
    "ctbt-entry-into-force",
    "fissile-material-instrument",
    "production-ban",
    "production-ban-with-stocks",
    "binding-negative-assurances",
    "political-negative-assurances",
    "arrangements-among-nuclear-weapon-states",
    "no-first-use-in-law",
    "elimination",
    "verified-elimination",
    "prohibition-of-use-or-threat",
    "prohibition-of-possession",
    "prohibition-of-material",
    "material-under-safeguards",
    "safeguards-in-force",
    "all-testing",
    "sub-critical-testing",
]
"""An indicator of ¶¶27-29."""


class Listed(NamedTuple):
    """An indicator of an element."""

    element: str
    indicator: IndicatorCode
    counts: Counting


_BINDING: Force = "legally-binding"
_WEAPONS = tuple(subject for subject in about("28-b") if subject in about("27-i"))
_TESTING = ("testing-above-ground", "testing-underground", "testing-subcritical")

_LISTED: tuple[Listed, ...] = (
    Listed("27-a", "undertakings", Undertakings(("elimination",))),
    Listed("27-b", "fissile-production-moratoria", Undertakings(("fissile-moratorium",))),
    Listed("27-b", "facilities-converted", Figures(about("27-b"))),
    Listed("27-c", "testing-moratoria", Undertakings(("testing-moratorium",))),
    Listed("27-c", "new-types", Undertakings(("no-new-types",))),
    Listed("27-c", "upgrading", Undertakings(("no-upgrading",))),
    Listed("27-c", "tests", Figures(about("27-c"))),
    Listed("27-d", "role-in-doctrines", Statements(("role-in-doctrine", "role-in-alliance"))),
    Listed("27-e", "no-first-use", Undertakings(("no-first-use",))),
    Listed("27-f", "weapons-on-territory-of-others", Figures(about("27-f"))),
    Listed("27-f", "removal-from-territory", Undertakings(("removal-from-territory",))),
    Listed("27-g", "excess-material-designated", Figures(("heu-designated-excess", "plutonium-designated-excess"))),
    Listed(
        "27-g",
        "excess-material-under-arrangements",
        Figures(
            (
                "heu-in-iaea-framework",
                "plutonium-in-iaea-framework",
                "heu-under-binding-arrangement",
                "plutonium-under-binding-arrangement",
            )
        ),
    ),
    Listed(
        "27-g",
        "excess-material-eliminated",
        Figures(("heu-irreversibly-eliminated", "plutonium-irreversibly-eliminated")),
    ),
    Listed("27-h", "zones", Zones()),
    Listed("27-h", "zone-members", ZoneMembers()),
    Listed("27-h", "zone-protocols", ZoneProtocols()),
    Listed("27-h", "zone-reservations", ZoneRemarks()),
    Listed("27-h", "zone-reservations-withdrawn", ZoneRemarks(withdrawn=True)),
    Listed("27-h", "zones-proposed", ZonesProposed()),
    Listed("27-h-legislation", "national-legislation", Undertakings(("national-legislation",))),
    Listed("27-i", "baseline-inventories", Figures(about("27-i"))),
    Listed("27-i", "regular-reports", Undertakings(("regular-reports", "transparency"))),
    Listed("27-i", "disclosed", Answers(about("27-i"), "disclosed")),
    Listed("27-i", "withheld", Answers(about("27-i"), "withheld")),
    Listed("27-i", "absent", Answers(about("27-i"), "absent")),
    Listed("27-j", "safety-and-security", Undertakings(("safety-and-security",))),
    Listed("27-j", "readiness", Undertakings(("lowered-readiness",))),
    Listed(
        "27-j",
        "detonation-instruments",
        Undertakings(("safety-and-security", "lowered-readiness", "risk-reduction"), _BINDING),
    ),
    Listed("27-k", "nuclear-danger-measures", Undertakings(("risk-reduction",))),
    Listed("27-l", "verification-tools", Undertakings(("verification",))),
    Listed("27-m", "npt-adherence", Bound("npt")),
    Listed("28-a", "binding-undertakings", Undertakings(("elimination",), _BINDING)),
    Listed("28-b", "reductions", Figures(("warheads-dismantled", "delivery-vehicles-eliminated"))),
    Listed("28-b", "intervals-without-reduction", Unreduced(_WEAPONS)),
    Listed("28-b", "facilities-under-regime", Figures(("facilities-under-regime", "facilities-declared"))),
    Listed("28-c", "testing-instrument", Texts(_TESTING)),
    Listed("28-c", "ctbt-entry-into-force", Needed("ctbt")),
    Listed("28-d", "fissile-material-instrument", Undertakings(("fissile-treaty",), _BINDING)),
    Listed("28-d-i", "production-ban", Texts(("material-production",))),
    Listed("28-d-ii", "production-ban-with-stocks", Texts(("material-production", "material-use"))),
    Listed("28-e", "binding-negative-assurances", Undertakings(("negative-assurance",), _BINDING)),
    Listed("28-e", "political-negative-assurances", Undertakings(("negative-assurance",), "political")),
    Listed("28-f", "arrangements-among-nuclear-weapon-states", Undertakings(("among-nuclear-weapon-states",))),
    Listed("28-g", "no-first-use-in-law", Undertakings(("no-first-use",), _BINDING)),
    Listed("29-a", "elimination", Figures(about("29-a"))),
    Listed("29-a", "verified-elimination", Nothing()),
    Listed("29-b", "prohibition-of-use-or-threat", Prohibited(("use", "threat-of-use"))),
    Listed("29-c", "prohibition-of-possession", Prohibited(("possession", "stockpiling", "development", "transfer"))),
    Listed("29-d", "prohibition-of-material", Prohibited(("material-production", "material-use"))),
    Listed("29-d", "material-under-safeguards", Undertakings(("safeguards",))),
    Listed("29-d", "safeguards-in-force", Figures(about("29-d"))),
    Listed("29-e", "all-testing", Prohibited(_TESTING[:2])),
    Listed("29-e", "sub-critical-testing", Prohibited(_TESTING[2:])),
)


def _with_reviews(listed: Iterable[Listed]) -> Iterator[Listed]:
    """After the indicators of each element the actions of review conferences about it."""
    for element, rows in groupby(listed, key=lambda one: one.element):
        yield from rows
        if under(element):
            yield Listed(element, "review-actions", ReviewActions(under(element)))


INDICATORS = tuple(_with_reviews(_LISTED))
"""In the order of the text, which is no hierarchy."""


def of_element(element: str) -> tuple[Listed, ...]:
    """The indicators of an element, by its code.

    >>> [one.indicator for one in of_element("27-m")]
    ['npt-adherence', 'review-actions']
    """
    return tuple(one for one in INDICATORS if one.element == element)


def unit_of(indicator: IndicatorCode) -> IndicatorUnit:
    """What values of an indicator are a number of.

    >>> unit_of("npt-adherence")
    'states'
    """
    return next(one.counts.unit for one in INDICATORS if one.indicator == indicator)
