"""A process that submits numbered replies to a record and says on its standard output what was acknowledged.

    python -m tests.nodes.submitting DIR FIRST COUNT BATCH WAIT_S

Lines: `open` once it is the writer, `<number> <index>` for each act that is durable, `busy <why>`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from accord.log.lock import Busy
from accord.nodes.writer import Writer
from tests.nodes.made import LOGS, reply

ROOT = Path(__file__).resolve().parents[2]


def submit(directory: str, first: int, count: int, batch: int, wait_s: float) -> None:
    """Submits the replies with the numbers from `first` on, batch by batch."""
    try:
        writer = Writer(directory, LOGS, wait_s=wait_s)
    except Busy as busy:
        print(f"busy {busy}", flush=True)
        return
    with writer:
        print("open", flush=True)
        for start in range(first, first + count, batch):
            numbers = range(start, min(start + batch, first + count))
            receipts = writer.submit([reply(number) for number in numbers])
            lines = [f"{number} {receipt.index}\n" for number, receipt in zip(numbers, receipts, strict=True)]
            sys.stdout.write("".join(lines))
            sys.stdout.flush()


def started(directory: Path, first: int, count: int, batch: int, wait_s: float = 0) -> subprocess.Popen[str]:
    """Such a process."""
    arguments = [str(directory), str(first), str(count), str(batch), str(wait_s)]
    command = [sys.executable, "-m", "tests.nodes.submitting", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def acknowledged(output: str) -> dict[int, int]:
    """Number → index, of the acts that a process said were durable; a line cut by its death says nothing."""
    found = {}
    for line in output.splitlines(keepends=True):
        words = line.split()
        if line.endswith("\n") and len(words) == 2 and words[0].isdigit():
            found[int(words[0])] = int(words[1])
    return found


if __name__ == "__main__":
    place, first, count, batch, wait_s = sys.argv[1:]
    submit(place, int(first), int(count), int(batch), float(wait_s))
