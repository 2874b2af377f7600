"""`accord check`: verify everything, offline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.log.policy import Policy


EXAMPLES = (
    "accord check my-record\naccord check http://localhost:8514\naccord check entry-17.bundle --policy policy --json"
)


@verb("check", EXAMPLES)
@click.argument("target")
@click.option("--policy", type=click.Path(), help="Whose checkpoints to believe; without it, the target's own.")
def command(face: Face, target: str, policy: str | None) -> int:
    """Verify TARGET, a bundle, a record directory or the address of one: every signature, proof and ruling.

    Without --policy the target's own policy is believed: compare its key with one from elsewhere.
    """
    from accord.acts.gate import Refused
    from accord.acts.vocabulary import UnknownAct
    from accord.faces.cli.inputs import read_policy_file
    from accord.keys.check import BadSignature
    from accord.wire.codec import Malformed
    from accord.wire.tree import ProofFailed

    believed = read_policy_file(policy)
    remote = target.startswith(("http://", "https://"))
    path = Path(target)
    if not remote and not path.exists():
        raise FileNotFoundError(2, "no such file", target)
    try:
        if remote:
            found = _record(face, target, believed)
        else:
            found = _record(face, path, believed) if path.is_dir() else _bundle(path, believed)
    except (Malformed, BadSignature, ProofFailed, Refused, UnknownAct) as error:
        found = {"ok": False, "size": None, "root": None, "signatures": 0, "failures": [str(error)]}
    if face.json:
        face.document(found)
    else:
        _told(face, found)
    return 0 if found["ok"] else 1


def _record(face: Face, target: Path | str, policy: Policy | None) -> dict[str, Any]:
    """A record in a directory or at an address, folded anew."""
    with face.progress() as progress:
        report = face.wiring.check_record(target, policy, progress)
    return {
        "ok": report.ok,
        "origin": report.origin,
        "size": report.size,
        "root": report.root,
        "world": report.world,
        "signatures": report.signatures,
        "proofs": report.proofs,
        "rulings": report.rulings,
        "without_effect": report.without_effect,
        "witnesses": report.witnesses,
        "complete": report.complete,
        "failures": list(report.failures),
    }


def _bundle(path: Path, policy: Policy | None) -> dict[str, Any]:
    """A bundle."""
    from accord.client.bundle import LARGEST_BUNDLE, check_bundle
    from accord.faces.cli.inputs import read_bytes
    from accord.wire import base64

    shown = check_bundle(read_bytes(str(path), LARGEST_BUNDLE), policy)
    checkpoint = shown.checked.checkpoint
    return {
        "ok": True,
        "origin": checkpoint.origin,
        "index": shown.index,
        "act_id": shown.entry.act_id.hex(),
        "by": shown.entry.by,
        "verb": str(type(shown.entry.act).__struct_config__.tag),  # type: ignore[attr-defined]
        "act": msgspec.to_builtins(shown.entry.act),
        "founder": shown.founder,
        "size": checkpoint.size,
        "root": base64.encode(checkpoint.root),
        "signatures": shown.signatures,
        "witnesses": len(shown.checked.witnesses),
        "failures": [],
    }


def _told(face: Face, found: dict[str, Any]) -> None:
    """What the check found, in words."""
    if found["ok"]:
        face.heading(face.say("check.passed"))
    for failure in found["failures"]:
        face.line(face.say("check.failed", what=face.marked(failure)))
    facts = []
    for name, code in (("origin", "page.status.origin"), ("root", "page.status.root"), ("world", "page.status.world")):
        if found.get(name):
            facts.append((face.say(code), str(found[name])))
    if found.get("size") is not None:
        facts.append((face.say("page.status.size"), face.count("entries", found["size"])))
    for name in ("signatures", "proofs", "rulings", "witnesses"):
        if name in found and found["size"] is not None:
            facts.append((face.say(f"check.{name}"), str(found[name])))
    for name in ("index", "by", "founder"):
        if name in found:
            facts.append((face.say(f"field.{name}"), str(found[name])))
    if facts:
        face.facts(facts)
    if "act" in found:
        face.line()
        title = face.say(f"act.{found['verb'].partition('/')[0]}")
        face.heading(f"{title} ({found['verb']})")
        face.line(json.dumps(found["act"], ensure_ascii=False, indent=2))
