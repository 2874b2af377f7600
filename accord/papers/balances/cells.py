"""The cells of a table of balances: masses in one unit, errors in per cent or shares, times of one kind."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Literal, NamedTuple

from accord.analysis.exact import rational
from accord.analysis.unfit import Unfit, insist

Unit = Literal["kg", "g", "t"]
Clock = Literal["days", "moments", "local-moments", "numbers"]

KILOGRAMS: dict[Unit, Fraction] = {"kg": Fraction(1), "g": Fraction(1, 1000), "t": Fraction(1000)}
"""One of each unit."""
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,9})?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?",
    re.ASCII,
)
_EPOCH = datetime.datetime(1970, 1, 1)  # noqa: DTZ001 - the times of a table are told apart by their kind


class Time(NamedTuple):
    """A time as a number, and what kind of time it is: days, or seconds, since a beginning of their own."""

    number: float
    clock: Clock


def mass_kg(text: str, unit: Unit, row: str) -> float:
    """A mass in kilograms.

    Raises:
        Unfit: negative, or not written as a decimal number with a point.

    >>> mass_kg("350.5", "g", "2")
    0.3505
    """
    insist(not text.startswith("-"), "negative", row=row, what="measured-mass", value=text[:40])
    return float(rational(text, "measured-mass", row=row) * KILOGRAMS[unit])


def share(text: str, whole: int, what: str, row: str) -> float:
    """A relative standard deviation: per cent where the whole is 100, a share where it is 1.

    Raises:
        Unfit: negative, more than the whole, or no number.

    >>> share("0.5", 100, "random", "2")
    0.005
    """
    insist(not text.startswith("-"), "negative", row=row, what=what, value=text[:40])
    found = rational(text, what, row=row) / whole
    insist(found <= 1, "table-error-over-one", row=row, what=what, value=text[:40])
    return float(found)


def time(text: str, row: str) -> Time:
    """A time: a day, a moment, or a number. A day is its beginning.

    Raises:
        Unfit: none of them.

    >>> time("2026-01-02", "2").number - time("2026-01-01", "2").number, time("7.5", "3")
    (1.0, Time(number=7.5, clock='numbers'))
    """
    try:
        if _DAY.fullmatch(text):
            return Time(float(datetime.date.fromisoformat(text).toordinal()), "days")
        if _MOMENT.fullmatch(text):
            return _moment(datetime.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        raise Unfit("table-no-time", row=row, value=text[:40]) from None
    insist(_NUMBER.fullmatch(text) is not None, "table-no-time", row=row, value=text[:40])
    return Time(float(text), "numbers")


def _moment(when: datetime.datetime) -> Time:
    clock: Clock = "local-moments" if when.tzinfo is None else "moments"
    plain = when if when.tzinfo is None else when.astimezone(datetime.UTC).replace(tzinfo=None)
    return Time((plain - _EPOCH) / datetime.timedelta(seconds=1), clock)


def written(number: float, clock: Clock) -> str:
    """A time as it is written in tables.

    >>> written(time("2026-01-02T06:00+01:00", "2").number, "moments"), written(2.5, "numbers")
    ('2026-01-02T05:00:00Z', '2.5')
    """
    if clock == "days":
        return datetime.date.fromordinal(int(number)).isoformat()
    if clock == "numbers":
        return f"{number:.12g}"
    return (_EPOCH + datetime.timedelta(seconds=number)).isoformat() + ("Z" if clock == "moments" else "")
