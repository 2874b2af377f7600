"""What a command says of what it found: names, numbers and references in the reader's language, and nothing twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from accord.faces.cli.names import Names
from accord.papers.importing import Note
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.faces.running import accord

SEED = Path(os.environ.get("ACCORD_SEED", Path(__file__).parents[3] / "shared" / "seeds")) / "A-68-514.zh.txt"
SAMPLES = Path(__file__).parents[1] / "samples"


def test_a_unit_with_a_footnote_is_shown_with_the_entry_of_the_footnote(tmp_path: Path) -> None:
    """Footnotes are units of the text: a slot bound to one was once looked for among the registers of meetings."""
    drill = tmp_path / "r"
    key = accord("new", drill, "--origin", "r.example", "--json").json["secretariat_key"]
    # Without the table of its States no list is bound: the indicator stands by itself.
    assert accord("import", drill, SAMPLES / "exercise-report.en.txt", "--key", key, "--yes", "--json").status == 0
    ran = accord("show", drill, "unit", "XA/31/22", "para-13", "--json")
    assert ran.status == 0, ran.err
    notes = [piece for piece in ran.json["pieces"] if piece["of"] == "unit"]
    assert notes
    for note in notes:
        (entry,) = note["entries"]
        act = accord("show", drill, "entry", entry, "--json").json["act"]
        assert (act["unit"], act["kind"], act["language"]) == (note["names"], "footnote", "en")
    assert accord("show", drill, "unit", "XA/31/22", "para-13", "--lang", "ru").status == 0


def test_the_list_of_pages_is_that_of_a_record(tmp_path: Path) -> None:
    ran = accord("show", tmp_path / "nothing")
    assert (ran.status, ran.out) == (2, "")
    assert "nothing" in ran.err


@pytest.mark.parametrize("lang", CODES)
def test_a_page_names_the_last_entry_that_it_knows(demo: Path, lang: str) -> None:
    last = accord("status", demo, "--json").json["size"] - 1
    assert accord("show", demo, "entry", last, "--json").status == 0
    assert str(last) in accord("show", demo, "record", "--lang", lang).err
    assert str(last + 1) not in accord("show", demo, "record", "--lang", lang).err


@pytest.mark.parametrize("lang", CODES)
def test_a_document_without_recorded_text_says_that_nothing_is_recorded(demo: Path, lang: str) -> None:
    assert accord("show", demo, "units", "A/68/514", "--json").json["units"] == []
    nothing = Names(lang).nothing
    assert accord("show", demo, "units", "A/68/514", "--lang", lang).out.splitlines()[-2:] == [nothing, ""]
    assert nothing not in accord("show", demo, "documents", "--lang", lang).out


@pytest.mark.parametrize(
    ("lang", "english"), [("zh", "英文"), ("ar", "الإنكليزية"), ("fr", "anglais"), ("en", "English")]
)
def test_a_language_is_named_in_the_language_of_the_reader(drill: Path, lang: str, english: str) -> None:
    out = accord("show", drill, "units", "XA/31/22", "--lang", lang).out.splitlines()
    shown, recorded = (line.split("\t") for line in out[3:5])
    assert (shown[1], recorded[1]) == (english, english)
    assert shown[0] != recorded[0]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ar", "الفقرة 28 (ب) '٢'"),
        ("zh", "第28 (b) ㈡段"),
        ("en", "para. 28 (b) (ii)"),
        ("fr", "par. 28 b) ii)"),
        ("es", "párr. 28 b) ii)"),
        ("ru", "п. 28 (b) (ii)"),
    ],
)
def test_a_paragraph_is_referred_to_as_papers_in_the_language_print_it(lang: str, told: str) -> None:
    assert Names(lang).place("para-28-b-ii") == told


def test_an_import_with_nothing_to_say_says_so(drill: Path) -> None:
    key = drill / "writer" / "keys" / "secretariat.key"
    ran = accord("import", drill, SAMPLES / "exercise-report.en.txt", "--key", key)
    assert ran.status == 0
    assert "Nothing new: the record says all of it already." in ran.out
    assert "Number of acts" not in ran.out


@pytest.mark.parametrize(("lang", "head"), [("ru", "Число актов"), ("ar", "عدد الأعمال"), ("zh", "行为数")])
def test_an_import_counts_acts_under_a_word_that_means_how_many(tmp_path: Path, lang: str, head: str) -> None:
    record = tmp_path / "r"
    key = accord("new", record, "--origin", "r.example", "--json").json["secretariat_key"]
    report, states = SAMPLES / "exercise-report.en.txt", SAMPLES / "states.csv"
    out = accord("import", record, report, "--states", states, "--key", key, "--lang", lang).out
    assert out.splitlines()[1].endswith(f"\t{head}")


@pytest.mark.parametrize("lang", CODES)
def test_a_check_says_each_number_once(demo: Path, lang: str) -> None:
    rows = [line.split("\t") for line in accord("check", demo, "--lang", lang).out.splitlines() if "\t" in line]
    counted = [row for row in rows if row[1].isdecimal()]
    assert len(counted) == 4
    assert all(row[0][0] == row[0][0].upper() for row in rows)


def test_every_form_of_a_report_is_on_offer() -> None:
    from accord.faces.cli.verb_report import FORMATS
    from accord.papers.report.formats import FORMATS as MADE

    assert tuple(MADE) == FORMATS
    help_of = accord("report", "--help").out
    assert all(form in help_of for form in FORMATS)


@pytest.mark.parametrize("lang", CODES)
def test_missing_fonts_are_named_with_their_packages(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    from accord.papers.report.pdf import write

    class Bare:
        def families(self) -> list[str]:
            return []

    monkeypatch.setattr(write, "_fonts", Bare)
    ran = accord("report", demo, "AC.281", "--format", "pdf", "--lang", lang, "-o", tmp_path / "r.pdf")
    assert (ran.status, ran.out) == (2, "")
    assert "fonts-noto-c" in ran.err
    assert not (tmp_path / "r.pdf").exists()


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_what_is_nothing_for_a_terminal_is_not_written_to_one(demo: Path, form: str) -> None:
    ours, terminal = os.openpty()
    program = [sys.executable, "-c", "from accord.main import main; main()"]
    try:
        arguments = ["report", demo, "AC.281", "--format", form]
        ran = subprocess.run([*program, *arguments], stdout=terminal, stderr=subprocess.PIPE, timeout=60)
        os.set_blocking(ours, False)
        with pytest.raises(BlockingIOError):
            os.read(ours, 1)
    finally:
        os.close(ours)
        os.close(terminal)
    assert ran.returncode == 2
    assert b"-o" in ran.stderr


@pytest.mark.parametrize("name", ["A/AC.281", "A-AC.281", "AC.281"])
def test_a_body_is_found_by_every_spelling_of_its_series(demo: Path, name: str) -> None:
    assert accord("report", demo, name, "--json").json["body"] == "AC.281"
    assert accord("show", demo, "agenda", name, "--json").json["body"] == "AC.281"


def test_a_body_of_another_organ_is_not_taken_for_it(drill: Path) -> None:
    (body,) = accord("show", drill, "bodies", "--json").json["bodies"]
    organ, _, series = body["body"].partition("-")
    assert accord("report", drill, f"{organ}/{series}", "--json").json["body"] == body["body"]
    assert accord("report", drill, f"A/{series}").status == 2


@pytest.mark.parametrize("lang", CODES)
def test_the_fields_of_a_slot_have_words(lang: str) -> None:
    assert Names(lang).label("forms") != "forms"


MARKS = {"fr": ("«\xa0", "\xa0»"), "ru": ("«", "»"), "ar": ("”", "“"), "zh": ("“", "”"), "es": ("“", "”")}


@pytest.mark.parametrize("lang", MARKS)
def test_a_name_in_another_language_stands_in_quotation_marks_and_is_listed_as_a_gap(drill: Path, lang: str) -> None:
    left, right = MARKS[lang]
    ran = accord("report", drill, "XA-AC.7", "--lang", lang)
    assert ran.status == 0
    body = "Exercise Working Group on Practical Steps for Verified Reductions"
    for name in (body, "Director of the Meetings Branch", "What existing undertakings already require"):
        assert ran.out.count(f"{left}{name}{right}") == ran.out.count(name) > 0
    assert "the Exercise Working" not in ran.out
    assert left + left not in ran.out
    gaps = accord("report", drill, "XA-AC.7", "--lang", lang, "--json").json["gaps"]
    assert sum((gap["code"], gap["of"], gap["language"]) == ("language", body, "en") for gap in gaps) == 1
    assert f"{say(lang, 'gap.language')} ({body}" in ran.err


def test_no_article_of_the_language_stands_before_a_name_in_another(drill: Path) -> None:
    told = accord("report", drill, "XA-AC.7", "--lang", "fr").out.replace("\xa0", " ")
    assert "ouverte par « Director of the Meetings Branch »" in told
    assert "Le mandat de « Working Group » découle" in told


@pytest.mark.parametrize("lang", CODES)
def test_only_names_without_words_in_the_language_are_gaps(demo: Path, lang: str) -> None:
    gaps = accord("report", demo, "AC.281", "--lang", lang, "--json").json["gaps"]
    assert all(gap["code"] == "language" for gap in gaps)
    assert (gaps == []) == (lang in ("zh", "en"))


@pytest.mark.parametrize("lang", CODES)
def test_what_a_reading_found_is_told_in_the_language_of_the_reader(lang: str) -> None:
    report, states = SAMPLES / "exercise-report.en.txt", SAMPLES / "states.csv"
    ran = accord("read", report, "--states", states, "--lang", lang)
    assert ran.status == 0
    assert "[en]" not in ran.out
    english = "no summary among the documents"
    assert (english in ran.out) == (lang == "en")
    (one, *_) = accord("read", report, "--states", states, "--json").json["findings"]
    assert one["detail"].startswith("a symbol was broken over two lines: ")
    assert (one["says"], list(one["values"])) == ("symbol-wrapped", ["said"])


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_a_finding_is_told_in_the_language_of_the_reader(lang: str) -> None:
    text = "A/99/1\n\nI. Introduction\n\n1. The Group met.\n\n2. It rose.\n\n4. It adopted its report.\n"
    out = accord("read", "-", "--lang", lang, stdin=text).out
    assert "paragraph 3 was not found" not in out
    assert "[en]" not in out


@pytest.mark.skipif(not SEED.exists(), reason="the seed report is not at hand (ACCORD_SEED)")
@pytest.mark.parametrize("lang", ["ar", "ru"])
def test_what_an_import_could_not_bind_is_told_in_the_language_of_the_reader(tmp_path: Path, lang: str) -> None:
    record = tmp_path / "r"
    key = accord("new", record, "--origin", "r.example", "--json").json["secretariat_key"]
    notes = accord("import", record, SEED, "--key", key, "--json").json["notes"]
    told = [note for note in notes if note["says"] == "not-bound"]
    assert told
    out = accord("import", record, SEED, "--key", key, "--lang", lang).out
    assert "stays as printed" not in out
    assert all(note["values"]["words"] in out for note in told)


def test_a_list_is_named_by_the_word_for_its_register() -> None:
    note = Note("para-9", "list-differs", "the list is another", "list-differs", {"register": "document"})
    assert "документы" in Names("ru").detail(note).lower()
    assert Names("ru").detail(Note("para-9", "new-code", "in English")) == "in English [en]"
