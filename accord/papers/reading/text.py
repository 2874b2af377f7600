"""Characters and joints: how lines become one text.

Chinese lines join without a space, Latin lines with one, a symbol broken over two lines with none.
"""

from __future__ import annotations

import re
import unicodedata

CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f"
_HAN = re.compile(r"[\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff]")
_WIDE = re.compile(f"[{CJK}“”‘’—·]")
_HAS_CJK = re.compile(f"[{CJK}]")
_SYMBOL_HEAD = re.compile(r"(?:^|[(（\s])[A-Z]{1,6}(?:/[A-Z0-9.\-]*)*[./]$")
_SYMBOL_TAIL = re.compile(r"^[A-Z0-9]")
INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)
"""Marks of direction, joiners and their like, by their code points."""
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


SMALL_WORDS = {
    "en": {"the", "of", "and", "to", "in", "was", "by"},
    "fr": {"le", "la", "les", "des", "du", "et", "une", "par"},
    "es": {"el", "la", "los", "las", "del", "y", "una", "por"},
}
"""Words by which the languages in Latin letters are told apart."""


def clean(line: str) -> str:
    """One line in NFC, without invisible marks, its white space single.

    >>> clean("  Open\\u200b-ended   Working\\u00a0Group ")
    'Open-ended Working Group'
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", line.translate(INVISIBLE))).strip()


def visible(text: str) -> bool:
    """Whether a text has any character that is seen: not white space, a form feed or a mark of direction.

    >>> visible("\\ufeff \\n\\f\\u202e"), visible(" a")
    (False, True)
    """
    return any(not c.isspace() and ord(c) not in INVISIBLE for c in text)


def squeeze(text: str) -> str:
    """The text without any white space: what two spellings of a text must have in common.

    >>> squeeze("第 67/56 号 决议")
    '第67/56号决议'
    """
    return "".join(text.split())


def joint(left: str, right: str) -> str:
    """What stands between two lines of one text: "" or one space.

    >>> joint("裁军谈判", "会议"), joint("working", "paper"), joint("(A/AC.", "281/WP.2)")
    ('', ' ', '')
    >>> joint("由 Mark", "Versteden")
    ' '
    >>> joint("Acronym", "裁军"), joint("(第", "36 条"), joint("主持)", "主席")
    (' ', ' ', '')
    """
    if not left or not right or broken_symbol(left, right):
        return ""
    a, b = left[-1], right[0]
    if b in ")],." or a in "([":
        return ""
    wide_a, wide_b = bool(_WIDE.match(a)), bool(_WIDE.match(b))
    if a in "“”‘’—" and not _HAS_CJK.search(left[-8:]):
        wide_a = False
    if b in "“”‘’—" and not _HAS_CJK.search(right[:8]):
        wide_b = False
    if not wide_a and not wide_b:
        return " "
    if wide_a and wide_b:
        return ""
    # Chinese print puts a space between an ideograph and a letter or digit, none beside punctuation.
    han, other = (a, b) if wide_a else (b, a)
    return " " if _HAN.match(han) and other.isalnum() else ""


def broken_symbol(left: str, right: str) -> bool:
    """Whether a document symbol runs from the end of one line into the next.

    >>> broken_symbol("建议(A/AC.", "281/WP.2)；"), broken_symbol("the U.S.", "Senate")
    (True, False)
    """
    tail = left[-40:]
    start = max(tail.rfind("("), tail.rfind("（"), tail.rfind(" "))
    word = tail[start + 1 :]
    return "/" in word and bool(_SYMBOL_HEAD.search(" " + word)) and bool(_SYMBOL_TAIL.match(right))


def join(lines: list[str]) -> str:
    """The lines as one text.

    >>> join(["就推进多边", "核裁军谈判", "(A/AC.", "281/WP.2)"])
    '就推进多边核裁军谈判(A/AC.281/WP.2)'
    """
    parts: list[str] = []
    last = ""
    for line in lines:
        if not line:
            continue
        if parts:
            parts.append(joint(last, line))
        parts.append(line)
        last = line
    return "".join(parts)


def language_of(text: str) -> str:
    """The official language in which a text is mostly written, by script and small words.

    >>> language_of("不限成员名额工作组"), language_of("the work of the group"), language_of("le travail du groupe")
    ('zh', 'en', 'fr')
    """
    sample = text[:200_000]
    cjk = len(_HAS_CJK.findall(sample))
    arabic = len(re.findall(r"[\u0600-\u06ff]", sample))
    cyrillic = len(re.findall(r"[\u0400-\u04ff]", sample))
    latin = len(re.findall(r"[A-Za-z]", sample))
    best = max((cjk * 3, "zh"), (arabic, "ar"), (cyrillic, "ru"), (latin, "latin"))
    if best[1] != "latin":
        return best[1]
    words = re.findall(r"[a-zà-ÿ]+", sample.lower())
    return max(("en", "fr", "es"), key=lambda code: sum(word in SMALL_WORDS[code] for word in words))
