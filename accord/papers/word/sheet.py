"""What ties a file to the record while it is away: which draft in which state, and which paragraph is which unit.

Two channels, since a word processor may lose either. A part of its own in the file (`customXml/item1.xml`) names the
record, the draft, the state and the language. A bookmark on each paragraph names the unit and the text that it had:
letters of the unit's label for people, and 16 digits of a hash over label and text for us. The texts themselves are
always those of the record, never what a file says that they were.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
from lxml import etree  # type: ignore[import-untyped]
from msgspec import Struct

from accord.acts.values import Count, Language
from accord.areas.negotiation.rows import UnitRow

FORMAT: Final = "accord-word/1"
SPACE: Final = "urn:accord:word:1"
PART: Final = "customXml/item1.xml"

_DIGITS = re.compile(r"_([0-9a-f]{16})$")


class Sheet(Struct, frozen=True):
    """What a file is a copy of."""

    record: str
    draft: str
    state: Count
    language: Language
    size: Count = 0
    """Entries of the record when the file was made."""


class Named(Struct, frozen=True):
    """A unit and the text that a bookmark is about."""

    unit: str
    hash: str


def bookmark(unit: str, hash: str) -> str:
    """The name of a bookmark for a unit with a text: at most 40 characters, as Word has them.

    >>> bookmark("para-7", 64 * "0")
    'para_7_06c2a4d52635eef3'
    """
    sealed = hashlib.sha256(f"{unit} {hash}".encode()).hexdigest()[:16]
    readable = re.sub(r"[^A-Za-z0-9]", "_", unit)[:22]
    return f"{readable if readable[0].isalpha() else 'u' + readable[:21]}_{sealed}"


def names(units: Mapping[str, UnitRow]) -> dict[str, Named]:
    """The digits of every bookmark that a draft's units can have had, through all their texts."""
    return {
        bookmark(unit, version.hash)[-16:]: Named(unit, version.hash)
        for unit, row in units.items()
        for version in row.versions
    }


def digits(name: str) -> str:
    """The digits at the end of a bookmark's name; empty where it is none of ours."""
    found = _DIGITS.search(name)
    return found[1] if found else ""


def format_sheet(sheet: Sheet) -> bytes:
    """The part of the file that says what it is a copy of."""
    root = etree.Element(f"{{{SPACE}}}draft", nsmap={None: SPACE})
    root.set("format", FORMAT)
    for field in Sheet.__struct_fields__:
        root.set(field, str(getattr(sheet, field)))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def find_sheet(roots: Iterable[etree._Element]) -> Sheet | None:
    """What a file is a copy of, from its own parts; `None` where none says so in the form that we write."""
    for root in roots:
        if root.tag == f"{{{SPACE}}}draft" and root.get("format") == FORMAT:
            given = {field: root.get(field, "") for field in Sheet.__struct_fields__}
            with contextlib.suppress(msgspec.ValidationError):
                return msgspec.convert(given, Sheet, strict=False)
    return None
