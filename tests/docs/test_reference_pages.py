"""The reference pages are what the program says, and every act, reason, page and command is in them."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from accord.acts.vocabulary import name_of
from accord.faces.cli.group import VERBS, accord
from accord.words.po import parse
from accord.world.pages import PAGES
from accord.world.vocabulary import AREAS, VOCABULARY
from accord.world.world import World
from tests.areas.reasons import reasons as reasons_by_rule
from tests.docs.reading import ROOT, anchors
from tools.docs.__main__ import MADE
from tools.docs.acts import digest
from tools.docs.reasons import acts_by_reason
from tools.docs.source import fields, gate_reasons, reasons_of


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", MADE, ids=lambda file: file.name)
def test_a_page_made_from_the_program_is_up_to_date(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == MADE[file](), (
        f"docs/{file.name} is not what the program says: run `python -m tools.docs`"
    )


def test_every_act_is_documented_with_its_fields_its_rule_its_reasons_and_its_digest() -> None:
    sections = {part.partition("\n")[0]: part for part in page("acts.md").split("\n### ")}
    rules = {act: when for view in World("x").views for act, (when, _) in view.folds.items() if when}
    for name, act in VOCABULARY.by_name.items():
        section = sections[name]
        assert digest(name) in section, name
        assert all(f"| `{field}` |" in section for field in act.__struct_fields__), name
        for rule in rules[act].values():
            assert all(f"[`{reason}`](reasons.md#{reason})" in section for reason in reasons_of(rule)), name
            assert (rule.__doc__ or "").splitlines()[0] in section, name


def test_every_area_of_acts_has_a_heading() -> None:
    assert [line for line in page("acts.md").splitlines() if line.startswith("## ")] == [
        "## All",
        *(f"## {area.capitalize()}" for area in AREAS),
        "## Values",
    ]


def test_every_reason_is_documented_with_words() -> None:
    text = page("reasons.md")
    for code in {*gate_reasons(), *acts_by_reason()}:
        (row,) = [line for line in text.splitlines() if line.startswith(f"| <a id='{code}'></a>`{code}` | ")]
        words = row.split(" | ")[1]
        assert words.endswith("."), code


def test_no_words_are_kept_for_a_reason_that_nothing_gives() -> None:
    catalogue = (ROOT / "accord/words/en/accord.po").read_text(encoding="utf-8")
    worded = {entry.code.removeprefix("reason.") for entry in parse(catalogue) if entry.code.startswith("reason.")}
    assert worded == {*gate_reasons(), *acts_by_reason()}


def test_the_reasons_of_a_rule_are_those_for_which_it_has_test_cases() -> None:
    by_rule = reasons_by_rule()
    for view in World("x").views:
        for when, _ in view.folds.values():
            for rule in (when or {}).values():
                area = rule.__module__.split(".")[-2]
                assert reasons_of(rule) == by_rule[area][rule.__name__]  # type: ignore[attr-defined]


def test_acts_meet_reasons_of_the_rule_that_judges_them() -> None:
    met = acts_by_reason()
    assert met["already-founded"] == ["record.found/1"]
    assert met["no-such-item"] == ["meeting.schedule/1", "list.open/1", "report.consider/1"]
    assert {name for names in met.values() for name in names} <= {name_of(act) for act in VOCABULARY.by_name.values()}


def test_every_page_is_documented_with_its_command_and_its_fields() -> None:
    sections = {part.partition("\n")[0]: part for part in page("pages.md").split("\n## ")}
    for name, answer in PAGES.items():
        assert f"\n    accord show RECORD {name}" in sections[name]
        assert all(f"| `{field.name}` |" in sections[name] for field in fields(answer.answer)), name


def test_every_command_and_its_options_are_documented() -> None:
    sections = {part.partition("\n")[0]: part for part in page("commands.md").split("\n## ")}
    for verb in VERBS:
        command = accord.get_command(click.Context(accord), verb)
        assert command is not None
        inner = {f"accord {verb} {name}": sub for name, sub in getattr(command, "commands", {}).items()}
        for path, one in {f"accord {verb}": command, **inner}.items():
            missing = [o for p in one.params if isinstance(p, click.Option) for o in p.opts if o not in sections[path]]
            assert missing == [], path


@pytest.mark.parametrize("name", ["acts.md", "reasons.md", "pages.md", "commands.md"])
def test_no_anchor_of_a_reference_page_means_two_things(name: str) -> None:
    found = anchors(ROOT / "docs" / name)
    assert sorted({anchor for anchor in found if found.count(anchor) > 1}) == []
