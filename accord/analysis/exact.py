"""Numbers that are what they were written as: rationals from text, products without rounding, decimals from them.

A probability of 0.05 is one twentieth here, not the nearest binary fraction: where a bound is met exactly, as it is
for one defect among a hundred items, the nearest binary fraction would decide wrongly.
"""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from accord.analysis.unfit import Unfit, insist

WRITTEN = re.compile(r"(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,60})?|(?:0|[1-9][0-9]{0,29})/[1-9][0-9]{0,29}", re.ASCII)
"""One spelling: digits with a point (`0.05`), or a quotient (`1/20`)."""
BITS = 192
"""What is kept of a product while it is only bounded."""
CHUNK = 48
"""So many factors are multiplied before a product is shortened again."""


def rational(text: str, what: str, *, row: str = "") -> Fraction:
    """A number of zero or more, exactly as written.

    Raises:
        Unfit: it is not written as `0.05` or `1/20`.

    >>> rational("0.05", "nondetection")
    Fraction(1, 20)
    """
    insist(WRITTEN.fullmatch(text) is not None, "not-a-number", row=row, what=what, value=text[:40])
    return Fraction(text)


def probability(text: str, what: str, *, row: str = "") -> Fraction:
    """A probability between zero and one, neither included, exactly as written.

    Raises:
        Unfit: it is none.

    >>> probability("1/20", "nondetection")
    Fraction(1, 20)
    """
    found = rational(text, what, row=row)
    insist(0 < found < 1, "not-between-0-and-1", row=row, what=what, value=text)
    return found


def falling(top: int, count: int) -> int:
    """`top · (top − 1) · … · (top − count + 1)`, exactly.

    >>> falling(10, 3), falling(5, 0)
    (720, 1)
    """
    if count <= 512:
        return math.perm(top, count)
    half = count // 2
    return falling(top, half) * falling(top - half, count - half)


def bounds_of_falling(top: int, count: int) -> tuple[int, int, int]:
    """Bounds of `falling` in integers alone: it is at least `low · 2^e` and at most `high · 2^e`.

    Returns:
        `low, high, e`; low and high have some 192 bits and agree in at least 180 of them.

    >>> low, high, e = bounds_of_falling(1000, 300)
    >>> low << e <= falling(1000, 300) <= high << e
    True
    """
    low, shift, cuts = 1, 0, 0
    for done in range(0, count, CHUNK):
        low *= math.perm(top - done, min(CHUNK, count - done))
        over = low.bit_length() - BITS
        if over > 0:
            low >>= over
            shift += over
            cuts += 1
    # Each cut drops less than 1 of at least 2^191: a factor of less than 1 + 2^-191, and (1 + x)^c < 1 + 2cx here.
    return low, low + (-(-low * cuts >> (BITS - 2)) if cuts else 0), shift


def decimal(value: Fraction, digits: int = 15) -> str:
    """A rational in decimals: so many significant digits, rounded to the nearest.

    >>> decimal(Fraction(1, 3), 4), decimal(Fraction(1, 20)), decimal(Fraction(0))
    ('0.3333', '0.05', '0')
    """
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
    written = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"{written.normalize(context):f}" if written else "0"


def logarithm(value: Fraction) -> float:
    """The natural logarithm of a positive rational, however small.

    >>> round(logarithm(Fraction(1, 20)), 6)
    -2.995732
    """
    if value <= 0:
        raise Unfit("not-positive", what="value", value=value)
    return math.log(value.numerator) - math.log(value.denominator)
