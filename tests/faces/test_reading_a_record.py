"""Verbs that only look: demo, status, show, prove, check, acts, trace, read, report."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from accord.reference.trace import NOT_STRONGER, rows
from accord.words.languages import CODES
from accord.world.pages import PAGES
from tests.faces.running import accord

SEED = Path(os.environ.get("ACCORD_SEED", Path(__file__).parents[3] / "shared" / "seeds")) / "A-68-514.zh.txt"

ARGUMENTS = {
    "party": ("AUT",),
    "group": ("new-agenda-coalition",),
    "entry": ("0",),
    "document": ("A/AC.281/WP.4",),
    "panel": ("panel-1",),
    "units": ("A/68/514",),
    "unit": ("A/68/514", "para-1"),
    "day": ("2013-05-15",),
    "digest": ("2013-05-15",),
    "statement": ("statement-1",),
    "introduction": ("introduction-3",),
    "theme": ("theme-a",),
    "proposal": ("proposal-27-a",),
    "compilation": ("list-1",),
    "raised": ("A/68/514", "para-27-a"),
    "changes": ("AUT",),
    "consistency": ("A/68/514",),
    "element": ("27-a",),
    "approach": ("action-plan",),
    "instrument": ("ctbt",),
    "instrument-state": ("npt", "AUT"),
    "undertaking": ("ind-no-first-use",),
    "figure": ("tests",),
    "coverage-state": ("AUT",),
    "prohibition": ("use",),
    "indicator": ("27-c",),
}
NOT_IN_IT = {
    "unit", "meeting", "list", "draft", "draft-unit", "draft-languages",
    "brackets", "differences", "amendments", "amendment", "positions",
    "floor", "exercise", "debriefing",
}  # fmt: skip
"""What the demonstration has none of: texts, single meetings, lists of speakers, drafts, floors, an exercise."""


def test_the_demonstration_is_built_audited_and_told(demo: Path) -> None:
    ran = accord("demo", "--once", "--record", demo, "--json")
    assert ran.status == 0
    found = ran.json
    assert set(found) >= {"acts", "root", "checks", "seconds", "url"}
    assert set(found["checks"]) == {"signatures", "proofs", "rulings", "witnesses"}
    assert found["acts"] == found["checks"]["proofs"] == found["checks"]["rulings"] > 150
    assert found["checks"]["signatures"] > found["acts"] - 1
    assert found["url"] is None


@pytest.mark.parametrize("lang", CODES)
def test_the_demonstration_is_told_in_every_language(demo: Path, lang: str) -> None:
    ran = accord("demo", "--once", "--record", demo, "--lang", lang)
    assert ran.status == 0
    assert "\t24" in ran.out
    assert "\t25" in ran.out


def test_status_says_what_scripts_read(demo: Path) -> None:
    found = accord("status", demo, "--json").json
    assert set(found) >= {"origin", "vkeys", "size", "root", "world", "witnessed"}
    assert found["origin"] == "demonstration.accord.example/2013"
    assert len(found["vkeys"]) == 2
    assert found["witnessed"] == []


@pytest.mark.parametrize(("lang", "word"), [("zh", "记录状态"), ("ar", "حالة السجل"), ("es", "Estado del registro")])
def test_status_is_told_in_a_language(demo: Path, lang: str, word: str) -> None:
    ran = accord("status", demo, "--lang", lang)
    assert (ran.status, ran.out.splitlines()[0]) == (0, word)


@pytest.mark.parametrize("page", [p for p in PAGES if p not in NOT_IN_IT])
@pytest.mark.parametrize("lang", ["zh", "ar"])
def test_every_page_is_shown_in_words(demo: Path, page: str, lang: str) -> None:
    arguments = ARGUMENTS.get(page, ())
    if page == "group":
        found = accord("show", demo, "parties", "--json").json
        arguments = (next(row["party"] for row in found["parties"] if row["kind"] == "group"),)
    if page == "panel":
        arguments = (accord("show", demo, "panels", "--json").json["panels"][0]["panel"],)
    ran = accord("show", demo, page, *arguments, "--lang", lang)
    assert ran.status == 0, ran.err
    assert ran.out.strip()
    assert accord("show", demo, page, *arguments, "--json").json["page"] == page


def test_names_of_states_are_those_of_the_un_in_the_order_of_the_language(demo: Path) -> None:
    def sponsors(lang: str) -> str:
        rows = accord("show", demo, "documents", "--lang", lang).out.splitlines()
        return next(row for row in rows if row.startswith("A/AC.281/WP.4")).split("\t")[4]

    assert sponsors("fr").startswith("Allemagne, Australie, Belgique")
    assert sponsors("en").startswith("Australia, Belgium, Canada, Finland, Germany")
    assert sponsors("zh").startswith("澳大利亚、比利时、加拿大、芬兰、德国")
    assert sponsors("ar").startswith("أستراليا وألمانيا")


def test_the_list_of_pages_has_each_with_its_arguments(demo: Path) -> None:
    assert [row["page"] for row in accord("show", demo, "--json").json["pages"]] == list(PAGES)
    assert "document\tSYMBOL\t" in accord("show", demo).out


def test_what_is_piped_is_plain(demo: Path) -> None:
    out = accord("show", demo, "parties").out
    assert "\x1b" not in out
    assert not set("─━│┃") & set(out)


def test_a_bundle_is_proven_and_checked_offline(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "entry-17.bundle"
    assert accord("prove", demo, 17, "-o", file).status == 0
    found = accord("check", file, "--json")
    assert (found.status, found.json["ok"], found.json["index"], found.json["failures"]) == (0, True, 17, [])
    assert set(found.json) >= {"ok", "size", "root", "signatures", "failures"}
    assert accord("check", file, "--policy", demo / "policy").status == 0
    assert accord("prove", demo, 17).out.encode() == file.read_bytes()
    assert accord("prove", demo, 17, "-o", file).status == 2  # never written over


@pytest.mark.parametrize("place", [0, 100, -2])
def test_a_changed_bundle_fails_its_check(demo: Path, tmp_path: Path, place: int) -> None:
    data = bytearray(accord("prove", demo, 17).out.encode())
    data[place] ^= 1
    file = tmp_path / "changed.bundle"
    file.write_bytes(data)
    ran = accord("check", file, "--json")
    assert (ran.status, ran.json["ok"]) == (1, False)
    assert ran.json["failures"]
    assert accord("check", file, "--lang", "zh").status == 1


def test_a_policy_that_believes_another_log_fails_the_check(demo: Path, tmp_path: Path) -> None:
    assert accord("new", tmp_path / "other", "--origin", "other.example").status == 0
    assert accord("check", demo, "--policy", tmp_path / "other" / "policy").status == 1


def test_a_record_is_checked_and_a_changed_tile_is_named(demo: Path, tmp_path: Path) -> None:
    found = accord("check", demo, "--json").json
    assert (found["ok"], found["failures"]) == (True, [])
    copy = tmp_path / "copy"
    shutil.copytree(demo, copy)
    tile = max(
        (path for path in (copy / "tile" / "entries").rglob("*") if path.is_file()), key=lambda p: p.stat().st_size
    )
    tile.chmod(0o644)
    data = bytearray(tile.read_bytes())
    data[len(data) // 2] ^= 1
    tile.write_bytes(data)
    ran = accord("check", copy, "--json")
    assert (ran.status, ran.json["ok"]) == (1, False)
    assert accord("show", copy, "parties").status in (1, 2)


@pytest.mark.parametrize("lang", CODES)
def test_the_vocabulary_is_told(lang: str) -> None:
    ran = accord("acts", "--lang", lang)
    assert ran.status == 0
    assert "sponsor.join/1" in ran.out


def test_an_act_has_its_schema_and_its_fields() -> None:
    assert accord("acts", "sponsor.join/1", "--json").json["$id"] == "urn:accord:act:sponsor.join/1"
    assert "symbol\t" in accord("acts", "sponsor.join").out
    assert accord("acts", "no.such").status == 2


@pytest.mark.parametrize("lang", CODES)
def test_the_trace_has_every_paragraph(lang: str) -> None:
    assert len(accord("trace", "--lang", lang).out.splitlines()) == len(rows()) + 1


def test_the_trace_names_only_what_exists_and_nothing_stronger_than_its_class() -> None:
    found = accord("trace", "--json").json["rows"]
    assert set(found[0]) == {"para", "verb", "class", "pages", "commands", "indicators"}
    assert [row["para"] for row in found if "(" not in row["para"]] == [str(n) for n in range(1, 53)]
    letters = {n: [r["para"][3] for r in found if r["para"].startswith(f"{n}(")] for n in (27, 28, 29)}
    assert [sorted(set(letters[n])) for n in (27, 28, 29)] == [list("abcdefghijklm"), list("abcdefg"), list("abcde")]
    from accord.faces.cli.group import VERBS

    for row in found:
        assert set(row["pages"]) <= set(PAGES)
        assert set(row["commands"]) <= set(VERBS)
        assert row["verb"] in NOT_STRONGER[row["class"]]


def test_the_trace_of_one_paragraph(demo: Path) -> None:
    assert [row["para"] for row in accord("trace", demo, "28", "--json").json["rows"]][:2] == ["28", "28(a)"]
    assert len(accord("trace", "--para", "27(c)", "--json").json["rows"]) == 1
    assert accord("trace", "--para", "53").status == 2


REPORT = """A/99/1

