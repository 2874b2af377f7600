"""`accord report`: the report of a body, made from its record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

FORMATS = ("text", "json")
"""Those that `accord.papers.report.formats` makes."""

LATER = ("akn", "docx", "pdf", "html")
"""Forms that a report will have: asked for, they are said to be not there yet."""


class Form(click.Choice[str]):
    """The form of a report."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """One of the forms there are.

        Raises:
            Complaint: a form that is not there yet.
        """
        if value in LATER:
            raise Complaint("error.not-yet", name=f"accord report --format {value}")
        return super().convert(value, param, ctx)


@verb("report", "accord report my-record A/AC.281 --lang zh\naccord report my-record A/68/514 --format json --lang zh")
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("body")
@click.option("--format", "form", type=Form(FORMATS), default="text", show_default=True, help="Form of the report.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="File to write; without it, standard output.")
def command(face: Face, record: Path, body: str, form: str, output: Path | None) -> None:
    """Generate the report of BODY, or the document with that symbol, in the language of --lang.

    Says on standard error how many characters are bound to records, made by formula and quoted.
    """
    from accord.papers.report import NoReport, report
    from accord.papers.report.formats import FORMATS as MADE

    form = "json" if face.json else form
    copy = face.wiring.open_copy(record)
    try:
        made = report(copy.world, body, face.lang)
    except NoReport:
        raise Complaint("error.no-report", name=body, language=face.lang) from None
    counts = made.counts
    text = MADE[form](made)
    if output is None:
        sys.stdout.write(text)
    else:
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
        face.note(face.say("message.written", file=output))
    face.note(face.say("page.bound", bound=counts.bound, formula=counts.formula, quoted=counts.quoted))
    if made.gaps:
        face.note(face.say("message.gaps", gaps=face.marked("; ".join(made.gaps))))
