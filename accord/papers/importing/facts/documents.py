"""The documents before the body, and the drafts of its report."""

from __future__ import annotations

import re
from typing import Any

from accord.acts import symbols
from accord.areas.documents.acts import LeaveSponsors, RegisterDocument, RestoreDocument, WithdrawDocument
from accord.papers.importing.draft import Draft
from accord.papers.importing.names import Names
from accord.papers.importing.places import places
from accord.papers.reading import Reading
from accord.papers.reading.lexicon import cues
from accord.papers.reading.records import Document

KINDS = {
    "agenda": "agenda",
    "working_paper": "working-paper",
    "conference_room_paper": "conference-room-paper",
    "moderator_summary": "moderator-summary",
    "timetable": "timetable",
    "ngo_paper": "ngo-paper",
    "draft": "draft",
}


def documents(draft: Draft, reading: Reading, names: Names) -> None:
    """Registers the documents of the list; one that the document no longer lists is withdrawn."""
    keys = [document.normal or document.symbol for document in reading.documents]
    table = draft.world.documents.tables.documents
    current = {s: f.act.place for s, f in table.items() if f.act.body == draft.body and f.act.place is not None}
    ranked = places(keys, current, 10)
    for document, key in zip(reading.documents, keys, strict=True):
        if _elsewhere(draft, key):
            body = table[key].act.body
            draft.note(document.unit, "listed-elsewhere", f"{key} stands on record as a document of {body}")
            continue
        if (withdrawn := draft.world.documents.tables.withdrawn.get(key)) is not None:
            if draft.owns(withdrawn):
                draft.do(RestoreDocument(symbol=key, source=draft.source(document.unit or "document")))
            else:
                draft.note(document.unit, "withdrawn", f"{key} is withdrawn in the record and listed in the document")
        _register(draft, reading, names, document, key, ranked[key])
    drafts = [symbols.normal(symbol) for symbol in (reading.adoption.drafts if reading.adoption else ())]
    for symbol in drafts:
        if symbol not in keys and not _elsewhere(draft, symbol):
            draft.say(
                RegisterDocument(symbol=symbol, body=draft.body, kind="draft", source=draft.source(_adopted(reading)))
            )
    for symbol, fact in list(table.items()):
        gone = fact.act.body == draft.body and symbol not in {*keys, *drafts, draft.symbol}
        readable = fact.act.place is not None or fact.act.kind == "draft"
        own = gone and readable and draft.owns(fact) and draft.found("document", keys)
        if own and symbol not in draft.world.documents.tables.withdrawn:
            draft.do(WithdrawDocument(symbol=symbol, source=draft.source("document")), "gone")


def _elsewhere(draft: Draft, symbol: str) -> bool:
    """Whether the record has a document as one of another body, or of another session: there it stays."""
    fact = draft.world.documents.tables.documents.get(symbol)
    return fact is not None and fact.act.body not in (None, draft.body)


def _adopted(reading: Reading) -> str:
    paragraphs = reading.adoption.paragraphs if reading.adoption else ()
    return f"para-{max(paragraphs)}" if paragraphs else "document"


def _register(draft: Draft, reading: Reading, names: Names, document: Document, key: str, place: int) -> None:
    unit = document.unit or "document"
    named = sponsoring(reading, document)
    sponsors = tuple(dict.fromkeys(names.code(name, kind, unit) for name, kind in named))
    submitter: Any = "sponsors" if sponsors else "none"
    if _by_chair(reading, document):
        submitter = "chair"
    elif document.type == "ngo_paper" and not sponsors:
        submitter = "civil-society"
    rows = draft.world.documents.tables.sponsorships.get(key, {})
    later = {code for code, row in rows.items() if row.later and row.ended is None}
    draft.say(
        RegisterDocument(
            symbol=key,
            body=draft.body,
            kind=KINDS.get(document.type, "other"),  # type: ignore[arg-type]
            title=draft.text(document.title) if document.title else None,
            submitter=submitter,
            sponsors=tuple(code for code in sponsors if code not in later),
            printed=document.symbol if document.symbol != key else None,
            panel_ordinal=document.panel_number,
            summarises=_summarises(draft, reading, document),
            place=place,
            source=draft.source(unit),
        )
    )
    for code in later - set(sponsors):
        draft.do(LeaveSponsors(symbol=key, sponsor=code, source=draft.source(unit)), "gone")


def _by_chair(reading: Reading, document: Document) -> bool:
    chair = cues(reading.language).chair
    return bool(document.sponsors) and all(re.fullmatch(chair, name) for name in document.sponsors)


def sponsoring(reading: Reading, document: Document) -> tuple[tuple[str, Any], ...]:
    """The sponsors that are parties, with the kind of party a name that no State has would be."""
    civil = document.type == "ngo_paper"
    if _by_chair(reading, document) or (civil and not _named(reading, document.unit, "sponsors", "sponsor")):
        return ()
    return tuple((name, "civil-society" if civil else "group") for name in document.sponsors)


def _named(reading: Reading, unit: str, *kinds: str) -> bool:
    """Whether a unit prints a fact of one of these kinds."""
    return any(s.kind in kinds for u in reading.units if u.id == unit for s in u.spans)


def _summarises(draft: Draft, reading: Reading, document: Document) -> str | None:
    """The panel that a summary is of, by the reader's own reading of the titles."""
    item = reading.concordance.summaries.get(document.symbol)
    panel = next((n for n, p in enumerate(reading.panels) if p.item == item), None)
    return None if panel is None else draft.panel_labels[panel]
