"""A passkey in software: what an authenticator and a browser do, with every part open to be got wrong."""

from __future__ import annotations

import hashlib
import json
from types import SimpleNamespace
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from accord.acts.envelope import Signature, act_id
from accord.areas.parties.acts import RegisterPasskey
from accord.keys.passkeys import Assertion, Passkey, base64url, normal_signature, passkey_id

SITE = "portal.example"
ORIGIN = "https://portal.example"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class SoftPasskey:
    """A passkey of a party, the same in every run. Stands where a `Signer` stands in a scene."""

    def __init__(
        self, party: str, number: int = 1, rp_id: str = SITE, origins: tuple[str, ...] = (ORIGIN,), name: str = ""
    ) -> None:
        seed = hashlib.sha256(f"passkey {number} of {party}".encode()).digest()
        self._private = ec.derive_private_key(int.from_bytes(seed, "big") % ORDER, ec.SECP256R1())
        self.public = self._private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.party, self.name = party, name or f"{party.lower()}.example/passkey-{number}"
        self.rp_id, self.origins = rp_id, origins
        self.vkey: Any = SimpleNamespace(keyid=passkey_id(self.name, self.public))

    @property
    def passkey(self) -> Passkey:
        """As it stands in the record."""
        return Passkey(self.origins, self.public, self.rp_id)

    def act(self, **fields: Any) -> RegisterPasskey:
        """The act that registers it."""
        given = {
            "party": self.party,
            "name": self.name,
            "public": self.public,
            "rp_id": self.rp_id,
            "origins": self.origins,
            "algorithm": "ES256",
        }
        return RegisterPasskey(**(given | fields))

    def asked(self, payload: bytes) -> Signature:
        """The signature of an act, as the portal puts it into the envelope."""
        assertion, signature = self.assertion(act_id(payload))
        return Signature(self.vkey.keyid, normal_signature(signature), assertion)

    def assertion(
        self,
        challenge: bytes,
        /,
        *,
        origin: str | None = None,
        rp_id: str | None = None,
        flags: int = 0x05,
        after: bytes = b"",
        client: bytes | None = None,
        **more: Any,
    ) -> tuple[Assertion, bytes]:
        """What the browser hands over; `after` follows the authenticator data, `client` stands for the client data."""
        data = hashlib.sha256((rp_id or self.rp_id).encode()).digest() + bytes([flags]) + bytes(4) + after
        if client is None:
            said = {
                "type": "webauthn.get",
                "challenge": base64url(challenge),
                "origin": origin or self.origins[0],
                "crossOrigin": False,
            }
            client = json.dumps(said | more, separators=(",", ":")).encode()
        return Assertion(data, client), self.over(data + hashlib.sha256(client).digest())

    def over(self, data: bytes) -> bytes:
        """The low-s signature over bytes."""
        signature = self._private.sign(data, ec.ECDSA(SHA256(), deterministic_signing=True))
        r, s = decode_dss_signature(signature)
        return encode_dss_signature(r, min(s, ORDER - s))


def high_s(signature: bytes) -> bytes:
    """The other spelling of a signature, which verifies too."""
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, ORDER - s)
