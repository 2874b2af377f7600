"""One person or organisation whose name is spelled in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding

_ALIKE = 0.87
_SHORTEST = 8


def names(reading: Reading) -> Iterator[Finding]:
    """Names of persons, and names of organisations, that are nearly but not wholly the same."""
    for said in (_persons(reading), _organisations(reading)):
        for (name, where), (other, _) in combinations(said.items(), 2):
            if min(len(name), len(other)) >= _SHORTEST and _near(name, other):
                yield finding(where, "name-spelling", name=name, other=other)


def _near(name: str, other: str) -> bool:
    """Whether two names differ by a slip: most of the letters in one order, as many words, and no other number.

    >>> _near("Teodor Vasch", "Teodor Vash"), _near("Ward Wilson", "Paul Wilson"), _near("Panel 1 West", "Panel 2 West")
    (True, False, False)
    """
    a, b = name.casefold(), other.casefold()
    digits = [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()]
    if a == b or digits or len(a.split()) != len(b.split()):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


def _persons(reading: Reading) -> dict[str, str]:
    """Names of persons with the unit that names each first."""
    out: dict[str, str] = {}
    chair = reading.officers.chair
    for officer in (*((chair,) if chair else ()), *reading.officers.others):
        out.setdefault(officer.name, "officers")
    for panel in reading.panels:
        for name in (panel.moderator.name, *(one.name for one in panel.panellists)):
            if name:
                out.setdefault(name, panel.ref.replace("panel-", "para-"))
    for theme in reading.themes:
        if theme.moderator.name:
            out.setdefault(theme.moderator.name, theme.ref.replace("theme-", "para-"))
    return out


def _organisations(reading: Reading) -> dict[str, str]:
    """Names of organisations with the unit that names each first."""
    out: dict[str, str] = {}
    for panel in reading.panels:
        for one in panel.panellists:
            if one.affiliation:
                out.setdefault(one.affiliation, panel.ref.replace("panel-", "para-"))
    for other in reading.statements.civil_society:
        out.setdefault(other.name, f"para-{other.paragraph}")
    for submission in reading.submissions:
        out.setdefault(submission.name, f"para-{submission.paragraph}")
    return out
