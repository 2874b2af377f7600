"""`accord draft`: a draft encrypted to those who may read it and opened again; drafts of a record as DOCX and back."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb
from accord.faces.cli.verb_draft_amend import amend
from accord.faces.cli.verb_draft_word import export, import_


@click.group(
    "draft",
    epilog="\b\nExample:\n  accord draft key my.identity\n  accord draft seal draft.json --to age1... -o draft.age\n"
    "  accord draft open draft.age --identity my.identity -o draft.json\n"
    "  accord draft export my-record A/AC.900/L.1 -o L.1.docx",
)
def command() -> None:
    """Keep a draft among those who may read it, in plain age files; send one out as DOCX and take it back."""


@verb("key", "accord draft key my.identity")
@click.argument("file", type=click.Path(path_type=Path))
def key(face: Face, file: Path) -> None:
    """Make a new identity in FILE, readable by you alone, and print the recipient to give away."""
    import os

    from accord.keys.boxes import new_identity

    identity, recipient = new_identity()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as stream:
        stream.write(f"# {recipient}\n{identity}\n")
    if face.json:
        face.document({"recipient": recipient})
    else:
        face.line(recipient)
        face.note(face.say("message.keep-identity", file=file))


@verb("seal", "accord draft seal draft.json --to age1... --to age1... -o draft.age")
@click.argument("file", type=click.Path())
@click.option("--to", "recipients", multiple=True, required=True, help="Recipient, `age1...`; may be repeated.")
@click.option("-o", "output", type=click.Path(path_type=Path), required=True, help="New file for the sealed draft.")
def seal(face: Face, file: str, recipients: tuple[str, ...], output: Path) -> None:
    """Seal the draft in FILE to its readers. The file must be a draft, as the portal exports it."""
    from accord.faces.cli.inputs import read_bytes
    from accord.keys import boxes
    from accord.papers.drafts import LARGEST, format_draft, read_draft

    draft = read_draft(read_bytes(file, LARGEST))
    _write(face, output, boxes.seal(format_draft(draft), recipients, armored=True))


@verb("open", "accord draft open draft.age --identity my.identity -o draft.json")
@click.argument("file", type=click.Path())
@click.option("--identity", type=click.Path(), required=True, help="File of identities, as `draft key` makes it.")
@click.option("-o", "output", type=click.Path(path_type=Path), required=True, help="New file for the draft.")
def open_(face: Face, file: str, identity: str, output: Path) -> None:
    """Open the sealed draft in FILE with an identity it was sealed to."""
    from accord.faces.cli.inputs import read_bytes
    from accord.keys import boxes
    from accord.papers.drafts import LARGEST, format_draft, read_draft

    identities = boxes.read_identities(read_bytes(identity, 100_000).decode("utf-8", "replace"))
    draft = read_draft(boxes.open_box(read_bytes(file, 2 * LARGEST), identities))
    _write(face, output, format_draft(draft))


def _write(face: Face, output: Path, data: bytes) -> None:
    with output.open("xb") as stream:
        stream.write(data)
    if face.json:
        face.document({"file": str(output)})
    else:
        face.note(face.say("message.written", file=output))


command.add_command(amend)
command.add_command(key)
command.add_command(seal)
command.add_command(open_)
command.add_command(export)
command.add_command(import_)
