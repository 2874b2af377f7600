"""The list of the proposals of a body that stand, by theme: its lines, in one order, and their digest."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from accord.areas.meetings.rules import key
from accord.areas.meetings.view import in_order
from accord.areas.proposals.rows import ListLine
from accord.wire import codec

if TYPE_CHECKING:
    from accord.areas.proposals.view import Proposals


def listed(view: Proposals, body: str) -> tuple[ListLine, ...]:
    """The lines of the list as it stands: a proposal stands under each of its themes, or after all under none.

    Themes in the order of the body, proposals in the order in which they were tabled: no order of preference.
    """
    under: dict[str, list[ListLine]] = {f.act.theme: [] for f in in_order(view.meetings.tables.themes, body)}
    under[""] = []
    for name in view.of_body(body):
        if view.state(name) != "standing":
            continue
        assigned = {theme: who for theme, who in view.assigned(name).items() if theme in under}
        for theme, assigners in (assigned or {"": ()}).items():
            under[theme].append(_line(view, name, theme, assigners))
    return tuple(line for lines in under.values() for line in lines)


def _line(view: Proposals, name: str, theme: str, assigners: tuple[str, ...]) -> ListLine:
    wording = view.wording(name)
    return ListLine(
        theme,
        view.tables.proposals[name].act.proposal,
        wording.version,
        wording.entry,
        view.sponsors(name),
        view.standing_by(name, "supporter", wording.version),
        assigners,
    )


def digest_of(view: Proposals, body: str, lines: tuple[ListLine, ...]) -> str:
    """SHA-256 over the lines and the texts that they stand for, in the canonical spelling.

    Whoever stands by a proposal counts for its digest, the entries in which all this was said do not: two
    records in which the same was said give the same digest.
    """
    told = []
    for line in lines:
        wording = view.wording(key(body, line.proposal), line.version)
        told.append(
            {
                "assigners": line.assigners,
                "proposal": line.proposal,
                "verbatim": wording.verbatim,
                "sources": wording.sources,
                "sponsors": line.sponsors,
                "supporters": line.supporters,
                "text": wording.text,
                "theme": line.theme,
                "title": wording.title,
                "version": line.version,
            }
        )
    return hashlib.sha256(b"accord compilation 1\n" + codec.encode(told)).hexdigest()
