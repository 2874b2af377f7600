"""The program `accord`: finds the verb, runs it, and turns whatever goes wrong into a sentence and a status.

A verb's file is imported when it is run or listed; what a verb needs to do its work it
imports itself. So `accord --help` is there at once.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from accord.faces.cli.errors import FAILED, Complaint, Failed, explain
from accord.faces.cli.face import harmless, stream_for_arabic
from accord.faces.cli.verb import LANGUAGES

if TYPE_CHECKING:
    from accord.faces.cli.wiring import Wiring

VERBS = (
    "demo",
    "new",
    "status",
    "key",
    "acts",
    "judge",
    "say",
    "sign",
    "show",
    "search",
    "prove",
    "check",
    "read",
    "import",
    "report",
    "trace",
    "compare",
    "coverage",
    "balance",
    "sampling",
    "outlook",
    "draft",
    "exercise",
    "portal",
    "log",
    "bench",
)
"""In the order of help: what a newcomer wants first. Verb `x` is `command` in `accord/faces/cli/verb_x.py`."""


class Accord(click.Group):
    """The group of verbs."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        command = import_module(f"accord.faces.cli.verb_{name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = arguments[0] if arguments else ""
        if name not in VERBS and not name.startswith("-"):
            near = difflib.get_close_matches(name, VERBS, n=1, cutoff=0.5)
            if near:
                raise Complaint("error.no-such-verb-but", name=name[:40], near=near[0])
            raise Complaint("error.no-such-verb", name=name[:40])
        return super().resolve_command(context, arguments)


@click.command(cls=Accord, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="accord", message="accord %(version)s")
def accord() -> None:
    """A public record of signed acts for multilateral nuclear disarmament, that a stranger can check.

    \b
    Start with:  accord demo --once
    Help:        accord VERB --help
    """


def run(arguments: Sequence[str], wiring: Wiring) -> int:
    """Runs the program; the exit status. Nothing but `SystemExit` ever leaves this function."""
    for stream in (sys.stdout, sys.stderr):
        stream_for_arabic(stream)
    try:
        status = accord.main(list(arguments), prog_name="accord", standalone_mode=False, obj=wiring)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except Failed:
        return FAILED
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(error.format_message() + "\n")
        return 2
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("\n")
        return 130
    except BrokenPipeError:
        # The reader went away (`accord show ... | head`): nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return complain(error, language(arguments))


def complain(error: Exception, lang: str) -> int:
    """Prints the sentence for an error; the exit status."""
    if os.environ.get("ACCORD_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    text, status = explain(error, lang)
    sys.stderr.write(f"accord: {harmless(text)}\n")
    return status


def language(arguments: Sequence[str]) -> str:
    """The language asked for, before the command line is understood, so that its errors are in it too.

    >>> language(["show", "r", "--lang", "fr"]), language(["--lang=zh"]), language(["--lang", "tlh"])
    ('fr', 'zh', 'en')
    """
    chosen = os.environ.get("ACCORD_LANG", "en")
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            chosen = arguments[index + 1]
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
    return chosen if chosen in LANGUAGES else "en"
