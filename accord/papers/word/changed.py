"""From the stream of a file to what some of its authors ask for: paragraph by paragraph, unit by unit.

The text *after* their changes is read off the stream. Each of its paragraphs is the unit of which it keeps the first
words that are kept anywhere, else the one whose end it keeps, else the one whose very text it has (which was moved),
else a new unit. What no paragraph keeps is deleted. So a unit that is split stays where its first words are and the
rest is a new one; of units that are run together the first stays and the others are deleted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from accord.areas.negotiation.edits import Change as Spot
from accord.areas.negotiation.edits import Edits, Misfit, check, from_changes, normal
from accord.areas.negotiation.rules import is_text
from accord.areas.negotiation.text import is_whole
from accord.papers.word.placed import Base, Placed, Sited, compared
from accord.papers.word.stream import Mark

_BREAKS = frozenset("\n\r\v\f\u2028\u2029")

Whose = Callable[[Mark], bool]
"""Whether a change counts: whether it is of those who are asked about."""


class Bit(Struct, frozen=True):
    """Words of a paragraph: of a unit's text from a place on, or put."""

    text: str
    unit: str | None = None
    start: int = 0


class Paragraph(Struct):
    """A paragraph after the changes."""

    bits: list[Bit]
    label: str
    label_of: str | None
    """The unit whose own label it keeps."""
    ends: str | None
    """The unit whose end it keeps."""
    paragraph: int
    page: int
    moves: set[str]
    """The names of moves by which words came into it."""
    indexes: list[int]
    owner: str | None = None
    moved: bool = False

    @property
    def text(self) -> str:
        """Its words, without its label."""
        return "".join(bit.text for bit in self.bits)

    def keeps(self) -> list[str]:
        """The units of which it keeps words, each once, in the order of their first."""
        return list(dict.fromkeys(bit.unit for bit in self.bits if bit.unit is not None and bit.text.strip()))


class Wanted(Struct, frozen=True):
    """What the text after the changes is: its paragraphs in order, and the units that are gone."""

    paragraphs: tuple[Paragraph, ...]
    gone: tuple[str, ...]
    lost: tuple[Sited, ...]
    """Words of others that were dropped: what is not in the text before cannot go from it."""


def wanted(placed: Placed, bases: Sequence[Base], whose: Whose) -> Wanted:
    """The text after the changes of some authors; all others' changes are left as if they had not been made."""
    by_unit = {base.unit: base for base in bases}
    found: list[Paragraph] = []
    lost: list[Sited] = []
    moved_from: dict[str, str] = {}
    current = _new()
    for sited in placed.sited:
        stretch = sited.stretch
        before = stretch.put is None
        gone = stretch.gone is not None and whose(stretch.gone)
        if gone and stretch.gone is not None and stretch.gone.move and sited.unit is not None:
            moved_from[stretch.gone.move] = sited.unit
        if not before and not whose(_put(sited)):
            # Nobody's before, somebody else's after: what is dropped of it cannot be said of the text before.
            lost += [sited] if gone and stretch.text.strip() else []
            continue
        if gone:
            continue
        current.indexes.append(sited.index)
        if stretch.end:
            current.ends = sited.unit if before else None
            current.paragraph, current.page = stretch.paragraph, stretch.page
            found.append(current)
            current = _new()
        elif sited.label:
            # The label of a paragraph that was run together with the one before is no words of the text.
            current.label += stretch.text if not current.bits else ""
            current.label_of = sited.unit if before and not current.bits else current.label_of
        else:
            current.moves |= {_put(sited).move} if not before and _put(sited).move else set()
            current.bits.append(Bit(stretch.text, sited.unit if before else None, sited.start or 0))
    if current.bits:
        found.append(current)
    said = [one for one in found if one.text.strip()]
    present = [base.unit for base in bases if base.unit not in placed.missing]
    homeless = _settled(said, present)
    _moved(said, homeless, by_unit, moved_from)
    taken = {one.owner for one in said}
    return Wanted(tuple(said), tuple(base.unit for base in bases if base.unit not in taken), tuple(lost))


