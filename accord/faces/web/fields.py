"""What the types of the fields of pages say: found out once, since it takes longer than writing a value."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import msgspec


@cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a kind of parts."""
    return msgspec.structs.fields(kind)


_marks: dict[int, tuple[Any, str | None]] = {}


def shown_as(type_: Any) -> str | None:
    """What a type is marked to be shown as: `party`, `entry`, `symbol`, `moment`, `body`; of a list, its members'.

    The types of fields are few and stay as long as the program. They are told apart by their identity, since finding
    out that two are equal takes longer than writing a value; each is kept, so that no other comes to have the same.
    """
    found = _marks.get(id(type_))
    if found is None:
        found = _marks[id(type_)] = (type_, _mark_of(type_))
    return found[1]


def _mark_of(type_: Any) -> str | None:
    choices = [choice for choice in get_args(type_) if choice is not type(None)]
    if type(None) in get_args(type_) and len(choices) == 1:
        type_ = choices[0]
    if getattr(type_, "__origin__", None) is tuple:
        return shown_as(get_args(type_)[0])
    for mark in getattr(type_, "__metadata__", ()):
        if isinstance(mark, msgspec.Meta) and mark.extra:
            return str(mark.extra.get("shown"))
    return None
