"""The example in docs/formats/acts.md is true, and can be made with the libraries of others."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from accord.acts import entry as entries
from accord.acts import envelope as envelopes
from accord.acts.envelope import sign
from accord.areas.parties.acts import JoinGroup
from accord.client.bundle import FORMAT, LARGEST_BUNDLE, Bundle
from accord.keys.signers import signer_from_seed
from accord.keys.vkey import ED25519
from accord.log.tiles import LARGEST_ENTRY
from accord.wire.tree import leaf_hash
from accord.world.vocabulary import VOCABULARY

FORMATS = Path(__file__).resolve().parents[2] / "docs" / "formats"
PAGE = (FORMATS / "acts.md").read_text()
PART = dict(re.findall(r"^```(\w+)\n(.*?)\n```$", PAGE, re.M | re.S))
SEED = bytes(range(32))


def test_the_page_has_every_part_of_the_example() -> None:
    assert list(PART) == ["vkey", "payload", "pae", "act_id", "envelope", "entry", "leaf"]
    assert f"The payload, {len(PART['payload'])} bytes" in PAGE
    assert re.search(rf"UTC, {len(PART['entry'])} bytes", PAGE)


def test_the_example_is_what_the_libraries_of_others_make() -> None:
    key = Ed25519PrivateKey.from_private_bytes(SEED)
    public = key.public_key().public_bytes_raw()
    name, identifier, encoded = PART["vkey"].split("+", 2)
    assert base64.b64decode(encoded) == b"\x01" + public
    assert hashlib.sha256(name.encode() + b"\n\x01" + public).hexdigest()[:8] == identifier

    payload = PART["payload"].encode()
    said = json.loads(payload)
    assert rfc8785.dumps(said) == payload
    kind = "application/vnd.accord.act.v1+json"
    pae = b" ".join((b"DSSEv1", str(len(kind)).encode(), kind.encode(), str(len(payload)).encode(), payload))
    assert pae == PART["pae"].encode()
    assert hashlib.sha256(pae).hexdigest() == PART["act_id"]

    signatures = [{"keyid": f"{name}+{identifier}", "sig": base64.b64encode(key.sign(pae)).decode()}]
    assert said["keys"] == [f"{name}+{identifier}"]
    envelope = {"payload": base64.b64encode(payload).decode(), "payloadType": kind, "signatures": signatures}
    assert rfc8785.dumps(envelope) == PART["envelope"].encode()
    entry = rfc8785.dumps({"admitted": 1368518400000000, "envelope": envelope})
    assert entry == PART["entry"].encode()
    assert hashlib.sha256(b"\x00" + entry).hexdigest() == PART["leaf"]


def test_the_example_is_what_accord_makes_and_reads() -> None:
    signer = signer_from_seed("st-a.example", ED25519, SEED)
    assert str(signer.vkey) == PART["vkey"]
    act = VOCABULARY.by_name["group.join/1"]
    assert act is JoinGroup
    data = PART["entry"].encode()
    entry, envelope, record = entries.read(5, data, VOCABULARY)
    assert isinstance(entry.act, JoinGroup)
    assert sign(entry.act, entry.by, record, 7, [signer]) == PART["envelope"].encode()
    assert entries.frame(entry.admitted, PART["envelope"].encode()) == data
    assert envelopes.pae(envelope.payload) == PART["pae"].encode()
    assert entry.act_id.hex() == entries.identify(data).hex() == PART["act_id"]
    assert leaf_hash(data).hex() == PART["leaf"]


def test_a_changed_byte_of_the_payload_does_not_verify() -> None:
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(PART["vkey"].split("+", 2)[2])[1:])
    signature = base64.b64decode(json.loads(PART["envelope"])["signatures"][0]["sig"])
    public.verify(signature, PART["pae"].encode())
    with pytest.raises(InvalidSignature):
        public.verify(signature, PART["pae"].encode().replace(b"friends", b"fiends!"))


def test_the_limits_on_the_pages_are_those_of_the_program() -> None:
    assert f"At most {envelopes.LARGEST_PAYLOAD:,} bytes" in PAGE
    assert f"at most {LARGEST_ENTRY:,} bytes" in PAGE
    page = (FORMATS / "bundle.md").read_text()
    assert f"at most {LARGEST_BUNDLE:,} bytes" in page
    assert f"`{FORMAT}`" in page
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == list(Bundle.__struct_fields__)
