"""Whose turn it is, and what is open to them: read from the record, the same for people and for scripted partners.

A turn has a key; who lets it pass leaves nothing on record, and the key says which moment has passed. The turns
stand in the order in which they come; the ones of delegations may pass, those of Chair and secretariat may not.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from accord.areas.procedure.acts import AdoptProcedure, CloseFloor, OpenDebate, OpenFloor, PutQuestion
from accord.areas.speakers.acts import CloseList
from accord.stories.negotiation import floor_moves, meeting_moves, summaries, text_moves
from accord.stories.negotiation.moves import OF, Move, at, by
from accord.stories.negotiation.opening import elected
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import (
    BODY,
    DRAFT,
    ISSUES,
    LIST,
    OBSERVER,
    PAPERS,
    SESSIONS,
    STATES,
    party_of,
)


class Turn(msgspec.Struct, frozen=True):
    """A role may or must act now."""

    role: str
    key: str
    """Of the moment: the same as long as nothing has changed that matters to it."""
    moves: tuple[Move, ...]
    may_pass: bool = False


def turns(play: Play) -> Iterator[Turn]:
    """The turns that are open, first the one that comes first. None: the exercise is over."""
    if play.over:
        return
    if play.session is None:
        yield from _between(play)
        return
    if play.floor.state in ("not-open", "suspended") and not _just_suspended(play):
        opened = OpenFloor(members=len(STATES), present=len(STATES), on=play.session.on, **at(play))
        yield _must("chair", "open-floor", Move("open-floor", by("chair", opened)))
        return
    if play.floor.state in ("adjourned", "suspended"):
        yield _must("secretariat", f"close-{play.session.number}", meeting_moves.close(play))
        return
    if play.floor.point:
        yield Turn(
            "chair",
            f"point-{play.used}",
            (floor_moves.suspend(play), floor_moves.rule(play, True), floor_moves.rule(play, False)),
        )
        return
    if play.session.number == 1:
        yield from _organizing(play)
    elif play.session.number == 2:
        yield from _reading(play)
    else:
        yield from _settling(play)


def _must(role: str, key: str, *found: Move) -> Turn:
    return Turn(role, key, found)


def _just_suspended(play: Play) -> bool:
    """Whether the floor was suspended and the secretariat has not yet recorded that the meeting stopped."""
    assert play.session is not None
    if play.floor.state != "suspended":
        return False
    sitting = play.world.meetings.tables.sittings[f"{BODY}/{play.session.number}"][-1]
    steps = play.world.procedures.tables.steps[f"{BODY}/{play.session.number}"]
    return steps[-1].entry > sitting.convened.entry


def _between(play: Play) -> Iterator[Turn]:
    """Between meetings: silence may be broken before the last, then the next is called to order."""
    assert play.upcoming is not None
    if play.upcoming is SESSIONS[-1] and play.silent and play.floor_is_fresh:
        for state in play.delegations:
            if state not in play.broken_by:
                yield Turn(state, "silence", (floor_moves.break_silence(play, state),), may_pass=True)
    yield _must("secretariat", f"convene-{play.upcoming.number}", meeting_moves.convene(play))


def _adjourn(play: Play) -> Move:
    return Move("adjourn", by("chair", CloseFloor(status="adjourned", **at(play))))


def _debate(play: Play, item: str) -> Move:
    return Move("open-debate", by("chair", OpenDebate(item=item, **at(play))), {"item": item})


def _organizing(play: Play) -> Iterator[Turn]:
    """The first meeting: Chair, agenda, rules, and a general exchange of views."""
    world = play.world
    if not world.bodies.tables.officers.get(BODY):
        yield _must("secretariat", "elect", Move("elect", by("secretariat", elected())))
    elif BODY not in world.bodies.tables.agendas:
        yield _must("chair", "agenda", meeting_moves.agenda(play))
    elif BODY not in world.procedures.tables.adopted:
        rules = AdoptProcedure(rules="consensus", on=SESSIONS[0].on, **OF)
        yield _must("chair", "rules", Move("adopt-rules", by("chair", rules)))
    elif not play.floor.item:
        yield _must("chair", "debate-2", _debate(play, "2"))
    elif f"{BODY}/{LIST}" not in world.speakers.tables.lists:
        yield _must("secretariat", "list", meeting_moves.open_list(play))
    else:
        yield from _exchange(play)


def _exchange(play: Play) -> Iterator[Turn]:
    speakers, name = play.world.speakers, f"{BODY}/{LIST}"
    places = speakers.tables.places.get(name, ())
    if not speakers.closed(name):
        inscribed = {place.act.party for place in places}
        for role in (*play.delegations, "observer"):
            if party_of(role) not in inscribed:
                yield Turn(role, "inscribe", (meeting_moves.inscribe(role),), may_pass=True)
        closed = CloseList(list=LIST, on=SESSIONS[0].on, time=play.clock, consent=True, **OF)
        yield _must("chair", "close-list", Move("close-list", by("chair", closed)))
        return
    speaking = speakers.speaking(name)
    if speaking is not None:
        party = speaking.act.party
        role = "observer" if party == OBSERVER else party
        made = play.world.meetings.tables.statements.values()
        if all(fact.act.speaker != party for fact in made):
            yield Turn(role, "state", (meeting_moves.state(role),), may_pass=True)
        yield _must("secretariat", f"speech-{party}", meeting_moves.speech(play, party))
        return
    waiting = [places[number].act.party for number in speakers.waiting(name)]
    if waiting:
        yield _must("chair", f"call-{len(waiting)}", *(meeting_moves.call(play, party) for party in waiting))
    else:
        yield _must("chair", "adjourn-1", _adjourn(play))


def _reading(play: Play) -> Iterator[Turn]:
    """The second meeting: papers are introduced, the draft is put, further wordings come into it in brackets."""
    if play.floor.item != "3":
        yield _must("chair", "debate-3", _debate(play, "3"))
        return
    introduced = {fact.act.document for fact in play.world.meetings.tables.introductions.values()}
    for paper, (symbol, sponsors) in PAPERS.items():
        if symbol not in introduced:
            yield Turn(sponsors[0], f"introduce-{paper}", (meeting_moves.introduce(play, paper),), may_pass=True)
    if play.question(DRAFT) is None:
        yield _must("chair", "put-draft", _put_draft(play))
        return
    for state in () if play.time_is_up else play.delegations:
        found = _additions(play, state)
        if found:
            yield Turn(state, f"add-{play.state}", found, may_pass=True)
    yield from _of_amendments(play)
    yield _must("chair", "adjourn-2", _adjourn(play))


def _put_draft(play: Play) -> Move:
    put = PutQuestion(question=DRAFT, kind="proposal", circulated=SESSIONS[0].on, **at(play))
    return Move("put-draft", by("chair", put))


def _additions(play: Play, state: str) -> tuple[Move, ...]:
    """Wordings that do not stand, on issues that no open amendment is about."""
    under_way = {issue for label, row in play.amendments.items() if row.open for issue in play.asked(label)}
    return tuple(
        text_moves.add(play, state, name, option)
        for name, issue in ISSUES.items()
        for option in issue.options
        if name not in under_way and (found := play.wordings[name]) is not None and option not in found
    )


def _of_amendments(play: Play) -> Iterator[Turn]:
    """Open amendments: additions are merged at once, any other is put, objected to or not, and decided."""
    if play.pending is not None:
        yield from _deciding(play)
        return
    waiting = [label for label, row in play.amendments.items() if row.open and play.question(label) is None]
    additions: tuple[str, ...] = ()
    for label in waiting:
        if play.adds(label) and not play.clashes(*additions, label):
            additions = (*additions, label)
    if additions:
        yield _must("chair", f"merge-{play.state}", text_moves.merge(play, additions))
    elif waiting and not play.time_is_up:
        yield _must("chair", f"put-{waiting[0]}", *(floor_moves.put(play, label) for label in waiting))


def _deciding(play: Play) -> Iterator[Turn]:
    question = play.pending
    assert question is not None
    for state in play.delegations:
        if state not in (*question.sponsors, *question.objections):
            yield Turn(
                state, f"object-{question.label}", (floor_moves.object_to(play, state, question.label),), may_pass=True
            )
    if play.clashes(question.label):
        yield _must("chair", f"decide-{question.label}", floor_moves.pass_over(play, question.label))
        return
    found = (floor_moves.decide(play, question.label), floor_moves.pass_over(play, question.label))
    out = floor_moves.rule(play, True, question.label)
    yield _must("chair", f"decide-{question.label}", *(found[::-1] if question.objections else found), out)


def _settling(play: Play) -> Iterator[Turn]:
    """The third and the last meeting: brackets are settled one by one, then the draft is adopted or is not."""
    assert play.session is not None
    if play.adopted or play.declared_failed:
        yield from _ending(play)
        return
    item = str(play.session.item) if not play.open_issues else "3"
    if play.floor.item != item:
        yield _must("chair", f"debate-{item}-{play.session.number}", _debate(play, item))
        return
    if play.question(DRAFT) is None:
        yield _must("chair", "put-draft", _put_draft(play))
        return
    stale = tuple(text_moves.translations(play))
    if stale:
        yield _must("secretariat", f"translate-{play.state}", Move("translate", stale))
        return
    wrong = tuple(text_moves.corrections(play))
    if wrong:
        yield _must("secretariat", f"correct-{wrong[0].act.corrects}", Move("correct-translation", wrong))  # type: ignore[attr-defined]
        return
    summarised = tuple(summaries.corrections(play))
    if summarised:
        first = summarised[0].act
        yield _must("secretariat", f"correct-{first.document}-{first.unit}", Move("correct-summary", summarised))  # type: ignore[attr-defined]
        return
    yield from _of_amendments(play)
    if play.pending is not None:
        return
    if play.open_issues and not play.time_is_up:
        for state in play.delegations:
            found = (*_settlements(play, state), *_additions(play, state))
            yield Turn(state, f"propose-{len(play.amendments)}", found, may_pass=True)
    if not play.is_last:
        if not play.open_issues and not play.silent:
            yield _must("chair", "silence", floor_moves.silence(play), _adjourn(play))
        yield _must("chair", f"adjourn-{play.session.number}", _adjourn(play))
    elif play.open_issues:
        yield _must("chair", "failure", floor_moves.declare_failure(play))
    else:
        yield from _adopting(play)


def _settlements(play: Play, state: str) -> tuple[Move, ...]:
    return tuple(
        text_moves.settle(play, state, name, option)
        for name in play.open_issues
        for option in play.wordings[name] or ()
    )


def _adopting(play: Play) -> Iterator[Turn]:
    draft = play.question(DRAFT)
    assert draft is not None
    for state in play.delegations:
        if state not in draft.objections:
            yield Turn(state, "object-draft", (floor_moves.object_to(play, state, DRAFT),), may_pass=True)
    found = (floor_moves.adopt(play), floor_moves.declare_failure(play))
    yield _must("chair", "adopt", *(found[::-1] if draft.objections else found))


def _ending(play: Play) -> Iterator[Turn]:
    given = {fact.act.party for fact in play.negotiation.positions.get(DRAFT, {}).values()}
    for state in play.delegations if play.adopted else ():
        if state not in given:
            yield Turn(state, "explain", (floor_moves.explain(play, state),), may_pass=True)
    yield _must("chair", "adjourn-end", _adjourn(play))
