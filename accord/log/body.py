"""What a checkpoint says: which log, how many entries, which root (C2SP tlog-checkpoint)."""

from __future__ import annotations

from dataclasses import dataclass

from accord.wire import base64
from accord.wire.codec import Malformed
from accord.wire.tree import HASH_SIZE, empty_root

LARGEST_SIZE = 2**63 - 1


@dataclass(frozen=True)
class Checkpoint:
    """The state of a log.

    `extensions` are further lines of the text. Accord's own log writes none, since ML-DSA-44
    cosignatures do not cover them; they are kept to read the checkpoints of others.

    >>> Checkpoint("record.example/acts", 0, empty_root()).size
    0
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()


def format_body(checkpoint: Checkpoint) -> str:
    """The text that is signed.

    >>> format_body(Checkpoint("record.example/acts", 0, empty_root()))
    'record.example/acts\\n0\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n'
    """
    lines = (checkpoint.origin, str(checkpoint.size), base64.encode(checkpoint.root), *checkpoint.extensions)
    return "".join(f"{line}\n" for line in lines)


def parse_body(text: str) -> Checkpoint:
    """The checkpoint that a note's text spells.

    Raises:
        Malformed: a missing or empty line, a size with leading zeros or beyond 2^63 - 1, a root
            that is not 32 bytes of canonical base64.

    >>> parse_body("record.example/acts\\n007\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n")
    Traceback (most recent call last):
    accord.wire.codec.Malformed: the size of a checkpoint is a plain decimal number, not '007'
    """
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() != "" or not all(lines):
        raise Malformed("a checkpoint has the lines origin, size and root, none of them empty")
    origin, size, root, *extensions = lines
    checkpoint = Checkpoint(origin, parse_number(size, "the size of a checkpoint"), base64.decode(root, HASH_SIZE))
    if checkpoint.size == 0 and checkpoint.root != empty_root():
        raise Malformed("a checkpoint of size 0 whose root is not that of the empty log")
    return Checkpoint(origin, checkpoint.size, checkpoint.root, tuple(extensions))


def parse_number(text: str, what: str) -> int:
    """A decimal number from 0 to 2^63 - 1 in its one spelling.

    >>> parse_number("70000", "the size")
    70000
    """
    if not (text.isascii() and text.isdigit() and len(text) <= 19 and (text == "0" or text[0] != "0")):
        raise Malformed(f"{what} is a plain decimal number, not {text[:40]!r}")
    number = int(text)
    if number > LARGEST_SIZE:
        raise Malformed(f"{what} is beyond 2^63 - 1")
    return number
