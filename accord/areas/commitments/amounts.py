"""Amounts: decimal numbers with units, added and compared without rounding."""

from __future__ import annotations

from fractions import Fraction

from accord.acts.values import Number, Quantity

GRAMS = {"g": 1, "kg": 1000, "t": 1_000_000}


def in_unit(quantity: Quantity, unit: str) -> Fraction:
    """How much a quantity is in a unit.

    Raises:
        ValueError: it cannot be told in that unit.

    >>> in_unit(Quantity(amount="9.9", unit="t"), "kg")
    Fraction(9900, 1)
    """
    amount = Fraction(quantity.amount)
    if quantity.unit == unit:
        return amount
    if quantity.unit not in GRAMS or unit not in GRAMS:
        raise ValueError(f"{quantity.unit} cannot be told in {unit}")
    return amount * GRAMS[quantity.unit] / GRAMS[unit]


def number(amount: Fraction) -> Number:
    """An amount in its shortest decimal spelling; it is made of decimal numbers, so it has one.

    >>> number(Fraction(9900)), number(Fraction(1, 8)), number(Fraction(-5, 2))
    ('9900', '0.125', '-2.5')
    """
    places, scaled = 0, amount
    while scaled.denominator != 1:
        places, scaled = places + 1, scaled * 10
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    whole, rest = (digits, "") if not places else (digits[:-places], f".{digits[-places:]}")
    return f"{'-' if amount < 0 else ''}{whole}{rest}"
