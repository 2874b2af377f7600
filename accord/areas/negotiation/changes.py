"""What an amendment asks for: other words in a unit, a bracket settled, a unit added, deleted or moved.

A change names the unit by its label, which it keeps through all revisions and languages, and its text by its hash:
never by a line or a number, which move under it.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Digest, Label, Value
from accord.areas.drafting.acts import UnitKind
from accord.areas.negotiation.edits import Edit
from accord.areas.negotiation.text import LONGEST
from accord.wire import codec

UnitText = Annotated[str, Meta(min_length=1, max_length=LONGEST)]
"""The text of a unit; rules insist that it is sound, which is stricter than a pattern."""

Number = Annotated[str, Meta(max_length=20)]
"""A paragraph's number or an item's label as printed; empty where there is none."""

Settled = Literal["agreed", "withdrawn"]


class AmendText(Value, tag="amend"):
    """Other words in a unit, as edits that cover the text with the hash `base`."""

    unit: Label
    base: Digest
    edits: Annotated[tuple[Edit, ...], Meta(min_length=1)]


class SettleBracket(Value, tag="settle"):
    """The bracket that opens at a code point of the text `base`: its words stay and the signs go, or all of it goes."""

    unit: Label
    base: Digest
    start: Annotated[int, Meta(ge=0, le=LONGEST)]
    settled: Settled
    option: Annotated[int, Meta(ge=0, le=1000)] | None = None
    """Of several alternatives within one bracket: which is agreed, counted from 0."""


class AddUnit(Value, tag="add"):
    """A new unit after another, or at the beginning; as an alternative to a unit it is *bis*, *ter*, *quater*."""

    unit: Label
    after: Label | None = None
    kind: UnitKind
    number: Number = ""
    text: UnitText
    alternative_to: Label | None = None


class DeleteUnit(Value, tag="delete"):
    """A unit goes, whose text is the one with the hash `base`."""

    unit: Label
    base: Digest


class MoveUnit(Value, tag="move"):
    """A unit stands after another, or at the beginning."""

    unit: Label
    after: Label | None = None


Change = AmendText | SettleBracket | AddUnit | DeleteUnit | MoveUnit

Rewording = AmendText | SettleBracket
"""A change of words, as those of an amendment can be changed by another."""


def changes_hash(changes: tuple[Change, ...]) -> str:
    """The hash by which a sub-amendment names what an amendment asks for: SHA-256 of its canonical bytes.

    >>> changes_hash((MoveUnit(unit="para-2"),)) == changes_hash((MoveUnit(unit="para-3"),))
    False
    """
    return hashlib.sha256(codec.encode(changes)).hexdigest()
