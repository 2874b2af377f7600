"""How procedure is asked about: the rules of a body, and the floor of a meeting."""

from __future__ import annotations

from accord.areas.procedure.nextsteps import NextStep, NotInOrder, Who
from accord.areas.procedure.rulebook import FloorRow, Known, Provision, RulesPage, floors, rules
from accord.areas.procedure.standing import Ballot, FloorPage, OnTie, PendingMotion, StepTaken, ballot, floor

__all__ = [
    "Ballot",
    "FloorPage",
    "FloorRow",
    "Known",
    "NextStep",
    "NotInOrder",
    "OnTie",
    "PendingMotion",
    "Provision",
    "RulesPage",
    "StepTaken",
    "Who",
    "ballot",
    "floor",
    "floors",
    "rules",
]
