"""The cases of the rules about parties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from accord.acts.vocabulary import Act
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
    Reply,
    RevokeKey,
    RotateKey,
)
from accord.keys.signers import Signer
from accord.keys.vkey import COSIGNATURE_ED25519, ED25519, MLDSA44, Vkey, format_vkey
from tests.acting.authenticator import ORIGIN, SoftPasskey
from tests.areas.cases import Case, changed, common
from tests.scene import Scene, key_of, said, source

FOUND = FoundRecord(
    secretariat="secretariat",
    name=said("Secretariat"),
    title=said("A record"),
    vkey=str(key_of("secretariat").vkey),
)
ENTER = EnterParty(party="ST-D", kind="state", source=source())
JOIN = JoinGroup(group="friends", member="ST-A", on=date(2012, 1, 1), source=source())
LEAVE = LeaveGroup(group="friends", member="ST-A", on=date(2013, 1, 1), source=source())
GRANT = GrantRole(party="ST-A", role="recorder")
END_ROLE = EndRole(party="editor", role="recorder")
DELEGATE = Delegate(to="ST-B", acts="statement.")
END_DELEGATION = EndDelegation(to="ST-B", acts="statement.")
ADOPT = AdoptEdition(edition=2)
REPLY = Reply(to=0, text=said("We see this otherwise."))

NEW = key_of("ST-A", 2)
BAD_ID = f"{NEW.vkey.name}+{'0' * 8}+{format_vkey(NEW.vkey).split('+', 2)[2]}"
SMALL_ORDER = Vkey("small.example", ED25519, (1).to_bytes(32, "little"))
COSIGNER = key_of("ST-A", 3, COSIGNATURE_ED25519)
REGISTER = RegisterKey(party="ST-A", vkey=str(NEW.vkey))
ROTATE = RotateKey(old=key_of("ST-A").vkey.keyid, vkey=str(NEW.vkey))
REVOKE = RevokeKey(key=key_of("ST-A").vkey.keyid, reason="lost")


def signed(*keys: Any) -> Callable[[Scene], list[Signer]]:
    return lambda scene: list(keys)


SECRETARIAT = key_of("secretariat")
OLD = key_of("ST-A")
BOTH = signed(NEW, SECRETARIAT)
OWN = signed(NEW, OLD)
MEMBER = (("editor", JOIN),)
LEFT = (*MEMBER, ("editor", LEAVE))


PASSKEY = SoftPasskey("ST-A")
BY_PASSKEY = signed(PASSKEY, SECRETARIAT)
ASTRAY = SoftPasskey("ST-A", rp_id="other.example")
RENAMED = SoftPasskey("ST-A", name="other.example")
REPLACE = PASSKEY.act(replaces=OLD.vkey.keyid)


def small(act: Act) -> Act:
    return changed(act, vkey=format_vkey(SMALL_ORDER))


def passkey_of(scene: Scene, party: str) -> Any:
    """A passkey that the secretariat registers."""
    key = SoftPasskey(party)
    assert scene.does("secretariat", key.act(), signers=[key, SECRETARIAT]).counts  # type: ignore[list-item]
    return key


HOLDS = (
    Case("may_enter", "a recorder enters a State", ENTER),
    Case("may_join", "a recorder says that a State joined a group", JOIN),
    Case("may_leave", "a recorder says that a State left a group", LEAVE, before=MEMBER),
)

CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("parties", holds)),
    Case(
        "may_found",
        "the secretariat founds the record",
        FOUND,
        by="secretariat",
        signers=signed(SECRETARIAT),
        scene=Scene,
    ),
    Case("may_found", "a record is founded once", FOUND, "already-founded", by="secretariat"),
    Case(
        "may_found",
        "another party says it",
        FOUND,
        "not-the-secretariat",
        by="ST-A",
        signers=signed(SECRETARIAT),
        judged_only=True,
        scene=Scene,
    ),
    Case(
        "may_found",
        "with a key under a wrong identifier",
        changed(FOUND, vkey=BAD_ID),
        "key-not-readable",
        by="secretariat",
        signers=signed(SECRETARIAT),
        scene=Scene,
        judged_only=True,
    ),
    Case(
        "may_found",
        "with a point that may not sign",
        small(FOUND),
        "key-not-registrable",
        by="secretariat",
        signers=signed(SECRETARIAT),
        scene=Scene,
        judged_only=True,
    ),
    Case(
        "may_found",
        "without the signature of the key it names",
        changed(FOUND, vkey=str(NEW.vkey)),
        "key-does-not-sign",
        by="secretariat",
        signers=signed(SECRETARIAT),
        scene=Scene,
        judged_only=True,
    ),
    Case("may_enter", "an organisation without a name", changed(ENTER, kind="organisation"), "no-name"),
    Case(
        "may_enter",
        "an academy",
        changed(ENTER, party="academy", kind="civil-society", name=said("An academy"), sector="academia"),
    ),
    Case("may_enter", "a State of academia", changed(ENTER, sector="academia"), "no-sector-of-its-kind"),
    Case("may_enter", "a second secretariat", changed(ENTER, kind="secretariat", name=said("S")), "one-secretariat"),
    Case(
        "may_enter",
        "the secretariat as something else",
        EnterParty(party="secretariat", kind="state", corrects=0),
        "one-secretariat",
        by="secretariat",
    ),
    Case(
        "may_enter",
        "the secretariat mends its own name",
        EnterParty(party="secretariat", kind="secretariat", name=said("The Secretariat"), corrects=0),
        by="secretariat",
    ),
    Case("may_join", "a group that is not known", changed(JOIN, group="others"), "unknown-party"),
    Case("may_join", "a member that is not known", changed(JOIN, member="ST-0"), "unknown-party"),
    Case("may_join", "a State is no group", changed(JOIN, group="ST-B"), "not-a-group"),
    Case("may_join", "a member joins again", JOIN, "already-a-member", before=MEMBER),
    Case("may_join", "back before it left", changed(JOIN, on=date(2012, 6, 1)), "before-it-left", before=LEFT),
    Case("may_join", "back without a day", changed(JOIN, on=None), "before-it-left", before=LEFT),
    Case("may_join", "back on the day it left", changed(JOIN, on=date(2013, 1, 1)), before=LEFT),
    Case("may_join", "a State joins by itself", changed(JOIN, source=None), by="ST-A"),
    Case("may_leave", "not a member", LEAVE, "not-a-member"),
    Case("may_leave", "left twice", LEAVE, "not-a-member", before=LEFT),
    Case("may_leave", "before it joined", changed(LEAVE, on=date(2011, 12, 31)), "before-it-joined", before=MEMBER),
    Case("may_leave", "a State leaves by itself", changed(LEAVE, source=None), by="ST-A", before=MEMBER),
    Case("may_register", "the secretariat registers a party's key", REGISTER, by="secretariat", signers=BOTH),
    Case("may_register", "a party registers a further key", REGISTER, by="ST-A", signers=OWN),
    Case(
        "may_register",
        "an ML-DSA-44 key",
        RegisterKey(party="ST-A", vkey=str(key_of("ST-A", 4, MLDSA44).vkey)),
        by="secretariat",
        signers=signed(key_of("ST-A", 4, MLDSA44), SECRETARIAT),
    ),
    Case(
        "may_register",
        "for a party that is not known",
        changed(REGISTER, party="ST-0"),
        "unknown-party",
        by="secretariat",
        signers=BOTH,
    ),
    Case(
        "may_register",
        "for another party",
        changed(REGISTER, party="ST-B"),
        "not-the-secretariat",
        by="ST-A",
        signers=OWN,
    ),
    Case(
        "may_register",
        "a key under a wrong identifier",
        changed(REGISTER, vkey=BAD_ID),
        "key-not-readable",
        by="secretariat",
    ),
    Case("may_register", "a point that may not sign", small(REGISTER), "key-not-registrable", by="secretariat"),
    Case(
        "may_register",
        "a key that signs trees",
        changed(REGISTER, vkey=str(COSIGNER.vkey)),
        "key-not-registrable",
        by="secretariat",
    ),
    Case(
        "may_register",
        "the same key twice",
        changed(REGISTER, vkey=str(OLD.vkey)),
        "key-already-registered",
        by="secretariat",
    ),
    Case(
        "may_register",
        "the same key under another name",
        changed(REGISTER, vkey=format_vkey(Vkey("other.example", ED25519, OLD.vkey.public))),
        "key-already-registered",
        by="secretariat",
    ),
    Case("may_register", "a key that does not sign", REGISTER, "key-does-not-sign", by="secretariat"),
    Case(
        "may_register", "a key by itself", REGISTER, "no-key-in-force", by="ST-A", signers=signed(NEW), judged_only=True
    ),
    Case(
        "may_register_passkey",
        "the secretariat registers a passkey",
        PASSKEY.act(),
        by="secretariat",
        signers=BY_PASSKEY,
    ),
    Case("may_register_passkey", "a party adds a passkey", PASSKEY.act(), by="ST-A", signers=signed(PASSKEY, OLD)),
    Case("may_register_passkey", "a passkey replaces a key", REPLACE, by="ST-A", signers=signed(PASSKEY, OLD)),
    Case(
        "may_register_passkey",
        "another passkey of the party signs beside it",
        SoftPasskey("ST-A", 2).act(),
        by="ST-A",
        before=(),
        signers=lambda s: [SoftPasskey("ST-A", 2), passkey_of(s, "ST-A")],
    ),
    *(
        Case("may_register_passkey", sentence, act, reason, by=by, signers=signers)
        for sentence, act, reason, by, signers in (
            ("of nobody", PASSKEY.act(party="ST-0"), "unknown-party", "secretariat", BY_PASSKEY),
            ("of another", PASSKEY.act(party="ST-B"), "not-the-secretariat", "ST-A", signed(PASSKEY, OLD)),
            ("under a name that no key has", PASSKEY.act(name="a\u200bb"), "key-not-readable", "secretariat", None),
            ("that is no point", PASSKEY.act(public=bytes(65)), "key-not-registrable", "secretariat", None),
            ("with a page twice", PASSKEY.act(origins=(ORIGIN, ORIGIN)), "named-twice", "secretariat", BY_PASSKEY),
            ("of another site", ASTRAY.act(), "page-of-another-site", "secretariat", signed(ASTRAY, SECRETARIAT)),
            ("that does not sign", PASSKEY.act(), "key-does-not-sign", "secretariat", None),
            (
                "that replaces another's key",
                PASSKEY.act(replaces=key_of("ST-B").vkey.keyid),
                "not-its-key",
                "ST-A",
                signed(PASSKEY, OLD),
            ),
            ("that the secretariat exchanges", REPLACE, "not-its-key", "secretariat", signed(PASSKEY, SECRETARIAT)),
        )
    ),
    Case(
        "may_register_passkey",
        "the replaced key does not sign",
        REPLACE,
        "old-key-does-not-sign",
        by="ST-A",
        signers=lambda s: [PASSKEY, s.registers("ST-A", 5)],
    ),
    Case(
        "may_register_passkey",
        "a passkey by itself",
        PASSKEY.act(),
        "no-key-in-force",
        by="ST-A",
        signers=signed(PASSKEY),
        judged_only=True,
    ),
    Case(
        "may_register_passkey",
        "the same passkey twice",
        PASSKEY.act(),
        "key-already-registered",
        by="ST-A",
        signers=lambda s: [passkey_of(s, "ST-A"), OLD],
    ),
    Case(
        "may_register_passkey",
        "the same passkey under another name",
        RENAMED.act(),
        "key-already-registered",
        by="ST-A",
        signers=lambda s: [RENAMED, passkey_of(s, "ST-A")],
    ),
    Case("may_rotate", "a party rotates its key", ROTATE, by="ST-A", signers=OWN),
    Case(
        "may_rotate",
        "another's key",
        changed(ROTATE, old=key_of("ST-B").vkey.keyid),
        "not-its-key",
        by="ST-A",
        signers=OWN,
    ),
    Case(
        "may_rotate",
        "a key that is not registered",
        changed(ROTATE, old=NEW.vkey.keyid),
        "not-its-key",
        by="ST-A",
        signers=OWN,
    ),
    Case(
        "may_rotate",
        "the old key does not sign",
        ROTATE,
        "old-key-does-not-sign",
        by="ST-A",
        before=(),
        signers=lambda s: [NEW, s.registers("ST-A", 5)],
    ),
    Case("may_rotate", "the new key does not sign", ROTATE, "key-does-not-sign", by="ST-A"),
    Case("may_rotate", "to itself", changed(ROTATE, vkey=str(OLD.vkey)), "key-already-registered", by="ST-A"),
    Case(
        "may_rotate", "to a key under a wrong identifier", changed(ROTATE, vkey=BAD_ID), "key-not-readable", by="ST-A"
    ),
    Case("may_rotate", "to a point that may not sign", small(ROTATE), "key-not-registrable", by="ST-A"),
    Case("may_revoke", "a party revokes its own key", REVOKE, by="ST-A"),
    Case("may_revoke", "the secretariat revokes a lost key", REVOKE, by="secretariat"),
    Case("may_revoke", "another party", REVOKE, "not-its-key", by="ST-B"),
    Case("may_revoke", "revoked twice", REVOKE, "not-in-force", by="secretariat", before=(("secretariat", REVOKE),)),
    Case("may_revoke", "a key that is not registered", changed(REVOKE, key=NEW.vkey.keyid), "not-in-force", by="ST-A"),
    Case(
        "may_revoke",
        "the secretariat's last key",
        changed(REVOKE, key=SECRETARIAT.vkey.keyid),
        "last-key",
        by="secretariat",
    ),
    Case("may_grant", "the secretariat makes a recorder", GRANT, by="secretariat"),
    Case("may_grant", "a recorder makes another", GRANT, "not-the-secretariat"),
    Case("may_grant", "to a party that is not known", changed(GRANT, party="ST-0"), "unknown-party", by="secretariat"),
    Case("may_grant", "granted twice", GRANT, "already-granted", by="secretariat", before=(("secretariat", GRANT),)),
    Case("may_end_role", "the secretariat ends a role", END_ROLE, by="secretariat"),
    Case("may_end_role", "a recorder lays the role down", END_ROLE),
    Case("may_end_role", "another party ends it", END_ROLE, "not-the-secretariat", by="ST-A"),
    Case(
        "may_end_role", "a role that was not granted", changed(END_ROLE, party="ST-A"), "not-granted", by="secretariat"
    ),
    Case("may_delegate", "a party delegates its statements", DELEGATE, by="ST-A"),
    Case("may_delegate", "to a party that is not known", changed(DELEGATE, to="ST-0"), "unknown-party", by="ST-A"),
    Case("may_delegate", "to itself", changed(DELEGATE, to="ST-A"), "to-itself", by="ST-A"),
    *(
        Case("may_delegate", f"{acts} cannot be delegated", changed(DELEGATE, acts=acts), "not-delegable", by="ST-A")
        for acts in (
            "key.",
            "key.register",
            "passkey.",
            "passkey.register",
            "delegation.",
            "delegation.grant",
            "edition.adopt",
            "record.found",
        )
    ),
    Case("may_delegate", "delegated twice", DELEGATE, "already-granted", by="ST-A", before=(("ST-A", DELEGATE),)),
    Case("may_end_delegation", "a party ends a delegation", END_DELEGATION, by="ST-A", before=(("ST-A", DELEGATE),)),
    Case("may_end_delegation", "a delegation that was not granted", END_DELEGATION, "not-granted", by="ST-A"),
    Case(
        "may_end_delegation",
        "another's delegation",
        END_DELEGATION,
        "not-granted",
        by="ST-Z",
        before=(("ST-A", DELEGATE),),
    ),
    Case("may_adopt_edition", "the secretariat adopts a later edition", ADOPT, by="secretariat"),
    Case("may_adopt_edition", "a party adopts an edition", ADOPT, "not-the-secretariat", by="ST-A"),
    Case("may_adopt_edition", "the edition in force", changed(ADOPT, edition=1), "not-later", by="secretariat"),
    Case("may_reply", "a party replies to an entry", REPLY, by="ST-A"),
    Case(
        "may_reply",
        "to an entry that is not there yet",
        lambda s: changed(REPLY, to=s.last + 1),
        "no-such-entry",
        by="ST-A",
    ),
    Case(
        "may_reply",
        "by a party that is not in the register",
        REPLY,
        "unknown-party",
        by="ST-0",
        judged_only=True,
        signers=signed(key_of("ST-0")),
    ),
)
