"""The order in which questions are voted: as decided, and where nothing is decided a suggestion with its reason.

Rule 130 asks which amendment is furthest removed in substance from the proposal. No machine
knows that: the Chair does. The suggestion looks at form alone, and says so.
"""

from __future__ import annotations

from typing import Literal

from accord.acts.view import Row
from accord.areas.procedure.floor import Floor, Question

Why = Literal["order-decided", "amendment-to-amendment", "deletes", "replaces", "revises", "adds", "part", "submitted"]
_FORMS: dict[str, Why] = {"deletes": "deletes", "replaces": "replaces", "revises": "revises", "adds": "adds"}
"""What an amendment does, in the order that is suggested; last, what does none of it."""


class Turn(Row, frozen=True):
    """A question and why it stands where it does."""

    question: Question
    why: Why


def turns(floor: Floor) -> tuple[Turn, ...]:
    """The pending questions in the order of voting: each after what is voted before it."""
    waiting = [question for question in floor.questions if question.state == "pending"]
    labels = {question.label for question in waiting}
    heads = [question for question in waiting if question.of not in labels]
    return tuple(turn for head in _sorted(floor, heads) for turn in _with_its_own(floor, waiting, head))


def _with_its_own(floor: Floor, waiting: list[Question], head: Question) -> list[Turn]:
    """What belongs to a question goes before it: amendments, then parts."""
    own = [question for question in waiting if question.of == head.label]
    amendments = _sorted(floor, [question for question in own if question.kind == "amendment"])
    parts = [question for question in own if question.kind == "part"]
    before = [turn for one in (*amendments, *parts) for turn in _with_its_own(floor, waiting, one)]
    return [*before, Turn(head, _why(floor, head))]


def _sorted(floor: Floor, questions: list[Question]) -> list[Question]:
    """By the order decided, then by form, then as submitted."""
    placed = [question.label for question in floor.questions]
    forms = list(_FORMS)

    def place(question: Question) -> tuple[int, int, int]:
        decided = floor.order.index(question.label) if question.label in floor.order else len(floor.order)
        form = forms.index(question.effect) if question.effect in forms else len(forms)
        return decided, form, placed.index(question.label)

    return sorted(questions, key=place)


def _why(floor: Floor, question: Question) -> Why:
    if question.label in floor.order:
        return "order-decided"
    if question.kind == "part":
        return "part"
    amended = floor.question(question.of)
    if amended is not None and amended.kind == "amendment":
        return "amendment-to-amendment"
    if question.kind == "amendment":
        return _FORMS.get(question.effect, "submitted")
    return "submitted"
