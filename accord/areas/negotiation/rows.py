"""The rows of the tables of negotiation: units with their versions, amendments with their sponsors, revisions."""

from __future__ import annotations

from accord.acts.view import Row
from accord.areas.drafting.acts import UnitKind
from accord.areas.negotiation.acts import BreakSilence, ProposeAmendment, ProposeSubamendment
from accord.areas.negotiation.edits import Edits, compose
from accord.areas.negotiation.merging import Credited, plain
from accord.areas.negotiation.weave import kept


class Version(Row, frozen=True):
    """A text of a unit: from which state of the draft on, its hash, and the edits that made it of the one before.

    Of a unit that was added by more than one, its first text has edits too: they put its words, each with whose it is.
    """

    entry: int
    state: int
    hash: str
    text: str
    edits: tuple[Credited, ...] = ()


class Place(Row, frozen=True):
    """Where a unit stands from a state on: on the spine of the draft as tabled, or after another unit."""

    entry: int
    state: int
    spine: bool
    after: str | None
    order: int
    """Among its likes: the printed place on the spine, else the entry of the amendment."""


class UnitRow(Row, frozen=True):
    """A unit of a draft, through all its states."""

    entry: int
    by: tuple[int, ...]
    """Whose it is: the entry that wrote it, or of the amendment that added it."""
    kind: UnitKind
    number: str
    alternative_to: str | None
    since: int
    """The state of the draft in which it first stands; 0 as tabled."""
    until: int | None
    """The state in which it no longer stands."""
    gone_by: tuple[int, ...]
    places: tuple[Place, ...]
    versions: tuple[Version, ...]

    @property
    def current(self) -> Version:
        """Its text now, or the last one it had."""
        return self.versions[-1]

    def stands(self, state: int) -> bool:
        """Whether it stands in a state of the draft."""
        return self.since <= state and (self.until is None or self.until > state)

    def at(self, state: int) -> Version:
        """Its text in a state of the draft."""
        return next((v for v in reversed(self.versions) if v.state <= state), self.versions[0])

    def place(self, state: int) -> Place:
        """Where it stands in a state of the draft."""
        return next((p for p in reversed(self.places) if p.state <= state), self.places[0])

    def named(self, base: str) -> int | None:
        """The number of the version with a hash, the latest if a text came back; `None` if it never had that text."""
        return next((n for n in range(len(self.versions) - 1, -1, -1) if self.versions[n].hash == base), None)

    def since_version(self, number: int) -> Edits:
        """What changed the text since a version, as one amendment of it."""
        edits = plain(kept(len(self.versions[number].text)))
        for version in self.versions[number + 1 :]:
            edits = compose(edits, plain(version.edits))
        return edits


class Joined(Row, frozen=True):
    """A sponsor of an amendment, from an entry until another."""

    party: str
    entry: int
    ended: int | None = None


class AmendmentRow(Row, frozen=True):
    """An amendment: open, agreed with the revision that merged it, withdrawn, or fallen with the one that it amends."""

    entry: int
    by: str
    act: ProposeAmendment | ProposeSubamendment
    sponsors: tuple[Joined, ...]
    withdrawn: int | None = None
    merged: int | None = None
    """The state of the draft into which it was merged."""
    fallen: int | None = None
    """The entry in which the amendment that it amends was withdrawn, or merged without it."""

    @property
    def open(self) -> bool:
        """Whether it is neither merged nor withdrawn nor fallen."""
        return self.withdrawn is None and self.merged is None and self.fallen is None

    @property
    def amends(self) -> str | None:
        """The amendment that it amends; `None` where it amends the draft."""
        return self.act.amends if isinstance(self.act, ProposeSubamendment) else None

    def holding(self) -> tuple[str, ...]:
        """Its sponsors now."""
        return tuple(row.party for row in self.sponsors if row.ended is None)


class RevisionRow(Row, frozen=True):
    """A revision: its document, `None` for an oral one, and the amendments that it merged."""

    entry: int
    by: str
    document: str | None
    merged: tuple[str, ...]


class BreakRow(Row, frozen=True):
    """Silence broken: by whom in which entry, and when the record admitted it."""

    entry: int
    by: str
    act: BreakSilence
    admitted: int
