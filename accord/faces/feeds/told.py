"""What feeds, calendars and digests say in words: of a date, of an entry, of a change; and where pages of it lie."""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.values import Text
from accord.areas.negotiation.followed import ChangeEvent
from accord.faces.cli.names import UNKNOWN, Names
from accord.faces.cli.tracked import tracked
from accord.faces.web.addressed import Addressed
from accord.words.catalogue import say
from accord.words.dates import period
from accord.world.asked import Asked
from accord.world.calendar import DateRow
from accord.world.entries import EntryRow
from accord.world.world import World

_LABELS = ("draft", "unit", "amendment", "proposal", "compilation", "number")
"""Fields of acts that name something within a document or a body; a number is that of a meeting."""


class Teller:
    """One language and one world, as served at an address.

    Args:
        known: the world as pages ask it, with its entries.
        address: of the portal, without a stroke at its end; empty where none is known: links then name no host.
    """

    def __init__(self, lang: str, known: Asked, world: World, address: str = "") -> None:
        self.lang = lang
        self.known = known
        self.world = world
        self.names = Names(lang, world)
        self._pages = Addressed(lang)
        self.address = address

    def say(self, code: str, /, **values: object) -> str:
        """The sentence for a code."""
        return say(self.lang, code, **values)

    # Addresses.

    def page(self, name: str, *arguments: str) -> str:
        """The address of a page."""
        return self.address + self._pages.url(name, *arguments)

    def file(self, form: str, name: str, *arguments: str) -> str:
        """The address of a page in a form."""
        return f"{self.page('feed', name, *arguments)}.{form}"

    def document(self, symbol: str) -> str:
        """The address of a document."""
        return self.address + self._pages.document_url(symbol)

    # Words.

    def joined(self, *parts: str) -> str:
        """What there is, in a line."""
        return " · ".join(part for part in parts if part)

    def body(self, code: str | None) -> str:
        """A body by its short name."""
        fact = None if code is None else self.world.bodies.tables.bodies.get(code)
        if fact is None:
            return code or ""
        name = self.names.text(fact.act.short or fact.act.name)
        return name if fact.act.year is None else say(self.lang, "view.session.name", body=name, year=fact.act.year)

    def followed(self, subject: str) -> str:
        """What a reader follows, by its name."""
        kind, _, name = subject.partition(":")
        match kind:
            case "body":
                return self.body(name)
            case "party":
                return self.names.party(name)
            case "proposal":
                fact = self.world.proposals.tables.proposals[name]
                return self.names.text(fact.act.title)
            case "instrument":
                return self.names.text(self.world.instruments.tables.instruments[name].act.name)
            case "element":
                return self.names.text(self.world.programme.tables.elements[name].act.name)
            case "approach":
                return self.names.text(self.world.programme.tables.approaches[name].act.name)
            case "undertaking":
                return self.names.text(self.world.commitments.tables.undertakings[name].act.title)
            case "unit":
                symbol, _, unit = name.partition("#")
                return self.joined(symbol, self.names.place(unit) or "")
        return name or self.world.record

    def date(self, row: DateRow) -> str:
        """A date: what it is, of which body, about what, and what became of it."""
        what = self.names.code("event-kind", row.event_kind)
        if row.number is not None:
            what = self.say("calendar.meeting", number=row.number)
        state = "" if row.event_state == "planned" else self.names.code("event-state", row.event_state)
        part = "" if row.part is None else self.names.code("part-of-day", row.part)
        return self.joined(state, what, row.document or "", self.body(row.body), part, self.text(row.title))

    def text(self, text: Text | None) -> str:
        """A text, or nothing."""
        return "" if text is None else self.names.text(text)

    def when(self, row: DateRow) -> str:
        """The days and times of a date."""
        if row.begins is None:
            return period(row.first, row.last, self.lang, year=True)
        begins = self.names.moment(row.begins)
        return begins if row.finishes is None else f"{begins} – {self.names.moment(row.finishes)}"

    def entry(self, row: EntryRow) -> str:
        """What an entry says, about which documents."""
        if row.verb is None:
            return self.say("page.entry.title", index=row.entry)
        verb = self.names.code("act", row.verb.partition("/")[0])
        return self.joined(verb, ", ".join(row.symbols), *self._about(row.entry), self.text(row.text))

    def _about(self, index: int) -> Iterator[str]:
        """What an act names that has no page as a document or party."""
        entry = self.known.read(index)
        for field in _LABELS:
            value = None if entry is None else getattr(entry.act, field, None)
            if isinstance(value, str):
                yield (self.names.place(value) or value) if field == "unit" else value
            elif isinstance(value, int):
                yield self.say("calendar.meeting", number=value)

    def who(self, row: EntryRow) -> str:
        """Who said it, from which source, and of whom."""
        entry = self.known.read(row.entry)
        source = None if entry is None else getattr(entry.act, "source", None)
        by = ""
        if row.by is not None and source is None:
            by = self.say("page.said-by", by=self.names.party(row.by))
        elif row.by is not None and source is not None:
            by = self.say("page.recorded-by", by=self.names.party(row.by), source=self.names.source(source))
        others = [party for party in row.parties if party != row.by]
        return self.joined(by, self.names.parties(others) if others else "")

    def change(self, event: ChangeEvent) -> str:
        """What changed in a party's paragraph, or in the draft around it."""
        number = "" if event.unit is None else event.number or event.unit
        what = self.names.code("draft-event", event.event)
        return self.joined(what, event.document or event.draft, number, event.amendment or "")

    def changed_words(self, event: ChangeEvent) -> str:
        """The words as they changed, and whose the change is."""
        words = tracked(event.words, self.names) if event.words else ""
        whose = self.names.parties(event.whose) if event.whose else ""
        return "\n".join(part for part in (words, whose) if part) or UNKNOWN
