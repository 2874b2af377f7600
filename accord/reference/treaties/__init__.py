"""Facts about instruments of law: who signed and deposited what and when, zones, safeguards, disputes.

Sources, dates and known problems: the `.toml` beside each table; the sources of single rows: `sources.csv`. A day that
no source gives is `None`. Nothing here says where a State stands on a day: that is computed from what is recorded.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from accord.reference.states import Iso3
from accord.reference.table import table
from accord.reference.wording import InSixLanguages

Action = Literal[
    "signature",
    "ratification",
    "acceptance",
    "accession",
    "succession",
    "waiver",
    "in-force",
    "withdrawal-of-ratification",
    "not-signed",
]


class TreatyAction(msgspec.Struct, frozen=True):
    """One signature, deposit or withdrawal of one State, with one depositary."""

    instrument: str
    iso3: Iso3
    action: Action
    on: date | None
    not_before: date | None
    not_after: date | None
    place: str | None
    source: str


class Standing(msgspec.Struct, frozen=True):
    """Where a State stood by a source that says so without the days of its actions."""

    instrument: str
    iso3: Iso3
    as_of: date | None
    standing: Literal["party", "signatory", "not-signed", "ratification-withdrawn", "no-signature-found"]
    source: str


class Named(msgspec.Struct, frozen=True):
    """A State that an instrument names: in Annex 2 to the CTBT."""

    instrument: str
    iso3: Iso3
    source: str


class Zone(msgspec.Struct, frozen=True):
    """Where an instrument applies, with its first signature, entry into force and land area in square kilometres."""

    instrument: str
    opened: date
    in_force: date
    region: str
    land: int | None
    states: int | None
    source: str


class Safeguards(msgspec.Struct, frozen=True):
    """Whether an agreement or an additional protocol was in force for a State on a day."""

    instrument: Literal["comprehensive-safeguards", "additional-protocol"]
    iso3: Iso3
    as_of: date
    standing: Literal["in-force", "not-in-force"]
    source: str


class SafeguardsTotal(msgspec.Struct, frozen=True):
    """How many States had agreements and additional protocols, as published; the rows count differently."""

    as_of: date
    with_protocol: int
    without_protocol: int | None
    without_agreement: int | None
    source: str


class Dispute(msgspec.Struct, frozen=True):
    """What a State announced about its own standing, on which the parties do not agree."""

    instrument: str
    iso3: Iso3
    action: Literal["withdrawal-announced", "suspension"]
    on: date
    source: str
    note_ar: str
    note_zh: str
    note_en: str
    note_fr: str
    note_ru: str
    note_es: str


class Remark(InSixLanguages, frozen=True):
    """A reservation or interpretation of a State, summarised by the editors."""

    instrument: str
    reservation: str
    iso3: Iso3
    kind: Literal["reservation", "declaration", "interpretation"]
    upon: Literal["signature", "ratification", "accession"]
    on: date | None
    source: str


@cache
def actions() -> tuple[TreatyAction, ...]:
    """All signatures, deposits and withdrawals, by instrument and State."""
    return (*table("treaties/actions", TreatyAction), *table("treaties/more_actions", TreatyAction))


@cache
def remarks() -> tuple[Remark, ...]:
    """Reservations and interpretations."""
    return table("treaties/remarks", Remark)


@cache
def standings() -> tuple[Standing, ...]:
    """All standings that sources state."""
    return table("treaties/standings", Standing)


@cache
def annex_2() -> tuple[Named, ...]:
    """The States named in Annex 2 to the CTBT."""
    return table("treaties/annex_2", Named)


@cache
def zones() -> tuple[Zone, ...]:
    """The zones."""
    return table("treaties/zones", Zone)


@cache
def safeguards() -> tuple[Safeguards, ...]:
    """Agreements not in force on 31 December 2024, additional protocols in force on 30 June 2011."""
    return table("treaties/safeguards", Safeguards)


@cache
def safeguards_totals() -> tuple[SafeguardsTotal, ...]:
    """Published totals."""
    return table("treaties/safeguards_totals", SafeguardsTotal)


@cache
def disputes() -> tuple[Dispute, ...]:
    """Announcements that stand beside the depositaries' facts."""
    return table("treaties/disputes", Dispute)
