"""Of which draft a returned file is a copy, and in which state the draft then was."""

from __future__ import annotations

from collections.abc import Sequence

from accord.areas.negotiation.view import Negotiation
from accord.papers.reading.files.archive import Archive
from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.word.arranged import leaves
from accord.papers.word.placed import Base
from accord.papers.word.sheet import Sheet, find_sheet, names
from accord.papers.word.stream import Stream
from accord.papers.word.write import printed_label
from accord.world.world import World


def whence(archive: Archive, stream: Stream, world: World, draft: str = "") -> Sheet:
    """Of which draft in which state a file is a copy: as the file says, else as most of its bookmarks say.

    Args:
        draft: the draft, where the file is said to be a copy of it.

    Raises:
        Unreadable: of another record, or of no draft of this one.
    """
    view = world.negotiation
    parts = sorted(name for name in archive.names if name.startswith("customXml/item") and name.endswith(".xml"))
    roots = (archive.xml(name) for name in parts[:50])
    found = find_sheet(root for root in roots if root is not None)
    if found is not None and not draft:
        if found.record != world.record:
            raise Unreadable("other-record", record=found.record[:100])
        if found.draft not in view.tables.drafts or found.state > view.state(found.draft):
            raise Unreadable("no-draft")
        return found
    if draft and draft not in view.tables.drafts:
        raise Unreadable("no-draft")
    hits = {name: _hits(view, stream, name) for name in ([draft] if draft else view.tables.drafts)}
    best = max(hits, key=lambda name: sum(hits[name]), default="")
    if not best or not (draft or any(hits[best])):
        raise Unreadable("no-draft")
    counts = hits[best]
    if any(counts):
        state = max(range(len(counts)), key=lambda n: (counts[n], n))
    else:
        state = len(counts) - 1
    return Sheet(world.record, best, state, view.tables.drafts[best].act.language)


def _hits(view: Negotiation, stream: Stream, draft: str) -> Sequence[int]:
    """How many bookmarks of a file are of the units of a draft, as they were in each of its states."""
    units = view.tables.units.get(draft, {})
    known = names(units)
    found = [known[name] for name in stream.bookmarks if name in known]
    return [
        sum(units[one.unit].stands(state) and units[one.unit].at(state).hash == one.hash for one in found)
        for state in range(view.state(draft) + 1)
    ]


def bases(view: Negotiation, sheet: Sheet) -> tuple[Base, ...]:
    """The units that a file went out with, in their order, each with the label that was printed."""
    return tuple(
        Base(leaf.unit, leaf.hash, leaf.text, printed_label(leaf)) for leaf in leaves(view, sheet.draft, sheet.state)
    )
