"""Meetings by chance: events drawn from what is on the floor, and the laws that no meeting breaks.

The laws are written here once more and apart from the product, with the numbers of the rules,
so that product and law can differ.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from msgspec.structs import replace

from accord.areas.procedure.floor import Event, Floor
from accord.areas.procedure.machine import impossible, step
from accord.areas.procedure.order import notes
from accord.areas.procedure.sets import CONSENSUS, GA_COMMITTEE, NO_RULES, Limit, Procedure, Share

PARTIES = ("ST-A", "ST-B", "ST-C", "ST-D", "ST-E")
LOCAL = replace(
    GA_COMMITTEE,
    open=Share(1, 3),
    majority=Share(2, 3),
    notice=0,
    limits=GA_COMMITTEE.limits | {"adjourn-debate": Limit(1, 1), "close-debate": Limit(1, 3)},
)
SETS: dict[str, Procedure] = {"ga": GA_COMMITTEE, "local": LOCAL, "consensus": CONSENSUS, "none": NO_RULES}
MEMBERS = 9
RANKED = ("appeal", "suspend-meeting", "adjourn-meeting", "adjourn-debate", "close-debate")
DECISIONS = ("begin", "result", "decide")

KINDS = (
    "open", "close", "count", "debate", "close-list", "reopen-list", "inscribe", "reply", "reply", "waive-reply",
    "order", "raise", "rule", "lift", "place", "place", "place", "withdraw", "object", "explain", "pass-over", "decide",
    "move", "move", "move", "move", "speak", "speak", "speak", "begin", "begin", "begin", "result", "result", "result",
)  # fmt: skip
MOTIONS = (*RANKED, "limit-time", "competence", "reconsider", "divide")


class Drawn:
    """Draws events on a floor: mostly about what is there, now and then about nothing."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._pick = self.random.random

    def one(self, of: tuple[str, ...]) -> str:
        return of[int(self._pick() * len(of))] if of else "nothing"

    def chance(self, of: float) -> bool:
        return self._pick() < of

    def event(self, floor: Floor, number: int) -> Event:
        kind = self.one(KINDS)
        if floor.state != "open":
            kind = "open" if self.chance(0.9) else kind
        elif floor.point and self.chance(0.7):
            kind = "rule"
        elif floor.voting and self.chance(0.5):
            return self._result(floor.voting, floor)
        by = self.one(PARTIES)
        match kind:
            case "open":
                counts = () if self.chance(0.2) else (MEMBERS, int(self._pick() * (MEMBERS + 1)))
                return Event("open", counts=counts, day=100)
            case "count":
                return Event("count", counts=(int(self._pick() * (MEMBERS + 2)),))
            case "close":
                return Event("close", what="suspended" if self.chance(0.8) else "adjourned")
            case "debate":
                return Event("debate", on=self.one(("1", "2")))
            case "raise" | "inscribe" | "reply" | "waive-reply":
                return Event(kind, by=by)  # type: ignore[arg-type]
            case "close-list" | "reopen-list":
                return Event(kind)  # type: ignore[arg-type]
            case "rule":
                struck = self.target(floor) if self.chance(0.3) else ""
                return Event("rule", what="upheld" if self.chance(0.5) else "not-upheld", of=struck)
            case "order":
                labels = [question.label for question in floor.questions if self.chance(0.6)]
                self.random.shuffle(labels)
                return Event("order", labels=tuple(labels))
            case "place":
                return self._place(floor, number, by)
            case "move":
                return self._move(floor, number, by)
            case "speak":
                on = self.one(tuple(motion.label for motion in floor.motions))
                return Event("speak", by, on, "against" if self.chance(0.6) else "in-favour")
            case "result":
                return self._result(self.target(floor), floor)
            case "withdraw":
                on = self.target(floor)
                question, motion = floor.question(on), floor.motion(on)
                own = question.sponsors[0] if question and question.sponsors else motion.mover if motion else by
                return Event("withdraw", own if self.chance(0.6) else by, on)
        return Event(kind, by if kind in ("object", "lift", "explain") else "", self.target(floor))  # type: ignore[arg-type]

    def target(self, floor: Floor) -> str:
        if floor.motions and self.chance(0.5):
            return self.one(tuple(motion.label for motion in floor.motions))
        return self.one(tuple(question.label for question in floor.questions))

    def _result(self, on: str, floor: Floor) -> Event:
        there = floor.present if floor.present is not None else MEMBERS
        in_favour = int(self._pick() * (there // 2 + 2))
        against = in_favour if self.chance(0.2) else int(self._pick() * (there // 2 + 1))
        return Event("result", on=on, counts=(in_favour, against, int(self._pick() * 2)))

    def _place(self, floor: Floor, number: int, by: str) -> Event:
        day = 100 - int(self._pick() * 20) if self.chance(0.8) else None
        on = f"q{number}"
        if floor.questions and self.chance(0.5):
            of = self.one(tuple(question.label for question in floor.questions))
            effect = self.one(("adds", "deletes", "replaces", "revises", ""))
            return Event("place", on=on, what="amendment", of=of, labels=(by,), day=day, effect=effect)
        gone = tuple(q for q in floor.questions if q.state == "withdrawn")
        if gone and self.chance(0.3):
            back = gone[0]
            return Event("place", on=back.label, what=back.kind, of=back.of, labels=(by,))
        kind = self.one(("proposal", "proposal", "proposal", "report", "decision"))
        return Event("place", on=on, what=kind, labels=(by,), day=day)

    def _move(self, floor: Floor, number: int, by: str) -> Event:
        kind = self.one(MOTIONS)
        of = self.target(floor) if kind in ("competence", "reconsider", "divide") else ""
        parts = (f"q{number}-1", f"q{number}-2") if kind == "divide" else ()
        return Event("move", "" if self.chance(0.1) else by, f"m{number}", kind, of, parts)


def told(seed: int, length: int, procedure: Procedure, strict: bool) -> Iterator[tuple[Floor, Event, Floor]]:
    """A meeting by chance: each floor, what happened, and the floor after it.

    Strictly, nothing happens that is out of order; else everything that can.
    """
    drawn, floor = Drawn(seed), Floor()
    for number in range(length):
        event = drawn.event(floor, number)
        if impossible(floor, event) is not None or (strict and notes(procedure, floor, event)):
            continue
        after = step(procedure, floor, event)
        yield floor, event, after
        floor = after


def illegal_state(floor: Floor) -> str | None:
    """What is wrong with a floor, whatever was let pass on the way to it."""
    motions, questions = floor.motions, floor.questions
    if floor.state != "open" and (floor.voting or floor.held):
        return "a vote goes on while the meeting does not"
    if floor.state == "adjourned" and (motions or floor.point):
        return "a meeting that is over has a motion or a point of order pending"
    places = [(motion.kind, motion.about) for motion in motions]
    if len(set(places)) != len(places):
        return "two motions pending at one precedence"
    labels = [one.label for one in (*motions, *questions)] + list(floor.settled)
    if len(set(labels)) != len(labels):
        return "two things under one label"
    pending = {motion.label for motion in motions}
    votable = pending | {q.label for q in questions if q.state in ("pending", "adopted", "rejected")}
    for label in (floor.voting, floor.held):
        if label and label not in votable:
            return "a vote on what is withdrawn, ruled out or not there"
    if floor.held and (floor.held == floor.voting or not floor.voting):
        return "two votes at once"
    if floor.held and floor.motion(floor.voting) is None:
        return "another vote than on an appeal came before one that had begun"
    known = {question.label: question for question in questions}
    for question in questions:
        if question.of and question.of not in known:
            return "an amendment or a part of nothing"
        if question.state == "pending" and question.of and known[question.of].state in ("withdrawn", "ruled-out"):
            return "pending on what is gone"
        if question.state != "pending" and question.objections:
            return "an objection to what is settled"
    for motion in motions:
        if motion.about and known[motion.about].state in ("withdrawn", "ruled-out", "not-voted"):
            return "a motion about what is gone"
        if motion.in_favour + motion.against != len(motion.spoke):
            return "speeches do not add up"
        if motion.kind == "appeal" and floor.ruling is None:
            return "an appeal against no ruling"
    if any(label not in known for label in floor.order):
        return "an order of what is not there"
    if floor.replies and floor.state == "not-open":
        return "a reply before the meeting"
    if floor.members is not None and floor.present is not None and floor.present > floor.members:
        return "more present than members"
    return None


def illegal_step(before: Floor, event: Event, after: Floor) -> str | None:
    """What is wrong with a change, whatever was let pass: ties, withdrawals, reconsideration, closed lists."""
    if before.state == "adjourned":
        return "something happened after the meeting was over"
    for item in before.items:
        later = after.debated(item.label)
        if later is None or (item.list_closed and not later.list_closed and event.kind != "reopen-list"):
            return "a closed list is open again, and nobody reopened it"
    decision = event.kind in ("result", "decide")
    tie = event.kind == "result" and event.counts[0] == event.counts[1]
    for question in before.questions:
        later_question = after.question(question.label)
        if later_question is None:
            return "a question is lost"
        if later_question.state == question.state:
            continue
        if question.state == "withdrawn" and event.kind != "place":
            return "withdrawn, and back without being introduced again"
        if later_question.state in ("adopted", "rejected") and not decision:
            return "decided without a decision"
        if later_question.state == "adopted" and tie:
            return "adopted by equally divided votes"
        if question.state in ("adopted", "rejected") and later_question.state == "pending":
            motion = before.motion(event.on)
            if motion is None or motion.kind != "reconsider" or motion.about != question.label:
                return "pending again without reconsideration"
    if tie and before.state == "open" and after.state != "open":
        return "suspended or adjourned by equally divided votes"
    if event.kind == "result" and before.present is not None and sum(event.counts) > before.present:
        return "more votes than members present"
    return None


def disorder(procedure: Procedure, before: Floor, event: Event, after: Floor) -> str | None:
    """What is wrong with a change in a meeting where nothing was let pass: the rules, once more."""
    ga = "quorum" in procedure.numbers
    if procedure.by_consensus and event.kind in ("begin", "result"):
        return "a vote in a body that decides by consensus (CD 18)"
    if not procedure.numbers:
        return None
    target = before.motion(event.on) or before.question(event.on)
    if event.kind == "decide" and target is not None and target.objections and (ga or not before.motion(event.on)):
        return "a decision over an objection (18, 125, 129)"
    if event.kind == "decide" and not ga:
        question = before.question(event.on)
        circulated = None if question is None or question.kind != "report" else question.circulated
        if circulated is not None and before.day is not None and before.day - circulated < 14:
            return "a draft report adopted before two weeks (CD 44)"
        return None
    return _disorder_in_a_committee(procedure, before, event, after) if ga else None


def _disorder_in_a_committee(procedure: Procedure, before: Floor, event: Event, after: Floor) -> str | None:
    motion, question = before.motion(event.on), before.question(event.on)
    if event.kind == "open" and event.counts and procedure is GA_COMMITTEE and event.counts[1] * 4 < event.counts[0]:
        return "opened with less than a quarter (108)"
    if before.point and event.kind not in ("rule", "count"):
        return "a point of order waits (113)"
    appeals = [one.label for one in before.motions if one.kind == "appeal"]
    if appeals and event.on not in appeals and event.kind != "count":
        return "an appeal waits (113)"
    if event.kind == "inscribe":
        item = before.debated(before.item)
        if item is None or item.list_closed or item.debate != "open":
            return "inscribed on a closed list or in a closed debate (115-117)"
    if event.kind == "reply" and sum(reply == (before.item, event.by) for reply in before.replies) == 2:
        return "a third reply at a meeting on an item (34/401)"
    ranks = [RANKED.index(one.kind) if one.kind in RANKED else 5 for one in before.motions if one.kind != "appeal"]
    if event.kind == "speak" and motion is not None:
        limit = procedure.limits.get(motion.kind)
        now = after.motion(event.on)
        if limit is not None and now is not None:
            spoke, most = (
                (now.in_favour, limit.in_favour) if event.what == "in-favour" else (now.against, limit.against)
            )
            if spoke > (most or 0):
                return "too many spoke (114-118, 123, 129)"
        if event.by == motion.mover or event.by in motion.spoke:
            return "spoke twice"
    if event.kind == "move" and any(
        rank < (RANKED.index(event.what) if event.what in RANKED else 5) for rank in ranks if event.what != "appeal"
    ):
        return "moved beneath a motion of higher precedence (119)"
    if event.kind not in DECISIONS:
        return None
    if before.members is not None and before.present is not None and 2 * before.present <= before.members:
        return "decided without a quorum (108)"
    mine = 5 if motion is None else (RANKED.index(motion.kind) if motion.kind in RANKED else 5)
    if before.voting != event.on and any(rank < mine for rank in ranks) and mine != 0:
        return "a motion of higher precedence waits (119)"
    if question is None:
        return None
    if question.state != "pending":
        return "decided a second time (123)"
    if before.voting == event.on:
        return None
    if any(one.of == question.label and one.state == "pending" for one in before.questions):
        return "an amendment or part waits (129, 130)"
    if any(one.about == question.label and one.kind in ("competence", "divide") for one in before.motions):
        return "competence or division waits (121, 129)"
    item = before.debated(question.item)
    if item is not None and item.debate == "adjourned":
        return "the debate is adjourned (116)"
    late = question.circulated is not None and before.day is not None and before.day - question.circulated < 1
    if question.kind == "proposal" and late and procedure is GA_COMMITTEE:
        return "circulated too late (120)"
    return None
