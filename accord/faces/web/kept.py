"""What a site keeps in memory: pages as they were asked, and answers as they were written. Both are bounded."""

from __future__ import annotations

import datetime
from collections import OrderedDict
from collections.abc import Callable

import msgspec

from accord.areas.parties.cite import Page
from accord.faces.web.answers import Answer
from accord.faces.web.cited import entries_of

KEPT_BYTES = 96_000_000
"""Of answers."""
LARGEST_KEPT = 32_000_000
"""Of one answer: a larger one is made each time, and makes no other one go."""
KEPT_ROWS = 250_000
"""Of pages before they are written in a language: the rows made for them, a page counting as one more."""

Reads = tuple[str, ...] | None
"""The areas that a page reads; `None`: all of them."""


class KeptAnswer(msgspec.Struct, frozen=True):
    """An answer, what it read, and the stamp of that."""

    reads: Reads
    stamp: int
    answer: Answer


class KeptAnswers:
    """Answers by their addresses; the one asked for longest ago goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], KeptAnswer] = OrderedDict()
        self.size = 0
        """Bytes."""

    def find(self, path: str, query: str, stamp: Callable[[Reads], int]) -> Answer | None:
        """The answer for an address, if nothing that it reads has changed since."""
        found = self._kept.get((path, query))
        if found is None or stamp(found.reads) != found.stamp:
            return None
        self._kept.move_to_end((path, query))
        return found.answer

    def keep(self, path: str, query: str, kept: KeptAnswer) -> None:
        """Keeps an answer, unless it is very large."""
        if len(kept.answer.body) > LARGEST_KEPT:
            return
        old = self._kept.pop((path, query), None)
        self.size += len(kept.answer.body) - (len(old.answer.body) if old else 0)
        self._kept[path, query] = kept
        while self.size > KEPT_BYTES:
            _, gone = self._kept.popitem(last=False)
            self.size -= len(gone.answer.body)


class KeptPage(msgspec.Struct, frozen=True):
    """A page, the first entries that it cites, and how many citations it has."""

    page: Page
    entries: tuple[int, ...]
    cited: int


class KeptPages:
    """Pages, asked once for all languages, orders and parts; until the record grows."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, tuple[str, ...], datetime.date | None], KeptPage] = OrderedDict()
        self._at = -1
        self.rows = 0

    def page(
        self,
        size: int,
        asked: tuple[str, tuple[str, ...], datetime.date | None],
        ask: Callable[[str, tuple[str, ...], datetime.date | None], Page],
    ) -> KeptPage:
        """A page of the record at this size.

        Raises:
            Missing, WrongArguments: as `ask`.
        """
        if self._at != size:
            self._kept, self._at, self.rows = OrderedDict(), size, 0
        if asked not in self._kept:
            page = ask(*asked)
            self._kept[asked] = KeptPage(page, *entries_of(page))
            self.rows += self._kept[asked].cited + 1
            while self.rows > KEPT_ROWS and len(self._kept) > 1:
                _, gone = self._kept.popitem(last=False)
                self.rows -= gone.cited + 1
        self._kept.move_to_end(asked)
        return self._kept[asked]
