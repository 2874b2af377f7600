"""The scripted partners: which of the moves open to them they take, by their brief and what is on record.

They hold to what they want at first. On an issue they become ready for what they may accept once proposals on it
have failed often enough, the sooner the more they have reached elsewhere. They
never accept what is a red line, and object to words on which they have no instructions. The seed says how patient
each of them is and who begins; nothing else is left to chance.
"""

from __future__ import annotations

from accord.stories.negotiation.moves import Move
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import ISSUES, STATES, WISHES, drawn
from accord.stories.negotiation.turns import Turn

PATIENCE = (0, 0, 0, 0, 1, 5)
"""From which the seed draws how patient a delegation is. One in six moves late or not at all."""
PRESSURE = {3: 2, 4: 1}
"""What the number of a meeting weighs, in proposals that failed: compromise is easiest before the last one."""


MOST_TRIES = 3
"""How often the same words are proposed before nobody proposes them again."""


def choose(play: Play, turn: Turn) -> Move | None:
    """What a partner does at its turn; `None` where it lets it pass."""
    if turn.role not in STATES:
        return turn.moves[0]
    kind = turn.key.partition("-")[0]
    if kind == "add":
        return _add(play, turn)
    if kind == "propose":
        return _propose(play, turn)
    if kind == "object":
        return turn.moves[0] if objects(play, turn.role, turn.key.removeprefix("object-")) else None
    if kind == "silence":
        return None if accepts_all(play, turn.role) else turn.moves[0]
    if kind == "explain":
        return turn.moves[0] if _disappointed(play, turn.role) else None
    return turn.moves[0]


def patience(play: Play, state: str) -> int:
    """How many proposals on an issue fail before a delegation is ready for less, by the seed."""
    return PATIENCE[drawn(play.game.seed, f"patience {state}") % len(PATIENCE)]


def is_ready(play: Play, state: str, issue: str) -> bool:
    """Whether a delegation is ready on an issue for what it may accept beside what it wants."""
    assert play.session is not None
    wish = WISHES[state][issue]
    tried = len(play.failed[issue]) + play.reached(state) + PRESSURE.get(play.session.number, 0)
    return tried >= patience(play, state) + wish.weight


def accepts(play: Play, state: str, issue: str, option: str) -> bool:
    """Whether a delegation accepts a wording now."""
    wish = WISHES[state][issue]
    return option == wish.objective or (option in wish.accepts and is_ready(play, state, issue))


def objects(play: Play, state: str, question: str) -> bool:
    """Whether a delegation objects to an amendment, or to the draft as a whole."""
    if question == "draft":
        return not accepts_all(play, state)
    for issue, options in play.asked(question).items():
        if options is None:
            return True
        if len(options) == 1 and not accepts(play, state, issue, options[0]):
            return True
    return False


def accepts_all(play: Play, state: str) -> bool:
    """Whether nothing stands in the draft that a delegation must not accept, or has no instructions on."""
    return all(
        found is not None and all(option in WISHES[state][issue].accepts for option in found)
        for issue, found in play.wordings.items()
    )


def _add(play: Play, turn: Turn) -> Move | None:
    """What it wants, where that does not stand yet; the weightiest issue first."""
    wishes = WISHES[turn.role]
    found = [move for move in turn.moves if wishes[move.about["issue"]].objective == move.about["option"]]
    return max(found, key=lambda move: wishes[move.about["issue"]].weight, default=None)


def _propose(play: Play, turn: Turn) -> Move | None:
    """A bracket settled on words that it accepts: rather words that failed least, then what it wants most."""
    wishes = WISHES[turn.role]
    under_way = {
        issue
        for label, row in play.amendments.items()
        if row.open
        for issue in play.asked(label)
        if play.question(label) is None
    }

    def rank(move: Move) -> tuple[int, int, int, int]:
        issue, option = move.about["issue"], move.about["option"]
        wish = wishes[issue]
        return (
            play.failed[issue].count(option),
            -wish.weight,
            wish.accepts.index(option),
            list(ISSUES).index(issue),
        )

    found = [
        move
        for move in turn.moves
        if move.code == "settle"
        and move.about["issue"] not in under_way
        and accepts(play, turn.role, move.about["issue"], move.about["option"])
        and play.failed[move.about["issue"]].count(move.about["option"]) < MOST_TRIES
    ]
    return min(found, key=rank, default=None)


def _disappointed(play: Play, state: str) -> bool:
    """Whether what mattered most to it came out otherwise than it wanted."""
    return any(wish.weight == 3 and play.wordings[name] != (wish.objective,) for name, wish in WISHES[state].items())
