"""The briefs: what each role is told, in six languages, in files for its player. They are never in the record."""

from __future__ import annotations

from collections.abc import Iterator

from accord.stories.negotiation.scenario import STATES, WISHES, Language, red_lines
from accord.stories.negotiation.wording import colon, word


def brief(role: str, language: Language) -> str:
    """What a role is told, as plain text.

    >>> brief("ST-DELVAR", "en").splitlines()[0]
    'Confidential brief: Delvar'
    """
    return "\n".join(_lines(role, language)) + "\n"


def _lines(role: str, language: Language) -> Iterator[str]:
    between = colon(language)

    def say(name: str) -> str:
        return word(language, "brief", name)

    yield f"{say('title')}{between}{title(role, language)}"
    yield ""
    yield say("confidential")
    yield ""
    yield say("situation")
    yield word(language, "situations", role)
    yield ""
    if role in STATES:
        yield say("instructions")
        for issue, wish in WISHES[role].items():
            yield ""
            yield f"{word(language, 'issues', issue)} ({say('weight')}{between}{wish.weight})"
            for name, options in (
                ("objective", wish.accepts[:1]),
                ("fallback", wish.accepts[1:]),
                ("red-line", red_lines(role, issue)),
            ):
                called = [word(language, "options", issue, option) for option in options] or [say("none")]
                yield from (f"  {say(name)}{between}{one}" for one in called)
        yield ""
    yield say("play")
    yield say(f"play-{'delegation' if role in STATES else role}")


def title(role: str, language: Language) -> str:
    """What a role is called: a State by its name, Chair and observer by what they represent."""
    names = {"chair": "short", "secretariat": "secretariat", "observer": "observer"}
    return word(language, "names", names.get(role, role))
