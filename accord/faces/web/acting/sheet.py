"""The sheet: one act on its way to the record, with the signatures it has and those that it lacks.

Nothing of it is kept on the server: the sheet travels as an envelope whose signatures are not all there yet, in
the page, in a file, or in an upload.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from accord.acts import envelope as envelopes
from accord.acts.entry import Entry
from accord.acts.envelope import Envelope, Signature
from accord.acts.gate import Refused, Repeated, check_one, signatures_to_check
from accord.acts.vocabulary import Act, Payload, name_of
from accord.areas.parties.acts import FoundRecord, RegisterPasskey
from accord.areas.parties.rules import new_passkey_id, readable_key
from accord.keys.check import BadSignature
from accord.keys.passkeys import PASSKEY, Assertion, normal_signature, unpack
from accord.wire.codec import Malformed
from accord.world.vocabulary import VOCABULARY
from accord.world.world import Ruling, World


class Line(msgspec.Struct, frozen=True):
    """A signature that an act needs."""

    keyid: str
    party: str | None
    """Whose key it is; of a key that this act registers, the party it is registered for."""
    state: str
    """`signed`, `wanted`, or `not-in-force`."""
    rp_id: str = ""
    """Of a passkey: its site, else empty."""
    origins: tuple[str, ...] = ()
    credential: bytes = b""


class Sheet:
    """An act with its payload, and the signatures that are there.

    Raises:
        Malformed, UnknownAct: not an envelope in its one spelling, but for signatures that may be missing.
        Refused: `bad-signature`, of one that is there.
    """

    def __init__(self, envelope: Envelope, world: World) -> None:
        self.envelope = envelope
        self.world = world
        self.payload: Payload = envelopes.read_unsigned(envelope.payload, VOCABULARY)
        there = [signature.keyid for signature in envelope.signatures]
        if not set(there) <= set(self.payload.keys) or there != sorted(set(there)):
            raise Malformed("a signature is of a key that the act does not name, or stands twice")
        self.act_id = envelopes.act_id(envelope.payload)
        self.entry: Entry[Any] = Entry(
            world.size, world.admitted + 1, self.payload.by, self.payload.act, self.act_id, self.payload.keys
        )

    @property
    def data(self) -> bytes:
        """The envelope's bytes."""
        return envelopes.assemble(self.envelope.payload, self.envelope.signatures)

    @property
    def complete(self) -> bool:
        """Whether every key that the act names has signed."""
        return len(self.envelope.signatures) == len(self.payload.keys)

    def judged(self) -> Ruling:
        """Whether the act would count if it came next."""
        return self.world.judge(self.entry)

    def stands(self) -> int | None:
        """The entry as which the act stands in the record already, if so."""
        return self.world.act_ids.get(self.act_id)

    def insist_belongs(self) -> None:
        """Insists that the gate would admit what is there, but for what is missing.

        Raises:
            Refused: another record, a repetition, a key that is not in force, a signature that does not verify.
        """
        if self.payload.record != self.world.record:
            raise Refused("other-record", f"the act was signed for the record {self.payload.record!r}")
        first = self.stands()
        if first is not None:
            raise Repeated(first, self.act_id)
        for check, signature in zip(
            signatures_to_check(self.entry, self.envelope, self.world.parties), self.envelope.signatures, strict=True
        ):
            try:
                check_one(*check)
            except BadSignature as error:
                raise Refused("bad-signature", f"{signature.keyid}: {error}") from None

    def lines(self) -> tuple[Line, ...]:
        """The signatures that the act needs, one for each key it names."""
        there = {signature.keyid for signature in self.envelope.signatures}
        return tuple(self._line(keyid, keyid in there) for keyid in self.payload.keys)

    def _line(self, keyid: str, signed: bool) -> Line:
        tables = self.world.parties.tables
        key = self.world.parties.public_key(keyid, self.entry)
        row = tables.keys.get(keyid)
        act = self.payload.act
        party = row.party if row is not None else getattr(act, "party", self.payload.by)
        if key is None:
            return Line(keyid, party, "not-in-force")
        state = "signed" if signed else "wanted"
        if key[0] != PASSKEY:
            return Line(keyid, party, state)
        passkey = unpack(key[1])
        return Line(keyid, party, state, passkey.rp_id, passkey.origins, b"")

    def signed(self, keyid: str, assertion: Assertion, signature: bytes) -> Sheet:
        """The sheet with the signature that a browser brought, verified.

        Raises:
            Malformed: not a signature in DER.
            Refused: the act names no such key, it is not in force, or it did not sign this.
        """
        made = Signature(keyid, normal_signature(signature), assertion)
        others = [other for other in self.envelope.signatures if other.keyid != keyid]
        data = envelopes.assemble(self.envelope.payload, [*others, made])
        sheet = Sheet(envelopes.parse(data), self.world)
        sheet.insist_belongs()
        return sheet


def new_sheet(world: World, act: Act, by: str, nonce: int, keys: Sequence[str]) -> Sheet:
    """The sheet of an act that nobody has signed yet.

    Raises:
        Malformed: more bytes than fit, or control characters.
    """
    payload = envelopes.write_payload(act, by, world.record, nonce, keys)
    return Sheet(Envelope(payload, envelopes.PAYLOAD_TYPE, ()), world)


def keys_for(world: World, act: Act, by: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys that must sign an act of a party, and those in force of which one or more may sign beside them."""
    must: set[str] = set()
    brought = new_passkey_id(act) if isinstance(act, RegisterPasskey) else None
    vkey = readable_key(getattr(act, "vkey", "") or "")
    for keyid in (brought, None if vkey is None else vkey.keyid):
        if keyid is not None:
            must.add(keyid)
    for field in ("old", "replaces"):
        keyid = getattr(act, field, None)
        if isinstance(keyid, str):
            must.add(keyid)
    parties = world.parties
    verb = name_of(act)
    may = tuple(
        keyid
        for keyid, row in parties.tables.keys.items()
        if row.revoked is None and keyid not in must and (row.party == by or parties.delegated(by, row.party, verb))
    )
    return tuple(sorted(must)), () if isinstance(act, FoundRecord) else may


def chosen_keys(world: World, act: Act, by: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """The keys that are to sign: those that must, those chosen of the rest; where none is, a passkey or the first."""
    must, may = keys_for(world, act, by)
    picked = [keyid for keyid in may if keyid in chosen]
    enough = (bool(must) and hasattr(act, "old")) or any(keyid in world.parties.tables.keys for keyid in must)
    if not picked and not enough and may:
        table = world.parties.tables.keys
        picked = [next((keyid for keyid in may if table[keyid].kind == PASSKEY), may[0])]
    return tuple(sorted({*must, *picked}))
