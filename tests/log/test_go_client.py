"""Go's own `sumdb/tlog` and `sumdb/note` accept our log, entry by entry, and refuse a changed one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from accord.keys.vkey import format_vkey
from tests.log.made import LOG_KEY, started, submissions

SIZES = (1, 2, 255, 256, 257, 65535, 65536, 65537, 70000)
SOURCE = Path(__file__).parent / "go"
PACKAGES = Path("/usr/share/gocode")


@pytest.fixture(scope="module")
def gocheck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built checker; without Go and Debian's golang-golang-x-mod-dev the tests are skipped, and counted as such."""
    if shutil.which("go") is None or not (PACKAGES / "src/golang.org/x/mod/sumdb").exists():
        pytest.skip("no Go: apt-get install golang-go golang-golang-x-mod-dev")
    program = tmp_path_factory.mktemp("go") / "gocheck"
    environment = {
        **os.environ,
        "GOPATH": str(PACKAGES),
        "GO111MODULE": "off",
        "GOCACHE": str(program.parent / "cache"),
    }
    built = subprocess.run(
        ["go", "build", "-o", str(program), "."], cwd=SOURCE, env=environment, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    return program


def check(gocheck: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(gocheck), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_go_accepts_the_log_at_every_awkward_size(gocheck: Path, tmp_path: Path) -> None:
    key = format_vkey(LOG_KEY.vkey)
    with started(tmp_path) as writer:
        for size in SIZES:
            for start in range(writer.size, size, 8192):
                writer.append(submissions(start, min(size, start + 8192)))
            done = check(gocheck, tmp_path, key)
            assert done.returncode == 0, (size, done.stderr)
            assert json.loads(done.stdout)["size"] == size
    for index in (0, 255, 256, 65535, 69999):
        done = check(gocheck, tmp_path, key, index, tmp_path / "entry")
        assert (done.returncode, json.loads(done.stdout)["index"]) == (0, index)
        assert (tmp_path / "entry").read_bytes()[8:] == b"act %d" % index


def test_go_refuses_another_key_and_a_changed_entry(gocheck: Path, tmp_path: Path) -> None:
    with started(tmp_path) as writer:
        writer.append(submissions(0, 300))
    key = format_vkey(LOG_KEY.vkey)
    other = "record.example/acts+00000000" + key[key.rindex("+") :]
    assert check(gocheck, tmp_path, other, 5).returncode == 1
    assert check(gocheck, tmp_path, key, 300).returncode == 1
    bundle = tmp_path / "tile" / "entries" / "000"
    bundle.chmod(0o644)
    bundle.write_bytes(bundle.read_bytes().replace(b"act 77", b"act 78"))
    assert check(gocheck, tmp_path, key, 76).returncode == 0
    assert "not in the record" in check(gocheck, tmp_path, key, 77).stderr
    assert "entry 77" in check(gocheck, tmp_path, key).stderr
