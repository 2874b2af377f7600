"""What is answered where there is nothing: why, and the nearest there is."""

from __future__ import annotations

import msgspec

from accord.acts.symbols import parse as parse_symbol
from accord.faces.web import nearest
from accord.faces.web.nearest import Near
from accord.faces.web.written import Written
from accord.wire.codec import Malformed
from accord.world.world import World


class Problem(msgspec.Struct, frozen=True):
    """Why a request was not answered (RFC 9457), and what may have been meant."""

    title: str
    status: int
    detail: str
    nearest: tuple[Near, ...] = ()
    type: str = "about:blank"


def not_found(w: Written, world: World, kind: str, key: str) -> tuple[str, tuple[Near, ...]]:
    """That there is nothing under a name, and the nearest to what somebody looked for."""
    shown = key[:100]
    near: tuple[Near, ...] = ()
    if kind == "page":
        words, near = w.say("portal.not-found.address", address=shown), nearest.near_pages(w, key.partition("/")[0])
    elif kind == "document":
        words = w.say("portal.not-found.document", name=shown)
        near = nearest.near_documents(w, world, _symbol(key))
    elif kind in ("party", "group"):
        words = w.say("portal.not-found.name", name=shown)
        near = nearest.near_parties(w, world, key)
    else:
        words, near = w.say("portal.not-found.name", name=shown), nearest.list_of(w, kind)
    return words, near or nearest.near_pages(w, "")


def _symbol(text: str) -> str:
    try:
        return parse_symbol(text).normal
    except Malformed:
        return text
