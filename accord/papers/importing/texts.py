"""The report's own words: its units with slots, the patterns of its lists, its footnotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from accord.areas.drafting.acts import RecordPattern, RecordUnit, Slot, StrikeText
from accord.papers.importing.bind import bind, chunks, inside, pieces
from accord.papers.importing.candidates import Hint, Hints
from accord.papers.importing.draft import Draft
from accord.papers.importing.names import Names, plain_key
from accord.papers.importing.patterns import Item, learn, split_end
from accord.papers.importing.places import places
from accord.papers.reading import Reading
from accord.papers.reading.structs import Unit
from accord.papers.reading.text import squeeze
from accord.papers.report.context import Context
from accord.papers.report.items import records
from accord.papers.report.slots import is_list
from accord.words.labels import Level, label

KINDS: Mapping[str, str] = {
    "masthead": "masthead", "title": "title", "report-title": "title", "note-heading": "note", "note": "note",
    "chapter": "chapter", "section": "section", "heading": "section", "paragraph": "paragraph", "item": "item",
    "subitem": "subitem", "agenda-item": "agenda-item", "footnote": "footnote", "part": "chapter",
    "annex": "chapter", "appendix": "chapter",
}  # fmt: skip
"""The reader's kind of a unit → that of the record; anything else is a paragraph without a number.

