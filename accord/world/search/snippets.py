"""Where the words of a question stand in a text: the stretch that has most of them, and which of its words they are."""

from __future__ import annotations

from collections.abc import Sequence

from accord.areas.parties.cite import Part
from accord.world.search.asked import Term
from accord.world.search.folding import Word, is_han, languages_of, stem, words

WIDTH = 220
"""Characters of a snippet; half as many where writing is Chinese, whose characters say more."""
BEFORE = 50


class Piece(Part, frozen=True):
    """Some words of a snippet; marked where the question has them."""

    text: str
    marked: bool = False


class Marks:
    """The terms of one question, ready to be found in texts."""

    def __init__(self, terms: Sequence[Term], prefer: str, beginnings: bool = False) -> None:
        self._terms = terms
        self._beginnings = beginnings
        self._stems: list[dict[str, str]] = [
            {lang: stem(term.words[0], lang) for lang in languages_of(term.words[0], prefer)}
            if term.kind == "word"
            else {}
            for term in terms
        ]

    def find(self, text: str, lang: str) -> list[tuple[int, int, int]]:
        """Where the terms stand: start, end, which term; in the order of the text, each word once."""
        found = list(words(text))
        out: dict[int, tuple[int, int, int]] = {}
        for n, term in enumerate(self._terms):
            length = len(term.words)
            if length > 1:
                first, rest = term.words[0], term.words
                for at, word in enumerate(found):
                    if word.folded == first and tuple(w.folded for w in found[at : at + length]) == rest:
                        for one in found[at : at + length]:
                            out.setdefault(one.start, (one.start, one.end, n))
            else:
                wanted, stems = term.words[0], self._stems[n]
                cut = stems.get(lang)
                for word in found:
                    if self._is(word, wanted, cut, lang):
                        out.setdefault(word.start, (word.start, word.end, n))
        return sorted(out.values())

    def _is(self, word: Word, wanted: str, cut: str | None, lang: str) -> bool:
        return (
            word.folded == wanted
            or (cut is not None and stem(word.folded, lang) == cut)
            or (self._beginnings and word.folded.startswith(wanted))
        )


def snippet(text: str, found: Sequence[tuple[int, int, int]]) -> tuple[Piece, ...]:
    """The stretch of a text that has most of what was found, in pieces.

    >>> [(p.text, p.marked) for p in snippet("The role of verification", [(12, 24, 0)])]
    [('The role of ', False), ('verification', True)]
    """
    if not found:
        return _stretch(text, (), 0, min(len(text), WIDTH))
    width = WIDTH // 2 if sum(map(is_han, text[:200])) > len(text[:200]) // 3 else WIDTH
    best = max(found, key=lambda f: (len({n for s, e, n in found if f[0] <= s and e <= f[0] + width}), -f[0]))
    start = max(0, min(best[0] - BEFORE, len(text) - width))
    if start > 0:
        space = text.find(" ", start, best[0])
        start = space + 1 if 0 <= space < start + 25 else start
    return _stretch(text, found, start, min(len(text), start + width))


def _stretch(text: str, found: Sequence[tuple[int, int, int]], start: int, end: int) -> tuple[Piece, ...]:
    """The text from `start` to `end`, what was found in it marked, neighbours as one."""
    out = [Piece(text="… ")] if start > 0 else []
    at = start
    for left, right, _ in found:
        if left < start or right > end:
            continue
        between = text[at:left]
        if out and out[-1].marked and not between.strip():
            out[-1] = Piece(text=out[-1].text + between + text[left:right], marked=True)
        else:
            out += [Piece(text=between)] if between else []
            out.append(Piece(text=text[left:right], marked=True))
        at = right
    rest = text[at:end] + (" …" if end < len(text) else "")
    return tuple([*out, Piece(text=rest)] if rest else out)


def pieces(text: str, found: Sequence[tuple[int, int, int]]) -> tuple[Piece, ...]:
    """The whole text in pieces."""
    return _stretch(text, found, 0, len(text))
