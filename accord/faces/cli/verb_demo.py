"""`accord demo`: the record of the 2013 working group, built, audited and served."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

ORIGIN = "demonstration.accord.example/2013"


@verb("demo", "accord demo --once\naccord demo --record my-demo --port 8514 --lang zh")
@click.option("--once", is_flag=True, help="Stop after the audit; serve nothing.")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    default=Path("demo-record"),
    show_default=True,
    help="Where the record lies.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8514, show_default=True, help="Port on this machine; 0 for any."
)
def command(face: Face, once: bool, record: Path, port: int) -> int:
    """Build the demonstration record from public facts, audit it, and serve it on this machine.

    The editor of the demonstration records, with source and paragraph; no State has a key or says
    anything. A record that is there already is audited again.
    """
    started = time.monotonic()
    if not (record / "checkpoint").exists():
        build(face, record)
    elif face.wiring.open_copy(record).world.record != ORIGIN:
        raise Complaint("error.not-the-demonstration", file=record)
    with face.progress() as progress:
        report = face.wiring.check_record(record, None, progress)
    copy = face.wiring.open_copy(record)
    address = None if once else f"http://localhost:{port}"
    found: dict[str, Any] = {
        "acts": report.size,
        "root": report.root,
        "checks": {
            "signatures": report.signatures,
            "proofs": report.proofs,
            "rulings": report.rulings,
            "witnesses": report.witnesses,
        },
        "seconds": round(time.monotonic() - started, 3),
        "url": address,
        "failures": list(report.failures),
    }

    def ready(url: str) -> None:
        if face.json:
            face.document(found | {"url": url})
        else:
            face.line(face.say("message.serving", address=url))
        sys.stdout.flush()

    if not face.json:
        _told(face, copy.world, report, record)
    if not report.ok:
        if face.json:
            face.document(found)
        return 1
    if once:
        if face.json:
            face.document(found)
        return 0
    face.wiring.serve(record, port, ready)
    return 0


def build(face: Face, record: Path) -> None:
    """Builds the demonstration record beside its place and moves it there: it is there whole or not at all."""
    import shutil
    import tempfile

    if record.exists() and any(record.iterdir()):
        raise FileExistsError(17, "exists", str(record))
    beside = None
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{record.name}.", dir=record.parent))
        tell(face, beside)
        beside.chmod(0o755)
        beside.rename(record)
    except OSError as error:
        if not str(error.filename or "").startswith(str(record.parent)):
            raise
        # Under the name that was asked for: the folder beside it is nobody's business.
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            raise Complaint("error.cannot-make", file=str(record)) from None
        raise OSError(error.errno, error.strerror, str(record)) from error
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)


def tell(face: Face, record: Path) -> None:
    """Tells the story into a folder: two fresh keys, and every act said by the one who records it."""
    from accord.client.say import sign
    from accord.keys.files import write_key
    from accord.keys.signers import new_signer
    from accord.keys.vkey import ED25519
    from accord.stories.demonstration import EDITOR, SECRETARIAT, demonstration

    face.wiring.start_log(record, ORIGIN)
    keys = {party: new_signer(f"{party}.example", ED25519) for party in (SECRETARIAT, EDITOR)}
    for party, signer in keys.items():
        write_key(record / "writer" / "keys" / f"{party}.key", signer)
    envelopes: list[bytes] = []

    def say(act: Any, by: str, signers: Any) -> None:
        envelopes.append(sign(act, by, ORIGIN, face.wiring.nonce(), signers))

    with face.progress() as progress, face.wiring.writer(record) as writer:
        demonstration(say, keys, lambda done, total: progress("signing", done, total))
        progress("submitting", 0, len(envelopes))
        writer.submit(envelopes)
        progress("submitting", len(envelopes), len(envelopes))


def _told(face: Face, world: Any, report: Any, record: Path) -> None:
    """The summary that a newcomer understands."""
    from accord.stories.demonstration import BODY
    from accord.stories.summary import summarise

    summary = summarise(world, BODY, report.signatures)
    face.heading(face.say("page.demo.intro"))
    face.line()
    face.facts([(face.say(f"summary.{name}"), str(number)) for name, number in summary.counts.items()])
    face.line()
    face.heading(face.say("check.passed") if report.ok else face.say("page.checks.title"))
    for failure in report.failures:
        face.line(face.say("check.failed", what=face.marked(failure)))
    face.facts(
        [
            (face.say("page.entries.title"), face.count("acts", report.size)),
            *(
                (face.say(f"check.{name}"), str(getattr(report, name)))
                for name in ("signatures", "proofs", "rulings", "witnesses")
            ),
            (face.say("field.without_effect"), str(report.without_effect)),
            (face.say("page.status.root"), report.root),
            (face.say("page.status.world"), report.world),
        ]
    )
    face.line()
    face.note(face.say("message.try", commands=f"accord show {record} documents --lang {face.lang}"))
