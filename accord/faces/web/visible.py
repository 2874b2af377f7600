"""What a party wrote, shown and not obeyed: escaped, and marks that steer or hide made visible."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from accord.acts.values import Person, Text
from accord.faces.cli.names import Names

_HIDDEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
STEERING = re.compile(f"{_HIDDEN}|(?<=[A-Za-z])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z])")
"""Controls, bidirectional marks, letters that nobody sees. The joiners U+200C and U+200D stay between letters of
scripts that need them, and nowhere in a Latin word."""

_MIXED = re.compile("(?<![\u0400-\u04ff])[\u0400-\u04ff]++(?=[A-Za-z])|(?<=[A-Za-z])[\u0400-\u04ff]+")
"""Cyrillic letters in one word with Latin ones, which they look like."""

SHORT = 200
"""Characters of a text that stands on many pages, as titles and names do: it is written once."""

_SUSPECT = re.compile(f"{STEERING.pattern}|[\u0400-\u04ff][A-Za-z]|[A-Za-z][\u0400-\u04ff]")


def visible(text: str) -> Markup:
    """Text as it stands, each steering mark as its code point, letters of another script in a word underlined.

    >>> visible("<b>\\u202eabc")
    Markup('&lt;b&gt;<span class="control">U+202E</span>abc')
    >>> visible("\\u0421hina")
    Markup('<span class="mixed">\\u0421</span>hina')
    """
    escaped = escape(text)
    if text.isascii() and text.isprintable():
        return escaped
    if _SUSPECT.search(escaped) is None:
        return escaped
    underlined = _MIXED.sub(r'<span class="mixed">\g<0></span>', str(escaped))
    return Markup(STEERING.sub(_mark, underlined))  # noqa: S704 - escaped above; a mark is hexadecimal


def legible(text: str) -> str:
    """Text for where no element can stand, as a title: each steering mark as its code point.

    >>> legible("a\\u202eb")
    'aU+202Eb'
    """
    return STEERING.sub(lambda match: f"U+{ord(match[0]):04X}", text)


class LegibleNames(Names):
    """Names as text for titles and attributes: nothing in them steers."""

    def text(self, text: Text) -> str:
        """A text, marked where it is in another language."""
        return legible(super().text(text))

    def person(self, person: Person) -> str:
        """A person."""
        return legible(super().person(person))


def isolated(text: str, lang: str | None = None) -> Markup:
    """Text of a party in a direction of its own, so that it cannot turn around what stands beside it.

    >>> isolated("Ordre du jour", "fr")
    Markup('<bdi lang="fr">Ordre du jour</bdi>')
    """
    return _short(text, lang) if len(text) < SHORT else _isolated(text, lang)


def _isolated(text: str, lang: str | None) -> Markup:
    opening = "<bdi>" if lang is None else f'<bdi lang="{escape(lang)}">'
    return Markup(f"{opening}{visible(text)}</bdi>")  # noqa: S704 - escaped by `visible`


_short = lru_cache(20_000)(_isolated)


def link(href: str, shown: Markup) -> Markup:
    """A link: its address is escaped, what it shows is HTML.

    >>> link("/en/?a&b", isolated("<i>"))
    Markup('<a href="/en/?a&amp;b"><bdi>&lt;i&gt;</bdi></a>')
    """
    return Markup(f'<a href="{escape(href)}">{escape(shown)}</a>')  # noqa: S704 - escaped


def _mark(match: re.Match[str]) -> str:
    return f'<span class="control">U+{ord(match[0]):04X}</span>'
