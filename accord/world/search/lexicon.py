"""The little words that search knows in six languages: what a question need not have, how a paragraph is named."""

from __future__ import annotations

STOP = frozenset(
    " ".join(
        (
            "a an and are as at be by for from in is it of on or that the this to was were which with what who whose",
            "au aux avec ce ces cette dans de des du elle en est et il la le les leur ou par pas pour que qui sa se",
            "ses son sont sur un une quel quelle",
            "al como con del el es esta este las lo los no o para pero por que se su sus una unas unos y cual",
            "а без был была были в во для до же за и из или их к как ко на над не о об от по под при с со то у что это",
            "кто какие",
            "في من علي الي عن ان او ما هذا هذه التي الذي مع و",
        )
    ).split()
)
"""Folded words that a question may carry and a text need not have. Chinese particles are left to the phrase."""

PARAGRAPH = (
    "paragraphs", "paragraph", "paras", "para", "pars", "par", "paragraphes", "paragraphe", "párrafos", "párrafo",
    "parrafos", "parrafo", "párr", "parr", "пункты", "пункта", "пункте", "пункт", "абзац", "пп", "п", "الفقرات",
    "الفقرة", "للفقرة", "بالفقرة", "فقرة", "¶", "§", "第",
)  # fmt: skip
"""What a paper calls a paragraph, before its number; Chinese puts 段 after it as well."""

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The letters by which Arabic papers label items, in order."""

CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters by which Russian papers label items where they use their own; most print Latin ones."""

HAN_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
HAN_PLACES = {"十": 10, "百": 100, "千": 1000}


def han_number(text: str) -> int | None:
    """A number in Chinese characters.

    >>> han_number("二十七"), han_number("十"), han_number("一百零三"), han_number("核")
    (27, 10, 103, None)
    """
    total, digit = 0, 0
    for char in text:
        if char in HAN_DIGITS:
            digit = HAN_DIGITS[char]
        elif char in HAN_PLACES:
            total, digit = total + (digit or 1) * HAN_PLACES[char], 0
        else:
            return None
    return total + digit if text else None
