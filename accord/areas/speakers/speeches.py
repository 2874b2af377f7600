"""How speeches are asked about: who spoke when, for how long, over which limit."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.areas.bodies.pages import BodyCode
from accord.areas.meetings.acts import Category
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Part, PartyCode, cite
from accord.areas.speakers.acts import GiveSpeech, OpenList, ReplyRules
from accord.areas.speakers.known import Known


class PointRow(Part, frozen=True):
    """A point of order that interrupted a speech."""

    raised_by: PartyCode
    after_seconds: int | None


class SpeechRow(Part, frozen=True):
    """A speech: by whom, for whom, when, how long."""

    speech: str
    body: BodyCode
    party: PartyCode
    on_behalf_of: PartyCode | None
    members: tuple[PartyCode, ...]
    """Of the group spoken for, on that day."""
    category: Category
    spoken: datetime.date
    starts: str | None
    seconds: int | None
    """`None`: not recorded."""
    limit: int | None
    """Of the list, in seconds; `None`: no limit."""
    over: int | None
    """Seconds over the limit; `None` where time or limit is not recorded."""
    reply: bool
    in_turn: bool
    """False where the floor was given out of turn."""
    points_of_order: tuple[PointRow, ...]
    statement: str | None
    list: str | None
    number: int | None
    cite: Cite


def limit(opened: OpenList, for_group: bool) -> int | None:
    """How many seconds a speaker on a list has."""
    return opened.group_seconds if for_group and opened.group_seconds is not None else opened.seconds


def speech_row(known: Known, fact: Fact[GiveSpeech]) -> SpeechRow:
    """A speech."""
    act = fact.act
    most, in_turn, category = None, True, act.category
    if act.list is not None:
        name = key(act.body, act.list)
        opened = known.speakers.tables.lists[name].act
        most = _reply_limit(known, name, act) if act.reply else limit(opened, act.on_behalf_of is not None)
        place = next((one for one in known.speakers.tables.places.get(name, ()) if one.speech == act.speech), None)
        if place is not None:
            in_turn, category = place.in_turn, category or place.category  # type: ignore[assignment]
    return SpeechRow(
        speech=act.speech,
        body=act.body,
        party=act.party,
        on_behalf_of=act.on_behalf_of,
        members=() if act.on_behalf_of is None else known.parties.members(act.on_behalf_of, act.on),
        category=category or known.speakers.category(act.body, act.party),  # type: ignore[arg-type]
        spoken=act.on,
        starts=act.starts,
        seconds=act.seconds,
        limit=most,
        over=None if most is None or act.seconds is None else max(0, act.seconds - most),
        reply=act.reply,
        in_turn=in_turn,
        points_of_order=tuple(
            PointRow(raised_by=point.raised_by, after_seconds=point.after_seconds) for point in act.points_of_order
        ),
        statement=act.statement,
        list=act.list,
        number=act.number,
        cite=cite(known, fact, act.party),
    )


def reply_rules(known: Known, opened: OpenList) -> ReplyRules | None:
    """The rules of the right of reply on a list: its own, else those of the body's rules of procedure."""
    return opened.replies if opened.replies is not None else known.procedures.replies(opened.body)


def _reply_limit(known: Known, name: str, act: GiveSpeech) -> int | None:
    """How many seconds a reply has: the first, the second, as the rules have it."""
    rules = reply_rules(known, known.speakers.tables.lists[name].act)
    asked = known.speakers.tables.replies.get(name, ())
    own = [one for one in asked if one.asked.act.party == act.party and one.speech]
    place = next((n for n, one in enumerate(own) if one.speech == act.speech), 0)
    return None if rules is None or place >= len(rules.seconds) else rules.seconds[place]


def speech_rows(known: Known, body: str) -> tuple[SpeechRow, ...]:
    """The speeches of a body by their day, then as recorded."""
    return known.once(f"speeches of {body}", lambda: _speech_rows(known, body))


def _speech_rows(known: Known, body: str) -> tuple[SpeechRow, ...]:
    facts = [fact for fact in known.speakers.tables.speeches.values() if fact.act.body == body]
    facts.sort(key=lambda fact: (fact.act.on, fact.first))
    return tuple(speech_row(known, fact) for fact in facts)
