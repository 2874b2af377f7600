"""A draft in its languages: unit by unit, what must be the same in all of them and is not.

Compared are the document symbols, the figures, the States named and the square brackets with their alternatives. What
is said in words alone is a translator's work and is not compared. Nothing says which language is right.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Language
from accord.areas.documents.pages import SymbolText
from accord.areas.negotiation.acts import TranslateUnit
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.pieces import Known, negotiated, rows
from accord.areas.negotiation.revising import in_order
from accord.areas.parties.cite import Cite, Page, Part, cite, head
from accord.reference.states import find_states

LanguageDifference = Literal[
    "untranslated", "out-of-date", "other-symbols", "other-figures", "other-states", "other-brackets"
]  # fmt: skip

_SYMBOL = re.compile(r"\b[A-Z]{1,5}(?:/[A-Z0-9][\w.\-]*)+\b", re.ASCII)
_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
_MONTH = re.compile(r"\d{1,2}(?=月)")
_BY_WORD = 12
"""A figure up to this may stand in words in another language: it is told only where another figure is in its place."""
_PLURAL = 3
"""The most letters that a bracket at the end of a word may hold to be an optional ending, as in State[s]."""


class DraftDifference(Part, frozen=True):
    """How a translation differs from the text: what stands in one of them alone."""

    kind_of_difference: LanguageDifference
    only_text: tuple[str, ...]
    only_translation: tuple[str, ...]


class LanguageRow(Part, frozen=True):
    """A unit in a language in which it does not fit the text."""

    unit: str
    number: str
    language: Language
    text_differences: tuple[DraftDifference, ...]
    cite: Cite | None
    """Of the translation, where there is one."""


class LanguagesPage(Page, frozen=True, tag="draft-languages"):
    """A draft in its languages, as it stands."""

    draft: SymbolText
    language: Language
    """In which it is negotiated."""
    translated_into: tuple[Language, ...]
    units_compared: int
    """In all languages together."""
    language_rows: tuple[LanguageRow, ...]


class Facts(Part, frozen=True):
    """What of a text must be the same in every language."""

    symbols: Counter[str]
    figures: Counter[str]
    states: Counter[str]
    brackets: Counter[str]


def draft_languages(known: Known, draft: str, *, on: datetime.date | None = None) -> LanguagesPage:
    """A draft in its languages.

    Raises:
        Missing: no such draft.
    """
    act = negotiated(known, draft).act
    translated = known.negotiation.tables.translations.get(act.draft, {})
    into = tuple(sorted({fact.act.language for fact in translated.values()}))
    units = rows(known, act.draft)
    order = in_order(units, known.negotiation.state(act.draft))
    return LanguagesPage(
        head=head(known, on),
        draft=act.draft,
        language=act.language,
        translated_into=into,
        units_compared=len(order) * len(into),
        language_rows=tuple(_rows(known, act.draft, into)) if into else (),
    )


def _rows(known: Known, draft: str, into: tuple[Language, ...]) -> Iterator[LanguageRow]:
    opened = known.negotiation.tables.drafts[draft].act
    translated = known.negotiation.tables.translations.get(draft, {})
    units = rows(known, draft)
    order = in_order(units, known.negotiation.state(draft))
    printed = numbers(units, order)
    names = {language: _names(known, language) for language in (opened.language, *into)}
    for unit in order:
        current = units[unit].current
        here = facts(current.text, opened.language, names[opened.language], slash=opened.slash)
        for language in into:
            fact = translated.get(f"{language}/{unit}")
            there = None
            if fact is not None:
                there = facts(fact.act.text, language, names[language], slash=opened.slash)
            found = tuple(differences(here, there, stale=fact is not None and fact.act.of_text != current.hash))
            if found:
                yield LanguageRow(
                    unit=unit,
                    number=printed[unit],
                    language=language,
                    text_differences=found,
                    cite=_cited(known, fact),
                )


def _cited(known: Known, fact: Fact[TranslateUnit] | None) -> Cite | None:
    return None if fact is None else cite(known, fact)


def differences(here: Facts, there: Facts | None, *, stale: bool) -> Iterator[DraftDifference]:
    """How a translation differs from the text; `None` is no translation."""
    if there is None:
        yield DraftDifference(kind_of_difference="untranslated", only_text=(), only_translation=())
        return
    if stale:
        yield DraftDifference(kind_of_difference="out-of-date", only_text=(), only_translation=())
    for kind, mine, others in (
        ("other-symbols", here.symbols, there.symbols),
        ("other-figures", *_told(here.figures, there.figures)),
        ("other-states", here.states, there.states),
        ("other-brackets", here.brackets, there.brackets),
    ):
        if mine != others:
            yield DraftDifference(
                kind_of_difference=kind,  # type: ignore[arg-type]
                only_text=tuple(sorted((mine - others).elements())),
                only_translation=tuple(sorted((others - mine).elements())),
            )


def _told(here: Counter[str], there: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Figures without those that the other language may say in words."""
    mine, others = here - there, there - here
    if mine and others:
        return here, there
    return Counter(f for f in mine.elements() if _sure(f)), Counter(f for f in others.elements() if _sure(f))


def _sure(figure: str) -> bool:
    return not figure.isdigit() or int(figure) > _BY_WORD


def facts(text: str, language: str, names: Mapping[str, str], *, slash: bool) -> Facts:
    """What of a text must be the same in every language.

    >>> found = facts("[Mali] gives 1,250 copies of A/AC.9/2 to State[s].", "en", {}, slash=False)
    >>> dict(found.symbols), dict(found.figures), dict(found.states), dict(found.brackets)
    ({'A/AC.9/2': 1}, {'1250': 1}, {'MLI': 1}, {'1': 1})
    >>> facts("[马里]向各国提供1 250份A/AC.9/2号文件。", "zh", {}, slash=False) == found
    True
    """
    symbols = Counter(found.group() for found in _SYMBOL.finditer(text))
    rest = _MONTH.sub(" ", _SYMBOL.sub(" ", text))
    return Facts(
        symbols=symbols,
        figures=Counter(_plain(found.group()) for found in _FIGURE.finditer(rest)),
        states=Counter(code for _, _, code in find_states(text, language, names)),
        brackets=Counter(_shape(text, slash)),
    )


def _plain(figure: str) -> str:
    """A figure without the signs that part its thousands, its decimals behind a point.

    >>> _plain("1,250"), _plain("1 250"), _plain("2,5"), _plain("٢٠٢٦")
    ('1250', '1250', '2.5', '2026')
    """
    digits = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in figure)
    return re.sub(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))", "", digits).replace(",", ".")


def _shape(text: str, slash: bool) -> Iterator[str]:
    """Each bracket by its depth, and where it has alternatives, how many; optional endings of words left out."""
    for one in brackets(text, slash=slash):
        inside = text[one.start + 1 : one.end - 1]
        ending = one.start and text[one.start - 1].isalpha() and len(inside) <= _PLURAL and inside.isalpha()
        if not (ending and text[one.start - 1].isascii()):
            yield str(one.depth) if not one.strokes else f"{one.depth}/{len(one.strokes) + 1}"


def _names(known: Known, language: str) -> dict[str, str]:
    """The names of the States of the register in a language, with their codes."""
    found: dict[str, str] = {}
    for code, fact in known.parties.tables.parties.items():
        if fact.act.kind == "state":
            texts = (text for text in (fact.act.name, fact.act.short, *fact.act.also) if text is not None)
            found |= {text.said[language]: code for text in texts if language in text.said}
    return found
