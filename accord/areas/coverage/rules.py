"""When an act about coverage counts. Readings that contradict each other are no reason to refuse: each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.instruments.rules import insist_instrument, insist_once, key
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.coverage.acts import DisputeReading, MapProhibition
    from accord.areas.coverage.view import Coverage


def reading_key(act: MapProhibition | DisputeReading) -> str:
    """The key of a reading: the instrument, the provision and the author."""
    return f"{key(act.instrument, act.provision)} {act.author}"


def dispute_key(act: DisputeReading) -> str:
    """The key of what a party disputes: the reading, the party and, if it is one alone, the prohibition."""
    return f"{reading_key(act)} {act.party} {act.prohibition or ''}"


def insist_prohibitions(view: Coverage, *labels: str | None) -> None:
    """Every prohibition is named in the record."""
    insist(all(label is None or label in view.tables.prohibitions for label in labels), "unknown-prohibition")


def may_name(entry: Entry[Any], view: Coverage) -> None:
    """By the secretariat or a recorder."""
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.prohibitions.get(entry.act.prohibition))


def may_map(entry: Entry[Any], view: Coverage) -> None:
    """By its author, the secretariat or a recorder; States are named just where the provision binds by name."""
    act: MapProhibition = entry.act
    insist_instrument(view.instruments, act.instrument)
    insist_prohibitions(view, *act.prohibits)
    insist_once(list(act.prohibits))
    insist_parties(view.parties, act.author, *act.bound_named)
    insist_once(list(act.bound_named))
    insist((act.binds == "parties") == (not act.bound_named), "named-where-bound-by-name")
    insist_voice(entry, view.parties, act.author)
    insist_correction(entry, view.parties, view.tables.readings.get(reading_key(act)), act.author)


def may_dispute(entry: Entry[Any], view: Coverage) -> None:
    """By the party, the secretariat or a recorder; of a reading that stands, by another than its author."""
    act: DisputeReading = entry.act
    reading = view.tables.readings.get(reading_key(act))
    insist(reading is not None, "unknown-reading")
    assert reading is not None
    insist(act.prohibition is None or act.prohibition in reading.act.prohibits, "not-in-the-reading")
    insist_parties(view.parties, act.party)
    insist(act.party != act.author, "disputes-its-own")
    insist_voice(entry, view.parties, act.party)
    insist_correction(entry, view.parties, view.tables.disputes.get(dispute_key(act)), act.party)


def may_record_development(entry: Entry[Any], view: Coverage) -> None:
    """By the secretariat or a recorder."""
    act = entry.act
    insist_instrument(view.instruments, act.instrument)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.developments.get(act.development))


def may_strike(entry: Entry[Any], view: Coverage) -> None:
    """What stands by that entry, by the one who recorded it or the secretariat."""
    act = entry.act
    _, current = view.standing(act.strikable, act.entry)
    insist(current is not None, "no-such-record")
    assert current is not None
    insist(entry.by in (current.by, view.parties.secretariat), "not-the-recorder")
