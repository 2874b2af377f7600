"""A Chair's summary of the general exchange that is planted: with views exchanged, or with a delegation left out.

It is issued as a paper with a window for corrections, as A/68/514 ¶18 lets a Chair's summary be no agreed text. What
is wrong in it follows from the seed of the exercise and from who has spoken; who notices it says so for the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from accord.acts.facts import Fact
from accord.areas.documents.acts import RegisterDocument
from accord.areas.drafting.acts import RecordUnit
from accord.areas.proposals.acts import OpenCorrections
from accord.stories.negotiation.moves import OF, by
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import (
    BODY,
    LANGUAGES,
    OBSERVER,
    SESSIONS,
    STATES,
    Language,
    drawn,
)
from accord.stories.negotiation.wording import colon, said, word
from accord.stories.story import Said

SummaryKind = Literal["divergent-summary", "incomplete-summary"]
SUMMARIES: dict[SummaryKind, str] = {"divergent-summary": "XN/AC.9/CRP.1", "incomplete-summary": "XN/AC.9/CRP.2"}
"""Kind of summary → the symbol under which it is issued."""
LEAST_SPOKEN = 3
"""Delegations that must have spoken, so that there is something to summarise."""


class Noticed(msgspec.Struct, frozen=True):
    """Somebody has pointed out what was planted: who, in which entry, and the meeting that was called to order last."""

    by: str
    entry: int
    meeting: int


def spoke(play: Play, before: int | None = None) -> tuple[str, ...]:
    """The parties that made the statements of their briefs, before an entry where one is given.

    Who spoke in words of its own is not summarised: what it said is not known here.
    """
    statements = play.world.meetings.tables.statements.values()
    made = [(fact.act.speaker, fact.act.text) for fact in statements if before is None or fact.first < before]
    return tuple(party for party in (*STATES, OBSERVER) if (party, said("statements", _name(party))) in made)


def _name(party: str) -> str:
    return "observer" if party == OBSERVER else party


def flawed(play: Play, kind: SummaryKind, before: int | None = None) -> tuple[str, ...]:
    """The parties whose views a planted summary mixes up, two of them; or the one that it leaves out."""
    drawn_first = sorted(spoke(play, before), key=lambda party: drawn(play.game.seed, f"{kind} {party}"))
    return tuple(drawn_first[: 2 if kind == "divergent-summary" else 1])


def can_come(play: Play, kind: SummaryKind) -> bool:
    """Whether enough delegations have spoken, the exercise is not over, and the paper is not out yet."""
    issued = SUMMARIES[kind] in play.world.documents.tables.documents
    listed = play.upcoming is None or play.upcoming.number > 1
    return listed and not play.over and not issued and len(spoke(play)) >= LEAST_SPOKEN


def summary(play: Play, kind: SummaryKind) -> tuple[Said, ...]:
    """The acts with which a summary is issued; the last opens the window for corrections."""
    symbol, wrong, session = SUMMARIES[kind], flawed(play, kind), play.session or play.upcoming
    assert session is not None
    registered = RegisterDocument(
        symbol=symbol, kind="conference-room-paper", title=said("summary", "title"), submitter="chair", **OF
    )
    swapped = dict(zip(wrong, wrong[::-1], strict=True))
    views = [
        (party, swapped.get(party, party)) for party in spoke(play) if kind == "divergent-summary" or party not in wrong
    ]
    units = [_recorded(symbol, "caveat", 1, language, word(language, "summary", "caveat")) for language in LANGUAGES]
    units += [
        _recorded(symbol, _label(party), place, language, _line(language, party, view))
        for place, (party, view) in enumerate(views, start=2)
        for language in LANGUAGES
    ]
    opened = OpenCorrections(window=_window(kind), document=symbol, opens=session.on, deadline=SESSIONS[-1].on, **OF)
    return (*by("chair", registered), *by("secretariat", *units), *by("chair", opened))


def _recorded(symbol: str, unit: str, place: int, language: Language, text: str) -> RecordUnit:
    return RecordUnit(
        document=symbol,
        unit=unit,
        language=language,
        kind="paragraph",
        number=str(place),
        place=place,
        pieces=(text,),
    )


def _line(language: Language, party: str, view: str) -> str:
    """What the summary says of a party: the view of a party, under its name."""
    named, said_to_be = word(language, "names", _name(party)), word(language, "summary", "views", _name(view))
    return f"{named}{colon(language)}{said_to_be}"


def _label(party: str) -> str:
    return f"view-{party.lower()}"


def _window(kind: SummaryKind) -> str:
    """The label of a window for corrections: it tells no player what is wrong."""
    return f"corrections-{list(SUMMARIES).index(kind) + 1}"


def noticed(play: Play, kind: SummaryKind, entry: int) -> dict[str, Noticed | None]:
    """Party about whom a summary is wrong → who was the first to say so; the window was opened in an entry."""
    found = _pointed_out(play, kind)
    unit_of = {party: _label(party) if kind == "divergent-summary" else "" for party in flawed(play, kind, entry)}
    return {party: min(found.get(unit, ()), key=lambda one: one.entry, default=None) for party, unit in unit_of.items()}


def false_in_summary(play: Play, kind: SummaryKind, entry: int) -> set[int]:
    """The entries in which something of a summary was pointed out that is as it was said."""
    wrong = {_label(party) for party in flawed(play, kind, entry)} if kind == "divergent-summary" else {""}
    return {one.entry for unit, told in _pointed_out(play, kind).items() if unit not in wrong for one in told}


def _pointed_out(play: Play, kind: SummaryKind) -> dict[str, list[Noticed]]:
    """Unit → what was said of it, by a reply to its entry or a request for a correction; under none, of the paper."""
    found: dict[str, list[Noticed]] = {}

    def told(unit: str, party: str, entry: int) -> None:
        found.setdefault(unit, []).append(Noticed(party, entry, meeting_at(play, entry)))

    for entry, unit in entries_of(play, kind).items():
        for reply in play.world.parties.tables.replies.get(entry, ()):
            told(_place(kind, unit), reply.by, reply.entry)
    for request in play.world.proposals.tables.requests.values():
        if request.act.window == _window(kind):
            told(_place(kind, request.act.unit or ""), request.act.requester, request.first)
    return found


def _place(kind: SummaryKind, unit: str) -> str:
    """Where something is pointed out: what was left out stands nowhere, so that any place of the paper will do."""
    return unit if kind == "divergent-summary" else ""


def entries_of(play: Play, kind: SummaryKind) -> dict[int, str]:
    """The entries that are of a summary: of its units, in each language and before any correction, and of the paper."""
    symbol = SUMMARIES[kind]
    paper = play.world.documents.tables.documents.get(symbol)
    window = play.world.proposals.tables.windows.get(f"{BODY}/{_window(kind)}")
    units = play.world.drafting.tables.units.get(symbol, {}).values()
    found = {entry: fact.act.unit for fact in units for entry in _entries(fact)}
    return found | {entry: "" for fact in (paper, window) if fact is not None for entry in _entries(fact)}


def _entries(fact: Fact[Any]) -> tuple[int, ...]:
    return (*fact.corrected, fact.entry)


def meeting_at(play: Play, entry: int) -> int:
    """The number of the meeting that was called to order last before an entry; 0 before the first."""
    begun = (
        session.number
        for session in SESSIONS
        for sitting in play.world.meetings.tables.sittings.get(f"{BODY}/{session.number}", ())
        if sitting.convened.entry < entry
    )
    return max(begun, default=0)


def _is_of_scenario(pieces: tuple[Any, ...], language: Language, party: str) -> bool:
    """Whether a paragraph is one that the scenario knows, and not in somebody's own words."""
    return any(pieces == (_line(language, party, view),) for view in (*STATES, OBSERVER))


def corrections(play: Play) -> Iterator[Said]:
    """Right paragraphs in place of wrong and missing ones that somebody has pointed out."""
    for kind, symbol in SUMMARIES.items():
        window = play.world.proposals.tables.windows.get(f"{BODY}/{_window(kind)}")
        if window is None:
            continue
        units = play.world.drafting.tables.units.get(symbol, {})
        last = max((fact.act.place for fact in units.values()), default=0)
        for party, first in noticed(play, kind, window.first).items():
            for language in LANGUAGES if first is not None else ():
                right, known = _line(language, party, party), units.get(f"{language}/{_label(party)}")
                if known is None:
                    yield from by("secretariat", _recorded(symbol, _label(party), last + 1, language, right))
                elif known.act.pieces != (right,) and _is_of_scenario(known.act.pieces, language, party):
                    mended = msgspec.structs.replace(known.act, pieces=(right,), corrects=known.entry)
                    yield from by("secretariat", mended)
