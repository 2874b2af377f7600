"""A draft in each language for the tests of Word files, negotiated by a few parties."""

from __future__ import annotations

import random
from typing import Any

from accord.acts.entry import Entry
from accord.acts.values import Text
from accord.areas.documents.acts import RegisterDocument
from accord.areas.negotiation.acts import OpenDraft, ProposeAmendment, WriteUnit
from accord.areas.negotiation.changes import AddUnit, AmendText, Change, DeleteUnit, MoveUnit
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.revising import in_order
from accord.areas.parties.acts import EnterParty, GrantRole
from accord.words.languages import CODES
from accord.world.world import World
from tests.laws.amending import VOCABULARY, amended, some_text
from tests.scene import founded

DRAFT = "A/AC.900/L.1"
NAMES: dict[str, Any] = {
    party: dict(zip(CODES, names.split("/"), strict=True))
    for party, names in {
        "ST-A": "ألدورا/阿尔多拉/Aldora/Aldora la Neuve/Алдора/Aldora del Sur",
        "ST-B": "بورينيا/博里尼亚/Borinia/Borinie/Бориния/Boriña",
        "ST-C": "سيلفارا/西尔瓦拉/Sylvara/Sylvarie/Сильвара/Silvaria",
    }.items()
}
SPANISH = "los Estados deberían actuar con transparencia hacia un mundo sin tales armas este año"
VOCABULARY.setdefault("es", SPANISH.split())


class Room:
    """A world with a draft in one language. Acts are judged and folded, not signed."""

    def __init__(self, language: Any, texts: list[str] | None = None, seed: int = 1, units: int = 6) -> None:
        self.chance = random.Random(f"{language} {seed}")
        self.language = language
        self.world: World = founded().world
        self.entries: list[Entry[Any]] = []
        for party, names in NAMES.items():
            self.does(EnterParty(party=party, kind="state", name=Text(original=language, said=names)))
        self.does(EnterParty(party="editor", kind="editor", name=Text(original="en", said={"en": "Editor"})))
        self.does(GrantRole(party="editor", role="recorder"))
        self.does(RegisterDocument(symbol=DRAFT, kind="draft"))
        self.does(OpenDraft(draft=DRAFT, language=language))
        texts = texts or [f"{some_text(self.chance, language, 25)} {number}" for number in range(units)]
        for number, text in enumerate(texts, 1):
            self.writes(f"para-{number}", str(number), number, text)

    def writes(self, unit: str, number: str, place: int, text: str, kind: Any = "paragraph") -> None:
        self.does(WriteUnit(draft=DRAFT, unit=unit, kind=kind, number=number, place=place, text=text))

    def does(self, act: Any, by: str = "secretariat") -> int:
        """Says an act that must count; its entry."""
        entry = Entry(self.world.size, self.world.admitted + 1_000_000, by, act, self.world.size.to_bytes(32), ())
        ruling = self.world.step(entry)
        assert ruling.counts, f"{act}: {ruling.reason}"
        self.entries.append(entry)
        return entry.index

    def read(self, index: int) -> Entry[Any] | None:
        """An entry by its number; those of the foundation are not at hand."""
        return next((entry for entry in self.entries if entry.index == index), None)

    def text(self, unit: str) -> str:
        return self.world.negotiation.tables.units[DRAFT][unit].current.text

    def amend(self, unit: str, text: str) -> AmendText:
        row = self.world.negotiation.tables.units[DRAFT][unit]
        return AmendText(unit=unit, base=row.current.hash, edits=difference(row.current.text, text))

    def delete(self, unit: str) -> DeleteUnit:
        return DeleteUnit(unit=unit, base=self.world.negotiation.tables.units[DRAFT][unit].current.hash)

    def standing(self) -> list[str]:
        """The texts of the units that stand, in their order."""
        units = self.world.negotiation.tables.units[DRAFT]
        return [units[unit].current.text for unit in in_order(units, self.world.negotiation.state(DRAFT))]

    def proposes(
        self, name: str, *changes: Change, sponsors: tuple[str, ...] = ("ST-A",), note: Text | None = None
    ) -> None:
        self.does(ProposeAmendment(draft=DRAFT, amendment=name, changes=changes, sponsors=sponsors, note=note))

    def some_change(self, unit: str, name: str) -> Change:
        """What a delegation might want of a unit."""
        drawn = self.chance.random()
        units = list(self.world.negotiation.tables.units[DRAFT])
        if drawn < 0.12:
            return AddUnit(
                unit=f"new-{name}", after=unit, kind="paragraph", text=some_text(self.chance, self.language, 12) + "."
            )
        if drawn < 0.22:
            return self.delete(unit)
        if drawn < 0.32:
            return MoveUnit(unit=unit, after=self.chance.choice([None, *(one for one in units if one != unit)]))
        # A paragraph that is left blank comes back as deleted.
        texts = (amended(self.chance, self.text(unit)) for _ in range(100))
        return self.amend(unit, next(text for text in texts if text.strip()))
