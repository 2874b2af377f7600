"""Lines that pdfium leaves out because they repeat the line above.

It takes text of the same characters near by for the same text printed twice, to look bold, and tells nothing of the
second. Where lines are long and close, that takes away the next entry of a list or the next cell of a table.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from msgspec.structs import replace

from accord.papers.reading.files.glyphs import Glyph

_BEFORE = 8
"""How many texts before one are looked at; pdfium looks at fewer."""
_EXACT = 0.1
_BOLD = 0.3
"""How far apart, in sizes of its type, text stands that is printed twice to look bold."""

_Box = tuple[float, float, float, float]


def restored(page: pypdfium2.PdfPage, text: pdfium.FPDF_TEXTPAGE, glyphs: list[Glyph]) -> Iterator[Glyph]:
    """The characters of the text that was left out: those of the text above, as far below it as this one stands."""
    told: dict[int, list[Glyph]] = {_object(text, n): [] for n in range(pdfium.FPDFText_CountChars(text))}
    for glyph in glyphs:
        told[_object(text, glyph.order)].append(glyph)
    before: deque[tuple[_Box, list[Glyph]]] = deque(maxlen=_BEFORE)
    for one in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=1):
        box = one.get_bounds()
        said = told.get(ctypes.addressof(one.raw.contents))
        if said is None and (twin := next((other for other in reversed(before) if _is_alike(box, other[0])), None)):
            right, up = box[0] - twin[0][0], box[1] - twin[0][1]
            if abs(up) > _BOLD * twin[1][0].size:
                said = [replace(g, left=g.left + right, right=g.right + right, y=g.y + up) for g in twin[1]]
                yield from said
        if said:
            before.append((box, said))


def _object(text: pdfium.FPDF_TEXTPAGE, n: int) -> int:
    """Which text of the page a character belongs to; 0 for one that pdfium makes up."""
    found = pdfium.FPDFText_GetTextObject(text, n)
    return ctypes.addressof(found.contents) if found else 0


def _is_alike(box: _Box, other: _Box) -> bool:
    """Whether two texts are of one width and height, and begin at one distance from the margin."""
    return (
        abs(box[0] - other[0]) < 1
        and abs((box[2] - box[0]) - (other[2] - other[0])) < _EXACT
        and abs((box[3] - box[1]) - (other[3] - other[1])) < _EXACT
    )
