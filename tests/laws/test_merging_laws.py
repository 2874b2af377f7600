"""Laws of amendments: what edits do, undo and compose, and that merging knows no order."""

from __future__ import annotations

import random
import sys
import unicodedata
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.areas.negotiation.difference import FAR, MOST, difference
from accord.areas.negotiation.edits import (
    Change,
    Drop,
    Edits,
    Keep,
    Misfit,
    Put,
    apply,
    base_length,
    changes,
    check,
    compose,
    from_changes,
    invert,
    new_length,
    normal,
)
from accord.areas.negotiation.merging import Collides, collisions, merge, rebase
from accord.areas.negotiation.text import extends, is_sound, is_whole, may_cut, words
from tests.laws.amending import some_edits, some_text

SEEDS = st.integers(0, 2**32)


@pytest.fixture(params=range(150))
def chance(request: pytest.FixtureRequest) -> random.Random:
    return random.Random(request.param)


# One amendment.


@settings(max_examples=300)
@given(st.text(), st.text())
def test_a_difference_makes_the_new_text_of_the_old(old: str, new: str) -> None:
    edits = difference(old, new)
    assert apply(edits, old) == new
    assert edits == normal(edits)
    assert "".join(words(old)) == old


@settings(max_examples=300)
@given(SEEDS)
def test_a_difference_of_two_texts_is_an_amendment_and_is_undone_by_its_inverse(seed: int) -> None:
    chance = random.Random(seed)
    text = some_text(chance)
    edits = some_edits(chance, text)
    check(edits, text)
    new = apply(edits, text)
    assert is_sound(new)
    back = invert(edits, text)
    check(back, new)
    assert apply(back, new) == text
    assert invert(back, new) == edits
    assert (base_length(edits), new_length(edits)) == (len(text), len(new))
    assert from_changes(changes(edits), len(text)) == edits


def test_a_difference_keeps_as_many_words_as_can_be_kept(chance: random.Random) -> None:
    """Against the longest common part of the two lists of words, by the table that everybody knows."""
    old, new = (words(some_text(chance, "en", 12)) for _ in range(2))
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x, one in enumerate(old):
        for y, other in enumerate(new):
            longest[x + 1][y + 1] = longest[x][y] + 1 if one == other else max(longest[x][y + 1], longest[x + 1][y])
    edits = difference("".join(old), "".join(new))
    place, kept = 0, 0
    for edit in edits:
        if isinstance(edit, Keep):
            kept += len(words("".join(old)[place : place + edit.n]))
        place += 0 if isinstance(edit, Put) else edit.n
    assert kept == longest[-1][-1]


@settings(max_examples=200)
@given(SEEDS)
def test_composing_is_doing_one_after_the_other_and_is_associative(seed: int) -> None:
    chance = random.Random(seed)
    texts = [some_text(chance)]
    steps: list[Edits] = []
    for _ in range(3):
        steps.append(some_edits(chance, texts[-1]))
        texts.append(apply(steps[-1], texts[-1]))
    first, second, third = steps
    assert apply(compose(first, second), texts[0]) == texts[2]
    assert compose(compose(first, second), third) == compose(first, compose(second, third))
    nothing = (Keep(n=len(texts[0])),)
    assert compose(nothing, first) == first
    assert apply(compose(first, invert(first, texts[0])), texts[0]) == texts[0]


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ((Keep(n=3),), "cover 3"),
        ((Keep(n=30),), "cover 30"),
        ((Keep(n=2), Keep(n=4), Put(text="x")), "one spelling"),
        ((Put(text="x"), Drop(n=6)), "one spelling"),
        ((Keep(n=1), Drop(n=1), Keep(n=4)), "within a character"),
        ((Keep(n=6), Put(text="\u0301")), "no text"),
        ((Keep(n=6), Put(text="e\u0301")), "no text"),
        ((Keep(n=6), Put(text="\n")), "no text"),
        ((Keep(n=6), Put(text="\u202e")), "no text"),
        ((Keep(n=6), Put(text="a\u200d")), "no text"),
        ((Keep(n=6), Put(text="x" * 20_000)), "more than 20000"),
        ((Keep(n=6),), "change nothing"),
        ((Drop(n=6),), "leave nothing"),
        ((Drop(n=2), Put(text="q\u0301"), Keep(n=4)), "change nothing"),
    ],
)
def test_edits_that_are_no_amendment_of_a_text_are_told_why(edits: Edits, why: str) -> None:
    with pytest.raises(Misfit, match=why):
        check(edits, "q\u0301 act")


