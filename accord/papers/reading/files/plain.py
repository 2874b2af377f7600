"""Text as files hold it: UTF-8 or UTF-16, with or without a mark at its beginning."""

from __future__ import annotations

from accord.papers.reading.files.unreadable import Unreadable


def plain_text(data: bytes) -> str:
    """The text of a file.

    Raises:
        Unreadable: bytes that are no text of either encoding; says the line.

    >>> plain_text(b"\\xef\\xbb\\xbf1. One"), plain_text("1. Un".encode("utf-16"))
    ('1. One', '1. Un')
    """
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("not-text", line=data[: error.start].count(b"\n") + 1) from None
