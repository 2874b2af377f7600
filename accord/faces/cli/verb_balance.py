"""`accord balance`: what a table of measured masses leaves unaccounted for, and what the tests say of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.faces.calculators.balances import Computed

MOST_BALANCES = 2_000
MOST_RUNS = 10_000_000


@verb(
    "balance",
    "accord balance --example > plant.csv\n"
    "accord balance plant.csv\n"
    "accord balance plant.csv --false-alarm 0.01 --loss-protracted 2 --json\n"
    "accord balance plant.csv --loss-abrupt 1.5@3 --simulate 100000 --seed 7\n"
    "accord balance plant.csv --svg page.svg --figure page --lang fr",
)
@click.argument("file", required=False)
@click.option("--false-alarm", metavar="P", default="", help="Over all balances, of each test. [default: 0.05]")
@click.option("--k", metavar="K", default="", help="Page's k, in standard deviations. [default: 0.5]")
@click.option("--loss-protracted", metavar="KG", default="", help="How likely a loss in equal parts is found.")
@click.option("--loss-abrupt", metavar="KG@N", default="", help="How likely a loss in balance N alone is found.")
@click.option("--simulate", metavar="RUNS", default="", help="Also draw every error so often, beside what is computed.")
@click.option("--seed", metavar="S", default="", help="The same gives the same. [default: 1]")
@click.option("--svg", "svg_file", type=click.Path(path_type=Path), help="A figure into this new file.")
@click.option(
    "--figure",
    type=click.Choice(["sitmuf", "page", "muf", "cumuf"]),
    default="sitmuf",
    show_default=True,
    help="Which one.",
)
@click.option("--example", "as_example", is_flag=True, help="A table of a fictional facility, and nothing else.")
def command(face: Face, file: str | None, svg_file: Path | None, figure: str, as_example: bool, **asked: str) -> None:
    """Material balances from the table in FILE, or from standard input for `-` (docs/formats/balance.md).

    MUF with its covariance, CUMUF, SITMUF, GEMUF and Page's test, with the thresholds of a stated false-alarm rate.
    An alarm asks for an explanation; it is no finding.
    """
    from accord.papers.balances import LARGEST_TABLE, example

    if as_example:
        sys.stdout.write(example().decode())
        return
    if file is None:
        raise Complaint("error.missing-argument", name="FILE")
    if svg_file is not None and svg_file.exists():
        raise FileExistsError(17, "exists", str(svg_file))
    from accord.faces.calculators.balances import Limits, computed, values
    from accord.faces.calculators.question import Given
    from accord.faces.cli.inputs import read_bytes

    found = computed(read_bytes(file, LARGEST_TABLE), Given(asked), Limits(MOST_BALANCES, MOST_RUNS))
    if svg_file is not None:
        drawn = draw(face, found, figure)
        with svg_file.open("x", encoding="utf-8") as stream:
            stream.write(drawn)
    if face.json:
        face.document(values(found))
        return
    _show(face, found)


def draw(face: Face, found: Computed, figure: str) -> str:
    """A figure for a file of its own."""
    from accord.faces.calculators.balancefigures import FIGURES, tell
    from accord.faces.plots import svg
    from accord.words.languages import LANGUAGES

    rtl = LANGUAGES[face.lang].direction == "rtl"
    return svg(FIGURES[figure](face.say, found), tell, rtl=rtl, alone=True)


def _show(face: Face, found: Computed) -> None:
    from accord.faces.calculators.balances import TESTS, said, spoken, tables

    for sentence in said(found):
        face.line(spoken(face.say, sentence))
    for table in tables(found):
        face.line()
        face.heading(face.say(f"calculator.{table.name}"))
        rows = [[face.say(f"calculator.{cell}") if cell in TESTS else cell for cell in row] for row in table.rows]
        face.table([face.say(f"calculator.{column}") for column in table.columns], rows)
