"""The page that leads from each paragraph of A/68/514 to what answers to it here."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.areas.documents.pages import SymbolText
from accord.areas.drafting.pages import Known
from accord.areas.parties.cite import Missing, Page, Part, head
from accord.reference import trace as table
from accord.reference.trace import Class

TRACED = "A/68/514"

TraceVerb = Literal[
    "addressed", "adds", "adopted", "conducted", "considered", "decided", "discussed", "elected", "emphasised",
    "exchanged", "explored", "expressed", "focused", "introduced", "may-include", "met", "noted", "opened",
    "proposed", "received", "spoke", "supported", "took-stock",
]  # fmt: skip


class TraceRow(Part, frozen=True):
    """A paragraph, or an item of one: the verb of the text, its class, and what answers to it."""

    para: str
    trace_verb: TraceVerb
    text_class: Class
    pages: tuple[str, ...]
    commands: tuple[str, ...]
    indicators: tuple[str, ...]
    unit: str
    """Its name among the units of the text."""
    text_recorded: bool
    """Whether this record has the text of the paragraph, in any language."""


class TracePage(Page, frozen=True, tag="trace"):
    """Each paragraph of A/68/514 with its verb, its class, and the pages that serve it."""

    document: SymbolText
    in_record: bool
    """Whether the document is in the register of this record."""
    rows: tuple[TraceRow, ...]


def trace(known: Known, para: str = "", *, on: datetime.date | None = None) -> TracePage:
    """Every paragraph, or one with its items (`27`, `27(a)`).

    Raises:
        Missing: the document has no such paragraph.
    """
    wanted = para.replace(" ", "").removeprefix("para-")
    recorded = {fact.act.unit for fact in known.drafting.tables.units.get(TRACED, {}).values()}
    found = tuple(
        TraceRow(
            para=row.para,
            trace_verb=row.verb,  # type: ignore[arg-type]
            text_class=row.class_,
            pages=row.pages,
            commands=row.commands,
            indicators=row.indicators,
            unit=unit_of(row.para),
            text_recorded=unit_of(row.para) in recorded,
        )
        for row in table.rows()
        if not wanted or wanted in (row.para, row.para.partition("(")[0])
    )
    if not found:
        raise Missing("para", para)
    return TracePage(
        head=head(known, on), document=TRACED, in_record=TRACED in known.documents.tables.documents, rows=found
    )


def unit_of(para: str) -> str:
    """The unit of a paragraph.

    >>> unit_of("28(d)(ii)"), unit_of("9")
    ('para-28-d-ii', 'para-9')
    """
    return "para-" + para.replace("(", "-").replace(")", "")
