"""Every system call of one append fails in turn: EIO, ENOSPC, and the process killed at that very call.

Needs strace and leave to trace; without them the test is skipped, and counted as such. What must hold after
each fault: the record opens again in less than two seconds, every tile fits the signed checkpoint, what was
acknowledged is there once, and the checkpoints that were published before are prefixes of what is there now.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from accord.log.files import FileStore
from accord.log.reader import TileReader
from tests.faults.test_sequencer import insist_consistent, insist_whole
from tests.log.made import ROOT, filled, opened, submissions

APPEND = """
import os, sys
from pathlib import Path
from tests.log.made import opened, submissions
start, end = int(sys.argv[2]), int(sys.argv[3])
writer = opened(Path(sys.argv[1]))
os.access("/accord-begins", os.F_OK)
receipts = writer.append(submissions(start, end))
os.access("/accord-ends", os.F_OK)
os.write(1, b"recorded " + b" ".join(b"%d" % receipt.index for receipt in receipts) + b"\\n")
os._exit(0)
"""

MARK = re.compile(r'"/accord-(begins|ends)"')
CALL = re.compile(r"^(?:\d+ +)?([a-z0-9_]+)\(")


def run(directory: Path, start: int, end: int, *options: str) -> subprocess.CompletedProcess[str]:
    """One append in a process of its own, under strace."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not there: apt-get install strace")
    command = [strace, *options, sys.executable, "-c", APPEND, str(directory), str(start), str(end)]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONMALLOC": "malloc"}
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60, check=False)


def calls_of_one_append(directory: Path, start: int, end: int, trace: Path) -> list[tuple[str, int]]:
    """Each system call between the marks: its name, and the how-manieth of that name in the process it is."""
    done = run(directory, start, end, "-o", str(trace))
    if "recorded" not in done.stdout:
        pytest.skip(f"strace cannot trace here: {done.stderr.strip()[-200:]}")
    counted: Counter[str] = Counter()
    found: list[tuple[str, int]] = []
    within = False
    for line in trace.read_text().splitlines():
        if (call := CALL.match(line)) is None:
            continue
        counted[call[1]] += 1
        if mark := MARK.search(line):
            within = mark[1] == "begins"
        elif within:
            found.append((call[1], counted[call[1]]))
    return found


@pytest.mark.long
@pytest.mark.parametrize(("before", "after"), [(3, 4), (255, 258)], ids=["within a tile", "across the end of a tile"])
def test_every_system_call_of_an_append_may_fail(tmp_path: Path, before: int, after: int) -> None:
    model = tmp_path / "model"
    filled(model, before).close()
    published = (model / "checkpoint").read_bytes()
    trial = tmp_path / "trial"
    shutil.copytree(model, trial)
    calls = calls_of_one_append(trial, before, after, tmp_path / "trace")
    assert len(calls) > 40
    assert {"fsync", "fdatasync", "rename", "pwrite64", "openat"} <= {name for name, _ in calls}
    slowest, survived, recorded = 0.0, 0, 0
    for name, count in calls:
        for fault in ("error=EIO", "error=ENOSPC", "signal=KILL"):
            shutil.rmtree(trial)
            shutil.copytree(model, trial)
            done = run(
                trial, before, after, "-o", "/dev/null", "-e", f"trace={name}", f"--inject={name}:{fault}:when={count}"
            )
            where = f"{fault} at {name} number {count}: {done.stderr[-300:]}"
            acknowledged = done.stdout.startswith("recorded")
            survived += acknowledged
            begin = time.perf_counter()
            writer = opened(trial)
            slowest = max(slowest, time.perf_counter() - begin)
            assert writer.size in ((after,) if acknowledged else (before, after)), where
            assert insist_whole(trial, before) == writer.size, where
            recorded += writer.size == after
            receipts = writer.append(submissions(before, after + 1))
            writer.close()
            assert [receipt.index for receipt in receipts] == list(range(before, after + 1)), where
            assert insist_whole(trial, after + 1) == after + 1, where
            insist_consistent(trial, [published])
            assert TileReader(FileStore(trial)).size == after + 1
    print(f"{3 * len(calls)} faults: {survived} acknowledged, {recorded} recorded, slowest restart {slowest:.3f} s")
    assert slowest < 2
