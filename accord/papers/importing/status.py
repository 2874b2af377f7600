"""From a status list to the acts that bring the record to what the list says, and the difference beside it.

What the record has from the list's own source is corrected, by the party that recorded it; what other sources say
otherwise stays, and stands beside it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from accord.acts.values import Grounds, Source
from accord.acts.vocabulary import Act
from accord.areas.instruments.acts import RecordStatus, StatusRow
from accord.areas.instruments.deeds import Deed
from accord.papers.importing.preview import preview, try_act
from accord.papers.importing.status_file import ListRow, Unread, lines
from accord.world.world import World

BATCH = 100
"""Most rows of one act that corrects nothing."""


class Difference(Struct, frozen=True):
    """What the list says of one State that the record does not, or the record that the list does not.

    `new`: nothing like it is recorded from this source; `changed`: another day is; `beside`: another source says
    another day, and both stand; `gone`: recorded from this source, and no longer in the list.
    """

    why: Literal["new", "changed", "beside", "gone"]
    line: int | None
    instrument: str
    party: str
    action: str
    depositary: str | None
    old: datetime.date | None
    new: datetime.date | None


class StatusPlan(Struct, frozen=True):
    """The acts, the difference line by line, what was not taken, and why acts would have no effect."""

    acts: tuple[Act, ...]
    differences: tuple[Difference, ...]
    unread: tuple[Unread, ...]
    known: int
    """How many lines say what the record says already."""
    without_effect: tuple[str, ...]


def status_plan(text: str, world: World, recorder: str) -> StatusPlan:
    """What `recorder` would say so that the record holds what a status list says. Changes nothing.

    Raises:
        Malformed: the file is no status list.
    """
    rows, unread = lines(text, world)
    differences: list[Difference] = []
    fresh: list[ListRow] = []
    changed: dict[int, dict[Deed, ListRow | None]] = {}
    known = 0
    for row in rows:
        deeds = [deed for deed in world.instruments.deeds(row.instrument, row.party) if _alike(deed, row)]
        own = next((deed for deed in deeds if deed.source.publication == row.source), None)
        if any(deed.on == row.on for deed in (deeds if own is None else [own])):
            known += 1
            continue
        other = next(iter(deeds), None)
        why: Literal["new", "changed", "beside"] = "changed" if own else "beside" if other else "new"
        old = own or other
        differences.append(_difference(why, row, None if old is None else old.on))
        if own is None:
            fresh.append(row)
        else:
            changed.setdefault(own.entry, {})[own] = row
    for deed in () if unread else _gone(rows, world):
        differences.append(
            Difference("gone", None, deed.instrument, deed.party, deed.action, deed.depositary, deed.on, None)
        )
        changed.setdefault(deed.entry, {})[deed] = None
    acts = (*_corrections(changed, world), *_records(fresh))
    trial = preview(world)
    rulings = [try_act(trial, recorder, act) for act in acts]
    without = tuple(str(ruling.reason) for ruling in rulings if ruling.reason)
    return StatusPlan(acts, tuple(differences), unread, known, without)


def _alike(deed: Deed, row: ListRow) -> bool:
    return (deed.action, deed.depositary) == (row.action, row.depositary)


def _difference(why: Literal["new", "changed", "beside"], row: ListRow, old: datetime.date | None) -> Difference:
    return Difference(why, row.line, row.instrument, row.party, row.action, row.depositary, old, row.on)


def _gone(rows: Sequence[ListRow], world: World) -> Iterable[Deed]:
    """What the record has from a source of the list, of an instrument and action it speaks of, and the list lacks."""
    spoken = {(row.instrument, row.action, row.source) for row in rows}
    named = {(*row.name, row.source) for row in rows}
    for deeds in world.instruments.tables.deeds.values():
        for deed in deeds:
            source = deed.source.publication or ""
            listed = (deed.instrument, deed.party, deed.action, deed.depositary, source) in named
            if (deed.instrument, deed.action, source) in spoken and not listed:
                yield deed


def _grounds(row: ListRow) -> Grounds:
    return Grounds(source=Source(publication=row.source), kind=row.kind, checked=row.checked)


def _corrections(changed: dict[int, dict[Deed, ListRow | None]], world: World) -> Iterable[Act]:
    """For each entry one act: of each State concerned, all its rows of that entry anew; struck where none is left."""
    for entry, altered in changed.items():
        first = next(iter(altered))
        rows: list[StatusRow] = []
        struck: list[str] = []
        for party in dict.fromkeys(deed.party for deed in altered):
            told = [deed for deed in world.instruments.deeds(first.instrument, party) if deed.entry == entry]
            kept = [_row(deed, altered.get(deed)) for deed in told if altered.get(deed, deed) is not None]
            rows += kept
            if not kept:
                struck.append(party)
        given = next((row for row in altered.values() if row is not None), None)
        yield RecordStatus(
            instrument=first.instrument,
            action=first.action,
            deeds=tuple(rows),
            struck=tuple(struck),
            grounds=first.grounds if given is None else _grounds(given),
            corrects=entry,
        )


def _row(deed: Deed, row: ListRow | None) -> StatusRow:
    """A row that stays as it is, or as the list has it."""
    if row is not None:
        return StatusRow(party=row.party, on=row.on, depositary=row.depositary)
    return StatusRow(
        party=deed.party,
        on=deed.on,
        effective=deed.effective,
        depositary=deed.depositary,
        named_as=deed.named_as,
        note=deed.note,
    )


def _records(fresh: Sequence[ListRow]) -> Iterable[Act]:
    def key(row: ListRow) -> tuple[str, str, str, str, datetime.date]:
        return row.instrument, row.action, row.source, row.kind, row.checked

    for _, some in groupby(sorted(fresh, key=key), key):
        rows = list(some)
        for start in range(0, len(rows), BATCH):
            part = rows[start : start + BATCH]
            yield RecordStatus(
                instrument=part[0].instrument,
                action=part[0].action,
                deeds=tuple(StatusRow(party=row.party, on=row.on, depositary=row.depositary) for row in part),
                grounds=_grounds(part[0]),
            )
