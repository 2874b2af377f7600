"""`accord new`: an empty record."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

SECRETARIAT = "secretariat"
"""The party that founds the record; its key is named by it and the record."""


@verb(
    "new",
    "accord new my-record --origin record.example.org/acts\naccord new drill --origin drill.example.org --exercise",
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--origin", required=True, help="The record's own name, for ever: letters, digits, points, strokes.")
@click.option("--exercise", is_flag=True, help="An exercise: every page of the record carries the mark.")
def command(face: Face, directory: Path, origin: str, exercise: bool) -> None:
    """Make an empty record in DIR, with its log keys, policy and first act.

    The key of its secretariat lies in DIR/writer/keys; keep it safe and elsewhere.
    """
    from accord.faces.cli.errors import Complaint
    from accord.keys.vkey import LARGEST_NAME, check_name
    from accord.wire.codec import Malformed

    try:
        check_name(origin)
        check_name(f"{SECRETARIAT}.{origin}")
    except Malformed:
        most = LARGEST_NAME - len(f"{SECRETARIAT}.")
        raise Complaint("error.bad-origin", name=origin[:60], most=most) from None
    made = face.wiring.new_record(directory, origin, exercise)
    if face.json:
        face.document(
            {
                "origin": made.origin,
                "vkeys": list(made.vkeys),
                "secretariat": made.secretariat,
                "secretariat_key": str(made.secretariat_key),
            }
        )
        return
    face.facts(
        [
            (face.say("page.status.origin"), made.origin),
            *((face.say("page.status.keys"), "+".join(vkey.split("+", 2)[:2])) for vkey in made.vkeys),
            (face.say("field.secretariat"), made.secretariat),
        ]
    )
    face.note(face.say("message.secretariat-key", file=made.secretariat_key))
