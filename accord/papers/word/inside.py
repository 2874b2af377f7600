"""What a sender changed inside the words that an open amendment puts: said as an amendment to that amendment.

An amendment stands in a file as tracked changes of its own author. Of a paragraph with these and no others the text is
the one that the amendment makes, so what somebody else tracked between or over its words amends that text. What is
tracked beside its words amends the draft, as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.acts.rulings import NoEffect
from accord.areas.negotiation.changes import AddUnit, Rewording
from accord.areas.negotiation.edits import Drop, Edit, Edits, Keep, Put, normal
from accord.areas.negotiation.rows import AmendmentRow
from accord.areas.negotiation.rules import insist_rewording
from accord.areas.negotiation.settling import asked
from accord.areas.negotiation.subamending import text_made
from accord.areas.negotiation.view import Negotiation
from accord.papers.word.changed import Whose
from accord.papers.word.placed import Placed, Sited
from accord.papers.word.stream import Mark

_LONGEST_NUMBER = 40
"""Characters that a file can print before the words of a new paragraph."""

OfMark = Callable[[Mark], tuple[str, ...]]
"""The amendments of which a change can be one."""


class Inside(Struct, frozen=True):
    """What is asked of an amendment: other words of a unit, and the stretches of the file in which they were made."""

    amends: str
    change: Rewording
    indexes: frozenset[int]


def inside(
    placed: Placed, view: Negotiation, draft: str, of_mark: OfMark, whose: Whose
) -> tuple[tuple[Inside, ...], Placed]:
    """What some authors ask of open amendments, and the stream without these changes of theirs."""
    rows = {name: row for name, row in view.tables.amendments.get(draft, {}).items() if row.open and row.amends is None}
    paragraphs: dict[int, list[int]] = {}
    for place, sited in enumerate(placed.sited):
        if not sited.label and not sited.stretch.end:
            paragraphs.setdefault(sited.stretch.paragraph, []).append(place)
    found: list[Inside] = []
    left = dict(enumerate(placed.sited))
    for places in paragraphs.values():
        stretches = [placed.sited[place] for place in places]
        marks = [one.stretch.put for one in stretches if one.stretch.put is not None]
        taken: set[int] = set()
        for name in dict.fromkeys(name for mark in marks for name in of_mark(mark) if name in rows):
            reader = _Paragraph(stretches, name, of_mark, whose)
            # Of two amendments of one moment and author it is of the one whose text this is.
            change = reader.change(rows[name], view, draft) if reader.mine and not reader.mine & taken else None
            if change is not None:
                taken |= reader.mine
                found.append(Inside(name, change, frozenset(stretches[n].index for n in reader.mine)))
                for n in reader.mine:
                    _take(left, places[n])
    return tuple(found), replace(placed, sited=tuple(left.values()))


def _take(left: dict[int, Sited], place: int) -> None:
    """Leaves a change of the sender's out of the stream: what was put goes, what was dropped stays."""
    sited = left[place]
    if sited.stretch.gone is None:
        del left[place]
    else:
        left[place] = replace(sited, stretch=replace(sited.stretch, gone=None))


class _Paragraph:
    """The words of a paragraph of the file, seen with the changes of one amendment, and the sender's inside these."""

    def __init__(self, found: Sequence[Sited], name: str, of_mark: OfMark, whose: Whose) -> None:
        self._found = found
        self._name, self._of_mark, self._whose = name, of_mark, whose
        self.mine = frozenset(self._inside())

    def _of(self, mark: Mark | None) -> bool:
        return mark is not None and self._name in self._of_mark(mark)

    def _put_by_it(self, n: int) -> bool:
        return self._of(self._found[n].stretch.put)

    def _put_by_sender(self, n: int) -> bool:
        put = self._found[n].stretch.put
        return put is not None and self._whose(put)

    def _gone_by_sender(self, n: int) -> bool:
        gone = self._found[n].stretch.gone
        return gone is not None and self._whose(gone)

    def _inside(self) -> Iterator[int]:
        """The sender's changes of the amendment's words: those dropped, and what is put between them or instead."""
        for n in range(len(self._found)):
            if self._put_by_it(n) and self._gone_by_sender(n):
                yield n
            elif self._put_by_sender(n) and not self._gone_by_sender(n):
                around = [beside for beside in (self._beside(n, -1), self._beside(n, 1)) if beside is not None]
                its = [beside for beside in around if self._put_by_it(beside)]
                if len(its) == 2 or any(self._gone_by_sender(beside) for beside in its):
                    yield n

    def _beside(self, n: int, step: int) -> int | None:
        """The next words on a side that are not the sender's, nor dropped by the amendment."""
        n += step
        while 0 <= n < len(self._found):
            if not self._put_by_sender(n) and not self._of(self._found[n].stretch.gone):
                return n
            n += step
        return None

    def change(self, row: AmendmentRow, view: Negotiation, draft: str) -> Rewording | None:
        """The change that the sender asks of the amendment's text here; `None` where the file does not have that."""
        units, slash = view.tables.units.get(draft, {}), view.tables.drafts[draft].act.slash
        read, done = self._read()
        for change in row.act.changes:
            text, edits = _without_number(read, done, change.text) if isinstance(change, AddUnit) else (read, done)
            if text == text_made(change, units, slash):
                wanted = asked(change.unit, text, edits, slash=slash)
                try:
                    insist_rewording(wanted, row.act.changes, view, draft)
                except NoEffect:
                    continue
                return wanted
        return None

    def _read(self) -> tuple[str, Edits]:
        """The text with the amendment's changes and no others, and the sender's edits of it."""
        text, edits = "", list[Edit]()
        for n, sited in enumerate(self._found):
            stretch = sited.stretch
            if n in self.mine and self._put_by_sender(n):
                edits.append(Put(text=stretch.text))
            elif (stretch.put is None or self._put_by_it(n)) and not self._of(stretch.gone):
                text += stretch.text
                edits.append(Drop(n=len(stretch.text)) if n in self.mine else Keep(n=len(stretch.text)))
        return text, normal(edits)


def _without_number(text: str, edits: Edits, words: str) -> tuple[str, Edits]:
    """Of a paragraph that is added its words, without the number that the file prints before them, and edits of these.

    >>> _without_number("2 bis.New.", (Keep(n=9), Drop(n=1)), "New.")
    ('New.', (Keep(n=3), Drop(n=1)))
    """
    number = len(text) - len(words)
    first = edits[0] if edits else None
    if not 0 < number <= _LONGEST_NUMBER or not text.endswith(words) or not isinstance(first, Keep):
        return text, edits
    if first.n < number:
        return text, edits
    return words, normal([*([Keep(n=first.n - number)] if first.n > number else []), *edits[1:]])


def by_amendment(found: Sequence[Inside]) -> Mapping[str, tuple[Inside, ...]]:
    """What is asked, amendment by amendment; of one unit once."""
    out: dict[str, dict[str, Inside]] = {}
    for one in found:
        out.setdefault(one.amends, {}).setdefault(one.change.unit, one)
    return {name: tuple(units.values()) for name, units in out.items()}
