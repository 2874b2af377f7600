"""Verbs that change something: new, key, judge, say."""

from __future__ import annotations

import json
import os
import socket
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.faces.desks import Desk, text
from tests.faces.running import accord


def test_a_record_is_made_once(tmp_path: Path) -> None:
    made = accord("new", tmp_path / "r", "--origin", "one.example", "--json")
    assert made.status == 0
    assert set(made.json) >= {"origin", "vkeys"}
    assert made.json["origin"] == "one.example"
    again = accord("new", tmp_path / "r", "--origin", "one.example", "--lang", "fr")
    assert (again.status, again.out) == (2, "")
    assert accord("show", tmp_path / "r", "record", "--json").json["secretariat"] == "secretariat"


def test_an_exercise_carries_its_mark_on_every_page(tmp_path: Path) -> None:
    assert accord("new", tmp_path / "r", "--origin", "drill.example", "--exercise", "--lang", "ar").status == 0
    assert accord("show", tmp_path / "r", "parties", "--json").json["head"]["exercise"] is True
    assert "تمرين" in accord("show", tmp_path / "r", "parties", "--lang", "ar").out


def test_a_second_record_is_not_made_over_the_first(tmp_path: Path) -> None:
    accord("new", tmp_path / "r", "--origin", "one.example")
    ran = accord("new", tmp_path / "r", "--origin", "two.example")
    assert ran.status == 2
    assert ran.err == f"accord: There is a record in {tmp_path / 'r'} already; choose another folder.\n"


@pytest.mark.parametrize("origin", ["two words", "a+b", "", "x" * 300, "x" * 250])
def test_an_origin_that_no_key_can_be_named_by_is_refused(tmp_path: Path, origin: str) -> None:
    ran = accord("new", tmp_path / "r", "--origin", origin)
    assert (ran.status, ran.out) == (2, "")
    assert ran.clean
    assert "the name of a record" in ran.err
    assert not (tmp_path / "r").exists()


def test_a_key_is_made_for_its_owner_alone_and_never_over_another(tmp_path: Path) -> None:
    file = tmp_path / "st-a.key"
    made = accord("key", "new", file, "--name", "st-a.example", "--json").json
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert accord("key", "show", file, "--json").json == made
    assert accord("key", "show", file).out == made["vkey"] + "\n"
    assert "PRIVATE" not in made["vkey"]
    before = file.read_bytes()
    assert accord("key", "new", file).status == 2
    assert file.read_bytes() == before


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "open.key"
    accord("key", "new", file)
    file.chmod(0o644)
    ran = accord("key", "show", file, "--lang", "zh")
    assert (ran.status, ran.out) == (2, "")
    assert "chmod 600" in ran.err


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_file_that_is_no_key_is_said_to_be_none_whatever_its_mode(tmp_path: Path, lang: str) -> None:
    file = tmp_path / "hostname"
    file.write_text("a-machine\n", encoding="utf-8")
    file.chmod(0o644)
    ran = accord("key", "show", file, "--lang", lang)
    assert ran.status == 2
    assert "chmod" not in ran.err
    assert "not a key file" in ran.err


STATEMENT = {"verb": "statement.make/1", "body": "WG", "statement": "s-1", "speaker": "ST-A", "occasion": "other"}
BODY = {"verb": "body.establish/1", "body": "WG", "name": text("Working Group"), "resolution": "A/RES/67/56"}


def test_a_preview_says_what_would_become_of_an_act(desk: Desk) -> None:
    before = accord("judge", desk.record, desk.act(**STATEMENT), "--as", "ST-A", "--json")
    assert (before.status, before.json) == (1, {"counts": False, "reason": "unknown-body", "key_in_force": True})
    desk.says(BODY, desk.secretariat)
    after = accord("judge", desk.record, "-", "--as", "ST-A", "--json", stdin=json.dumps(STATEMENT))
    assert (after.status, after.json) == (0, {"counts": True, "reason": None, "key_in_force": True})
    assert (
        accord("judge", desk.record, desk.act(**STATEMENT), "--as", "ST-A", "--lang", "zh").out == "该行为将会有效。\n"
    )
    assert accord("status", desk.record, "--json").json["size"] == 4


