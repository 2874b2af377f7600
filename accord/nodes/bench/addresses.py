"""Addresses of pages of the record that the portal is measured with."""

from __future__ import annotations

import random
from collections.abc import Callable
from urllib.parse import quote

from accord.nodes.bench import corpus, session
from accord.words.languages import CODES
from accord.world.pages import PAGES

ACTS = 100_000
"""Of the mix; those of `session` come on top."""

Chance = random.Random


def _state(chance: Chance) -> str:
    return session.state(chance.randrange(corpus.STATES))


def _symbol(chance: Chance) -> str:
    return f"X/AC.1/WP.{chance.randrange(ACTS // 5) + 1}"


def _unit(chance: Chance) -> str:
    return f"para-{chance.randrange(session.UNITS) + 1}"


def _day(chance: Chance) -> str:
    return session.day(chance.randrange(session.MEETINGS // 2)).isoformat()


_GIVEN: dict[str, Callable[[Chance], tuple[str, ...]]] = {
    "party": lambda chance: (_state(chance),),
    "group": lambda _: (session.GROUP,),
    "entry": lambda chance: (str(chance.randrange(ACTS)),),
    "entries": lambda chance: (str(chance.randrange(ACTS)),),
    "document": lambda chance: (_symbol(chance),),
    "meeting": lambda chance: (str(chance.randrange(session.MEETINGS) + 1),),
    "day": lambda chance: (_day(chance),),
    "panel": lambda chance: (f"panel-{chance.randrange(session.MEETINGS // 10)}",),
    "statement": lambda chance: (f"s{chance.randrange(ACTS // 20) * 20}",),
    "introduction": lambda chance: (f"i{chance.randrange(ACTS // 20) * 20 + 14}",),
    "theme": lambda chance: (f"theme-{chance.randrange(session.THEMES)}",),
    "proposal": lambda chance: (f"proposal-{chance.randrange(session.PROPOSALS)}",),
    "compilation": lambda _: ("list-1",),
    "raised": lambda chance: (session.REPORT, _unit(chance)),
    "list": lambda chance: (f"list-{chance.randrange(session.LISTS)}",),
    "units": lambda _: (session.REPORT,),
    "unit": lambda chance: (session.REPORT, _unit(chance)),
    "draft": lambda _: (session.DRAFT,),
    "draft-unit": lambda chance: (session.DRAFT, _unit(chance)),
    "brackets": lambda _: (session.DRAFT,),
    "differences": lambda _: (session.DRAFT,),
    "amendments": lambda _: (session.DRAFT,),
    "amendment": lambda chance: (session.DRAFT, f"amendment-{chance.randrange(session.AMENDMENTS)}"),
    "positions": lambda _: (session.DRAFT,),
    "changes": lambda chance: (_state(chance),),
    "floor": lambda _: (session.BODY, str(session.MEETINGS)),
    "digest": lambda chance: (_day(chance),),
}
"""What pages are asked for that must, or can well, be asked for something."""


def by_chance(chance: Chance) -> str:
    """The address of a page in one of the six languages: each page as likely as any other, the first one too."""
    lang = chance.choice(CODES)
    return address(lang, chance.choice(["home", *PAGES]), chance)


def address(lang: str, name: str, chance: Chance) -> str:
    """The address of a page, of something by chance.

    >>> address("fr", "agenda", random.Random(1)), address("zh", "document", random.Random(1))
    ('/fr/-/agenda', '/zh/X/AC.1/WP.4403')
    """
    arguments = _GIVEN[name](chance) if name in _GIVEN else ()
    if name == "home":
        return f"/{lang}/"
    if name == "document":
        return f"/{lang}/{arguments[0]}"
    return "/".join((f"/{lang}/-", name, *(quote(argument, safe="") for argument in arguments)))
