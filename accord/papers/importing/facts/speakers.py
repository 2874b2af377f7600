"""Who spoke, who introduced papers, who handed them in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from accord.acts import symbols
from accord.areas.meetings.acts import IntroducePaper, MakeStatement, SubmitViews
from accord.papers.importing.draft import Draft
from accord.papers.importing.facts.meetings import ranks, register, strike
from accord.papers.importing.names import Names
from accord.papers.importing.places import Labels
from accord.papers.reading import Reading


def _days(found: Sequence[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day.partition("/")[0]) for day in found)


def statements(draft: Draft, reading: Reading, names: Names) -> None:
    """Who spoke: States, organisations, officials; the first paragraph with States is the general exchange."""
    said = reading.statements
    general = said.states[0].paragraph if said.states else None
    acts: list[MakeStatement] = []
    known = Labels(
        {
            label: (f.act.occasion, f.act.speaker, f.act.official.words(draft.language)[0] if f.act.official else None)
            for label, f in register(draft, "statement").items()
        }
    )
    voices = [(s.state, "state", s.on_behalf_of, "group", s.paragraph, s.dates) for s in said.states]
    voices += [
        (o.name, "civil-society", o.on_behalf_of, "civil-society", o.paragraph, o.dates) for o in said.civil_society
    ]
    for name, kind, behalf, behalf_kind, paragraph, dates in voices:
        place = f"para-{paragraph}"
        occasion: Any = "general-exchange" if paragraph == general else "other"
        speaker = names.code(name, kind, place)  # type: ignore[arg-type]
        label = known.take((occasion, speaker, None), f"{occasion}-{speaker}")
        acts.append(
            MakeStatement(
                body=draft.body,
                statement=label,
                speaker=speaker,
                on_behalf_of=names.code(behalf, behalf_kind, place) if behalf else None,  # type: ignore[arg-type]
                occasion=occasion,
                days=_days(dates),
                source=draft.source(place),
            )
        )
    for number, official in enumerate(said.officials, 1):
        acts.append(
            MakeStatement(
                body=draft.body,
                statement=known.take(("address", None, official.name), f"address-{number}"),
                official=draft.text(official.name),
                occasion="address",
                days=_days(official.dates),
                source=draft.source(f"para-{official.paragraph}"),
            )
        )
    if opened := reading.opened_by:
        acts.append(
            MakeStatement(
                body=draft.body,
                statement=known.take(("opening", None, opened.office), "opening"),
                official=draft.text(opened.office),
                occasion="opening",
                days=_days((opened.date,)) if opened.date else (),
                source=draft.source(f"para-{opened.paragraph}"),
            )
        )
    _placed(draft, "statement", acts, "statement")


def _placed(draft: Draft, name: str, acts: Sequence[Any], label: str) -> None:
    """Says the records of a list, each at its place, and strikes the others."""
    keys = [getattr(act, label) for act in acts]
    ranked = ranks(draft, name, keys)
    for act in acts:
        draft.say(replace(act, place=ranked[getattr(act, label)]))
    strike(draft, name, keys)


def introductions(draft: Draft, reading: Reading, names: Names) -> None:
    """Who introduced working papers, with the paper where the sponsors leave no doubt."""
    acts: list[IntroducePaper] = []
    current = {k: (f.act.introducers, f.act.on_behalf_of) for k, f in register(draft, "introduction").items()}
    known = Labels(current)
    for one in reading.introductions:
        place = f"para-{one.paragraph}"
        who = tuple(names.code(name, "group", place) for name in one.introduced_by)
        behalf = tuple(names.code(name, "group", place) for name in one.on_behalf_of)
        label = known.take((who, behalf), "intro-" + "-".join(who)[:50])
        paper = _paper(draft, who, behalf)
        acts.append(
            IntroducePaper(
                body=draft.body,
                introduction=label,
                introducers=who,
                on_behalf_of=behalf,
                jointly=one.jointly,
                days=_days(one.dates),
                document=paper,
                inferred=paper is not None,
                source=draft.source(place),
            )
        )
    chair = reading.chair_compilation
    if chair is not None and reading.introductions:
        acts.append(
            IntroducePaper(
                body=draft.body,
                introduction=known.take(((), ()), "intro-chair"),
                introducers=(),
                by_chair=True,
                document=symbols.normal(chair),
                days=_days(reading.introductions[0].dates),
                inferred=True,
                source=draft.source(f"para-{reading.introductions[0].paragraph}"),
            )
        )
    _placed(draft, "introduction", acts, "introduction")


def _paper(draft: Draft, who: tuple[str, ...], behalf: tuple[str, ...]) -> str | None:
    """The one working paper whose sponsors are those who introduced it, or among those they spoke for."""
    exact, near = [], []
    for fact in draft.world.documents.of_body(draft.body):
        if fact.act.kind != "working-paper":
            continue
        sponsors = set(draft.world.documents.sponsors(fact.act.symbol))
        if sponsors and sponsors in (set(who), set(behalf)):
            exact.append(fact.act.symbol)
        elif behalf and sponsors and sponsors <= set(behalf) | set(who):
            near.append(fact.act.symbol)
    found = exact or near
    return found[0] if len(found) == 1 else None


def submissions(draft: Draft, reading: Reading, names: Names) -> None:
    """The organisations that handed in papers."""
    acts = []
    for one in reading.submissions:
        place = f"para-{one.paragraph}"
        acts.append(
            SubmitViews(
                body=draft.body, submitter=names.code(one.name, "civil-society", place), source=draft.source(place)
            )
        )
    unique = {act.submitter: act for act in acts}
    _placed(draft, "submission", list(unique.values()), "submitter")
