"""What is typed on the desk of amendments: one row for each unit, and the change that it asks for.

A row is spelled in fields (`c.0.do`, `c.0.unit`, `c.0.base`, …) and remembers the text with which typing began by its
hash. So it stays clear what was asked for when the draft has moved meanwhile, and the server need keep nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

import msgspec

from accord.acts.rulings import NoEffect
from accord.areas.drafting.acts import UnitKind
from accord.areas.negotiation.amending import Operation, operation
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.changes import (
    AddUnit,
    AmendText,
    Change,
    DeleteUnit,
    MoveUnit,
    Rewording,
    SettleBracket,
)
from accord.areas.negotiation.edits import Misfit, apply
from accord.areas.negotiation.rows import AmendmentRow, UnitRow
from accord.areas.negotiation.rules import insist_rewording
from accord.areas.negotiation.subamending import amended_units
from accord.areas.negotiation.text import LONGEST, is_sound
from accord.areas.negotiation.typed import amended, as_unit, chosen, free_label
from accord.areas.negotiation.view import Negotiation
from accord.faces.web.acting.forms import Problem, Typed, clean, rows

OPERATIONS: tuple[Operation, ...] = get_args(Operation)
FIELDS = ("do", "unit", "base", "text", "after", "kind", "number", "instead", "choice", "seen")
KINDS: tuple[str, ...] = get_args(UnitKind)


class Choice(msgspec.Struct, frozen=True):
    """A way to settle a bracket: `13:agreed:0`, and the words that stay by it; empty where all of it goes."""

    value: str
    way: str
    """`keep`, `option`, `beside` or `drop`."""
    bracket: str
    words: str


class Row(msgspec.Struct):
    """A change on the desk: as typed, with the text it was typed for, and what it asks for, if it does yet."""

    place: str
    operation: Operation
    unit: str
    base: str = ""
    text: str = ""
    """The text `base`."""
    typed: str = ""
    after: str = ""
    kind: str = "paragraph"
    number: str = ""
    instead: bool = False
    choice: str = ""
    choices: tuple[Choice, ...] = ()
    seen: str = ""
    """The hash of the later text beside which the reader saw it."""
    change: Change | None = None
    problem: Problem | None = None

    def fields(self) -> dict[str, str]:
        """The fields that spell it."""
        given = {
            "do": self.operation,
            "unit": self.unit,
            "base": self.base,
            "text": self.typed,
            "after": self.after,
            "kind": self.kind,
            "number": self.number,
            "instead": "1" if self.instead else "",
            "choice": self.choice,
            "seen": self.seen,
        }
        return {f"{self.place}.{name}": value for name, value in given.items() if value}


class Desk(msgspec.Struct, frozen=True):
    """The draft that rows are about, or an amendment to it: `amends`."""

    view: Negotiation
    draft: str
    amends: str = ""

    @property
    def amended(self) -> AmendmentRow:
        """The amendment that is amended, where one is."""
        return self.view.tables.amendments[self.draft][self.amends]

    @property
    def units(self) -> Mapping[str, UnitRow]:
        """The units of the draft; of an amendment those whose words it changes, as it would have them."""
        units = self.view.tables.units.get(self.draft, {})
        return amended_units(self.amended, units, self.slash) if self.amends else units

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What can become of a unit here."""
        return ("amend", "settle") if self.amends else OPERATIONS

    @property
    def slash(self) -> bool:
        """Whether a stroke parts alternatives in it."""
        return self.view.tables.drafts[self.draft].act.slash

    def new(self, place: str, operation: str, unit: str) -> Row | None:
        """A row that somebody begins, with the text that stands; `None` for no operation or no unit that stands."""
        row = self.units.get(unit)
        chosen_operation = next((one for one in self.operations if one == operation), None)
        if chosen_operation == "add" and (row is not None or not unit):
            taken = {**self.units, **self.view.tables.touched.get(self.draft, {})}
            kind = "paragraph" if row is None else row.kind
            return Row(place, "add", free_label(unit or None, taken), after=unit, kind=kind)
        if chosen_operation is None or row is None or row.until is not None:
            return None
        text = row.current.text
        found = Row(place, chosen_operation, unit, base=row.current.hash, typed=text)
        self._settle_base(found)
        return found

    def read(self, typed: Typed) -> list[Row]:
        """The rows that were typed, each with its change or what is wrong with it."""
        found: list[Row] = []
        for place in rows("c", typed):
            given = {name: typed.get(f"{place}.{name}", "") for name in FIELDS}
            known = next((one for one in self.operations if one == given["do"]), None)
            if known is None:
                continue
            made = Row(
                place=f"c.{len(found)}",
                operation=known,
                unit=clean(given["unit"]),
                base=given["base"],
                typed=given["text"],
                after=clean(given["after"]),
                kind=given["kind"] or "paragraph",
                number=clean(given["number"]),
                instead=given["instead"] == "1",
                choice=given["choice"],
                seen=given["seen"],
            )
            self._settle_base(made)
            try:
                made.change = None if made.problem else self._change(made)
                self._insist_within(made.change)
            except Misfit:
                made.problem = Problem("reason.not-a-text")
            except NoEffect as refused:
                made.change, made.problem = None, Problem(f"reason.{refused.reason}")
            found.append(made)
        return found

    def row_of(self, place: str, change: Change) -> Row:
        """The row that asks for a change: what `read` reads back as the same."""
        made = Row(place, operation(change), change.unit)
        if isinstance(change, AmendText | SettleBracket | DeleteUnit):
            made.base = change.base
            self._settle_base(made)
        match change:
            case AmendText():
                made.typed = apply(change.edits, made.text)
            case SettleBracket(start=start, settled=settled, option=option):
                made.choice = f"{start}:{settled}:{'' if option is None else option}"
            case AddUnit():
                made.typed, made.after, made.kind, made.number = (
                    change.text,
                    change.after or "",
                    change.kind,
                    change.number,
                )
                made.instead = change.alternative_to is not None
            case MoveUnit():
                made.after = change.after or ""
        return made

    def _settle_base(self, made: Row) -> None:
        """Finds the text that a row was typed for; one that the unit never had is none."""
        if made.operation == "add":
            return
        row = self.units.get(made.unit)
        if row is None:
            made.problem = Problem("reason.unknown-unit")
        elif made.operation != "move":
            number = row.named(made.base)
            if number is None:
                made.problem, made.base, number = Problem("reason.unknown-base"), row.current.hash, -1
            made.text = row.versions[number].text
            made.choices = choices(made.text, self.slash) if made.operation == "settle" else ()

    def _change(self, made: Row) -> Change | None:
        """What a row asks for; leaves in it why it asks for nothing yet.

        Raises:
            Misfit: what was typed is no text.
        """
        read: dict[Operation, Callable[[Row], Change | None]] = {
            "amend": self._amend,
            "settle": self._settle,
            "add": self._add,
            "delete": lambda made: DeleteUnit(unit=made.unit, base=made.base),
            "move": lambda made: MoveUnit(unit=made.unit, after=made.after or None),
        }
        return read[made.operation](made)

    def _insist_within(self, change: Change | None) -> None:
        """Of an amendment to an amendment: within what that changes, as the rule will insist."""
        if self.amends and isinstance(change, Rewording):
            insist_rewording(change, self.amended.act.changes, self.view, self.draft)

    def _amend(self, made: Row) -> Change | None:
        text = as_unit(made.typed, made.text)
        if len(text) > LONGEST:
            made.problem = Problem("drafting.too-long", {"most": LONGEST})
        elif not text:
            made.problem = Problem("drafting.nothing-left")
        elif text == made.text:
            made.problem = Problem("drafting.nothing-changed")
        else:
            return amended(made.unit, made.text, made.typed, slash=self.slash)
        return None

    def _settle(self, made: Row) -> Change | None:
        if made.choice not in (one.value for one in made.choices):
            made.problem = Problem("drafting.no-choice" if made.choices else "reason.no-such-bracket")
            return None
        start, settled, option = made.choice.split(":")
        if settled == "beside":
            edits = chosen(made.text, int(start), slash=self.slash)
            return None if edits is None else AmendText(unit=made.unit, base=made.base, edits=edits)
        way = "agreed" if settled == "agreed" else "withdrawn"
        return SettleBracket(
            unit=made.unit,
            base=made.base,
            start=int(start),
            settled=way,  # type: ignore[arg-type]
            option=int(option) if option else None,
        )

    def _add(self, made: Row) -> Change | None:
        text = as_unit(made.typed)
        if not text or len(text) > LONGEST:
            made.problem = Problem("drafting.too-long", {"most": LONGEST}) if text else Problem("acting.error.required")
            return None
        if not is_sound(text):
            raise Misfit("no text")
        return AddUnit(
            unit=made.unit,
            after=made.after or None,
            kind=made.kind if made.kind in KINDS else "paragraph",  # type: ignore[arg-type]
            number=made.number,
            text=text,
            alternative_to=made.after if made.instead and made.after else None,
        )


def choices(text: str, slash: bool) -> tuple[Choice, ...]:
    """Every way to settle one of the brackets of a text.

    >>> [(one.value, one.words) for one in choices("They [shall/may] act.", True)]
    [('5:agreed:0', 'shall'), ('5:agreed:1', 'may'), ('5:withdrawn:', '')]
    """
    found: list[Choice] = []
    for one in brackets(text, slash=slash):
        bracket = text[one.start : one.end]
        cuts = (one.start, *one.strokes, one.end - 1)
        options = [text[cuts[n] + 1 : cuts[n + 1]] for n in range(len(cuts) - 1)]
        if len(options) == 1:
            found.append(Choice(f"{one.start}:agreed:", "keep", bracket, options[0]))
            if chosen(text, one.start, slash=slash) is not None:
                found.append(Choice(f"{one.start}:beside:", "beside", bracket, options[0]))
        else:
            found += [Choice(f"{one.start}:agreed:{n}", "option", bracket, words) for n, words in enumerate(options)]
        found.append(Choice(f"{one.start}:withdrawn:", "drop", bracket, ""))
    return tuple(found)
