"""Reports of a seeded grammar, typeset as the United Nations sets them, are read back from PDF and DOCX."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.papers.reading import read_file
from tests.papers.reading.printing import as_docx, as_pdf
from tests.papers.reading.printing.grammar import LETTERS, Report, report
from tests.papers.reading.printing.measure import Score, score

LANGUAGES = sorted(LETTERS)
WANTED = 0.995
PRINTERS: dict[str, Callable[[Report, int], bytes]] = {"pdf": as_pdf.printed, "docx": as_docx.printed}


def scored(lang: str, seeds: range, print_: Callable[[Report, int], bytes]) -> Score:
    total = Score()
    for seed in seeds:
        made = report(seed, lang)
        total += score(made, read_file(print_(made, seed)), f"{lang} {seed}")
    return total


def insist_read_back(found: Score) -> None:
    print(found.told())
    said = "\n".join([found.told(), *found.wrong[:20]])
    assert found.bounded >= WANTED * found.paragraphs, said
    assert found.false == 0, said
    assert found.heads_right >= 0.99 * found.heads, said
    assert found.items_right >= 0.99 * found.items, said
    assert found.notes_right >= 0.97 * found.notes, said


@pytest.mark.parametrize("form", PRINTERS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_in_print_is_read_back(lang: str, form: str) -> None:
    insist_read_back(scored(lang, range(1, 4), PRINTERS[form]))


@pytest.mark.long
@pytest.mark.parametrize("form", PRINTERS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_reports_of_a_hundred_layouts_are_read_back(lang: str, form: str) -> None:
    insist_read_back(scored(lang, range(1, 101), PRINTERS[form]))


@pytest.mark.long
@pytest.mark.parametrize("lang", LANGUAGES)
def test_reports_printed_by_a_word_processor_are_read_back(lang: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here")
    seeds = range(1, 16)
    for seed in seeds:
        # What LibreOffice makes of Arabic numbers is not what is printed here: they are typed.
        paper = as_docx.printed(report(seed, lang), seed, typed=lang == "ar")
        (tmp_path / f"{seed}.docx").write_bytes(paper)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    total = Score()
    for seed in seeds:
        total += score(report(seed, lang), read_file(tmp_path / f"{seed}.pdf"), f"{lang} {seed}")
    insist_read_back(total)
