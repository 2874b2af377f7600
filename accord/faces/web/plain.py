"""Plain pages on localhost, until the portal is there: every page of the record, in six languages, and its `.json`.

/<lang>/-/<page>/<argument>    a page           /<lang>/<symbol>    a document
"""

from __future__ import annotations

import contextlib
import html
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import msgspec

from accord.areas.parties.cite import Missing, Page
from accord.client.copy import Copy
from accord.faces.cli.names import Names
from accord.faces.cli.shown import Shown
from accord.words.catalogue import say, say_n
from accord.words.languages import LANGUAGES, language
from accord.world.pages import PAGES, WrongArguments, ask

STYLE = (
    "body{font-family:sans-serif;max-width:72rem;margin:1rem auto;padding:0 1rem;line-height:1.45}"
    "table{border-collapse:collapse}"
    "td,th{border:1px solid #999;padding:.25rem .5rem;text-align:start;vertical-align:top}"
    "nav a{margin-inline-end:1rem}pre{white-space:pre-wrap}"
)
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Sheet:
    """A page as HTML: the same calls as the terminal's face, each escaped into its element."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.parts: list[str] = []
        self._titles = 0

    def say(self, code: str, /, **values: object) -> str:
        """The sentence for a code."""
        return say(self.lang, code, **values)

    def count(self, code: str, n: int) -> str:
        """So many things."""
        return say_n(self.lang, f"count.{code}", n)

    def heading(self, text: str) -> None:
        """A title; the first is that of the page."""
        self._titles += 1
        level = 1 if self._titles == 1 else 2
        self.parts.append(f"<h{level}>{html.escape(text)}</h{level}>")

    def line(self, text: str = "") -> None:
        """A paragraph."""
        if text:
            self.parts.append(f"<pre>{html.escape(text)}</pre>" if "\n" in text else f"<p>{html.escape(text)}</p>")

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names and what they are."""
        cells = "".join(f"<tr><th scope=row>{html.escape(a)}</th><td>{html.escape(b)}</td></tr>" for a, b in rows)
        self.parts.append(f"<table>{cells}</table>")

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Rows under headers."""
        head = "".join(f"<th scope=col>{html.escape(cell)}</th>" for cell in headers)
        body = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in rows)
        self.parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")

    def note(self, text: str) -> None:
        """A note at the foot."""
        self.parts.append(f"<footer><small>{html.escape(text)}</small></footer>")


class Site:
    """The answers to addresses. Knows nothing of sockets."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, type and bytes for an address.

        The part after `?` means nothing here; a segment is taken apart before it is unquoted.
        """
        plain = path.partition("?")[0].partition("#")[0]
        as_json = plain.endswith(".json")
        parts = [unquote(part, errors="replace") for part in plain.removesuffix(".json").split("/") if part]
        lang = parts[0] if parts and parts[0] in LANGUAGES else "en"
        rest = parts[1:] if parts and parts[0] in LANGUAGES else parts
        if not rest:
            return 200, "text/html; charset=utf-8", self._index(lang)
        if rest[0] == "-" and len(rest) > 1:
            name, arguments = rest[1], tuple(rest[2:])
        elif rest[0] == "-":
            return self._problem(404, lang, say(lang, "error.unknown-page", name="-"))
        else:
            name, arguments = "document", ("/".join(rest),)
        try:
            page = ask(self.copy.world, name, arguments, None, self.copy.reader.entry)
        except (Missing, WrongArguments):
            return self._problem(404, lang, say(lang, "error.unknown-page", name="/".join(rest)[:100]))
        if as_json:
            return 200, "application/json", msgspec.json.encode(page)
        return 200, "text/html; charset=utf-8", self._page(lang, page, name, arguments)

    def _page(self, lang: str, page: Page, name: str, arguments: tuple[str, ...]) -> bytes:
        sheet = Sheet(lang)
        Shown(sheet, Names(lang, self.copy.world)).page(page)
        here = "/".join(quote(part, safe="") for part in ("-", name, *arguments))
        return self._html(sheet, here, self._links(lang))

    def _index(self, lang: str) -> bytes:
        sheet = Sheet(lang)
        founded = self.copy.world.parties.tables.founded
        sheet.heading(self.copy.world.record if founded is None else founded.act.title.words(lang)[0])
        if self.copy.world.exercise:
            sheet.line(sheet.say("page.exercise"))
        sheet.line(sheet.say("page.designations"))
        sheet.facts([(sheet.say("page.status.origin"), self.copy.world.record)])
        return self._html(sheet, "", self._links(lang))

    def _links(self, lang: str) -> str:
        pages = [p for p in PAGES.values() if all(argument.endswith("?") for argument in p.arguments)]
        return " ".join(
            f'<a href="/{lang}/-/{p.name}">{html.escape(say(lang, f"page.{p.name}.title"))}</a>' for p in pages
        )

    def _html(self, sheet: Sheet, here: str, links: str) -> bytes:
        lang = language(sheet.lang)
        others = " ".join(
            f'<a href="/{other.code}/{here}" lang="{other.code}">{other.autonym}</a>' for other in LANGUAGES.values()
        )
        twin = f' <a href="/{lang.code}/{here}.json">JSON</a>' if here else ""
        return (
            f'<!doctype html><html lang="{lang.code}" dir="{lang.direction}"><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width"><title>Accord</title><style>{STYLE}</style>'
            f"<nav>{others}{twin}</nav><nav>{links}</nav><main>{''.join(sheet.parts)}</main></html>"
        ).encode()

    def _problem(self, status: int, lang: str, text: str) -> tuple[int, str, bytes]:
        sheet = Sheet(lang)
        sheet.heading(text)
        return status, "text/html; charset=utf-8", self._html(sheet, "", self._links(lang))


def serve(copy: Copy, port: int, ready: Callable[[str], None]) -> None:
    """Serves the pages of a copy on this machine until stopped; tells `ready` the address."""
    with server(copy, port) as running:
        ready(f"http://localhost:{running.server_address[1]}")
        with contextlib.suppress(KeyboardInterrupt):
            running.serve_forever()


def server(copy: Copy, port: int) -> ThreadingHTTPServer:
    """A server on the loopback address alone, not yet running."""
    site = Site(copy)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, body = site.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in HEADERS.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: who reads what is nobody's business."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)
