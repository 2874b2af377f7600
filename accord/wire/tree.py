"""Hash trees of RFC 6962 (= RFC 9162 section 2.1): roots and proofs that entries are in, and that nothing was changed.

    empty root = SHA-256("")    leaf = SHA-256(0x00 || entry)    node = SHA-256(0x01 || left || right)

A lone right node is promoted, never duplicated. A *subtree* [start, end) is a part of the tree whose
start is a multiple of the smallest power of two not below its length (draft-ietf-plants-merkle-tree-certs,
"Subtrees"). Proofs are lists of 32-byte hashes, the leaf's side first. Checks raise `ProofFailed`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Protocol

HASH_SIZE = 32

_sha256 = hashlib.sha256
_LEAF = b"\x00"
_NODE = b"\x01"


class ProofFailed(ValueError):
    """A proof that does not prove what it is said to prove: says which part failed."""


class Nodes(Protocol):
    """Anything that knows the full nodes of a tree: a `Tree` in memory, or tiles in a folder."""

    def node(self, level: int, index: int, /) -> bytes:
        """The hash over the leaves [index * 2^level, (index + 1) * 2^level), all of which exist."""


# --------------------------------------------------------------------------------- hashes


def leaf_hash(entry: bytes) -> bytes:
    """The hash that stands for an entry.

    >>> leaf_hash(b"").hex()[:16]
    '6e340b9cffb37a98'
    """
    return _sha256(_LEAF + entry).digest()


def leaf_hashes(entries: Iterable[bytes]) -> list[bytes]:
    """The leaf hashes of many entries, in order.

    >>> leaf_hashes([b"", b"a"]) == [leaf_hash(b""), leaf_hash(b"a")]
    True
    """
    return [_sha256(_LEAF + entry).digest() for entry in entries]


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two neighbouring nodes.

    >>> node_hash(leaf_hash(b""), leaf_hash(b"\\x00")).hex()[:16]
    'fac54203e7cc696c'
    """
    return _sha256(_NODE + left + right).digest()


