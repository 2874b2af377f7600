"""From printed names to the codes of parties, by the record, by the reference tables, or made from the name.

A name that nobody knows gets a code made from its own characters, so that the same name is
the same party in every record; two names are two parties until a person says otherwise.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from accord.areas.parties.acts import EnterParty, PartyKind
from accord.papers.importing.articles import article_of
from accord.papers.importing.draft import Draft
from accord.reference.groups import groups
from accord.reference.states import find_states, states
from accord.world.world import World


def made_code(kind: str, name: str) -> str:
    """The code of a party that no table knows, from its name without white space.

    >>> made_code("organisation", "Some Institute")
    'org-51740a2e'
    >>> made_code("group", "Some  Group") == made_code("group", "SomeGroup")
    True
    """
    stem = {"group": "group", "state": "state"}.get(kind, "org")
    return f"{stem}-{hashlib.sha256(''.join(name.split()).encode()).hexdigest()[:8]}"


def gazetteer(world: World) -> dict[str, str]:
    """The names under which a record knows States that no table of the UN has: for the reader of a document.

    >>> gazetteer(World("example.org/r"))
    {}
    """
    out: dict[str, str] = {}
    for code, fact in world.parties.tables.parties.items():
        if fact.act.kind == "state" and code not in states():
            texts = [text for text in (fact.act.name, *fact.act.also) if text is not None]
            out |= {words: code for text in texts for words in text.said.values()}
            out |= {f"{article} {words}": code for article, words in _with_articles(fact.act)}
    return out


def _with_articles(act: EnterParty) -> list[tuple[str, str]]:
    if act.article is None or act.name is None:
        return []
    said = act.name.said
    return [(article, said[lang]) for lang, article in act.article.said.items() if lang in said and article[-1] != "'"]


class Wanted(Struct):
    """A party that the document names: first name, short form, further printed forms, first place."""

    kind: PartyKind
    name: str
    place: str
    short: str | None = None
    also: list[str] = field(default_factory=list)
    article: str | None = None


class Names:
    """The parties of one document."""

    def __init__(self, draft: Draft, gazetteer: Mapping[str, str]) -> None:
        self.draft = draft
        self.gazetteer = dict(gazetteer)
        self.wanted: dict[str, Wanted] = {}
        self.by_name: dict[str, str] = {}
        for code, fact in draft.world.parties.tables.parties.items():
            for text in (fact.act.name, fact.act.short, *fact.act.also):
                for lang, words in ({} if text is None else text.said).items():
                    if lang == draft.language:
                        self.by_name.setdefault(plain_key(words), code)
        for code, group in groups().items():
            self.by_name.setdefault(plain_key(group.name(draft.language)), code)

    def state(self, name: str) -> str | None:
        """The code of the State that a whole name is."""
        plain = name.strip()
        found = list(find_states(plain, self.draft.language, self.gazetteer))
        return found[0][2] if found and found[0][:2] == (0, len(plain)) else None

    def has_name(self, code: str) -> bool:
        """Whether the record gives a party a name in this language."""
        fact = self.draft.world.parties.tables.parties.get(code)
        return fact is not None and (
            fact.act.kind == "state" or (fact.act.name is not None and self.draft.language in fact.act.name.said)
        )

    def same(self, name: str, code: str) -> None:
        """Takes a name for that of a party that the record has in another language."""
        self.by_name[plain_key(name)] = code

    def knows(self, name: str) -> bool:
        """Whether a name stands for a party already."""
        return plain_key(name) in self.by_name or self.state(name) is not None

    def code(self, name: str, kind: PartyKind, place: str) -> str:
        """The code of a party by its printed name; the party is then wanted in the register."""
        state = self.state(name)
        if state is not None:
            kind, code = "state", state
        else:
            code = self.by_name.get(plain_key(name)) or made_code(kind, name)
        self.by_name.setdefault(plain_key(name), code)
        known = self.wanted.get(code)
        if known is None:
            registered = self.draft.world.parties.tables.parties.get(code)
            self.wanted[code] = Wanted(registered.act.kind if registered else kind, name.strip(), place)
        elif plain_key(name) not in (plain_key(known.name), plain_key(known.short or ""), *map(plain_key, known.also)):
            known.also.append(name.strip())
        return code

    def shorten(self, code: str, short: str) -> None:
        """The short form that the document gives to a party, unless another party has it."""
        owner = self.by_name.setdefault(plain_key(short), code)
        if owner == code:
            self.wanted[code].short = short
        else:
            self.draft.note("parties", "one-short-form-two-parties", f"{short} stands for {owner} and {code}")

    def forms(self, texts: Sequence[tuple[str, str]]) -> None:
        """Finds every form in which the document prints the States that it names."""
        for place, text in texts:
            for start, end, code in find_states(text, self.draft.language, self.gazetteer):
                if code in self.wanted:
                    self.code(re.sub(r"\s+", " ", text[start:end]), "state", place)

    def articles(self, texts: Sequence[str]) -> None:
        """Finds the article that the document's sentences put before each name."""
        for code, one in self.wanted.items():
            if one.kind != "state" or code not in states():
                one.article = article_of(one.name, texts, self.draft.language)

    def enter(self) -> None:
        """Says all wanted parties: States first, then groups, then the others."""
        order = ("state", "group", "organisation", "civil-society", "secretariat", "editor")
        for code, one in sorted(self.wanted.items(), key=lambda item: order.index(item[1].kind)):
            if one.kind != "secretariat":
                self.draft.say(self._act(code, one))

    def _act(self, code: str, one: Wanted) -> Any:
        text = self.draft.text
        known = self.draft.world.parties.tables.parties.get(code)
        reference = states().get(code) if one.kind == "state" else None
        name = None if reference is not None else one.name
        forms = [one.name, *one.also] if reference is not None else one.also
        lang = self.draft.language
        usual = (
            {plain_key(f) for f in (reference.name(lang), reference.named(lang), reference.formal(lang) or "")}
            if reference
            else set()
        )
        also = list(known.act.also) if known else []
        held = {plain_key(words) for other in also for spoken, words in other.said.items() if spoken == lang}
        if known and known.act.name:
            held |= {plain_key(words) for spoken, words in known.act.name.said.items() if spoken == lang}
            name = known.act.name.said.get(lang, name) if name and plain_key(name) in held else name
        if one.article is not None and name is not None:
            others = (name, *(words for a in also for words in a.said.values()))
            usual |= {plain_key(f"{one.article}{other}") for other in others}
        also += [text(form) for form in forms if plain_key(form) not in usual | held]
        return EnterParty(
            party=code,
            kind=one.kind,
            name=None if name is None else text(name),
            short=None if one.short is None else text(one.short),
            also=tuple(also),
            article=None if one.article is None else text(one.article),
            source=self.draft.source(one.place),
        )


def plain_key(name: str) -> str:
    """A name as it is compared: without white space, in small letters, with plain apostrophes.

    >>> plain_key("Côte d’Ivoire")
    "côted'ivoire"
    """
    return "".join(name.replace("’", "'").split()).casefold()
