"""What a form offers where a field names something of the record: its code, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from accord.areas.programme.parts import in_source_order
from accord.faces.cli.names import Names
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World

Known = Iterator[tuple[str, str]]


def _parties(world: World, names: Names) -> Known:
    yield from ((code, names.party(code)) for code in names.sorted(world.parties.tables.parties))


def _bodies(world: World, names: Names) -> Known:
    for code, fact in world.bodies.tables.bodies.items():
        yield code, names.text(fact.act.short or fact.act.name)


def _documents(world: World, names: Names) -> Known:
    for symbol, registered in world.documents.tables.documents.items():
        yield symbol, "" if registered.act.title is None else names.text(registered.act.title)


def _keys(world: World, names: Names) -> Known:
    for keyid, row in world.parties.tables.keys.items():
        if row.revoked is None:
            yield keyid, f"{keyid} · {names.party(row.party)}"


def _prefixes(_: World, names: Names) -> Known:
    nouns = sorted({name.partition(".")[0] + "." for name in VOCABULARY.by_name})
    yield from ((noun, noun) for noun in nouns)
    for name in VOCABULARY.by_name:
        verb = name.partition("/")[0]
        yield verb, names.code("act", verb)


def _instruments(world: World, names: Names) -> Known:
    for code, fact in world.instruments.tables.instruments.items():
        yield code, names.text(fact.act.short or fact.act.name)


def _elements(world: World, names: Names) -> Known:
    tables = world.programme.tables
    yield from (
        (code, names.text(tables.elements[code].act.name)) for code in sorted(tables.elements, key=in_source_order)
    )


def _approaches(world: World, names: Names) -> Known:
    yield from ((code, names.text(fact.act.name)) for code, fact in world.programme.tables.approaches.items())


def _undertakings(world: World, names: Names) -> Known:
    yield from ((code, names.text(fact.act.title)) for code, fact in world.commitments.tables.undertakings.items())


def _prohibitions(world: World, names: Names) -> Known:
    yield from ((code, names.text(fact.act.name)) for code, fact in world.coverage.tables.prohibitions.items())


def _proposals(world: World, names: Names) -> Known:
    for fact in world.proposals.tables.proposals.values():
        yield fact.act.proposal, names.text(fact.act.title)


def _themes(world: World, names: Names) -> Known:
    yield from ((fact.act.theme, names.text(fact.act.title)) for fact in world.meetings.tables.themes.values())


KNOWN: dict[str, Callable[[World, Names], Known]] = {
    "party": _parties,
    "body": _bodies,
    "document": _documents,
    "key": _keys,
    "prefix": _prefixes,
    "instrument": _instruments,
    "element": _elements,
    "approach": _approaches,
    "undertaking": _undertakings,
    "prohibition": _prohibitions,
    "proposal": _proposals,
    "theme": _themes,
}
"""Widget → what it offers. None lists things for an order of preference."""


def known(widget: str, world: World, names: Names) -> Iterable[tuple[str, str]]:
    """The codes and names that a widget offers; none where it takes what is typed."""
    return KNOWN[widget](world, names) if widget in KNOWN else ()
