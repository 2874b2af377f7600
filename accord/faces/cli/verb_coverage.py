"""`accord coverage`: which prohibitions instruments hold for which State, as their authors read them."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb(
    "coverage",
    "accord coverage my-record --json\n"
    "accord coverage my-record --state ST-A --on 2013-08-30\n"
    "accord coverage my-record --group friends --with use,possession --lang fr\n"
    "accord coverage my-record --csv > coverage.csv",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--state", default="", help="The row of this State alone.")
@click.option("--group", default="", help="The rows of the members of this group.")
@click.option(
    "--with", "adds", default="", help="What this instrument would add, or one of these prohibitions: use,possession."
)
@click.option("--mapping", "author", default="", help="By the readings of this author alone; without it, of all.")
@click.option("--csv", "as_csv", is_flag=True, help="As a table: a State a line, a prohibition a column.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="What held on that day; without it, the latest.")
def command(
    face: Face,
    record: Path,
    state: str,
    group: str,
    adds: str,
    author: str,
    as_csv: bool,
    on: datetime.datetime | None,
) -> None:
    """Prohibitions, instruments and States: what is prohibited to whom, in the readings of named authors.

    A prohibition without an instrument says that no treaty text is recorded, and nothing more.
    """
    from accord.world.pages import ask

    if state and group:
        raise Complaint("error.state-or-group")
    copy = face.wiring.open_copy(record)
    day = None if on is None else on.date()
    found = ask(copy.world, "coverage", (state or group, adds, author), day, copy.reader.entry)
    if face.json:
        face.document(found)
        return
    if as_csv:
        from accord.areas.coverage.pages import CoveragePage
        from accord.faces.feeds.tabled import coverage_table

        assert isinstance(found, CoveragePage)
        sys.stdout.write(coverage_table(found))
        return
    if state:
        found = ask(copy.world, "coverage-state", (state, adds, author), day, copy.reader.entry)
    from accord.faces.cli.names import Names
    from accord.faces.cli.shown import Shown

    Shown(face, Names(face.lang, copy.world)).page(found)
