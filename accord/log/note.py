"""Signed notes (C2SP signed-note): a text, an empty line, and lines of signatures."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass

from accord.keys.check import BadSignature, check_signature
from accord.keys.vkey import ED25519, Vkey
from accord.log.cosignature import COSIGNATURE_KINDS, check_cosignature
from accord.wire import base64
from accord.wire.codec import Malformed

LARGEST_NOTE = 1_000_000
MOST_SIGNATURES = 100

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True)
class Signature:
    """One signature line: whose it says it is, and the bytes after the key identifier."""

    name: str
    id: bytes
    payload: bytes


@dataclass(frozen=True)
class Note:
    """A text, ending in a newline, with its signatures, not yet checked."""

    text: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True)
class Verified:
    """A signature that was checked: the key, and the time it states in POSIX seconds, for cosignatures."""

    vkey: Vkey
    time_s: int | None


def format_note(note: Note) -> bytes:
    """The bytes of a signed note.

    >>> format_note(Note("hello\\n", (Signature("a.example", b"\\x00\\x01\\x02\\x03", b"sig"),))).decode()
    'hello\\n\\n— a.example AAECA3NpZw==\\n'
    """
    return (note.text + "\n" + "".join(map(format_signature, note.signatures))).encode()


def format_signature(signature: Signature) -> str:
    """One signature line with its newline."""
    return f"— {signature.name} {base64.encode(signature.id + signature.payload)}\n"


def parse_note(data: bytes, lenient: bool = False) -> Note:
    """The note that `data` spells.

    Args:
        lenient: take base64 with stray trailing bits in signature lines, as Go does. For the notes
            of others, where a refusal would be answered otherwise than the reference answers it;
            never for our own record.

    Raises:
        Malformed: not UTF-8, control characters, no signature, a line of another form, too large.

    >>> parse_note("hello\\n\\n— a.example AAECA3NpZw==\\n".encode()).signatures[0].name
    'a.example'
    """
    if len(data) > LARGEST_NOTE:
        raise Malformed(f"a note of {len(data)} bytes; at most {LARGEST_NOTE} are read")
    try:
        whole = data.decode()
    except UnicodeDecodeError:
        raise Malformed("a note is UTF-8 text, this is not") from None
    if _CONTROL.search(whole):
        raise Malformed("a note has no control characters other than the newline")
    end = whole.rfind("\n\n")
    if end < 0:
        raise Malformed("a note has a text, an empty line and signature lines; there is no empty line")
    text, lines = whole[: end + 1], whole[end + 2 :].split("\n")
    if lines.pop() != "" or not lines:
        raise Malformed("a note ends with one or more signature lines")
    if len(lines) > MOST_SIGNATURES:
        raise Malformed(f"a note with {len(lines)} signatures; at most {MOST_SIGNATURES} are read")
    return Note(text, tuple(_parse_line(line, lenient) for line in lines))


def parse_signature(line: str, lenient: bool = False) -> Signature:
    """The signature that one line, with its newline, spells.

    Raises:
        Malformed: another form.
    """
    if not line.endswith("\n"):
        raise Malformed("a signature line ends with a newline")
    return _parse_line(line[:-1], lenient)


def check_note(note: Note, vkeys: Iterable[Vkey], exact: bool = False) -> list[Verified]:
    """Insists that known keys signed this text; returns their signatures, in the note's order.

    Lines of unknown keys are passed over, as signed-note demands, unless `exact`: then every line
    must be of a known key, each once. So in an exact note no byte can change unseen.

    Raises:
        BadSignature: a known key's line does not verify, no known key signed, or, if `exact`, an
            unknown or repeated line.
        Malformed: two known keys with the same name and identifier.
    """
    known: dict[tuple[str, bytes], Vkey] = {}
    for vkey in vkeys:
        if known.setdefault((vkey.name, vkey.id), vkey) != vkey:
            raise Malformed(f"two different keys are named {vkey.keyid}")
    verified: list[Verified] = []
    seen: set[tuple[str, bytes]] = set()
    for signature in note.signatures:
        place = signature.name, signature.id
        found = known.get(place)
        if exact and (found is None or place in seen):
            raise BadSignature(f"the line of {signature.name}+{signature.id.hex()} is unknown or repeated")
        if found is not None and place not in seen:
            seen.add(place)
            verified.append(Verified(found, check_line(found, note.text, signature.payload)))
    if not verified:
        raise BadSignature("none of the known keys signed this note")
    return verified


def check_line(vkey: Vkey, text: str, payload: bytes) -> int | None:
    """Insists that a key made this line over this text; returns the time it states, if its kind states one.

    Raises:
        BadSignature: it did not, or keys of this kind sign no notes.
    """
    if vkey.kind in COSIGNATURE_KINDS:
        return check_cosignature(vkey, text, payload)
    if vkey.kind != ED25519:
        raise BadSignature(f"{vkey.keyid} signs acts, not notes")
    check_signature(vkey, text.encode(), payload)
    return None


def _parse_line(line: str, lenient: bool) -> Signature:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—":
        raise Malformed(f"a signature line reads '— name base64', not {line[:60]!r}")
    _, name, encoded = parts
    if not name or "+" in name or any(sign.isspace() for sign in name):
        raise Malformed(f"not the name of a key: {name[:60]!r}")
    data = _decode_leniently(encoded) if lenient else base64.decode(encoded)
    if len(data) < 5:
        raise Malformed(f"the signature line of {name[:60]!r} carries no signature")
    return Signature(name, data[:4], data[4:])


def _decode_leniently(text: str) -> bytes:
    """Padded standard base64 whose last bits may be anything (what Go's StdEncoding takes)."""
    try:
        return binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError):
        raise Malformed(f"not base64: {text[:40]!r}") from None
