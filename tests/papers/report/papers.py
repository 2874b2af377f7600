"""Reports to be printed: the samples as an exercise, the group of 2013 in six languages, the real report if at hand."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from accord.acts.entry import Entry
from accord.papers.report import Block, Report, report
from accord.papers.report.issue import entered
from accord.papers.report.values import Gap, Segment
from accord.stories.demonstration import BODY, recorded
from accord.words.languages import CODES
from accord.world.world import World
from tests.papers.report.building import EDITOR, founded, imports, sample, say, seed_text

NAMES = ("sample-en", "sample-fr", *(f"group-{code}" for code in CODES))
"""Reports that always run."""

HOSTILE = "<b>&amp;]]>\x00\x08\u202e\ufffe{{x}} #let \\par $x$ @a *b* _c_ \t\n"
"""What a party may write, and no paper obeys."""


@cache
def paper(name: str) -> Report:
    """A report by its name."""
    kind, _, language = name.partition("-")
    if kind == "sample":
        world = founded(exercise=True)
        imports(world, *sample(language))
        return told(world, report(world, "XA-AC.7", language))
    if kind == "group":
        return report(_group(), BODY, language)
    world = founded()
    imports(world, seed_text())
    return report(world, "A/68/514", language)


@cache
def _group() -> World:
    world = founded()
    for act in recorded():
        say(world, act)
    return world


def told(world: World, made: Report) -> Report:
    """The report with entries behind it, as a copy that reads entries tells them."""
    return entered(world, made, lambda n: Entry(n, n, EDITOR, world.bodies.tables.bodies["XA-AC.7"].act, bytes(32), ()))


def hostile(name: str = "sample-en") -> Report:
    """A report with what somebody would write who wants to break a paper."""
    made = paper(name)
    bad = tuple(
        replace(block, segments=(*block.segments, Segment(HOSTILE, "bound", (1,))))
        if block.kind != "footnote"
        else block
        for block in made.blocks
    )
    return replace(made, blocks=bad, gaps=(Gap("words", HOSTILE, HOSTILE),))


def bare(block: Block) -> str:
    """The words of a block without white space and footnote indicators."""
    return "".join("".join(s.text for s in block.segments if not s.mark).split())


def odd() -> Report:
    """A report of all that is unusual: items without a paragraph, a section without a chapter, notes that nothing
    calls, marks without notes, a kind of its own, the same number twice."""

    def block(unit: str, kind: str, label: str, words: str, level: int = 0) -> Block:
        mark = Segment(label, "formula") if label else None
        return Block(unit, kind, mark, (Segment(words, "quoted", (2,)),), level)

    called = Block(
        "para-2",
        "paragraph",
        Segment("2.", "quoted", (3,)),
        (Segment("x", "bound", (4,)), Segment("9", "formula", (), True)),
    )
    return replace(
        paper("sample-en"),
        symbol="",
        blocks=(
            block("item-0", "item", "(a)", "An item alone.", 1),
            block("section-1", "section", "A.", "A section alone"),
            block("para-1", "paragraph", "1.", "First."),
            block("para-1-again", "paragraph", "1.", "First again."),
            block("para-1-bis", "paragraph", "1 bis.", "Between."),
            called,
            block("chapter-1", "chapter", "I.", "Empty"),
            block("note-9", "note", "", "A note in the midst."),
            block("unheard", "of", "", "A kind of its own."),
            block("para-3-i", "subitem", "(i)", "Deep.", 2),
            block("footnote-7", "footnote", "7", "Called by nobody."),
        ),
    )
