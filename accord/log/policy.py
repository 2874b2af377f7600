"""Whom to believe (C2SP tlog-policy): which logs, which witnesses, and how many of them must agree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from accord.keys.vkey import (
    COSIGNATURE_ED25519,
    COSIGNATURE_MLDSA44,
    ED25519,
    KIND_NAMES,
    Vkey,
    format_vkey,
    parse_vkey,
)
from accord.log.body import Checkpoint
from accord.log.checkpoint import check_checkpoint
from accord.log.note import Verified
from accord.wire.codec import Malformed
from accord.wire.tree import ProofFailed

LOG_KINDS = (ED25519, COSIGNATURE_MLDSA44)
WITNESS_KINDS = (COSIGNATURE_ED25519, COSIGNATURE_MLDSA44)
NONE = "none"
LARGEST_POLICY = 1_000_000


class QuorumMissed(ProofFailed):
    """Too few witnesses cosigned, or no accepted log signed."""


@dataclass(frozen=True)
class Party:
    """A log or a witness: its key and, for those who talk to it, its address."""

    vkey: Vkey
    url: str = ""


@dataclass(frozen=True)
class Group:
    """Members of whom at least `k` must have witnessed."""

    k: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class Policy:
    """Accepted logs, named witnesses and groups, and the name that must have witnessed; `None` asks for nobody.

    Names are opaque: bytes beyond ASCII that are not UTF-8 are carried as surrogates.
    """

    logs: tuple[Party, ...] = ()
    witnesses: Mapping[str, Party] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    quorum: str | None = None

    @property
    def vkeys(self) -> tuple[Vkey, ...]:
        """Every key of the policy, the logs' first."""
        return tuple(log.vkey for log in self.logs) + tuple(party.vkey for party in self.witnesses.values())


@dataclass(frozen=True)
class Checked:
    """A checkpoint that satisfies a policy, and who signed it: log keys, then witnesses with their times."""

    checkpoint: Checkpoint
    logs: tuple[Vkey, ...]
    witnesses: tuple[Verified, ...]


def check_policy(data: bytes, policy: Policy, exact: bool = True) -> Checked:
    """Insists that a checkpoint was signed by an accepted log and witnessed by the quorum.

    Args:
        data: the checkpoint as a signed note.
        exact: refuse lines of keys that are not in the policy, and ask for a signature of *every* key that the
            policy lists for this origin (so a log with an ML-DSA-44 key cannot be impersonated by forging the
            Ed25519 one alone). Without it, the rule of tlog-policy: one of the listed logs suffices.

    Raises:
        Malformed: no checkpoint.
        BadSignature: a line of a known key fails, or, if exact, an unknown or repeated line.
        QuorumMissed: no accepted log signed, or too few witnesses did: names those who did.
    """
    checkpoint, verified = check_checkpoint(data, policy.vkeys, exact)
    if exact and checkpoint.extensions:
        raise Malformed("the checkpoint has extension lines, which not every cosignature covers")
    log_keys = [log.vkey for log in policy.logs if log.vkey.name == checkpoint.origin]
    made = {line.vkey for line in verified}
    signed = [vkey for vkey in log_keys if vkey in made]
    if not signed or (exact and len(signed) != len(log_keys)):
        lacking = ", ".join(vkey.keyid for vkey in log_keys if vkey not in made)
        raise QuorumMissed(f"the log {checkpoint.origin!r} did not sign with {lacking or 'any key of the policy'}")
    check_quorum(policy, made)
    witnesses = {party.vkey for party in policy.witnesses.values()}
    return Checked(checkpoint, tuple(signed), tuple(line for line in verified if line.vkey in witnesses))


def check_quorum(policy: Policy, vkeys: Collection[Vkey]) -> None:
    """Insists that these keys, whose cosignatures were checked, are enough.

    Raises:
        QuorumMissed: says who is missing from what.
    """
    if policy.quorum is None:
        return
    met = {name for name, party in policy.witnesses.items() if party.vkey in vkeys}
    for name, group in policy.groups.items():  # members stand before their group, so one pass suffices
        if sum(member in met for member in group.members) >= group.k:
            met.add(name)
    if policy.quorum not in met:
        seen = ", ".join(sorted(name for name in met if name in policy.witnesses)) or "no witness"
        raise QuorumMissed(f"the quorum {policy.quorum!r} is not met: cosigned by {seen}")


