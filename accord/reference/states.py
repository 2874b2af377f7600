"""The States, under the names that the UN gives them in its six languages.

Sources, dates and known problems: `states.toml` and `aliases.toml` beside this file.
A name is shown only from `states.csv`; `aliases.csv` serves to recognise what papers print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec

from accord.reference.table import table

Iso3 = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$(?!\n)")]

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


class State(msgspec.Struct, frozen=True):
    """A State: codes, standing at the UN, and short and formal name in the six official languages.

    `article_xx` is the article that running text puts before the short name ("the", "l'", "los"), if any.
    A formal name is `None` where the source has none.
    """

    iso3: Iso3
    iso2: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$(?!\n)")]
    m49: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{3}$(?!\n)")]
    status: Literal["member", "observer", "non-member"]
    short_ar: str
    short_zh: str
    short_en: str
    short_fr: str
    short_ru: str
    short_es: str
    formal_ar: str | None
    formal_zh: str | None
    formal_en: str | None
    formal_fr: str | None
    formal_ru: str | None
    formal_es: str | None
    article_en: str | None
    article_fr: str | None
    article_es: str | None
    source: Literal["unterm", "m49"]

    def name(self, lang: str) -> str:
        """The short name, as in lists and tables.

        >>> states()["IRN"].name("en"), states()["NLD"].name("zh")
        ('Iran (Islamic Republic of)', '荷兰')
        """
        return str(getattr(self, f"short_{known_language(lang)}"))

    def formal(self, lang: str) -> str | None:
        """The formal name, with its article where the language has one; `None` if the source has none.

        >>> states()["IRN"].formal("en"), states()["TUR"].formal("en")
        ('the Islamic Republic of Iran', None)
        """
        found = getattr(self, f"formal_{known_language(lang)}")
        return None if found is None else str(found)

    def named(self, lang: str) -> str:
        """The name within a sentence: with its article; a name with a bracket gives way to the formal one.

        >>> [states()[code].named("en") for code in ("NLD", "IRN", "EGY")]
        ['the Netherlands', 'the Islamic Republic of Iran', 'Egypt']
        >>> [states()[code].named("fr") for code in ("AUT", "NLD", "CUB")]
        ["l'Autriche", 'les Pays-Bas', 'Cuba']
        """
        short = self.name(lang)
        if "(" in short:
            return self.formal(lang) or short
        article = getattr(self, f"article_{lang}", None)
        if article is None:
            return short
        return f"{article}{'' if article.endswith(chr(39)) else ' '}{short}"


class Alias(msgspec.Struct, frozen=True):
    """A form under which papers name a State, beside its short and formal names: read, never shown."""

    iso3: Iso3
    lang: Literal["ar", "zh", "en", "fr", "ru", "es"]
    form: str
    why: str


@cache
def states() -> Mapping[str, State]:
    """All States by ISO 3166-1 alpha-3 code: 193 Members, 2 observers, Cook Islands and Niue.

    >>> len(states()), states()["EGY"].name("zh")
    (197, '埃及')
    """
    return MappingProxyType({row.iso3: row for row in table("states", State)})


@cache
def gazetteer(lang: str) -> Mapping[str, str]:
    """Every printed form of a State's name in `lang`, longest first, with the State's code.

    Longest first, so that a reader who looks for the forms in this order never takes
    "Guinea" out of "Papua New Guinea" or 伊朗 out of 伊朗伊斯兰共和国.

    >>> gazetteer("en")["the Netherlands"], gazetteer("zh")["伊朗伊斯兰共和国"]
    ('NLD', 'IRN')
    """
    forms: dict[str, str] = {}
    for state in states().values():
        for form in (state.name(lang), state.formal(lang), state.named(lang)):
            _add(forms, form, state.iso3)
        formal = state.formal(lang)
        for article in _ARTICLES.get(lang, ()):
            if formal and formal.startswith(article):
                _add(forms, formal.removeprefix(article), state.iso3)
    for alias in table("aliases", Alias):
        if alias.lang == lang:
            _add(forms, alias.form, alias.iso3)
    if lang == "ar":
        # The preposition ل takes the place of the article's alif: النمسا, للنمسا.
        for form, code in [(form, code) for form, code in forms.items() if form.startswith("ال")]:
            _add(forms, f"لل{form[2:]}", code)
    return MappingProxyType(dict(sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))))


def find_states(text: str, lang: str, more: Mapping[str, str] | None = None) -> Iterator[tuple[int, int, str]]:
    """The States named in `text`: (start, end, code), from left to right, the longest form at each place.

    Args:
        text: as printed; a name may be broken by a line break where it has a space.
        lang: the language of the text.
        more: further forms and their codes: fictional States of an exercise, say.

    >>> [code for _, _, code in find_states("埃及、伊朗伊斯兰共和国和爱尔兰", "zh")]
    ['EGY', 'IRN', 'IRL']
    >>> list(find_states("Papua New Guinea and Nigeria", "en"))
    [(0, 16, 'PNG'), (21, 28, 'NGA')]
    """
    pattern, codes = _pattern(lang, tuple(sorted((more or {}).items())))
    for match in pattern.finditer(text):
        yield match.start(), match.end(), codes[_plain(match.group())]


_ARTICLES = {
    "en": ("the ",),
    "fr": ("le ", "la ", "les ", "l'"),
    "es": ("el ", "la ", "los ", "las "),
}


def known_language(lang: str) -> str:
    """The language itself, if it is an official one of the UN; otherwise a KeyError."""
    if lang not in LANGUAGES:
        raise KeyError(f"{lang!r} is not an official language of the UN: {', '.join(LANGUAGES)}")
    return lang


def _plain(form: str) -> str:
    return re.sub(r"\s+", " ", form.replace("’", "'"))


def _add(forms: dict[str, str], form: str | None, code: str) -> None:
    """A form and its spelling with the typographic apostrophe. One form never names two States."""
    for spelling in () if form is None else {form, form.replace("'", "’")}:
        if forms.setdefault(spelling, code) != code:
            raise ValueError(f"{spelling!r} names both {forms[spelling]} and {code}")


_OF = ("of", "of the", "de", "du", "des", "d'", "de la", "de los", "de l'", "del")


def _turned(name: str, lang: str) -> tuple[str, ...]:
    """An inverted name as sentences have it, with and without each article of the language, and alone.

    >>> _turned("Corvane (Federal Republic of)", "en")
    ('Corvane', 'Federal Republic of Corvane', 'the Federal Republic of Corvane')
    >>> _turned("Estavie (État d’)", "fr")[1], _turned("Sarne (north)", "en")
    ("État d'Estavie", ())
    """
    found = re.fullmatch(r"(.+?) \((.+ (?:{}))\)".format("|".join(_OF)), _plain(name))
    if found is None:
        return ()
    formal = f"{found[2]}{'' if found[2].endswith(chr(39)) else ' '}{found[1]}"
    return (found[1], formal, *(f"{article}{formal}" for article in _ARTICLES.get(lang, ())))


@cache
def _pattern(lang: str, more: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    turned = [(form, code) for name, code in more for form in _turned(name, lang)]
    clear = [(form, code) for form, code in turned if {c for f, c in turned if f == form} == {code}]
    codes = {_plain(form): code for form, code in (*clear, *gazetteer(lang).items(), *more)}
    forms = sorted(codes, key=lambda form: (-len(form), form))
    either = "|".join(re.escape(f).replace(r"\ ", r"\s+").replace("'", "['’]") for f in forms)
    # Chinese writes no spaces between words; elsewhere a name starts and ends at the edge of a word.
    # Arabic joins the one-letter words و ب ل ك ف to the word that follows.
    edge = {"zh": "", "ar": r"(?:(?<!\w)|(?<=(?<!\w)[وبلكف])|(?<=(?<!\w)و[بلكف]))"}.get(lang, r"(?<!\w)")
    end = "" if lang == "zh" else r"(?!\w)"
    return re.compile(f"{edge}(?:{either}){end}"), codes
