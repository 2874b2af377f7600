"""What a role may do at its turn: each move is acts, ready to be signed, and a code of words that say what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from accord.acts.vocabulary import Act
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import (
    BODY,
    Language,
    party_of,
)
from accord.stories.negotiation.wording import word
from accord.stories.story import Said

OF: dict[str, Any] = {"body": BODY}


class Move(msgspec.Struct, frozen=True):
    """Something that a role may do now."""

    code: str
    """The words for it: `exercise.move.<code>`."""
    acts: tuple[Said, ...]
    about: Mapping[str, str] = {}
    """What the words name: a party, an issue and its wording, an amendment, a paper, a meeting."""


def by(role: str, *acts: Act) -> tuple[Said, ...]:
    """Acts that a role says, signed with its own key."""
    return tuple(Said(party_of(role), act, (role,)) for act in acts)


def at(play: Play) -> dict[str, Any]:
    """The meeting in session, as acts name it."""
    assert play.session is not None
    return {"number": play.session.number, **OF}


def called(move: Move, language: Language) -> dict[str, str]:
    """What the words of a move name, with the wording of an issue in a language."""
    about = dict(move.about)
    if "issue" in about and "option" in about:
        about["option"] = word(language, "options", about["issue"], about["option"])
        about["issue"] = word(language, "issues", move.about["issue"])
    return about
