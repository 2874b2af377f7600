"""`accord draft export` and `import`: a draft of a record as DOCX, and back with its tracked changes as acts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import LANGUAGES, verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accord.acts.values import Language
    from accord.areas.negotiation.pieces import Piece
    from accord.papers.report.issue import Read
    from accord.papers.word import Returned, Sender
    from accord.world.world import World


@verb(
    "export",
    "accord draft export my-record A/AC.900/L.1 -o L.1.docx\n"
    "accord draft export my-record A/AC.900/L.1 --amendments -o L.1-amendments.docx",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("draft")
@click.option("-o", "output", type=click.Path(path_type=Path), required=True, help="New file for the draft.")
@click.option("--state", default="", help="A stage of the draft by number or symbol; without it, as it stands.")
@click.option("--in", "language", type=click.Choice(LANGUAGES), help="In translation; such a file gives no amendments.")
@click.option("--amendments", is_flag=True, help="Open amendments as tracked changes of their sponsors, with comments.")
def export(
    face: Face, record: Path, draft: str, output: Path, state: str, language: Language | None, amendments: bool
) -> None:
    """Write DRAFT of RECORD as a DOCX that knows which paragraph is which unit; changes in it are tracked."""
    from accord.areas.negotiation.pieces import negotiated, state_named
    from accord.papers.word import as_word
    from accord.world.asked import asked

    copy = face.wiring.open_copy(record)
    known = asked(copy.world, copy.reader.entry)
    name = negotiated(known, draft).act.draft
    stage = state_named(known, name, state, copy.world.negotiation.state(name))
    data = as_word(copy.world, name, stage, language, amendments=amendments, read=known.read)
    with output.open("xb") as stream:
        stream.write(data)
    if face.json:
        face.document({"file": str(output), "draft": name, "stage": stage})
    else:
        face.note(face.say("message.written", file=output))


@verb(
    "import",
    "accord draft import my-record L.1.docx --key st-a.key\n"
    "accord draft import my-record L.1.docx --key st-a.key --yes",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("file")
@click.option("--key", "keys", multiple=True, required=True, help="Key file of the party that sends the file.")
@click.option("--as", "party", help="The party that sends it; without it, the one the key belongs to.")
@click.option("--draft", default="", help="The draft that the file is a copy of, where it no longer tells.")
@click.option("--by-author", is_flag=True, help="Attribute each change to the party under whose name it was tracked.")
@click.option("--comments", is_flag=True, help="Say comments on units that nobody amends, as general statements.")
@click.option("--yes", is_flag=True, help="Say the acts; without it they are only shown.")
def import_(
    face: Face,
    record: Path,
    file: str,
    keys: tuple[str, ...],
    party: str | None,
    draft: str,
    by_author: bool,
    comments: bool,
    yes: bool,
) -> int:
    """Turn the tracked changes and comments of a returned DOCX into amendments of RECORD: shown, and said with --yes.

    Changes made while tracking was off are found by comparing with the record. What no amendment can say is a finding.
    """
    from accord.acts.values import Source
    from accord.areas.documents.pages import normal_symbol
    from accord.faces.cli.inputs import read_signer
    from accord.faces.cli.saying import say_all, speaker
    from accord.papers.word import Sender
    from accord.world.asked import asked

    signers = [read_signer(key) for key in keys]
    copy = face.wiring.open_copy(record)
    world = copy.world
    by = speaker(world, signers, party, keys)
    # A recorder says where what it records stands: in the file that it was handed.
    recorder = by in world.parties.tables.roles.get("recorder", ())
    source = Source(publication=Path(file).name) if recorder else None
    sender = Sender(party=by, by_author=by_author, with_comments=comments, source=source)
    read = asked(world, copy.reader.entry).read
    found = _returned(face, file, world, sender, normal_symbol(draft) if draft else "", read)
    said = say_all(face, record, by, found.acts, signers) if yes else []
    if face.json:
        face.document(
            {
                "draft": found.sheet.draft,
                "stage": found.sheet.state,
                "exact": found.exact,
                "acts": found.acts,
                "said": said,
                "remarks": found.remarks,
                "findings": found.findings,
            }
        )
    else:
        _told(face, world, found, yes)
    return 1 if any(one.code == "word-no-effect" for one in found.findings) else 0


def _returned(face: Face, file: str, world: World, sender: Sender, draft: str, read: Read) -> Returned:
    """What a returned file asks for.

    Raises:
        Complaint: no file that can be read, or of no draft of the record.
    """
    from accord.faces.cli.errors import Complaint
    from accord.faces.cli.inputs import read_bytes
    from accord.papers.reading.files import LARGEST_FILE, Unreadable
    from accord.papers.word import opened, returned

    try:
        return returned(opened(read_bytes(file, LARGEST_FILE)), world, sender, draft, read)
    except Unreadable as error:
        raise Complaint(
            "error.unreadable-file", file=file, reason=face.say(f"unreadable.{error.code}", **error.values)
        ) from None


def _told(face: Face, world: World, found: Returned, said: bool) -> None:
    """The amendments, comments and findings in words."""
    from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment
    from accord.areas.negotiation.amending import operation
    from accord.faces.cli.names import Names
    from accord.papers.word.shown import pieces

    names = Names(face.lang)
    face.heading(f"{found.sheet.draft} ({names.label('stage')} {found.sheet.state})")
    rows = [
        [
            act.amendment,
            change.unit,
            names.code("operation", operation(change)),
            _words(pieces(world.negotiation, act.draft, change, act.sponsors, getattr(act, "amends", ""))),
        ]
        for act in found.acts
        if isinstance(act, ProposeAmendment | ProposeSubamendment)
        for change in act.changes
    ]
    if rows:
        face.table([names.label(name) for name in ("amendment", "unit", "operation", "words")], rows)
        if found.exact is not None:
            face.line(face.say("message.word-exact" if found.exact else "message.word-not-exact"))
    else:
        face.line(face.say("message.word-nothing"))
    if found.remarks:
        face.heading(names.label("remarks"))
        face.table(
            [names.label(name) for name in ("unit", "author", "words")],
            [[remark.unit or "–", remark.author, remark.words] for remark in found.remarks],
        )
    if found.findings:
        face.heading(names.label("findings"))
        face.table(
            [names.label("where"), names.label("finding"), names.label("detail")],
            [[one.where, names.code("finding", one.code), names.detail(one)] for one in found.findings],
        )
    face.note(face.count("acts", len(found.acts)))
    if not said and found.acts:
        face.note(face.say("message.say-yes"))


def _words(found: Sequence[Piece]) -> str:
    """What is put and dropped, in short; what is kept between is left out."""
    signs = {"put": "+", "drop": "−"}
    return " … ".join(f"{signs[piece.kind]} {piece.text}" for piece in found if piece.kind in signs)
