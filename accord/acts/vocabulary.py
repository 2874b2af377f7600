"""The vocabulary: acts are types under names that never change.

The name on the wire is chosen (`sponsor.join/1`) and versioned, never derived from a
class, so code can move and history cannot break. A changed act is a new name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Union

import msgspec
from msgspec import Meta

from accord.acts.values import Value

_NAME = re.compile(r"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*/[1-9][0-9]*$")

Name = Annotated[str, Meta(min_length=1, max_length=255)]
"""A name that the gate compares with one it knows: a party, a key, a record. So it needs no pattern."""

Nonce = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""A random number that makes two acts of the same words two acts."""


class Act(Value, tag_field="verb", tag="act"):
    """The base of all acts. A subclass states its name on the wire as its tag."""


class UnknownAct(ValueError):
    """An act under a name this copy does not know: the copy is older than the record."""


def name_of(act: type[Act] | Act) -> str:
    """The name of an act on the wire."""
    return str(act.__struct_config__.tag)


class Payload(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a party signs: the act, who says it, with which keys, into which record."""

    act: Act
    by: Name
    keys: tuple[Name, ...]
    nonce: Nonce
    record: Name


class Vocabulary:
    """All acts a copy of the program knows, and the one decoder of payloads.

    Raises:
        ValueError: a name in another form than `noun.verb/1`, or used twice.
    """

    def __init__(self, acts: Sequence[type[Act]]) -> None:
        self.by_name: dict[str, type[Act]] = {}
        for act in acts:
            name = name_of(act)
            if not _NAME.match(name):
                raise ValueError(f"{act.__name__}: {name!r} is no name of an act, as in sponsor.join/1")
            if name in self.by_name:
                raise ValueError(f"two acts are called {name}")
            self.by_name[name] = act
        union: Any = Union[tuple(acts)]  # noqa: UP007 (a union made at run time)
        self.acts: Any = union
        typed = msgspec.defstruct(
            "TypedPayload",
            [("act", union), ("by", Name), ("keys", tuple[Name, ...]), ("nonce", Nonce), ("record", Name)],
            bases=(Payload,),
            frozen=True,
            forbid_unknown_fields=True,
            gc=False,
        )
        self.payloads: msgspec.json.Decoder[Payload] = msgspec.json.Decoder(typed)
        self.decoder: msgspec.json.Decoder[Act] = msgspec.json.Decoder(union)

    def schema(self, name: str) -> dict[str, Any]:
        """The JSON Schema (2020-12) of one act.

        Raises:
            UnknownAct: no act has that name.
        """
        if name not in self.by_name:
            raise UnknownAct(f"no act is called {name!r}")
        schema = msgspec.json.schema(self.by_name[name])
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:accord:act:{name}", **schema}
