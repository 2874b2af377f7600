"""Policies say whom to believe; a proof under a policy convinces offline, and no byte of it can change."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from accord.keys.check import BadSignature
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import COSIGNATURE_ED25519, COSIGNATURE_MLDSA44, ED25519, MLDSA44, format_vkey
from accord.log.checkpoint import sign_text
from accord.log.files import FileStore
from accord.log.note import Note, check_note, format_note, parse_note
from accord.log.policy import (
    Group,
    Party,
    Policy,
    QuorumMissed,
    check_policy,
    check_quorum,
    format_policy,
    parse_policy,
)
from accord.log.proof import LogProof, check_proof, format_proof, parse_proof
from accord.log.reader import TileReader
from accord.wire.codec import Malformed
from accord.wire.tree import ProofFailed, leaf_hash
from tests.log.made import LOG_KEY, LOG_KEY_MLDSA, SIGNERS, WITNESS, WITNESS_MLDSA, filled

W = [signer_from_seed(f"w{number}.example", COSIGNATURE_ED25519, bytes([40 + number]) * 32) for number in range(5)]
LOGS = (Party(LOG_KEY.vkey), Party(LOG_KEY_MLDSA.vkey))
TWO_OF_THREE = Policy(
    LOGS,
    {f"W{number}": Party(signer.vkey) for number, signer in enumerate(W)},
    {"States": Group(1, ("W0", "W1")), "NGOs": Group(2, ("W2", "W3")), "all": Group(2, ("States", "NGOs", "W4"))},
    "all",
)


def cosigned(checkpoint: bytes, *witnesses: Signer) -> bytes:
    note = parse_note(checkpoint)
    lines = tuple(sign_text(witness, note.text, 1_700_000_000) for witness in witnesses)
    return format_note(Note(note.text, note.signatures + lines))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> TileReader:
    directory: Path = tmp_path_factory.mktemp("record")
    filled(directory, 37).close()
    return TileReader(FileStore(directory))


def proof_of(reader: TileReader, index: int, *witnesses: Signer) -> LogProof:
    return LogProof(index, tuple(reader.prove_inclusion(index)), cosigned(reader.checkpoint_bytes, *witnesses))


@pytest.mark.parametrize(
    ("who", "met"),
    [
        ((), False),
        ((0,), False),
        ((0, 4), True),
        ((0, 2), False),
        ((0, 2, 3), True),
        ((2, 3, 4), True),
        ((0, 1), False),
    ],
)
def test_a_quorum_of_groups_is_counted(reader: TileReader, who: tuple[int, ...], met: bool) -> None:
    note = cosigned(reader.checkpoint_bytes, *(W[number] for number in who))
    if met:
        assert len(check_policy(note, TWO_OF_THREE).witnesses) == len(who)
    else:
        with pytest.raises(QuorumMissed, match="'all' is not met"):
            check_policy(note, TWO_OF_THREE)


def test_a_policy_is_written_and_read_alike() -> None:
    text = format_policy(TWO_OF_THREE)
    assert parse_policy(text) == TWO_OF_THREE
    assert format_policy(parse_policy(text)) == text
    loose = b"# who\n\n \t" + text.replace(b" ", b" \t  ").replace(b"group", b"  group") + b"#\xff\xfe\n"
    assert parse_policy(loose) == TWO_OF_THREE


def test_names_in_a_policy_are_bytes() -> None:
    key = format_vkey(W[0].vkey).encode()
    policy = parse_policy(b"witness \xff\xfe " + key + b" https://w.example/\xe2\x84\xaa\nquorum \xff\xfe\n")
    assert format_policy(policy) == b"witness \xff\xfe " + key + b" https://w.example/\xe2\x84\xaa\nquorum \xff\xfe\n"


KEY = [format_vkey(signer.vkey) for signer in W]
ACT_KEY = format_vkey(signer_from_seed("st-a.example", MLDSA44, bytes(32)).vkey)
SAME_KEY = format_vkey(signer_from_seed("other.example", COSIGNATURE_ED25519, bytes([40]) * 32).vkey)
LOG_ONLY = format_vkey(signer_from_seed("log.example", ED25519, bytes(32)).vkey)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "one quorum"),
        ("quorum none\nquorum none\n", "one quorum"),
        ("quorum none", "no end"),
        ("quorum W\n", "line 1: 'W' is not the name"),
        (f"group g any W\nwitness W {KEY[0]}\nquorum g\n", "line 1: 'W' is not the name"),
        (f"witness W {KEY[0]}\nwitness W {KEY[1]}\nquorum W\n", "line 2: the name 'W' is taken"),
        (f"witness none {KEY[0]}\nquorum none\n", "is taken"),
        (f"witness W {KEY[0]}\nwitness V {SAME_KEY}\nquorum W\n", "listed twice"),
        (f"witness W {KEY[0]}\ngroup g any W\ngroup h any W\nquorum h\n", "already a member"),
        (f"witness W {KEY[0]}\ngroup g any W W\nquorum g\n", "already a member"),
        (f"witness W {KEY[0]}\ngroup g 2 W\nquorum g\n", "group of 1 that asks for 2"),
        (f"witness W {KEY[0]}\ngroup g 0 W\nquorum g\n", "any, all or a number"),
        (f"witness W {KEY[0]}\ngroup g 01 W\nquorum g\n", "any, all or a number"),
        (f"witness W {KEY[0]}\ngroup g any none\nquorum g\n", "'none' is not the name"),
        (f"witness W {KEY[0]}\ngroup g any\nquorum g\n", "not a line of a policy"),
        (f"witness W {LOG_ONLY}\nquorum W\n", "expected Ed25519 cosignature"),
        (f"log {KEY[0]}\nquorum none\n", "expected Ed25519 or ML-DSA-44"),
        (f"log {ACT_KEY}\nquorum none\n", "of the kind ML-DSA-44"),
        (f"log {LOG_ONLY}\nlog {LOG_ONLY} https://log.example\nquorum none\n", "listed twice"),
        (f"log {LOG_ONLY[:-1]}\nquorum none\n", "not canonical base64"),
        ("log\nquorum none\n", "not a line"),
        ("watch x\nquorum none\n", "not a line"),
        ("quorum none\r\n", "control character"),
        ("quorum none\n\x00\n", "control character"),
    ],
)
def test_a_bad_policy_is_refused_by_line(text: str, why: str) -> None:
    with pytest.raises(Malformed, match=why):
        parse_policy(text.encode())


def test_a_proof_convinces_offline(reader: TileReader) -> None:
    proof = proof_of(reader, 20, W[0], W[4])
    read = parse_proof(format_proof(proof))
    assert read == proof
    checked = check_proof(read, leaf_hash(reader.entry(20)), TWO_OF_THREE)
    assert (checked.checkpoint.size, len(checked.logs), len(checked.witnesses)) == (37, 2, 2)
    with pytest.raises(ProofFailed, match="another root"):
        check_proof(read, leaf_hash(reader.entry(21)), TWO_OF_THREE)


def test_every_changed_byte_of_a_proof_is_detected(reader: TileReader) -> None:
    # Ed25519 lines only, which keeps 8 x 700 checks short; ML-DSA lines are checked in the next test.
    policy = Policy(LOGS[:1], {"W": Party(W[0].vkey)}, {}, "W")
    note = parse_note(reader.checkpoint_bytes)
    plain = format_note(Note(note.text, note.signatures[:1]))
    proof = LogProof(20, tuple(reader.prove_inclusion(20)), cosigned(plain, W[0]))
    data, leaf = format_proof(proof), leaf_hash(reader.entry(20))
    check_proof(parse_proof(data), leaf, policy)
    for place in range(len(data)):
        for bit in range(8):
            with pytest.raises((Malformed, BadSignature, ProofFailed)):
                check_proof(
                    parse_proof(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]), leaf, policy
                )
        with pytest.raises((Malformed, BadSignature, ProofFailed)):
            check_proof(parse_proof(data[:place] + data[place + 1 :]), leaf, policy)


def test_a_changed_byte_of_an_mldsa_line_is_detected(reader: TileReader) -> None:
    policy = Policy(LOGS, {"W": Party(WITNESS_MLDSA.vkey)}, {}, "W")
    data, leaf = format_proof(proof_of(reader, 3, WITNESS_MLDSA)), leaf_hash(reader.entry(3))
    check_proof(parse_proof(data), leaf, policy)
    for place in range(0, len(data), 5):
        with pytest.raises((Malformed, BadSignature, ProofFailed)):
            check_proof(parse_proof(data[:place] + bytes([data[place] ^ 2]) + data[place + 1 :]), leaf, policy)


def test_a_bundle_has_no_unknown_line_and_lacks_none_of_the_log(reader: TileReader) -> None:
    policy = Policy(LOGS)
    note = cosigned(reader.checkpoint_bytes, WITNESS)
    with pytest.raises(BadSignature, match="unknown or repeated"):
        check_policy(note, policy)
    assert check_policy(note, policy, exact=False).checkpoint.size == 37
    whole = parse_note(reader.checkpoint_bytes)
    only_one = format_note(Note(whole.text, whole.signatures[:1]))
    with pytest.raises(QuorumMissed, match="did not sign"):
        check_policy(only_one, policy)
    assert check_policy(only_one, policy, exact=False).logs == (LOG_KEY.vkey,)
    twice = format_note(Note(whole.text, whole.signatures + whole.signatures[:1]))
    with pytest.raises(BadSignature, match="repeated"):
        check_policy(twice, policy)
    with pytest.raises(Malformed, match="extra"):
        check_proof(LogProof(0, (), reader.checkpoint_bytes, b"trust me"), bytes(32), policy)


def test_a_cosigner_is_no_log_and_a_log_no_witness(reader: TileReader) -> None:
    with pytest.raises(QuorumMissed):
        check_quorum(Policy(LOGS, {"W": Party(W[0].vkey)}, {}, "W"), [signer.vkey for signer in SIGNERS])
    note = parse_note(reader.checkpoint_bytes)
    only_witness = format_note(Note(note.text, (sign_text(W[0], note.text, 7),)))
    with pytest.raises(QuorumMissed, match="did not sign"):
        check_policy(only_witness, Policy(LOGS, {"W": Party(W[0].vkey)}, {}, "W"), exact=False)


def test_stray_bits_in_a_foreign_line_are_a_bad_signature_and_in_ours_malformed(reader: TileReader) -> None:
    """The vector of sunlight and torchwood that ends in `gx=`: refused as a signature, not as a form."""
    data = reader.checkpoint_bytes.decode()
    line = data.splitlines()[4]
    encoded = line.split(" ")[2]
    assert encoded.endswith("=")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    stray = encoded[:-2] + letters[letters.index(encoded[-2]) ^ 1] + "="
    assert base64.b64decode(stray) == base64.b64decode(encoded)
    changed = data.replace(encoded, stray).encode()
    with pytest.raises(Malformed, match="canonical"):
        parse_note(changed)
    assert check_note(parse_note(changed, lenient=True), [LOG_KEY.vkey])


def test_a_known_line_that_fails_spoils_the_note_and_unknown_ones_do_not(reader: TileReader) -> None:
    note = parse_note(reader.checkpoint_bytes)
    forged = note.signatures[0].__class__(LOG_KEY.vkey.name, LOG_KEY.vkey.id, bytes(64))
    with pytest.raises(BadSignature):
        check_note(Note(note.text, (forged, note.signatures[1])), [s.vkey for s in SIGNERS])
    stranger = note.signatures[0].__class__(LOG_KEY.vkey.name, b"\0\0\0\0", bytes(64))
    assert len(check_note(Note(note.text, (stranger, *note.signatures)), [s.vkey for s in SIGNERS])) == 2
    with pytest.raises(BadSignature, match="none of the known"):
        check_note(Note(note.text, (stranger,)), [s.vkey for s in SIGNERS])


def test_mldsa_keys_of_logs_and_witnesses_are_cosignature_keys() -> None:
    assert LOG_KEY_MLDSA.vkey.kind == WITNESS_MLDSA.vkey.kind == COSIGNATURE_MLDSA44
