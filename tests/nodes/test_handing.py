"""Acts handed in one after the other go to one writer, which is let go in time for others."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from accord.acts.gate import Refused
from accord.areas.parties.acts import Reply
from accord.client.say import sign
from accord.log.sequencer import RecordStopped
from accord.nodes import handing as module
from accord.nodes.handing import HOLD_S, LINGER_S, Handing
from accord.nodes.log import LogServer
from accord.nodes.remote import open_writer
from accord.nodes.writer import Writer
from tests.acting.desk import NONCES, small_record
from tests.scene import key_of, said


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return small_record(tmp_path)[0]


def act() -> bytes:
    reply = Reply(to=0, text=said("We see this otherwise."))
    return sign(reply, "ST-A", "record.example/acting", next(NONCES), [key_of("ST-A")])


class Opened:
    """Counts how often a writer is opened."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, directory: Path) -> Any:
        self.times += 1
        return open_writer(directory)


def test_acts_that_follow_at_once_go_to_one_writer(record: Path) -> None:
    opened = Opened()
    handing = Handing(record, opened)
    first = [handing([act()])[0].index for _ in range(3)]
    assert first == [first[0], first[0] + 1, first[0] + 2]
    assert (opened.times, handing.holds) == (1, True)
    handing.close()
    assert handing.holds is False
    with Writer(record, wait_s=0) as writer:
        assert writer.submit([act()])[0].index == first[0] + 3


def test_a_writer_is_let_go_after_a_moment(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LINGER_S", 0.05)
    handing = Handing(record)
    handing([act()])
    with Writer(record, wait_s=5):
        assert not handing.holds


def test_acts_that_keep_coming_hold_no_writer_for_good(record: Path) -> None:
    now, opened = [0.0], Opened()
    handing = Handing(record, opened, lambda: now[0])
    for _ in range(5):
        handing([act()])
        now[0] += HOLD_S / 2
    assert opened.times == 2
    handing.close()


def test_other_commands_wait_longer_than_a_writer_is_held() -> None:
    assert LINGER_S < HOLD_S < 10


def test_what_is_refused_leaves_the_writer_open_and_a_fault_does_not(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened()
    handing = Handing(record, opened)
    with pytest.raises(Refused):
        handing([b"{}"])
    assert handing.holds

    def stopped(self: Writer, envelopes: Any) -> Any:
        raise RecordStopped("a fault")

    with monkeypatch.context() as broken:
        broken.setattr(Writer, "submit", stopped)
        with pytest.raises(RecordStopped):
            handing([act()])
    assert not handing.holds
    assert handing([act()])[0].counts
    assert opened.times == 2
    handing.close()


def test_where_a_log_runs_acts_go_to_it_and_nothing_is_held(record: Path) -> None:
    import threading

    server = LogServer(record, 0)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    try:
        handing = Handing(record)
        began = time.perf_counter()
        indexes = [handing([act()])[0].index for _ in range(2)]
        assert indexes[1] == indexes[0] + 1
        assert not handing.holds
        assert time.perf_counter() - began < 5
    finally:
        server.shutdown()
        serving.join()
        server.server_close()
