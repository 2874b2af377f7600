"""Help, documentation, and a fast start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from accord.faces.cli.group import VERBS, accord
from accord.faces.cli.shown import untold
from accord.words.languages import CODES
from tests.faces.running import accord as run

ROOT = Path(__file__).parents[2]


def commands() -> dict[str, click.Command]:
    """Every command and subcommand by its full name."""
    found = {}
    for name in VERBS:
        command = accord.get_command(click.Context(accord), name)
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {sub}": inner for sub, inner in command.commands.items()}
    return found


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_with_an_example(name: str) -> None:
    ran = run(*name.split(), "--help")
    assert ran.status == 0
    assert "Example:" in ran.out
    assert f"accord {name.split()[0]}" in ran.out.partition("Example:")[2]


@pytest.mark.parametrize(("name", "command"), commands().items(), ids=commands())
def test_every_command_takes_a_language_and_has_json(name: str, command: click.Command) -> None:
    if isinstance(command, click.Group):
        return
    options = {option for param in command.params for option in param.opts}
    assert "--lang" in options
    assert "--json" in options or name in ("log serve", "portal serve", "exercise serve", "exercise guide")


def test_the_page_of_commands_is_the_help_of_the_program() -> None:
    sys.path.insert(0, str(ROOT / "tools" / "docs"))
    try:
        from commands import commands as page
    finally:
        sys.path.pop(0)
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == page(), "run: make docs"


def test_help_is_there_without_loading_what_it_does_not_need() -> None:
    code = (
        "import sys; from accord.main import Machine; from accord.faces.cli.group import run;"
        "status = run(['--help'], Machine());"
        "heavy = {'babel', 'rich', 'cryptography', 'nacl', 'accord.world.world'} & set(sys.modules);"
        "sys.exit(f'{status} {heavy}' if status or heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_told() -> None:
    ran = run("--version")
    assert (ran.status, ran.out.split()[0]) == (0, "accord")


@pytest.mark.parametrize("lang", CODES)
def test_every_field_and_code_of_every_page_has_words(lang: str) -> None:
    assert untold(lang) == []
