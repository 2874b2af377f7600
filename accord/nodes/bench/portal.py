"""The portal under load: a record of 100,000 acts and more, served in a process of its own, asked from this one.

Each figure is told twice: by the clock on the wall, which counts what else the machine does, and by the processor
time that the portal took, from which follows how long readers would wait where it had a core to itself.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from accord.faces.web.sheets import LEAF
from accord.nodes.bench import arriving, corpus, session
from accord.nodes.bench.acts import admit
from accord.nodes.bench.addresses import ACTS, by_chance
from accord.nodes.bench.measure import Result
from accord.words.languages import CODES

RATE = 200
SECONDS = 15
LINES = 16
"""Connections kept open by the generator of load."""

_SERVE = """
import sys
from pathlib import Path
from accord.nodes.portal import serve
serve(Path(sys.argv[1]), 0, lambda address: print(address, flush=True))
"""

PARTS = (0.5, 0.95, 0.99)
"""Of the requests, sorted by how long they took."""

Spent = Callable[[], float]
"""Seconds of processor time that the portal has taken."""

Asking = tuple[str, str]
"""A path, and the tag that the reader has of it."""


class Line(asyncio.Protocol):
    """One connection that asks one thing after the other."""

    def __init__(self) -> None:
        self._data = b""
        self._answer: asyncio.Future[tuple[int, bytes, bytes]] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The line is open."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """A part of an answer."""
        self._data += data
        head, end, body = self._data.partition(b"\r\n\r\n")
        if not end or self._answer is None:
            return
        low = head.lower()
        place = low.find(b"content-length: ")
        length = int(low[place + 16 :].split(b"\r\n", 1)[0]) if place >= 0 else 0
        if len(body) >= length or low.startswith(b"http/1.1 304"):
            answer, self._answer, self._data = self._answer, None, b""
            answer.set_result((int(head[9:12]), head, body))

    def connection_lost(self, error: Exception | None) -> None:
        """The line is closed."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionError("the portal closed the line"))

    async def ask(self, path: str, tag: str = "") -> tuple[int, bytes, bytes]:
        """Status, head and body of the answer."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        known = f"If-None-Match: {tag}\r\n" if tag else ""
        self._transport.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{known}\r\n".encode())
        return await self._answer


def run() -> Iterator[Result]:
    """Latency over a mix of all pages, requests a second (lists warm and cold, unchanged pages), what acts change."""
    sealed = corpus.signed(ACTS, session.session())
    with tempfile.TemporaryDirectory() as name:
        record = Path(name) / "record"
        admit(record, sealed)
        del sealed
        with serving(record) as (port, spent):
            yield from asyncio.run(by_processor(port, spent))
        with serving(record) as (port, spent):
            yield from asyncio.run(by_the_wall(port))
            yield from asyncio.run(_lists(port, spent))
        yield from arriving.run(record, ACTS, RATE)


@contextmanager
def serving(record: Path) -> Iterator[tuple[int, Spent]]:
    """The portal of a record, in a process of its own: its port, and the processor time that it has taken."""
    with subprocess.Popen([sys.executable, "-c", _SERVE, str(record)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline().strip().rpartition(":")[2]), lambda: _processor_s(process.pid)
        finally:
            process.kill()


def _processor_s(process: int) -> float:
    """Seconds of processor time that a process has taken, by its clock (clock_getcpuclockid; Linux)."""
    return time.clock_gettime(~process << 3 | 2)


async def _opened(port: int) -> list[Line]:
    loop = asyncio.get_running_loop()
    return [(await loop.create_connection(Line, "127.0.0.1", port))[1] for _ in range(LINES)]


def _mix() -> list[str]:
    seeded = random.Random(68514)  # noqa: S311 - a load, no secret
    return [by_chance(seeded) for _ in range(RATE * SECONDS)]


async def by_processor(port: int, spent: Spent) -> list[Result]:
    """The mix, one request after the other: what each took, and how long it would have waited for those before it."""
    line = (await _opened(port))[0]
    took = []
    for path in _mix():
        before = spent()
        await line.ask(path)
        took.append((spent() - before) * 1000)
    waited, free = [], 0.0
    for number, ms in enumerate(took):
        due = number * 1000 / RATE
        free = max(free, due) + ms
        waited.append(free - due)
    waited.sort()
    middle, late, worst = (waited[int(len(waited) * part)] for part in PARTS)
    mean, most = sum(took) / len(took), sorted(took)[int(len(took) * 0.95)]
    told = f"median {middle:.1f} ms, 99th percentile {worst:.0f} ms; one takes {mean:.1f} ms, 95 % at most {most:.1f}"
    steps = (
        f"{RATE} requests/s, one after the other on a core that does nothing else; each by the processor time it took"
    )
    return [
        Result(
            "a mix of all pages first asked, 95th percentile, by processor time", late, "ms", steps, 20, True, note=told
        )
    ]


async def by_the_wall(port: int) -> list[Result]:
    """The mix as it comes, by the clock on the wall."""
    lines = await _opened(port)
    found = []
    began = time.perf_counter()
    _, _, body = await lines[0].ask("/en/")
    found.append(
        Result("first page, first time", (time.perf_counter() - began) * 1000, "ms", "the first request of all")
    )
    found.append(Result("first page", len(body) / 1000, "KB", "its HTML alone", target=100, at_most=True))
    asked = _mix()
    for name, note in (
        ("first asked", ""),
        ("asked again", "the same requests once more: the portal has kept answers"),
    ):
        spent = await _at_rate(lines, asked)
        middle, late, worst = (spent[int(len(spent) * part)] for part in PARTS)
        steps = (
            f"{RATE} requests/s for {SECONDS} s, every page in six languages, arguments by chance; from the due moment"
        )
        told = f"median {middle:.1f} ms, 99th percentile {worst:.0f} ms; {corpus.MIX}, and a session of all the rest"
        found.append(
            Result(f"a mix of all pages {name}, 95th percentile", late, "ms", steps, 20, True, note=f"{told}; {note}")
        )
    return found


async def _lists(port: int, spent: Spent) -> list[Result]:
    """Lists that are kept, parts of lists that are not, and pages that the reader has."""
    lines = await _opened(port)
    lists = [f"/{lang}/-/{name}" for lang in CODES for name in ("documents", "statements", "introductions", "parties")]
    tags = []
    for path in lists:
        _, head, _ = await lines[0].ask(path)
        tags.append((path, head.lower().partition(b"etag: ")[2].split(b"\r\n")[0].decode()))
    parts = [
        (f"/{lang}/-/{name}?from={name}.{part * LEAF}", "")
        for part in range(5, 45)
        for lang in CODES
        for name in ("documents", "statements", "introductions")
    ]
    cold = "each a part of a list in a language never written before; the list itself was asked once since it changed"
    kept = f"{LINES} lines, kept answers"
    found = []
    for name, asked, status, steps, target in (
        ("list pages, warm", list(islice(cycle([(path, "") for path in lists]), 6_000)), 200, kept, 1_500),
        ("list pages, cold", parts, 200, cold, 300),
        ("unchanged pages (304)", list(islice(cycle(tags), 12_000)), 304, f"{LINES} lines", 4_000),
    ):
        before = spent()
        rate = await _as_fast_as_it_goes(lines, asked, status)
        by_processor = len(asked) / (spent() - before)
        note = f"{by_processor:,.0f} a second of the portal's processor time"
        found.append(Result(name, rate, "requests/s", steps, target=target, note=note))
    return found


async def _at_rate(lines: Sequence[Line], paths: Sequence[str]) -> list[float]:
    """Milliseconds from the moment when each request was due until its answer was whole, sorted."""
    free: asyncio.Queue[Line] = asyncio.Queue()
    for line in lines:
        free.put_nowait(line)
    spent: list[float] = []

    async def one(path: str, due: float) -> None:
        line = await free.get()
        status, _, _ = await line.ask(path)
        spent.append((time.perf_counter() - due) * 1000)
        assert status in (200, 301), (status, path)
        free.put_nowait(line)

    began = time.perf_counter() + 0.05
    tasks = []
    for number, path in enumerate(paths):
        due = began + number / RATE
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(one(path, due)))
    await asyncio.gather(*tasks)
    return sorted(spent)


async def _as_fast_as_it_goes(lines: Sequence[Line], asked: Sequence[Asking], status: int = 200) -> float:
    """Answers a second while every line always waits for one."""
    waiting = iter(asked)

    async def work(line: Line) -> None:
        for path, tag in waiting:
            got, _, _ = await line.ask(path, tag)
            assert got == status, (got, path)

    began = time.perf_counter()
    await asyncio.gather(*(work(line) for line in lines))
    return len(asked) / (time.perf_counter() - began)
