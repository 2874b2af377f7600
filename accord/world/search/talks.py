"""What can be found of talks: single meetings, lists of speakers, proposals, their lists, drafts and amendments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from accord.areas.meetings.rules import key
from accord.areas.negotiation.changes import AddUnit, AmendText
from accord.areas.negotiation.edits import Put
from accord.world.search.kinds import Kind
from accord.world.search.subject import (
    Said,
    Scope,
    Subject,
    Teller,
    called,
    name_form,
    named,
    said_in,
    subject_of,
    symbol_form,
)
from accord.world.world import World

_TABLES: dict[Kind, tuple[str, str]] = {
    "single-meeting": ("meetings", "scheduled"),
    "speakers-list": ("speakers", "lists"),
    "proposal": ("proposals", "proposals"),
    "compilation": ("proposals", "compilations"),
    "draft-unit": ("negotiation", "units"),
    "amendment": ("negotiation", "amendments"),
    "position": ("negotiation", "positions"),
}
"""Kind → the view and the table that has its subjects: by `body/label`, or by draft and then by label."""
TALKS = frozenset(_TABLES)
_OF_A_DRAFT = ("draft-unit", "amendment", "position")

Names = Callable[..., list[Said]]
"""The parties of some codes by what they are called in each language."""


class Talks:
    """The subjects of talks in one world, as they are now."""

    def __init__(self, world: World, teller: Teller, names: Names) -> None:
        self.world = world
        self.teller = teller
        self.names = names

    def scopes(self, kind: Kind) -> Iterator[Scope]:
        """All that there is of a kind."""
        return (Scope(kind, name, below=kind in _OF_A_DRAFT) for name in self._table(kind))

    def within(self, scope: Scope) -> Iterator[Subject]:
        """The subjects of a scope; none where the record has nothing there any more."""
        kind, name, below = scope
        draft, _, label = name.partition(" ")
        rows = self._table(kind)
        if kind in _OF_A_DRAFT:
            given = rows.get(draft, {})
            labels = list(given) if below else [label]
            found = [self._of_draft(kind, draft, one, given[one]) for one in labels if one in given]
        else:
            found = [self._of_body(kind, name, rows[name])] if name in rows else []
        return (subject for subject in found if subject is not None)

    def _table(self, kind: Kind) -> dict[str, Any]:
        view, table = _TABLES[kind]
        rows: dict[str, Any] = getattr(getattr(self.world, view).tables, table)
        return rows

    def translations(self, body: str, statement: str) -> list[Said]:
        """The words of a statement in other languages than it was made in."""
        begin = f"{key(body, statement)}/"
        rows = self.world.speakers.tables.translations
        found = (rows.get(f"{begin}{language}") for language in ("ar", "zh", "en", "fr", "ru", "es"))
        return [Said("text", fact.act.language, fact.act.words) for fact in found if fact is not None]

    def _kind(self, kind: Kind) -> list[Said]:
        """What things of a kind are called, so that a question may say what it looks for."""
        return [Said("text", lang, said) for lang, said in self.teller.code("search.group", kind).items()]

    # Of a body.

    def _of_body(self, kind: Kind, name: str, fact: Any) -> Subject:
        match kind:
            case "single-meeting":
                return self._meeting(name, fact)
            case "speakers-list":
                return self._list(name, fact)
            case "proposal":
                return self._proposal(name, fact)
            case _:
                texts = [*said_in("name", fact.act.title), *_symbols(fact.act.document), *self._kind(kind)]
                return subject_of(kind, name, fact, texts, _titles(texts), frozenset())

    def _meeting(self, name: str, fact: Any) -> Subject:
        """A meeting by its kind and number, its title, venue and who presided."""
        act = fact.act
        numbered = [
            Said("name", lang, f"{said} {act.number}")
            for lang, said in self.teller.code("meeting-kind", act.kind).items()
        ]
        texts = [*said_in("name", act.title), *numbered, *said_in("text", act.venue)]
        states: list[str | None] = []
        for sitting in self.world.meetings.tables.sittings.get(name, ()):
            texts += called("text", sitting.convened.act.presiding)
            states.append(sitting.convened.act.presiding_state)
        texts += self.names(*dict.fromkeys(states))
        return subject_of("single-meeting", name, fact, texts, _titles(said_in("name", act.title)), named(*states))

    def _list(self, name: str, fact: Any) -> Subject:
        """A list of speakers by its title and by who is on it, for itself or for a group."""
        places = self.world.speakers.tables.places.get(name, ())
        here = [place.act for place in places if place.state != "withdrawn"]
        parties = dict.fromkeys(code for act in here for code in (act.party, act.on_behalf_of))
        texts = [*said_in("name", fact.act.title), *self._kind("speakers-list"), *self.names(*parties)]
        forms = _titles(said_in("name", fact.act.title))
        return subject_of("speakers-list", name, fact, texts, forms, named(*parties))

    def _proposal(self, name: str, fact: Any) -> Subject:
        """A proposal by the title and text that it has now and by who stands by it."""
        proposals = self.world.proposals
        wording = proposals.wording(name)
        parties = [code for code, rows in proposals.tables.stands.get(name, {}).items() if rows[-1].ended is None]
        texts = [*said_in("name", wording.title), *said_in("text", wording.text), *self._kind("proposal")]
        texts += self.names(*parties)
        return subject_of("proposal", name, fact, texts, _titles(texts), named(*parties))

    # Of a draft.

    def _of_draft(self, kind: Kind, draft: str, label: str, row: Any) -> Subject | None:
        match kind:
            case "draft-unit":
                return self._unit(draft, label, row)
            case "amendment":
                return self._amendment(draft, label, row)
            case _:
                return self._position(draft, label, row)

    def _unit(self, draft: str, unit: str, row: Any) -> Subject | None:
        """A unit of a draft by the text that it has now, with its translations; none that is deleted."""
        if row.until is not None:
            return None
        tables = self.world.negotiation.tables
        texts = [Said("text", tables.drafts[draft].act.language, row.current.text)]
        translations = tables.translations.get(draft, {}).values()
        texts += [Said("text", f.act.language, f.act.text) for f in translations if f.act.unit == unit]
        number = symbol_form(row.number)
        forms = [f"p:{number}"] if number else []
        # Units that one revision added have its entry: they are told in the order in which the record knows them.
        place = list(tables.units[draft]).index(unit)
        return Subject("draft-unit", f"{draft} {unit}", row.entry, place, texts, forms, frozenset())

    def _amendment(self, draft: str, label: str, row: Any) -> Subject:
        """An amendment by the words that it puts, its note and its sponsors."""
        language = self.world.negotiation.tables.drafts[draft].act.language
        put: list[str] = []
        for change in row.act.changes:
            if isinstance(change, AddUnit):
                put.append(change.text)
            elif isinstance(change, AmendText):
                put += [edit.text for edit in change.edits if isinstance(edit, Put)]
        sponsors = row.holding()
        texts = [Said("name", "en", label), *(Said("text", language, words) for words in put)]
        texts += [*said_in("text", row.act.note), *self._kind("amendment"), *self.names(*sponsors)]
        forms = [f"s:{symbol_form(label)}", name_form(label)]
        return Subject("amendment", f"{draft} {label}", row.entry, 0, texts, forms, named(*sponsors))

    def _position(self, draft: str, label: str, fact: Any) -> Subject:
        """A position by its words, its kind, and whose it is."""
        act = fact.act
        texts = [*said_in("text", act.text), *self.names(act.party, act.on_behalf_of)]
        texts += [Said("text", lang, said) for lang, said in self.teller.code("position-kind", act.kind).items()]
        return subject_of("position", f"{draft} {label}", fact, texts, [], named(act.party, act.on_behalf_of))


def _titles(texts: list[Said]) -> list[str]:
    """The forms of what something is called."""
    return [name_form(said.words.strip("[]")) for said in texts if said.field == "name"]


def _symbols(symbol: str | None) -> list[Said]:
    return [] if symbol is None else [Said("text", "en", symbol)]
