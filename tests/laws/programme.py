"""Tells of the programme by chance: elements, how they are classified, approaches and mappings, support, links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from accord.acts.vocabulary import Act
from accord.areas.programme import acts
from accord.areas.programme.view import ProgrammeTables
from tests.laws.teller import Teller
from tests.scene import grounds, said

Told = tuple[str, Act] | None


class ProgrammeTeller(Teller):
    """A teller of the programme beside all else."""

    def topics(self) -> list[Callable[[], Told]]:
        """What is told of, and often something of the programme."""
        return [*super().topics(), *[self.about_the_programme] * 5]

    def about_the_programme(self) -> Told:
        """Something of elements and approaches."""
        topic = self.pick((
            *[self.naming] * 3, self.classifying, self.relating, *[self.planning] * 2, *[self.mapping] * 2,
            *[self.supporting] * 2, self.no_longer_supporting, *[self.tracing] * 2, self.untracing,
        ))  # fmt: skip
        assert topic is not None
        return topic()

    @property
    def plan(self) -> ProgrammeTables:
        return self.world.programme.tables

    def _an_element(self) -> str:
        """An element, rarely one that is not there."""
        return "nothing" if self.once_in(30) else self.pick(self.plan.elements) or "e-1"

    def _an_approach(self) -> str:
        return "nothing" if self.once_in(30) else self.pick(self.plan.approaches) or "a-1"

    def naming(self) -> Told:
        label, sponsor = f"e-{self.luck.number(1, 9)}", self._a_party("state")
        act = acts.TableElement(
            element=label,
            name=said(f"Element {self.number()}"),
            sponsor=sponsor,
            part_of=self._an_element() if self.once_in(4) else None,
            source=self._source(),
            corrects=self._corrects(self.plan.elements.get(label)),
        )
        return self._by(sponsor), act

    def classifying(self) -> Told:
        label, author = self._an_element(), self._a_party("state")
        stage: Any = self.pick(get_args(acts.Stage))
        nature: Any = self.pick(get_args(acts.Nature))
        act = acts.ClassifyElement(
            element=label,
            author=author,
            stage=() if self.once_in(3) else (stage,),
            nature=() if self.once_in(3) else (nature,),
            source=self._source(),
            corrects=self._corrects(self.plan.classifications.get(label, {}).get(author)),
        )
        return self._by(author), act

    def relating(self) -> Told:
        issue, author = f"i-{self.luck.number(1, 3)}", self._a_party("state")
        elements = (self._an_element(),) if self.once_in(2) else ()
        act = acts.RelateIssue(
            issue=issue,
            name=said(f"Issue {self.number()}"),
            bearing="named-elements" if elements else "every-element",
            elements=elements,
            author=author,
            source=self._source(),
            corrects=self._corrects(self.plan.issues.get(issue)),
        )
        return self._by(author), act

    def planning(self) -> Told:
        label, sponsor = f"a-{self.luck.number(1, 4)}", self._a_party("state")
        names = [f"s-{number}" for number in range(1, self.luck.number(1, 5))]
        steps = tuple(
            acts.Step(
                step=name,
                name=said(f"Step {name}"),
                after=() if self.once_in(3) else tuple(dict.fromkeys((self.pick(names) or name,))),
                lasts=acts.Lasts(amount=self.luck.number(1, 12), unit="months"),
                deadline=self.day() if self.once_in(3) else None,
            )
            for name in names
        )
        act = acts.TableApproach(
            approach=label,
            name=said(f"Approach {self.number()}"),
            sponsor=sponsor,
            orders="yes",
            conditions="not-said",
            dates="yes",
            steps=tuple(step for step in steps if step.step not in step.after),
            source=self._source(),
            corrects=self._corrects(self.plan.approaches.get(label)),
        )
        return self._by(sponsor), act

    def mapping(self) -> Told:
        label, author = self._an_approach(), self._a_party("state")
        elements = dict.fromkeys(self._an_element() for _ in range(self.luck.number(0, 4)))
        act = acts.MapApproach(
            approach=label,
            author=author,
            elements=tuple(acts.Mapped(element=element) for element in elements),
            source=self._source(),
            corrects=self._corrects(self.plan.mappings.get(label, {}).get(author)),
        )
        return self._by(author), act

    def supporting(self) -> Told:
        party = self._a_party("state")
        of: dict[str, Any] = {"element": self._an_element()} if self.once_in(2) else {"approach": self._an_approach()}
        ((name, label),) = of.items()
        rows = self.plan.supports.get(f"{name} {label}", {}).get(party, ())
        standing = rows[-1].said if rows and rows[-1].ended is None else None
        act = acts.DeclareSupport(
            party=party,
            reservation=said(f"Reservation {self.number()}") if self.once_in(3) else None,
            on=self.day() if self.once_in(3) else None,
            grounds=grounds("transcribed"),
            corrects=self._corrects(standing),
            **of,
        )
        return self._by(party), act

    def no_longer_supporting(self) -> Told:
        if (target := self.pick(self.plan.supports)) is None:
            return None
        name, _, label = target.partition(" ")
        party = self.pick(self.plan.supports[target])
        assert party is not None
        of: dict[str, Any] = {name: label}
        return self._by(party), acts.WithdrawSupport(party=party, grounds=grounds("transcribed"), **of)

    def tracing(self) -> Told:
        proposal = self.pick(self.world.proposals.tables.proposals.values())
        if proposal is None:
            return None
        element, author = self._an_element(), self._a_party("state")
        key = f"{element} {proposal.act.body}/{proposal.act.proposal} {author}"
        act = acts.TraceElement(
            element=element,
            body=proposal.act.body,
            proposal=proposal.act.proposal,
            author=author,
            source=self._source(),
            corrects=self._corrects(self.plan.traces.get(key)),
        )
        return self._by(author), act

    def untracing(self) -> Told:
        found = self.pick(self.plan.traces.values())
        if found is None:
            return None
        said_of = found.act
        return self._by(said_of.author), acts.UntraceElement(
            element=said_of.element,
            body=said_of.body,
            proposal=said_of.proposal,
            author=said_of.author,
            reason="Misread.",
        )
