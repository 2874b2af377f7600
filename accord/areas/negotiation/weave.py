"""The weave of a text: every run of characters it ever had, who put it, who dropped it, and when.

A text begins as one run. Each step carries it on: what stays keeps its author, what is put is the step's, and what
is dropped stays in the weave as gone. So each character of each state is attributed, through any chain of
amendments, and what differs between any two states is read off, in place and with names, without comparing.

>>> step = (Credited(Keep(n=4)), Credited(Drop(n=5), (7,)), Credited(Put(text="should"), (7,)))
>>> made = carry(begin("All shall", (1,)), step, 1)
>>> attribution(made)
(Said(text='All ', by=(1,)), Said(text='should', by=(7,)))
>>> [(piece.text, piece.kind, piece.by) for piece in between(made, 0, 1)]
[('All ', 'keep', ()), ('shall', 'drop', (7,)), ('should', 'put', (7,))]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from accord.areas.negotiation.edits import Drop, Keep, Misfit, Put
from accord.areas.negotiation.merging import Credited


class Run(msgspec.Struct, frozen=True, gc=False):
    """Characters that came together and stayed together."""

    text: str
    put: int
    """The step in which they came; 0 is the beginning."""
    by: tuple[int, ...]
    """Whose they are: the entries of the amendments that put them, or of the act that wrote the first text."""
    gone: int | None = None
    """The step in which they were dropped."""
    gone_by: tuple[int, ...] = ()

    def stands(self, step: int) -> bool:
        """Whether the characters stand in the text after a step."""
        return self.put <= step and (self.gone is None or self.gone > step)


Weave = tuple[Run, ...]


class Said(msgspec.Struct, frozen=True, gc=False):
    """Characters and whose they are."""

    text: str
    by: tuple[int, ...]


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Characters that two states share, or that only the later or the earlier has, and by whom that came."""

    text: str
    kind: Literal["keep", "put", "drop"]
    by: tuple[int, ...] = ()


def begin(text: str, by: tuple[int, ...]) -> Weave:
    """The weave of a first text."""
    return (Run(text, 0, by),) if text else ()


def carry(weave: Weave, edits: Iterable[Credited], step: int) -> Weave:
    """The weave after a step, whose edits amend the text that stands.

    Raises:
        Misfit: they cover more or less than the text that stands.
    """
    out: list[Run] = []
    rest = list(reversed(weave))

    def take(n: int, by: tuple[int, ...] | None) -> None:
        """Passes over `n` standing characters, dropping them where `by` says who does; gone ones go along."""
        while n:
            if not rest:
                raise Misfit("the edits cover more than the text")
            run = rest.pop()
            if run.gone is not None:
                out.append(run)
                continue
            if len(run.text) > n:
                rest.append(msgspec.structs.replace(run, text=run.text[n:]))
                run = msgspec.structs.replace(run, text=run.text[:n])
            n -= len(run.text)
            out.append(run if by is None else msgspec.structs.replace(run, gone=step, gone_by=by))

    for credited in edits:
        edit = credited.edit
        if isinstance(edit, Put):
            out.append(Run(edit.text, step, credited.by))
        else:
            take(edit.n, credited.by if isinstance(edit, Drop) else None)
    if any(run.gone is None for run in rest):
        raise Misfit("the edits cover less than the text")
    return (*out, *reversed(rest))


def text_at(weave: Weave, step: int) -> str:
    """The text after a step."""
    return "".join(run.text for run in weave if run.stands(step))


def attribution(weave: Weave) -> tuple[Said, ...]:
    """The text that stands, every character with whose it is."""
    out: list[Said] = []
    for run in weave:
        if run.gone is None:
            if out and out[-1].by == run.by:
                out[-1] = Said(out[-1].text + run.text, run.by)
            else:
                out.append(Said(run.text, run.by))
    return tuple(out)


def between(weave: Weave, earlier: int, later: int) -> tuple[Piece, ...]:
    """What differs between the texts after two steps, in place; the earlier is what stays and what is dropped."""
    out: list[Piece] = []
    for run in weave:
        was, now = run.stands(earlier), run.stands(later)
        if was or now:
            kind: Literal["keep", "put", "drop"] = "keep" if was and now else "put" if now else "drop"
            by = () if was and now else run.by if now else run.gone_by
            if out and (out[-1].kind, out[-1].by) == (kind, by):
                out[-1] = Piece(out[-1].text + run.text, kind, by)
            else:
                out.append(Piece(run.text, kind, by))
    return tuple(out)


def kept(length: int) -> tuple[Credited, ...]:
    """The step that changes nothing."""
    return (Credited(Keep(n=length)),) if length else ()
