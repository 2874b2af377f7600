"""Runs the program in this process, as a shell would: arguments and input in, status and both streams out."""

from __future__ import annotations

import io
import json
import sys
from typing import Any, NamedTuple

from accord.faces.cli.group import run
from accord.main import Machine


class Ran(NamedTuple):
    """What a run left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document it must be."""
        return json.loads(self.out)

    @property
    def clean(self) -> bool:
        """Whether it ended as a program should: a known status and no traceback."""
        return self.status in (0, 1, 2) and "Traceback" not in self.err + self.out and "ACCORD_DEBUG" not in self.err


def accord(*arguments: object, stdin: str | bytes = b"", wiring: Any = None) -> Ran:
    """Runs `accord` with the arguments."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    saved = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"), out, err
    try:
        status = run([str(argument) for argument in arguments], wiring or Machine())
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved
    return Ran(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))
