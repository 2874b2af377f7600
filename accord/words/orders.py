"""The order in which a list of States (or of any names) stands in each language.

UN papers sort the States of a list again in each language:

* English, French, Spanish: alphabetical, accents and a leading article ignored; in Spanish ñ follows n.
* Russian: alphabetical; ё as е.
* Arabic: alphabetical, ignoring the article ال at the head and the marks on alif.
* Chinese: **the order of the English names**. Chinese has no alphabet; A/68/514 (Chinese) lists States so
  (WP.4: 澳大利亚、比利时、加拿大、芬兰、德国、意大利、日本、…), with two slips, and so do we. Names that are not
  States', for which there may be no English, are sorted by code point.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from accord.reference.states import State, states
from accord.words.languages import language

_ARTICLES = {
    "en": re.compile(r"the "),
    "fr": re.compile(r"(?:les |le |la |l')"),
    "es": re.compile(r"(?:los |las |el |la )(?!salvador\b)"),
    "ar": re.compile("ال"),
}
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ء": "", "ـ": ""}
)


def sort_key(name: str, lang: str) -> tuple[str, str]:
    """What to sort a name by in `lang`: folded first, then as written, so that the order is total.

    >>> sorted(["Zambie", "l'Équateur", "Égypte", "Estonie"], key=lambda name: sort_key(name, "fr"))
    ['Égypte', "l'Équateur", 'Estonie', 'Zambie']
    >>> sorted(["باكستان", "النمسا", "ألمانيا"], key=lambda name: sort_key(name, "ar"))
    ['ألمانيا', 'باكستان', 'النمسا']
    """
    folded = unicodedata.normalize("NFC", name).replace("’", "'").casefold()
    if article := _ARTICLES.get(language(lang).code):
        folded = article.sub("", folded, count=1) if article.match(folded) else folded
    if lang == "es":
        folded = folded.replace("ñ", "n\uffff")
    if lang == "ar":
        folded = folded.translate(_ARABIC)
    if lang == "ru":
        folded = folded.replace("ё", "е")
    else:
        folded = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return re.sub(r"[^\w\uffff]+", " ", folded).strip(), name


def in_order(codes: Iterable[str], lang: str, more: Mapping[str, State] | None = None) -> list[str]:
    """The codes of States in the order of their names in `lang`.

    Args:
        codes: ISO 3166-1 alpha-3 codes.
        more: States that are not in the table: those of an exercise.

    >>> in_order(["DEU", "AUT", "ZAF"], "en"), in_order(["DEU", "AUT", "ZAF"], "fr")
    (['AUT', 'DEU', 'ZAF'], ['ZAF', 'DEU', 'AUT'])
    >>> in_order(["JPN", "DEU", "AUS"], "zh")
    ['AUS', 'DEU', 'JPN']
    """
    known = {**states(), **(more or {})}
    return sorted(codes, key=lambda code: state_key(known[code], lang))


def state_key(state: State, lang: str) -> tuple[str, str]:
    """What to sort a State by in `lang`."""
    by = "en" if language(lang).code == "zh" else lang
    return sort_key(state.name(by), by)
