"""Tells of instruments by chance: entered, at stages, with conditions; what States did and said about them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, get_args

from accord.acts.vocabulary import Act
from accord.areas.instruments import acts
from accord.areas.instruments.rules import key
from accord.areas.instruments.view import InstrumentTables
from tests.laws.teller import Teller
from tests.scene import grounds, said

Told = tuple[str, Act] | None


class LawTeller(Teller):
    """A teller of instruments beside all else."""

    def topics(self) -> list[Callable[[], Told]]:
        """What is told of, and three times something of the law."""
        return [*super().topics(), *[self.about_law] * 3]

    def about_law(self) -> Told:
        """Something of the law, of instruments the status of States the most."""
        topic = self.pick((
            self.entering, self.entering, self.summarising, self.staging, self.conditioning, *[self.recording] * 3,
            self.mending, self.reserving, self.taking_back, self.taking_out,
        ))  # fmt: skip
        assert topic is not None
        return topic()

    @property
    def law(self) -> InstrumentTables:
        return self.world.instruments.tables

    def _grounds(self) -> Any:
        kind: Any = self.pick(("depositary", "reported"))
        return grounds(kind, checked=self.day())

    def _an_instrument(self) -> str | None:
        return self.pick(self.law.instruments)

    def _maybe_day(self) -> date | None:
        return None if self.once_in(4) else self.day()

    def entering(self) -> Told:
        code = f"L-{self.luck.number(1, 6)}"
        kind: Any = self.pick(get_args(acts.InstrumentKind))
        offices = (acts.Depositary(depositary="one", name=said("One")), acts.Depositary(depositary="two", party="ST-A"))
        act = acts.EnterInstrument(
            instrument=code,
            kind=kind,
            name=said(f"Instrument {code}"),
            symbol=f"X/{self.luck.number(1, 9)}" if self.once_in(3) else None,
            parent=self._an_instrument() if self.once_in(3) else None,
            depositaries=offices,
            opened_on=self._maybe_day() if self.once_in(2) else None,
            open_to=tuple(dict.fromkeys((self._a_party("state"), "ST-A"))) if self.once_in(4) else (),
            grounds=self._grounds(),
            corrects=self._corrects(self.law.instruments.get(code)),
        )
        return self._by(), act

    def summarising(self) -> Told:
        if (code := self._an_instrument()) is None:
            return None
        article = f"A-{self.luck.number(1, 3)}"
        current = self.law.articles.get(key(code, article))
        act = acts.SummariseArticle(
            instrument=code,
            provision=article,
            summary=said(f"Summary {self.number()}"),
            grounds=self._grounds(),
            corrects=self._corrects(current),
        )
        return self._by(), act

    def staging(self) -> Told:
        if (code := self._an_instrument()) is None:
            return None
        stage: Any = self.pick(get_args(acts.LegalStage))
        successor = self._an_instrument() if stage == "superseded" else None
        current = self.pick(self.law.stages.get(code, ())) if self.once_in(4) else None
        act = acts.RecordStage(
            instrument=code,
            stage=stage,
            on=self._maybe_day(),
            successor=successor,
            grounds=self._grounds(),
            corrects=None if current is None else current.entry,
        )
        return self._by(), act

    def conditioning(self) -> Told:
        code, other = self._an_instrument(), self._an_instrument()
        if code is None or other is None:
            return None
        listed = tuple(dict.fromkeys((self._a_party("state"), self._a_party("state"))))
        conditions: list[Any] = [
            acts.AtLeast(number=self.luck.number(1, 3)),
            acts.AllOfStates(name=said("List"), listed=listed),
            acts.DepositaryStates(),
            acts.SignedBy(number=1),
            acts.Exchanged(),
            acts.InForceFor(instrument=other, name=said("List"), listed=listed),
            acts.AfterOpening(wait=acts.Wait(months=1)),
        ]
        act = acts.SetConditions(
            instrument=code,
            entry_conditions=tuple(self.pick(conditions) for _ in range(self.luck.number(1, 2))),
            wait=acts.Wait(days=self.luck.number(0, 90)) if self.once_in(2) else None,
            waivable=self.once_in(3),
            grounds=self._grounds(),
            corrects=self._corrects(self.law.conditions.get(code)),
        )
        return self._by(), act

    def _row(self) -> acts.StatusRow:
        day = self._maybe_day()
        effective = day + timedelta(days=self.luck.number(-5, 60)) if day is not None and self.once_in(4) else None
        office = self.pick(("one", "two", "three", None))
        note = said("Explained.") if self.once_in(2) else None
        return acts.StatusRow(party=self._a_party("state"), on=day, effective=effective, depositary=office, note=note)

    def recording(self) -> Told:
        if (code := self._an_instrument()) is None:
            return None
        action: Any = self.pick(get_args(acts.ActionKind))
        deeds = tuple(self._row() for _ in range(self.luck.number(1, 3)))
        act = acts.RecordStatus(instrument=code, action=action, deeds=deeds, grounds=self._grounds())
        return self._by(), act

    def mending(self) -> Told:
        """A row of an entry is corrected, or struck."""
        name = self.pick(self.law.deeds)
        if name is None:
            return None
        old = self.pick(self.law.deeds[name])
        assert old is not None
        struck = self.once_in(3)
        deeds = () if struck else (acts.StatusRow(party=old.party, on=self._maybe_day()),)
        act = acts.RecordStatus(
            instrument=old.instrument,
            action=old.action,
            deeds=deeds,
            struck=(old.party,) if struck else (),
            grounds=self._grounds(),
            corrects=old.entry,
        )
        self._author = self.law.batches[old.entry].by
        return self._by(), act

    def reserving(self) -> Told:
        if (code := self._an_instrument()) is None:
            return None
        kind: Any = self.pick(get_args(acts.RemarkKind))
        label = f"r-{self.luck.number(1, 4)}"
        state = self._a_party("state")
        act = acts.MakeReservation(
            instrument=code,
            reservation=label,
            kind=kind,
            state=state,
            text=said(f"Text {self.number()}"),
            to=f"r-{self.luck.number(1, 4)}" if kind == "objection" else None,
            on=self._maybe_day(),
            grounds=self._grounds(),
            corrects=self._corrects(self.law.reservations.get(key(code, label))),
        )
        return self._by(state), act

    def taking_back(self) -> Told:
        found = self.pick(self.law.reservations.values())
        if found is None:
            return None
        part = said("A part.") if self.once_in(2) else None
        act = acts.WithdrawReservation(
            instrument=found.act.instrument,
            reservation=found.act.reservation,
            on=self._maybe_day(),
            part=part,
            grounds=self._grounds(),
        )
        return self._by(found.act.state), act

    def taking_out(self) -> Told:
        if (code := self._an_instrument()) is None or not self.once_in(3):
            return None
        stands = [fact for fact, _ in self.world.instruments._facts(code)]
        found = self.pick(stands)
        if found is None:
            return None
        self._author = found.by
        return self._by(), acts.StrikeInstrumentFact(instrument=code, entry=found.entry, reason="By mistake.")
