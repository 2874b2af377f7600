"""Drafts: what is not yet said. A form filled in part, or a non-paper, kept by its author outside every record.

    {"format":"accord-draft/1","made":"2013-08-30","title":"…","act":{"verb":"…","fields":{"symbol":"…"}}}
    {"format":"accord-draft/1","made":"2013-08-30","title":"…","paper":{"original":"fr","said":{"fr":"…"}}}

A draft holds one of the two. The fields of an act are as typed into its form, right or wrong: a draft is judged
when it becomes an act. So a draft says nothing, is signed by nobody, and is encrypted by `keys.boxes` if at all.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Annotated, Any, Final, Literal, NoReturn

import msgspec
from msgspec import Meta

from accord.acts.values import Day, Language, Line
from accord.wire import codec
from accord.wire.codec import Malformed

FORMAT: Final = "accord-draft/1"
LARGEST: Final = 500_000
"""Bytes of a draft as a file."""

FieldName = Annotated[str, Meta(pattern=r"^[a-z0-9_.#-]{1,200}$(?!\n)", max_length=200)]
Typed = Annotated[str, Meta(max_length=60_000)]
Pages = Annotated[str, Meta(min_length=1, max_length=200_000)]


class ActDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form filled in part: the act's name, and what stands in its fields."""

    fields: dict[FieldName, Typed]
    verb: Annotated[str, Meta(min_length=3, max_length=80)]


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text of a non-paper, in the languages in which there is one."""

    original: Language
    said: Annotated[dict[Language, Pages], Meta(min_length=1)]


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A draft with its title and the day on which it was last changed."""

    format: Literal["accord-draft/1"]
    made: Day
    title: Line
    act: ActDraft | None = None
    paper: Paper | None = None


_drafts = msgspec.json.Decoder(Draft)


def read_draft(data: bytes) -> Draft:
    """The draft in a file. White space and the order of keys are free; nothing else is.

    Raises:
        Malformed: too large, no JSON, a key twice, another format, an unknown part, not exactly one of act and
            paper, an original that is not said.

    >>> read_draft(b'{"format":"accord-draft/1","made":"2013-08-30","title":"A step"}')
    Traceback (most recent call last):
    accord.wire.codec.Malformed: a draft holds an act or a paper, and not both
    """
    if len(data) > LARGEST:
        raise Malformed(f"a draft of {len(data)} bytes; at most {LARGEST} are read")
    try:
        plain = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_none)
        draft = _drafts.decode(data)
    except msgspec.ValidationError as error:
        raise Malformed(f"not a draft: {error}") from None
    except (ValueError, RecursionError) as error:
        raise Malformed(f"not a draft: {error}") from None
    if not isinstance(plain, dict) or (draft.act is None) == (draft.paper is None):
        raise Malformed("a draft holds an act or a paper, and not both")
    if draft.paper is not None and draft.paper.original not in draft.paper.said:
        raise Malformed("the paper is not said in the language of its original")
    return draft


def format_draft(draft: Draft) -> bytes:
    """A draft as a file: canonical JSON, texts in Unicode normal form NFC.

    >>> print(format_draft(read_draft(
    ...     b'{"title":"A step","made":"2013-08-30","format":"accord-draft/1",'
    ...     b' "paper":{"original":"en","said":{"en":"Text"}}}')).decode())
    {"format":"accord-draft/1","made":"2013-08-30","paper":{"original":"en","said":{"en":"Text"}},"title":"A step"}
    """
    data = unicodedata.normalize("NFC", codec.encode(draft).decode()).encode()
    read_draft(data)
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _none(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON")
