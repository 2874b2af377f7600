"""A draft that comes back as a word-processing document: what it asks for, as acts, and what a person should look at.

Nothing is said and nothing is kept. Whatever cannot be expressed, placed or attributed is a finding with the number
of the page and paragraph, so that nothing that somebody wrote is lost silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.areas.negotiation.acts import ExplainPosition, ProposeAmendment, ProposeSubamendment
from accord.areas.negotiation.revising import in_order, merged, revised
from accord.papers.importing.preview import preview, try_act
from accord.papers.reading.files import LARGEST_FILE, Unreadable
from accord.papers.reading.files.archive import Archive
from accord.papers.reading.findings import finding
from accord.papers.reading.structs import Finding
from accord.papers.report.issue import Read
from accord.papers.word.changed import Wanted, Whose, wanted
from accord.papers.word.clusters import Clustered, clustered
from accord.papers.word.inside import by_amendment, inside
from accord.papers.word.known import Known
from accord.papers.word.noticed import about_archive, about_placing, about_wanted, at, author_unknown
from accord.papers.word.placed import place
from accord.papers.word.remarks import remarks
from accord.papers.word.said import LONGEST_NOTE, Namer, amendment, statements, subamendment
from accord.papers.word.senders import parties_by_name
from accord.papers.word.sheet import Sheet, names
from accord.papers.word.stream import MOST_STRETCHES, UNTRACKED, Mark, Stream, read_stream
from accord.papers.word.values import Remark, Returned, Sender
from accord.papers.word.whence import bases, whence
from accord.wire import codec
from accord.world.world import World

LARGEST_ACT = 43_000
"""Bytes of an act that leave room for its envelope."""


class Opened(Struct, frozen=True):
    """A file taken apart, before any record is asked: what can take long with a hostile file is over."""

    archive: Archive
    stream: Stream


def opened(data: bytes, most: int = MOST_STRETCHES) -> Opened:
    """A returned file, taken apart. Nothing in it is run, followed or resolved.

    Args:
        most: stretches of text that it may have.

    Raises:
        Unreadable: no DOCX, a broken, locked or swollen one.
    """
    if len(data) > LARGEST_FILE:
        raise Unreadable("too-large", most=LARGEST_FILE)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("old-word")
    if not data.startswith(b"PK"):
        raise Unreadable("no-word")
    archive = Archive(data)
    return Opened(archive, read_stream(archive, most))


def returned(file: Opened, world: World, sender: Sender, draft: str = "", read: Read | None = None) -> Returned:
    """What a returned file asks for.

    Args:
        draft: the draft that it is a copy of, where the file no longer tells.
        read: looks up an entry, to know changes that are in the record already by their moments.

    Raises:
        Unreadable: a part of it is broken, or it is not a copy of any draft of this record.
    """
    sheet = whence(file.archive, file.stream, world, draft)
    return _Reader(file.archive, file.stream, sheet, world, sender, read).returned()


class _Reader:
    """One file, read against the record."""

    def __init__(
        self, archive: Archive, stream: Stream, sheet: Sheet, world: World, sender: Sender, read: Read | None
    ) -> None:
        self.sheet, self.world, self.sender = sheet, world, sender
        self.view = world.negotiation
        self.units = self.view.tables.units.get(sheet.draft, {})
        self.bases = bases(self.view, sheet)
        self.placed = place(stream, self.bases, names(self.units))
        self.known = Known(world, sheet, read)
        self.remarks = tuple(remarks(archive, stream, self.placed, self.known.seals()))
        self.namer = Namer(self.view, sheet.draft)
        self.findings = [*about_archive(archive, stream), *about_placing(self.placed)]
        self.acts: list[ProposeAmendment | ProposeSubamendment | ExplainPosition] = []

    def returned(self) -> Returned:
        """The acts, remarks and findings."""
        sheet = self.sheet
        exact: bool | None = None
        left = list(self.remarks)
        if sheet.language != self.view.tables.drafts[sheet.draft].act.language:
            self.findings.append(finding("document", "word-translation"))
        else:
            if sheet.state < self.view.state(sheet.draft):
                self.findings.append(
                    finding("document", "word-late", state=sheet.state, now=self.view.state(sheet.draft))
                )
            for party, whose in self._parties():
                exact = self._asked(party, whose, left)
            exact = None if self.sender.by_author else exact
        self._unsaid(left)
        self.findings += self._without_effect()
        return Returned(sheet, tuple(self.acts), self.remarks, tuple(self.findings), exact)

    def _parties(self) -> Iterator[tuple[str, Whose]]:
        """Whose changes become amendments of which party. What is in the record already is nobody's."""
        if not self.sender.by_author:
            yield self.sender.party, lambda mark: not self.known(mark)
            return
        authors: dict[str, list[str]] = {}
        by_name = parties_by_name(self.world)
        marks = (mark for one in self.placed.sited for mark in (one.stretch.put, one.stretch.gone) if mark is not None)
        for mark in dict.fromkeys(mark for mark in marks if not self.known(mark)):
            party = self.sender.party if mark == UNTRACKED else by_name.get(mark.author.strip().casefold(), "")
            if party:
                authors.setdefault(party, []).append(mark.author)
            else:
                author_unknown(self.findings, mark.author)
        for party, found in authors.items():
            yield party, _of(self.known, frozenset(found))

    def _asked(self, party: str, whose: Whose, left: list[Remark]) -> bool | None:
        """The amendments of one party; whether they make of the draft what the file says."""
        of_others, placed = inside(self.placed, self.view, self.sheet.draft, self.known.amendments, whose)
        found = wanted(placed, self.bases, whose)
        kinds = {unit: row.kind for unit, row in self.units.items()}
        stem = self.namer.name(party)
        slash = self.view.tables.drafts[self.sheet.draft].act.slash
        made = clustered(found, self.bases, kinds, lambda n: f"{stem}.{n}", slash)
        self.findings += about_wanted(found, made)
        name: str | None = stem
        for cluster in made.clusters:
            told = [one for one in left if one.index in cluster.indexes or one.unit in cluster.units]
            act = amendment(self.sheet, name or self.namer.name(party), cluster.changes, party, told, self.sender)
            name = None
            self._add(act, told, left)
        rows = self.view.tables.amendments.get(self.sheet.draft, {})
        for amended, asked in by_amendment(of_others).items():
            told = [remark for remark in left if any(remark.index in one.indexes for one in asked)]
            changes = [one.change for one in asked]
            named = self.namer.name_under(amended)
            self._add(subamendment(self.sheet, named, rows[amended], changes, party, told, self.sender), told, left)
        return self._is_exact(found, made)

    def _add(self, act: ProposeAmendment | ProposeSubamendment, told: list[Remark], left: list[Remark]) -> None:
        """An act with the comments that are its note; one that is too large is a finding instead."""
        if len(codec.encode(act)) > LARGEST_ACT:
            self.findings.append(finding("document", "word-act-too-large", amendment=act.amendment))
        else:
            self.acts.append(act)
        left[:] = [one for one in left if one not in told]

    def _is_exact(self, found: Wanted, made: Clustered) -> bool | None:
        """Whether the amendments alone, merged, give the text of the file in its order."""
        sheet = self.sheet
        state = self.view.state(sheet.draft)
        if sheet.state < state:
            return None
        after = 1 + max((place.entry for row in self.units.values() for place in row.places), default=0)
        asked = {after + n: cluster.changes for n, cluster in enumerate(made.clusters)}
        outcome = merged(self.units, asked, self.view.tables.drafts[sheet.draft].act.slash)
        if outcome.clashes:
            return False
        rows = {**self.units, **revised(self.units, outcome, state + 1, after + len(asked))}
        order = in_order(rows, state + 1)
        return order == made.order and all(rows[unit].current.text == made.texts[unit] for unit in order)

    def _unsaid(self, left: Sequence[Remark]) -> None:
        """Comments on units that nobody amends: said as statements where that is wanted; those on no unit are shown."""
        if self.sender.with_comments:
            self.acts += statements(self.sheet, self.namer, left, self.sender.party, self.sender)
        for remark in self.remarks:
            if remark.unit is None:
                words = remark.words[:200]
                self.findings.append(finding(at(remark), "word-comment", author=remark.author[:60], words=words))
            elif len(remark.words) > LONGEST_NOTE:
                self.findings.append(finding(at(remark), "word-comment-long", most=LONGEST_NOTE))

    def _without_effect(self) -> Iterator[Finding]:
        """The acts that would have no effect if they were said now, one after the other, and why."""
        world = preview(self.world)
        for act in self.acts:
            ruling = try_act(world, self.sender.party, act)
            if not ruling.counts:
                name = act.position if isinstance(act, ExplainPosition) else act.amendment
                yield finding(name, "word-no-effect", amendment=name, reason=ruling.reason or "")


def _of(known: Known, authors: frozenset[str]) -> Whose:
    """Whether a change is one of some authors', and not in the record already."""

    def whose(mark: Mark) -> bool:
        return mark.author in authors and not known(mark)

    return whose
