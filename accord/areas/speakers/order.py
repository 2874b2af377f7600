"""The order of a list of speakers, from the rules that it was opened with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from accord.acts.view import Row

LEVELS = ("head-of-state", "head-of-government", "minister", "vice-minister", "delegation")
"""The highest first."""
CATEGORIES = ("state", "observer", "international-organisation", "civil-society")


class Standing(Row, frozen=True):
    """What decides a place on a list. Two who exchange their places exchange this."""

    turn: int
    """The entry of the inscription; of one who went to the end, that of passing."""
    level: str
    category: str
    for_group: bool
    at_end: bool = False


KEYS: dict[str, Callable[[Standing], int]] = {
    "groups-first": lambda standing: not standing.for_group,
    "levels-first": lambda standing: LEVELS.index(standing.level),
    "states-first": lambda standing: CATEGORIES.index(standing.category),
}


def in_order(standings: Sequence[Standing], rules: Sequence[str]) -> list[int]:
    """The places in the order in which they speak, as numbers into `standings`.

    The first rule weighs most, then the next; among equals who inscribed first speaks first. Categories in
    turn: the first of each category, then the second of each. Who went to the end stands after all others.
    """
    keys = [KEYS[rule] for rule in rules if rule in KEYS]
    sorted_ = sorted(
        range(len(standings)),
        key=lambda n: (*(key(standings[n]) for key in keys), standings[n].turn),
    )
    first = [n for n in sorted_ if not standings[n].at_end]
    if "alternate-categories" in rules:
        lanes = [[n for n in first if standings[n].category == category] for category in CATEGORIES]
        first = [n for row in zip_longest(*lanes) for n in row if n is not None]
    return [*first, *sorted((n for n in sorted_ if standings[n].at_end), key=lambda n: standings[n].turn)]
