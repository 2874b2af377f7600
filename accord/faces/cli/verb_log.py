"""`accord log serve`: the log writer as a program of its own."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@click.group("log", epilog="\b\nExample:\n  accord log serve my-record --port 8514")
def command() -> None:
    """Run the log writer of a record."""


@verb("serve", "accord log serve my-record --port 8514", json=False)
@click.argument("record", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8514, show_default=True, help="Port on this machine; 0 for any."
)
def serve(face: Face, record: Path, port: int) -> None:
    """Number, time and prove acts for RECORD until stopped."""
    face.wiring.serve_log(record, port, lambda address: face.note(face.say("message.serving", address=address)))


command.add_command(serve)
