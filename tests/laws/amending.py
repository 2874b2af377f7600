"""Texts and amendments by chance, as delegations make them: a word here, a phrase there, brackets around it."""

from __future__ import annotations

import random

from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.edits import Edits
from accord.areas.negotiation.text import words

SENTENCES = {
    "en": "States shall should may act promptly and transparently towards the goal of a world without such arms",
    "fr": "les États devraient agir de façon transparente en vue d’un monde exempt de ces armes à l’été",
    "ru": "государства должны действовать открыто в целях построения мира без такого оружия ё й",
    "ar": "ينبغي للدول أن تعمل بشفافية من أجل عالمٍ خالٍ من هذه الأسلحةِ",
}
VOCABULARY = {language: sentence.split() for language, sentence in SENTENCES.items()} | {
    "zh": list("各国应当透明地采取行动以实现一个没有此类武器的世界"),
    "odd": ["q\u0301", "a\u200db", "👩\u200d🚀", "각", "क्षि", "[", "]", "/", ",", "é"],
}
"""Words of the languages of the drafts, and clusters that must not be cut."""


def some_text(chance: random.Random, language: str | None = None, most: int = 30) -> str:
    """A text of a few words."""
    found = VOCABULARY[language or chance.choice(list(VOCABULARY))]
    joint = "" if found == VOCABULARY["zh"] else " "
    return joint.join(chance.choice(found) for _ in range(chance.randint(1, most)))


def amended(chance: random.Random, text: str, most: int = 3) -> str:
    """The text as somebody would rather have it; always another one, never none."""
    while True:
        found = words(text)
        for _ in range(chance.randint(1, most)):
            at = chance.randint(0, len(found))
            to = min(len(found), at + chance.choice((0, 0, 1, 1, 2, 5)))
            put = words(some_text(chance, most=3)) if chance.random() < 0.6 else []
            if chance.random() < 0.15:
                put = ["[", *found[at:to], "]"]
            found[at:to] = put
        if (new := "".join(found)) not in (text, ""):
            return new


def some_edits(chance: random.Random, text: str, most: int = 3) -> Edits:
    """An amendment of a text."""
    return difference(text, amended(chance, text, most))
