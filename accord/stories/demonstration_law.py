"""The law of the demonstration: instruments, their stages and conditions, and what States did about them.

Every fact comes from the sourced tables of `accord.reference`; the editor says it with the source, and with the day
on which the source was last looked up. A day that no source gives stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import cast

from accord.acts.values import Day, Grounds, Language, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.instruments import acts as law
from accord.areas.parties.acts import EnterParty
from accord.reference import instruments as facts
from accord.reference import treaties
from accord.reference.figures import notes
from accord.reference.sources import sources
from accord.reference.states import LANGUAGES, states
from accord.stories.story import text

BEYOND = ("antarctic", "outer-space", "sea-bed", "moon")
"""Instruments whose zone is no State's territory."""

BATCH = 75
"""Most rows of one act: with a note in six languages in each they fit into a payload."""


def grounds(source: str, by: Day | None = None) -> Grounds:
    """What a fact from one of the sources rests on; `by`: the day by which the source shows what it gives no day for.

    >>> grounds("unoda-2018").kind
    'depositary'
    """
    known = sources()[source]
    return Grounds(source=Source(publication=known.cited(), on=by), kind=known.kind, checked=known.checked)


def states_entered(known: Iterable[str]) -> Iterator[Act]:
    """Every State that is not in the record yet."""
    there = set(known)
    for code in states():
        if code not in there:
            yield EnterParty(party=code, kind="state", source=Source(publication="UNTERM, M49 (states)"))


def law_told() -> Iterator[Act]:
    """Instruments in an order in which those named come first, then stages, conditions and status."""
    yield from _instruments()
    for stage in facts.stages():
        yield law.RecordStage(
            instrument=stage.instrument,
            stage=stage.stage,
            on=stage.on,
            note=_land(stage),
            grounds=grounds(stage.source),
        )
    yield from _articles()
    yield from _conditions()
    yield from _status()


def worded(key: str) -> Text:
    """A name of a list, an office, a place or a zone."""
    return text(facts.wording()[key].said())


def _instruments() -> Iterator[Act]:
    said = {(name.instrument, name.of): text(name.said()) for name in facts.names()}
    authentic = {name.instrument: (name.authentic or "").split() for name in facts.names() if name.of == "name"}
    for row in sorted(facts.instruments(), key=lambda row: (row.parent or "", row.instrument)):
        zone = f"zone-{row.instrument}"
        yield law.EnterInstrument(
            instrument=row.instrument,
            kind=row.kind,
            name=said[row.instrument, "name"],
            short=said.get((row.instrument, "short")),
            symbol=row.symbol,
            parent=row.parent,
            depositaries=tuple(
                law.Depositary(
                    depositary=one.depositary,
                    party=one.iso3,
                    name=worded(one.wording) if one.wording else None,
                    city=worded(f"place-{one.depositary}") if one.iso3 else None,
                )
                for one in facts.depositaries()
                if one.instrument == row.instrument
            ),
            opened_on=row.opened,
            open_to=facts.listed(row.open_to) if row.open_to else (),
            authentic=tuple(cast(Language, lang) for lang in LANGUAGES if lang in authentic[row.instrument]),
            zone=law.Zone(name=worded(zone), beyond_territories=row.instrument in BEYOND)
            if zone in facts.wording()
            else None,
            grounds=grounds(row.source),
        )


def _land(stage: facts.StageRow) -> Text | None:
    """The land area of a zone, where the source that gives its entry into force gives that too."""
    for zone in treaties.zones():
        told = (zone.instrument, zone.source, zone.in_force) == (stage.instrument, stage.source, stage.on)
        if told and zone.land is not None:
            said = notes()["zone-land"].said()
            return text({lang: words.format(amount=zone.land) for lang, words in said.items()})
    return None


def _articles() -> Iterator[Act]:
    sources_of = {row.instrument: row.source for row in facts.instruments()}
    for row in facts.articles():
        yield law.SummariseArticle(
            instrument=row.instrument,
            provision=row.article,
            place=row.place,
            summary=text(row.said()),
            grounds=grounds(sources_of[row.instrument]),
        )


