"""Tells of single meetings by chance: scheduled, postponed, convened, suspended, attended; of programmes of work."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from accord.acts.facts import Fact
from accord.acts.vocabulary import Act
from accord.areas.meetings import acts as meetings
from accord.areas.meetings.rules import key, present, single
from tests.laws.teller import Luck, Teller
from tests.scene import Scene, said

Told = tuple[str, Act] | None


class SittingTeller(Teller):
    """A teller who also speaks of single meetings."""

    def __init__(self, luck: Luck, scene: Scene | None = None) -> None:
        super().__init__(luck, scene)
        self._topics += [self.scheduling, self.scheduling, self.moving, self.sitting, self.sitting, self.sitting]
        self._topics += [self.striking_meeting, self.attending, self.attending, self.programme]

    def _a_meeting(self) -> tuple[str, dict[str, Any]]:
        """The key of a single meeting, with what an act about it says."""
        fact = self.pick(self.world.meetings.tables.scheduled.values())
        body, number = ("none", 1) if fact is None or self.once_in(25) else (fact.act.body, fact.act.number)
        return single(body, number), {"body": body, "number": number}

    def scheduling(self) -> Told:
        body, number = self._a_body(), self.luck.number(1, 9)
        current = self.world.meetings.tables.scheduled.get(single(body, number))
        kind: Any = self.pick(("plenary", "informal", "organizational"))
        act = meetings.ScheduleMeeting(
            body=body,
            number=number,
            kind=kind,
            on=self.day(),
            title=said(f"Meeting {self.number()}") if self.once_in(2) else None,
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(), act

    def moving(self) -> Told:
        _, at = self._a_meeting()
        if self.once_in(4):
            return self._by(), meetings.CancelMeeting(source=self._source(), **at)
        to = None if self.once_in(4) else self.day()
        return self._by(), meetings.PostponeMeeting(to=to, source=self._source(), **at)

    def sitting(self) -> Told:
        name, at = self._a_meeting()
        sittings = self.world.meetings.tables.sittings.get(name, ())
        if sittings and sittings[-1].closed is None and not self.once_in(10):
            how: Any = self.pick(("suspended", "suspended", "adjourned", "rose"))
            return self._by(), meetings.CloseMeeting(how=how, source=self._source(), **at)
        # Who resumes a meeting mostly does so later.
        day = sittings[-1].end[0] + timedelta(days=self.luck.number(0, 3)) if sittings else self.day()
        return self._by(), meetings.ConveneMeeting(on=day, source=self._source(), **at)

    def striking_meeting(self) -> Told:
        name, at = self._a_meeting()
        if name not in self.world.meetings.tables.scheduled:
            return None
        last = self.world.meetings.latest(name)
        struck = last.entry - (1 if self.once_in(10) else 0)
        return self._recorder(last), meetings.StrikeMeeting(strikes=struck, reason="not in the paper", **at)

    def attending(self) -> Told:
        held = self.world.meetings.tables.attendances
        if self.once_in(5) and (fact := self.pick(held.values())) is not None:
            act = fact.act
            struck = meetings.StrikeAttendance(
                body=act.body, number=act.number, party=act.party, reason="not in the paper"
            )
            return self._recorder(fact), struck
        _, at = self._a_meeting()
        party = self._a_party("state")
        current = held.get(present(at["body"], at["number"], party))
        came = meetings.RecordAttendance(
            party=party, category="state", source=self._source(), corrects=self._corrects(current), **at
        )
        return self._by(party), came

    def programme(self) -> Told:
        body, table = self._a_body(), self.world.meetings.tables.programmes
        number = sum(name.startswith(f"{body}/") for name in table)
        revision = max(0, number - self.luck.number(0, 1)) if number else 0
        first = self.day()
        slots = tuple(
            meetings.ProgrammeSlot(day=first + timedelta(days=n), part="morning", title=said(f"Part {n}"))
            for n in range(self.luck.number(1, 3))
        )
        act = meetings.AdoptProgramme(
            body=body,
            revision=revision,
            slots=slots,
            source=self._source(),
            corrects=self._corrects(table.get(key(body, str(revision)))),
        )
        return self._by(), act

    def _recorder(self, fact: Fact[Any]) -> str:
        """Mostly the one who recorded a fact."""
        return fact.by if self._speaks(fact.by) and not self.once_in(5) else self._by()
