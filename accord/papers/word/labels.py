"""The number or label with which a paragraph of a file begins, before its first tab."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from accord.areas.negotiation.numbering import SUFFIXES
from accord.papers.word.stream import Stretch

LONGEST = 24
_LABEL = re.compile(rf"\s*[\[(（]?\w{{1,6}}[\])）]?(?:\s(?:{'|'.join(SUFFIXES)}|\(\d+\)))?\s?[.):．、]?[\])）]?\s*")


def is_label(words: str, printed: Collection[str]) -> bool:
    """Whether words before a tab are a number or a label.

    >>> [is_label(words, ()) for words in ("5 bis.", "(a)", "٣.", "Note well:")]
    [True, True, True, False]
    """
    return words.strip() in printed or (len(words) <= LONGEST and _LABEL.fullmatch(words) is not None)


def parted(stretches: Sequence[Stretch], printed: Collection[str]) -> Iterator[tuple[int, Stretch, bool]]:
    """The stretches with their numbers, each with whether it is part of a label. A tab that ends none is a space.

    Args:
        printed: the labels with which we printed the units.
    """
    for paragraph in _paragraphs(stretches):
        head = _head([stretch for _, stretch in paragraph], printed)
        for index, stretch in paragraph:
            if head and not stretch.end:
                label, stretch = _cut(stretch, head)
                head -= len(label.text)
                yield index, label, True
                if not stretch.text:
                    continue
            yield index, replace(stretch, text=stretch.text.replace("\t", " ")), False


def _paragraphs(stretches: Sequence[Stretch]) -> Iterator[list[tuple[int, Stretch]]]:
    found: list[tuple[int, Stretch]] = []
    for index, stretch in enumerate(stretches):
        found.append((index, stretch))
        if stretch.end:
            yield found
            found = []
    if found:
        yield found


def _head(paragraph: Sequence[Stretch], printed: Collection[str]) -> int:
    """How many characters of a paragraph, dropped ones too, are its label with its tab; 0 where it has none."""
    for before in (True, False):
        words, length = "", 0
        for stretch in paragraph:
            tab = stretch.text.find("\t")
            part = stretch.text if tab < 0 else stretch.text[:tab]
            length += len(part)
            if (stretch.put is None) if before else (stretch.gone is None):
                words += part
                if tab >= 0:
                    if is_label(words, printed):
                        return length + 1
                    break
            elif tab >= 0:
                # A tab that the other side of the changes has.
                length += len(stretch.text) - tab
            if length > 4 * LONGEST:
                break
    return 0


def _cut(stretch: Stretch, at: int) -> tuple[Stretch, Stretch]:
    return replace(stretch, text=stretch.text[:at]), replace(stretch, text=stretch.text[at:])
