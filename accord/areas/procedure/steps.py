"""What may happen on a floor, under one name each: for lists that people read."""

from __future__ import annotations

from typing import Literal, get_args

from accord.areas.procedure.floor import Event
from accord.areas.procedure.sets import TOPIC_OF, Topic

StepName = Literal[
    "open",
    "count",
    "suspend",
    "adjourn",
    "debate",
    "close-list",
    "reopen-list",
    "inscribe",
    "reply",
    "waive-reply",
    "raise",
    "rule",
    "rule-out",
    "order",
    "place-proposal",
    "place-amendment",
    "place-report",
    "place-decision",
    "withdraw",
    "move-appeal",
    "move-suspend-meeting",
    "move-adjourn-meeting",
    "move-adjourn-debate",
    "move-close-debate",
    "move-limit-time",
    "move-competence",
    "move-reconsider",
    "move-divide",
    "speak-in-favour",
    "speak-against",
    "object",
    "lift",
    "begin",
    "result",
    "decide",
    "explain",
    "pass-over",
]

_TOPICS: dict[str, Topic] = {
    "open": "quorum",
    "count": "quorum",
    "close-list": "list-of-speakers",
    "reopen-list": "list-of-speakers",
    "inscribe": "list-of-speakers",
    "reply": "right-of-reply",
    "waive-reply": "right-of-reply",
    "raise": "point-of-order",
    "rule": "point-of-order",
    "rule-out": "point-of-order",
    "order": "amendments",
    "place-proposal": "submission",
    "place-amendment": "submission",
    "place-report": "draft-report",
    "withdraw": "withdrawal",
    "explain": "conduct-of-voting",
    "begin": "conduct-of-voting",
    "result": "majority",
    "pass-over": "proposals",
}
"""A step → what the rule about it speaks of. Steps that no rule speaks of are left out."""


_NAMES: dict[str, StepName] = {name: name for name in get_args(StepName)}


def step_name(event: Event) -> StepName:
    """The name of the step that an event is."""
    return _NAMES[_name(event)]


def _name(event: Event) -> str:
    match event.kind:
        case "close":
            return "suspend" if event.what == "suspended" else "adjourn"
        case "rule":
            return "rule-out" if event.of else "rule"
        case "place" | "move" | "speak":
            return f"{event.kind}-{event.what}"
    return event.kind


def topic_of(event: Event, motion_kind: str | None, by_consensus: bool) -> Topic | None:
    """What the rule about a step speaks of: of a motion, and of what is said or decided on it, the rule about it."""
    if event.kind == "move":
        return TOPIC_OF[event.what]
    if event.kind in ("decide", "object", "lift") and by_consensus:
        return "consensus"
    if event.kind in ("object", "lift") and motion_kind != "divide":
        return None
    if motion_kind is not None and event.kind in ("speak", "begin", "result", "decide", "object", "lift"):
        return TOPIC_OF[motion_kind]
    return _TOPICS.get(step_name(event))
