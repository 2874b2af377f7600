"""What fills the places of formulas: lists and dates of the record in the order of the language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from accord.areas.drafting.acts import Slot
from accord.papers.report.context import Context, Unresolved, bound
from accord.papers.report.listing import joined
from accord.papers.report.names import in_quotes
from accord.papers.report.registers.terms import dated
from accord.papers.report.slots import members, resolve
from accord.papers.report.values import Segment


def said(context: Context, of: Any, part: str, key: str | None = None, form: str | None = None) -> list[Segment]:
    """The words of a slot, or none where the record does not fill it."""
    try:
        return list(resolve(Slot(of=of, part=part, key=key, form=form), context))
    except Unresolved:
        return []


def listed(context: Context, of: Any, part: str, key: str | None = None, form: str = "name") -> list[Segment]:
    """A list in the order of the language, or nothing where it is empty."""
    try:
        found = members(Slot(of=of, part=part, key=key, form=form), context)
    except Unresolved:
        return []
    return joined([in_quotes(one, context.language) for _, one in found], context.language) if found else []


def when(
    context: Context, days: Iterable[tuple[date, date]], entries: Sequence[int], year: bool = False
) -> list[Segment]:
    """Days and periods as an adverb of time."""
    return dated(context, list(days), "w-ymd" if year else "w-md", tuple(entries))


def on(context: Context, day: date | None, entry: int, year: bool = False) -> list[Segment]:
    """One day as an adverb of time; nothing where the record has none."""
    return [] if day is None else when(context, [(day, day)], [entry], year)


def plain(text: str, entry: int) -> list[Segment]:
    """A fact that needs no words around it."""
    return [bound(text, entry)]
