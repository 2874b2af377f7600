"""What is printed around the text of a report: symbol, organ, dates, the record it was made from.

Every value comes from the record or from the symbol; what neither says stays empty and is not printed.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from accord.acts.entry import Entry
from accord.acts.vocabulary import name_of
from accord.papers.report.values import Entered, Issue, Report
from accord.reference.states import states
from accord.words.catalogue import has, say
from accord.world.world import World

Read = Callable[[int], Entry[Any] | None]
"""How an entry of the record is looked up."""


def issue(world: World, body: str, symbol: str, language: str) -> Issue:
    """What the world knows of the report of `body` under `symbol`, as issued in a language."""
    found = world.documents.tables.documents.get(symbol)
    version = world.documents.tables.versions.get(symbol, {}).get(language) if symbol else None
    establishing = world.bodies.tables.bodies.get(body)
    adoption = world.drafting.tables.adoptions.get(body)
    adopted = adoption.act if adoption is not None and adoption.act.document == symbol else None
    printed = symbol if found is None else found.act.printed or symbol
    return Issue(
        record=world.record,
        size=world.size,
        made_on=datetime.datetime.fromtimestamp(max(world.admitted, 0) // 1_000_000, datetime.UTC).date(),
        exercise=world.exercise,
        symbol=printed,
        organ=organ(printed, language),
        issued=None if version is None else version.act.on,
        job="" if version is None else version.act.job or "",
        resolution="" if establishing is None else establishing.act.resolution,
        adopted=None if adopted is None else adopted.on,
        mode="unknown" if adopted is None else adopted.mode,
        drafts=() if adopted is None else adopted.drafts,
    )


def organ(symbol: str, language: str) -> str:
    """The organ whose symbol it is, in a language; empty where the symbol is of no organ we name.

    >>> organ("A/68/514", "fr"), organ("XA/31/22", "fr")
    ('Assemblée générale', '')
    """
    code = f"paper.organ.{symbol.partition('/')[0].lower()}"
    return say(language, code) if has(language, code) else ""


def entered(world: World, report: Report, read: Read) -> Report:
    """The report with what each entry behind it is: its act, who said it, on which source, and its identity.

    Args:
        read: gives an entry of the record by its number, or nothing where this copy cannot read it.
    """
    numbers = sorted({n for segment in report.segments for n in segment.entries})
    return replace(report, entered=tuple(_entered(world, read, numbers, report.language)))


def _entered(world: World, read: Read, numbers: Iterable[int], language: str) -> Iterable[Entered]:
    for number in numbers:
        entry = read(number)
        if entry is None:
            continue
        source = getattr(entry.act, "source", None)
        where = ()
        if source is not None:
            where = tuple(part for part in (source.document, source.place, source.publication) if part)
        yield Entered(
            number, name_of(entry.act), _party(world, entry.by, language), " ".join(where), entry.act_id.hex()
        )


def _party(world: World, code: str, language: str) -> str:
    fact = world.parties.tables.parties.get(code)
    if fact is not None and fact.act.name is not None:
        return str(fact.act.name.words(language)[0])
    return states()[code].name(language) if code in states() else code
