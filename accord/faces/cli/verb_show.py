"""`accord show`: any page of a record."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb(
    "show",
    "accord show my-record documents\n"
    "accord show my-record document A/AC.281/WP.4 --lang zh\n"
    "accord show my-record party AUT --on 2013-08-30 --json",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("page", required=False)
@click.argument("arguments", metavar="[ARGS]...", nargs=-1)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="What held on that day; without it, the latest.")
def command(
    face: Face, record: Path, page: str | None, arguments: tuple[str, ...], on: datetime.datetime | None
) -> None:
    """Any PAGE of RECORD, in words or as JSON. Without PAGE, the list of pages."""
    from accord.world.pages import ask

    copy = face.wiring.open_copy(record)
    if page is None:
        _list(face)
        return
    found = ask(copy.world, page, arguments, None if on is None else on.date(), copy.reader.entry)
    if face.json:
        face.document(found)
        return
    from accord.faces.cli.names import Names
    from accord.faces.cli.shown import Shown

    Shown(face, Names(face.lang, copy.world)).page(found)


def _list(face: Face) -> None:
    """The pages there are."""
    from accord.world.pages import PAGES

    if face.json:
        face.document({"pages": [{"page": p.name, "arguments": list(p.arguments)} for p in PAGES.values()]})
        return
    rows = []
    for page in PAGES.values():
        arguments = " ".join(a.upper() if not a.endswith("?") else f"[{a[:-1].upper()}]" for a in page.arguments)
        title = face.say(f"page.{page.name}.about")
        rows.append([page.name, arguments, title])
    face.table([face.say("field.page"), face.say("field.arguments"), face.say("field.what")], rows)
