"""What is before a meeting: its motions, questions, ruling and vote, and the events that change it."""

from __future__ import annotations

from typing import Literal

from accord.acts.view import Row
from accord.areas.procedure.sets import MotionKind

Kind = Literal[
    "open",
    "count",
    "close",
    "debate",
    "close-list",
    "reopen-list",
    "inscribe",
    "reply",
    "waive-reply",
    "place",
    "withdraw",
    "move",
    "speak",
    "object",
    "lift",
    "raise",
    "rule",
    "order",
    "pass-over",
    "begin",
    "result",
    "decide",
    "explain",
]
MeetingState = Literal["not-open", "open", "suspended", "adjourned"]
DebateState = Literal["open", "closed", "adjourned"]
QuestionKind = Literal["proposal", "amendment", "part", "report", "decision"]
QuestionState = Literal["pending", "adopted", "rejected", "withdrawn", "not-voted", "ruled-out"]
Side = Literal["in-favour", "against"]

DECIDED = ("adopted", "rejected")
GONE = ("withdrawn", "ruled-out", "not-voted")
"""States in which a question is not before the meeting any more."""


class Event(Row, frozen=True):
    """Something that happens in a meeting.

    | kind | by | on | what | of | labels | counts |
    |---|---|---|---|---|---|---|
    | open | | | | | | members, present |
    | count | | | | | | present |
    | close | | | suspended or adjourned | | | |
    | debate | | the item | | | | |
    | close-list, reopen-list, reply, waive-reply, inscribe | the party | | | | | |
    | place | | the question | its kind | what it amends | sponsors | |
    | withdraw | the party | a motion or question | | | | |
    | move | the mover | the motion | its kind | the question it is about | parts | |
    | speak | the speaker | the motion | the side | | | |
    | object, lift | the party | a motion or question | | | | |
    | raise | the party | | | | | |
    | rule | | | upheld or not-upheld | what is ruled out of order | | |
    | order | | | | | questions | |
    | begin, decide, pass-over | | a motion or question | | | | |
    | result | | a motion or question | | | | in favour, against, abstaining |
    | explain | the party | the question | | | | |
    """

    kind: Kind
    by: str = ""
    """A party; empty for the Chair, the body, or where the record does not say."""
    on: str = ""
    what: str = ""
    of: str = ""
    labels: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    day: int | None = None
    """Of a meeting that opens, its day; of a question, the day of its circulation. Days of the calendar, counted."""
    effect: str = ""


class Motion(Row, frozen=True):
    """A procedural motion that is pending."""

    label: str
    kind: MotionKind
    mover: str = ""
    about: str = ""
    parts: tuple[str, ...] = ()
    spoke: tuple[str, ...] = ()
    in_favour: int = 0
    against: int = 0
    objections: tuple[str, ...] = ()


class Question(Row, frozen=True):
    """A proposal, an amendment, a part put to the vote separately, or a draft report."""

    label: str
    kind: QuestionKind
    of: str = ""
    """Of an amendment or part: the question it belongs to."""
    sponsors: tuple[str, ...] = ()
    item: str = ""
    effect: str = ""
    circulated: int | None = None
    state: QuestionState = "pending"
    objections: tuple[str, ...] = ()


class Item(Row, frozen=True):
    """The debate on an item."""

    label: str
    debate: DebateState = "open"
    list_closed: bool = False


class Ruling(Row, frozen=True):
    """The last ruling of the Chair, which may be appealed against."""

    upheld: bool
    strikes: str = ""
    """The motion or question that was ruled out of order."""
    struck: Motion | None = None
    """The motion as it was, to come back if the ruling is overruled."""
    appealed: bool = False


class Floor(Row, frozen=True):
    """Everything that is before a meeting."""

    state: MeetingState = "not-open"
    day: int | None = None
    members: int | None = None
    present: int | None = None
    item: str = ""
    items: tuple[Item, ...] = ()
    motions: tuple[Motion, ...] = ()
    settled: tuple[str, ...] = ()
    """Labels of motions that are decided, withdrawn or ruled out."""
    questions: tuple[Question, ...] = ()
    order: tuple[str, ...] = ()
    """The order of voting that was decided."""
    point: str = ""
    """Who rose to a point of order that awaits its ruling."""
    ruling: Ruling | None = None
    voting: str = ""
    held: str = ""
    """What was being voted when an appeal came before it."""
    replies: tuple[tuple[str, str], ...] = ()
    """Item and party of each right of reply asked for at this meeting and not waived."""

    def motion(self, label: str) -> Motion | None:
        """The pending motion of that label."""
        for motion in self.motions:
            if motion.label == label:
                return motion
        return None

    def moved(self, kind: str, about: str = "") -> Motion | None:
        """The pending motion of a kind."""
        for motion in self.motions:
            if motion.kind == kind and motion.about == about:
                return motion
        return None

    def question(self, label: str) -> Question | None:
        """The question of that label, whatever became of it."""
        for question in self.questions:
            if question.label == label:
                return question
        return None

    def debated(self, label: str) -> Item | None:
        """The debate on an item."""
        for item in self.items:
            if item.label == label:
                return item
        return None


def stands(floor: Floor, label: str) -> bool:
    """Whether a question is before the meeting or was decided by it. No label stands: it names nothing that is gone."""
    question = floor.question(label)
    return not label or (question is not None and question.state not in GONE)
