"""`accord show`: any page of a record."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.areas.parties.cite import Page
    from accord.client.copy import Copy
    from accord.world.world import World


@verb(
    "show",
    "accord show my-record documents\n"
    "accord show my-record document A/AC.281/WP.4 --lang zh\n"
    "accord show my-record party AUT --on 2013-08-30 --json\n"
    "accord show my-record documents --at 120\n"
    "accord show my-record calendar A/AC.281 --format ics > group.ics\n"
    "accord show my-record digest 2013-05-14 --format txt --lang fr",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("page", required=False)
@click.argument("arguments", metavar="[ARGS]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["ics", "atom", "txt"]), help="To subscribe to or print.")
@click.option("--address", default="", help="Of the portal that links shall lead to.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="What held on that day; without it, the latest.")
@click.option("--at", type=click.IntRange(0), help="What the record knew after its first so many entries.")
def command(
    face: Face,
    record: Path,
    page: str | None,
    arguments: tuple[str, ...],
    form: str | None,
    address: str,
    on: datetime.datetime | None,
    at: int | None,
) -> None:
    """Any PAGE of RECORD, in words or as JSON. Without PAGE, the list of pages.

    Some pages also come in a form to subscribe to or to print: `calendar` as ics, `updates` and `changes`
    as atom, `digest` as txt. The portal serves the same files.
    """
    from accord.world.pages import ask

    copy = face.wiring.open_copy(record)
    if page is None:
        _list(face)
        return
    if at is not None and at > copy.size:
        raise Complaint("error.no-such-moment", at=at, size=copy.size)
    world = copy.world if at is None else copy.as_of(at)
    found = ask(world, page, arguments, None if on is None else on.date(), copy.reader.entry)
    if form is not None:
        _write(face, world, copy, page, found, form, address)
        return
    if face.json:
        face.document(found)
        return
    from accord.faces.cli.names import Names
    from accord.faces.cli.shown import Shown

    Shown(face, Names(face.lang, world)).page(found)


def _write(face: Face, world: World, copy: Copy, name: str, page: Page, form: str, address: str) -> None:
    """A page in a form to subscribe to or to print."""
    from accord.faces.feeds.forms import form_of, make
    from accord.faces.feeds.told import Teller
    from accord.world.asked import asked

    if face.json or form_of(name) != form:
        raise Complaint("error.no-such-form", page=name, form="json" if face.json else form)
    known = asked(world, copy.reader.entry)
    data = make(form, page, Teller(face.lang, known, world, address.rstrip("/")))
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


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
