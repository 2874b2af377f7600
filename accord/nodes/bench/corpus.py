"""The acts that benchmarks are made of: one stated mix, seeded, in a fictional record."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from accord.acts import entry as entries
from accord.acts import envelope as envelopes
from accord.acts.values import Source, Text
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import EstablishBody
from accord.areas.documents.acts import JoinSponsors, RegisterDocument
from accord.areas.meetings.acts import IntroducePaper, MakeStatement
from accord.areas.parties.acts import EnterParty, FoundRecord, GrantRole, RegisterKey
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import ED25519

RECORD = "bench.example/record"
STATES = 200
MIX = "50 % statements, 20 % working papers, 15 % introductions, 15 % sponsors joining, all recorded with a source"

SECRETARIAT = signer_from_seed("secretariat.bench", ED25519, b"\x01" * 32)
EDITOR = signer_from_seed("editor.bench", ED25519, b"\x02" * 32)

_SOURCE = Source(document="X/EXERCISE/1", place="para-9")
_DAYS = tuple(datetime.date(2013, 5, day) for day in (14, 15))


def _text(words: str) -> Text:
    return Text(original="en", said={"en": words})


def start() -> list[tuple[Act, str, list[Signer]]]:
    """The acts before the mix: founding, an editor, fictional States, a body."""
    recorded: list[tuple[Act, str, list[Signer]]] = [
        (
            FoundRecord(
                secretariat="secretariat",
                name=_text("Secretariat"),
                title=_text("Benchmark, an exercise"),
                vkey=str(SECRETARIAT.vkey),
                exercise=True,
            ),
            "secretariat",
            [SECRETARIAT],
        ),
        (EnterParty(party="editor", kind="editor", name=_text("Editor")), "secretariat", [SECRETARIAT]),
        (RegisterKey(party="editor", vkey=str(EDITOR.vkey)), "secretariat", [SECRETARIAT, EDITOR]),
        (GrantRole(party="editor", role="recorder"), "secretariat", [SECRETARIAT]),
    ]
    for number in range(STATES):
        act = EnterParty(party=_state(number), kind="state", name=_text(f"Fictional State {number}"), source=_SOURCE)
        recorded.append((act, "editor", [EDITOR]))
    body = EstablishBody(body="WG", name=_text("Working group"), resolution="X/RES/1", source=_SOURCE)
    return [*recorded, (body, "editor", [EDITOR])]


def mix(count: int) -> Iterator[Act]:
    """The mix, every act of which counts."""
    for number in range(count):
        step, turn = divmod(number, 20)
        paper = f"X/AC.1/WP.{step * 4 + (turn - 10) % 4 + 1}"
        if turn < 10:
            yield MakeStatement(
                body="WG",
                statement=f"s{number}",
                speaker=_state(number),
                occasion="general-exchange",
                days=_DAYS,
                source=_SOURCE,
            )
        elif turn < 14:
            yield RegisterDocument(
                symbol=paper,
                body="WG",
                kind="working-paper",
                title=_text(f"Working paper with the number {number}"),
                submitter="sponsors",
                sponsors=(_state(number),),
                source=_SOURCE,
            )
        elif turn < 17:
            yield IntroducePaper(
                body="WG",
                introduction=f"i{number}",
                introducers=(_state(number),),
                days=_DAYS,
                document=paper,
                source=_SOURCE,
            )
        else:
            yield JoinSponsors(symbol=paper, sponsor=_state(number + 7), on=_DAYS[0], source=_SOURCE)


def signed(count: int, more: Iterable[Act] = ()) -> list[bytes]:
    """The envelopes of the start, of `count` acts of the mix, and of more that the editor records."""
    acts: list[tuple[Act, str, list[Signer]]] = start()
    acts += [(act, "editor", [EDITOR]) for act in (*mix(count), *more)]
    return [envelopes.sign(act, by, RECORD, nonce, keys) for nonce, (act, by, keys) in enumerate(acts)]


def framed(sealed: list[bytes]) -> list[bytes]:
    """The entries of these envelopes, one a millisecond."""
    return [entries.frame(1_000 * (place + 1), envelope) for place, envelope in enumerate(sealed)]


def typed(count: int) -> Iterator[entries.Entry[Any]]:
    """Decoded entries of the start and of the mix, unsigned: for folding alone."""
    acts = [(act, by) for act, by, _ in start()]
    place = 0
    for act, by in acts:
        keys = tuple(sorted(signer.vkey.keyid for signer in (SECRETARIAT, EDITOR)))
        yield entries.Entry(place, place, by, act, place.to_bytes(32), keys)
        place += 1
    for act in mix(count):
        yield entries.Entry(place, place, "editor", act, place.to_bytes(32), (EDITOR.vkey.keyid,))
        place += 1


def _state(number: int) -> str:
    return f"S{number % STATES:03d}"
