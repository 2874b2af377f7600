"""All pages of a record by chapter, each with the question that it answers: `/<lang>/-/contents`."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from accord.faces.web.answers import HTML, REVALIDATE, Answer, Request, tagged
from accord.faces.web.menus import TOOLS, Entry, is_open, lines
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.faces.web.written import Written
from accord.words.catalogue import has
from accord.world.chapters import CHAPTERS, Chapter
from accord.world.pages import PAGES


class ChapterOf(msgspec.Struct, frozen=True):
    """A chapter: what can be opened from here, and what the others are about."""

    name: Chapter
    lists: tuple[tuple[Entry, str], ...]
    things: tuple[str, ...]


def answer(site: Site, asked: Request) -> Answer:
    """The list of all pages: those that can be opened from here, and what the others are about."""
    w = site.written(asked.lang)
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, asked.lang, asked.twin)
    if asked.arguments or asked.twin:
        missing = w.say("portal.not-found.name", name="/".join(asked.arguments)[:40])
        return site.problem(404, asked.lang, missing, twin=asked.twin)
    body = site.html(
        asked.lang,
        "pages/contents.html",
        w.say("portal.contents.title"),
        where=Where(rest="-/contents"),
        w=w,
        chapters=tuple(_chapters(w, frozenset(site.desks) - {"contents"})),
        tools=[Entry(name, w.say(TOOLS[name]), w.url(name)) for name in ("search", "act") if name in site.desks],
    )
    tag = tagged(build(), "contents", asked.lang, site.copy.root, tuple(site.desks), site.address)
    return Answer(200, HTML, body, etag=tag, caching=REVALIDATE)


def _chapters(w: Written, desks: frozenset[str]) -> Iterator[ChapterOf]:
    for chapter, pages in CHAPTERS.items():
        lists = tuple((line, about(w, line.page)) for line in lines(w, chapter, desks))
        yield ChapterOf(chapter, lists, tuple(about(w, name) for name in pages if not is_open(PAGES[name])))


def about(w: Written, page: str) -> str:
    """What a page answers, in a sentence; empty where it is still without words."""
    found = (code for code in (f"page.{page}.about", f"calculator.{page}.about") if has(w.lang, code))
    return next(map(w.say, found), "")
