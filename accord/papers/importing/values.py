"""What an import would say: acts in order, each with why; and what a person should look at."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from accord.acts.vocabulary import Act


class Planned(Struct, frozen=True):
    """An act and why it is said: `new`, `changed` (it corrects an entry) or `gone` (the document no longer says so)."""

    act: Act
    why: Literal["new", "changed", "gone"]


class Note(Struct, frozen=True):
    """Something a person should look at: where in the document, a stable code, a sentence."""

    where: str
    code: str
    detail: str
    """In English."""
    says: str = ""
    """The words `detail.<says>` that say it in every language; empty where there are English ones only."""
    values: dict[str, str] = {}
    """What fills the places of those words."""


class Plan(Struct, frozen=True):
    """The acts that bring the record to what the document says, in the order in which they count.

    `exact` tells whether the report generated after them has the document's characters, all and in order.
    """

    symbol: str
    body: str
    language: str
    planned: tuple[Planned, ...]
    notes: tuple[Note, ...]
    exact: bool

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts alone."""
        return tuple(one.act for one in self.planned)
