"""How the time that speakers used is asked about: by party, by group, by category, of how much in all."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.acts import Category
from accord.areas.parties.cite import Page, Part, PartyCode, head
from accord.areas.speakers.known import Known
from accord.areas.speakers.order import CATEGORIES
from accord.areas.speakers.speeches import SpeechRow, speech_rows


class PartyTime(Part, frozen=True):
    """The time of a party, in its own name and for groups."""

    party: PartyCode
    speeches: int
    for_groups: int
    """Of them, on behalf of a group."""
    replies_given: int
    """Of them, in the exercise of the right of reply."""
    timed: int
    """Of them, with their time recorded."""
    seconds_used: int
    over_limit: int
    """Speeches over the limit of their list."""


class GroupTime(Part, frozen=True):
    """The time used on behalf of a group, by whomever."""

    group: PartyCode
    members: int
    """On record as its members now."""
    speeches: int
    timed: int
    seconds_used: int


class CategoryTime(Part, frozen=True):
    """The time of a category of participants."""

    category: Category
    parties: int
    """That spoke."""
    speeches: int
    timed: int
    seconds_used: int


class TimesPage(Page, frozen=True, tag="times"):
    """The time used by speakers in a body. Speeches without a recorded time are counted, their time is not."""

    body: BodyCode
    speeches: int
    timed: int
    """Of them, with their time recorded."""
    seconds_used: int
    parties_spoke: int
    parties_in_register: int
    time_by_category: tuple[CategoryTime, ...]
    time_by_group: tuple[GroupTime, ...]
    time_by_party: tuple[PartyTime, ...]


def used(rows: Iterable[SpeechRow]) -> tuple[int, int, int]:
    """How many speeches, how many of them timed, and how many seconds."""
    timed = [(1, 0, 0) if row.seconds is None else (1, 1, row.seconds) for row in rows]
    return sum(n for n, _, _ in timed), sum(n for _, n, _ in timed), sum(n for _, _, n in timed)


def times(known: Known, body: str = "", *, on: datetime.date | None = None) -> TimesPage:
    """The time used by speakers in a body; with a day, by speeches up to that day.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    rows = [row for row in speech_rows(known, name) if on is None or row.spoken <= on]
    speeches, timed, seconds = used(rows)
    parties = list(dict.fromkeys(row.party for row in rows))
    register = known.parties.tables.parties.values()
    return TimesPage(
        head=head(known, on),
        body=name,
        speeches=speeches,
        timed=timed,
        seconds_used=seconds,
        parties_spoke=len(parties),
        parties_in_register=sum(fact.act.kind in ("state", "organisation", "civil-society") for fact in register),
        time_by_category=tuple(_category(category, rows) for category in CATEGORIES if _of(category, rows)),
        time_by_group=tuple(
            _group(known, group, rows, on)
            for group in dict.fromkeys(row.on_behalf_of for row in rows if row.on_behalf_of is not None)
        ),
        time_by_party=tuple(_party(party, [row for row in rows if row.party == party]) for party in parties),
    )


def _of(category: str, rows: list[SpeechRow]) -> list[SpeechRow]:
    return [row for row in rows if row.category == category]


def _category(category: str, rows: list[SpeechRow]) -> CategoryTime:
    own = _of(category, rows)
    speeches, timed, seconds = used(own)
    return CategoryTime(
        category=category,  # type: ignore[arg-type]
        parties=len({row.party for row in own}),
        speeches=speeches,
        timed=timed,
        seconds_used=seconds,
    )


def _group(known: Known, group: str, rows: list[SpeechRow], on: datetime.date | None) -> GroupTime:
    speeches, timed, seconds = used(row for row in rows if row.on_behalf_of == group)
    members = len(known.parties.members(group, on))
    return GroupTime(group=group, members=members, speeches=speeches, timed=timed, seconds_used=seconds)


def _party(party: str, own: list[SpeechRow]) -> PartyTime:
    speeches, timed, seconds = used(own)
    return PartyTime(
        party=party,
        speeches=speeches,
        for_groups=sum(row.on_behalf_of is not None for row in own),
        replies_given=sum(row.reply for row in own),
        timed=timed,
        seconds_used=seconds,
        over_limit=sum(bool(row.over) for row in own),
    )
