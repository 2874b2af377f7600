"""The families of codes that facts and pages of instruments have."""

from __future__ import annotations

from typing import Any, get_args

from accord.acts.values import KindOfFact
from accord.areas.instruments import conflicts, entering, periods, rows
from accord.areas.instruments.acts import ActionKind, InstrumentKind, LegalStage, RemarkKind

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(KindOfFact): "fact-kind",
    get_args(InstrumentKind): "instrument-kind",
    get_args(LegalStage): "legal-stage",
    get_args(ActionKind): "status-action",
    get_args(RemarkKind): "remark",
    get_args(periods.Standing): "legal-standing",
    get_args(rows.Dated): "dated",
    get_args(conflicts.ConflictKind): "legal-conflict",
    get_args(entering.ConditionKind): "condition",
}
"""A set of codes → the family of words for them."""
