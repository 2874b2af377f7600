"""Rulings: an act counts, or it stands on record without effect and the reason is named."""

from __future__ import annotations

from typing import Any


class NoEffect(Exception):
    """The act is on record and changes nothing; `reason` is the code of the point that fails."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def insist(holds: Any, reason: str) -> None:
    """Raises `NoEffect(reason)` unless `holds` is true.

    >>> insist(False, "not-on-team")
    Traceback (most recent call last):
    accord.acts.rulings.NoEffect: not-on-team
    """
    if not holds:
        raise NoEffect(reason)
