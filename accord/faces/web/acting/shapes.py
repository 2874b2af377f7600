"""The shape of a form, from the type of an act: one widget per value type, never one per act.

The name that a type is given in the source (`Party`, `Document`, `Label`) chooses the widget, so it is read from
the annotation as written; what a value may be is asked of the type itself.
"""

from __future__ import annotations

import ast
import datetime
import inspect
import sys
import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

WIDGETS = {
    "Party": "party",
    "PartyCode": "line",
    "Member": "party",
    "Body": "body",
    "BodyCode": "line",
    "Instrument": "instrument",
    "Element": "element",
    "Approach": "approach",
    "Undertaking": "undertaking",
    "Prohibition": "prohibition",
    "Proposal": "proposal",
    "Theme": "theme",
    "Document": "document",
    "Symbol": "document",
    "Label": "line",
    "KeyId": "key",
    "VkeyText": "code",
    "Digest": "code",
    "CredentialId": "code",
    "Words": "words",
    "Prefix": "prefix",
    "Index": "entry",
}
"""The name of a type → its widget. Every other text is a line."""


class Leaf(msgspec.Struct, frozen=True):
    """One value in one widget."""

    widget: str
    type: Any
    choices: tuple[str, ...] = ()


class Choice(msgspec.Struct, frozen=True):
    """One of two: a text, or a group of fields."""

    text: Leaf
    group: Group


class Kinds(msgspec.Struct, frozen=True):
    """One of several kinds of a thing, each with fields of its own; `tag` names the kind on the wire."""

    tag: str
    groups: Mapping[str, Group]


class Languages(msgspec.Struct, frozen=True):
    """A text for each language in which there is one."""

    widget: str


class Texts(msgspec.Struct, frozen=True):
    """A `Text`: a text for each language, and which is the original."""


class Pairs(msgspec.Struct, frozen=True):
    """Names and what they stand for, each pair a row."""

    name: Leaf
    value: Leaf


class Rows(msgspec.Struct, frozen=True):
    """Any number of one shape."""

    item: Any
    least: int = 0


class Group(msgspec.Struct, frozen=True):
    """The fields of a struct."""

    fields: tuple[Field, ...]


class Field(msgspec.Struct, frozen=True):
    """A field: its name, what stands in it, whether it must."""

    name: str
    shape: Any
    required: bool
    default: Any = None


BOOLEANS = {"1": True, "0": False}
"""How forms spell yes and no."""

Shape = Leaf | Choice | Kinds | Languages | Texts | Pairs | Rows | Group


@cache
def shape_of(struct: type[msgspec.Struct]) -> Group:
    """The shape of a struct's fields, in the order of the source."""
    hints = get_type_hints(struct, include_extras=True)
    fields = []
    for field in msgspec.structs.fields(struct):
        default = None if field.default is msgspec.NODEFAULT else field.default
        shape = _shape(hints[field.name], _names(struct, field.name), 0)
        fields.append(Field(field.name, shape, field.required, default))
    return Group(tuple(fields))


def _shape(hint: Any, names: tuple[str, ...], least: int) -> Shape:
    origin = get_origin(hint)
    if origin is Annotated:
        inner = get_args(hint)[0]
        if get_origin(inner) in (tuple, dict):
            lengths = [m.min_length or 0 for m in hint.__metadata__ if isinstance(m, msgspec.Meta)]
            return _shape(inner, names, max(lengths, default=0))
        return _leaf(hint, inner, names)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        tags = [option.__struct_config__ for option in options if hasattr(option, "__struct_config__")]
        if len(tags) == len(options) > 1:
            groups = {config.tag: shape_of(option) for config, option in zip(tags, options, strict=True)}
            return Kinds(tags[0].tag_field, groups)
        if options == [bool]:  # may be left open: yes, no, or nothing said
            return Leaf("choice", bool, tuple(BOOLEANS))
        shapes = [_shape(option, names, 0) for option in options]
        if len(shapes) == 1:
            return shapes[0]
        text, group = shapes
        assert isinstance(text, Leaf)
        assert isinstance(group, Group)
        return Choice(text, group)
    if origin is tuple:
        return Rows(_shape(get_args(hint)[0], names, 0), least)
    if origin is dict:
        key, value = get_args(hint)
        if get_origin(key) is Literal:
            return Languages("line")
        return Pairs(_leaf(key, str, ()), _leaf(value, str, ()))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return Texts() if hint.__name__ == "Text" else shape_of(hint)
    return _leaf(hint, hint, names)


def _leaf(hint: Any, plain: Any, names: tuple[str, ...]) -> Leaf:
    if get_origin(plain) is Literal:
        return Leaf("choice", hint, tuple(str(value) for value in get_args(plain)))
    if plain is bool:
        return Leaf("yes", hint)
    named = next((WIDGETS[name] for name in names if name in WIDGETS), None)
    if plain is int:
        return Leaf(named if named == "entry" else "number", hint)
    if plain is datetime.date:
        return Leaf("day", hint)
    return Leaf(named or ("code" if plain is bytes else "line"), hint)


@cache
def _names(struct: type[msgspec.Struct], field: str) -> tuple[str, ...]:
    """The names in the annotation of a field, as its class writes it."""
    for cls in struct.__mro__:
        written = inspect.get_annotations(cls).get(field)
        if isinstance(written, str):
            names = [node.id for node in ast.walk(ast.parse(written)) if isinstance(node, ast.Name)]
            # A name for something composed (`Piece = Words | Slot`) stands for what it is composed of.
            module = vars(sys.modules[cls.__module__])
            return tuple(name for name in names if name in WIDGETS or name in module)
    return ()
