"""The body of a report: mandate, officers, friends of the chair, agenda; and the report as a document."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

from accord.acts import symbols
from accord.acts.values import Person
from accord.areas.bodies.acts import (
    AdoptAgenda,
    AgendaItem,
    DecideModalities,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    ReleaseFriend,
    ServiceBody,
)
from accord.areas.documents.acts import IssueVersion, RegisterDocument
from accord.papers.importing.draft import Draft
from accord.papers.importing.names import Names
from accord.papers.importing.places import places
from accord.papers.reading import Reading
from accord.wire.codec import Malformed
from accord.words.numerals import western_digits
from accord.world.world import World

_SMALL = 3
_OFFICES = (("vice-chair", r"(?i)vice|副|نائب|замест"), ("rapporteur", r"(?i)rapport|relat|报告员|مقرر|докладчик"))
_MODES = {
    "acclamation": r"鼓掌|acclamation|aclamaci|аккламац|تزكية",
    "consensus": r"协商一致|consensus|consenso|консенсус|توافق",
    "vote": r"表决|ballot|scrutin|votaci|голосован|تصويت",
}


def body_code(reading: Reading, world: World) -> str:
    """The code of a body: that under which the record knows it, else made from its documents' symbols.

    A body's own series, as `XA/AC.7`, gives `XA-AC.7`.
    """
    if (known := _known(reading, world)) is not None:
        return known
    heads: Counter[str] = Counter()
    for document in reading.documents:
        try:
            parsed = symbols.parse(document.normal or document.symbol)
        except Malformed:
            continue
        heads["-".join((parsed.organ, *parsed.bodies))] += 1
    if heads:
        return heads.most_common(1)[0][0]
    return re.sub(r"[^A-Za-z0-9.-]", "-", reading.symbol or "body")


def _known(reading: Reading, world: World) -> str | None:
    """The body that the record has by its report, by its mandate, or by most of its documents."""
    documents = world.documents.tables.documents
    if reading.symbol in documents and documents[reading.symbol].act.body is not None:
        return documents[reading.symbol].act.body
    counts = Counter(f.act.body for d in reading.documents if (f := documents.get(d.normal or d.symbol)) and f.act.body)
    if counts:
        return counts.most_common(1)[0][0]
    resolution = reading.mandate.resolution if reading.mandate else None
    found = [code for code, f in world.bodies.tables.bodies.items() if f.act.resolution == resolution]
    return found[0] if len(found) == 1 else None


def mandate(draft: Draft, reading: Reading) -> None:
    """Establishes the body with what its report says of its mandate, if it names both."""
    found = reading.mandate
    name = reading.body or _called(reading)
    if found is None or name is None:
        draft.note("document", "no-mandate", "the document names no body or no resolution that established it")
        return
    short, *others = _short_names(reading) or [""]
    first, reporting = _paragraphs(reading)
    text = draft.text
    draft.say(
        EstablishBody(
            body=draft.body,
            name=text(name),
            short=text(short) if short else None,
            also=tuple(text(other) for other in others),
            resolution=western_digits(found.resolution),
            resolution_title=None if found.title is None else text(found.title),
            paragraphs=first,
            reporting_paragraph=reporting,
            venue=None if found.place is None else text(found.place),
            year=found.year,
            cap_days=found.max_working_days,
            reports_to_session=found.reports_to_session or reading.masthead.session_number,
            agenda_item=reading.masthead.agenda_item,
            source=draft.source(_place(reading, "resolution")),
        )
    )


def _place(reading: Reading, kind: str) -> str:
    """The first paragraph with a span of a kind."""
    units = (u for u in reading.units if u.kind == "paragraph" and any(s.kind == kind for s in u.spans))
    return next((unit.id for unit in units), "document")


def _called(reading: Reading) -> str | None:
    """How paragraphs most often call the body, where no title gives its full name."""
    counts = Counter(u.text[s.start : s.end] for u in reading.units for s in u.spans if s.kind == "body")
    return counts.most_common(1)[0][0] if counts else None


def _short_names(reading: Reading) -> list[str]:
    """How paragraphs call the body: names that recur and that its full name ends in or contains, the fullest first."""
    counts = Counter(u.text[s.start : s.end] for u in reading.units for s in u.spans if s.kind == "body")
    full = (reading.body or _called(reading) or "").casefold()
    found = [n for n, count in counts.items() if n.casefold() != full and (n.casefold() in full or count >= _SMALL)]
    generic = [n for n in found if n.casefold() in full]
    return sorted(generic, key=len, reverse=True)


def _paragraphs(reading: Reading) -> tuple[tuple[int, ...], int | None]:
    """The paragraphs of the resolution that establish the body, named together first, and the one on reporting."""
    named = reading.mandate.paragraphs if reading.mandate else ()
    spans = (
        s
        for u in reading.units
        if u.kind in ("paragraph", "note")
        for s in u.spans
        if s.kind == "resolution-paragraphs"
    )
    first = next((tuple(int(n) for n in s.value.split(",") if n) for s in spans if s.value), named)
    rest = [n for n in named if n not in first]
    return first, rest[0] if len(rest) == 1 else None


def officers(draft: Draft, reading: Reading, names: Names) -> None:
    """Elects the officers and names the friends of the Chair; those the document no longer names are released."""
    found = reading.officers
    for officer in ((found.chair,) if found.chair else ()) + found.others:
        office: Any = "chair" if officer is found.chair else _office(officer.role or "")
        place = _place(reading, "officer-name")
        draft.say(
            ElectOfficer(
                body=draft.body,
                office=office,
                person=person(draft, officer.name, officer.name_latin),
                state=names.code(officer.state, "state", place) if officer.state else None,
                mode=_mode(officer.by),
                on=date.fromisoformat(officer.elected) if officer.elected else None,
                source=draft.source(place),
            )
        )
    place = _place(reading, "friends")
    codes = [names.code(name, "state", place) for name in found.friends_of_the_chair]
    table = draft.world.bodies.tables.friends.get(draft.body, {})
    ranked = places(codes, {c: f.act.place for c, f in table.items() if f.act.place is not None}, 10, 10_000)
    for code in codes:
        draft.say(NameFriend(body=draft.body, state=code, place=ranked[code], source=draft.source(place)))
    for code, fact in list(table.items()):
        if code not in codes and draft.owns(fact) and draft.found("friend", codes):
            draft.do(ReleaseFriend(body=draft.body, state=code, source=draft.source(place)), "gone")


def person(draft: Draft, name: str, latin: str | None) -> Person:
    """A person, in Latin letters where the source gives them."""
    return Person(name=latin, said={draft.language: name}) if latin else Person(name=name)


def course(draft: Draft, reading: Reading) -> None:
    """Who serves the body, and who takes part beside States."""
    if served := reading.secretariat:
        place = f"para-{served.paragraph}"
        draft.say(ServiceBody(body=draft.body, provider=draft.text(served.provider), source=draft.source(place)))
    if decided := reading.modalities:
        draft.say(
            DecideModalities(
                body=draft.body,
                on=date.fromisoformat(decided.date) if decided.date else None,
                admitted=decided.kinds,  # type: ignore[arg-type]
                source=draft.source(f"para-{decided.paragraph}"),
            )
        )


def _office(role: str) -> str:
    return next((office for office, pattern in _OFFICES if re.search(pattern, role)), "chair")


def _mode(by: str | None) -> Any:
    return next((mode for mode, pattern in _MODES.items() if by and re.search(pattern, by)), "unknown")


def agenda(draft: Draft, reading: Reading) -> None:
    """The agenda as adopted."""
    found = reading.agenda
    if found is None:
        return
    items = tuple(AgendaItem(number=item.num, title=draft.text(item.text.rstrip(" .;。；"))) for item in found.items)
    draft.say(
        AdoptAgenda(
            body=draft.body,
            document=found.symbol,
            on=date.fromisoformat(found.adopted) if found.adopted else None,
            items=items,
            source=draft.source(f"para-{found.paragraph}"),
        )
    )


def itself(draft: Draft, reading: Reading) -> None:
    """The report as a document, and its version in the language read."""
    title = reading.report_title or reading.title
    draft.say(
        RegisterDocument(
            symbol=draft.symbol,
            body=draft.body or None,
            kind="report" if draft.body else "other",
            title=None if title is None else draft.text(title),
            source=draft.source("title"),
        )
    )
    if reading.job_number:
        draft.say(
            IssueVersion(
                symbol=draft.symbol, language=draft.language, job=reading.job_number, source=draft.source("title")
            )
        )
