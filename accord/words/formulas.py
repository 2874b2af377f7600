"""Sentences of a report in the style of UN papers, in our own words, for paragraphs that no document supplies.

A formula is an entry `formula.*` of the catalogues with named places. It is given as pieces, so
that a caller can bind each place to a record and count what is bound and what is formula.

Two liberties a language may take: Russian and Arabic leave out the place `body` where the verb would
have to agree with its gender, and speak in the passive; and French and Spanish join a preposition
with the article that a value brings along (de + le Chili gives du Chili).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from accord.words.catalogue import PLACEHOLDER, NoWords, catalogue, say
from accord.words.lists import join


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a sentence: words of the formula (`place` is `None`), or what fills the named place."""

    text: str
    place: str | None = None


MAY_BE_LEFT_OUT = {"ru": frozenset({"body"}), "ar": frozenset({"body"})}


@cache
def pieces(lang: str, code: str) -> tuple[Piece, ...]:
    """The formula `formula.<code>` as words and empty places, in order.

    >>> [piece.place or piece.text for piece in pieces("en", "panellist")]
    ['person', ' (', 'affiliation', ')']
    """
    text = catalogue(lang).single.get(f"formula.{code}")
    if text is None:
        raise NoWords(f"no formula {code!r} in {lang!r}")
    found, end = [], 0
    for match in PLACEHOLDER.finditer(text):
        if match.start() > end:
            found.append(Piece(text[end : match.start()]))
        found.append(Piece("", match[1]))
        end = match.end()
    return tuple([*found, Piece(text[end:])] if end < len(text) else found)


def fill(lang: str, code: str, values: Mapping[str, str]) -> tuple[Piece, ...]:
    """The formula with its places filled: articles contracted, the first letter a capital.

    Args:
        values: for each place its text; States and bodies within a sentence come with their
            article ("les Pays-Bas"), as `State.named` gives them.

    Raises:
        NoWords: no such formula, or a place without a value.

    >>> [piece.text for piece in fill("fr", "mandate.established", {"body": "le Groupe", "resolution": "67/56"})]
    ['Le mandat d', 'u Groupe', ' découle de la résolution ', '67/56', '.']
    """
    filled = []
    for piece in pieces(lang, code):
        if piece.place is None:
            filled.append(piece)
            continue
        if piece.place not in values:
            raise NoWords(f"the formula {code!r} in {lang!r} wants a value for {piece.place!r}")
        value = values[piece.place]
        if filled and filled[-1].place is None:
            before, value = _contract(filled[-1].text, value, lang)
            filled[-1] = Piece(before)
        filled.append(Piece(value, piece.place))
    if filled and filled[0].text:
        first = filled[0]
        filled[0] = Piece(first.text[0].upper() + first.text[1:], first.place)
    return tuple(filled)


def formula(lang: str, code: str, **values: str) -> str:
    """The filled formula as one text.

    >>> formula("es", "opening", official="el Director")
    'La reunión de organización fue inaugurada por el Director.'
    >>> formula("fr", "mandate.established", body="le Groupe de travail", resolution="67/56")
    'Le mandat du Groupe de travail découle de la résolution 67/56.'
    """
    return "".join(piece.text for piece in fill(lang, code, values))


def document_code(submitter: str, title: str | None, sponsors: int = 0, panel: object = None) -> str:
    """Which formula suits a document: by who submitted it, how many sponsors, and whether it has a title.

    >>> document_code("sponsors", "Steps", 2), document_code("none", None), document_code("chair", "Paths", 0, 3)
    ('document.sponsors', 'document.none.untitled', 'document.panel-summary')
    """
    if panel is not None and title:
        return "document.panel-summary"
    if submitter == "sponsors" and sponsors == 1:
        submitter = "sponsor"
    return f"document.{submitter}" + ("" if title else ".untitled")


def document_line(
    lang: str,
    kind: str,
    symbol: str,
    *,
    title: str | None = None,
    submitter: str = "none",
    sponsors: Sequence[str] = (),
    panel: str | None = None,
) -> str:
    """A document's line in the list of documents, without label and final mark.

    Args:
        kind: a code of `kind.*`.
        sponsors: names as within a sentence, in their order.
        panel: of a moderator's summary, the number of the panel as text.

    >>> document_line("en", "working-paper", "A/AC.1/WP.1", title="Steps", submitter="sponsors",
    ...     sponsors=["Austria", "the Netherlands"])
    'Working paper submitted by Austria and the Netherlands, entitled “Steps” (A/AC.1/WP.1)'
    """
    values = {
        "kind": say(lang, f"kind.{kind}"),
        "symbol": symbol,
        "title": title or "",
        "sponsors": join(sponsors, lang),
        "sponsor": join(sponsors, lang),
        "panel": panel or "",
    }
    return formula(lang, document_code(submitter, title, len(sponsors), panel), **values)


def _contract(before: str, value: str, lang: str) -> tuple[str, str]:
    """The end of the words before a place, and the start of its value, where two little words become one."""
    for short, article, joined in _CONTRACTIONS.get(lang, ()):
        if re.search(rf"(?:^|\W){short} $", before) and value.startswith(f"{article} "):
            # The preposition stays with the words of the formula, as far as the two share letters.
            return before[: -len(short) - 1] + joined[:1], joined[1:] + value[len(article) :]
    if lang == "fr" and re.search(r"(?:^|\W)de $", before) and _VOWEL.match(value):
        return f"{before[:-2]}'", value
    return before, value


_VOWEL = re.compile(r"[aàâeéèêëiîïoôuûy](?!\w{0,3}-)", re.IGNORECASE)
_CONTRACTIONS = {
    "fr": (("de", "le", "du"), ("de", "les", "des"), ("à", "le", "au"), ("à", "les", "aux")),
    "es": (("de", "el", "del"), ("a", "el", "al")),
}