def test_a_preview_says_when_no_key_could_sign_the_act(desk: Desk) -> None:
    desk.says(BODY, desk.secretariat)
    without = {"verb": "party.enter/1", "party": "ST-B", "kind": "state", "name": text("State B")}
    desk.says(without, desk.secretariat)
    act = desk.act(**{**STATEMENT, "speaker": "ST-B"})
    told = accord("judge", desk.record, act, "--as", "ST-B")
    assert (told.status, told.out) == (0, "The act would have effect.\n")
    assert "But State B has no key in force" in told.err
    assert accord("judge", desk.record, act, "--as", "ST-B", "--json").json["key_in_force"] is False
    mine = accord("judge", desk.record, desk.act(**STATEMENT), "--as", "ST-A")
    assert (mine.status, mine.err) == (0, "")
    assert accord("say", desk.record, act, "--key", desk.state, "--as", "ST-B").status == 1


def test_a_key_registration_can_be_previewed(desk: Desk, tmp_path: Path) -> None:
    vkey = accord("key", "new", tmp_path / "b.key", "--json").json["vkey"]
    act = desk.act(verb="key.register/1", party="ST-A", vkey=vkey)
    assert accord("judge", desk.record, act, "--as", "ST-A", "--json").json["counts"] is True


def test_an_act_is_said_recorded_and_proven(desk: Desk, tmp_path: Path) -> None:
    desk.says(BODY, desk.secretariat)
    receipt = desk.says(STATEMENT, desk.state)
    assert set(receipt) == {"index", "act_id", "counts", "reason", "proof"}
    assert (receipt["index"], receipt["counts"], receipt["reason"]) == (4, True, None)
    assert str(receipt["proof"]).startswith("c2sp.org/tlog-proof@v1\nindex 4\n")
    page = accord("show", desk.record, "entry", 4, "--json").json
    assert (page["act_id"], page["by"]) == (receipt["act_id"], "ST-A")
    (statement,) = accord("show", desk.record, "party", "ST-A", "--json").json["said_itself"]["statements"]
    assert statement["cite"]["voice"] == "said"
    bundle = tmp_path / "b"
    assert accord("prove", desk.record, 4, "-o", bundle).status == 0
    assert accord("check", bundle).status == 0
    assert accord("check", desk.record).status == 0


def test_the_proof_goes_into_a_file_of_its_own(desk: Desk) -> None:
    file = desk.folder / "act.tlog-proof"
    ran = accord("say", desk.record, desk.act(**BODY), "--key", desk.secretariat, "-o", file)
    assert (ran.status, "tlog-proof@" in ran.out) == (0, False)
    assert file.read_text(encoding="utf-8").startswith("c2sp.org/tlog-proof@v1\nindex 3\n")
    again = accord("say", desk.record, desk.act(**BODY), "--key", desk.secretariat, "-o", file, "--for-the-record")
    assert again.status == 2  # and nothing was said
    assert accord("status", desk.record, "--json").json["size"] == 4


def test_a_receipt_is_short_and_says_where_the_proof_is(desk: Desk) -> None:
    ran = accord("say", desk.record, desk.act(**BODY), "--key", desk.secretariat)
    assert ran.status == 0
    assert len(ran.out.splitlines()) == 3
    assert len(ran.out) < 300
    assert f"accord prove {desk.record} 3" in ran.err


def test_an_act_without_effect_is_said_only_for_the_record(desk: Desk) -> None:
    act = desk.act(**STATEMENT)
    refused = accord("say", desk.record, act, "--key", desk.state, "--json")
    assert refused.status == 1
    assert (refused.json["index"], refused.json["counts"], refused.json["reason"]) == (None, False, "unknown-body")
    assert accord("status", desk.record, "--json").json["size"] == 3
    said = accord("say", desk.record, act, "--key", desk.state, "--for-the-record", "--json")
    assert said.status == 0
    assert (said.json["index"], said.json["counts"], said.json["reason"]) == (3, False, "unknown-body")


