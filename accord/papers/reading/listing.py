"""Lists of names in running text: where each name, its brackets and its separators stand.

Names that contain a separator (伊朗伊斯兰共和国, Bosnia and Herzegovina, 巴塞尔和平办事处) are
protected first, so that no list is split inside a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

_SEPARATORS = {
    "zh": r"[；;、，,]\s?(?:以及|和(?!平)|及(?!时))?\s?|\s?(?:以及|[和及])\s?",
    "en": r"\s?[;,]\s(?:and\s|as well as\s)?|\sand\s|\sas well as\s",
    "fr": r"\s?[;,]\s(?:et\s|ainsi que\s)?|\set\s|\sainsi que\s",
    "es": r"\s?[;,]\s(?:y\s|e\s|así como\s)?|\s[ye]\s|\sasí como\s",
    "ru": r"\s?[;,]\s(?:и\s|а также\s)?|\sи\s|\sа также\s",
    "ar": r"\s?[؛،]\s?(?:و)?|\sو",
}
_CLOSING = {"(": ")", "（": "）"}
_ARTICLES = {
    "en": r"[Tt]he\s(?=[A-Z])",
    "fr": r"(?:de\s)?(?:[Ll]['’]|[Ll]a\s|[Ll]e\s|[Ll]es\s)|du\s|des\s|de\s|d['’]|au\s|aux\s|à\s",
    "es": r"(?:de\s)?(?:la\s|el\s|los\s|las\s)|del\s|de\s",
    "zh": "",
    "ru": "",
    "ar": "",
}


class Bracket(Struct, frozen=True):
    """The inside of a bracket: characters [start, end)."""

    start: int
    end: int


class Entry(Struct, frozen=True):
    """A member of a list: [start, end) in all, its name without article and brackets, what parts it from the next."""

    start: int
    end: int
    name_start: int
    name_end: int
    brackets: tuple[Bracket, ...]
    after: str


def entries(text: str, start: int, end: int, lang: str, whole: Sequence[tuple[int, int]] = ()) -> list[Entry]:
    """The members of the list text[start:end].

    Args:
        whole: stretches of `text` never split: names of States and organisations.

    >>> text = "巴西(代表新议程联盟)、埃及和伊朗伊斯兰共和国"
    >>> [text[e.name_start:e.name_end] for e in entries(text, 0, len(text), "zh", [(12, 14), (15, 23)])]
    ['巴西', '埃及', '伊朗伊斯兰共和国']
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".;。；,，、"):
        end -= 1
    closed = sorted((max(a, start), min(b, end)) for a, b in whole if a < end and b > start)
    closed += bracketed(text, start, end)
    inside = _cover(closed, start, end)
    out: list[Entry] = []
    at = start
    for found in re.compile(_SEPARATORS[lang]).finditer(text, start, end):
        if inside[found.start() - start] or found.start() < at:
            continue
        if found.start() > at:
            out.append(entry(text, at, found.start(), lang, found.group()))
        at = found.end()
    if at < end:
        out.append(entry(text, at, end, lang, ""))
    return out


def _cover(closed: Sequence[tuple[int, int]], start: int, end: int) -> bytearray:
    inside = bytearray(end - start + 1)
    for a, b in closed:
        for n in range(max(a, start), min(b, end)):
            inside[n - start] = 1
    return inside


def bracketed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost brackets in text[start:end], with their signs; an open one runs to the end.

    >>> bracketed("a(b(c))d(e", 0, 10)
    [(1, 7), (8, 10)]
    """
    out: list[tuple[int, int]] = []
    depth, first = 0, start
    for n in range(start, end):
        if text[n] in _CLOSING:
            first = n if depth == 0 else first
            depth += 1
        elif text[n] in _CLOSING.values() and depth:
            depth -= 1
            if depth == 0:
                out.append((first, n + 1))
    if depth:
        out.append((first, end))
    return out


def entry(text: str, start: int, end: int, lang: str, after: str = "") -> Entry:
    """One member: its name without article, and its brackets."""
    found = bracketed(text, start, end)
    name_end = found[0][0] if found else end
    while name_end > start and text[name_end - 1].isspace():
        name_end -= 1
    name_start = start
    article = re.compile(_ARTICLES[lang]).match(text, start, name_end) if _ARTICLES[lang] else None
    if article and article.end() < name_end:
        name_start = article.end()
    brackets = tuple(Bracket(a + 1, b - 1 if text[b - 1] in _CLOSING.values() else b) for a, b in found)
    return Entry(start, end, name_start, name_end, brackets, after)


def form_of(found: Sequence[Entry]) -> str:
    """How a list is printed: its separators in order, equal neighbours once, joined by "|".

    >>> text = "A、B、C和D"
    >>> form_of(entries(text, 0, len(text), "zh"))
    '、|和'
    """
    out: list[str] = []
    for item in found:
        sign = item.after.strip()
        if sign and (not out or out[-1] != sign):
            out.append(sign)
    return "|".join(out)


def regular(found: Sequence[Entry], lang: str) -> bool:
    """Whether the separators follow the language's order: one between, at most one other before the last."""
    signs = [item.after.strip() for item in found[:-1]]
    return len(set(signs[:-1])) <= 1
