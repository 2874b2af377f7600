"""Anything that a party wrote is data: it is shown, marked where it steers, and never obeyed."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from accord.acts.values import Person, Text
from accord.areas.documents.pages import Kin
from accord.areas.parties.cite import Cite
from accord.faces.web.rendering import environment
from accord.faces.web.sheets import Sheets
from accord.faces.web.visible import isolated, visible
from accord.faces.web.written import Written
from accord.world.asked import asked
from accord.world.world import World
from tests.web.reading import Read

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</bdi></td></table><style>*{display:none}</style>",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "a\u202ecba\u2066x\u2069",
    "\x00\x07\x1b[31mred",
    "раураl",
    "\ue000by\ue001",
    "x" * 60_000,
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_a_party_are_text(attack: str) -> None:
    w = Written("ar", asked(World("example.org/hostile")))
    text = Text(original="en", said={"en": attack[:2000]})
    shown = Read(
        w.text(text)
        + w.person(Person(name=attack[:2000]))
        + w.party(attack)
        + w.symbol(attack)
        + w.value(attack, str, "official")
        + w.sentence("page.said-by", by=visible(attack))
        + w.cite(Cite(entry=1, voice="said", by=attack))
        + w.url("party", attack)
    )
    assert {tag for tag, _ in shown.elements} <= {"bdi", "span", "a"}
    assert shown.open == []
    assert shown.inline == []
    assert not any(str(given.get("href", "/")).startswith("javascript") for _, given in shown.elements)


@pytest.mark.parametrize("mark", ["\u202a", "\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\x00", "\x1b", "\x85"])
def test_a_mark_that_steers_is_seen(mark: str) -> None:
    shown = visible(f"a{mark}b")
    assert mark not in shown
    assert f"U+{ord(mark):04X}" in shown


def test_the_joiners_of_arabic_script_stay() -> None:
    assert visible("می\u200cشود") == "می\u200cشود"


def test_what_a_party_wrote_has_its_own_direction() -> None:
    assert isolated("abc", "en") == Markup('<bdi lang="en">abc</bdi>')


def test_a_text_in_another_language_says_so() -> None:
    w = Written("zh", asked(World("example.org/x")))
    shown = w.text(Text(original="fr", said={"fr": "Ordre du jour"}))
    assert 'lang="fr"' in shown
    assert "original" in shown


def test_hostile_rows_stay_in_their_cells() -> None:
    w = Written("en", asked(World("example.org/x")))
    module = environment().get_template("components.html").make_module({"w": w})
    for attack in ATTACKS:
        rows = (Kin(symbol=attack, kind="draft", replaced=False),)
        shown = Read(module.table(Sheets(w, "family.symbol").table("family", rows)))  # type: ignore[attr-defined]
        assert len(shown.all("tr")) == 2
        assert shown.inline == []
        assert shown.open == []
