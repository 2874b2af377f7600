"""Worlds for the tests of import and report: founded, with an editor who records, nothing signed."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from accord.acts.entry import Entry
from accord.acts.values import Text
from accord.acts.vocabulary import Act
from accord.areas.parties.acts import EnterParty, FoundRecord, GrantRole
from accord.keys.signers import signer_from_seed
from accord.keys.vkey import ED25519
from accord.papers.importing import Plan, plan
from accord.papers.importing.preview import try_act
from accord.papers.reading import Reading, read
from accord.stories.demonstration import EDITOR
from accord.world.world import World

SECRETARIAT = "secretariat"
SAMPLES = Path(__file__).parents[2] / "samples"


def founded(exercise: bool = False) -> World:
    """An empty record with its secretariat and a recorder."""
    world = World("record.example/papers")
    key = signer_from_seed("secretariat.example/1", ED25519, bytes(range(32))).vkey
    name = Text(original="en", said={"en": "Secretariat"})
    act = FoundRecord(secretariat=SECRETARIAT, name=name, title=name, vkey=str(key), exercise=exercise)
    assert world.step(Entry(0, 0, SECRETARIAT, act, bytes(32), (key.keyid,))).counts
    say(world, EnterParty(party=EDITOR, kind="editor", name=Text(original="en", said={"en": "Editor"})), SECRETARIAT)
    say(world, GrantRole(party=EDITOR, role="recorder"), SECRETARIAT)
    return world


def say(world: World, act: Act, by: str = EDITOR) -> None:
    """An act that must count."""
    ruling = try_act(world, by, act)
    assert ruling.counts, f"{act}: {ruling.reason}"


def imports(world: World, text: str, gazetteer: Mapping[str, str] | None = None) -> Plan:
    """Imports a text into a world, and says what it said."""
    found = plan(read(text, gazetteer), world, EDITOR, gazetteer)
    for act in found.acts:
        say(world, act)
    return found


def seed_text() -> str:
    """The real report, or a counted skip."""
    folder = Path(os.environ.get("ACCORD_SEED", Path(__file__).parents[4] / "shared" / "seeds"))
    path = folder / "A-68-514.zh.txt"
    if not path.exists():
        pytest.skip(f"no seed at ACCORD_SEED: {path.name} is not there")
    return path.read_text(encoding="utf-8")


def sample(language: str) -> tuple[str, dict[str, str]]:
    """A sample report and the names of its fictional States."""
    from tests.samples.test_samples import fictional

    return (SAMPLES / f"exercise-report.{language}.txt").read_text(encoding="utf-8"), fictional(language)


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """What became of what: the pairs of words that differ between two texts, white space aside."""
    a, b = "".join(before.split()), "".join(after.split())
    match = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return [(a[i:j], b[k:m]) for tag, i, j, k, m in match.get_opcodes() if tag != "equal"]


def reading_of(text: str, gazetteer: Mapping[str, str] | None = None) -> Reading:
    """The reading of a text."""
    return read(text, gazetteer)


def fact(world: World, area: str, table: str, *keys: Any) -> Any:
    """A fact of the world by its place in the tables."""
    found = getattr(getattr(world, area).tables, table)
    for key in keys:
        found = found[key]
    return found


def bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def edited(text: str, *edits: tuple[str, str, int]) -> str:
    """A text with words replaced, each exactly as often as said; all at once, so that no edit sees another's words."""
    places: list[tuple[int, int, str]] = []
    text = bare(text)
    for old, new, times in edits:
        found = [m.start() for m in re.finditer(re.escape(bare(old)), text)]
        assert len(found) == times, f"{old!r} stands {len(found)} times, not {times}"
        places += [(at, at + len(bare(old)), bare(new)) for at in found]
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def edit_source(text: str, old: str, new: str, times: int = 1) -> str:
    """A printed source with words replaced wherever its lines break them, as often as said."""
    pattern = r"[ \n]*".join(re.escape(c) for c in bare(old))
    out, found = re.subn(pattern, lambda _: new, text)
    assert found == times, f"{old!r} stands {found} times, not {times}"
    return out


def correct(world: World, current: Any, **fields: Any) -> None:
    """Corrects one act of the record."""
    say(world, replace(current.act, corrects=current.entry, **fields))


def zh(words: str) -> Text:
    """A text in Chinese."""
    return Text(original="zh", said={"zh": words})


def en(words: str) -> Text:
    """A text in English."""
    return Text(original="en", said={"en": words})
