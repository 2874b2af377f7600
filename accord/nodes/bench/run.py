"""All benchmarks by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accord.nodes.bench import acts, balance, covered, law, opening, outlook, portal, sampling, search, trees
from accord.nodes.bench.measure import Result

BENCHMARKS: dict[str, Callable[[], Iterator[Result]]] = {
    "trees": trees.run,
    "acts": acts.run,
    "receipts": opening.receipts,
    "million": opening.million,
    "search": search.run,
    "law": law.run,
    "coverage": covered.run,
    "portal": portal.run,
    "sampling": sampling.run,
    "outlook": outlook.run,
    "balance": balance.run,
}


def run(name: str | None = None) -> Iterator[Result]:
    """The results of one benchmark, or of all, as they come.

    Raises:
        KeyError: no benchmark has that name.
        ImportError: a peer is not installed (`make bench` installs them).
    """
    for key in BENCHMARKS if name is None else [name]:
        yield from BENCHMARKS[key]()
