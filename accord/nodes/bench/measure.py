"""How things are timed, and what is said of a result."""

from __future__ import annotations

import gc
import os
import platform
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec


class Result(msgspec.Struct, frozen=True, omit_defaults=True):
    """One measured figure, what it is compared with, and what it should reach."""

    name: str
    value: float
    unit: str
    steps: str
    """Which steps of the work the figure counts."""
    target: float | None = None
    at_most: bool = False
    """True where the target is a ceiling."""
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None
    ratio_target: float | None = None
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether every target is reached; `None` where none is set."""
        said = []
        if self.target is not None:
            said.append(self.value <= self.target if self.at_most else self.value >= self.target)
        if self.ratio_target is not None and self.ratio is not None:
            said.append(self.ratio >= self.ratio_target)
        return all(said) if said else None


class Machine(msgspec.Struct, frozen=True):
    """Where a run was made."""

    commit: str
    python: str
    system: str
    processors: int
    load: float
    """Load average of the last minute before the run: others' work slows these figures."""
    fsync_p50_ms: float
    fsync_p99_ms: float


def rate(work: Callable[[], int], least_s: float = 0.5, best_of: int = 3) -> float:
    """Things done in a second of this process's CPU time: the best of a few runs of at least `least_s`.

    Args:
        work: does some and returns how many it did.
    """
    best = 0.0
    for _ in range(best_of):
        gc.collect()
        done, spent, start = 0, 0.0, time.process_time()
        while spent < least_s:
            done += work()
            spent = time.process_time() - start
        best = max(best, done / spent)
    return best


def wall(work: Callable[[], int], best_of: int = 2) -> float:
    """Things done in a second by the clock on the wall: the best of a few runs."""
    best = 0.0
    for _ in range(best_of):
        gc.collect()
        start = time.perf_counter()
        done = work()
        best = max(best, done / (time.perf_counter() - start))
    return best


def interleaved(ours: Callable[[], int], peers: Callable[[], int], rounds: int = 3) -> tuple[float, float, float]:
    """Our rate, the peer's, and the median ratio of rounds run in turn, so that both meet the same machine."""
    pairs = [(rate(ours, 0.3, 1), rate(peers, 0.3, 1)) for _ in range(rounds)]
    return max(a for a, _ in pairs), max(b for _, b in pairs), statistics.median(a / b for a, b in pairs)


def fsync_ms(folder: Path, rounds: int = 200) -> tuple[float, float]:
    """Median and 99th percentile of appending 700 bytes and an fsync on this disk, in milliseconds."""
    spent = []
    with (folder / "fsync").open("wb") as file:
        for _ in range(rounds):
            file.write(bytes(700))
            file.flush()
            start = time.perf_counter()
            os.fsync(file.fileno())
            spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    return statistics.median(spent), spent[int(len(spent) * 0.99)]


def machine() -> Machine:
    """This machine, now."""
    try:
        here = Path(__file__).parent
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=here, capture_output=True, text=True, check=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        commit = "unknown"
    with tempfile.TemporaryDirectory() as folder:
        median, worst = fsync_ms(Path(folder))
    return Machine(
        commit=commit,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.machine()}",
        processors=os.cpu_count() or 1,
        load=os.getloadavg()[0],
        fsync_p50_ms=round(median, 3),
        fsync_p99_ms=round(worst, 3),
    )
