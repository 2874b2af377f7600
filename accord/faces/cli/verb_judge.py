"""`accord judge`: would it count?"""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb(
    "judge",
    "accord judge my-record act.json --as ST-A\ncat act.json | accord judge my-record - --as ST-A --json",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("act")
@click.option("--as", "party", required=True, help="The party that would say it.")
def command(face: Face, record: Path, act: str, party: str) -> int:
    """Preview: would the act in the JSON file ACT (or `-`) count if PARTY said it next? Changes nothing.

    The rule of the act is applied. That a key of PARTY signs it is for the gate to see when it is said; if PARTY
    has no key in force, a note says so.
    """
    from accord.client.say import preview
    from accord.faces.cli.inputs import read_act
    from accord.faces.cli.names import Names
    from accord.faces.cli.saying import has_key, signing_keys

    said = read_act(act)
    world = face.wiring.open_copy(record).world
    ruling = preview(world, said, party, signing_keys(world, said, party))
    in_force = has_key(world, said, party)
    if face.json:
        face.document({"counts": ruling.counts, "reason": ruling.reason, "key_in_force": in_force})
    elif ruling.counts:
        face.line(face.say("page.would-have-effect"))
    else:
        face.line(face.say("page.would-have-no-effect", reason=face.say(f"reason.{ruling.reason}")))
    if not in_force:
        face.note(face.say("page.no-key-in-force", party=Names(face.lang, world).party(party)))
    return 0 if ruling.counts else 1
