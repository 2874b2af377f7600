"""What word processors do to a page when they print it, each in its smallest case, typeset by hand."""

from __future__ import annotations

import io

import docx
import pytest
import typst
from docx.shared import Pt

from accord.papers.reading import Reading, read_file
from accord.papers.reading.files.columns import in_order, stretches
from accord.papers.reading.files.glyphs import KASHIDA, Glyph
from accord.papers.reading.files.rows import Row, rows_of

TALL = "A line of an entry that is long enough to be taken for the one above it, printed twice to look bold."


def row(text: str, y: float, left: float = 50.0, size: float = 10.0, order: int = 0) -> list[Glyph]:
    """The characters of a line, each half as wide as high."""
    return [Glyph(c, left + 5 * n, left + 5 * n + 5, y, size, order + n) for n, c in enumerate(text)]


def rows(*lines: tuple[str, float, float]) -> list[Row]:
    return rows_of([g for n, (text, y, left) in enumerate(lines) for g in row(text, y, left, order=100 * n)])


def read_pages(source: str) -> Reading:
    return read_file(typst.compile(source.encode()))


def test_a_stretched_arabic_word_is_the_word() -> None:
    seen = list("السلام")[::-1]
    stretched = [*seen[:3], KASHIDA, KASHIDA, *seen[3:]]
    found = rows_of(row("".join(stretched), 700.0), arabic=True)
    assert [one.text for one in found] == ["السلام"]


def test_a_stroke_that_stands_alone_is_kept() -> None:
    found = rows_of(row(f"{KASHIDA}ه", 700.0), arabic=True)
    assert [one.text for one in found] == [f"ه{KASHIDA}"]


def test_a_raised_mark_after_a_number_at_the_left_end_of_an_arabic_line_joins_nothing() -> None:
    line = row("2:37 ةرقفلا", 700.0)
    line[0].raised = True
    (found,) = rows_of(line, arabic=True)
    assert (found.text, found.marks) == ("الفقرة 37:", ((10, "2"),))


def test_a_line_that_repeats_the_one_above_is_read_twice() -> None:
    source = f"#set text(top-edge: 0.4em, bottom-edge: -0.1em)\n#set par(leading: 0pt, spacing: 0pt)\n{TALL}\n\n{TALL}"
    pages = read_pages(f"1. One.\n\n2. Two:\n\n{source}\n")
    assert sum(unit.text.count("printed twice") for unit in pages.units) == 2


def test_footnotes_below_one_column_do_not_end_the_other() -> None:
    said = " ".join(["The Working Group met and heard what the delegations had to say."] * 4)
    left = "".join(f"{n}. {said}\n\n" for n in range(1, 6)).replace("say.", "say.#super[1]", 1)
    right = "".join(f"{n}. {said} {said}\n\n" for n in range(6, 9))
    note = "#line(length: 3cm, stroke: 0.4pt)\n#text(size: 7pt)[#super[1] A note below the left column.]"
    source = (
        "#set page(height: 16cm, margin: 1cm)\n#set text(size: 9pt)\n#set par(justify: true)\n"
        f"#grid(columns: (1fr, 1fr), column-gutter: 1cm)[{left}{note}][{right}]"
    )
    found = read_pages(source)
    assert [p.num for p in found.paragraphs] == list(range(1, 9))
    assert [(n.marker, n.text, n.ref_in) for n in found.footnotes] == [("1", "A note below the left column.", "para-1")]
    assert not [p for p in found.paragraphs if "note" in p.text]


def test_a_note_that_is_carried_to_a_page_of_its_own_is_a_note() -> None:
    found = read_pages(
        "1. The Group met.#super[1]\n\n2. It rose.\n#pagebreak()\n#line(length: 4cm, stroke: 0.4pt)\n"
        "#text(size: 7pt)[#super[1] A note on a page of its own.]"
    )
    assert [(n.marker, n.ref_in) for n in found.footnotes] == [("1", "para-1")]
    assert [p.text for p in found.paragraphs] == ["The Group met.", "It rose."]


def test_cells_stand_in_their_rows_and_a_heading_below_them_is_none() -> None:
    cells = [("Arvandia", "That every declaration"), ("", "should bear two"), ("", "signatures of those"),
             ("Pelagia", "That a form left blank"), ("", "should be sent back")]  # fmt: skip
    lines = [(text, 700.0 - 12 * n, 50.0) for n, (text, _) in enumerate(cells) if text]
    lines += [(text, 700.0 - 12 * n, 250.0) for n, (_, text) in enumerate(cells)]
    found = rows(*lines, ("C. Documents", 700.0 - 60, 50.0))
    assert [one.column for one in stretches(found, False)] == [False]
    said = [one.text for one in in_order(found, False)]
    assert said == [
        "Arvandia", "That every declaration", "should bear two", "signatures of those", "Pelagia",
        "That a form left blank", "should be sent back", "C. Documents",
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["(b)", "b)", "3."])
def test_an_entry_that_comes_back_at_the_head_of_pages_is_no_running_title(label: str) -> None:
    page = f"{label} The same words on every page.\n\n#v(2em)\n"
    source = "#pagebreak()\n".join(f"{page}{n}. Something else, and more of it.\n\n" for n in (1, 2, 3, 4))
    found = read_pages(source)
    assert sum(unit.text.count("The same words") for unit in found.units) == 4


