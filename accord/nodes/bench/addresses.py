"""Addresses of pages of the record that the portal is measured with."""

from __future__ import annotations

import random
from collections.abc import Callable
from urllib.parse import quote

from accord.nodes.bench import corpus, covered, elements, law, pledges, session
from accord.words.languages import CODES
from accord.world.pages import PAGES

ACTS = 100_000
"""Of the mix; those of `session` come on top."""

Chance = random.Random


_ARGUMENTS: dict[str, Callable[[Chance], str]] = {
    "party": lambda chance: session.state(chance.randrange(corpus.STATES)),
    "group": lambda _: session.GROUP,
    "body": lambda _: session.BODY,
    "index": lambda chance: str(chance.randrange(ACTS)),
    "first?": lambda chance: str(chance.randrange(ACTS)),
    "symbol": lambda chance: f"X/AC.1/WP.{chance.randrange(ACTS // 5) + 1}",
    "document": lambda _: session.REPORT,
    "draft": lambda _: session.DRAFT,
    "unit": lambda chance: f"para-{chance.randrange(session.UNITS) + 1}",
    "number": lambda chance: str(chance.randrange(session.MEETINGS) + 1),
    "day": lambda chance: session.day(chance.randrange(session.MEETINGS // 2)).isoformat(),
    "panel": lambda chance: f"panel-{chance.randrange(session.MEETINGS // 10)}",
    "statement": lambda chance: f"s{chance.randrange(ACTS // 20) * 20}",
    "introduction": lambda chance: f"i{chance.randrange(ACTS // 20) * 20 + 14}",
    "theme": lambda chance: f"theme-{chance.randrange(session.THEMES)}",
    "proposal": lambda chance: f"proposal-{chance.randrange(session.PROPOSALS)}",
    "compilation": lambda _: "list-1",
    "list": lambda chance: f"list-{chance.randrange(session.LISTS)}",
    "instrument": lambda chance: law.instrument(chance.randrange(law.INSTRUMENTS)),
    "element": lambda chance: elements.element(chance.randrange(elements.ELEMENTS)),
    "approach": lambda chance: elements.approach(chance.randrange(elements.APPROACHES)),
    "undertaking": lambda chance: pledges.undertaking(chance.randrange(pledges.UNDERTAKINGS)),
    "figure_subject": lambda _: "warheads-stockpile",
    "prohibition": lambda _: covered.PROHIBITION,
    "amendment": lambda chance: f"amendment-{chance.randrange(session.AMENDMENTS)}",
}
"""What pages are asked for, by the names of their arguments: what they must, and the first entry to list."""

_FLOOR = (session.BODY, str(session.MEETINGS))
"""The one meeting that sat under rules of procedure."""


def by_chance(chance: Chance) -> str:
    """The address of a page in one of the six languages: each page as likely as any other, the first one too."""
    lang = chance.choice(CODES)
    return address(lang, chance.choice(["home", *PAGES]), chance)


def address(lang: str, name: str, chance: Chance) -> str:
    """The address of a page, of something by chance.

    >>> address("fr", "agenda", random.Random(1)), address("zh", "document", random.Random(1))
    ('/fr/-/agenda', '/zh/X/AC.1/WP.4403')
    """
    given = arguments(name, chance)
    if name == "home":
        return f"/{lang}/"
    if name == "document":
        return f"/{lang}/{given[0]}"
    return "/".join((f"/{lang}/-", name, *(quote(argument, safe="") for argument in given)))


def arguments(name: str, chance: Chance) -> tuple[str, ...]:
    """What a page is asked for, by chance; nothing where it need not be asked for anything."""
    if name == "floor":
        return _FLOOR
    wanted = () if name == "home" else PAGES[name].arguments
    return tuple(_ARGUMENTS[one](chance) for one in wanted if one in _ARGUMENTS or not one.endswith("?"))
