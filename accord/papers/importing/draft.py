"""The plan in the making: each wanted act is compared with the record and kept only if it says something new."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from accord.acts.envelope import LARGEST_PAYLOAD
from accord.acts.facts import Fact
from accord.acts.values import Person, Source, Text
from accord.acts.vocabulary import Act, name_of
from accord.areas.bodies import acts as bodies
from accord.areas.bodies.rules import seat
from accord.areas.documents import acts as documents
from accord.areas.drafting import acts as drafting
from accord.areas.drafting.rules import pattern_key, unit_key
from accord.areas.meetings import acts as meetings
from accord.areas.parties import acts as parties
from accord.papers.importing.articles import without_article
from accord.papers.importing.preview import preview, try_act
from accord.papers.importing.values import Note, Planned
from accord.wire import codec
from accord.wire.codec import Malformed
from accord.words.catalogue import say
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World

LARGEST_ACT = LARGEST_PAYLOAD - 2_000
"""Bytes of an act, so that with keys, nonce and record it stays a payload that the gate admits."""

Current = Callable[[World, Any], Fact[Any] | None]


def _of(register: str, label: str) -> Current:
    return lambda w, a: w.meetings.register(register).get(f"{a.body}/{getattr(a, label)}")


def _officer(offices: dict[str, Fact[Any]], act: bodies.ElectOfficer) -> Fact[Any] | None:
    return offices.get(seat(offices, act))


CURRENT: dict[type[Act], Current] = {
    parties.EnterParty: lambda w, a: w.parties.tables.parties.get(a.party),
    bodies.EstablishBody: lambda w, a: w.bodies.tables.bodies.get(a.body),
    bodies.ContinueBody: lambda w, a: w.bodies.tables.continued.get(a.body),
    bodies.ElectOfficer: lambda w, a: _officer(w.bodies.tables.officers.get(a.body, {}), a),
    bodies.NameFriend: lambda w, a: w.bodies.tables.friends.get(a.body, {}).get(a.state),
    bodies.ServiceBody: lambda w, a: w.bodies.tables.services.get(a.body),
    bodies.DecideModalities: lambda w, a: w.bodies.tables.modalities.get(a.body),
    bodies.AdoptAgenda: lambda w, a: w.bodies.tables.agendas.get(a.body),
    documents.RegisterDocument: lambda w, a: w.documents.tables.documents.get(a.symbol),
    documents.IssueVersion: lambda w, a: w.documents.tables.versions.get(a.symbol, {}).get(a.language),
    meetings.HoldMeetings: _of("meeting", "meeting"),
    meetings.HoldPanel: _of("panel", "panel"),
    meetings.MakeStatement: _of("statement", "statement"),
    meetings.IntroducePaper: _of("introduction", "introduction"),
    meetings.SubmitViews: _of("submission", "submitter"),
    meetings.DiscussTheme: _of("theme", "theme"),
    drafting.RecordUnit: lambda w, a: w.drafting.tables.units.get(a.document, {}).get(unit_key(a)),
    drafting.RecordPattern: lambda w, a: w.drafting.tables.patterns.get(a.document, {}).get(pattern_key(a)),
    drafting.ConsiderReport: lambda w, a: w.drafting.tables.considerations.get(a.body),
    drafting.AdoptReport: lambda w, a: w.drafting.tables.adoptions.get(a.body),
}
"""Kind of act → the fact that the record holds of its subject now."""


MISSED: dict[type[Act], tuple[str, ...]] = {
    bodies.ElectOfficer: ("on", "state", "mode"),
    bodies.AdoptAgenda: ("document", "on"),
    bodies.DecideModalities: ("on",),
    documents.RegisterDocument: ("summarises", "title"),
    meetings.HoldMeetings: ("venue",),
    drafting.AdoptReport: ("mode",),
}
"""Facts that stay as recorded where a reading has none; for parties and bodies that holds for all."""


class Draft:
    """What will be said by `recorder` about `symbol`, tried out one act after the other on a preview of the world."""

    def __init__(self, world: World, recorder: str, symbol: str, body: str, language: str) -> None:
        self.world = preview(world)
        self.before = world.size
        self.recorder = recorder
        self.symbol = symbol
        self.body = body
        self.language: Any = language
        self.planned: list[Planned] = []
        self.notes: list[Note] = []
        self.meeting_labels: list[str] = []
        self.panel_labels: list[str] = []
        self.theme_labels: list[str] = []
        """The labels on record of the meetings, panels and themes of the reading, in its order."""
        self.unknown: set[str] = set()
        """Names that stay as printed because no State is known of them, as they are compared."""
        self.translation = self._first_language() not in (None, language)
        """Whether the record has this document in another language already: its lists then stand as recorded there."""
        self.touched: set[int] = set()
        """Entries that the document still says, so that they are not removed."""

    def _first_language(self) -> str | None:
        """The language in which the record first had the text of this document."""
        units = self.world.drafting.tables.units.get(self.symbol, {}).values()
        first = min(units, key=lambda f: f.corrected[0] if f.corrected else f.entry, default=None)
        return None if first is None else str(first.act.language)

    def source(self, place: str) -> Source:
        """The document and the unit of it."""
        return Source(document=self.symbol, place=place)

    def text(self, words: str) -> Text:
        """Words as the document prints them."""
        return Text(original=self.language, said={self.language: words.strip()})

    def owns(self, fact: Fact[Any]) -> bool:
        """Whether a fact was recorded from this document by this recorder."""
        source = fact.act.source
        return source is not None and source.document == self.symbol and fact.by == self.recorder

    def found(self, kind: str, some: Collection[str]) -> bool:
        """Whether the reading has any records of a kind; without any, a note asks a person to look."""
        note = Note(
            "document", "none-found", f"no {kind} was read, though the record has some from this document; they stay"
        )
        if not some and note not in self.notes:
            self.notes.append(note)
        return bool(some) and not self.translation

    def note(self, where: str, code: str, detail: str) -> None:
        """Something a person should look at."""
        self.notes.append(Note(where, code, detail))

    def look(self, where: str, code: str, **values: str) -> None:
        """Something a person should look at, in the words `detail.<code>` of the catalogues."""
        self.notes.append(Note(where, code, say("en", f"detail.{code}", **values), code, values))

    def say(self, act: Act, instead: Fact[Any] | None = None) -> Fact[Any] | None:
        """Says an act unless the record says the same; as a correction where it says something else.

        Args:
            act: what the document says.
            instead: the fact that it corrects, where that is not the one of its own key.

        Returns:
            the fact as it then stands, or nothing where the act would have no effect.
        """
        current = instead or CURRENT[type(act)](self.world, act)
        if current is None:
            self._plan(act, "new")
        else:
            self.touched.add(current.entry)
            wanted = merged(act, current.act, self.symbol)
            if self.translation:
                wanted = translated(wanted, current.act)
            if plain(wanted) == plain(current.act):
                return current
            if current.by != self.recorder and but_for_articles(wanted) == but_for_articles(current.act):
                return current
            if current.by != self.recorder and self.recorder != self.world.parties.secretariat:
                self.note(
                    _place(act), "said-by-another", f"entry {current.entry} by {current.by} says otherwise; it stands"
                )
                return current
            self._plan(replace(wanted, corrects=current.entry), "changed")
        found = CURRENT[type(act)](self.world, act)
        if found is not None:
            self.touched.add(found.entry)
        return found

    def do(self, act: Act, why: str = "new") -> None:
        """Says an act that stands for itself: a member joins, a record is struck."""
        self._plan(act, why)

    def _plan(self, act: Act, why: Any) -> None:
        try:
            data = codec.encode(act)
            VOCABULARY.decoder.decode(data)
        except (msgspec.MsgspecError, Malformed) as error:
            self.note(_place(act), "cannot-be-said", f"{name_of(act)}: {error}")
            return
        if len(data) > LARGEST_ACT:
            self.note(_place(act), "cannot-be-said", f"{name_of(act)} has {len(data)} bytes, more than an act may have")
            return
        trial = try_act(self.world, self.recorder, act)
        if trial.counts:
            self.planned.append(Planned(act, why))
        else:
            self.note(_place(act), "no-effect", f"{name_of(act)} would have no effect: {trial.reason}")


def _place(act: Any) -> str:
    source = getattr(act, "source", None)
    return source.place or "" if source is not None else ""


def plain(act: Any) -> Any:
    """An act without where it stands and what it corrects: what it says.

    >>> from accord.areas.bodies.acts import ReleaseFriend
    >>> plain(ReleaseFriend(body="AC.1", state="EGY", source=Source(place="para-6"))).source is None
    True
    """
    names = {name: None for name in ("source", "corrects") if name in act.__struct_fields__}
    return replace(act, **names)


def but_for_articles(act: Any) -> Any:
    """What an act says, without the articles of a party's name: how another recorder may well have entered it.

    >>> name = Text(original="en", said={"en": "Isles"})
    >>> other = replace(name, said={"en": "the Isles"})
    >>> plainer = parties.EnterParty(party="XIS", kind="state", name=name)
    >>> but_for_articles(replace(plainer, also=(other,))) == but_for_articles(plainer)
    True
    """
    if not isinstance(act, parties.EnterParty):
        return plain(act)
    names = act.name.said if act.name else {}
    known = {(lang, without_article(words, lang)) for lang, words in names.items()}
    also = tuple(
        text for text in act.also if not {(lang, without_article(w, lang)) for lang, w in text.said.items()} <= known
    )
    name = act.name and replace(act.name, said={lang: without_article(words, lang) for lang, words in names.items()})
    return replace(plain(act), article=None, also=also, name=name)


def merged(act: Any, current: Any, symbol: str) -> Any:
    """The act with what the record already knows in other languages, and from other sources.

    What this document itself said before and says no longer is not kept, except what a reader may
    miss: that nobody found a venue does not prove that there was none.
    """
    kept = {}
    own = getattr(current.source, "document", None) == symbol if hasattr(current, "source") else False
    for name, old in asdict(current).items():
        if name in ("source", "corrects"):
            continue
        new = getattr(act, name)
        missed = name in MISSED.get(type(act), ()) or type(act) in (parties.EnterParty, bodies.EstablishBody)
        if new in (None, (), "unknown") and old not in (None, ()) and (missed or not own):
            kept[name] = old
        else:
            kept[name] = _merged(new, old)
    return replace(act, **kept)


def translated(act: Any, current: Any) -> Any:
    """What a translation adds to a record: its words. All else stays as the first version has it.

    Translations sort their lists anew and may be read less well; neither corrects the record.
    """
    if isinstance(act, drafting.RecordUnit | drafting.RecordPattern):
        return act
    kept = {}
    for name, old in asdict(current).items():
        new = getattr(act, name)
        worded = isinstance(new, Text | Person) or (
            isinstance(new, tuple)
            and len(new) == len(old)
            and all(isinstance(o, Text | bodies.AgendaItem) for o in new)
        )
        if old not in (None, (), "unknown") and not worded and name != "source":
            kept[name] = old
    return replace(act, **kept)


def _merged(new: Any, old: Any) -> Any:
    if isinstance(new, Text) and isinstance(old, Text):
        return Text(original=old.original, said={**old.said, **new.said})
    if isinstance(new, tuple) and isinstance(old, tuple) and len(new) == len(old):
        return tuple(_merged(a, b) for a, b in zip(new, old, strict=True))
    if isinstance(new, bodies.AgendaItem) and isinstance(old, bodies.AgendaItem):
        return replace(new, title=_merged(new.title, old.title))
    if isinstance(new, Person) and isinstance(old, Person) and new.name == old.name:
        return replace(new, said={**old.said, **new.said})
    return new
