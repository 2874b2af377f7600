"""Laws of negotiated drafts: every character is somebody's, all orders of merging agree, brackets return."""

from __future__ import annotations

import random
import time
from itertools import permutations

import pytest

from accord.acts.vocabulary import Act
from accord.areas.negotiation.amending import state_of
from accord.areas.negotiation.brackets import Group, Nodes, brackets, parse, settle, unbalanced, write
from accord.areas.negotiation.changes import AmendText, Rewording
from accord.areas.negotiation.edits import apply, check
from accord.areas.negotiation.pieces import said_at, whose
from accord.areas.negotiation.revising import in_order
from accord.areas.negotiation.subamending import text_made
from accord.areas.negotiation.text import digest
from accord.areas.negotiation.weave import between, text_at
from accord.world.asked import asked
from accord.world.pages import ask
from tests.laws.amending import VOCABULARY
from tests.laws.negotiating import DRAFT, Negotiators, at_once, one_by_one
from tests.laws.test_merging_laws import outcome


def negotiated(seed: int, rounds: int, each: int, units: int = 20) -> Negotiators:
    """A draft after rounds of amendments, of which each ends with a revision; some are amendments to amendments."""
    room = Negotiators(seed, units)
    for _ in range(rounds):
        for _ in range(each):
            room.does(room.amendment())
            if room.chance.random() < 0.3 and (of_another := room.subamendment()) is not None:
                room.does(of_another)
        room.revise(room.compatible(room.open)[:200])
    return room


def every_character_is_somebodys(room: Negotiators) -> None:
    known = asked(room.world)
    state = room.world.negotiation.state(DRAFT)
    for unit, row in room.units.items():
        weave = room.world.negotiation.weave(DRAFT, unit)
        for version in row.versions:
            assert text_at(weave, version.state) == version.text
            assert digest(version.text) == version.hash
        found = said_at(known, DRAFT, unit, state)
        assert "".join(one.text for one in found) == row.current.text
        for one in found:
            assert whose(known, DRAFT, one.by), "every character is somebody's"


def orders_agree(room: Negotiators, number: int, orders: int) -> bool:
    """Whether that many open amendments merge, with some of those to them; every order tried must say the same."""
    rows = room.world.negotiation.tables.amendments[DRAFT]
    names = room.chance.sample([name for name in room.open if rows[name].amends is None], number)
    chosen = {rows[name].entry: rows[name].act.changes for name in names}
    others = {rows[name].entry: some_others(room, name) for name in names}
    state = room.world.negotiation.state(DRAFT)
    result = at_once(room.units, chosen, state, room.world.size, others)
    if number <= 6:
        tried = list(permutations(chosen))
    else:
        tried = [tuple(room.chance.sample(list(chosen), number)) for _ in range(orders)]
    if len(tried) > orders:
        tried = room.chance.sample(tried, orders)
    for order in tried:
        assert one_by_one(room.units, [(e, chosen[e]) for e in order], state, room.world.size, others) == result
    return result is not None


def some_others(room: Negotiators, name: str) -> dict[int, tuple[Rewording, ...]]:
    """Some of the amendments to an amendment, by their entries; those to one text come to one text in every order."""
    tables = room.world.negotiation.tables
    found = tables.subamendments.get(DRAFT, {}).get(name, ())
    found = tuple(one for one in found if room.chance.random() < 0.6)
    rows = [tables.amendments[DRAFT][one] for one in found]
    for change in tables.amendments[DRAFT][name].act.changes:
        text = text_made(change, room.units, False)
        asked = [c.edits for row in rows for c in row.act.changes if c.unit == change.unit and isinstance(c, AmendText)]
        if text is not None and asked:
            orders = room.chance.sample(list(permutations(asked)), 6) if len(asked) > 3 else permutations(asked)
            assert len({outcome(text, list(order)) for order in orders}) == 1
    return {row.entry: row.act.changes for row in rows}  # type: ignore[misc]


