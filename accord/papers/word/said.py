"""From changes that belong together to acts: one amendment each, named after its party, with the comments as note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accord.acts.values import Text
from accord.areas.negotiation.acts import ExplainPosition, ProposeAmendment
from accord.areas.negotiation.changes import Change
from accord.areas.negotiation.view import Negotiation
from accord.papers.word.sheet import Sheet
from accord.papers.word.values import Remark, Sender

LONGEST_NOTE = 2_000
_LONGEST_NAME = 40


class Namer:
    """Names of amendments and positions that are free in a draft."""

    def __init__(self, view: Negotiation, draft: str) -> None:
        self._taken = {*view.tables.amendments.get(draft, ()), *view.tables.positions.get(draft, ())}
        self._taken |= {*view.tables.units.get(draft, ()), *view.tables.touched.get(draft, ())}

    def name(self, party: str) -> str:
        """The next free name for something of a party's."""
        safe = "".join(c if c.isascii() and (c.isalnum() or c in ".-") else "-" for c in party)[:_LONGEST_NAME]
        stem = safe if safe[:1].isalnum() else f"x{safe}"
        number = 1
        while f"{stem}.{number}" in self._taken:
            number += 1
        self._taken.add(f"{stem}.{number}")
        return f"{stem}.{number}"


def amendment(
    sheet: Sheet, name: str, changes: Sequence[Change], party: str, told: Iterable[Remark], sender: Sender
) -> ProposeAmendment:
    """An amendment of a party's, with comments on what it changes as its note."""
    words = " ".join(remark.words for remark in told)
    note = Text(original=sheet.language, said={sheet.language: words[:LONGEST_NOTE]}) if words else None
    return ProposeAmendment(
        draft=sheet.draft, amendment=name, changes=tuple(changes), sponsors=(party,), note=note, source=sender.source
    )


def statements(
    sheet: Sheet, namer: Namer, told: Iterable[Remark], party: str, sender: Sender
) -> Iterator[ExplainPosition]:
    """Comments on units that nobody amends, as general statements of a party."""
    for remark in told:
        if remark.unit is not None:
            yield ExplainPosition(
                draft=sheet.draft,
                position=namer.name(party),
                party=party,
                kind="general-statement",
                units=(remark.unit,),
                text=Text(original=sheet.language, said={sheet.language: remark.words[:LONGEST_NOTE]}),
                source=sender.source,
            )
