"""What is kept of a growing record is what would be made anew; and what was not noted was not read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from accord.areas.parties.cite import Missing, Page
from accord.areas.parties.rows import as_list
from accord.faces.web.answers import SEEN
from accord.faces.web.kept import KeptPages
from accord.words.languages import CODES
from accord.world.asked import Asked, Dated
from accord.world.pages import PAGES, answer
from accord.world.world import World
from tests.laws.teller import Seeded
from tests.laws.whole import Teller, begun
from tests.pages.small_record import ORIGIN, Small
from tests.pages.test_pages import ARGUMENTS
from tests.web.standing import standing

Data = Callable[[int], bytes]
EVERY = 11
"""Entries between two looks at every page as HTML."""
FEW = ("parties", "documents", "statements", "proposals", "negotiations", "elements", "instruments", "calls")


def told(known: Asked, name: str, arguments: tuple[str, ...]) -> bytes:
    """A page as JSON, asked anew; of one that there is not, what is missing."""
    try:
        return encoded(answer(known, name, arguments))
    except Missing as missing:
        return str(missing).encode()


def encoded(page: Any) -> bytes:
    return msgspec.json.encode(page, enc_hook=as_list)


def growing(small: Small) -> Iterator[World]:
    """The small record again, entry by entry."""
    world = World(ORIGIN)
    for data in small.entries:
        world.step(world.open(data)[0])
        yield world


def test_each_page_kept_is_the_page_made_anew_after_each_entry(small: Small) -> None:
    worlds = growing(small)
    known = Asked(next(worlds), small.data)
    kept, asks = KeptPages(known), 0

    def ask(name: str, arguments: tuple[str, ...], on: datetime.date | None) -> Page:
        nonlocal asks
        asks += 1
        return answer(known, name, arguments, on)

    for world in worlds:
        anew = Asked(world, small.data)
        for name in PAGES:
            arguments = ARGUMENTS.get(name, ())
            try:
                found = encoded(kept.page((name, arguments, None), ask).page)
            except Missing as missing:
                found = str(missing).encode()
            assert found == told(anew, name, arguments), (name, world.size)
    assert asks < len(small.entries) * len(PAGES) / 2, "half of the time nothing that a page reads has changed"


def test_each_answer_kept_is_the_answer_made_anew(small: Small) -> None:
    worlds = growing(small)
    site = standing(next(worlds), small.data)
    for world in worlds:
        if world.size % EVERY:
            continue
        lang = CODES[world.size // EVERY % len(CODES)]
        anew = standing(world, lambda index: small.data(index))
        for path in addresses(lang):
            mine, other = site.answer("GET", path), anew.answer("GET", path)
            assert mine == other, (path, world.size)


def addresses(lang: str) -> Iterator[str]:
    """Every page, and every twin."""
    yield f"/{lang}/"
    for name in PAGES:
        path = "/".join(("-", name, *(one.replace("/", "%2F") for one in ARGUMENTS.get(name, ()))))
        yield f"/{lang}/{path}.json"
        yield f"/{lang}/{ARGUMENTS[name][0]}" if name == "document" else f"/{lang}/{path}"


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_holds_in_records_told_by_chance(seed: int) -> None:
    teller = Teller(Seeded(seed), begun())
    known = Asked(teller.world)
    kept: dict[tuple[str, tuple[str, ...]], Dated[bytes]] = {}
    for _ in range(60):
        teller.tells(4)
        anew = Asked(teller.world)
        for name, arguments in chosen(teller.world):
            of = kept.get((name, arguments))
            if of is None or not known.still(of):
                of = kept[name, arguments] = known.dated(lambda n=name, a=arguments: told(known, n, a))
            assert of.value == told(anew, name, arguments), (name, arguments, teller.world.size)


def chosen(world: World) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pages without arguments, and pages of the first and last thing of several kinds."""
    for page in PAGES.values():
        if all(one.endswith("?") for one in page.arguments):
            yield page.name, ()
    tables = {
        "party": world.parties.tables.parties,
        "document": world.documents.tables.documents,
        "draft": world.negotiation.tables.drafts,
        "element": world.programme.tables.elements,
        "instrument": world.instruments.tables.instruments,
        "undertaking": world.commitments.tables.undertakings,
        "proposal": world.proposals.tables.proposals,
    }
    for name, table in tables.items():
        for key in {*list(table)[:1], *list(table)[-1:]}:
            yield name, (key.rpartition("/")[2] if name == "proposal" else key,)


class Poison:
    """Stands for what must not be read."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was read and not noted")


def poisoned(world: World, data: Data, read: int) -> Asked:
    """A world of which only the parts that were noted can be read."""
    known = Asked(world, data)
    assert known.exercise is False  # What the first entry says for good is read but once.
    of = [view for view in world.views if not read & known.noting.part(view)]
    for view in of:
        view.tables = Poison()  # type: ignore[assignment]
    for likeness in list(known.noting._seen.values()):
        if any(known.noting.part(view) == vars(likeness)["_part"] for view in of):
            vars(likeness)["_of"] = Poison()
    return known


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_nothing_that_is_not_noted(small: Small, name: str) -> None:
    arguments = ARGUMENTS.get(name, ())
    world = list(growing(small))[-1]
    known = Asked(world, small.data)
    found = known.dated(lambda: told(known, name, arguments))
    again = list(growing(small))[-1]
    assert told(poisoned(again, small.data, found.read), name, arguments) == found.value


def test_what_is_poisoned_is_noticed(small: Small) -> None:
    world = list(growing(small))[-1]
    known = Asked(world, small.data)
    read = known.dated(lambda: told(known, "documents", ())).read
    again = list(growing(small))[-1]
    less = poisoned(again, small.data, read & ~known.noting.part(world.documents))
    with pytest.raises(AssertionError, match="was read and not noted"):
        told(less, "documents", ())


def test_a_page_is_as_old_as_what_it_reads(small: Small) -> None:
    world = list(growing(small))[-1]
    known = Asked(world, small.data)
    for name in FEW:
        page = answer(known, name)
        before = World(ORIGIN)
        for data in small.entries[: page.head.at]:
            before.step(before.open(data)[0])
        assert encoded(page) == told(Asked(before, small.data), name, ()), name


def test_a_page_says_when_it_has_changed(small: Small) -> None:
    worlds = growing(small)
    site = standing(next(worlds), small.data)
    seen: dict[str, set[bytes]] = {}
    for _ in worlds:
        shown: Any = site.answer("GET", "/en/-/bodies")
        seen.setdefault(dict(shown.headers)[SEEN], set()).add(shown.body.partition(b'<footer class="foot">')[0])
    assert 1 < len(seen) < len(small.entries) / 4
    assert all(len(bodies) == 1 for bodies in seen.values())
