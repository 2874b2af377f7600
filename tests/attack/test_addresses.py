"""Requests that no browser would make, over a real socket: refused early, answered in words, and nobody else waits."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from accord.faces.web.app import LARGEST_BODY
from tests.browser.watching import serving
from tests.web.reading import Read

SECRET = b"PRIVATE"
"""What a key file would show."""


@pytest.fixture(scope="module")
def port(hostile: Path) -> Iterator[int]:
    """The portal of the hostile record, as a program."""
    with serving(hostile) as address:
        yield int(address.rpartition(":")[2])


def sent(port: int, data: bytes, wait_s: float = 5) -> bytes:
    """What comes back for bytes sent; empty where the line is closed without an answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait_s) as line:
        line.sendall(data)
        found = b""
        try:
            while more := line.recv(65536):
                found += more
        except TimeoutError:
            pass
        except ConnectionResetError:
            pass
        return found


def got(port: int, path: bytes, *headers: bytes, method: bytes = b"GET") -> tuple[int, bytes, bytes]:
    """Status, head and body of an answer to a path as it stands."""
    lines = [method + b" " + path + b" HTTP/1.1", b"Host: localhost", b"Connection: close", *headers]
    head, _, body = sent(port, b"\r\n".join(lines) + b"\r\n\r\n").partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), head, body


@pytest.mark.parametrize(
    "path",
    [
        b"/../../../../etc/passwd",
        b"/static/../../../../../etc/passwd",
        b"/static/..%2f..%2f..%2f..%2fetc%2fpasswd",
        b"/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        b"/static/..%252f..%252fetc%252fpasswd",
        b"/static/....//....//etc/passwd",
        b"/static/..\\..\\writer\\keys\\log.key",
        b"/static//etc/passwd",
        b"/tile/../writer/keys/secretariat.key",
        b"/tile/0/../../writer/keys/secretariat.key",
        b"/tile/%2e%2e%2fwriter%2fkeys%2fsecretariat.key",
        b"/tile/entries/000.p/1/../../../../policy",
        b"/tile/0/%00",
        b"/writer/keys/",
        b"/.git/config",
        b"/en/-/entry/9999999999999999999999999",
        b"/en/-/entry/1e3",
        b"/en/-/entry/%2B1",
        b"/en/-/entry/%D9%A1",
        b"/en/-/party/..%2f..%2fetc%2fpasswd",
        b"/en/-/units/%2e%2e%2f%2e%2e",
        b"/en/%c0%ae%c0%ae/%c0%ae%c0%ae",
        b"/en/%ed%a0%80",
        b"/en/%f5%80%80%80",
        b"/en/%",
        b"/en/%zz",
        b"/en/-/party/%E2%80%AEtxt",
        b"/en/-/party/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        b"/en/A%2FAC.99%2FWP.1%00",
        b"/en/-/%2e%2e/%2e%2e",
    ],
)
def test_what_is_not_for_readers_is_not_there(port: int, path: bytes) -> None:
    status, head, body = got(port, path)
    assert status in (400, 404), (path, status)
    assert b"root:" not in body
    assert SECRET not in body
    if status == 404:
        assert b"content-security-policy" in head.lower()
        page = Read(body.decode())
        assert page.inline == []
        assert page.open == []


def test_what_is_sent_back_in_words_is_escaped_and_short(port: int) -> None:
    status, _, body = got(port, b"/en/-/" + b"%3Cb%3E" * 200)
    assert status == 404
    assert len(body) < 60_000
    assert b"<b>" not in body


@pytest.mark.parametrize(
    "path",
    [
        b"/-/documents?x=%0d%0aSet-Cookie:%20a=b",
        b"/en/a/ac.99/wp.1?x=%0d%0aLocation:%20//marked.example",
        b"/EN/%0d%0aSet-Cookie:%20a=b",
        b"/EN//marked.example/",
        b"/EN/%2F%2Fmarked.example",
        b"//marked.example/en/",
        b"/%0d%0aSet-Cookie:a=b",
    ],
)
def test_no_header_is_injected_and_no_reader_sent_elsewhere(port: int, path: bytes) -> None:
    _, head, _ = got(port, path)
    assert b"\nset-cookie" not in head.lower()
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b": ")
        if name.lower() == b"location":
            assert value.startswith(b"/")
            assert not value.startswith((b"//", b"/\\"))


