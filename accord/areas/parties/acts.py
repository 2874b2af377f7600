"""What can be said about who takes part."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Day, Index, KeyId, Line, Party, PartyCode, Source, Text, VkeyText
from accord.acts.vocabulary import Act

PartyKind = Literal["state", "group", "organisation", "civil-society", "secretariat", "editor"]
Sector = Literal["parliament", "academia"]
"""What an organisation or a body of civil society is of, where that is an actor of its own (A/68/514 ¶43)."""
Role = Literal["recorder"]
KeyName = Annotated[str, Meta(pattern=r"^[^\s+]{1,120}$(?!\n)", max_length=120)]
"""The name of a key: no spaces, no plus sign."""
Point = Annotated[bytes, Meta(min_length=65, max_length=65)]
"""An uncompressed point of P-256, in base64: 04, x, y."""
SiteName = Annotated[str, Meta(pattern=r"^([a-z0-9-]{1,63}\.)*[a-z][a-z0-9-]{0,62}$(?!\n)", max_length=200)]
"""The name of a site in lower case; never a number."""
Origin = Annotated[
    str,
    Meta(pattern=r"^(https://[a-z0-9][a-z0-9.-]{0,199}|http://localhost)(:[1-9][0-9]{0,4})?$(?!\n)", max_length=215),
]
"""Where a page comes from, as a browser writes it: scheme, host and port."""
CredentialId = Annotated[bytes, Meta(min_length=1, max_length=1023)]
"""The identifier of a credential, in base64."""
Prefix = Annotated[str, Meta(pattern=r"^[a-z]+(-[a-z]+)*\.([a-z]+(-[a-z]+)*)?$(?!\n)", max_length=60)]
"""Acts of one kind: `statement.` for all of them, `statement.make` for one."""


class FoundRecord(Act, tag="record.found/1"):
    """The first act: names the record and founds its secretariat under the key that signs it."""

    secretariat: PartyCode
    name: Text
    title: Text
    vkey: VkeyText
    exercise: bool = False
    """True for an exercise: every page of the record then carries the mark."""


class EnterParty(Act, tag="party.enter/1"):
    """Enters a State, organisation, group or other party in the register (A/68/514 ¶¶1, 8, 13-16).

    Said by the secretariat, or by a recorder with the source. A State of the United
    Nations needs no name: it is shown under the UN's own; a fictional one does.
    """

    party: PartyCode
    kind: PartyKind
    name: Text | None = None
    short: Text | None = None
    """The short form or abbreviation that documents use."""
    also: tuple[Text, ...] = ()
    """Other names under which sources mention the same party."""
    article: Text | None = None
    """What running text puts before the name, where it puts something: `the`, `l'`."""
    sector: Sector | None = None
    source: Source | None = None
    corrects: Index | None = None


class JoinGroup(Act, tag="group.join/1"):
    """A party is a member of a group from a day on; without a day, as long as the record knows."""

    group: Party
    member: Party
    on: Day | None = None
    source: Source | None = None


class LeaveGroup(Act, tag="group.leave/1"):
    """A party is no longer a member of a group from a day on."""

    group: Party
    member: Party
    on: Day | None = None
    source: Source | None = None


class RegisterKey(Act, tag="key.register/1"):
    """Registers a first or further key of a party. Signed by the new key and by the secretariat,
    or by the new key and a key the party already has."""

    party: Party
    vkey: VkeyText


class RegisterPasskey(Act, tag="passkey.register/1"):
    """Registers a passkey of a party: a credential of its own device, which signs in the browser. The passkey signs
    this act itself, and beside it the secretariat or a key the party already has.

    The site and the pages (`origins`) on which the passkey may be asked stand fixed from here on.
    """

    party: Party
    name: KeyName
    public: Point
    rp_id: SiteName
    """The site that made the credential (WebAuthn's relying party identifier)."""
    origins: Annotated[tuple[Origin, ...], Meta(min_length=1, max_length=8)]
    algorithm: Literal["ES256"]
    credential: CredentialId | None = None
    """By which a browser finds the credential again; not secret."""
    replaces: KeyId | None = None
    """One of the party's own keys, which signs beside this one and is out of force from this entry on."""


class RotateKey(Act, tag="key.rotate/1"):
    """Replaces one of the party's own keys by a new one, signed by both."""

    old: KeyId
    vkey: VkeyText


class RevokeKey(Act, tag="key.revoke/1"):
    """Takes a key out of force from this entry on; what it signed before stands."""

    key: KeyId
    reason: Literal["lost", "compromised", "left", "superseded"]


class GrantRole(Act, tag="role.grant/1"):
    """Gives a party a role; a recorder may transcribe what others said, with the source."""

    party: Party
    role: Role


class EndRole(Act, tag="role.end/1"):
    """Ends a role of a party."""

    party: Party
    role: Role


class Delegate(Act, tag="delegation.grant/1"):
    """Lets the keys of another party sign acts of one kind in the name of the one who says this."""

    to: Party
    acts: Prefix


class EndDelegation(Act, tag="delegation.end/1"):
    """Ends a delegation."""

    to: Party
    acts: Prefix


class AdoptEdition(Act, tag="edition.adopt/1"):
    """Sets the edition of the rules in force from the next entry on."""

    edition: Annotated[int, Meta(ge=1, le=10_000)]


class Reply(Act, tag="reply.make/1"):
    """The right of reply: what the party concerned says about an entry that records something of it."""

    to: Index
    text: Text
    document: Line | None = None


ACTS = (
    FoundRecord,
    EnterParty,
    JoinGroup,
    LeaveGroup,
    RegisterKey,
    RegisterPasskey,
    RotateKey,
    RevokeKey,
    GrantRole,
    EndRole,
    Delegate,
    EndDelegation,
    AdoptEdition,
    Reply,
)
