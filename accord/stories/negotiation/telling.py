"""An exercise in words: roles, moves, and what an amendment asks for, in a language."""

from __future__ import annotations

from accord.stories.negotiation.moves import Move, called
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import OBSERVER, SECRETARIAT, STATES, Language
from accord.stories.negotiation.surprises import Place
from accord.stories.negotiation.wording import colon, word
from accord.words.catalogue import say


def role_name(role: str, language: Language) -> str:
    """A role by its name.

    >>> role_name("ST-AVELA", "en"), role_name("chair", "en")
    ('Avela', 'Chair')
    """
    return word(language, "names", role) if role in STATES else say(language, f"exercise.role.{role}")


def move_words(move: Move | None, language: Language) -> str:
    """A move; of none, that the moment was let pass."""
    if move is None:
        return say(language, "exercise.passes")
    about = called(move, language)
    if "party" in about:
        about["party"] = role_name(about["party"] if about["party"] in STATES else "observer", language)
    return say(language, f"exercise.move.{move.code}", **about)


def noticed_words(place: Place, language: Language) -> str:
    """Who was the first to point something out, in which meeting and entry; that nobody did."""
    about = "" if place.about is None else f"{party_name(place.about, language)}{colon(language)}"
    if place.first is None:
        return about + say(language, "exercise.noticed.nobody")
    told = place.first
    return about + say(
        language,
        "exercise.noticed",
        party=party_name(told.by, language),
        meeting=told.meeting,
        entry=told.entry,
    )


def party_name(party: str, language: Language) -> str:
    """A party of the exercise by its name.

    >>> party_name("ST-AVELA", "en"), party_name("open-figures", "en")
    ('Avela', 'Forum for Open Figures')
    """
    return word(language, "names", {OBSERVER: "observer", SECRETARIAT: "secretariat"}.get(party, party))


def put_words(play: Play, label: str, language: Language) -> str:
    """What the amendment before the meeting asks for; of words of its own, its label."""
    settled = play.settles(label)
    if settled is None:
        return label
    issue, option = settled
    sponsors = ", ".join(role_name(party, language) for party in play.amendments[label].holding())
    asked = f"{word(language, 'issues', issue)} — {word(language, 'options', issue, option)}"
    return f"{label} ({sponsors}){colon(language)}{asked}"
