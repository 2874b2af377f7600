"""Random reports from a seed: what a printed report consists of, and so what must be read back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from accord.words.labels import Level, label
from tests.papers.reading.printing.phrases import PHRASES, Phrases


@dataclass
class Block:
    """A unit of a report: its level, its label as printed, its text, and footnotes by offset."""

    level: str
    label: str
    text: str
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    """(offset, mark, text)"""
    number: int = 0


@dataclass
class Report:
    """A whole report, block by block, and how it is to be printed."""

    lang: str
    symbol: str
    job: str
    title: str
    blocks: list[Block]
    contents: bool
    columns: int
    table: list[tuple[str, str]]
    table_after: int

    def paragraphs(self) -> Iterator[list[Block]]:
        """Each numbered paragraph with what stands beneath it."""
        group: list[Block] = []
        for block in self.blocks:
            if block.level == "paragraph":
                if group:
                    yield group
                group = [block]
            elif block.level in ("chapter", "section", "heading"):
                if group:
                    yield group
                group = []
            elif group:
                group.append(block)
        if group:
            yield group


LETTERS = {"ar": "A", "zh": "C", "en": "E", "fr": "F", "ru": "R", "es": "S"}
AGENDA_END = {"zh": "。"}
ITEM_END = {"zh": "；", "ar": "؛", "fr": " ;"}


class _Writer:
    def __init__(self, seed: int, lang: str) -> None:
        self.random = random.Random(f"{lang} {seed}")
        self.lang = lang
        self.phrases: Phrases = PHRASES[lang]
        self.blocks: list[Block] = []
        self.note = 0
        self.number = 0

    def filled(self, text: str) -> str:
        draw = self.random
        a = draw.choice([self.number + 1, self.number, draw.randint(1, 60)])
        return text.format(
            a=max(1, a), b=draw.randint(1, 99), n=draw.randint(2, 28), day=draw.randint(1, 30),
            symbol=f"XA/AC.{draw.randint(1, 9)}/{draw.choice(['WP.', 'CRP.', 'INF.', ''])}{draw.randint(1, 40)}",
            state=draw.choice(self.phrases.states), other=draw.choice(self.phrases.states),
        )  # fmt: skip

    def prose(self, least: int, most: int) -> str:
        chosen = [self.filled(s) for s in self.random.sample(self.phrases.sentences, self.random.randint(least, most))]
        return ("" if self.lang == "zh" else " ").join(chosen)

    def add(self, level: str, number: int, text: str, *, notes: bool = True) -> None:
        named: Level | None = level if level in ("chapter", "section", "paragraph", "item", "subitem") else None  # type: ignore[assignment]
        if level == "entry":
            named = "paragraph"  # entries of an agenda look as paragraphs do
        printed = label(number, named, self.lang) if named else ""
        block = Block(level, printed, text, number=number)
        if notes and self.note < 90 and self.random.random() < (0.14 if level == "paragraph" else 0.03):
            self.note += 1
            ends = [
                n + 1 for n, c in enumerate(text) if c in ".。;；؛،,，" and text[n + 1 : n + 2] in (" ", "", "工", "主")
            ]
            at = self.random.choice(ends or [len(text)])
            block.notes.append((at, str(self.note), self.filled(self.random.choice(self.phrases.notes))))
        self.blocks.append(block)

    def paragraph(self) -> None:
        self.number += 1
        draw = self.random.random()
        if draw < 0.1:
            self.add("paragraph", self.number, self.filled(self.phrases.agenda))
            self.agenda()
        elif draw < 0.3:
            lead = self.prose(0, 2)
            lead += (" " if lead and self.lang != "zh" else "") + self.filled(self.phrases.announcing)
            self.add("paragraph", self.number, lead)
            self.items()
        else:
            self.add("paragraph", self.number, self.prose(1, 6))

    def agenda(self) -> None:
        for n in range(1, self.random.randint(4, 14)):
            text = self.random.choice(self.phrases.headings)
            self.add("entry", n, text + AGENDA_END.get(self.lang, "."), notes=False)

    def items(self) -> None:
        end = ITEM_END.get(self.lang, ";")
        count = self.random.choice([2, 3, 4, 5, 6, 8, 12, 28])
        nested = self.random.randint(1, count) if self.random.random() < 0.5 and count < 20 else 0
        for n in range(1, count + 1):
            text = self.filled(self.random.choice(self.phrases.items))
            last = "。" if self.lang == "zh" else "."
            if n == nested:
                colon = {"zh": "：", "fr": " :"}.get(self.lang, ":")
                self.add("item", n, text + colon)
                for k, sub in enumerate(self.phrases.subitems, 1):
                    ending = last if n == count and k == len(self.phrases.subitems) else end
                    self.add("subitem", k, self.filled(sub) + ending)
            else:
                self.add("item", n, text + (last if n == count else end))

    def report(self, size: int) -> Report:
        for chapter in range(1, self.random.randint(2, 6)):
            self.add("chapter", chapter, self.random.choice(self.phrases.headings), notes=False)
            sections = self.random.choice([0, 0, 2, 3, 4, 10 if self.lang != "ar" else 5])
            for section in range(1, max(1, sections) + 1):
                if sections:
                    self.add("section", section, self.random.choice(self.phrases.headings), notes=False)
                for _ in range(self.random.randint(1, size)):
                    self.paragraph()
        draw = self.random
        table = [
            (self.filled(draw.choice(self.phrases.states)), self.filled(draw.choice(self.phrases.items)))
            for _ in range(draw.choice([0, 0, 3, 5]))
        ]
        listed = ("item", "entry", "subitem")
        prose = [
            n
            for n, (block, after) in enumerate(zip(self.blocks, [*self.blocks[1:], None], strict=True))
            if block.level == "paragraph" and (after is None or after.level not in listed)
        ]
        return Report(
            self.lang, f"XA/{draw.randint(30, 90)}/{draw.randint(1, 500)}",
            f"{draw.randint(30, 40)}-{draw.randint(10000, 99999)}", self.phrases.title, self.blocks,
            draw.random() < 0.5, draw.choice([1, 1, 1, 2]), table if prose else [], draw.choice(prose or [0]),
        )  # fmt: skip


def report(seed: int, lang: str, size: int = 5) -> Report:
    """The report of a seed."""
    return _Writer(seed, lang).report(size)
