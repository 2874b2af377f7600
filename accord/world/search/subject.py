"""A subject of search: one thing that can be found, with its texts, its exact forms and the parties it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, Protocol

from accord.acts.facts import Fact
from accord.acts.values import Person, Text
from accord.world.search.folding import words
from accord.world.search.kinds import Kind
from accord.world.world import World

Field = Literal["name", "text"]


class Told(NamedTuple):
    """A unit of a document as it reads: its label in the record, and its words."""

    unit: str
    words: str


class Teller(Protocol):
    """What rooms above know: a document as it reads, and the words of codes."""

    def units(self, world: World, document: str, language: str) -> Iterable[Told]:
        """The units of a document in a language, in order, list items too."""

    def code(self, family: str, code: str) -> Mapping[str, str]:
        """Language → the words of a code (`office`, `chair`)."""


class Said(NamedTuple):
    """A text of a subject: what it is called (`name`) or says (`text`), the language, the words."""

    field: Field
    lang: str
    words: str


class Subject(NamedTuple):
    """One thing that can be found."""

    kind: Kind
    key: str
    entry: int
    """The entry that first recorded it: things are told in this order."""
    place: int
    """Its place among those of one entry."""
    texts: list[Said]
    forms: list[str]
    parties: frozenset[str]


class Scope(NamedTuple):
    """A subject, or all those of a kind below one key."""

    kind: Kind
    key: str
    below: bool = False


def symbol_form(text: str) -> str:
    """A symbol as it is compared: letters and numbers, whatever stands between them.

    >>> symbol_form("A/AC.281/WP.4"), symbol_form("a ac281-wp4")
    ('a.ac.281.wp.4', 'a.ac.281.wp.4')
    """
    return ".".join(re.findall(r"[a-z]+|[0-9]+", text.lower()))


def name_form(text: str) -> str:
    """A name as it is compared."""
    return "n:" + " ".join(word.folded for word in words(text))


def subject_of(
    kind: Kind, key: str, fact: Fact[Any], texts: list[Said], forms: list[str], parties: frozenset[str]
) -> Subject:
    """The subject that a fact records; forms too short to name anything are left out."""
    kept = [form for form in dict.fromkeys(forms) if len(form) > 2]
    return Subject(kind, key, fact.first, 0, list(dict.fromkeys(texts)), kept, parties)


def said_in(field: Field, text: Text | None) -> list[Said]:
    """A text in each language that it has."""
    return [] if text is None else [Said(field, lang, said) for lang, said in text.said.items()]


def called(field: Field, person: Person | None) -> list[Said]:
    """The names of a person."""
    if person is None:
        return []
    return [Said(field, "en", person.name), *(Said(field, lang, name) for lang, name in person.said.items())]


def named(*codes: str | None) -> frozenset[str]:
    """The parties that there are among some codes."""
    return frozenset(code for code in codes if code)
