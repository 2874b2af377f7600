"""What goes over the wire: requests as desks read them, answers with their headers. Knows no framework."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from functools import lru_cache

import msgspec

HTML = "text/html; charset=utf-8"
JSON = "application/json"
PROBLEM = "application/problem+json"
TEXT = "text/plain; charset=utf-8"
BYTES = "application/octet-stream"

SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Nothing to other sites; to this one, so that a post names the origin of its page instead of `null`.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
        "publickey-credentials-get=(self), publickey-credentials-create=(self)"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""On every answer. Reading needs no script; signing with a passkey needs the two credentials permissions."""

REVALIDATE = "no-cache"
NEVER = "no-store"
FOR_EVER = "public, max-age=31536000, immutable"
SEEN = "Accord-Seen"
"""A header of pages: a digest of what a reader sees, without what the page says of the record at its foot."""


class Request(msgspec.Struct, frozen=True):
    """A request to a desk: `/<lang>/-/<name>/<arguments>`."""

    method: str
    lang: str
    name: str
    arguments: tuple[str, ...]
    twin: bool
    """Asked with `.json`."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes = b""


class Answer(msgspec.Struct, frozen=True):
    """An answer. With an `etag` it is revalidated, and answered with 304 when the reader has it."""

    status: int
    kind: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    etag: str = ""
    caching: str = NEVER

    def all_headers(self) -> list[tuple[str, str]]:
        """Every header but the length, in the case in which people write them."""
        found = [("Content-Type", self.kind), ("Cache-Control", self.caching), *SAFE.items(), *self.headers]
        if self.etag:
            found.append(("ETag", self.etag))
        return found


def tagged(*parts: object) -> str:
    """A strong entity tag of what an answer depends on."""
    return f'"{hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


def content(kind: str, body: bytes, caching: str = REVALIDATE) -> Answer:
    """An answer whose tag is its bytes."""
    return Answer(200, kind, body, etag=f'"{hashlib.sha256(body).hexdigest()[:32]}"', caching=caching)


PACKED = (HTML, JSON, TEXT, "text/css; charset=utf-8", "text/javascript; charset=utf-8", "image/svg+xml")
"""Kinds of answers that get smaller when they are packed."""
WORTH_PACKING = range(1_000, 2_000_000)
"""Bytes: less is not worth it, and packing more would keep other readers waiting."""
VARY = ("Vary", "Accept-Encoding")


def can_pack(answer: Answer) -> bool:
    """Whether an answer is also given as gzip: one with a tag, the same for every reader, so that nothing secret
    stands beside what a reader typed."""
    return bool(answer.etag) and answer.status == 200 and answer.kind in PACKED and len(answer.body) in WORTH_PACKING


@lru_cache(256)
def packed(answer: Answer) -> Answer:
    """An answer as gzip, under a tag of its own: other bytes are another representation (RFC 9110 8.8.3.3)."""
    headers = (*answer.headers, ("Content-Encoding", "gzip"))
    body = gzip.compress(answer.body, 5, mtime=0)
    return msgspec.structs.replace(answer, body=body, headers=headers, etag=packed_tag(answer.etag))


def packed_tag(etag: str) -> str:
    """The tag of the packed form.

    >>> packed_tag('"a"')
    '"a-gzip"'
    """
    return f'{etag[:-1]}-gzip"'


def accepts_gzip(accept_encoding: str) -> bool:
    """Whether a reader takes gzip (RFC 9110 12.5.3).

    >>> accepts_gzip("br;q=1, gzip;q=0.8"), accepts_gzip("gzip;q=0"), accepts_gzip(""), accepts_gzip("*")
    (True, False, False, True)
    """
    weights = {}
    for part in accept_encoding.lower()[:500].split(","):
        coding, _, q = part.strip().partition(";")
        weights[coding.strip()] = q.strip().removeprefix("q=").strip("0.") != "" if q.strip() else True
    return weights.get("gzip", weights.get("*", False))


def redirect(status: int, to: str, vary: str = "") -> Answer:
    """An answer that sends the reader elsewhere on this site."""
    headers = [("Location", to)]
    if vary:
        headers.append(("Vary", vary))
    return Answer(status, TEXT, b"", tuple(headers), caching=REVALIDATE)


def has_it(etag: str, if_none_match: str) -> bool:
    """Whether a reader's `If-None-Match` names the tag; weak comparison, as RFC 9110 13.1.2 wants.

    >>> has_it('"a"', 'W/"a", "b"'), has_it('"a"', '*'), has_it('"a"', '"b"')
    (True, True, False)
    """
    if not etag or not if_none_match:
        return False
    return any(tag.strip().removeprefix("W/") in (etag, "*") for tag in if_none_match.split(","))


def preferred(accept_language: str, choices: tuple[str, ...], default: str = "en") -> str:
    """The language that an Accept-Language header asks for first among those there are.

    >>> preferred("de, fr-CH;q=0.9, en;q=0.8", ("en", "fr")), preferred("*", ("en", "fr"))
    ('fr', 'en')
    """
    best, weight = default, 0.0
    for part in accept_language[:1000].split(","):
        tag, _, q = part.strip().partition(";")
        try:
            value = float(q.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        code = tag.strip().lower().partition("-")[0]
        if code in choices and weight < value <= 1:
            best, weight = code, value
    return best
