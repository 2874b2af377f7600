"""The whole path by public commands only: a key, an act, a record, a figure in several languages, a stranger's check.

Nothing of the program is used but its command line, and the words to look for. The stranger's commands, and the
demonstration's, are processes of their own.
"""

from __future__ import annotations

import base64
import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from accord.words.catalogue import say, say_n
from accord.words.languages import CODES
from tests.faces.running import Ran
from tests.faces.running import accord as run
from tests.log.test_go_client import check as go
from tests.log.test_go_client import gocheck

__all__ = ["gocheck"]

SAMPLES = Path(__file__).parents[1] / "samples"
BODY = "XB.1"


def accord(*words: object, cwd: Path, stdin: str = "", status: int = 0) -> Ran:
    """Runs `accord` in a directory; insists on its exit status and on plain words."""
    with contextlib.chdir(cwd):
        ran = run(*words, stdin=stdin)
    assert ran.clean, ran.err
    assert ran.status == status, f"{words}: {ran.status}\n{ran.out}{ran.err}"
    return ran


def elsewhere(*words: object, cwd: Path, status: int = 0) -> Ran:
    """Runs `accord` as a process of its own, that knows nothing but its directory."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ACCORD_")}
    done = subprocess.run(
        [sys.executable, "-m", "accord.main", *map(str, words)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == status, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return Ran(done.returncode, done.stdout, done.stderr)


def said(english: str, **others: str) -> dict[str, Any]:
    return {"original": "en", "said": {"en": english, **others}}


class Office:
    """A working directory with a record in it, and the people who know its commands."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.secretariat_key = ""

    def runs(self, *words: object, stdin: str = "", status: int = 0) -> Ran:
        return accord(*words, cwd=self.home, stdin=stdin, status=status)

    def says(self, act: dict[str, Any], *keys: str) -> Any:
        """Says an act and reads the receipt; it must count."""
        options = [word for key in keys for word in ("--key", key)]
        receipt = self.runs("say", "record", "-", *options, "--json", stdin=json.dumps(act)).json
        assert (receipt["counts"], receipt["reason"]) == (True, None)
        return receipt


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An exercise in which two fictional States have keys and a body has a paper."""
    office = Office(tmp_path_factory.mktemp("office"))
    made = office.runs("new", "record", "--origin", "exercise.example/story", "--exercise", "--json").json
    office.secretariat_key = secretariat = made["secretariat_key"]
    for code, name in (("ST-A", said("Arvandia", fr="Arvandie", ar="أرفانديا")), ("ST-B", said("Kelmoor"))):
        office.says({"verb": "party.enter/1", "party": code, "kind": "state", "name": name}, secretariat)
        file = f"{code.lower()}.key"
        vkey = office.runs("key", "new", file, "--name", f"{code.lower()}.example", "--json").json["vkey"]
        assert office.runs("key", "show", file).out.strip() == vkey
        office.says({"verb": "key.register/1", "party": code, "vkey": vkey}, secretariat, file)
    body = {"body": BODY, "name": said("Exercise Body", zh="演习机构", ar="هيئة التمرين"), "resolution": "XA/RES/1/1"}
    office.says({"verb": "body.establish/1", **body}, secretariat)
    paper = {"symbol": "XA/XB.1/WP.1", "body": BODY, "kind": "working-paper", "title": said("Seals and tags")}
    office.says(
        {"verb": "document.register/1", **paper, "submitter": "sponsors", "sponsors": ["ST-A"]},
        "st-a.key",
    )
    return office


JOIN = {"verb": "sponsor.join/1", "symbol": "XA/XB.1/WP.1", "sponsor": "ST-B"}


@pytest.fixture(scope="module")
def receipt(office: Office) -> Any:
    """The receipt of the act that the story is about: a State joins the sponsors of a paper, in its own voice."""
    return office.says(JOIN, "st-b.key")


@pytest.fixture(scope="module")
def bundle(office: Office, receipt: Any) -> Path:
    """A proof of that act, in a directory of its own: all that a stranger is given."""
    away = office.home.parent / f"{office.home.name}-stranger"
    away.mkdir()
    office.runs("prove", "record", receipt["index"], "-o", "claim.bundle")
    shutil.copy(office.home / "claim.bundle", away)
    return away / "claim.bundle"


def test_a_receipt_is_there_at_once_and_the_record_holds_the_act(office: Office, receipt: Any) -> None:
    status = office.runs("status", "record", "--json").json
    assert status["size"] >= receipt["index"] + 1
    assert status["origin"] == "exercise.example/story"
    assert {"vkeys", "root", "world", "witnessed"} <= set(status)
    assert receipt["proof"].startswith(f"c2sp.org/tlog-proof@v1\nindex {receipt['index']}\n")
    entry = office.runs("show", "record", "entry", receipt["index"], "--json").json
    assert (entry["act"], entry["act_id"], entry["by"]) == (JOIN, receipt["act_id"], "ST-B")


def test_the_paper_shows_both_sponsors_in_their_own_voice(office: Office, receipt: Any) -> None:
    page = office.runs("show", "record", "document", "XA/XB.1/WP.1", "--json").json
    assert [(row["party"], row["cite"]["voice"]) for row in page["sponsors"]] == [("ST-A", "said"), ("ST-B", "said")]
    assert page["sponsors"][1]["cite"]["entry"] == receipt["index"]


@pytest.mark.parametrize("lang", CODES)
def test_every_language_shows_the_figures_of_the_json(office: Office, receipt: Any, lang: str) -> None:
    figures = office.runs("show", "record", "body", BODY, "--json", "--lang", lang).json
    shown = office.runs("show", "record", "body", BODY, "--lang", lang)
    rows = dict(line.split("\t", 1) for line in shown.out.splitlines() if "\t" in line)
    for name in ("documents", "panels", "statements", "introductions", "themes"):
        assert rows[say(lang, f"field.{name}")] == str(figures[name]), name
    status = office.runs("status", "record", "--lang", lang).out
    assert say_n(lang, "count.entries", office.runs("status", "record", "--json").json["size"]) in status
    assert say(lang, "page.exercise") in shown.out, "every page of an exercise carries the mark"


def test_the_same_act_is_not_said_twice(office: Office, receipt: Any) -> None:
    size = office.runs("status", "record", "--json").json["size"]
    again = office.runs("judge", "record", "-", "--as", "ST-B", "--json", stdin=json.dumps(JOIN), status=1)
    assert again.json == {"counts": False, "reason": "already-a-sponsor", "key_in_force": True}
    refused = office.runs("say", "record", "-", "--key", "st-b.key", "--lang", "zh", stdin=json.dumps(JOIN), status=1)
    assert say("zh", "reason.already-a-sponsor") in refused.out
    assert office.runs("status", "record", "--json").json["size"] == size


def test_what_is_said_for_the_record_stands_there_without_effect(office: Office, receipt: Any) -> None:
    words = ("say", "record", "-", "--key", "st-b.key", "--for-the-record", "--json")
    stands = office.runs(*words, stdin=json.dumps(JOIN)).json
    assert (stands["counts"], stands["reason"]) == (False, "already-a-sponsor")
    entry = office.runs("show", "record", "entry", stands["index"], "--json").json
    assert entry["reason"] == "already-a-sponsor"


def test_a_record_is_checked_whole(office: Office, receipt: Any) -> None:
    found = office.runs("check", "record", "--json").json
    status = office.runs("status", "record", "--json").json
    assert (found["ok"], found["failures"]) == (True, [])
    assert (found["size"], found["root"], found["world"]) == (status["size"], status["root"], status["world"])


def test_a_stranger_checks_the_claim_with_nothing_but_the_file(bundle: Path, receipt: Any) -> None:
    assert [file.name for file in bundle.parent.iterdir()] == ["claim.bundle"]
    found = elsewhere("check", "claim.bundle", "--json", cwd=bundle.parent).json
    assert (found["ok"], found["failures"], found["index"]) == (True, [], receipt["index"])
    assert (found["act_id"], found["by"], found["verb"]) == (receipt["act_id"], "ST-B", "sponsor.join/1")


@pytest.mark.parametrize("lang", CODES)
def test_the_stranger_reads_the_outcome_in_her_language(bundle: Path, lang: str) -> None:
    told = accord("check", "claim.bundle", "--lang", lang, cwd=bundle.parent)
    assert told.out.splitlines()[0] == say(lang, "check.passed")


def test_the_stranger_believes_a_policy_that_she_has_from_elsewhere(
    bundle: Path, office: Office, tmp_path: Path
) -> None:
    shutil.copy(bundle, tmp_path)
    shutil.copy(office.home / "record" / "policy", tmp_path / "policy")
    accord("check", "claim.bundle", "--policy", "policy", cwd=tmp_path)
    accord("new", "other", "--origin", "exercise.example/other", cwd=tmp_path)
    refused = accord("check", "claim.bundle", "--policy", "other/policy", "--json", cwd=tmp_path, status=1)
    assert refused.json["ok"] is False
    assert refused.json["failures"]


@pytest.mark.parametrize("place", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
def test_one_changed_byte_is_noticed(bundle: Path, tmp_path: Path, place: float) -> None:
    data = bytearray(bundle.read_bytes())
    data[round(place * (len(data) - 1))] ^= 1
    (tmp_path / "claim.bundle").write_bytes(data)
    found = accord("check", "claim.bundle", "--json", cwd=tmp_path, status=1).json
    assert found["ok"] is False
    assert len(found["failures"]) == 1


def test_one_changed_byte_of_the_record_is_noticed(office: Office, receipt: Any, tmp_path: Path) -> None:
    shutil.copytree(office.home / "record", tmp_path / "record")
    files = [file for file in (tmp_path / "record/tile/entries").rglob("*") if file.is_file()]
    entries = max(files, key=lambda file: file.stat().st_size)
    entries.chmod(0o644)
    data = bytearray(entries.read_bytes())
    data[len(data) // 2] ^= 1
    entries.write_bytes(data)
    found = accord("check", "record", "--json", cwd=tmp_path, status=1).json
    assert found["ok"] is False
    assert found["failures"]


def test_the_client_of_go_finds_the_same_act(gocheck: Path, office: Office, receipt: Any, tmp_path: Path) -> None:
    status = office.runs("status", "record", "--json").json
    (vkey,) = [key for key in status["vkeys"] if base64.b64decode(key.split("+", 2)[2])[0] == 1]
    done = go(gocheck, office.home / "record", vkey, receipt["index"], tmp_path / "entry")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["size"], found["root"], found["index"]) == (status["size"], status["root"], receipt["index"])
    envelope = json.loads((tmp_path / "entry").read_bytes())["envelope"]
    payload = json.loads(base64.b64decode(envelope["payload"]))
    assert (payload["act"], payload["by"], payload["record"]) == (JOIN, "ST-B", "exercise.example/story")
    assert go(gocheck, office.home / "record", vkey).returncode == 0, "every entry"


# The demonstration.


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """The directory of the demonstration, and what the command answered."""
    home = tmp_path_factory.mktemp("demonstration")
    return home, elsewhere("demo", "--once", "--json", cwd=home).json


def test_the_demonstration_is_built_and_passes_its_audit(demonstration: tuple[Path, Any]) -> None:
    home, answer = demonstration
    assert {"acts", "root", "checks", "seconds", "url"} <= set(answer)
    assert set(answer["checks"]) == {"signatures", "proofs", "rulings", "witnesses"}
    assert answer["failures"] == []
    assert answer["checks"]["proofs"] == answer["checks"]["rulings"] == answer["acts"] > 100
    found = accord("check", "demo-record", "--json", cwd=home).json
    assert (found["ok"], found["root"], found["without_effect"]) == (True, answer["root"], 0)


def test_the_demonstration_is_audited_again_when_it_is_there(demonstration: tuple[Path, Any]) -> None:
    home, answer = demonstration
    again = accord("demo", "--once", "--json", cwd=home).json
    assert (again["root"], again["checks"]) == (answer["root"], answer["checks"])


def test_the_report_of_the_demonstration_lists_the_same_papers_in_every_language(
    demonstration: tuple[Path, Any],
) -> None:
    home, _ = demonstration
    symbols = [
        row["symbol"] for row in accord("show", "demo-record", "documents", "--json", cwd=home).json["documents"]
    ]
    papers = [accord("show", "demo-record", "document", symbol, "--json", cwd=home).json for symbol in symbols]
    printed = {paper["printed"] or paper["symbol"] for paper in papers if paper["kind"] != "report"}
    assert len(printed) == 26
    for lang in CODES:
        text = accord("report", "demo-record", "AC.281", "--lang", lang, cwd=home).out
        assert sorted(symbol for symbol in printed if symbol not in text) == [], lang


# From a document to a record and back.


def fictional_states() -> list[dict[str, Any]]:
    """The acts that enter the fictional States of the sample reports."""
    acts = []
    with (SAMPLES / "states.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            act = {"verb": "party.enter/1", "party": row["iso3"], "kind": "state"}
            act["name"] = said(row["short_en"], fr=row["short_fr"])
            names = [row[f"also_{lang}"].split(";") for lang in ("en", "fr")]
            others = [said(en, fr=fr) for en, fr in zip(*names, strict=True)]
            acts.append(act | ({"also": others} if row["also_en"] else {}))
    return acts


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An exercise record whose register knows the States, and an editor who may record what documents say."""
    office = Office(tmp_path_factory.mktemp("archive"))
    made = office.runs("new", "record", "--origin", "exercise.example/archive", "--exercise", "--json").json
    office.secretariat_key = secretariat = made["secretariat_key"]
    for act in fictional_states():
        office.says(act, secretariat)
    office.says({"verb": "party.enter/1", "party": "editor", "kind": "editor", "name": said("Editor")}, secretariat)
    vkey = office.runs("key", "new", "editor.key", "--json").json["vkey"]
    office.says({"verb": "key.register/1", "party": "editor", "vkey": vkey}, secretariat, "editor.key")
    office.says({"verb": "role.grant/1", "party": "editor", "role": "recorder"}, secretariat)
    shutil.copy(SAMPLES / "exercise-report.en.txt", office.home / "report.txt")
    return office


