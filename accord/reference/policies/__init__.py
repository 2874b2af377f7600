"""What States declared of their policies on nuclear weapons, and who belongs to which group, by lists at a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from accord.reference.states import Iso3
from accord.reference.table import table
from accord.reference.wording import Wording


class Statement(msgspec.Struct, frozen=True):
    """A policy that States declared; `quote`: words of the text, in English; `symbol`: of the text, where it has one.

    `holders`: the States, apart by spaces; `beneficiaries`: those to whom it is given, where it names them.
    """

    holders: str
    family: Literal[
        "no-first-use",
        "negative-assurance",
        "testing-moratorium",
        "fissile-moratorium",
        "risk-reduction",
        "zone",
        "facility-conversion",
    ]
    on: date | None
    wording: str
    quote: str | None
    symbol: str | None
    beneficiaries: str | None
    source: str


class Membership(msgspec.Struct, frozen=True):
    """A State in a group, by a list; `as_of` is `None` where the list is of no day."""

    group: str
    iso3: Iso3
    role: Literal["member", "observer", "partner"]
    as_of: date | None
    source: str


@cache
def statements() -> tuple[Statement, ...]:
    """All declared policies at hand."""
    return table("policies/statements", Statement)


@cache
def summaries() -> Mapping[str, Wording]:
    """The summaries by key.

    >>> summaries()["ind-testing-moratorium"].en
    'Continues to observe a moratorium on nuclear tests'
    """
    return MappingProxyType({row.key: row for row in table("policies/wording", Wording)})


@cache
def group_names() -> Mapping[str, Wording]:
    """The groups by code."""
    return MappingProxyType({row.key: row for row in table("policies/groups", Wording)})


@cache
def memberships() -> tuple[Membership, ...]:
    """Who belongs to which group."""
    return table("policies/memberships", Membership)
