"""What does not fit together on record: the papers of a body, and a document's text language by language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import combinations
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Language
from accord.areas.bodies.pages import BodyCode
from accord.areas.documents import pages as documents
from accord.areas.documents.acts import RegisterDocument
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting import pages as drafting
from accord.areas.drafting.acts import RecordUnit, Slot, UnitKind
from accord.areas.drafting.pages import Known
from accord.areas.meetings.acts import HoldPanel, IntroducePaper
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head
from accord.areas.parties.rows import listed

FindingCode = Literal["never-introduced", "sponsors-differ", "panel-without-summary"]
Difference = Literal["missing", "slots", "brackets"]
"""Between languages: a unit that is not in all of them, other records behind its words, other square brackets."""

_Found = Fact[RegisterDocument] | Fact[HoldPanel]


class FoundRow(Part, frozen=True):
    """Something to look at among the papers of a body. Nothing says who is right."""

    finding: FindingCode
    symbol: SymbolText | None
    panel: str | None
    only_introduced: tuple[PartyCode, ...]
    """Introduced the paper, or it was introduced on their behalf, and do not sponsor it."""
    only_sponsors: tuple[PartyCode, ...]
    """Sponsor the paper, and no introduction names them."""
    cite: Cite


class SideText(Part, frozen=True):
    """A unit in one language; `None` where it is not recorded in it."""

    language: Language
    number: str | None
    text: str | None


class SideRow(Part, frozen=True):
    """A unit of a document in all its recorded languages, side by side by its name, not by its place."""

    unit: str
    kind: UnitKind
    differences: tuple[Difference, ...]
    said: tuple[SideText, ...]


class ConsistencyPage(Page, frozen=True, tag="consistency"):
    """What does not fit together about a document: of a report, all papers of its body (A/68/514 ¶¶9, 13, 16)."""

    document: SymbolText
    body: BodyCode | None
    languages: tuple[Language, ...]
    difference_count: int
    """Units that differ between languages."""
    findings: Sequence[FoundRow]
    sides: tuple[SideRow, ...]
    """Empty where the text is recorded in one language or none."""


def consistency(known: Known, document: str, *, on: datetime.date | None = None) -> ConsistencyPage:
    """What does not fit together about a document.

    Raises:
        Missing: no such document.
    """
    fact = documents.registered(known, document)
    symbol, body = fact.act.symbol, fact.act.body
    recorded = drafting.languages(known, symbol)
    sides = tuple(_sides(known, symbol, recorded)) if len(recorded) > 1 else ()
    return ConsistencyPage(
        head=head(known, on),
        document=symbol,
        body=body,
        languages=recorded,
        difference_count=sum(bool(row.differences) for row in sides),
        findings=_findings(known, fact),
        sides=sides,
    )


def _findings(known: Known, fact: Fact[RegisterDocument]) -> Sequence[FoundRow]:
    """Of a report, those of all papers of its body; of any other paper, its own."""
    body = fact.act.body
    if body is None:
        return ()
    if fact.act.kind != "report":
        return listed([*_not_as_introduced(known, body, [fact])], partial(_found_row, known))
    papers = [paper for withdrawn in (False, True) for paper in known.document_lookups.of_body[body, withdrawn]]
    summarised = {paper.act.summarises for paper in papers} - {None}
    panels = known.meeting_lookups.of_body["panel"][body] if summarised else ()
    without = (panel for panel in panels if panel.act.panel not in summarised)
    return listed([*_not_as_introduced(known, body, papers), *without], partial(_found_row, known))


def _not_as_introduced(
    known: Known, body: str, papers: Sequence[Fact[RegisterDocument]]
) -> Iterator[Fact[RegisterDocument]]:
    """The working papers that nobody introduced while others were, or that others introduced than sponsor them."""
    if not known.meeting_lookups.of_body["introduction"].count(body):
        return
    unnamed = known.meeting_lookups.unnamed
    is_group = cache(partial(_is_group, known))
    for paper in papers:
        act = paper.act
        if act.kind != "working-paper" or not (sponsors := _sponsors(known, act)):
            continue
        own = _own(known, act)
        if own:
            named = _named(own)
            if named == sponsors or any(one.act.by_chair for one in own) or any(map(is_group, named)):
                continue
        elif unnamed.count((body, sponsors)):
            continue  # Its sponsors introduced a paper, and the source does not say which of theirs.
        yield paper


def _found_row(known: Known, found: _Found) -> FoundRow:
    act = found.act
    if isinstance(act, HoldPanel):
        return FoundRow(
            finding="panel-without-summary", symbol=None, panel=act.panel, only_introduced=(), only_sponsors=(),
            cite=cite(known, found),
        )  # fmt: skip
    own, sponsors = _own(known, act), _sponsors(known, act)
    named = _named(own)
    return FoundRow(
        finding="sponsors-differ" if own else "never-introduced",
        symbol=act.symbol,
        panel=None,
        only_introduced=tuple(sorted(named - sponsors)),
        only_sponsors=tuple(sorted(sponsors - named)) if own else (),
        cite=cite(known, found),
    )


def _sponsors(known: Known, act: RegisterDocument) -> frozenset[str]:
    """Who sponsors a paper now."""
    rows = known.documents.tables.sponsorships.get(act.symbol)
    return frozenset([party for party, row in rows.items() if row.ended is None]) if rows else frozenset()


def _own(known: Known, act: RegisterDocument) -> list[Fact[IntroducePaper]]:
    """The introductions of a paper in its body."""
    return [one for one in known.meeting_lookups.by_document[act.symbol] if one.act.body == act.body]


def _named(introductions: Sequence[Fact[IntroducePaper]]) -> frozenset[str]:
    """Who introduced a paper, and on whose behalf."""
    return frozenset([party for one in introductions for party in (*one.act.introducers, *one.act.on_behalf_of)])


def _is_group(known: Known, code: str) -> bool:
    party = known.parties.tables.parties.get(code)
    return party is not None and party.act.kind == "group"


def _sides(known: Known, document: str, languages: Sequence[Language]) -> Iterator[SideRow]:
    """Every unit that any language has, in the order of the first that has it."""
    by_language = {lang: {f.act.unit: f.act for f in known.drafting.units(document, lang)} for lang in languages}
    names = dict.fromkeys(name for units in by_language.values() for name in units)
    for name in names:
        acts = {lang: units.get(name) for lang, units in by_language.items()}
        kind = next(act.kind for act in acts.values() if act is not None)
        yield SideRow(
            unit=name,
            kind=kind,
            differences=_differences(known, acts),
            said=tuple(
                SideText(language=lang, number=act.number if act else None, text=_text(act) if act else None)
                for lang, act in acts.items()
            ),
        )


def _differences(known: Known, acts: Mapping[Language, RecordUnit | None]) -> tuple[Difference, ...]:
    """How the versions of one unit differ. Words are not compared, nor the order of what they name."""
    there = [act for act in acts.values() if act is not None]
    out: list[Difference] = []
    if len(there) < len(acts):
        out.append("missing")
    named = [_records(known, act) for act in there]
    if any(_other_records(a, b) for a, b in combinations(named, 2)):
        out.append("slots")
    if len({sum(p.count("[") for p in act.pieces if isinstance(p, str)) for act in there}) > 1:
        out.append("brackets")
    return tuple(out)


def _other_records(one: Mapping[str, set[str]], two: Mapping[str, set[str]]) -> bool:
    """Whether two versions name other records of one register.

    Where only one of them names a record, the other may say the same in words: nothing is known.
    """
    return any(one[of] - two[of] and two[of] - one[of] for of in one.keys() & two.keys())


def _records(known: Known, act: RecordUnit) -> dict[str, set[str]]:
    """The records behind a unit's words, by register.

    Of parties only States: another party may stand under one code for each language until somebody joins them.
    """
    parties = known.parties.tables.parties
    out: dict[str, set[str]] = {}
    for piece in act.pieces:
        if isinstance(piece, Slot):
            key = piece.key or ""
            if piece.of != "party" or (key in parties and parties[key].act.kind == "state"):
                out.setdefault(piece.of, set()).add(key)
    return out


def _text(act: RecordUnit) -> str:
    """The words, with a slot as the record it stands for."""
    return "".join(p if isinstance(p, str) else f"{{{p.of}:{p.key or ''}:{p.part}}}" for p in act.pieces)
