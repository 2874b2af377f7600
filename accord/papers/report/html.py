"""A report as one page of HTML that stands alone: no script, nothing fetched, printed like a UN paper."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined
from msgspec import Struct

from accord.papers.report.masthead import made, masthead, title
from accord.papers.report.outline import Notes, outline, printable, sources
from accord.papers.report.values import Block, Report
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES
from accord.words.numerals import figures


class Check(Struct, frozen=True):
    """A command with which a stranger checks, and what it shows."""

    what: str
    command: str


def as_html(report: Report) -> bytes:
    """The report as a page, with the sources of each paragraph, the entries behind it and how to check them."""
    report = printable(report)
    tree = outline(report.blocks)
    language = report.language
    called = _called(report, tree.notes)
    page: str = _template().render(
        report=report,
        issue=report.issue,
        tree=tree,
        called=called,
        noted={note.unit for note in called.values()},
        masthead=masthead(report),
        title=title(report),
        made=made(report),
        direction=LANGUAGES[language].direction,
        behind={one.unit: one for one in sources(report)},
        told={one.entry for one in report.entered},
        checks=checks(report),
        figure=lambda n: figures(n, language),
        say=lambda code, **values: say(language, code, **values),
    )
    return page.encode()


def checks(report: Report) -> tuple[Check, ...]:
    """How a stranger checks a report: an entry, one act, the whole record, the report itself."""
    name = report.symbol or report.body
    return tuple(
        Check(say(report.language, f"paper.check.{code}"), command)
        for code, command in (
            ("entry", "accord show RECORD entry N"),
            ("proof", "accord prove RECORD N"),
            ("record", "accord check RECORD"),
            ("again", f"accord report RECORD {name} --lang {report.language} --format html"),
        )
    )


def _called(report: Report, notes: tuple[Block, ...]) -> dict[tuple[str, int], Block]:
    """Footnotes by the unit and the place in it that calls each first."""
    waiting = Notes(notes)
    found: dict[tuple[str, int], Block] = {}
    for block in report.blocks:
        for place, segment in enumerate(block.segments):
            note = waiting.take(segment.text) if segment.mark else None
            if note is not None:
                found[block.unit, place] = note
    return found


@cache
def _template() -> Any:
    """The one template: always escaping, and a name that is not there is an error."""
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    folder = resources.files("accord.papers.report")
    made.globals["style"] = (folder / "report.css").read_text(encoding="utf-8")
    return made.from_string((folder / "report.html").read_text(encoding="utf-8"))
