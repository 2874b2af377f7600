"""What a party wrote, shown and not obeyed: escaped, and marks that steer the reading direction made visible."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Controls and bidirectional marks. The joiners U+200C and U+200D stay: Arabic script needs them."""


def visible(text: str) -> Markup:
    """Text as it stands, each steering mark as its code point.

    >>> visible("<b>\\u202eabc")
    Markup('&lt;b&gt;<span class="control">U+202E</span>abc')
    """
    escaped = escape(text)
    if STEERING.search(escaped) is None:
        return escaped
    return Markup(STEERING.sub(_mark, escaped))  # noqa: S704 - escaped above; a mark is hexadecimal


def isolated(text: str, lang: str | None = None) -> Markup:
    """Text of a party in a direction of its own, so that it cannot turn around what stands beside it.

    >>> isolated("Ordre du jour", "fr")
    Markup('<bdi lang="fr">Ordre du jour</bdi>')
    """
    opening = "<bdi>" if lang is None else f'<bdi lang="{escape(lang)}">'
    return Markup(f"{opening}{visible(text)}</bdi>")  # noqa: S704 - escaped by `visible`


def _mark(match: re.Match[str]) -> str:
    return f'<span class="control">U+{ord(match[0]):04X}</span>'
