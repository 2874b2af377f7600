"""Base64 in one spelling: standard alphabet, padded, zero trailing bits (RFC 4648 section 3.5)."""

from __future__ import annotations

import binascii

from accord.wire.codec import Malformed


def encode(data: bytes) -> str:
    """The padded standard base64 of `data`.

    >>> encode(b"act")
    'YWN0'
    """
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def decode(text: str, size: int | None = None) -> bytes:
    """The bytes that `text` spells; with `size`, exactly that many.

    Raises:
        Malformed: another alphabet, missing padding, stray bits or white space, another size.

    >>> decode("YWN0")
    b'act'
    >>> decode("YWN1=")
    Traceback (most recent call last):
    accord.wire.codec.Malformed: not canonical base64: 'YWN1='
    """
    try:
        data = binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError):
        raise Malformed(f"not canonical base64: {text[:40]!r}") from None
    if encode(data) != text:
        raise Malformed(f"not canonical base64: {text[:40]!r}")
    if size is not None and len(data) != size:
        raise Malformed(f"{len(data)} bytes in base64 where {size} are expected")
    return data
