"""A draft negotiated by chance: 193 parties, amendments of words, brackets and units, many of them late."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

from accord.acts.entry import Entry
from accord.areas.documents.acts import RegisterDocument
from accord.areas.negotiation.acts import OpenDraft, ProposeAmendment, ProposeSubamendment, ReviseDraft, WriteUnit
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.changes import (
    AddUnit,
    AmendText,
    Change,
    DeleteUnit,
    MoveUnit,
    SettleBracket,
    changes_hash,
)
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.edits import changes as spots_of
from accord.areas.negotiation.revising import Others, in_order, merged, revised
from accord.areas.negotiation.rows import UnitRow
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.subamending import text_made, text_named
from accord.areas.negotiation.text import digest
from accord.areas.parties.acts import EnterParty
from accord.world.world import World
from tests.laws.amending import amended, some_text
from tests.scene import founded, said

DRAFT = "A/AC.900/L.1"
PARTIES = 193


class Negotiators:
    """A world with a draft, and what delegations do to it. Acts are judged and folded, not signed."""

    def __init__(self, seed: int, units: int = 20) -> None:
        self.chance = random.Random(seed)
        scene = founded()
        self.world: World = scene.world
        self.parties = [f"ST-{number}" for number in range(1, PARTIES + 1)]
        for party in self.parties:
            self.does(EnterParty(party=party, kind="state", name=said(party)))
        self.does(RegisterDocument(symbol=DRAFT, kind="draft"))
        self.does(OpenDraft(draft=DRAFT, language="en", text_author="ST-1"))
        for number in range(1, units + 1):
            text = some_text(self.chance, "en", 60) + "."
            self.does(
                WriteUnit(
                    draft=DRAFT, unit=f"u-{number}", kind="paragraph", number=str(number), place=number, text=text
                )
            )
        self._named = 0

    @property
    def units(self) -> dict[str, UnitRow]:
        return self.world.negotiation.tables.units[DRAFT]

    @property
    def open(self) -> list[str]:
        rows = self.world.negotiation.tables.amendments.get(DRAFT, {})
        return [name for name, row in rows.items() if row.open]

    def entry(self, act: object) -> Entry[Any]:
        size = self.world.size
        return Entry(size, self.world.admitted + 1_000_000, "secretariat", act, size.to_bytes(32), ())

    def does(self, act: object) -> int:
        """Says an act that must count; its entry."""
        entry = self.entry(act)
        ruling = self.world.step(entry)
        assert ruling.counts, f"{act}: {ruling.reason}"
        return entry.index

    def amendment(self) -> ProposeAmendment:
        """What some delegation would have."""
        self._named += 1
        name = f"A.{self._named}"
        standing = [unit for unit, row in self.units.items() if row.until is None]
        units = self.chance.sample(standing, self.chance.choice((1, 1, 1, 2)))
        asked = [self.change(unit) for unit in units]
        if self.chance.random() < 0.05:
            after = self.chance.choice([None, *self.units])
            text = some_text(self.chance, most=20)
            asked.append(AddUnit(unit=f"new-{self._named}", after=after, kind="paragraph", text=text))
        sponsors = tuple(self.chance.sample(self.parties, self.chance.choice((1, 1, 2, 5))))
        return ProposeAmendment(draft=DRAFT, amendment=name, changes=tuple(asked), sponsors=sponsors)

    def subamendment(self) -> ProposeSubamendment | None:
        """Other words of one of the last open amendments, as some delegation wants them; `None` without any."""
        rows = self.world.negotiation.tables.amendments[DRAFT]
        heads = [name for name in self.open[-60:] if rows[name].amends is None]
        head = rows[self.chance.choice(heads)]
        asked = [one for one in map(self.rewording, head.act.changes) if one is not None]
        if not asked:
            return None
        self._named += 1
        act = ProposeSubamendment(
            draft=DRAFT,
            amendment=f"A.{self._named}",
            amends=head.act.amendment,
            to=changes_hash(head.act.changes),
            changes=tuple(asked),
            sponsors=tuple(self.chance.sample(self.parties, self.chance.choice((1, 2)))),
        )
        return act if self.world.judge(self.entry(act)).counts else None

    def rewording(self, change: Change) -> AmendText | None:
        """A change of the words that a change puts, or words where it takes some out."""
        text = text_made(change, self.units, False)
        if text is None:
            return None
        if isinstance(change, AddUnit):
            edits = difference(text, amended(self.chance, text, 2))
        else:
            assert isinstance(change, AmendText | SettleBracket), "only these make a text of one that stands"
            longer, spots = 0, []
            for spot in spots_of(edits_of(change, text_named(change, self.units), False) or ()):
                spots.append((spot.start + longer, spot.text))
                longer += len(spot.text) - (spot.end - spot.start)
            start, put = self.chance.choice(spots)
            words = amended(self.chance, put, 1) if put.strip() else some_text(self.chance, most=3)
            edits = difference(text, text[:start] + words + text[start + len(put) :])
        return AmendText(unit=change.unit, base=digest(text), edits=edits) if len(edits) > 1 else None

    def change(self, unit: str) -> Change:
        row = self.units[unit]
        version = self.chance.choice(row.versions[-4:]) if self.chance.random() < 0.25 else row.current
        drawn = self.chance.random()
        if drawn < 0.02:
            return DeleteUnit(unit=unit, base=version.hash)
        if drawn < 0.05:
            after = self.chance.choice([None, *(other for other in self.units if other != unit)])
            return MoveUnit(unit=unit, after=after)
        found = [one for one in brackets(version.text) if one.end - one.start + 1 < len(version.text)]
        if drawn < 0.2 and found:
            start = self.chance.choice(found).start
            return SettleBracket(
                unit=unit, base=version.hash, start=start, settled=self.chance.choice(("agreed", "withdrawn"))
            )
        edits = difference(version.text, amended(self.chance, version.text, 2))
        return AmendText(unit=unit, base=version.hash, edits=edits)

    def compatible(self, among: Iterable[str]) -> list[str]:
        """As many of some amendments as go together, each taken unless it clashes with one before it.

        Amendments to amendments come after these, and are taken with what they amend.
        """
        rows = self.world.negotiation.tables.amendments[DRAFT]
        names = list(among)
        names = [name for name in names if rows[name].amends in (None, *names)]
        self.chance.shuffle(names)
        names.sort(key=lambda name: rows[name].amends is not None)
        by_entry = {rows[name].entry: name for name in names}
        late: set[str] = set()
        pairs: dict[str, set[str]] = {}
        for clash in self.world.negotiation.merged(DRAFT, names).clashes:
            one = by_entry[clash.one]
            other = one if clash.other is None else by_entry[clash.other]
            if one == other:
                late.add(one)
            pairs.setdefault(one, set()).add(other)
            pairs.setdefault(other, set()).add(one)
        taken: list[str] = []
        for name in names:
            if name not in late and rows[name].amends in (None, *taken) and not pairs.get(name, set()) & set(taken):
                taken.append(name)
        # Units moved in a circle clash only all together: of two of them the later gives way.
        while left := self.world.negotiation.merged(DRAFT, taken).clashes:
            gone = by_entry[max(left[0].one, left[0].other or 0)]
            taken = [name for name in taken if gone not in (name, rows[name].amends)]
        return taken

    def revise(self, names: Iterable[str]) -> int:
        act = ReviseDraft(draft=DRAFT, merges=tuple(names))
        while self.world.judge(self.entry(act)).reason == "not-a-text":
            # Together they drop all that a unit says: then fewer of them.
            act = ReviseDraft(draft=DRAFT, merges=act.merges[: len(act.merges) // 2])
        return self.does(act)


def one_by_one(
    units: dict[str, UnitRow],
    order: Iterable[tuple[int, tuple[Change, ...]]],
    state: int,
    entry: int,
    others: Others = {},  # noqa: B006
) -> tuple[tuple[str, str], ...] | None:
    """The draft after amendments merged one after the other, each its own revision; `None` if one clashes.

    Each comes with those of its sub-amendments that are given.
    """
    units = dict(units)
    for amendment, asked in order:
        state, entry = state + 1, entry + 1
        outcome = merged(units, {amendment: asked}, False, others)
        if outcome.clashes:
            return None
        units.update(revised(units, outcome, state, entry))
    return tuple((unit, units[unit].current.text) for unit in in_order(units, state))


def at_once(
    units: dict[str, UnitRow],
    amendments: dict[int, tuple[Change, ...]],
    state: int,
    entry: int,
    others: Others = {},  # noqa: B006
) -> tuple[tuple[str, str], ...] | None:
    """The draft after amendments merged in one revision, with their sub-amendments; `None` if they clash."""
    units = dict(units)
    outcome = merged(units, amendments, False, others)
    if outcome.clashes:
        return None
    units.update(revised(units, outcome, state + 1, entry + 1))
    return tuple((unit, units[unit].current.text) for unit in in_order(units, state + 1))
