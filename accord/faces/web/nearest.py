"""What a reader may have meant: the nearest names there are, in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

import msgspec

from accord.faces.web.written import Written
from accord.words.catalogue import has
from accord.words.languages import LANGUAGES
from accord.world.pages import PAGES
from accord.world.world import World

LONGEST = 80
"""Of a name that is compared: comparing takes the square of the length."""
MOST = 6


class Near(msgspec.Struct, frozen=True):
    """Something near: how it is called, and its address."""

    name: str
    href: str


def near(name: str, choices: Iterable[tuple[str, Near]]) -> tuple[Near, ...]:
    """The choices whose spelling is nearest to `name`, the nearest first.

    >>> [n.name for n in near("documant", [("document", Near("document", "")), ("keys", Near("keys", ""))])]
    ['document']
    """
    wanted = name[:LONGEST].casefold()
    scored: dict[Near, float] = {}
    match = SequenceMatcher(b=wanted, autojunk=False)
    for spelling, found in choices:
        match.set_seq1(spelling[:LONGEST].casefold())
        if match.real_quick_ratio() > 0.6 and match.quick_ratio() > 0.6 and (score := match.ratio()) > 0.6:
            scored[found] = max(score, scored.get(found, 0.0))
    return tuple(sorted(scored, key=lambda found: -scored[found])[:MOST])


def near_pages(w: Written, name: str) -> tuple[Near, ...]:
    """Pages whose name or title is near; else all that need no arguments."""
    open_pages = [
        page
        for page in PAGES.values()
        # A page that is still without words must not take down the answer to another address.
        if all(argument.endswith("?") for argument in page.arguments) and has(w.lang, f"page.{page.name}.title")
    ]
    choices = [
        (spelling, Near(w.say(f"page.{page.name}.title"), w.url(page.name)))
        for page in open_pages
        for spelling in (page.name, w.say(f"page.{page.name}.title"))
    ]
    return near(name, choices) or tuple(Near(w.say(f"page.{page.name}.title"), w.url(page.name)) for page in open_pages)


_LISTS = {
    "body": "bodies",
    "entry": "entries",
    "draft": "negotiations",
    "amendment": "negotiations",
    "list": "speakers",
}
"""The pages that list what is asked for by name, where they are not called by its plural."""


def list_of(w: Written, kind: str) -> tuple[Near, ...]:
    """The page that lists all there are of a kind, if there is one."""
    page = PAGES.get(_LISTS.get(kind, f"{kind}s"))
    if page is None or not all(argument.endswith("?") for argument in page.arguments):
        return ()
    return (Near(w.say(f"page.{page.name}.title"), w.url(page.name)),)


def near_documents(w: Written, world: World, symbol: str) -> tuple[Near, ...]:
    """Documents whose symbol is near."""
    return near(symbol, ((s, Near(s, w.document_url(s))) for s in world.documents.tables.documents))


def near_parties(w: Written, world: World, name: str) -> tuple[Near, ...]:
    """Parties whose code, or name in the language of the reader, is near."""
    return near(
        name,
        (
            (spelling, Near(w.names.party(code), w.url("party", code)))
            for code in world.parties.tables.parties
            for spelling in (code, w.names.party(code))
        ),
    )


def languages(rest: str) -> tuple[Near, ...]:
    """The same address in the languages there are."""
    return tuple(Near(language.autonym, f"/{language.code}/{rest}") for language in LANGUAGES.values())
