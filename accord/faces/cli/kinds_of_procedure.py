"""Families of words for the codes on pages and in forms about procedure."""

from __future__ import annotations

from typing import Any, get_args

from accord.areas.procedure.acts import Choice, Effect, Ending, Method, Mode, QuestionKind, Side, When
from accord.areas.procedure.floor import DebateState, MeetingState, QuestionState
from accord.areas.procedure.floor import QuestionKind as AnyQuestionKind
from accord.areas.procedure.nextsteps import Who
from accord.areas.procedure.order import Breach
from accord.areas.procedure.sets import MotionKind, SetName, Topic
from accord.areas.procedure.standing import OnTie
from accord.areas.procedure.steps import StepName
from accord.areas.procedure.voting import Why

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(SetName): "rule-set",
    get_args(Topic): "rule-topic",
    get_args(MotionKind): "motion-kind",
    get_args(QuestionKind): "question-kind",
    get_args(AnyQuestionKind): "question-kind",
    get_args(QuestionState): "question-state",
    get_args(Effect): "amendment-effect",
    get_args(Side): "motion-side",
    get_args(Method): "voting-method",
    get_args(Choice): "vote-choice",
    get_args(When): "explanation-when",
    get_args(Ending): "meeting-state",
    get_args(Mode): "mode",
    get_args(MeetingState): "meeting-state",
    get_args(DebateState): "debate-state",
    get_args(StepName): "meeting-step",
    get_args(Breach): "breach",
    get_args(Who): "step-who",
    get_args(OnTie): "tie",
    get_args(Why): "turn-reason",
}
"""A set of codes → the family of words for them."""