def test_whole_clusters_side_by_side_are_in_normal_form() -> None:
    """Every character of Unicode that can compose with the one before it extends a cluster; so none begins one."""
    seconds = set()
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            seconds.add(chr(int(parts[1], 16)))
        if unicodedata.combining(chr(code)):
            seconds.add(chr(code))
    vowels = {chr(code) for code in range(0x1161, 0x1176)} | {chr(code) for code in range(0x11A8, 0x11C3)}
    composing = {char for char in seconds | vowels if unicodedata.is_normalized("NFC", char)}
    assert len(composing) > 800
    assert [hex(ord(char)) for char in composing if not extends(char)] == []


# Several amendments of one text.


def outcome(text: str, amendments: list[Edits]) -> str | None:
    """What comes of amendments taken one after the other, each rebased over those before; `None` if one collides."""
    done: Edits = (Keep(n=len(text)),) if text else ()
    for edits in amendments:
        try:
            done = compose(done, rebase(edits, done))
        except Collides:
            return None
    return apply(done, text)


def tried(chance: random.Random, number: int) -> tuple[str, list[Edits]]:
    text = some_text(chance, most=40)
    made = [some_edits(chance, text, most=chance.choice((1, 1, 2))) for _ in range(number)]
    if chance.random() < 0.3:
        made[-1] = made[0]
    return text, made


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("seed", range(40))
def test_every_order_gives_the_same_text_or_none_does(number: int, seed: int) -> None:
    chance = random.Random(f"{number}/{seed}")
    text, amendments = tried(chance, number)
    outcomes = {outcome(text, list(order)) for order in permutations(amendments)}
    assert len(outcomes) == 1
    found = collisions(dict(enumerate(amendments)))
    assert (outcomes == {None}) == bool(found)
    if not found:
        assert outcomes == {apply(merge(*amendments), text)}
        assert is_sound(apply(merge(*amendments), text))
        check_or_nothing(merge(*amendments), text)


def test_chance_makes_amendments_that_merge_and_such_that_collide() -> None:
    for number in range(2, 7):
        drawn = [tried(random.Random(f"{number}/{seed}"), number)[1] for seed in range(40)]
        clean = sum(not collisions(dict(enumerate(amendments))) for amendments in drawn)
        assert 2 <= clean <= 38


def check_or_nothing(edits: Edits, text: str) -> None:
    if apply(edits, text) not in (text, ""):
        check(edits, text)


@settings(max_examples=300)
@given(SEEDS, st.integers(2, 12))
def test_merging_two_by_two_in_any_grouping_is_merging_all(seed: int, number: int) -> None:
    chance = random.Random(seed)
    _, amendments = tried(chance, number)
    pool = list(amendments)
    collided = False
    while len(pool) > 1 and not collided:
        one, other = (pool.pop(chance.randrange(len(pool))) for _ in range(2))
        try:
            pool.append(merge(one, other))
        except Collides:
            collided = True
    found = collisions(dict(enumerate(amendments)))
    assert collided == bool(found)
    if not collided:
        assert pool[0] == merge(*amendments)


@settings(max_examples=200)
@given(SEEDS, st.integers(2, 8))
def test_the_same_collisions_are_declared_in_every_order(seed: int, number: int) -> None:
    chance = random.Random(seed)
    _, amendments = tried(chance, number)
    named = dict(enumerate(amendments))
    shuffled = list(named.items())
    chance.shuffle(shuffled)

    def declared(of: dict[int, Edits]) -> set[tuple[frozenset[int], int, int]]:
        return {(frozenset((c.one, c.other)), c.start, c.end) for c in collisions(of)}

    assert declared(named) == declared(dict(shuffled))


def test_an_amendment_merged_with_itself_is_itself(chance: random.Random) -> None:
    _, (edits,) = tried(chance, 1)
    assert merge(edits, edits) == edits
    assert rebase(edits, edits) == ((Keep(n=new_length(edits)),) if new_length(edits) else ())


