"""Where a page stands on the site: its address, its twin, its crumbs, its command in the terminal."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from urllib.parse import quote

import msgspec

from accord.areas.documents.pages import normal_symbol
from accord.areas.parties.cite import Page
from accord.faces.web.answers import preferred
from accord.faces.web.nearest import Near
from accord.faces.web.subscribed import Subscription, subscriptions
from accord.faces.web.written import Written
from accord.words.languages import LANGUAGES

PARENTS = {
    "party": "parties",
    "group": "parties",
    "panel": "panels",
    "body": "bodies",
    "entry": "record",
    "keys": "record",
    "entries": "record",
    "day": "days",
    "statement": "statements",
    "proposal": "proposals",
    "compilation": "compilations",
    "session": "bodies",
    "introduction": "introductions",
    "theme": "themes",
    "instrument": "instruments",
    "instrument-state": "instruments",
    "entry-into-force": "instruments",
    "coverage": "instruments",
    "coverage-state": "coverage",
    "prohibition": "coverage",
    "law-developments": "coverage",
    "zones": "instruments",
    "indicator": "indicators",
    "element": "elements",
    "approach": "approaches",
    "undertaking": "undertakings",
    "figure": "figures",
    "compare": "approaches",
    "support": "elements",
    "approaches": "elements",
}
"""Pages about one thing of many → the page above them."""


class Where(msgspec.Struct, frozen=True):
    """Where a page stands on the site."""

    rest: str
    """The address without its language: `/<lang>/` and this is the page."""
    query: str = ""
    twin: str = ""
    crumbs: tuple[Near, ...] = ()
    command: str = ""
    """The page in the terminal, after `accord show RECORD`."""
    entries: tuple[int, ...] = ()
    """That the page cites; of many the first."""
    cited: int = 0
    """How many citations there are, where `entries` are not all."""
    feeds: tuple[Subscription, ...] = ()
    """What may be subscribed to here."""


def where_of(
    w: Written,
    name: str,
    arguments: tuple[str, ...],
    page: Page,
    on: datetime.date | None,
    entries: tuple[int, ...],
    cited: int,
) -> Where:
    """Where a page of the record stands."""
    crumbs: tuple[Near, ...] = ()
    if name == "home":
        rest, command = "", ""
    elif name == "document":
        symbol = page.symbol  # type: ignore[attr-defined]
        rest = document_path("", symbol, False).lstrip("/")
        crumbs = (Near(w.say("page.documents.title"), w.url("documents")),)
        command = f"document {symbol}"
    else:
        rest = "/".join(("-", name, *(quote(part, safe="") for part in arguments)))
        crumbs = _crumbs(w, name, arguments)
        command = " ".join((name, *(_shell_word(argument) for argument in arguments)))
    if command:
        command += f" --lang {w.lang}"
        command += f" --on {on.isoformat()}" if on else ""
        command += f" --at {w.at}" if w.at is not None else ""
    return Where(
        rest=rest,
        query=w.held,
        twin=f"/{w.lang}/{rest or '-/home'}.json{w.held}",
        crumbs=crumbs,
        command=command,
        entries=entries,
        cited=cited,
        feeds=subscriptions(w, name, page),
    )


def document_path(lang: str, symbol: str, twin: bool) -> str:
    """The address of a document."""
    return f"/{lang}/{quote(symbol, safe='/*()')}{'.json' if twin else ''}"


def language_of(path: str, headers: Mapping[str, str]) -> str:
    """The language that an address names, else the one that the reader prefers."""
    first = path.lstrip("/").partition("/")[0].partition(".")[0]
    return first if first in LANGUAGES else preferred(headers.get("accept-language", ""), tuple(LANGUAGES))


def _crumbs(w: Written, name: str, arguments: tuple[str, ...]) -> tuple[Near, ...]:
    crumbs = []
    if name in PARENTS:
        crumbs.append(Near(w.say(f"page.{PARENTS[name]}.title"), w.url(PARENTS[name])))
    if name in ("units", "unit") and arguments:
        crumbs.append(Near(arguments[0], w.document_url(normal_symbol(arguments[0]))))
    return tuple(crumbs)


def _shell_word(argument: str) -> str:
    """An argument as a shell takes it."""
    plain = argument.replace("-", "").replace("/", "").replace(".", "")
    return argument if plain.isascii() and plain.isalnum() else "'" + argument.replace("'", "'\\''") + "'"
