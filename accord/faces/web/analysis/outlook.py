"""The desk of outlooks: how soon fictional stocks could reach zero, by assumptions that stand in the address.

/<lang>/-/outlook                                   the example, and a form for each of its assumptions
/<lang>/-/outlook?runs=500&seed=3&Arcadia/items=9   with some of them changed
/<lang>/-/outlook?study=…                           another study, packed; a form that is posted leads there

It keeps nothing: whoever has the address has the study, and the same numbers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import msgspec
from markupsafe import Markup

from accord.analysis.outlook.montecarlo import QUANTILES, outlook
from accord.analysis.outlook.sensitivity import swings
from accord.analysis.unfit import Unfit
from accord.faces.calculators import outlookfigures
from accord.faces.calculators.outlookfiles import NotAStudy
from accord.faces.calculators.outlooks import Computed
from accord.faces.calculators.outlooks import answer as for_machines
from accord.faces.calculators.outlooktables import Sheet, named, percent, sheets, tell
from accord.faces.plots import svg
from accord.faces.plots_bars import bars
from accord.faces.plots_strip import strip
from accord.faces.unfit import told as unfit_told
from accord.faces.web.acting.fences import LARGEST_BODY, same_origin
from accord.faces.web.acting.posted import NotReadable, read_posted
from accord.faces.web.analysis.studied import Asked, Wrong, asked, given, of_runs, packed, typed
from accord.faces.web.answers import HTML, JSON, REVALIDATE, Answer, Request, redirect, tagged
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.faces.web.written import Written
from accord.papers.outlookexample import EXAMPLE, TITLE
from accord.papers.outlooks import write_study
from accord.words.catalogue import say

SOON = 400_000
"""Work that is done at once; more is done in a thread of its own, so that other readers need not wait."""
CELLS = 400
"""Of a strip on a page; larger ones are drawn by the command line."""
ADDRESS = 1_700
"""Signs that the fields of the form may take in an address."""


def answer(site: Site, asking: Request) -> Answer | Awaitable[Answer]:
    """An outlook as a page or as JSON; posted to: the address of a study."""
    lang = asking.lang
    if asking.arguments:
        missing = say(lang, "portal.not-found.name", name=asking.arguments[0][:40])
        return site.problem(404, lang, missing, twin=asking.twin)
    if asking.method == "POST" and not asking.twin:
        return _posted(site, asking)
    if asking.method not in ("GET", "HEAD"):
        allowed = "GET, HEAD" if asking.twin else "GET, HEAD, POST"
        return site.other_method(asking.method, lang, asking.twin, allowed=allowed)
    try:
        wanted = asked(asking.query)
    except (Wrong, NotAStudy, Unfit) as error:
        words = sentence(lang, error)
        if asking.twin:
            return site.problem(400, lang, words, twin=True)
        return _refused(site, lang, words, "")
    if wanted.work <= SOON:
        return _answer(site, asking, wanted)
    return _later(site, asking, wanted)


async def _later(site: Site, asking: Request, wanted: Asked) -> Answer:
    await asyncio.to_thread(computed, wanted)
    return _answer(site, asking, wanted)


@lru_cache(64)
def computed(wanted: Asked) -> Computed:
    """The outlook that is asked for."""
    found = outlook(wanted.study, wanted.runs, wanted.seed)
    return Computed(wanted.title, found, swings(wanted.study))


def sentence(lang: str, error: Wrong | NotAStudy | Unfit) -> str:
    """What is wrong, in a language."""
    if isinstance(error, Unfit):
        return unfit_told(lang, error)
    if isinstance(error, NotAStudy):
        return say(lang, error.code, **error.values(lang))
    values = dict(error.values)
    if "what" in values:
        values["what"] = say(lang, f"outlook.{values['what']}")
    why = say(lang, error.code, **values)
    return say(lang, "unfit.in-row", row=error.row, why=why) if error.row else why


def _posted(site: Site, asking: Request) -> Answer:
    """Sends the reader to the address of the study that a form holds."""
    lang = asking.lang
    if len(asking.body) > LARGEST_BODY:
        return site.problem(413, lang, say(lang, "outlook.too-large"))
    if not same_origin(asking.headers, site.address):
        return site.problem(403, lang, say(lang, "acting.other-origin"))
    try:
        fields = read_posted(asking.headers.get("content-type", ""), asking.body).fields
    except NotReadable:
        return site.problem(400, lang, say(lang, "portal.bad-request"))
    text = fields.get("study", "")
    try:
        title, study = given(text.encode("utf-8", "replace"))
        runs, seed = of_runs(study, fields)
    except (Wrong, NotAStudy, Unfit) as error:
        return _refused(site, lang, sentence(lang, error), text)
    kept = {"study": packed(title, study)} if packed(title, study) else {}
    return redirect(303, f"/{lang}/-/outlook?" + urlencode(kept | {"runs": runs, "seed": seed}))


def _answer(site: Site, asking: Request, wanted: Asked) -> Answer:
    lang, found = asking.lang, computed(wanted)
    tag = tagged(build(), "outlook", lang, asking.twin, wanted, site.copy.root, site.address)
    if asking.twin:
        return Answer(200, JSON, msgspec.json.encode(for_machines(found)), etag=tag, caching=REVALIDATE)
    return Answer(200, HTML, _page(site, lang, wanted, found), etag=tag, caching=REVALIDATE)


def _page(site: Site, lang: str, wanted: Asked, found: Computed) -> bytes:
    w = site.written(lang)
    kept = packed(wanted.title, wanted.study)
    query = f"?{urlencode(({'study': kept} if kept else {}) | {'runs': wanted.runs, 'seed': wanted.seed})}"
    study = wanted.study
    fields = [(name, named(w.say, study, name), typed(spread)) for name, spread in study.parameters()]
    length = len(urlencode({"study": kept} | {name: value for name, _, value in fields}))
    tables = {sheet.name: sheet for sheet in sheets(w.say, found)}
    tables["items-left"] = _left(w, found)
    return _html(
        site,
        w,
        Where(rest="-/outlook", query=query, twin=f"/{lang}/-/outlook.json{query}"),
        wrong="",
        wanted=wanted,
        kept=kept,
        fields=fields if length <= ADDRESS else [],
        tables=tables,
        drawn=_drawn(w, found),
        typed=msgspec.json.format(write_study(wanted.title, study).decode(), indent=1),
    )


def _refused(site: Site, lang: str, wrong: str, text: str) -> Answer:
    """The page with what is wrong, and what was typed; nothing is computed."""
    typed_ = text or msgspec.json.format(write_study(TITLE, EXAMPLE).decode(), indent=1)
    body = _html(site, site.written(lang), Where(rest="-/outlook"), wrong=wrong, wanted=None, typed=typed_)
    return Answer(422, HTML, body)


def _html(site: Site, w: Written, where: Where, **context: Any) -> bytes:
    title = w.say("calculator.outlook.title")
    return site.html(w.lang, "calculators/outlook.html", title, where=where, w=w, **context)


def _drawn(w: Written, found: Computed) -> dict[str, Markup]:
    rtl = w.direction == "rtl"
    drawn = {"fan": svg(outlookfigures.fan(w.say, found), tell, rtl=rtl)}
    if len(found.outlook.study.states) * found.outlook.study.years <= CELLS:
        drawn["limits"] = strip(outlookfigures.limits(w.say, found), tell, rtl=rtl)
    if found.swings:
        drawn["tornado"] = bars(outlookfigures.tornado(w.say, found), tell, rtl=rtl)
    return {name: Markup(figure) for name, figure in drawn.items()}  # noqa: S704 - figures escape every text


def _left(w: Written, found: Computed) -> Sheet:
    """The numbers of the fan."""
    say_: Callable[..., str] = w.say
    heads = (say_("outlook.year-end"), *map(percent, QUANTILES), say_("outlook.zero"))
    rows = tuple(
        (str(year), *(tell(row[n]) for row in found.outlook.total), percent(float(found.outlook.zero_by[n])))
        for n, year in enumerate(found.outlook.years)
    )
    return Sheet("items-left", (), heads, rows)
