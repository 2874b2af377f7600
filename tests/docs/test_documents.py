"""What the documents show and name is there: commands parse, files exist, links lead somewhere."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import click
import pytest

from accord.faces.cli.group import VERBS, accord
from tests.docs.reading import PAGES, ROOT, Line, anchors, command_lines, links, named_files

SHOWN = [line for page in PAGES for line in command_lines(page)]
RUNNABLE = [line for line in SHOWN if len(line.words) > 2 and "VERB" not in line.words]


def parsed(words: tuple[str, ...]) -> click.Context:
    """The context of a command line, parsed as the program would, and nothing run."""
    command: click.Command = accord
    # A word in capitals stands for a value; a number fits wherever one is asked for. Brackets: may be left out.
    rest = [re.sub(r"^\[?[A-Z]{2,}\]?$", "1", word) for word in words[1:]]
    context: click.Context | None = None
    name = "accord"
    while True:
        context = command.make_context(name, rest, parent=context)
        if not isinstance(command, click.Group):
            return context
        name_, found, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        assert found is not None
        name, command = str(name_), found


def test_the_documents_show_commands() -> None:
    assert len(RUNNABLE) > 30
    assert {line.page.name for line in RUNNABLE} >= {"README.md", "commands.md"}


@pytest.mark.parametrize("line", RUNNABLE, ids=str)
def test_a_command_line_that_a_document_shows_is_one_the_program_takes(line: Line) -> None:
    with contextlib.suppress(click.exceptions.Exit):  # --help and --version end the program here
        parsed(line.words)


@pytest.mark.parametrize(
    "words", ["accord show r --nothing", "accord prove r x", "accord say r act.json", "accord new"]
)
def test_a_command_line_that_the_program_does_not_take_is_noticed(words: str) -> None:
    with pytest.raises(click.UsageError):
        parsed(tuple(words.split()))


def test_every_verb_that_a_document_names_exists() -> None:
    for line in SHOWN:
        if len(line.words) > 1 and line.words[1] not in ("VERB", "--help", "--version"):
            assert line.words[1] in VERBS, str(line)


def test_the_readme_shows_what_a_newcomer_needs() -> None:
    shown = {line.words[1] for line in SHOWN if line.page.name == "README.md" and len(line.words) > 1}
    assert shown >= {"new", "read", "import", "show", "report", "prove", "check"}


def patterns(name: str, page: Path) -> list[Path]:
    """The files that a name may mean: from the project, the package, beside the document; a bare module, anywhere."""
    pattern = re.sub(r"<[^>]*>|\{[^}]*\}", "*", name).rstrip("/")
    if "/" not in pattern and pattern.endswith(".py"):
        return list((ROOT / "accord").rglob(pattern))
    homes = (ROOT, ROOT / "accord", page.parent)
    return [found for home in homes for found in home.glob(pattern)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_document_names_exists(page: Path) -> None:
    gone = [f"{page.name}:{number}: {name}" for number, name in named_files(page) if not patterns(name, page)]
    assert gone == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_is_dead(page: Path) -> None:
    dead = []
    for number, link in links(page):
        if link.startswith("https://"):
            continue
        file, _, anchor = link.partition("#")
        target = page if not file else (page.parent / file).resolve()
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(f"{page.name}:{number}: {link}")
    assert dead == []


def test_documents_name_only_targets_that_make_has() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:`|^ {4})make ([a-z][a-z-]*)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page.name


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(file.name[:4]) for file in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_decision_says_its_context_its_choice_and_its_cost() -> None:
    for file in sorted((ROOT / "docs/decisions").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("# "), file.name
        parts = re.findall(r"^\*\*([A-Z][a-z]+)\.\*\*", text, re.MULTILINE)
        assert [part for part in parts if part in ("Context", "Choice", "Cost")] == ["Context", "Choice", "Cost"]
        assert len(text.split()) < 600, f"{file.name}: a decision is one page"


def test_the_readme_gives_the_rooms_in_the_order_that_is_enforced() -> None:
    layers = re.search(r"layers =\n((?:    .+\n)+)", (ROOT / ".importlinter").read_text(encoding="utf-8"))
    rooms = re.search(r"^ {4}(main > .*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert layers is not None
    assert rooms is not None
    assert re.split(r"[\s>|]+", rooms[1]) == re.split(r"[\s>|]+", layers[1].strip())