The heading of a part, annex or appendix is told from a chapter's by its unit's name: `annex-1`.
"""


LARGEST_UNIT = 36_000
"""Bytes of the pieces in one act."""


class Texts:
    """The texts of one reading on their way into the record."""

    def __init__(self, draft: Draft, reading: Reading, names: Names) -> None:
        self.draft = draft
        self.reading = reading
        self.names = names
        self.context = Context(draft.world, draft.body, draft.symbol, draft.language)
        self.hints = Hints(draft, reading, names)
        self.anchors: dict[str, tuple[str, str | None]] = {}
        """Footnote → the unit of its indicator, and the party after whose name it stands."""

        self.recorded: set[str] = set()

    def record(self) -> None:
        """Says the units in order, then the patterns of the lists, and strikes what is gone."""
        lists = self._lists()
        items = {unit.id for parent in lists.values() for unit, _ in parent[1]}
        units = [unit for unit in self.reading.units if unit.id not in items and (unit.text or unit.label)]
        table = self.draft.world.drafting.tables.units.get(self.draft.symbol, {})
        current = {f.act.unit: f.act.place for f in table.values() if f.act.language == self.draft.language}
        ranked = places([unit.id for unit in units], current, 100, 1_000_000)
        notes = [unit for unit in units if unit.kind == "footnote"]
        for unit in [u for u in units if u.kind != "footnote"] + notes:
            self._unit(unit, ranked[unit.id])
        for parent, (register, children) in lists.items():
            self._patterns(parent, register, children)
        self._strike(self.recorded)

    def _lists(self) -> dict[str, tuple[Any, list[tuple[Unit, str]]]]:
        """The units whose items are made from a register: all their items are its records, all and in order."""
        by_unit = self._records()
        out: dict[str, tuple[Any, list[tuple[Unit, str]]]] = {}
        for parent in (unit for unit in self.reading.units if unit.kind == "paragraph"):
            below = [u for u in self.reading.units if u.id.startswith(parent.id + "-")]
            found = [by_unit.get(u.id) for u in below]
            registers = {one[0] for one in found if one}
            if not below or None in found or len(registers) != 1:
                continue
            register = registers.pop()
            keys = [one[1] for one in found if one]
            ours = records(self.context, register)
            if keys == [key for key, _, _ in ours] and self._labelled(register, below):
                out[parent.id] = (register, list(zip(below, keys, strict=True)))
            else:
                self.draft.look(parent.id, "list-differs", register=register)
        return out

    def _labelled(self, register: str, items: list[Unit]) -> bool:
        """Whether the document labels its items as a list that is made from a register labels them."""
        level: Level = "paragraph" if register == "agenda" else "item"
        try:
            made = [label(n, level, self.draft.language) for n, _ in enumerate(items, 1)]
        except ValueError:  # more than papers number
            return False
        return [squeeze(item.label) for item in items] == [squeeze(one) for one in made]

    def _records(self) -> dict[str, tuple[str, str]]:
        """Unit → register and key of the record that it is an item about."""
        out = {d.unit: ("document", d.normal or d.symbol) for d in self.reading.documents}
        out |= {
            p.ref.replace("panel-", "para-"): ("panel", label)
            for p, label in zip(self.reading.panels, self.draft.panel_labels, strict=True)
        }
        out |= {
            t.ref.replace("theme-", "para-"): ("theme", label)
            for t, label in zip(self.reading.themes, self.draft.theme_labels, strict=True)
        }
        if agenda := self.reading.agenda:
            out |= {f"para-{agenda.paragraph}-{item.num}": ("agenda", str(item.num)) for item in agenda.items}
        return out

    def _unit(self, unit: Unit, place: int) -> None:
        found, missed = bind(unit.text, self.hints.of(unit), self.context)
        self._missed(unit, missed)
        marks: list[tuple[int, Slot]] = []
        for mark in unit.refs:
            note = next((u.id for u in self.reading.units if u.kind == "footnote" and u.label == mark.marker), None)
            if note is None:
                continue
            within = inside(mark, found)
            group = next((g.name for g in self.reading.groups if g.source == note), None)
            if within is not None and is_list(within.slot) and group is not None:
                self.anchors[note] = (unit.id, self.names.code(group, "group", note))
            else:
                self.anchors[note] = (unit.id, None)
                offset = within.end if within is not None else mark.offset
                marks.append((offset, Slot(of="unit", key=note, part="marker")))
        anchor, about = self.anchors.get(unit.id, (None, None))
        kind: Any = KINDS.get(unit.kind, "paragraph")
        for n, part in enumerate(chunks(pieces(unit.text, found, marks), LARGEST_UNIT)):
            # What does not fit in one act goes on in the next unit, without a label.
            name = unit.id if n == 0 else f"{unit.id}.{n}"
            self.recorded.add(name)
            self.draft.say(
                RecordUnit(
                    document=self.draft.symbol,
                    unit=name,
                    language=self.draft.language,
                    kind=kind if n == 0 or unit.kind == "footnote" else "paragraph",
                    number="" if unit.kind == "masthead" or n else unit.label,
                    place=place + n,
                    pieces=part,
                    anchor=anchor,
                    about=about,
                    source=self.draft.source(unit.id),
                )
            )

    def _missed(self, unit: Unit, missed: list[Hint]) -> None:
        for hint in missed:
            text = unit.text[hint.start : hint.end]
            if any(name in plain_key(text) for name in self.draft.unknown):
                continue
            self.draft.look(unit.id, "not-bound", words=text)

    def _patterns(self, parent: str, register: Any, children: list[tuple[Unit, str]]) -> None:
        """The wordings of a list under a unit."""
        items: list[Item] = []
        cases = {key: case for key, case, _ in records(self.context, register)}
        for place, (unit, key) in enumerate(children):
            body, end = split_end(unit.text)
            found, missed = bind(unit.text, self.hints.of(unit), self.context.about(key), len(body))
            self._missed(unit, missed)
            items.append(Item(key, cases[key], body, pieces(body, found), end, place, len(children)))
        for one in learn(items, register, self.context):
            self.draft.say(
                RecordPattern(
                    document=self.draft.symbol,
                    language=self.draft.language,
                    under=parent,
                    of=register,
                    case=one.case,
                    only=one.only,
                    pieces=one.pieces,
                    end=one.end,
                    source=self.draft.source(parent),
                )
            )

    def _strike(self, units: set[str]) -> None:
        """Strikes patterns and units that this document does not have any more."""
        tables = self.draft.world.drafting.tables
        source = self.draft.source("document")
        for pattern in list(tables.patterns.get(self.draft.symbol, {}).values()):
            p = pattern.act
            if p.language == self.draft.language and pattern.entry not in self.draft.touched:
                where: dict[str, Any] = {"document": p.document, "language": p.language, "unit": p.under, "of": p.of}
                act = StrikeText(**where, case=p.case, only=p.only, source=source)
                self.draft.do(act, "gone")
        for unit in list(tables.units.get(self.draft.symbol, {}).values()):
            u = unit.act
            if u.language == self.draft.language and u.unit not in units:
                self.draft.do(StrikeText(document=u.document, language=u.language, unit=u.unit, source=source), "gone")


def squeezed(text: str) -> str:
    """A text without white space.

    >>> squeezed("a b")
    'ab'
    """
    return re.sub(r"\s+", "", text)
