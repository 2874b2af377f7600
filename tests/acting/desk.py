"""A record in a folder and a portal over it, asked without sockets."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from accord.acts.values import Text
from accord.acts.vocabulary import Act
from accord.areas.documents.acts import RegisterDocument
from accord.areas.parties.acts import EnterParty, RegisterKey
from accord.client.say import sign
from accord.faces.web.acting.desk import Acting
from accord.faces.web.answers import Answer
from accord.faces.web.desks import DESKS
from accord.faces.web.site import Site
from accord.keys.files import read_key
from accord.keys.signers import Signer
from accord.nodes.handing import Handing
from accord.nodes.records import new_record, open_copy
from accord.nodes.writer import Writer
from tests.scene import key_of, said

ADDRESS = "http://localhost:8514"
NONCES = itertools.count(1)


def small_record(folder: Path) -> tuple[Path, Signer]:
    """A record with three States, of which one has a key, and a paper; and the secretariat's key."""
    made = new_record(folder / "record", "record.example/acting")
    secretariat, key = read_key(made.secretariat_key), key_of("ST-A")
    acts: list[tuple[Act, list[Signer]]] = [
        *((EnterParty(party=code, kind="state", name=said(code)), [secretariat]) for code in ("ST-A", "ST-B", "ST-C")),
        (
            EnterParty(party="amis", kind="group", name=Text(original="fr", said={"fr": "Amis", "ar": "أصدقاء"})),
            [secretariat],
        ),
        (RegisterKey(party="ST-A", vkey=str(key.vkey)), [secretariat, key]),
        (RegisterDocument(symbol="A/AC.900/WP.1", kind="working-paper", title=said("A <b>paper</b>")), [secretariat]),
    ]
    with Writer(folder / "record") as writer:
        writer.submit([sign(act, "secretariat", made.origin, next(NONCES), keys) for act, keys in acts])
    return folder / "record", secretariat


class Desk:
    """Asks a portal as a browser on one of its pages would."""

    def __init__(self, directory: Path, writes: bool = True) -> None:
        self.seconds = 0.0
        self.acting = Acting(lambda: next(NONCES), lambda: self.seconds)
        submit = Handing(directory) if writes else None
        self.site = Site(open_copy(directory), ADDRESS, {**DESKS, **self.acting.desks()}, submit)

    def get(self, path: str, query: str = "") -> Answer:
        return done(self.site.answer("GET", path, query))

    def post(self, path: str, fields: dict[str, Any], **headers: str) -> Answer:
        return self.send(path, urlencode(fields).encode(), "application/x-www-form-urlencoded", **headers)

    def send(self, path: str, body: bytes, kind: str, **headers: str) -> Answer:
        given = {"content-type": kind, "origin": ADDRESS, "host": "localhost:8514", "sec-fetch-site": "same-origin"}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        return done(self.site.answer("POST", path, "", given, body))


def done(answer: Answer | Awaitable[Answer]) -> Answer:
    """An answer, waited for."""
    if isinstance(answer, Answer):
        return answer

    async def wait() -> Answer:
        return await answer

    return asyncio.run(wait())


def location(answer: Answer) -> str:
    """Where an answer sends the reader."""
    return dict(answer.headers)["Location"]
