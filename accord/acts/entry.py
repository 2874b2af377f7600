"""The entry: what the record holds at an index: when it was admitted, and the envelope."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from msgspec import Meta

from accord.acts import envelope as envelopes
from accord.acts.envelope import Envelope
from accord.acts.vocabulary import Vocabulary
from accord.wire import codec

A = TypeVar("A")

Moment = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""Microseconds since 1970-01-01T00:00:00Z, strictly growing along the record."""


class Framed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The spelling of an entry in the log."""

    admitted: Moment
    envelope: Envelope


class Entry(msgspec.Struct, Generic[A], frozen=True, gc=False):
    """An entry as rules and folds see it, its act of the type they are about."""

    index: int
    admitted: int
    by: str
    act: A
    act_id: bytes
    keys: tuple[str, ...]


_framed = msgspec.json.Decoder(Framed)


def frame(admitted: int, envelope: bytes) -> bytes:
    """The bytes of an entry: the log's time around an envelope in its canonical spelling.

    >>> frame(7, b'{}')
    b'{"admitted":7,"envelope":{}}'
    """
    return b'{"admitted":%d,"envelope":%s}' % (admitted, envelope)


def unframe(data: bytes) -> Framed:
    """The entry that `data` spells.

    Raises:
        Malformed: not an entry in its one spelling.
    """
    return codec.decode(data, _framed)


def read(index: int, data: bytes, vocabulary: Vocabulary) -> tuple[Entry[Any], Envelope, str]:
    """The entry at `index`, typed, its envelope for the signature check, and the record it was said into.

    Raises:
        UnknownAct, Malformed: see `acts.envelope.read_payload`.
    """
    framed = unframe(data)
    entry, record, _ = typed(index, framed.admitted, framed.envelope, vocabulary)
    return entry, framed.envelope, record


def typed(index: int, admitted: int, envelope: Envelope, vocabulary: Vocabulary) -> tuple[Entry[Any], str, bytes]:
    """The entry that an envelope makes at an index and a moment, the record it was said into, and what was signed.

    Raises:
        UnknownAct, Malformed: see `acts.envelope.read_payload`.
    """
    payload = envelopes.read_payload(envelope, vocabulary)
    message = envelopes.pae(envelope.payload)
    identity = hashlib.sha256(message).digest()
    return Entry(index, admitted, payload.by, payload.act, identity, payload.keys), payload.record, message


def identify(data: bytes) -> bytes:
    """The identity (act_id) of the act in an entry, without reading the act itself."""
    return envelopes.act_id(unframe(data).envelope.payload)
