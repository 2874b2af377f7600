"""Writes docs/commands.md from the help of every command.

python tools/docs/commands.py
"""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.group import VERBS, accord

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"

HEAD = """# Commands

Made from `--help` by `make docs`; a test compares them. Every command takes `--lang` (ar zh en fr ru es) and,
where it has an answer, `--json`: one JSON document on standard output, nothing else. Messages and progress go to
standard error. Exit status: 0 done, 1 a check failed or the act would have no effect, 2 wrong usage or input that
cannot be read. `ACCORD_LANG` sets the language; `NO_COLOR` is respected; into a pipe, tables are lines with cells
separated by tabs. `ACCORD_DEBUG=1` shows where an unexpected error arose.
"""


def commands() -> str:
    """The text of the page."""
    parts = [HEAD]
    for name in VERBS:
        command = accord.get_command(click.Context(accord), name)
        assert command is not None
        parts.append(_section(command, ["accord", name]))
        if isinstance(command, click.Group):
            parts += [_section(inner, ["accord", name, sub]) for sub, inner in sorted(command.commands.items())]
    return "\n".join(parts)


def _section(command: click.Command, path: list[str]) -> str:
    context = click.Context(
        command, info_name=" ".join(path), max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
    )
    return f"## {' '.join(path)}\n\n```\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(commands(), encoding="utf-8")
