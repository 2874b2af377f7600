"""Rules of procedure as data: which rule of a set speaks of what, and the numbers in it.

Two sets: the committees of the General Assembly (A/520/Rev.20, rules 108-133) and a body
that decides by consensus like the Conference on Disarmament (CD/8/Rev.10, rules 18, 25,
44, 45). What a set does not speak of has no number here, and then nothing is out of order
for it: that is left to the Chair.
"""

from __future__ import annotations

from typing import Literal, get_args

from accord.acts.view import Row
from accord.areas.speakers.acts import ReplyTime

SetName = Literal["ga-committee", "consensus"]
Topic = Literal[
    "quorum",
    "order-of-request",
    "point-of-order",
    "time-limit",
    "congratulations",
    "officers-speak-first",
    "secretariat-statements",
    "list-of-speakers",
    "right-of-reply",
    "adjourn-debate",
    "close-debate",
    "meeting",
    "precedence",
    "submission",
    "competence",
    "withdrawal",
    "reconsideration",
    "one-vote",
    "majority",
    "present-and-voting",
    "method",
    "conduct-of-voting",
    "division",
    "amendments",
    "proposals",
    "elections",
    "tie",
    "consensus",
    "positions",
    "draft-report",
    "report-contents",
]
MotionKind = Literal[
    "appeal",
    "suspend-meeting",
    "adjourn-meeting",
    "adjourn-debate",
    "close-debate",
    "limit-time",
    "competence",
    "reconsider",
    "divide",
]
MOTIONS: tuple[MotionKind, ...] = get_args(MotionKind)
TOPIC_OF: dict[str, Topic] = {
    "appeal": "point-of-order",
    "suspend-meeting": "meeting",
    "adjourn-meeting": "meeting",
    "adjourn-debate": "adjourn-debate",
    "close-debate": "close-debate",
    "limit-time": "time-limit",
    "competence": "competence",
    "reconsider": "reconsideration",
    "divide": "division",
}
"""A motion → what the rule about it speaks of."""


class Share(Row, frozen=True):
    """A share of members or of votes. One half is a majority, more than half; any other share is met when equalled."""

    of: int
    over: int

    def met(self, part: int, whole: int) -> bool:
        """Whether `part` of `whole` is enough.

        >>> Share(1, 2).met(5, 10), Share(1, 2).met(6, 10), Share(1, 4).met(5, 20), Share(2, 3).met(2, 3)
        (False, True, True, True)
        """
        return part >= self.least(whole)

    def least(self, whole: int) -> int:
        """The least part of `whole` that is enough.

        >>> Share(1, 2).least(193), Share(1, 4).least(193), Share(2, 3).least(100)
        (97, 49, 67)
        """
        if self.of * 2 == self.over:
            return whole // 2 + 1
        return -(-self.of * whole // self.over)


class Limit(Row, frozen=True):
    """How many may speak in favour of a motion beside its proposer, and how many against. `None`: no limit."""

    in_favour: int | None = None
    against: int | None = None


class Procedure(Row, frozen=True):
    """The rules that apply to a body, local changes included."""

    numbers: dict[Topic, int]
    """What a rule speaks of → its number in the set."""
    open: Share | None = None
    """Members present to open a meeting and let the debate proceed."""
    decide: Share | None = None
    """Members present to take a decision."""
    majority: Share = Share(1, 2)
    """Of members present and voting, to adopt a proposal or a motion."""
    reconsider: Share = Share(1, 2)
    """Of members present and voting, to reconsider."""
    limits: dict[str, Limit] = {}
    precedence: tuple[str, ...] = ()
    """Motions that go before all others, highest first."""
    notice: int | None = None
    """Days between circulation and the meeting, for a proposal."""
    report_notice: int | None = None
    """Days between circulation and adoption, for a draft report."""
    by_consensus: bool = False
    reply_seconds: tuple[int, ...] = ()
    """Of the first reply of a party at a meeting on an item, of the second; it has as many. Empty: no limit."""
    reply_time: ReplyTime = "end-of-day"
    """When replies are given."""

    def rank(self, motion: str) -> int:
        """The place of a motion in the order of procedural motions; the same for all that the rule does not name."""
        return self.precedence.index(motion) if motion in self.precedence else len(self.precedence)

    def limit(self, motion: str) -> Limit:
        """Who may speak to a motion."""
        return self.limits.get(motion, Limit())


GA_COMMITTEE = Procedure(
    numbers={
        "quorum": 108,
        "order-of-request": 109,
        "congratulations": 110,
        "officers-speak-first": 111,
        "secretariat-statements": 112,
        "point-of-order": 113,
        "time-limit": 114,
        "list-of-speakers": 115,
        "right-of-reply": 115,
        "adjourn-debate": 116,
        "close-debate": 117,
        "meeting": 118,
        "precedence": 119,
        "submission": 120,
        "competence": 121,
        "withdrawal": 122,
        "reconsideration": 123,
        "one-vote": 124,
        "majority": 125,
        "present-and-voting": 126,
        "method": 127,
        "conduct-of-voting": 128,
        "division": 129,
        "amendments": 130,
        "proposals": 131,
        "elections": 132,
        "tie": 133,
    },
    open=Share(1, 4),
    decide=Share(1, 2),
    reconsider=Share(2, 3),
    limits={
        "appeal": Limit(0, 0),
        "suspend-meeting": Limit(0, 0),
        "adjourn-meeting": Limit(0, 0),
        "adjourn-debate": Limit(2, 2),
        "close-debate": Limit(0, 2),
        "limit-time": Limit(2, 2),
        "reconsider": Limit(0, 2),
        "divide": Limit(2, 2),
    },
    precedence=("appeal", "suspend-meeting", "adjourn-meeting", "adjourn-debate", "close-debate"),
    notice=1,
    reply_seconds=(600, 300),
)
"""A/520/Rev.20, rules 108-133. Rule 119 is subject to rule 113, so an appeal goes first.

Rule 115 has the right of reply; how often and how long it is used is in decision 34/401, paras. 8-10 (annex V).
"""

CONSENSUS = Procedure(
    numbers={"consensus": 18, "positions": 25, "draft-report": 44, "report-contents": 45},
    report_notice=14,
    by_consensus=True,
)
"""CD/8/Rev.10: decisions by consensus, the draft report two weeks before its adoption. No rule on motions is here."""

NO_RULES = Procedure(numbers={})
"""Of a body whose rules are not on record: nothing is known to be out of order."""

SETS: dict[SetName, Procedure] = {"ga-committee": GA_COMMITTEE, "consensus": CONSENSUS}
SOURCES: dict[SetName, str] = {"ga-committee": "A/520/Rev.20", "consensus": "CD/8/Rev.10"}
COMPUTED: frozenset[Topic] = frozenset(
    (
        "quorum",
        "point-of-order",
        "time-limit",
        "list-of-speakers",
        "right-of-reply",
        "adjourn-debate",
        "close-debate",
        "meeting",
        "precedence",
        "submission",
        "competence",
        "withdrawal",
        "reconsideration",
        "majority",
        "present-and-voting",
        "conduct-of-voting",
        "division",
        "amendments",
        "proposals",
        "tie",
        "consensus",
        "draft-report",
    )
)
"""Rules that the machine follows. The others are told to readers, and left to the Chair and the body."""
