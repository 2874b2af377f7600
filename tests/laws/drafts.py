"""Tells of negotiations by chance: drafts opened and written, amended, revised, adopted; positions, time, silence."""

from __future__ import annotations

import random
from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.negotiation import acts as drafts
from accord.areas.negotiation.changes import AddUnit, AmendText, Change, DeleteUnit, MoveUnit, changes_hash
from accord.areas.negotiation.rows import AmendmentRow
from accord.areas.negotiation.subamending import text_made
from accord.areas.negotiation.text import digest
from tests.laws.amending import some_edits, some_text
from tests.laws.teller import Luck, Teller
from tests.scene import Scene, said

Told = tuple[str, Act] | None
MOST = 4
"""Drafts at most, so that much happens to each."""


class DraftTeller(Teller):
    """A teller who also speaks of negotiations."""

    def __init__(self, luck: Luck, scene: Scene | None = None) -> None:
        super().__init__(luck, scene)
        self._topics += [self.opening, self.writing, self.writing, *[self.proposing] * 4, self.joining_amendment]
        self._topics += [self.subamending] * 2
        self._topics += [self.leaving_amendment, self.revising, self.revising, self.adopting, self.explaining]
        self._topics += [self.agreeing, self.agreeing, self.asking_until, self.silence, self.translating_unit]

    @property
    def drafts(self) -> Any:
        return self.world.negotiation.tables

    def _a_draft(self) -> str | None:
        return self.pick(self.drafts.drafts)

    def _units(self, draft: str) -> list[str]:
        return [unit for unit, row in self.drafts.units.get(draft, {}).items() if row.until is None]

    def _chance(self) -> random.Random:
        return random.Random(self.luck.number(0, 1 << 30))

    def _named(self, table: dict[str, Any], draft: str, name: str) -> Any:
        return table.get(draft, {}).get(name)

    def opening(self) -> Told:
        draft = self._a_paper()
        current = self.drafts.drafts.get(draft)
        if current is None and len(self.drafts.drafts) >= MOST:
            return None
        author = self._a_party("state")
        act = drafts.OpenDraft(
            draft=draft, language="en", text_author=author, source=self._source(), corrects=self._corrects(current)
        )
        return self._by(author), act

    def writing(self) -> Told:
        if (draft := self._a_draft()) is None:
            return None
        place = self.luck.number(1, 8)
        current = self._named(self.drafts.written, draft, f"u-{place}")
        act = drafts.WriteUnit(
            draft=draft,
            unit=f"u-{place}",
            kind="paragraph",
            number=f"{place}.",
            place=place,
            text=some_text(self._chance(), "en"),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(self.drafts.drafts[draft].act.text_author), act

    def proposing(self) -> Told:
        draft = self._a_draft()
        unit = None if draft is None else self.pick(self.drafts.units.get(draft, {}))
        if draft is None or unit is None:
            return None
        sponsor = self._a_party("state")
        label = f"A.{self.number()}"
        act = drafts.ProposeAmendment(
            draft=draft,
            amendment=label,
            changes=(self._change(draft, unit, label),),
            sponsors=(sponsor,),
            source=self._source(),
        )
        return self._by(sponsor), act

    def _change(self, draft: str, unit: str, label: str) -> Change:
        row = self.drafts.units[draft][unit]
        base = row.versions[-1 if self.luck.number(1, 4) > 1 else 0]
        match self.luck.number(1, 10):
            case 1:
                return DeleteUnit(unit=unit, base=base.hash)
            case 2:
                others = [other for other in self._units(draft) if other != unit]
                return MoveUnit(unit=unit, after=self.pick(others))
            case 3:
                new = f"new-{label.removeprefix('A.')}"
                return AddUnit(unit=new, after=unit, kind="paragraph", text=some_text(self._chance(), "en"))
            case _:
                return AmendText(unit=unit, base=base.hash, edits=some_edits(self._chance(), base.text, 2))

    def _an_amendment(self, draft: str | None) -> AmendmentRow | None:
        """An amendment of a draft, mostly an open one."""
        rows = [] if draft is None else list(self.drafts.amendments.get(draft, {}).values())
        return self.pick([row for row in rows if row.open]) or self.pick(rows)

    def subamending(self) -> Told:
        draft = self._a_draft()
        row = self._an_amendment(draft)
        if draft is None or row is None:
            return None
        change = self.pick(row.act.changes)
        text = text_made(change, self.drafts.units[draft], False) if row.amends is None else None
        if text is None:
            return None
        sponsor = self._a_party("state")
        act = drafts.ProposeSubamendment(
            draft=draft,
            amendment=f"A.{self.number()}",
            amends=row.act.amendment,
            to=changes_hash(row.act.changes),
            changes=(AmendText(unit=change.unit, base=digest(text), edits=some_edits(self._chance(), text, 1)),),
            sponsors=(sponsor,),
            source=self._source(),
        )
        return self._by(sponsor), act

    def joining_amendment(self) -> Told:
        if (row := self._an_amendment(self._a_draft())) is None:
            return None
        party = self._a_party("state")
        act = drafts.JoinAmendment(
            draft=row.act.draft, amendment=row.act.amendment, sponsor=party, source=self._source()
        )
        return self._by(party), act

    def leaving_amendment(self) -> Told:
        if (row := self._an_amendment(self._a_draft())) is None:
            return None
        of: dict[str, Any] = {"draft": row.act.draft, "amendment": row.act.amendment, "source": self._source()}
        if self.once_in(2):
            return self._by(*row.holding()), drafts.WithdrawAmendment(**of)
        party = self.pick(row.holding()) or self._a_party("state")
        return self._by(party), drafts.LeaveAmendment(sponsor=party, **of)

    def revising(self) -> Told:
        if (draft := self._a_draft()) is None:
            return None
        open_ = [name for name, row in self.drafts.amendments.get(draft, {}).items() if row.open]
        first, second = self.pick(open_), self.pick(open_)
        if first is None or second is None:
            return None
        merges = tuple(dict.fromkeys((first, second))) if self.once_in(2) else (first,)
        document = self._a_paper() if self.once_in(4) else None
        return self._by(), drafts.ReviseDraft(draft=draft, merges=merges, document=document, source=self._source())

    def adopting(self) -> Told:
        draft = self._a_draft()
        if draft is None or not self.once_in(12):
            return None
        current = self.drafts.adoptions.get(draft)
        mode: Any = self.pick(("consensus", "without-a-vote", "unknown"))
        act = drafts.AdoptDraft(draft=draft, mode=mode, source=self._source(), corrects=self._corrects(current))
        return self._by(), act

    def explaining(self) -> Told:
        if (draft := self._a_draft()) is None:
            return None
        party, label = self._a_party("state"), f"P.{self.luck.number(1, 9)}"
        current = self._named(self.drafts.positions, draft, label)
        if current is not None and self.once_in(4):
            gone = drafts.WithdrawPosition(draft=draft, position=label, source=self._source())
            return self._by(current.act.party), gone
        units = () if (unit := self.pick(self._units(draft))) is None else (unit,)
        act = drafts.ExplainPosition(
            draft=draft,
            position=label,
            party=party if current is None else current.act.party,
            kind="reservation",
            units=units,
            text=said(f"Position {self.number()}"),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(act.party), act

    def agreeing(self) -> Told:
        if (draft := self._a_draft()) is None:
            return None
        given = self.pick(self.drafts.agreements.get(draft, {}).values())
        if given is not None and self.once_in(3):
            party = given.act.party
            confirmed = not self.once_in(3)
            act = drafts.ConfirmAgreement(draft=draft, party=party, confirmed=confirmed, source=self._source())
            return self._by(party), act
        party = self._a_party("state")
        agreed = drafts.GiveAgreement(
            draft=draft, party=party, ad_referendum=self.once_in(2), on=self.day(), source=self._source()
        )
        return self._by(party), agreed

    def asking_until(self) -> Told:
        if (draft := self._a_draft()) is None:
            return None
        party = self._a_party("state")
        standing = self.pick(self.drafts.deadlines.get(draft, {}).values())
        if standing is not None and self.once_in(2):
            label = standing.act.deadline
            return self._by(party), drafts.AnswerDeadline(
                draft=draft, deadline=label, party=party, source=self._source()
            )
        label = f"D.{self.luck.number(1, 5)}"
        act = drafts.SetDeadline(
            draft=draft,
            deadline=label,
            until=self.day(),
            source=self._source(),
            corrects=self._corrects(self._named(self.drafts.deadlines, draft, label)),
        )
        return self._by(), act

    def silence(self) -> Told:
        if (draft := self._a_draft()) is None:
            return None
        party = self._a_party("state")
        standing = self.pick(self.drafts.silences.get(draft, {}).values())
        if standing is not None and self.once_in(2):
            broken = drafts.BreakSilence(
                draft=draft, silence_procedure=standing.act.silence_procedure, party=party, source=self._source()
            )
            return self._by(party), broken
        label = f"S.{self.luck.number(1, 5)}"
        act = drafts.OpenSilence(
            draft=draft,
            silence_procedure=label,
            opened_by=party,
            until=self.day(),
            source=self._source(),
            corrects=self._corrects(self._named(self.drafts.silences, draft, label)),
        )
        return self._by(), act

    def translating_unit(self) -> Told:
        draft = self._a_draft()
        unit = None if draft is None else self.pick(self._units(draft))
        if draft is None or unit is None:
            return None
        language: Any = self.pick(("fr", "ru"))
        act = drafts.TranslateUnit(
            draft=draft,
            unit=unit,
            language=language,
            of_text=self.drafts.units[draft][unit].current.hash,
            text=some_text(self._chance(), language),
            source=self._source(),
            corrects=self._corrects(self._named(self.drafts.translations, draft, f"{language}/{unit}")),
        )
        return self._by(), act
