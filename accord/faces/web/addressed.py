"""The addresses of pages in one language, for one valid day; and the words of the language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from accord.faces.web.visible import visible
from accord.words.catalogue import say


@lru_cache(10_000)
def _quoted(part: str) -> str:
    return quote(part, safe="")


_PLACE = re.compile("\ue000([a-z0-9_]+)\ue001")


class Addressed:
    """Knows its language, its day and its moment, and where pages lie."""

    def __init__(self, lang: str, on: datetime.date | None = None, at: int | None = None) -> None:
        self.lang = lang
        self.on = on
        self.at = at
        """The entries that the record had; `None`: as it stands."""

    def say(self, code: str, /, **values: object) -> str:
        """The sentence for a code; what it gives is text and is escaped where it is put."""
        return say(self.lang, code, **values)

    def url(self, name: str, *arguments: str, **query: str) -> str:
        """The address of a page by its name, for the same day and moment."""
        tail = "/".join(map(_quoted, (name, *arguments)))
        return f"/{self.lang}/-/{tail}{self._query(query)}"

    def document_url(self, symbol: str, place: str | None = None) -> str:
        """The address of a document: its symbol, and the unit within it."""
        anchor = f"#{quote(place)}" if place else ""
        return f"/{self.lang}/{quote(symbol, safe='/*()')}{self._query({})}{anchor}"

    def named_url(self, name: str, key: str) -> str:
        """The address of the page of a thing of a body, by its key: the body, a stroke, its label."""
        body, _, label = key.partition("/")
        return self.url(name, label, body)

    @property
    def held(self) -> str:
        """What an address says of the day and the moment for which its page shall hold, as a query."""
        return self._query({})

    def _query(self, query: Mapping[str, str]) -> str:
        on = {} if self.on is None else {"on": self.on.isoformat()}
        at = {} if self.at is None else {"at": str(self.at)}
        given = {**on, **at, **query}
        return f"?{urlencode(given)}" if given else ""

    def sentence(self, code: str, /, **values: Markup) -> Markup:
        """The sentence for a code, its values standing in it as HTML (links, isolated names).

        Wrap a value that is no HTML yet in `w.visible`.
        """
        parts = _sentence(self.lang, code, tuple(values))
        told = "".join(part if n % 2 == 0 else escape(values[part]) for n, part in enumerate(parts))
        return Markup(told)  # noqa: S704 - every part is escaped


@lru_cache(4_000)
def _sentence(lang: str, code: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """A sentence taken apart: what stands between its places, escaped, and in turn the names of the places."""
    parts = _PLACE.split(say(lang, code, **{name: f"\ue000{name}\ue001" for name in names}))
    return tuple(str(visible(part)) if n % 2 == 0 else part for n, part in enumerate(parts))


def fill(sentence: str, values: Mapping[str, Markup]) -> Markup:
    """A sentence with HTML in its places; the words between are escaped."""
    parts = _PLACE.split(sentence)
    told = "".join(visible(part) if n % 2 == 0 else escape(values[part]) for n, part in enumerate(parts))
    return Markup(told)  # noqa: S704 - every part is escaped
