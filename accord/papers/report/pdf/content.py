"""What a PDF says, as plain values for the template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from accord.papers.report.gaps import tell
from accord.papers.report.masthead import made, masthead, title
from accord.papers.report.outline import DEPTH, Node, Notes, is_division, outline, sources
from accord.papers.report.values import Block, Report, Segment
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES

REGIONS = {"ar": "SA", "zh": "CN", "en": "GB", "fr": "FR", "ru": "RU", "es": "ES"}
FONTS: dict[str, tuple[Any, ...]] = {
    "ar": ("Noto Naskh Arabic", "Noto Serif"),
    "zh": ({"name": "Noto Serif", "covers": "latin-in-cjk"}, "Noto Serif CJK SC"),
}
"""The families for a script beside Latin and Cyrillic."""
LATIN = ("Noto Serif",)
_SYMBOL = re.compile(r"[A-Z][A-Za-z0-9.()/-]{2,59}")
"""What stands on one line: a symbol."""
_SIZES = {"ar": (11.5, 0.9), "zh": (10.5, 0.85)}


def content(report: Report) -> dict[str, Any]:
    """The report as the template wants it."""
    return _Content(report).whole()


def families(language: str) -> tuple[str, ...]:
    """The fonts that a PDF in a language is set in.

    >>> families("zh"), families("ru")
    (('Noto Serif', 'Noto Serif CJK SC'), ('Noto Serif',))
    """
    return tuple(font["name"] if isinstance(font, dict) else font for font in FONTS.get(language, LATIN))


class _Content:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.tree = outline(report.blocks)
        self._notes = Notes(self.tree.notes)
        self._ids = {block.unit: f"unit-{n}" for n, block in enumerate(report.blocks)}

    def whole(self) -> dict[str, Any]:
        """Everything, in the order in which footnotes are called."""
        report, issue, language = self.report, self.report.issue, self.report.language
        ours = masthead(report)
        size, leading = _SIZES.get(language, (10.5, 0.65))
        front = self._front()
        body = [self._node(node, 1) for node in self.tree.body]
        rest = [{"label": self._label(note), "words": self._words(note.segments)} for note in self._notes.rest()]
        return {
            "title": title(report),
            "language": language,
            "region": REGIONS[language],
            "direction": LANGUAGES[language].direction,
            "fonts": FONTS.get(language, LATIN),
            "size": size,
            "leading": leading,
            "made_on": (issue.made_on.year, issue.made_on.month, issue.made_on.day),
            "exercise": say(language, "paper.exercise") if issue.exercise else "",
            "symbol": issue.symbol or report.body,
            "job": issue.job,
            "masthead": None if ours is None else {"organ": ours.organ, "symbol": ours.symbol, "lines": ours.lines},
            "front": front,
            "body": body,
            "rest": rest,
            "sources": self._sources(),
        }

    def _front(self) -> list[dict[str, Any]]:
        titles = [block for block in self.tree.front if block.kind == "title"]
        return [
            {
                "kind": "heading" if titles and block is titles[-1] else block.kind,
                "id": self._ids[block.unit],
                "words": self._words(block.segments),
            }
            for block in self.tree.front
        ]

    def _node(self, node: Node, level: int) -> dict[str, Any]:
        block = node.block
        # A heading without words is none: PDF/UA wants something to say of each.
        heading = block.kind in ("chapter", "section") and bool(block.words.strip())
        kind = "heading" if heading else "item" if DEPTH.get(block.kind, 3) > DEPTH["paragraph"] else "paragraph"
        return {
            "kind": kind,
            "level": level,
            "division": is_division(block),
            "id": self._ids[block.unit],
            "label": self._label(block),
            "words": self._words(block.segments),
            "below": [self._node(one, level + 1 if heading else level) for one in node.below],
        }

    def _label(self, block: Block) -> list[dict[str, Any]]:
        return [] if block.label is None else self._words((block.label,))

    def _words(self, segments: Sequence[Segment]) -> list[dict[str, Any]]:
        out = []
        for segment in segments:
            note = self._notes.take(segment.text) if segment.mark else None
            out.append(
                {
                    "text": segment.text,
                    "lang": segment.language,
                    "mark": segment.mark,
                    "whole": "/" in segment.text and _SYMBOL.fullmatch(segment.text) is not None,
                    "note": None if note is None else self._words(note.segments),
                }
            )
        return out

    def _sources(self) -> dict[str, Any]:
        report, language = self.report, self.report.language
        counts = report.counts
        footnotes = {note.unit for note in self.tree.notes}
        return {
            "annex": say(language, "paper.annex"),
            "title": say(language, "paper.sources.title"),
            "told": (
                made(report),
                say(language, "paper.sources.note"),
                say(language, "page.bound", bound=counts.bound, formula=counts.formula, quoted=counts.quoted),
            ),
            "heads": [say(language, f"paper.{code}") for code in ("paragraph", "facts", "text")],
            "rows": [
                {
                    "id": None if one.unit in footnotes else self._ids[one.unit],
                    "label": f"{say(language, 'paper.note')} {one.label}"
                    if one.unit in footnotes
                    else one.label.rstrip(". -"),
                    "facts": ", ".join(str(n) for n in one.facts),
                    "texts": ", ".join(str(n) for n in one.texts),
                }
                for one in sources(report)
                if one.facts or one.texts
            ],
            "gaps": [tell(gap, language) for gap in report.gaps],
        }
