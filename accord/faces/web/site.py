"""The answers to addresses. Knows nothing of sockets, frameworks, disks or clocks.

/<lang>/                      the first page         /<lang>/<symbol>            a document
/<lang>/-/<page>/<arguments>  a page by its name     /<lang>/-/<desk>/<rest>     what is no page, see desks.py
... .json                     the same as JSON       ?on=2013-08-30              what held on that day
                                                     ?at=120                     what the record knew after 120 entries
"""

from __future__ import annotations

import copy as copying
import datetime
import hashlib
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

import msgspec

from accord.areas.documents.pages import normal_symbol
from accord.areas.parties.cite import Missing, Page
from accord.areas.parties.rows import as_list
from accord.client.copy import Copy
from accord.client.moments import KEPT_WORLDS, Moments
from accord.client.say import Receipt
from accord.faces.web import nearest
from accord.faces.web.answers import (
    HTML,
    JSON,
    PROBLEM,
    SEEN,
    Answer,
    Request,
    content,
    redirect,
)
from accord.faces.web.home import home
from accord.faces.web.kept import KeptAnswers, KeptPages
from accord.faces.web.missing import Problem, not_found
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import render, template_of, words_for_scripts
from accord.faces.web.sheets import Sheets
from accord.faces.web.where import Where, document_path, language_of, where_of
from accord.faces.web.written import Written
from accord.wire.base64 import encode as base64
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES
from accord.world.asked import Dated, asked, stamped
from accord.world.pages import PAGES, WrongArguments, answer

LONGEST_TARGET = 2000
DIGITS = 12
"""The most of a number of entries."""
KEPT_OF_EARLIER = 8_000_000
"""Of answers about one earlier moment, in bytes."""
READING = ("contents", "search")
"""Desks to which pages of an earlier moment lead: nothing is said there. They tell of the record as it stands."""
PENS = 100
"""Of those who write, for languages and valid days, that are kept."""
Desk = Callable[["Site", Request], Answer | Awaitable[Answer]]
"""A desk that waits for something, as for a receipt, gives an awaitable: nobody else waits meanwhile."""

Submit = Callable[[Sequence[bytes]], list[Receipt]]
"""The way to the record's writer; called in a thread of its own, since it waits for the disk."""

