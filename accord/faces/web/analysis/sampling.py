"""The desk of samples and inspections: one question at an address that holds all that was given.

/<lang>/-/sampling                                              the questions
/<lang>/-/sampling/plan?items=100&defects=5&nondetection=0.05   one of them with its answer; `.json` for machines
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

import msgspec
from markupsafe import Markup

from accord.analysis.unfit import Unfit
from accord.faces.calculators.question import Answer as Result
from accord.faces.calculators.question import Given, Question
from accord.faces.calculators.questions import QUESTIONS
from accord.faces.plots import Plot, columns, rows, svg
from accord.faces.unfit import told
from accord.faces.web.answers import HTML, JSON, REVALIDATE, Answer, Request, tagged
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.faces.web.written import Written
from accord.words.catalogue import say


def answer(site: Site, asking: Request) -> Answer:
    """The list of questions, or one of them: with its example, while nothing is given."""
    lang = asking.lang
    if asking.method not in ("GET", "HEAD"):
        return site.other_method(asking.method, lang, asking.twin)
    question = QUESTIONS.get(asking.arguments[0]) if len(asking.arguments) == 1 else None
    if question is None and (asking.arguments or asking.twin):
        missing = say(lang, "portal.not-found.name", name="/".join(asking.arguments)[:40])
        return site.problem(404, lang, missing, twin=asking.twin)
    w = site.written(lang)
    if question is None:
        title = w.say("calculator.sampling.title")
        body = site.html(
            lang, "calculators/samplings.html", title, where=Where(rest="-/sampling"), w=w, questions=list(QUESTIONS)
        )
        tag = tagged(build(), "sampling", lang, site.copy.root, site.address)
        return Answer(200, HTML, body, etag=tag, caching=REVALIDATE)
    given = {field.name: asking.query[field.name] for field in question.fields if asking.query.get(field.name)}
    try:
        found = computed(question.name, tuple((given or question.example).items()))
    except Unfit as error:
        wrong = told(lang, error)
        if asking.twin:
            return site.problem(400, lang, wrong, twin=True)
        return Answer(400, HTML, _page(site, w, question, given, None, wrong))
    tag = tagged(build(), "sampling", lang, question.name, given, asking.twin, site.copy.root, site.address)
    if asking.twin:
        return Answer(200, JSON, msgspec.json.encode(found.values), etag=tag, caching=REVALIDATE)
    return Answer(200, HTML, _page(site, w, question, given, found, ""), etag=tag, caching=REVALIDATE)


@lru_cache(256)
def computed(name: str, given: tuple[tuple[str, str], ...]) -> Result:
    """The answer to a question, within the limits of a portal."""
    question = QUESTIONS[name]
    return question.ask(Given(dict(given), most=question.most))


def _page(
    site: Site, w: Written, question: Question, given: Mapping[str, str], found: Result | None, wrong: str
) -> bytes:
    query = f"?{urlencode(given)}" if given else ""
    title = w.say(f"calculator.{question.name}.title")
    where = Where(
        rest=f"-/sampling/{question.name}",
        query=query,
        twin="" if found is None else f"/{w.lang}/-/sampling/{question.name}.json{query}",
        crumbs=(Near(w.say("calculator.sampling.title"), w.url("sampling")),),
    )
    texts = given or question.example
    plot = None if found is None or found.plot is None else found.plot(w.say)
    return site.html(
        w.lang,
        "calculators/sampling.html",
        title,
        where=where,
        w=w,
        question=question,
        texts=texts,
        example=not given,
        found=found,
        wrong=wrong,
        drawn=None if plot is None else _drawn(w, plot),
        plotted=None if plot is None else (columns(plot), [[_told(value) for value in row] for row in rows(plot)]),
        terminal=command(question, texts),
        others=[name for name in QUESTIONS if name != question.name],
    )


def _told(value: float | None) -> str:
    return "–" if value is None else f"{value:.6g}"


def _drawn(w: Written, plot: Plot) -> Markup:
    drawn = svg(plot, _told, rtl=w.direction == "rtl")
    return Markup(drawn)  # noqa: S704 - figures escape every text


def command(question: Question, texts: Mapping[str, str]) -> str:
    """The same question on the command line; a table is a file there.

    >>> command(QUESTIONS["lot"], {"defective": "0.05", "nondetection": "1 $x"})
    "accord sampling lot --defective 0.05 --nondetection '1 $x'"
    """
    words = ["accord", "sampling", question.name]
    for field in question.fields:
        if field.name in texts:
            text = f"{field.name}.csv" if field.kind == "table" else texts[field.name]
            words += [f"--{field.name.replace('_', '-')}", text]
    return shlex.join(words)
