"""A small record in a folder, as a site."""

from __future__ import annotations

from pathlib import Path

from accord.faces.web.site import Site
from accord.keys.signers import signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519
from accord.log.policy import Party
from accord.log.record import new_record
from accord.main import Machine
from accord.nodes.folder import own_policy, write_policy
from accord.nodes.writer import Writer
from tests.pages.small_record import ORIGIN, Small


def site_of(small: Small, folder: Path) -> Site:
    """The record as a writer admits it, read by a portal."""
    logs = [signer_from_seed(ORIGIN, kind, b"\x05" * 32) for kind in (ED25519, COSIGNATURE_MLDSA44)]
    new_record(folder, ORIGIN, logs, lambda: 1)
    write_policy(folder, own_policy(tuple(Party(log.vkey) for log in logs)))
    with Writer(folder, logs) as writer:
        writer.submit([data[data.index(b'"envelope":') + len(b'"envelope":') : -1] for data in small.entries])
    return Site(Machine().open_copy(folder))
