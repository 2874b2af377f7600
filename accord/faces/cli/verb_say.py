"""`accord say`: sign an act, submit it, wait for the receipt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.client.copy import Copy
    from accord.client.say import Receipt


@verb(
    "say",
    "accord say my-record act.json --key st-a.key -o act.tlog-proof\n"
    "accord say my-record register.json --key secretariat.key --key st-a.key\n"
    "accord say my-record act.json --key st-a.key --for-the-record",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("act")
@click.option("--key", "keys", multiple=True, required=True, help="Key file that signs; more than once for several.")
@click.option("--as", "party", help="The party in whose name; without it, the party of the first registered key.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="File for the proof.")
@click.option("--for-the-record", is_flag=True, help="Say it even if it would have no effect.")
def command(
    face: Face,
    record: Path,
    act: str,
    keys: tuple[str, ...],
    party: str | None,
    output: Path | None,
    for_the_record: bool,
) -> int | None:
    """Sign the act in the JSON file ACT (or `-`), submit it to RECORD and wait until it is recorded.

    An act that would have no effect is not said, unless it is meant for the record. The proof that it is in the
    record goes to the file of -o, and is part of --json.
    """
    from accord.acts.envelope import act_id, parse
    from accord.client.say import preview, sign
    from accord.faces.cli.inputs import read_act, read_signer
    from accord.faces.cli.saying import speaker

    if output is not None and output.exists():
        raise FileExistsError(17, "exists", str(output))
    said = read_act(act)
    signers = [read_signer(file) for file in keys]
    world = face.wiring.open_copy(record).world
    by = speaker(world, signers, party, keys)
    ruling = preview(world, said, by, [signer.vkey.keyid for signer in signers])
    envelope = sign(said, by, world.record, face.wiring.nonce(), signers)
    if not ruling.counts and not for_the_record:
        identity = act_id(parse(envelope).payload).hex()
        if face.json:
            face.document({"index": None, "act_id": identity, "counts": False, "reason": ruling.reason, "proof": None})
        else:
            face.line(face.say("page.would-have-no-effect", reason=face.say(f"reason.{ruling.reason}")))
            face.note(face.say("message.for-the-record"))
        return 1
    with face.wiring.writer(record) as writer:
        (receipt,) = writer.submit([envelope])
    proof = proof_of(face.wiring.open_copy(record), receipt.index)
    if output is not None:
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(proof)
        face.note(face.say("message.written", file=output))
    if face.json:
        face.document(
            {
                "index": receipt.index,
                "act_id": receipt.act_id,
                "counts": receipt.counts,
                "reason": receipt.reason,
                "proof": proof,
            }
        )
        return None
    _told(face, receipt)
    if output is None:
        face.note(face.say("message.try", commands=f"accord prove {record} {receipt.index}"))
    return None


def _told(face: Face, receipt: Receipt) -> None:
    """The receipt in words."""
    face.heading(face.say("page.entry.title", index=receipt.index))
    effect = "page.has-effect" if receipt.counts else "page.no-effect"
    reason = "" if receipt.reason is None else face.say(f"reason.{receipt.reason}")
    face.line(face.say(effect, **({} if receipt.counts else {"reason": reason})))
    face.facts([(face.say("field.act_id"), receipt.act_id)])


def proof_of(copy: Copy, index: int) -> str:
    """The `.tlog-proof` of an entry, under the copy's checkpoint."""
    from accord.log.proof import LogProof, format_proof

    reader = copy.reader
    path = tuple(reader.prove_inclusion(index, copy.size))
    return format_proof(LogProof(index, path, reader.checkpoint_bytes)).decode()
