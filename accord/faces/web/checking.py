"""The proof page: how one entry is proven under the signed checkpoint, step by step, and who signed it.

/<lang>/-/proof/17        the page        /<lang>/-/proof/17.json        the same as JSON
"""

from __future__ import annotations

import msgspec

from accord.areas.parties.cite import EntryIndex, Instant, Page, Part, head
from accord.faces.web.answers import HTML, JSON, REVALIDATE, Answer, Request, tagged
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build
from accord.faces.web.sheets import Sheets
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.keys.vkey import KIND_NAMES
from accord.log.checkpoint import check_checkpoint
from accord.wire.base64 import encode as base64
from accord.wire.tree import check_inclusion, leaf_hash


class ProofStep(Part, frozen=True):
    """A hash of the proof, from the leaf up."""

    step: int
    hash: str
    """In base64."""


class CheckpointSignature(Part, frozen=True):
    """A signature of the checkpoint that this site verified."""

    signer: str
    key: str
    """Name and number of the key."""
    algorithm: str
    witness: bool
    """Cosigned by a witness; else signed by the log itself."""
    moment: Instant | None
    """The time that a cosignature states."""


class ProofPage(Page, frozen=True, tag="proof"):
    """How one entry is proven: its hash, the path to the root, the signed checkpoint, and who signed it."""

    index: EntryIndex
    size: int
    leaf: str
    """Hash of the entry's bytes, in base64."""
    root: str
    checkpoint: str
    """As signed."""
    signatures: tuple[CheckpointSignature, ...]
    path: tuple[ProofStep, ...]


def page(site: Site, index: int) -> ProofPage:
    """The proof of an entry, checked here as a stranger would."""
    copy = site.copy
    checkpoint = copy.checked.checkpoint
    leaf = leaf_hash(copy.reader.entry(index))
    path = tuple(copy.reader.prove_inclusion(index, checkpoint.size))
    check_inclusion(leaf, index, checkpoint.size, path, checkpoint.root)
    _, verified = check_checkpoint(copy.note, copy.policy.vkeys)
    logs = {log.vkey for log in copy.policy.logs}
    return ProofPage(
        head=head(site.known, None),
        index=index,
        size=checkpoint.size,
        leaf=base64(leaf),
        root=base64(checkpoint.root),
        checkpoint=copy.note.decode("utf-8", "replace"),
        signatures=tuple(
            CheckpointSignature(
                signer=line.vkey.name,
                key=line.vkey.keyid,
                algorithm=KIND_NAMES[line.vkey.kind],
                witness=line.vkey not in logs,
                moment=None if line.time_s is None else line.time_s * 1_000_000,
            )
            for line in verified
        ),
        path=tuple(ProofStep(step=n, hash=base64(value)) for n, value in enumerate(path, 1)),
    )


def answer(site: Site, asked: Request) -> Answer:
    """The proof of one entry."""
    w = site.written(asked.lang)
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, asked.lang, asked.twin)
    number = asked.arguments[0] if len(asked.arguments) == 1 else ""
    plain = number.isascii() and number.isdigit() and len(number) < 17 and str(int(number)) == number
    if not plain or int(number) >= site.copy.size:
        missing = w.say("portal.not-found.name", name="/".join(asked.arguments)[:100])
        near = (Near(w.say("page.entries.title"), w.url("entries")),)
        return site.problem(404, asked.lang, missing, near, asked.twin)
    index = int(number)
    found = page(site, index)
    tag = tagged(build(), "proof", site.copy.note, asked.lang, index, asked.twin, site.address)
    if asked.twin:
        return Answer(200, JSON, msgspec.json.encode(found), etag=tag, caching=REVALIDATE)
    rest = f"-/proof/{index}"
    crumbs = (
        Near(w.say("page.record.title"), w.url("record")),
        Near(w.say("page.entry.title", index=index), w.url("entry", number)),
    )
    body = site.html(
        asked.lang,
        "pages/proof.html",
        w.say("page.proof.title", index=index),
        where=Where(rest=rest, twin=f"/{asked.lang}/{rest}.json", crumbs=crumbs, entries=(index,)),
        w=w,
        page=found,
        sheets=Sheets(w),
    )
    return Answer(200, HTML, body, etag=tag, caching=REVALIDATE)
