"""Groups of States that a footnote or a bracket explains by their members."""

from __future__ import annotations

import re

from accord.papers.reading.context import Context
from accord.papers.reading.listing import form_of, regular
from accord.papers.reading.records import Group
from accord.papers.reading.structs import Unit

_EDGE = " :：,，.;-–—的"


def groups(context: Context) -> tuple[Group, ...]:
    """The groups of all footnotes."""
    out = []
    for unit in context.of_kind("footnote"):
        group = _group(context, unit)
        if group:
            out.append(group)
    return tuple(out)


def _group(context: Context, unit: Unit) -> Group | None:
    """A footnote "X is composed of A, B and C" with at least two States."""
    states = context.states(unit.text)
    if len(states) < 2:
        return None
    cue = re.search(context.cues.composed, unit.text[: states[0][0] + 1])
    name_end = cue.start() if cue else states[0][0]
    article = re.match(r"^(?:The |the |La |Le |Les |L['’]|El |Los |Las )?", unit.text)
    start = article.end() if article else 0
    name = unit.text[start:name_end].strip(_EDGE)
    if not name or len(name) > 120:
        return None
    start = unit.text.index(name, start)
    ref = f"group-{name}"
    found = [e for e in context.entries(unit, states[0][0], states[-1][1]) if context.state(context.name(unit, e))]
    if not found:
        return None
    context.book.add(unit, start, start + len(name), "group", ref)
    codes = [context.state(context.name(unit, one)) or "" for one in found]
    if regular(found, context.lang):
        context.book.add(unit, found[0].start, found[-1].end, "members", ref, form_of(found), ",".join(codes))
    for number, (one, code) in enumerate(zip(found, codes, strict=True), 1):
        enter = context.book.part if regular(found, context.lang) else context.book.add
        enter(unit, one.name_start, one.name_end, "member", f"{ref}#{number}", "", code)
    return Group(name, tuple(context.name(unit, one) for one in found), unit.id)
