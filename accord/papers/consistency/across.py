"""Language versions of one document, compared unit by unit.

What must be the same in all of them: which units there are, their labels, symbols, dates, States as
sets (each language sorts them by its own alphabet), figures, footnotes, square brackets. What is said in
words alone is not compared: that is a translator's work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.papers.consistency.pairing import Pair, paired
from accord.papers.consistency.said import Said, said
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding, Unit
from accord.words.catalogue import say

KINDS = ("chapter", "section", "annex", "paragraph", "item", "subitem", "agenda-item", "footnote")
"""The units that are compared one by one: those with a label."""
LIST = 4
"""So many names of States in one unit are a list and not a sentence about some of them."""
_NOTHING = "–"


class Version(Struct, frozen=True):
    """One language version: what it was read from, and the reading."""

    file: str
    reading: Reading

    @property
    def language(self) -> str:
        """Its language."""
        return self.reading.language


def across(versions: Sequence[Version], states: Mapping[str, str] | None = None) -> list[Finding]:
    """Where versions of one document differ from the first of them.

    Args:
        states: names of fictional States with their codes, in all languages together.
    """
    base, *others = versions
    year = _year(base.reading)
    known = dict(states or {})
    ours = _facts(base, year, known)
    out: list[Finding] = []
    for other in others:
        out += _cover(base, other)
        out += _units(base, other, ours, _facts(other, year, known))
    return out


_Facts = dict[str, tuple[Unit, Said]]


def _facts(version: Version, year: int | None, states: Mapping[str, str]) -> _Facts:
    """The compared units with what they say."""
    units = (unit for unit in version.reading.units if unit.kind in KINDS)
    return {unit.id: (unit, said(unit, version.language, year, states)) for unit in units}


def _year(reading: Reading) -> int | None:
    """The year of days that are printed without one: the first that a paragraph prints."""
    texts = (unit.text for unit in reading.units if unit.kind in ("paragraph", "item"))
    found = (re.search(r"(?<![\d/])(?:19|20)\d\d(?![\d/])", text) for text in texts)
    return next((int(one.group()) for one in found if one), None)


def _cover(base: Version, other: Version) -> Iterator[Finding]:
    """What the covers print: symbol, session, agenda item, date."""
    ours, theirs = base.reading, other.reading
    compared = {
        "symbol": (ours.symbol, theirs.symbol),
        "session": (ours.masthead.session_number, theirs.masthead.session_number),
        "agenda-item": (_number(ours.masthead.agenda_item), _number(theirs.masthead.agenda_item)),
        "date": (ours.masthead.date, theirs.masthead.date),
    }
    for field, (here, there) in compared.items():
        if here is not None and there is not None and here != there:
            yield _told("document", "version-cover", other, base, there, here, field=field)


def _number(item: str | None) -> str | None:
    found = re.search(r"\d+", item or "")
    return found.group() if found else None


def _units(base: Version, other: Version, ours: _Facts, theirs: _Facts) -> Iterator[Finding]:
    """Every unit of the one with its like in the other; numbers that count on otherwise are told where it begins."""
    pairs = paired({k: v[1] for k, v in ours.items()}, {k: v[1] for k, v in theirs.items()})
    moved = 0
    for pair in pairs:
        if pair.here and pair.there and (shift := _shift(pair.here, pair.there)) is not None:
            if shift != moved and shift:
                at = theirs[pair.there][0]
                yield _told(pair.there, "version-number", other, base, pair.there, pair.here, at=at)
            moved = shift
        yield from _pair(pair, base, other, ours, theirs)


def _shift(here: str, there: str) -> int | None:
    """By how much the numbers of two paragraphs differ; nothing for what is no paragraph.

    >>> _shift("para-9", "para-8"), _shift("para-9-a", "para-8-a")
    (-1, None)
    """
    one, two = (unit.removeprefix("para-").partition("x")[0] for unit in (here, there))
    return int(two) - int(one) if one.isdigit() and two.isdigit() else None


def _pair(pair: Pair, base: Version, other: Version, ours: _Facts, theirs: _Facts) -> Iterator[Finding]:
    if pair.there is None:
        unit = ours[pair.here or ""][0]
        yield _told(unit.id, "version-unit-missing", other, base, _NOTHING, _excerpt(unit)).at(
            base.file, unit.page, unit.line
        )
    elif pair.here is None:
        unit = theirs[pair.there][0]
        yield _told(unit.id, "version-unit-added", other, base, _excerpt(unit), _NOTHING, at=unit)
    else:
        (one, a), (two, b) = ours[pair.here], theirs[pair.there]
        if pair.here.rpartition("-")[2] != pair.there.rpartition("-")[2] and _shift(pair.here, pair.there) is None:
            yield _told(two.id, "version-number", other, base, two.id, one.id, at=two)
        for code, here, there in _differences(two, b, a, base.reading):
            yield _told(two.id, code, other, base, here, there, at=two)


def _differences(unit: Unit, here: Said, there: Said, base: Reading) -> Iterator[tuple[str, str, str]]:
    """Code, what this version has, what the other has instead."""
    for code, mine, others in (
        ("version-symbols", here.symbols, there.symbols),
        ("version-dates", here.dates, there.dates),
        ("version-notes", here.marks, there.marks),
    ):
        if mine != others:
            yield code, _listed(mine - others), _listed(others - mine)
    more, less = _states(here, there), _states(there, here)
    if more or less:
        listed = unit.id in {document.unit for document in base.documents}
        yield "version-sponsors" if listed else "version-states", _all(more), _all(less)
    more, less = _numbers(here, there), _numbers(there, here)
    if more or less:
        yield "version-figures", _all(more), _all(less)
    if here.brackets != there.brackets:
        yield "version-brackets", str(here.brackets), str(there.brackets)
    for kind in here.members.keys() & there.members.keys():
        if here.members[kind] != there.members[kind]:
            yield "version-members", str(here.members[kind]), str(there.members[kind])


def _states(here: Said, there: Said) -> list[str]:
    """States that the one names and the other does not; in a list, which says each name once, also how often."""
    if min(here.states.total(), there.states.total()) >= LIST:
        return [here.names[code] for code in (here.states - there.states).elements()]
    return [here.names[code] for code in here.states if code not in there.states]


def _numbers(here: Said, there: Said) -> list[str]:
    """Numbers of the one, in figures or surely in words, that the other has neither in figures nor in words."""
    rest = here.figures - there.figures
    figures = [n for n in rest if not (n.isdigit() and int(n) in there.maybe)]
    words = [str(n) for n in sorted(here.words - there.maybe) if not there.figures[str(n)]]
    return sorted(figures) + [n for n in words if n not in figures]


def _listed(values: Counter[str]) -> str:
    return _all(sorted(values.elements()))


def _all(values: Sequence[str]) -> str:
    return ", ".join(values) or _NOTHING


def _excerpt(unit: Unit) -> str:
    return unit.text if len(unit.text) <= 60 else f"{unit.text[:60]}…"


_OWN_WORDS = ("version-cover", "version-unit-missing", "version-unit-added")


def _told(
    where: str, code: str, version: Version, other: Version, here: object, there: object,
    *, at: Unit | None = None, **more: object,
) -> Finding:  # fmt: skip
    """A finding in a version, against another."""
    page, line = (at.page, at.line) if at else (0, 0)
    says = code if code in _OWN_WORDS else "version-differs"
    told = {"language": version.language, "against": other.language, "here": here, "there": there, **more}
    values = {name: str(value) for name, value in told.items()}
    named = {**values, "language": _language(version), "against": _language(other)}
    return Finding(where, code, say("en", f"detail.{says}", **named), says, values, page, line, version.file)


def _language(version: Version) -> str:
    return say("en", f"language.{version.language}")
