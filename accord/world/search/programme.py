"""Elements and approaches as they are found: by their names, what they say, who tabled them, and their paragraph."""

from __future__ import annotations

import re
from typing import Any

from accord.acts.facts import Fact
from accord.world.search.kinds import Kind
from accord.world.search.subject import Said, Subject, name_form, said_in, subject_of
from accord.world.search.subject import named as parties_named
from accord.world.world import World

_PARA = re.compile(r"^para-(\d+)((?:-[a-z0-9]+){0,3})$")


def named(world: World, kind: Kind, label: str) -> Fact[Any] | None:
    """The element or approach of a label, if the record has it."""
    tables = world.programme.tables
    return (tables.elements if kind == "element" else tables.approaches).get(label)


def subject(kind: Kind, label: str, fact: Fact[Any], sponsor: list[Said]) -> Subject:
    """An element or approach; `sponsor`: the names of who tabled it."""
    act = fact.act
    names = [*said_in("name", act.name), Said("name", "en", label)]
    texts = [*names, *said_in("text", act.summary), *sponsor]
    place = act.source.place if kind == "element" and act.source is not None else None
    forms = [*paragraph_form(place or ""), *(name_form(said.words) for said in names)]
    return subject_of(kind, label, fact, texts, forms, parties_named(act.sponsor))


def paragraph_form(unit: str) -> list[str]:
    """The exact form of a paragraph, by the name of its unit; none of a unit of another kind.

    >>> paragraph_form("para-28-d-ii"), paragraph_form("annex-1")
    (['p:28.d.ii'], [])
    """
    found = _PARA.match(unit)
    return [f"p:{found[1]}{found[2].replace('-', '.')}"] if found else []
