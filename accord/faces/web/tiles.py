"""A map of equal tiles: one for each Member and observer State, by region, without any boundary.

Regions are those of `reference/regions`, subregion by subregion, States by their code. A State that the table does
not place, such as those of an exercise, stands with the others. Values are shades of one colour and words, never a
judgement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from accord.faces.web.written import Written
from accord.reference.regions import regions
from accord.reference.states import states

TILE, GAP, ACROSS = 34, 3, 24
"""Side of a tile, space between tiles, tiles in a row."""


def placed(codes: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The States by region: all Members and observers if one of them is among `codes`; others of `codes` apart."""
    drawn: dict[str, list[str]] = {
        region: [place.iso3 for place in places if states()[place.iso3].status != "non-member"]
        for region, places in regions().items()
    }
    known = {code for members in drawn.values() for code in members}
    found: list[tuple[str, list[str]]] = []
    if any(code in known for code in codes):
        found = list(drawn.items())
    others = sorted(code for code in codes if code not in known)
    return found + ([("other", others)] if others else [])


def tile_map(w: Written, values: Mapping[str, tuple[int, str]], about: str, nothing: str = "") -> Markup:
    """The map. `values`: State → (shade 0, 1 or 2, words); States without a value are dashed, `nothing` says of them.

    Each tile has its State's name and value as a title and leads to its page, so that it can be read and walked
    without seeing it. Put the data table beside it (`ui.figure`).
    """
    parts: list[Markup] = []
    y = 0
    step = TILE + GAP
    width = ACROSS * step
    for region, codes in placed(list(values)):
        y += 18
        x = width if w.direction == "rtl" else 0
        label = w.say(f"portal.region.{region}")
        parts.append(Markup('<text class="region" x="{}" y="{}" text-anchor="start">{}</text>').format(x, y - 5, label))
        for number, code in enumerate(codes):
            row, column = divmod(number, ACROSS)
            left = (width - step * (column + 1) + GAP) if w.direction == "rtl" else column * step
            parts.append(_tile(w, code, left, y + row * step, values.get(code), nothing or w.say("portal.map.none")))
        y += (-(-len(codes) // ACROSS)) * step + 6
    return Markup(
        '<svg class="tiles" role="group" aria-label="{}" viewBox="-2 -2 {} {}" width="{}" height="{}">{}</svg>'
    ).format(about, width + 4, y + 4, width + 4, y + 4, Markup("").join(parts))


def _tile(w: Written, code: str, x: int, y: int, value: tuple[int, str] | None, nothing: str) -> Markup:
    words = escape(f"{w.names.party(code)}: {nothing if value is None else value[1]}")
    state = states().get(code)
    short = code if state is None else state.iso3
    drawn = (
        f'<title>{words}</title><rect x="{x}" y="{y}"/>'
        f'<text x="{x + TILE // 2}" y="{y + TILE // 2}">{escape(short[:5])}</text>'
    )
    if value is None:
        return Markup(f'<g class="none" role="img">{drawn}</g>')  # noqa: S704 - escaped above
    href = escape(w.url("party", code))
    return Markup(f'<a class="v{value[0]}" href="{href}">{drawn}</a>')  # noqa: S704 - escaped


def legend(entries: Sequence[tuple[int | None, str]]) -> Markup:
    """What the shades mean."""
    item = Markup(
        '<li><svg class="tiles" viewBox="0 0 16 16" aria-hidden="true"><g class="{}">'
        '<rect x="1" y="1" width="14" height="14"/></g></svg>{}</li>'
    )
    items = Markup("").join(item.format("none" if n is None else f"v{n}", words) for n, words in entries)
    return Markup('<ul class="legend">{}</ul>').format(items)


def participation(w: Written, participants: Sequence[Any]) -> Markup:
    """Who is on record as having spoken, as a map."""
    shades = {"spoke": 2, "via-group": 1, "no-recorded-statement": 0}
    values = {row.state: (shades[row.how], w.code("how", row.how)) for row in participants}
    told = [(shade, w.code("how", how)) for how, shade in shades.items()]
    key = legend([*told, (None, w.say("portal.map.none"))])
    return key + tile_map(w, values, w.say("portal.map.title"))
