"""Checks signatures. The Ed25519 rule is libsodium's, written down in docs/formats/keys.md."""

from __future__ import annotations

from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey
from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError

from accord.keys.vkey import COSIGNATURE_ED25519, ED25519, KIND_NAMES, SIGNATURE_SIZES, Vkey


class BadSignature(ValueError):
    """A signature that the named key did not make over these bytes."""


def check_signature(vkey: Vkey, message: bytes, signature: bytes) -> None:
    """Insists that the key made this signature over exactly these bytes.

    Raises:
        BadSignature: it did not, or the signature has not the length of its kind.

    >>> from accord.keys.signers import signer_from_seed
    >>> signer = signer_from_seed("st-a.example", ED25519, bytes(32))
    >>> check_signature(signer.vkey, b"yes", signer.sign(b"yes"))
    >>> check_signature(signer.vkey, b"no", signer.sign(b"yes"))
    Traceback (most recent call last):
    accord.keys.check.BadSignature: not signed by st-a.example+af95ab69
    """
    if len(signature) != SIGNATURE_SIZES[vkey.kind]:
        raise BadSignature(f"{len(signature)} bytes are no {KIND_NAMES[vkey.kind]} signature of {vkey.keyid}")
    try:
        if vkey.kind in (ED25519, COSIGNATURE_ED25519):
            crypto_sign_open(signature + message, vkey.public)
        else:
            _mldsa44(vkey.public).verify(signature, message)
    except (BadSignatureError, InvalidSignature):
        raise BadSignature(f"not signed by {vkey.keyid}") from None


def check_ed25519(public: bytes, message: bytes, signature: bytes) -> None:
    """Insists that an Ed25519 key made this signature: the fast way for those who check millions.

    The C code runs without Python's global lock, so two threads check twice as many.

    Args:
        public: 32 bytes.
        signature: 64 bytes.

    Raises:
        BadSignature: it did not, or a length is wrong.

    >>> check_ed25519(bytes(32), b"", bytes(64))
    Traceback (most recent call last):
    accord.keys.check.BadSignature: the Ed25519 signature does not fit key and message
    """
    # The lengths come first: libsodium reads 32 bytes of key whatever it is handed.
    if len(public) != 32 or len(signature) != 64:
        raise BadSignature("an Ed25519 key has 32 bytes and a signature 64")
    try:
        crypto_sign_open(signature + message, public)
    except BadSignatureError:
        raise BadSignature("the Ed25519 signature does not fit key and message") from None


@lru_cache(maxsize=1024)
def _mldsa44(public: bytes) -> MLDSA44PublicKey:
    return MLDSA44PublicKey.from_public_bytes(public)
