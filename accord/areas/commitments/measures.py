"""What figures are about: the closed list of subjects, the units of each, and the paragraphs it belongs to."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Subject = Literal[
    "warheads-total",
    "warheads-stockpile",
    "warheads-deployed",
    "warheads-deployed-strategic",
    "warheads-deployed-non-strategic",
    "warheads-non-deployed",
    "warheads-retired",
    "warheads-on-deployed-strategic-systems",
    "warheads-dismantled",
    "warheads-on-territory-of-others",
    "delivery-vehicles-deployed",
    "delivery-vehicles-non-deployed",
    "delivery-vehicles-eliminated",
    "launchers-deployed",
    "launchers-non-deployed",
    "launchers-deployed-and-non-deployed",
    "launchers-for-tests",
    "missiles-deployed",
    "missiles-non-deployed",
    "heavy-bombers-deployed",
    "heavy-bombers-non-deployed",
    "heavy-bombers-for-tests",
    "heavy-bombers-converted",
    "heu-total",
    "heu-unirradiated",
    "heu-military",
    "heu-available-for-weapons",
    "heu-non-military",
    "plutonium-total",
    "plutonium-military",
    "plutonium-available-for-weapons",
    "plutonium-outside-weapon-programmes",
    "plutonium-in-civilian-custody",
    "plutonium-declared-civil",
    "plutonium-civil-owned",
    "plutonium-civil-in-country",
    "plutonium-civil-of-others",
    "plutonium-civil-abroad",
    "heu-designated-excess",
    "heu-in-iaea-framework",
    "heu-under-binding-arrangement",
    "heu-irreversibly-eliminated",
    "plutonium-designated-excess",
    "plutonium-in-iaea-framework",
    "plutonium-under-binding-arrangement",
    "plutonium-irreversibly-eliminated",
    "tests",
    "facilities-declared",
    "facilities-under-regime",
    "facilities-shut-down",
    "facilities-converted",
    "facilities-converted-under-verification",
    "states-with-agreement-and-protocol",
    "states-with-agreement-without-protocol",
    "states-without-agreement",
]
"""What a figure tells. Categories of weapons and material are subjects of their own, as no two sources divide alike."""

Unit = Literal["items", "warheads", "launchers", "kg", "g", "t", "days", "tests", "states"]

MASS: tuple[Unit, ...] = ("kg", "t", "g")


class Measure(NamedTuple):
    """What belongs to a subject."""

    units: tuple[Unit, ...]
    """The units in which a figure of it may be given; charts are drawn in the first."""
    paragraphs: tuple[str, ...]
    """Of A/68/514, by the reading of the editor."""
    over_a_period: bool = False
    """Whether it counts what happened from one day to another, and not what there was on a day."""


_WEAPONS = ("27-i", "28-b")
_GONE = ("28-b", "29-a")
_CONVERTED = ("27-b", "28-d-ii")

_GROUPS: tuple[tuple[Measure, tuple[Subject, ...]], ...] = (
    (
        Measure(("warheads",), _WEAPONS),
        (
            "warheads-total",
            "warheads-stockpile",
            "warheads-deployed",
            "warheads-deployed-strategic",
            "warheads-deployed-non-strategic",
            "warheads-non-deployed",
            "warheads-retired",
            "warheads-on-deployed-strategic-systems",
        ),
    ),
    (Measure(("warheads",), ("27-f",)), ("warheads-on-territory-of-others",)),
    (Measure(("warheads",), _GONE, over_a_period=True), ("warheads-dismantled",)),
    (Measure(("items",), _GONE, over_a_period=True), ("delivery-vehicles-eliminated",)),
    (
        Measure(("items",), _WEAPONS),
        (
            "delivery-vehicles-deployed",
            "delivery-vehicles-non-deployed",
            "missiles-deployed",
            "missiles-non-deployed",
            "heavy-bombers-deployed",
            "heavy-bombers-non-deployed",
            "heavy-bombers-for-tests",
            "heavy-bombers-converted",
        ),
    ),
    (
        Measure(("launchers",), _WEAPONS),
        (
            "launchers-deployed",
            "launchers-non-deployed",
            "launchers-deployed-and-non-deployed",
            "launchers-for-tests",
        ),
    ),
    (
        Measure(MASS, ("27-i",)),
        (
            "heu-total",
            "heu-unirradiated",
            "heu-military",
            "heu-available-for-weapons",
            "heu-non-military",
            "plutonium-total",
            "plutonium-military",
            "plutonium-available-for-weapons",
            "plutonium-outside-weapon-programmes",
            "plutonium-in-civilian-custody",
            "plutonium-declared-civil",
            "plutonium-civil-owned",
            "plutonium-civil-in-country",
            "plutonium-civil-of-others",
            "plutonium-civil-abroad",
        ),
    ),
    (
        Measure(MASS, ("27-g",)),
        (
            "heu-designated-excess",
            "heu-in-iaea-framework",
            "heu-under-binding-arrangement",
            "heu-irreversibly-eliminated",
            "plutonium-designated-excess",
            "plutonium-in-iaea-framework",
            "plutonium-under-binding-arrangement",
            "plutonium-irreversibly-eliminated",
        ),
    ),
    (Measure(("tests",), ("27-c", "29-e"), over_a_period=True), ("tests",)),
    (Measure(("items",), ("28-b",)), ("facilities-declared", "facilities-under-regime", "facilities-shut-down")),
    (Measure(("items",), _CONVERTED), ("facilities-converted", "facilities-converted-under-verification")),
    (
        Measure(("states",), ("29-d", "37")),
        ("states-with-agreement-and-protocol", "states-with-agreement-without-protocol", "states-without-agreement"),
    ),
)

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
MEASURES: dict[Subject, Measure] = {subject: measure for measure, group in _GROUPS for subject in group}
"""Subject → its units and paragraphs."""


def about(paragraph: str) -> tuple[Subject, ...]:
    """The subjects shown under a paragraph, in the order of the list.

    >>> about("27-c")
    ('tests',)
    """
    return tuple(subject for subject in SUBJECTS if paragraph in MEASURES[subject].paragraphs)