def format_policy(policy: Policy) -> bytes:
    """A policy as text: logs, witnesses, groups, quorum.

    >>> format_policy(Policy())
    b'quorum none\\n'
    """
    lines = [_words("log", format_vkey(log.vkey), log.url) for log in policy.logs]
    lines += [_words("witness", name, format_vkey(party.vkey), party.url) for name, party in policy.witnesses.items()]
    for name, group in policy.groups.items():
        lines.append(_words("group", name, str(group.k), *group.members))
    lines.append(_words("quorum", policy.quorum or NONE))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def parse_policy(data: bytes) -> Policy:
    """The policy that a file spells; comments and spacing are free.

    Raises:
        Malformed: names the line: a control character, an unknown word, a name used before its line or
            twice, a key of the wrong kind or used twice, no quorum or two.

    >>> parse_policy(b"# nobody watches\\nquorum none\\n").quorum is None
    True
    """
    if len(data) > LARGEST_POLICY:
        raise Malformed(f"a policy of {len(data)} bytes; at most {LARGEST_POLICY} are read")
    if data and not data.endswith(b"\n"):
        raise Malformed("the last line of the policy has no end; the file may be cut")
    builder = _Builder()
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            builder.read(line)
        except Malformed as error:
            raise Malformed(f"policy line {number}: {error}") from None
    return builder.policy()


class _Builder:
    """Collects the lines of a policy."""

    def __init__(self) -> None:
        self.logs: list[Party] = []
        self.witnesses: dict[str, Party] = {}
        self.groups: dict[str, Group] = {}
        self.placed: set[str] = set()
        self.quorums: list[str] = []

    def read(self, line: bytes) -> None:
        if any((byte < 0x20 and byte != 0x09) or byte == 0x7F for byte in line):
            raise Malformed("a control character")
        words = line.decode("utf-8", "surrogateescape").replace("\t", " ").split(" ")
        words = [word for word in words if word]
        if not words or words[0].startswith("#"):
            return
        verb, rest = words[0], words[1:]
        if verb == "log" and 1 <= len(rest) <= 2:
            self._insist_new_key(vkey := _key(rest[0], LOG_KINDS), self.logs)
            self.logs.append(Party(vkey, *rest[1:]))
        elif verb == "witness" and 2 <= len(rest) <= 3:
            self._insist_new_name(rest[0])
            self._insist_new_key(vkey := _key(rest[1], WITNESS_KINDS), self.witnesses.values())
            self.witnesses[rest[0]] = Party(vkey, *rest[2:])
        elif verb == "group" and len(rest) >= 3:
            self._insist_new_name(rest[0])
            self.groups[rest[0]] = self._group(rest[1], tuple(rest[2:]))
        elif verb == "quorum" and len(rest) == 1:
            if rest[0] != NONE:
                self._insist_known(rest[0])
            self.quorums.append(rest[0])
        else:
            raise Malformed(f"not a line of a policy: {' '.join(words)[:60]!r}")

    def policy(self) -> Policy:
        if len(self.quorums) != 1:
            raise Malformed(f"a policy has one quorum line, this one {len(self.quorums)}")
        quorum = None if self.quorums[0] == NONE else self.quorums[0]
        return Policy(tuple(self.logs), MappingProxyType(self.witnesses), MappingProxyType(self.groups), quorum)

    def _group(self, threshold: str, members: tuple[str, ...]) -> Group:
        for member in members:
            self._insist_known(member)
            if member in self.placed:
                raise Malformed(f"{member!r} is already a member of a group")
            self.placed.add(member)
        if threshold in ("any", "all"):
            return Group(1 if threshold == "any" else len(members), members)
        if not (threshold.isascii() and threshold.isdigit() and threshold[0] != "0" and len(threshold) < 10):
            raise Malformed(f"a group asks for any, all or a number of its members, not {threshold[:20]!r}")
        if int(threshold) > len(members):
            raise Malformed(f"a group of {len(members)} that asks for {threshold}")
        return Group(int(threshold), members)

    def _insist_new_name(self, name: str) -> None:
        if name == NONE or name in self.witnesses or name in self.groups:
            raise Malformed(f"the name {name!r} is taken")

    def _insist_known(self, name: str) -> None:
        if name not in self.witnesses and name not in self.groups:
            raise Malformed(f"{name!r} is not the name of a witness or group on a line before")

    def _insist_new_key(self, vkey: Vkey, parties: Iterable[Party]) -> None:
        if any(party.vkey.public == vkey.public for party in parties):
            raise Malformed(f"the key of {vkey.keyid} is listed twice")


def _key(text: str, kinds: Collection[int]) -> Vkey:
    vkey = parse_vkey(text)
    if vkey.kind not in kinds:
        wanted = " or ".join(KIND_NAMES[kind] for kind in kinds)
        raise Malformed(f"{vkey.keyid} is of the kind {KIND_NAMES[vkey.kind]}; expected {wanted}")
    return vkey


def _words(*words: str) -> str:
    return " ".join(word for word in words if word)
