"""The report page: a generated report paragraph by paragraph, each word with where it comes from.

/<lang>/-/report/<symbol or body>            the page          …json        the same as JSON
/<lang>/-/report/<symbol or body>?as=docx    the report as a file, in any of its formats, see downloads.py
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote
from weakref import WeakKeyDictionary

import msgspec

from accord.areas.bodies.pages import BodyCode
from accord.areas.documents.pages import SymbolText, normal_symbol
from accord.areas.parties.cite import EntryIndex, Page, Part, head
from accord.areas.proposals.parts import ProposalName
from accord.faces.web.answers import HTML, JSON, REVALIDATE, Answer, Request, tagged
from accord.faces.web.downloads import Press, download
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build
from accord.faces.web.sheets import Sheets
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.papers.report import Block, NoReport, Report, report
from accord.papers.report.formats import FORMATS
from accord.papers.report.values import Gap, Provenance
from accord.world.asked import Asked
from accord.world.raised import by_unit

MOST_KEPT = 64
"""Reports and their pages kept for one site, until the record gains an entry."""


class ReportSegment(Part, frozen=True):
    """Some words, where they come from, and the entries they stand on."""

    text: str
    provenance: Provenance
    entries: tuple[EntryIndex, ...]
    mark: bool
    """A footnote indicator: it stands in the text and is no part of the sentence."""
    language: str
    """Of words that the record does not have in the language of the report; else empty."""


class ReportUnit(Part, frozen=True):
    """A unit of the report: a heading, a paragraph, an item."""

    unit: str
    kind: str
    number: str
    """As printed; empty where there is none."""
    level: int
    segments: tuple[ReportSegment, ...]
    entries: tuple[EntryIndex, ...]
    """Behind the words bound to records, each once."""
    quoted: tuple[EntryIndex, ...]
    """In which the record has the document's own words."""
    proposals: tuple[ProposalName, ...]
    """That come from it, or are linked to it by the reading of an author."""


class ReportCounts(Part, frozen=True):
    """Characters without white space, by where they come from."""

    bound: int
    formula: int
    quoted: int


class ReportPage(Page, frozen=True, tag="report"):
    """A report generated from the record, every word with where it comes from."""

    symbol: SymbolText | None
    body: BodyCode | None
    language: str
    made: str
    """`units`: from the text in the record; `formulas`: composed, the record has no text in this language."""
    languages: tuple[str, ...]
    """In which the record has the text itself."""
    counts: ReportCounts
    gaps: tuple[Gap, ...]
    """What the text wants and the record does not say."""
    units: tuple[ReportUnit, ...]


DOWNLOADS = (
    ("pdf", "PDF"),
    ("docx", "DOCX"),
    ("html", "HTML"),
    ("akn", "Akoma Ntoso"),
    ("text", "TXT"),
    ("json", "JSON"),
)
"""The files that the page offers, under names that are the same in every language."""

_presses: WeakKeyDictionary[Site, Press] = WeakKeyDictionary()
_kept: WeakKeyDictionary[Site, dict[tuple[object, ...], Answer | Report]] = WeakKeyDictionary()


def page(known: Asked, made: Report) -> ReportPage:
    """A report as a page."""
    counts = made.counts
    recorded = known.drafting.tables.units.get(made.symbol, {}).values()
    raised = by_unit(known, made.symbol)
    return ReportPage(
        head=head(known, None),
        symbol=made.symbol or None,
        body=made.body or None,
        language=made.language,
        made=made.made,
        languages=tuple(dict.fromkeys(fact.act.language for fact in recorded)),
        counts=ReportCounts(bound=counts.bound, formula=counts.formula, quoted=counts.quoted),
        gaps=made.gaps,
        units=tuple(_unit(block, raised.get(block.unit, ())) for block in made.blocks),
    )


