"""Comments of a file that goes out: what amendments that are not shown as changes ask for, and notes of sponsors."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from lxml import etree  # type: ignore[import-untyped]
from msgspec import Struct

from accord.areas.negotiation.changes import AddUnit, Change, DeleteUnit, MoveUnit, Rewording
from accord.areas.negotiation.edits import apply
from accord.areas.negotiation.rows import AmendmentRow, UnitRow
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.subamending import amended_units
from accord.areas.negotiation.view import Negotiation
from accord.papers.report.docx.elements import W, el
from accord.papers.report.docx.runs import paragraph, runs
from accord.papers.word.chosen import Chosen
from accord.papers.word.marking import LONGEST_AUTHOR, Author
from accord.words.catalogue import say


class Comment(Struct, frozen=True):
    """A comment on a paragraph."""

    unit: str
    author: Author
    words: str

    @property
    def seal(self) -> str:
        """What tells a comment of ours from what others write, when the file comes back."""
        return seal(self.author.name, self.words)


def seal(author: str, words: str) -> str:
    """A short hash of who says what, white space aside.

    >>> seal("ST-A", "No  more.") == seal("ST-A", "No more. ")
    True
    """
    told = f"{author[:LONGEST_AUTHOR]}\n{words}"
    return hashlib.sha256("".join(told.split()).encode()).hexdigest()[:16]


def comments(
    view: Negotiation, draft: str, found: Chosen, language: str, author: Callable[[AmendmentRow], Author]
) -> Iterator[Comment]:
    """The comments on a draft with its amendments, in the order proposed."""
    rows = view.tables.amendments.get(draft, {})
    units = view.tables.units.get(draft, {})
    slash = view.tables.drafts[draft].act.slash
    for name, row in rows.items():
        if name in found.told:
            for change in row.act.changes:
                if row.amends is None:
                    words = _asked(change, name, units, slash, language)
                else:
                    words = _asked_of_another(change, row, rows[row.amends], units, slash, language)
                yield Comment(_place(change), author(row), words)
        if row.act.note is not None and name in (*found.shown, *found.told):
            words = say(language, "word-file.note", amendment=name, note=row.act.note.words(language)[0])
            yield Comment(_place(row.act.changes[0]), author(row), words)


def _place(change: Change) -> str:
    """The unit on which a comment about a change stands; empty for the beginning of the draft."""
    return change.after or "" if isinstance(change, AddUnit) else change.unit


def _asked(change: Change, name: str, units: dict[str, UnitRow], slash: bool, language: str) -> str:
    """What a change asks for, in words."""
    if isinstance(change, AddUnit):
        return say(language, "word-file.asks.add", amendment=name, text=change.text)
    if isinstance(change, DeleteUnit):
        return say(language, "word-file.asks.delete", amendment=name)
    row = units[change.unit]
    if isinstance(change, MoveUnit):
        if change.after is None:
            return say(language, "word-file.asks.move-first", amendment=name)
        return say(language, "word-file.asks.move", amendment=name, unit=change.after)
    number = row.named(change.base)
    assert number is not None, "a rule has insisted that the unit had that text"
    text = row.versions[number].text
    edits = edits_of(change, text, slash)
    assert edits is not None, "a rule has insisted that the bracket is there"
    return say(language, "word-file.asks.amend", amendment=name, text=apply(edits, text))


def _asked_of_another(
    change: Change, row: AmendmentRow, amended: AmendmentRow, units: dict[str, UnitRow], slash: bool, language: str
) -> str:
    """What a change asks for of another amendment, in words."""
    made = amended_units(amended, units, slash)[change.unit].current.text
    assert isinstance(change, Rewording), "only words of an amendment can be changed"
    text = apply(edits_of(change, made, slash) or (), made)
    names = {"amendment": row.act.amendment, "amends": amended.act.amendment}
    return say(language, "word-file.asks.subamend", **names, text=text)


def comments_part(found: Iterable[Comment], language: str) -> etree._Element:
    """The part of the file that holds the comments, numbered in their order."""
    root = el("comments")
    for n, comment in enumerate(found):
        one = el(
            "comment",
            paragraph("Text", language, *runs(comment.words, language)),
            id=n,
            author=comment.author.name[:LONGEST_AUTHOR],
            initials="Accord",
        )
        if comment.author.date:
            one.set(f"{{{W}}}date", comment.author.date)
        root.append(one)
    return root