def empty_root() -> bytes:
    """The root of the tree without entries.

    >>> empty_root().hex()[:16]
    'e3b0c44298fc1c14'
    """
    return _sha256(b"").digest()


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over all the leaves.

    >>> root([]) == empty_root()
    True
    >>> a, b, c = (leaf_hash(entry) for entry in (b"a", b"b", b"c"))
    >>> root([a, b, c]) == node_hash(node_hash(a, b), c)
    True
    """
    row = list(leaf_hashes)
    if not row:
        return empty_root()
    while len(row) > 1:
        above = [_sha256(_NODE + a + b).digest() for a, b in zip(row[::2], row[1::2], strict=False)]
        if len(row) & 1:
            above.append(row[-1])
        row = above
    return row[0]


# --------------------------------------------------------------------------------- trees


class Tree:
    """A growing tree in memory that keeps every full node, so that proofs are look-ups.

    `_levels[k]` holds the hashes of the full nodes of height k, left to right.

    >>> tree = Tree(leaf_hash(b"%d" % i) for i in range(5))
    >>> check_inclusion(leaf_hash(b"3"), 3, 5, tree.prove_inclusion(3), tree.root())
    >>> check_consistency(2, 5, tree.root(2), tree.root(), tree.prove_consistency(2))
    """

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        self._edge_size = -1
        self._edge: tuple[list[list[bytes]], bytes] = ([], b"")
        self.extend(leaf_hashes)

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0])

    def __len__(self) -> int:
        return len(self._levels[0])

    def append(self, leaf: bytes) -> int:
        """Adds one leaf hash (32 bytes, not checked) and returns its index."""
        levels = self._levels
        row = levels[0]
        index = count = len(row)
        row.append(leaf)
        level = 0
        while count & 1:
            leaf = _sha256(_NODE + row[-2] + leaf).digest()
            level += 1
            if level == len(levels):
                levels.append([])
            row = levels[level]
            row.append(leaf)
            count >>= 1
        return index

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Adds many leaf hashes, level by level, which is faster than one at a time."""
        levels = self._levels
        levels[0].extend(leaf_hashes)
        level = 0
        while (wanted := len(levels[level]) >> 1) > 0:
            if level + 1 == len(levels):
                levels.append([])
            row, above = levels[level], levels[level + 1]
            have = len(above)
            if have == wanted:
                break
            lefts, rights = row[2 * have : 2 * wanted : 2], row[2 * have + 1 : 2 * wanted : 2]
            above.extend([_sha256(_NODE + a + b).digest() for a, b in zip(lefts, rights, strict=True)])
            level += 1

    def node(self, level: int, index: int, /) -> bytes:
        """The hash of a full node."""
        return self._levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` leaves, by default of all."""
        size = len(self._levels[0]) if size is None else size
        self._insist_size(size)
        return self._right_edge(size)[1]

    def prove_inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """The proof that leaf `index` is in the tree of the first `size` leaves."""
        size = len(self._levels[0]) if size is None else size
        self._insist_size(size)
        if not 0 <= index < size:
            raise ValueError(f"there is no entry {index} in a tree of {size}")
        height = (index ^ size).bit_length() - 1
        path = [row[(index >> level) ^ 1] for level, row in enumerate(self._levels[:height])]
        return path + self._right_edge(size)[0][height]

    def prove_consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """The proof that the first `old` leaves of the tree of `new` are its tree of `old`."""
        new = len(self._levels[0]) if new is None else new
        self._insist_size(new)
        _insist_old(old, new)
        if old == new:
            return []
        low = (old & -old).bit_length() - 1
        height = ((old - 1) ^ new).bit_length() - 1
        levels = self._levels
        path = [] if old & (old - 1) == 0 else [levels[low][(old - 1) >> low]]
        path += [levels[level][((old - 1) >> level) ^ 1] for level in range(low, height)]
        return path + self._right_edge(new)[0][height]

    def _insist_size(self, size: int) -> None:
        if not 0 <= size <= len(self._levels[0]):
            raise ValueError(f"a tree of {len(self._levels[0])} has no state of size {size}")

    def _right_edge(self, size: int) -> tuple[list[list[bytes]], bytes]:
        """For each height at which a leaf's path can meet the right edge of `size`, the rest of the path; the root.

        A leaf's block and the block beyond the last leaf part at one height: below it every sibling is a full
        node, at it the sibling is the ragged edge, above it come the full left siblings of that edge.
        """
        if size == self._edge_size:
            return self._edge
        levels, bits = self._levels, size.bit_length()
        lefts = [levels[level][(size >> level) - 1] if size >> level & 1 else b"" for level in range(bits)]
        ragged = b""
        rests: list[list[bytes]] = []
        for level in range(bits):
            rests.append(([ragged] if ragged else []) + [left for left in lefts[level + 1 :] if left])
            if left := lefts[level]:
                ragged = _sha256(_NODE + left + ragged).digest() if ragged else left
        self._edge = (rests, ragged or empty_root())
        self._edge_size = size
        return self._edge


class Frontier:
    """The right edge of a growing tree: enough to know its root after each append, in log(size) memory.

    >>> frontier = Frontier()
    >>> for entry in (b"a", b"b", b"c"):
    ...     frontier.append(leaf_hash(entry))
    >>> frontier.root() == root(leaf_hash(entry) for entry in (b"a", b"b", b"c"))
    True
    """

    def __init__(self, size: int = 0, edge: Sequence[bytes] = ()) -> None:
        """`edge`: the hashes of the full nodes that make up `size`, the tallest first."""
        if len(edge) != size.bit_count():
            raise ValueError(f"a tree of {size} has {size.bit_count()} edge nodes, not {len(edge)}")
        self.size = size
        self.edge = list(edge)

    def append(self, leaf: bytes) -> None:
        """Adds one leaf hash."""
        count, edge = self.size, self.edge
        while count & 1:
            leaf = _sha256(_NODE + edge.pop() + leaf).digest()
            count >>= 1
        edge.append(leaf)
        self.size += 1

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Adds many leaf hashes, level by level."""
        row, count, lone = list(leaf_hashes), self.size, list[bytes]()
        self.size += len(row)
        while row:
            if count & 1:
                row.insert(0, self.edge.pop())
            if len(row) & 1:
                lone.append(row.pop())
            row = [_sha256(_NODE + a + b).digest() for a, b in zip(row[::2], row[1::2], strict=True)]
            count >>= 1
        self.edge += reversed(lone)

    def root(self) -> bytes:
        """The root of everything appended so far."""
        if not self.edge:
            return empty_root()
        value = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            value = _sha256(_NODE + left + value).digest()
        return value

    def copy(self) -> Frontier:
        """The same edge, to be extended on its own."""
        return Frontier(self.size, self.edge)


# --------------------------------------------------------------------------------- proofs, made


def subtree_root(source: Sequence[bytes] | Nodes, start: int, end: int) -> bytes:
    """The root over the leaves [start, end), which form a subtree.

    >>> leaves = [leaf_hash(b"%d" % i) for i in range(7)]
    >>> subtree_root(leaves, 4, 7) == root(leaves[4:7])
    True
    """
    _insist_subtree(start, end)
    return _range_root(_nodes(source), start, end)


def prove_inclusion(source: Sequence[bytes] | Nodes, index: int, size: int) -> list[bytes]:
    """The proof that leaf `index` is in the tree of the first `size` leaves.

    Args:
        source: leaf hashes, or anything with `node(level, index)`.

    >>> leaves = [leaf_hash(b"%d" % i) for i in range(7)]
    >>> check_inclusion(leaves[6], 6, 7, prove_inclusion(leaves, 6, 7), root(leaves))
    """
    if not 0 <= index < size:
        raise ValueError(f"there is no entry {index} in a tree of {size}")
    return _path(_nodes(source), index, 0, size)


def prove_subtree_inclusion(source: Sequence[bytes] | Nodes, index: int, start: int, end: int) -> list[bytes]:
    """The proof that leaf `index` is in the subtree [start, end).

    >>> leaves = [leaf_hash(b"%d" % i) for i in range(7)]
    >>> proof = prove_subtree_inclusion(leaves, 5, 4, 7)
    >>> check_subtree_inclusion(leaves[5], 5, 4, 7, proof, root(leaves[4:7]))
    """
    _insist_subtree(start, end)
    if not start <= index < end:
        raise ValueError(f"there is no entry {index} in the subtree [{start}, {end})")
    return _path(_nodes(source), index, start, end)


def prove_consistency(source: Sequence[bytes] | Nodes, old: int, new: int) -> list[bytes]:
    """The proof that the tree of `new` leaves only added to its tree of `old`.

    >>> leaves = [leaf_hash(b"%d" % i) for i in range(7)]
    >>> check_consistency(3, 7, root(leaves[:3]), root(leaves), prove_consistency(leaves, 3, 7))
    """
    _insist_old(old, new)
    return _subtree_path(_nodes(source), 0, old, 0, new, True)


def prove_subtree(source: Sequence[bytes] | Nodes, start: int, end: int, size: int) -> list[bytes]:
    """The proof that the subtree [start, end) is part of the tree of `size` leaves.

    >>> leaves = [leaf_hash(b"%d" % i) for i in range(9)]
    >>> proof = prove_subtree(leaves, 4, 7, 9)
    >>> check_subtree_consistency(4, 7, 9, root(leaves[4:7]), root(leaves), proof)
    """
    _insist_subtree(start, end)
    if end > size:
        raise ValueError(f"the subtree [{start}, {end}) is not within a tree of {size}")
    return _subtree_path(_nodes(source), start, end, 0, size, True)


# --------------------------------------------------------------------------------- proofs, checked


def check_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Insists that `leaf` is leaf `index` of the tree of `size` leaves with this root.

    Args:
        leaf: the hash of the entry, made by the caller from the entry itself.
        proof: hashes from the leaf's sibling up.

    Raises:
        ProofFailed: an index outside the tree, a hash that is not 32 bytes, too few or too many
            hashes, or another root.

    Source: RFC 9162 section 2.1.3.2.

    >>> one, two = leaf_hash(b"1"), leaf_hash(b"2")
    >>> check_inclusion(one, 0, 2, [two], node_hash(one, two))
    >>> check_inclusion(two, 0, 2, [one], node_hash(one, two))
    Traceback (most recent call last):
    accord.wire.tree.ProofFailed: the inclusion proof of entry 0 in 2 leads to another root
    """
    if not 0 <= index < size:
        raise ProofFailed(f"there is no entry {index} in a tree of {size}")
    _insist_hashes(leaf, root, *proof)
    inner = (index ^ (size - 1)).bit_length()
    if len(proof) != inner + (index >> inner).bit_count():
        raise ProofFailed(f"an inclusion proof of entry {index} in {size} does not have {len(proof)} hashes")
    value = leaf
    for level, other in enumerate(proof):
        if level >= inner or index >> level & 1:
            value = _sha256(_NODE + other + value).digest()
        else:
            value = _sha256(_NODE + value + other).digest()
    if value != root:
        raise ProofFailed(f"the inclusion proof of entry {index} in {size} leads to another root")


def check_subtree_inclusion(leaf: bytes, index: int, start: int, end: int, proof: Sequence[bytes], root: bytes) -> None:
    """Insists that `leaf` is leaf `index` (counted in the whole tree) of the subtree [start, end) with this root.

    Raises:
        ProofFailed: no subtree, an index outside it, or what `check_inclusion` refuses.
    """
    _insist_checkable(start, end)
    if not start <= index < end:
        raise ProofFailed(f"there is no entry {index} in the subtree [{start}, {end})")
    check_inclusion(leaf, index - start, end - start, proof, root)


def check_consistency(old: int, new: int, root_old: bytes, root_new: bytes, proof: Sequence[bytes]) -> None:
    """Insists that the tree of `new` leaves only added to the tree of `old` leaves.

    An `old` of 0 proves nothing and is refused: who has seen nothing needs no proof, and a
    verifier that accepts it can be handed any root (transparency-dev/merkle PR 236).

    Raises:
        ProofFailed: sizes out of order, a hash that is not 32 bytes, too few or too many hashes,
            or other roots.

    Source: RFC 9162 section 2.1.4.2.

    >>> one, two = leaf_hash(b"1"), leaf_hash(b"2")
    >>> check_consistency(1, 2, one, node_hash(one, two), [two])
    >>> check_consistency(0, 2, empty_root(), node_hash(one, two), [])
    Traceback (most recent call last):
    accord.wire.tree.ProofFailed: consistency with a tree of 0 entries proves nothing
    """
    if old == 0:
        raise ProofFailed("consistency with a tree of 0 entries proves nothing")
    check_subtree_consistency(0, old, new, root_old, root_new, proof)


def check_subtree_consistency(
    start: int, end: int, size: int, root_subtree: bytes, root: bytes, proof: Sequence[bytes]
) -> None:
    """Insists that the subtree [start, end) with its root is part of the tree of `size` leaves with its root.

    The empty subtree (start == end) with the empty root is part of every tree. When the subtree is
    the whole tree nothing is hashed: the two roots, which are the caller's own, have to be equal.

    Raises:
        ProofFailed: no subtree, not within the tree, a hash that is not 32 bytes, too few or too
            many hashes, or other roots.

    Source: draft-ietf-plants-merkle-tree-certs, "Verifying a Subtree Consistency Proof".
    """
    if end > size:
        raise ProofFailed(f"[{start}, {end}) is not within a tree of {size}")
    if 0 <= start == end or (start, end) == (0, size):
        expected = empty_root() if start == end else root
        if proof or root_subtree != expected:
            raise ProofFailed(f"[{start}, {end}) with this root is not part of the tree of {size}")
        return
    _insist_checkable(start, end)
    _insist_hashes(root_subtree, root, *proof)
    first, last, edge = start, end - 1, size - 1
    # Down to the node from which both roots are built: the largest full node that ends where the
    # subtree ends, or the whole subtree when that is where the tree ends.
    while first != last and (last == edge or last & 1):
        first, last, edge = first >> 1, last >> 1, edge >> 1
    rest = iter(proof)
    if first == last:
        of_subtree = of_tree = root_subtree
    else:
        of_subtree = of_tree = next(rest, b"")
        if not of_tree:
            raise ProofFailed(f"the proof that [{start}, {end}) is part of {size} is too short")
    for other in rest:
        if edge == 0:
            raise ProofFailed(f"the proof that [{start}, {end}) is part of {size} is too long")
        if last & 1 or last == edge:
            if first < last:
                of_subtree = _sha256(_NODE + other + of_subtree).digest()
            of_tree = _sha256(_NODE + other + of_tree).digest()
            while not last & 1:
                first, last, edge = first >> 1, last >> 1, edge >> 1
        else:
            of_tree = _sha256(_NODE + of_tree + other).digest()
        first, last, edge = first >> 1, last >> 1, edge >> 1
    if edge != 0:
        raise ProofFailed(f"the proof that [{start}, {end}) is part of {size} is too short")
    if of_subtree != root_subtree or of_tree != root:
        raise ProofFailed(f"the proof that [{start}, {end}) is part of {size} leads to another root")


# --------------------------------------------------------------------------------- inside


def is_subtree(start: int, end: int) -> bool:
    """Whether [start, end) is a part of a tree that has a root of its own.

    >>> [is_subtree(*part) for part in ((0, 5), (4, 7), (2, 5), (3, 3))]
    [True, True, False, False]
    """
    return 0 <= start < end and start % (1 << (end - start - 1).bit_length()) == 0


def _insist_subtree(start: int, end: int) -> None:
    if not is_subtree(start, end):
        raise ValueError(f"[{start}, {end}) is not a subtree")


def _insist_checkable(start: int, end: int) -> None:
    if not is_subtree(start, end):
        raise ProofFailed(f"[{start}, {end}) is not a subtree")


def _insist_old(old: int, new: int) -> None:
    if not 0 < old <= new:
        raise ValueError(f"nothing can be proved from a tree of {old} to a tree of {new}")


def _insist_hashes(*hashes: bytes) -> None:
    for value in hashes:
        if len(value) != HASH_SIZE:
            raise ProofFailed(f"a hash of {len(value)} bytes where {HASH_SIZE} are expected")


class _Leaves:
    """Leaf hashes as `Nodes`: each asked node is computed once."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self._tree = Tree(leaves)

    def node(self, level: int, index: int, /) -> bytes:
        return self._tree.node(level, index)


def _nodes(source: Sequence[bytes] | Nodes) -> Nodes:
    return _Leaves(source) if isinstance(source, Sequence) else source


def _split(length: int) -> int:
    """The largest power of two below `length`."""
    return 1 << ((length - 1).bit_length() - 1)


def _range_root(nodes: Nodes, start: int, end: int) -> bytes:
    length = end - start
    if length & (length - 1) == 0:
        level = length.bit_length() - 1
        return nodes.node(level, start >> level)
    middle = start + _split(length)
    return node_hash(_range_root(nodes, start, middle), _range_root(nodes, middle, end))


def _path(nodes: Nodes, index: int, start: int, end: int) -> list[bytes]:
    others: list[bytes] = []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            others.append(_range_root(nodes, middle, end))
            end = middle
        else:
            others.append(_range_root(nodes, start, middle))
            start = middle
    others.reverse()
    return others


def _subtree_path(nodes: Nodes, start: int, end: int, low: int, high: int, known: bool) -> list[bytes]:
    """SUBTREE_SUBPROOF of the draft over the leaves [low, high); `known`: the verifier has this node's hash."""
    if (start, end) == (low, high):
        return [] if known else [_range_root(nodes, low, high)]
    middle = low + _split(high - low)
    if end <= middle:
        return [*_subtree_path(nodes, start, end, low, middle, known), _range_root(nodes, middle, high)]
    if start >= middle:
        return [*_subtree_path(nodes, start, end, middle, high, known), _range_root(nodes, low, middle)]
    return [*_subtree_path(nodes, middle, end, middle, high, False), _range_root(nodes, low, middle)]
