"""Acts as the machine sees them: each act on the floor is one event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from accord.areas.procedure import acts
from accord.areas.procedure.floor import Event
from accord.areas.procedure.sets import SETS, Limit, Procedure, Share


def event_of(act: Any) -> Event:
    """The event that an act on the floor is."""
    return _EVENTS[type(act)](act)


def procedure_of(act: acts.AdoptProcedure) -> Procedure:
    """The rules that an act adopts: the set, with the local changes in place of what it says."""
    given = SETS[act.rules]
    if act.changes is None:
        return given
    changes = act.changes
    shares = {
        name: Share(share.numerator, share.denominator)
        for name, share in (
            ("open", changes.quorum_to_open),
            ("decide", changes.quorum_to_decide),
            ("majority", changes.majority),
            ("reconsider", changes.majority_to_reconsider),
        )
        if share is not None
    }
    plain = {
        name: value
        for name in ("notice", "report_notice", "by_consensus", "reply_seconds", "reply_time")
        if (value := getattr(changes, name)) is not None
    }
    limits = given.limits | {one.motion: Limit(one.in_favour, one.against) for one in changes.speakers}
    return msgspec.structs.replace(given, limits=limits, **shares, **plain)


def _open(act: acts.OpenFloor) -> Event:
    counts = () if act.members is None or act.present is None else (act.members, act.present)
    return Event("open", counts=counts, day=None if act.on is None else act.on.toordinal())


def _question(act: acts.PutQuestion) -> Event:
    return Event(
        "place",
        on=act.question,
        what=act.kind,
        of=act.amends or "",
        labels=act.sponsors,
        day=None if act.circulated is None else act.circulated.toordinal(),
        effect=act.effect or "",
    )


def _motion(act: acts.MoveMotion) -> Event:
    return Event("move", act.mover or "", act.motion, act.kind, act.about or "", act.parts)


_EVENTS: dict[type, Callable[[Any], Event]] = {
    acts.OpenFloor: _open,
    acts.CountPresent: lambda act: Event("count", counts=(act.present,)),
    acts.CloseFloor: lambda act: Event("close", what=act.status),
    acts.OpenDebate: lambda act: Event("debate", on=act.item),
    acts.PutQuestion: _question,
    acts.MoveMotion: _motion,
    acts.SpeakToMotion: lambda act: Event("speak", act.speaker, act.motion, act.side),
    acts.WithdrawMotion: lambda act: Event("withdraw", act.party or "", act.withdrawn),
    acts.RaisePoint: lambda act: Event("raise", act.party),
    acts.MakeRuling: lambda act: Event("rule", what="upheld" if act.upheld else "not-upheld", of=act.rules_out or ""),
    acts.DecideOrder: lambda act: Event("order", labels=act.questions),
    acts.BeginVoting: lambda act: Event("begin", on=act.question),
    acts.RecordVote: lambda act: Event("result", on=act.question, counts=(act.in_favour, act.against, act.abstaining)),
    acts.ExplainVote: lambda act: Event("explain", act.party, act.question, act.when),
    acts.TakeDecision: lambda act: Event("decide", on=act.question, what=act.mode),
    acts.ObjectToDecision: lambda act: Event("lift" if act.lifted else "object", act.party, act.question),
    acts.PassOver: lambda act: Event("pass-over", on=act.question),
}
