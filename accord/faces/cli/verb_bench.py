"""`accord bench`: how fast, against a named peer in the same run."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb("bench", "accord bench\naccord bench append --json")
@click.argument("name", required=False)
def command(face: Face, name: str | None) -> None:
    """The benchmarks, or the one called NAME: ours, the peer's in the same run, and the ratio."""
    with face.progress() as progress:
        results = face.wiring.bench(name, progress)
    if face.json:
        face.document({"results": list(results)})
        return
    rows: list[dict[str, Any]] = [msgspec.to_builtins(result) for result in results]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    face.table(columns, [[figure(row.get(c)) for c in columns] for row in rows])


def figure(value: Any) -> str:
    """A cell: a number to three figures, nothing for nothing.

    >>> figure(139130.558), figure(6.6993), figure(None), figure("entries/s")
    ('139,000', '6.7', '', 'entries/s')
    """
    if value is None:
        return ""
    if not isinstance(value, float):
        return str(value)
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}" if rounded >= 100 else f"{rounded:g}"
