"""The real report, typeset again to PDF and to DOCX, is read back to the same paragraphs and lists (ACCORD_SEED)."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest
import typst

from accord.papers.reading import Reading, Unit, read_file
from accord.papers.reading.text import squeeze
from tests.papers.reading.printing.as_pdf import quoted

_COVER = ("masthead", "title", "note-heading", "note", "report-title")
_INDENT = {"item": 1, "subitem": 2, "agenda-item": 2}


def as_pdf(reading: Reading) -> bytes:
    notes = {note.marker: note.text for note in reading.footnotes}
    out = [
        '#set page(paper: "a4", margin: (x: 30mm, y: 28mm), header: [#"A/68/514"], '
        'footer: [#"13-50610 (C)"#h(1fr)#context counter(page).display("1/1", both: true)])',
        '#set text(font: "Noto Serif CJK SC", lang: "zh", size: 10.5pt)',
        "#set par(justify: true, leading: 0.7em, spacing: 1.1em)",
    ]
    for unit in reading.units:
        if unit.kind == "footnote":
            continue
        if unit.kind == "chapter":
            out.append("#v(1em)")
        label = f"{unit.label} " if unit.label and unit.kind != "masthead" else ""
        said, at = f"#{quoted(label)}", 0
        for mark in unit.refs:
            said += f"#{quoted(unit.text[at : mark.offset])}#footnote[#{quoted(notes[mark.marker])}]"
            at = mark.offset
        said += f"#{quoted(unit.text[at:])}"
        out += [f"#pad(left: {_INDENT.get(unit.kind, 0)}em)[{said}]", ""]
    return typst.compile("\n".join(out).encode())


def as_docx(reading: Reading) -> bytes:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "A/68/514"
    for unit in reading.units:
        if unit.kind != "footnote":
            paper.add_paragraph(f"{unit.label} {unit.text}" if unit.label and unit.kind != "masthead" else unit.text)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def body(reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    for unit in reading.units:
        if unit.kind not in (*_COVER, "footnote"):
            yield unit.id, unit.kind, squeeze(unit.label), squeeze(unit.text)


def refs(units: tuple[Unit, ...]) -> list[tuple[str, str]]:
    return [(unit.id, mark.marker) for unit in units for mark in unit.refs]


@pytest.mark.parametrize("print_", [as_pdf, as_docx])
def test_the_real_report_in_other_print_reads_back_whole(reading: Reading, print_: object) -> None:
    again = read_file(print_(reading))  # type: ignore[operator]
    assert list(body(again)) == list(body(reading))
    assert len(again.paragraphs) == 52
    assert again.symbol == "A/68/514"
    for name in ("documents", "panels", "themes", "introductions"):
        assert len(getattr(again, name)) == len(getattr(reading, name)), name
    assert [s.state for s in again.statements.states] == [s.state for s in reading.statements.states]
    if print_ is as_pdf:
        assert refs(again.units) == refs(reading.units)
        assert [(n.marker, squeeze(n.text)) for n in again.footnotes] == [
            (n.marker, squeeze(n.text)) for n in reading.footnotes
        ]
