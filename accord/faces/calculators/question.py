"""A question to a method: its fields, what was given in them as text, and the answer with what is told of it.

Numbers are read exactly as written. Names of fields are the options of the command line, the parameters of an address,
and, as `calculator.<name>`, words.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from importlib import import_module
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec

from accord.analysis.exact import decimal, probability, rational
from accord.analysis.unfit import Unfit, insist
from accord.faces.plots import Plot

WHOLE = re.compile(r"0|[1-9][0-9]{0,17}", re.ASCII)
DIGITS = 3_000
"""Of numerator or denominator: a longer rational is told in decimals alone."""
LARGEST_TABLE = 100_000
"""Bytes."""

T = TypeVar("T")
Say = Callable[..., str]
"""The sentence for a code, in the reader's language."""
Kind = Literal["whole", "number", "numbers", "table"]


class Field(NamedTuple):
    """What may be given."""

    name: str
    kind: Kind
    about: str
    """For the help of the command line, and of the interface for machines."""
    needed: bool = True


class Said(msgspec.Struct, frozen=True):
    """A sentence: a code of words, and its values."""

    code: str
    values: Mapping[str, str]


class Table(msgspec.Struct, frozen=True):
    """Rows under columns; `name` and columns are words `calculator.<name>`."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Answer(msgspec.Struct, frozen=True):
    """What follows from what was given."""

    values: Mapping[str, Any]
    """For machines; what is exact is text."""
    said: tuple[Said, ...]
    facts: tuple[tuple[str, str], ...] = ()
    """Word → value."""
    tables: tuple[Table, ...] = ()
    plot: Callable[[Say], Plot] | None = None


class Given:
    """What was given in the fields of a question, or in the cells of a row, as text."""

    def __init__(self, texts: Mapping[str, str], row: str = "", most: Mapping[str, int] | None = None) -> None:
        self.row = row
        self.most = most or {}
        self.texts = {name: text.strip() for name, text in texts.items() if text.strip()}

    def has(self, name: str) -> bool:
        """Whether something was given."""
        return name in self.texts

    def whole(self, name: str, without: int | None = None) -> int:
        """A whole number.

        Raises:
            Unfit: it is none; or it is missing, and nothing stands `without` it.
        """
        found = self._read(name, without, lambda text: whole(text, name, row=self.row))
        most = self.most.get(name, found)
        insist(found <= most, "too-large-here", row=self.row, what=name, most=most)
        return found

    def number(self, name: str, without: Fraction | None = None) -> Fraction:
        """A number of zero or more, exactly.

        Raises:
            Unfit: as `whole`.
        """
        return self._read(name, without, lambda text: rational(text, name, row=self.row))

    def probability(self, name: str, without: Fraction | None = None) -> Fraction:
        """A number between 0 and 1, neither included.

        Raises:
            Unfit: as `whole`.
        """
        return self._read(name, without, lambda text: probability(text, name, row=self.row))

    def numbers(self, name: str) -> list[Fraction]:
        """Numbers with commas or spaces between.

        Raises:
            Unfit: as `whole`.
        """
        return self._read(name, None, lambda text: [rational(one, name) for one in re.split(r"[,\s]+", text) if one])

    def rows(self, name: str, needed: Sequence[str], others: Sequence[str] = ()) -> list[Given]:
        """The rows of a table with a line of columns first: commas between, `needed` in each, `others` where they are.

        A column `name` names the rows: each has one, and no two the same.

        Raises:
            Unfit: a column is missing, twice or unknown; a row has another number of cells, or the name of
                another; no row, or no table.
        """
        text = self._read(name, None, str)
        insist(len(text.encode()) <= LARGEST_TABLE, "table-too-large", most=LARGEST_TABLE)
        try:
            lines = [line for line in csv.reader(io.StringIO(text), strict=True) if line]
        except csv.Error:
            raise Unfit("empty-table") from None
        insist(len(lines) > 1, "empty-table")
        head, told = [cell.strip() for cell in lines[0]], ", ".join((*needed, *(f"[{one}]" for one in others)))
        for column in head:
            known = column in (*needed, *others) and head.count(column) == 1
            insist(known, "no-such-column", columns=told, value=column[:40])
        for column in needed:
            insist(column in head, "no-such-column", columns=told, value=column)
        most = self.most.get(name, len(lines))
        insist(len(lines) - 1 <= most, "too-large-here", what=name, most=most)
        found = [self._row(head, line, str(number)) for number, line in enumerate(lines[1:], start=2)]
        for number, row in enumerate(found):
            insist(all(row.row != other.row for other in found[:number]), "name-twice", row=row.row)
        return found

    def _row(self, head: Sequence[str], line: Sequence[str], number: str) -> Given:
        insist(len(line) == len(head), "cells-of-a-row", row=number, cells=len(line), columns=len(head))
        cells = dict(zip(head, line, strict=True))
        return Given(cells, cells.get("name", "").strip() or number, self.most)

    def _read(self, name: str, without: T | None, read: Callable[[str], T]) -> T:
        if name not in self.texts:
            if without is None:
                raise Unfit("missing", row=self.row, what=name)
            return without
        return read(self.texts[name])


class Question(NamedTuple):
    """A question; `calculator.<name>.title` and `.about` are its words."""

    name: str
    fields: tuple[Field, ...]
    answered_by: str
    """The module of this room, and the function in it: imported when it is asked."""
    example: Mapping[str, str]
    """Something given that has an answer."""
    most: Mapping[str, int]
    """The most of a whole number where many ask at once, as in the portal: so that nobody waits long."""

    def ask(self, given: Given) -> Answer:
        """The answer.

        Raises:
            Unfit: what was given cannot be taken; the sentence of `unfit.<code>` says why.
        """
        module, _, function = self.answered_by.partition(":")
        answer = getattr(import_module(f"accord.faces.calculators.{module}"), function)(given)
        assert isinstance(answer, Answer)
        return answer


def whole(text: str, what: str, *, row: str = "") -> int:
    """A whole number.

    Raises:
        Unfit: it is none.

    >>> whole("100", "items")
    100
    """
    insist(WHOLE.fullmatch(text) is not None, "not-a-whole-number", row=row, what=what, value=text[:40])
    return int(text)


def exactly(value: Fraction) -> str | None:
    """A rational as `p/q`; `None` where that is too long to be read by anyone.

    >>> exactly(Fraction(1, 3)), exactly(Fraction(1, 10**4000))
    ('1/3', None)
    """
    return str(value) if value.denominator.bit_length() < DIGITS * 3 else None


def shown(value: Fraction) -> str:
    """A rational as people read it: six digits.

    >>> shown(Fraction(1, 3))
    '0.333333'
    """
    return decimal(value, 6)


def told(name: str, value: Fraction) -> dict[str, str | None]:
    """A rational for machines: in decimals, and exactly.

    >>> told("share", Fraction(1, 3))
    {'share': '0.333333333333333', 'share_exact': '1/3'}
    """
    return {name: decimal(value), f"{name}_exact": exactly(value)}