@pytest.mark.parametrize("lang", ["ar", "ru"])
def test_saying_is_told_in_a_language(desk: Desk, lang: str) -> None:
    act = desk.act(**BODY)
    ran = accord("say", desk.record, act, "--key", desk.secretariat, "--lang", lang)
    assert ran.status == 0
    assert "tlog-proof" not in ran.out
    again = accord("say", desk.record, act, "--key", desk.secretariat, "--lang", lang)
    assert again.status == 1


def test_a_key_of_nobody_cannot_speak(desk: Desk, tmp_path: Path) -> None:
    accord("key", "new", tmp_path / "nobody.key")
    act = desk.act(**BODY)
    assert accord("say", desk.record, act, "--key", tmp_path / "nobody.key").status == 2
    ran = accord("say", desk.record, act, "--key", tmp_path / "nobody.key", "--as", "ST-A", "--for-the-record")
    assert ran.status == 1  # the gate does not admit it
    assert ran.clean


def test_a_state_cannot_sign_for_another(desk: Desk) -> None:
    ran = accord("say", desk.record, desk.act(**BODY), "--key", desk.state, "--as", "secretariat", "--lang", "es")
    assert (ran.status, ran.out) == (1, "")
    assert ran.clean


BAD_ACTS: list[tuple[Any, str]] = [
    ({"verb": "statement.make/1"}, "body"),
    ({**STATEMENT, "extra": 1}, "extra"),
    ({**STATEMENT, "statement": 5}, "statement"),
    ({**STATEMENT, "statement": "no spaces please"}, "statement"),
    ({**STATEMENT, "occasion": "party"}, "general-exchange"),
    ({**STATEMENT, "days": ["2013-02-30"]}, "days[0]"),
    ({**STATEMENT, "days": "2013-02-03"}, "days"),
    ({**STATEMENT, "place": 0}, "place"),
    ({**STATEMENT, "place": 1.5}, "place"),
    ({**STATEMENT, "text": {"original": "en", "said": {"en": ""}}}, "text.said"),
    ({**STATEMENT, "text": {"original": "tlh", "said": {}}}, "ar, en, es, fr, ru, zh"),
    ({"verb": "no.such/1"}, "no.such/1"),
    ({"body": "WG"}, "act.json"),
    ([], "act.json"),
    ("{", "act.json"),
    ('{"verb": "statement.make/1",\n "body": WG}', "2"),
    (b"\xff\xfe", "act.json"),
    ('{"a":' * 3000, "act.json"),
    ({**STATEMENT, "text": {"original": "en", "said": {"en": "e\u0301"}}}, "NFC"),
]


@pytest.mark.parametrize(("act", "named"), BAD_ACTS, ids=[named for _, named in BAD_ACTS])
@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
def test_a_bad_act_is_refused_with_the_place_named(demo: Path, tmp_path: Path, act: Any, named: str, lang: str) -> None:
    file = tmp_path / "act.json"
    data = act if isinstance(act, str | bytes) else json.dumps(act, ensure_ascii=False)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    ran = accord("judge", demo, file, "--as", "ST-A", "--lang", lang)
    assert (ran.status, ran.out) == (2, ""), ran
    assert named in ran.err
    assert ran.clean
    assert len(ran.err.splitlines()) == 1


def test_a_log_that_finds_its_port_taken_leaves_the_record_to_the_next_writer(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = accord("log", "serve", desk.record, "--port", taken.getsockname()[1])
    assert (ran.status, ran.out) == (2, "")
    assert "Address already in use" in ran.err
    assert not (desk.record / "writer" / "address").exists()
    desk.says(BODY, desk.secretariat)


def test_two_writers_do_not_meet(desk: Desk) -> None:
    from accord.main import Machine

    class Impatient(Machine):
        def writer(self, directory: Path) -> Any:
            from accord.nodes.writer import Writer

            return Writer(directory, wait_s=0.0)

    with Machine().writer(desk.record):
        ran = accord("say", desk.record, desk.act(**BODY), "--key", desk.secretariat, wiring=Impatient())
    assert (ran.status, ran.out) == (2, "")
    assert ran.clean
    assert str(desk.record) in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    ran = accord("new", shut / "r", "--origin", "x.example")
    assert (ran.status, ran.out) == (2, "")
    assert ran.clean
