"""LibreOffice as the word processor of a delegation: files go in, somebody edits them, files come out."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).parent / "office_script.py"


def insist_on_office() -> None:
    """Skips, counted, where there is no LibreOffice or its Python cannot be spoken to."""
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice here")
    if not Path(PYTHON).exists() or subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode:
        pytest.skip("no Python that LibreOffice speaks to (python3-uno)")


def edited(folder: Path, data: bytes, jobs: dict[str, list[list[Any]]]) -> dict[str, bytes]:
    """A file after each of several jobs: what somebody does in it, saved as DOCX."""
    given = []
    for name, steps in jobs.items():
        # A copy for each: a word processor locks the file that it has open.
        (folder / f"{name}.docx").write_bytes(data)
        file, saves = (str(folder / found) for found in (f"{name}.docx", f"{name}-back.docx"))
        given.append({"file": file, "saves": saves, "steps": steps})
    (folder / "jobs.json").write_text(json.dumps(given), encoding="utf-8")
    ran = subprocess.run([PYTHON, str(SCRIPT), str(folder / "jobs.json")], capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr[-2000:]
    wrong = {name: why for name, why in zip(jobs, json.loads(ran.stdout), strict=True) if why}
    assert wrong == {}
    return {name: (folder / f"{name}-back.docx").read_bytes() for name in jobs}


def opened_and_saved(folder: Path, data: bytes) -> bytes:
    """A file opened and saved: without a screen, that is all that can be done with one that has comments."""
    (folder / "given.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    form = "docx:MS Word 2007 XML"
    command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "given.docx")], capture_output=True, timeout=300, check=True)
    return (folder / "out" / "given.docx").read_bytes()
