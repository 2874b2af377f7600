"""`accord key`: a party's key, made and shown."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@click.group("key", epilog="\b\nExample:\n  accord key new st-a.key --name st-a.example\n  accord key show st-a.key")
def command() -> None:
    """Make a party's key, or show its public half."""


@verb("new", "accord key new st-a.key\naccord key new st-a.key --name st-a.example --json")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="The key's name: no spaces, no plus sign. Without it, the file's own name.")
def new(face: Face, file: Path, name: str | None) -> None:
    """Make a new private key in FILE, readable by you alone, and print its public half."""
    from accord.faces.cli.errors import Complaint
    from accord.keys.files import write_key
    from accord.keys.signers import new_signer
    from accord.keys.vkey import ED25519
    from accord.wire.codec import Malformed

    try:
        signer = new_signer(name or file.stem, ED25519)
    except Malformed as error:
        raise Complaint("error.bad-name", name=name or file.stem, why=str(error)) from None
    if file.exists():
        raise FileExistsError(17, "exists", str(file))
    write_key(file, signer)
    _show(face, str(signer.vkey))
    if not face.json:
        face.note(face.say("message.keep-key", file=file))


@verb("show", "accord key show st-a.key")
@click.argument("file", type=click.Path())
def show(face: Face, file: str) -> None:
    """Print the public half of the private key in FILE."""
    from accord.faces.cli.inputs import read_signer

    _show(face, str(read_signer(file).vkey))


def _show(face: Face, vkey: str) -> None:
    if face.json:
        face.document({"vkey": vkey})
    else:
        face.line(vkey)


command.add_command(new)
command.add_command(show)
