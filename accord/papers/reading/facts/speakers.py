"""Who spoke, for whom and when; who introduced papers; who handed papers in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from accord.papers.reading.context import Context
from accord.papers.reading.listing import Bracket, Entry, form_of, regular
from accord.papers.reading.records import Introduction, OtherSpeaker, Statements, StateSpeaker, Submission
from accord.papers.reading.structs import Unit


class _Voice(Struct):
    """A member of a list of speakers: its name, and for whom it speaks."""

    entry: Entry
    name: str
    code: str | None
    behalf: list[str]
    jointly: bool


def statements(context: Context) -> Statements:
    """The statements of all paragraphs, in order. Refs: `statements-14#3`, `organisations-14#1`, `official-1`."""
    states: list[StateSpeaker] = []
    others: list[OtherSpeaker] = []
    officials: list[OtherSpeaker] = []
    for unit in context.of_kind("paragraph"):
        number = unit.number
        days = _days(context, unit)
        count = {"speakers": 0, "organisations": 0}
        for start, end in context.sentences(unit):
            place = _list_place(context, unit, start, end, context.cues.spoke_before, context.cues.spoke_after)
            voices = _voices(context, unit, *place) if place else []
            if not voices:
                continue
            kind = "speakers" if sum(v.code is not None for v in voices) * 2 >= len(voices) else "organisations"
            ref = f"{'statements' if kind == 'speakers' else kind}-{number}"
            refs = _enter(context, unit, voices, kind, ref, count[kind])
            count[kind] += len(set(refs))
            for voice, key in zip(voices, refs, strict=True):
                behalf = ", ".join(voice.behalf) or None
                if kind == "speakers" and voice.code is not None:
                    states.append(StateSpeaker(voice.name, behalf, number, days, key))
                else:
                    others.append(OtherSpeaker(voice.name, behalf, number, days, key))
        if not any(count.values()) and (found := re.search(context.cues.official_spoke, unit.text)):
            key = f"official-{len(officials) + 1}"
            officials.append(OtherSpeaker(found["who"].strip(), None, number, days, key))
            context.book.add(unit, found.start("who"), found.end("who"), "official", key)
            _enter_days(context, unit, key)
        elif any(count.values()):
            _enter_days(context, unit, f"statements-{number}")
    return Statements(tuple(states), tuple(others), tuple(officials))


def introductions(context: Context) -> tuple[tuple[Introduction, ...], tuple[Submission, ...]]:
    """Who introduced working papers, and which organisations handed papers in."""
    found: list[Introduction] = []
    handed: list[Submission] = []
    words = context.cues
    for unit in context.of_kind("paragraph"):
        number = unit.number
        days = _days(context, unit)
        count = {"introductions": 0, "submissions": 0}
        for start, end in context.sentences(unit):
            place = _list_place(context, unit, start, end, words.introduced, words.introduced_after)
            voices = _voices(context, unit, *place) if place else []
            if any(voice.code for voice in voices):
                refs = _enter(context, unit, voices, "introductions", f"introductions-{number}", count["introductions"])
                count["introductions"] += len(set(refs))
                found.extend(_introductions(voices, refs, number, days))
                _enter_days(context, unit, f"introductions-{number}")
                continue
            place = _list_place(context, unit, start, end, words.submitted_before, words.submitted_after)
            voices = _voices(context, unit, *place) if place else []
            if voices and not any(voice.code for voice in voices) and _all_names(context, voices):
                refs = _enter(context, unit, voices, "submitters", f"submissions-{number}", count["submissions"])
                count["submissions"] += len(set(refs))
                handed.extend(Submission(v.name, number, key) for v, key in zip(voices, refs, strict=True))
    return tuple(found), tuple(handed)


def _introductions(
    voices: Sequence[_Voice], refs: Sequence[str], number: int, days: tuple[str, ...]
) -> list[Introduction]:
    """One introduction for each voice; two that act jointly make one."""
    out: list[Introduction] = []
    for n, voice in enumerate(voices):
        if n + 1 < len(voices) and voices[n + 1].jointly:
            continue
        together = (voices[n - 1].name, voice.name) if voice.jointly and n else (voice.name,)
        out.append(Introduction(together, tuple(voice.behalf), voice.jointly, number, days, refs[n]))
    return out


def _all_names(context: Context, voices: Sequence[_Voice]) -> bool:
    """Whether a list consists of names: no word for delegates in general."""
    if context.lang == "zh":
        return all(2 <= len(voice.name) <= 40 and "，" not in voice.name for voice in voices)
    return all(voice.name[:1].isupper() and len(voice.name) < 120 for voice in voices)


def _list_place(context: Context, unit: Unit, start: int, end: int, before: str, after: str) -> tuple[int, int] | None:
    """Where a sentence's list stands: after the one cue, or before the other."""
    text = unit.text
    if before and (cue := re.compile(before).search(text, start, end)):
        listed = cue.groupdict().get("list")
        return _members(context, text, *(cue.span("list") if listed else (cue.end(), end)))
    if after and (cue := re.compile(after).search(text, start, end)):
        first = start
        comma = re.compile(r"(?:会议|届会)(?:上|期间)，|^(?:At|In|On|During|À|Au|Aux|Lors) [^,]{4,90}, ").search(
            text, start, cue.start()
        )
        if comma:
            first = comma.end()
        return _members(context, text, first, cue.start()) if cue.start() > first else None
    return None


