"""Meetings, panels, themes, consideration and adoption of the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from accord.acts import symbols
from accord.acts.values import Person
from accord.areas.drafting.acts import AdoptReport, ConsiderReport
from accord.areas.meetings.acts import (
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    IntroducePaper,
    MakeStatement,
    Panellist,
    StrikeRecord,
)
from accord.papers.importing.draft import Draft
from accord.papers.importing.facts.people import affiliated
from accord.papers.importing.names import Names
from accord.papers.importing.places import labels, places
from accord.papers.reading import Reading
from accord.papers.reading.records import Meeting


def register(draft: Draft, name: str) -> dict[str, Any]:
    """The records of this body in a register, by label."""
    table = draft.world.meetings.register(name)
    head = f"{draft.body}/"
    return {key[len(head) :]: fact for key, fact in table.items() if key.startswith(head)}


def ranks(draft: Draft, name: str, keys: Sequence[str]) -> dict[str, int]:
    """The places of records in their list, kept where they fit."""
    return places(keys, {k: f.act.place for k, f in register(draft, name).items() if f.act.place is not None}, 10)


def strike(draft: Draft, name: str, keep: Sequence[str]) -> None:
    """Strikes what this document said before and says no longer.

    Where a reading has none at all of a kind, it was rather not read: then nothing is struck, and a note says so.
    """
    for label, fact in register(draft, name).items():
        if label not in keep and _readable(fact.act) and draft.owns(fact) and draft.found(name, keep):
            act = StrikeRecord(body=draft.body, register=name, label=label, reason="not in the document")  # type: ignore[arg-type]
            draft.do(act, "gone")


def _readable(act: Any) -> bool:
    """Whether a reader finds records of this kind: what it cannot find, its silence does not deny."""
    opening = isinstance(act, MakeStatement) and act.occasion == "opening"
    return not opening and not (isinstance(act, IntroducePaper) and act.by_chair)


def _span(meeting: Meeting) -> tuple[str, str]:
    first, _, last = meeting.dates[0].partition("/")
    return first, last or first


def meetings(draft: Draft, reading: Reading) -> None:
    """The periods in which the body met."""
    wanted: list[tuple[str, ...]] = [(m.type, *_span(m)) for m in reading.meetings]
    current = {k: (f.act.kind, str(f.act.first), str(f.act.last)) for k, f in register(draft, "meeting").items()}
    named = labels([(b, c, a) for a, b, c in wanted], {k: (b, c, a) for k, (a, b, c) in current.items()}, "meeting")
    draft.meeting_labels = named
    for meeting, label in zip(reading.meetings, named, strict=True):
        first, last = _span(meeting)
        draft.say(
            HoldMeetings(
                body=draft.body,
                meeting=label,
                kind=meeting.type,  # type: ignore[arg-type]
                first=date.fromisoformat(first),
                last=date.fromisoformat(last),
                venue=None if meeting.place is None else draft.text(meeting.place),
                source=draft.source(_unit(reading, "meeting-dates", "paragraph")),
            )
        )
    strike(draft, "meeting", named)


def _unit(reading: Reading, kind: str, unit_kind: str) -> str:
    units = (u for u in reading.units if u.kind == unit_kind and any(s.kind == kind for s in u.spans))
    return next((unit.id for unit in units), "document")


def panel_labels(draft: Draft, reading: Reading) -> list[str]:
    """A label for each panel, that of the record where the theme or the moderator is the same."""
    current = {k: (f.act.title.words(draft.language)[0], f.act.moderator.name if f.act.moderator else "")
               for k, f in register(draft, "panel").items()}  # fmt: skip
    return labels([(p.theme, p.moderator.name or "") for p in reading.panels], current, "panel")


def panels(draft: Draft, reading: Reading, names: Names) -> None:
    """The panels with moderators and panellists."""
    ranked = ranks(draft, "panel", draft.panel_labels)
    texts = {u.id: u.text for u in reading.units}
    for panel, label in zip(reading.panels, draft.panel_labels, strict=True):
        unit = panel.ref.replace("panel-", "para-")
        state = panel.moderator.state
        draft.say(
            HoldPanel(
                body=draft.body,
                panel=label,
                title=draft.text(panel.theme),
                moderator=Person(name=panel.moderator.name) if panel.moderator.name else None,
                moderator_state=names.code(state, "state", unit) if state else None,
                panellists=tuple(
                    Panellist(person=Person(name=one.name), **affiliated(draft, names, one, texts.get(unit, "")))
                    for one in panel.panellists
                ),
                place=ranked[label],
                source=draft.source(unit),
            )
        )
    strike(draft, "panel", draft.panel_labels)


def themes(draft: Draft, reading: Reading, names: Names) -> None:
    """The themes of the substantive discussion."""
    current = {k: (f.act.title.words(draft.language)[0], f.act.facilitator.name if f.act.facilitator else "")
               for k, f in register(draft, "theme").items()}  # fmt: skip
    named = labels([(t.title, t.moderator.name or "") for t in reading.themes], current, "theme")
    draft.theme_labels = named
    ranked = ranks(draft, "theme", named)
    for theme, label in zip(reading.themes, named, strict=True):
        unit = theme.ref.replace("theme-", "para-")
        leader = theme.moderator
        draft.say(
            DiscussTheme(
                body=draft.body,
                theme=label,
                title=draft.text(theme.title),
                facilitator=Person(name=leader.name) if leader.name else None,
                facilitator_state=names.code(leader.state, "state", unit) if leader.state else None,
                by_chair=bool(leader.role),
                place=ranked[label],
                source=draft.source(unit),
            )
        )
    strike(draft, "theme", named)


def _days(found: Sequence[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day.partition("/")[0]) for day in found)


def adoption(draft: Draft, reading: Reading) -> None:
    """When the body considered its report, and how it adopted it."""
    found = reading.adoption
    if found is None:
        return
    first, last = (f"para-{n}" for n in (min(found.paragraphs), max(found.paragraphs)))
    if found.considered:
        draft.say(
            ConsiderReport(
                body=draft.body,
                document=draft.symbol,
                agenda_item=_cited(reading, found.paragraphs),
                days=_days(found.considered),
                source=draft.source(first),
            )
        )
    if found.adopted:
        draft.say(
            AdoptReport(
                body=draft.body,
                document=draft.symbol,
                drafts=tuple(symbols.normal(symbol) for symbol in found.drafts),
                on=date.fromisoformat(found.adopted),
                orally_revised=found.orally_revised,
                mode=found.mode if found.mode in ("consensus", "without-a-vote", "vote") else "unknown",  # type: ignore[arg-type]
                source=draft.source(last),
            )
        )


def _cited(reading: Reading, paragraphs: Sequence[int]) -> int | None:
    units = {f"para-{n}" for n in paragraphs}
    spans = (s for u in reading.units if u.id in units for s in u.spans if s.kind == "agenda-number")
    return next((int(s.value) for s in spans if s.value.isdigit()), None)
