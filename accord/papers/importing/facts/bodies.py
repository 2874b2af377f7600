"""The body of a report: mandate, officers, friends of the chair, agenda; and the report as a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from accord.acts import symbols
from accord.acts.values import Person
from accord.areas.bodies.acts import (
    AdoptAgenda,
    AgendaItem,
    ContinueBody,
    DecideModalities,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    ReleaseFriend,
    ReleaseOfficer,
    ServiceBody,
)
from accord.areas.bodies.rules import SHARED
from accord.areas.documents.acts import IssueVersion, RegisterDocument
from accord.papers.importing.draft import Draft
from accord.papers.importing.names import Names
from accord.papers.importing.places import places
from accord.papers.reading import Reading
from accord.wire.codec import Malformed
from accord.words.numerals import western_digits
from accord.world.world import World

READ = ("chair", "vice-chair", "rapporteur")
"""Offices that a reader finds: its silence on others denies nothing."""

_SMALL = 3
_OFFICES = (("vice-chair", r"(?i)vice|副|نائب|замест"), ("rapporteur", r"(?i)rapport|relat|报告员|مقرر|докладчик"))
_MODES = {
    "acclamation": r"鼓掌|acclamation|aclamaci|аккламац|تزكية",
    "consensus": r"协商一致|consensus|consenso|консенсус|توافق",
    "vote": r"表决|ballot|scrutin|votaci|голосован|تصويت",
}


def body_code(reading: Reading, world: World, wanted: str | None = None) -> tuple[str, str | None]:
    """The code of a body, and the body on record of which it is a further session.

    It is that under which the record knows the body of this report; else it is made from its
    documents' symbols. The report of another year or session than that on record is about a
    further session, which stands under a code of its own: `XA-AC.7-2032`.
    """
    symbol = symbols.normal(reading.symbol or "")
    documents = world.documents.tables.documents
    itself = documents[symbol].act.body if symbol in documents else None
    code = wanted or itself or _known(reading, world) or _made(reading)
    sessions = world.bodies.sessions(code)
    if not sessions:
        return code, None
    if itself in sessions:
        return itself, None
    mandates = world.bodies.tables.bodies
    same = [one for one in sessions if _same_session(reading, mandates[one].act)]
    if same:
        return (code if code in same else same[0]), None
    continued = world.bodies.tables.continued
    first = continued[code].act.of if code in continued else code
    return next(one for one in _session_codes(first, reading) if one not in mandates), first


def _session(reading: Reading) -> tuple[int | None, int | None]:
    """The year in which the body met, and the session to which it reports."""
    found = reading.mandate
    return found.year if found else None, (found and found.reports_to_session) or reading.masthead.session_number


def _same_session(reading: Reading, mandate: EstablishBody) -> bool:
    """Whether a report is about the session with this mandate: by year and session, else by the resolution."""
    pairs = zip(_session(reading), (mandate.year, mandate.reports_to_session), strict=True)
    told = [here == there for here, there in pairs if here is not None and there is not None]
    if told or reading.mandate is None:
        return all(told)
    return western_digits(reading.mandate.resolution) == mandate.resolution


def _session_codes(first: str, reading: Reading) -> Iterator[str]:
    """Codes for a further session, the plainest first."""
    year, session = _session(reading)
    names = [str(year)] if year else []
    names += [f"s{session}"] if session else []
    names += [re.sub(r"[^A-Za-z0-9.-]", "-", reading.symbol or "")]
    yield from (f"{first}-{name}"[:40] for name in names)
    yield from (f"{first[:35]}-n{number}" for number in range(2, 1000))


def _made(reading: Reading) -> str:
    """A code from a body's own series of documents: `XA/AC.7` gives `XA-AC.7`."""
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
    """The body that the record has by most of its documents, or by its mandate."""
    documents = world.documents.tables.documents
    counts = Counter(f.act.body for d in reading.documents if (f := documents.get(d.normal or d.symbol)) and f.act.body)
    if counts:
        return counts.most_common(1)[0][0]
    resolution = reading.mandate.resolution if reading.mandate else None
    found = [code for code, f in world.bodies.tables.bodies.items() if f.act.resolution == resolution]
    return found[0] if len(found) == 1 else None


def mandate(draft: Draft, reading: Reading, of: str | None = None) -> None:
    """Establishes the body with what its report says of its mandate, if it names both; of a further session, says of
    what body it is one."""
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
    if of is not None and draft.body in draft.world.bodies.tables.bodies:
        draft.say(ContinueBody(body=draft.body, of=of, source=draft.source(_place(reading, "resolution"))))
        draft.note("document", "another-session", f"{of} is on record for another session; this is {draft.body}")


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
    _elected(draft, reading, names)
    place = _place(reading, "friends")
    codes = [names.code(name, "state", place) for name in found.friends_of_the_chair]
    table = draft.world.bodies.tables.friends.get(draft.body, {})
    ranked = places(codes, {c: f.act.place for c, f in table.items() if f.act.place is not None}, 10, 10_000)
    for code in codes:
        draft.say(NameFriend(body=draft.body, state=code, place=ranked[code], source=draft.source(place)))
    for code, fact in list(table.items()):
        if code not in codes and draft.owns(fact) and draft.found("friend", codes):
            draft.do(ReleaseFriend(body=draft.body, state=code, source=draft.source(place)), "gone")


def _elected(draft: Draft, reading: Reading, names: Names) -> None:
    """The officers; of an office that several hold, a person who is new takes the seat of one who is gone."""
    found, place = reading.officers, _place(reading, "officer-name")
    acts: list[ElectOfficer] = []
    for officer in ((found.chair,) if found.chair else ()) + found.others:
        office: Any = "chair" if officer is found.chair else _office(officer.role or "")
        if office not in SHARED and any(act.office == office for act in acts):
            draft.note(place, "cannot-be-said", f"{officer.name}: the office of {office} has one holder")
            continue
        acts.append(
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
    named = [act.person.name for act in acts]
    table = draft.world.bodies.tables.officers.get(draft.body, {})
    free = [f for f in table.values() if f.act.office in SHARED and f.act.person.name not in named]
    for act in acts:
        held = any(f.act.office == act.office and f.act.person.name == act.person.name for f in table.values())
        gone = None if held else next((f for f in free if f.act.office == act.office), None)
        if gone is not None:
            free.remove(gone)
        draft.say(act, gone)
    for fact in list(draft.world.bodies.tables.officers.get(draft.body, {}).values()):
        unread = fact.act.office in READ and fact.entry not in draft.touched
        if unread and draft.owns(fact) and draft.found("officer", named):
            name = fact.act.person.name if fact.act.office in SHARED else None
            released = ReleaseOfficer(body=draft.body, office=fact.act.office, name=name, source=draft.source(place))
            draft.do(released, "gone")


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
