"""`accord draft amend`: a unit of a draft as it should read, turned into an amendment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment
    from accord.areas.negotiation.changes import Rewording
    from accord.areas.negotiation.rows import UnitRow
    from accord.keys.signers import Signer
    from accord.world.world import World


@verb(
    "amend",
    "accord draft amend my-record A/AC.900/L.1 para-3 --text para-3.txt --as ST-A -o act.json\n"
    "accord draft amend my-record A/AC.900/L.1 para-3 --text - --key st-a.key\n"
    "accord draft amend my-record A/AC.900/L.1 para-3 --amends A.1 --text para-3.txt --as ST-B -o act.json",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("draft")
@click.argument("unit")
@click.option("--text", "file", required=True, help="File with the unit as it should read, UTF-8; `-` for input.")
@click.option("--amends", help="The amendment to amend: UNIT is typed as it should read with that.")
@click.option("--base", help="The text it was typed for, by hash or its beginning; without it, the one that stands.")
@click.option("--name", help="Name of the amendment; without it, the next free one.")
@click.option("--as", "party", help="The sponsor; without it, the party of the first registered key.")
@click.option("--note", default="", help="Explanation, in the language of the draft.")
@click.option("--key", "keys", multiple=True, help="Key file: the amendment is signed and said.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="New file for the act, to be signed elsewhere.")
def amend(
    face: Face,
    record: Path,
    draft: str,
    unit: str,
    file: str,
    amends: str | None,
    base: str | None,
    name: str | None,
    party: str | None,
    note: str,
    keys: tuple[str, ...],
    output: Path | None,
) -> int | None:
    """Ask for UNIT of DRAFT to read as in a file: the words that go and come are worked out and shown.

    Without a key nothing is said: the act goes to the file of -o, and is part of --json. What would have no effect is
    not said.
    """
    import msgspec

    from accord.areas.parties.cite import Missing
    from accord.faces.cli.inputs import read_signer
    from accord.faces.cli.saying import speaker
    from accord.wire import codec
    from accord.world.asked import asked

    copy = face.wiring.open_copy(record)
    world = copy.world
    signers = [read_signer(key) for key in keys]
    if party is None and not signers:
        raise Complaint("error.nobody-amends")
    by = speaker(world, signers, party, keys)
    name_of_draft = _draft(asked(world), draft)
    row = _units(world, name_of_draft, amends).get(unit)
    if row is None:
        raise Missing("unit", f"{draft} {unit}")
    slash = world.negotiation.tables.drafts[name_of_draft].act.slash
    act = _act(world, name_of_draft, amends, by, name, note, _change(row, unit, base, file, slash))
    if output is not None:
        with output.open("xb") as stream:
            stream.write(msgspec.json.format(codec.encode(act), indent=2) + b"\n")
    said, reason = _said(face, record, world, act, by, signers)
    if face.json:
        face.document({"act": act, "index": said, "reason": reason})
    else:
        _told(face, world, act, by)
        if said is not None:
            face.line(face.say("page.entry.title", index=said))
        if output is not None:
            face.note(face.say("message.written", file=output))
        if reason is not None:
            face.line(face.say("page.would-have-no-effect", reason=face.say(f"reason.{reason}")))
    return 1 if reason is not None else None


def _units(world: World, draft: str, amends: str | None) -> dict[str, UnitRow]:
    """The units of a draft; those of an amendment as it would have them.

    Raises:
        Missing: no such amendment, or one to another.
    """
    from accord.areas.negotiation.subamending import amended_units
    from accord.areas.parties.cite import Missing

    tables = world.negotiation.tables
    units = tables.units.get(draft, {})
    if amends is None:
        return units
    row = tables.amendments.get(draft, {}).get(amends)
    if row is None or row.amends is not None:
        raise Missing("amendment", f"{draft} {amends}")
    return amended_units(row, units, tables.drafts[draft].act.slash)


def _draft(known: object, draft: str) -> str:
    from accord.areas.negotiation.pieces import negotiated

    return negotiated(known, draft).act.draft  # type: ignore[arg-type]


def _change(row: UnitRow, unit: str, base: str | None, file: str, slash: bool) -> Rewording:
    """The change that makes of a unit what stands in a file.

    Raises:
        Complaint: not UTF-8, no text of a unit, nothing changed, or the unit never had the text named.
    """
    from accord.areas.negotiation.edits import Misfit
    from accord.areas.negotiation.text import LONGEST
    from accord.areas.negotiation.typed import amended, as_unit
    from accord.faces.cli.inputs import read_bytes

    found = row.current
    if base is not None:
        named = [version for version in row.versions if len(base) > 6 and version.hash.startswith(base.lower())]
        if not named:
            raise Complaint("reason.unknown-base")
        found = named[-1]
    try:
        typed = read_bytes(file, 8 * LONGEST).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Complaint("error.unreadable", file=file, why="UTF-8") from None
    text = as_unit(typed, found.text)
    if not text:
        raise Complaint("drafting.nothing-left")
    if len(text) > LONGEST:
        raise Complaint("drafting.too-long", most=LONGEST)
    if text == found.text:
        raise Complaint("drafting.nothing-changed")
    try:
        return amended(unit, found.text, typed, slash=slash)
    except Misfit:
        raise Complaint("reason.not-a-text") from None


def _act(
    world: World, draft: str, amends: str | None, by: str, name: str | None, note: str, change: Rewording
) -> ProposeAmendment | ProposeSubamendment:
    import unicodedata

    import msgspec

    from accord.acts.values import Text
    from accord.acts.vocabulary import name_of
    from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment
    from accord.areas.negotiation.changes import changes_hash
    from accord.areas.negotiation.typed import next_name
    from accord.faces.cli.inputs import problem
    from accord.wire import codec
    from accord.world.vocabulary import VOCABULARY

    language = world.negotiation.tables.drafts[draft].act.language
    amendments = world.negotiation.tables.amendments.get(draft, {})
    given: dict[str, Any] = {
        "draft": draft,
        "amendment": name or next_name(amendments, amends or "A"),
        "changes": (change,),
        "sponsors": (by,),
        "note": Text(original=language, said={language: note}) if note.strip() else None,
    }
    made: ProposeAmendment | ProposeSubamendment
    if amends is None:
        made = ProposeAmendment(**given)
    else:
        made = ProposeSubamendment(amends=amends, to=changes_hash(amendments[amends].act.changes), **given)
    # What was given on the command line is held to the same types as an act from a file.
    try:
        act = VOCABULARY.decoder.decode(unicodedata.normalize("NFC", codec.encode(made).decode()).encode())
    except msgspec.ValidationError as error:
        code, values, path = problem(str(error))
        raise Complaint("error.malformed", where=f"{name_of(made)}{path}", problem=code, details=values) from None
    assert isinstance(act, ProposeAmendment | ProposeSubamendment)
    return act


def _said(
    face: Face,
    record: Path,
    world: World,
    act: ProposeAmendment | ProposeSubamendment,
    by: str,
    signers: list[Signer],
) -> tuple[int | None, str | None]:
    """The entry in which the amendment is said, if there are keys; else why it would have no effect, if so."""
    from accord.client.say import preview
    from accord.faces.cli.saying import say_all, signing_keys

    keys = [signer.vkey.keyid for signer in signers] or signing_keys(world, act, by)
    ruling = preview(world, act, by, keys)
    if not ruling.counts or not signers:
        return None, ruling.reason
    return say_all(face, record, by, [act], signers)[0], None


def _told(face: Face, world: World, act: ProposeAmendment | ProposeSubamendment, by: str) -> None:
    """The amendment as tracked changes, and what the later text does to it."""
    from accord.areas.negotiation.amending import change_row
    from accord.areas.negotiation.rows import AmendmentRow
    from accord.faces.cli.names import Names
    from accord.faces.cli.tracked import tracked
    from accord.world.asked import asked

    names = Names(face.lang, world)
    face.heading(f"{act.draft} {act.amendment}")
    row = AmendmentRow(entry=world.size, by=by, act=act, sponsors=())
    for change in act.changes:
        told = change_row(asked(world), act.draft, row, change)
        face.line(tracked(told.as_proposed, names))
        if told.standing in ("late", "collides"):
            face.line(face.say(f"standing.{told.standing}"))
        if told.now:
            face.line(tracked(told.now, names))
