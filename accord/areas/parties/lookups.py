"""What pages look replies up by: who replied."""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.index import Index
from accord.acts.view import View, on
from accord.areas.parties.acts import Reply
from accord.areas.parties.view import Parties


class PartyLookups(View):
    """The look-ups over the tables of parties."""

    def __init__(self, parties: Parties) -> None:
        self.replied_to = Index(parties.tables.replies, _who, lambda replies: replies[0].entry)
        """Under each party the replies to the entries that it replied to, its own and others'."""

    @on(Reply)
    def reply(self, entry: Entry[Reply]) -> None:
        self.replied_to.touch(entry.act.to)


def _who(replies: tuple[Fact[Reply], ...]) -> Iterator[str]:
    for reply in replies:
        yield reply.by
