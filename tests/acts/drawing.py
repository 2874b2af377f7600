"""Acts made from their types: one full and one least example of each, and any number drawn by Hypothesis."""

from __future__ import annotations

import base64
import datetime
from functools import cache
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from accord.acts.vocabulary import Act
from accord.world.vocabulary import VOCABULARY
from tests.scene import key_of

_KEY = key_of("ST-A").vkey

EXAMPLES = {
    "PartyCode": "ST-A",
    "BodyCode": "AC.900",
    "Label": "para-9-b",
    "Symbol": "A/AC.900/WP.1",
    "KeyId": _KEY.keyid,
    "VkeyText": str(_KEY),
    "Digest": "0123456789abcdef" * 4,
    "Prefix": "statement.",
    "job": "15-00001",
    "Member": "ST-A",
    "KeyName": "st-a.example/passkey",
    "SiteName": "mission.example",
    "Origin": "https://portal.mission.example",
    "MediaType": "application/pdf",
    "Time": "10:00",
    "Offset": "+02:00",
    "System": "Type 9",
    "LetteredPart": "a",
    "Number": "12.5",
}
"""A value of each type that a pattern describes, by the name given to the type."""

REFERENCES = {40: "ST-A", 80: "A/AC.900/WP.1"}
"""A reference to a party or body, and to a document, by their greatest length: they have no pattern."""

WORDS = {
    "ar": "بعد «النقاش»",
    "zh": "讨论之后——“共识”",
    "en": 'After the "debate"/1',
    "fr": "Après le débat : « l’accord »",
    "ru": "После обсуждения №1",
    "es": "Tras el debate, ¿acuerdo?",
}
"""Words that try the canonical spelling: quotes, a stroke, letters beyond ASCII and beyond Latin."""


@cache
def patterns() -> dict[str, str]:
    """Pattern → name of the type that has it."""
    from accord.acts import values
    from accord.areas.commitments import acts as commitments
    from accord.areas.documents.acts import IssueVersion, MediaType
    from accord.areas.drafting import acts as drafting
    from accord.areas.parties import acts as parties

    named = {name: getattr(values, name) for name in EXAMPLES if hasattr(values, name)}
    named |= {"Prefix": parties.Prefix, "Member": drafting.Member, "MediaType": MediaType}
    named |= {name: getattr(parties, name) for name in ("KeyName", "SiteName", "Origin")}
    named |= {"System": commitments.System, "LetteredPart": commitments.Point}
    found = {_pattern(inspect.type_info(kind)): name for name, kind in named.items()}
    job = next(f.type for f in inspect.type_info(IssueVersion).fields if f.name == "job")
    found[next(_pattern(kind) for kind in job.types if isinstance(kind, inspect.StrType))] = "job"
    return found


def _pattern(kind: Any) -> str:
    assert isinstance(kind, inspect.StrType)
    assert kind.pattern is not None
    return kind.pattern


def full(act: type[Act]) -> Act:
    """An act of this type with every field filled."""
    return msgspec.convert(_example(inspect.type_info(act), full=True), act)


def least(act: type[Act]) -> Act:
    """An act of this type with nothing but what it must have."""
    return msgspec.convert(_example(inspect.type_info(act), full=False), act)


def _example(kind: Any, full: bool) -> Any:
    match kind:
        case inspect.StructType():
            wanted = [f for f in kind.fields if full or f.required]
            tag = {kind.tag_field: kind.tag} if kind.tag_field else {}
            return tag | {f.encode_name: _example(f.type, full) for f in wanted}
        case inspect.UnionType():
            return _example(next(t for t in reversed(kind.types) if not isinstance(t, inspect.NoneType)), full)
        case inspect.StrType():
            if kind.pattern is not None:
                return EXAMPLES[patterns()[kind.pattern]]
            return REFERENCES.get(kind.max_length, "9")
        case inspect.LiteralType():
            return kind.values[-1 if full else 0]
        case inspect.IntType():
            return kind.le if full and kind.le is not None else (kind.ge or 0)
        case inspect.BoolType():
            return True
        case inspect.BytesType():
            return base64.b64encode(bytes([4]) + bytes(range(1, 65))[: (kind.min_length or 16) - 1]).decode()
        case inspect.DateType():
            return datetime.date(2015, 8, 30)
        case inspect.VarTupleType():
            items = kind.item_type.types if isinstance(kind.item_type, inspect.UnionType) else (kind.item_type,)
            return [_example(item, full) for item in items] if full or kind.min_length else []
        case inspect.DictType():
            if isinstance(kind.key_type, inspect.LiteralType):
                return {key: WORDS[key] for key in kind.key_type.values if full or key == kind.key_type.values[0]}
            return {_example(kind.key_type, full): _example(kind.value_type, full)}
    raise AssertionError(f"no example of {kind}")


def acts() -> st.SearchStrategy[Act]:
    """Any act of the vocabulary, well formed and otherwise arbitrary."""
    return st.sampled_from(sorted(VOCABULARY.by_name)).flatmap(lambda name: of(VOCABULARY.by_name[name]))


@cache
def of(act: type[Act]) -> st.SearchStrategy[Act]:
    """Any act of one type."""
    return _drawn(inspect.type_info(act)).map(lambda value: msgspec.convert(value, act))


characters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
texts = st.text(characters, min_size=1, max_size=12)


def nfc(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text)


def _drawn(kind: Any) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.StructType():
            fixed = {kind.tag_field: st.just(kind.tag)} if kind.tag_field else {}
            needed = {f.encode_name: _drawn(f.type) for f in kind.fields if f.required}
            optional = {f.encode_name: _drawn(f.type) for f in kind.fields if not f.required}
            return st.fixed_dictionaries(fixed | needed, optional=optional)
        case inspect.UnionType():
            return st.one_of([_drawn(t) for t in kind.types if not isinstance(t, inspect.NoneType)])
        case inspect.StrType():
            if kind.pattern is not None:
                if patterns()[kind.pattern] == "VkeyText":
                    return st.integers(1, 5).map(lambda number: str(key_of("ST-A", number).vkey))
                pattern = kind.pattern.removesuffix(r"(?!\n)").removesuffix("$") + r"\Z"
                return st.from_regex(pattern, alphabet=characters).filter(
                    lambda text: kind.max_length is None or len(text) <= kind.max_length
                )
            return texts.map(nfc).filter(lambda text: 0 < len(text) <= (kind.max_length or 12))
        case inspect.LiteralType():
            return st.sampled_from(kind.values)
        case inspect.IntType():
            return st.integers(kind.ge or 0, kind.le if kind.le is not None else 2**53 - 1)
        case inspect.BoolType():
            return st.booleans()
        case inspect.BytesType():
            data = st.binary(min_size=kind.min_length or 0, max_size=min(kind.max_length or 80, 80))
            return data.map(lambda value: base64.b64encode(value).decode())
        case inspect.DateType():
            return st.dates()
        case inspect.VarTupleType():
            return st.lists(_drawn(kind.item_type), min_size=kind.min_length or 0, max_size=2)
        case inspect.DictType():
            return st.dictionaries(
                _drawn(kind.key_type), _drawn(kind.value_type), min_size=kind.min_length or 0, max_size=3
            )
    raise AssertionError(f"no strategy for {kind}")
