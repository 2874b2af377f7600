"""Pages to subscribe to: `/<lang>/-/feed/<page>/<arguments>.<form>`, a calendar, a feed of news, a digest as text.

    /en/-/feed/calendar/AC.281.ics          /en/-/feed/calendar.ics         of all bodies
    /en/-/feed/updates/body%3AAC.281.atom   /en/-/feed/changes/CHE.atom     in a party's paragraphs
    /en/-/feed/digest/2013-05-14.txt        …?on=2013-05-14                 what held on that day

The tag of an answer is that of its bytes: who asks again gets nothing as long as nothing about the subject changed.
"""

from __future__ import annotations

import datetime

from accord.areas.parties.cite import Missing
from accord.faces.feeds.forms import FORMS, make
from accord.faces.feeds.told import Teller
from accord.faces.web.answers import Answer, Request, content
from accord.faces.web.missing import not_found
from accord.faces.web.nearest import Near
from accord.faces.web.site import Site
from accord.faces.web.subscribed import subscription
from accord.world.pages import WrongArguments


def answer(site: Site, asked: Request) -> Answer:
    """A page in the form that its address ends with."""
    w = site.written(asked.lang)
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, asked.lang, asked.twin)
    path = "/".join(asked.arguments)
    form = path.rpartition(".")[2]
    last = [part.removesuffix(f".{form}") for part in asked.arguments[-1:]]
    name, *arguments = [*asked.arguments[:-1], *last] or [""]
    missing = w.say("portal.not-found.name", name=path[:100])
    near = tuple(Near(one.title, one.href) for one in (subscription(w, "updates"), subscription(w, "calendar")))
    if asked.twin or form not in FORMS or name not in FORMS[form].pages:
        return site.problem(404, asked.lang, missing, near, asked.twin)
    try:
        on = datetime.date.fromisoformat(asked.query["on"]) if asked.query.get("on") else None
    except ValueError:
        return site.problem(400, asked.lang, w.say("portal.bad-date", date=asked.query["on"][:40]))
    try:
        page = site.pages.page((name, tuple(arguments), on), site.ask).page
    except Missing as error:
        words, others = not_found(w, site.copy.world, error.kind, error.key)
        return site.problem(404, asked.lang, words, others)
    except WrongArguments:
        return site.problem(404, asked.lang, missing, near)
    known = site.known
    tell = Teller(asked.lang, known, site.copy.world, site.address.rstrip("/"))
    return content(FORMS[form].kind, make(form, page, tell))
