"""Which party an author of tracked changes is, by the names of parties in six languages."""

from __future__ import annotations

from accord.reference.states import states
from accord.words.languages import LANGUAGES
from accord.world.world import World


def parties_by_name(world: World) -> dict[str, str]:
    """The parties of a record by their codes and names, folded; a name of two parties is nobody's."""
    found: dict[str, set[str]] = {}
    for code, fact in world.parties.tables.parties.items():
        texts = [text for text in (fact.act.name, fact.act.short, *fact.act.also) if text is not None]
        said = {code, *(name for text in texts for name in text.said.values())}
        if fact.act.kind == "state" and code in states():
            said |= {states()[code].name(language) for language in LANGUAGES}
        for name in said:
            found.setdefault(name.strip().casefold(), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}
