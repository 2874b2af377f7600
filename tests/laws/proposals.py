"""Tells of proposals by chance: tabled, joined, amended, merged, divided, restored, linked, compiled."""

from __future__ import annotations

from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.meetings.rules import key
from accord.areas.proposals import acts as proposals
from tests.laws.teller import Luck, Teller
from tests.scene import Scene, said

Told = tuple[str, Act] | None


class ProposalTeller(Teller):
    """A teller who speaks of proposals half of the time."""

    def __init__(self, luck: Luck, scene: Scene | None = None) -> None:
        super().__init__(luck, scene)
        own = [self.tabling, self.tabling, self.tabling, self.joining, self.joining, self.joining, self.leaving]
        own += [self.amending, self.confirming, self.merging, self.dividing, self.turning, self.assigning]
        own += [self.linking, self.following, self.compiling, self.asking]
        self._topics += [*own, *own]

    @property
    def tables(self) -> Any:
        return self.world.proposals.tables

    def _a_proposal(self) -> tuple[str, str] | None:
        """Body and label of a proposal, rarely of one that is not there."""
        fact = self.pick(self.tables.proposals.values())
        if fact is None:
            return None
        return fact.act.body, "nothing" if self.once_in(30) else fact.act.proposal

    def _labels(self, body: str, least: int, most: int) -> tuple[str, ...]:
        every = [fact.act.proposal for fact in self.tables.proposals.values() if fact.act.body == body]
        number = self.luck.number(least, most)
        return tuple(dict.fromkeys(self.pick(every) or "nothing" for _ in range(number)))

    def _themes(self, body: str) -> tuple[str, ...]:
        every = [fact.act.theme for fact in self.world.meetings.tables.themes.values() if fact.act.body == body]
        theme = self.pick(every)
        return () if theme is None or self.once_in(3) else (theme,)

    def _sources(self, body: str) -> tuple[proposals.SourceUnit, ...]:
        if self.once_in(2):
            return (proposals.SourceUnit(document=self._a_paper()),)
        return tuple(proposals.SourceUnit(proposal=label) for label in self._labels(body, 0, 2))

    def tabling(self) -> Told:
        body = self._a_body()
        label = f"p-{self.luck.number(1, 12)}"
        current = self.tables.proposals.get(key(body, label))
        sponsor = self._a_party("state", "group")
        act = proposals.TableProposal(
            body=body,
            proposal=label,
            title=said(f"Proposal {self.number()}"),
            text=said(f"Text {self.number()}"),
            sources=self._sources(body),
            sponsors=() if self.once_in(4) else (sponsor,),
            themes=self._themes(body),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(sponsor), act

    def joining(self) -> Told:
        if (found := self._a_proposal()) is None:
            return None
        party = self._a_party("state", "group")
        capacity: Any = self.pick(("sponsor", "supporter"))
        act = proposals.JoinProposal(
            body=found[0], proposal=found[1], party=party, capacity=capacity, on=self.day(), source=self._source()
        )
        return self._by(party), act

    def _stander(self) -> tuple[str, str, str] | None:
        """A proposal and who stands by it, or did."""
        if (found := self._a_proposal()) is None:
            return None
        party = self.pick(self.tables.stands.get(key(*found), ()))
        return None if party is None else (*found, party)

    def leaving(self) -> Told:
        if (found := self._stander()) is None:
            return None
        body, label, party = found
        return self._by(party), proposals.LeaveProposal(body=body, proposal=label, party=party, source=self._source())

    def amending(self) -> Told:
        if (found := self._stander()) is None:
            return None
        body, label, party = found
        number = self.world.proposals.version(key(body, label)) + (0 if self.once_in(6) else 1)
        current = self.tables.amendments.get(key(body, label), {}).get(number)
        act = proposals.AmendProposal(
            body=body,
            proposal=label,
            version=number,
            text=said(f"Text {self.number()}"),
            amenders=(party,),
            sources=self._sources(body) if self.once_in(4) else (),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(party), act

    def confirming(self) -> Told:
        if (found := self._stander()) is None:
            return None
        body, label, party = found
        version = self.world.proposals.version(key(body, label))
        act = proposals.ConfirmProposal(body=body, proposal=label, party=party, version=version, source=self._source())
        return self._by(party), act

    def merging(self) -> Told:
        if (found := self._a_proposal()) is None:
            return None
        parts = self._labels(found[0], 1, 3)
        act = proposals.MergeProposals(body=found[0], proposals=parts, into=found[1], source=self._source())
        return self._by(*self.world.proposals.sponsors(key(*found))), act

    def dividing(self) -> Told:
        if (found := self._a_proposal()) is None:
            return None
        parts = self._labels(found[0], 2, 3)
        act = proposals.SplitProposal(body=found[0], proposal=found[1], parts=parts, source=self._source())
        return self._by(*self.world.proposals.sponsors(key(*found))), act

    def turning(self) -> Told:
        if (found := self._a_proposal()) is None:
            return None
        gone = self.world.proposals.state(key(*found)) != "standing"
        kind = proposals.RestoreProposal if gone != self.once_in(8) else proposals.WithdrawProposal
        if not gone and not self.once_in(3):
            return None
        act = kind(body=found[0], proposal=found[1], source=self._source())
        return self._by(*self.world.proposals.sponsors(key(*found))), act

    def assigning(self) -> Told:
        if (found := self._a_proposal()) is None:
            return None
        party = self._a_party()
        current = self.tables.themes.get(key(*found), {}).get(party)
        act = proposals.AssignThemes(
            body=found[0],
            proposal=found[1],
            assigner=party,
            themes=self._themes(found[0]),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(party), act

    def linking(self) -> Told:
        if (found := self._a_proposal()) is None:
            return None
        if self.once_in(4) and (link := self.pick(self.tables.links.values())) is not None:
            return self._by(link.act.author), proposals.UnlinkTrace(
                body=link.act.body, link=link.act.link, reason="mistaken"
            )
        kind: Any = self.pick(("raised-in", "reflected-in", "not-reflected-in", "became-element"))
        unit = None if kind == "not-reflected-in" else f"para-{self.luck.number(1, 5)}"
        author = self._a_party()
        link = f"l-{self.number()}"
        target = proposals.LinkTarget(document=self._a_paper(), unit=unit)
        act = proposals.LinkTrace(
            body=found[0], link=link, proposal=found[1], trace_kind=kind, target=target, author=author,
            source=self._source(),
        )  # fmt: skip
        return self._by(author), act

    def following(self) -> Told:
        if (found := self._a_proposal()) is None:
            return None
        label = f"f-{self.luck.number(1, 9)}"
        forum: Any = self.pick(("general-assembly", "npt-review", "conference-on-disarmament"))
        followed: Any = self.pick(("handed-on", "taken-up", "discussed", "decided"))
        act = proposals.FollowProposal(
            body=found[0],
            proposal=found[1],
            followup=label,
            forum=forum,
            followed=followed,
            document=self._a_paper() if self.once_in(3) else None,
            on=self.day(),
            source=self._source(),
            corrects=self._corrects(self.tables.followups.get(key(found[0], label))),
        )
        return self._by(), act

    def compiling(self) -> Told:
        body = self._a_body()
        label = f"list-{self.luck.number(1, 9)}"
        current = self.tables.compilations.get(key(body, label))
        act = proposals.MakeCompilation(
            body=body, compilation=label, source=self._source(), corrects=self._corrects(current)
        )
        return self._by(), act

    def asking(self) -> Told:
        body = self._a_body()
        if (window := self.pick(self.tables.windows.values())) is None or self.once_in(3):
            opened = proposals.OpenCorrections(
                body=body,
                window=f"w-{self.number()}",
                document=self._a_paper(),
                opens=self.day(),
                deadline=self.day(),
                source=self._source(),
            )
            return self._by(), opened
        request = self.pick(self.tables.requests.values())
        if request is not None and self.once_in(2):
            name = key(request.act.body, request.act.request)
            current = self.tables.settlements.get(name)
            outcome: Any = self.pick(("accepted", "withdrawn"))
            settled = proposals.SettleCorrection(
                body=request.act.body,
                request=request.act.request,
                outcome=outcome,
                source=self._source(),
                corrects=self._corrects(current),
            )
            return self._by(request.act.requester), settled
        party = self._a_party("state")
        asked = proposals.RequestCorrection(
            body=window.act.body,
            request=f"r-{self.number()}",
            window=window.act.window,
            requester=party,
            text=said("Otherwise."),
            source=self._source(),
        )
        return self._by(party), asked
