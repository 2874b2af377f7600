"""Tells of coverage by chance: prohibitions, readings of provisions, who disputes them, developments of law."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import msgspec

from accord.acts.vocabulary import Act
from accord.areas.coverage import acts
from accord.areas.coverage.rules import dispute_key, reading_key
from accord.areas.coverage.view import CoverageTables
from tests.laws.teller import Teller
from tests.scene import grounds, said

Told = tuple[str, Act] | None


class CoverageTeller(Teller):
    """A teller of coverage beside all else."""

    def topics(self) -> list[Callable[[], Told]]:
        """What is told of, and often something of coverage."""
        return [*super().topics(), *[self.about_coverage] * 4]

    def about_coverage(self) -> Told:
        """Something of coverage, of readings the most."""
        topic = self.pick((
            *[self.prohibiting] * 2, *[self.reading] * 4, *[self.disputing] * 2, self.developing, self.unreading,
        ))  # fmt: skip
        assert topic is not None
        return topic()

    @property
    def read(self) -> CoverageTables:
        return self.world.coverage.tables

    def prohibiting(self) -> Told:
        label = f"p-{self.luck.number(1, 4)}"
        act = acts.NameProhibition(
            prohibition=label,
            name=said(f"Prohibition {label}"),
            place=self.luck.number(1, 4) if self.once_in(2) else None,
            grounds=grounds("transcribed"),
            corrects=self._corrects(self.read.prohibitions.get(label)),
        )
        return self._by(), act

    def reading(self) -> Told:
        instrument = self.pick(self.world.instruments.tables.instruments)
        if instrument is None or not self.read.prohibitions:
            return None
        binds: Any = self.pick(get_args(acts.Binds))
        reach: Any = self.pick(get_args(acts.Reach))
        author = self._a_party("state")
        named = () if binds == "parties" and not self.once_in(20) else (self._a_party("state"),)
        label = "nothing" if self.once_in(30) else self.pick(self.read.prohibitions) or ""
        act = acts.MapProhibition(
            instrument=instrument,
            provision=f"{self.luck.number(1, 2)}.a",
            author=author,
            prohibits=(label,),
            binds=binds,
            bound_named=named,
            reach=reach,
            condition=said("on a condition") if self.once_in(4) else None,
            grounds=grounds("assessed"),
        )
        return self._by(author), self._mended(act, self.read.readings.get(reading_key(act)))

    def disputing(self) -> Told:
        name = self.pick(self.read.readings)
        if name is None:
            return None
        read, party = self.read.readings[name].act, self._a_party("state")
        act = acts.DisputeReading(
            instrument=read.instrument,
            provision=read.provision,
            author=read.author,
            party=party,
            prohibition=read.prohibits[0] if self.once_in(2) else None,
            text=said("It says something else."),
            on=self.day() if self.once_in(2) else None,
            grounds=grounds("declared"),
        )
        return self._by(party), self._mended(act, self.read.disputes.get(dispute_key(act)))

    def developing(self) -> Told:
        label = f"d-{self.luck.number(1, 3)}"
        body: Any = self.pick(get_args(acts.BodyOfLaw))
        act = acts.RecordDevelopment(
            development=label,
            body_of_law=body,
            name=said(f"Development {label}"),
            summary=said("It was adopted."),
            on=self.day() if self.once_in(2) else None,
            grounds=grounds("reported"),
            corrects=self._corrects(self.read.developments.get(label)),
        )
        return self._by(), act

    def unreading(self) -> Told:
        of: Any = self.pick(get_args(acts.Strikable))
        tables: dict[str, dict[str, Any]] = {
            "reading": self.read.readings,
            "dispute": self.read.disputes,
            "development": self.read.developments,
        }
        name = self.pick(tables[of])
        if name is None:
            return None
        fact = tables[of][name]
        return fact.by, acts.StrikeCoverage(strikable=of, entry=fact.entry, reason="by mistake")

    def _mended(self, act: Any, current: Any) -> Act:
        mended: Act = msgspec.structs.replace(act, corrects=self._corrects(current))
        return mended
