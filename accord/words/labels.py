"""Labels of chapters, sections, paragraphs and items, as each language version of a UN paper prints them.

    level       en      fr es   ru      zh      ar
    chapter     I.      I.      I.      一.     أولا -
    section     A.      A.      A.      A.      ألف -
    paragraph   1.      1.      1.      1.      ١ -
    item        (a)     a)      (a)     (a)     (أ)
    subitem     (i)     i)      (i)     ㈠      '١'

After the twenty-sixth letter letters are doubled: (aa), as in agenda item 99(kk). Sources: the UN Editorial
Manual on numbering; papers of the General Assembly in the six languages.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from accord.words.languages import language
from accord.words.numerals import arabic_digits, chinese, roman, western_digits

Level = Literal["chapter", "section", "paragraph", "item", "subitem"]
LEVELS: Final = ("chapter", "section", "paragraph", "item", "subitem")

ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
ABJAD_NAMES: Final = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون",
    "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين",
)  # fmt: skip
ARABIC_CHAPTERS: Final = (
    "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا",
    "حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر", "ثامن عشر", "تاسع عشر", "عشرون",
)  # fmt: skip

_LONGEST = {"chapter": 20, "section": 26, "paragraph": 999, "item": 52, "subitem": 20}


def label(n: int, level: Level, lang: str) -> str:
    """The label of the n-th unit of a level.

    Raises:
        ValueError: n < 1, or beyond what papers number at this level.

    >>> [label(2, level, "en") for level in LEVELS]
    ['II.', 'B.', '2.', '(b)', '(ii)']
    >>> [label(2, level, "zh") for level in LEVELS]
    ['二.', 'B.', '2.', '(b)', '㈡']
    >>> [label(2, level, "ar") for level in LEVELS]
    ['ثانيا -', 'باء -', '٢ -', '(ب)', "'٢'"]
    >>> label(1, "item", "fr"), label(37, "item", "en")
    ('a)', '(kk)')
    """
    if not 1 <= n <= _LONGEST[level]:
        raise ValueError(f"no {level} is numbered {n}: 1 to {_LONGEST[level]}")
    lang = language(lang).code
    if lang == "ar":
        return _arabic(n, level)
    if level == "chapter":
        return f"{chinese(n) if lang == 'zh' else roman(n)}."
    if level == "section":
        return f"{_letters(n).upper()}."
    if level == "paragraph":
        return f"{n}."
    if level == "subitem" and lang == "zh":
        return chr(0x3220 + n - 1) if n <= 10 else f"({chinese(n)})"
    text = _letters(n) if level == "item" else roman(n).lower()
    return f"{text})" if lang in ("fr", "es") else f"({text})"


def parse_label(text: str, level: Level, lang: str) -> int:
    """The number that a label of a level stands for. Reads also what other versions print: `a)`, `（a）`, `1 -`.

    Raises:
        ValueError: no label of this level.

    >>> parse_label("(kk)", "item", "ru"), parse_label("a)", "item", "en"), parse_label("㈡", "subitem", "zh")
    (37, 1, 2)
    """
    found = _labels(level, language(lang).code).get(_bare(text))
    if found is None:
        raise ValueError(f"{text!r} is not the label of {_ARTICLE[level]} in {lang!r}")
    return found


_ARTICLE = {
    "chapter": "a chapter",
    "section": "a section",
    "paragraph": "a paragraph",
    "item": "an item",
    "subitem": "a subitem",
}


@cache
def _labels(level: Level, lang: str) -> dict[str, int]:
    known = {_bare(label(n, level, lang)): n for n in range(1, _LONGEST[level] + 1)}
    if lang == "zh" and level in ("chapter", "subitem"):
        known |= {chinese(n): n for n in range(1, _LONGEST[level] + 1)}
    return known


def _bare(text: str) -> str:
    """A label without its brackets, full stop or dash, digits western."""
    plain = western_digits(text.strip().replace("（", "(").replace("）", ")"))
    if len(plain) == 1 and "\u3220" <= plain <= "\u3229":
        return chinese(ord(plain) - 0x3220 + 1)
    return re.sub(r"\s*[-–—.．、)'’‘]+$", "", re.sub(r"^[('’‘]+", "", plain)).strip()


def _letters(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _arabic(n: int, level: Level) -> str:
    if level == "chapter":
        return f"{ARABIC_CHAPTERS[n - 1]} -"
    if level == "section":
        return f"{ABJAD_NAMES[n - 1]} -"
    if level == "paragraph":
        return f"{arabic_digits(str(n))} -"
    if level == "item":
        letter = ABJAD[(n - 1) % 28]
        return f"({letter} {letter})" if n > 28 else f"({letter})"
    return f"'{arabic_digits(str(n))}'"
