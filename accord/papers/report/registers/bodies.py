"""Slots about a body: mandate, officers, friends of the chair, agenda, service."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from accord.acts.values import Text
from accord.papers.report.context import Context, Unresolved, bound
from accord.papers.report.listing import in_place
from accord.papers.report.names import order_of, party, person, told
from accord.papers.report.registers.terms import MODES, dated
from accord.papers.report.values import Segment
from accord.words import numbers
from accord.words.catalogue import say
from accord.words.numerals import paper_digits

Members = list[tuple[str, list[Segment]]]


def _fact(table: dict[str, Any], key: str, what: str) -> Any:
    if key not in table:
        raise Unresolved(f"the record has no {what} {key}")
    return table[key]


def body(context: Context, slot: Any) -> list[Segment]:
    """A fact of the body's mandate."""
    fact = _fact(context.world.bodies.tables.bodies, context.body, "body")
    told_part = _body_text(fact.act, slot.part)
    if told_part is not None:
        return [told(context, told_part, fact.entry)]
    text = _body_words(context, fact.act, slot.part, slot.form)
    if text is None:
        raise Unresolved(f"the record does not say the {slot.part} of {context.body}")
    return [bound(text, fact.entry)]


def _body_text(act: Any, part: str) -> Text | None:
    """A fact of the mandate that is a text."""
    if part in ("name", "short", "venue", "resolution-title"):
        text: Text | None = getattr(act, part.replace("-", "_"))
        return text
    if part.startswith("also-"):
        place = int(part[5:]) - 1
        return act.also[place] if place < len(act.also) else None
    return None


def _body_words(context: Context, act: Any, part: str, form: str | None) -> str | None:
    language = context.language
    if part == "resolution":
        short = "/".join(act.resolution.split("/")[-2:])
        return act.resolution if form == "symbol" else paper_digits(short, language)
    if part == "session":
        return None if act.reports_to_session is None else session(act.reports_to_session, language, form)
    if part == "cap-days" and act.cap_days is not None:
        return (
            numbers.cardinal(act.cap_days, language) if form == "words" else paper_digits(str(act.cap_days), language)
        )
    value = getattr(act, part.replace("-", "_"), None)
    return None if value is None else paper_digits(str(value), language)


def session(n: int, language: str, form: str | None) -> str:
    """The ordinal of a session in a form: `title` begins with a capital, `oblique`, `ordinal` without the noun.

    >>> session(68, "en", "title"), session(68, "zh", None), session(68, "ru", "oblique")
    ('Sixty-eighth session', '第六十八届会议', 'шестьдесят восьмой сессии')
    """
    if form == "figures":
        return str(n)
    words = numbers.session(n, language, oblique=form == "oblique")
    return words[:1].upper() + words[1:] if form == "title" else words


def paragraphs(context: Context, slot: Any) -> Members:
    """The paragraphs of the resolution that establish the body."""
    fact = _fact(context.world.bodies.tables.bodies, context.body, "body")
    return [(str(n), [bound(str(n), fact.entry)]) for n in fact.act.paragraphs]


def officer(context: Context, slot: Any) -> list[Segment]:
    """Who holds an office: the person, the State, the day and mode of the election."""
    offices = context.world.bodies.tables.officers.get(context.body, {})
    fact = _fact(offices, context.key(slot), "officer")
    act = fact.act
    if slot.part == "person":
        return person(context, act.person, slot.form, fact.entry)
    if slot.part == "state" and act.state is not None:
        return party(context, act.state, slot.form)
    if slot.part == "on" and act.on is not None:
        return dated(context, [(act.on, act.on)], slot.form, (fact.entry,))
    if slot.part == "mode" and act.mode in MODES:
        return [bound(MODES[act.mode][context.language], fact.entry)]
    raise Unresolved(f"the record does not say the {slot.part} of the {act.office}")


def friends(context: Context, slot: Any) -> Members:
    """The States of the Friends of the Chair, in the order printed or that of the language."""
    found = list(context.world.bodies.tables.friends.get(context.body, {}).values())
    found.sort(key=lambda f: (f.act.place is None, f.act.place or 0, f.entry))
    ranked = in_place(
        found, lambda f: context.as_recorded and f.act.place is not None, lambda f: order_of(context, f.act.state)
    )
    return [(f.act.state, _with(party(context, f.act.state, form_for(slot, f.act.state)), f.entry)) for f in ranked]


def form_for(slot: Any, member: str) -> str | None:
    """The form of a member of a list: its own, else the list's."""
    form = slot.forms.get(member, slot.form)
    return None if form is None else str(form)


def _with(segments: list[Segment], entry: int) -> list[Segment]:
    """Segments that stand on one more entry: the one that puts the member in the list."""
    return [replace(s, entries=(*s.entries, entry) if s.entries else ()) for s in segments]


with_entry = _with


def agenda(context: Context, slot: Any) -> list[Segment]:
    """The agenda: its document, the day of its adoption, the title of an item."""
    fact = _fact(context.world.bodies.tables.agendas, context.body, "agenda of")
    if slot.part == "on" and fact.act.on is not None:
        return dated(context, [(fact.act.on, fact.act.on)], slot.form, (fact.entry,))
    if slot.part == "document" and fact.act.document is not None:
        return [bound(fact.act.document, fact.entry)]
    if slot.part in ("title", "number"):
        item = next((item for item in fact.act.items if str(item.number) == context.key(slot)), None)
        if item is not None:
            title = told(context, item.title, fact.entry)
            return [title if slot.part == "title" else bound(str(item.number), fact.entry)]
    raise Unresolved(f"the record does not say the {slot.part} of the agenda")


def service(context: Context, slot: Any) -> list[Segment]:
    """Who provides the secretariat."""
    fact = _fact(context.world.bodies.tables.services, context.body, "service of")
    return [told(context, fact.act.provider, fact.entry)]


def admitted(context: Context, slot: Any) -> Members:
    """The kinds of participants beside States."""
    fact = _fact(context.world.bodies.tables.modalities, context.body, "modalities of")
    return [(k, [bound(say(context.language, f"participation.{k}"), fact.entry)]) for k in fact.act.admitted]


def modalities(context: Context, slot: Any) -> list[Segment]:
    """The day on which the body decided who takes part."""
    fact = _fact(context.world.bodies.tables.modalities, context.body, "modalities of")
    if fact.act.on is None:
        raise Unresolved("the record does not say when the modalities were decided")
    return dated(context, [(fact.act.on, fact.act.on)], slot.form, (fact.entry,))
