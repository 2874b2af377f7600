"""Names that stand where States stand and that nobody knows: they stay as printed, and no fact is made of them.

What looks like one name may be two, and what looks like a group may be a State. A table of the
States of an exercise, or the record, tells; a guess would be another one at the next reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from accord.papers.importing.draft import Draft
from accord.papers.importing.names import Names, plain_key
from accord.papers.reading import Reading
from accord.papers.reading.structs import Unit


def known_only(draft: Draft, reading: Reading, names: Names) -> Reading:
    """The reading without what it says of States that neither the reference tables nor the record know."""
    unknown = {plain_key(name) for name, _ in _beside_persons(reading) if not names.knows(name)}
    unknown |= _speaking(reading, names, unknown)
    if not unknown:
        return reading

    def named(*some: str | None) -> bool:
        return any(name is not None and plain_key(name) in unknown for name in some)

    def led(one: Any) -> Any:
        return replace(one, moderator=replace(one.moderator, state=None)) if named(one.moderator.state) else one

    said = reading.statements
    officers = reading.officers
    _notes(draft, reading, unknown)
    draft.unknown |= unknown
    return replace(
        reading,
        officers=replace(
            officers,
            chair=officers.chair and _officer(officers.chair, named(officers.chair.state)),
            others=tuple(_officer(one, named(one.state)) for one in officers.others),
            friends_of_the_chair=tuple(name for name in officers.friends_of_the_chair if not named(name)),
        ),
        documents=tuple(replace(one, sponsors=()) if named(*one.sponsors) else one for one in reading.documents),
        panels=tuple(
            replace(
                led(panel),
                panellists=tuple(
                    replace(one, affiliation=None, affiliation_abbr=None) if named(one.affiliation) else one
                    for one in panel.panellists
                ),
            )
            for panel in reading.panels
        ),
        themes=tuple(led(theme) for theme in reading.themes),
        statements=replace(said, civil_society=tuple(one for one in said.civil_society if not named(one.name))),
        introductions=tuple(one for one in reading.introductions if not named(*one.introduced_by, *one.on_behalf_of)),
        submissions=tuple(one for one in reading.submissions if not named(one.name)),
        groups=tuple(one for one in reading.groups if not named(one.name, *one.members)),
    )


def _officer(one: Any, unknown: bool) -> Any:
    return replace(one, state=None) if unknown else one


def _beside_persons(reading: Reading) -> Iterator[tuple[str, str]]:
    """Names in the place of the State of an officer, a moderator or a facilitator, and where they stand."""
    found = reading.officers
    for officer in ((found.chair,) if found.chair else ()) + found.others:
        if officer.state:
            yield officer.state, "officers"
    leaders = [(one.moderator, one.ref) for one in reading.panels] + [
        (one.moderator, one.ref) for one in reading.themes
    ]
    for leader, ref in leaders:
        if leader.state:
            yield leader.state, ref.replace("panel-", "para-").replace("theme-", "para-")


def _speaking(reading: Reading, names: Names, beside: set[str]) -> set[str]:
    """Unknown names in a list of the States that spoke.

    A sentence lists States where a name stands between two of them, or where one of its names
    stands beside a person elsewhere and none is known.
    """
    out: set[str] = set()
    for unit in reading.units:
        others = [o.name for o in reading.statements.civil_society if f"para-{o.paragraph}" == unit.id]
        others = [name for name in others if not names.knows(name)]
        states = [s.state for s in reading.statements.states if f"para-{s.paragraph}" == unit.id]
        for sentence in _sentences(unit) if others else ():
            here = {plain_key(name): sentence.find(plain_key(name)) for name in others}
            here = {key: at for key, at in here.items() if at >= 0}
            known = [at for name in states if (at := sentence.find(plain_key(name))) >= 0]
            if known:
                out |= {key for key, at in here.items() if min(known) < at < max(known)}
            elif beside & here.keys():
                out |= here.keys()
    return out


def _sentences(unit: Unit) -> list[str]:
    return [plain_key(one) for one in re.split(r"(?<=[.。؟])\s+|(?<=。)", unit.text)]


def _notes(draft: Draft, reading: Reading, unknown: set[str]) -> None:
    """A finding for each place with names that nobody knows, each named once."""
    places = [(name, place) for name, place in _beside_persons(reading)]
    places += [(one.name, f"para-{one.paragraph}") for one in reading.statements.civil_society]
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    for name, place in places:
        if plain_key(name) in unknown - seen:
            seen.add(plain_key(name))
            found.setdefault(place, []).append(name)
    for place, some in found.items():
        draft.look(place, "unknown-state", states=", ".join(some))
