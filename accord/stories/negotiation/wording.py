"""The words of the scenario in six languages, and how the wordings of an issue stand in a unit of the draft."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from accord.acts.values import Text
from accord.areas.negotiation.brackets import Group, parse
from accord.stories.negotiation.scenario import ISSUE_OF, LANGUAGES, Issue, Language
from accord.stories.story import text


@cache
def words(language: Language) -> dict[str, Any]:
    """Every word of the scenario in a language."""
    file = resources.files("accord.stories.negotiation") / "words" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def word(language: Language, *path: str) -> str:
    """One of them, by the names of its tables and its own.

    >>> word("en", "options", "start", "one-year")
    'within one year'
    """
    found: Any = words(language)
    for name in path:
        found = found[name]
    assert isinstance(found, str)
    return found


def said(*path: str, original: Language = "en") -> Text:
    """The same words in six languages."""
    return text({language: word(language, *path) for language in LANGUAGES}, original)


def in_draft(language: Language, unit: str, options: tuple[str, ...] = ()) -> str:
    """The text of a unit: with the one wording of its issue, or with several as alternatives in brackets.

    >>> in_draft("en", "para-7", ("one-year", "two-years"))
    'The first declarations shall be submitted [within one year/within two years] of the adoption of this arrangement.'
    """
    pattern = word(language, "units", unit)
    issue = ISSUE_OF.get(unit)
    if issue is None:
        return pattern
    called = [word(language, "options", issue.name, option) for option in options]
    slot = called[0] if len(called) == 1 else f"[{'/'.join(called)}]"
    return pattern.replace(f"{{{issue.name}}}", slot)


def standing(language: Language, issue: Issue, text: str) -> tuple[str, ...] | None:
    """The wordings of an issue that stand in a text of its unit; `None` where it has other words too.

    >>> from accord.stories.negotiation.scenario import ISSUES
    >>> standing("en", ISSUES["start"], in_draft("en", "para-7", ("one-year",)))
    ('one-year',)
    >>> standing("en", ISSUES["start"], "As soon as possible.") is None
    True
    """
    before, _, after = word(language, "units", issue.unit).partition(f"{{{issue.name}}}")
    if not (text.startswith(before) and text.endswith(after)):
        return None
    slot = parse(text[len(before) : len(text) - len(after)], slash=True)
    named = {word(language, "options", issue.name, option): option for option in issue.options}
    if len(slot) != 1:
        return None
    found = [slot[0]] if isinstance(slot[0], str) else [_plain(option) for option in slot[0].options]
    if any(words not in named for words in found):
        return None
    return tuple(named[words] for words in found)


def _plain(option: tuple[str | Group, ...]) -> str:
    """The words of an alternative; none where it has brackets of its own."""
    return option[0] if len(option) == 1 and isinstance(option[0], str) else ""


def colon(language: Language) -> str:
    """What stands between a name and what it is, as the language prints it."""
    return {"fr": "\N{NO-BREAK SPACE}: ", "zh": "："}.get(language, ": ")
