"""How a row and a column of the matrix are asked about: what is prohibited to a State, and who prohibits an act."""

from __future__ import annotations

import datetime

from accord.acts.values import Text
from accord.areas.coverage.adding import proposed
from accord.areas.coverage.counted import StatesCounted, counted
from accord.areas.coverage.known import Known
from accord.areas.coverage.matrix import Reading, binds, matrix, named, ordered, readings, states
from accord.areas.coverage.rows import ProhibitionCode, ReadingRow, reading_row
from accord.areas.instruments.law import status_of
from accord.areas.instruments.periods import Held, Standing
from accord.areas.instruments.rows import RemarkRow, StatusCode, remark_rows, standing_row
from accord.areas.parties.cite import FactCite, Missing, Page, Part, PartyCode, cite_fact, head


class BoundRow(Part, frozen=True):
    """A provision read as prohibiting something to a State that has joined or signed its instrument."""

    provision_read: ReadingRow
    legal_standing: Standing
    in_force: datetime.date | None
    """From which day the instrument is in force for the State."""
    bound_then: bool
    """Whether it is on the day asked."""
    particulars: StatusCode


class CoveredRow(Part, frozen=True):
    """A prohibition and a State: each provision that somebody reads so; none: no treaty text recorded."""

    prohibition: ProhibitionCode
    name: Text
    provisions_read: tuple[BoundRow, ...]
    added: bool


class CoverageStatePage(Page, frozen=True, tag="coverage-state"):
    """What instruments prohibit to a State on the day asked, by provision (A/68/514 ¶¶34-35)."""

    party: PartyCode
    author: PartyCode | None
    prohibitions: tuple[CoveredRow, ...]
    remarks_made: tuple[RemarkRow, ...]
    """What the State said about those instruments: reservations, interpretations, declarations."""


class ProhibitionPage(Page, frozen=True, tag="prohibition"):
    """A prohibition: the provisions in which it is read, and for how many States one of them is in force."""

    prohibition: ProhibitionCode
    name: Text
    note: Text | None
    author: PartyCode | None
    covered: tuple[PartyCode, ...]
    """To whom an instrument in force for them prohibits it."""
    covered_counted: StatesCounted
    no_text: tuple[PartyCode, ...]
    """Of whom no such treaty text is recorded."""
    no_text_counted: StatesCounted
    text_readings: tuple[ReadingRow, ...]
    cite: FactCite


def coverage_state(
    known: Known, party: str, adds: str = "", author: str = "", *, on: datetime.date | None = None
) -> CoverageStatePage:
    """What is prohibited to a State.

    Raises:
        Missing: no such State, author, instrument or prohibition.
    """
    if party not in states(known):
        raise Missing("party", party)
    found = matrix(known, author, on, of=party)
    asked = proposed(known, found, adds, author)
    extra = 0 if asked is None else asked.adds(found, party)
    joined: dict[str, Held] = {}
    rows: dict[str, list[BoundRow]] = {label: [] for label in found.prohibitions}
    for instrument, facts in readings(known, author).items():
        held = status_of(known, instrument, party, on)
        if held.standing in ("none", "withdrawn"):
            continue
        joined[instrument] = held
        for fact in facts:
            if binds(fact, party):
                row = _bound_row(known, fact, party, held, on)
                for label in fact.act.prohibits:
                    rows[label].append(row)
    remarks = known.instrument_lookups.reservations_of[party]
    return CoverageStatePage(
        head=head(known, on),
        party=party,
        author=author or None,
        prohibitions=tuple(
            CoveredRow(
                prohibition=fact.act.prohibition,
                name=fact.act.name,
                provisions_read=tuple(rows[fact.act.prohibition]),
                added=bool(extra >> place & 1),
            )
            for place, fact in enumerate(ordered(known))
        ),
        remarks_made=remark_rows(known, tuple(one for one in remarks if one.act.instrument in joined), on),
    )


def _bound_row(known: Known, fact: Reading, party: str, held: Held, on: datetime.date | None) -> BoundRow:
    standing = standing_row(known, fact.act.instrument, party, held, on)
    return BoundRow(
        provision_read=reading_row(known, fact, on),
        legal_standing=held.standing,
        in_force=standing.in_force,
        bound_then=held.standing == "party",
        particulars=standing.particulars,
    )


def prohibition(
    known: Known, prohibition: str, author: str = "", *, on: datetime.date | None = None
) -> ProhibitionPage:
    """One prohibition.

    Raises:
        Missing: no such prohibition or author.
    """
    fact = named(known, prohibition)
    found = matrix(known, author, on)
    bit = found.set_of((prohibition,))
    covered = tuple(party for party in states(known) if found.all_of(party) & bit)
    there = set(covered)
    no_text = tuple(party for party in states(known) if party not in there)
    return ProhibitionPage(
        head=head(known, on),
        prohibition=prohibition,
        name=fact.act.name,
        note=fact.act.note,
        author=author or None,
        covered=covered,
        covered_counted=counted(known, covered, on),
        no_text=no_text,
        no_text_counted=counted(known, no_text, on),
        text_readings=tuple(
            reading_row(known, one, on)
            for facts in readings(known, author).values()
            for one in facts
            if prohibition in one.act.prohibits
        ),
        cite=cite_fact(known, fact),
    )
