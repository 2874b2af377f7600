"""`accord status`: what a record holds, and who vouches for it."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

LAST = 5
"""Acts shown as the latest."""


@verb("status", "accord status my-record\naccord status my-record --json --lang zh")
@click.argument("record", type=click.Path(path_type=Path))
def command(face: Face, record: Path) -> None:
    """Size, root, keys, witnesses, last acts and world digest of RECORD."""
    from accord.faces.cli.names import Names
    from accord.wire import base64
    from accord.world.asked import asked as asking
    from accord.world.digest import world_digest

    copy = face.wiring.open_copy(record)
    world = copy.world
    asked = asking(world, copy.reader.entry)
    last = [asked.read(index) for index in range(max(0, copy.size - LAST), copy.size)]
    witnessed = [witness.vkey.name for witness in copy.checked.witnesses]
    vkeys = [str(party.vkey) for party in copy.policy.logs]
    if face.json:
        face.document(
            {
                "origin": world.record,
                "vkeys": vkeys,
                "size": copy.size,
                "root": base64.encode(copy.root),
                "world": world_digest(world),
                "witnessed": witnessed,
                "exercise": world.exercise,
                "complete": world.complete,
                "without_effect": len(world.without_effect),
                "last": [
                    {"index": e.index, "verb": type(e.act).__struct_config__.tag, "by": e.by, "admitted": e.admitted}
                    for e in last
                    if e is not None
                ],
            }
        )
        return
    names = Names(face.lang, world)
    face.heading(face.say("page.status.title"))
    if world.exercise:
        face.line(face.say("page.exercise"))
    face.facts(
        [
            (face.say("page.status.origin"), world.record),
            (face.say("page.status.size"), face.count("entries", copy.size)),
            (face.say("page.status.root"), base64.encode(copy.root)),
            (face.say("page.status.world"), world_digest(world)),
            (face.say("page.status.edition"), str(world.parties.tables.edition)),
            (face.say("field.without_effect"), str(len(world.without_effect))),
            (face.say("page.status.witnesses"), ", ".join(witnessed) or face.say("word.none")),
            *((face.say("page.status.keys"), party.vkey.keyid) for party in copy.policy.logs),
        ]
    )
    face.line()
    face.heading(face.say("page.status.last-acts"))
    face.table(
        [names.label(field) for field in ("entry", "verb", "by", "moment")],
        [
            [
                str(e.index),
                names.verb(str(type(e.act).__struct_config__.tag)),
                names.party(e.by),
                names.moment(e.admitted),
            ]
            for e in last
            if e is not None
        ],
    )