@pytest.fixture(scope="module")
def imported(archive: Office) -> Any:
    """What the import of the sample report said."""
    return archive.runs("import", "record", "report.txt", "--key", "editor.key", "--yes", "--json").json


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def test_a_report_is_read_into_its_structure(archive: Office) -> None:
    expected = json.loads((SAMPLES / "exercise-report.en.expected.json").read_text(encoding="utf-8"))
    reading = archive.runs("read", "report.txt", "--json").json
    assert (reading["symbol"], reading["language"]) == (expected["symbol"], "en")
    assert len(reading["paragraphs"]) == expected["counts"]["paragraphs"]
    assert [d["symbol"] for d in reading["documents"]] == [d["symbol"] for d in expected["documents"]]
    assert len(reading["panels"]) == len(expected["panels"])
    assert archive.runs("read", "-", "--json", stdin=(archive.home / "report.txt").read_text()).json == reading


def test_a_table_of_states_stands_for_a_register_that_knows_none(archive: Office) -> None:
    expected = json.loads((SAMPLES / "exercise-report.en.expected.json").read_text(encoding="utf-8"))
    without = archive.runs("read", "report.txt", "--json").json
    reading = archive.runs("read", "report.txt", "--states", SAMPLES / "states.csv", "--json").json
    assert len(reading["statements"]["states"]) == expected["counts"]["general_exchange_states"]
    assert len(without["statements"]["states"]) < expected["counts"]["general_exchange_states"]


