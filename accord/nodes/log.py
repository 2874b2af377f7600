"""The log as a program: takes signed acts over HTTP, serves checkpoint and tiles as they lie.

    GET  /checkpoint, /policy, /tile/...   the record, as C2SP tlog-tiles has it
    POST /acts                             one signed act, its canonical envelope; the answer is its receipt

Receipts mean *recorded*: durable, in the tree, under a checkpoint that is published. While it
runs, `DIR/writer/address` says where, so that commands on the same machine submit to it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec

from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct
from accord.client.say import Receipt
from accord.log.committer import GroupCommitter
from accord.log.files import FileStore
from accord.log.sequencer import RecordStopped
from accord.log.store import NotStored
from accord.log.tiles import LARGEST_ENTRY, parse_path
from accord.nodes.folder import POLICY
from accord.nodes.writer import Writer
from accord.wire.codec import Malformed

ADDRESS = "address"
ENVELOPE = "application/vnd.dsse+json"
PATIENCE_S = 30.0

Outcome = Receipt | Refused | UnknownAct


class Problem(msgspec.Struct, frozen=True):
    """Why a request was not done, for machines (`reason`) and for people (`detail`)."""

    reason: str
    detail: str


class LogServer(ThreadingHTTPServer):
    """Serves one record on this machine until `shutdown`."""

    daemon_threads = True

    def __init__(self, directory: Path, port: int, host: str = "127.0.0.1") -> None:
        self.writer = Writer(directory)
        try:
            self.store = FileStore(directory)
            self.directory = directory
            # Before the port is bound: where that fails, the server closes itself, and with it what it has.
            self.committer: GroupCommitter[bytes, Outcome] = GroupCommitter(self.writer)
            super().__init__((host, port), _Handler)
        except BaseException:
            self.writer.close()
            raise
        self.address = f"http://localhost:{self.server_address[1]}"
        (directory / "writer" / ADDRESS).write_text(self.address + "\n")

    def server_close(self) -> None:
        """Records what was handed in, then lets another writer in."""
        super().server_close()
        (self.directory / "writer" / ADDRESS).unlink(missing_ok=True)
        self.committer.close()
        self.writer.close()


def serve(directory: Path, port: int, ready: Callable[[str], None]) -> None:
    """Runs the log of a record until the process is interrupted; tells `ready` its address."""
    server = LogServer(directory, port)
    try:
        ready(server.address)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
    finally:
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "accord"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = 1 << 16  # Head and body leave in one packet.
    timeout = 60
    server: LogServer

    def do_GET(self) -> None:
        path = self.path.removeprefix("/")
        try:
            if path == "checkpoint":
                self._answer(200, self.server.store.read(path), "text/plain; charset=utf-8", "max-age=2")
            elif path == POLICY:
                self._answer(
                    200, (self.server.directory / POLICY).read_bytes(), "text/plain; charset=utf-8", "max-age=2"
                )
            else:
                parse_path(path)
                data = self.server.store.read(path)
                self._answer(200, data, "application/octet-stream", "max-age=31536000, immutable")
        except (NotStored, Malformed):
            self._problem(404, "not-found", "there is no such file of the record")

    def do_POST(self) -> None:
        if self.path != "/acts":
            return self._problem(404, "not-found", "acts are handed in at /acts")
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or not 0 < int(length) <= LARGEST_ENTRY:
            self.close_connection = True
            return self._problem(413, "malformed", f"one envelope of at most {LARGEST_ENTRY} bytes, with its length")
        body = self.rfile.read(int(length))
        try:
            outcome = self.server.committer.submit(body).result(PATIENCE_S)
        except (RecordStopped, TooLate) as error:
            return self._problem(503, "stopped", str(error) or "the log did not answer in time; submit again")
        except Malformed as error:
            return self._problem(400, "malformed", str(error))
        if isinstance(outcome, Refused):
            return self._problem(400, outcome.reason, str(outcome))
        if isinstance(outcome, UnknownAct):
            return self._problem(400, "unknown-act", str(outcome))
        self._answer(200, msgspec.json.encode(outcome), "application/json", "no-store")

    def _problem(self, status: int, reason: str, detail: str) -> None:
        self._answer(status, msgspec.json.encode(Problem(reason, detail)), "application/problem+json", "no-store")

    def _answer(self, status: int, body: bytes, kind: str, caching: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", caching)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: who asked for what is nobody's business."""
