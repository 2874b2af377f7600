"""A log and a witness with fixed keys, checked by two unrelated clients: every byte comes out the same."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from accord.keys.signers import signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, format_vkey
from accord.log.checkpoint import Checkpoint, check_checkpoint, sign_checkpoint
from accord.log.note import Note, Signature, check_note, format_note, format_signature, parse_note, parse_signature
from accord.wire.tree import Frontier, leaf_hashes
from tests.log.made import LOG_KEY, WITNESS, vectors


@pytest.fixture(scope="module")
def fixed() -> Any:
    return vectors("log-fixed.json")


def test_the_keys_have_the_published_spelling(fixed: Any) -> None:
    assert format_vkey(LOG_KEY.vkey) == fixed["log_vkey"]
    assert format_vkey(WITNESS.vkey) == fixed["witness_vkey_type04"]
    assert LOG_KEY.vkey.public.hex() == fixed["log_pub"]
    mldsa = signer_from_seed("witness.example/w1", COSIGNATURE_MLDSA44, bytes.fromhex(fixed["mldsa_seed_hex"]))
    assert hashlib.sha256(mldsa.vkey.public).hexdigest() == fixed["mldsa_pub_sha256"]
    assert mldsa.vkey.id.hex() == fixed["mldsa_keyid_witness_example_w1"]


def test_every_checkpoint_is_signed_and_cosigned_to_the_byte(fixed: Any) -> None:
    entries = [(b"act %d" % number) * (1 + number % 7) for number in range(70000)]
    sizes = sorted(int(name[11:]) for name in fixed if name.startswith("checkpoint_"))
    assert sizes == [0, 1, 2, 255, 256, 257, 70000]
    frontier = Frontier()
    for size in sizes:
        frontier.extend(leaf_hashes(entries[frontier.size : size]))
        made = sign_checkpoint(Checkpoint("record.example/acts", size, frontier.root()), [LOG_KEY, WITNESS], 1700000000)
        assert made == fixed[f"checkpoint_{size}"].encode()
        checkpoint, verified = check_checkpoint(made, [LOG_KEY.vkey, WITNESS.vkey], exact=True)
        assert checkpoint.size == size
        assert [line.time_s for line in verified] == [None, 1700000000]


def test_notes_and_lines_are_read_and_written_alike(fixed: Any) -> None:
    data = fixed["checkpoint_257"].encode()
    note = parse_note(data)
    assert format_note(note) == data
    assert [parse_signature(format_signature(line)) for line in note.signatures] == list(note.signatures)


def test_an_mldsa_cosignature_is_made_and_checked(fixed: Any) -> None:
    mldsa = signer_from_seed("witness.example/w1", COSIGNATURE_MLDSA44, bytes.fromhex(fixed["mldsa_seed_hex"]))
    data = sign_checkpoint(Checkpoint("record.example/acts", 1, leaf_hashes([b""])[0]), [mldsa], 1700000000)
    note = parse_note(data)
    assert len(note.signatures[0].payload) == 8 + 2420
    assert [line.time_s for line in check_note(note, [mldsa.vkey])] == [1700000000]
    broken = Note(note.text.replace("\n1\n", "\n2\n"), note.signatures)
    with pytest.raises(ValueError, match="not signed by"):
        check_note(broken, [mldsa.vkey])
    line = note.signatures[0]
    later = Signature(line.name, line.id, (1700000001).to_bytes(8, "big") + line.payload[8:])
    with pytest.raises(ValueError, match="not signed by"):
        check_note(Note(note.text, (later,)), [mldsa.vkey])
