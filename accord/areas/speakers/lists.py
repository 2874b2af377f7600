"""How lists of speakers are asked about: who has spoken, has the floor, is next, and how much time that takes."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.acts.values import Person, Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.acts import Category
from accord.areas.meetings.pages import ItemRow, item_rows
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, head
from accord.areas.speakers.acts import Level, OpenList, OrderRule, ReplyTime
from accord.areas.speakers.known import Known
from accord.areas.speakers.speeches import SpeechRow, limit, reply_rules, speech_rows
from accord.areas.speakers.view import Place


class ListRow(Part, frozen=True):
    """A list of speakers."""

    list: str
    body: BodyCode
    title: Text | None
    item: ItemRow | None
    theme: str | None
    number: int | None
    """Of the meeting."""
    is_closed: bool
    waiting: int
    done: int
    cite: Cite


class ListsPage(Page, frozen=True, tag="speakers"):
    """The lists of speakers of a body."""

    body: BodyCode
    lists: tuple[ListRow, ...]


class SpeakerRow(Part, frozen=True):
    """A speaker on a list."""

    place: int
    """In the order in which they speak."""
    party: PartyCode
    on_behalf_of: PartyCode | None
    members: tuple[PartyCode, ...]
    """Of the group spoken for, on the day asked for or as known last."""
    level: Level
    category: Category
    late: bool
    """Admitted by decision after the list was closed."""
    at_end: bool
    """Passed, and went to the end of the list."""
    limit: int | None
    """In seconds; `None`: no limit."""
    cite: Cite


class ClosingRow(Part, frozen=True):
    """The list was closed, or open again."""

    is_closed: bool
    on: datetime.date | None
    time: str | None
    declared_by: Person | None
    consent: bool
    cite: Cite


class ExchangeRow(Part, frozen=True):
    """An exchange of places that one of the two has agreed to."""

    party: PartyCode
    other: PartyCode
    cite: Cite


class AskedRow(Part, frozen=True):
    """A party that waits for its right of reply."""

    party: PartyCode
    to: PartyCode | None
    reply_number: int
    """The first, the second reply of that party on the list."""
    limit: int | None
    beyond: bool
    """More replies than the rules allow."""
    cite: Cite


class ReplyRulesRow(Part, frozen=True):
    """The rules of the right of reply on the list."""

    reply_seconds: tuple[int, ...]
    """For the first reply, the second, and so on."""
    reply_time: ReplyTime
    rule: str | None
    of_the_body: bool
    """By the rules of procedure of the body, since the list has none of its own."""


class ListPage(Page, frozen=True, tag="list"):
    """A list of speakers as it stands."""

    body: BodyCode
    list: str
    title: Text | None
    item: ItemRow | None
    theme: str | None
    number: int | None
    is_closed: bool
    closes_on: datetime.date | None
    """For when the closing was announced."""
    closes_at: str | None
    offset: str | None
    announced_closing_past: bool | None
    """Whether that day is before the day asked for; `None` where no day is asked for or announced."""
    seconds: int | None
    """For each speaker."""
    group_seconds: int | None
    """On behalf of a group."""
    order: tuple[OrderRule, ...]
    """Empty: in the order of inscription."""
    reply_rules: ReplyRulesRow | None
    speaking: SpeakerRow | None
    waiting: tuple[SpeakerRow, ...]
    seconds_to_come: int | None
    """If all who have the floor or wait use their time; `None` where one of them has no limit."""
    done: tuple[SpeechRow, ...]
    withdrawn: tuple[PartyCode, ...]
    exchanges: tuple[ExchangeRow, ...]
    replies_asked: tuple[AskedRow, ...]
    closings: tuple[ClosingRow, ...]
    cite: Cite


def speakers(known: Known, body: str = "", *, on: datetime.date | None = None) -> ListsPage:
    """The lists of speakers of a body.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    return ListsPage(head=head(known, on), body=name, lists=list_rows(known, name))


def list_rows(known: Known, body: str, number: int | None = None) -> tuple[ListRow, ...]:
    """The lists of speakers of a body, or those for one of its meetings."""
    facts = (fact for fact in known.speakers.tables.lists.values() if fact.act.body == body)
    return tuple(list_row(known, fact) for fact in facts if number in (None, fact.act.number))


def list_row(known: Known, fact: Fact[OpenList]) -> ListRow:
    """A list in the list of lists."""
    act = fact.act
    name = key(act.body, act.list)
    return ListRow(
        list=act.list,
        body=act.body,
        title=act.title,
        item=_item(known, act),
        theme=act.theme,
        number=act.number,
        is_closed=known.speakers.closed(name),
        waiting=len(known.speakers.waiting(name)),
        done=sum(place.state == "spoken" for place in known.speakers.tables.places.get(name, ())),
        cite=cite(known, fact),
    )