@pytest.mark.parametrize("declared", [LARGEST_BODY + 1, 10**12])
def test_an_oversized_body_is_refused_before_it_comes(port: int, declared: int) -> None:
    began = time.perf_counter()
    head = b"POST /en/-/bundle/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % declared
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(head + b"x" * 1000)
        answer = line.recv(4000)
    assert answer.split(b" ", 2)[1] == b"413"
    assert time.perf_counter() - began < 4


def test_a_body_without_end_is_refused(port: int) -> None:
    """Chunks: nobody says how many there will be."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(b"POST /en/-/bundle/1 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        sent_bytes = 0
        try:
            for _ in range(100):
                line.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
                sent_bytes += 0x10000
        except OSError:
            pass
        try:
            answer = line.recv(4000)
        except OSError:
            answer = b""
    assert not answer or answer.split(b" ", 2)[1] in (b"413", b"405", b"400"), answer[:100]
    assert got(port, b"/health")[0] == 200


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /en/\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /en/ HTTP/1.1\r\nHost: x\r\nX: \x00\r\nConnection: close\r\n\r\n",
        b"GET /en/ HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        b"GET /en/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /en/" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /en/ HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 5_000 + b"Connection: close\r\n\r\n",
        b"\r\n" * 100,
    ],
)
def test_what_is_no_request_stops_nothing(port: int, data: bytes) -> None:
    answer = sent(port, data, 1)
    assert not answer or answer.startswith(b"HTTP/1.")
    assert b" 500 " not in answer[:40]
    assert got(port, b"/health")[0] == 200


def test_slow_readers_and_writers_keep_nobody_waiting(port: int) -> None:
    lines = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(600)]
    try:
        for number, line in enumerate(lines):
            line.sendall(b"GET /en/ HT" if number % 2 else b"GET /en/-/parties HTTP/1.1\r\nHost: x\r\n\r\n")
        began = time.perf_counter()
        assert got(port, b"/en/-/documents")[0] == 200
        assert time.perf_counter() - began < 3
    finally:
        for line in lines:
            line.close()


def test_headers_of_a_reader_change_nothing_but_the_language(port: int) -> None:
    strange = (
        b"Accept-Language: " + b"xx;q=9e999," * 400 + b"\xff\xfe",
        b"If-None-Match: " + b'W/"' * 2000,
        b"X-Forwarded-Host: marked.example",
        b"Cookie: " + b"a=b;" * 1000,
        b"Range: bytes=0-1,2-3,-9999999999",
    )
    for header in strange:
        for path in (b"/", b"/en/", b"/checkpoint", b"/static/accord.css"):
            status, head, body = got(port, path, header)
            assert status in (200, 302), (header[:40], status)
            assert b"marked.example" not in head + body


@pytest.mark.parametrize("lang", ["ar", "zh", "en", "fr", "ru", "es"])
@pytest.mark.parametrize("path", ["-/nothing", "A/AC.99/WP.9", "-/party/ST-", "-/entry/99999", "-/panel/panel-9"])
def test_what_is_not_there_comes_with_something_near(portal: TestClient, lang: str, path: str) -> None:
    answer = portal.get(f"/{lang}/{path}")
    assert answer.status_code == 404
    near = [link for link in Read(answer.text).links if link.startswith(f"/{lang}/")]
    assert near
    assert json.loads(portal.get(f"/{lang}/{path}.json").text)["nearest"]


def test_many_at_once_are_all_answered(port: int) -> None:
    statuses: list[int] = []

    def ask() -> None:
        for path in (b"/en/", b"/ar/-/parties", b"/zh/A/99/100", b"/en/-/nothing"):
            statuses.append(got(port, path)[0])

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(set(statuses)) == [200, 404]
    assert len(statuses) == 40
