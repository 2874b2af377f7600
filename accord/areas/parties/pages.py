"""How the record and its parties are asked about: the record itself, parties, groups, keys, one entry."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.parties.acts import EnterParty, PartyKind, Reply
from accord.areas.parties.cite import (
    Cite,
    EntryIndex,
    Instant,
    Known,
    Missing,
    Page,
    Part,
    PartyCode,
    cite,
    cite_entry,
    head,
)
from accord.areas.parties.view import Key
from accord.keys.passkeys import PASSKEY, format_passkey, unpack
from accord.keys.vkey import KIND_NAMES, Vkey


class Ruled(Part, frozen=True):
    """An entry that changed nothing, and the code of the reason."""

    entry: EntryIndex
    reason: str


class RecordPage(Page, frozen=True, tag="record"):
    """The record itself: who founded it, how much it holds, which entries changed nothing."""

    secretariat: PartyCode | None
    title: Text | None
    edition: int
    """Of the rules in force."""
    last_admitted: Instant | None
    parties: int
    without_effect: tuple[Ruled, ...]
    refused: tuple[Ruled, ...]
    """Entries that the gate refuses: none in a sound record."""
    missed: tuple[Ruled, ...]
    """Entries that this copy of the program is too old to understand."""


class PartyRow(Part, frozen=True):
    """A party of the register. A State of the United Nations has no name here: it is shown under the UN's own."""

    party: PartyCode
    kind: PartyKind
    name: Text | None
    short: Text | None
    cite: Cite


class PartiesPage(Page, frozen=True, tag="parties"):
    """The register of parties."""

    parties: tuple[PartyRow, ...]


class Stay(Part, frozen=True):
    """A membership of a group: half-open from `since` to `until`."""

    group: PartyCode
    member: PartyCode
    since: datetime.date | None
    until: datetime.date | None
    holds: bool
    """On the day asked for; without a day, whether it has not ended."""
    ended: EntryIndex | None
    cite: Cite


class GroupPage(Page, frozen=True, tag="group"):
    """A group and who belongs to it, by date."""

    group: PartyCode
    name: Text | None
    short: Text | None
    members: tuple[PartyCode, ...]
    """On the day asked for."""
    stays: tuple[Stay, ...]
    cite: Cite


class KeyRow(Part, frozen=True):
    """A key, in force from `registered` until `revoked`."""

    key: str
    party: PartyCode
    algorithm: str
    registered: EntryIndex
    revoked: EntryIndex | None
    revoked_for: str | None


class RoleRow(Part, frozen=True):
    """A role that a party has."""

    party: PartyCode
    role: str
    cite: Cite


class DelegationRow(Part, frozen=True):
    """The keys of `to` may sign acts of one kind in the name of `party`."""

    party: PartyCode
    to: PartyCode
    acts: str
    cite: Cite


class KeysPage(Page, frozen=True, tag="keys"):
    """Who may sign: keys, roles and delegations."""

    keys: tuple[KeyRow, ...]
    roles: tuple[RoleRow, ...]
    delegations: tuple[DelegationRow, ...]


class ReplyRow(Part, frozen=True):
    """The right of reply: what a party says about an entry."""

    to: EntryIndex
    party: PartyCode
    text: Text
    document: str | None
    cite: Cite


def record(known: Known, *, on: datetime.date | None = None) -> RecordPage:
    """The record itself."""
    tables = known.parties.tables
    founded = tables.founded
    return RecordPage(
        head=head(known, on),
        secretariat=known.parties.secretariat,
        title=None if founded is None else founded.act.title,
        edition=tables.edition,
        last_admitted=known.admitted if known.size else None,
        parties=len(tables.parties),
        without_effect=ruled(known.without_effect),
        refused=ruled(known.refused),
        missed=ruled(known.missed),
    )


def ruled(rulings: dict[int, str]) -> tuple[Ruled, ...]:
    """Rulings as rows, by entry.

    >>> ruled({7: "not-a-member"})
    (Ruled(entry=7, reason='not-a-member'),)
    """
    return tuple(Ruled(entry=entry, reason=reason) for entry, reason in sorted(rulings.items()))


def parties(known: Known, *, on: datetime.date | None = None) -> PartiesPage:
    """The register of parties."""
    rows = tuple(party_row(known, fact) for fact in known.parties.tables.parties.values())
    return PartiesPage(head=head(known, on), parties=rows)


