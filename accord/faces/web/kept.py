"""What a site keeps in memory: pages as they were asked, and answers as they were written. Both are bounded.

Each is kept with the parts of the record that were read for it (`world.noting`), and holds until one of them changes.
"""

from __future__ import annotations

import datetime
from collections import OrderedDict
from collections.abc import Callable

import msgspec

from accord.areas.parties.cite import Page
from accord.faces.web.answers import Answer
from accord.faces.web.cited import entries_of
from accord.world.asked import Asked, Dated

KEPT_BYTES = 96_000_000
"""Of answers."""
LARGEST_KEPT = 32_000_000
"""Of one answer: a larger one is made each time, and makes no other one go."""
KEPT_ROWS = 250_000
"""Of pages before they are written in a language: the rows made for them, a page counting as one more."""

PageKey = tuple[str, tuple[str, ...], datetime.date | None]
"""What a page is asked by: its name, its arguments, the day for which it shall hold."""


class KeptAnswers:
    """Answers by their addresses; the one asked for longest ago goes first."""

    def __init__(self, known: Asked, most: int | None = None) -> None:
        self._known = known
        self._most = most
        """Bytes, where fewer than for the record as it stands."""
        self._kept: OrderedDict[tuple[str, str], Dated[Answer]] = OrderedDict()
        self.size = 0
        """Bytes."""

    def find(self, path: str, query: str) -> Answer | None:
        """The answer for an address, if nothing that was read for it has changed since."""
        found = self._kept.get((path, query))
        if found is None or not self._known.still(found):
            return None
        self._kept.move_to_end((path, query))
        return found.value

    def keep(self, path: str, query: str, made: Dated[Answer]) -> None:
        """Keeps an answer, unless it is very large."""
        if len(made.value.body) > LARGEST_KEPT:
            return
        old = self._kept.pop((path, query), None)
        self.size += len(made.value.body) - (len(old.value.body) if old else 0)
        self._kept[path, query] = made
        while self.size > (self._most or KEPT_BYTES):
            _, gone = self._kept.popitem(last=False)
            self.size -= len(gone.value.body)


class KeptPage(msgspec.Struct, frozen=True):
    """A page, the first entries that it cites, and how many citations it has."""

    page: Page
    entries: tuple[int, ...]
    cited: int


class KeptPages:
    """Pages, asked once for all languages, orders and parts; the one asked for longest ago goes first."""

    def __init__(self, known: Asked) -> None:
        self._known = known
        self._kept: OrderedDict[PageKey, Dated[KeptPage]] = OrderedDict()
        self.rows = 0

    def page(self, asked: PageKey, ask: Callable[[str, tuple[str, ...], datetime.date | None], Page]) -> KeptPage:
        """A page of the record as it is now.

        Raises:
            Missing, WrongArguments: as `ask`.
        """
        found = self._kept.pop(asked, None)
        if found is not None:
            self.rows -= found.value.cited + 1
        if found is None or not self._known.still(found):
            found = self._known.dated(lambda: _cited(ask(*asked)))
        self._known.noting.read |= found.read
        self._kept[asked] = found
        self.rows += found.value.cited + 1
        while self.rows > KEPT_ROWS and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self.rows -= gone.value.cited + 1
        return found.value


def _cited(page: Page) -> KeptPage:
    return KeptPage(page, *entries_of(page))
