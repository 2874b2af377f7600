"""Formulas filled with segments, so that each word still says which record it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from accord.papers.report.articles import article_of
from accord.papers.report.context import Context, bound, formula, words
from accord.papers.report.names import in_quotes, told
from accord.papers.report.registers.terms import spaced
from accord.papers.report.values import Segment
from accord.words import catalogue
from accord.words.formulas import fill, pieces
from accord.words.numerals import paper_digits

_HAN, _OTHER = re.compile(r"[一-鿿]"), re.compile(r"[0-9A-Za-z]")


def sentence(context: Context, code: str, **values: Sequence[Segment]) -> list[Segment]:
    """The formula `code` with its places filled: words of the formula, and the segments given.

    Where a language joins a preposition with the article of a value, the joined letters are the
    formula's and the rest of the value stays bound. A name that the record has in another language only stands in
    quotation marks.
    """
    language = context.language
    before = dict(_before(language, code))
    values = {name: in_quotes(list(given), language, before.get(name, "")) for name, given in values.items()}
    plain = {name: words(list(segments)) for name, segments in values.items()}
    out: list[Segment] = []
    for piece in fill(language, code, plain):
        if piece.place is None:
            out.append(formula(piece.text))
        else:
            out.extend(_kept(piece.text, values[piece.place]))
    return _apart([replace(s, text=_printed(s, language)) for s in out], language)


def _before(language: str, code: str) -> Iterator[tuple[str, str]]:
    """Each place of a formula with the words that stand before it."""
    words_before = ""
    for piece in pieces(language, code):
        if piece.place is not None:
            yield piece.place, words_before
        words_before = piece.text


def _apart(segments: list[Segment], language: str) -> list[Segment]:
    """Segments with the space that Chinese print has between a character and a letter or digit."""
    if language != "zh":
        return segments
    out: list[Segment] = []
    for segment in segments:
        left, right = out[-1].text[-1:] if out else "", segment.text[:1]
        meet = (_HAN.match(left) and _OTHER.match(right)) or (_OTHER.match(left) and _HAN.match(right))
        out += [formula(" "), segment] if meet and not segment.mark else [segment]
    return out


def _kept(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """The segments whose words a filled place still has: all, or without an article that went into the formula."""
    whole = words(list(segments))
    same = 0
    while same < min(len(text), len(whole)) and text[-1 - same].casefold() == whole[-1 - same].casefold():
        same += 1
    out = [formula(text[: len(text) - same])] if same < len(text) else []
    drop, at = len(whole) - same, len(text) - same
    for segment in segments:
        if segment.mark:
            out.append(segment)
            continue
        cut = min(drop, len(segment.text))
        drop -= cut
        rest = len(segment.text) - cut
        # The words as filled: their first letter may have become a capital.
        out.append(replace(segment, text=text[at : at + rest]))
        at += rest
    return out


def _printed(segment: Segment, language: str) -> str:
    """Digits as papers in the language print them."""
    if segment.language:
        return segment.text
    return paper_digits(spaced(segment.text, language), language)


def say(context: Context, code: str) -> list[Segment]:
    """A word or sentence of the catalogues without places."""
    return [formula(catalogue.say(context.language, code))]


def body_name(context: Context, part: str = "short") -> list[Segment]:
    """The body as a sentence names it, with its article."""
    fact = context.world.bodies.tables.bodies[context.body]
    text = getattr(fact.act, part) or fact.act.name
    segment = told(context, text, fact.entry)
    article = "" if segment.language else article_of(segment.text, context.language)
    return [formula(article), segment] if article else [segment]


def with_article(context: Context, name: list[Segment]) -> list[Segment]:
    """An office or a secretariat with the article that a sentence puts before it."""
    foreign = any(segment.language for segment in name)
    article = "" if foreign else article_of(name[0].text, context.language)
    return [formula(article), *name] if article else name


def number(n: int, entry: int) -> list[Segment]:
    """A number of the record."""
    return [bound(str(n), entry)]
