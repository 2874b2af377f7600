"""The masthead of a UN paper: organ, symbol, distribution, date, language."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.papers.report.values import Block, Issue, Report
from accord.words import dates
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES
from accord.words.numerals import paper_digits

_NARROW = ("R.", "CRP.", "WP.", "INF.", "INF", "NGO", "PV.", "SR.")


class Masthead(Struct, frozen=True):
    """What is printed above the first line of a paper; empty where nothing says it."""

    organ: str
    symbol: str
    lines: tuple[str, ...]


def masthead(report: Report) -> Masthead | None:
    """The masthead that we set; nothing where the text of the document has one of its own, which names its symbol.

    Distribution follows from the symbol, as `distribution` says. Date and job number are those of the recorded
    language version. The language in which a paper was written is nowhere in the record, and not printed.
    """
    issue, language = report.issue, report.language
    if not issue.symbol or is_own(report.blocks, issue):
        return None
    reach = distribution(issue.symbol)
    lines = [say(language, f"paper.distribution.{reach}")] if reach else []
    if issue.issued is not None:
        lines.append(paper_digits(dates.day(issue.issued, language), language))
    return Masthead(issue.organ, issue.symbol, (*lines, LANGUAGES[language].autonym))


def is_own(blocks: Sequence[Block], issue: Issue) -> bool:
    """Whether the text has its own masthead: a line of it names the symbol."""
    return bool(issue.symbol) and any(issue.symbol in block.words for block in blocks if block.kind == "masthead")


def distribution(symbol: str) -> str:
    """How far a paper goes, by its symbol: limited in the series L., general outside every series; else unknown.

    Source: United Nations Editorial Manual, on document symbols.

    >>> distribution("A/68/514"), distribution("A/AC.281/L.1/Rev.1"), distribution("A/AC.281/WP.4")
    ('general', 'limited', '')
    """
    parts = symbol.split("/")
    if any(part.startswith("L.") for part in parts):
        return "limited"
    return "" if any(part.startswith(_NARROW) for part in parts) else "general"


def title(report: Report) -> str:
    """The title of the paper: its own, the last before the text where it has several; else its symbol or body."""
    found = [block.words.strip() for block in report.blocks if block.kind == "title" and block.words.strip()]
    return found[-1] if found else report.issue.symbol or report.body


def made(report: Report) -> str:
    """The line that says from which record, and how much of it, a paper was made."""
    return say(report.language, "paper.made", record=report.issue.record, last=report.issue.size - 1)
