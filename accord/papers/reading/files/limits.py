"""Reads a file of a stranger in a child process that may take so much memory and so much time, and no more.

What a PDF holds cannot be told from its size: half a megabyte may unpack to a page that takes gigabytes and minutes.
The child is a copy of this process (a fork), so that nothing has to be loaded again; it sends its lines back and ends.
Where a system has no such limits, the file is read in this process.
"""

from __future__ import annotations

import contextlib
import faulthandler
import math
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import msgspec
from msgspec import Struct

from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.lines import Lines
from accord.wire.codec import Malformed

try:
    import resource
except ImportError:  # pragma: no cover  (Windows)
    resource = None  # type: ignore[assignment]

MEGABYTES = 1_000
"""How much memory the reading of one file may take beyond what the process has."""
SECONDS = 20
"""How much computing time may pass without another page being read."""
MOST_SECONDS = 300
"""How much the whole file may take."""


class _Refused(Struct):
    """Why the child read nothing: a code with its values, or a text that is none."""

    code: str
    values: dict[str, str]


def bounded(read: Callable[[bytes], Lines], data: bytes) -> Lines:
    """What `read` makes of the bytes of a file, within the limits of this module.

    Raises:
        Unreadable: as `read`; or too much memory, too much time, or an end that no limit explains.
        Malformed: as `read`.
    """
    if resource is None or not hasattr(os, "fork"):  # pragma: no cover  (Windows)
        return read(data)
    source, sink = os.pipe()
    sys.stdout.flush()
    resident = _pages(1)
    child = os.fork()
    if child == 0:
        _answer(read, data, sink)
    os.close(sink)
    said, status = b"", None
    try:
        with os.fdopen(source, "rb") as stream:
            said = stream.read()
        _, status, spent = os.wait4(child, 0)
    finally:
        if status is None:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        raise _ended(os.WTERMSIG(status), (spent.ru_maxrss * 1024 - resident) // 1_000_000)
    if said[:1] == b"L":
        return msgspec.msgpack.decode(said[1:], type=Lines)
    found = msgspec.msgpack.decode(said[1:], type=_Refused) if said else _Refused("broken-pdf", {})
    if found.code:
        raise Unreadable(found.code, **found.values)
    raise Malformed(found.values["why"])


def another_page() -> None:
    """Says in the child that a page has been read, so that the time for the next one begins."""
    if resource is not None and _child:
        spent = resource.getrusage(resource.RUSAGE_SELF)
        _allow(math.ceil(spent.ru_utime + spent.ru_stime) + SECONDS)


_child: list[bool] = []
"""Whether this process is a child that reads; set in the child only."""


def _answer(read: Callable[[bytes], Lines], data: bytes, sink: int) -> NoReturn:
    """What the child does: never returns, never runs what its parent would do at its own end."""
    try:
        _limit()
        said = _said(read, data)
        with os.fdopen(sink, "wb") as stream:
            stream.write(said)
    except MemoryError:
        os.kill(os.getpid(), signal.SIGKILL)
    except BaseException:
        os._exit(1)
    os._exit(0)


def _said(read: Callable[[bytes], Lines], data: bytes) -> bytes:
    try:
        return b"L" + msgspec.msgpack.encode(read(data))
    except Unreadable as error:
        return _refused(error.code, {name: str(value) for name, value in error.values.items()})
    except Malformed as error:
        return _refused("", {"why": str(error)})
    except MemoryError:
        return _refused("too-much-memory", {"most": str(MEGABYTES)})


def _refused(code: str, values: dict[str, str]) -> bytes:
    return b"R" + msgspec.msgpack.encode(_Refused(code, values))


def _limit() -> None:
    """The limits of the child, and silence: what it dies of is said by its parent."""
    _child.append(True)
    faulthandler.disable()
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    for number in (signal.SIGXCPU, signal.SIGALRM, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.alarm(4 * MOST_SECONDS)  # for a child that waits for what no longer comes
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_AS, _size() + MEGABYTES * 1_000_000)
    _lower(resource.RLIMIT_CPU, MOST_SECONDS)
    _allow(SECONDS)


def _lower(limit: int, most: int) -> None:
    """Sets both limits, as far as those of this process allow."""
    _, hard = resource.getrlimit(limit)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (most, most))


def _allow(seconds: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(seconds, hard), hard))


def _size() -> int:
    """The bytes of addresses that this process has; 2,000 million where the system does not tell."""
    return _pages(0) or 2_000_000_000


def _pages(field: int) -> int:
    """A figure of this process's memory in bytes, its addresses (0) or what is in memory (1); 0 where untold."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[field]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _ended(number: int, megabytes: int) -> Unreadable:
    """Why a child ended that a signal ended, grown by so many megabytes; a crash after little is the file's fault."""
    if number in (signal.SIGXCPU, signal.SIGALRM):
        return Unreadable("too-much-time", most=SECONDS)
    if number == signal.SIGKILL or megabytes > MEGABYTES // 3:
        return Unreadable("too-much-memory", most=MEGABYTES)
    return Unreadable("broken-pdf")
