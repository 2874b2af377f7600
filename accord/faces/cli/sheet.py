"""What a page is printed on: a terminal, a pipe, an HTML page. All take the same calls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Sheet(Protocol):
    """A sheet in one language."""

    lang: str

    def say(self, code: str, /, **values: object) -> str:
        """The sentence for a code."""

    def heading(self, text: str) -> None:
        """A title."""

    def line(self, text: str = "") -> None:
        """A line of text."""

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names and what they are."""

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Rows under headers."""

    def note(self, text: str) -> None:
        """A word beside the answer."""
