"""The value types that acts are made of: what a party, a symbol, a text, a figure may be.

Every type says one thing in one spelling. Patterns end in `$(?!\\n)` because a bare `$`
lets a final line feed through. No float enters an act: amounts are decimal strings
with a unit, counts are integers.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, dataclass_transform

import msgspec
from msgspec import Meta

from accord.acts.symbols import SYMBOL_PATTERN


class _ByName(msgspec.StructMeta):
    """Fields are given by name in every subclass: msgspec does not inherit `kw_only`."""

    def __new__(mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any) -> Any:
        return super().__new__(mcls, name, bases, namespace, **{"kw_only": True, **config})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(msgspec.field,))
class Value(msgspec.Struct, metaclass=_ByName, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """The base of every composed value: frozen, closed, defaults left out of the spelling."""


Language = Literal["ar", "zh", "en", "fr", "ru", "es"]
"""An official language of the United Nations, in the UN's order."""

PartyCode = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{1,39}$(?!\n)", max_length=40)]
"""The code under which a party enters the record: ISO 3166-1 alpha-3 for States, a short name for all others."""

Party = Annotated[str, Meta(min_length=1, max_length=40)]
"""A party that is in the record. Rules insist that it is, which is stricter than a pattern; so with the next two."""

BodyCode = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$(?!\n)", max_length=40)]
"""The code under which a body is established: letters, digits, points and hyphens."""

Body = Annotated[str, Meta(min_length=1, max_length=40)]
"""A body that is established in the record."""

Document = Annotated[str, Meta(min_length=1, max_length=80)]
"""The symbol of a document that is in the record's register."""

Label = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9./-]{0,63}$(?!\n)", max_length=64)]
"""A name within its parent: a panel, a theme, a text unit (`para-27-a`)."""

Symbol = Annotated[str, Meta(pattern=SYMBOL_PATTERN, max_length=80)]
"""The symbol of a document (`A/AC.281/L.1/Rev.1`), see `accord.acts.symbols`."""

KeyId = Annotated[str, Meta(pattern=r"^[^\s+]{1,120}\+[0-9a-f]{8}$(?!\n)", max_length=129)]
"""The name and number of a key, the first two parts of its vkey."""

VkeyText = Annotated[
    str, Meta(pattern=r"^[^\s+]{1,120}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43,2000}={0,2}$(?!\n)", max_length=2200)
]
"""A public key in the C2SP form `name+id+base64`."""

Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", max_length=64)]
"""A SHA-256 digest in lower-case hexadecimal."""

Day = datetime.date
"""A day of the Gregorian calendar, `2013-08-30`."""

Year = Annotated[int, Meta(ge=1900, le=2200)]
"""A year of the Gregorian calendar."""

Line = Annotated[str, Meta(min_length=1, max_length=2000)]
"""One line of text."""

Words = Annotated[str, Meta(min_length=1, max_length=20000)]
"""A text of any length that fits in an act."""

Time = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$(?!\n)", max_length=5)]
"""A time of day at the venue, `10:00`."""

Offset = Annotated[str, Meta(pattern=r"^[+-](0[0-9]|1[0-4]):[0-5][0-9]$(?!\n)", max_length=6)]
"""How far the venue's clocks are from universal time on the day, `+02:00`."""

Index = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""The number of an entry in the record, from 0."""

Count = Annotated[int, Meta(ge=0, le=10**12)]
"""A number of things."""

Number = Annotated[
    str, Meta(pattern=r"^(0|-?(0\.[0-9]{0,11}[1-9]|[1-9][0-9]{0,17}(\.[0-9]{0,11}[1-9])?))$(?!\n)", max_length=32)
]
"""A decimal number in its shortest spelling: `0`, `12.5`, `-3`."""


class Text(Value):
    """A text in the language it was made in, and in others where they exist.

    `original` names the language that counts; `said` holds each language version.
    """

    original: Language
    said: Annotated[dict[Language, Line], Meta(min_length=1)]

    def words(self, language: str) -> tuple[str, str]:
        """The text in `language` if there is one, else the original; and the language it is in.

        >>> Text(original="fr", said={"fr": "Ordre du jour"}).words("zh")
        ('Ordre du jour', 'fr')
        """
        for choice in (language, self.original):
            for said, text in self.said.items():
                if said == choice:
                    return text, said
        return next(((text, said) for said, text in self.said.items()), ("", self.original))


class Source(Value):
    """Where a recorded fact stands: a document and a place in it, or a publication with its date."""

    document: Symbol | None = None
    place: Line | None = None
    """A unit of the document (`para-9-e`), an article, a page."""
    publication: Line | None = None
    on: Day | None = None


class Person(Value):
    """A person as the source writes the name; acting in person, never as the position of a State."""

    name: Line
    """In Latin letters where the source gives them, else as printed."""
    said: dict[Language, Line] = {}
    """The name as printed in a language, where it differs."""


class Quantity(Value):
    """An amount and its unit."""

    amount: Number
    unit: Literal["items", "warheads", "launchers", "kg", "g", "t", "days", "tests", "states"]


class Money(Value):
    """An amount of a currency of a year."""

    amount: Number
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}$(?!\n)")]
    year: Year


class Stated(Value, tag="value"):
    """A figure that was given."""

    quantity: Quantity


class Ranged(Value, tag="range"):
    """A figure given as a range, both ends included."""

    least: Quantity
    most: Quantity


class Withheld(Value, tag="withheld"):
    """The figure exists and was not given. That is itself the datum."""


class NotApplicable(Value, tag="not-applicable"):
    """The question does not arise."""


class Nil(Value, tag="nil"):
    """A nil report: none, said expressly."""


Figure = Stated | Ranged | Withheld | NotApplicable | Nil
"""A figure of a report: a value, a range, or one of the three answers that are no number."""


KindOfFact = Literal["declared", "depositary", "reported", "estimated", "transcribed", "assessed"]
"""Who stands behind a fact: the State itself, a depositary, an organisation, an expert's estimate, a position
transcribed from a source, an assessment. Kinds are never mixed in one number (A/68/514 ¶27 (i))."""


class Grounds(Value):
    """What a recorded fact rests on: where it stands, what kind of fact it is, and when that was last looked up."""

    source: Source
    kind: KindOfFact
    checked: Day