def party_row(known: Known, fact: Fact[EnterParty]) -> PartyRow:
    """A party of the register."""
    act = fact.act
    return PartyRow(party=act.party, kind=act.kind, name=act.name, short=act.short, cite=cite(known, fact, act.party))


def entered(known: Known, party: str) -> Fact[EnterParty]:
    """The entry in the register of a party.

    Raises:
        Missing: no such party.
    """
    fact = known.parties.tables.parties.get(party)
    if fact is None:
        raise Missing("party", party)
    return fact


def group(known: Known, group: str, *, on: datetime.date | None = None) -> GroupPage:
    """A group and its members.

    Raises:
        Missing: no such party, or it is no group.
    """
    fact = entered(known, group)
    if fact.act.kind != "group":
        raise Missing("group", group)
    return GroupPage(
        head=head(known, on),
        group=group,
        name=fact.act.name,
        short=fact.act.short,
        members=known.parties.members(group, on),
        stays=stays(known, on, group=group),
        cite=cite(known, fact, group),
    )


def stays(
    known: Known, on: datetime.date | None, group: str | None = None, member: str | None = None
) -> tuple[Stay, ...]:
    """Memberships of a group, of a party, or all."""
    found = []
    for name, members in known.parties.tables.members.items():
        for party, rows in members.items():
            if group in (None, name) and member in (None, party):
                found += [
                    Stay(
                        group=name,
                        member=party,
                        since=row.since,
                        until=row.until,
                        holds=row.holds(on),
                        ended=row.ended,
                        cite=cite_entry(known, row.entry, party, name),
                    )
                    for row in rows
                ]
    return tuple(found)


def keys(known: Known, *, on: datetime.date | None = None) -> KeysPage:
    """Who may sign."""
    return KeysPage(
        head=head(known, on), keys=key_rows(known), roles=role_rows(known), delegations=delegation_rows(known)
    )


def key_rows(known: Known, party: str | None = None) -> tuple[KeyRow, ...]:
    """The keys of a party, or all, in the order of registration."""
    keys = known.parties.tables.keys
    return tuple(key_row(keyid, row) for keyid, row in keys.items() if party in (None, row.party))


def key_row(keyid: str, row: Key) -> KeyRow:
    """A key."""
    return KeyRow(
        key=_shown_key(keyid, row),
        party=row.party,
        algorithm="passkey ES256" if row.kind == PASSKEY else KIND_NAMES[row.kind],
        registered=row.entry,
        revoked=row.revoked,
        revoked_for=row.reason,
    )


def _shown_key(keyid: str, row: Key) -> str:
    if row.kind == PASSKEY:
        return format_passkey(keyid, unpack(row.public))
    return str(Vkey(keyid.rpartition("+")[0], row.kind, row.public))


def role_rows(known: Known, party: str | None = None) -> tuple[RoleRow, ...]:
    """The roles of a party, or all."""
    return tuple(
        RoleRow(party=holder, role=role, cite=cite_entry(known, entry))
        for role, holders in known.parties.tables.roles.items()
        for holder, entry in holders.items()
        if party in (None, holder)
    )


def delegation_rows(known: Known, party: str | None = None) -> tuple[DelegationRow, ...]:
    """The delegations that a party gave or was given, or all."""
    return tuple(
        DelegationRow(party=name, to=to, acts=acts, cite=cite_entry(known, entry, name))
        for name, given in known.parties.tables.delegations.items()
        for to, kinds in given.items()
        for acts, entry in kinds.items()
        if party in (None, name, to)
    )


def reply_rows(known: Known, entries: tuple[int, ...] = (), by: str | None = None) -> tuple[ReplyRow, ...]:
    """The replies to certain entries; or all by a party."""
    replies = known.parties.tables.replies
    found = (replies.get(to, ()) for to in entries) if by is None else known.party_lookups.replied_to[by]
    return tuple(reply_row(known, reply) for given in found for reply in given if by in (None, reply.by))


def reply_row(known: Known, reply: Fact[Reply]) -> ReplyRow:
    """A reply."""
    act = reply.act
    return ReplyRow(to=act.to, party=reply.by, text=act.text, document=act.document, cite=cite(known, reply, reply.by))
