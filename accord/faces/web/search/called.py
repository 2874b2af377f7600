"""What a subject is called in the language of the reader."""

from __future__ import annotations

from accord.acts.values import Text
from accord.faces.cli.names import Names
from accord.words.catalogue import say
from accord.world.search.kinds import Kind
from accord.world.world import World


class Called:
    """The names of subjects in one language."""

    def __init__(self, lang: str, world: World) -> None:
        self.lang = lang
        self._names = Names(lang, world)

    def __call__(self, world: World, kind: Kind, key: str) -> str:
        """The name of a subject; its key where the world no longer has it."""
        try:
            return self._name(world, kind, key)
        except (KeyError, StopIteration):
            return key

    def _name(self, world: World, kind: Kind, key: str) -> str:
        names, meetings, bodies = self._names, world.meetings.tables, world.bodies.tables
        above, _, label = key.rpartition("/")
        match kind:
            case "document":
                title = world.documents.tables.documents[key].act.title
                return key if title is None else self._joined(key, names.text(title))
            case "paragraph":
                document, _, unit = key.partition(" ")
                return self._joined(document, self._unit(world, document, unit))
            case "party":
                return names.party(key)
            case "body":
                return names.text(bodies.bodies[key].act.name)
            case "panel":
                return names.text(meetings.panels[key].act.title)
            case "theme":
                return names.text(meetings.themes[key].act.title)
            case "agenda-item":
                item = next(item for item in bodies.agendas[above].act.items if str(item.number) == label)
                return f"{item.number}. {names.text(item.title)}"
            case "officer":
                act = bodies.officers[above][label].act
                return self._joined(names.person(act.person), names.code("office", act.office))
            case "statement":
                said = meetings.statements[key].act
                who = names.text(said.official) if said.official is not None else names.party(said.speaker or "")
                return self._joined(who, names.code("occasion", said.occasion))
            case "introduction":
                given = meetings.introductions[key].act
                who = names.parties(given.introducers) if given.introducers else names.code("office", "chair")
                return who if given.document is None else self._joined(who, given.document)
            case "submission":
                return names.party(meetings.submissions[key].act.submitter)
            case "meeting":
                held = meetings.meetings[key].act
                days = (
                    names.days([held.first])
                    if held.first == held.last
                    else f"{names.day(held.first)} – {names.day(held.last)}"
                )
                return self._joined(names.code("meeting-kind", held.kind), days)
            case "instrument":
                given_in = world.documents.tables.instruments[key].act
                who = names.party(given_in.presenter)
                return who if given_in.title is None else self._joined(who, names.text(given_in.title))
            case "law":
                return names.text(world.instruments.tables.instruments[key].act.name)
            case "undertaking":
                return names.text(world.commitments.tables.undertakings[key].act.title)
            case "element":
                element = world.programme.tables.elements[key].act
                place = None if element.source is None else names.place(element.source.place)
                return names.text(element.name) if place is None else self._joined(names.text(element.name), place)
            case "approach":
                return names.text(world.programme.tables.approaches[key].act.name)
            case "reply":
                rows = [row for given in world.parties.tables.replies.values() for row in given]
                return names.party(next(row.by for row in rows if str(row.entry) == key))
            case "single-meeting":
                return self._meeting(world, key)
            case "speakers-list":
                return self._titled(world.speakers.tables.lists[key].act.title, "page.list.title")
            case "proposal":
                return names.text(world.proposals.wording(key).title)
            case "compilation":
                return self._titled(world.proposals.tables.compilations[key].act.title, "page.compilation.title")
            case "draft-unit" | "amendment" | "position":
                return self._of_draft(world, kind, key)
            case "entry":
                return say(self.lang, "page.entry.title", index=key)

    def _titled(self, title: Text | None, code: str) -> str:
        """A title; where there is none, what such a thing is called."""
        return say(self.lang, code) if title is None else self._names.text(title)

    def _meeting(self, world: World, key: str) -> str:
        """A single meeting by its kind, its number, its title, and the day for which it is announced now."""
        meetings = world.meetings.tables
        act = meetings.scheduled[key].act
        moved = meetings.postponed.get(key, ())
        day = moved[-1].act.to if moved else act.on
        parts = [f"{self._names.code('meeting-kind', act.kind)} {act.number}"]
        parts += [] if act.title is None else [self._names.text(act.title)]
        return self._joined(*parts, *([] if day is None else [self._names.day(day)]))

    def _of_draft(self, world: World, kind: Kind, key: str) -> str:
        """What a draft has under a label: a unit by its number, a position by whose it is."""
        draft, _, label = key.partition(" ")
        tables = world.negotiation.tables
        if kind == "amendment":
            return self._joined(draft, label)
        if kind == "position":
            act = tables.positions[draft][label].act
            whose = self._names.party(act.on_behalf_of or act.party)
            return self._joined(draft, whose, self._names.code("position-kind", act.kind))
        row = tables.units[draft][label]
        return self._joined(draft, self._names.unit(label, row.kind, row.number))

    def _unit(self, world: World, document: str, unit: str) -> str:
        """A unit as people name it: a paragraph by its number, anything else by its kind and number."""
        if unit.startswith("para-"):
            return self._names.place(unit) or unit
        for fact in world.drafting.tables.units.get(document, {}).values():
            if fact.act.unit == unit:
                return self._names.unit(unit, fact.act.kind, fact.act.number)
        return unit

    def _joined(self, *parts: str) -> str:
        return {"ar": "، ", "zh": "，"}.get(self.lang, ", ").join(parts)
