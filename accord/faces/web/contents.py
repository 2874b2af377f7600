"""All pages of a record, each with the question that it answers: `/<lang>/-/contents`."""

from __future__ import annotations

from accord.faces.web.answers import HTML, REVALIDATE, Answer, Request, tagged
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.faces.web.written import Written
from accord.words.catalogue import has
from accord.world.pages import PAGES, PageOf

TOOLS = {
    "search": "search.title",
    "report": "page.report.title",
    "act": "acting.title",
    "drafts": "acting.drafts.title",
}
"""Desks that people come to by themselves → their titles."""


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
        lists=[(Near(w.say(f"page.{p.name}.title"), w.url(p.name)), about(w, p)) for p in PAGES.values() if is_open(p)],
        things=[about(w, p) for p in PAGES.values() if not is_open(p)],
        tools=[Near(w.say(title), w.url(name)) for name, title in TOOLS.items() if name in site.desks],
    )
    tag = tagged(build(), "contents", asked.lang, site.copy.root, tuple(site.desks), site.address)
    return Answer(200, HTML, body, etag=tag, caching=REVALIDATE)


def is_open(page: PageOf) -> bool:
    """Whether a page needs no argument: it is about the record, or about its only body."""
    return all(argument.endswith("?") for argument in page.arguments)


def about(w: Written, page: PageOf) -> str:
    """What a page answers, in a sentence; empty where it is still without words."""
    code = f"page.{page.name}.about"
    return w.say(code) if has(w.lang, code) else ""
