"""The desk `search`: `/<lang>/-/search?q=…`, one box that takes whatever people know."""

from __future__ import annotations

from typing import get_args
from urllib.parse import quote, urlencode
from weakref import WeakKeyDictionary

import msgspec
from markupsafe import Markup

from accord.faces.web.answers import HTML, JSON, REVALIDATE, Answer, Request, tagged
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build
from accord.faces.web.search.follower import Follower
from accord.faces.web.site import Site
from accord.faces.web.visible import isolated, visible
from accord.faces.web.where import Where
from accord.faces.web.written import Written
from accord.world.search.asked import LONGEST, TooLong
from accord.world.search.found import FEW
from accord.world.search.kinds import Kind
from accord.world.search.page import Hit, SearchPage
from accord.world.search.snippets import Piece

KINDS: tuple[Kind, ...] = get_args(Kind)
EXAMPLES = (
    "A/AC.281/WP.4", "WP.4", "13-50610", "27 (h)", "第27段", "#42", "Austria", "النمسا", "核裁军教育",
    "рабочий документ", '"nuclear disarmament"',
)  # fmt: skip
"""What the help shows to try: every kind of thing that the box understands."""

_followers: WeakKeyDictionary[Site, Follower] = WeakKeyDictionary()


def follower(site: Site) -> Follower:
    """The follower of a site, made when it is first asked for; a server asks before it serves."""
    found = _followers.get(site)
    if found is None:
        found = _followers[site] = Follower(site.copy)
    return found


def desk(site: Site, asked: Request) -> Answer:
    """What the record has for `q`; only one `kind`, and more of it, where that is given."""
    w = site.written(asked.lang)
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, asked.lang, asked.twin)
    if asked.arguments:
        return site.problem(
            404, asked.lang, w.say("portal.not-found.name", name=asked.arguments[0][:40]), twin=asked.twin
        )
    typed, kind = asked.query.get("q", ""), asked.query.get("kind", "")
    chosen = next((known for known in KINDS if known == kind), None)
    try:
        page = follower(site).search(typed, asked.lang, chosen)
    except TooLong:
        return site.problem(400, asked.lang, w.say("search.too-long", n=LONGEST), twin=asked.twin)
    tag = tagged(build(), "search", asked.lang, page.asked, chosen, asked.twin, site.copy.root, site.address)
    if asked.twin:
        return Answer(200, JSON, msgspec.json.encode(page), etag=tag, caching=REVALIDATE)
    return Answer(200, HTML, _html(site, w, page, chosen), etag=tag, caching=REVALIDATE)


def _html(site: Site, w: Written, page: SearchPage, kind: Kind | None) -> bytes:
    given = {"q": page.asked} | ({"kind": kind} if kind else {})
    query = f"?{urlencode(given)}" if page.asked else ""
    return site.html(
        w.lang,
        "search.html",
        w.say("search.title"),
        w=w,
        where=Where(
            rest="-/search",
            query=query,
            twin=f"/{w.lang}/-/search.json{query}",
            command="",
        ),
        page=page,
        kind=kind,
        few=FEW,
        asked=page.asked,
        isolated=isolated,
        link=lambda hit: link(w, hit, "report" in site.desks),
        marked=marked,
        again=lambda words: w.url("search", q=words),
        examples=[Near(words, w.url("search", q=words)) for words in EXAMPLES],
    )


def link(w: Written, hit: Hit, reports: bool = False) -> str:
    """The address of the page that tells of something found; of a paragraph, its place in the report."""
    if hit.page == "unit" and reports:
        return w.url("report", hit.arguments[0]) + f"#{quote(hit.arguments[1])}"
    if hit.page == "document":
        return w.document_url(hit.arguments[0], hit.place)
    return w.url(hit.page, *hit.arguments) + (f"#{quote(hit.place)}" if hit.place else "")


def marked(pieces: tuple[Piece, ...]) -> Markup:
    """A text in pieces, the words of the question marked; everything in it is somebody's text, and escaped."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(visible(p.text)) if p.marked else visible(p.text) for p in pieces
    )
