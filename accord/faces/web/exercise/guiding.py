"""The guide of the exercise: `/<lang>/-/guide`."""

from __future__ import annotations

from typing import Any

from accord.faces.web.answers import HTML, REVALIDATE, Answer, Request, tagged
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.stories.negotiation.guide import chapters, title
from accord.stories.negotiation.scenario import ORIGIN


def answer(site: Site, asked: Request) -> Answer:
    """How the exercise is played."""
    lang: Any = asked.lang
    w = site.written(lang)
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, lang, asked.twin)
    if asked.arguments or asked.twin:
        missing = w.say("portal.not-found.name", name="/".join(asked.arguments)[:40])
        return site.problem(404, lang, missing, twin=asked.twin)
    body = site.html(
        lang,
        "exercise/guide.html",
        title(lang),
        where=Where(rest="-/guide", crumbs=(Near(w.say("page.exercise.title"), w.url("exercise")),)),
        w=w,
        chapters=chapters(lang),
        played=site.copy.world.record == ORIGIN,
    )
    tag = tagged(build(), "guide", lang, site.copy.root, tuple(site.desks), site.address)
    return Answer(200, HTML, body, etag=tag, caching=REVALIDATE)
