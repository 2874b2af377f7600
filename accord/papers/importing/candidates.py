"""Which slots a span may be: what the reader says a stretch of text states, as places in the record.

A span is only a hint. Whether a slot is bound is decided by `match`: it must give back
exactly the characters that are printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from accord.areas.drafting.acts import Slot
from accord.papers.importing.draft import Draft
from accord.papers.importing.names import Names
from accord.papers.reading import Reading
from accord.papers.reading.lexicon import cues
from accord.papers.reading.structs import Span, Unit
from accord.papers.report.names import PARTY_FORMS

DATES = ("w-ymd", "w-md", "ymd", "md", "dw-ymd", "dw-md", "d-ymd", "d-md")
_SESSION = (None, "title", "oblique", "ordinal")
_NUMBER = (None, "words", "figures", "roman", "f")
_LISTS = {
    "sponsors": ("document", "sponsors"), "sponsor": ("document", "sponsors"),
    "panellists": ("panel", "panellists"), "panellist": ("panel", "panellists"),
    "friends": ("friend", "list"), "friend": ("friend", "list"),
    "speakers": ("statement", "states"), "speaker": ("statement", "states"),
    "organisations": ("statement", "organisations"), "organisation": ("statement", "organisations"),
    "introductions": ("introduction", "list"), "introducer": ("introduction", "list"),
    "submitters": ("submission", "list"), "submitter": ("submission", "list"),
    "participants": ("modalities", "admitted"),
    "members": ("party", "members"), "member": ("party", "members"),
}  # fmt: skip
_FACTS = {
    "agenda-title": ("agenda", "title"), "title": ("document", "title"),
    "theme": ("panel", "title"), "theme-title": ("theme", "title"),
    "officer-name": ("officer", "person"), "elected-by": ("officer", "mode"),
}  # fmt: skip


class Hint(Struct, frozen=True):
    """Slots that a stretch of a unit may be, the first that fits; a list is looked for as a whole."""

    start: int
    end: int
    slots: tuple[Slot, ...]
    whole: bool = False
    exact: bool = False
    """Whether it must give the whole stretch, no more and no less: a heading."""
    quiet: bool = False
    """Whether it is nothing to remark on when no record gives it back."""


class Hints:
    """The hints of one reading: how its references are called in the record."""

    def __init__(self, draft: Draft, reading: Reading, names: Names) -> None:
        self.draft = draft
        self.reading = reading
        self.names = names
        self.words = cues(reading.language)
        self.refs: dict[str, str] = {}
        for n, label in enumerate(draft.meeting_labels, 1):
            self.refs[f"meeting-{n}"] = label
        for panel, label in zip(reading.panels, draft.panel_labels, strict=True):
            self.refs[panel.ref] = label
        for theme, label in zip(reading.themes, draft.theme_labels, strict=True):
            self.refs[theme.ref] = label
        for document in reading.documents:
            self.refs[document.symbol] = document.normal or document.symbol
        officers = ((reading.officers.chair,) if reading.officers.chair else ()) + reading.officers.others
        self.offices = self._offices(officers)

    def _offices(self, officers: Sequence[Any]) -> dict[str, str]:
        """The reader's reference of an officer → office, by the person's name."""
        table = self.draft.world.bodies.tables.officers.get(self.draft.body, {})
        by_name = {}
        for office, fact in table.items():
            by_name[fact.act.person.name] = office
            by_name.update(dict.fromkeys(fact.act.person.said.values(), office))
        out: dict[str, str] = {}
        for unit in self.reading.units:
            for span in unit.spans:
                if span.kind == "officer-name" and (name := unit.text[span.start : span.end].strip()) in by_name:
                    out[span.ref] = by_name[name]
        return out

    def of(self, unit: Unit) -> list[Hint]:
        """The hints of a unit: its spans, members of one list taken together, and what its words repeat."""
        out: list[Hint] = []
        seen: set[tuple[str, str]] = set()
        for span in unit.spans:
            if (span.kind, span.ref) in (("title", "title"), ("participants", "mandate")):
                continue
            if span.kind in ("sponsors", "sponsor") and self._by_chair(unit.text[span.start : span.end]):
                continue
            if span.kind in _LISTS or (span.kind in ("on-behalf", "jointly", "affiliation", "abbreviation")):
                if span.kind not in _LISTS:
                    continue
                of, part = _LISTS[span.kind]
                base = span.ref.partition("#")[0]
                if (of, base) in seen:
                    continue
                seen.add((of, base))
                slots = tuple(Slot(of=of, part=part, key=key) for key in self._list_keys(of, base, unit))  # type: ignore[arg-type]
                out.append(Hint(span.start, span.end, slots, whole=True))
            elif span.kind == "symbol" and span.ref.startswith("adoption"):
                if ("adoption", "drafts") not in seen:
                    seen.add(("adoption", "drafts"))
                    out.append(Hint(span.start, span.end, (Slot(of="adoption", part="drafts"),), whole=True))
            elif span.kind == "resolution-paragraphs" and "," in span.value:
                out.append(Hint(span.start, span.end, (Slot(of="body", part="paragraphs"),), whole=True))
            elif single := self._slots(span, unit):
                heading = span.kind == "heading"
                out.append(Hint(span.start, span.end, tuple(single), exact=heading, quiet=heading))
        return out

    def _by_chair(self, text: str) -> bool:
        return re.fullmatch(rf"(?:[Tt]he |[Ll]e |[Ll]a |[Ee]l )?(?:{self.words.chair})", text.strip()) is not None

    def _list_keys(self, of: str, base: str, unit: Unit) -> list[str | None]:
        if of in ("friend", "introduction", "submission", "modalities"):
            return [None]
        if of == "party":
            return [self.names.code(base.removeprefix("group-"), "group", unit.id)]
        if of == "statement":
            facts = [f for f in self.draft.world.meetings.tables.statements.values() if f.act.body == self.draft.body]
            here = {(f.act.occasion, f.act.days) for f in facts if f.act.source and f.act.source.place == unit.id}
            keys: list[str | None] = []
            for occasion, days in sorted(here, key=str):
                keys += [occasion, f"{occasion}/{'+'.join(d.isoformat() for d in days)}"] if days else [occasion]
            return keys
        return [self.refs.get(base, base)]

    def _slots(self, span: Span, unit: Unit) -> list[Slot]:
        """What a span that is no list may be."""
        kind, ref = span.kind, span.ref
        key = self.refs.get(ref, ref)
        if kind in ("dates", "date", "meeting-dates", "elected-on", "adopted-on", "considered-on"):
            return self._dates(span, unit)
        if kind == "body":
            return [Slot(of="body", part=part) for part in ("name", "short", "also-1", "also-2", "also-3")]
        if kind == "resolution" and ref == "mandate":
            return [Slot(of="body", part="resolution"), Slot(of="body", part="resolution", form="symbol")]
        if kind == "resolution-paragraphs":
            return [Slot(of="body", part="reporting-paragraph"), Slot(of="body", part="paragraphs")]
        if kind in ("year", "place", "working-days") and ref == "mandate":
            part = {"year": "year", "place": "venue", "working-days": "cap-days"}[kind]
            return [
                Slot(of="body", part=part, form=form) for form in (None, *(("words",) if part == "cap-days" else ()))
            ]
        if kind == "session":
            return [Slot(of="body", part="session", form=form) for form in _SESSION]
        if kind == "agenda-number":
            if ref == "masthead":
                return [Slot(of="body", part="agenda-item")]
            return [Slot(of="consideration", part="agenda-item"), Slot(of="agenda", key=ref[7:], part="number")]
        if kind == "agenda-title":
            return [Slot(of="agenda", key=ref[7:], part="title")]
        if kind == "symbol":
            return self._symbol(ref, span.value)
        if kind == "panel-number":
            return [Slot(of="document", key=key, part="panel-ordinal", form=form) for form in _NUMBER]
        if kind in ("moderator", "moderator-state"):
            of: Any = "theme" if ref.startswith("theme") else "panel"
            part = {"theme": "facilitator", "panel": "moderator"}[of] + kind.removeprefix("moderator")
            return self._named(of, key, part) if kind.endswith("state") else [Slot(of=of, key=key, part=part)]
        if kind in ("officer-latin", "officer-state", "officer-name", "elected-by"):
            return self._officer(kind, ref)
        if kind in ("state", "group", "name"):
            code = span.value or self.names.by_name.get("".join(ref.removeprefix("group-").split()).casefold())
            return self._named("party", code, "name") if code else []
        if kind == "secretariat":
            return [Slot(of="service", part="provider")]
        if kind == "opener":
            return [Slot(of="statement", key="opening", part="officials")]
        if kind == "title-mention" and span.form == "exact":
            number = ref.removeprefix("agenda-")
            registers: tuple[Any, ...] = ("theme", "panel", "document")
            return [Slot(of="agenda", key=number, part="title")] + [
                Slot(of=r, key=key, part="title") for r in registers
            ]
        if kind == "official":
            return [Slot(of="statement", key="address", part="officials")]
        if kind == "heading":
            return [Slot(of="theme", key=label, part="title") for label in self.draft.theme_labels] + [
                Slot(of="agenda", key=str(item.num), part="title")
                for item in (self.reading.agenda.items if self.reading.agenda else ())
            ]
        if kind in _FACTS:
            register, part = _FACTS[kind]
            return [Slot(of=register, key=key, part=part)]  # type: ignore[arg-type]
        return []

    def _named(self, of: Any, key: str, part: str) -> list[Slot]:
        return [Slot(of=of, key=key, part=part, form=None if form == PARTY_FORMS[0] else form) for form in PARTY_FORMS]

    def _symbol(self, ref: str, value: str) -> list[Slot]:
        out = [Slot(of="agenda", part="document")] if ref == "agenda" else []
        mandate = self.draft.world.bodies.tables.bodies.get(self.draft.body)
        if mandate is not None and mandate.act.resolution == value:
            out.append(Slot(of="body", part="resolution", form="symbol"))
        documents = self.draft.world.documents.tables.documents
        for key in dict.fromkeys((self.refs.get(ref, ref), value)):
            if key in documents:
                out += [
                    Slot(of="document", key=key, part="symbol"),
                    Slot(of="document", key=key, part="symbol", form="normal"),
                ]
        return out

    def _officer(self, kind: str, ref: str) -> list[Slot]:
        office = self.offices.get(ref)
        if office is None:
            return []
        if kind == "officer-state":
            return self._named("officer", office, "state")
        form = "latin" if kind == "officer-latin" else None
        return [Slot(of="officer", key=office, part={"elected-by": "mode"}.get(kind, "person"), form=form)]

    def _dates(self, span: Span, unit: Unit) -> list[Slot]:
        """What a date may be: of the meeting it stands beside, of the record the span names, of any meeting."""
        kind, ref = span.kind, span.ref
        own: list[tuple[Any, str | None, str]] = []
        if kind == "elected-on" and ref in self.offices:
            own.append(("officer", self.offices[ref], "on"))
        elif kind == "adopted-on":
            own.append(("agenda", None, "on") if ref == "agenda" else ("adoption", None, "on"))
        elif kind == "considered-on":
            own.append(("consideration", None, "days"))
        elif ref.startswith("introductions"):
            own.append(("introduction", None, "days"))
        elif ref.startswith(("statements", "organisations", "official")):
            own += [("statement", key, "days") for key in self._list_keys("statement", ref, unit)]
        beside = unit.text[max(0, span.start - 40) : span.end + 12]
        held = self._meetings(ref) if kind in ("meeting-dates", "date") else []
        if kind != "meeting-dates" and re.search(self.words.organizational, beside):
            held = [("meeting", "organizational", "periods"), *held]
            own = held + own
        elif kind in ("meeting-dates", "date"):
            own = held + own
        return [Slot(of=of, key=key, part=part, form=form) for of, key, part in own for form in DATES]

    def _meetings(self, ref: str) -> list[tuple[Any, str | None, str]]:
        labels = [self.refs[name] for name in ref.split(",") if name in self.refs and name.startswith("meeting-")]
        table = self.draft.world.meetings.tables.meetings
        kinds = {
            table[f"{self.draft.body}/{label}"].act.kind for label in labels if f"{self.draft.body}/{label}" in table
        }
        out: list[tuple[Any, str | None, str]] = [("meeting", kind, "periods") for kind in sorted(kinds)]
        return out + [("meeting", label, "periods") for label in labels[:1] if len(labels) == 1]
