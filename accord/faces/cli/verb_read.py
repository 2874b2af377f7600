"""`accord read`: a UN document into its structure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from accord.faces.cli.face import Face
from accord.faces.cli.verb import LANGUAGES, verb

if TYPE_CHECKING:
    from accord.papers.reading import Finding, Reading


@verb(
    "read",
    "accord read report.pdf --json > reading.json\n"
    "accord read report.docx --language fr\n"
    "accord read report-en.pdf report-fr.pdf report-ru.pdf\n"
    "accord read report.pdf --against my-record\n"
    "accord read - < report.txt",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--states", type=click.Path(), help="Table (CSV) of fictional States: code, then names; `;` between forms."
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language that the document is said to be in; a finding says if it is in another.",
)
@click.option(
    "--against", "record", type=click.Path(path_type=Path), help="A record: also where it and the document differ."
)
@click.option("--findings", "only", is_flag=True, help="Only what does not fit together; status 1 if there is any.")
def command(
    face: Face, files: tuple[str, ...], states: str | None, language: str | None, record: Path | None, only: bool
) -> int:
    """Read the UN document in FILE (or `-`), PDF, DOCX, Akoma Ntoso or text, into its structure.

    Chapters, paragraphs, documents with sponsors, panels, speakers, and what does not fit together. A PDF must
    have text: pictures of pages are not recognized. Tracked changes of a DOCX are read as accepted.
    Several FILEs are language versions of one document and are compared with the first of them, unit by unit.
    Status 1 if there is no paragraph in it; with several FILEs, --against or --findings, if there are findings.
    """
    from accord.faces.cli.errors import Complaint
    from accord.faces.cli.papers import read_document, states_in, states_of
    from accord.papers.consistency import Version, across, against, within

    if len(files) > 1 and language is not None:
        raise Complaint("error.one-language-for-several")
    world = None if record is None else face.wiring.open_copy(record).world
    names = ({} if world is None else states_in(world)) | states_of(states)
    readings = [read_document(file, names, face.lang, language) for file in files]
    readings = [replace(one, findings=(*one.findings, *within(one))) for one in readings]
    found: list[Finding] = []
    if len(readings) > 1:
        found += across([Version(file, one) for file, one in zip(files, readings, strict=True)], names)
    for file, one in zip(files, readings, strict=True):
        kept = one.findings if only else ()
        record_says = () if world is None else against(one, world, names)
        found += [each.at(file, each.page, each.line) for each in (*kept, *record_says)]
    checked = only or world is not None or len(readings) > 1
    if face.json:
        face.document(_document(readings, found, checked))
    elif checked:
        _findings(face, found)
    else:
        _told(face, readings[0])
    return 1 if found or not all(one.paragraphs for one in readings) else 0


def _document(readings: list[Reading], found: list[Finding], checked: bool) -> object:
    """The reading; of several, or of a comparison, the findings with what was read of each."""
    if not checked:
        return readings[0]
    read = [{"symbol": one.symbol, "language": one.language, "paragraphs": len(one.paragraphs)} for one in readings]
    return {"documents": read, "findings": found}


def _findings(face: Face, found: Sequence[Finding]) -> None:
    """Findings as a table: where, what, and both values."""
    from accord.faces.cli.names import UNKNOWN, Names

    names = Names(face.lang)
    if not found:
        face.line(names.code("message", "no-findings"))
        return
    face.table(
        [names.label(name) for name in ("file", "on-page", "line", "where", "finding", "detail")],
        [
            [f.file or UNKNOWN, str(f.page or UNKNOWN), str(f.line or UNKNOWN), names.place(f.where) or f.where,
             names.code("finding", f.code), names.detail(f)]
            for f in found
        ],
    )  # fmt: skip


def _told(face: Face, reading: Reading) -> None:
    """What was read, in words."""
    from accord.faces.cli.names import UNKNOWN, Names

    names = Names(face.lang)
    face.heading(reading.report_title or reading.title or reading.symbol or "")
    counts = {
        "symbol": reading.symbol or UNKNOWN,
        "language": names.language(reading.language),
        "chapters": str(len(reading.chapters)),
        "paragraphs": str(len(reading.paragraphs)),
        "documents": str(len(reading.documents)),
        "panels": str(len(reading.panels)),
        "panellists": str(sum(len(panel.panellists) for panel in reading.panels)),
        "statements": str(len(reading.statements.states)),
        "introductions": str(len(reading.introductions)),
        "themes": str(len(reading.themes)),
        "findings": str(len(reading.findings)),
    }
    face.facts([(names.label(name), value) for name, value in counts.items()])
    if reading.documents:
        face.line()
        face.heading(names.label("documents"))
        face.table(
            [names.label(name) for name in ("symbol", "title", "sponsors")],
            [[d.symbol, d.title, ", ".join(d.sponsors)] for d in reading.documents],
        )
    if reading.findings:
        face.line()
        face.heading(names.label("findings"))
        _findings(face, reading.findings)
