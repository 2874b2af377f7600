"""What undertakings are about: the closed list of families, each with the paragraphs of A/68/514 it belongs to."""

from __future__ import annotations

from typing import Literal, get_args

Family = Literal[
    "elimination",
    "testing-moratorium",
    "fissile-moratorium",
    "facility-conversion",
    "no-new-types",
    "no-upgrading",
    "role-in-doctrine",
    "no-first-use",
    "negative-assurance",
    "removal-from-territory",
    "excess-material",
    "zone",
    "national-legislation",
    "transparency",
    "regular-reports",
    "safety-and-security",
    "lowered-readiness",
    "risk-reduction",
    "verification",
    "treaty-adherence",
    "reductions",
    "test-ban",
    "fissile-treaty",
    "among-nuclear-weapon-states",
    "safeguards",
    "non-proliferation",
    "export-control",
    "peaceful-uses",
    "dialogue",
    "forum",
    "education",
    "other",
]
"""What an undertaking is about. Moratoria and assurances are families of their own; `force` says whether they bind."""

PARAGRAPHS: dict[Family, tuple[str, ...]] = {
    "elimination": ("27-a", "28-a", "29-a"),
    "testing-moratorium": ("27-c",),
    "fissile-moratorium": ("27-b",),
    "facility-conversion": ("27-b", "28-d-ii"),
    "no-new-types": ("27-c",),
    "no-upgrading": ("27-c",),
    "role-in-doctrine": ("27-d",),
    "no-first-use": ("27-e", "28-g"),
    "negative-assurance": ("28-e",),
    "removal-from-territory": ("27-f",),
    "excess-material": ("27-g",),
    "zone": ("27-h",),
    "national-legislation": ("27-h",),
    "transparency": ("27-i",),
    "regular-reports": ("27-i",),
    "safety-and-security": ("27-j",),
    "lowered-readiness": ("27-j",),
    "risk-reduction": ("27-k",),
    "verification": ("27-l",),
    "treaty-adherence": ("27-m",),
    "reductions": ("28-b",),
    "test-ban": ("28-c",),
    "fissile-treaty": ("28-d",),
    "among-nuclear-weapon-states": ("28-f",),
    "safeguards": ("29-d", "37"),
    "non-proliferation": ("26",),
    "export-control": ("26",),
    "peaceful-uses": ("25",),
    "dialogue": ("32",),
    "forum": ("45",),
    "education": ("46",),
    "other": (),
}
"""Family → the paragraphs of A/68/514 under which its undertakings are shown, by the reading of the editor."""

FAMILIES: tuple[Family, ...] = get_args(Family)


def under(paragraph: str) -> tuple[Family, ...]:
    """The families shown under a paragraph, in the order of the list.

    >>> under("27-b")
    ('fissile-moratorium', 'facility-conversion')
    """
    return tuple(family for family in FAMILIES if paragraph in PARAGRAPHS[family])
