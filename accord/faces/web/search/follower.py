"""The index of a copy: filled from its world, kept on its shelf, brought up to date before each question."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources

from accord.client.copy import SNAPSHOT_EVERY, Copy, Shelf
from accord.faces.web.rendering import walk
from accord.log.store import NotStored
from accord.papers.report.context import Context
from accord.papers.report.render import render
from accord.wire.codec import Malformed
from accord.wire.tree import ProofFailed, subtree_root
from accord.words.catalogue import has, say
from accord.words.languages import CODES
from accord.world.asked import asked
from accord.world.search.found import search
from accord.world.search.index import Index
from accord.world.search.kinds import Kind
from accord.world.search.page import SearchPage
from accord.world.search.subject import Told
from accord.world.world import World

SHELF = "search"
_DIGEST_SIZE = 32


class Reports:
    """Tells documents as they read in the record, and codes in the words of the six languages."""

    def units(self, world: World, document: str, language: str) -> Iterator[Told]:
        """The units of a document, footnote marks left out."""
        fact = world.documents.tables.documents.get(document)
        body = "" if fact is None else fact.act.body or ""
        for block in render(Context(world, body, document, language), []):
            yield Told(block.unit, "".join(segment.text for segment in block.segments if not segment.mark))

    def code(self, family: str, code: str) -> Mapping[str, str]:
        """Language → the words of a code."""
        return _words(f"{family}.{code}")


@cache
def _words(code: str) -> Mapping[str, str]:
    return {lang: say(lang, code) for lang in CODES if has(lang, code)}


class Follower:
    """The index of one copy. Its owner asks in the thread in which the copy catches up."""

    def __init__(self, copy: Copy) -> None:
        self._copy = copy
        # Only the shelf on disk has others beside it; without one the index lives in memory alone.
        beside: Callable[[str], Shelf] | None = getattr(copy.shelf, "beside", None)
        self._shelf = None if beside is None else beside(SHELF)
        self._kept = 0
        self.index = Index(copy.world.record, Reports(), made_by())
        self._start_from_shelf()

    def catch_up(self) -> int:
        """Brings the index to the size of the copy; how many subjects were made anew."""
        copy = self._copy
        done = self.index.follow(copy.world, asked(copy.world, copy.reader.entry).read, copy.root)
        if self._shelf is not None and copy.size - self._kept > max(SNAPSHOT_EVERY, copy.size // 16):
            data = self.index.encode()
            # The shelf binds its mark to the first bytes, so the digest of the rest stands there.
            self._shelf.keep(copy.size, copy.root, hashlib.sha256(data).digest() + data)
            self._kept = copy.size
        return done

    def search(self, typed: str, lang: str, kind: Kind | None = None) -> SearchPage:
        """What the record has for what somebody typed.

        Raises:
            TooLong: more than any question needs.
        """
        from accord.faces.web.search.called import Called

        self.catch_up()
        return search(self.index, self._copy.world, typed, lang, Called(lang, self._copy.world), kind)

    def _start_from_shelf(self) -> None:
        if self._shelf is None:
            return
        for size, root, data in self._shelf.find(self._copy.size):
            try:
                if subtree_root(self._copy.reader, 0, size) != root:
                    continue
                body = data[_DIGEST_SIZE:]
                if hashlib.sha256(body).digest() != data[:_DIGEST_SIZE]:
                    continue
                self.index.decode(body)
            except (Malformed, ProofFailed, NotStored, LookupError, ValueError):
                continue
            if (self.index.size, self.index.root) == (size, root):
                self._kept = size
                return


@cache
def made_by() -> str:
    """A digest of what makes the words of an index: names, formulas, folding, rendering."""
    digest = hashlib.sha256()
    package = resources.files("accord")
    for room in ("areas", "papers/report", "reference", "words", "world"):
        for name, file in walk(package.joinpath(*room.split("/"))):
            if not name.endswith(".pyc"):
                digest.update(f"{room}/{name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
