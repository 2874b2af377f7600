"""Tracked changes in the portal: told by lines and names, and by a colour for each party besides."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

from markupsafe import Markup

from accord.areas.negotiation.pieces import Piece

COLOURS = 8
"""Of which a party always has the same one; two parties may share it, so their names stand beside it."""
_ELEMENTS = {"keep": "span", "put": "ins", "drop": "del", "bracket": "mark"}


def tracked(
    pieces: Sequence[Piece], visible: Callable[[str], Markup], parties: Callable[[Sequence[str]], Markup]
) -> Markup:
    """Words with what was put and dropped in them and what stands in brackets, each with whose it is."""
    out = Markup()
    for piece in pieces:
        words = visible(piece.text)
        if piece.kind == "keep":
            out += words
            continue
        colour = f"by-{zlib.crc32(piece.by[0].encode()) % COLOURS}" if piece.by else "by-nobody"
        tag = Markup(_ELEMENTS[piece.kind])  # noqa: S704 - one of four of our own
        out += Markup('<{} class="{}">{}</{}>').format(tag, colour, words, tag)
        if piece.by:
            out += Markup('<sup class="whose">{}</sup>').format(parties(piece.by))
    return Markup('<span class="tracked">{}</span>').format(out)
