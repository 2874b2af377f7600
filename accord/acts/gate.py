"""The gate: refuses only what is no act. Form, name, record, keys, signatures; never content.

Who may say what is a matter of rules, not of the gate: an act that breaks a rule goes on
record without effect. The gate asks whether the act is really the party's: each key it
names is registered, in force at this place in the record, and speaks for the party.
"""

from __future__ import annotations

from typing import Any, Protocol

from accord.acts.entry import Entry
from accord.acts.envelope import Envelope, Signature, pae
from accord.keys.check import BadSignature, check_ed25519, check_signature
from accord.keys.passkeys import PASSKEY, check_passkey, pack_signature
from accord.keys.vkey import ED25519, Vkey


class Refused(Exception):
    """The gate does not admit the act; `reason` is a code, the message says it in a sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class Repeated(Refused):
    """The act is in the record already, first as entry `first`."""

    def __init__(self, first: int, act_id: bytes) -> None:
        super().__init__("repeated", f"the act is in the record already, as entry {first}")
        self.first = first
        self.act_id = act_id


class KeyRing(Protocol):
    """What the gate asks of the world: the public key behind a key id, for an act, here."""

    def public_key(self, keyid: str, entry: Entry[Any]) -> tuple[int, bytes] | None:
        """Kind and bytes of a key that may sign this entry, or `None`."""


Check = tuple[int, bytes, bytes, bytes]
"""A signature to check: kind of key, public key, message, signature."""


def signatures_to_check(
    entry: Entry[Any], envelope: Envelope, ring: KeyRing, message: bytes | None = None
) -> list[Check]:
    """The signatures an entry stands on, with the keys they must verify under, judged at this place in the record.

    Args:
        message: what was signed, for a caller that has made it already.

    Raises:
        Refused: `unknown-key` (not registered, revoked, or not speaking for the party), `bad-signature` (of another
            form than the key signs in).
    """
    message = pae(envelope.payload) if message is None else message
    checks = []
    for signature in envelope.signatures:
        key = ring.public_key(signature.keyid, entry)
        if key is None:
            raise Refused(
                "unknown-key", f"the key {signature.keyid} is not in force for {entry.by} at entry {entry.index}"
            )
        kind, public = key
        plain = kind != PASSKEY and signature.webauthn is None
        checks.append((kind, public, message, signature.sig if plain else _signed(kind, signature)))
    return checks


def _signed(kind: int, signature: Signature) -> bytes:
    """What is verified of a signature; of a passkey, all that the browser gave."""
    if (kind == PASSKEY) != (signature.webauthn is not None):
        form = "with" if kind == PASSKEY else "without"
        raise Refused("bad-signature", f"the key {signature.keyid} signs {form} authenticatorData and clientDataJSON")
    if signature.webauthn is None:
        return signature.sig
    return pack_signature(signature.webauthn, signature.sig)


def bad_signatures(checks: list[Check]) -> list[int]:
    """The places in the list of signatures that do not verify; for workers that check many."""
    bad = []
    for place, (kind, public, message, signature) in enumerate(checks):
        try:
            check_one(kind, public, message, signature)
        except BadSignature:
            bad.append(place)
    return bad


def check_one(kind: int, public: bytes, message: bytes, signature: bytes) -> None:
    """Insists that one signature verifies.

    Raises:
        BadSignature: it does not.
    """
    if kind == ED25519:
        check_ed25519(public, message, signature)
    elif kind == PASSKEY:
        check_passkey(public, message, signature)
    else:
        check_signature(Vkey("act", kind, public), message, signature)


def check_signatures(checks: list[Check], keyids: tuple[str, ...]) -> None:
    """Insists that every signature verifies.

    Raises:
        Refused: `bad-signature`, with the key's name.
    """
    for check, keyid in zip(checks, keyids, strict=True):
        try:
            check_one(*check)
        except BadSignature:
            raise Refused("bad-signature", f"the signature of {keyid} does not verify") from None
