"""`accord compare`: approaches side by side, as their authors map them."""

from __future__ import annotations

import csv
import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.areas.programme.comparing import ComparePage


@verb(
    "compare",
    "accord compare my-record\n"
    "accord compare my-record step-by-step building-blocks --lang fr\n"
    "accord compare my-record --mapping accord-demonstration-editor --json\n"
    "accord compare my-record --csv > elements-by-approach.csv",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("approaches", metavar="[APPROACH]...", nargs=-1)
@click.option("--mapping", "author", default="", help="By the mappings of this author alone; without it, of all.")
@click.option(
    "--csv", "as_csv", is_flag=True, help="As a table: an element a line, a mapping a column, `yes` where it stands."
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="What held on that day; without it, the latest.")
def command(
    face: Face,
    record: Path,
    approaches: tuple[str, ...],
    author: str,
    as_csv: bool,
    on: datetime.datetime | None,
) -> None:
    """What approaches have in common, and what stands in one alone, by the mappings of named authors.

    Longest paths and conflicts of deadlines are told only of approaches that order and date. Without APPROACH, all
    of them; the order in which they are named changes nothing.
    """
    from accord.areas.programme.comparing import ComparePage
    from accord.world.pages import ask

    copy = face.wiring.open_copy(record)
    arguments = (",".join(approaches), author)
    found = ask(copy.world, "compare", arguments, None if on is None else on.date(), copy.reader.entry)
    if face.json:
        face.document(found)
        return
    if as_csv:
        assert isinstance(found, ComparePage)
        _write(found)
        return
    from accord.faces.cli.names import Names
    from accord.faces.cli.shown import Shown

    Shown(face, Names(face.lang, copy.world)).page(found)


def _write(found: ComparePage) -> None:
    """The table as CSV: codes, so that it is the same in every language; approach and author name a column."""
    lines = csv.writer(sys.stdout, lineterminator="\n")
    columns = [(row.approach, row.author) for row in found.mappings]
    lines.writerow(["element", *(f"{approach} ({author})" for approach, author in columns)])
    for row in found.elements:
        within = {(one.approach, one.author) for one in row.in_mappings}
        lines.writerow([row.element, *("yes" if column in within else "" for column in columns)])
