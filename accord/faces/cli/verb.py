"""How a verb is declared: its help with an example, `--json`, `--lang`, and the face it prints with."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from accord.faces.cli.face import Face

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
"""In the order in which the UN puts them; `accord.words.languages` knows the rest."""


def verb(name: str, example: str, *, json: bool = True) -> Callable[[Callable[..., int | None]], click.Command]:
    """Declares a verb. The function gets the face first and returns the exit status (`None` is 0).

    Args:
        example: command lines, as a person would type them; printed under the help.
        json: False for a verb that has no answer but the address it serves at.
    """

    def declare(function: Callable[..., int | None]) -> click.Command:
        @functools.wraps(function)
        @click.pass_context
        def run(context: click.Context, /, lang: str, as_json: bool = False, **arguments: Any) -> int | None:
            return function(Face(context.obj, lang, as_json), **arguments)

        epilog = "\b\nExample:\n" + "\n".join(f"  {line.strip()}" for line in example.strip().splitlines())
        options = [
            click.option(
                "--lang",
                type=click.Choice(LANGUAGES),
                default="en",
                envvar="ACCORD_LANG",
                show_default=True,
                help="Language of everything shown.",
            )
        ]
        if json:
            options.append(click.option("--json", "as_json", is_flag=True, help="One JSON document, for machines."))
        for option in options:
            run = option(run)
        return click.command(name, epilog=epilog, short_help=first_sentence(function.__doc__ or ""))(run)

    return declare


def first_sentence(text: str) -> str:
    """The first sentence of a help text, for the list of verbs.

    >>> first_sentence("Any PAGE of RECORD, in words\\n    or as JSON. Without PAGE, the list.")
    'Any PAGE of RECORD, in words or as JSON.'
    """
    paragraph = " ".join(text.split("\n\n")[0].split())
    return paragraph.split(". ")[0].rstrip(".") + "."
