"""`accord sign`: sign without submitting, far from any record: an act, or one that others have signed in part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.acts.envelope import Envelope
    from accord.keys.signers import Signer

LARGEST_ENVELOPE = 200_000


@verb(
    "sign",
    "accord sign passkey.register.envelope.json --key secretariat.key -o signed.json\n"
    "accord sign reply.make.json --key st-a.key --as ST-A --record record.example/acts -o signed.json",
)
@click.argument("file")
@click.option("--key", "keys", multiple=True, required=True, help="Key file that signs; more than once for several.")
@click.option("--as", "party", help="Of an unsigned act: the party in whose name.")
@click.option("--record", "record", help="Of an unsigned act: the origin of the record it is said into.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="New file for the envelope; else standard output.")
def command(
    face: Face, file: str, keys: tuple[str, ...], party: str | None, record: str | None, output: Path | None
) -> None:
    """Sign the act in FILE and submit nothing: what is signed is shown, and the envelope written.

    FILE is an act, or an envelope that still lacks signatures, as a portal hands it out. Nothing is asked of a record:
    whether the act would count is for `accord judge`. Hand the envelope in on a portal.
    """
    import msgspec

    from accord.acts.envelope import Signature, act_id, assemble, pae
    from accord.faces.cli.inputs import read_signer

    if output is not None and output.exists():
        raise FileExistsError(17, "exists", str(output))
    signers = [read_signer(name) for name in keys]
    envelope = _envelope(face, file, signers, keys, party, record)
    message = pae(envelope.payload)
    ours = {signer.vkey.keyid: Signature(signer.vkey.keyid, signer.sign(message)) for signer in signers}
    others = [signature for signature in envelope.signatures if signature.keyid not in ours]
    data = assemble(envelope.payload, [*others, *ours.values()])
    # What is signed is shown here, on the signer's own machine: that is the point of signing outside a portal.
    face.note(msgspec.json.format(envelope.payload, indent=2).decode("utf-8", "replace"))
    identity = act_id(envelope.payload).hex()
    face.note(f"{face.say('field.act_id')}\t{identity}")
    if output is not None:
        with output.open("xb") as stream:
            stream.write(data + b"\n")
        face.note(face.say("message.written", file=output))
    if face.json:
        face.document(
            {"act_id": identity, "keys": sorted({s.keyid for s in others} | set(ours)), "envelope": data.decode()}
        )
    elif output is None:
        face.line(data.decode())


def _envelope(
    face: Face, file: str, signers: list[Signer], keys: tuple[str, ...], party: str | None, record: str | None
) -> Envelope:
    """The envelope in a file, or one around the act in it, with the signatures that are there."""
    import msgspec

    from accord.acts.envelope import PAYLOAD_TYPE, Envelope, parse, read_unsigned, write_payload
    from accord.faces.cli.errors import Complaint
    from accord.faces.cli.inputs import read_act, read_bytes
    from accord.wire.codec import Malformed
    from accord.world.vocabulary import VOCABULARY

    data = read_bytes(file, LARGEST_ENVELOPE)
    if b'"payloadType"' not in data:
        if party is None or record is None:
            raise Complaint("error.sign-needs", file=file)
        if file == "-":
            raise Complaint("error.unreadable", file=file, why="an act is read from a file")
        keyids = [signer.vkey.keyid for signer in signers]
        return Envelope(write_payload(read_act(file), party, record, face.wiring.nonce(), keyids), PAYLOAD_TYPE, ())
    try:
        envelope = parse(data.strip())
        named = read_unsigned(envelope.payload, VOCABULARY).keys
    except (Malformed, msgspec.MsgspecError) as error:
        raise Complaint("error.unreadable", file=file, why=str(error)) from None
    for signer, name in zip(signers, keys, strict=True):
        if signer.vkey.keyid not in named:
            raise Complaint("error.key-not-named", file=name, key=signer.vkey.keyid)
    return envelope
