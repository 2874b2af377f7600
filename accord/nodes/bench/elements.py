"""The programme of a large record: fictional elements, approaches and mappings of them."""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.values import Source, Text
from accord.acts.vocabulary import Act
from accord.areas.programme.acts import MapApproach, Mapped, TableApproach, TableElement

CODES = (*(f"27-{c}" for c in "abcdefghijklm"), *(f"28-{c}" for c in "abcdefg"), *(f"29-{c}" for c in "abcde"))
"""The codes that everybody uses; their names here are fictional."""
ELEMENTS = len(CODES)
APPROACHES = 5
_SOURCE = Source(publication="Fictional list")


def element(number: int) -> str:
    """The code of an element."""
    return CODES[number % ELEMENTS]


def approach(number: int) -> str:
    """The label of a fictional approach."""
    return f"approach-{number % APPROACHES}"


def elements(author: str) -> Iterator[Act]:
    """The acts, each of which counts where the author is in the register."""
    for number in range(ELEMENTS):
        yield TableElement(element=element(number), name=_text(f"Fictional element {number}"), source=_SOURCE)
    for number in range(APPROACHES):
        label = approach(number)
        name = _text(f"Fictional approach {number}")
        yield TableApproach(
            approach=label, name=name, orders="not-said", conditions="not-said", dates="not-said", source=_SOURCE
        )
        mapped = tuple(Mapped(element=element(one)) for one in range(number, ELEMENTS, number + 1))
        yield MapApproach(approach=label, author=author, elements=mapped, source=_SOURCE)


def _text(words: str) -> Text:
    return Text(original="en", said={"en": words})
