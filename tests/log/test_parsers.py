"""Parsers of the log: one spelling each, and nothing but `Malformed` escapes from nonsense."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accord.keys.vkey import format_vkey
from accord.log.body import Checkpoint, format_body, parse_body
from accord.log.checkpoint import parse_checkpoint, sign_checkpoint, sign_text
from accord.log.note import Note, format_note, parse_note
from accord.log.policy import Party, Policy, check_policy, format_policy, parse_policy
from accord.log.proof import LogProof, check_proof, format_proof, parse_proof
from accord.log.tiles import ENTRIES, Tile, format_bundle, parse_bundle, parse_hashes, parse_path, tiles_of, width_at
from accord.wire.codec import Malformed
from accord.wire.tree import Tree, empty_root, leaf_hash
from tests.log.made import LOG_KEY, LOG_KEY_MLDSA, ORIGIN, ROOT, WITNESS, WITNESS_MLDSA

CHECKPOINT = sign_checkpoint(Checkpoint(ORIGIN, 0, empty_root()), [LOG_KEY, WITNESS], 1_700_000_000)
PROOF = format_proof(LogProof(0, (bytes(32), bytes(32)), CHECKPOINT))
POLICY = format_policy(Policy((Party(LOG_KEY.vkey),), {"W": Party(WITNESS.vkey)}, {}, "W"))
PROOF_VECTOR = ROOT / "tests" / "vectors" / "log" / "proof.json"

PARSERS: dict[str, tuple[Callable[[bytes], object], Callable[[object], bytes] | None, bytes]] = {
    "note": (parse_note, format_note, CHECKPOINT),  # type: ignore[dict-item]
    "lenient note": (lambda data: parse_note(data, lenient=True), None, CHECKPOINT),
    "checkpoint": (parse_checkpoint, None, CHECKPOINT),
    "proof": (parse_proof, format_proof, PROOF),  # type: ignore[dict-item]
    "policy": (parse_policy, None, POLICY),
    "bundle": (lambda data: parse_bundle(data, 2), format_bundle, b"\0\3act\0\0"),  # type: ignore[dict-item]
    "hashes": (lambda data: parse_hashes(data, 2), None, bytes(64)),
}


@pytest.mark.parametrize("name", PARSERS)
@given(data=st.data())
@settings(max_examples=250, deadline=None)
def test_only_malformed_escapes_and_what_is_read_has_one_spelling(name: str, data: st.DataObject) -> None:
    parse, write, good = PARSERS[name]
    place = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(place, min(len(good), place + 40)))
    piece = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"\n", b"\n\n", b" ", b"=", "— ".encode(), b"+", b"\xff", b"\r"])
    )
    changed = data.draw(st.sampled_from([good[:place] + piece + good[end:], piece, good + piece]))
    with contextlib.suppress(Malformed):
        value = parse(changed)
        if write is not None:
            assert write(value) == changed


@pytest.mark.parametrize("name", PARSERS)
def test_the_good_examples_are_read(name: str) -> None:
    parse, write, good = PARSERS[name]
    value = parse(good)
    assert write is None or write(value) == good


@given(
    st.text(max_size=40) | st.from_regex(r"tile/(entries|[0-9]{1,2})/(x?[0-9]{2,4}/){0,3}[0-9]{2,4}(\.p/[0-9]{0,4})?")
)
@example("tile/0/000.p/256")
@example("tile/0/000.p/0")
@example("tile/0/x000/000")
@example("tile/8/000")
@example("tile/00/000")
@example("tile/entries/000.p/05")
@settings(max_examples=500, deadline=None)
def test_a_tile_has_one_path(path: str) -> None:
    with contextlib.suppress(Malformed):
        assert parse_path(path).path == path


@given(st.integers(-1, 7), st.integers(0, 2**40), st.integers(1, 256))
def test_every_tile_is_read_from_its_path(level: int, index: int, width: int) -> None:
    tile = Tile(level, index, width)
    assert parse_path(tile.path) == tile


def test_the_tiles_of_the_example_in_the_specification() -> None:
    tiles = list(tiles_of(70_000))
    assert [sum(t.level == level and t.width == 256 for t in tiles) for level in (ENTRIES, 0, 1, 2)] == [273, 273, 1, 0]
    assert [t.path for t in tiles if t.width < 256] == [
        "tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1",
    ]  # fmt: skip
    assert list(tiles_of(0)) == []
    for size in (1, 255, 256, 257, 65_535, 65_536, 65_537):
        assert all(width_at(t.level, t.index, size) == t.width for t in tiles_of(size))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "log\n0\n",
        "log\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n1.0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n²\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
        "log\n1\nAAAA\n",
        "log\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    ],
)
def test_another_spelling_of_a_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        parse_body(text)


def test_extension_lines_of_others_are_kept_and_ours_has_none() -> None:
    text = format_body(Checkpoint(ORIGIN, 0, empty_root())) + "more\n"
    assert format_body(parse_body(text)) == text
    note = format_note(Note(text, (sign_text(LOG_KEY, text, 0),)))
    with pytest.raises(Malformed, match="extension lines"):
        check_policy(note, Policy((Party(LOG_KEY.vkey),)))


def test_a_note_is_cut_at_its_last_empty_line() -> None:
    note = parse_note("one\n\n— not.a.signature AAAA\n\n— a AAECA3NpZw==\n".encode())
    assert note.text == "one\n\n— not.a.signature AAAA\n"


def test_sixteen_large_signatures_are_read() -> None:
    note = parse_note(CHECKPOINT)
    line = note.signatures[0]
    many = tuple(type(line)(f"w{number}.example", line.id, bytes(4900)) for number in range(16))
    assert len(parse_note(format_note(Note(note.text, many))).signatures) == 16
    with pytest.raises(Malformed, match="at most 100"):
        parse_note(format_note(Note(note.text, (line,) * 101)))


def test_the_kept_proof_convinces(update: bool) -> None:
    """A proof with all four kinds of lines, for others to hold their verifier against."""
    entries = [b"act %d" % number for number in range(11)]
    policy = Policy(
        (Party(LOG_KEY.vkey), Party(LOG_KEY_MLDSA.vkey)),
        {"A": Party(WITNESS.vkey), "B": Party(WITNESS_MLDSA.vkey)},
        {},
        "B",
    )
    if update:
        whole = Tree(map(leaf_hash, entries))
        signers = [LOG_KEY, LOG_KEY_MLDSA, WITNESS, WITNESS_MLDSA]
        note = sign_checkpoint(Checkpoint(ORIGIN, 11, whole.root()), signers, 1_700_000_000)
        proof = format_proof(LogProof(7, tuple(whole.prove_inclusion(7)), note))
        kept = {
            "entries": "entry i = b'act %d' % i, for i from 0 to 10",
            "vkeys": [format_vkey(signer.vkey) for signer in signers],
            "policy": format_policy(policy).decode(),
            "index": 7,
            "proof": proof.decode(),
        }
        PROOF_VECTOR.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
    kept = json.loads(PROOF_VECTOR.read_bytes())
    assert parse_policy(kept["policy"].encode()) == policy
    checked = check_proof(parse_proof(kept["proof"].encode()), leaf_hash(entries[7]), policy)
    assert [line.time_s for line in checked.witnesses] == [1_700_000_000] * 2
    assert (checked.checkpoint.size, len(checked.logs)) == (11, 2)


@pytest.mark.long
def test_a_guided_fuzzer_finds_nothing_either(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris is not there: uv sync --group fuzz")
    for number, (_, _, good) in enumerate(PARSERS.values()):
        (tmp_path / f"seed{number}").write_bytes(bytes([number]) + good)
    harness = ROOT / "tests" / "fuzz_log.py"
    command = [sys.executable, str(harness), "-max_total_time=60", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Done" in done.stderr, done.stderr[-2000:]
