"""When an act about parties counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, insist_correct, source_of
from accord.acts.rulings import insist
from accord.keys.passkeys import PASSKEY, check_point, passkey_id, unpack, within
from accord.keys.registration import check_registrable
from accord.keys.vkey import Vkey, parse_vkey
from accord.wire.codec import Malformed

if TYPE_CHECKING:
    from accord.areas.parties.acts import RegisterPasskey
    from accord.areas.parties.view import Parties


def insist_voice(entry: Entry[Any], parties: Parties, *subjects: str | None) -> None:
    """The party concerned says it, or the secretariat records it, or a recorder does and names the source."""
    by = entry.by
    tables = parties.tables
    if by in subjects or by == tables.secretariat:
        return
    insist(by in tables.roles.get("recorder", ()), "not-a-recorder")
    insist(source_of(entry.act) is not None, "no-source")


def insist_correction(entry: Entry[Any], parties: Parties, current: Fact[Any] | None, *subjects: str | None) -> None:
    """First of its kind, or a correction by the one who recorded it, the party concerned or the secretariat."""
    insist_correct(entry.act, current)
    if current is not None:
        by = entry.by
        insist(by == current.by or by in subjects or by == parties.secretariat, "not-the-recorder")


def insist_parties(parties: Parties, *named: str | None) -> None:
    """Every party named is in the register."""
    register = parties.tables.parties
    for party in named:
        insist(party is None or party in register, "unknown-party")


def readable_key(text: str) -> Vkey | None:
    """The key that a vkey spells, or `None`."""
    try:
        return parse_vkey(text)
    except Malformed:
        return None


def insist_key(text: str, entry: Entry[Any], parties: Parties) -> Vkey:
    """A sound public key, new to the record, that signs the act itself (proof of possession)."""
    key = readable_key(text)
    insist(key, "key-not-readable")
    assert key is not None
    try:
        check_registrable(key)
    except Malformed:
        insist(False, "key-not-registrable")
    insist_new(key.keyid, key.public, entry, parties)
    return key


def insist_new(keyid: str, public: bytes, entry: Entry[Any], parties: Parties) -> None:
    """Neither the key id nor the key is in the record yet, and it signs the act."""
    keys = parties.tables.keys
    insist(keyid not in keys, "key-already-registered")
    known = (unpack(row.public).public if row.kind == PASSKEY else row.public for row in keys.values())
    insist(all(other != public for other in known), "key-already-registered")
    insist(keyid in entry.keys, "key-does-not-sign")


def new_passkey_id(act: RegisterPasskey) -> str | None:
    """The key id of the passkey that an act registers, or `None` where no key can have its name."""
    try:
        return passkey_id(act.name, act.public)
    except Malformed:
        return None


def may_found(entry: Entry[Any], view: Parties) -> None:
    """The first act of the record, said by the secretariat it founds, signed by the key it names."""
    act = entry.act
    insist(view.tables.founded is None and entry.index == 0, "already-founded")
    insist(entry.by == act.secretariat, "not-the-secretariat")
    insist_key(act.vkey, entry, view)


def may_enter(entry: Entry[Any], view: Parties) -> None:
    """By the secretariat or a recorder; a party that is no State needs a name; the secretariat stays one."""
    act = entry.act
    insist_voice(entry, view, act.party)
    insist(act.name is not None or act.kind == "state", "no-name")
    insist(act.sector is None or act.kind in ("organisation", "civil-society"), "no-sector-of-its-kind")
    insist((act.kind == "secretariat") == (act.party == view.secretariat), "one-secretariat")
    insist_correction(entry, view, view.tables.parties.get(act.party), act.party)


def may_join(entry: Entry[Any], view: Parties) -> None:
    """Member and group are known, and it is not a member already."""
    act = entry.act
    insist_parties(view, act.group, act.member)
    insist(view.tables.parties[act.group].act.kind == "group", "not-a-group")
    insist_voice(entry, view, act.member, act.group)
    rows = view.tables.members.get(act.group, {}).get(act.member, ())
    insist(not rows or rows[-1].ended is not None, "already-a-member")
    last = rows[-1].until if rows else None
    insist(last is None or (act.on is not None and act.on >= last), "before-it-left")


def may_leave(entry: Entry[Any], view: Parties) -> None:
    """It is a member, and leaves no earlier than it joined."""
    act = entry.act
    rows = view.tables.members.get(act.group, {}).get(act.member, ())
    insist(rows and rows[-1].ended is None, "not-a-member")
    insist_voice(entry, view, act.member, act.group)
    since = rows[-1].since
    insist(since is None or act.on is None or act.on >= since, "before-it-joined")


def may_register(entry: Entry[Any], view: Parties) -> None:
    """By the secretariat for any party, or by a party for itself; signed by the new key and by one in force."""
    act = entry.act
    insist_parties(view, act.party)
    insist(entry.by in (act.party, view.secretariat), "not-the-secretariat")
    insist_key(act.vkey, entry, view)
    insist(len(entry.keys) >= 2, "no-key-in-force")


def may_register_passkey(entry: Entry[Any], view: Parties) -> None:
    """As another key; its pages are of its site, and the key it replaces is the party's own and signs beside it."""
    act = entry.act
    insist_parties(view, act.party)
    insist(entry.by in (act.party, view.secretariat), "not-the-secretariat")
    keyid = new_passkey_id(act)
    insist(keyid, "key-not-readable")
    assert keyid is not None
    try:
        check_point(act.public)
    except Malformed:
        insist(False, "key-not-registrable")
    insist(len(set(act.origins)) == len(act.origins), "named-twice")
    insist(all(within(act.rp_id, origin) for origin in act.origins), "page-of-another-site")
    insist_new(keyid, act.public, entry, view)
    insist(len(entry.keys) >= 2, "no-key-in-force")
    if act.replaces is not None:
        old = view.tables.keys.get(act.replaces)
        insist(old is not None and old.revoked is None and old.party == entry.by == act.party, "not-its-key")
        insist(act.replaces in entry.keys, "old-key-does-not-sign")


