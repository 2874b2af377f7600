"""What we know of the parties: register, membership by date, keys in force, roles, delegations, replies."""

from __future__ import annotations

import datetime
from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Row, Tables, View, on
from accord.acts.vocabulary import name_of
from accord.areas.parties import rules
from accord.areas.parties.acts import (
    AdoptEdition,
    Delegate,
    EndDelegation,
    EndRole,
    EnterParty,
    FoundRecord,
    GrantRole,
    JoinGroup,
    LeaveGroup,
    RegisterKey,
    RegisterPasskey,
    Reply,
    RevokeKey,
    RotateKey,
)
from accord.keys.passkeys import PASSKEY, Passkey, pack, passkey_id
from accord.keys.vkey import parse_vkey


class Membership(Row, frozen=True):
    """A stay in a group: half-open from `since` to `until`; `None` is no known limit."""

    entry: int
    since: datetime.date | None
    until: datetime.date | None = None
    ended: int | None = None
    """The entry that ended it."""

    def holds(self, on: datetime.date | None) -> bool:
        """Whether it holds on a day; without a day, whether it has not ended."""
        if on is None:
            return self.ended is None
        return (self.since is None or self.since <= on) and (
            self.ended is None or (self.until is not None and on < self.until)
        )


class Key(Row, frozen=True):
    """A registered key, in force from `entry` until `revoked`."""

    entry: int
    party: str
    kind: int
    public: bytes
    revoked: int | None = None
    reason: str | None = None


class PartyTables(Tables):
    founded: Fact[FoundRecord] | None = None
    secretariat: str | None = None
    edition: int = 1
    parties: dict[str, Fact[EnterParty]] = {}
    members: dict[str, dict[str, tuple[Membership, ...]]] = {}
    keys: dict[str, Key] = {}
    roles: dict[str, dict[str, int]] = {}
    """Role → party → entry that granted it."""
    delegations: dict[str, dict[str, dict[str, int]]] = {}
    """Party in whose name → party whose keys → acts → entry."""
    replies: dict[int, tuple[Fact[Reply], ...]] = {}


