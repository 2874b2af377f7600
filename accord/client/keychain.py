"""The chain of keys in a bundle: from the first act of a record to the keys that signed one entry.

The gate and the rules here are those of the record itself (`areas.parties`), over the few entries that a
bundle holds. Were they written a second time, whoever runs a log could look for the places where the two
differ: an entry that the record passes over, and that a bundle would take for a registration.
"""

from __future__ import annotations

from typing import Any

from accord.acts.entry import Entry
from accord.acts.envelope import Envelope
from accord.acts.facts import Fact
from accord.acts.gate import Refused, check_signatures, signatures_to_check
from accord.acts.rulings import NoEffect
from accord.acts.vocabulary import name_of
from accord.areas.parties.acts import Delegate, EnterParty, FoundRecord, RegisterKey, RegisterPasskey, RotateKey
from accord.areas.parties.view import Parties

LINKS = (FoundRecord, RegisterKey, RegisterPasskey, RotateKey, Delegate)
"""The acts that put a key in force, or let it speak for another party."""


class KeyChain:
    """Keys that entries put in force, each entry signed with keys that were in force before it.

    Known here: registrations, rotations and delegations, in the edition of the rules that this program knows
    last. Not known: what a record does in between. So a key may have been revoked or a delegation ended, and
    that a party named is in the register is presumed.
    """

    def __init__(self, record: str) -> None:
        self.record = record
        self.founder = ""
        """The key that founded the record, `name+id`."""
        self.signatures = 0
        self.used: set[int] = set()
        """Entries that some later entry relied on."""
        self._parties = Parties()

    def link(self, entry: Entry[Any], envelope: Envelope, record: str) -> None:
        """Checks the signatures of an entry that puts a key in force, and takes in the key or delegation.

        Raises:
            Refused: what `end` refuses, or an act that has no effect in the record.
        """
        self._check(entry, envelope, record)
        act, parties = entry.act, self._parties
        registers = isinstance(act, RegisterKey | RegisterPasskey)
        named = act.party if registers else act.to if isinstance(act, Delegate) else None
        if named is not None:
            presumed: Fact[EnterParty] = Fact(0, "", EnterParty(party=named, kind="state"))
            parties.tables.parties.setdefault(named, presumed)
        when, fold = Parties.folds[type(act)]
        assert when is not None, "the area that folds these acts defines them"
        try:
            when[max(when)](entry, parties)
        except NoEffect as error:
            raise Refused(
                "unknown-key", f"entry {entry.index} puts no key in force: it has no effect ({error.reason})"
            ) from None
        getattr(parties, fold)(entry)
        if isinstance(act, FoundRecord):
            (self.founder,) = parties.tables.keys
            self.used.add(0)

    def end(self, entry: Entry[Any], envelope: Envelope, record: str) -> None:
        """Checks the signatures of the entry that a bundle is about; whether it counts is not asked.

        Raises:
            Refused: another record, no founding act before it, a key that is not in force for the party, or a
                signature that does not verify.
        """
        if entry.index == 0:
            self.link(entry, envelope, record)
        else:
            self._check(entry, envelope, record)

    def _check(self, entry: Entry[Any], envelope: Envelope, record: str) -> None:
        if record != self.record:
            raise Refused(
                "other-record", f"entry {entry.index} was said into the record {record!r}, not {self.record!r}"
            )
        if (entry.index == 0) != (not self.founder) or (entry.index == 0 and not isinstance(entry.act, FoundRecord)):
            raise Refused("not-founded", "the chain of keys does not start at the first act of the record")
        checks = signatures_to_check(entry, envelope, self._parties)
        check_signatures(checks, entry.keys)
        self.signatures += len(checks)
        self._rely(entry)

    def _rely(self, entry: Entry[Any]) -> None:
        """Remembers which entries put the keys of this one in force."""
        tables = self._parties.tables
        for keyid in entry.keys:
            key = tables.keys.get(keyid)
            if key is None:
                continue  # the new key of a registration, which the gate let sign for itself
            self.used.add(key.entry)
            if key.party != entry.by:
                given = tables.delegations[entry.by][key.party]
                self.used.add(min(at for acts, at in given.items() if covers(acts, name_of(entry.act))))


def covers(acts: str, verb: str) -> bool:
    """Whether a delegation of `acts` lets sign acts called `verb`.

    >>> covers("statement.", "statement.make/1"), covers("statement.ma", "statement.make/1")
    (True, False)
    """
    name = verb.partition("/")[0]
    return name.startswith(acts) if acts.endswith(".") else name == acts
