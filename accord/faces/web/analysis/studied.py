"""A study in the address of a page: packed, with the assumptions that the reader changed, runs and seed beside it."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from accord.analysis.outlook.study import Spread, Study, insist_study
from accord.faces.calculators.outlookfiles import NotAStudy, read
from accord.papers.outlookexample import EXAMPLE, TITLE
from accord.papers.outlooks import numbers, spread, write_study

LARGEST = 12_000
"""Bytes of a study here."""
LONGEST = 1_300
"""Signs of a packed study: the portal takes addresses of 2,000."""
STEPS = 6_000
"""Years × (States, gates, resources) of a study here: each is a few operations on all runs."""
WORK = 4_000_000
"""Runs × steps here: a quarter of a second."""
MOST, USUAL = 10_000, 2_000
"""Runs here."""


class Asked(NamedTuple):
    """What a reader asks for."""

    title: str
    study: Study
    runs: int
    seed: int

    @property
    def work(self) -> int:
        """Runs × steps."""
        return self.runs * steps(self.study)


class Wrong(ValueError):
    """What is wrong with an address or a form: a code of words and its values, and the assumption it is about."""

    def __init__(self, code: str, *, row: str = "", **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.row = row
        self.values = values


def asked(query: Mapping[str, str]) -> Asked:
    """What an address asks for; the example where it names no study.

    Raises:
        Wrong: a number that is none, or too much to be computed here.
        NotAStudy, Unfit: as `read_study`.
    """
    title, study = unpacked(query["study"]) if query.get("study") else (TITLE, EXAMPLE)
    changed = {name: _spread(name, query[name]) for name, _ in study.parameters() if name in query}
    study = with_assumptions(study, changed)
    insist_study(study)
    return Asked(title, study, *of_runs(study, query))


def of_runs(study: Study, query: Mapping[str, str]) -> tuple[int, int]:
    """Runs and seed that an address or a form asks for.

    Raises:
        Wrong: no whole numbers, or more runs than are computed here.
    """
    most = min(MOST, WORK // steps(study))
    runs = _whole("runs", query.get("runs", "") or str(min(USUAL, most)))
    if runs > most:
        raise Wrong("outlook.too-many-runs", most=most)
    return runs, _whole("seed", query.get("seed", "") or "1")


def steps(study: Study) -> int:
    """Years × (States, gates, resources)."""
    return study.years * (sum(1 + len(state.gates) for state in study.states) + len(study.resources))


def given(data: bytes) -> tuple[str, Study]:
    """A study that a form sends.

    Raises:
        Wrong: too large for an address, or to be computed here.
        NotAStudy, Unfit: as `read_study`.
    """
    try:
        title, study = read(data, "JSON", LARGEST)
    except NotAStudy as error:
        if error.code == "error.too-large":
            raise Wrong("outlook.too-large") from None
        raise
    if steps(study) > STEPS or len(packed(title, study)) > LONGEST:
        raise Wrong("outlook.too-large")
    return title, study


def packed(title: str, study: Study) -> str:
    """A study for an address; nothing for the example.

    >>> packed(TITLE, EXAMPLE), unpacked(packed("Mine", EXAMPLE)) == ("Mine", EXAMPLE)
    ('', True)
    """
    if (title, study) == (TITLE, EXAMPLE):
        return ""
    return base64.urlsafe_b64encode(zlib.compress(write_study(title, study), 9)).decode().rstrip("=")


def unpacked(text: str) -> tuple[str, Study]:
    """A study from an address.

    Raises:
        Wrong: nothing that was packed, or too large.
        NotAStudy, Unfit: as `read_study`.
    """
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        found = unpacking.decompress(data, LARGEST + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise Wrong("outlook.not-packed") from None
    if not unpacking.eof and len(found) <= LARGEST:
        raise Wrong("outlook.not-packed")
    return given(found)


def with_assumptions(study: Study, changed: Mapping[str, Spread]) -> Study:
    """A study with other assumptions, by their names.

    >>> with_assumptions(EXAMPLE, {"Arcadia/items": Spread(1, 2)}).states[0].items
    Spread(low=1, high=2, mode=None)
    """
    return study._replace(
        states=tuple(
            state._replace(
                items=changed.get(f"{state.name}/items", state.items),
                per_year=changed.get(f"{state.name}/per_year", state.per_year),
                delay_years=changed.get(f"{state.name}/delay_years", state.delay_years),
            )
            for state in study.states
        ),
        resources=tuple(
            one._replace(
                per_year=changed.get(f"{one.name}/per_year", one.per_year),
                per_item=changed.get(f"{one.name}/per_item", one.per_item),
            )
            for one in study.resources
        ),
    )


def typed(spread: Spread) -> str:
    """A spread as a field of a form has it.

    >>> typed(Spread(1, 4, 2.5)), typed(Spread(3, 3))
    ('1 2.5 4', '3')
    """
    told = numbers(spread)
    return " ".join(f"{number:.12g}" for number in (told if isinstance(told, list) else [told]))


def _spread(name: str, text: str) -> Spread:
    """A spread from a field of a form.

    Raises:
        Wrong: not one number, nor two or three in rising order.
    """
    try:
        told = [float(part) for part in text.split()]
    except ValueError:
        told = []
    if not (1 <= len(told) <= 3 and told == sorted(told) and all(part == part for part in told)):
        raise Wrong("outlook.not-a-spread", row=name, value=text[:60])
    return spread(told[0] if len(told) == 1 else told)


def _whole(what: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and (int(text) or what == "seed")):
        raise Wrong("outlook.not-a-whole-number", what=what, value=text[:40])
    return int(text)
