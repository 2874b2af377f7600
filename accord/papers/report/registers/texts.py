"""Slots about parties and about the report itself: names, members of groups, consideration, adoption, footnotes."""

from __future__ import annotations

from typing import Any

from accord.papers.report.context import Context, Unresolved, bound
from accord.papers.report.listing import in_place
from accord.papers.report.names import order_of, party
from accord.papers.report.registers.bodies import Members, form_for, with_entry
from accord.papers.report.registers.terms import dated
from accord.papers.report.values import Segment


def named(context: Context, slot: Any) -> list[Segment]:
    """The name of a party."""
    return party(context, context.key(slot), slot.form)


def members(context: Context, slot: Any) -> Members:
    """The members of a group now: those recorded together in their order, later ones where the language puts them."""
    group = context.key(slot)
    stays = context.world.parties.tables.members.get(group, {})
    codes = list(context.world.parties.members(group))
    entries = {stays[code][-1].entry for code in codes}
    together = {entry for entry in entries if all(n in entries for n in range(min(entries), entry))}
    codes = in_place(
        codes,
        lambda c: context.as_recorded and stays[c][-1].entry in together,
        lambda c: order_of(context, c),
    )
    return [(code, with_entry(party(context, code, form_for(slot, code)), stays[code][-1].entry)) for code in codes]


def consideration(context: Context, slot: Any) -> list[Segment]:
    """The days on which the body considered its report, and the item of its agenda."""
    fact = context.world.drafting.tables.considerations.get(context.body)
    if fact is not None and slot.part == "days":
        return dated(context, [(day, day) for day in fact.act.days], slot.form, (fact.entry,))
    if fact is not None and slot.part == "agenda-item" and fact.act.agenda_item is not None:
        return [bound(str(fact.act.agenda_item), fact.entry)]
    raise Unresolved(f"the record does not say the {slot.part} of the consideration of the report")


def adoption(context: Context, slot: Any) -> list[Segment]:
    """The day on which the body adopted its report."""
    fact = context.world.drafting.tables.adoptions.get(context.body)
    if fact is None or slot.part != "on":
        raise Unresolved(f"the record does not say the {slot.part} of the adoption")
    return dated(context, [(fact.act.on, fact.act.on)], slot.form, (fact.entry,))


def drafts(context: Context, slot: Any) -> Members:
    """The symbols of the drafts in which the adopted report is contained."""
    fact = context.world.drafting.tables.adoptions.get(context.body)
    if fact is None:
        raise Unresolved("the record does not say the drafts of the adoption")
    return [(symbol, [bound(symbol, fact.entry)]) for symbol in fact.act.drafts]


def unit(context: Context, slot: Any) -> list[Segment]:
    """The number of a footnote, as its indicator in the text."""
    key = context.key(slot)
    fact = context.world.drafting.tables.units.get(context.document, {}).get(f"{context.language}/{key}")
    if fact is None:
        raise Unresolved(f"the record has no footnote {key}")
    return [Segment(fact.act.number, "formula", (fact.entry,), mark=True)]
