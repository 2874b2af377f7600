"""Chapters I and II: mandate, meetings, officers, agenda, documents."""

from __future__ import annotations

from typing import Any

from accord.papers.report.compose.builder import Builder
from accord.papers.report.compose.sentence import body_name, number, say, sentence, with_article
from accord.papers.report.compose.values import listed, on, plain, said, when
from accord.papers.report.context import Context, formula
from accord.papers.report.names import party, person, told
from accord.papers.report.registers.documents import listed as documents_of
from accord.papers.report.registers.meetings import all_of
from accord.papers.report.values import Segment
from accord.words.formulas import document_code


def front(build: Builder) -> None:
    """Masthead, note of transmittal and title."""
    context = build.context
    fact = context.world.bodies.tables.bodies[context.body]
    resolution = said(context, "body", "resolution")
    if session := said(context, "body", "session", form="title"):
        build.front("masthead", session)
    build.front("note", say(context, "formula.note.heading"))
    build.front("note", sentence(context, "note.transmittal", body=body_name(context, "name"), resolution=resolution))
    build.front("title", sentence(context, "title.report", body=body_name(context, "name")))
    assert fact is not None


def introduction(build: Builder) -> None:
    """The mandate, and the duty to report."""
    context = build.context
    fact = context.world.bodies.tables.bodies[context.body]
    act, entry = fact.act, fact.entry
    body, resolution = body_name(context), said(context, "body", "resolution")
    build.chapter("introduction")
    title = said(context, "body", "resolution-title")
    established = (
        sentence(context, "mandate.established-title", body=body, resolution=resolution, title=title)
        if title
        else sentence(context, "mandate.established", body=body, resolution=resolution)
    )
    paragraphs = listed(context, "body", "paragraphs")
    which = sentence(context, "mandate.paragraphs", paragraphs=paragraphs) if paragraphs else []
    venue, cap = said(context, "body", "venue"), [] if act.cap_days is None else number(act.cap_days, entry)
    year = [] if act.year is None else number(act.year, entry)
    limits: list[Segment] = []
    if venue and cap and year:
        limits = sentence(context, "mandate.meetings", venue=venue, year=year, days=cap)
    elif cap:
        limits = sentence(context, "mandate.cap", days=cap)
    elif venue:
        limits = sentence(context, "mandate.venue", venue=venue)
    build.paragraph(established, which, limits)
    session = said(context, "body", "session", form="oblique")
    duty: list[Segment] = []
    if session and act.reporting_paragraph is not None:
        paragraph = number(act.reporting_paragraph, entry)
        duty = sentence(context, "reporting-duty", paragraph=paragraph, resolution=resolution, session=session)
    elif session:
        duty = sentence(context, "reporting-duty.session", session=session)
    item = said(context, "body", "agenda-item")
    build.paragraph(duty, sentence(context, "agenda-item", item=item) if item else [])


def organization(build: Builder) -> None:
    """Meetings, service, opening; officers and friends; agenda and modalities; documents."""
    build.chapter("organizational-matters")
    _opening(build)
    _officers(build)
    _agenda(build)
    _documents(build)


def _opening(build: Builder) -> None:
    context = build.context
    body = body_name(context)
    build.section("opening-and-duration")
    sentences = []
    for kind in ("organizational", "substantive"):
        found = sorted((f for f in all_of(context, "meeting") if f.act.kind == kind), key=lambda f: f.act.first)
        if found:
            spans = [(f.act.first, f.act.last) for f in found]
            at = when(context, spans, [f.entry for f in found], year=True)
            sentences.append(sentence(context, f"meetings.{kind}", body=body, when=at))
    build.paragraph(*sentences)
    if provider := said(context, "service", "provider"):
        build.paragraph(sentence(context, "secretariat", provider=with_article(context, provider)))
    if official := listed(context, "statement", "officials", "opening"):
        build.paragraph(sentence(context, "opening", official=with_article(context, official)))


def _officers(build: Builder) -> None:
    context = build.context
    build.section("officers")
    offices = context.world.bodies.tables.officers.get(context.body, {})
    chair = offices.get("chair")
    sentences = [] if chair is None else [_chair(context, chair)]
    for fact in offices.values():
        office = fact.act.office
        if office not in ("chair", "opener", "moderator") and fact.act.state is not None:
            who = person(context, fact.act.person, None, fact.entry)
            name = say(context, f"office.{office}")
            sentences.append(
                sentence(context, "officer.elected", person=who, state=party(context, fact.act.state), office=name)
            )
    if friends := listed(context, "friend", "list"):
        sentences.append(sentence(context, "friends", states=friends))
    build.paragraph(*sentences)


def _chair(context: Context, fact: Any) -> list[Segment]:
    act = fact.act
    at = on(context, act.on, fact.entry)
    if not at or act.state is None:
        who = person(context, act.person, None, fact.entry)
        state = party(context, act.state) if act.state else []
        return sentence(context, "officer.elected", person=who, state=state, office=say(context, "office.chair"))
    return sentence(
        context,
        f"chair.elected.{act.mode}",
        when=at,
        body=body_name(context),
        person=person(context, act.person, None, fact.entry),
        state=party(context, act.state),
    )


def _agenda(build: Builder) -> None:
    context = build.context
    build.section("agenda")
    fact = context.world.bodies.tables.agendas.get(context.body)
    if fact is not None:
        at = on(context, fact.act.on, fact.entry) or body_name(context)
        code = "agenda.adopted" if fact.act.document else "agenda.adopted.no-symbol"
        symbol = plain(fact.act.document or "", fact.entry)
        unit = build.paragraph(sentence(context, code, when=at, body=body_name(context), symbol=symbol))
        if unit:
            build.items(unit, "agenda", [[told(context, item.title, fact.entry)] for item in fact.act.items])
    decided = context.world.bodies.tables.modalities.get(context.body)
    if decided is not None and decided.act.on is not None:
        who = listed(context, "modalities", "admitted")
        at = on(context, decided.act.on, decided.entry)
        build.paragraph(sentence(context, "modalities", when=at, body=body_name(context), participants=who))


def _documents(build: Builder) -> None:
    context = build.context
    build.section("documents")
    found = documents_of(context)
    if not found:
        return
    unit = build.paragraph(sentence(context, "documents.intro", body=body_name(context)))
    if unit:
        build.items(unit, "document", [_document(context, fact) for fact in found])


def _document(context: Context, fact: Any) -> list[Segment]:
    act = fact.act
    sponsors = listed(context, "document", "sponsors", act.symbol, "named")
    form = None if context.language == "zh" else "figures"
    panel = said(context, "document", "panel-ordinal", act.symbol, form)
    # An agenda is called what it is.
    title = [] if act.kind == "agenda" else said(context, "document", "title", act.symbol)
    submitter = "sponsors" if sponsors else act.submitter
    count = len(context.world.documents.sponsors(act.symbol))
    code = document_code(submitter, "x" if title else None, count, "x" if panel else None)
    return sentence(
        context,
        code,
        kind=[formula(say(context, f"kind.{act.kind}")[0].text)],
        symbol=said(context, "document", "symbol", act.symbol),
        title=title,
        sponsors=sponsors,
        sponsor=sponsors,
        panel=panel,
    )
