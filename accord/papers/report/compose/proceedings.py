"""Chapters III and after: panels, exchange of views, proposals, themes, adoption of the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from accord.papers.report.compose.builder import Builder
from accord.papers.report.compose.sentence import body_name, say, sentence, with_article
from accord.papers.report.compose.values import listed, on, said, when
from accord.papers.report.context import Context
from accord.papers.report.names import party, person
from accord.papers.report.registers.meetings import all_of
from accord.papers.report.values import Segment


def proceedings(build: Builder) -> None:
    """Panels, the general exchange, proposals, themes."""
    build.chapter("proceedings")
    _panels(build)
    _exchange(build)
    _proposals(build)
    _themes(build)


def _panels(build: Builder) -> None:
    context = build.context
    build.section("panels")
    found = all_of(context, "panel")
    if not found:
        return
    unit = build.paragraph(sentence(context, "panels.intro", body=body_name(context)))
    if unit:
        build.items(unit, "panel", [_panel(context, fact) for fact in found])


def _panel(context: Context, fact: Any) -> list[Segment]:
    key = fact.act.panel
    values = {
        "title": said(context, "panel", "title", key),
        "moderator": said(context, "panel", "moderator", key),
        "state": said(context, "panel", "moderator-state", key),
        "panellists": listed(context, "panel", "panellists", key),
    }
    code = (
        "panel.item" if values["state"] else "panel.item.no-state" if values["moderator"] else "panel.item.no-moderator"
    )
    return sentence(context, code, **values)


def _days(facts: Sequence[Any]) -> tuple[list[tuple[date, date]], list[int]]:
    days = sorted({day for fact in facts for day in fact.act.days})
    return [(day, day) for day in days], [fact.entry for fact in facts if fact.act.days]


def _exchange(build: Builder) -> None:
    context = build.context
    build.section("general-exchange")
    said_then = all_of(context, "statement")
    for occasion in ("general-exchange", "other"):
        found = [fact for fact in said_then if fact.act.occasion == occasion]
        if not found:
            continue
        here = replace(context, marks=_group_notes(build, found))
        sentences: list[list[Segment]] = []
        days, entries = _days(found)
        if days and occasion == "general-exchange":
            sentences.append(sentence(context, "exchange.intro", when=when(context, days, entries)))
        if states := listed(here, "statement", "states", occasion):
            sentences.append(sentence(context, "exchange.states", states=states))
        if others := listed(here, "statement", "organisations", occasion):
            sentences.append(sentence(context, "exchange.organisations", organisations=others))
        build.paragraph(*sentences)
    for fact in said_then:
        if fact.act.occasion == "address" and fact.act.days:
            days, entries = _days([fact])
            official = said(
                context, "statement", "officials", "address/" + "+".join(d.isoformat() for d in fact.act.days)
            )
            at, who = when(context, days, entries), with_article(context, official)
            build.paragraph(sentence(context, "statement.official", when=at, official=who))


def _group_notes(build: Builder, found: Sequence[Any]) -> dict[str, str]:
    """A footnote on the members of each group for which somebody spoke."""
    context = build.context
    marks: dict[str, str] = {}
    for fact in found:
        group = fact.act.on_behalf_of
        if group and group not in marks and (states := listed(context, "party", "members", group)):
            marks[group] = build.note(sentence(context, "note-by-group", group=party(context, group), states=states))
    return marks


def _proposals(build: Builder) -> None:
    context = build.context
    build.section("proposals")
    found = all_of(context, "introduction")
    sentences: list[list[Segment]] = []
    days, entries = _days(found)
    introduced = listed(context, "introduction", "list", form="name")
    if introduced and days:
        at = when(context, days, entries)
        sentences.append(sentence(context, "introductions.intro", when=at, introductions=introduced))
    for fact in found:
        if fact.act.by_chair and fact.act.document:
            symbol = said(context, "document", "symbol", fact.act.document)
            sentences.append(sentence(context, "introduction.chair", symbol=symbol))
    if views := listed(context, "submission", "list"):
        sentences.append(sentence(context, "views.submitted", organisations=views))
    build.paragraph(*sentences)


def _themes(build: Builder) -> None:
    context = build.context
    build.section("themes")
    found = all_of(context, "theme")
    if not found:
        return
    unit = build.paragraph(sentence(context, "themes.intro", body=body_name(context)))
    if unit:
        build.items(unit, "theme", [_theme(context, fact) for fact in found])


def _theme(context: Context, fact: Any) -> list[Segment]:
    act = fact.act
    title = said(context, "theme", "title", act.theme)
    if act.by_chair:
        return sentence(context, "theme.item.chair", title=title)
    if act.facilitator is None or act.facilitator_state is None:
        return sentence(context, "theme.item.plain", title=title)
    who = person(context, act.facilitator, None, fact.entry)
    return sentence(context, "theme.item", title=title, person=who, state=party(context, act.facilitator_state))


def adoption(build: Builder) -> None:
    """When the body considered its report, and how it adopted it."""
    context = build.context
    build.chapter("adoption-of-report")
    tables = context.world.drafting.tables
    considered = tables.considerations.get(context.body)
    if considered is not None:
        days = [(day, day) for day in considered.act.days]
        values = {"when": when(context, days, [considered.entry]), "body": body_name(context)}
        item = considered.act.agenda_item
        title = said(context, "agenda", "title", str(item)) if item is not None else []
        if title:
            number = said(context, "consideration", "agenda-item")
            build.paragraph(sentence(context, "consideration", **values, number=number, title=title))
        else:
            build.paragraph(sentence(context, "consideration.no-item", **values))
    adopted = tables.adoptions.get(context.body)
    if adopted is not None:
        code = f"adoption.{adopted.act.mode}" + (".revised" if adopted.act.orally_revised else "")
        drafts = listed(context, "adoption", "drafts")
        at = on(context, adopted.act.on, adopted.entry)
        build.paragraph(sentence(context, code, when=at, body=body_name(context), drafts=drafts))
    if considered is None and adopted is None:
        build.paragraph(say(context, "formula.nothing-recorded"))
