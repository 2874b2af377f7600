"""The portal as an ASGI application: Litestar routes in front of a site, safe headers on every answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from inspect import isawaitable
from typing import Any

import msgspec
from litestar import HttpMethod, Litestar, Request, Response, get, route
from litestar.exceptions import HTTPException

from accord.faces.web import openapi
from accord.faces.web.acting.fences import CLIENT
from accord.faces.web.answers import (
    BYTES,
    FOR_EVER,
    JSON,
    REVALIDATE,
    TEXT,
    VARY,
    Answer,
    accepts_gzip,
    can_pack,
    content,
    has_it,
    packed,
    packed_tag,
)
from accord.faces.web.plainly import is_file, refused
from accord.faces.web.rendering import static
from accord.faces.web.site import Site
from accord.log.policy import format_policy
from accord.log.store import NotStored
from accord.log.tiles import parse_path
from accord.wire.base64 import encode as base64
from accord.wire.codec import Malformed
from accord.words.catalogue import say

LARGEST_BODY = 1_100_000
"""Bytes that a form may send: a draft as a file. The desks of acts take less."""


class Health(msgspec.Struct, frozen=True):
    """What this site has verified."""

    record: str
    size: int
    root: str
    complete: bool


def make_app(site: Site) -> Litestar:
    """The portal over a site. Put `Front` before it to answer kept pages without the framework."""

    async def pages(request: Request[Any, Any, Any]) -> Response[bytes]:
        body = b"" if request.method in ("GET", "HEAD") else await request.body()
        query = request.scope.get("query_string", b"").decode("ascii", "replace")
        # Desks count by the client's address: whatever a client itself says there is replaced.
        headers = {**request.headers, CLIENT: request.client.host if request.client else ""}
        answer = site.answer(request.method, _path(request.scope), query, headers, body)
        if isawaitable(answer):
            answer = await answer
        return _response(request, answer)

    @get("/health")
    async def health(request: Request[Any, Any, Any]) -> Response[bytes]:
        copy = site.copy
        state = Health(copy.world.record, copy.size, base64(copy.root), copy.world.complete)
        return _response(request, content(JSON, msgspec.json.encode(state)))

    @get("/checkpoint")
    async def checkpoint(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _response(request, content(TEXT, site.copy.reader.store.read("checkpoint")))

    @get("/policy")
    async def policy(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _response(request, content(TEXT, format_policy(site.copy.policy)))

    @get("/tile/{name:path}")
    async def tile(request: Request[Any, Any, Any]) -> Response[bytes]:
        path = _path(request.scope).removeprefix("/")
        try:
            parse_path(path)
            return _response(request, content(BYTES, site.copy.reader.store.read(path), FOR_EVER))
        except (Malformed, NotStored):
            return _response(request, _nothing(request))

    @get("/static/{name:path}")
    async def own_file(request: Request[Any, Any, Any]) -> Response[bytes]:
        name = _path(request.scope).removeprefix("/static/")
        found = static().get(name)
        if found is None:
            return _response(request, _nothing(request))
        return _response(request, content(*found, caching=FOR_EVER if request.query_params.get("v") else REVALIDATE))

    @get("/schema/openapi.json")
    async def schema(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _response(request, content(JSON, msgspec.json.encode(openapi.document(site.address, site.desks))))

    def failed(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
        status = error.status_code if isinstance(error, HTTPException) else 500
        code = "portal.too-large" if status == 413 else "portal.bad-request" if status < 500 else "portal.fault"
        path = _path(request.scope)
        if is_file(path):
            if status == 405:
                other = refused(405, "portal.method", path, request.headers, name=request.method)
                allow = ("Allow", "GET, HEAD")
                return _response(request, msgspec.structs.replace(other, headers=(*other.headers, allow)))
            return _response(request, refused(status, code, path, request.headers))
        lang = (
            path.split("/")[1] if path[1:3] in ("ar", "zh", "en", "fr", "ru", "es") and path[3:4] in ("", "/") else "en"
        )
        answer = site.problem(status, lang, say(lang, code), twin=path.endswith(".json"))
        return _response(request, answer)

    methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE]
    every = route(["/", "/{path:path}"], http_method=methods, include_in_schema=False)(pages)
    return Litestar(
        route_handlers=[health, checkpoint, policy, tile, own_file, schema, every],
        exception_handlers={Exception: failed},
        openapi_config=None,
        request_max_body_size=LARGEST_BODY,
        logging_config=None,
    )


_CONDITIONS = (b"if-none-match", b"accept-encoding")
"""The headers that choose between forms of an answer."""


class Front:
    """Answers what the site has kept, and 304, before any framework is asked; everything else goes on."""

    def __init__(self, site: Site, app: Callable[[Any, Any, Any], Awaitable[None]]) -> None:
        self.site = site
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One request."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            answer = self.site.kept(_path(scope), scope["query_string"].decode("ascii", "replace"))
            if answer is not None:
                given = {k: v.decode("latin-1") for k, v in scope["headers"] if k in _CONDITIONS}
                tags, accepted = (given.get(name, "") for name in _CONDITIONS)
                status, body, headers = _wire(answer, scope["method"], tags, accepted)
                raw = [(k.lower().encode(), v.encode("latin-1")) for k, v in headers]
                raw.append((b"content-length", str(len(body)).encode()))
                body = b"" if scope["method"] == "HEAD" else body
                await send({"type": "http.response.start", "status": status, "headers": raw})
                await send({"type": "http.response.body", "body": body, "more_body": False})
                return
        await self.app(scope, receive, send)


def _wire(answer: Answer, method: str, tags: str, accepted: str) -> tuple[int, bytes, Iterable[tuple[str, str]]]:
    """Status, body and headers for a reader who has the answers with these tags and accepts these encodings."""
    known: tuple[str, ...] = (answer.etag,)
    vary: list[tuple[str, str]] = []
    if can_pack(answer):
        known, vary = (answer.etag, packed_tag(answer.etag)), [VARY]
    zipped = bool(vary) and accepts_gzip(accepted)
    if method in ("GET", "HEAD") and answer.status == 200 and any(has_it(tag, tags) for tag in known):
        answer = msgspec.structs.replace(answer, etag=known[-1] if zipped else answer.etag)
        headers = [(k, v) for k, v in answer.all_headers() if k not in ("Content-Type", "Content-Disposition")]
        return 304, b"", [*headers, *vary]
    if zipped:
        answer = packed(answer)
    return answer.status, answer.body, [*answer.all_headers(), *vary]


def _response(request: Request[Any, Any, Any], answer: Answer) -> Response[bytes]:
    tags, accepted = (request.headers.get(name.decode(), "") for name in _CONDITIONS)
    status, body, headers = _wire(answer, request.method, tags, accepted)
    return Response(
        b"" if request.method == "HEAD" else body,
        status_code=status,
        headers={k: v for k, v in headers if k != "Content-Type"},
        media_type=None if status == 304 else answer.kind.partition(";")[0],  # Litestar adds the charset.
    )


def _path(scope: Any) -> str:
    """The path as on the wire: a segment is taken apart before it is unquoted, so `%2F` stays within one."""
    raw = scope.get("raw_path") or b""
    text = raw.partition(b"?")[0].decode("ascii", "replace") if raw else str(scope["path"])
    return text if text.startswith("/") else "/" + text


def _nothing(request: Request[Any, Any, Any]) -> Answer:
    path = _path(request.scope)
    return refused(404, "portal.not-found.address", path, request.headers, address=path[:100])
