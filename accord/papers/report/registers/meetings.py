"""Slots about meetings: periods, panels, statements, introductions, submissions, themes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from accord.areas.meetings.view import in_order
from accord.papers.report.context import Context, Unresolved, formula
from accord.papers.report.listing import in_place, joined
from accord.papers.report.names import brackets, order_of, party, person, said, told
from accord.papers.report.registers.bodies import Members, form_for, with_entry
from accord.papers.report.registers.terms import dated, jointly, on_behalf
from accord.papers.report.values import Segment
from accord.words.orders import sort_key


def _at(context: Context, register: str, label: str) -> Any:
    fact = context.world.meetings.register(register).get(f"{context.body}/{label}")
    if fact is None:
        raise Unresolved(f"the record has no {register} {label}")
    return fact


def all_of(context: Context, register: str) -> list[Any]:
    """The records of a register of this body, by their printed place."""
    return in_order(context.world.meetings.register(register), context.body)


def meeting(context: Context, slot: Any) -> list[Segment]:
    """The periods of meetings of a kind, or of one meeting by its label."""
    key = context.key(slot)
    found = [f for f in all_of(context, "meeting") if key in (f.act.kind, f.act.meeting)]
    found.sort(key=lambda f: f.act.first)
    if slot.part == "periods" and found:
        return dated(context, [(f.act.first, f.act.last) for f in found], slot.form, tuple(f.entry for f in found))
    if slot.part == "venue" and found and found[0].act.venue is not None:
        return [told(context, found[0].act.venue, found[0].entry)]
    raise Unresolved(f"the record does not say the {slot.part} of the {key} meetings")


def panel(context: Context, slot: Any) -> list[Segment]:
    """Theme and moderator of a panel."""
    fact = _at(context, "panel", context.key(slot))
    return _led(context, slot, fact, fact.act.moderator, fact.act.moderator_state, "moderator")


def theme(context: Context, slot: Any) -> list[Segment]:
    """Title and facilitator of a theme."""
    fact = _at(context, "theme", context.key(slot))
    return _led(context, slot, fact, fact.act.facilitator, fact.act.facilitator_state, "facilitator")


def _led(context: Context, slot: Any, fact: Any, leader: Any, state: str | None, role: str) -> list[Segment]:
    if slot.part == "title":
        return [told(context, fact.act.title, fact.entry)]
    if slot.part == role and leader is not None:
        return person(context, leader, slot.form, fact.entry)
    if slot.part == f"{role}-state" and state is not None:
        return with_entry(party(context, state, slot.form), fact.entry)
    raise Unresolved(f"the record does not say the {slot.part} of {context.key(slot)}")


def panellists(context: Context, slot: Any) -> Members:
    """The panellists in the order printed, each with the affiliation as the record writes it."""
    fact = _at(context, "panel", context.key(slot))
    out: Members = []
    for one in fact.act.panellists:
        segments = person(context, one.person, None, fact.entry)
        codes = one.affiliations or ((one.affiliation,) if one.affiliation else ())
        if codes:
            form = one.form if context.as_recorded or one.form is None else one.form.removeprefix("open-")
            segments = segments + affiliation(context, codes, form)
        out.append((one.person.name, segments))
    return out


AFFILIATION_FORMS = ("name", "short", "name-short", "name-short-within", "open-name", "open-name-short", "comma-name")
"""How sources write an affiliation after a name, in the order in which a reader tries them."""


def affiliation(context: Context, codes: tuple[str, ...], form: str | None) -> list[Segment]:
    """What stands after a panellist: `name` in brackets, `short` the short form alone, `name-short` each in
    brackets, `name-short-within` one in the other, `open-...` without the outer bracket, `comma-...` after a comma."""
    left, right = brackets(context.language)
    form = form or "name"
    shape, _, plain = form.partition("-") if form.startswith(("open-", "comma-")) else ("", "", form)
    short = (
        [formula(left), *_named(context, codes[0], "short"), formula(right)] if plain.startswith("name-short") else []
    )
    names = joined([_named(context, code, plain.split("-")[0]) for code in codes], context.language)
    if shape:
        return [formula(" " if shape == "open" else ", "), *names, *short]
    if plain == "name-short":
        return [formula(left), *names, formula(right), *short]
    return [formula(left), *names, *short, formula(right)]


def _named(context: Context, code: str, form: str | None) -> list[Segment]:
    """A name in a form that the party has; a short form that is not recorded gives way to the name."""
    try:
        return party(context, code, form)
    except Unresolved:
        return party(context, code)


def _statements(context: Context, slot: Any) -> list[Any]:
    """The statements of an occasion: `general-exchange`, with `/2013-05-14+2013-05-15` those of these days."""
    occasion, _, days = context.key(slot).partition("/")
    wanted = tuple(days.split("+")) if days else None
    return [
        f
        for f in all_of(context, "statement")
        if f.act.occasion == occasion and wanted in (None, tuple(d.isoformat() for d in f.act.days))
    ]


def speakers(context: Context, slot: Any) -> Members:
    """Who spoke: `states`, `organisations` or `officials`, each with the group spoken for."""
    kinds = context.world.parties.tables.parties
    chosen = []
    for fact in _statements(context, slot):
        speaker = fact.act.speaker
        group = "officials" if speaker is None else "states" if kinds[speaker].act.kind == "state" else "organisations"
        if slot.part in (group, "all"):
            chosen.append(fact)
    ranked = in_place(
        chosen, lambda f: context.as_recorded and f.act.place is not None, lambda f: _speaker_order(context, f)
    )
    return [(f.act.speaker or f.act.statement, _speaker(context, slot, f)) for f in ranked]


def _speaker_order(context: Context, fact: Any) -> tuple[str, str]:
    if fact.act.speaker is None:
        return sort_key(said(fact.act.official, context.language), context.language)
    return order_of(context, fact.act.speaker)


def _speaker(context: Context, slot: Any, fact: Any) -> list[Segment]:
    act = fact.act
    if act.speaker is None:
        return [told(context, act.official, fact.entry)]
    out = with_entry(party(context, act.speaker, form_for(slot, act.speaker)), fact.entry)
    if act.on_behalf_of is not None:
        out += on_behalf_of(context, (act.on_behalf_of,), fact.entry)
    return out


def _days(facts: Iterable[Any]) -> tuple[list[tuple[date, date]], tuple[int, ...]]:
    found = list(facts)
    days = sorted({day for f in found for day in f.act.days})
    return [(day, day) for day in days], tuple(f.entry for f in found if f.act.days)


def statement(context: Context, slot: Any) -> list[Segment]:
    """The days on which statements of an occasion were made."""
    spans, entries = _days(_statements(context, slot))
    return dated(context, spans, slot.form, entries)


def introduction(context: Context, slot: Any) -> list[Segment]:
    """The days on which papers were introduced."""
    spans, entries = _days(all_of(context, "introduction"))
    return dated(context, spans, slot.form, entries)


def introductions(context: Context, slot: Any) -> Members:
    """Who introduced working papers: one or several parties, for others or jointly; the Chair's own are left out."""
    found = [f for f in all_of(context, "introduction") if not f.act.by_chair]
    ranked = in_place(
        found,
        lambda f: context.as_recorded and f.act.place is not None,
        lambda f: order_of(context, f.act.introducers[0]),
    )
    return [(f.act.introduction, _introduction(context, slot, f)) for f in ranked]


