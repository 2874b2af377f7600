"""An amendment to an amendment is typed: the text as it should read with that, at the desk and on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from accord.areas.negotiation.acts import ProposeSubamendment
from accord.areas.negotiation.changes import AmendText, changes_hash
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.text import digest
from accord.areas.negotiation.typed import amended
from accord.faces.web.answers import Answer
from accord.keys.signers import Signer
from accord.words.languages import LANGUAGES
from tests.acting.desk import Desk
from tests.drafting.negotiated import DRAFT, TEXTS, asks, record_under_way, revises, say
from tests.drafting.pressed import desk_of, fields, page, press, words
from tests.drafting.test_amending import downloaded
from tests.faces.running import accord
from tests.scene import key_of

HERE = desk_of(DRAFT)
WIDELY = "The report is widely public."
ASKED = asks("A.1", "ST-A", amended("para-3", TEXTS["para-3"], WIDELY))


def begun(desk: Desk, name: str = "A.1", lang: str = "en") -> Answer:
    """The desk of amendments to an amendment."""
    return desk.get(desk_of(DRAFT, lang=lang), f"amends={name}")


def subasks(name: str, sponsor: str, new: str) -> ProposeSubamendment:
    """An amendment to the first one."""
    change = AmendText(unit="para-3", base=digest(WIDELY), edits=difference(WIDELY, new))
    return ProposeSubamendment(
        draft=DRAFT,
        amendment=name,
        amends="A.1",
        to=changes_hash(ASKED.changes),
        changes=(change,),
        sponsors=(sponsor,),
    )


def typed(desk: Desk, text: str, do: str = "preview", **more: str) -> Any:
    return press(desk, HERE, begun(desk), do, by="ST-B", c__0__text=text, **more)


def test_a_text_typed_becomes_an_amendment_to_an_amendment(reading: Desk) -> None:
    opened = begun(reading)
    assert fields(opened)["c.0.text"] == WIDELY
    act = downloaded(typed(reading, "The report is very widely public.", "download"))
    assert act == {
        "verb": "subamendment.propose/1",
        "draft": DRAFT,
        "amendment": "A.1.1",
        "amends": "A.1",
        "to": changes_hash(ASKED.changes),
        "sponsors": ["ST-B"],
        "changes": [
            {
                "type": "amend",
                "unit": "para-3",
                "base": digest(WIDELY),
                "edits": [{"type": "keep", "n": 14}, {"type": "put", "text": "very "}, {"type": "keep", "n": 14}],
            }
        ],
    }


def test_it_is_shown_in_the_amendment_and_in_the_draft_and_leads_back(reading: Desk) -> None:
    shown = typed(reading, "The report is very widely public.", "show")
    blocks = page(shown).xpath("//*[@role='status']//*[contains(@class,'words')]")
    assert [[" ".join(ins.text_content().split()) for ins in block.xpath(".//ins")] for block in blocks] == [
        ["very"],
        ["very", "widely"],
    ]
    sheet = typed(reading, "The report is very widely public.")
    assert page(sheet).xpath("//*[contains(@class,'ruling') and contains(@class,'holds')]")
    back = press(reading, HERE, sheet, "edit")
    assert (fields(back)["c.0.text"], fields(back)["amends"]) == ("The report is very widely public.", "A.1")
    assert downloaded(press(reading, HERE, back, "download"))["amends"] == "A.1"


def test_what_goes_beyond_the_amendment_is_told_and_not_lost(reading: Desk) -> None:
    shown = typed(reading, "That report is widely public.", "show")
    assert "does not touch" in words(shown, "//*[contains(@class,'problem')] | //*[contains(@class,'wrong')]")
    assert fields(shown)["c.0.text"] == "That report is widely public."
    undone = typed(reading, TEXTS["para-3"], "show")
    assert "nothing of the amendment" in words(
        undone, "//*[contains(@class,'problem')] | //*[contains(@class,'wrong')]"
    )


def test_only_words_are_changed_and_only_of_an_amendment_to_the_draft(reading: Desk) -> None:
    for name in ("A.9", "A.1%20x", "<b>"):
        assert begun(reading, name).status == 404
    posted = reading.post(HERE, {"do": "show", "amends": "A.9"})
    assert posted.status == 404
    deleted = reading.post(
        HERE,
        {"do": "show", "amends": "A.1", "c.#": "1", "c.0.do": "delete", "c.0.unit": "para-3", "c.0.base": "0" * 64},
    )
    assert deleted.status == 200
    assert "c.0.do" not in fields(deleted)


def test_two_to_one_amendment_that_do_not_go_together_are_told(own: tuple[Desk, Path, Signer]) -> None:
    _, directory, secretariat = own
    say(directory, "secretariat", [subasks("A.1.1", "ST-C", "The report is very widely public.")], [secretariat])
    desk = Desk(directory)
    shown = typed(desk, "The report is most widely public.", "show")
    assert "A.1.1" in words(shown, "//*[@id='meets']")
    assert fields(begun(desk))["amendment"] == "A.1.2"
    assert begun(desk, "A.1.1").status == 404
    said = desk.get(f"/en/-/amendment/{DRAFT.replace('/', '%2F')}/A.1").body.decode()
    assert "A.1.1" in said
    assert "Sub-amendments" in said


def test_the_chair_takes_it_only_with_what_it_amends(own: tuple[Desk, Path, Signer]) -> None:
    _, directory, secretariat = own
    say(directory, "secretariat", [subasks("A.1.1", "ST-C", "The report is very widely public.")], [secretariat])
    desk, there = Desk(directory), desk_of(DRAFT, name="revise")
    alone = press(desk, there, desk.get(there), "show", **{"take:A.1.1": "1"})
    assert "only together with the amendment" in words(alone, "//*[@id='f-take']")
    both = press(desk, there, desk.get(there), "show", **{"take:A.1.1": "1", "take:A.1": "1"})
    assert not page(both).xpath("//*[@id='clashes']")
    found = [" ".join(one.text_content().split()) for one in page(both).xpath("//main//ins")]
    assert found == ["very", "widely"]
    act = downloaded(press(desk, there, both, "download", by="ST-B", how="orally"))
    assert act["merges"] == ["A.1", "A.1.1"]


def test_every_language(reading: Desk) -> None:
    for lang in LANGUAGES:
        found = begun(reading, lang=lang)
        assert found.status == 200
        links = page(found).xpath(f"//a[@hreflang='{lang}']/@href")
        assert all(link.endswith("?amends=A.1") for link in links if "/amend/" in link)
        assert any("/amend/" in link for link in links)


def test_on_the_command_line_it_is_written_shown_and_judged(tmp_path: Path) -> None:
    directory, _ = record_under_way(tmp_path)
    file = tmp_path / "para-3.txt"
    file.write_text("The report is very widely public.\n", encoding="utf-8")
    common = ("draft", "amend", directory, DRAFT, "para-3", "--amends", "A.1", "--text", file, "--as", "ST-B")
    done = accord(*common, "-o", tmp_path / "act.json")
    assert done.status == 0
    assert "The report is {+very +}(ST-B)widely public." in done.out
    assert "{+very +}(ST-B){+widely +}" in done.out
    act = json.loads((tmp_path / "act.json").read_text())
    assert (act["verb"], act["amendment"], act["amends"]) == ("subamendment.propose/1", "A.1.1", "A.1")
    assert accord("judge", directory, tmp_path / "act.json", "--as", "ST-B").status == 0
    file.write_text("That report is widely public.\n", encoding="utf-8")
    beyond = accord(*common, "--json")
    assert (beyond.status, json.loads(beyond.out)["reason"]) == (1, "beyond-the-amendment")
    say(directory, "ST-B", [revises("A.1")], [key_of("ST-B")])
    late = accord(*common, "--json")
    assert json.loads(late.out)["reason"] == "amendment-not-open"


def test_what_is_no_amendment_is_told_on_the_command_line(tmp_path: Path) -> None:
    directory, _ = record_under_way(tmp_path)
    file = tmp_path / "text.txt"
    file.write_text("x", encoding="utf-8")
    for unit, amends in (("para-3", "A.9"), ("para-1", "A.1")):
        done = accord("draft", "amend", directory, DRAFT, unit, "--amends", amends, "--text", file, "--as", "ST-B")
        assert done.status == 2
        assert "no such thing" in done.err
