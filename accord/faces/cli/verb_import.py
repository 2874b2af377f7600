"""`accord import`: a document's record as acts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.papers.importing import Plan


@verb(
    "import",
    "accord import my-record report.txt --key editor.key\naccord import my-record report.txt --key editor.key --yes",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("file")
@click.option("--key", "keys", multiple=True, required=True, help="Key file of the party that records.")
@click.option("--as", "party", help="The party that records; without it, the one the key belongs to.")
@click.option(
    "--states", type=click.Path(), help="Table (CSV) of fictional States: code, then names; `;` between forms."
)
@click.option("--yes", is_flag=True, help="Say the acts; without it they are only shown.")
def command(
    face: Face, record: Path, file: str, keys: tuple[str, ...], party: str | None, states: str | None, yes: bool
) -> int:
    """Turn the UN document in FILE (or `-`) into acts of RECORD: shows what it would say, and says it with --yes.

    FILE is PDF, DOCX or text, as for `accord read`; or a status list of instruments, a table whose name ends in .csv.

    A document that is imported again corrects what has changed and says nothing else.
    """
    if file.endswith(".csv"):
        from accord.faces.cli.status_lists import import_status_list

        return import_status_list(face, record, file, keys, party, yes)
    from accord.faces.cli.errors import Complaint
    from accord.faces.cli.inputs import read_signer
    from accord.faces.cli.papers import read_document, states_in, states_of
    from accord.faces.cli.saying import say_all, speaker
    from accord.papers.importing import plan
    from accord.wire.codec import Malformed

    signers = [read_signer(key) for key in keys]
    world = face.wiring.open_copy(record).world
    recorder = speaker(world, signers, party, keys)
    names = states_in(world) | states_of(states)
    reading = read_document(file, names, face.lang)
    try:
        found = plan(reading, world, recorder, names or None)
    except Malformed as error:
        raise Complaint("error.unreadable", file=file, why=str(error)) from None
    said: list[int] = []
    if yes:
        said = say_all(face, record, recorder, found.acts, signers)
    if face.json:
        face.document(
            {
                "symbol": found.symbol,
                "body": found.body,
                "language": found.language,
                "exact": found.exact,
                "acts": found.acts,
                "why": [one.why for one in found.planned],
                "said": said,
                "notes": found.notes,
            }
        )
    else:
        _told(face, found, yes)
    return 1 if any(note.code == "no-effect" for note in found.notes) else 0


def _told(face: Face, found: Plan, said: bool) -> None:
    """The plan in words."""
    from accord.acts.vocabulary import name_of
    from accord.faces.cli.names import Names

    names = Names(face.lang)
    face.heading(f"{found.symbol} → {found.body}")
    counts = Counter((one.why, name_of(one.act)) for one in found.planned)
    if counts:
        face.table(
            [names.label(name) for name in ("verb", "why", "act_count")],
            [[names.verb(verb), names.code("why", why), str(n)] for (why, verb), n in counts.items()],
        )
    else:
        face.line(face.say("message.nothing-new"))
    if found.notes:
        face.heading(names.label("findings"))
        face.table(
            [names.label("where"), names.label("finding"), names.label("detail")],
            [[note.where, names.code("finding", note.code), names.detail(note)] for note in found.notes],
        )
    face.line(face.say("message.exact" if found.exact else "message.not-exact"))
    face.note(face.count("acts", len(found.planned)))
    if not said and found.planned:
        face.note(face.say("message.say-yes"))
