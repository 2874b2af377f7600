"""Blocks in order, labels counted as each language prints them."""

from __future__ import annotations

from collections.abc import Sequence

from accord.papers.report.compose.sentence import say
from accord.papers.report.context import Context, formula, merged
from accord.papers.report.items import closing
from accord.papers.report.values import Block, Segment
from accord.words.labels import Level, label
from accord.words.numerals import paper_digits


class Builder:
    """The blocks of a report in the making. A heading is printed only once something stands under it."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self._waiting: list[tuple[str, str]] = []
        self._counts = {"chapter": 0, "section": 0, "paragraph": 0}

    def front(self, kind: str, segments: Sequence[Segment]) -> None:
        """A block before the first chapter."""
        name = f"{kind}-{sum(b.kind == kind for b in self.blocks) + 1}"
        self.blocks.append(Block(name, kind, None, merged(list(segments))))

    def chapter(self, code: str) -> None:
        """A chapter under the heading `formula.heading.<code>`."""
        self._waiting = [("chapter", code)]

    def section(self, code: str) -> None:
        """A section of the chapter."""
        self._waiting = [*(one for one in self._waiting if one[0] == "chapter"), ("section", code)]

    def paragraph(self, *sentences: Sequence[Segment]) -> str | None:
        """A numbered paragraph of the sentences that have words; its unit, or nothing if none has."""
        said = [list(sentence) for sentence in sentences if sentence]
        if not said:
            return None
        self._headings()
        joint = "" if self.context.language == "zh" else " "
        parts = [segment for n, one in enumerate(said) for segment in ([formula(joint)] if n and joint else []) + one]
        unit = self._add("paragraph", parts)
        return unit

    def items(self, unit: str, register: str, members: Sequence[Sequence[Segment]]) -> None:
        """The items under a paragraph, with labels and closing signs; those of an agenda are numbered."""
        agenda = register == "agenda"
        for n, member in enumerate(members):
            sign = formula(closing(register, n, len(members), self.context.language))
            mark = label(n + 1, "paragraph" if agenda else "item", self.context.language)
            name = str(n + 1) if agenda else chr(ord("a") + n % 26) * (n // 26 + 1)
            kind = "agenda-item" if agenda else "item"
            self.blocks.append(Block(f"{unit}-{name}", kind, formula(mark), merged([*member, sign]), 1))

    def note(self, segments: Sequence[Segment]) -> str:
        """A footnote; its number."""
        mark = paper_digits(str(len(self.notes) + 1), self.context.language)
        self.notes.append(Block(f"footnote-{mark}", "footnote", formula(mark), merged(list(segments))))
        return mark

    def finished(self) -> tuple[Block, ...]:
        """All blocks, footnotes last."""
        return (*self.blocks, *self.notes)

    def _headings(self) -> None:
        for level, code in self._waiting:
            self._add(level, say(self.context, f"formula.heading.{code}"))
        self._waiting = []

    def _add(self, level: str, segments: Sequence[Segment]) -> str:
        self._counts[level] += 1
        if level == "chapter":
            self._counts["section"] = 0
        n = self._counts[level]
        kind: Level = "chapter" if level == "chapter" else "section" if level == "section" else "paragraph"
        unit = (
            f"section-{self._counts['chapter']}-{chr(64 + n)}"
            if level == "section"
            else f"{level[:4] if level == 'paragraph' else level}-{n}"
        )
        self.blocks.append(Block(unit, level, formula(label(n, kind, self.context.language)), merged(list(segments))))
        return unit
