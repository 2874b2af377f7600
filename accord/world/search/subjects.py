"""What can be found: each subject of a world with its texts, the exact forms that name it, and the parties it names.

What is printed of a text unit, and the words of a code (`chair`, `working-paper`), are made in rooms above this
one; who owns an index hands in a `Teller` that knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accord.acts.facts import Fact
from accord.reference.states import LANGUAGES, gazetteer, states
from accord.world.search import programme
from accord.world.search.kinds import KINDS, Kind
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
from accord.world.search.talks import TALKS, Talks
from accord.world.world import World

_TABLES: dict[Kind, str] = {
    "panel": "panels",
    "theme": "themes",
    "meeting": "meetings",
    "statement": "statements",
    "introduction": "introductions",
    "submission": "submissions",
}
"""Kinds that stand in a table of the meetings, each under `body/label`."""


class Subjects:
    """The subjects of one world, as they are now."""

    def __init__(self, world: World, teller: Teller) -> None:
        self.world = world
        self.teller = teller
        self._named: dict[str, list[tuple[str, str]]] = {}
        self._talks = Talks(world, teller, self.names)

    # All, and those that a scope names.

    def all(self) -> Iterator[Subject]:
        """Every subject: kind by kind, each in the order of the record."""
        for kind in KINDS:
            yield from sorted(self.of(kind), key=lambda subject: (subject.entry, subject.place))

    def of(self, kind: Kind) -> Iterator[Subject]:
        """Every subject of a kind."""
        for scope in self._scopes(kind):
            yield from self.within(scope)

    def _scopes(self, kind: Kind) -> Iterator[Scope]:
        world = self.world
        match kind:
            case "party":
                return (Scope(kind, code) for code in world.parties.tables.parties)
            case "body":
                return (Scope(kind, code) for code in world.bodies.tables.bodies)
            case "officer" | "agenda-item":
                table: Mapping[str, Any] = (
                    world.bodies.tables.officers if kind == "officer" else world.bodies.tables.agendas
                )
                return (Scope(kind, body, below=True) for body in table)
            case "document":
                return (Scope(kind, symbol) for symbol in world.documents.tables.documents)
            case "paragraph":
                return (Scope(kind, symbol, below=True) for symbol in world.drafting.tables.units)
            case "instrument":
                return (Scope(kind, digest) for digest in world.documents.tables.instruments)
            case "law":
                return (Scope(kind, code) for code in world.instruments.tables.instruments)
            case "undertaking":
                return (Scope(kind, label) for label in world.commitments.tables.undertakings)
            case "element":
                return (Scope(kind, label) for label in world.programme.tables.elements)
            case "approach":
                return (Scope(kind, label) for label in world.programme.tables.approaches)
            case "reply":
                return (Scope(kind, str(r.entry)) for rs in world.parties.tables.replies.values() for r in rs)
            case "entry":
                return iter(())
            case _ if kind in TALKS:
                return self._talks.scopes(kind)
            case _:
                return (Scope(kind, key) for key in getattr(world.meetings.tables, _TABLES[kind]))

    def within(self, scope: Scope) -> Iterator[Subject]:
        """The subjects of a scope; none where the record has nothing there any more."""
        kind, key, _ = scope
        tables = self.world.meetings.tables
        if kind in _TABLES:
            fact = getattr(tables, _TABLES[kind]).get(key)
            found = [] if fact is None else [self._of_meeting(kind, key, fact)]
        elif kind in TALKS:
            found = list(self._talks.within(scope))
        elif kind == "paragraph":
            found = list(self._paragraphs(key))
        elif kind == "officer":
            offices = self.world.bodies.tables.officers.get(key, {})
            found = [self._officer(f"{key}/{office}", fact) for office, fact in offices.items()]
        elif kind == "agenda-item":
            found = list(self._agenda(key))
        elif kind == "reply":
            found = list(self._replies(key))
        elif kind in ("element", "approach"):
            one = self._of_programme(kind, key)
            found = [] if one is None else [one]
        else:
            make = {
                "party": self._party, "body": self._body, "document": self._document, "instrument": self._instrument,
                "law": self._law, "undertaking": self._undertaking,
            }[kind]  # fmt: skip
            one = make(key)
            found = [] if one is None else [one]
        return iter(found)

    # One by one.

    def _party(self, code: str) -> Subject | None:
        fact = self.world.parties.tables.parties.get(code)
        if fact is None:
            return None
        act = fact.act
        texts = [Said("name", lang, name) for lang, name in self._forms_of(code)]
        forms = [name_form(said.words) for said in texts] + [name_form(code)]
        state = states().get(code)
        if state is not None and act.name is None:
            forms.append(f"2:{state.iso2}")
        texts.append(Said("name", "en", code))
        texts += self.code("party-kind", act.kind)
        return subject_of("party", code, fact, texts, forms, frozenset((code,)))

    def _forms_of(self, code: str) -> list[tuple[str, str]]:
        """Every form of a party's name, with its language; of a State without a name of its own, those of the UN."""
        fact = self.world.parties.tables.parties.get(code)
        given = [] if fact is None else [fact.act.name, fact.act.short, *fact.act.also]
        found: list[tuple[str, str]] = [
            (lang, said) for text in given if text is not None for lang, said in text.said.items()
        ]
        if code in states() and (fact is None or fact.act.name is None):
            found += [(lang, form) for lang in LANGUAGES for form in _gazetteer(lang).get(code, ())]
        return found

    def names(self, *codes: str | None) -> list[Said]:
        """The parties that a subject names, by what they are called in each language."""
        return [Said("text", lang, name) for code in codes if code for lang, name in self._called(code)]

    def _called(self, code: str) -> list[tuple[str, str]]:
        found = self._named.get(code)
        if found is None:
            state = states().get(code)
            fact = self.world.parties.tables.parties.get(code)
            if state is not None and (fact is None or fact.act.name is None):
                names = [(lang, name) for lang in LANGUAGES for name in (state.name(lang), state.formal(lang)) if name]
                found = list(dict.fromkeys(names))
            else:
                found = self._forms_of(code) or [("en", code)]
            self._named[code] = found
        return found

    def _body(self, code: str) -> Subject | None:
        fact = self.world.bodies.tables.bodies.get(code)
        if fact is None:
            return None
        act = fact.act
        names = [said for text in (act.name, act.short, *act.also) for said in said_in("name", text)]
        forms = [name_form(said.words) for said in names] + [name_form(code), f"s:{symbol_form(code)}"]
        rest = [*said_in("text", act.venue), *said_in("text", act.resolution_title), Said("text", "en", act.resolution)]
        service = self.world.bodies.tables.services.get(code)
        rest += [] if service is None else said_in("text", service.act.provider)
        return subject_of("body", code, fact, [*names, Said("name", "en", code), *rest], forms, frozenset())

    def _officer(self, key: str, fact: Fact[Any]) -> Subject:
        act = fact.act
        names = called("name", act.person)
        texts = [*names, *self.code("office", act.office), *self.names(act.state)]
        return subject_of("officer", key, fact, texts, [name_form(n.words) for n in names], named(act.state))

    def _agenda(self, body: str) -> Iterator[Subject]:
        fact = self.world.bodies.tables.agendas.get(body)
        if fact is None:
            return
        for item in fact.act.items:
            texts = said_in("name", item.title)
            found = subject_of("agenda-item", f"{body}/{item.number}", fact, texts, [], frozenset())
            yield found._replace(place=item.number)

    def _document(self, symbol: str) -> Subject | None:
        tables = self.world.documents.tables
        fact = tables.documents.get(symbol)
        if fact is None:
            return None
        act = fact.act
        printed = [symbol] if act.printed is None else [symbol, act.printed]
        jobs = {version.act.job for version in tables.versions.get(symbol, {}).values() if version.act.job}
        sponsors = tuple(tables.sponsorships.get(symbol, {}))
        texts = [Said("name", "en", one) for one in printed] + said_in("name", act.title)
        texts += [*self.code("kind", act.kind), *self.names(*sponsors)]
        texts += [Said("text", "en", job) for job in sorted(jobs)]
        forms = [f"j:{symbol_form(job)}" for job in jobs]
        for one in printed:
            parts = symbol_form(one).split(".")
            forms += [f"s:{'.'.join(parts[at:])}" for at in range(len(parts) - 1)]
        forms += [name_form(said.words.strip("[]")) for said in said_in("name", act.title)]
        return subject_of("document", symbol, fact, texts, forms, frozenset(sponsors))

    def _instrument(self, digest: str) -> Subject | None:
        """The receipt for a paper that a party presented as a file: found also by the file's digest."""
        fact = self.world.documents.tables.instruments.get(digest)
        if fact is None:
            return None
        act = fact.act
        texts = [*said_in("name", act.title), *self.names(act.presenter), Said("text", "en", act.concerns or digest)]
        texts += self.code("instrument-form", act.form)
        return subject_of("instrument", digest, fact, texts, [name_form(digest)], named(act.presenter))

    def _law(self, code: str) -> Subject | None:
        """An instrument of law: found by its names, its code, its reference, and what its articles are about."""
        tables = self.world.instruments.tables
        fact = tables.instruments.get(code)
        if fact is None:
            return None
        act = fact.act
        names = [*said_in("name", act.name), *said_in("name", act.short), Said("name", "en", code)]
        forms = [name_form(said.words) for said in names]
        texts = [*names, *self.code("instrument-kind", act.kind)]
        if act.symbol is not None:
            texts.append(Said("name", "en", act.symbol))
            forms.append(f"s:{symbol_form(act.symbol)}")
        for one in tables.articles.values():
            texts += said_in("text", one.act.summary) if one.act.instrument == code else []
        return subject_of("law", code, fact, texts, forms, frozenset())

    def _undertaking(self, label: str) -> Subject | None:
        """An undertaking: found by its title, its text, what it is about, and who undertook it."""
        fact = self.world.commitments.tables.undertakings.get(label)
        if fact is None:
            return None
        act = fact.act
        titles = [*said_in("name", act.title), Said("name", "en", label)]
        texts = [*titles, *said_in("text", act.text), *self.code("undertaking-matter", act.matter)]
        for holder in act.holders:
            texts += self.names(holder)
        return subject_of(
            "undertaking", label, fact, texts, [name_form(said.words) for said in titles], named(*act.holders)
        )

    def _of_programme(self, kind: Kind, label: str) -> Subject | None:
        fact = programme.named(self.world, kind, label)
        if fact is None:
            return None
        by = fact.act.sponsor
        return programme.subject(kind, label, fact, [] if by is None else self.names(by))

    def _paragraphs(self, document: str) -> Iterator[Subject]:
        facts = self.world.drafting.tables.units.get(document, {})
        texts: dict[str, list[Said]] = {}
        where: dict[str, tuple[int, int]] = {}
        first: dict[str, int] = {}
        for fact in facts.values():
            first[fact.act.unit] = min(fact.first, first.get(fact.act.unit, fact.first))
        for language in sorted({fact.act.language for fact in facts.values()}):
            entry, offset = 0, 0
            for told in self.teller.units(self.world, document, language):
                # An item made from a list has no entry of its own: it stands after the unit of its list.
                entry, offset = (first[told.unit], 0) if told.unit in first else (entry, offset + 1)
                where.setdefault(told.unit, (entry, offset))
                texts.setdefault(told.unit, []).append(Said("text", language, told.words))
        for unit, said in texts.items():
            entry, offset = where[unit]
            yield Subject(
                "paragraph", f"{document} {unit}", entry, offset, said, programme.paragraph_form(unit), frozenset()
            )

    def _replies(self, key: str) -> Iterator[Subject]:
        for rows in self.world.parties.tables.replies.values():
            for row in rows:
                if str(row.entry) == key:
                    said = [*said_in("text", row.act.text), *self.names(row.by)]
                    yield Subject("reply", key, row.entry, 0, said, [], named(row.by))

    def _of_meeting(self, kind: Kind, key: str, fact: Fact[Any]) -> Subject:
        """A subject of the meetings."""
        act = fact.act
        texts: list[Said] = []
        forms: list[str] = []
        parties: list[str | None] = []
        match kind:
            case "panel":
                texts = [*said_in("name", act.title), *called("text", act.moderator)]
                parties = [act.moderator_state]
                for row in act.panellists:
                    texts += called("text", row.person)
                    parties += [row.affiliation, *row.affiliations]
                people = [act.moderator, *(row.person for row in act.panellists)]
                forms = [name_form(said.words) for person in people for said in called("text", person)]
            case "theme":
                texts = [*said_in("name", act.title), *called("text", act.facilitator)]
                forms = [name_form(said.words) for said in called("text", act.facilitator)]
                parties = [act.facilitator_state]
            case "meeting":
                texts = [*self.code("meeting-kind", act.kind), *said_in("text", act.venue)]
            case "statement":
                texts = [
                    *said_in("name", act.official),
                    *self.code("occasion", act.occasion),
                    *said_in("text", act.text),
                    *self._talks.translations(act.body, act.statement),
                ]
                parties = [act.speaker, act.on_behalf_of]
            case "introduction":
                parties = [*act.introducers, *act.on_behalf_of]
                texts = [] if act.document is None else [Said("text", "en", act.document)]
            case "submission":
                parties = [act.submitter]
        if kind in ("panel", "theme"):
            forms += [name_form(said.words.strip("[]")) for said in said_in("name", act.title)]
        texts += self.names(*dict.fromkeys(parties))
        return subject_of(kind, key, fact, texts, forms, named(*parties))

    def code(self, family: str, code: str) -> list[Said]:
        """The words of a code in each language."""
        return [Said("text", lang, said) for lang, said in self.teller.code(family, code).items()]


_BY_CODE: dict[str, dict[str, list[str]]] = {}


def _gazetteer(lang: str) -> dict[str, list[str]]:
    """Code → the forms of a State's name in a language, the longest first."""
    if lang not in _BY_CODE:
        forms: dict[str, list[str]] = {}
        for form, code in gazetteer(lang).items():
            forms.setdefault(code, []).append(form)
        _BY_CODE[lang] = forms
    return _BY_CODE[lang]