def test_nothing_is_said_without_a_yes(archive: Office) -> None:
    size = archive.runs("status", "record", "--json").json["size"]
    shown = archive.runs("import", "record", "report.txt", "--key", "editor.key", "--json").json
    assert shown["acts"]
    assert shown["said"] == []
    assert archive.runs("status", "record", "--json").json["size"] >= size


def test_the_report_comes_back_from_the_record_word_for_word(archive: Office, imported: Any) -> None:
    assert imported["exact"] is True
    assert len(imported["said"]) == len(imported["acts"]) > 100
    report = archive.runs("report", "record", imported["body"])
    text = squeezed(report.out)
    for paragraph in archive.runs("read", "report.txt", "--json").json["paragraphs"]:
        # A footnote's mark stands in the report and not in the reading.
        assert squeezed(paragraph["text"]) in text or paragraph["footnote_refs"], paragraph["num"]
    assert archive.runs("report", "record", imported["symbol"]).out == report.out
    counts = archive.runs("report", "record", imported["body"], "--json").json["counts"]
    assert counts["bound"] > 1000
    assert counts["total"] == counts["bound"] + counts["formula"] + counts["quoted"]


def test_every_state_that_the_document_names_is_the_one_in_the_register(archive: Office, imported: Any) -> None:
    expected = json.loads((SAMPLES / "exercise-report.en.expected.json").read_text(encoding="utf-8"))
    entered = [act for act in imported["acts"] if act["verb"] == "party.enter/1"]
    assert [act["party"] for act in entered if act["kind"] == "state"] == []
    codes = {act["name"]["said"]["en"]: act["party"] for act in fictional_states()}
    page = archive.runs("show", "record", "participation", imported["body"], "--json").json
    spoke = {row["state"] for row in page["participants"] if row["how"] == "spoke"}
    assert spoke == {codes[one["state"]] for one in expected["general_exchange"]["states"]}


