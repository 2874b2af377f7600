"""`accord bench`: how fast, against a named peer in the same run."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb("bench", "accord bench\naccord bench trees --json")
@click.argument("name", required=False)
def command(face: Face, name: str | None) -> None:
    """The benchmarks, or the one called NAME: ours, the peer's in the same run, and the ratio.

    `+` reaches its target, `-` falls short. Others' work on the machine slows these figures: see its load.
    """
    machine, results = face.wiring.bench(name)
    rows: list[dict[str, Any]] = []
    for result in results:
        rows.append(msgspec.to_builtins(result) | {"reached": result.reached})
        if not face.json:
            said = {True: "+", False: "-", None: " "}[result.reached]
            against = (
                "" if result.ratio is None else f", {result.ratio:.2f} x {result.peer} ({figure(result.peer_value)})"
            )
            face.line(f"{said} {result.name}: {figure(result.value)} {result.unit}{against}")
            face.line(f"    {result.steps}{'; ' + result.note if result.note else ''}")
            if result.target is not None or result.ratio_target is not None:
                aim = [] if result.target is None else [f"{'<=' if result.at_most else '>='} {figure(result.target)}"]
                aim += [] if result.ratio_target is None else [f"ratio >= {result.ratio_target:g}"]
                face.line(f"    {', '.join(aim)}")
    if face.json:
        face.document({"machine": msgspec.to_builtins(machine), "results": rows})
    else:
        face.facts([(name, figure(value)) for name, value in msgspec.to_builtins(machine).items()])


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
