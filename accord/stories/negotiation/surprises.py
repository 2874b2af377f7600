"""Surprises that a facilitator plants, and what became of them: found, missed, or not decided yet."""

from __future__ import annotations

from typing import Literal

import msgspec

from accord.areas.negotiation.acts import ProposeAmendment, TranslateUnit
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.changes import SettleBracket
from accord.areas.procedure.acts import RaisePoint
from accord.stories.negotiation import floor_moves, moves, summaries, text_moves
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import BODY, DRAFT, ISSUES, LANGUAGES, STATES, Game
from accord.stories.negotiation.summaries import Noticed, SummaryKind, meeting_at
from accord.stories.negotiation.wording import in_draft, said, standing
from accord.stories.story import Said

Kind = Literal["absent-interpreter", "late-amendment", "broken-silence", "mistaken-translation"] | SummaryKind
KINDS: tuple[Kind, ...] = (
    "absent-interpreter",
    "late-amendment",
    "broken-silence",
    "mistaken-translation",
    "divergent-summary",
    "incomplete-summary",
)
Handling = Literal["found", "missed", "undecided"]


class Planted(msgspec.Struct, frozen=True):
    """A surprise: what kind, and the entry of the record with which it came; of several the last."""

    kind: Kind
    entry: int


class NotNow(Exception):
    """A surprise that cannot come at this moment: `exercise.not-now.<kind>` says when it can."""


def surprise(game: Game, play: Play, kind: Kind) -> tuple[Said, ...]:
    """The acts with which a surprise comes, said by a role that no person plays where there is one.

    Raises:
        NotNow: there is nothing to interpret, to amend late, to break or to translate at this moment.
    """
    if kind in ("divergent-summary", "incomplete-summary"):
        if not summaries.can_come(play, kind):
            raise NotNow
        return summaries.summary(play, kind)
    role = next((state for state in STATES[::-1] if state not in game.humans), STATES[-1])
    if kind == "absent-interpreter":
        if play.session is None or play.floor.state != "open" or play.floor.point or play.session.number < 3:
            raise NotNow
        return moves.by(role, RaisePoint(party=role, text=said("plants", "absent-interpreter"), **moves.at(play)))
    if kind == "broken-silence":
        if play.session is not None or not play.silent or play.upcoming is None or role in play.broken_by:
            raise NotNow
        return floor_moves.break_silence(play, role).acts
    return _late(play, role) if kind == "late-amendment" else _mistaken(play)


def _late(play: Play, role: str) -> tuple[Said, ...]:
    """Somebody asks to settle a bracket of a text that no longer stands."""
    if play.session is None or play.session.number < 3 or play.adopted:
        raise NotNow
    for name, issue in ISSUES.items():
        row = play.units[issue.unit]
        first, tabled = row.versions[0], standing(play.game.language, issue, row.versions[0].text)
        if first.hash == row.current.hash or tabled is None or len(tabled) < 2 or name not in play.open_issues:
            continue
        start = brackets(first.text, slash=True)[0].start
        change = SettleBracket(unit=issue.unit, base=first.hash, start=start, settled="agreed", option=0)
        asked = ProposeAmendment(
            draft=DRAFT,
            amendment=text_moves.label(play),
            changes=(change,),
            sponsors=(role,),
            note=said("plants", "late-amendment"),
            on=play.session.on,
        )
        return moves.by(role, asked)
    raise NotNow


def _mistaken(play: Play) -> tuple[Said, ...]:
    """A translation has another wording than the draft, or has lost one of its alternatives."""
    language = next(one for one in LANGUAGES[::-1] if one != play.game.language)
    for name, issue in ISSUES.items():
        tabled = play.wordings[name]
        known = play.negotiation.translations.get(DRAFT, {}).get(f"{language}/{issue.unit}")
        if tabled is None or known is None:
            continue
        others = [option for option in issue.options if option not in tabled]
        wrong = TranslateUnit(
            draft=DRAFT,
            unit=issue.unit,
            language=language,
            of_text=play.units[issue.unit].current.hash,
            text=in_draft(language, issue.unit, (*tabled[:-1], *others[:1])),
            corrects=known.entry,
        )
        return moves.by("secretariat", wrong)
    raise NotNow


def handling(play: Play, planted: Planted) -> Handling:
    """What became of a surprise."""
    match planted.kind:
        case "absent-interpreter":
            return _suspended_first(play, planted.entry)
        case "late-amendment":
            return _not_merged(play, planted.entry)
        case "broken-silence":
            return _decided_on_floor(play, planted.entry)
        case "mistaken-translation" | "divergent-summary" | "incomplete-summary":
            found = all(one.first is not None for one in places(play, planted))
            return "found" if found else "missed" if play.over else "undecided"


class Place(msgspec.Struct, frozen=True):
    """A place at which something mistaken was planted, and who was the first to point it out."""

    about: str | None
    """Of a summary: the party whose view it has wrong or leaves out."""
    first: Noticed | None


def places(play: Play, planted: Planted) -> tuple[Place, ...]:
    """Where a surprise has something to be pointed out: none of one that is handled in another way."""
    if planted.kind in ("divergent-summary", "incomplete-summary"):
        found = summaries.noticed(play, planted.kind, planted.entry)
        return tuple(Place(party, first) for party, first in found.items())
    if planted.kind == "mistaken-translation":
        replies = play.world.parties.tables.replies.get(planted.entry, ())
        told = [Noticed(one.by, one.entry, meeting_at(play, one.entry)) for one in replies]
        return (Place(None, told[0] if told else None),)
    return ()


def false_alarms(play: Play, planted: tuple[Planted, ...]) -> int:
    """How many entries, or places of a planted summary, were pointed out as mistaken that were not planted."""
    known = {one.entry for one in planted}
    mistaken = set()
    for one in planted:
        if one.kind in ("divergent-summary", "incomplete-summary"):
            known |= summaries.entries_of(play, one.kind).keys()
            mistaken |= summaries.false_in_summary(play, one.kind, one.entry)
    return len(mistaken) + sum(entry not in known for entry in play.world.parties.tables.replies)


def _suspended_first(play: Play, entry: int) -> Handling:
    """The meeting was suspended before it decided anything further."""
    for session in (3, 4):
        for step in play.world.procedures.tables.steps.get(f"{BODY}/{session}", ()):
            if step.entry > entry and step.event.kind in ("decide", "result"):
                return "missed"
            if step.entry > entry and step.event.kind == "close":
                return "found" if step.event.what == "suspended" else "missed"
    return "missed" if play.over else "undecided"


def _not_merged(play: Play, entry: int) -> Handling:
    """The amendment was not merged: it was withdrawn, ruled out, passed over or objected to."""
    label = next(name for name, row in play.amendments.items() if row.entry == entry)
    if play.amendments[label].merged is not None:
        return "missed"
    question = play.latest_question(label)
    handled = question is not None and (question.state in ("ruled-out", "not-voted") or bool(question.objections))
    if handled or play.amendments[label].withdrawn is not None:
        return "found"
    return "missed" if play.over else "undecided"


def _decided_on_floor(play: Play, entry: int) -> Handling:
    """The draft was not adopted by silence: after it was broken, the floor decided, or there was no decision."""
    draft = play.latest_question(DRAFT)
    if play.adopted:
        return "found" if draft is not None and draft.state == "adopted" else "missed"
    return "found" if play.declared_failed or play.over else "undecided"
