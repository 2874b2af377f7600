"""Canonical JSON in one spelling: a restricted profile of RFC 8785 (JCS).

The profile: no floats, integers within ±(2^53 - 1), keys in ASCII, strings in NFC.
Within it `msgspec.json.encode(order="sorted")` writes exactly the bytes of RFC 8785,
which a test proves against an independent encoder. `decode` accepts a value only in
that one spelling, so that the hash of the bytes stands for the value.
"""

from __future__ import annotations

import unicodedata
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

LARGEST_INTEGER = 2**53 - 1

_encoder = msgspec.json.Encoder(order="sorted")


class Malformed(ValueError):
    """Bytes that are not what they should be: says what, where, and what was expected."""


def encode(value: Any) -> bytes:
    """The canonical bytes of a value.

    Not checked here: that the value keeps to the profile (a typed act does by its
    types; an untyped value is checked by `check_profile`).

    >>> encode({"b": 1, "a": "é"})
    b'{"a":"\\xc3\\xa9","b":1}'
    """
    return _encoder.encode(value)


def decode(data: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """The value that `data` spells, if it spells it in the one allowed way.

    Args:
        data: UTF-8 bytes.
        decoder: a typed decoder, made once by the caller.

    Raises:
        Malformed: no JSON, not of the type, or another spelling of it (spaces,
            unsorted or repeated keys, `1.0`, escapes that need not be).

    >>> decode(b'{"a":1}', msgspec.json.Decoder(dict[str, int]))
    {'a': 1}
    >>> decode(b'{"a": 1}', msgspec.json.Decoder(dict[str, int]))
    Traceback (most recent call last):
    accord.wire.codec.Malformed: not the canonical spelling: byte 5 should be '1', is ' '
    """
    try:
        value = decoder.decode(data)
        again = _encoder.encode(value)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed(f"not readable: {error}") from None
    if again != data:
        raise Malformed(_difference(data, again))
    if not data.isascii() and not unicodedata.is_normalized("NFC", data.decode()):
        raise Malformed("a text is not in Unicode normal form NFC")
    return value


def check_profile(value: Any, where: str = "value") -> None:
    """Insists that an untyped value keeps to the profile.

    Raises:
        Malformed: names the place: a float, an integer beyond ±(2^53 - 1), a key that
            is not ASCII, a text not in NFC.

    >>> check_profile({"mass": 1.5})
    Traceback (most recent call last):
    accord.wire.codec.Malformed: value.mass: a float; write an integer of a smaller unit or a decimal string
    """
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise Malformed(f"{where}: an integer beyond 2^53 - 1; write a decimal string")
    elif isinstance(value, float):
        raise Malformed(f"{where}: a float; write an integer of a smaller unit or a decimal string")
    elif isinstance(value, str):
        if not unicodedata.is_normalized("NFC", value):
            raise Malformed(f"{where}: a text that is not in Unicode normal form NFC")
    elif isinstance(value, dict):
        for key, inner in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise Malformed(f"{where}: the key {key!r} is not ASCII text")
            check_profile(inner, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            check_profile(inner, f"{where}[{index}]")
    else:
        raise Malformed(f"{where}: {type(value).__name__} has no canonical spelling")


def _difference(data: bytes, again: bytes) -> str:
    place = next((i for i, (a, b) in enumerate(zip(data, again, strict=False)) if a != b), min(len(data), len(again)))
    found, wanted = data[place : place + 1], again[place : place + 1]

    def show(byte: bytes) -> str:
        return repr(byte.decode("latin-1")) if byte else "the end"

    return f"not the canonical spelling: byte {place} should be {show(wanted)}, is {show(found)}"
