"""What pages look the programme up by: which proposal is which element, what stands where, who supports what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.index import Index
from accord.acts.view import View, on
from accord.areas.meetings.rules import key
from accord.areas.programme.acts import DeclareSupport, MapApproach, TraceElement, UntraceElement, WithdrawSupport
from accord.areas.programme.rows import Support
from accord.areas.programme.rules import target, trace
from accord.areas.programme.view import Programme


class ProgrammeLookups(View):
    """The look-ups over the tables of the programme."""

    def __init__(self, programme: Programme) -> None:
        tables = programme.tables
        self.traces = Index(tables.traces, _traced, lambda fact: fact.first)
        """Under `element 27-a` and under `proposal AC.1/p-1`."""
        self.mapping = Index(tables.mappings, _mapped, lambda mappings: next(iter(mappings.values())).first)
        """Under each element, the mappings by author of the approaches that any of them maps it to."""
        self.supports = Index(tables.supports, lambda parties: parties, _first_said)
        """Under each party, who supports what it supports or did."""

    @on(TraceElement)
    @on(UntraceElement)
    def trace(self, entry: Entry[Any]) -> None:
        self.traces.touch(trace(entry.act))

    @on(MapApproach)
    def map(self, entry: Entry[MapApproach]) -> None:
        self.mapping.touch(entry.act.approach)

    @on(DeclareSupport)
    @on(WithdrawSupport)
    def support(self, entry: Entry[Any]) -> None:
        self.supports.touch(target(entry.act))


def _traced(fact: Fact[TraceElement]) -> Iterator[str]:
    yield f"element {fact.act.element}"
    yield f"proposal {key(fact.act.body, fact.act.proposal)}"


def _mapped(mappings: dict[str, Fact[MapApproach]]) -> Iterator[str]:
    for fact in mappings.values():
        for mapped in fact.act.elements:
            yield mapped.element


def _first_said(parties: dict[str, tuple[Support, ...]]) -> int:
    return next(iter(parties.values()))[0].said.first
