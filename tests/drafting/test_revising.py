"""The chair chooses amendments, sees what they come to or what does not go together, and issues the revision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from accord.areas.negotiation.acts import ReviseDraft
from accord.faces.web.answers import Answer
from accord.keys.signers import Signer
from accord.words.languages import LANGUAGES
from tests.acting.desk import Desk
from tests.drafting.negotiated import ARABIC, DRAFT, REVISED, revises, say
from tests.drafting.pressed import desk_of, fields, page, press, words
from tests.scene import key_of

HERE = desk_of(DRAFT, name="revise")


def chosen(desk: Desk, do: str, *names: str, **more: str) -> Answer:
    """Amendments ticked."""
    return press(desk, HERE, desk.get(HERE), do, by="ST-B", **{f"take:{name}": "1" for name in names}, **more)


def act_of(answer: Answer) -> Any:
    """The act that an answer is, as a file."""
    return json.loads(answer.body)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_open_amendments_with_those_they_do_not_go_together_with(reading: Desk, lang: str) -> None:
    found = page(reading.get(desk_of(DRAFT, name="revise", lang=lang)))
    boxes = found.xpath("//*[@id='f-take']//input[@type='checkbox']/@name")
    assert boxes == ["take:A.1", "take:A.2", "take:A.3"]
    shown = page(chosen(reading, "show", "A.1"))
    assert shown.xpath("//form[@role='search']//input[not(@type='hidden')]/@value") in ([], [""]), "nothing is searched"
    assert "A.2" in found.xpath("//*[@id='f-take']//div")[0].text_content()


def test_the_merged_text_is_shown_before_anything_is_signed(reading: Desk) -> None:
    shown = chosen(reading, "show", "A.1", "A.3")
    assert words(shown, "//*[@id='merged']//ins") == "All widely"
    assert not page(shown).xpath("//*[@id='clashes']")
    assert {name for name in fields(shown) if name.startswith("take:")} == {"take:A.1", "take:A.3"}


def test_what_does_not_go_together_is_told_by_name(reading: Desk) -> None:
    for do in ("show", "preview", "download"):
        told = chosen(reading, do, "A.1", "A.2", "A.3")
        assert "A.1 – A.2" in words(told, "//*[@id='clashes']")
        assert "A.3" not in words(told, "//*[@id='clashes']")
        assert not page(told).xpath("//*[@id='merged']")


def test_the_next_symbol_is_proposed_and_the_act_is_the_chosen_one(reading: Desk) -> None:
    assert fields(reading.get(HERE))["symbol"] == REVISED
    act = act_of(chosen(reading, "download", "A.3", "A.1"))
    assert act == {"verb": "draft.revise/1", "draft": DRAFT, "merges": ["A.1", "A.3"], "document": REVISED}
    assert "document" not in act_of(chosen(reading, "download", "A.1", how="orally"))
    assert words(reading.get(desk_of(ARABIC, name="revise"))).count("registered")


def test_the_sheet_shows_the_merged_text_and_leads_back(reading: Desk) -> None:
    sheet = chosen(reading, "preview", "A.1", on="2026-01-02")
    assert words(sheet, "//*[@id='merged']//ins") == "widely"
    assert page(sheet).xpath("//*[contains(@class,'ruling') and contains(@class,'holds')]")
    back = press(reading, HERE, sheet, "edit")
    assert (fields(back)["take:A.1"], fields(back)["on"], fields(back)["symbol"]) == ("1", "2026-01-02", REVISED)


def test_nothing_chosen_and_wrong_fields_are_told(reading: Desk) -> None:
    assert "at least one" in words(chosen(reading, "preview"), "//*[@role='alert']")
    assert chosen(reading, "preview", "A.77").status == 422
    unknown = chosen(reading, "preview", "A.1", symbol="<b>")
    assert b"<b>" not in unknown.body
    assert unknown.status == 422 or "would have no effect" in words(unknown, "//*[contains(@class,'ruling')]")
    for wrong in ({"symbol": ""}, {"on": "yesterday"}, {"document": "\u202e"}, {"by": "ST-Z"}):
        answer = press(reading, HERE, reading.get(HERE), "preview", **({"by": "ST-B", "take:A.1": "1"} | wrong))
        assert answer.status == 422, wrong
        assert b"<b>" not in answer.body
    assert reading.get(desk_of(DRAFT, "more", name="revise")).status == 404
    assert reading.get(HERE + ".json").status == 404


def test_a_second_revision_gets_the_next_symbol(own: tuple[Desk, Path, Signer]) -> None:
    desk, directory, _ = own
    say(directory, "ST-B", [ReviseDraft(draft=DRAFT, merges=("A.1",), document=REVISED)], [key_of("ST-B")])
    desk.site.catch_up()
    page_ = desk.get(HERE)
    assert fields(page_)["symbol"] == "A/AC.900/L.1/Rev.2"
    assert "document.register" in "".join(page(page_).xpath("//main//a/@href"))
    # What collides with the text that stands is told too.
    told = chosen(desk, "show", "A.2")
    assert "A.2 – the draft as it stands" in words(told, "//*[@id='clashes']")
    assert page(desk.get(f"/en/-/differences/{quote(DRAFT, safe='')}")).xpath("//ins")


def test_pages_lead_to_what_can_be_said_with_what_it_is_about_filled_in(own: tuple[Desk, Path, Signer]) -> None:
    desk, directory, _ = own
    name = quote(DRAFT, safe="")
    wanted = {
        f"/en/-/draft/{name}": {"draft.adopt", "agreement.give"},
        f"/en/-/draft-unit/{name}/para-1": {"position.explain"},
        f"/en/-/amendment/{name}/A.1": {"amendment.join", "amendment.leave", "amendment.withdraw"},
        f"/en/-/amendments/{name}": {"amendment.join"},
        f"/en/-/positions/{name}": {
            "position.explain",
            "agreement.give",
            "agreement.confirm",
            "deadline.answer",
            "silence.break",
        },
    }
    for address, verbs in wanted.items():
        links = page(desk.get(address)).xpath("//main//a[contains(@href,'/-/act/')]/@href")
        found = {link.rpartition("/")[2].partition("?")[0]: link for link in links}
        assert verbs <= set(found), address
        for verb in verbs:
            path, _, query = found[verb].partition("?")
            form = desk.get(path, query)
            assert form.status == 200
            assert fields(form)["draft"] == DRAFT
    unit = page(desk.get(f"/en/-/draft-unit/{name}/para-1")).xpath(
        "//main//a[contains(@href,'position.explain')]/@href"
    )
    assert fields(desk.get(*unit[0].split("?")))["units.0"] == "para-1"
    say(directory, "ST-B", [revises("A.1")], [key_of("ST-B")])
    desk.site.catch_up()
    agreed = page(desk.get(f"/en/-/amendment/{name}/A.1")).xpath("//main//a[contains(@href,'amendment.join')]")
    assert agreed == [], "what is agreed is joined no more"
