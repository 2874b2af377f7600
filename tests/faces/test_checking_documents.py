"""`accord read` as a check: one document, several versions, a record; statuses, places, words."""

from __future__ import annotations

from pathlib import Path

from tests.faces.running import accord

VERSIONS = Path(__file__).parents[1] / "samples" / "versions"
STATES = VERSIONS / "states.csv"


def sample(lang: str) -> Path:
    return VERSIONS / f"sealed-counts.{lang}.txt"


def changed(tmp_path: Path, lang: str, old: str, new: str) -> Path:
    text = sample(lang).read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / f"{lang}.txt"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_true_versions_have_no_finding_and_the_status_is_nought() -> None:
    ran = accord("read", sample("en"), sample("ru"), sample("ar"), "--states", STATES, "--json")
    assert ran.status == 0
    assert ran.json["findings"] == []
    assert [one["language"] for one in ran.json["documents"]] == ["en", "ru", "ar"]


def test_a_divergence_is_told_with_file_line_and_both_values(tmp_path: Path) -> None:
    file = changed(tmp_path, "ru", "975 (78", "957 (78")
    ran = accord("read", sample("en"), file, "--states", STATES, "--json")
    (found,) = ran.json["findings"]
    assert ran.status == 1
    assert (found["code"], found["where"], found["file"]) == ("version-figures", "para-11", str(file))
    assert file.read_text(encoding="utf-8").split("\n")[found["line"] - 1].startswith("11. Из 1250")
    assert (found["values"]["here"], found["values"]["there"]) == ("957", "975")
    told = accord("read", sample("en"), file, "--states", STATES, "--lang", "fr")
    assert "russe : 957 ; anglais : 975" in told.out


def test_findings_of_one_document_alone_make_the_status_one(tmp_path: Path) -> None:
    assert accord("read", sample("en"), "--states", STATES, "--findings").status == 0
    file = changed(tmp_path, "en", "six documents", "nine documents")
    ran = accord("read", file, "--states", STATES, "--findings", "--json")
    assert (ran.status, [one["code"] for one in ran.json["findings"]]) == (1, ["count-differs"])
    whole = accord("read", file, "--states", STATES, "--json")
    assert whole.status == 0
    assert [one["code"] for one in whole.json["findings"]] == ["count-differs"]


def test_a_document_is_checked_against_a_record(tmp_path: Path) -> None:
    record = tmp_path / "r"
    key = accord("new", record, "--origin", "r.example", "--json").json["secretariat_key"]
    before = accord("read", sample("en"), "--against", record, "--states", STATES, "--json")
    assert [one["code"] for one in before.json["findings"]] == ["record-no-body"]
    said = accord("import", record, sample("en"), "--key", key, "--states", STATES, "--yes", "--json")
    assert said.status == 0
    assert accord("read", sample("es"), "--against", record, "--states", STATES).status == 0
    file = changed(
        tmp_path, "es", "Kelmoor, Lorrimar, Oskara y Pelagia, titulado", "Kelmoor, Oskara y Pelagia, titulado"
    )
    ran = accord("read", file, "--against", record, "--states", STATES, "--json")
    assert [(one["code"], one["where"], one["values"]["there"]) for one in ran.json["findings"]] == [
        ("record-sponsors", "para-6-d", "XAL")
    ]


def test_wrong_use_and_unreadable_files_are_told_in_words(tmp_path: Path) -> None:
    ran = accord("read", sample("en"), sample("fr"), "--language", "en")
    assert (ran.status, ran.out) == (2, "")
    ran = accord("read", sample("en"), tmp_path / "none.txt")
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    empty = tmp_path / "empty.txt"
    empty.write_text("\n")
    assert accord("read", sample("en"), empty).status == 2
    assert accord("read", sample("en"), "--against", tmp_path / "no-record").status == 2
