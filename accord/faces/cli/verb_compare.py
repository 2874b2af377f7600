"""`accord compare`: approaches side by side, as their authors map them."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb(
    "compare",
    "accord compare my-record\n"
    "accord compare my-record step-by-step building-blocks --lang fr\n"
    "accord compare my-record --mapping accord-demonstration-editor --json",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("approaches", metavar="[APPROACH]...", nargs=-1)
@click.option("--mapping", "author", default="", help="By the mappings of this author alone; without it, of all.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="What held on that day; without it, the latest.")
def command(face: Face, record: Path, approaches: tuple[str, ...], author: str, on: datetime.datetime | None) -> None:
    """What approaches have in common, and what stands in one alone, by the mappings of named authors.

    Longest paths and conflicts of deadlines are told only of approaches that order and date. Without APPROACH, all
    of them; the order in which they are named changes nothing.
    """
    from accord.world.pages import ask

    copy = face.wiring.open_copy(record)
    arguments = (",".join(approaches), author)
    found = ask(copy.world, "compare", arguments, None if on is None else on.date(), copy.reader.entry)
    if face.json:
        face.document(found)
        return
    from accord.faces.cli.names import Names
    from accord.faces.cli.shown import Shown

    Shown(face, Names(face.lang, copy.world)).page(found)
