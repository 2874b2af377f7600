"""Amendments to amendments: what they may change, and what an amendment asks for together with them.

An amendment makes a text of each unit whose words it changes. A sub-amendment amends that text, within what the
amendment puts and at the places of what it takes out: so it changes the amendment and nothing else. Sub-amendments of
one amendment merge as amendments of one text do. Taken together with them the amendment asks for other words at the
places at which it asked for some: an amendment again, that merges with others as any does (`docs/methods/merging.md`).

Source: rules of procedure of the General Assembly, A/520/Rev.20, rule 130.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accord.areas.negotiation.changes import AddUnit, AmendText, Change, Rewording, SettleBracket
from accord.areas.negotiation.edits import Change as Spot
from accord.areas.negotiation.edits import Drop, Edits, Keep, Misfit, Put, apply, changes, check
from accord.areas.negotiation.merging import Credited, merge_credited
from accord.areas.negotiation.rows import AmendmentRow, Place, UnitRow, Version
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.text import digest
from accord.areas.negotiation.weave import attribution, begin, between, carry

Units = Mapping[str, UnitRow]


def text_made(change: Change, units: Units, slash: bool) -> str | None:
    """The text that a change by itself makes of its unit; `None` of one that is not about words."""
    if isinstance(change, AddUnit):
        return change.text
    if not isinstance(change, AmendText | SettleBracket):
        return None
    return apply(edits_of(change, text_named(change, units), slash) or (), text_named(change, units))


def text_named(change: Rewording, units: Units) -> str:
    """The text of a unit that a change of words names by its hash."""
    row = units[change.unit]
    number = row.named(change.base)
    assert number is not None, "a rule has insisted that the unit had that text"
    return row.versions[number].text


def amended_units(amendment: AmendmentRow, units: Units, slash: bool) -> dict[str, UnitRow]:
    """The units whose words an amendment changes or adds, each with the text that it by itself makes of it."""
    found: dict[str, UnitRow] = {}
    for place, change in enumerate(amendment.act.changes):
        text = text_made(change, units, slash)
        if text is not None:
            like = change if isinstance(change, AddUnit) else units[change.unit]
            found[change.unit] = UnitRow(
                entry=amendment.entry,
                by=(amendment.entry,),
                kind=like.kind,
                number=like.number,
                alternative_to=None,
                since=0,
                until=None,
                gone_by=(),
                places=(Place(amendment.entry, 0, True, None, place),),
                versions=(Version(amendment.entry, 0, digest(text), text),),
            )
    return found


def fits(edits: Edits | None, text: str) -> bool:
    """Whether edits are an amendment of a text."""
    try:
        check(edits or (), text)
    except Misfit:
        return False
    return True


def within(edits: Edits, of: Edits) -> bool:
    """Whether edits of the text that `of` makes change only what `of` puts, or put words where it takes some out.

    >>> should = (Keep(n=11), Drop(n=5), Put(text="should"), Keep(n=5))
    >>> may = (Keep(n=11), Drop(n=6), Put(text="may"), Keep(n=5))
    >>> all_of_it = (Drop(n=3), Put(text="All"), Keep(n=19))
    >>> within(may, should), within(all_of_it, should)
    (True, False)
    """
    places: list[tuple[int, int]] = []
    longer = 0
    for spot in changes(of):
        places.append((spot.start + longer, spot.start + longer + len(spot.text)))
        longer += len(spot.text) - (spot.end - spot.start)
    return all(any(start <= spot.start and spot.end <= end for start, end in places) for spot in changes(edits))


def reworded(edits: Edits, text: str, entry: int, others: Mapping[int, Edits]) -> tuple[Credited, ...]:
    """The edits of a text that an amendment asks for with its sub-amendments, each edit with whose it is.

    Args:
        edits: the amendment's own, of `text`.
        entry: its number.
        others: those of its sub-amendments, of the text that it makes, by their numbers.

    Raises:
        Collides: two of the sub-amendments collide.

    >>> made = reworded((Keep(n=4), Put(text="not ")), "All ", 7, {9: (Keep(n=4), Drop(n=4), Put(text="now "))})
    >>> made
    (Credited(edit=Keep(n=4), by=()), Credited(edit=Put(text='now '), by=(9,)))
    """
    weave = carry(begin(text, ()), [Credited(edit, (entry,)) for edit in edits], 1)
    weave = carry(weave, merge_credited(others), 2)
    out: list[Credited] = []
    words: list[Credited] = []
    for piece in between(weave, 0, 2):
        if piece.kind == "put":
            words.append(Credited(Put(text=piece.text), piece.by))
        elif piece.kind == "drop":
            out.append(Credited(Drop(n=len(piece.text)), piece.by))
        else:
            out += [*words, Credited(Keep(n=len(piece.text)))]
            words = []
    return (*out, *words)


def written(text: str, entry: int, others: Mapping[int, Edits]) -> tuple[Credited, ...]:
    """The words of a unit that an amendment adds, with its sub-amendments of them, each with whose they are.

    Raises:
        Collides: two of the sub-amendments collide.
    """
    weave = carry(begin(text, (entry,)), merge_credited(others), 1)
    return tuple(Credited(Put(text=said.text), said.by) for said in attribution(weave))


def words_of(made: Iterable[Credited]) -> dict[Spot, tuple[Credited, ...]]:
    """The changes of credited edits that put words, each with these words and whose they are."""
    found: dict[Spot, tuple[Credited, ...]] = {}
    together: list[Credited] = []
    place = 0

    def close() -> None:
        nonlocal place
        gone = sum(one.edit.n for one in together if isinstance(one.edit, Drop))
        words = tuple(one for one in together if isinstance(one.edit, Put))
        if words:
            found[Spot(place, place + gone, "".join(one.edit.text for one in words))] = words  # type: ignore[union-attr]
        place += gone
        together.clear()

    for one in made:
        if isinstance(one.edit, Keep):
            close()
            place += one.edit.n
        else:
            together.append(one)
    close()
    return found
