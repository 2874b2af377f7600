"""Panels with moderators and panellists, and themes with those who led them."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.papers.reading.context import Context
from accord.papers.reading.listing import Entry, entry, form_of, regular
from accord.papers.reading.records import Panel, Panellist, Person, Theme
from accord.papers.reading.structs import Unit

_LATIN_THEN_CJK = re.compile(r"^([A-Z][A-Za-zÀ-ÿ.'’\- ]+?)\s*(?=[\u4e00-\u9fff])")


class _Lead(Struct, frozen=True):
    start: int
    end: int
    person: Person
    name: tuple[int, int]
    state: tuple[int, int] | None


def panels_of(context: Context, paragraph: Unit) -> tuple[Panel, ...]:
    """The panels of a paragraph, if most of its items name panellists; otherwise nothing."""
    items = context.children(paragraph, "item")
    if len(items) < 1 or sum(_has_panellists(context, unit) for unit in items) * 2 <= len(items):
        return ()
    return tuple(_panel(context, unit) for unit in items)


def themes_of(context: Context, paragraph: Unit) -> tuple[Theme, ...]:
    """The themes of a paragraph, if most of its items say who led them and none names panellists."""
    items = context.children(paragraph, "item")
    leads = [_lead(context, unit) for unit in items]
    if len(items) < 2 or sum(lead is not None for lead in leads) * 2 <= len(items):
        return ()
    return tuple(_theme(context, unit, lead) for unit, lead in zip(items, leads, strict=True))


def _has_panellists(context: Context, unit: Unit) -> bool:
    return re.search(context.cues.panellists, unit.text) is not None and _lead(context, unit) is not None


def _lead(context: Context, unit: Unit) -> _Lead | None:
    """Who led the discussion: the words after "moderated by", or before 主持, up to the bracket with the State."""
    words, text = context.cues, unit.text
    cue = re.search(words.led_after, text)
    if cue is None:
        return None
    start = cue.end()
    stop = re.search(words.led_before, text[start:]) if words.led_before else None
    if stop:
        end = start + stop.start()
    else:
        end = _end_of_person(text, start)
    found = entry(text, start, end, context.lang)
    name = text[found.name_start : found.name_end].strip()
    if not name or len(name) > 90:
        return None
    if found.brackets:
        bracket = found.brackets[0]
        state = text[bracket.start : bracket.end]
        return _Lead(
            start, end, Person(name=name, state=state), (found.name_start, found.name_end), (bracket.start, bracket.end)
        )
    person = Person(role=name) if re.search(words.chair, name) or context.state(name) is None else Person(state=name)
    return _Lead(start, end, person, (found.name_start, found.name_end), None)


def _end_of_person(text: str, start: int) -> int:
    """A name runs to its bracket's end, or to the next sign."""
    found = re.compile(r"[^()（）.;:。；：]{2,90}?\s?[(（][^()（）]{1,60}[)）]").match(text, start)
    if found:
        return found.end()
    stop = re.compile(r"[.;,:()。；，：（）]").search(text, start)
    return stop.start() if stop else len(text)


def _enter_lead(context: Context, unit: Unit, lead: _Lead | None, ref: str) -> Person:
    if lead is None:
        context.find(unit.id, "no-moderator", "nobody is named who led the discussion")
        return Person()
    kind = "moderator-role" if lead.person.role else "moderator"
    context.book.add(unit, *lead.name, kind, ref)
    if lead.state:
        code = context.state(unit.text[lead.state[0] : lead.state[1]])
        context.book.add(unit, *lead.state, "moderator-state", ref, "", code or "")
    return lead.person


def _panel(context: Context, unit: Unit) -> Panel:
    text, words = unit.text, context.cues
    ref = unit.id.replace("para-", "panel-")
    quote = re.search(words.quote, text)
    theme = ""
    if quote:
        name = next(n for n in quote.groupdict() if quote[n])
        theme = quote[name]
        context.book.add(unit, quote.start(name), quote.end(name), "theme", ref)
    moderator = _enter_lead(context, unit, _lead(context, unit), ref)
    cue = re.search(words.panellists, text)
    people: tuple[Panellist, ...] = ()
    if cue:
        people = _panellists(context, unit, cue.end(), len(text), ref)
    else:
        context.find(unit.id, "no-panellists", "a panel without panellists")
    if not theme:
        theme = re.split(words.led_after, text, maxsplit=1)[0].strip(" ,，:：;.(（")
        start = text.find(theme)
        context.book.add(unit, start, start + len(theme), "theme", ref)
    return Panel(unit.label, theme, moderator, people, unit.page, ref)


def _panellists(context: Context, unit: Unit, start: int, end: int, ref: str) -> tuple[Panellist, ...]:
    found = context.entries(unit, start, end)
    people: list[Panellist] = []
    places: list[tuple[int, int, str, str, str]] = []
    plain = regular(found, context.lang)
    for number, one in enumerate(found, 1):
        person, spans, usual = _panellist(context, unit, one, f"{ref}#{number}")
        people.append(person)
        places.extend(spans)
        plain = plain and usual
    if found and plain:
        context.book.add(unit, found[0].start, found[-1].end, "panellists", ref, form_of(found))
    for a, b, kind, key, value in places:
        (context.book.part if plain else context.book.add)(unit, a, b, kind, key, "", value)
    return tuple(people)


def _panellist(
    context: Context, unit: Unit, one: Entry, key: str
) -> tuple[Panellist, list[tuple[int, int, str, str, str]], bool]:
    """A panellist, the places that say so, and whether they are printed in the usual way: name (body)."""
    text = unit.text
    name_start, name_end = one.name_start, one.name_end
    printed = text[name_start:name_end]
    inside = [(b.start, b.end) for b in one.brackets]
    usual = True
    mixed = _LATIN_THEN_CJK.match(printed)
    if mixed:
        # The bracket around the affiliation is missing: "Name 组织(简称)".
        usual = False
        inside.insert(0, (name_start + mixed.end(), name_end))
        name_end = name_start + mixed.end(1)
    elif ", " in printed and not inside:
        comma = printed.index(", ")
        inside, name_end, usual = [(name_start + comma + 2, name_end)], name_start + comma, False
    spans = [(name_start, name_end, "panellist", key, "")]
    for kind, (a, b) in zip(("affiliation", "abbreviation"), inside, strict=False):
        spans.append((a, b, kind, key, context.state(text[a:b]) or "" if kind == "affiliation" else ""))
    said = [text[a:b] for a, b in inside[:2]]
    if said:
        context.names.add(said[0])
    person = Panellist(text[name_start:name_end], said[0] if said else None, said[1] if len(said) > 1 else None)
    return person, spans, usual


def _theme(context: Context, unit: Unit, lead: _Lead | None) -> Theme:
    ref = unit.id.replace("para-", "theme-")
    text = unit.text
    cue = re.search(context.cues.led_after, text)
    end = cue.start() if cue else len(text)
    bracket = max(text.rfind("(", max(0, end - 40), end), text.rfind("（", max(0, end - 40), end))
    if bracket > 0 and not re.search("[)）]", text[bracket:end]):
        end = bracket  # "(debate led by ...": the words before the cue belong to the bracket
    end = len(text[:end].rstrip(" (（,，;；:："))
    quote = re.compile(context.cues.quote).fullmatch(text, 0, end)
    start = 0
    if quote:
        name = next(n for n in quote.groupdict() if quote[n])
        start, end = quote.start(name), quote.end(name)
    context.book.add(unit, start, end, "theme-title", ref)
    return Theme(unit.label, text[start:end].rstrip(" .;。；"), _enter_lead(context, unit, lead, ref), ref)