def test_rebasing_over_a_chain_is_rebasing_over_each_in_turn_unless_one_collides(chance: random.Random) -> None:
    text = some_text(chance, most=40)
    late, first = some_edits(chance, text, 1), some_edits(chance, text, 1)
    second = some_edits(chance, apply(first, text), 1)
    try:
        in_turn = rebase(rebase(late, first), second)
    except Collides:
        return
    assert rebase(late, compose(first, second)) == in_turn


@pytest.mark.parametrize(
    ("one", "other", "collides"),
    [
        (Change(0, 4, ""), Change(2, 6, ""), False),
        (Change(0, 4, ""), Change(4, 6, ""), False),
        (Change(0, 4, "a"), Change(0, 4, "a"), False),
        (Change(0, 4, "a"), Change(0, 4, "b"), True),
        (Change(0, 4, "a"), Change(0, 4, ""), True),
        (Change(0, 4, "a"), Change(4, 6, ""), True),
        (Change(0, 4, ""), Change(2, 2, "a"), True),
        (Change(0, 4, ""), Change(4, 4, "a"), True),
        (Change(3, 3, "a"), Change(3, 3, "a"), False),
        (Change(3, 3, "a"), Change(3, 3, "b"), True),
        (Change(0, 3, "a"), Change(4, 6, "b"), False),
    ],
)
def test_what_collides_is_exactly_defined(one: Change, other: Change, collides: bool) -> None:
    text = "abcdef"
    ours, theirs = from_changes([one], len(text)), from_changes([other], len(text))
    for pair in ({0: ours, 1: theirs}, {0: theirs, 1: ours}):
        assert bool(collisions(pair)) == collides


def test_amendments_of_texts_of_different_length_do_not_merge() -> None:
    with pytest.raises(Misfit, match="3 and 4"):
        merge((Drop(n=3),), (Drop(n=4),))


def test_texts_that_are_wholly_different_are_compared_in_time() -> None:
    chance = random.Random(1)
    old = " ".join(str(chance.randrange(10**6)) for _ in range(2500))
    new = " ".join(str(chance.randrange(10**6)) for _ in range(2500))
    assert apply(difference(old, new), old) == new


def test_a_text_may_be_cut_only_between_clusters(chance: random.Random) -> None:
    text = some_text(chance, "odd")
    for place in range(len(text) + 1):
        if may_cut(text, place):
            assert is_whole(text[:place])
            assert is_whole(text[place:])


# Long texts, rewritten all over.


def long_text(chance: random.Random, language: str, size: int) -> str:
    """A paragraph of a few words that all stand often in it."""
    parts = []
    while sum(map(len, parts)) < size:
        parts.append(some_text(chance, language, 30) + ("。" if language == "zh" else ". "))
    return "".join(parts)[:size].strip()


@pytest.mark.parametrize(("language", "share"), [("en", 0.25), ("zh", 0.04), ("ar", 0.25)])
def test_of_a_long_text_that_is_changed_all_over_the_words_that_stay_are_kept(language: str, share: float) -> None:
    chance = random.Random(f"long {language}")
    old = long_text(chance, language, 12_000)
    found = words(old)
    changed = [number for number in range(len(found)) if chance.random() < share and found[number].strip()]
    new = list(found)
    for number in changed:
        new[number] = "★"
    assert len(changed) > FAR
    edits = difference(old, "".join(new))
    assert apply(edits, old) == "".join(new)
    dropped = sum(edit.n for edit in edits if isinstance(edit, Drop))
    assert sum(len(found[number]) for number in changed) <= dropped <= len(old) / 2
    assert max(edit.n for edit in edits if isinstance(edit, Drop)) < 1_000


def test_a_difference_of_many_changes_is_told_in_as_many_as_an_act_has_room_for() -> None:
    old = "".join(f"word{number} and " for number in range(1_500))
    new = old.replace(" and ", " or ")
    made = changes(difference(old, new))
    assert len(made) == MOST
    assert apply(from_changes(made, len(old)), old) == new


def test_texts_without_anything_in_common_are_replaced_whole() -> None:
    assert difference("а" * 1_000, "б" * 900) == (Drop(n=1_000), Put(text="б" * 900))
    assert difference("一" * 1_000, "二" * 900) == (Drop(n=1_000), Put(text="二" * 900))
