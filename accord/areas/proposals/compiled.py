"""How lists of proposals are asked about: as they stand, as they were made, and what has changed since."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.pages import tally
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import (
    Cite,
    Correction,
    EntryIndex,
    Missing,
    Page,
    Part,
    PartyCode,
    cite,
    cite_entry,
    head,
    history,
)
from accord.areas.parties.rows import listed as rows_of
from accord.areas.proposals.acts import MakeCompilation
from accord.areas.proposals.corrections import WindowRow, window_rows
from accord.areas.proposals.known import Known
from accord.areas.proposals.listing import digest_of, listed
from accord.areas.proposals.pages import ListOrder, Silence, TabledBy, tabled_by, theme_title
from accord.areas.proposals.parts import CompilationName, ProposalName, SourceRow, source_rows
from accord.areas.proposals.rows import ListLine
from accord.reference.states import states

Caveat = Literal["without-prejudice"]
ChangedLine = Literal["added", "taken-out", "other-text", "other-sponsors", "other-support", "other-assignment"]


class LineRow(Part, frozen=True):
    """A line of a list: a proposal under a theme, in the text that the list has, with its sources."""

    theme: str | None
    """`None`: assigned to no theme."""
    theme_title: Text | None
    proposal: ProposalName
    title: Text
    text: Text | None
    verbatim: bool
    version: int
    sources: tuple[SourceRow, ...]
    tabled_by: TabledBy
    sponsors: tuple[PartyCode, ...]
    """Empty: the source names no sponsor, or all have left."""
    supporters: tuple[PartyCode, ...]
    """Of this very text."""
    assigners: tuple[PartyCode, ...]
    cite: Cite


class Took(Part, frozen=True):
    """How many States are on record as having spoken in the body, of how many. Silence is no agreement (¶¶10-12)."""

    spoke: int
    via_group: int
    no_recorded_statement: int
    not_in_register: int
    """Members of the United Nations of which this record knows nothing at all; in an exercise there are none."""
    of_states: int
    """The denominator: the States of the register and those that it lacks."""


class KeptRow(Part, frozen=True):
    """A list that was kept."""

    compilation: CompilationName
    title: Text | None
    as_of: EntryIndex
    line_count: int
    same_now: bool
    digest: str
    document: SymbolText | None
    cite: Cite


class ChangedRow(Part, frozen=True):
    """What has changed in a line since the list was made."""

    theme: str | None
    proposal: ProposalName
    changed: ChangedLine


class CompilationsPage(Page, frozen=True, tag="compilations"):
    """The list of the proposals that stand, by theme, as of now; and the lists that were kept (A/68/514 ¶¶16, 18)."""

    body: BodyCode
    caveat: Caveat
    list_order: ListOrder
    participation: Took
    silence: Silence
    digest: str
    """Of the list as it stands: what a list made now would have."""
    lines: Sequence[LineRow]
    compilations: tuple[KeptRow, ...]


class CompilationPage(Page, frozen=True, tag="compilation"):
    """A list as it was made, with the sources of each line, and what has changed since."""

    body: BodyCode
    compilation: CompilationName
    title: Text | None
    caveat: Caveat
    as_of: EntryIndex
    """The entry that made it: the list is as of there."""
    list_order: ListOrder
    participation: Took
    silence: Silence
    digest: str
    same_now: bool
    """Whether the list made now would have the same digest."""
    document: SymbolText | None
    made: datetime.date | None
    lines: Sequence[LineRow]
    changes_since: tuple[ChangedRow, ...]
    windows: tuple[WindowRow, ...]
    cite: Cite
    history: tuple[Correction, ...]


def line_row(known: Known, body: str, line: ListLine) -> LineRow:
    """A line of a list."""
    name = key(body, line.proposal)
    wording = known.proposals.wording(name, line.version)
    return LineRow(
        theme=line.theme or None,
        theme_title=theme_title(known, body, line.theme),
        proposal=name,
        title=wording.title,
        text=wording.text,
        verbatim=wording.verbatim,
        version=line.version,
        sources=source_rows(body, wording.sources),
        tabled_by=tabled_by(known, name),
        sponsors=line.sponsors,
        supporters=line.supporters,
        assigners=line.assigners,
        cite=cite_entry(known, line.entry, *line.sponsors),
    )


def present(known: Known, body: str) -> tuple[tuple[ListLine, ...], str]:
    """The list of a body as it stands, and its digest."""

    def made() -> tuple[tuple[ListLine, ...], str]:
        lines = listed(known.proposals, body)
        return lines, digest_of(known.proposals, body, lines)

    return known.once(f"list of {body}", made)


def took_part(known: Known, body: str) -> Took:
    """How many States are on record as having spoken, of how many."""
    spoke, via_group, silent = tally(known, body)
    register = known.parties.tables.parties
    members = () if known.exercise else (code for code, state in states().items() if state.status == "member")
    lacking = sum(code not in register for code in members)
    return Took(
        spoke=spoke,
        via_group=via_group,
        no_recorded_statement=silent,
        not_in_register=lacking,
        of_states=spoke + via_group + silent + lacking,
    )


def kept_row(known: Known, fact: Fact[MakeCompilation], now: str) -> KeptRow:
    """A list that was kept; `now` is the digest of the list as it stands."""
    act = fact.act
    name = key(act.body, act.compilation)
    made = known.proposals.tables.lists[name]
    return KeptRow(
        compilation=name,
        title=act.title,
        as_of=made.entry,
        line_count=len(made.lines),
        same_now=made.digest == now,
        digest=made.digest,
        document=act.document,
        cite=cite(known, fact),
    )


def changes(before: tuple[ListLine, ...], now: tuple[ListLine, ...], body: str) -> tuple[ChangedRow, ...]:
    """What differs between two lists, in the order of the later one; lines that it lacks last."""
    old = {(line.theme, line.proposal): line for line in before}
    new = {(line.theme, line.proposal): line for line in now}
    found = []
    for place in (*new, *(place for place in old if place not in new)):
        for changed in _changed(old.get(place), new.get(place)):
            found.append(ChangedRow(theme=place[0] or None, proposal=key(body, place[1]), changed=changed))
    return tuple(found)


def _changed(old: ListLine | None, new: ListLine | None) -> list[ChangedLine]:
    if old is None:
        return ["added"]
    if new is None:
        return ["taken-out"]
    compared: list[tuple[ChangedLine, object, object]] = [
        ("other-text", (old.version, old.entry), (new.version, new.entry)),
        ("other-sponsors", old.sponsors, new.sponsors),
        ("other-support", old.supporters, new.supporters),
        ("other-assignment", old.assigners, new.assigners),
    ]
    return [changed for changed, was, is_ in compared if was != is_]


def compilations(known: Known, body: str = "", *, on: datetime.date | None = None) -> CompilationsPage:
    """The list as it stands, and the lists that were kept.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    lines, digest = present(known, name)
    return CompilationsPage(
        head=head(known, on),
        body=name,
        caveat="without-prejudice",
        list_order="as-tabled",
        participation=took_part(known, name),
        silence="no-position",
        digest=digest,
        lines=rows_of(lines, lambda line: line_row(known, name, line)),
        compilations=tuple(
            kept_row(known, fact, digest)
            for fact in known.proposals.tables.compilations.values()
            if fact.act.body == name
        ),
    )


def compilation(known: Known, compilation: str, body: str = "", *, on: datetime.date | None = None) -> CompilationPage:
    """A list as it was made.

    Raises:
        Missing: no such compilation or body.
    """
    of = established(known, body).act.body
    name = key(of, compilation)
    fact = known.proposals.tables.compilations.get(name)
    if fact is None:
        raise Missing("compilation", compilation)
    made = known.proposals.tables.lists[name]
    now, digest = present(known, of)
    return CompilationPage(
        head=head(known, on),
        body=of,
        compilation=name,
        title=fact.act.title,
        caveat="without-prejudice",
        as_of=made.entry,
        list_order="as-tabled",
        participation=took_part(known, of),
        silence="no-position",
        digest=made.digest,
        same_now=made.digest == digest,
        document=fact.act.document,
        made=fact.act.on,
        lines=rows_of(made.lines, lambda line: line_row(known, of, line)),
        changes_since=changes(made.lines, now, of),
        windows=window_rows(known, of, on, compilation=compilation),
        cite=cite(known, fact),
        history=history(known, fact),
    )