def _introduction(context: Context, slot: Any, fact: Any) -> list[Segment]:
    act, language = fact.act, context.language
    form = form_for(slot, act.introduction)
    who = [with_entry(party(context, code, form), fact.entry) for code in _ranked(context, act.introducers)]
    out = joined(who, language)
    if act.on_behalf_of:
        out += on_behalf_of(context, act.on_behalf_of, fact.entry)
    if act.jointly:
        out.append(jointly(language))
    return out


def on_behalf_of(context: Context, codes: tuple[str, ...], entry: int) -> list[Segment]:
    """The bracket that says for whom someone spoke."""
    kinds = {context.world.parties.tables.parties[code].act.kind for code in codes}
    names = [with_entry(party(context, code, "named"), entry) for code in _ranked(context, codes)]
    return on_behalf(context.language, names, kinds == {"state"})


def _ranked(context: Context, codes: tuple[str, ...]) -> list[str]:
    """Parties in the order recorded or that of the language."""
    return list(codes) if context.as_recorded else sorted(codes, key=lambda code: order_of(context, code))


def submissions(context: Context, slot: Any) -> Members:
    """The organisations that submitted papers."""
    found = all_of(context, "submission")
    ranked = in_place(
        found, lambda f: context.as_recorded and f.act.place is not None, lambda f: order_of(context, f.act.submitter)
    )
    return [
        (f.act.submitter, with_entry(party(context, f.act.submitter, form_for(slot, f.act.submitter)), f.entry))
        for f in ranked
    ]
