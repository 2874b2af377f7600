"""For whom an instrument holds on a day: one function of the dated actions of a State.

Several deposits of one State, as with three depositaries, are one consent: the earliest counts. A day that is not
recorded is the day of the list that shows the action: before that day it is not known whether it had been done.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal, NamedTuple

from accord.areas.instruments.acts import Wait
from accord.areas.instruments.deeds import CONSENT, ENDS, Deed

Standing = Literal["none", "signatory", "consented", "party", "suspended", "withdrawn", "ended"]
"""`consented`: bound by its own act, and the instrument not in force for it on that day. `none`: no action recorded.
`ended`: the instrument itself no longer holds."""


class Law(NamedTuple):
    """What of the instrument itself decides for whom it holds."""

    since: datetime.date | None = None
    """From which day it is in force; `None`: it is not, as far as recorded."""
    until: datetime.date | None = None
    """The day on which it ended."""
    each: Wait | None = None
    """How long after its deposit it enters into force for a State."""
    waivable: bool = False


class Period(NamedTuple):
    """A State's consent to be bound, half-open from `since` to `until`."""

    since: datetime.date
    until: datetime.date | None
    dated: bool
    """False where `since` is the day of the list that shows it."""
    by: Deed
    ended_by: Deed | None = None

    def holds(self, on: datetime.date | None) -> bool:
        """Whether it holds on a day; without a day, whether it has not ended."""
        if on is None:
            return self.ended_by is None
        return self.since <= on and (self.until is None or on < self.until)


class Held(NamedTuple):
    """Where a State stands towards an instrument on a day."""

    standing: Standing
    signed: Deed | None
    period: Period | None
    """Of consent, that holds or was the last to hold."""
    in_force: datetime.date | None
    """From which day it is in force for the State; `None` where by the day asked it is not."""
    undated: bool
    """Whether an action is recorded without its day, of which it is not known if it had been done on the day asked."""


def periods(deeds: Iterable[Deed]) -> tuple[Period, ...]:
    """The periods of a State's consent, in the order of time.

    An end before any consent ends nothing: it stands as a conflict (`conflicts.py`).
    """
    consents = sorted((d for d in deeds if d.action in CONSENT), key=_placed)
    ends = sorted((d for d in deeds if d.action in ENDS), key=lambda d: (d.ends, d.entry))
    found: list[Period] = []
    for one in consents:
        last = found[-1] if found else None
        if last is not None and (last.until is None or one.day < last.until):
            continue
        end = next((end for end in ends if _ends(end, one)), None)
        until = None if end is None else end.ends
        found.append(Period(one.day, until, one.on is not None, one, end))
    return tuple(found)


def held(deeds: tuple[Deed, ...], law: Law, on: datetime.date | None = None) -> Held:
    """Where a State stands on a day; without a day, by all that is recorded."""
    consents = periods(deeds)
    period = _last_begun(consents, on)
    signed = _signed(deeds, on)
    undated = on is not None and _unknown(deeds, on)
    if period is None or not period.holds(on):
        standing: Standing = "none" if signed is None else "signatory"
        if period is not None and period.ended_by is not None and period.ended_by.action == "withdrawal":
            standing = "withdrawn"
        return Held(standing, signed, period, None, undated)
    since = in_force_for(deeds, period, law)
    if since is not None and on is not None and since > on:
        since = None
    begun = since is not None
    if begun and law.until is not None and (on is None or law.until <= on):
        return Held("ended", signed, period, since, undated)
    if _suspended(deeds, period, on):
        return Held("suspended", signed, period, since, undated)
    return Held("party" if begun else "consented", signed, period, since, undated)


def in_force_for(deeds: Iterable[Deed], period: Period, law: Law) -> datetime.date | None:
    """From which day the instrument is in force for a State that consents in a period; `None`: it is not.

    The earliest of: the day that a list gives, the day of its waiver of the conditions, and, for a State that waived
    none of them, the day on which both the instrument is in force and the State's own wait after its deposit is over.
    """
    days = [d.day for d in deeds if d.action == "in-force" and _within(d, period)]
    waived = [max(d.ends, period.since) for d in deeds if law.waivable and d.action == "waiver"]
    if law.since is not None and period.by.action != "in-force" and not waived:
        days.append(max(law.since, after(period.since, law.each)))
    days += waived
    return min(days, default=None)


def after(day: datetime.date, wait: Wait | None) -> datetime.date:
    """So many months and then days after a day; of a month that is too short, from its last day on.

    >>> after(datetime.date(2024, 1, 31), Wait(months=1, days=1))
    datetime.date(2024, 3, 1)
    """
    if wait is None:
        return day
    month = day.year * 12 + day.month - 1 + wait.months
    year, number = divmod(month, 12)
    try:
        following = datetime.date(year + (number == 11), (number + 1) % 12 + 1, 1)
        last = following - datetime.timedelta(days=1)
        return datetime.date(year, number + 1, min(day.day, last.day)) + datetime.timedelta(days=wait.days)
    except (ValueError, OverflowError):
        return datetime.date.max


def _placed(deed: Deed) -> tuple[datetime.date, bool, int]:
    return deed.day, deed.on is None, deed.entry


def _ends(end: Deed, consent: Deed) -> bool:
    """Whether an end comes after a consent; in one list that gives neither day, it does."""
    undated = end.on is None and end.effective is None and consent.on is None
    return end.ends > consent.day or (undated and end.ends == consent.day)


def _last_begun(consents: tuple[Period, ...], on: datetime.date | None) -> Period | None:
    begun = [period for period in consents if on is None or period.since <= on]
    return begun[-1] if begun else None


def _signed(deeds: Iterable[Deed], on: datetime.date | None) -> Deed | None:
    """The first signature that stands on a day."""
    back = [d for d in deeds if d.action == "withdrawal-of-signature" and (on is None or d.ends <= on)]
    since = max((d.ends for d in back), default=None)
    signed = (d for d in deeds if d.action == "signature" and (on is None or d.day <= on))
    return min((d for d in signed if since is None or d.day > since), key=_placed, default=None)


def _suspended(deeds: Iterable[Deed], period: Period, on: datetime.date | None) -> bool:
    """Whether the last of the State's suspensions and resumptions is a suspension."""
    steps = (d for d in deeds if d.action in ("suspension", "resumption"))
    done = [d for d in steps if d.ends >= period.since and (on is None or d.ends <= on)]
    return bool(done) and max(done, key=lambda d: (d.ends, d.entry)).action == "suspension"


def _unknown(deeds: tuple[Deed, ...], on: datetime.date) -> bool:
    """Whether a list after that day shows a consent or signature for which no source has a day up to that list."""

    def unknown(alike: list[Deed]) -> bool:
        first = min((d.on for d in alike if d.on is not None), default=datetime.date.max)
        return any(d.on is None and on < d.listed < first for d in alike)

    return unknown([d for d in deeds if d.action in CONSENT]) or unknown([d for d in deeds if d.action == "signature"])


def _within(deed: Deed, period: Period) -> bool:
    return deed.day >= period.since and (period.until is None or deed.day < period.until)
