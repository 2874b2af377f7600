"""A document's units as blocks of segments: its own words, its slots from the records, its lists in full."""

from __future__ import annotations

from msgspec.structs import replace

from accord.acts.facts import Fact
from accord.areas.drafting.acts import RecordUnit, Slot
from accord.papers.report import items
from accord.papers.report.context import Context, Unresolved, formula, merged
from accord.papers.report.slots import resolve
from accord.papers.report.values import Block, Gap, Segment
from accord.words.labels import Level, label

LEVELS: dict[str, Level] = {
    "chapter": "chapter",
    "section": "section",
    "paragraph": "paragraph",
    "item": "item",
    "subitem": "subitem",
    "agenda-item": "paragraph",
}
_WITHIN = {
    "chapter": ("section", "item", "subitem", "agenda-item"),
    "section": ("item", "subitem", "agenda-item"),
    "paragraph": ("item", "subitem", "agenda-item"),
    "item": ("subitem",),
}
_DEPTH = {"item": 1, "agenda-item": 1, "subitem": 2}


def render(context: Context, gaps: list[Gap]) -> tuple[Block, ...]:
    """The blocks of `context.document` in its language; `gaps` gets one for each slot that cannot be filled.

    Labels as printed count as formula where our numbering makes the same, else as quoted.
    """
    drafting = context.world.drafting
    units = drafting.units(context.document, context.language)
    patterns = [
        f for f in drafting.tables.patterns.get(context.document, {}).values() if f.act.language == context.language
    ]
    notes = [u.act for u in units if u.act.kind == "footnote" and u.act.about]
    counter: dict[str, int] = {}
    out: list[Block] = []
    for unit in units:
        act = unit.act
        marks = {n.about: n.number for n in notes if n.anchor == act.unit and n.about}
        here = replace(context, marks=marks)
        out.append(
            Block(
                act.unit, act.kind, _label(unit, counter, context), words_of(unit, here, gaps), _DEPTH.get(act.kind, 0)
            )
        )
        under = [p for p in patterns if p.act.under == act.unit]
        if under:
            out.extend(items.blocks(context, act.unit, under, gaps))
    return tuple(out)


def words_of(unit: Fact[RecordUnit], context: Context, gaps: list[Gap]) -> tuple[Segment, ...]:
    """The segments of one unit; a slot that cannot be filled shows what is missing, in square brackets."""
    out: list[Segment] = []
    seen: set[str] = set()
    for piece in unit.act.pieces:
        if not isinstance(piece, Slot):
            out.append(Segment(piece, "quoted", (unit.entry,)))
            continue
        try:
            found = resolve(piece, context)
        except Unresolved:
            gaps.append(Gap("words", unit.act.unit, f"{piece.of} {piece.part}"))
            found = (formula(f"[{piece.of} {piece.part}]"),)
        for segment in found:
            # An indicator stands once, where its party is first named.
            if segment.mark and segment.text in seen:
                continue
            if segment.mark:
                seen.add(segment.text)
            out.append(
                segment
                if segment.entries or segment.provenance != "quoted"
                else replace(segment, entries=(unit.entry,))
            )
    return merged(out)


def _label(unit: Fact[RecordUnit], counter: dict[str, int], context: Context) -> Segment | None:
    act = unit.act
    level = LEVELS.get(act.kind)
    if level is not None:
        counter[act.kind] = counter.get(act.kind, 0) + 1
        for below in _WITHIN.get(act.kind, ()):
            counter[below] = 0
    if not act.number:
        return None
    try:
        ours = label(counter[act.kind], level, context.language) if level else act.number
    except ValueError:
        ours = ""
    return Segment(
        act.number, "formula" if "".join(ours.split()) == "".join(act.number.split()) else "quoted", (unit.entry,)
    )
