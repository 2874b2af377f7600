"""A sheet on which nothing is printed: pages use the words of the terminal's print, not its lines."""

from __future__ import annotations

from collections.abc import Sequence

from accord.words.catalogue import say


class WordsOnly:
    """What the terminal's print wants of a sheet, for its words alone."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, code: str, /, **values: object) -> str:
        """The words of a code."""
        return say(self.lang, code, **values)

    def heading(self, text: str) -> None:
        """Nothing."""

    def line(self, text: str = "") -> None:
        """Nothing."""

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Nothing."""

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Nothing."""

    def note(self, text: str) -> None:
        """Nothing."""
