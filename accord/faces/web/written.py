"""Values as HTML in the language of the reader: parties, symbols, texts, days, citations; each a link where it has one.

Everything here gives `Markup` made by formatting, so that every value is escaped once and nothing is twice.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, get_args
from urllib.parse import quote

from markupsafe import Markup, escape

from accord.acts.values import Language, Person, Source, Text
from accord.areas.meetings.pages import PanellistRow, PanelPage
from accord.areas.negotiation.pieces import Piece
from accord.areas.parties.cite import Cite, FactCite, Part
from accord.faces.cli.names import Names
from accord.faces.cli.shown import Shown
from accord.faces.web.addressed import fill
from accord.faces.web.called import NAMED, OF_A_BODY, Called
from accord.faces.web.fields import fields_of, shown_as
from accord.faces.web.menus import menus
from accord.faces.web.quiet import WordsOnly
from accord.faces.web.tracked import tracked
from accord.faces.web.visible import SHORT, isolated, link, visible
from accord.words import lists
from accord.words.catalogue import say_n
from accord.words.languages import LANGUAGES
from accord.world.asked import Asked
from accord.world.chapters import CHAPTERS, chapter_of
from accord.world.discussion import ThemePage
from accord.world.progress.pages import IndicatorPage
from accord.world.sessions import BodyPage

_COMMAS = {"ar": Markup("، "), "zh": Markup("，")}
_NOTHING = Markup("")
MOST = 12
"""Of plain values in one cell; the twin has them all, and parties and symbols are never left out."""
OF_BODIES = (
    "agenda", "meetings", "programme", "days", "panels", "themes", "speakers", "times", "participation", "attendance",
    "rules", "documents", "statements", "introductions", "adoption", "proposals",
)  # fmt: skip
"""Lists of one body, which lead to each other."""
TITLED = ("element", "approach", "undertaking", "proposal")
"""Pages that are titled by the name of their thing alone."""


class Written(Called):
    """One language, one world as it stands, one valid day: what templates call `w`.

    It keeps what it wrote for parties, symbols and sources, each until what it read for it changes.
    """

    def __init__(self, lang: str, known: Asked, on: datetime.date | None = None, at: int | None = None) -> None:
        super().__init__(lang, known, on, at)
        self.direction = LANGUAGES[lang].direction
        self._shown = Shown(WordsOnly(lang), self.names)
        title = escape(self.say("page.entry.title", index="\ue000"))
        href = escape(self.url("entry", "\ue000").replace(quote("\ue000"), "\ue000"))
        self._entry = f'<a class="entry" href="{href}" title="{title}">\ue000</a>'

    # Words.

    def visible(self, text: str) -> Markup:
        """Text as it stands, marks that steer the reading direction made visible."""
        return visible(text)

    def count(self, code: str, n: int) -> str:
        """So many things."""
        return say_n(self.lang, f"count.{code}", n)

    def label(self, field: str) -> str:
        """The label of a field."""
        return self.names.label(field)

    def title(self, page: Any) -> str:
        """The title of a page: what it is about by its own name, where it has one."""
        match page:
            case BodyPage():
                return self.names.text(page.mandate.name)
            case ThemePage():
                return self.names.text(page.theme.title)
            case PanelPage():
                return self.names.text(page.panel.title)
            case IndicatorPage():
                return self.say("view.indicator.of", element=self.called("element", page.element).striptags())
        if page.__struct_config__.tag in TITLED:
            return self.names.text(getattr(page, NAMED[str(page.__struct_config__.tag)]))
        return self._shown.title(page, str(page.__struct_config__.tag))

    def beside(self, page: str) -> tuple[str, ...]:
        """The pages about a body that stand beside one of them: beside its own all, else those of the same chapter."""
        chapter = chapter_of(page)
        near = OF_BODIES if page in ("body", "session") else () if chapter is None else CHAPTERS[chapter]
        return ("body", *(name for name in near if name in OF_BODIES))

    def menus(self, rest: str, desks: frozenset[str], exercise: bool) -> Markup:
        """The menus of the page at an address."""
        return menus(self.lang, self.on, rest, desks, exercise)

    # Values.

    def subject(self, subject: str) -> Markup:
        """What a reader follows, as `world/concerns.py` spells it: a link to it."""
        kind, _, key = subject.partition(":")
        document, _, unit = key.partition("#")
        match kind:
            case "record":
                return link(self.url(kind), isolated(self.say("page.record.title")))
            case "body":
                return self.body(key)
            case "party":
                return self.party(key)
            case "instrument":
                return self.instrument(key)
            case "document" | "unit":
                return self.source(Source(document=document, place=unit or None))
        return self.thing(kind, key)

    def party(self, code: str | None) -> Markup:
        """A party by its name, with a link to its page."""
        return self.unknown if code is None else self._once(self._party, code)

    def _party(self, code: str) -> Markup:
        fact = self._world.parties.tables.parties.get(code)
        if fact is None:
            return isolated(self.names.party(code))
        name = isolated(self.names.party(code)) if fact.act.name is None else self.text(fact.act.name)
        return link(self.url("party", code), name)

    def parties(self, codes: Iterable[str]) -> Markup:
        """Parties as a list in the order of the language."""
        return self._once(self._parties, tuple(codes))

    def by_party(self, rows: Sequence[Any]) -> list[Any]:
        """Rows of parties in the order of the language."""
        of = {row.party: row for row in rows}
        return [of[code] for code in self.names.sorted(of)]

    def _parties(self, codes: tuple[str, ...]) -> Markup:
        return self.listed([self.party(code) for code in self.names.sorted(codes)])

    def listed(self, items: Sequence[Markup]) -> Markup:
        """Things as a list of the language."""
        if not items:
            return self.unknown
        return fill(
            lists.join([f"\ue000{n}\ue001" for n in range(len(items))], self.lang),
            {str(n): item for n, item in enumerate(items)},
        )

    def entry(self, index: int | None) -> Markup:
        """The number of an entry, with a link to it."""
        if index is None:
            return self.unknown
        return Markup(self._entry.replace("\ue000", f"{index:d}"))  # noqa: S704 - a number in what is escaped

    def person(self, person: Person | None) -> Markup:
        """A person."""
        return self.unknown if person is None else isolated(Names.person(self.names, person))

    def day(self, day: datetime.date | None) -> Markup:
        """A day."""
        if day is None:
            return self.unknown
        return self._once(self._day, day)

    def _day(self, day: datetime.date) -> Markup:
        words = escape(self.names.day(day))
        return Markup(f'<time datetime="{day.isoformat()}">{words}</time>')  # noqa: S704 - escaped above

    def dated(self, when: str) -> Markup:
        """A day or a year, as pages of figures spell them."""
        return Markup('<time datetime="{}">{}</time>').format(when, self.names.dated(when))

    def _days(self, days: tuple[datetime.date, ...]) -> Markup:
        return Markup('<span data-sort="{}">{}</span>').format(days[0].isoformat(), self.names.days(days))

    def moment(self, microseconds: int) -> Markup:
        """A moment, in universal time."""
        when = datetime.datetime.fromtimestamp(microseconds // 1_000_000, datetime.UTC)
        words = escape(self.names.moment(microseconds))
        return Markup(f'<time datetime="{when:%Y-%m-%dT%H:%M:%SZ}">{words}</time>')  # noqa: S704 - escaped above

    def code(self, family: str, code: str) -> str:
        """The words of a code."""
        return self.names.code(family, code)

    def source(self, source: Source) -> Markup:
        """Where a recorded fact stands, with a link to the paragraph where the record has the document."""
        return self._once(self._source, source)

    def _source(self, source: Source) -> Markup:
        place = self.names.place(source.place)
        parts = [] if source.document is None else [self.symbol(source.document, source.place)]
        parts += [] if place is None else [isolated(place)]
        # A publication is as its recorder wrote it, in a language that the record does not tell.
        parts += [] if source.publication is None else [isolated(source.publication, "")]
        parts += [] if source.on is None else [self.day(source.on)]
        return _COMMAS.get(self.lang, Markup(", ")).join(parts)

    def voice(self, cite: Cite) -> Markup:
        """Whose voice a fact is: said by, or recorded by whom from where."""
        return _NOTHING if cite.by is None else self._once(self._voice, cite.voice, cite.by, cite.source)

    def _voice(self, voice: str | None, by: str, source: Source | None) -> Markup:
        if voice == "said" or source is None:
            return self.sentence("page.said-by", by=self.party(by))
        return self.sentence("page.recorded-by", by=self.party(by), source=self.source(source))

    def cite(self, cite: Cite, brief: bool = False) -> Markup:
        """Where a fact comes from. Brief: entry and place, for tables that tell the rest in their note."""
        place = ""
        if brief and cite.source is not None:
            place = self.names.place(cite.source.place) or ""
        parts = [self.entry(cite.entry), isolated(place) if place else _NOTHING]
        if not brief:
            parts.append(self.voice(cite))
        if isinstance(cite, FactCite):
            parts.append(self.checked(cite, brief))
        if cite.corrected:
            entries = Markup(", ").join(self.entry(entry) for entry in cite.corrected)
            parts.append(self.sentence("page.corrects", entries=entries))
        if cite.replies:
            replies = Markup(", ").join(self.entry(entry) for entry in cite.replies)
            parts.append(
                Markup('<strong class="reply">{}</strong>').format(self.sentence("page.right-of-reply", reply=replies))
            )
        told = " ".join(part for part in parts if part)
        return Markup(f'<span class="cite" data-voice="{cite.voice or ""}">{told}</span>')  # noqa: S704 - HTML parts

    def checked(self, cite: FactCite, brief: bool) -> Markup:
        """What kind of fact it is; not briefly also when it was last looked up."""
        kind = escape(self.code("fact-kind", cite.fact_kind))
        return kind if brief else self.sentence("page.fact-checked", kind=kind, day=self.day(cite.checked))

    def value(self, value: Any, type_: Any, field: str, brief: bool = False) -> Markup:
        """Any value of a page, by its type."""
        if type(value) is str:
            return self.word(value, type_, field)
        match value:
            case None | ():
                return self.unknown
            case bool():
                return Markup(self.names.yes(value))  # noqa: S704 - our own words
            case Text():
                return self.text(value)
            case Person():
                return self.person(value)
            case Cite():
                return self.cite(value, brief)
            case Source():
                return self.source(value)
            case datetime.date():
                return self.day(value)
            case PanellistRow():
                by = self.person(value.person)
                return by + Markup(" (") + self.parties(value.affiliations) + Markup(")") if value.affiliations else by
            case Part():
                return self.within(value, brief)
            case tuple():
                return self.several(value, type_, field, brief)
            case int():
                return self.number(value, type_, field)
            case str():
                return self.word(value, type_, field)
            case _:
                return isolated(self._shown.value(value, type_, field))

    def within(self, part: Part, brief: bool) -> Markup:
        """A part inside a cell."""
        shown = [(field, getattr(part, field.name)) for field in fields_of(type(part))]
        return Markup("; ").join(self.value(v, f.type, f.name, brief) for f, v in shown if v not in (None, ()))

    def several(self, values: tuple[Any, ...], type_: Any, field: str, brief: bool) -> Markup:
        """Several values: parties in the language's order, days drawn together, parts one a line."""
        if isinstance(values[0], Piece):
            return tracked(values, self.visible, self.parties)
        if isinstance(values[0], datetime.date):
            return self._once(self._days, values)
        if isinstance(values[0], Part):
            items = "".join(f"<li>{self.value(value, type_, field, brief)}</li>" for value in values)
            return Markup(f'<ul class="within">{items}</ul>')  # noqa: S704 - values are HTML
        mark = shown_as(type_)
        if mark == "party":
            return self.parties(values)
        inner = get_args(type_)[0] if get_args(type_) else Any
        if mark == "symbol":
            return Markup(", ").join(self.symbol(value) for value in values)
        shown = [self.value(value, inner, field, brief) for value in values[:MOST]]
        if len(values) > MOST:
            shown.append(escape(self.say("portal.more", n=len(values) - MOST)))
        return Markup(", ").join(shown)

    def number(self, value: int, type_: Any, field: str) -> Markup:
        """A number: an entry, a moment, or a count."""
        mark = shown_as(type_)
        if mark == "entry" or field == "to":
            return self.entry(value)
        if mark == "moment":
            return self.moment(value)
        return Markup(f'<span class="number">{value:d}</span>')  # noqa: S704 - a number

    def word(self, value: str, type_: Any, field: str) -> Markup:
        """A text: a party, a symbol, a body, a code with words, or what somebody wrote."""
        mark = shown_as(type_)
        if mark == "party":
            return self.party(value)
        if len(value) >= SHORT:
            return self._word(value, type_, field, mark)
        # By the identity of its type, which `shown_as` keeps: a type is slow to compare.
        key = (value, id(type_), field)
        found = self._found(key)
        return self._keep(key, lambda: self._word(value, type_, field, mark)) if found is None else found

    def _word(self, value: str, type_: Any, field: str, mark: str | None) -> Markup:
        if mark == "symbol" or field == "resolution":
            return self.symbol(value)
        if mark in ("body", "session"):
            return self.body(value)
        if mark == "instrument":
            return self.instrument(value)
        if mark == "dated":
            return self.dated(value)
        if mark == "instrument-state":
            return link(self.url(mark, *value.split("/", 1)), isolated(self.say("view.instrument.particulars")))
        if mark in NAMED or mark in OF_A_BODY:
            return self.thing(mark, value)
        told = self._shown.word(value, type_, field)
        if told == value:
            return self.named(value, field)
        if set(get_args(type_)) == set(get_args(Language)):
            return isolated(told, value)
        return isolated(told)

    def named(self, value: str, field: str) -> Markup:
        """A word without words of ours: a link where its field names a page."""
        if field in ("panel", "summarises"):
            return link(self.url("panel", value), self.called("panel", f"{self._world.bodies.only()}/{value}"))
        if field == "statements" and self._world.bodies.only():
            return self.thing("statement", f"{self._world.bodies.only()}/{value}")
        if field in ("key", "act_id", "sha256", "keys"):
            return Markup('<bdi dir="ltr" class="long"><code>{}</code></bdi>').format(visible(value))
        return isolated(value)
