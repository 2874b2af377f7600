"""The whole reading of a document: its units in order, its tree, its facts and its findings."""

from __future__ import annotations

from msgspec import Struct

from accord.papers.reading.records import (
    Adoption,
    Agenda,
    Concordance,
    Count,
    Document,
    Group,
    Introduction,
    Mandate,
    Masthead,
    Meeting,
    Modalities,
    Note,
    Officers,
    Opening,
    Panel,
    Service,
    Statements,
    Submission,
    Theme,
)
from accord.papers.reading.structs import Chapter, ContentsEntry, Finding, Footnote, Item, Paragraph, Part, Unit


class Reading(Struct, frozen=True):
    """What a document says. `msgspec.to_builtins(reading)` is the JSON of `accord read`.

    `units` is the document itself in order; everything else is read out of it. `elements` are the
    lettered lists that are neither documents, panels nor themes, by paragraph number.
    """

    symbol: str | None
    language: str
    job_number: str | None
    job_language: str | None
    pages: int
    masthead: Masthead
    title: str | None
    note: Note | None
    report_title: str | None
    body: str | None
    chapters: tuple[Chapter, ...]
    paragraphs: tuple[Paragraph, ...]
    documents: tuple[Document, ...]
    panels: tuple[Panel, ...]
    agenda: Agenda | None
    officers: Officers
    statements: Statements
    introductions: tuple[Introduction, ...]
    submissions: tuple[Submission, ...]
    chair_compilation: str | None
    themes: tuple[Theme, ...]
    elements: dict[str, tuple[Item, ...]]
    meetings: tuple[Meeting, ...]
    mandate: Mandate | None
    adoption: Adoption | None
    groups: tuple[Group, ...]
    concordance: Concordance
    footnotes: tuple[Footnote, ...]
    findings: tuple[Finding, ...]
    units: tuple[Unit, ...]
    secretariat: Service | None = None
    opened_by: Opening | None = None
    modalities: Modalities | None = None
    counts: tuple[Count, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    """The printed table of contents."""
    divisions: tuple[Part, ...] = ()
    """Its parts, annexes and appendixes; `chapters` and `paragraphs` are those of the main count."""
    exercise: bool = False
    """Whether the cover says that it is an exercise."""

    def body_text(self) -> str:
        """The text proper, unit by unit in order, with labels; footnotes left out.

        Without white space it equals the source with the noise of its pages removed.
        """
        lines = []
        for unit in self.units:
            if unit.kind == "footnote":
                continue
            label = unit.label if unit.kind != "masthead" else ""
            lines.append(f"{label} {unit.text}" if label else unit.text)
        return "\n".join(lines)

    def covered(self) -> dict[str, tuple[int, int]]:
        """Per chapter (and "cover", "footnotes"): characters other than white space in spans, and in all.

        Labels are not counted: they are made by numbering.
        """
        out: dict[str, tuple[int, int]] = {}
        place = "cover"
        for unit in self.units:
            if unit.kind == "chapter":
                place = unit.id
            at = "footnotes" if unit.kind == "footnote" else place
            said = sum(len("".join(unit.text[s.start : s.end].split())) for s in unit.spans)
            before = out.get(at, (0, 0))
            out[at] = (before[0] + said, before[1] + len("".join(unit.text.split())))
        return out