I. Introduction

1. On 4 May 2031 the Working Group met in Geneva.

2. The Working Group adopted its report.
"""


def test_a_text_is_read_into_its_structure() -> None:
    found = accord("read", "-", "--json", stdin=REPORT).json
    wanted = "symbol language chapters paragraphs documents panels agenda officers statements introductions themes"
    assert set(found) >= {*wanted.split(), "elements", "findings"}
    assert [(p["num"], p["text"][:12]) for p in found["paragraphs"]] == [(1, "On 4 May 203"), (2, "The Working ")]
    assert accord("read", "-", "--lang", "ru", stdin=REPORT).status == 0


@pytest.mark.skipif(not SEED.exists(), reason="the seed report is not at hand (ACCORD_SEED)")
def test_the_seed_report_goes_in_and_comes_out_again(tmp_path: Path) -> None:
    record = tmp_path / "record"
    key = accord("new", record, "--origin", "seed.example", "--json").json["secretariat_key"]
    planned = accord("import", record, SEED, "--key", key, "--json").json
    assert planned["said"] == []
    assert accord("status", record, "--json").json["size"] == 1
    said = accord("import", record, SEED, "--key", key, "--yes", "--json")
    assert said.status == 0
    assert len(said.json["said"]) == len(said.json["acts"]) == len(planned["acts"]) > 200
    again = accord("import", record, SEED, "--key", key, "--json").json
    assert again["acts"] == []
    report = accord("report", record, "A/68/514", "--lang", "zh")
    assert report.status == 0
    assert "主席之友" in report.out
    counts = accord("report", record, "A/68/514", "--lang", "zh", "--json").json["counts"]
    assert counts["bound"] > 2000
    unit = accord("show", record, "unit", "A/68/514", "para-6", "--json").json
    assert all(piece["entries"] for piece in unit["pieces"] if piece["of"])
    assert accord("show", record, "unit", "A/68/514", "para-6", "--lang", "fr").status == 0


@pytest.mark.parametrize(("form", "start"), [("akn", b"<?xml"), ("docx", b"PK"), ("pdf", b"%PDF-"), ("html", b"<!doc")])
def test_a_report_is_written_in_every_form(demo: Path, tmp_path: Path, form: str, start: bytes) -> None:
    for name in ("first", "again"):
        ran = accord("report", demo, "AC.281", "--format", form, "--lang", "ru", "-o", tmp_path / name)
        assert (ran.status, ran.out) == (0, ""), ran.err
    data = (tmp_path / "first").read_bytes()
    assert data.startswith(start)
    assert data == (tmp_path / "again").read_bytes()
    ran = accord("report", demo, "AC.281", "--format", form, "-o", tmp_path / "first")
    assert ran.status == 2
    assert (tmp_path / "first").read_bytes() == data


def test_a_form_that_there_is_not_is_refused(demo: Path) -> None:
    ran = accord("report", demo, "AC.281", "--format", "odt")
    assert (ran.status, ran.out) == (2, "")
    assert "docx" in ran.err


def test_json_is_one_document_and_nothing_else(demo: Path) -> None:
    for arguments in (("status", demo), ("check", demo), ("acts",), ("trace",), ("show", demo, "record")):
        ran = accord(*arguments, "--json")
        json.loads(ran.out)
        assert ran.out.endswith("}\n")


def test_the_demonstration_never_writes_over_something_else(tmp_path: Path) -> None:
    assert accord("new", tmp_path / "mine", "--origin", "mine.example").status == 0
    for lang in ("en", "ru"):
        ran = accord("demo", "--once", "--record", tmp_path / "mine", "--lang", lang)
        assert (ran.status, ran.out) == (2, "")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a-file").touch()
    assert accord("demo", "--once", "--record", tmp_path / "full").status == 2
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["full", "mine"]


def test_a_demonstration_that_cannot_be_made_there_names_the_place_that_was_asked_for() -> None:
    for place in ("/dev/null/record", "/proc/record"):
        ran = accord("demo", "--once", "--record", place)
        assert (ran.status, ran.out) == (2, "")
        assert place in ran.err
        assert "/." not in ran.err


@pytest.mark.parametrize("port", ["-1", "65536", "99999999"])
def test_a_port_that_is_none_is_refused(demo: Path, port: str) -> None:
    ran = accord("log", "serve", demo, "--port", port)
    assert (ran.status, ran.out) == (2, "")
    assert "from 0 to 65535" in ran.err


@pytest.mark.parametrize("lang", CODES)
def test_a_report_is_made_in_every_language(demo: Path, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "report.txt"
    ran = accord("report", demo, "AC.281", "--lang", lang, "-o", file)
    assert (ran.status, ran.out) == (0, "")
    assert "A/AC.281/L.2" in file.read_text(encoding="utf-8")
    found = accord("report", demo, "AC.281", "--lang", lang, "--format", "json").json
    assert found["counts"]["bound"] > 1000
    assert found["counts"]["quoted"] == 0
    assert accord("report", demo, "NONE", "--lang", lang).status == 2


def test_a_party_that_may_not_record_imports_nothing(tmp_path: Path) -> None:
    record = tmp_path / "r"
    accord("new", record, "--origin", "r.example")
    accord("key", "new", tmp_path / "nobody.key")
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    ran = accord("import", record, report, "--key", tmp_path / "nobody.key", "--as", "NOBODY", "--json")
    assert ran.status == 1
    assert ran.json["acts"] == []
    assert accord("import", record, report, "--key", tmp_path / "nobody.key").status == 2
    nameless = accord("import", record, "-", "--key", record / "writer" / "keys" / "secretariat.key", stdin="words\n")
    assert (nameless.status, nameless.out) == (2, "")
    assert nameless.clean


SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_report_of_an_exercise_goes_in_and_comes_out_again(tmp_path: Path, lang: str) -> None:
    report, states = SAMPLES / f"exercise-report.{lang}.txt", SAMPLES / "states.csv"
    record = tmp_path / "drill"
    made = accord("new", record, "--origin", "drill.example", "--exercise", "--json").json
    read = accord("read", report, "--states", states, "--json").json
    signed = ("--key", made["secretariat_key"])
    said = accord("import", record, report, "--states", states, *signed, "--yes", "--json")
    assert (said.status, said.json["exact"]) == (0, True)
    # The record knows its States now; the table is not needed again.
    again = accord("import", record, report, *signed, "--json")
    assert (again.status, again.json["acts"]) == (0, [])
    text = accord("report", record, read["symbol"], "--lang", lang)
    assert text.status == 0
    assert read["report_title"] in text.out
    page = accord("show", record, "participation", "--json").json
    assert page["spoke"] == len(read["statements"]["states"])
    assert page["un_member_states"] is None
    for other in ("zh", "ar"):
        assert accord("show", record, "participation", "--lang", other).status == 0


@pytest.mark.parametrize("table", ["code,name\n,Nowhere\n", "code,name\nXA1,Here\nXA2,Here\n", b"\xff\xfe\x00", 'a\n"'])
def test_a_table_of_states_that_is_none_is_refused(tmp_path: Path, table: str | bytes) -> None:
    file = tmp_path / "states.csv"
    file.write_bytes(table if isinstance(table, bytes) else table.encode())
    ran = accord("read", "-", "--states", file, "--lang", "es", stdin=REPORT)
    assert (ran.status, ran.out) == (2, "")
    assert ran.clean


def test_a_text_without_paragraphs_is_told_apart() -> None:
    assert accord("read", "-", "--json", stdin="a,b\n1,2\n").status == 1
