"""How a figure is written: a number with its unit where that is a mass, a range, or the answer that is no number."""

from __future__ import annotations

from accord.acts.values import Quantity, Ranged, Stated
from accord.areas.commitments.acts import Told
from accord.areas.commitments.amounts import GRAMS
from accord.faces.cli.names import Names
from accord.words.catalogue import say


def figure(told: Told, names: Names) -> str:
    """A figure in the language of the reader.

    >>> from accord.acts.values import Withheld
    >>> figure(Stated(quantity=Quantity(amount="9.9", unit="t")), Names("en"))
    '9.9 t'
    >>> figure(Withheld(), Names("fr"))
    'non communiqué'
    """
    match told:
        case Stated(quantity=quantity):
            return amount(quantity, names)
        case Ranged(least=least, most=most):
            return say(names.lang, "figure.range", least=amount(least, names), most=amount(most, names))
        case _:
            return names.code("figure", str(told.__struct_config__.tag))


def amount(quantity: Quantity, names: Names) -> str:
    """A number; of a mass with its unit. What other numbers count, their subject says."""
    if quantity.unit not in GRAMS:
        return quantity.amount
    return f"{quantity.amount} {names.code('quantity-unit', quantity.unit)}"