def test_a_long_heading_that_comes_back_at_the_head_of_pages_is_no_running_title() -> None:
    lines = ("Views expressed on the order of work,", "and on who should bear its cost")
    labels = ("I.", "II.", "III.", "IV.")
    pages = [
        f"{label} {lines[0]}\\\n{lines[1]}\n\n#v(2em)\n{n}. More.\n\n#v(1fr)\nIt is so for {label}\n\n"
        for n, label in enumerate(labels, 1)
    ]
    found = read_pages("#pagebreak()\n".join(pages))
    said = " ".join(lines)
    assert [(u.label, u.text) for u in found.units if u.kind == "chapter"] == [(label, said) for label in labels]


def test_a_number_before_a_number_needs_hardly_any_room() -> None:
    label = row("3.", 700.0, size=12)
    said = row("2031 figures", 700.0, left=61.4, size=12, order=2)
    decimal = row("3.2031 figures", 600.0, size=12, order=100)
    assert [one.text for one in rows_of([*label, *said, *decimal])] == ["3. 2031 figures", "3.2031 figures"]


ENTRIES = [(f"{n}. An entry of some length {n}.", 700.0 - 20 * n, 50.0) for n in range(7)]


def test_a_heading_in_the_middle_is_no_column() -> None:
    headings = [("I. Opening", 550.0, 230.0), ("A. Documents", 530.0, 50.0)]
    found = rows(*ENTRIES, *headings, (f"1. {TALL}", 510.0, 50.0))
    assert [one.column for one in stretches(found, False)] == [False]
    assert [one.text for one in in_order(found, False)][-3:-1] == [text for text, _, _ in headings]


def test_the_end_of_a_stretched_line_is_no_column() -> None:
    stretched = [("10. On paragraph 19", 540.0, 50.0), ("several States then made", 540.0, 230.0)]
    found = rows(*ENTRIES, *stretched, ("these points:", 520.0, 50.0))
    assert [one.column for one in stretches(found, False)] == [False]


def test_a_short_column_on_the_last_page_is_a_column() -> None:
    left = ["7. A paragraph that goes on,", "down the page.", "8. The agenda:", *(f"{n}. Entry." for n in range(1, 12))]
    right = [("C. The next section", 700.0), ("9. It was said that all", 680.0), ("should be open, and would", 664.0),
             ("be.", 648.0)]  # fmt: skip
    lines = [(text, 700.0 - 16 * n, 50.0) for n, text in enumerate(left)]
    found = stretches(rows(*lines, *((text, y, 230.0) for text, y in right)), False)
    assert [one.column for one in found] == [True, True]
    assert [one.text for one in found[1].rows] == [text for text, _ in right]


def test_the_rest_of_a_table_on_a_new_page_is_read_cell_by_cell() -> None:
    cells = [("That all is shown", 700.0, 300.0), ("Pelagia", 670.0, 50.0), ("That it is shown", 670.0, 300.0)]
    found = rows(*cells, ("to all who ask", 656.0, 300.0), (f"6. {TALL}", 640.0, 50.0))
    said = in_order(found, False)
    assert [one.text for one in said] == [*(text for text, _, _ in cells), "to all who ask", f"6. {TALL}"]
    assert [one.column is None for one in said] == [True, False, False, False, True]


def test_a_mark_that_is_wrapped_to_a_line_of_its_own_belongs_to_the_line_before() -> None:
    found = read_pages(
        "#set par(leading: 1em)\n1. The Group met.\\\n#text(size: 6.6pt)[1]\n\n2. It rose.\n\n"
        "#line(length: 4cm, stroke: 0.4pt)\n#text(size: 7pt)[#super[1] In the morning.]"
    )
    assert [(p.text, p.num) for p in found.paragraphs] == [("The Group met.", 1), ("It rose.", 2)]
    assert [(n.marker, n.ref_in) for n in found.footnotes] == [("1", "para-1")]


def test_a_list_that_stands_hardly_further_out_than_the_last_paragraph_is_still_a_list() -> None:
    paper = docx.Document()
    for n, text in enumerate(["1. One.", "2. Two.", "3. The agenda:", *(f"{k}. Item." for k in range(1, 9))]):
        form = paper.add_paragraph(text).paragraph_format
        form.left_indent, form.first_line_indent = (Pt(0), Pt(24)) if n < 3 else (Pt(18), Pt(0))
    out = io.BytesIO()
    paper.save(out)
    found = read_file(out.getvalue())
    assert [p.num for p in found.paragraphs] == [1, 2, 3]
    assert len(found.paragraphs[2].list_items) == 8