def _item(known: Known, act: OpenList) -> ItemRow | None:
    return None if act.item is None else item_rows(known, act.body, (act.item,))[0]


def list_of(known: Known, list: str, body: str = "", *, on: datetime.date | None = None) -> ListPage:
    """A list of speakers.

    Raises:
        Missing: no such list or body.
    """
    of = established(known, body).act.body
    name = key(of, list)
    tables = known.speakers.tables
    fact = tables.lists.get(name)
    if fact is None:
        raise Missing("list", list)
    act = fact.act
    places = tables.places.get(name, ())
    now = known.speakers.speaking(name)
    speaking = None if now is None else speaker_row(known, act, now, 0, on)
    waiting = tuple(
        speaker_row(known, act, places[n], place, on) for place, n in enumerate(known.speakers.waiting(name), start=1)
    )
    limits = [row.limit for row in (speaking, *waiting) if row is not None]
    announced = None if on is None or act.closes_on is None else act.closes_on < on
    return ListPage(
        head=head(known, on),
        body=of,
        list=act.list,
        title=act.title,
        item=_item(known, act),
        theme=act.theme,
        number=act.number,
        is_closed=known.speakers.closed(name),
        closes_on=act.closes_on,
        closes_at=act.closes_at,
        offset=act.offset,
        announced_closing_past=announced,
        seconds=act.seconds,
        group_seconds=act.group_seconds,
        order=act.order,
        reply_rules=_reply_rules(known, act),
        speaking=speaking,
        waiting=waiting,
        seconds_to_come=None if None in limits else sum(most for most in limits if most is not None),
        done=tuple(row for row in speech_rows(known, of) if row.list == act.list),
        withdrawn=tuple(place.act.party for place in places if place.state == "withdrawn"),
        exchanges=tuple(
            ExchangeRow(party=f.act.party, other=f.act.other, cite=cite(known, f, f.act.party))
            for f in tables.offers.get(name, ())
        ),
        replies_asked=_asked(known, name),
        closings=_closings(known, name),
        cite=cite(known, fact),
    )


def _reply_rules(known: Known, act: OpenList) -> ReplyRulesRow | None:
    rules = reply_rules(known, act)
    if rules is None:
        return None
    of_the_body = act.replies is None
    return ReplyRulesRow(reply_seconds=rules.seconds, reply_time=rules.when, rule=rules.rule, of_the_body=of_the_body)


def speaker_row(known: Known, opened: OpenList, place: Place, number: int, on: datetime.date | None) -> SpeakerRow:
    """A speaker on a list, in a place; 0 for who has the floor."""
    act = place.act
    group = act.on_behalf_of
    return SpeakerRow(
        place=number,
        party=act.party,
        on_behalf_of=group,
        members=() if group is None else known.parties.members(group, on),
        level=act.level,
        category=place.category,  # type: ignore[arg-type]
        late=act.late,
        at_end=place.standing.at_end,
        limit=limit(opened, group is not None),
        cite=cite(known, Fact(place.entry, place.by, act), act.party),
    )


def _asked(known: Known, name: str) -> tuple[AskedRow, ...]:
    rules = reply_rules(known, known.speakers.tables.lists[name].act)
    found = []
    for one in known.speakers.tables.replies.get(name, ()):
        if one.state == "waiting":
            asked = one.asked.act
            number = known.speakers.replied(name, asked.party) + 1
            beyond = rules is not None and number > len(rules.seconds)
            found.append(
                AskedRow(
                    party=asked.party,
                    to=asked.to,
                    reply_number=number,
                    limit=None if rules is None or beyond else rules.seconds[number - 1],
                    beyond=beyond,
                    cite=cite(known, one.asked, asked.party),
                )
            )
    return tuple(found)


def _closings(known: Known, name: str) -> tuple[ClosingRow, ...]:
    steps = []
    for closing in known.speakers.tables.closings.get(name, ()):
        steps.append((True, closing.closed))
        if closing.reopened is not None:
            steps.append((False, closing.reopened))  # type: ignore[arg-type]
    return tuple(
        ClosingRow(
            is_closed=closed,
            on=fact.act.on,
            time=fact.act.time,
            declared_by=fact.act.declared_by,
            consent=fact.act.consent,
            cite=cite(known, fact),
        )
        for closed, fact in steps
    )
