"""The desk of material balances: the table of a fictional facility, or one that a reader hands in.

/<lang>/-/balance                                        the example
/<lang>/-/balance?false_alarm=0.01&loss_abrupt=1.5@3     what is asked of it; `.json`: the same for machines
posted to                                                the same of a table that is pasted, or sent as a file

It keeps nothing: a table is read, answered and forgotten. Its digest on the answer says which table it was.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec
from markupsafe import Markup

from accord.analysis.unfit import Unfit
from accord.faces.calculators.balancefigures import FIGURES, tell
from accord.faces.calculators.balances import (
    FIELDS,
    TESTS,
    USUAL,
    Computed,
    Limits,
    computed,
    said,
    spoken,
    tables,
    values,
)
from accord.faces.calculators.question import Given
from accord.faces.plots import svg
from accord.faces.unfit import told
from accord.faces.web.acting.fences import same_origin
from accord.faces.web.acting.posted import NotReadable, read_posted
from accord.faces.web.answers import HTML, JSON, REVALIDATE, Answer, Request, tagged
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.papers.balances import example
from accord.words.catalogue import say

LARGEST = 200_000
"""Bytes of a table here; the command line takes larger ones."""
MOST = Limits(balances=60, runs=20_000)
"""What is computed while somebody waits: less than a second."""


class Asked(NamedTuple):
    """A table, and what is asked of it."""

    table: bytes
    query: Mapping[str, str]
    """The fields that were filled in."""
    own: bool
    """Whether the reader handed the table in."""


def answer(site: Site, asking: Request) -> Answer | Awaitable[Answer]:
    """The balances of a table as a page or as JSON."""
    lang = asking.lang
    if asking.arguments:
        missing = say(lang, "portal.not-found.name", name=asking.arguments[0][:40])
        return site.problem(404, lang, missing, twin=asking.twin)
    if asking.method == "POST" and not asking.twin:
        wanted = _posted(site, asking)
        return wanted if isinstance(wanted, Answer) else _later(site, asking, wanted)
    if asking.method not in ("GET", "HEAD"):
        allowed = "GET, HEAD" if asking.twin else "GET, HEAD, POST"
        return site.other_method(asking.method, lang, asking.twin, allowed=allowed)
    wanted = Asked(example(), _filled(asking.query), own=False)
    # The example is computed at once; what is drawn takes longer, and other readers need not wait for it.
    return _later(site, asking, wanted) if "simulate" in wanted.query else _answer(site, asking, wanted, _tried(wanted))


async def _later(site: Site, asking: Request, wanted: Asked) -> Answer:
    return _answer(site, asking, wanted, await asyncio.to_thread(_tried, wanted))


def _filled(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: fields[name].strip() for name in FIELDS if fields.get(name, "").strip()}


def _posted(site: Site, asking: Request) -> Asked | Answer:
    """What a form asks, or why it is not read."""
    lang = asking.lang
    if len(asking.body) > 2 * LARGEST:
        return site.problem(413, lang, say(lang, "unfit.table-too-large", most=LARGEST))
    if not same_origin(asking.headers, site.address):
        return site.problem(403, lang, say(lang, "acting.other-origin"))
    try:
        posted = read_posted(asking.headers.get("content-type", ""), asking.body)
    except NotReadable:
        return site.problem(400, lang, say(lang, "portal.bad-request"))
    table = posted.file or posted.fields.get("table", "").encode("utf-8", "replace")
    return Asked(table, _filled(posted.fields), own=True)


def _tried(wanted: Asked) -> Computed | Unfit:
    """The balances, or what does not fit."""
    try:
        if len(wanted.table) > LARGEST:
            raise Unfit("table-too-large", most=LARGEST)
        if wanted.own:
            return computed(wanted.table, Given(wanted.query), MOST)
        return _of_example(tuple(wanted.query.items()))
    except Unfit as error:
        return error


@lru_cache(64)
def _of_example(query: tuple[tuple[str, str], ...]) -> Computed:
    return computed(example(), Given(dict(query)), MOST)


def _answer(site: Site, asking: Request, wanted: Asked, found: Computed | Unfit) -> Answer:
    lang = asking.lang
    if isinstance(found, Unfit):
        if asking.twin:
            return site.problem(400, lang, told(lang, found), twin=True)
        return Answer(422, HTML, _html(site, lang, wanted, None, told(lang, found)))
    body = msgspec.json.encode(values(found)) if asking.twin else _html(site, lang, wanted, found)
    kind = JSON if asking.twin else HTML
    if wanted.own:
        return Answer(200, kind, body)
    tag = tagged(build(), "balance", lang, asking.twin, sorted(wanted.query.items()), site.copy.root, site.address)
    return Answer(200, kind, body, etag=tag, caching=REVALIDATE)


def _html(site: Site, lang: str, wanted: Asked, found: Computed | None, wrong: str = "") -> bytes:
    w = site.written(lang)
    query = f"?{urlencode(wanted.query)}" if wanted.query else ""
    twin = "" if wanted.own else f"/{lang}/-/balance.json{query}"
    options = "".join(f" --{name.replace('_', '-')} {value}" for name, value in wanted.query.items())
    context: dict[str, Any] = {}
    if found is not None:
        rtl = w.direction == "rtl"
        context = {
            "said": [spoken(w.say, sentence) for sentence in said(found)],
            "tables": list(tables(found)),
            "figures": [Markup(svg(make(w.say, found), tell, rtl=rtl)) for make in FIGURES.values()],  # noqa: S704 - escapes
        }
    return site.html(
        lang,
        "calculators/balance.html",
        w.say("calculator.balance.title"),
        where=Where(rest="-/balance", query=query, twin=twin),
        w=w,
        wrong=wrong,
        own=wanted.own,
        found=found,
        fields=[(name, wanted.query.get(name, ""), USUAL.get(name, "")) for name in FIELDS],
        typed=wanted.table.decode("utf-8", "replace")[:LARGEST],
        command=f"accord balance plant.csv{options}",
        tests=TESTS,
        most=MOST,
        largest=LARGEST,
        **context,
    )
