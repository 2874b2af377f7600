"""The portal under load: a record of 100,000 acts, served in a process of its own, asked from this one."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from accord.faces.web.sheets import LEAF
from accord.nodes.bench import corpus
from accord.nodes.bench.acts import admit
from accord.nodes.bench.measure import Result
from accord.words.languages import CODES
from accord.world.pages import PAGES

ACTS = 100_000
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
    """Latency over a mix of all pages, and requests a second: lists warm and cold, unchanged pages."""
    sealed = corpus.signed(ACTS)
    with tempfile.TemporaryDirectory() as name:
        admit(Path(name) / "record", sealed)
        del sealed
        with serving(Path(name) / "record") as port:
            yield from asyncio.run(_measured(port))


@contextmanager
def serving(record: Path) -> Iterator[int]:
    """The portal of a record, in a process of its own: its port."""
    with subprocess.Popen([sys.executable, "-c", _SERVE, str(record)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline().strip().rpartition(":")[2])
        finally:
            process.kill()


async def _measured(port: int) -> list[Result]:
    loop = asyncio.get_running_loop()
    lines = [(await loop.create_connection(Line, "127.0.0.1", port))[1] for _ in range(LINES)]
    found = []
    began = time.perf_counter()
    _, _, body = await lines[0].ask("/en/")
    found.append(
        Result("first page, first time", (time.perf_counter() - began) * 1000, "ms", "the first request of all")
    )
    found.append(Result("first page", len(body) / 1000, "KB", "its HTML alone", target=100, at_most=True))

    seeded = random.Random(68514)  # noqa: S311 - a load, no secret
    asked = [_address(seeded) for _ in range(RATE * SECONDS)]
    for name, note in (
        ("first asked", ""),
        ("asked again", "the same requests once more: the portal has kept answers"),
    ):
        spent = await _at_rate(lines, asked)
        middle, late, worst = (spent[int(len(spent) * part)] for part in (0.5, 0.95, 0.99))
        steps = (
            f"{RATE} requests/s for {SECONDS} s, every page in six languages, arguments by chance; from the due moment"
        )
        told = f"median {middle:.1f} ms, 99th percentile {worst:.0f} ms; {corpus.MIX}"
        found.append(
            Result(f"a mix of all pages {name}, 95th percentile", late, "ms", steps, 20, True, note=f"{told}; {note}")
        )
    lists = [f"/{lang}/-/{name}" for lang in CODES for name in ("documents", "statements", "introductions", "parties")]
    for path in lists:
        await lines[0].ask(path)
    warm = await _as_fast_as_it_goes(lines, list(islice(cycle([(path, "") for path in lists]), 6_000)))
    found.append(Result("list pages, warm", warm, "requests/s", f"{LINES} lines, kept answers", target=1_500))
    parts = [
        (f"/{lang}/-/{name}?from={name}.{part * LEAF}", "")
        for part in range(5, 45)
        for lang in CODES
        for name in ("documents", "statements", "introductions")
    ]
    cold = await _as_fast_as_it_goes(lines, parts)
    steps = "each a part of a list in a language never written before; the list itself was asked once since it changed"
    found.append(Result("list pages, cold", cold, "requests/s", steps, target=300))
    tags = []
    for path in lists:
        _, head, _ = await lines[0].ask(path)
        tags.append((path, head.lower().partition(b"etag: ")[2].split(b"\r\n")[0].decode()))
    unchanged = await _as_fast_as_it_goes(lines, list(islice(cycle(tags), 12_000)), 304)
    found.append(Result("unchanged pages (304)", unchanged, "requests/s", f"{LINES} lines", target=4_000))
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


def _address(seeded: random.Random) -> str:
    """A page of the record by chance: each page as likely as any other."""
    lang = seeded.choice(CODES)
    given = {
        "party": f"S{seeded.randrange(corpus.STATES):03d}",
        "entry": str(seeded.randrange(ACTS)),
        "document": f"X/AC.1/WP.{seeded.randrange(ACTS // 5) + 1}",
        "statement": f"s{seeded.randrange(ACTS // 20) * 20}",
        "day": "2013-05-14",
        "entries": str(seeded.randrange(ACTS)),
    }
    names = [page.name for page in PAGES.values() if page.name in given or all(a.endswith("?") for a in page.arguments)]
    name = seeded.choice(["", *names])
    if name == "document":
        return f"/{lang}/{given[name]}"
    if not name:
        return f"/{lang}/"
    return f"/{lang}/-/{name}" + (f"/{given[name]}" if name in given else "")
