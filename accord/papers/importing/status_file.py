"""A status list as a file: its columns, and its lines as rows or as what cannot be read, line by line.

The format is `docs/formats/status-list.md`.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Mapping
from typing import get_args

from msgspec import Struct

from accord.acts.values import KindOfFact
from accord.areas.instruments.acts import ActionKind
from accord.reference.states import LANGUAGES, gazetteer
from accord.wire.codec import Malformed
from accord.world.world import World

COLUMNS = ("instrument", "state", "action", "on", "depositary", "kind", "source", "checked")
FORMER = {
    "BUR": "Burma",
    "CSK": "Czechoslovakia",
    "DDR": "German Democratic Republic",
    "SCG": "Serbia and Montenegro",
    "SUN": "Union of Soviet Socialist Republics",
    "YMD": "Democratic Yemen",
    "YUG": "Yugoslavia",
    "ZAR": "Zaire",
}
"""Codes withdrawn from ISO 3166-1 that older lists carry, for the message: which State acts today is not guessed."""
FORMER_NAMES = {*FORMER.values(), "East Germany", "South Yemen", "Soviet Union", "USSR"}


class ListRow(Struct, frozen=True):
    """One line that can be read."""

    line: int
    instrument: str
    party: str
    action: ActionKind
    on: datetime.date | None
    depositary: str | None
    kind: KindOfFact
    source: str
    checked: datetime.date

    @property
    def name(self) -> tuple[str, str, str, str | None]:
        """What two lines must not say differently: instrument, State, action and depositary."""
        return self.instrument, self.party, self.action, self.depositary


class Unread(Struct, frozen=True):
    """A line that is not taken: which, why as a code, and the word in it that says why."""

    line: int
    why: str
    said: str


def lines(text: str, world: World) -> tuple[tuple[ListRow, ...], tuple[Unread, ...]]:
    """The rows of a list, and the lines that are not taken, in order.

    Two lines that give two days for one thing are both left out: which is right is not chosen here.

    Raises:
        Malformed: the first line does not name the columns.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise Malformed(f"the first line must name the columns {', '.join(COLUMNS)}; missing: {', '.join(missing)}")
    names = _states(world)
    rows: list[ListRow] = []
    unread: list[Unread] = []
    for cells in reader:
        found = _row(reader.line_num, {name: (cells[name] or "").strip() for name in COLUMNS}, world, names)
        if isinstance(found, Unread):
            unread.append(found)
        else:
            rows.append(found)
    days: dict[tuple[str, str, str, str | None], set[datetime.date | None]] = {}
    for row in rows:
        days.setdefault(row.name, set()).add(row.on)
    against = [Unread(row.line, "contradicts-a-line", str(row.on or "")) for row in rows if len(days[row.name]) > 1]
    taken: dict[tuple[str, str, str, str | None], ListRow] = {}
    for row in rows:
        if len(days[row.name]) == 1:
            taken.setdefault(row.name, row)
    return tuple(taken.values()), tuple(sorted([*unread, *against], key=lambda one: one.line))


def _states(world: World) -> Mapping[str, str]:
    """Codes and names in six languages of the States that the record has."""
    parties = world.parties.tables.parties
    there = {code for code, fact in parties.items() if fact.act.kind == "state"}
    names = {name: code for lang in LANGUAGES for name, code in gazetteer(lang).items() if code in there}
    for code in there:
        name = parties[code].act.name
        names |= dict.fromkeys(name.said.values() if name else (), code)
    return names | {code: code for code in there}


def _row(line: int, cells: Mapping[str, str], world: World, names: Mapping[str, str]) -> ListRow | Unread:
    """A line, checked cell by cell; the first cell that cannot stand names the reason."""
    entered = world.instruments.tables.instruments.get(cells["instrument"])
    if entered is None:
        return Unread(line, "unknown-instrument", cells["instrument"])
    state = cells["state"]
    if state in FORMER or state in FORMER_NAMES:
        return Unread(line, "former-state", state)
    if state not in names:
        return Unread(line, "unknown-state", state)
    if cells["action"] not in get_args(ActionKind):
        return Unread(line, "unknown-action", cells["action"])
    if cells["kind"] not in get_args(KindOfFact):
        return Unread(line, "unknown-kind", cells["kind"])
    if not cells["source"]:
        return Unread(line, "no-source", cells["source"])
    if cells["depositary"] and cells["depositary"] not in {one.depositary for one in entered.act.depositaries}:
        return Unread(line, "unknown-depositary", cells["depositary"])
    days: dict[str, datetime.date | None] = {}
    for column in ("on", "checked"):
        try:
            day = datetime.date.fromisoformat(cells[column]) if cells[column] else None
        except ValueError:
            day = None
        if str(day or "") != cells[column]:
            return Unread(line, "no-day", cells[column])
        days[column] = day
    on, checked = days["on"], days["checked"]
    if checked is None:
        return Unread(line, "no-day", cells["checked"])
    if on is not None and entered.act.opened_on is not None and on < entered.act.opened_on:
        return Unread(line, "before-opening", cells["on"])
    if on is not None and on > checked:
        return Unread(line, "after-it-was-checked", cells["on"])
    action: ActionKind = next(one for one in get_args(ActionKind) if one == cells["action"])
    kind: KindOfFact = next(one for one in get_args(KindOfFact) if one == cells["kind"])
    depositary = cells["depositary"] or None
    return ListRow(line, cells["instrument"], names[state], action, on, depositary, kind, cells["source"], checked)
