"""`accord portal serve`: the pages of a record on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@click.group("portal", epilog="\b\nExample:\n  accord portal serve my-record --port 8514")
def command() -> None:
    """Serve the portal of a record."""


@verb("serve", "accord portal serve my-record --port 8514", json=False)
@click.argument("record", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8514, show_default=True, help="Port on this machine; 0 for any."
)
def serve(face: Face, record: Path, port: int) -> None:
    """Serve the pages of RECORD on localhost until stopped, in six languages, following it as it grows."""
    face.wiring.serve(record, port, lambda address: face.note(face.say("message.serving", address=address)))


command.add_command(serve)