def _members(context: Context, text: str, start: int, end: int) -> tuple[int, int]:
    """A list without the words before it that its members are represented."""
    found = re.compile(context.cues.representatives).match(text, start, end)
    return (found.end() if found else start), end


def _voices(context: Context, unit: Unit, start: int, end: int) -> list[_Voice]:
    out: list[_Voice] = []
    for one in context.entries(unit, start, end):
        name = context.name(unit, one).strip()
        if not name:
            continue
        behalf: list[str] = []
        jointly = False
        for bracket in one.brackets:
            inside = unit.text[bracket.start : bracket.end]
            if re.match(context.cues.jointly, inside):
                jointly = True
            elif cue := re.match(context.cues.on_behalf, inside):
                members = context.entries(unit, bracket.start + cue.end(), bracket.end)
                behalf = [context.name(unit, member) for member in members]
        out.append(_Voice(one, name, context.state(name), behalf, jointly))
    return out


def _enter(context: Context, unit: Unit, voices: Sequence[_Voice], kind: str, ref: str, before: int) -> list[str]:
    """The span of a list, a part for each speaker and each party spoken for; the refs of the members.

    A pair that acts jointly is one member; its inner "and" is no separator of the list.
    """
    single = [n + 1 == len(voices) or not voices[n + 1].jointly for n in range(len(voices))]
    found = [voice.entry for voice, alone in zip(voices, single, strict=True) if alone]
    whole = regular(found, context.lang)
    name = {
        "speakers": "speaker",
        "organisations": "organisation",
        "introductions": "introducer",
        "submitters": "submitter",
    }
    if whole:
        codes = ",".join(voice.code or voice.name for voice in voices)
        context.book.add(unit, voices[0].entry.start, found[-1].end, kind, ref, form_of(found), codes)
    enter = context.book.part if whole else context.book.add
    refs: list[str] = []
    number = before + 1
    for voice, alone in zip(voices, single, strict=True):
        refs.append(f"{ref}#{number}")
        enter(unit, voice.entry.name_start, voice.entry.name_end, name[kind], refs[-1], "", voice.code or "")
        for bracket in voice.entry.brackets:
            _enter_bracket(context, unit, bracket, refs[-1], enter)
        number += alone
    return refs


def _enter_bracket(context: Context, unit: Unit, bracket: Bracket, key: str, enter: object) -> None:
    assert callable(enter)
    inside = unit.text[bracket.start : bracket.end]
    if re.match(context.cues.jointly, inside):
        enter(unit, bracket.start, bracket.end, "jointly", key)
    elif cue := re.match(context.cues.on_behalf, inside):
        members = context.entries(unit, bracket.start + cue.end(), bracket.end)
        if members:
            codes = ",".join(context.state(context.name(unit, m)) or context.name(unit, m) for m in members)
            enter(unit, members[0].name_start, members[-1].end, "on-behalf", key, form_of(members), codes)


def _days(context: Context, unit: Unit) -> tuple[str, ...]:
    return tuple(day for mention in context.dates(unit)[:3] for day in mention.dates)


def _enter_days(context: Context, unit: Unit, ref: str) -> None:
    for mention in context.dates(unit):
        context.book.add(unit, mention.start, mention.end, "dates", ref, mention.form, ",".join(mention.dates))
