"""The report of a body in a language: from the units of its own document, or from our formulas."""

from __future__ import annotations

from collections.abc import Iterable

from accord.areas.bodies.pages import code_of
from accord.papers.report.compose import compose
from accord.papers.report.context import Context
from accord.papers.report.issue import issue
from accord.papers.report.render import render
from accord.papers.report.values import Block, Gap, Report
from accord.words.languages import language as known_language
from accord.world.world import World


class NoReport(LookupError):
    """There is nothing to report on: no such body or document in the record."""


def report(world: World, name: str, language: str) -> Report:
    """The report of the body or document `name`.

    The words come from the document's own units where the record has them in this language,
    else from the formulas of `compose`.

    Raises:
        NoReport: the record has no such body or report.
        KeyError: no language of the United Nations.
    """
    known_language(language)
    body, symbol = place(world, name)
    context = Context(world, body, symbol, language)
    issued = issue(world, body, symbol, language)
    if symbol and world.drafting.units(symbol, language):
        gaps: list[Gap] = []
        return Report(symbol, body, language, "units", render(context, gaps), tuple(gaps), issued)
    if not body:
        raise NoReport(f"{name} is the document of no body in the record, and has no text in {language}")
    blocks = compose(context)
    return Report(symbol, body, language, "formulas", blocks, foreign(blocks), issued)


def foreign(blocks: Iterable[Block]) -> tuple[Gap, ...]:
    """What the record has in another language only: each text once, with the first unit in which it stands."""
    found: dict[str, Gap] = {}
    for block in blocks:
        for segment in block.segments:
            if segment.language:
                found.setdefault(segment.text, Gap("language", block.unit, segment.text, segment.language))
    return tuple(found.values())


def place(world: World, name: str) -> tuple[str, str]:
    """Body and symbol of the report that is meant by a body's code, however spelled, or a document's symbol."""
    documents = world.documents.tables.documents
    if name in documents:
        return documents[name].act.body or "", name
    body = code_of(world.bodies.tables.bodies, name)
    if body is None:
        raise NoReport(f"the record has no body and no document {name!r}")
    drafting = world.drafting.tables
    known = [table[body].act.document for table in (drafting.adoptions, drafting.considerations) if body in table]
    known += [s for s, f in documents.items() if f.act.body == body and f.act.kind == "report"]
    with_text = [symbol for symbol in known if drafting.units.get(symbol)]
    return body, next(iter(with_text or known), "")