def test_every_character_of_every_state_is_attributed() -> None:
    room = negotiated(1, 10, 25, units=60)
    every_character_is_somebodys(room)
    assert any(row.until is not None for row in room.units.values()), "some unit was deleted"
    assert any(len(row.places) > 1 for row in room.units.values()), "some unit was moved"
    rows = room.world.negotiation.tables.amendments[DRAFT].values()
    assert {state_of(row) for row in rows if row.amends is not None} == {"open", "agreed", "fallen"}
    own = {row.entry for row in rows if row.amends is not None and row.merged is not None}
    weaves = [room.world.negotiation.weave(DRAFT, unit) for unit in room.units]
    assert any(own & set(run.by) for weave in weaves for run in weave), "words of sub-amendments stand, or stood"


@pytest.mark.parametrize("number", [2, 3, 4])
def test_open_amendments_come_to_the_same_in_every_order(number: int) -> None:
    room = negotiated(number, 3, 30)
    for _ in range(40):
        room.does(room.amendment())
        if (of_another := room.subamendment()) is not None:
            room.does(of_another)
    merged = sum(orders_agree(room, number, 24) for _ in range(25))
    assert 0 < merged < 25, "some sets merge and some clash"


def test_the_same_amendments_named_in_another_order_make_the_same_draft() -> None:
    one, other = Negotiators(5), Negotiators(5)
    for room in (one, other):
        for _ in range(60):
            room.does(room.amendment())
    names = one.compatible(one.open)
    one.revise(names)
    other.revise(reversed(names))
    state = one.world.negotiation.state(DRAFT)
    assert in_order(one.units, state) == in_order(other.units, state)
    assert one.units == other.units


def test_what_differs_between_two_states_leads_from_one_to_the_other() -> None:
    room = negotiated(7, 5, 40)
    for unit, row in room.units.items():
        weave = room.world.negotiation.weave(DRAFT, unit)
        for early in row.versions[1:]:
            for late in row.versions[1:]:
                if early.state < late.state:
                    pieces = between(weave, early.state, late.state)
                    assert "".join(p.text for p in pieces if p.kind != "put") == early.text
                    assert "".join(p.text for p in pieces if p.kind != "drop") == late.text


# Brackets.


def some_nodes(chance: random.Random, slash: bool, depth: int = 0) -> Nodes:
    """A bracketed draft: words and brackets, no two texts side by side, none empty."""
    nodes: list[str | Group] = []
    for _ in range(chance.randint(1, 4)):
        if chance.random() < 0.5 or depth == 5:
            words = chance.choice(VOCABULARY[chance.choice(("en", "fr", "ru", "ar", "zh"))])
            if nodes and isinstance(nodes[-1], str):
                nodes[-1] = f"{nodes[-1]} {words}"
            else:
                nodes.append(words)
        else:
            number = chance.choice((1, 1, 2, 3)) if slash else 1
            options = tuple(some_nodes(chance, slash, depth + 1) for _ in range(number))
            nodes.append(Group(options, chance.choice("[[［")))
    return tuple(nodes)


def brackets_return(seeds: range) -> int:
    """Generates bracketed drafts and reads them again; how many brackets that were."""
    seen = 0
    for seed in seeds:
        chance = random.Random(seed)
        slash = seed % 2 == 0
        nodes = some_nodes(chance, slash)
        text = write(nodes)
        assert parse(text, slash=slash) == nodes
        assert write(parse(text, slash=slash)) == text
        assert unbalanced(text) == ()
        seen += len(brackets(text, slash=slash))
    return seen


def test_bracketed_drafts_are_read_and_written_without_loss() -> None:
    assert brackets_return(range(1_000)) > 1_000


@pytest.mark.long
def test_ten_thousand_bracketed_drafts_are_read_and_written_without_loss() -> None:
    assert brackets_return(range(10_000)) > 10_000


