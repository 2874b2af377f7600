"""The envelope: one spelling, an identity that does not depend on who signs, and no byte that can be changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.acts import envelope as envelopes
from accord.acts.entry import frame, identify, read
from accord.acts.envelope import LARGEST_PAYLOAD, act_id, pae, parse, read_payload, sign
from accord.acts.gate import Refused, check_signatures
from accord.acts.vocabulary import Act, UnknownAct, Vocabulary, name_of
from accord.areas.meetings.acts import MakeStatement
from accord.areas.parties.acts import EnterParty, RegisterKey, Reply
from accord.keys.vkey import MLDSA44
from accord.wire import base64, codec
from accord.wire.codec import Malformed
from accord.world.vocabulary import VOCABULARY
from tests.acts.drawing import acts
from tests.scene import RECORD, Scene, identity, key_of, peopled, said

ACT = EnterParty(party="ST-D", kind="state", name=said("D"))
KEYS = [key_of("ST-A"), key_of("ST-B")]


def payload_of(**changed: object) -> bytes:
    return codec.encode(
        {"act": ACT, "by": "ST-A", "keys": [KEYS[0].vkey.keyid], "nonce": 1, "record": RECORD} | changed
    )


def enveloped(payload: bytes) -> envelopes.Envelope:
    """An envelope around any bytes, signed."""
    signature = envelopes.Signature(KEYS[0].vkey.keyid, KEYS[0].sign(pae(payload)))
    return envelopes.Envelope(payload, envelopes.PAYLOAD_TYPE, (signature,))


def test_what_is_signed_names_type_and_lengths() -> None:
    assert pae(b"hello") == b"DSSEv1 34 application/vnd.accord.act.v1+json 5 hello"


def test_the_identity_is_the_hash_of_what_is_signed() -> None:
    data = sign(ACT, "ST-A", RECORD, 1, KEYS[:1])
    assert identity(data) == hashlib.sha256(pae(parse(data).payload)).digest() == identify(frame(5, data))


def test_an_act_is_read_back_as_it_was_said() -> None:
    data = sign(ACT, "ST-A", RECORD, 1, KEYS)
    payload = read_payload(parse(data), VOCABULARY)
    assert (payload.act, payload.by, payload.record, payload.nonce) == (ACT, "ST-A", RECORD, 1)
    assert payload.keys == tuple(sorted(key.vkey.keyid for key in KEYS))


def test_the_order_in_which_signers_are_given_changes_nothing() -> None:
    assert sign(ACT, "ST-A", RECORD, 1, KEYS) == sign(ACT, "ST-A", RECORD, 1, KEYS[::-1])


def test_signatures_in_another_order_are_malformed() -> None:
    found = parse(sign(ACT, "ST-A", RECORD, 1, KEYS))
    turned = msgspec.structs.replace(found, signatures=found.signatures[::-1])
    with pytest.raises(Malformed, match="in order of key id"):
        read_payload(turned, VOCABULARY)


@pytest.mark.parametrize("kept", [(), (0,), (1,), (0, 0), (0, 0, 1), (0, 1, 1)])
def test_signatures_stand_for_exactly_the_keys_named(kept: tuple[int, ...]) -> None:
    found = parse(sign(ACT, "ST-A", RECORD, 1, KEYS))
    with pytest.raises(Malformed):
        read_payload(msgspec.structs.replace(found, signatures=tuple(found.signatures[i] for i in kept)), VOCABULARY)


def test_an_act_that_nobody_signs_is_malformed() -> None:
    with pytest.raises(Malformed, match="one signature or more"):
        read_payload(parse(sign(ACT, "ST-A", RECORD, 1, [])), VOCABULARY)


def test_an_act_signed_twice_with_one_key_is_malformed() -> None:
    with pytest.raises(Malformed, match="none twice"):
        read_payload(parse(sign(ACT, "ST-A", RECORD, 1, [KEYS[0], KEYS[0]])), VOCABULARY)


def test_acts_that_differ_in_anything_are_different_acts() -> None:
    ids = [
        identity(sign(ACT, "ST-A", RECORD, 1, KEYS[:1])),
        identity(sign(ACT, "ST-A", RECORD, 2, KEYS[:1])),
        identity(sign(ACT, "ST-B", RECORD, 1, KEYS[:1])),
        identity(sign(ACT, "ST-A", "another.example", 1, KEYS[:1])),
        identity(sign(ACT, "ST-A", RECORD, 1, KEYS)),
        identity(sign(msgspec.structs.replace(ACT, party="ST-E"), "ST-A", RECORD, 1, KEYS[:1])),
    ]
    assert len(set(ids)) == len(ids)


def test_an_act_of_a_newer_vocabulary_is_unknown_and_not_malformed() -> None:
    payload = payload_of(act={"verb": "elimination.verify/1", "item": "x"})
    with pytest.raises(UnknownAct, match=r"elimination\.verify/1.*newer than the program"):
        read_payload(enveloped(payload), VOCABULARY)


@pytest.mark.parametrize("act", [{}, [], "x", 1, None, {"item": "x"}, {"verb": "party.enter/1", "party": "A B"}])
def test_an_act_without_a_name_or_of_a_known_name_is_malformed(act: object) -> None:
    with pytest.raises(Malformed):
        read_payload(enveloped(payload_of(act=act)), VOCABULARY)


@pytest.mark.parametrize(
    "changed",
    [
        {"by": ""}, {"by": None}, {"nonce": -1}, {"nonce": 2**53}, {"nonce": "1"}, {"record": ""},
        {"record": "r" * 256}, {"keys": []}, {"keys": ["another+00000000"]}, {"more": 1}, {"nonce": True},
    ],
)  # fmt: skip
def test_a_payload_out_of_form_is_malformed(changed: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        read_payload(enveloped(payload_of(**changed)), VOCABULARY)


@pytest.mark.parametrize("sign_", ["\x00", "\x07", "\b", "\f", "\x1b[2J", "\x80", "\x9b2J", "\\\x1b", "\\\\\x1b"])
def test_a_text_cannot_steer_the_terminal_that_shows_it(sign_: str) -> None:
    act = Reply(to=0, text=said(f"before{sign_}after"))
    with pytest.raises(Malformed, match="control character"):
        sign(act, "ST-A", RECORD, 1, KEYS[:1])
    with pytest.raises(Malformed, match="control character"):
        read_payload(enveloped(payload_of(act=act)), VOCABULARY)


@pytest.mark.parametrize(
    "text", ["a\nb", "a\tb", "a\r\nb", r"\u001b", r"\b", r"\\f", "\u00a0« »", "\\", '"', "é", "讨论"]
)
def test_a_text_may_have_lines_tabs_strokes_and_every_letter(text: str) -> None:
    act = Reply(to=0, text=said(text))
    assert read_payload(parse(sign(act, "ST-A", RECORD, 1, KEYS[:1])), VOCABULARY).act == act


def test_an_act_that_is_too_long_is_refused_on_both_sides() -> None:
    long = Reply(to=0, text=said("x" * 2000))
    assert len(codec.encode(long)) < LARGEST_PAYLOAD
    with pytest.raises(Malformed, match="at most 44000"):
        read_payload(enveloped(b" " * (LARGEST_PAYLOAD + 1)), VOCABULARY)
    days = tuple(date(2015, 8, 30) for _ in range(4000))
    wide = MakeStatement(body="AC.900", statement="s", speaker="ST-A", occasion="other", days=days)
    with pytest.raises(Malformed, match="split the text"):
        sign(wide, "ST-A", RECORD, 1, KEYS[:1])


def spellings(data: bytes) -> Iterator[tuple[str, bytes]]:
    found = parse(data)
    payload = base64.encode(found.payload)
    yield "a space", data.replace(b":", b": ", 1)
    yield "an end of line", data + b"\n"
    yield (
        "fields in another order",
        b'{"payloadType":"%s",' % envelopes.PAYLOAD_TYPE.encode()
        + data[1:].replace(b'"payloadType":"%s",' % envelopes.PAYLOAD_TYPE.encode(), b""),
    )
    yield "another payload type", data.replace(b"act.v1", b"act.v2")
    yield "URL-safe base64", data.replace(payload.encode(), payload.replace("+", "-").replace("/", "_").encode())
    yield "no padding", data.replace(payload.encode(), payload.rstrip("=").encode())
    yield "more padding", data.replace(payload.encode(), payload.encode() + b"====")
    yield (
        "a line break in base64",
        data.replace(payload.encode(), payload[:40].encode() + b"\\n" + payload[40:].encode()),
    )
    yield "one field more", data[:-1] + b',"x":1}'
    yield "an escaped stroke", data.replace(b"application/", b"application\\/")


ODD = sign(msgspec.structs.replace(ACT, name=said("é" * 31)), "ST-A", RECORD, 3, KEYS[:1])


@pytest.mark.parametrize(("what", "data"), list(spellings(ODD)), ids=lambda x: x if isinstance(x, str) else "")
def test_an_envelope_has_one_spelling(what: str, data: bytes) -> None:
    if data == ODD:
        pytest.skip("this envelope has no such place")
    with pytest.raises(Malformed):
        parse(data)


def test_every_changed_bit_of_an_entry_is_refused_or_breaks_identity_and_signature() -> None:
    scene = peopled()
    data = frame(scene.now, scene.envelope("ST-A", Reply(to=0, text=said("We see this otherwise."))))
    known = identify(data)
    for place in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            assert not passes_unnoticed(scene, bytes(changed), known), f"byte {place}, bit {bit}"


def test_every_cut_and_every_doubled_byte_of_an_entry_is_refused() -> None:
    scene = peopled()
    data = frame(scene.now, scene.envelope("ST-A", Reply(to=0, text=said("No."))))
    for place in range(len(data)):
        for changed in (data[:place], data[place:], data[:place] + data[place + 1 :], data[:place] + data[place - 1 :]):
            if changed != data:
                assert not passes_unnoticed(scene, changed, identify(data)), f"byte {place}"


def passes_unnoticed(scene: Scene, data: bytes, known: bytes) -> bool:
    """Whether changed bytes still pass the gate with valid signatures as an act that was said."""
    try:
        entry, envelope, checks = scene.world.open(data)
        check_signatures(checks, tuple(signature.keyid for signature in envelope.signatures))
    except (Refused, UnknownAct):
        return False
    # Only the log's own time can change unnoticed here: no signature of a party covers it, the tree does.
    return entry.act_id != known or data != frame(entry.admitted, codec.encode(envelope))


def test_the_time_of_admission_is_covered_by_the_tree_and_by_nothing_else() -> None:
    scene = peopled()
    envelope = scene.envelope("ST-A", Reply(to=0, text=said("No.")))
    one, other = frame(scene.now, envelope), frame(scene.now + 1, envelope)
    assert identify(one) == identify(other)
    assert one != other


def test_an_ml_dsa_signature_stands_beside_an_ed25519_one() -> None:
    scene = peopled()
    strong = key_of("ST-A", 8, MLDSA44)
    act = RegisterKey(party="ST-A", vkey=str(strong.vkey))
    assert scene.does("ST-A", act, signers=[strong, key_of("ST-A")]).counts
    assert scene.does("ST-A", Reply(to=0, text=said("Yes.")), signers=[strong]).counts
    assert scene.does("ST-A", Reply(to=1, text=said("Yes.")), signers=[strong, key_of("ST-A")]).counts


def test_a_name_of_an_act_has_one_form() -> None:
    for name in ("Vote.cast/1", "vote/1", "vote.cast", "vote.cast/0", "vote.cast/01", "vote..cast/1", "a_b.c/1"):
        bad = type("Bad", (Act,), {"__annotations__": {}}, tag=name)
        with pytest.raises(ValueError, match="no name of an act"):
            Vocabulary([bad])


def test_two_acts_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="two acts are called"):
        Vocabulary([EnterParty, EnterParty])


def test_every_act_of_the_vocabulary_says_what_it_is() -> None:
    for name, act in VOCABULARY.by_name.items():
        assert name_of(act) == name
        assert act.__doc__, name


@settings(max_examples=150)
@given(acts())
def test_any_act_is_spelled_as_rfc_8785_says_and_read_back(act: Act) -> None:
    spelled = codec.encode(act)
    assert spelled == rfc8785.dumps(msgspec.json.decode(spelled))
    assert codec.decode(spelled, VOCABULARY.decoder) == act


@given(acts(), st.integers(0, 2**53 - 1))
def test_any_act_goes_through_an_envelope_unchanged(act: Act, nonce: int) -> None:
    data = frame(9, sign(act, "ST-A", RECORD, nonce, KEYS[:1]))
    entry, envelope, record = read(3, data, VOCABULARY)
    assert (entry.act, entry.by, entry.index, entry.admitted, record) == (act, "ST-A", 3, 9, RECORD)
    assert entry.act_id == act_id(envelope.payload)
    assert entry.keys == (KEYS[0].vkey.keyid,)


profile = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="ascii"), max_size=6), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(profile)
def test_the_canonical_spelling_is_that_of_rfc_8785(value: object) -> None:
    assert codec.encode(value) == rfc8785.dumps(value)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_entry_or_malformed(data: bytes) -> None:
    with pytest.raises((Malformed, UnknownAct)):
        read(0, data, VOCABULARY)
