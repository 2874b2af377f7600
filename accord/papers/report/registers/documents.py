"""Slots about documents: symbol, title, sponsors, the number of the panel that a summary is of."""

from __future__ import annotations

from typing import Any

from accord.papers.report.context import Context, Unresolved, bound
from accord.papers.report.listing import in_place
from accord.papers.report.names import order_of, party, told
from accord.papers.report.registers.bodies import Members, form_for, with_entry
from accord.papers.report.values import Segment
from accord.words import numbers
from accord.words.numerals import roman

UNLISTED = ("draft", "report", "resolution")
"""Kinds of documents that a body's list leaves out unless they have a place in it."""


def listed(context: Context) -> list[Any]:
    """The documents before the body, in order."""
    found = context.world.documents.of_body(context.body)
    return [fact for fact in found if fact.act.place is not None or fact.act.kind not in UNLISTED]


def case_of(context: Context, symbol: str) -> str:
    """The kind of item a document makes in a list: its kind and who submitted it."""
    fact = context.world.documents.tables.documents[symbol]
    submitter = "sponsors" if context.world.documents.sponsors(symbol) else fact.act.submitter
    return f"{fact.act.kind}-{submitter}"


def document(context: Context, slot: Any) -> list[Segment]:
    """A fact of a document."""
    key = context.key(slot)
    fact = context.world.documents.tables.documents.get(key)
    if fact is None:
        raise Unresolved(f"the record has no document {key}")
    act = fact.act
    if slot.part == "symbol":
        return [bound(act.printed if act.printed and slot.form != "normal" else act.symbol, fact.entry)]
    if slot.part == "title" and act.title is not None:
        return [told(context, act.title, fact.entry)]
    if slot.part == "panel-ordinal" and act.panel_ordinal is not None:
        return [bound(ordinal(act.panel_ordinal, context.language, slot.form), fact.entry)]
    raise Unresolved(f"the record does not say the {slot.part} of {key}")


def ordinal(n: int, language: str, form: str | None) -> str:
    """The number of a panel: `figures`, `roman`, or in words.

    >>> ordinal(2, "zh", None), ordinal(2, "en", None), ordinal(2, "fr", "f"), ordinal(2, "en", "figures")
    ('第二', 'second', 'deuxième', '2')
    """
    if form == "figures":
        return str(n)
    if form == "roman":
        return roman(n)
    return numbers.ordinal(n, language, "f" if form == "f" else "m")


def sponsors(context: Context, slot: Any) -> Members:
    """The sponsors of a document now; those who joined later stand where the language puts them."""
    key = context.key(slot)
    rows = context.world.documents.tables.sponsorships.get(key, {})
    codes = list(context.world.documents.sponsors(key))
    ranked = in_place(codes, lambda c: context.as_recorded and not rows[c].later, lambda c: order_of(context, c))
    return [(code, with_entry(party(context, code, form_for(slot, code)), rows[code].entry)) for code in ranked]
