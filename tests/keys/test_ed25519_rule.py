"""The one rule of Ed25519 (docs/formats/keys.md), on the edges where verifiers disagree.

The cases are made with the arithmetic in `edwards.py` and kept in `tests/vectors/log/ed25519-edges.json`, so
that others can hold their verifier against them; `--update` writes them anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accord.keys.check import BadSignature, check_ed25519, check_signature
from accord.keys.registration import check_registrable
from accord.keys.signers import new_signer, signer_from_seed
from accord.keys.vkey import COSIGNATURE_ED25519, COSIGNATURE_MLDSA44, ED25519, MLDSA44, Vkey
from accord.wire.codec import Malformed
from tests.keys import edwards
from tests.log.made import vectors

EDGES = Path(__file__).parents[1] / "vectors" / "log" / "ed25519-edges.json"
SECRET, NONCE = 0xACC02D * 2**200 + 7, 0xBADCAFE * 2**190 + 3


def made_cases() -> list[dict[str, Any]]:
    """Each case: key, message, signature, whether the rule accepts it, whether the key may be registered, and why."""
    honest = edwards.times(SECRET, edwards.BASE)
    public, commitment = edwards.encode(honest), edwards.encode(edwards.times(NONCE, edwards.BASE))
    torsion = edwards.small_order_points()
    cases: list[dict[str, Any]] = []

    def case(why: str, key: bytes, message: bytes, signature: bytes, accepted: bool, registrable: bool) -> None:
        named = {"key": key.hex(), "message": message.hex(), "signature": signature.hex()}
        cases.append({"why": why, **named, "accepted": accepted, "registrable": registrable})

    good = edwards.signature(SECRET, NONCE, commitment, public, b"act")
    case("an honest signature", public, b"act", good, True, True)
    scalar = int.from_bytes(good[32:], "little")
    for multiple in range(1, 16):
        if scalar + multiple * edwards.L < 1 << 256:
            high = good[:32] + (scalar + multiple * edwards.L).to_bytes(32, "little")
            case(f"S + {multiple} L, which is not below L", public, b"act", high, False, True)
    for key in edwards.encodings(torsion):
        case(
            "a key of small order, R and S zero", key, b"act", edwards.encode(edwards.NEUTRAL) + bytes(32), False, False
        )
        case(
            "a key of small order, R honest",
            key,
            b"act",
            edwards.signature(0, NONCE, commitment, key, b"act"),
            False,
            False,
        )
    for low in edwards.encodings(torsion):
        case("R of small order", public, b"act", edwards.signature(SECRET, 0, low, public, b"act"), False, True)
    for number, part in enumerate(torsion[1:], 1):
        mixed = edwards.encode(edwards.add(edwards.times(NONCE, edwards.BASE), part))
        with_part = edwards.signature(SECRET, NONCE, mixed, public, b"act")
        case(
            f"R with the small-order part {number}: only a cofactored check accepts",
            public,
            b"act",
            with_part,
            False,
            True,
        )
        key = edwards.encode(edwards.add(honest, part))
        order = 8 if number % 2 else 4 if number % 4 else 2
        for message in (b"%d" % count for count in range(100)):
            vanishes = edwards.challenge(commitment, key, message) % order == 0
            if vanishes or message == b"0":
                signed = edwards.signature(SECRET, NONCE, commitment, key, message)
                why = (
                    f"a key with the small-order part {number}, whose challenge {'cancels' if vanishes else 'keeps'} it"
                )
                case(why, key, message, signed, vanishes, False)
            if vanishes:
                break
    for y in range(19):
        if edwards.point_of(y, 0):
            key = (y + edwards.P).to_bytes(32, "little")
            case(
                f"a key with y = p + {y}",
                key,
                b"act",
                edwards.signature(SECRET, NONCE, commitment, key, b"act"),
                False,
                False,
            )
    for y in range(2, 12):
        if edwards.point_of(y, 0) is None:
            key = y.to_bytes(32, "little")
            case(
                f"y = {y} is on no point",
                key,
                b"act",
                edwards.signature(SECRET, NONCE, commitment, key, b"act"),
                False,
                False,
            )
    return cases


def test_the_kept_edge_cases_are_the_made_ones(update: bool) -> None:
    text = json.dumps({"rule": "docs/formats/keys.md", "cases": made_cases()}, indent=1) + "\n"
    if update:
        EDGES.write_text(text)
    assert EDGES.read_text() == text


def test_every_edge_is_decided_by_the_rule() -> None:
    cases = json.loads(EDGES.read_bytes())["cases"]
    assert len(cases) > 60
    for case in cases:
        key, message, signature = (bytes.fromhex(case[name]) for name in ("key", "message", "signature"))
        try:
            check_ed25519(key, message, signature)
            accepted = True
        except BadSignature:
            accepted = False
        assert accepted == case["accepted"], case
        try:
            check_registrable(Vkey("st-a.example", ED25519, key))
            registrable = True
        except Malformed:
            registrable = False
        assert registrable == case["registrable"], case


def test_all_eight_points_of_small_order_in_all_encodings_are_refused() -> None:
    points = edwards.small_order_points()
    assert len(set(points)) == 8
    assert len(set(edwards.encodings(points))) == 14
    for key in edwards.encodings(points):
        with pytest.raises(Malformed, match="may sign"):
            check_registrable(Vkey("st-a.example", ED25519, key))


def test_keys_of_other_kinds_are_not_registered() -> None:
    for kind in (ED25519, MLDSA44):
        check_registrable(new_signer("st-a.example", kind).vkey)
    for kind in (COSIGNATURE_ED25519, COSIGNATURE_MLDSA44):
        with pytest.raises(Malformed, match="expected Ed25519 or ML-DSA-44"):
            check_registrable(new_signer("w.example", kind).vkey)
        check_registrable(new_signer("w.example", kind).vkey, (COSIGNATURE_ED25519, COSIGNATURE_MLDSA44))


def test_wycheproof_ed25519_is_decided_as_published() -> None:
    count = 0
    for group in vectors("wycheproof_ed25519_test.json")["testGroups"]:
        public = bytes.fromhex(group["publicKey"]["pk"])
        for case in group["tests"]:
            try:
                check_ed25519(public, bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
                accepted = True
            except BadSignature:
                accepted = False
            assert accepted == (case["result"] == "valid"), case
            count += 1
    assert count == 151


def test_wycheproof_mldsa44_is_decided_as_published() -> None:
    """Accord signs with the empty context, so valid signatures with another context are refused."""
    count = 0
    for group in vectors("wycheproof_mldsa_44_verify_test.json")["testGroups"]:
        for case in group["tests"]:
            try:
                vkey = Vkey("st-a.example", MLDSA44, bytes.fromhex(group["publicKey"]))
                check_signature(vkey, bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
                accepted = True
            except (BadSignature, Malformed):
                accepted = False
            assert accepted == (case["result"] == "valid" and not case.get("ctx")), case["tcId"]
            count += 1
    assert count == 180


@pytest.mark.parametrize("kind", [ED25519, COSIGNATURE_ED25519, MLDSA44, COSIGNATURE_MLDSA44])
def test_a_changed_bit_of_signature_message_or_key_is_noticed(kind: int) -> None:
    signer = signer_from_seed("st-a.example", kind, bytes(range(32)))
    signature = signer.sign(b"act")
    check_signature(signer.vkey, b"act", signature)
    for place in range(0, len(signature), 1 if len(signature) == 64 else 37):
        changed = signature[:place] + bytes([signature[place] ^ 16]) + signature[place + 1 :]
        with pytest.raises(BadSignature):
            check_signature(signer.vkey, b"act", changed)
    for wrong in (signature[:-1], signature + b"\0", b""):
        with pytest.raises(BadSignature):
            check_signature(signer.vkey, b"act", wrong)
    with pytest.raises(BadSignature):
        check_signature(signer.vkey, b"acu", signature)
    with pytest.raises(BadSignature):
        check_signature(new_signer("st-a.example", kind).vkey, b"act", signature)


def test_lengths_are_looked_at_before_the_library_reads() -> None:
    for public, signature in ((bytes(31), bytes(64)), (bytes(33), bytes(64)), (bytes(32), bytes(63)), (b"", b"")):
        with pytest.raises(BadSignature, match="32 bytes"):
            check_ed25519(public, b"", signature)
