"""Lists within a sentence, joined and taken apart in each language's way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from accord.words.languages import language

# (between items, before the last item) and the same for items that hold commas themselves.
_JOINTS = {
    "en": (", ", " and ", "; ", "; and "),
    "fr": (", ", " et ", "; ", "; et "),
    "es": (", ", " y ", "; ", "; y "),
    "ru": (", ", " и ", "; ", "; и "),
    "zh": ("、", "和", "；", "；和"),
    # Arabic writes "and" before each item, joined to it: النمسا ومصر وكوبا.
    "ar": (" و", " و", "؛ و", "؛ و"),
}

_POINTS = {
    "en": ("; and ", ", and ", " as well as ", "; ", ", ", " and "),
    "fr": (" ; et ", "; et ", ", et ", " ainsi que ", " ; ", "; ", ", ", " et "),
    "es": ("; y ", "; e ", ", y ", " así como ", "; ", ", ", " y ", " e "),
    "ru": ("; и ", ", и ", ", а также ", " а также ", "; ", ", ", " и "),
    "zh": ("；和", "，以及", "、以及", "；", "、", "，", "以及", "和", "及", "与"),
    "ar": ("؛ و", "، و", "؛ ", "، ", " و"),
}

_BRACKETS = {"(": ")", "（": "）", "[": "]"}
_QUOTES = {"“": "”", "«": "»", "《": "》"}


def join(items: Iterable[str], lang: str, *, strong: bool = False) -> str:
    """The items as one phrase: commas and "and" as the language writes them.

    Args:
        items: any number of phrases, none of which starts or ends with a space.
        strong: use semicolons, for items that have commas of their own.

    >>> [join(["A", "B", "C"], lang) for lang in ("en", "zh", "fr", "ru", "es", "ar")]
    ['A, B and C', 'A、B和C', 'A, B et C', 'A, B и C', 'A, B y C', 'A وB وC']
    >>> join(["Francia", "Irlanda"], "es"), join(["Finlandia", "Hungría"], "es")
    ('Francia e Irlanda', 'Finlandia y Hungría')
    """
    parts = list(items)
    between, last, strong_between, strong_last = _JOINTS[language(lang).code]
    if strong:
        between, last = strong_between, strong_last
    if len(parts) < 2:
        return "".join(parts)
    if strong and len(parts) == 2:
        between, last = last, last
    if lang == "es" and _sounds_i(parts[-1]):
        last = last.replace("y ", "e ")
    return between.join(parts[:-1]) + last + parts[-1]


def split_points(lang: str) -> tuple[str, ...]:
    """What may stand between two items of a list in `lang`, longest first.

    A reader must first protect names that contain one of these (埃及, Bosnia and Herzegovina): see `split`.
    """
    return _POINTS[language(lang).code]


def split(text: str, lang: str, whole: Sequence[tuple[int, int]] = ()) -> list[str]:
    """The items of a list: `text` cut at the split points outside brackets, quotation marks and `whole`.

    Args:
        text: the list, on one line.
        whole: spans (start, end) that are never cut: the names of States that
            `accord.reference.states.find_states` found, say.

    >>> split("Chad, Bosnia and Herzegovina (also for Mali and Togo) and Cuba", "en", [(6, 28)])
    ['Chad', 'Bosnia and Herzegovina (also for Mali and Togo)', 'Cuba']
    >>> split("埃及、伊拉克和古巴", "zh", [(0, 2)])
    ['埃及', '伊拉克', '古巴']
    """
    barred = _nested(text)
    for start, end in whole:
        barred[start:end] = [True] * (end - start)
    items, begin = [], 0
    for match in _splitter(language(lang).code).finditer(text):
        if match.start() < begin or any(barred[match.start() : match.end()]):
            continue
        items.append(text[begin : match.start()])
        begin = match.end()
    items.append(text[begin:])
    return [item.strip() for item in items if item.strip()]


@cache
def _splitter(lang: str) -> re.Pattern[str]:
    points = (re.escape(point).replace(r"\ ", r"\s+") for point in _POINTS[lang])
    return re.compile("|".join(points))


def _nested(text: str) -> list[bool]:
    """For each character, whether it lies within brackets or quotation marks; an unclosed one counts to the end."""
    inside, waiting = [], ""
    for char in text:
        if waiting and char == waiting[-1]:
            waiting = waiting[:-1]
            inside.append(True)
            continue
        inside.append(bool(waiting))
        waiting += _BRACKETS.get(char, "") or _QUOTES.get(char, "")
    return inside


def _sounds_i(word: str) -> bool:
    """Whether a Spanish word starts with the sound i, before which `y` becomes `e` (but: nieve y hielo)."""
    return re.match(r"(?i)(?:h?[ií](?![aeou])|h?í)", word) is not None