def _condition(row: facts.Condition) -> law.Condition:
    number, name = row.number or 0, row.list or ""
    match row.condition:
        case "at-least":
            return law.AtLeast(number=number)
        case "all-of-states":
            return law.AllOfStates(name=worded(name), listed=facts.listed(name))
        case "depositary-states":
            return law.DepositaryStates()
        case "exchanged":
            return law.Exchanged()
        case "in-force-for":
            return law.InForceFor(instrument=row.other or "", name=worded(name), listed=facts.listed(name))
        case "after-opening":
            return law.AfterOpening(wait=law.Wait(months=number))


def _conditions() -> Iterator[Act]:
    for entry in facts.entries():
        yield law.SetConditions(
            instrument=entry.instrument,
            provision=entry.article,
            entry_conditions=tuple(_condition(row) for row in facts.conditions() if row.instrument == entry.instrument),
            wait=law.Wait(days=entry.wait_days) if entry.wait_days else None,
            each=law.Wait(days=entry.each_days) if entry.each_days else None,
            waivable=entry.waivable == "yes",
            grounds=grounds(entry.source),
        )


def _window(row: treaties.TreatyAction) -> Text | None:
    """What a source says of a day that it does not give."""
    if row.not_before is None:
        return None
    said = notes()["between" if row.not_after else "after"].said()
    return text({lang: words.format(since=row.not_before, until=row.not_after) for lang, words in said.items()})


def _rows(
    instrument: str, action: str, source: str, rows: Iterable[law.StatusRow], by: Day | None = None
) -> Iterator[Act]:
    deeds = tuple(rows)
    for start in range(0, len(deeds), BATCH):
        yield law.RecordStatus(
            instrument=instrument,
            action=cast(law.ActionKind, action),
            deeds=deeds[start : start + BATCH],
            grounds=grounds(source, by),
        )


def _status() -> Iterator[Act]:
    for remark in treaties.remarks():
        yield law.MakeReservation(
            instrument=remark.instrument,
            reservation=remark.reservation,
            kind=remark.kind,
            state=remark.iso3,
            text=text(remark.said()),
            upon=remark.upon,
            on=remark.on,
            grounds=grounds(remark.source),
        )

    def key(row: treaties.TreatyAction) -> tuple[str, str, str, Day]:
        return row.instrument, row.action, row.source, row.not_after or Day.max

    for (instrument, action, source, by), rows in groupby(sorted(treaties.actions(), key=key), key):
        deeds = (law.StatusRow(party=row.iso3, on=row.on, depositary=row.place, note=_window(row)) for row in rows)
        yield from _rows(instrument, action, source, deeds, None if by == Day.max else by)
    for one in treaties.standings():
        if one.standing == "not-signed":
            row = law.StatusRow(party=one.iso3, on=one.as_of)
            yield from _rows(one.instrument, "not-signed", one.source, [row])
    for dispute in treaties.disputes():
        said = {lang: str(getattr(dispute, f"note_{lang}")) for lang in ("ar", "zh", "en", "fr", "ru", "es")}
        row = law.StatusRow(party=dispute.iso3, on=dispute.on, note=text(said))
        yield from _rows(dispute.instrument, dispute.action, dispute.source, [row])

    by_list = text(notes()["listed"].said())

    def listed(row: treaties.Safeguards) -> tuple[str, str, str, Day]:
        return row.instrument, row.standing, row.source, row.as_of

    for (instrument, standing, source, as_of), list_ in groupby(sorted(treaties.safeguards(), key=listed), listed):
        yield from _rows(
            instrument, standing, source, (law.StatusRow(party=row.iso3, on=as_of, note=by_list) for row in list_)
        )
    exchanged = [law.StatusRow(party=code, on=Day(2011, 2, 5)) for code in facts.listed("new-start")]
    yield from _rows("new-start", "exchange", "state-new-start", exchanged)
    suspended = law.StatusRow(party="RUS", on=Day(2023, 2, 28), note=text(notes()["suspended-2023"].said()))
    yield from _rows("new-start", "suspension", "wikipedia-new-start", [suspended])
