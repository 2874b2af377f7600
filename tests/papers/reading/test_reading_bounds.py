"""What the reading of one file may cost: hostile pages are given up, in words that name the limit."""

from __future__ import annotations

import os
import resource
import threading
import time
import zlib

import pytest

from accord.papers.reading import Unreadable, read_file
from accord.papers.reading.files import limits, sheets
from accord.papers.reading.files.limits import bounded
from accord.papers.reading.lines import Lines, read_lines
from tests.papers.reading.test_reading_files import PDF, docx_of, plain_pdf

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def bomb(operators: bytes, times: int) -> bytes:
    """A PDF of one page whose operators come again and again: small in the file, large when unpacked."""
    packed = zlib.compress(operators * times, 9)
    page = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    return plain_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, page, FONT])


def refused(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as error:
        read_file(data)
    return error.value


def test_a_page_that_takes_gigabytes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEGABYTES", 150)
    data = bomb(b"0 0 m 1 1 l S\n", 3_000_000)
    assert len(data) < 200_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = refused(data)
    assert (found.code, found.values) == ("too-much-memory", {"most": 150})
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000, "this process took none of it"


def test_a_page_that_takes_minutes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1)
    start = time.monotonic()
    found = refused(bomb(b"BT /F 9 Tf 10 10 Td (abc) Tj ET\n", 700_000))
    assert (found.code, found.values) == ("too-much-time", {"most": 1})
    assert time.monotonic() - start < 60


def test_each_page_has_time_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1)

    def slow(data: bytes) -> Lines:
        for _ in range(3):
            limits.another_page()
            start = time.process_time()
            while time.process_time() - start < 0.8:
                pass
        return read_lines(data.decode())

    assert bounded(slow, b"1. Read.").lines[0].text == "1. Read."


def test_too_many_pages_or_characters_are_told_from_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_PAGES", 0)
    assert (refused(PDF).code, refused(PDF).values) == ("too-many-pages", {"most": "0"})
    monkeypatch.setattr(sheets, "MOST_PAGES", 5)
    monkeypatch.setattr(sheets, "MOST_GLYPHS", 10)
    assert (refused(PDF).code, refused(PDF).values) == ("too-many-characters", {"most": "10"})


def crash(_: bytes) -> Lines:
    os.abort()


def leave(_: bytes) -> Lines:
    raise RuntimeError("what no reader raises")


def hoard(_: bytes) -> Lines:
    return read_lines("1. " + " " * 4_000_000_000)


@pytest.mark.parametrize(("read", "code"), [(crash, "broken-pdf"), (leave, "broken-pdf"), (hoard, "too-much-memory")])
def test_a_reader_that_ends_otherwise_is_told(read: object, code: str) -> None:
    with pytest.raises(Unreadable) as error:
        bounded(read, b"")  # type: ignore[arg-type]
    assert error.value.code == code


def test_nothing_is_left_behind_and_threads_may_read() -> None:
    def children() -> bool:
        try:
            return os.waitpid(-1, os.WNOHANG) != (0, 0)
        except ChildProcessError:
            return False

    files = len(os.listdir("/proc/self/fd"))
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(len(read_file(docx_of("1. One.", "2. Two.")).paragraphs)))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [2] * 6
    assert not children()
    assert len(os.listdir("/proc/self/fd")) == files
