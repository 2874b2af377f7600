"""`accord prove`: an offline bundle."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb("prove", "accord prove my-record 17 -o entry-17.bundle\naccord check entry-17.bundle", json=True)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("index", type=int)
@click.option("-o", "output", type=click.Path(path_type=Path), help="File to write; without it, standard output.")
def command(face: Face, record: Path, index: int, output: Path | None) -> None:
    """Write everything a stranger needs to check entry INDEX offline: entry, proof, keys, policy."""
    from accord.areas.parties.cite import Missing
    from accord.client.bundle import make_bundle

    copy = face.wiring.open_copy(record)
    if not 0 <= index < copy.size:
        raise Missing("entry", str(index))
    bundle = make_bundle(copy, index)
    if output is None:
        # A bundle is JSON in its one spelling, so this is the document of --json too.
        sys.stdout.write(bundle.decode() + ("\n" if face.json else ""))
        return
    with output.open("xb") as file:
        file.write(bundle)
    if face.json:
        face.document({"file": str(output), "index": index, "size": len(bundle)})
    else:
        face.note(face.say("message.written", file=output))
