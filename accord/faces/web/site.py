"""The answers to addresses. Knows nothing of sockets, frameworks, disks or clocks.

/<lang>/                      the first page         /<lang>/<symbol>            a document
/<lang>/-/<page>/<arguments>  a page by its name     /<lang>/-/<desk>/<rest>     what is no page, see desks.py
... .json                     the same as JSON       ?on=2013-08-30              what held on that day
"""

from __future__ import annotations

import datetime
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

import msgspec

from accord.acts.symbols import parse as parse_symbol
from accord.areas.documents.pages import normal_symbol
from accord.areas.parties.cite import Missing, Page
from accord.client.copy import Copy
from accord.client.say import Receipt
from accord.faces.web import nearest
from accord.faces.web.answers import (
    HTML,
    JSON,
    PROBLEM,
    REVALIDATE,
    Answer,
    Request,
    preferred,
    redirect,
    tagged,
)
from accord.faces.web.home import home
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build, render, template_of, words_for_scripts
from accord.faces.web.sheets import Sheets, entries_of
from accord.faces.web.written import Written
from accord.wire.base64 import encode as base64
from accord.wire.codec import Malformed
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES
from accord.world.pages import PAGES, Asked, WrongArguments, ask, asked

CODES = tuple(LANGUAGES)
LONGEST_TARGET = 2000
KEPT_BYTES = 64_000_000
"""Of answers kept in memory."""
LARGEST_KEPT = 4_000_000
"""Of one answer: a larger one is made each time, and makes no other one go."""
KEPT_ROWS = 250_000
"""Of pages kept in memory as they were asked, before they are written in a language; a page counts as one more."""

Desk = Callable[["Site", Request], Answer | Awaitable[Answer]]
"""A desk that waits for something, as for a receipt, gives an awaitable: nobody else waits meanwhile."""

Submit = Callable[[Sequence[bytes]], list[Receipt]]
"""The way to the record's writer; called in a thread of its own, since it waits for the disk."""

_log = logging.getLogger("accord.portal")


class Problem(msgspec.Struct, frozen=True):
    """Why a request was not answered (RFC 9457), and what may have been meant."""

    title: str
    status: int
    detail: str
    nearest: tuple[Near, ...] = ()
    type: str = "about:blank"


class Where(msgspec.Struct, frozen=True):
    """Where a page stands on the site."""

    rest: str
    """The address without its language: `/<lang>/` and this is the page."""
    query: str = ""
    twin: str = ""
    crumbs: tuple[Near, ...] = ()
    command: str = ""
    """The page in the terminal, after `accord show RECORD`."""
    entries: tuple[int, ...] = ()


