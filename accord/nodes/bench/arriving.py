"""Reading while acts arrive: how many answers of a portal still hold when the record has grown.

Inside one process and without sockets, so that it is counted, not timed: readers ask, acts are admitted between their
requests, and the site catches up once a second of theirs, as the portal does.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from accord.acts import envelope as envelopes
from accord.faces.web.site import Site
from accord.faces.web.warming import warm
from accord.nodes.bench import corpus
from accord.nodes.bench.acts import logs
from accord.nodes.bench.addresses import by_chance
from accord.nodes.bench.measure import Result
from accord.nodes.records import open_copy
from accord.nodes.writer import Writer

ACTS_A_SECOND = 2
SECONDS = 30
READ = 300
"""Addresses that readers ask for, again and again."""


def run(record: Path, acts: int, rate: int) -> Iterator[Result]:
    """Asks `rate` times a second, while acts of the mix arrive that come after the first `acts`.

    Args:
        record: the record in a folder; it grows.
    """
    chance = random.Random(68514)  # noqa: S311 - a load, no secret
    read = [by_chance(chance) for _ in range(READ)]
    with Writer(record, logs()) as writer:
        site = Site(open_copy(record))
        warm(site)
        for path in read:
            site.answer("GET", path)
        kept, fresh, asked, before = 0, 0, 0, time.process_time()
        for arrived in _batches(acts, site.copy.size):
            writer.submit(arrived)
            site.catch_up()
            since: set[str] = set()
            for _ in range(rate):
                path = chance.choice(read)
                kept += site.kept(path, "") is not None
                fresh += path in since
                since.add(path)
                site.answer("GET", path)
                asked += 1
        spent = time.process_time() - before
    steps = (
        f"{READ} addresses of all pages in six languages by chance, {rate} requests a second for {SECONDS} s;"
        f" {ACTS_A_SECOND} acts a second: {corpus.MIX}"
    )
    note = (
        f"{100 * fresh / asked:.0f} % were asked for in the same second before: so many would hold if every act changed"
        f" every page; {1000 * spent / asked:.1f} ms of processor time a request"
    )
    yield Result("answers that still hold while acts arrive", 100 * kept / asked, "%", steps, note=note)


def _batches(acts: int, nonce: int) -> Iterator[Sequence[bytes]]:
    """The envelopes that arrive in each second."""
    more = islice(corpus.mix(acts + SECONDS * ACTS_A_SECOND), acts, None)
    while batch := list(islice(more, ACTS_A_SECOND)):
        yield [
            envelopes.sign(act, "editor", corpus.RECORD, nonce + place, [corpus.EDITOR])
            for place, act in enumerate(batch)
        ]
        nonce += len(batch)
