"""What a document is to others: told by the symbols, or said by an act where they do not tell.

    WP.4/Rev.1    supersedes WP.4          Rev.2 supersedes Rev.1
    WP.4/Add.1    adds to WP.4             WP.4/Corr.1   corrects WP.4, perhaps in some languages only
    WP.4/Amend.1  amends WP.4              WP.4/Summary  summarises WP.4

Modifiers nest in the order of issue, so each speaks of what stands before it: `L.1/Rev.1/Corr.1` corrects `L.1/Rev.1`.
An asterisk behind a symbol says that the same paper was issued again.
"""

from __future__ import annotations

from typing import Literal

from accord.acts import symbols
from accord.acts.values import Language
from accord.areas.documents.acts import Relation
from accord.areas.documents.known import Known, SymbolText
from accord.areas.parties.cite import Cite, Part, cite

Kinship = Literal[
    "supersedes",
    "corrects",
    "adds-to",
    "amends",
    "summarises",
    "also-issued-as",
    "reissues",
    "superseded-by",
    "corrected-by",
    "added-to-by",
    "amended-by",
    "summarised-by",
    "reissued-as",
]
"""What this document is to the other one: as `Relation`, from either side."""

_BY_MODIFIER: dict[str, Relation] = {"Rev": "supersedes", "Corr": "corrects", "Add": "adds-to", "Amend": "amends"}
_FROM_THE_OTHER_SIDE: dict[str, Kinship] = {
    "supersedes": "superseded-by",
    "corrects": "corrected-by",
    "adds-to": "added-to-by",
    "amends": "amended-by",
    "summarises": "summarised-by",
    "reissues": "reissued-as",
    "also-issued-as": "also-issued-as",
}


class RelationRow(Part, frozen=True):
    """What the document is to another."""

    kinship: Kinship
    symbol: SymbolText
    """Of the other document."""
    in_register: bool
    """Whether the other one is in the register."""
    languages: tuple[Language, ...]
    """Of a correction: the language versions that it touches; empty where that is not recorded."""
    by_act: Cite | None
    """`None`: the symbols tell it."""


def by_symbol(symbol: str) -> tuple[Literal["reissues"] | Relation, str] | None:
    """What a document is to which other, as its symbol tells; `None` where it speaks of no other.

    >>> by_symbol("A/AC.281/WP.4/Rev.2"), by_symbol("A/AC.281/L.1/Rev.1/Corr.1")
    (('supersedes', 'A/AC.281/WP.4/Rev.1'), ('corrects', 'A/AC.281/L.1/Rev.1'))
    >>> by_symbol("A/AC.281/WP.4*"), by_symbol("A/AC.281/WP.4")
    (('reissues', 'A/AC.281/WP.4'), None)
    """
    found = symbols.parse(symbol)
    if found.reissued:
        return "reissues", found.normal[:-1]
    if found.replaces is not None:
        return "supersedes", found.replaces
    if not found.modifiers:
        return None
    parent, _, modifier = found.normal.rpartition("/")
    return _BY_MODIFIER.get(modifier.partition(".")[0], "summarises"), parent


def relations(known: Known, symbol: str) -> tuple[RelationRow, ...]:
    """What a document is to others, and they to it: as symbols tell, then as acts say."""
    told = _by_symbols(known, symbol)
    said = _by_acts(known, symbol)
    named = {(row.kinship, row.symbol): row for row in said}
    # What an act adds to a symbol, as the languages of a corrigendum, is said once.
    rows = [named.pop((row.kinship, row.symbol), row) for row in told]
    return (*rows, *named.values())


def _by_symbols(known: Known, symbol: str) -> list[RelationRow]:
    register = known.documents.tables.documents
    found = []
    own = by_symbol(symbol)
    if own is not None:
        found.append(_row(own[0], own[1], own[1] in register))
    for fact in known.document_lookups.by_base[symbols.parse(symbol).base]:
        other = by_symbol(fact.act.symbol)
        if other is not None and other[1] == symbol:
            found.append(_row(_FROM_THE_OTHER_SIDE[other[0]], fact.act.symbol, True))
    return found


def _row(kinship: Kinship, symbol: str, registered: bool) -> RelationRow:
    return RelationRow(kinship=kinship, symbol=symbol, in_register=registered, languages=(), by_act=None)


def _by_acts(known: Known, symbol: str) -> list[RelationRow]:
    found = []
    for fact in known.document_lookups.related[symbol]:
        act = fact.act
        mine = act.symbol == symbol
        found.append(
            RelationRow(
                kinship=act.kinship if mine else _FROM_THE_OTHER_SIDE[act.kinship],
                symbol=act.document if mine else act.symbol,
                in_register=True,
                languages=act.languages,
                by_act=cite(known, fact),
            )
        )
    return found
