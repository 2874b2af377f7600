"""The approximations that plans are made with elsewhere, beside which the exact one is shown.

    n ≈ N (1 − β^(1/d))                    as in the IAEA's sampling plans
    n ≈ (N − (d − 1)/2) (1 − β^(1/d))      with the correction after J. L. Jaech

Both are rounded up. They are computed with sixty digits, so that a value that is a whole number (as for one defect)
is not taken for a little more.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Context, Decimal
from fractions import Fraction

_SIXTY = Context(prec=60)
_FORTY = Context(prec=40)


def iaea(items: int, defects: int, goal: Fraction) -> int:
    """N(1 − β^(1/d)), rounded up.

    >>> iaea(100, 5, Fraction(1, 20)), iaea(100, 1, Fraction(1, 20))
    (46, 95)
    """
    return _up(Decimal(items), defects, goal)


def corrected(items: int, defects: int, goal: Fraction) -> int:
    """(N − (d − 1)/2)(1 − β^(1/d)), rounded up.

    >>> corrected(1550, 31, Fraction(1, 20))
    142
    """
    return _up(Decimal(2 * items - defects + 1) / 2, defects, goal)


def _up(items: Decimal, defects: int, goal: Fraction) -> int:
    beta = _SIXTY.divide(Decimal(goal.numerator), Decimal(goal.denominator))
    root = _SIXTY.exp(_SIXTY.divide(_SIXTY.ln(beta), Decimal(defects)))
    value = _FORTY.plus(_SIXTY.multiply(items, _SIXTY.subtract(Decimal(1), root)))
    return int(value.to_integral_value(ROUND_CEILING))