@pytest.mark.parametrize("seed", range(200))
def test_a_text_with_any_signs_is_written_as_it_was_read(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choice("[]［］/ ab.") for _ in range(chance.randint(0, 60)))
    for slash in (False, True):
        assert write(parse(text, slash=slash)) == text
    paired = {place for one in brackets(text) for place in (one.start, one.end - 1)}
    alone = {one.place for one in unbalanced(text)}
    assert paired | alone == {place for place, char in enumerate(text) if char in "[]［］"}
    assert not paired & alone


def test_brackets_within_brackets_without_end_are_read_in_time() -> None:
    text = "[" * 9_000 + "]" * 9_000
    assert write(parse(text)) == text
    assert {one.kind for one in unbalanced(text)} == {"too-deep"}


@pytest.mark.parametrize("seed", range(100))
def test_settling_every_bracket_leaves_none(seed: int) -> None:
    chance = random.Random(seed)
    slash = seed % 2 == 0
    text = "Start " + write(some_nodes(chance, slash)) + " end."
    while found := brackets(text, slash=slash):
        one = chance.choice(found)
        option = chance.randrange(len(one.strokes) + 1)
        edits = settle(text, one.start, "agreed", option, slash=slash) if chance.random() < 0.7 else None
        edits = edits or settle(text, one.start, "withdrawn", slash=slash)
        assert edits is not None
        check(edits, text)
        text = apply(edits, text)
    assert not set("[]［］") & set(text)


# The figures.


@pytest.mark.long
def test_ten_thousand_amendments_by_all_parties() -> None:
    """10,000 amendments, every character attributed, every order tried the same,
    and the processor's time for each step."""
    took: dict[str, list[float]] = {}

    def timed(name: str, do: object, *arguments: object) -> None:
        start = time.thread_time()
        do(*arguments)  # type: ignore[operator]
        took.setdefault(name, []).append(time.thread_time() - start)

    room = Negotiators(193, units=60)
    for turn in range(50):
        for number in range(200):
            act: Act = (room.subamendment() if number % 5 == 4 else None) or room.amendment()
            timed("amendment", room.does, act)
            if number % 20 == 0:
                timed("page amendment", ask, room.world, "amendment", (DRAFT, act.amendment))  # type: ignore[attr-defined]
        for _ in range(3):
            orders_agree(room, room.chance.randint(2, 6), 720)
            orders_agree(room, room.chance.randint(7, 20), 10)
        names = room.compatible(room.open[-400:])[:200]
        timed("merge", room.revise, names)
        for page, arguments in (
            ("draft", (DRAFT,)),
            ("draft-unit", (DRAFT, f"u-{turn + 1}")),
            ("brackets", (DRAFT,)),
            ("differences", (DRAFT, str(turn), str(turn + 1))),
            ("differences", (DRAFT,)),
            ("amendments", (DRAFT,)),
            ("positions", (DRAFT,)),
            ("changes", (room.chance.choice(room.parties), str(max(0, room.world.size - 500)))),
        ):
            timed(f"page {page}", ask, room.world, page, arguments)
    assert len(room.world.negotiation.tables.amendments[DRAFT]) == 10_000
    rows = room.world.negotiation.tables.amendments[DRAFT].values()
    of_others = sum(row.amends is not None for row in rows)
    merged = sum(row.amends is not None and row.merged is not None for row in rows)
    print(f"amendments to amendments: {of_others}, of which {merged} merged")
    assert of_others > 1_000
    assert merged > 100
    every_character_is_somebodys(room)
    for name, times in took.items():
        times.sort()
        median, late = (times[int(len(times) * part)] * 1_000 for part in (0.5, 0.95))
        print(f"{name}: n {len(times)}, median {median:.1f} ms, p95 {late:.1f} ms")
    for name, times in took.items():
        assert times[int(len(times) * 0.95)] < 0.1, name
