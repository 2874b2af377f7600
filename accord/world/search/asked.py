"""What somebody typed, understood: words and phrases to look for, and what it may name outright.

Nothing typed can be an error of syntax: every character that is no letter, digit or quotation mark is space.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

from accord.reference.states import find_states
from accord.world.search.folding import is_han, words
from accord.world.search.lexicon import ABJAD, CYRILLIC, PARAGRAPH, STOP, han_number
from accord.world.search.subject import name_form, symbol_form

LONGEST = 300
"""Characters of a question; whoever asks more is told so, before anything is done with it."""
MOST_TERMS = 12
"""Words and phrases of a question that count."""


class TooLong(ValueError):
    """More was typed than any question needs."""


class Term(NamedTuple):
    """A word, or words that stand together: quoted, a symbol within a question, a run of Chinese characters."""

    kind: Literal["word", "phrase", "han"]
    words: tuple[str, ...]


class Asked(NamedTuple):
    """A question."""

    shown: str
    """As typed, without marks that steer."""
    terms: tuple[Term, ...]
    names: tuple[tuple[str, ...], ...]
    """Exact forms that the whole question may be, the surest first; those in one tuple are equally sure."""
    within: tuple[str, ...]
    """Forms of parties that a part of the question may name."""
    splits: tuple[tuple[str, str], ...]
    """Symbol and paragraph, where the question may be both."""
    entry: int | None
    act: str
    """The beginning of an act's identity in hexadecimal, or empty."""


def understand(typed: str) -> Asked:
    """What a question may mean.

    Raises:
        TooLong: more than `LONGEST` characters.

    >>> understand('A/68/514 "核裁军" weapons').terms[1:]
    (Term(kind='word', words=('weapons',)), Term(kind='han', words=('核', '裁', '军')))
    >>> understand("#42").entry, understand("27 (h)").names[0]
    (42, ('p:27.h',))
    """
    if len(typed) > LONGEST:
        raise TooLong(f"a question has at most {LONGEST} characters")
    text = clean(typed)
    entry = re.match(r"^#\s*([0-9]{1,15})$", text)
    act = re.match(r"^(?:sha256:)?\s*([0-9a-f]{8,64})$", text.lower())
    return Asked(
        shown=text,
        terms=_terms(text),
        names=tuple(_names(text)),
        within=tuple(_within(text)),
        splits=tuple(_splits(text)),
        entry=int(entry[1]) if entry else None,
        act=act[1] if act else "",
    )


def clean(typed: str) -> str:
    """What was typed on one line, without controls and marks that steer, digits western.

    >>> clean("  a\\x00b\\u202e c\\n٢٧（h） ")
    'a b c 27(h)'
    """
    plain = unicodedata.normalize("NFKC", typed.encode("utf-8", "replace").decode("utf-8"))
    kept = (
        " " if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp") and c not in "\u200c\u200d" else c
        for c in plain
    )
    return " ".join("".join(str(unicodedata.decimal(c, c)) for c in kept).split())[:LONGEST]


# Words.

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|「([^」]+)」|『([^』]+)』|《([^》]+)》')


def _terms(text: str) -> tuple[Term, ...]:
    found: list[Term] = []

    def quoted(match: re.Match[str]) -> str:
        inside = tuple(w.folded for w in words(next(filter(None, match.groups()))))
        if inside:
            found.append(Term("han" if all(map(is_han, inside)) else "phrase", inside))
        return " "

    plain: list[Term] = []
    for chunk in _QUOTED.sub(quoted, text).split():
        plain += _of_chunk(chunk)
    meant = [term for term in plain if not (term.kind == "word" and term.words[0] in STOP)]
    kept = (meant or ([] if found else plain)) + found
    return tuple(dict.fromkeys(kept))[:MOST_TERMS]


def _of_chunk(chunk: str) -> list[Term]:
    """The terms of what stands between two spaces."""
    out: list[Term] = []
    for han, run in _runs(chunk):
        folded = tuple(w.folded for w in words(run))
        if han:
            out += [Term("han", part) for part in _apart(run)]
        elif len(folded) > 1 and any(c.isdigit() for c in run):
            out.append(Term("phrase", folded))
        else:
            out += [Term("word", (one,)) for one in folded]
    return out


def _runs(chunk: str) -> list[tuple[bool, str]]:
    """Chinese and other writing apart."""
    out: list[tuple[bool, str]] = []
    for char in chunk:
        han = is_han(char)
        if out and out[-1][0] == han:
            out[-1] = (han, out[-1][1] + char)
        else:
            out.append((han, char))
    return out


