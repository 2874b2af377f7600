"""The things of a record that pages name and link to: documents, bodies, instruments; texts in their languages."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from accord.acts.values import Text
from accord.areas.documents.pages import normal_symbol
from accord.faces.cli.names import UNKNOWN
from accord.faces.web.addressed import Addressed
from accord.faces.web.visible import LegibleNames, isolated, link, visible
from accord.words.languages import LANGUAGES
from accord.world.asked import Asked, Dated

_UNKNOWN = Markup('<span class="unknown">{}</span>').format(UNKNOWN)


class Linked(Addressed):
    """One language, one world, one valid day; it keeps what it wrote, until what it read for it changes."""

    def __init__(self, lang: str, known: Asked, on: datetime.date | None = None, at: int | None = None) -> None:
        super().__init__(lang, on, at)
        self.names = LegibleNames(lang, known.world)
        self._world = known.world
        self._known = known
        self._noting = known.noting
        self._written: dict[tuple[Any, ...], Dated[Markup]] = {}

    def _once(self, write: Callable[..., Markup], *what: Any) -> Markup:
        key = (write.__name__, *what)
        found = self._found(key)
        return self._keep(key, lambda: write(*what)) if found is None else found

    def _found(self, key: tuple[Any, ...]) -> Markup | None:
        kept = self._written.get(key)
        if kept is None or self._noting.stamps[kept.read] != kept.stamp:
            return None
        self._noting.read |= kept.read
        return kept.value

    def _keep(self, key: tuple[Any, ...], write: Callable[[], Markup]) -> Markup:
        if len(self._written) > 50_000:
            self._written.clear()
        self._written[key] = kept = self._known.dated(write)
        return kept.value

    def text(self, text: Text | None) -> Markup:
        """A text in the language of the reader, else in its original with a visible mark."""
        if text is None:
            return self.unknown
        words, language = text.words(self.lang)
        if language == self.lang:
            return isolated(words)
        title = escape(self.say("page.original-language", language=LANGUAGES[language].autonym))
        shown = isolated(words, language)
        return Markup(f'{shown}<span class="original" title="{title}">{language}</span>')  # noqa: S704 - escaped above

    def symbol(self, symbol: str | None, place: str | None = None) -> Markup:
        """A symbol, with a link to the document where the record has it."""
        return self.unknown if symbol is None else self._once(self._symbol, symbol, place)

    def _symbol(self, symbol: str, place: str | None) -> Markup:
        shown = Markup(f'<bdi dir="ltr" class="symbol">{visible(symbol)}</bdi>')  # noqa: S704 - escaped by `visible`
        normal = normal_symbol(symbol)
        if normal not in self._world.documents.tables.documents:
            return shown
        return link(self.document_url(normal, place), shown)

    def body(self, code: str) -> Markup:
        """A body by its short name, with a link to its page."""
        fact = self._world.bodies.tables.bodies.get(code)
        if fact is None:
            return isolated(code)
        name = self.text(fact.act.short or fact.act.name)
        if self.sessions(code):
            return link(self.url("session", code), self.session_name(code))
        return link(self.url("body", code), name)

    def sessions(self, code: str) -> tuple[str, ...]:
        """The sessions of the body, where it has several."""
        found = self._world.bodies.sessions(code)
        return tuple(found) if len(found) > 1 else ()

    def session_name(self, code: str) -> Markup:
        """A session by the short name of its body and its year."""
        act = self._world.bodies.tables.bodies[code].act
        name = self.text(act.short or act.name)
        return name if act.year is None else self.sentence("view.session.name", body=name, year=escape(act.year))

    def instrument(self, code: str) -> Markup:
        """An instrument of law by its short name, with a link to its page."""
        fact = self._world.instruments.tables.instruments.get(code)
        if fact is None:
            return isolated(code)
        return link(self.url("instrument", code), self.text(fact.act.short or fact.act.name))

    def element(self, code: str) -> Markup:
        """The name of an element, where it is in the record."""
        fact = self._world.programme.tables.elements.get(code)
        return Markup("") if fact is None else self.text(fact.act.name)

    @property
    def unknown(self) -> Markup:
        """Stands where nothing is recorded."""
        return _UNKNOWN
