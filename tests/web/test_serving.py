"""The portal as a program: on this machine alone, following its record, stopping when asked."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faces.desks import Desk, text

PROGRAM = """
import sys
from pathlib import Path
from accord.main import Machine
Machine().serve(Path(sys.argv[1]), 0, lambda address: print(address, flush=True))
"""


@contextmanager
def served(record: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The portal of a record in a process of its own, and its address."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(record)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip(), process
        finally:
            process.kill()


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_on_localhost_and_stops_when_asked(portal_record: Path, sign: int) -> None:
    with served(portal_record) as (address, process):
        assert address.startswith("http://localhost:")
        status, headers, body = get(f"{address}/ar/")
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert b'dir="rtl"' in body
        assert f"accord check {address}".encode() in get(f"{address}/en/-/documents")[2]
        again = get(f"{address}/ar/", **{"If-None-Match": headers["etag"]})
        assert (again[0], again[2]) == (304, b"")
        assert again[1]["content-security-policy"].startswith("default-src 'none'")
        port = int(address.rpartition(":")[2])
        with socket.socket(socket.AF_INET) as probe:
            probe.connect(("127.0.0.1", port))
            # As no browser would write it: nothing on the way makes the path plain.
            probe.sendall(b"GET /tile/../writer/keys/secretariat.key HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert probe.recv(100).startswith(b"HTTP/1.1 404")
        os.kill(process.pid, sign)
        assert process.wait(10) == 0
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_it_follows_its_record(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with served(desk.record) as (address, _):
        before = get(f"{address}/en/-/parties")
        act = {"verb": "party.enter/1", "party": "NEW-PARTY", "kind": "organisation", "name": text("New party")}
        desk.says(act, desk.secretariat)
        for _ in range(100):
            after = get(f"{address}/en/-/parties")
            if after[1]["etag"] != before[1]["etag"]:
                break
            time.sleep(0.1)
        assert b"NEW-PARTY" in after[2]
        assert b"NEW-PARTY" not in before[2]
