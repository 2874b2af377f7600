"""Boxes: bytes that only the holders of named keys can open, as plain age files (age-encryption.org/v1).

Nothing here is ours but the strictness: any age tool opens a box, and what any age tool sealed to an X25519
recipient opens here. A box says nothing of who sealed it: for that, an act is signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyrage  # type: ignore[import-untyped]

from accord.wire.codec import Malformed

LARGEST = 16_000_000
"""Bytes of what is sealed or opened in one piece, in memory."""

_HEAD = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----\n")


class WrongKey(ValueError):
    """None of the identities opens the box, or its bytes were changed."""


def new_identity() -> tuple[str, str]:
    """A fresh identity, to be kept secret, and its recipient, to be given away.

    >>> identity, recipient = new_identity()
    >>> identity[:16], recipient[:4]
    ('AGE-SECRET-KEY-1', 'age1')
    """
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def recipient_of(identity: str) -> str:
    """The recipient to whom boxes for this identity are sealed.

    Raises:
        Malformed: not an identity; the message never carries it.
    """
    return str(_identity(identity).to_public())


def seal(data: bytes, recipients: Sequence[str], armored: bool = False) -> bytes:
    """A box that each of the recipients can open.

    Args:
        recipients: `age1…`, at least one, none twice.
        armored: as text, for mail.

    Raises:
        Malformed: no recipient, one that is none, or more bytes than fit.

    >>> identity, recipient = new_identity()
    >>> open_box(seal(b"a non-paper", [recipient]), [identity])
    b'a non-paper'
    """
    if not recipients or len(set(recipients)) != len(recipients):
        raise Malformed("a box is sealed to one recipient or more, none twice")
    if len(data) > LARGEST:
        raise Malformed(f"{len(data)} bytes; at most {LARGEST} are sealed in one piece")
    keys = [_recipient(recipient) for recipient in recipients]
    return bytes(pyrage.encrypt(data, keys, armored=armored))


def open_box(data: bytes, identities: Iterable[str]) -> bytes:
    """What is in a box.

    Raises:
        Malformed: not an age file, or an identity that is none.
        WrongKey: no identity opens it, or it was changed or cut.
    """
    if not data.startswith(_HEAD):
        raise Malformed("not an age file")
    if len(data) > 2 * LARGEST:
        raise Malformed(f"{len(data)} bytes; at most {2 * LARGEST} are opened in one piece")
    keys = [_identity(identity) for identity in identities]
    if not keys:
        raise WrongKey("no identity was given")
    try:
        return bytes(pyrage.decrypt(data, keys))
    except pyrage.DecryptError:
        raise WrongKey("none of the identities opens this, or its bytes were changed") from None


def read_identities(text: str) -> list[str]:
    """The identities in an identity file: one a line, comments after `#`, as `age-keygen` writes it.

    Raises:
        Malformed: none in it, or a line that is none; the message names the line by its number only.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                found.append(str(_identity(line.strip())))
            except Malformed:
                raise Malformed(f"line {number} is no age identity") from None
    if not found:
        raise Malformed("no age identity in this file")
    return found


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        raise Malformed(f"not an age recipient: {text[:70]!r}; expected age1…") from None


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        raise Malformed("not an age identity; expected AGE-SECRET-KEY-1…") from None
