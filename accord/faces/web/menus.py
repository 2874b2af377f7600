"""The menus above every page, one for each chapter of `world/chapters.py`: HTML that opens without a script."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from accord.faces.web.addressed import Addressed
from accord.world.chapters import CHAPTERS, Chapter, chapter_of
from accord.world.pages import PAGES, PageOf

TOOLS = {
    "search": "search.title",
    "report": "page.report.title",
    "act": "acting.title",
    "drafts": "acting.drafts.title",
    "contents": "portal.contents.title",
    "sampling": "calculator.sampling.title",
    "balance": "calculator.balance.title",
    "outlook": "calculator.outlook.title",
}
"""Desks that people come to by themselves → their titles."""
_STANDS: dict[str, Chapter] = {
    "report": "documents", "drafts": "record", "contents": "record", "proof": "record",
    "sampling": "calculators", "balance": "calculators", "outlook": "calculators",
}  # fmt: skip
"""Desks that stand in a chapter."""
_OF_EXERCISES = ("exercise", "debriefing")
"""Pages that only the record of an exercise has."""


class Entry(NamedTuple):
    """A line of a menu: a page or desk, its title, its address."""

    page: str
    title: str
    href: str


def is_open(page: PageOf) -> bool:
    """Whether a page needs no argument: it is about the record, or about its only body."""
    return all(argument.endswith("?") for argument in page.arguments)


def here(rest: str) -> str:
    """The name of the page or desk at an address without its language: a symbol is a document; none is home.

    >>> here("-/party/CHE"), here("A/68/514"), here("")
    ('party', 'document', '')
    """
    if not rest:
        return ""
    return rest.split("/")[1] if rest.startswith("-/") else "document"


def lines(w: Addressed, chapter: Chapter, desks: frozenset[str]) -> tuple[Entry, ...]:
    """What can be opened of a chapter from anywhere."""
    pages = [(name, f"page.{name}.title") for name in CHAPTERS[chapter] if is_open(PAGES[name])]
    tools = [(desk, TOOLS[desk]) for desk, at in _STANDS.items() if at == chapter and desk in TOOLS and desk in desks]
    return tuple(Entry(name, w.say(title), w.url(name)) for name, title in pages + tools)


def menus(lang: str, on: datetime.date | None, rest: str, desks: frozenset[str], exercise: bool) -> Markup:
    """The menus of a page at an address: the chapter and the page where the reader is are marked."""
    name = here(rest)
    stands = chapter_of(name) or _STANDS.get(name)
    opened = name if rest == f"-/{name}" else ""
    out = [
        _menu(lang, on, chapter, desks, exercise, stands == chapter, opened if stands == chapter else "")
        for chapter in CHAPTERS
        if CHAPTERS[chapter] or any(desk in desks for desk, at in _STANDS.items() if at == chapter)
    ]
    if "act" in desks:
        w = Addressed(lang, on)
        act = Markup('<a href="{}"{}>{}</a>').format(w.url("act"), _current(name == "act", "page"), w.say(TOOLS["act"]))
        out.append(Markup('<li class="direct">{}</li>').format(act))
    return Markup("\n").join(out)


@lru_cache(4096)
def _menu(
    lang: str,
    on: datetime.date | None,
    chapter: Chapter,
    desks: frozenset[str],
    exercise: bool,
    stands: bool,
    opened: str,
) -> Markup:
    """The menu of a chapter: the same on most pages, so that it is written once."""
    w = Addressed(lang, on)
    rows = [
        Markup('<li><a href="{}"{}>{}</a></li>').format(line.href, _current(line.page == opened, "page"), line.title)
        for line in lines(w, chapter, desks)
        if exercise or line.page not in _OF_EXERCISES
    ]
    title = Markup("<summary{}>{}</summary>").format(_current(stands, "true"), w.say(f"portal.chapter.{chapter}"))
    return Markup('<li><details name="menu">{}<ul>{}</ul></details></li>').format(title, Markup("").join(rows))


def _current(yes: bool, what: str) -> Markup:
    return Markup(' aria-current="{}"').format(what) if yes else Markup("")
