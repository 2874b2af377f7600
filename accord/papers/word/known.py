"""What of a returned file is in the record already: changes that went out as those of amendments, and our comments."""

from __future__ import annotations

from collections.abc import Iterator

from accord.papers.report.issue import Read
from accord.papers.word.chosen import Chosen, chosen
from accord.papers.word.marking import LONGEST_AUTHOR, Author
from accord.papers.word.remarking import comments
from accord.papers.word.sheet import Sheet
from accord.papers.word.stream import Mark
from accord.papers.word.write import authors_of
from accord.world.world import World


class Known:
    """The changes and comments that can have gone out with a file."""

    def __init__(self, world: World, sheet: Sheet, read: Read | None) -> None:
        self._world, self._sheet, self._read = world, sheet, read
        rows = world.negotiation.tables.amendments.get(sheet.draft, {})
        self.authors: dict[str, Author] = {
            name: authors_of(world, sheet.draft, sheet.language, read, row) for name, row in rows.items()
        }
        self._dates: dict[str, list[str]] = {}
        for name, author in self.authors.items():
            self._dates.setdefault(author.date, []).append(name)

    def __call__(self, mark: Mark) -> bool:
        """Whether a change is one of an amendment."""
        return bool(self.amendments(mark))

    def amendments(self, mark: Mark) -> tuple[str, ...]:
        """The amendments of which a change can be one: admitted at its moment, by a sponsor among its authors."""
        found = self._dates.get(mark.date, ())
        return tuple(name for name in found if self.authors[name].name[:LONGEST_AUTHOR] in mark.author)

    def seals(self) -> dict[str, str]:
        """The seals of all comments that can have gone out, each with the amendment's sponsors."""
        return dict(self._seals())

    def _seals(self) -> Iterator[tuple[str, str]]:
        view, draft = self._world.negotiation, self._sheet.draft
        rows = view.tables.amendments.get(draft, {})
        every = Chosen((), chosen(view, draft, ()).outcome, tuple(rows))
        for comment in comments(view, draft, every, self._sheet.language, lambda row: self.authors[row.act.amendment]):
            yield comment.seal, comment.author.name
