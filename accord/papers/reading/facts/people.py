"""Officers: who was elected, by which mode, when, and the Friends of the Chair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.papers.reading.context import Context
from accord.papers.reading.listing import form_of, regular
from accord.papers.reading.records import Officer, Officers
from accord.papers.reading.structs import Unit


def officers(context: Context) -> Officers:
    """The officers that the paragraphs name."""
    found: list[Officer] = []
    friends: tuple[str, ...] = ()
    for unit in context.of_kind("paragraph"):
        found.extend(_elected(context, unit, len(found)))
        friends = friends or _friends(context, unit)
    chair = next((o for o in found if o.role and re.fullmatch(context.cues.chair, o.role)), None)
    return Officers(chair, friends, tuple(o for o in found if o is not chair))


def _elected(context: Context, unit: Unit, known: int) -> list[Officer]:
    words, book, out = context.cues, context.book, []
    for number, found in enumerate(_matches(context, unit.text), known + 1):
        ref = f"officer-{number}"
        groups = {key.rstrip("23"): key for key, value in found.groupdict().items() if value}
        said = {key: found[name] for key, name in groups.items()}
        mode = re.search(words.elected_by, unit.text[max(0, found.start() - 60) : found.end() + 60])
        day = next((d for d in reversed(context.dates(unit)) if d.start < found.start()), None)
        day = day or next(iter(context.dates(unit)), None)
        for key, kind in (
            ("name", "officer-name"),
            ("latin", "officer-latin"),
            ("state", "officer-state"),
            ("role", "officer-role"),
        ):
            if key in groups:
                value = context.state(said[key]) or "" if key == "state" else ""
                book.add(unit, found.start(groups[key]), found.end(groups[key]), kind, ref, "", value)
        if mode:
            start = unit.text.find(mode["by"], max(0, found.start() - 60))
            book.add(unit, start, start + len(mode["by"]), "elected-by", ref)
        if day:
            book.add(unit, day.start, day.end, "elected-on", ref, day.form, ",".join(day.dates))
        out.append(
            Officer(
                said["name"].strip(),
                said.get("state"),
                said.get("latin"),
                said.get("role"),
                day.dates[0] if day else None,
                mode["by"] if mode else None,
            )
        )
    return out


def _matches(context: Context, text: str) -> Iterator[re.Match[str]]:
    """Each election, and the further officers that its sentence goes on to name."""
    more = re.compile(context.cues.elected_more) if context.cues.elected_more else None
    for found in re.finditer(context.cues.elected, text):
        yield found
        at: re.Match[str] | None = found
        while more and at and (at := more.match(text, at.end())):
            yield at


def _friends(context: Context, unit: Unit) -> tuple[str, ...]:
    """The States whose delegates assist the Chair: a list before or after the cue."""
    words = context.cues
    for start, end in context.sentences(unit):
        text = unit.text[:end]
        states = [(a, b) for a, b, _ in context.states(unit.text) if start <= a < end]
        after = re.compile(words.friends_before).search(text, start) if words.friends_before else None
        before = re.compile(words.friends_after).search(text, start) if words.friends_after else None
        inside = [(a, b) for a, b in states if after and a >= after.end()]
        inside = inside or [(a, b) for a, b in states if before and b <= before.start()]
        if not inside:
            continue
        found = context.entries(unit, inside[0][0], inside[-1][1])
        if not all(context.state(context.name(unit, one)) for one in found):
            found = [one for one in found if context.state(context.name(unit, one))]
        codes = [context.state(context.name(unit, one)) or "" for one in found]
        if regular(found, context.lang):
            context.book.add(unit, found[0].start, found[-1].end, "friends", "friends", form_of(found), ",".join(codes))
            enter = context.book.part
        else:
            enter = context.book.add
        for number, (one, code) in enumerate(zip(found, codes, strict=True), 1):
            enter(unit, one.name_start, one.name_end, "friend", f"friends#{number}", "", code)
        return tuple(context.name(unit, one) for one in found)
    return ()
