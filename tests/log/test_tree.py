"""Proofs of the hash tree: the published vectors, all small trees, and every flipped bit."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.wire import tree
from accord.wire.tree import Frontier, ProofFailed, Tree, leaf_hash
from tests.log.made import vectors

LEAVES = [leaf_hash(b"%d" % number) for number in range(70)]


def _bytes(text: str | None) -> bytes:
    return base64.b64decode(text or "")


def _proof(case: dict[str, Any]) -> list[bytes]:
    return [_bytes(value) for value in case["proof"] or []]


CHECKS: dict[str, Callable[[dict[str, Any]], None]] = {
    "inclusion": lambda v: tree.check_inclusion(
        _bytes(v["leafHash"]), v["leafIdx"], v["treeSize"], _proof(v), _bytes(v["root"])
    ),
    "consistency": lambda v: tree.check_consistency(
        v["size1"], v["size2"], _bytes(v["root1"]), _bytes(v["root2"]), _proof(v)
    ),
    "subtreeinclusion": lambda v: tree.check_subtree_inclusion(
        _bytes(v["leafHash"]), v["leafIdx"], v["start"], v["end"], _proof(v), _bytes(v["root"])
    ),
    "subtreeconsistency": lambda v: tree.check_subtree_consistency(
        v["start"], v["end"], v["size"], _bytes(v["root1"]), _bytes(v["root2"]), _proof(v)
    ),
}


@pytest.mark.parametrize(
    ("kind", "count"), [("inclusion", 98), ("consistency", 98), ("subtreeinclusion", 204), ("subtreeconsistency", 118)]
)
def test_every_vector_of_transparency_dev_is_decided_as_published(kind: str, count: int) -> None:
    cases = vectors("merkle.json")["vectors"][kind]
    assert len(cases) == count
    for case in cases:
        try:
            CHECKS[kind](case)
            refused = False
        except ProofFailed:
            refused = True
        assert refused == case["wantErr"], (case["file"], case["desc"])


def test_the_roots_of_rfc_6962_come_out() -> None:
    fixed = vectors("log-fixed.json")
    leaves = [leaf_hash(bytes.fromhex(leaf)) for leaf in fixed["rfc6962_ct_test_leaves_hex"]]
    for size, expected in enumerate(fixed["rfc6962_roots_size_1_to_8"], 1):
        assert tree.root(leaves[:size]).hex() == expected
        assert Tree(leaves).root(size).hex() == expected
    assert tree.empty_root().hex() == fixed["empty_root"]
    assert leaf_hash(b"").hex() == fixed["empty_leaf"]


def test_all_ways_to_a_root_agree_at_every_small_size() -> None:
    whole, one_by_one, frontier = Tree(LEAVES), Tree(), Frontier()
    for size in range(len(LEAVES) + 1):
        expected = tree.root(LEAVES[:size])
        assert whole.root(size) == one_by_one.root() == frontier.root() == expected
        for cut in range(size + 1):
            parts = Frontier()
            parts.extend(LEAVES[:cut])
            parts.extend(LEAVES[cut:size])
            assert (parts.root(), parts.size, parts.edge) == (expected, size, frontier.edge)
        if size < len(LEAVES):
            one_by_one.append(LEAVES[size])
            frontier.append(LEAVES[size])


def test_every_proof_of_every_small_tree_holds_and_is_made_alike() -> None:
    whole = Tree(LEAVES)
    for size in range(1, 40):
        root = whole.root(size)
        for index in range(size):
            proof = whole.prove_inclusion(index, size)
            assert proof == tree.prove_inclusion(whole, index, size)
            tree.check_inclusion(LEAVES[index], index, size, proof, root)
        for old in range(1, size + 1):
            proof = whole.prove_consistency(old, size)
            assert proof == tree.prove_consistency(whole, old, size)
            tree.check_consistency(old, size, whole.root(old), root, proof)
        for start in range(size):
            for end in range(start + 1, size + 1):
                if tree.is_subtree(start, end):
                    part = tree.subtree_root(whole, start, end)
                    tree.check_subtree_consistency(
                        start, end, size, part, root, tree.prove_subtree(whole, start, end, size)
                    )
                    for index in (start, end - 1):
                        proof = tree.prove_subtree_inclusion(whole, index, start, end)
                        tree.check_subtree_inclusion(LEAVES[index], index, start, end, proof, part)


def _flips(proof: list[bytes]) -> list[list[bytes]]:
    changed = []
    for place, value in enumerate(proof):
        for bit in range(256):
            other = bytearray(value)
            other[bit // 8] ^= 1 << bit % 8
            changed.append([*proof[:place], bytes(other), *proof[place + 1 :]])
    return changed


@pytest.mark.parametrize("size", [2, 3, 7, 8, 13])
def test_a_flipped_bit_in_any_hash_of_any_proof_is_noticed(size: int) -> None:
    whole, count = Tree(LEAVES), 0
    root = whole.root(size)
    for index in range(size):
        for proof in _flips(whole.prove_inclusion(index, size)):
            with pytest.raises(ProofFailed):
                tree.check_inclusion(LEAVES[index], index, size, proof, root)
            count += 1
    for old in range(1, size):
        for proof in _flips(whole.prove_consistency(old, size)):
            with pytest.raises(ProofFailed):
                tree.check_consistency(old, size, whole.root(old), root, proof)
            count += 1
    assert count % 256 == 0
    assert count


def test_a_proof_with_a_hash_too_many_too_few_or_too_short_is_refused() -> None:
    whole = Tree(LEAVES[:13])
    root = whole.root()
    for index in range(13):
        proof = whole.prove_inclusion(index)
        for wrong in ([*proof, LEAVES[0]], [LEAVES[0], *proof], proof[1:], proof[:-1], [*proof[:-1], proof[-1][:-1]]):
            with pytest.raises(ProofFailed):
                tree.check_inclusion(LEAVES[index], index, 13, wrong, root)
    with pytest.raises(ProofFailed, match="31 bytes"):
        tree.check_inclusion(LEAVES[0][:31], 0, 13, whole.prove_inclusion(0), root)
    with pytest.raises(ProofFailed, match="33 bytes"):
        tree.check_consistency(4, 13, whole.root(4) + b"\x00", root, whole.prove_consistency(4))


def test_consistency_with_nothing_is_refused() -> None:
    for size in (0, 1, 5):
        with pytest.raises(ProofFailed, match="proves nothing"):
            tree.check_consistency(0, size, tree.empty_root(), Tree(LEAVES).root(size), [])


@given(st.integers(1, 3000), st.data())
@settings(max_examples=60, deadline=None)
def test_proofs_hold_at_any_size(size: int, data: st.DataObject) -> None:
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    leaves = [leaf_hash(number.to_bytes(2, "big")) for number in range(size)]
    whole = Tree(leaves)
    tree.check_inclusion(leaves[index], index, size, whole.prove_inclusion(index), whole.root())
    tree.check_consistency(old, size, tree.root(leaves[:old]), whole.root(), whole.prove_consistency(old))


@given(
    st.integers(),
    st.integers(),
    st.integers(),
    st.lists(st.binary(min_size=31, max_size=33), max_size=6),
    st.binary(max_size=33),
)
@settings(max_examples=300, deadline=None)
def test_nothing_but_a_refusal_comes_out_of_nonsense(a: int, b: int, c: int, proof: list[bytes], value: bytes) -> None:
    for check in (
        lambda: tree.check_inclusion(value, a, b, proof, value),
        lambda: tree.check_consistency(a, b, value, value, proof),
        lambda: tree.check_subtree_consistency(a, b, c, value, value, proof),
        lambda: tree.check_subtree_inclusion(value, a, b, c, proof, value),
    ):
        with contextlib.suppress(ProofFailed):
            check()
