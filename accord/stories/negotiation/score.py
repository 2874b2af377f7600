"""The debriefing: what was agreed, measured by the briefs; who moved; what became of surprises. No marks are given."""

from __future__ import annotations

from typing import Literal

import msgspec

from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import ISSUES, STATES, WISHES
from accord.stories.negotiation.surprises import Handling, Kind, Place, Planted, false_alarms, handling, places

Outcome = Literal["adopted", "no-agreement", "under-way"]
Result = Literal["objective", "fallback", "red-line", "open", "other-words"]


class IssueResult(msgspec.Struct, frozen=True):
    """What came out on an issue for a delegation."""

    issue: str
    wording: str | None
    """That stands alone; `None` where several do, or other words."""
    result: Result
    moved: bool
    """It objected to this wording at some time, and not any more when it was agreed."""


class DelegationResult(msgspec.Struct, frozen=True):
    """What came out for a delegation, issue by issue."""

    party: str
    issues: tuple[IssueResult, ...]
    objectives: int
    red_lines: int


class SurpriseResult(msgspec.Struct, frozen=True):
    """A surprise and what became of it."""

    kind: Kind
    entry: int
    handling: Handling
    places: tuple[Place, ...] = ()
    """Where there was something to point out, and who did first."""


class Debriefing(msgspec.Struct, frozen=True, rename={"false_alarms": "false"}):
    """An exercise measured by its briefs."""

    outcome: Outcome
    delegations: tuple[DelegationResult, ...]
    surprises: tuple[SurpriseResult, ...]
    planted: int
    found: int
    missed: int
    false_alarms: int


def outcome(play: Play) -> Outcome:
    """Whether the draft was adopted. Meetings that are over without an adoption have reached no agreement."""
    return "adopted" if play.adopted else "no-agreement" if play.declared_failed or play.over else "under-way"


def debrief(play: Play, planted: tuple[Planted, ...]) -> Debriefing:
    """The debriefing of an exercise, at any time."""
    surprises = tuple(SurpriseResult(one.kind, one.entry, handling(play, one), places(play, one)) for one in planted)
    handled = [one.handling for one in surprises]
    return Debriefing(
        outcome=outcome(play),
        delegations=tuple(_delegation(play, state) for state in STATES),
        surprises=surprises,
        planted=len(planted),
        found=handled.count("found"),
        missed=handled.count("missed"),
        false_alarms=false_alarms(play, planted),
    )


def _delegation(play: Play, state: str) -> DelegationResult:
    rows = tuple(_issue(play, state, name) for name in ISSUES)
    results = [row.result for row in rows]
    return DelegationResult(state, rows, results.count("objective"), results.count("red-line"))


def _issue(play: Play, state: str, name: str) -> IssueResult:
    found = play.wordings[name]
    if found is None:
        return IssueResult(name, None, "other-words", False)
    if len(found) != 1:
        return IssueResult(name, None, "open", False)
    wish = WISHES[state][name]
    result: Result = (
        "objective" if found[0] == wish.objective else "fallback" if found[0] in wish.accepts else "red-line"
    )
    return IssueResult(name, found[0], result, state in play.objected(name, found[0]))
