"""Which keys a record takes: points of the prime-order group, in their one encoding."""

from __future__ import annotations

from collections.abc import Collection

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey
from nacl.bindings import crypto_core_ed25519_is_valid_point

from accord.keys.vkey import COSIGNATURE_ED25519, ED25519, KIND_NAMES, MLDSA44, PUBLIC_SIZES, Vkey
from accord.wire.codec import Malformed

ACT_KINDS = (ED25519, MLDSA44)
"""The kinds that sign acts; the cosignature kinds sign trees and nothing else."""


def check_registrable(vkey: Vkey, kinds: Collection[int] = ACT_KINDS) -> None:
    """Insists on a key whose signatures mean one thing to every verifier.

    An Ed25519 key must be the canonical encoding of a point of the prime-order group. So the small-order
    points, for which anyone can make signatures, the encodings with y >= 2^255 - 19, and the points with a
    small-order part, on which verifiers disagree, are refused. The ML-DSA-44 encoding has no such cases
    beyond its length.

    Args:
        kinds: what may be registered here; by default the kinds that sign acts.

    Raises:
        Malformed: says which.

    >>> check_registrable(Vkey("st-a.example", ED25519, (1).to_bytes(32, "little")))
    Traceback (most recent call last):
    accord.wire.codec.Malformed: the key of 'st-a.example' is not a point that may sign: make a new key
    """
    if vkey.kind not in kinds:
        wanted = " or ".join(KIND_NAMES[kind] for kind in kinds)
        raise Malformed(f"the key of {vkey.name!r} is of the kind {KIND_NAMES[vkey.kind]}; expected {wanted}")
    if len(vkey.public) != PUBLIC_SIZES[vkey.kind]:
        raise Malformed(f"the key of {vkey.name!r} has {len(vkey.public)} bytes")
    if vkey.kind in (ED25519, COSIGNATURE_ED25519):
        if not crypto_core_ed25519_is_valid_point(vkey.public):
            raise Malformed(f"the key of {vkey.name!r} is not a point that may sign: make a new key")
    else:
        try:
            MLDSA44PublicKey.from_public_bytes(vkey.public)
        except ValueError:
            raise Malformed(f"the key of {vkey.name!r} is not an ML-DSA-44 key") from None
