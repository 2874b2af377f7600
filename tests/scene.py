"""A readable test scene: seeded keys, a counted clock, a log in memory, one world.

    scene = founded()
    scene.enters("ST-A")
    ruling = scene.does("ST-A", JoinGroup(group="friends", member="ST-A"))

`does` signs an act with the party's keys, frames it, passes it through the gate, has every
signature checked and steps the world: the whole way of an act, offline and the same each time.
A scene raises what the gate raises; what counts and what does not comes back as the ruling.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from accord.acts.entry import Entry, frame
from accord.acts.envelope import Signature, act_id, assemble, pae, parse, write_payload
from accord.acts.gate import check_signatures
from accord.acts.values import Grounds, Source, Text
from accord.acts.vocabulary import Act, UnknownAct
from accord.areas.parties.acts import EnterParty, FoundRecord, GrantRole, RegisterKey
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import ED25519
from accord.stories.story import Said
from accord.world.world import Ruling, World

RECORD = "record.example/scene"
START = 1_700_000_000_000_000
"""The moment of the first entry, microseconds; each later one comes a second after."""


def key_of(party: str, number: int = 1, kind: int = ED25519) -> Signer:
    """The key that a party of every scene has: made from its name, the same in every run."""
    seed = hashlib.sha256(f"scene key {number} of {party}".encode()).digest()
    return signer_from_seed(f"{party.lower()}.example/{number}", kind, seed)


def said(words: str, language: Any = "en") -> Text:
    """A text in one language."""
    return Text(original=language, said={language: words})


def source(place: str = "para-1", document: str = "A/68/514") -> Source:
    """Where a recorded fact stands."""
    return Source(document=document, place=place)


def grounds(kind: Any = "transcribed", *, of: Source | None = None, checked: date = date(2020, 1, 31)) -> Grounds:
    """What a recorded fact rests on: the usual source, of a kind, looked up on a day."""
    return Grounds(source=source() if of is None else of, kind=kind, checked=checked)


class Scene:
    """A record in memory, the world after it, and the keys of everybody in it."""

    def __init__(self, record: str = RECORD) -> None:
        self.record = record
        self.world = World(record)
        self.entries: list[bytes] = []
        self.keys: dict[str, list[Signer]] = {}
        self.rulings: list[Ruling] = []
        self._nonce = 0

    # The verbs of a story.

    def does(self, by: str, act: Act, *, signers: Sequence[Signer] | None = None, nonce: int | None = None) -> Ruling:
        """`by` says an act, signed by its keys or by `signers`; what became of it."""
        return self.admits(self.envelope(by, act, signers=signers, nonce=nonce))

    def admits(self, envelope: bytes) -> Ruling:
        """The record admits a signed act, if the gate does."""
        data = frame(self.now, envelope)
        entry, parsed, checks = self.world.open(data)
        check_signatures(checks, tuple(signature.keyid for signature in parsed.signatures))
        self.entries.append(data)
        ruling = self.world.step(entry)
        self.rulings.append(ruling)
        return ruling

    def would(self, by: str, act: Act) -> Ruling:
        """The preview: what would become of an act that `by` said now. Nothing is signed, nothing changes."""
        return self.world.judge(self.entry(by, act))

    def tells(self, story: Iterable[Said]) -> None:
        """Every act of a story, each of which must count."""
        for line in story:
            signers = [key for party in line.signers for key in self.keys.setdefault(party, [key_of(party)])]
            ruling = self.does(line.by, line.act, signers=signers)
            assert ruling.counts, f"{type(line.act).__name__} by {line.by}: {ruling.reason}"

    def founds(self, secretariat: str = "secretariat", **more: Any) -> Scene:
        """The secretariat founds the record with its first act."""
        key = key_of(secretariat)
        self.keys[secretariat] = [key]
        act = FoundRecord(
            secretariat=secretariat, name=said("Secretariat"), title=said("A scene"), vkey=str(key.vkey), **more
        )
        assert self.does(secretariat, act).counts
        return self

    def enters(self, *parties: str, kind: Any = "state", with_key: bool = True) -> Scene:
        """The secretariat enters parties in the register, and a key for each of them."""
        secretariat = self.secretariat
        for party in parties:
            assert self.does(secretariat, EnterParty(party=party, kind=kind, name=said(party))).counts
            if with_key:
                self.registers(party)
        return self

    def registers(self, party: str, number: int = 1) -> Signer:
        """The secretariat registers a key of a party."""
        key = key_of(party, number)
        act = RegisterKey(party=party, vkey=str(key.vkey))
        assert self.does(self.secretariat, act, signers=[key, self.keys[self.secretariat][0]]).counts
        self.keys.setdefault(party, []).append(key)
        return key

    def makes_recorder(self, party: str = "editor") -> Scene:
        """An editor who may record what others said, with the source."""
        self.enters(party, kind="editor")
        assert self.does(self.secretariat, GrantRole(party=party, role="recorder")).counts
        return self

    # The parts that tests look at.

    @property
    def secretariat(self) -> str:
        """Who founded the record."""
        found = self.world.parties.secretariat
        assert found is not None
        return found

    @property
    def now(self) -> int:
        """The moment of the next entry."""
        return START + 1_000_000 * len(self.entries)

    @property
    def last(self) -> int:
        """The index of the last entry."""
        return len(self.entries) - 1

    def envelope(
        self, by: str, act: Act, *, signers: Sequence[Signer] | None = None, nonce: int | None = None
    ) -> bytes:
        """The canonical bytes of a signed act."""
        if nonce is None:
            self._nonce += 1
            nonce = self._nonce
        signers = self.keys[by][:1] if signers is None else signers
        payload = write_payload(act, by, self.record, nonce, [key.vkey.keyid for key in signers])
        return assemble(payload, [_signature(key, payload) for key in signers])

    def entry(self, by: str, act: Act, *, signers: Sequence[Signer] | None = None) -> Entry[Any]:
        """The next entry as rules see it, if `by` said `act` now with its own key or with `signers`."""
        signed = self.keys.get(by, [])[:1] if signers is None else signers
        keys = tuple(sorted(key.vkey.keyid for key in signed))
        return Entry(len(self.entries), self.now, by, act, hashlib.sha256(b"preview").digest(), keys)


def _signature(key: Signer, payload: bytes) -> Signature:
    """What a key signs; a passkey signs in a browser, which `tests/acting/authenticator.py` plays."""
    asked: Any = getattr(key, "asked", None)
    return Signature(key.vkey.keyid, key.sign(pae(payload))) if asked is None else asked(payload)


def founded(**more: Any) -> Scene:
    """A scene whose record is founded and nothing else."""
    return Scene().founds(**more)


def peopled() -> Scene:
    """A scene with a recorder, three States with keys and a group they might join."""
    scene = founded().makes_recorder("editor").enters("ST-A", "ST-B", "ST-C")
    return scene.enters("friends", kind="group", with_key=False)


def replay(entries: Iterable[bytes], record: str = RECORD, *, verify: bool = False) -> World:
    """The world after entries, folded again from their bytes as an audit does."""
    world = World(record)
    for data in entries:
        try:
            entry, envelope, checks = world.open(data)
        except UnknownAct as unknown:
            world.miss(unknown)
            continue
        if verify:
            check_signatures(checks, tuple(signature.keyid for signature in envelope.signatures))
        world.step(entry)
    return world


def identity(envelope: bytes) -> bytes:
    """The identity of the act in an envelope."""
    return act_id(parse(envelope).payload)
