"""The sentences: one gettext catalogue a language, `<xx>/accord.po`, keyed by a dotted code.

English is a catalogue like the others, not the key: `reason.not-on-team` is looked up in
six files, and a sentence missing in one of them is an error there, never silently English.
To add a code, add one entry to each of the six files; `tests/words/test_catalogue.py`
names every entry that is missing, left in English, or has other placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from gettext import c2py
from importlib.resources import files
from types import MappingProxyType

import msgspec

from accord.words.languages import language
from accord.words.po import parse, plural_rule

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class NoWords(KeyError):
    """A code has no sentence in a language, or the sentence lacks a value."""

    def __str__(self) -> str:
        return str(self.args[0])


class Catalogue(msgspec.Struct, frozen=True):
    """One language's sentences: `single` by code, `plural` by code and plural form, and the plural rule."""

    lang: str
    single: Mapping[str, str]
    plural: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]
    forms: int


@cache
def catalogue(lang: str) -> Catalogue:
    """The catalogue of `lang`, read once, when it is first needed."""
    text = (files("accord.words") / language(lang).code / "accord.po").read_text(encoding="utf-8")
    single: dict[str, str] = {}
    plural: dict[str, tuple[str, ...]] = {}
    header = ""
    for entry in parse(text):
        if not entry.code:
            header = entry.strings[0]
        elif entry.plural and all(entry.strings):
            plural[entry.code] = tuple(entry.strings)
        elif entry.strings[0] and not entry.plural:
            single[entry.code] = entry.strings[0]
    # The header of the file decides, not a library's default: in Arabic they differ in two forms.
    forms, rule = plural_rule(header)
    return Catalogue(lang, MappingProxyType(single), MappingProxyType(plural), c2py(rule), forms)


def say(lang: str, code: str, /, **values: object) -> str:
    """The sentence for `code` in `lang`, with the values in their places.

    Raises:
        NoWords: no such sentence in this language, or a place without a value.

    >>> say("fr", "word.yes"), say("zh", "word.no")
    ('oui', '否')
    """
    found = catalogue(lang).single.get(code)
    if found is None:
        raise NoWords(f"no words for {code!r} in {lang!r}: add an entry to accord/words/{lang}/accord.po")
    return _fill(found, values, code, lang) if "{" in found else found


def say_n(lang: str, code: str, n: int, /, **values: object) -> str:
    """The sentence for `code` in `lang` in the plural form that the number asks for; `{n}` is the number.

    >>> [say_n("ru", "count.acts", n) for n in (1, 2, 5)]
    ['1 акт', '2 акта', '5 актов']
    """
    book = catalogue(lang)
    found = book.plural.get(code)
    if found is None:
        raise NoWords(f"no plural words for {code!r} in {lang!r}: add an entry to accord/words/{lang}/accord.po")
    return _fill(found[book.form(n)], {"n": n, **values}, code, lang)


def has(lang: str, code: str) -> bool:
    """Whether there are words for `code`: for a caller that may go without a comment, never to fall back.

    >>> has("en", "word.yes"), has("en", "word.perhaps-not")
    (True, False)
    """
    book = catalogue(lang)
    return code in book.single or code in book.plural


def codes(lang: str, prefix: str = "") -> Iterator[str]:
    """All codes of a language that start with `prefix`, sorted."""
    book = catalogue(lang)
    return (code for code in sorted({*book.single, *book.plural}) if code.startswith(prefix))


def placeholders(lang: str, code: str) -> frozenset[str]:
    """The names of the places in the sentence: what `say` wants to be told.

    >>> sorted(placeholders("en", "page.recorded-by"))
    ['by', 'source']
    """
    book = catalogue(lang)
    texts = (book.single[code],) if code in book.single else book.plural[code]
    return frozenset(name for text in texts for name in PLACEHOLDER.findall(text))


def _fill(text: str, values: Mapping[str, object], code: str, lang: str) -> str:
    def value(match: re.Match[str]) -> str:
        try:
            return str(values[match[1]])
        except KeyError:
            raise NoWords(f"the words for {code!r} in {lang!r} want a value for {match[1]!r}") from None

    # Not str.format: a value or a catalogue could otherwise reach into objects.
    return PLACEHOLDER.sub(value, text)
