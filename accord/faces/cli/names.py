"""How values are written in the language of the reader: parties, texts, persons, days, codes, citations."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from accord.acts.values import Person, Source, Text
from accord.areas.parties.cite import Cite, FactCite
from accord.faces.cli.face import marked
from accord.reference.states import State, states
from accord.words import dates, lists, orders
from accord.words.catalogue import has, say
from accord.words.labels import Level, label, parse_label
from accord.words.languages import LANGUAGES
from accord.world.world import World

if TYPE_CHECKING:
    from accord.papers.importing import Note
    from accord.papers.reading.structs import Finding

_COMMA = {"ar": "، ", "zh": "，"}

_WITHIN = re.compile(
    r"(annex|appendix|part|chapter|footnote|page|text|heading|section(?=-\d+-))-(?:\d+-(?=[A-Z]+$))?(\w+)(?:-|$)"
)
"""A division of a document, or a unit that is no paragraph: `annex-1`, `chapter-2`, `section-2-A`, `footnote-1`."""

_HEADING = re.compile(r"(?:(?:^|-)(?:part|annex|appendix)-[^-]+)+")
"""The heading of a part, annex or appendix: `annex-1`, `annex-1-appendix-2`."""

_WHOLE = ("contents", "document", "officers")
"""Places of findings that are no units."""
_BELOW: tuple[Level, Level] = ("item", "subitem")
"""What stands under a paragraph, and under that."""

UNKNOWN = "–"
"""Stands where nothing is recorded."""


class Names:
    """One language and one world: every value as words."""

    def __init__(self, lang: str, world: World | None = None) -> None:
        self.lang = lang
        self._register = {} if world is None else world.parties.tables.parties
        self._orders: dict[str, tuple[Any, tuple[str, str]]] = {}

    def party(self, code: str) -> str:
        """The name of a party: as the record has it; of a State, as the UN writes it; else its code.

        >>> Names("fr").party("CHE"), Names("zh").party("NOBODY")
        ('Suisse', 'NOBODY')
        """
        fact = self._register.get(code)
        if fact is not None and fact.act.name is not None:
            return self.text(fact.act.name)
        state = states().get(code)
        return code if state is None else state.name(self.lang)

    def parties(self, codes: Iterable[str]) -> str:
        """Parties as a list in the order of the language."""
        return lists.join([self.party(code) for code in self.sorted(codes)], self.lang)

    def sorted(self, codes: Iterable[str]) -> list[str]:
        """Parties in the order of the language; States as the UN sorts them, all others among them by name."""
        return sorted(codes, key=self._order)

    def _order(self, code: str) -> tuple[str, str]:
        """What a party is sorted by, found out once for its name."""
        fact = self._register.get(code)
        kept = self._orders.get(code)
        if kept is None or kept[0] is not fact:
            kept = self._orders[code] = (fact, orders.state_key(self._as_state(code), self.lang))
        return kept[1]

    def _as_state(self, code: str) -> State:
        """What to sort a party by: a State by its UN names, any other by its own."""
        known = states().get(code)
        fact = self._register.get(code)
        if known is not None and (fact is None or fact.act.name is None):
            return known
        return _named(code, self.party(code), fact.act.name if fact is not None else None)

    def text(self, text: Text) -> str:
        """A text in the language of the reader, else in its original, marked so."""
        words, language = text.words(self.lang)
        return words if language == self.lang else f"{words} [{language}]"

    def person(self, person: Person) -> str:
        """A person as the record writes the name in this language."""
        return next((name for lang, name in person.said.items() if lang == self.lang), person.name)

    def day(self, day: datetime.date) -> str:
        """A day.

        >>> Names("es").day(datetime.date(2013, 8, 30))
        '30 de agosto de 2013'
        """
        return dates.day(day, self.lang)

    def dated(self, when: str) -> str:
        """A day, or a year where no day is told.

        >>> Names("zh").dated("2013-08-30"), Names("zh").dated("2013"), Names("fr").dated("2013")
        ('2013年8月30日', '2013年', '2013')
        """
        return dates.year(int(when), self.lang) if when.isdecimal() else self.day(datetime.date.fromisoformat(when))

    def days(self, days: Iterable[datetime.date]) -> str:
        """Several days."""
        return dates.days(days, self.lang, year=True)

    def moment(self, microseconds: int) -> str:
        """A moment, in universal time to the second.

        >>> Names("zh").moment(1_377_864_000_000_000)
        '2013年8月30日 12:00:00 UTC'
        """
        when = datetime.datetime.fromtimestamp(microseconds // 1_000_000, datetime.UTC)
        return f"{self.day(when.date())} {when:%H:%M:%S} UTC"

    def code(self, family: str, code: str) -> str:
        """The words of a code, or the code itself where it has none."""
        name = f"{family}.{code}"
        return say(self.lang, name) if has(self.lang, name) else code

    def label(self, field: str) -> str:
        """The label of a field."""
        return self.code("field", field)

    def language(self, code: str) -> str:
        """A language under its own name."""
        return LANGUAGES[code].autonym

    def verb(self, verb: str) -> str:
        """An act by its name on the wire: what it does, and the name."""
        words = self.code("act", verb.partition("/")[0])
        return verb if words == verb.partition("/")[0] else f"{words} ({verb})"

    def yes(self, holds: bool) -> str:
        """Yes or no."""
        return say(self.lang, "word.yes" if holds else "word.no")

    def source(self, source: Source) -> str:
        """Where a recorded fact stands."""
        parts = [source.document, self.place(source.place), source.publication]
        parts.append(None if source.on is None else self.day(source.on))
        return _COMMA.get(self.lang, ", ").join(part for part in parts if part)

    def place(self, place: str | None) -> str | None:
        """A unit of a document as people cite it; anything else as it stands.

        >>> Names("en").place("para-9-e"), Names("ar").place("para-9-b"), Names("fr").place("article VI")
        ('para. 9 (e)', 'الفقرة 9 (ب)', 'article VI')
        >>> Names("en").place("annex-1-para-3"), Names("zh").place("footnote-1"), Names("en").place("note")
        ('annex 1, para. 3', '脚注1', 'Note')
        >>> Names("en").place("annex-1-text-13-a"), Names("fr").place("para-3x2"), Names("zh").place("document")
        ('annex 1, text at line 13 (a)', 'par. 3 (2e occurrence)', '整份文件')
        """
        if place is None:
            return None
        parts, rest = [], place
        while found := _WITHIN.match(rest):
            parts.append(say(self.lang, f"place.{found[1]}", number=self._again(found[2])))
            rest = rest[found.end() :]
        if rest.startswith("para-"):
            parts.append(say(self.lang, "page.paragraph", number=self.number(rest.removeprefix("para-"))))
        elif rest and parts:
            parts[-1] = " ".join([parts[-1], *self._labels(rest.split("-"))])
        elif rest:
            parts.append(say(self.lang, f"place.{rest}") if rest in _WHOLE else self.code("unit-kind", rest))
        return _COMMA.get(self.lang, ", ").join(parts)

    def unit(self, unit: str, kind: str, number: str) -> str:
        """A unit of a text by its kind and printed number; the heading of an annex as an annex, not as a chapter.

        >>> Names("en").unit("chapter-2", "chapter", "II."), Names("en").unit("annex-1", "chapter", "Annex I")
        ('Chapter II', 'annex 1')
        """
        if _HEADING.fullmatch(unit):
            return self.place(unit) or unit
        return f"{self.code('unit-kind', kind)} {number}".strip(" .")

    def number(self, para: str) -> str:
        """A paragraph, and what stands under it, by its number.

        >>> Names("en").number("27-c"), Names("zh").number("28-d-ii")
        ('27 (c)', '28 (d) ㈡')
        """
        number, *items = para.split("-")
        return " ".join([self._again(number), *self._labels(items)])

    def _again(self, number: str) -> str:
        """A number, and which of those that are the same: `3x2` is the second paragraph 3."""
        printed, times, which = number.rpartition("x")
        return say(self.lang, "place.again", number=printed, again=which) if times else number

    def _labels(self, items: Sequence[str]) -> list[str]:
        return [self._label(item, level) for item, level in zip(items, _BELOW, strict=False)]

    def _label(self, item: str, level: Level) -> str:
        """The label of an item as papers in the language of the reader print it."""
        try:
            return label(parse_label(item, level, "en"), level, self.lang)
        except ValueError:
            return f"({item})"

    def detail(self, finding: Finding | Note) -> str:
        """What a reading or an import found, in the language of the reader, or in English and marked so."""
        code = f"detail.{finding.says}"
        if not finding.says or not has(self.lang, code):
            return marked(finding.detail, self.lang)
        families = {"against": "language"}
        values = {name: self.code(families.get(name, name), value) for name, value in finding.values.items()}
        return say(self.lang, code, **values)

    def cite(self, cite: Cite) -> str:
        """Where a fact comes from: entry, voice, by whom, from which source."""
        return self._cite(cite, whose=True)

    def where(self, cite: Cite) -> str:
        """Where a fact comes from, where its voice has been named already: entry and source."""
        return self._cite(cite, whose=False)

    def _cite(self, cite: Cite, whose: bool) -> str:
        parts = [f"[{cite.entry}]"]
        if not whose and cite.source is not None:
            parts.append(self.source(cite.source))
        if whose and cite.by is not None:
            by = self.party(cite.by)
            if cite.voice == "said" or cite.source is None:
                parts.append(say(self.lang, "page.said-by", by=by))
            else:
                parts.append(say(self.lang, "page.recorded-by", by=by, source=self.source(cite.source)))
        if isinstance(cite, FactCite):
            kind, day = self.code("fact-kind", cite.fact_kind), self.day(cite.checked)
            parts.append(say(self.lang, "page.fact-checked", kind=kind, day=day))
        if cite.corrected:
            corrected = ", ".join(str(entry) for entry in cite.corrected)
            parts.append(say(self.lang, "page.corrects", entries=corrected))
        if cite.replies:
            parts.append(say(self.lang, "page.right-of-reply", reply=", ".join(f"[{n}]" for n in cite.replies)))
        return " ".join(parts)

    @cached_property
    def nothing(self) -> str:
        """What stands where a page has nothing to show."""
        return say(self.lang, "page.nothing-recorded")


def _named(code: str, shown: str, name: Text | None) -> State:
    """A party that is no State of the UN, as the order of a language wants it."""
    english = shown if name is None else name.words("en")[0]
    blank: dict[str, Any] = dict.fromkeys(State.__struct_fields__)
    blank |= {"iso3": code, "iso2": "", "m49": "", "status": "non-member", "source": "m49"}
    blank |= {f"short_{lang}": shown for lang in LANGUAGES} | {"short_en": english}
    return State(**blank)
