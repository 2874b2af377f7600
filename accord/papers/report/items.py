"""Lists made in full from a register: each record one item, in the words learnt from the document.

Labels, the order of labels and the signs that close items are ours; a pattern may keep a sign
that the document prints otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from accord.acts.facts import Fact
from accord.areas.drafting.acts import RecordPattern, Slot
from accord.papers.report.context import Context, Unresolved, formula, merged
from accord.papers.report.registers import documents, meetings
from accord.papers.report.slots import resolve
from accord.papers.report.values import Block, Gap, Segment
from accord.words.labels import label

LISTED = ("document", "panel", "theme", "agenda")
"""Registers whose records can stand as the items of a list."""

SIGNS = {"zh": ("；", "。"), "fr": (" ;", "."), "ar": ("؛", ".")}

Pattern = Fact[RecordPattern]


def records(context: Context, register: str) -> list[tuple[str, str, int]]:
    """Key, case and entry of each record of a list, in order."""
    if register == "document":
        found = documents.listed(context)
        return [(f.act.symbol, documents.case_of(context, f.act.symbol), f.entry) for f in found]
    if register == "panel":
        return [(f.act.panel, "any", f.entry) for f in meetings.all_of(context, "panel")]
    if register == "theme":
        return [(f.act.theme, _led(f.act), f.entry) for f in meetings.all_of(context, "theme")]
    agenda = context.world.bodies.tables.agendas.get(context.body)
    return [] if agenda is None else [(str(item.number), "any", agenda.entry) for item in agenda.act.items]


def _led(act: Any) -> str:
    return "chair" if act.by_chair else "person" if act.facilitator else "nobody"


def closing(register: str, place: int, number: int, language: str) -> str:
    """The sign that closes item `place` (from 0) of `number`: items of an agenda are sentences of their own.

    >>> closing("document", 0, 2, "zh"), closing("document", 1, 2, "zh"), closing("agenda", 0, 2, "en")
    ('；', '。', '.')
    """
    between, last = SIGNS.get(language, (";", "."))
    return last if register == "agenda" or place + 1 == number else between


def blocks(context: Context, under: str, patterns: Sequence[Pattern], gaps: list[Gap]) -> list[Block]:
    """The items that stand under a unit, from every register of which a pattern is recorded there."""
    out: list[Block] = []
    for register in LISTED:
        known = [p for p in patterns if p.act.of == register]
        if not known:
            continue
        every = records(context, register)
        for n, (key, case, entry) in enumerate(every):
            segments, end = item(context.about(key), register, case, known, gaps)
            sign = end or formula(closing(register, n, len(every), context.language))
            name = _letters(n) if register != "agenda" else str(n + 1)
            mark = label(n + 1, "paragraph" if register == "agenda" else "item", context.language)
            kind = "agenda-item" if register == "agenda" else "item"
            parts = merged([*segments, sign])
            out.append(Block(f"{under}-{name}", kind, Segment(mark, "formula", (entry,)), parts, 1))
    return out


def item(
    context: Context, register: str, case: str, patterns: Sequence[Pattern], gaps: list[Gap]
) -> tuple[list[Segment], Segment | None]:
    """The words of one item and its closing sign: by its own pattern, that of its case, or the first that fits."""
    for pattern in ranked(context.at or "", case, patterns):
        try:
            sign = None if pattern.act.end is None else Segment(pattern.act.end, "quoted", (pattern.entry,))
            return fill(context, pattern.act.pieces, pattern.entry), sign
        except Unresolved:
            continue
    gaps.append(Gap("pattern", f"{register} {context.at or ''}".strip()))
    return list(_bare(context, register)), None


def ranked(key: str, case: str, patterns: Sequence[Pattern]) -> list[Pattern]:
    """The patterns that may serve a record, best first: its own, its case's, then others of the same kind."""
    own = [p for p in patterns if p.act.only == key]
    same = [p for p in patterns if p.act.only is None and p.act.case == case]
    kind = case.rsplit("-", 1)[0]
    others = [p for p in patterns if p.act.only is None and p.act.case != case]
    return own + same + sorted(others, key=lambda p: not p.act.case.startswith(kind))


def fill(context: Context, pieces: Sequence[str | Slot], entry: int) -> list[Segment]:
    """The pieces of a pattern or unit as segments.

    Raises:
        Unresolved: a slot cannot be filled.
    """
    out: list[Segment] = []
    for piece in pieces:
        if isinstance(piece, Slot):
            found = resolve(piece, context)
            out += [replace(s, entries=(entry,)) if s.provenance == "quoted" and not s.entries else s for s in found]
        else:
            out.append(Segment(piece, "quoted", (entry,)))
    return out


def _bare(context: Context, register: str) -> tuple[Segment, ...]:
    """A record that no pattern fits: its title, and a document's symbol."""
    parts = [Slot(of=register, part="title")] + ([Slot(of="document", part="symbol")] if register == "document" else [])  # type: ignore[arg-type]
    out: list[Segment] = []
    for part in parts:
        try:
            found = resolve(part, context)
        except Unresolved:
            continue
        out.extend((formula(" ("), *found, formula(")")) if out else found)
    return tuple(out)


def _letters(n: int) -> str:
    return chr(ord("a") + n % 26) * (n // 26 + 1)
