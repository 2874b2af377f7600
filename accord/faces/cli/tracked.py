"""Tracked changes in the terminal: `[-what went-]`, `{+what came+}`, and after it in brackets whose that is."""

from __future__ import annotations

from collections.abc import Sequence

from accord.areas.negotiation.pieces import Piece
from accord.faces.cli.names import Names

_SIGNS = {"keep": ("", ""), "put": ("{+", "+}"), "drop": ("[-", "-]"), "bracket": ("", "")}


def tracked(pieces: Sequence[Piece], names: Names) -> str:
    """Words with what was put and dropped in them, and who put each bracket."""
    out = []
    for piece in pieces:
        before, after = _SIGNS[piece.kind]
        by = f"({names.parties(piece.by)})" if piece.by else ""
        out.append(f"{before}{piece.text}{after}{by}")
    return "".join(out)
