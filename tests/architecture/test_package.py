"""The wheel holds the whole product and nothing else, and what is in it runs."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, texts

UV = Path(sys.executable).parent / "uv"
START = "import sys; sys.path.insert(0, sys.argv.pop(1)); import accord.main as m; print(m.__file__); m.main()"


def test_the_types_of_the_package_are_for_others_too() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel; without uv, or where the build tool cannot be had, skipped and counted as such."""
    if not UV.exists():
        pytest.skip("no uv: make setup")
    out = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [UV, "build", "--wheel", "--out-dir", out, ROOT], capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode and "build-system.requires" in done.stderr:
        pytest.skip("the build tool hatchling cannot be had here")
    assert done.returncode == 0, done.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.mark.long
def test_the_wheel_holds_every_file_of_the_product_and_no_test(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    product = {path.relative_to(ROOT).as_posix() for path in texts()}
    assert {name for name in held if not name.startswith("accord-")} == product
    kinds = {Path(name).suffix for name in product}
    assert kinds >= {".py", ".typed", ".po", ".csv", ".toml", ".html", ".css", ".js"}
    assert any(name.endswith("licenses/LICENSE") for name in held)


@pytest.mark.long
def test_what_is_in_the_wheel_runs_by_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "unpacked")
    command = [sys.executable, "-c", START, tmp_path / "unpacked", "demo", "--once", "--json", "--record", "demo"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    file, _, answer = done.stdout.partition("\n")
    assert Path(file).is_relative_to(tmp_path / "unpacked")
    assert json.loads(answer)["failures"] == []
