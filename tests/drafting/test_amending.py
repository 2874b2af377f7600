"""An amendment is typed: the text as it should read becomes the act that asks for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accord.areas.negotiation.acts import AdoptDraft
from accord.areas.negotiation.text import LONGEST, digest
from accord.areas.negotiation.typed import amended
from accord.client.say import sign
from accord.faces.web.answers import Answer
from accord.keys.signers import Signer
from accord.nodes.writer import Writer
from accord.words.languages import LANGUAGES
from tests.acting.desk import NONCES, Desk
from tests.drafting.negotiated import ARABIC, ARABIC_TEXT, DRAFT, TEXTS, asks, revises, say
from tests.drafting.pressed import desk_of, fields, page, press, words
from tests.scene import key_of

HERE = desk_of(DRAFT)
HOSTILE = '</textarea><script>alert(1)</script>"&<b>'


def typed(desk: Desk, unit: str, text: str, do: str = "preview", **more: str) -> Answer:
    """A unit typed anew."""
    return press(desk, HERE, desk.get(desk_of(DRAFT, unit)), do, by="ST-A", c__0__text=text, **more)


def downloaded(answer: Answer) -> Any:
    """The act that an answer is."""
    assert "attachment" in dict(answer.headers)["Content-Disposition"]
    return json.loads(answer.body)


def base(unit: str) -> str:
    return digest(TEXTS[unit])


def test_a_text_typed_becomes_an_amendment_by_words(reading: Desk) -> None:
    act = downloaded(typed(reading, "para-3", "The report is open to all.", "download", note="Clearer."))
    assert act == {
        "verb": "amendment.propose/1",
        "draft": DRAFT,
        "amendment": "A.4",
        "sponsors": ["ST-A"],
        "note": {"original": "en", "said": {"en": "Clearer."}},
        "changes": [
            {
                "type": "amend",
                "unit": "para-3",
                "base": base("para-3"),
                "edits": [
                    {"type": "keep", "n": 14},
                    {"type": "drop", "n": 6},
                    {"type": "put", "text": "open to all"},
                    {"type": "keep", "n": 1},
                ],
            }
        ],
    }


def test_the_changes_and_what_they_do_not_go_together_with_are_shown(reading: Desk) -> None:
    shown = typed(reading, "para-3", "The report is open.", "show")
    assert shown.status == 200
    assert words(shown, "//ins") == "open"
    assert words(shown, "//del") == "public"
    assert "A.1" in words(shown, "//*[@id='meets']")
    assert "A.3" not in words(shown, "//*[@id='meets']")
    assert fields(shown)["c.0.text"] == "The report is open."


def test_the_sheet_shows_the_changes_and_leads_back_to_what_was_typed(reading: Desk) -> None:
    sheet = typed(reading, "para-3", "The report is open.")
    assert words(sheet, "//*[@id='asked']//ins") == "open"
    assert page(sheet).xpath("//*[contains(@class,'ruling') and contains(@class,'holds')]")
    back = press(reading, HERE, sheet, "edit")
    assert fields(back)["c.0.text"] == "The report is open."
    assert fields(back)["by"] == "ST-A"
    again = press(reading, HERE, back, "download")
    assert downloaded(again) == downloaded(press(reading, HERE, sheet, "download"))


def test_several_units_and_every_kind_of_change_in_one_amendment(reading: Desk) -> None:
    page_ = reading.get(HERE)
    for unit, do in (("para-1", "settle"), ("para-2", "amend"), ("para-2", "add"), ("para-3", "delete")):
        page_ = press(reading, HERE, page_, "more", more__unit=unit, more__do=do)
        assert page_.status == 200
    page_ = press(
        reading, HERE, page_, "show", c__0__choice="13:withdrawn:", c__1__text="They shall tell.", c__2__text="Always."
    )
    act = downloaded(press(reading, HERE, page_, "download", by="ST-A"))
    assert [change["type"] for change in act["changes"]] == ["settle", "amend", "add", "delete"]
    assert act["changes"][0] | {"base": ""} == {
        "type": "settle", "unit": "para-1", "base": "", "start": 13, "settled": "withdrawn",
    }  # fmt: skip
    assert act["changes"][2] == {
        "type": "add", "unit": "para-2-bis", "after": "para-2", "kind": "paragraph", "text": "Always.",
    }  # fmt: skip
    sheet = press(reading, HERE, page_, "preview", by="ST-A")
    assert downloaded(press(reading, HERE, press(reading, HERE, sheet, "edit"), "download")) == act
    fewer = press(reading, HERE, page_, "remove:c.0", by="ST-A")
    assert [c["type"] for c in downloaded(press(reading, HERE, fewer, "download"))["changes"]] == [
        "amend",
        "add",
        "delete",
    ]


def test_units_are_moved_and_new_ones_stand_at_the_beginning_or_instead_of_another(reading: Desk) -> None:
    page_ = press(reading, HERE, reading.get(HERE), "more", more__unit="para-3", more__do="move")
    page_ = press(reading, HERE, page_, "more", more__unit="", more__do="add")
    page_ = press(reading, HERE, page_, "more", more__unit="para-1", more__do="add")
    more = {"c__1__text": "First.", "c__2__text": "Otherwise.", "c__2__instead": "1", "c__0__after": "para-1"}
    changes = downloaded(press(reading, HERE, page_, "download", by="ST-A", **more))["changes"]
    assert changes[0] == {"type": "move", "unit": "para-3", "after": "para-1"}
    assert changes[1] == {"type": "add", "unit": "new-bis", "kind": "paragraph", "text": "First."}
    assert changes[2]["alternative_to"] == changes[2]["after"] == "para-1"


@pytest.mark.parametrize(
    ("unit", "choice", "reads"),
    [
        ("para-1", "13:agreed:", "States shall act [refrain from acting] promptly."),
        ("para-1", "13:beside:", "States shall act promptly."),
        ("para-1", "19:beside:", "States shall refrain from acting promptly."),
        ("para-2", "18:agreed:1", "They shall report every two years."),
        ("para-2", "18:withdrawn:", "They shall report."),
    ],
)
def test_a_bracket_is_settled_by_choosing(reading: Desk, unit: str, choice: str, reads: str) -> None:
    page_ = reading.get(desk_of(DRAFT, unit, "settle"))
    offered = page(page_).xpath("//input[@type='radio']/@value")
    assert choice in offered
    shown = press(reading, HERE, page_, "show", by="ST-A", c__0__choice=choice)
    tracked = page(shown).xpath("//*[@class='tracked']")[0]
    for gone in tracked.xpath(".//del | .//sup"):
        gone.text = ""
        for inner in list(gone):
            gone.remove(inner)
    assert tracked.text_content() == reads


def test_what_typing_does_unmeant_asks_for_nothing(reading: Desk) -> None:
    same = typed(reading, "para-3", "  The report\r\nis public. \n")
    assert same.status == 422
    assert "Nothing is changed" in words(same)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "ask for its deletion"),
        ("x" * (LONGEST + 1), "at most 20000"),
        ("The \u202e report", "cannot be the text of a unit"),
        ("\u0301The report", "cannot be the text of a unit"),
    ],
)
def test_what_cannot_be_a_text_is_told_and_not_lost(reading: Desk, text: str, told: str) -> None:
    answer = typed(reading, "para-3", text)
    assert answer.status == 422
    assert told in words(answer, "//*[@role='alert']")
    assert fields(answer)["c.0.text"].lstrip("\n") == text


def test_hostile_text_is_shown_and_not_obeyed(reading: Desk) -> None:
    for do in ("show", "preview"):
        answer = typed(reading, "para-3", HOSTILE, do, note=HOSTILE, amendment="A.4")
        assert b"<script>alert" not in answer.body
        assert answer.status == 200
    refused = typed(reading, "para-3", "x", amendment=HOSTILE, sponsors=HOSTILE, on=HOSTILE, document=HOSTILE)
    assert refused.status == 422
    assert b"<script>alert" not in refused.body


@pytest.mark.parametrize(
    "sent",
    [
        {"c.#": "1"},
        {"c.#": "999999999"},
        {"c.#": "1", "c.0.do": "explode", "c.0.unit": "para-1"},
        {"c.#": "1", "c.0.do": "amend", "c.0.unit": "para-1", "c.0.base": "0" * 64, "c.0.text": "x"},
        {"c.#": "1", "c.0.do": "amend", "c.0.unit": "../../etc", "c.0.text": "x"},
        {"c.#": "1", "c.0.do": "settle", "c.0.unit": "para-1", "c.0.choice": "13:agreed:77"},
        {"c.#": "1", "c.0.do": "settle", "c.0.unit": "para-1", "c.0.choice": "a:b"},
        {"c.#": "1", "c.0.do": "add", "c.0.unit": "!", "c.0.text": "x", "c.0.kind": "planet"},
        {"c.#": "1", "c.0.do": "move", "c.0.unit": "para-1", "c.0.after": "☃"},
        {
            "c.#": "1",
            "c.0.do": "amend",
            "c.0.unit": "para-3",
            "c.0.base": digest(TEXTS["para-3"]),
            "c.0.text": "x",
            "by": "ST-Z",
        },
    ],
)
def test_what_no_page_sends_is_told(reading: Desk, sent: dict[str, str]) -> None:
    for do in ("preview", "show", "edit", "more", "renew:c.0", "remove:c.7"):
        answer = reading.post(HERE, {"by": "ST-A", "amendment": "A.9"} | sent | {"do": do})
        assert answer.status in (200, 422)
    assert reading.post(HERE, {"by": "ST-A", "amendment": "A.9"} | sent | {"do": "preview"}).status == 422


def test_addresses_that_lead_nowhere(reading: Desk) -> None:
    for address in ("A/NO.1", f"{DRAFT}x"):
        assert reading.get(desk_of(address)).status == 404
    for more in (("para-9",), ("para-1", "explode"), ("para-1", "amend", "more")):
        assert reading.get(desk_of(DRAFT, *more)).status == 404
    assert reading.get("/en/-/amend").status == 404
    assert reading.get(HERE + ".json").status == 404
    assert reading.post(HERE, {"do": "show"}, origin="https://evil.example", sec_fetch_site="cross-site").status == 403


def test_a_unit_twice_is_told(reading: Desk) -> None:
    twice = press(reading, HERE, reading.get(desk_of(DRAFT, "para-1")), "more", more__unit="para-1", more__do="delete")
    assert twice.status == 422
    assert "para-1" in fields(twice).values()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_and_an_arabic_text_from_right_to_left(reading: Desk, lang: str) -> None:
    box = page(reading.get(desk_of(ARABIC, "para-1", lang=lang))).xpath("//textarea[@name='c.0.text']")[0]
    assert (box.get("dir"), box.get("lang")) == ("rtl", "ar")
    assert box.text.strip() == ARABIC_TEXT


def test_a_text_that_moved_meanwhile_is_shown_beside_and_brought_forward(own: tuple[Desk, Path, Signer]) -> None:
    desk, directory, _ = own
    begun = desk.get(desk_of(DRAFT, "para-1"))
    say(directory, "ST-B", [revises("A.3")], [key_of("ST-B")])
    desk.site.catch_up()
    mine = "States shall [act] [refrain from acting] promptly and openly."
    late = press(desk, HERE, begun, "preview", by="ST-A", c__0__text=mine)
    assert "The text has changed" in words(late, "//*[@role='alert']")
    assert "All States shall [act] [refrain from acting] promptly." in words(late)
    # Seen once, it may be said as it is: it merges.
    assert words(press(desk, HERE, late, "preview"), "//*[contains(@class,'ruling')]").startswith(
        "Said now, this would"
    )
    # Or typing goes on from the text that stands.
    renewed = press(desk, HERE, late, "renew:c.0")
    assert fields(renewed)["c.0.text"].strip() == "All " + mine
    assert downloaded(press(desk, HERE, renewed, "download"))["changes"][0]["base"] == digest(
        "All States shall [act] [refrain from acting] promptly."
    )


def test_a_text_that_moved_at_the_same_place_collides_and_says_so(own: tuple[Desk, Path, Signer]) -> None:
    desk, directory, _ = own
    begun = desk.get(desk_of(DRAFT, "para-3"))
    say(directory, "ST-B", [revises("A.1")], [key_of("ST-B")])
    desk.site.catch_up()
    late = press(desk, HERE, begun, "preview", by="ST-A", c__0__text="The report is very public.")
    assert "cannot be brought forward" in words(late, "//*[@role='alert']")
    assert "The report is widely public." in words(late)
    renewed = press(desk, HERE, late, "renew:c.0")
    assert fields(renewed)["c.0.text"].strip() == "The report is very public."
    shown = press(desk, HERE, renewed, "show")
    assert (words(shown, "//del"), words(shown, "//ins")) == ("widely", "very")


def test_the_act_downloaded_is_said_and_its_page_shows_it(own: tuple[Desk, Path, Signer]) -> None:
    desk, directory, _ = own
    act = asks("A.4", "ST-A", amended("para-3", TEXTS["para-3"], "The report is open."))
    assert downloaded(typed(desk, "para-3", "The report is open.", "download")) == json.loads(msgspec.json.encode(act))
    origin = desk.site.copy.world.record
    with Writer(directory) as writer:
        (receipt,) = writer.submit([sign(act, "ST-A", origin, next(NONCES), [key_of("ST-A")])])
    assert receipt.counts
    desk.site.catch_up()
    assert "A.5" in fields(desk.get(HERE))["amendment"], "the next name is another"


def test_a_draft_that_is_adopted_says_so(own: tuple[Desk, Path, Signer]) -> None:
    desk, directory, secretariat = own
    say(directory, "secretariat", [AdoptDraft(draft=DRAFT, mode="consensus")], [secretariat])
    desk.site.catch_up()
    assert "adopted" in words(desk.get(HERE), "//*[@role='note']")
    assert "would have no effect" in words(typed(desk, "para-3", "Other."), "//*[contains(@class,'ruling')]")
    assert not page(desk.get(f"/en/-/draft/{DRAFT.replace('/', '%2F')}")).xpath("//a[contains(@href,'/-/amend/')]")