def test_a_document_imported_again_says_nothing(archive: Office, imported: Any) -> None:
    again = archive.runs("import", "record", "report.txt", "--key", "editor.key", "--yes", "--json").json
    assert (again["acts"], again["said"]) == ([], [])


def test_one_corrected_act_changes_its_words_in_the_report(archive: Office, imported: Any) -> None:
    before = archive.runs("report", "record", imported["body"]).out
    body = archive.runs("show", "record", "body", imported["body"], "--json").json
    officer = next(row for row in body["officers"] if row["office"] == "chair")
    entry = officer["cite"]["entry"]
    act = archive.runs("show", "record", "entry", entry, "--json").json["act"]
    name = act["person"]["name"]
    archive.says(act | {"person": {"name": "Nemo Nobody"}, "corrects": entry}, "editor.key")
    after = archive.runs("report", "record", imported["body"]).out
    assert name in before
    assert after == before.replace(name, "Nemo Nobody")
    found = archive.runs("check", "record", "--json").json
    assert (found["ok"], found["without_effect"]) == (True, 0)


def test_every_page_of_an_imported_report_is_shown(archive: Office, imported: Any) -> None:
    for page in archive.runs("show", "record", "--json").json["pages"]:
        if all(argument.endswith("?") for argument in page["arguments"]):
            assert archive.runs("show", "record", page["page"]).out.strip(), page["page"]


def test_every_error_of_a_beginner_is_a_sentence_and_status_2(archive: Office, tmp_path: Path) -> None:
    for words in (
        ("show", "nowhere", "documents"),
        ("show", tmp_path, "documents"),
        ("show", "record", "document", "A/1"),
        ("show", "record", "nothing"),
        ("prove", "record", "999999"),
        ("check", "nowhere"),
        ("say", "record", "nowhere.json", "--key", "editor.key"),
        ("read", "nowhere.txt"),
        ("new", "record", "--origin", "exercise.example/archive"),
        ("key", "new", "editor.key"),
        ("acts", "nothing.at-all"),
    ):
        ran = archive.runs(*words, status=2)
        assert ran.out == "", words
        assert len(ran.err.strip().splitlines()) == 1, words
