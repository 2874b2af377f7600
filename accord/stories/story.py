"""What a story is: acts in order, who says each, and whose keys sign it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from accord.acts.values import Language, Text
from accord.acts.vocabulary import Act
from accord.keys.signers import Signer
from accord.reference.states import LANGUAGES


class Said(msgspec.Struct, frozen=True):
    """An act of a story: who says it, and the parties whose keys sign it."""

    by: str
    act: Act
    signed: tuple[str, ...] = ()
    """Empty where the one who says it signs alone."""

    @property
    def signers(self) -> tuple[str, ...]:
        """The parties whose keys sign it."""
        return self.signed or (self.by,)


Say = Callable[[Act, str, Sequence[Signer]], object]
"""Says an act in a party's name, signed by these keys. The story does not care what becomes of it."""

Progress = Callable[[int, int], object]
"""Hears how many acts of how many have been said."""


def tell(story: Iterable[Said], keys: Mapping[str, Signer], say: Say, progress: Progress | None = None) -> int:
    """Says every act of a story with the keys given for its parties; the number of acts said.

    Raises:
        KeyError: no key is given for a party that signs.
    """
    acts = list(story)
    for number, said in enumerate(acts, start=1):
        say(said.act, said.by, [keys[party] for party in said.signers])
        if progress is not None:
            progress(number, len(acts))
    return len(acts)


def text(said: Mapping[str, str], original: Language = "en") -> Text:
    """A text in the languages given, in the UN's order.

    >>> text({"fr": "Genève", "en": "Geneva"}).said
    {'en': 'Geneva', 'fr': 'Genève'}
    """
    return Text(original=original, said={lang: said[lang] for lang in _languages() if lang in said})


def _languages() -> tuple[Language, ...]:
    languages: tuple[Language, ...] = ("ar", "zh", "en", "fr", "ru", "es")
    assert languages == LANGUAGES
    return languages
