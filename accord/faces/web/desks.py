"""What is no page: desks under `/<lang>/-/<name>/…`. A later module adds its desk to `DESKS`.

A desk takes the site and a `Request` and gives an `Answer`; it sees every method, and says itself what it refuses.
"""

from __future__ import annotations

from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct
from accord.client.bundle import make_bundle
from accord.faces.web import checking, contents, feeds, reports, word
from accord.faces.web.analysis import balances, outlook, sampling
from accord.faces.web.answers import REVALIDATE, Answer, Request, tagged
from accord.faces.web.exercise import guiding, scored
from accord.faces.web.search import desk as searching
from accord.faces.web.site import Desk, Site
from accord.wire.codec import Malformed


def bundle(site: Site, asked: Request) -> Answer:
    """The offline bundle of one entry: `/<lang>/-/bundle/17`."""
    number = asked.arguments[0] if len(asked.arguments) == 1 else ""
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, asked.lang)
    missing = site.written(asked.lang).say("portal.not-found.name", name=number[:40])
    if not (number.isascii() and number.isdigit() and len(number) < 17 and str(int(number)) == number):
        return site.problem(404, asked.lang, missing)
    try:
        data = make_bundle(site.copy, int(number))
    except (ValueError, UnknownAct, Refused, Malformed):
        return site.problem(404, asked.lang, missing)
    headers = (("Content-Disposition", f'attachment; filename="entry-{int(number)}.bundle"'),)
    return Answer(
        200, "application/json", data, headers, etag=tagged("bundle", number, site.copy.root), caching=REVALIDATE
    )


DESKS: dict[str, Desk] = {
    "balance": balances.answer,
    "bundle": bundle,
    "contents": contents.answer,
    "feed": feeds.answer,
    "guide": guiding.answer,
    "outlook": outlook.answer,
    "proof": checking.answer,
    "report": reports.answer,
    "sampling": sampling.answer,
    "score": scored.desk(),
    "search": searching.desk,
    "word": word.answer,
}