def _unit(block: Block, proposals: tuple[str, ...]) -> ReportUnit:
    return ReportUnit(
        unit=block.unit,
        kind=block.kind,
        number="" if block.label is None else block.label.text,
        level=block.level,
        segments=tuple(
            ReportSegment(text=s.text, provenance=s.provenance, entries=s.entries, mark=s.mark, language=s.language)
            for s in block.segments
        ),
        entries=_entries(block, "bound"),
        quoted=_entries(block, "quoted"),
        proposals=proposals,
    )


def _entries(block: Block, provenance: Provenance) -> tuple[int, ...]:
    return tuple(dict.fromkeys(n for s in block.segments if s.provenance == provenance for n in s.entries))


def answer(site: Site, asked: Request) -> Answer | Awaitable[Answer]:
    """The report of a document or a body: the page, its twin, or a file."""
    w = site.written(asked.lang)
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, asked.lang, asked.twin)
    name = _name(site, "/".join(asked.arguments))
    wanted = "" if asked.twin else asked.query.get("as", "")
    if wanted and wanted not in FORMATS:
        return site.problem(404, asked.lang, w.say("portal.not-found.name", name=wanted[:40]))
    try:
        if wanted:
            press = _presses.setdefault(site, Press())
            return download(site, press, asked, name, _report(site, asked.lang, name))
        return _page(site, asked.lang, name, "json" if asked.twin else "html")
    except NoReport:
        missing = w.say("portal.not-found.name", name=name[:100])
        return site.problem(404, asked.lang, missing, _reports(site, asked.lang), asked.twin)


def _page(site: Site, lang: str, name: str, form: str) -> Answer:
    """The page or its twin, made once until the record gains an entry."""
    found = _once(
        site, (site.copy.root, lang, name, form), lambda: _make(site, lang, name, form, _report(site, lang, name))
    )
    assert isinstance(found, Answer)
    return found


def _report(site: Site, lang: str, name: str) -> Report:
    """The report, made once until the record gains an entry.

    Raises:
        NoReport: there is none.
    """
    found = _once(site, (site.copy.root, lang, name), lambda: report(site.copy.world, name, lang))
    assert isinstance(found, Report)
    return found


def _once(site: Site, key: tuple[object, ...], make: Callable[[], Answer | Report]) -> Answer | Report:
    kept = _kept.setdefault(site, {})
    if key not in kept:
        made = make()
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = made
    return kept[key]


def _name(site: Site, given: str) -> str:
    """A document's symbol or a body's code, however it is written; nothing means the only body's latest session."""
    world = site.copy.world
    bodies = world.bodies.tables.bodies
    given = given or world.bodies.only()
    return given if given in bodies else normal_symbol(given)


def _make(site: Site, lang: str, name: str, form: str, made: Report) -> Answer:
    tag = tagged(build(), "report", site.copy.root, lang, name, form, site.address)
    found = page(site.known, made)
    if form == "json":
        return Answer(200, JSON, msgspec.json.encode(found), etag=tag, caching=REVALIDATE)
    w = site.written(lang)
    rest = f"-/report/{quote(name, safe='/*()')}"
    crumbs = [Near(w.say("page.bodies.title"), w.url("bodies"))]
    if found.symbol is not None and found.symbol in site.copy.world.documents.tables.documents:
        crumbs.append(Near(found.symbol, w.document_url(found.symbol)))
    entries = tuple(dict.fromkeys(n for unit in found.units for n in (*unit.entries, *unit.quoted)))
    body = site.html(
        lang,
        "pages/report.html",
        f"{w.say('page.report.title')} {made.symbol or made.body}",
        where=Where(rest=rest, twin=f"/{lang}/{rest}.json", crumbs=tuple(crumbs), entries=entries),
        w=w,
        page=found,
        sheets=Sheets(w),
        asked_name=name,
        formats=DOWNLOADS,
    )
    return Answer(200, HTML, body, etag=tag, caching=REVALIDATE)


def _reports(site: Site, lang: str) -> tuple[Near, ...]:
    """The reports there are."""
    w = site.written(lang)
    return tuple(
        Near(w.names.text(fact.act.name), f"/{lang}/-/report/{quote(code, safe='')}")
        for code, fact in site.copy.world.bodies.tables.bodies.items()
    )
