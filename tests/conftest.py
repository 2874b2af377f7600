"""What all tests share: no network, the same random numbers each time, and `--update` for golden values."""

from __future__ import annotations

import ipaddress
import random
import socket
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest

# Machines that run tests for everybody are slow at times: an example that takes long is no fault. `repeatable` finds
# the same things in every run; `searching` looks elsewhere each time (pytest --hypothesis-profile=searching).
_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("repeatable", derandomize=True, database=None, **_COMMON)
hypothesis.settings.register_profile("searching", max_examples=1000, print_blob=True, **_COMMON)
hypothesis.settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden values anew instead of comparing with them")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden values are to be written anew."""
    return bool(request.config.getoption("--update"))


class NetworkUsed(AssertionError):
    """A test reached for another machine."""


def _insist_here(family: int, address: Any) -> None:
    if family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = str(address[0])
    try:
        here = not host or ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        here = host == "localhost"
    if not here:
        raise NetworkUsed(f"a test reached for {host}; tests stay on this machine")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections, datagrams and look-ups of names stay on this machine."""

    def guarded(name: str) -> None:
        method = getattr(socket.socket, name)

        def call(self: socket.socket, *args: Any) -> Any:
            _insist_here(self.family, args[-1])
            return method(self, *args)

        monkeypatch.setattr(socket.socket, name, call)

    for name in ("connect", "connect_ex", "sendto", "bind"):
        guarded(name)
    look_up = socket.getaddrinfo

    def resolve(host: Any, *args: Any, **more: Any) -> Any:
        _insist_here(socket.AF_INET, (host.decode() if isinstance(host, bytes) else host or "",))
        return look_up(host, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.fixture(autouse=True)
def no_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a user keeps between runs stays out of the tests, and the tests out of it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))


@pytest.fixture(autouse=True)
def same_randomness() -> Iterator[None]:
    """Every test starts from the same random numbers, and leaves those of its surroundings as they were."""
    before = random.getstate()
    random.seed(68514)
    yield
    random.setstate(before)
