"""The machine of a meeting: what can happen, what it breaks, what it changes. Pure, and the same for every reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from accord.acts.rulings import NoEffect
from accord.areas.procedure import possible as can
from accord.areas.procedure.effects import after
from accord.areas.procedure.floor import Event, Floor
from accord.areas.procedure.sets import Procedure

POSSIBLE: Mapping[str, Callable[[Floor, Event], None]] = MappingProxyType(
    {
        "open": can.can_open,
        "count": can.can_count,
        "close": can.can_close,
        "debate": can.can_go_on,
        "close-list": can.can_close_list,
        "reopen-list": can.can_reopen_list,
        "inscribe": can.can_speak_in_debate,
        "reply": can.can_speak_in_debate,
        "waive-reply": can.can_waive_reply,
        "place": can.can_place,
        "withdraw": can.can_withdraw,
        "move": can.can_move,
        "speak": can.can_speak,
        "object": can.can_object,
        "lift": can.can_lift,
        "raise": can.can_raise,
        "rule": can.can_rule,
        "order": can.can_order,
        "pass-over": can.can_pass_over,
        "begin": can.can_begin,
        "result": can.can_result,
        "decide": can.can_decide,
        "explain": can.can_explain,
    }
)


def impossible(floor: Floor, event: Event) -> str | None:
    """Why an event cannot happen here, or `None`."""
    try:
        POSSIBLE[event.kind](floor, event)
    except NoEffect as error:
        return error.reason
    return None


def step(procedure: Procedure, floor: Floor, event: Event) -> Floor:
    """The floor after an event.

    Raises:
        NoEffect: it cannot happen here.
    """
    POSSIBLE[event.kind](floor, event)
    return after(procedure, floor, event)
