"""Charts made on the server: what a figure shows also stands in words beside it and in its table."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from accord.faces.web.written import Written

WIDTH, HEIGHT, EDGE = 640, 180, 28


def brackets_over_time(w: Written, stages: Any) -> Markup:
    """How many brackets a draft had in each of its states, as columns from the reader's first side on."""
    most = max((row.in_brackets for row in stages), default=0) or 1
    step = (WIDTH - EDGE) / max(len(stages), 1)
    columns = []
    for number, row in enumerate(stages):
        height = (HEIGHT - 2 * EDGE) * row.in_brackets / most
        left = EDGE + number * step if w.direction == "ltr" else WIDTH - EDGE - (number + 1) * step
        words = f"{w.label('stage')} {row.stage}: {w.label('in_brackets')} {row.in_brackets}"
        columns.append(
            Markup(
                '<g role="img" aria-label="{}"><title>{}</title><rect x="{}" y="{}" width="{}" height="{}"/>'
                '<text x="{}" y="{}">{}</text><text x="{}" y="{}">{}</text></g>'
            ).format(
                words,
                words,
                _px(left + step * 0.15),
                _px(HEIGHT - EDGE - height),
                _px(step * 0.7),
                _px(height),
                _px(left + step / 2),
                _px(HEIGHT - EDGE - height - 6),
                row.in_brackets,
                _px(left + step / 2),
                HEIGHT - 8,
                row.stage,
            )
        )
    return Markup('<svg class="columns" role="group" aria-label="{}" viewBox="0 0 {} {}" width="{}">{}</svg>').format(
        w.label("in_brackets"), WIDTH, HEIGHT, WIDTH, Markup("").join(columns)
    )


def _px(value: float) -> str:
    """A length, to a tenth."""
    return f"{value:.1f}"
