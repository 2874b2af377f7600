"""How procedure is asked about: the rules of a body, and the floor of a meeting."""

from __future__ import annotations

from accord.areas.procedure.nextsteps import NextStep, NotInOrder, Who
from accord.areas.procedure.rulebook import Known, Provision, RulesPage, rules
from accord.areas.procedure.standing import FloorPage, OnTie, PendingMotion, StepTaken, floor

__all__ = [
    "FloorPage",
    "Known",
    "NextStep",
    "NotInOrder",
    "OnTie",
    "PendingMotion",
    "Provision",
    "RulesPage",
    "StepTaken",
    "Who",
    "floor",
    "rules",
]
