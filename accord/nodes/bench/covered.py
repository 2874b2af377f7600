"""The coverage of a large record: prohibitions, read in every instrument of it, and how fast the whole is found."""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from statistics import median

from accord.acts.values import Grounds, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.coverage.acts import MapProhibition, NameProhibition
from accord.areas.coverage.matrix import matrix, states
from accord.areas.coverage.pages import coverage
from accord.nodes.bench import law
from accord.nodes.bench.measure import Result
from accord.world.asked import asked
from accord.world.progress.pages import indicators

PROHIBITION = "use"
OTHERS = tuple(f"prohibition-{number}" for number in range(1, 16))
"""Beside it, as many as paragraph 35 and the texts of treaties tell apart."""
READ = 4
"""Prohibitions that an instrument is read as holding."""
DAYS = 40
LIMIT = 50
"""Milliseconds."""
_GROUNDS = Grounds(source=Source(publication="Fictional reading"), kind="assessed", checked=datetime.date(2020, 1, 31))


def covered(author: str, others: tuple[str, ...] = ()) -> Iterator[Act]:
    """The acts, each of which counts after `law.law()`."""
    for label in (PROHIBITION, *others):
        yield NameProhibition(prohibition=label, name=Text(original="en", said={"en": label}), grounds=_GROUNDS)
    for number in range(law.INSTRUMENTS):
        read = [others[(number + n) % len(others)] for n in range(READ - 1)] if others else []
        yield MapProhibition(
            instrument=law.instrument(number),
            provision="1",
            author=author,
            prohibits=(PROHIBITION, *read),
            reach="zone" if number % 3 == 0 else "anywhere",
            grounds=_GROUNDS,
        )


def run() -> Iterator[Result]:
    """The whole matrix on many days, its page, and the indicators of all elements: the median and the longest."""
    world = law.told(covered("S000", OTHERS))
    known = asked(world)
    chance = random.Random(1)  # noqa: S311 - for days, not for secrets
    days = [law.OPENED + datetime.timedelta(days=chance.randrange(25_000)) for _ in range(DAYS)]
    matrix(known)
    indicators(known)
    steps = (
        f"{len(states(known))} States, {law.INSTRUMENTS} instruments, {1 + len(OTHERS)} prohibitions; look-ups at hand"
    )
    yield _result("the matrix of coverage on a day", [partial(matrix, known, "", day) for day in days], steps)
    yield _result("its page, not yet kept", [partial(coverage, known, on=day) for day in days], steps)
    yield _result("indicators of all elements on a day", [partial(indicators, known, on=day) for day in days], steps)


def _result(name: str, makes: Iterable[Callable[[], object]], steps: str) -> Result:
    taken, worked = [], []
    for make in makes:
        begun, working = time.perf_counter(), time.process_time()
        make()
        taken.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - working) * 1000)
    note = f"longest {max(taken):.1f} ms; processor time {median(worked):.1f} ms"
    return Result(name, median(taken), "ms", steps, LIMIT, True, note=note)
