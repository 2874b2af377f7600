"""The portal as a program: the pages of one record on this machine, in one process, following the record.

The server runs inside this process, on one event loop. The world is read and caught up with in that loop alone,
so a page never sees a world that is changing; a second process would tail the tiles into a world of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import resource
import signal
import socket
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from accord.faces.web.acting.desk import Acting
from accord.faces.web.app import Front, make_app
from accord.faces.web.desks import DESKS
from accord.faces.web.search import desk as searching
from accord.faces.web.site import Desk, Site
from accord.faces.web.warming import warm
from accord.log.store import NotStored
from accord.nodes.handing import Handing
from accord.nodes.records import nonce, open_copy

EVERY_S = 1.0
"""How often the checkpoint is looked at."""

LETTING_GO_S = 0.3

TOLD_AGAIN = 300
"""Entries that are folded again each time the checkpoint is looked at, until any earlier moment is shown soon."""

CONNECTIONS = 4096
"""Lines held open at once: who holds some without a word, slowly, keeps nobody else waiting."""

HEADERS_MS = 5_000
"""How long a request's headers may take, and a line may stay without a request."""

LOOKED_FOR = (2_000, 5, 2_500)
"""How much is made before garbage that refers to itself is looked for among it, among what has stayed since, among
all. Little at a time, since a reader waits meanwhile; and what is kept for readers stays, so that among all is looked
seldom.
"""

_log = logging.getLogger("accord.portal")


def serve(directory: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serves the pages of a record on this machine until interrupted; tells `ready` the address.

    Port 0 takes one that is free. Stops on SIGINT and SIGTERM when it runs in the main thread.
    """
    asyncio.run(run(directory, port, ready))


async def run(
    directory: Path,
    port: int,
    ready: Callable[[str], None],
    host: str = "localhost",
    more: Callable[[Handing], Mapping[str, Desk]] = lambda _: {},
) -> None:
    """Serves until cancelled or interrupted.

    Args:
        host: the name or number by which readers reach this machine; `localhost`: from this machine alone.
        more: further desks, given the way to the record's writer.

    Raises:
        OSError: the name is not one of this machine, or something else listens there.
    """
    bound = socket.gethostbyname(host)
    port = _free(port, bound)
    handing = Handing(directory)
    desks = {**DESKS, **Acting(nonce, time.monotonic).desks(), **more(handing)}
    # An address of numbers cannot be the home of a passkey: what is printed is the name.
    site = Site(open_copy(directory), f"http://{host}:{port}", desks=desks, submit=handing)
    # The index is filled before anybody asks: filling it while pages are served would keep all readers waiting.
    searching.follower(site).catch_up()
    warm(site)
    # What is in memory now stays as long as the program runs: looking through it for garbage would only make readers
    # wait, for half a second where a record has 100,000 entries.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*LOOKED_FOR)
    server = Server(
        Front(site, make_app(site)), address=bound, port=port, interface=Interfaces.ASGINL,
        websockets=False, log_enabled=False, backlog=1024, backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_MS),
    )  # fmt: skip
    loop = asyncio.get_running_loop()
    with contextlib.suppress(RuntimeError, ValueError):
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, server.stop)
    follower = asyncio.create_task(_follow(site))
    serving = asyncio.create_task(server.serve())
    try:
        await _answers(bound, port, serving)
        ready(site.address)
        await serving
        # The server's own threads let go of their last requests now. One that still does when the interpreter
        # ends aborts the process.
        await asyncio.sleep(LETTING_GO_S)
    finally:
        follower.cancel()
        handing.close()
        if not serving.done():
            server.stop()  # type: ignore[no-untyped-call]
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait_for(serving, 5)


async def _follow(site: Site) -> None:
    """Catches up with the record when its checkpoint is another; what does not verify is not shown, and logged."""
    while True:
        await asyncio.sleep(EVERY_S)
        try:
            if site.copy.reader.store.read("checkpoint") != site.copy.note:
                site.catch_up()
            site.moments.grow(TOLD_AGAIN)
        except NotStored:
            continue
        except Exception:
            # The pages stay those of the last checkpoint that held.
            _log.exception("the record could not be followed")


async def _answers(bound: str, port: int, serving: asyncio.Task[None]) -> None:
    """Waits until the port answers."""
    for _ in range(500):
        if serving.done():
            await serving
            return
        try:
            _, writer = await asyncio.open_connection(bound, port)
        except OSError:
            await asyncio.sleep(0.01)
            continue
        writer.close()
        return


def _allow_files(wanted: int) -> None:
    """Lets this process hold so many files and lines open, as far as it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _free(port: int, bound: str) -> int:
    """The port, if it is free, or one that is.

    Raises:
        OSError: something else listens there.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((bound, port))
        return int(probe.getsockname()[1])
