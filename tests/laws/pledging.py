"""Tells of commitments by chance: undertakings and what became of them, figures, doctrine, names, calls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import msgspec

from accord.acts.values import Nil, Quantity, Ranged, Stated, Withheld
from accord.acts.vocabulary import Act
from accord.areas.commitments import acts
from accord.areas.commitments.rows import name_of
from accord.areas.commitments.view import Commitments, CommitmentTables
from accord.areas.programme.acts import TableElement
from tests.laws.teller import Teller
from tests.scene import grounds, said, source

Told = tuple[str, Act] | None


class PledgeTeller(Teller):
    """A teller of commitments beside all else."""

    def topics(self) -> list[Callable[[], Told]]:
        """What is told of, and often something of commitments."""
        return [*super().topics(), *[self.about_pledges] * 6]

    def about_pledges(self) -> Told:
        """Something of commitments, of undertakings and figures the most."""
        topic = self.pick((
            *[self.pledging] * 2, self.turning_a_pledge, self.assessing, *[self.telling_figures] * 3, self.recounting,
            self.stating_doctrine, self.naming_a_state, self.calling_for, self.naming_an_element,
            self.taking_a_pledge_back,
        ))  # fmt: skip
        assert topic is not None
        return topic()

    @property
    def pledges(self) -> CommitmentTables:
        return self.world.commitments.tables

    def _kind(self) -> Any:
        return grounds(self.pick(("declared", "reported", "estimated", "assessed")), checked=date(2014, 1, 1))

    def _some_day(self) -> date | None:
        return None if self.once_in(4) else self.day()

    def pledging(self) -> Told:
        label, holder = f"u-{self.luck.number(1, 6)}", self._a_party("state")
        matter: Any = self.pick(("testing-moratorium", "reductions", "no-first-use"))
        act = acts.RecordUndertaking(
            undertaking=label,
            sided="multilateral",
            matter=matter,
            title=said(f"Undertaking {label}"),
            holders=() if self.once_in(4) else (holder,),
            addressed="all-states" if self.once_in(2) else None,
            beneficiaries=(self._a_party("state"),) if self.once_in(3) else (),
            since=self._some_day(),
            origin=acts.Origin(document="X/1", number=self.luck.number(1, 4)) if self.once_in(4) else None,
            grounds=self._kind(),
            corrects=self._corrects(self.pledges.undertakings.get(label)),
        )
        return self._by(holder), act

    def turning_a_pledge(self) -> Told:
        label = self.pick(self.pledges.undertakings)
        if label is None:
            return None
        holder = self.pick(self.pledges.undertakings[label].act.holders)
        step = f"s-{self.luck.number(1, 4)}"
        turned: Any = self.pick(get_args(acts.Turn))
        act = acts.TurnUndertaking(
            undertaking=label,
            step=step,
            turned=turned,
            holder=holder,
            on=self._some_day(),
            grounds=self._kind(),
            corrects=self._corrects(self.pledges.turns.get(Commitments.within(label, step))),
        )
        return self._by(holder), act

    def assessing(self) -> Told:
        label = self.pick(self.pledges.undertakings)
        if label is None:
            return None
        author, name = self._a_party(), f"a-{self.luck.number(1, 4)}"
        status: Any = self.pick(get_args(acts.Status))
        act = acts.AssessImplementation(
            undertaking=label,
            assessment=name,
            author=author,
            status=status,
            on=self._some_day(),
            grounds=self._kind(),
            corrects=self._corrects(self.pledges.assessments.get(Commitments.within(label, name))),
        )
        return self._by(author), act

    def _figure(self) -> acts.FigureRow:
        least = self.luck.number(1, 90)
        amount = Quantity(amount=str(least), unit="warheads")
        more = Quantity(amount=str(least + 10), unit="warheads")
        figure: Any = self.pick((Stated(quantity=amount), Ranged(least=amount, most=more), Withheld(), Nil()))
        subject: Any = self.pick(("warheads-stockpile", "warheads-deployed"))
        row = acts.FigureRow(subject=subject, party=self._a_party("state"), on=self.day(), figure=figure)
        return row if row.on is None or self.once_in(3) else msgspec.structs.replace(row, on=None, year=row.on.year)

    def telling_figures(self) -> Told:
        rows = {row.party: row for row in (self._figure() for _ in range(self.luck.number(1, 3)))}
        return self._by(), acts.RecordFigures(figures=tuple(rows.values()), grounds=self._kind())

    def recounting(self) -> Told:
        """A figure of an entry is corrected, or struck."""
        datum = self.pick(self.pledges.figures.values())
        if datum is None:
            return None
        batch = self.pledges.batches[datum.entry]
        assert name_of(datum.row, batch.grounds) in self.pledges.figures
        names = acts.FigureName.__struct_fields__
        struck = acts.FigureName(**{field: getattr(datum.row, field) for field in names})
        again = acts.FigureRow(**{field: getattr(datum.row, field) for field in names}, figure=Nil())
        self._author = batch.by
        if self.once_in(3):
            return self._by(), acts.RecordFigures(struck=(struck,), grounds=batch.grounds, corrects=datum.entry)
        return self._by(), acts.RecordFigures(figures=(again,), grounds=batch.grounds, corrects=datum.entry)

    def stating_doctrine(self) -> Told:
        label, party = f"d-{self.luck.number(1, 5)}", self._a_party("state")
        matter: Any = self.pick(get_args(acts.Topic))
        act = acts.StateDoctrine(
            statement=label,
            party=party,
            matter=matter,
            text=said(f"Text {self.number()}"),
            on=self._some_day(),
            grounds=self._kind(),
            corrects=self._corrects(self.pledges.doctrine.get(label)),
        )
        return self._by(party), act

    def naming_a_state(self) -> Told:
        party, author = self._a_party("state"), self._a_party()
        designation: Any = self.pick(("possessor", "production-for-weapons"))
        act = acts.AttributeDesignation(
            party=party, designation=designation, author=author, since=self._some_day(), grounds=self._kind()
        )
        return self._by(author), act

    def naming_an_element(self) -> Told:
        return self._by(), TableElement(element="27-c", name=said("Fewer tests"), source=source())

    def calling_for(self) -> Told:
        author, label = self._a_party(), f"c-{self.luck.number(1, 5)}"
        act = acts.RecordCall(
            call=label,
            author=author,
            actor="all-states",
            called=(self._a_party("state"),) if self.once_in(2) else (),
            element="27-c" if self.once_in(2) else None,
            undertaking=self.pick(self.pledges.undertakings),
            on=self._some_day(),
            grounds=self._kind(),
            corrects=self._corrects(self.pledges.calls.get(label)),
        )
        return self._by(author), act

    def taking_a_pledge_back(self) -> Told:
        tables = self.pledges
        every = (tables.turns, tables.assessments, tables.doctrine, tables.designations, tables.calls)
        found: Any = self.pick(fact for table in (*every, tables.undertakings) for fact in table.values())
        if found is None or not self.once_in(2):
            return None
        self._author = found.by
        return self._by(), acts.StrikeCommitment(entry=found.entry, reason="by mistake")
