"""How many States had signed an instrument and were bound, day by day on which that changed."""

from __future__ import annotations

import datetime

from accord.areas.instruments.conditions import Stays
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import consent_stays, signed_stays
from accord.areas.parties.cite import Part


class OverTime(Part, frozen=True):
    """From a day on, how many States had signed and how many were bound, of those whose day is recorded."""

    day: datetime.date
    signed_count: int
    consented_count: int


def over_time(known: Known, instrument: str, on: datetime.date | None = None) -> tuple[OverTime, ...]:
    """The numbers on each day on which one of them changed, up to a day."""
    signed, bound = _changes(signed_stays(known, instrument)), _changes(consent_stays(known, instrument))
    days = sorted(day for day in {*signed, *bound} if on is None or day <= on)
    found = []
    signatures = consents = 0
    for day in days:
        signatures += signed.get(day, 0)
        consents += bound.get(day, 0)
        found.append(OverTime(day=day, signed_count=signatures, consented_count=consents))
    return tuple(found)


def _changes(stays: Stays) -> dict[datetime.date, int]:
    """By how much the number changed on each day."""
    found: dict[datetime.date, int] = {}
    for stay in (stay for several in stays.values() for stay in several if stay.dated):
        found[stay.since] = found.get(stay.since, 0) + 1
        if stay.until is not None:
            found[stay.until] = found.get(stay.until, 0) - 1
    return found