_log = logging.getLogger("accord.portal")


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
        self.known = asked(copy.world, copy.reader.entry)
        """The record as pages ask it."""
        self.answers = KeptAnswers(self.known)
        self.pages = KeptPages(self.known)
        self._pens: dict[tuple[str, datetime.date | None], Dated[Written]] = {}
        self.at: int | None = None
        """The entries of the record that the site is of; `None`: all of them, as they come."""
        self.moments = Moments(copy)
        self._earlier: OrderedDict[int, Site] = OrderedDict()

    def catch_up(self) -> bool:
        """Reads what the record gained. True if it gained something."""
        before = self.copy.size
        self.copy.catch_up()
        return self.copy.size > before

    # Answers.

    def kept(self, path: str, query: str) -> Answer | None:
        """The answer kept for an address, if nothing that was read for it has changed since."""
        return self.answers.find(path, query)

    def earlier(self, at: int) -> Site:
        """The site as it was when the record had so many entries: pages alone, and nothing can be said there.

        Raises:
            ValueError: the record has not so many entries.
            ProofFailed: the entries are not those that the copy verified.
        """
        if at not in self._earlier:
            site = copying.copy(self)
            site.at = at
            site.known = asked(self.moments.world(at), self.copy.reader.entry)
            site.answers = KeptAnswers(site.known, KEPT_OF_EARLIER)
            site.pages = KeptPages(site.known)
            site._pens = {}
            site.desks = {name: desk for name, desk in self.desks.items() if name in READING}
            self._earlier[at] = site
            while len(self._earlier) > KEPT_WORLDS:
                self._earlier.popitem(last=False)
        self._earlier.move_to_end(at)
        return self._earlier[at]

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
            lang = language_of(path, headers)
            return self.problem(500, lang, say(lang, "portal.fault"), twin=path.endswith(".json"))

    def _answer(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes
    ) -> Answer | Awaitable[Answer]:
        lang = language_of(path, headers)
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
            return self.other_method(method, lang, twin)
        if not rest:
            if twin or path != f"/{lang}/":
                return redirect(301, f"/{lang}/" + ("-/home.json" if twin else "") + tail)
            return self._page(path, query, lang, "home", (), fields, twin)
        if rest[0] == "-":
            name, arguments = (rest[1] if len(rest) > 1 else ""), tuple(rest[2:])
            if name == "document" and len(arguments) == 1 and self._document(arguments[0]):
                return redirect(301, document_path(lang, self._document(arguments[0]), twin) + tail)
            if name == "home" and not arguments and not twin:
                return redirect(301, f"/{lang}/{tail}")
            return self._page(path, query, lang, name, arguments, fields, twin)
        symbol = "/".join(rest)
        normal = self._document(symbol)
        if normal and (normal != symbol or path.endswith("/")):
            return redirect(301, document_path(lang, normal, twin) + tail)
        return self._page(path, query, lang, "document", (symbol,), fields, twin)

    def _without_language(self, path: str, parts: list[str], tail: str, lang: str, twin: bool) -> Answer:
        if parts[0] == "-" and len(parts) > 1 and (parts[1] in PAGES or parts[1] in self.desks):
            return redirect(302, f"/{lang}{path}{tail}", "Accept-Language")
        normal = self._document("/".join(parts))
        if normal:
            return redirect(302, document_path(lang, normal, twin) + tail, "Accept-Language")
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
        if self.at is None and fields.get("at"):
            at = fields["at"]
            if not at.isascii() or not at.isdigit() or len(at) > DIGITS or int(at) > self.copy.size:
                words = say(lang, "error.no-such-moment", at=at[:DIGITS], size=self.copy.size)
                return self.problem(404, lang, words, twin=twin)
            then = self.earlier(int(at))
            return then.kept(path, query) or then._page(path, query, lang, name, arguments, fields, twin)
        on = None
        if fields.get("on"):
            try:
                on = datetime.date.fromisoformat(fields["on"])
            except ValueError:
                return self.problem(400, lang, say(lang, "portal.bad-date", date=fields["on"][:40]), twin=twin)
        try:
            if twin:
                made = self._twin(name, arguments, on)
            else:
                made = self._shown(lang, name, arguments, on, fields.get("sort", ""), fields.get("from", ""))
        except Missing as missing:
            return self._not_found(lang, missing.kind, missing.key, twin)
        except WrongArguments:
            return self._not_found(lang, "page", "/".join((name, *arguments)), twin)
        self.answers.keep(path, query, made)
        return made.value

    def ask(self, name: str, arguments: tuple[str, ...] = (), on: datetime.date | None = None) -> Page:
        """A page of the record by its name.

        Raises:
            Missing, WrongArguments: as `world.pages.ask`.
        """
        if name == "home" and not arguments:
            return self.known.answer(lambda: home(self.known))
        return answer(self.known, name, arguments, on)

    def _twin(self, name: str, arguments: tuple[str, ...], on: datetime.date | None) -> Dated[Answer]:
        def told() -> tuple[Page, bytes]:
            page = self.pages.page((name, arguments, on), self.ask).page
            return page, msgspec.json.encode(page, enc_hook=as_list)

        made = self.known.dated(told)
        page, body = made.value
        if made.stamp > page.head.at:
            # Rows of a long list, made only now, rest on more than the page did.
            body = msgspec.json.encode(stamped(page, made.stamp), enc_hook=as_list)
        return Dated(content(JSON, body), made.read, made.stamp)

    # HTML.

    def _shown(
        self, lang: str, name: str, arguments: tuple[str, ...], on: datetime.date | None, sort: str, leaf: str
    ) -> Dated[Answer]:
        def told() -> tuple[dict[str, Any], bytes]:
            found = self.pages.page((name, arguments, on), self.ask)
            sheets = Sheets(self.written(lang, on), sort, leaf)
            where = where_of(sheets.w, name, arguments, found.page, on, found.entries, found.cited)
            shell = self._shell(sheets.w, sheets.w.title(found.page), where, page=found.page, sheets=sheets)
            return shell, render(template_of(name), **shell)

        made = self.known.dated(told)
        shell, main = made.value
        seen = hashlib.sha256(main).hexdigest()[:32]
        answer = content(HTML, main + self._foot(shell, made.stamp, seen))
        return Dated(msgspec.structs.replace(answer, headers=((SEEN, seen),)), made.read, made.stamp)

    def written(self, lang: str, on: datetime.date | None = None) -> Written:
        """Values as HTML in a language; the same one each time."""
        self.known.noting.follow()
        if len(self._pens) > PENS:
            self._pens.clear()
        if (lang, on) not in self._pens:
            self._pens[lang, on] = self.known.dated(lambda: Written(lang, self.known, on, self.at))
        pen = self._pens[lang, on]
        # It has the register of parties at hand: who writes with it reads that.
        self.known.noting.read |= pen.read
        return pen.value

    def html(self, lang: str, template: str, title: str, *, where: Where | None = None, **context: Any) -> bytes:
        """A template in the shell of the site. Templates get `w`, `site`, `where`, `title` and what is given here."""
        shell = self._shell(context.pop("w", None) or self.written(lang), title, where or Where(rest=""), **context)
        return render(template, **shell) + self._foot(shell, self.known.size)

    def _shell(self, w: Written, title: str, where: Where, **context: Any) -> dict[str, Any]:
        world = self.known.world
        return {
            "w": w,
            "title": title,
            "where": where,
            "script_words": words_for_scripts(w.lang),
            "record": world.record,
            "exercise": world.exercise,
            "complete": world.complete,
            "address": self.address,
            "desks": frozenset(self.desks),
            "demonstration": any(fact.act.kind == "editor" for fact in world.parties.tables.parties.values()),
            **context,
        }

    def _foot(self, shell: Mapping[str, Any], at: int, seen: str = "") -> bytes:
        """What a page says of itself, once it is known what was read for it: since when nothing on it has changed."""
        last = self.known.read(at - 1) if at else None
        when = None if last is None else last.admitted
        # What a desk gives its template may have a name that the foot has a use for, too: the foot's own goes before.
        own = {"at": at, "when": when, "root": base64(self.copy.root_at(at)), "seen": seen}
        return render("foot.html", **{**shell, **own})

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

    def other_method(self, method: str, lang: str, twin: bool = False, allowed: str = "GET, HEAD") -> Answer:
        """A request by a method that an address does not take, with those that it does (RFC 9110, 15.5.6)."""
        answer = self.problem(405, lang, say(lang, "portal.method", name=method[:20]), twin=twin)
        return msgspec.structs.replace(answer, headers=(("Allow", allowed),))

    def _not_found(self, lang: str, kind: str, key: str, twin: bool) -> Answer:
        words, near = not_found(self.written(lang), self.copy.world, kind, key)
        return self.problem(404, lang, words, near, twin)
