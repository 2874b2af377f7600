"""`accord sampling`: how many items to look at, what a sample finds, what to believe after it, where to inspect."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.faces.calculators.question import Answer, Question


class Sampling(click.Group):
    """The questions as commands, each made when it is wanted."""

    def list_commands(self, context: click.Context) -> list[str]:
        from accord.faces.calculators.questions import QUESTIONS

        return list(QUESTIONS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        from accord.faces.calculators.questions import QUESTIONS

        return _command(QUESTIONS[name]) if name in QUESTIONS else None


@click.group(
    "sampling",
    cls=Sampling,
    epilog="\b\nExample:\n  accord sampling plan --items 100 --defects 5 --nondetection 0.05\n"
    "  accord sampling completeness --items 100 --n 45 --none-before 0.5",
)
def command() -> None:
    """How many items to look at, what a sample finds, what may be believed after it: exactly, from your numbers."""


def _command(question: Question) -> click.Command:
    """A question as a command: a field is an option, a table a file."""

    def run(face: Face, svg: Path | None, **given: str | None) -> None:
        from accord.faces.calculators.question import Given
        from accord.faces.calculators.questions import QUESTIONS
        from accord.faces.cli.inputs import read_bytes

        asked = QUESTIONS["strata"] if given.get("strata") else question
        texts = {name: text for name, text in given.items() if text is not None}
        for field in asked.fields:
            if field.kind == "table" and field.name in texts:
                texts[field.name] = _text(read_bytes(texts[field.name], LARGEST))
        _tell(face, asked.ask(Given(texts)), svg)

    from accord.words.catalogue import say

    run.__doc__ = say("en", f"calculator.{question.name}.about")
    example = " ".join(
        f"--{name.replace('_', '-')} {name + '.csv' if _kind(question, name) == 'table' else text}"
        for name, text in question.example.items()
    )
    made = verb(question.name, f"accord sampling {question.name} {example}")(run)
    for field in question.fields:
        option = f"--{field.name.replace('_', '-')}"
        if field.kind == "table":
            about = f"Table (CSV) with the columns {field.about}; `-` reads it from standard input."
            made = click.option(option, field.name, metavar="FILE", help=about)(made)
        else:
            made = click.option(option, field.name, metavar="NUMBER", help=field.about)(made)
    if question.name == "plan":
        about = "Of several strata: table (CSV) with the columns name,items,mass[,detection,cost]; wants --quantity."
        made = click.option("--strata", metavar="FILE", help=about)(made)
    about = "Also draw the figure into this new file."
    return click.option("--svg", type=click.Path(path_type=Path), help=about)(made)


LARGEST = 100_000
"""Bytes of a table."""


def _kind(question: Question, name: str) -> str:
    return next(field.kind for field in question.fields if field.name == name)


def _text(data: bytes) -> str:
    from accord.analysis.unfit import Unfit

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unfit("table-not-text") from None


def _tell(face: Face, answer: Answer, svg: Path | None) -> None:
    if svg is not None:
        _draw(face, answer, svg)
    if face.json:
        face.document(answer.values)
        return
    for said in answer.said:
        face.line(face.say(said.code, **said.values))
    if answer.facts:
        face.facts([(face.say(f"calculator.{name}"), value) for name, value in answer.facts])
    for table in answer.tables:
        face.heading(face.say(f"calculator.{table.name}"))
        face.table([_head(face, column) for column in table.columns], table.rows)


def _head(face: Face, column: str) -> str:
    """A column by its words; `=` stands before what is a name already."""
    return column[1:] if column.startswith("=") else face.say(f"calculator.{column}")


def _draw(face: Face, answer: Answer, file: Path) -> None:
    """The figure in a new file.

    Raises:
        Complaint: this question has no figure.
        FileExistsError: the file is there already.
    """
    from accord.faces.cli.errors import Complaint
    from accord.faces.plots import svg

    if answer.plot is None:
        raise Complaint("error.no-figure")
    drawn = svg(answer.plot(face.say), lambda value: f"{value:g}", rtl=face.lang == "ar", alone=True)
    with file.open("x", encoding="utf-8") as stream:
        stream.write(drawn)
