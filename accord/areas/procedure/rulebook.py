"""How the rules of a body are asked about: the set, what each rule says, and what the body does otherwise."""

from __future__ import annotations

import datetime
from typing import Protocol

from accord.areas.bodies.acts import Capacity, ObserverRight
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings import pages as meetings
from accord.areas.parties.cite import Cite, Correction, Page, Part, PartyCode, cite, head, history
from accord.areas.procedure.floor import MeetingState
from accord.areas.procedure.sets import COMPUTED, SETS, SOURCES, Limit, Procedure, SetName, Share, Topic
from accord.areas.procedure.view import Procedures
from accord.areas.speakers.acts import ReplyTime


class Known(meetings.Known, Protocol):
    """What these pages are asked of."""

    @property
    def procedures(self) -> Procedures:
        """The rules of procedure of bodies."""


class Provision(Part, frozen=True):
    """A rule: its number in the set, what it says, the numbers in it, and who sees to it."""

    rule: int
    topic: Topic
    figures: str | None
    """The numbers that hold for this body: shares, days, speakers in favour + against."""
    changed: bool
    """Whether the body does it otherwise than the set."""
    computed: bool
    """Whether what breaks the rule is noted; else it is left to the Chair and the body."""


class CapacityRow(Part, frozen=True):
    """In which capacity a party takes part, and the rights accorded to an observer."""

    party: PartyCode
    capacity: Capacity
    rights: tuple[ObserverRight, ...]
    cite: Cite


class FloorRow(Part, frozen=True):
    """A meeting of the body whose floor is on record."""

    number: int
    meeting_state: MeetingState


class RulesPage(Page, frozen=True, tag="rules"):
    """The rules of procedure of a body. `rules` is `None` where none are on record: then nothing is known."""

    body: BodyCode
    rules: SetName | None
    rules_document: SymbolText | None
    """The document in which the set stands."""
    document: SymbolText | None
    """The document by which the body adopted them."""
    adopted: datetime.date | None
    provisions: tuple[Provision, ...]
    reply_seconds: tuple[int, ...]
    """Of a party's first reply at a meeting on an item, the second; none where nothing limits the right of reply."""
    reply_time: ReplyTime | None
    observers: tuple[CapacityRow, ...]
    """Observers and members on record; of parties that are not named the register decides (`Bodies.observes`)."""
    floors: tuple[FloorRow, ...]
    """Latest first."""
    cite: Cite | None
    history: tuple[Correction, ...]


def rules(known: Known, body: str = "", *, on: datetime.date | None = None) -> RulesPage:
    """The rules of procedure of a body, with local changes."""
    name = established(known, body).act.body
    fact = known.procedures.tables.adopted.get(name)
    procedure = known.procedures.procedure(name)
    return RulesPage(
        head=head(known, on),
        body=name,
        rules=None if fact is None else fact.act.rules,
        rules_document=None if fact is None else SOURCES[fact.act.rules],
        document=None if fact is None else fact.act.document,
        adopted=None if fact is None else fact.act.on,
        provisions=() if fact is None else provisions(procedure, SETS[fact.act.rules]),
        reply_seconds=procedure.reply_seconds,
        reply_time=procedure.reply_time if procedure.reply_seconds else None,
        observers=capacities(known, name),
        floors=floors(known, name),
        cite=None if fact is None else cite(known, fact),
        history=() if fact is None else history(known, fact),
    )


def capacities(known: Known, body: str) -> tuple[CapacityRow, ...]:
    """In which capacity parties take part in a body, as recorded."""
    return tuple(
        CapacityRow(
            party=fact.act.party,
            capacity=fact.act.capacity,
            rights=fact.act.rights,
            cite=cite(known, fact, fact.act.party),
        )
        for fact in known.bodies.tables.capacities.get(body, {}).values()
    )


def floors(known: Known, body: str) -> tuple[FloorRow, ...]:
    """The meetings of a body whose floor is on record, latest first."""
    found = known.procedures.tables.floors
    numbered = {int(key.rpartition("/")[2]): floor for key, floor in found.items() if key.rpartition("/")[0] == body}
    return tuple(FloorRow(number=n, meeting_state=numbered[n].state) for n in sorted(numbered, reverse=True))


def provisions(procedure: Procedure, given: Procedure) -> tuple[Provision, ...]:
    """Each rule of a set as it holds for a body, beside what the set says."""
    return tuple(
        Provision(
            rule=number,
            topic=topic,
            figures=figures(procedure, topic),
            changed=figures(procedure, topic) != figures(given, topic),
            computed=topic in COMPUTED,
        )
        for topic, number in procedure.numbers.items()
    )


def figures(procedure: Procedure, topic: Topic) -> str | None:
    """The numbers in a rule, written without words: `1/4; > 1/2`, `2 + 2`, `1`."""
    match topic:
        case "quorum":
            shares = (procedure.open, procedure.decide)
            return "; ".join(_share(share) for share in shares if share is not None) or None
        case "majority":
            return _share(procedure.majority)
        case "reconsideration":
            return f"{_share(procedure.reconsider)}; {_limit(procedure.limit('reconsider'))}"
        case "submission":
            return None if procedure.notice is None else str(procedure.notice)
        case "draft-report":
            return None if procedure.report_notice is None else str(procedure.report_notice)
        case "adjourn-debate" | "close-debate":
            return _limit(procedure.limit(topic))
        case "meeting":
            return _limit(procedure.limit("suspend-meeting"))
        case "time-limit":
            return _limit(procedure.limit("limit-time"))
        case "right-of-reply":
            return " + ".join(_time(seconds) for seconds in procedure.reply_seconds) or None
        case "division":
            return _limit(procedure.limit("divide"))
    return None


def _share(share: Share) -> str:
    return f"{'> ' if share.of * 2 == share.over else ''}{share.of}/{share.over}"


def _time(seconds: int) -> str:
    """Minutes and seconds: `10′`, `1′30″`, `45″`."""
    minutes, rest = divmod(seconds, 60)
    return (f"{minutes}′" if minutes else "") + (f"{rest}″" if rest else "")


def _limit(limit: Limit) -> str:
    return f"{limit.in_favour or 0} + {limit.against or 0}"
