"""From changes that belong together to acts: one amendment each, named after its party, with the comments as note.

What amends an amendment is named after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accord.acts.values import Text
from accord.areas.negotiation.acts import ExplainPosition, ProposeAmendment, ProposeSubamendment
from accord.areas.negotiation.changes import Change, Rewording, changes_hash
from accord.areas.negotiation.rows import AmendmentRow
from accord.areas.negotiation.typed import next_name
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

    def name_under(self, amendment: str) -> str:
        """The next free name for an amendment to an amendment."""
        name = next_name(self._taken, amendment)
        self._taken.add(name)
        return name

    def name(self, party: str) -> str:
        """The next free name for something of a party's."""
        safe = "".join(c if c.isascii() and (c.isalnum() or c in ".-") else "-" for c in party)[:_LONGEST_NAME]
        stem = safe if safe[:1].isalnum() else f"x{safe}"
        return self.name_under(stem)


def amendment(
    sheet: Sheet, name: str, changes: Sequence[Change], party: str, told: Iterable[Remark], sender: Sender
) -> ProposeAmendment:
    """An amendment of a party's, with comments on what it changes as its note."""
    return ProposeAmendment(
        draft=sheet.draft,
        amendment=name,
        changes=tuple(changes),
        sponsors=(party,),
        note=_note(sheet, told),
        source=sender.source,
    )


def subamendment(
    sheet: Sheet,
    name: str,
    amended: AmendmentRow,
    changes: Sequence[Rewording],
    party: str,
    told: Iterable[Remark],
    sender: Sender,
) -> ProposeSubamendment:
    """The same of an amendment to an amendment."""
    return ProposeSubamendment(
        draft=sheet.draft,
        amendment=name,
        amends=amended.act.amendment,
        to=changes_hash(amended.act.changes),
        changes=tuple(changes),
        sponsors=(party,),
        note=_note(sheet, told),
        source=sender.source,
    )


def _note(sheet: Sheet, told: Iterable[Remark]) -> Text | None:
    words = " ".join(remark.words for remark in told)
    return Text(original=sheet.language, said={sheet.language: words[:LONGEST_NOTE]}) if words else None


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