def may_rotate(entry: Entry[Any], view: Parties) -> None:
    """The old key is the party's own and in force, and signs beside the new one."""
    act = entry.act
    old = view.tables.keys.get(act.old)
    insist(old is not None and old.revoked is None and old.party == entry.by, "not-its-key")
    insist(act.old in entry.keys, "old-key-does-not-sign")
    insist_key(act.vkey, entry, view)


def may_revoke(entry: Entry[Any], view: Parties) -> None:
    """By the party whose key it is or by the secretariat; the secretariat keeps one key in force."""
    act = entry.act
    key = view.tables.keys.get(act.key)
    insist(key is not None and key.revoked is None, "not-in-force")
    assert key is not None
    insist(entry.by in (key.party, view.secretariat), "not-its-key")
    if key.party == view.secretariat:
        others = (row for keyid, row in view.tables.keys.items() if keyid != act.key)
        insist(any(row.party == key.party and row.revoked is None for row in others), "last-key")


def may_grant(entry: Entry[Any], view: Parties) -> None:
    """By the secretariat, to a party in the register, once."""
    act = entry.act
    insist(entry.by == view.secretariat, "not-the-secretariat")
    insist_parties(view, act.party)
    insist(act.party not in view.tables.roles.get(act.role, ()), "already-granted")


def may_end_role(entry: Entry[Any], view: Parties) -> None:
    """By the secretariat or the party itself, while it has the role."""
    act = entry.act
    insist(entry.by in (act.party, view.secretariat), "not-the-secretariat")
    insist(act.party in view.tables.roles.get(act.role, ()), "not-granted")


def may_delegate(entry: Entry[Any], view: Parties) -> None:
    """To another party in the register, once for the same acts; keys and delegations cannot be delegated."""
    act = entry.act
    insist_parties(view, act.to)
    insist(act.to != entry.by, "to-itself")
    insist(not act.acts.startswith(("key.", "passkey.", "delegation.", "record.found", "edition.")), "not-delegable")
    insist(act.acts not in view.tables.delegations.get(entry.by, {}).get(act.to, {}), "already-granted")


def may_end_delegation(entry: Entry[Any], view: Parties) -> None:
    """The delegation stands."""
    act = entry.act
    insist(act.acts in view.tables.delegations.get(entry.by, {}).get(act.to, {}), "not-granted")


def may_adopt_edition(entry: Entry[Any], view: Parties) -> None:
    """By the secretariat, a later edition than the one in force."""
    act = entry.act
    insist(entry.by == view.secretariat, "not-the-secretariat")
    insist(act.edition > view.tables.edition, "not-later")


def may_reply(entry: Entry[Any], view: Parties) -> None:
    """To an entry that is in the record before the reply, by a party in the register."""
    act = entry.act
    insist(act.to < entry.index, "no-such-entry")
    insist_parties(view, entry.by)
