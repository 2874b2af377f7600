"""The scenario: who takes part, what is in dispute, what each delegation wants, may accept and must not accept.

Everything is invented: the States, the body, the arrangement. Each issue has one wording that all six briefs
allow, so agreement is possible, and on most issues it is nobody's first wish.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Literal

import msgspec

ORIGIN = "exercise.accord.example/negotiation"
SECRETARIAT = "exercise-secretariat"
OBSERVER = "open-figures"
BODY = "AC.9"
RESOLUTION = "XN/RES/12/7"
AGENDA = "XN/AC.9/1"
DRAFT = "XN/AC.9/L.1"
ADOPTED = "XN/AC.9/2"
LIST = "general-exchange"
SILENCE = "silence-1"
CHAIR_NAME = "Ana Merrow"
OFFSET = "+00:00"

Language = Literal["ar", "zh", "en", "fr", "ru", "es"]
LANGUAGES: tuple[Language, ...] = ("ar", "zh", "en", "fr", "ru", "es")

STATES = ("ST-AVELA", "ST-BORUN", "ST-CESTRIA", "ST-DELVAR", "ST-ELMARA", "ST-FENNOR")
ROLES = ("chair", "secretariat", *STATES, "observer")
"""Who plays. Chair and secretariat act in the secretariat's name, each with a key of its own."""


def party_of(role: str) -> str:
    """The party in whose name a role acts.

    >>> party_of("chair"), party_of("ST-AVELA")
    ('exercise-secretariat', 'ST-AVELA')
    """
    return {"chair": SECRETARIAT, "secretariat": SECRETARIAT, "observer": OBSERVER}.get(role, role)


class Session(msgspec.Struct, frozen=True):
    """A meeting of the exercise: its day and times, and the item of the agenda it is about."""

    number: int
    kind: Literal["plenary", "informal", "organizational"]
    on: date
    starts: str
    ends: str
    item: int


SESSIONS = (
    Session(1, "organizational", date(2034, 5, 8), "10:00", "13:00", 2),
    Session(2, "plenary", date(2034, 5, 8), "15:00", "18:00", 3),
    Session(3, "plenary", date(2034, 5, 9), "10:00", "13:00", 3),
    Session(4, "plenary", date(2034, 5, 10), "10:00", "13:00", 4),
)


class Issue(msgspec.Struct, frozen=True):
    """A point in dispute: the unit of the draft it stands in, its possible wordings, and those that are tabled."""

    name: str
    unit: str
    options: tuple[str, ...]
    tabled: tuple[str, ...]
    """One without brackets, or several as alternatives within brackets."""


ISSUES = {
    issue.name: issue
    for issue in (
        Issue("frequency", "para-2", ("yearly", "biennial", "triennial"), ("yearly", "biennial")),
        Issue("content", "para-3", ("totals", "sites", "changes"), ("totals", "sites")),
        Issue("visits", "para-4", ("request", "quota", "invitation"), ("request", "invitation")),
        Issue("access", "para-5", ("public", "delayed", "members"), ("public",)),
        Issue("recipient", "para-6", ("secretariat", "rotation"), ("secretariat", "rotation")),
        Issue("start", "para-7", ("one-year", "two-years"), ("one-year",)),
    )
}
ISSUE_OF = {issue.unit: issue for issue in ISSUES.values()}
UNITS = tuple(f"para-{number}" for number in range(1, 9))

PAPERS = {
    "early": ("XN/AC.9/WP.1", ("ST-AVELA", "ST-ELMARA")),
    "gradual": ("XN/AC.9/WP.2", ("ST-BORUN", "ST-DELVAR")),
    "bridge": ("XN/AC.9/WP.3", ("ST-FENNOR",)),
}
"""Working paper → its symbol and sponsors; the first introduces it."""


class Wish(msgspec.Struct, frozen=True):
    """What a delegation may accept on an issue, what it wishes for first, and how much the issue matters to it."""

    accepts: tuple[str, ...]
    weight: int

    @property
    def objective(self) -> str:
        """What it wants."""
        return self.accepts[0]


def _wishes(**wishes: tuple[int, str]) -> dict[str, Wish]:
    return {name: Wish(tuple(accepted.split()), weight) for name, (weight, accepted) in wishes.items()}


WISHES = {
    "ST-AVELA": _wishes(
        frequency=(2, "yearly biennial"),
        content=(1, "changes sites"),
        visits=(2, "request quota"),
        access=(3, "public delayed"),
        recipient=(1, "secretariat rotation"),
        start=(1, "one-year two-years"),
    ),
    "ST-BORUN": _wishes(
        frequency=(3, "triennial biennial"),
        content=(2, "totals sites"),
        visits=(1, "invitation quota"),
        access=(1, "members delayed"),
        recipient=(1, "rotation secretariat"),
        start=(3, "two-years"),
    ),
    "ST-CESTRIA": _wishes(
        frequency=(1, "biennial yearly triennial"),
        content=(1, "sites changes totals"),
        visits=(1, "quota request invitation"),
        access=(1, "public delayed"),
        recipient=(3, "secretariat"),
        start=(1, "one-year two-years"),
    ),
    "ST-DELVAR": _wishes(
        frequency=(1, "triennial biennial"),
        content=(2, "totals sites"),
        visits=(3, "invitation quota"),
        access=(2, "members delayed"),
        recipient=(1, "rotation secretariat"),
        start=(1, "two-years"),
    ),
    "ST-ELMARA": _wishes(
        frequency=(1, "yearly biennial"),
        content=(3, "changes sites"),
        visits=(2, "request quota"),
        access=(1, "public delayed"),
        recipient=(1, "secretariat rotation"),
        start=(2, "one-year two-years"),
    ),
    "ST-FENNOR": _wishes(
        frequency=(1, "biennial yearly"),
        content=(1, "sites changes"),
        visits=(3, "quota invitation"),
        access=(2, "delayed members"),
        recipient=(1, "rotation secretariat"),
        start=(2, "two-years one-year"),
    ),
}
"""Delegation → issue → what it wants. What an issue's wording is not among is a red line."""


def red_lines(state: str, issue: str) -> tuple[str, ...]:
    """The wordings that a delegation must not accept.

    >>> red_lines("ST-DELVAR", "visits")
    ('request',)
    """
    return tuple(option for option in ISSUES[issue].options if option not in WISHES[state][issue].accepts)


def drawn(seed: int, name: str) -> int:
    """A number that a seed gives to a name: the same on every machine."""
    return int.from_bytes(hashlib.sha256(f"{seed} {name}".encode()).digest()[:8], "big")


class Game(msgspec.Struct, frozen=True):
    """How this exercise is played: in which language the draft is negotiated, by which seed, at which pace, by whom."""

    language: Language = "en"
    seed: int = 1
    minutes: int = 2
    """Of exercise time that a step on the floor takes."""
    humans: tuple[str, ...] = ()
    """The roles that people play; partners play the others."""
    forward: tuple[int, ...] = (0, 0, 0, 0)
    """Minutes by which the facilitator moved the clock of each meeting forward."""
    longer: tuple[int, ...] = (0, 0, 0, 0)
    """Minutes that the facilitator gave each meeting beyond its time."""
