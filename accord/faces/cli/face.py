"""What every command prints with: JSON or words, standard output or standard error, in one language.

Standard output carries the answer and nothing else; progress and messages go to standard
error. On a terminal, tables adapt to its width; into a pipe goes plain text, a line a row,
cells separated by tabs. Arabic is printed in logical order, as terminals expect it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from accord.faces.cli.wiring import Progress, Wiring

Facts = Sequence[tuple[str, str]]

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Face:
    """One run of a command: language, form, and the two streams."""

    def __init__(self, wiring: Wiring, lang: str, json: bool) -> None:
        self.wiring = wiring
        self.lang = lang
        self.json = json

    # Words.

    def say(self, code: str, /, **values: object) -> str:
        """The sentence for a code."""
        from accord.words.catalogue import say

        return say(self.lang, code, **values)

    def count(self, code: str, n: int) -> str:
        """So many things: `count.<code>` in the plural that the number asks for."""
        from accord.words.catalogue import say_n

        return say_n(self.lang, f"count.{code}", n)

    def marked(self, english: str) -> str:
        """English of the program's inside (a detail of a fault), marked where the reader asked for another language."""
        return marked(english, self.lang)

    # Standard output.

    def document(self, value: Any) -> None:
        """The one JSON document of a run with --json."""
        import msgspec

        from accord.areas.parties.rows import as_list

        data = msgspec.json.format(msgspec.json.encode(value, enc_hook=as_list), indent=2)
        sys.stdout.write(data.decode() + "\n")

    def line(self, text: str = "") -> None:
        """A line of the answer."""
        sys.stdout.write(harmless(text) + "\n")

    def heading(self, text: str) -> None:
        """The title of what follows."""
        if self.terminal:
            from rich.text import Text

            self.console.print(Text(harmless(text), style="bold"))
        else:
            self.line(text)

    def facts(self, rows: Facts) -> None:
        """Names and what they are, one a line."""
        if not self.terminal:
            for name, value in rows:
                self.line(f"{name}\t{_flat(value)}")
            return
        from rich.table import Table
        from rich.text import Text

        grid = Table(box=None, show_header=False, pad_edge=False)
        grid.add_column(style="dim", max_width=32)
        grid.add_column(overflow="fold")
        for name, value in rows:
            grid.add_row(Text(harmless(name)), Text(harmless(value)))
        self.console.print(grid)

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Rows under headers. Order and wording carry the meaning; no colour does."""
        if not self.terminal:
            for cells in (headers, *rows):
                self.line("\t".join(_flat(cell) for cell in cells))
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE, pad_edge=False, header_style="dim", safe_box=True)
        for header in headers:
            table.add_column(Text(harmless(header)), overflow="fold")
        for cells in rows:
            table.add_row(*(Text(harmless(cell)) for cell in cells))
        self.console.print(table)

    @cached_property
    def terminal(self) -> bool:
        """Whether a person reads standard output directly."""
        return sys.stdout.isatty()

    @cached_property
    def console(self) -> Console:
        """What writes to the terminal: no markup or colour that the text could ask for."""
        from rich.console import Console

        return Console(highlight=False, markup=False, emoji=False)

    # Standard error.

    def note(self, text: str) -> None:
        """A message beside the answer."""
        sys.stderr.write(harmless(text) + "\n")

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar on standard error while long work runs; nothing where nobody watches."""
        if not sys.stderr.isatty():
            yield _silent
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            tasks: dict[str, Any] = {}

            def report(code: str, done: int, total: int) -> None:
                if code not in tasks:
                    tasks[code] = bar.add_task(self.say(f"progress.{code}"), total=total or None)
                bar.update(tasks[code], completed=done, total=total or None)

            yield report


def _silent(code: str, done: int, total: int) -> None:
    """Progress where nobody watches."""


def _flat(text: str) -> str:
    """A cell on one line."""
    return " ".join(text.split()) if any(sign in text for sign in "\n\t\r") else text


def marked(english: str, lang: str) -> str:
    """English among words of another language, marked so.

    >>> marked("no such file", "en"), marked("no such file", "ru")
    ('no such file', 'no such file [en]')
    """
    return english if lang == "en" else f"{english} [en]"


def harmless(text: str) -> str:
    """A text that cannot steer a terminal: control characters and overrides of direction are shown as `�`.

    >>> harmless("a\\x1b[2Jb\\u202ec")
    'a�[2Jb�c'
    """
    return _STEERING.sub("�", text)


def stream_for_arabic(stream: TextIO) -> None:
    """Insists on UTF-8: the six languages do not fit in less."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