class Site:
    """One record as a site.

    Args:
        copy: the verified copy that pages are asked of. Who owns the clock calls `catch_up`, in the thread
            that answers: a world is not read while it changes.
        address: where the site is reached, for the commands that pages print.
        submit: hands signed acts to the record's writer; without it the site only reads.
        desks: what is no page: name → how it answers.
    """

    def __init__(
        self,
        copy: Copy,
        address: str = "http://localhost:8514",
        desks: Mapping[str, Desk] | None = None,
        submit: Submit | None = None,
    ) -> None:
        from accord.faces.web.desks import DESKS

        self.copy = copy
        self.address = address
        self.submit = submit
        self.desks = dict(DESKS if desks is None else desks)
        self._changed: dict[str, int] = {}
        self._since = copy.size
        self._kept: OrderedDict[tuple[str, str], tuple[tuple[str, ...] | None, int, Answer]] = OrderedDict()
        self._kept_bytes = 0
        self._pages: OrderedDict[tuple[Any, ...], tuple[Page, tuple[int, ...]]] = OrderedDict()
        self._pages_at = copy.size
        self._rows = 0
        self._pens: dict[tuple[str, datetime.date | None], Written] = {}
        self._pens_at = -1

    # What changed.

    def catch_up(self) -> bool:
        """Reads what the record gained. True if it gained something."""
        before = self.copy.size
        self.copy.catch_up()
        known = Asked(self.copy.world, self.copy.reader.entry)
        for index in range(before, self.copy.size):
            entry = known.read(index)
            # What this copy cannot read may change anything: then no page is as before.
            area = "" if entry is None else type(entry.act).__module__.removeprefix("accord.areas.").partition(".")[0]
            self._changed[area] = index + 1
        return self.copy.size > before

    def stamp(self, reads: tuple[str, ...] | None) -> int:
        """The size of the record when one of the areas named last gained an act; of none, its size now.

        Views listen to acts of earlier areas, never of later ones: a page names each area that it reads.
        """
        if reads is None:
            return self.copy.size
        return max(self._since, *(self._changed.get(area, 0) for area in ("", "parties", *reads)))

    def warm(self) -> None:
        """Asks a page of each kind, so that the first readers need not wait for what pages look things up in."""
        world = self.copy.world
        first = {
            "party": next(iter(world.parties.tables.parties), None),
            "symbol": next(iter(world.documents.tables.documents), None),
            "index": "0" if self.copy.size else None,
        }
        for page in PAGES.values():
            wanted = [name for name in page.arguments if not name.endswith("?")]
            arguments = [first.get(name) for name in wanted]
            if None not in arguments:
                address = "/".join(quote(str(argument), safe="") for argument in arguments)
                self.answer("GET", f"/en/-/{page.name}" + (f"/{address}" if address else ""))

    # Answers.

    def kept(self, path: str, query: str) -> Answer | None:
        """The answer kept for an address, if nothing that it reads has changed since."""
        found = self._kept.get((path, query))
        if found is None or self.stamp(found[0]) != found[1]:
            return None
        self._kept.move_to_end((path, query))
        return found[2]

    def answer(
        self, method: str, path: str, query: str = "", headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> Answer | Awaitable[Answer]:
        """The answer to a request. `path` and `query` are as on the wire, not yet unquoted."""
        kept = self.kept(path, query) if method in ("GET", "HEAD") else None
        if kept is not None:
            return kept
        headers = {} if headers is None else headers
        try:
            return self._answer(method, path, query, headers, body)
        except Exception:
            _log.exception("no answer to %s", path[:200])
            lang = _language_of(path, headers)
            return self.problem(500, lang, say(lang, "portal.fault"), twin=path.endswith(".json"))

    def _answer(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes
    ) -> Answer | Awaitable[Answer]:
        lang = _language_of(path, headers)
        twin = path.endswith(".json")
        if len(path) + len(query) > LONGEST_TARGET:
            return self.problem(414, lang, say(lang, "portal.bad-request"), twin=twin)
        parts = [unquote(part, errors="replace") for part in path.removesuffix(".json").split("/") if part]
        fields = dict(parse_qsl(query, keep_blank_values=True, errors="replace", max_num_fields=1000))
        tail = f"?{query}" if query else ""
        if not parts:
            return redirect(302, f"/{lang}/", "Accept-Language")
        if parts[0] not in LANGUAGES:
            return self._without_language(path, parts, tail, lang, twin)
        rest = parts[1:]
        if len(rest) > 1 and rest[0] == "-" and rest[1] in self.desks:
            asking = Request(method, lang, rest[1], tuple(rest[2:]), twin, fields, headers, body)
            return self.desks[rest[1]](self, asking)
        if method not in ("GET", "HEAD"):
            answer = self.problem(405, lang, say(lang, "portal.method", name=method[:20]), twin=twin)
            return msgspec.structs.replace(answer, headers=(("Allow", "GET, HEAD"),))
        if not rest:
            if twin or path != f"/{lang}/":
                return redirect(301, f"/{lang}/" + ("-/home.json" if twin else "") + tail)
            return self._page(path, query, lang, "home", (), fields, twin)
        if rest[0] == "-":
            name, arguments = (rest[1] if len(rest) > 1 else ""), tuple(rest[2:])
            if name == "document" and len(arguments) == 1 and self._document(arguments[0]):
                return redirect(301, _document_path(lang, self._document(arguments[0]), twin) + tail)
            if name == "home" and not arguments and not twin:
                return redirect(301, f"/{lang}/{tail}")
            return self._page(path, query, lang, name, arguments, fields, twin)
        symbol = "/".join(rest)
        normal = self._document(symbol)
        if normal and (normal != symbol or path.endswith("/")):
            return redirect(301, _document_path(lang, normal, twin) + tail)
        return self._page(path, query, lang, "document", (symbol,), fields, twin)

    def _without_language(self, path: str, parts: list[str], tail: str, lang: str, twin: bool) -> Answer:
        if parts[0] == "-" and len(parts) > 1 and (parts[1] in PAGES or parts[1] in self.desks):
            return redirect(302, f"/{lang}{path}{tail}", "Accept-Language")
        normal = self._document("/".join(parts))
        if normal:
            return redirect(302, _document_path(lang, normal, twin) + tail, "Accept-Language")
        rest = "/".join(quote(part, safe="") for part in parts[1:])
        if parts[0].lower() in LANGUAGES:
            return redirect(301, f"/{parts[0].lower()}/{rest}{tail}")
        if len(parts[0]) <= 3 and parts[0].islower():
            words = say(lang, "portal.not-found.language", name=parts[0])
            return self.problem(404, lang, words, nearest.languages(rest), twin)
        return self._not_found(lang, "document", "/".join(parts), twin)

    def _document(self, symbol: str) -> str:
        """The normal symbol of a document of the record, however it is written; empty if there is none."""
        register = self.copy.world.documents.tables.documents
        normal = normal_symbol(symbol)
        if normal in register:
            return normal
        if not symbol.isascii() or len(symbol) > 100:
            return ""
        return next((s for s in register if s.casefold() == symbol.casefold()), "")

    def _page(
        self,
        path: str,
        query: str,
        lang: str,
        name: str,
        arguments: tuple[str, ...],
        fields: Mapping[str, str],
        twin: bool,
    ) -> Answer:
        on = None
        if fields.get("on"):
            try:
                on = datetime.date.fromisoformat(fields["on"])
            except ValueError:
                return self.problem(400, lang, say(lang, "portal.bad-date", date=fields["on"][:40]), twin=twin)
        try:
            page, entries = self._asked(name, arguments, on)
        except Missing as missing:
            return self._not_found(lang, missing.kind, missing.key, twin)
        except WrongArguments:
            return self._not_found(lang, "page", "/".join((name, *arguments)), twin)
        reads = reads_of(page)
        stamp = self.stamp(reads)
        sort, leaf = fields.get("sort", ""), fields.get("from", "")
        tag = tagged(build(), self.copy.world.record, name, arguments, lang, on, sort, leaf, twin, stamp, self.address)
        if twin:
            answer = Answer(200, JSON, msgspec.json.encode(page), etag=tag, caching=REVALIDATE)
        else:
            body = self._html(lang, name, arguments, page, entries, on, Sheets(self.written(lang, on), sort, leaf))
            answer = Answer(200, HTML, body, etag=tag, caching=REVALIDATE)
        self._keep(path, query, reads, stamp, answer)
        return answer

    def ask(self, name: str, arguments: tuple[str, ...] = (), on: datetime.date | None = None) -> Page:
        """A page of the record by its name.

        Raises:
            Missing, WrongArguments: as `world.pages.ask`.
        """
        if name == "home" and not arguments:
            return home(asked(self.copy.world, self.copy.reader.entry))
        return ask(self.copy.world, name, arguments, on, self.copy.reader.entry)

    def _asked(self, name: str, arguments: tuple[str, ...], on: datetime.date | None) -> tuple[Page, tuple[int, ...]]:
        """A page and the entries it cites, asked once for all languages, orders and parts; until the record grows."""
        if self._pages_at != self.copy.size:
            self._pages, self._pages_at, self._rows = OrderedDict(), self.copy.size, 0
        if (name, arguments, on) not in self._pages:
            page = self.ask(name, arguments, on)
            entries = tuple(entries_of(page))
            self._pages[name, arguments, on] = page, entries
            self._rows += len(entries) + 1
            while self._rows > KEPT_ROWS and len(self._pages) > 1:
                _, (_, gone) = self._pages.popitem(last=False)
                self._rows -= len(gone) + 1
        self._pages.move_to_end((name, arguments, on))
        return self._pages[name, arguments, on]

    def _keep(self, path: str, query: str, reads: tuple[str, ...] | None, stamp: int, answer: Answer) -> None:
        if len(answer.body) > LARGEST_KEPT:
            return
        old = self._kept.pop((path, query), None)
        self._kept_bytes += len(answer.body) - (len(old[2].body) if old else 0)
        self._kept[path, query] = (reads, stamp, answer)
        while self._kept_bytes > KEPT_BYTES:
            _, (_, _, gone) = self._kept.popitem(last=False)
            self._kept_bytes -= len(gone.body)

    # HTML.

    def _html(
        self,
        lang: str,
        name: str,
        arguments: tuple[str, ...],
        page: Page,
        entries: tuple[int, ...],
        on: datetime.date | None,
        sheets: Sheets,
    ) -> bytes:
        w = sheets.w
        crumbs: tuple[Near, ...] = ()
        if name == "home":
            rest, command = "", ""
        elif name == "document":
            symbol = page.symbol  # type: ignore[attr-defined]
            rest = _document_path("", symbol, False).lstrip("/")
            crumbs = (Near(w.say("page.documents.title"), w.url("documents")),)
            command = f"document {symbol}"
        else:
            rest = "/".join(("-", name, *(quote(part, safe="") for part in arguments)))
            crumbs = _crumbs(w, name, arguments)
            command = " ".join((name, *(_shell_word(argument) for argument in arguments)))
        where = Where(
            rest=rest,
            query=f"?on={on.isoformat()}" if on else "",
            twin=f"/{lang}/{rest or '-/home'}.json" + (f"?on={on.isoformat()}" if on else ""),
            crumbs=crumbs,
            command=f"{command} --lang {lang}{f' --on {on.isoformat()}' if on else ''}" if command else "",
            entries=entries,
        )
        return self.html(
            lang,
            template_of(name),
            w.title(page),
            where=where,
            w=w,
            page=page,
            sheets=sheets,
            exercise=page.head.exercise,
        )

    def written(self, lang: str, on: datetime.date | None = None) -> Written:
        """Values as HTML in a language; the same one until the record grows."""
        if self._pens_at != self.copy.size or len(self._pens) > 100:
            self._pens, self._pens_at = {}, self.copy.size
        if (lang, on) not in self._pens:
            self._pens[lang, on] = Written(lang, self.copy.world, on)
        return self._pens[lang, on]

    def html(self, lang: str, template: str, title: str, *, where: Where | None = None, **context: Any) -> bytes:
        """A template in the shell of the site. Templates get `w`, `site`, `where`, `title` and what is given here."""
        context.setdefault("w", self.written(lang))
        context.setdefault("exercise", self.copy.world.exercise)
        world = self.copy.world
        return render(
            template,
            title=title,
            where=where or Where(rest=""),
            script_words=words_for_scripts(lang),
            record=world.record,
            size=self.copy.size,
            root=base64(self.copy.root),
            last=world.admitted if self.copy.size else None,
            complete=world.complete,
            address=self.address,
            desks=frozenset(self.desks),
            demonstration=any(fact.act.kind == "editor" for fact in world.parties.tables.parties.values()),
            **context,
        )

    # What is not there.

    def problem(self, status: int, lang: str, detail: str, near: tuple[Near, ...] = (), twin: bool = False) -> Answer:
        """Why there is no answer, as a page or as a problem for machines."""
        title = say(
            lang,
            "portal.not-found.title" if status == 404 else "portal.bad-request" if status < 500 else "portal.fault",
        )
        if twin:
            return Answer(status, PROBLEM, msgspec.json.encode(Problem(title, status, detail, near)))
        return Answer(status, HTML, self.html(lang, "problem.html", title, detail=detail, near=near, status=status))

    def _not_found(self, lang: str, kind: str, key: str, twin: bool) -> Answer:
        """The nearest there is to what somebody looked for."""
        w = self.written(lang)
        shown = key[:100]
        near: tuple[Near, ...] = ()
        if kind == "page":
            words, near = w.say("portal.not-found.address", address=shown), nearest.near_pages(w, key.partition("/")[0])
        elif kind == "document":
            words = w.say("portal.not-found.document", name=shown)
            near = nearest.near_documents(w, self.copy.world, _symbol(key))
        elif kind in ("party", "group"):
            words = w.say("portal.not-found.name", name=shown)
            near = nearest.near_parties(w, self.copy.world, key)
        else:
            words = w.say("portal.not-found.name", name=shown)
        return self.problem(404, lang, words, near or nearest.near_pages(w, ""), twin)


def reads_of(page: Page) -> tuple[str, ...] | None:
    """The areas that a page reads, where its type declares them (`reads: ClassVar = ("documents",)`); else all."""
    return getattr(type(page), "reads", None)


def _crumbs(w: Written, name: str, arguments: tuple[str, ...]) -> tuple[Near, ...]:
    parent = {
        "party": "parties",
        "group": "parties",
        "panel": "panels",
        "body": "bodies",
        "entry": "record",
        "keys": "record",
        "entries": "record",
        "day": "days",
        "statement": "statements",
    }
    crumbs = []
    if name in parent:
        crumbs.append(Near(w.say(f"page.{parent[name]}.title"), w.url(parent[name])))
    if name in ("units", "unit") and arguments:
        crumbs.append(Near(arguments[0], w.document_url(normal_symbol(arguments[0]))))
    return tuple(crumbs)


def _document_path(lang: str, symbol: str, twin: bool) -> str:
    return f"/{lang}/{quote(symbol, safe='/*()')}{'.json' if twin else ''}"


def _symbol(text: str) -> str:
    try:
        return parse_symbol(text).normal
    except Malformed:
        return text


def _shell_word(argument: str) -> str:
    """An argument as a shell takes it."""
    plain = argument.replace("-", "").replace("/", "").replace(".", "")
    return argument if plain.isascii() and plain.isalnum() else "'" + argument.replace("'", "'\\''") + "'"


def _language_of(path: str, headers: Mapping[str, str]) -> str:
    first = path.lstrip("/").partition("/")[0].partition(".")[0]
    return first if first in LANGUAGES else preferred(headers.get("accept-language", ""), CODES)