class Parties(View):
    tables: PartyTables

    def __init__(self) -> None:
        self.tables = PartyTables()

    # What the gate asks.

    def public_key(self, keyid: str, entry: Entry[Any]) -> tuple[int, bytes] | None:
        """Kind and bytes of a key that speaks for `entry.by` at this place in the record, or `None`."""
        key = self.tables.keys.get(keyid)
        act = entry.act
        if key is not None:
            if key.revoked is None and (key.party == entry.by or self.delegated(entry.by, key.party, name_of(act))):
                return key.kind, key.public
            return None
        if isinstance(act, RegisterKey | RegisterPasskey | RotateKey):
            # A new key alone speaks for nobody: one that is in force must sign beside it.
            # Else anyone could put acts on record in the name of a party, with a key made just now.
            if not any(other in self.tables.keys for other in entry.keys):
                return None
        elif not (isinstance(act, FoundRecord) and self.tables.founded is None):
            return None
        if isinstance(act, RegisterPasskey):
            return (PASSKEY, pack(_passkey(act))) if rules.new_passkey_id(act) == keyid else None
        new = rules.readable_key(act.vkey)
        return (new.kind, new.public) if new is not None and new.keyid == keyid else None

    def delegated(self, name: str, signer: str, verb: str) -> bool:
        """Whether `signer`'s keys may sign acts called `verb` in the name of `name`."""
        given = self.tables.delegations.get(name, {}).get(signer)
        if given is None:
            return False
        act = verb.partition("/")[0]
        return any(act.startswith(acts) if acts.endswith(".") else act == acts for acts in given)

    # What others ask.

    @property
    def secretariat(self) -> str | None:
        """The party that the first act founded."""
        return self.tables.secretariat

    def is_recorder(self, party: str) -> bool:
        """Whether the party may transcribe what others said, with the source."""
        return party in self.tables.roles.get("recorder", ())

    def known(self, party: str) -> bool:
        """Whether the party is in the register."""
        return party in self.tables.parties

    def members(self, group: str, on: datetime.date | None = None) -> tuple[str, ...]:
        """The members of a group on a day (without one: now), in the order in which they were recorded."""
        stays = self.tables.members.get(group, {})
        return tuple(member for member, rows in stays.items() if any(row.holds(on) for row in rows))

    # Folds.

    @on(FoundRecord, when={1: rules.may_found})
    def found(self, entry: Entry[FoundRecord]) -> None:
        act = entry.act
        self.tables.founded = fact(entry, None)
        self.tables.secretariat = act.secretariat
        self.tables.parties[act.secretariat] = Fact(
            entry.index, entry.by, EnterParty(party=act.secretariat, kind="secretariat", name=act.name)
        )
        self._register(act.vkey, act.secretariat, entry.index)

    @on(EnterParty, when={1: rules.may_enter})
    def enter(self, entry: Entry[EnterParty]) -> None:
        act = entry.act
        self.tables.parties[act.party] = fact(entry, self.tables.parties.get(act.party))

    @on(JoinGroup, when={1: rules.may_join})
    def join(self, entry: Entry[JoinGroup]) -> None:
        act = entry.act
        group = self.tables.members.setdefault(act.group, {})
        group[act.member] = (*group.get(act.member, ()), Membership(entry.index, act.on))

    @on(LeaveGroup, when={1: rules.may_leave})
    def leave(self, entry: Entry[LeaveGroup]) -> None:
        act = entry.act
        group = self.tables.members[act.group]
        *before, last = group[act.member]
        group[act.member] = (*before, Membership(last.entry, last.since, act.on, entry.index))

    @on(RegisterKey, when={1: rules.may_register})
    def register(self, entry: Entry[RegisterKey]) -> None:
        act = entry.act
        self._register(act.vkey, act.party, entry.index)

    @on(RegisterPasskey, when={1: rules.may_register_passkey})
    def register_passkey(self, entry: Entry[RegisterPasskey]) -> None:
        act = entry.act
        if act.replaces is not None:
            self._end(act.replaces, entry.index, "superseded")
        keyid = passkey_id(act.name, act.public)
        self.tables.keys[keyid] = Key(entry.index, act.party, PASSKEY, pack(_passkey(act)))

    @on(RotateKey, when={1: rules.may_rotate})
    def rotate(self, entry: Entry[RotateKey]) -> None:
        act = entry.act
        self._end(act.old, entry.index, "superseded")
        self._register(act.vkey, self.tables.keys[act.old].party, entry.index)

    @on(RevokeKey, when={1: rules.may_revoke})
    def revoke(self, entry: Entry[RevokeKey]) -> None:
        act = entry.act
        self._end(act.key, entry.index, act.reason)

    @on(GrantRole, when={1: rules.may_grant})
    def grant(self, entry: Entry[GrantRole]) -> None:
        act = entry.act
        self.tables.roles.setdefault(act.role, {})[act.party] = entry.index

    @on(EndRole, when={1: rules.may_end_role})
    def end_role(self, entry: Entry[EndRole]) -> None:
        act = entry.act
        del self.tables.roles[act.role][act.party]

    @on(Delegate, when={1: rules.may_delegate})
    def delegate(self, entry: Entry[Delegate]) -> None:
        act = entry.act
        self.tables.delegations.setdefault(entry.by, {}).setdefault(act.to, {})[act.acts] = entry.index

    @on(EndDelegation, when={1: rules.may_end_delegation})
    def end_delegation(self, entry: Entry[EndDelegation]) -> None:
        act = entry.act
        given = self.tables.delegations[entry.by][act.to]
        del given[act.acts]

    @on(AdoptEdition, when={1: rules.may_adopt_edition})
    def adopt_edition(self, entry: Entry[AdoptEdition]) -> None:
        act = entry.act
        self.tables.edition = act.edition

    @on(Reply, when={1: rules.may_reply})
    def reply(self, entry: Entry[Reply]) -> None:
        act = entry.act
        self.tables.replies[act.to] = (*self.tables.replies.get(act.to, ()), fact(entry, None))

    def _end(self, keyid: str, index: int, reason: str) -> None:
        old = self.tables.keys[keyid]
        self.tables.keys[keyid] = Key(old.entry, old.party, old.kind, old.public, index, reason)

    def _register(self, vkey: str, party: str, index: int) -> None:
        key = parse_vkey(vkey)
        self.tables.keys[key.keyid] = Key(index, party, key.kind, key.public)


def _passkey(act: RegisterPasskey) -> Passkey:
    return Passkey(act.origins, act.public, act.rp_id)
