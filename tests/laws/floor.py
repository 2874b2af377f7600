"""Tells of the floor of meetings by chance: rules adopted, events drawn from what is before it, steps struck."""

from __future__ import annotations

import datetime
from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.meetings.rules import single
from accord.areas.procedure import acts
from accord.areas.procedure.floor import Event
from tests.laws.procedure import PARTIES, Drawn
from tests.laws.teller import Luck, Teller
from tests.scene import Scene

Told = tuple[str, Act] | None
ON_LISTS = ("close-list", "reopen-list", "inscribe", "reply", "waive-reply")
"""What is said in acts about lists of speakers, not here."""


def day(number: int | None) -> datetime.date | None:
    """The day that an event counts."""
    return None if number is None else datetime.date.fromordinal(number)


def act_of(event: Event, at: dict[str, Any]) -> Act:
    """An event as a party or the secretariat would say it."""
    by, on, of = event.by, event.on, event.of or None
    members, present = event.counts if event.kind == "open" and event.counts else (None, None)
    made: dict[str, Any] = {
        "open": lambda: acts.OpenFloor(on=day(event.day), members=members, present=present, **at),
        "count": lambda: acts.CountPresent(present=event.counts[0], **at),
        "close": lambda: acts.CloseFloor(status=event.what, **at),  # type: ignore[arg-type]
        "debate": lambda: acts.OpenDebate(item=on, **at),
        "raise": lambda: acts.RaisePoint(party=by, **at),
        "rule": lambda: acts.MakeRuling(upheld=event.what == "upheld", rules_out=of, **at),
        "order": lambda: acts.DecideOrder(questions=event.labels, **at),
        "place": lambda: acts.PutQuestion(
            question=on,
            kind=event.what,  # type: ignore[arg-type]
            amends=of,
            sponsors=event.labels,
            effect=event.effect or None,  # type: ignore[arg-type]
            circulated=day(event.day),
            **at,
        ),
        "move": lambda: acts.MoveMotion(
            motion=on,
            kind=event.what,  # type: ignore[arg-type]
            mover=by or None,
            about=of,
            parts=event.labels,
            **at,
        ),
        "speak": lambda: acts.SpeakToMotion(motion=on, speaker=by, side=event.what, **at),  # type: ignore[arg-type]
        "withdraw": lambda: acts.WithdrawMotion(withdrawn=on, party=by or None, **at),
        "object": lambda: acts.ObjectToDecision(question=on, party=by, **at),
        "lift": lambda: acts.ObjectToDecision(question=on, party=by, lifted=True, **at),
        "begin": lambda: acts.BeginVoting(question=on, **at),
        "result": lambda: acts.RecordVote(
            question=on, in_favour=event.counts[0], against=event.counts[1], abstaining=event.counts[2], **at
        ),
        "decide": lambda: acts.TakeDecision(question=on, mode="consensus", **at),
        "explain": lambda: acts.ExplainVote(question=on, party=by, when="after", **at),
        "pass-over": lambda: acts.PassOver(question=on, **at),
    }[event.kind]()
    assert isinstance(made, Act)
    return made


class FromWorld(Drawn):
    """Draws events whose parties are in a record."""

    def __init__(self, teller: Teller) -> None:
        super().__init__(teller.luck.number(0, 1 << 30))
        self._teller = teller

    def one(self, of: tuple[str, ...]) -> str:
        return self._teller._a_party("state") if of is PARTIES else super().one(of)


class FloorTeller(Teller):
    """A teller who also speaks of what happens on the floor."""

    def __init__(self, luck: Luck, scene: Scene | None = None) -> None:
        super().__init__(luck, scene)
        self._topics += [self.rules, *[self.happening] * 20, self.striking_step]

    def rules(self) -> Told:
        body = self._a_body()
        current = self.world.procedures.tables.adopted.get(body)
        name: Any = self.pick(("ga-committee", "consensus"))
        share = acts.ShareOf(numerator=self.luck.number(1, 3), denominator=self.luck.number(1, 3))
        changes = acts.Changes(majority=share) if self.once_in(3) else None
        act = acts.AdoptProcedure(
            body=body, rules=name, changes=changes, source=self._source(), corrects=self._corrects(current)
        )
        return self._by(), act

    def happening(self) -> Told:
        body, view = self._a_body(), self.world.procedures
        number = view.latest(body) or 1
        if view.floor(body, number).state == "adjourned":
            number += 1
        event = FromWorld(self).event(view.floor(body, number), self.number())
        if event.kind in ON_LISTS or (event.kind == "order" and not event.labels):
            return None
        return self._by(event.by or None), act_of(event, {"body": body, "number": number, "source": self._source()})

    def striking_step(self) -> Told:
        body, view = self._a_body(), self.world.procedures
        number = view.latest(body) or 1
        step = self.pick(view.tables.steps.get(single(body, number), ())[-3:])
        if step is None:
            return None
        by = step.by if self._speaks(step.by) and not self.once_in(5) else self._by()
        return by, acts.StrikeStep(
            body=body, number=number, step=step.entry, reason="not in the paper", source=self._source()
        )
