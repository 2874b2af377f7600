"""`accord read`: a UN document into its structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import LANGUAGES, verb

if TYPE_CHECKING:
    from accord.papers.reading import Reading


@verb(
    "read",
    "accord read report.pdf --json > reading.json\naccord read report.docx --language fr\naccord read - < report.txt",
)
@click.argument("file")
@click.option(
    "--states", type=click.Path(), help="Table (CSV) of fictional States: code, then names; `;` between forms."
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language that the document is said to be in; a finding says if it is in another.",
)
def command(face: Face, file: str, states: str | None, language: str | None) -> int:
    """Read the UN document in FILE (or `-`), PDF, DOCX or text in any official language, into its structure.

    Chapters, paragraphs, documents with sponsors, panels, speakers, and what does not fit together. A PDF must
    have text: pictures of pages are not recognized. Tracked changes of a DOCX are read as accepted.
    Status 1 if there is no paragraph in it.
    """
    from accord.faces.cli.papers import read_document, states_of

    reading = read_document(file, states_of(states), face.lang, language)
    if face.json:
        face.document(reading)
    else:
        _told(face, reading)
    return 0 if reading.paragraphs else 1


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
        face.table(
            [names.label("where"), names.label("finding"), names.label("detail")],
            [[f.where, names.code("finding", f.code), names.detail(f)] for f in reading.findings],
        )
