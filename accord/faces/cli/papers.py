"""Documents as people have them: the text in a file, whatever its spelling."""

from __future__ import annotations

from accord.faces.cli.errors import Complaint
from accord.faces.cli.inputs import read_bytes

LARGEST_DOCUMENT = 50_000_000


def text_of(file: str) -> str:
    """The text in a file, or of standard input for `-`.

    Raises:
        Complaint: a PDF or a word processor's file, which this edition does not read itself, or no text.
        OSError: cannot be read.
    """
    data = read_bytes(file, LARGEST_DOCUMENT)
    if data.startswith(b"%PDF"):
        raise Complaint("error.pdf", file=file)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Complaint("error.word", file=file)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Complaint("error.not-text", file=file, line=line) from None