def _apart(run: str) -> list[tuple[str, ...]]:
    """A run of Chinese characters, the names of States in it by themselves, and parted at 的."""
    cuts, at = [], 0
    for start, end, _ in find_states(run, "zh"):
        cuts += [run[at:start], run[start:end]]
        at = end
    cuts.append(run[at:])
    parts = [part for cut in cuts for part in cut.split("的") if part]
    return [tuple(w.folded for w in words(part)) for part in parts]


# Names.

_ITEM = rf"(?:[a-z]{{1,2}}|[ivx]{{1,5}}|[{ABJAD}]|[{CYRILLIC}])"
_ITEMS = rf"(?:\s*[.(\-]?\s*{_ITEM}\s*\)?\s*[项分]*){{0,2}}"
_NUMBER = r"(?:[0-9]{1,3}|[〇零一二三四五六七八九十百两]{1,7})"
_CALLED = "|".join(sorted((re.escape(word) for word in PARAGRAPH), key=len, reverse=True))
_PARAGRAPH = re.compile(
    rf"^(?P<called>(?:(?:{_CALLED})\.?\s*-?)?\s*)(?P<number>{_NUMBER})(?P<first>{_ITEMS})\s*(?P<after>段?)(?P<last>{_ITEMS})$"
)
_JOB = re.compile(r"^(?:ge\s*\.?\s*)?([0-9]{2})\s*-?\s*([0-9]{5,6})\s*(?:\(\s*[acefrs]\s*\))?$")
_SYMBOL = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ./()*_\\-]*$")


def _names(text: str) -> list[tuple[str, ...]]:
    """The forms that a whole question may be, the surest first."""
    low = text.lower()
    found: list[tuple[str, ...]] = []
    if len(text) == 2 and text.isascii() and text.isupper():
        found.append((f"2:{text}",))
    paragraph = as_paragraph(low)
    if paragraph:
        found += [(paragraph,)] + ([(paragraph.rpartition(".")[0],)] if "." in paragraph else [])
    symbol = _as_symbol(text)
    if symbol:
        found.append((f"s:{symbol}",))
    job = _JOB.match(low)
    if job:
        found.append((f"j:{job[1]}.{job[2]}", f"j:ge.{job[1]}.{job[2]}"))
    name = name_form(text)
    if len(name) > 3:
        found.append((name,))
    return found


def _as_symbol(text: str) -> str:
    """The compared form of what may be a symbol: Latin letters and digits, and more than one of them."""
    form = symbol_form(text)
    return form if _SYMBOL.match(text) and "." in form and any(c.isdigit() for c in form) else ""


def as_paragraph(low: str) -> str:
    """The form of a paragraph, however a paper of the six languages calls it; empty if it is none.

    >>> [as_paragraph(t) for t in ("para. 27(h)", "第27段", "第二十七段(h)项", "الفقرة 27 (ح)", "п. 27 а)", "27h")]
    ['p:27.h', 'p:27', 'p:27.h', 'p:27.h', 'p:27.a', 'p:27.h']
    >>> as_paragraph("67/56"), as_paragraph("十"), as_paragraph("2013 may")
    ('', '', '')
    """
    found = _PARAGRAPH.match(low.strip())
    if found is None:
        return ""
    number = found["number"]
    if not number[0].isascii() and not (found["called"].strip() or found["after"]):
        return ""
    value = int(number) if number.isascii() else han_number(number)
    items = [_latin(item) for item in re.findall(_ITEM, f"{found['first']} {found['last']}")]
    return ".".join([f"p:{value}", *items])


def _latin(item: str) -> str:
    """The letter that an item has in the labels of the record."""
    for letters in (ABJAD, CYRILLIC):
        if item in letters:
            return chr(ord("a") + letters.index(item)) if letters.index(item) < 26 else item
    return item


def _splits(text: str) -> list[tuple[str, str]]:
    """Symbol and paragraph where a question is both: `A/68/514, para. 27 (h)`, `A/68/514#para-27-h`."""
    out = []
    for cut in re.finditer(r"[\s,;:#¶§]+|(?<=[0-9])(?=第)", text):
        symbol = _as_symbol(text[: cut.start()].strip())
        paragraph = as_paragraph(text[cut.end() :].lower()) if symbol else ""
        if paragraph:
            out.append((f"s:{symbol}", paragraph))
    return out


def _within(text: str) -> list[str]:
    """The names that parts of a question may be, the longest first: of parties, so of letters alone."""
    folded = [w.folded for w in words(text)][: 2 * MOST_TERMS]
    out = []
    for length in range(min(8, len(folded)), 0, -1):
        for start in range(len(folded) - length + 1):
            part = folded[start : start + length]
            if sum(map(len, part)) > 3 or (len(part) > 1 and all(map(is_han, part))):
                out.append("n:" + " ".join(part))
    codes = [f"n:{chunk.lower()}" for chunk in text.split() if re.match(r"^[A-Z]{3}$", chunk)]
    return [*codes, *out] if len(folded) > 1 else []
