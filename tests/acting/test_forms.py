"""Forms: every act has one in six languages; what is typed becomes the act, or is told what is wrong and not lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from accord.areas.documents.acts import RegisterDocument
from accord.areas.drafting.acts import RecordUnit
from accord.areas.parties.acts import Reply
from accord.faces.web.acting.drawn import Drawn, Node
from accord.faces.web.acting.forms import NotYet, Problem, clean, edited, fields_of, read_form
from accord.wire import codec
from accord.words.catalogue import has
from accord.words.languages import LANGUAGES
from accord.world.vocabulary import AREAS, VOCABULARY
from tests.acting.desk import Desk
from tests.acts.drawing import acts, full, least
from tests.scene import peopled
from tests.web.reading import Read

ACTS = sorted(VOCABULARY.by_name)


@pytest.mark.parametrize("name", ACTS)
def test_what_spells_an_act_is_read_back_as_the_act(name: str) -> None:
    for act in (full(VOCABULARY.by_name[name]), least(VOCABULARY.by_name[name])):
        assert read_form(type(act), fields_of(act)) == act


@given(acts())
@settings(max_examples=300)
def test_any_act_goes_through_its_form(act: Any) -> None:
    typed = fields_of(act)
    # What a form does not say: white space at the ends, a group in which nothing stands, a text without its original.
    assume(all(clean(value) == value for value in typed.values()) and b"{}" not in codec.encode(act))
    assume(all(name.removesuffix("original") + f"said.{typed[name]}" in typed for name in typed if "original" in name))
    assert read_form(type(act), typed) == act


@given(st.sampled_from(ACTS), st.dictionaries(st.text(max_size=12), st.text(max_size=20), max_size=8))
def test_anything_typed_gives_an_act_or_says_what_is_wrong(name: str, typed: dict[str, str]) -> None:
    act = VOCABULARY.by_name[name]
    fields = dict.fromkeys(act.__struct_fields__, "x") | typed
    problems: dict[str, Problem] = {}
    try:
        read_form(act, fields)
    except NotYet as not_yet:
        problems = not_yet.problems
    assert all(Drawn(lang, WORLD).words(problem) for lang in LANGUAGES for problem in problems.values())


WORLD = peopled().world
SAME = {"ES256", "unilateral", "bilateral", "plurilateral", "multilateral", "modernisation"}
"""Choices that are their own name: an algorithm; four words of Spanish and one of French."""


def every(nodes: tuple[Node, ...]) -> list[Node]:
    return [inner for node in nodes for inner in (node, *every(node.children))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_and_choice_of_every_form_has_words(lang: str) -> None:
    drawn, bare = Drawn(lang, WORLD), []
    for name, act in VOCABULARY.by_name.items():
        for typed in ({}, fields_of(full(act))):
            for node in every(drawn.form(act, typed)):
                last = node.name.rpartition(".")[2]
                if not last.isdecimal() and node.label in ("", last):
                    bare.append(f"{name}: {node.name}")
                if node.kind == "choice":
                    bare += [
                        f"{name}: {node.name}={code}"
                        for code, words in node.choices
                        # A word of English may be the code itself; a choice without words is bare in the others too.
                        if lang != "en" and words == code and code not in SAME
                    ]
    assert sorted(set(bare)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ACTS)
def test_every_form_is_a_sound_page(name: str, lang: str, reading: Desk) -> None:
    verb = name.partition("/")[0]
    answer = reading.get(f"/{lang}/-/act/{verb}")
    assert answer.status == 200
    page = Read(answer.body.decode())
    assert page.inline == []
    assert page.open == []
    ids = [given["id"] for _, given in page.elements if "id" in given]
    assert len(ids) == len(set(ids))
    labelled = {given.get("for") for given in page.all("label")}
    for tag in ("input", "select", "textarea"):
        for given_ in page.all(tag):
            if given_.get("type") in ("hidden", "radio", "checkbox") and not given_.get("id"):
                continue
            if given_.get("type") != "hidden":
                assert given_.get("id") in labelled or given_.get("aria-label"), given_


def test_problems_stand_beside_their_fields_and_nothing_typed_is_lost(reading: Desk) -> None:
    typed = {"by": "ST-A", "do": "preview", "symbol": "lower case", "kind": "poem", "place": "seven"}
    typed |= {"title.said.ar": "نص", "title.original": "fr", "submitter": "sponsors", "sponsors.#": "2"}
    typed |= {"sponsors.1": "ST-B", "source.on": "30.8.2013"}
    answer = reading.post("/es/-/act/document.register", typed)
    assert answer.status == 422
    page = Read(answer.body.decode())
    wrong = {given["id"] for tag, given in page.elements if given.get("class") == "error"}
    assert wrong == {f"f-{place}-wrong" for place in ("symbol", "kind", "place", "title", "source-on")}
    values = {given.get("name"): given.get("value") for given in page.all("input")}
    assert (values["symbol"], values["place"], values["source.on"]) == ("lower case", "seven", "30.8.2013")
    assert "نص" in page.text
    assert "ST-B" in str(page.all("option"))


def test_rows_are_added_and_taken_away_without_a_script(reading: Desk) -> None:
    typed = {"do": "add:sponsors", "sponsors.#": "1", "sponsors.0": "ST-A", "symbol": "A/AC.900/WP.2"}
    page = reading.post("/en/-/act/document.register", typed).body.decode()
    assert 'name="sponsors.#" value="2"' in page
    assert 'name="sponsors.1"' in page
    assert 'value="A/AC.900/WP.2"' in page
    assert edited({"a.#": "3", "a.0.x": "0", "a.1.x": "1", "a.2.x": "2", "ab": "k"}, "remove:a.1") == {
        "a.#": "2", "a.0.x": "0", "a.1.x": "2", "ab": "k",
    }  # fmt: skip
    assert edited({"a.#": "1"}, "remove:a.7") == {"a.#": "1"}
    assert edited({}, "remove:") == {}
    assert edited({"a.#": "99999999"}, "add:a") == {"a.#": "1"}


def test_a_piece_of_text_is_words_or_a_slot() -> None:
    unit = full(RecordUnit)
    typed = fields_of(unit)
    assert {name.rpartition(".")[0] for name in typed if name.startswith("pieces.1.")} >= {"pieces.1"}
    assert read_form(RecordUnit, typed) == unit


def test_one_of_several_kinds_has_the_fields_of_its_kind() -> None:
    act = full(VOCABULARY.by_name["amendment.propose/1"])
    typed = fields_of(act)
    assert [typed[f"changes.{n}.type"] for n in range(5)] == ["amend", "settle", "add", "delete", "move"]
    assert typed["changes.0.amend.edits.0.type"] == "keep"
    assert read_form(type(act), typed) == act
    # What stands in the fields of another kind is not said.
    other = typed | {"changes.3.move.unit": "para-9"}
    assert read_form(type(act), other) == act
    with pytest.raises(NotYet) as not_yet:
        read_form(type(act), typed | {"changes.3.type": "burn"})
    assert list(not_yet.value.problems) == ["changes.3.type"]
    with pytest.raises(NotYet) as not_yet:
        read_form(type(act), typed | {"changes.3.delete.unit": ""})
    assert list(not_yet.value.problems) == ["changes.3.delete.unit"]


def test_the_fields_of_every_kind_are_drawn_and_only_those_chosen_are_open(reading: Desk) -> None:
    act = full(VOCABULARY.by_name["amendment.propose/1"])
    page = reading.post("/en/-/act/amendment.propose", {"do": "edit", **fields_of(act)}).body.decode()
    assert page.count("<details open><summary>Delete a unit</summary>") == 1
    assert page.count("<summary>Delete a unit</summary>") == len(act.changes)  # type: ignore[attr-defined]
    assert re.search(r'name="changes\.3\.delete\.unit"[^>]* value="[^"]', page)


def test_every_area_of_acts_has_a_name() -> None:
    assert [area for area in AREAS for lang in LANGUAGES if not has(lang, f"acting.area.{area}")] == []


def test_a_checkbox_not_ticked_and_an_empty_group_say_nothing() -> None:
    act = read_form(
        RegisterDocument, {"symbol": "A/AC.900/WP.2", "kind": "note", "title.original": "en", "submitter": "none"}
    )
    assert act == RegisterDocument(symbol="A/AC.900/WP.2", kind="note")


def test_a_letter_of_two_marks_is_one_in_the_act() -> None:
    act = read_form(Reply, {"to": "0", "text.original": "fr", "text.said.fr": "re\u0301plique"})
    assert isinstance(act, Reply)
    assert act.text.said == {"fr": "réplique"}


def test_the_address_may_bring_what_a_form_holds(reading: Desk) -> None:
    page = reading.get("/fr/-/act/reply.make", "to=3&by=ST-A").body.decode()
    assert re.search(r'name="to"[^>]*value="3"', page)
    assert re.search(r'<option value="ST-A" selected>', page)


def test_the_schema_of_an_act_is_the_twin_of_its_form(reading: Desk) -> None:
    answer = reading.get("/en/-/act/reply.make.json")
    assert (answer.status, answer.kind) == (200, "application/json")
    assert b'"reply.make/1"' in answer.body


def test_what_a_party_wrote_stays_data_in_a_form(reading: Desk) -> None:
    page = reading.post(
        "/en/-/act/reply.make", {"do": "edit", "text.said.en": '</textarea><script>x</script>"'}
    ).body.decode()
    assert "<script>x" not in page
    assert "A <b>paper" not in reading.get("/en/-/act/sponsor.join").body.decode()
