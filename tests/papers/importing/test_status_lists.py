"""Status lists: the difference to the record, corrections as pairs, and lines that are not taken."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from accord.acts.values import Grounds, Source
from accord.areas.instruments.acts import Depositary
from accord.papers.importing.status import StatusPlan, status_plan
from accord.papers.importing.status_file import COLUMNS
from accord.wire.codec import Malformed
from tests.areas.instruments.told import enter, known, of_states, row, says, status
from tests.faces.running import accord
from tests.scene import Scene, said

HEAD = ",".join(COLUMNS)


def listed(*rows: str) -> str:
    return "\n".join((HEAD, *(f"{one},,depositary,List One,2020-01-31" for one in rows))) + "\n"


def of_source(name: str) -> Grounds:
    return Grounds(source=Source(publication=name), kind="depositary", checked=date(2020, 1, 31))


@pytest.fixture
def scene() -> Scene:
    scene = of_states("T-1")
    status(scene, "ratification", row("ST-A", "2001-01-01"), row("ST-B", "2002-02-02"), grounds=of_source("List One"))
    status(scene, "ratification", row("ST-C", "2003-03-03"), grounds=of_source("List Two"))
    return scene


def planned(scene: Scene, text: str) -> StatusPlan:
    return status_plan(text, scene.world, "editor")


def test_the_difference_names_what_is_new_changed_beside_and_gone(scene: Scene) -> None:
    found = planned(
        scene,
        listed(
            "T-1,ST-A,ratification,2001-01-09",
            "T-1,ST-C,ratification,2003-03-04",
            "T-1,ST-D,ratification,2004-04-04",
        ),
    )
    assert [(one.why, one.line, one.party, str(one.old), str(one.new)) for one in found.differences] == [
        ("changed", 2, "ST-A", "2001-01-01", "2001-01-09"),
        ("beside", 3, "ST-C", "2003-03-03", "2003-03-04"),
        ("new", 4, "ST-D", "None", "2004-04-04"),
        ("gone", None, "ST-B", "2002-02-02", "None"),
    ]
    assert found.unread == ()
    assert found.without_effect == ()


def test_after_the_acts_the_record_says_what_the_list_says_and_nothing_is_left_to_say(scene: Scene) -> None:
    text = listed("T-1,ST-A,ratification,2001-01-09", "T-1,ST-D,ratification,")
    for act in planned(scene, text).acts:
        says(scene, act)
    days = {party: [str(one.on) for one in known(scene).instruments.deeds("T-1", party)] for party in ("ST-A", "ST-B")}
    assert days == {"ST-A": ["2001-01-09"], "ST-B": []}
    again = planned(scene, text)
    assert (again.acts, again.differences, again.known) == ((), (), 2)


def test_a_correction_leaves_the_other_rows_of_its_entry_alone(scene: Scene) -> None:
    found = planned(scene, listed("T-1,ST-A,ratification,2001-01-09", "T-1,ST-B,ratification,2002-02-02"))
    assert [one.why for one in found.differences] == ["changed"]
    for act in found.acts:
        says(scene, act)
    assert [str(one.on) for one in known(scene).instruments.deeds("T-1", "ST-B")] == ["2002-02-02"]


def test_a_fact_that_another_source_gives_alike_is_known(scene: Scene) -> None:
    found = planned(scene, listed("T-1,ST-C,ratification,2003-03-03"))
    assert found.known == 1
    assert not [one for one in found.differences if one.party == "ST-C"]


def test_a_state_may_be_named_in_any_language() -> None:
    scene = of_states("T-1").enters("EGY")
    found = planned(scene, listed("T-1,埃及,accession,2003-03-03"))
    assert [one.party for one in found.differences] == ["EGY"]


@pytest.mark.parametrize(
    ("line", "why", "word"),
    [
        ("T-9,ST-A,ratification,2001-01-01", "unknown-instrument", "T-9"),
        ("T-1,Nowhere,ratification,2001-01-01", "unknown-state", "Nowhere"),
        ("T-1,SUN,ratification,2001-01-01", "former-state", "SUN"),
        ("T-1,ST-A,blessing,2001-01-01", "unknown-action", "blessing"),
        ("T-1,Soviet Union,ratification,2001-01-01", "former-state", "Soviet Union"),
        ("T-1,ST-A,ratification,yesterday", "no-day", "yesterday"),
        ("T-1,ST-A,ratification,10/07/2018", "no-day", "10/07/2018"),
        ("T-1,ST-A,ratification,20180710", "no-day", "20180710"),
        ("T-1,ST-A,ratification,2018-W28-2", "no-day", "2018-W28-2"),
        ("T-1,ST-A,ratification,2020-02-01", "after-it-was-checked", "2020-02-01"),
        ("T-1,ST-A,ratification,1999-12-31", "before-opening", "1999-12-31"),
    ],
)
def test_a_line_that_cannot_stand_is_named(scene: Scene, line: str, why: str, word: str) -> None:
    found = planned(scene, listed(line))
    assert [(one.line, one.why, one.said) for one in found.unread] == [(2, why, word)]
    assert found.acts == ()


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        (",moscow,depositary,List One,2020-01-31", "unknown-depositary"),
        (",,gossip,List One,2020-01-31", "unknown-kind"),
        (",,depositary,,2020-01-31", "no-source"),
        (",,depositary,List One,", "no-day"),
        (",,depositary,List One,2020-13-01", "no-day"),
        ("", "unknown-kind"),
    ],
)
def test_each_cell_is_checked(scene: Scene, rest: str, why: str) -> None:
    found = planned(scene, f"{HEAD}\nT-1,ST-A,ratification,2001-01-01{rest}\n")
    assert [(one.line, one.why) for one in found.unread] == [(2, why)]


def test_nothing_is_gone_while_lines_are_left_out(scene: Scene) -> None:
    found = planned(scene, listed("T-1,ST-A,ratification,2001-01-01", "T-1,ST-B,ratification,yesterday"))
    assert (found.known, found.differences) == (1, ())


def test_a_source_that_corrects_itself_is_corrected_whatever_others_say(scene: Scene) -> None:
    status(scene, "ratification", row("ST-A", "2001-01-09"), grounds=of_source("List Two"))
    found = planned(scene, listed("T-1,ST-A,ratification,2001-01-09", "T-1,ST-B,ratification,2002-02-02"))
    assert [one.why for one in found.differences] == ["changed"]


def test_two_lines_against_each_other_are_both_left_out(scene: Scene) -> None:
    found = planned(scene, listed("T-1,ST-D,ratification,2001-01-01", "T-1,ST-D,ratification,2001-01-02"))
    assert [(one.line, one.why) for one in found.unread] == [(2, "contradicts-a-line"), (3, "contradicts-a-line")]
    assert not [one for one in found.differences if one.party == "ST-D"]


def test_a_file_without_the_columns_is_no_status_list(scene: Scene) -> None:
    with pytest.raises(Malformed, match="missing: kind, source, checked"):
        planned(scene, "instrument,state,action,on,depositary\n")


def test_who_may_not_correct_is_told_before_anything_is_said(scene: Scene) -> None:
    scene.makes_recorder("other-editor")
    found = status_plan(listed("T-1,ST-A,ratification,2001-01-09"), scene.world, "other-editor")
    assert found.without_effect == ("not-the-recorder",)


def test_an_instrument_entered_with_a_depositary_takes_its_rows() -> None:
    scene = of_states("T-1")
    enter(scene, "T-2", depositaries=(Depositary(depositary="un", name=said("Office")),))
    found = planned(scene, f"{HEAD}\nT-2,ST-A,signature,2001-01-01,un,depositary,List One,2020-01-31\n")
    assert [one.depositary for one in found.differences] == ["un"]


def test_the_command_shows_the_difference_and_says_it_with_yes(tmp_path: Path) -> None:
    record = str(tmp_path / "r")
    key = accord("new", record, "--origin", "r.example", "--json").json["secretariat_key"]
    acts = [
        {"verb": "party.enter/1", "party": "EGY", "kind": "state"},
        {
            "verb": "instrument.enter/1",
            "instrument": "T-1",
            "kind": "treaty",
            "name": {"original": "en", "said": {"en": "Treaty"}},
            "grounds": {"source": {"publication": "A list"}, "kind": "depositary", "checked": "2020-01-31"},
        },
    ]
    for number, act in enumerate(acts):
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(act), encoding="utf-8")
        assert accord("say", record, str(file), "--key", key).status == 0
    table = tmp_path / "list.csv"
    table.write_text(listed("T-1,EGY,accession,2003-03-03"), encoding="utf-8")
    dry = accord("import", record, str(table), "--key", key)
    assert dry.status == 0
    assert "T-1\tEGY" in dry.out
    assert accord("import", record, str(table), "--key", key, "--json").json["said"] == []
    assert len(accord("import", record, str(table), "--key", key, "--yes", "--json").json["said"]) == 1
    assert accord("import", record, str(table), "--key", key, "--json").json["known"] == 1
    table.write_text(listed("T-1,Nowhere,accession,2003-03-03"), encoding="utf-8")
    refused = accord("import", record, str(table), "--key", key)
    assert refused.status == 1
    assert "Nowhere" in refused.out
    table.write_bytes(b"\xff\xfe")
    assert accord("import", record, str(table), "--key", key).status == 2
