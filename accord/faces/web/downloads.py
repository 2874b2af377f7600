"""A report as a file: `/<lang>/-/report/<symbol or body>?as=<format>`.

Every file is made once for a size of the record, a language and a format. Making one takes the processor for a
while, so one is made at a time, beside the thread that answers; who comes when too many wait is told to come again.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from msgspec.structs import replace

from accord.faces.web.answers import REVALIDATE, Answer, Request, has_it, tagged
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.papers.report import Report
from accord.papers.report.formats import FORMATS, file_name
from accord.papers.report.issue import entered
from accord.papers.report.pdf.missing import NoFonts, NoGlyph

MOST_WAITING = 8
"""Files that may wait to be made."""
KEPT_BYTES = 32_000_000
"""Of files kept, until the record gains an entry."""

AT_ONCE = ("text", "json")
"""Formats that take no time to make."""

Key = tuple[object, ...]


class Press:
    """Makes files, one at a time, and keeps them for one size of the record."""

    def __init__(self) -> None:
        self._files: OrderedDict[Key, bytes] = OrderedDict()
        self._root = b""
        self._bytes = 0
        self._making: dict[Key, asyncio.Task[bytes]] = {}
        self._turn = asyncio.Lock()

    def kept(self, root: bytes, key: Key) -> bytes | None:
        """The file, if it was made for this record as it stands."""
        if root != self._root:
            self._files, self._bytes, self._root = OrderedDict(), 0, root
        return self._files.get(key)

    async def make(self, root: bytes, key: Key, make: Callable[[], bytes]) -> bytes:
        """The file, made in its turn, in a thread of its own; who wants the same one waits for the same one.

        Raises:
            Busy: too many are waiting to be made already.
        """
        task = self._making.get((root, key))
        if task is None:
            if len(self._making) >= MOST_WAITING:
                raise Busy
            task = self._making[root, key] = asyncio.ensure_future(self._made(root, key, make))
            task.add_done_callback(lambda _: self._making.pop((root, key)))
        # A reader who goes away takes it from nobody else.
        return await asyncio.shield(task)

    async def _made(self, root: bytes, key: Key, make: Callable[[], bytes]) -> bytes:
        async with self._turn:
            found = await asyncio.to_thread(make)
        self.keep(root, key, found)
        return found

    def keep(self, root: bytes, key: Key, data: bytes) -> None:
        """Keeps a file, unless the record has grown meanwhile or it is too large."""
        if root != self._root or len(data) > KEPT_BYTES // 4:
            return
        self._files[key] = data
        self._bytes += len(data)
        while self._bytes > KEPT_BYTES:
            _, gone = self._files.popitem(last=False)
            self._bytes -= len(gone)


class Busy(Exception):
    """Too many files are waiting to be made."""


def download(site: Site, press: Press, asked: Request, name: str, made: Report) -> Answer | Awaitable[Answer]:
    """The report in the format that is asked for; what takes long is waited for.

    Args:
        name: of the body or document, in its normal spelling.
        made: the report of the record as it stands.
    """
    form, lang, root = asked.query["as"], asked.lang, site.copy.root
    tag = tagged(build(), "report", root, lang, name, form)
    headers = (("Content-Disposition", f'attachment; filename="{quote(file_name(made, form), safe="")}"'),)
    answer = Answer(200, FORMATS[form].kind, b"", headers, etag=tag, caching=REVALIDATE)
    if has_it(tag, asked.headers.get("if-none-match", "")):
        # The reader has it: nothing is made, and the front answers 304.
        return answer
    key = (lang, name, form)
    data = press.kept(root, key)
    if data is not None:
        return replace(answer, body=data)
    whole = entered(site.copy.world, made, site.known.read)
    if form in AT_ONCE:
        data = FORMATS[form].make(whole)
        press.keep(root, key, data)
        return replace(answer, body=data)
    return _waited(site, press, answer, lang, root, key, lambda: FORMATS[form].make(whole))


async def _waited(
    site: Site, press: Press, answer: Answer, lang: str, root: bytes, key: Key, make: Callable[[], bytes]
) -> Answer:
    """The answer with its file once that is made, or why there is none."""
    say = site.written(lang).say
    try:
        return replace(answer, body=await press.make(root, key, make))
    except Busy:
        return replace(site.problem(503, lang, say("portal.busy")), headers=(("Retry-After", "5"),))
    except NoFonts as error:
        words = say("error.no-fonts", fonts=", ".join(error.fonts), packages=" ".join(error.packages))
        return site.problem(503, lang, words)
    except NoGlyph as error:
        words = say("error.no-glyph", why=str(error)[:200], packages=" ".join(error.packages))
        return site.problem(503, lang, words)
