"""`accord read` on what is no report: a reading or one sentence, with a known status, and never a long wait."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accord.papers.reading import Malformed, read

NOISE = random.Random(20_130_830)
STATEMENTS = "At the same meeting, on {day} May 2031, the Head of Paper opened the meeting. Paper provided support."
PANEL = (
    "Panels:\n\n(a) A panel on the theme “Long theme {n} of many”, moderated by A B (Austria). The panellists were "
    "C D (Institute {n}) (I{n}) and E F;\n\n(b) A panel on the theme “Other theme {n} of many”, moderated by A B "
    "(Austria). The panellists were C D (I{n}) and E F."
)
READ = {
    "letters": "".join(chr(NOISE.randint(32, 126)) if NOISE.random() < 0.98 else "\n" for _ in range(100_000)),
    "ideographs": "".join(chr(NOISE.randint(0x4E00, 0x9FFF)) if NOISE.random() < 0.97 else "\n" for _ in range(60_000)),
    "labels": "\n".join(f"{NOISE.choice(['(a)', '1.', 'I.', 'A.', '一.', '㈠'])} x;" for _ in range(10_000)),
    "numbers": "\n".join(f"{n}. " for n in range(1, 12_000)),
    "a table": "\n".join(",".join(str(n * k) for k in range(20)) for n in range(3_000)),
    "records": json.dumps([{"a": n, "b": "Austria"} for n in range(8_000)], indent=1),
    "markup": "<html><body>" + "<p>1. Hello</p>\n" * 3_000,
    "many meetings": "\n\n".join(f"{n}. {STATEMENTS.format(day=n % 28 + 1)}" for n in range(1, 2_000)),
    "many panels": "\n\n".join(f"{n}. {PANEL.format(n=n)}" for n in range(1, 300)),
}
BAD: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "no text"),
    "form feeds": (b"\f" * 10_000, "no text"),
    "marks of direction": (("\u202e\u200f" * 500).encode(), "no text"),
    "control characters": (bytes(range(1, 32)) * 100, "no text"),
    "random bytes": (NOISE.randbytes(5_000), "UTF-8"),
    "Latin-1": (("Réunion tenue à Genève\n" * 10).encode("latin-1"), "UTF-8"),
    "one long line": (b"x " * 1_500_000, "characters"),
    "PDF": (b"%PDF-1.7 1 0 obj", "PDF"),
    "word processor": (b"PK\x03\x04" + bytes(60), "DOCX"),
}


@pytest.mark.parametrize("name", READ)
def test_any_text_is_read_in_a_short_time(name: str) -> None:
    start = time.monotonic()
    found = read(READ[name])
    assert time.monotonic() - start < 10
    assert found.secretariat is None or found.secretariat.provider
    assert found.units


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_text_is_one_sentence_and_status_2(name: str, tmp_path: Path) -> None:
    data, word = BAD[name]
    file = tmp_path / "document"
    file.write_bytes(data)
    ran = subprocess.run(
        [sys.executable, "-m", "accord.main", "read", str(file)], capture_output=True, timeout=60, check=False
    )
    told = ran.stderr.decode()
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert word in told
    assert "Traceback" not in told
    assert len(told.splitlines()) <= 2
    assert file.read_bytes() == data


@pytest.mark.parametrize("text", ["\u202e\u200f" * 20, "\u200b \n\f", "\u2060"])
def test_marks_that_nobody_sees_are_no_text(text: str) -> None:
    with pytest.raises(Malformed, match="no text"):
        read(text)
