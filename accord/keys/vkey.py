"""Public keys as text, in the form of C2SP signed-note: `name+hex8(id)+base64(type || public)`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from accord.wire import base64
from accord.wire.codec import Malformed

ED25519 = 0x01
COSIGNATURE_ED25519 = 0x04
COSIGNATURE_MLDSA44 = 0x06
MLDSA44 = 0xFF

MLDSA44_MARK = b"accord/ml-dsa-44\n"
"""What follows the type byte 0xff: signed-note leaves that type open and asks for a longer identifier after it."""

KIND_NAMES = {
    ED25519: "Ed25519",
    COSIGNATURE_ED25519: "Ed25519 cosignature",
    COSIGNATURE_MLDSA44: "ML-DSA-44 cosignature",
    MLDSA44: "ML-DSA-44",
}

PUBLIC_SIZES = {ED25519: 32, COSIGNATURE_ED25519: 32, COSIGNATURE_MLDSA44: 1312, MLDSA44: 1312}

SIGNATURE_SIZES = {ED25519: 64, COSIGNATURE_ED25519: 64, COSIGNATURE_MLDSA44: 2420, MLDSA44: 2420}

LARGEST_NAME = 255
"""Bytes of a key name: an ML-DSA-44 cosignature carries it behind one length byte."""


@dataclass(frozen=True)
class Vkey:
    """A public key with the name it answers to and the kind of signature it checks.

    Not checked here: that the point is one that may be registered (`registration.check_registrable`).

    >>> Vkey("record.example/acts", ED25519, bytes(32)).keyid
    'record.example/acts+e9332f41'
    """

    name: str
    kind: int
    public: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if self.kind not in PUBLIC_SIZES:
            raise Malformed(f"0x{self.kind:02x} is not a kind of key this program knows")
        if len(self.public) != PUBLIC_SIZES[self.kind]:
            raise Malformed(
                f"the key of {self.name!r} has {len(self.public)} bytes;"
                f" {KIND_NAMES[self.kind]} keys have {PUBLIC_SIZES[self.kind]}"
            )

    @cached_property
    def id(self) -> bytes:
        """Four bytes by which a signature line names its key; an aid to finding it, not a proof."""
        return hashlib.sha256(self.name.encode() + b"\n" + type_bytes(self.kind) + self.public).digest()[:4]

    @cached_property
    def keyid(self) -> str:
        """Name and identifier, `name+hex8`."""
        return f"{self.name}+{self.id.hex()}"

    def __str__(self) -> str:
        return format_vkey(self)


def format_vkey(vkey: Vkey) -> str:
    """The one spelling of a public key.

    >>> key = "record.example/acts+5b3735e7+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
    >>> format_vkey(parse_vkey(key)) == key
    True
    """
    return f"{vkey.keyid}+{base64.encode(type_bytes(vkey.kind) + vkey.public)}"


def parse_vkey(text: str) -> Vkey:
    """The public key that `text` spells, in the one allowed way.

    Raises:
        Malformed: not three parts, another base64 or hexadecimal spelling, an unknown type, a
            wrong length, or an identifier that does not belong to name and key.

    >>> parse_vkey("record.example/acts+5b3735e7+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c").name
    'record.example/acts'
    >>> parse_vkey("record.example/acts+5b3735e8+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c")
    Traceback (most recent call last):
    accord.wire.codec.Malformed: the key of 'record.example/acts' has the identifier 5b3735e7, not '5b3735e8'
    """
    parts = text.split("+", 2)
    if len(parts) != 3:
        raise Malformed(f"not a public key: {text[:60]!r}; expected name+identifier+base64")
    name, identifier, encoded = parts
    kind, public = split_type(base64.decode(encoded))
    vkey = Vkey(name, kind, public)
    if vkey.id.hex() != identifier:
        raise Malformed(f"the key of {name!r} has the identifier {vkey.id.hex()}, not {identifier[:20]!r}")
    return vkey


def check_name(name: str) -> None:
    """Insists on a name that a signature line can carry: not empty, no space, no plus, no control character.

    Raises:
        Malformed: says which.

    >>> check_name("two words")
    Traceback (most recent call last):
    accord.wire.codec.Malformed: a key name has no spaces, plus signs or control characters: 'two words'
    """
    try:
        size = len(name.encode())
    except UnicodeEncodeError:
        raise Malformed("a key name is not Unicode text") from None
    if not 0 < size <= LARGEST_NAME:
        raise Malformed(f"a key name has 1 to {LARGEST_NAME} bytes, this one {size}")
    if any(sign.isspace() or sign == "+" or not sign.isprintable() for sign in name):
        raise Malformed(f"a key name has no spaces, plus signs or control characters: {name[:60]!r}")


def type_bytes(kind: int) -> bytes:
    """What stands before the key bytes: the type byte, and for 0xff the longer identifier.

    >>> type_bytes(ED25519), type_bytes(MLDSA44)
    (b'\\x01', b'\\xffaccord/ml-dsa-44\\n')
    """
    return bytes([kind]) + (MLDSA44_MARK if kind == MLDSA44 else b"")


def split_type(data: bytes) -> tuple[int, bytes]:
    """Kind and the bytes after it, from the base64 part of a public or private key.

    Raises:
        Malformed: nothing there, an unknown type, or 0xff with another identifier than ours.
    """
    if not data:
        raise Malformed("a key without bytes")
    kind = data[0]
    start = type_bytes(kind)
    if kind not in PUBLIC_SIZES or not data.startswith(start):
        raise Malformed(f"a key of type 0x{kind:02x}, which this program does not know")
    return kind, data[len(start) :]