def _new() -> Paragraph:
    return Paragraph([], "", None, None, 0, 0, set(), [])


def _put(sited: Sited) -> Mark:
    assert sited.stretch.put is not None, "only asked of what was put"
    return sited.stretch.put


def _settled(said: Sequence[Paragraph], units: Sequence[str]) -> list[str]:
    """Gives paragraphs to the units whose words or end they keep. Returns the units without one."""
    homes: dict[str, list[Paragraph]] = {}
    for one in said:
        for unit in dict.fromkeys([*one.keeps(), *([one.label_of] if one.label_of else [])]):
            homes.setdefault(unit, []).append(one)
    homeless = []
    for unit in units:
        home = next((one for one in homes.get(unit, ()) if one.owner is None), None)
        if home is None:
            homeless.append(unit)
        else:
            home.owner = unit
    return homeless


def _moved(
    said: Sequence[Paragraph], homeless: list[str], bases: Mapping[str, Base], moved_from: Mapping[str, str]
) -> None:
    """Gives the other paragraphs to units by their name in a move, their text, or their end."""
    waiting = dict.fromkeys(homeless)
    texts: dict[str, list[str]] = {}
    for unit in homeless:
        texts.setdefault(bases[unit].text.strip(), []).append(unit)
    for one in said:
        if one.owner is None:
            named = [moved_from[move] for move in sorted(one.moves) if moved_from.get(move) in waiting]
            same = [unit for unit in texts.get(one.text.strip(), ()) if unit in waiting]
            if named or same:
                one.owner, one.moved = (same or named)[0], True
                del waiting[one.owner]
    for one in said:
        if one.owner is None and one.ends in waiting:
            one.owner = one.ends
            del waiting[one.ends]


def edits_for(paragraph: Paragraph, base: Base) -> Edits | None:
    """What a paragraph changes in the text of its unit; `None` where it changes nothing that a text can say.

    As the changes were made, where they can be said so; else as the difference of the two texts.
    """
    spots: list[Spot] = []
    at, words = 0, ""
    for bit in paragraph.bits:
        if bit.unit != base.unit or bit.start < at:
            words += bit.text
            continue
        if bit.start > at or words:
            spots.append(Spot(at, bit.start, words))
        at, words = bit.start + len(bit.text), ""
    if at < len(base.text) or words:
        spots.append(Spot(at, len(base.text), words))
    tidy = after(paragraph, base)
    if tidy == base.text:
        return None
    edits = normal(from_changes(spots, len(base.text)))
    if tidy == paragraph.text and len(edits) <= 2000:
        try:
            check(edits, base.text)
            return edits
        except Misfit:
            pass
    return compared(base.text, tidy)


def after(paragraph: Paragraph, base: Base) -> str:
    """The text that a unit has after the changes; where it was cut off within a line, without the space before that."""
    words = paragraph.text if paragraph.ends == base.unit else paragraph.text.rstrip()
    return words if is_text(words) else tidied(words)


def tidied(words: str) -> str:
    """Words as a unit can have them: in NFC, in one line, without signs that turn text, without space at the ends.

    >>> tidied(" two" + chr(0x202E) + chr(10) + "lines "), tidied("e" + chr(0x301))
    ('two lines', 'é')
    """
    kept = "".join(" " if c in _BREAKS else c for c in words if _may_stand(c))
    kept = unicodedata.normalize("NFC", kept).strip()
    while kept and not is_whole(kept):
        kept = kept[:-1] if kept[-1] == "\u200d" else kept[1:]
    return kept


def _may_stand(char: str) -> bool:
    turning = "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
    return char in _BREAKS or not (turning or unicodedata.category(char) in ("Cc", "Cs"))
