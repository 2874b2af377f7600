"""Answers packed as gzip: for who accepts it, under a tag of their own, and the same bytes within."""

from __future__ import annotations

import asyncio
import gzip
from typing import Any

import pytest

from accord.faces.web.answers import HTML, NEVER, Answer, can_pack, content
from accord.faces.web.app import Front, make_app
from accord.faces.web.site import Site

PATH = "/en/-/documents"


def get(site: Site, path: str = PATH, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """An answer over ASGI."""
    sent: list[dict[str, Any]] = []

    async def ask() -> None:
        given = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        scope = {
            "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
            "headers": given, "client": ("127.0.0.1", 1), "server": ("localhost", 80), "scheme": "http",
            "http_version": "1.1", "asgi": {"version": "3.0"}, "root_path": "", "extensions": {},
        }  # fmt: skip

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await Front(site, make_app(site))(scope, receive, send)

    asyncio.run(ask())
    told = {k.decode().lower(): v.decode() for k, v in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize("kept", [False, True], ids=["made for it", "kept"])
def test_who_accepts_gzip_gets_the_same_page_smaller(site: Site, kept: bool) -> None:
    site = Site(site.copy)
    body = site.answer("GET", PATH).body if kept else b""  # type: ignore[union-attr]
    status, headers, packed = get(site, accept_encoding="gzip, br")
    plain_status, plain, whole = get(site, accept_encoding="identity")
    assert (status, plain_status) == (200, 200)
    assert headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain
    assert gzip.decompress(packed) == whole
    assert len(packed) < len(whole) / 2
    assert not kept or whole == body
    assert (headers["content-length"], plain["content-length"]) == (str(len(packed)), str(len(whole)))
    assert headers["etag"] != plain["etag"]
    assert headers["vary"] == plain["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_the_tag_of_either_form_is_answered_with_304(site: Site, accepted: str) -> None:
    _, headers, _ = get(site, accept_encoding=accepted)
    status, told, body = get(site, accept_encoding=accepted, if_none_match=headers["etag"])
    assert (status, body, told["etag"], told["vary"]) == (304, b"", headers["etag"], "Accept-Encoding")
    assert "content-encoding" not in told


def test_what_is_for_one_reader_or_small_is_not_packed() -> None:
    assert can_pack(content(HTML, b"x" * 2000))
    assert not can_pack(content(HTML, b"x" * 999))
    assert not can_pack(Answer(200, HTML, b"x" * 2000, caching=NEVER)), "without a tag: a form, a receipt"
    assert not can_pack(content("application/octet-stream", b"x" * 2000))
