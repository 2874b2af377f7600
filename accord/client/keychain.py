"""The chain of keys in a bundle: from the first act of a record to the keys that signed one entry."""

from __future__ import annotations

from typing import Any

from accord.acts.entry import Entry
from accord.acts.envelope import Envelope, pae
from accord.acts.gate import Refused, check_one
from accord.acts.vocabulary import name_of
from accord.areas.parties.acts import Delegate, FoundRecord, RegisterKey, RotateKey
from accord.keys.check import BadSignature
from accord.keys.vkey import Vkey, parse_vkey


class KeyChain:
    """Keys that entries put in force, each entry signed with keys that were in force before it.

    A reduced gate for those who have a few entries and not the record: it knows registrations,
    rotations and delegations, and nothing of revocations or other rules.
    """

    def __init__(self, record: str) -> None:
        self.record = record
        self.founder = ""
        self.signatures = 0
        self.used: set[int] = set()
        """Entries that some later entry relied on."""
        self._keys: dict[str, tuple[Vkey, str, int]] = {}
        self._secretariat = ""
        self._delegations: list[tuple[str, str, str, int]] = []

    def add(self, entry: Entry[Any], envelope: Envelope, record: str) -> None:
        """Checks an entry's signatures against the keys in force, and takes in the key or delegation it adds.

        Raises:
            Refused: another record, a founding act that is not the first, a key that is not in force for the
                party, or a signature that does not verify.
        """
        act = entry.act
        if record != self.record:
            raise Refused(
                "other-record", f"entry {entry.index} was said into the record {record!r}, not {self.record!r}"
            )
        if (entry.index == 0) != isinstance(act, FoundRecord) or (entry.index and not self._keys):
            raise Refused("not-founded", "the chain of keys does not start at the first act of the record")
        new = parse_vkey(act.vkey) if isinstance(act, FoundRecord | RegisterKey | RotateKey) else None
        message = pae(envelope.payload)
        for signature in envelope.signatures:
            vkey = self._key(signature.keyid, entry, new)
            try:
                check_one(vkey.kind, vkey.public, message, signature.sig)
            except BadSignature:
                detail = f"the signature of {signature.keyid} under entry {entry.index} does not verify"
                raise Refused("bad-signature", detail) from None
            self.signatures += 1
        self._take_in(entry, new)

    def _key(self, keyid: str, entry: Entry[Any], new: Vkey | None) -> Vkey:
        if new is not None and keyid == new.keyid:
            return new
        known = self._keys.get(keyid)
        if known is not None:
            vkey, party, index = known
            if party == entry.by:
                self.used.add(index)
                return vkey
            for name, signer, acts, at in self._delegations:
                if (name, signer) == (entry.by, party) and name_of(entry.act).startswith(acts):
                    self.used |= {index, at}
                    return vkey
        raise Refused("unknown-key", f"nothing in the bundle puts the key {keyid} in force for {entry.by}")

    def _take_in(self, entry: Entry[Any], new: Vkey | None) -> None:
        act = entry.act
        if isinstance(act, FoundRecord) and new is not None:
            self.founder, self._secretariat = new.keyid, act.secretariat
            self._keys[new.keyid] = (new, act.secretariat, entry.index)
            self.used.add(0)
        elif isinstance(act, RegisterKey) and new is not None:
            if entry.by not in (act.party, self._secretariat) or len(entry.keys) < 2:
                raise Refused("unknown-key", f"entry {entry.index} could not put a key of {act.party} in force")
            self._keys[new.keyid] = (new, act.party, entry.index)
        elif isinstance(act, RotateKey) and new is not None:
            self._keys[new.keyid] = (new, entry.by, entry.index)
        elif isinstance(act, Delegate):
            self._delegations.append((entry.by, act.to, act.acts, entry.index))
