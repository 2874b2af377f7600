"""Sums that figures of a state-level balance must meet, as far as the rounding of the figures lets anybody say.

A figure written as 99.5 stands for anything from 99.45 to 99.55; one written `<0.05` for anything from 0 to 0.05. Sums
agree where the total may be what the parts may add up to. A difference within that is rounding; one beyond is a
contradiction, or something that the figures leave out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from accord.analysis.unfit import insist

_FIGURE = re.compile(r"(-?)(<?)([0-9]{1,30})(?:\.([0-9]{1,30}))?", re.ASCII)


class Agreement(NamedTuple):
    """How a stated total compares with the sum of its parts, exactly."""

    difference: Fraction
    """Total less parts, as written."""
    least: Fraction
    """The least that it may be before rounding."""
    most: Fraction

    @property
    def agrees(self) -> bool:
        """Whether rounding alone may explain the difference."""
        return self.least <= 0 <= self.most


def agreement(total: Sequence[str], parts: Sequence[str]) -> Agreement:
    """How the sum of some figures compares with the sum of others.

    Args:
        total: figures, as written; one with `-` before it is taken off.
        parts: the same of the other side.

    Raises:
        Unfit: a figure that is none.

    >>> both = agreement(["99.5"], ["66.1", "33.5"])
    >>> both.difference, both.agrees
    (Fraction(-1, 10), True)
    >>> agreement(["99.5"], ["66.1", "33.9"]).agrees
    False
    """
    left, right = ([_figure(text) for text in side] for side in (total, parts))
    written, least, most = (sum((one[n] for one in left), Fraction()) for n in range(3))
    for figure, low, high in right:
        written, least, most = written - figure, least - high, most - low
    return Agreement(written, least, most)


def _figure(text: str) -> tuple[Fraction, Fraction, Fraction]:
    """A figure as written, the least it may stand for, and the most."""
    found = _FIGURE.fullmatch(text)
    insist(found is not None, "not-a-number", what="figure", value=text[:40])
    assert found is not None
    sign, below, whole, part = found[1], found[2], found[3], found[4] or ""
    value = Fraction(int(whole + part), 10 ** len(part))
    half = Fraction(1, 2 * 10 ** len(part))
    figure, low, high = (
        (Fraction(), Fraction(), value) if below else (value, max(value - half, Fraction()), value + half)
    )
    return (-figure, -high, -low) if sign else (figure, low, high)
