"""The rule of passkeys: every part of an assertion that is not as it must be is named."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webauthn import base64url_to_bytes, verify_authentication_response
from webauthn.helpers import bytes_to_base64url

from accord.keys.check import BadSignature
from accord.keys.passkeys import (
    Assertion,
    Passkey,
    base64url,
    check_assertion,
    check_passkey,
    check_point,
    from_base64url,
    normal_signature,
    pack,
    pack_signature,
    within,
)
from accord.wire.codec import Malformed
from tests.acting.authenticator import ORDER, ORIGIN, SITE, SoftPasskey, high_s

KEY = SoftPasskey("ST-A")
ACT = hashlib.sha256(b"an act").digest()


def oracle(challenge: bytes, assertion: Assertion, signature: bytes, origins: Any = ORIGIN) -> None:
    """The same question to a library of others; our rule refuses more, and never less."""
    x, y = KEY.public[1:33], KEY.public[33:]
    cose = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + x + b"\x22\x58\x20" + y
    credential = {
        "id": "AAAA",
        "rawId": "AAAA",
        "type": "public-key",
        "response": {
            "authenticatorData": bytes_to_base64url(assertion.authenticatorData),
            "clientDataJSON": bytes_to_base64url(assertion.clientDataJSON),
            "signature": bytes_to_base64url(signature),
        },
    }
    verify_authentication_response(
        credential=credential,
        expected_challenge=challenge,
        expected_rp_id=SITE,
        expected_origin=origins,
        credential_public_key=cose,
        credential_current_sign_count=0,
        require_user_verification=True,
    )


@pytest.mark.parametrize("flags", [0x05, 0x0D, 0x1D])
def test_a_passkey_signs_an_act(flags: int) -> None:
    assertion, signature = KEY.assertion(ACT, flags=flags)
    check_assertion(KEY.passkey, ACT, assertion, signature)
    oracle(ACT, assertion, signature)


def test_a_browser_may_add_keys_that_nobody_knows_yet() -> None:
    assertion, signature = KEY.assertion(ACT, other_keys_can_be_added_here="do not compare against a template")
    check_assertion(KEY.passkey, ACT, assertion, signature)


def raw(text: str) -> dict[str, Any]:
    return {"client": text.replace("CHALLENGE", base64url(ACT)).encode()}


WHOLE = f'{{"type":"webauthn.get","challenge":"CHALLENGE","origin":"{ORIGIN}"'
BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "another act": ({"challenge": base64url(bytes(32))}, "another act"),
    "the challenge with padding": ({"challenge": base64url(ACT) + "="}, "another act"),
    "another page": ({"origin": "https://other.example"}, "not registered for it"),
    "a page of the site that is not registered": ({"origin": "https://x.portal.example"}, "not registered for it"),
    "the page without a lock": ({"origin": "http://portal.example"}, "not registered for it"),
    "another site": ({"rp_id": "other.example"}, "another site"),
    "made, not asked": ({"type": "webauthn.create"}, "not asked to sign"),
    "inside another page": ({"crossOrigin": True}, "inside a page"),
    "inside another page, in other words": ({"topOrigin": "https://other.example"}, "inside a page"),
    "crossOrigin that is no answer": ({"crossOrigin": None}, "inside a page"),
    "nobody there": ({"flags": 0x04}, "no user was present"),
    "nobody verified": ({"flags": 0x01}, "not verified"),
    "backed up and not eligible": ({"flags": 0x15}, "flags"),
    "a new credential": ({"flags": 0x45}, "flags"),
    "extensions announced": ({"flags": 0x85}, "flags"),
    "reserved flags": ({"flags": 0x07}, "flags"),
    "extensions": ({"after": b"\xa0", "flags": 0x85}, "38 bytes"),
    "extra bytes": ({"after": b"\x00"}, "38 bytes"),
    "a key twice": (raw(WHOLE + f',"origin":"{ORIGIN}"}}'), "each key once"),
    "a key twice inside": (raw(WHOLE + ',"more":{"a":1,"a":2}}'), "each key once"),
    "something after the object": (raw(WHOLE + "}}"), "each key once"),
    "a byte order mark": (raw("\ufeff" + WHOLE + "}"), "each key once"),
    "no JSON number": (raw(WHOLE + ',"more":NaN}'), "each key once"),
    "a list": (raw("[]"), "not an object"),
    "not UTF-8": ({"client": b'{"type":"\xff"}'}, "each key once"),
    "a thousand brackets": ({"client": b"[" * 1000}, "each key once"),
    "more than a browser writes": (raw(WHOLE + ',"more":"' + "x" * 1000 + '"}'), "at most 1024"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_not_as_it_must_be_is_named(name: str) -> None:
    changes, words = BROKEN[name]
    assertion, signature = KEY.assertion(ACT, **changes)
    with pytest.raises(BadSignature, match=words):
        check_assertion(KEY.passkey, ACT, assertion, signature)


def test_another_key_signed() -> None:
    other = SoftPasskey("ST-B")
    assertion, signature = other.assertion(ACT)
    with pytest.raises(BadSignature, match="did not sign"):
        check_assertion(KEY.passkey, ACT, assertion, signature)


def test_the_larger_s_is_refused_though_it_verifies_and_is_turned_over_on_the_way() -> None:
    assertion, signature = KEY.assertion(ACT)
    other = high_s(signature)
    oracle(ACT, assertion, other)
    with pytest.raises(BadSignature, match="low-s"):
        check_assertion(KEY.passkey, ACT, assertion, other)
    assert normal_signature(other) == normal_signature(signature) == signature


def lax(signature: bytes) -> bytes:
    """The same two numbers with a length in the long form, which lax decoders take."""
    return b"\x30\x81" + signature[1:]


@pytest.mark.parametrize("spoil", [lax, lambda s: s + b"\x00", lambda s: s[:-1], lambda s: b"", lambda s: bytes(200)])
def test_a_signature_in_another_spelling(spoil: Any) -> None:
    assertion, signature = KEY.assertion(ACT)
    with pytest.raises(BadSignature):
        check_assertion(KEY.passkey, ACT, assertion, spoil(signature))


def test_zero_and_the_order_are_no_signature() -> None:
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    for r, s in ((0, 1), (1, 0), (ORDER, 1), (1, ORDER)):
        with pytest.raises(Malformed):
            normal_signature(encode_dss_signature(r, s))


def test_no_bit_of_an_assertion_can_change() -> None:
    assertion, signature = KEY.assertion(ACT)
    parts = (assertion.authenticatorData, assertion.clientDataJSON, signature)
    for place in range(3):
        for bit in range(len(parts[place]) * 8):
            changed = [bytearray(part) for part in parts]
            changed[place][bit // 8] ^= 1 << bit % 8
            data, client, signed = (bytes(part) for part in changed)
            with pytest.raises(BadSignature):
                check_assertion(KEY.passkey, ACT, Assertion(data, client), signed)


@given(st.binary(max_size=64), st.binary(max_size=64), st.binary(max_size=80))
def test_any_bytes_give_one_clear_error(data: bytes, client: bytes, signature: bytes) -> None:
    with pytest.raises(BadSignature):
        check_assertion(KEY.passkey, ACT, Assertion(data, client), signature)
    with pytest.raises(BadSignature):
        check_passkey(pack(KEY.passkey), b"message", data + client + signature)


def test_packed_bytes_stand_for_key_and_signature() -> None:
    message = b"what other keys sign"
    assertion, signature = KEY.assertion(hashlib.sha256(message).digest())
    check_passkey(pack(KEY.passkey), message, pack_signature(assertion, signature))
    with pytest.raises(BadSignature, match="another act"):
        check_passkey(pack(KEY.passkey), b"another", pack_signature(assertion, signature))


@pytest.mark.parametrize(
    "public", [b"", bytes(65), b"\x04" + bytes(64), b"\x02" + KEY.public[1:33], KEY.public + b"\x00"]
)
def test_what_is_no_point_is_no_passkey(public: bytes) -> None:
    with pytest.raises(Malformed):
        check_point(public)
    assertion, signature = KEY.assertion(ACT)
    with pytest.raises(BadSignature):
        check_assertion(Passkey(KEY.origins, public, SITE), ACT, assertion, signature)


def test_pages_belong_to_a_site() -> None:
    assert within("portal.example", "https://a.portal.example:8443")
    assert within("localhost", "http://localhost:8514")
    for site, page in (
        ("portal.example", "https://notportal.example"),
        ("a.portal.example", "https://portal.example"),
        ("portal.example", "http://portal.example"),
        ("portal.example", "https://portal.example.other"),
    ):
        assert not within(site, page)


@given(st.binary(max_size=70))
def test_base64_of_the_web_has_one_spelling(data: bytes) -> None:
    assert from_base64url(base64url(data)) == data == base64url_to_bytes(base64url(data))


@pytest.mark.parametrize("text", ["AA==", "A+", "A/", "AB", "A", " AA", "AA\n"])
def test_another_spelling_of_base64_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        from_base64url(text)


def test_client_data_as_chromium_writes_it() -> None:
    text = json.dumps({"type": "webauthn.get", "challenge": base64url(ACT), "origin": ORIGIN, "crossOrigin": False})
    assertion, signature = KEY.assertion(ACT, client=text.encode())
    check_assertion(KEY.passkey, ACT, assertion, signature)
