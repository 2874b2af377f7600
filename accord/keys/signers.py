"""Keys that sign. A signer holds a seed of 32 bytes and never shows it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Final

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey
from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

from accord.keys.vkey import COSIGNATURE_ED25519, ED25519, Vkey, check_name
from accord.wire.codec import Malformed

SEED_SIZE: Final = 32


class Signer:
    """A private key with its public half.

    Made by `signer_from_seed` or `new_signer`; its text shows the public key only.
    """

    __slots__ = ("_seed", "_sign", "vkey")

    def __init__(self, vkey: Vkey, seed: bytes, sign: Callable[[bytes], bytes]) -> None:
        self.vkey: Final = vkey
        self._seed = seed
        self._sign = sign

    def sign(self, message: bytes) -> bytes:
        """The bare signature over `message`: 64 bytes (Ed25519) or 2420 bytes (ML-DSA-44)."""
        return self._sign(message)

    def __repr__(self) -> str:
        return f"Signer({self.vkey.keyid})"


def signer_from_seed(name: str, kind: int, seed: bytes) -> Signer:
    """The signer that a seed of 32 bytes stands for; the same seed always gives the same key.

    Raises:
        Malformed: a seed of another length, an unknown kind, a bad name.

    >>> signer_from_seed("record.example/acts", ED25519, b"\\x01" * 32).vkey.keyid
    'record.example/acts+5b3735e7'
    """
    check_name(name)
    if len(seed) != SEED_SIZE:
        raise Malformed(f"a key is made from {SEED_SIZE} bytes, not {len(seed)}")
    if kind in (ED25519, COSIGNATURE_ED25519):
        public, secret = crypto_sign_seed_keypair(seed)
        return Signer(Vkey(name, kind, public), seed, lambda message: crypto_sign(message, secret)[:64])
    private = MLDSA44PrivateKey.from_seed_bytes(seed)
    return Signer(Vkey(name, kind, private.public_key().public_bytes_raw()), seed, private.sign)


def new_signer(name: str, kind: int) -> Signer:
    """A signer with a fresh key from the operating system's randomness.

    >>> len(new_signer("st-a.example", ED25519).sign(b"yes"))
    64
    """
    return signer_from_seed(name, kind, secrets.token_bytes(SEED_SIZE))


def seed_of(signer: Signer) -> bytes:
    """The seed, for the one place that stores it (`keys/files.py`)."""
    return signer._seed
