"""Figures of the law made on the server: where States stand as a map, how many were bound over time as steps."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, get_args

from markupsafe import Markup

from accord.areas.instruments.overtime import OverTime
from accord.areas.instruments.periods import Standing
from accord.areas.instruments.rows import StandingRow
from accord.areas.instruments.zones import ZoneRow
from accord.faces.web.tiles import legend, tile_map
from accord.faces.web.written import Written

WIDTH, HEIGHT, EDGE = 640, 220, 36
SHADES: dict[Standing, int] = {"party": 2, "consented": 2, "suspended": 2, "ended": 0, "withdrawn": 0, "signatory": 1}
"""One colour in three shades: bound, signed, neither any more. They say nothing of which is better."""
_ALWAYS = ("party", "legal_standing", "consented_by", "consented")


def columns(rows: Sequence[StandingRow]) -> tuple[str, ...]:
    """The columns of a table of standings: those that tell nothing of any row are left out."""

    def tells(name: str) -> bool:
        return any(getattr(row, name) not in (None, (), "recorded") for row in rows)

    used = ("party", "legal_standing", "signed", "consented_by", "consented", "in_force", "ended_on", "dated")
    found = tuple(name for name in (*used, "not_fitting") if name in _ALWAYS or tells(name))
    return (*found, "decided_by", "particulars")


def standing_map(w: Written, rows: Sequence[StandingRow]) -> Markup:
    """Where each State stands towards an instrument."""
    values = {
        row.party: (SHADES[row.legal_standing], w.code("legal-standing", row.legal_standing))
        for row in rows
        if row.legal_standing in SHADES
    }
    found = [standing for standing in get_args(Standing) if any(row.legal_standing == standing for row in rows)]
    told: list[tuple[int | None, str]] = [(SHADES[s], w.code("legal-standing", s)) for s in found if s in SHADES]
    nothing = w.code("legal-standing", "none")
    return legend([*told, (None, nothing)]) + tile_map(w, values, w.say("portal.map.law"), nothing)


def zone_map(w: Written, zones: Sequence[ZoneRow]) -> Markup:
    """To which zone each State belongs, of those that are of States' territories."""
    zones = [zone for zone in zones if not zone.beyond_territories]
    values: dict[str, tuple[int, str]] = {}
    for zone in zones:
        name = w.instrument(zone.instrument).striptags()
        for party in zone.signatories_only:
            values.setdefault(party, (1, f"{name} ({w.code('legal-standing', 'signatory')})"))
    for zone in zones:
        name = w.instrument(zone.instrument).striptags()
        for party in zone.zone_members:
            known = values.get(party)
            values[party] = (2, f"{known[1]}; {name}" if known is not None and known[0] == 2 else name)
    nothing = w.say("portal.map.zones.none")
    told: list[tuple[int | None, str]] = [
        (2, w.label("zone_members")),
        (1, w.label("signatories_only")),
        (None, nothing),
    ]
    return legend(told) + tile_map(w, values, w.say("portal.map.zones"), nothing)


def over_time(w: Written, points: Sequence[OverTime]) -> Markup:
    """How many had signed and were bound, as two lines of steps; time runs in the direction of reading."""
    first, last = points[0].day.toordinal(), points[-1].day.toordinal()
    most = max(max(point.signed_count, point.consented_count) for point in points) or 1

    def x(day: datetime.date) -> float:
        along = (day.toordinal() - first) / max(last - first, 1) * (WIDTH - 2 * EDGE)
        return EDGE + along if w.direction == "ltr" else WIDTH - EDGE - along

    def y(count: int) -> float:
        return HEIGHT - EDGE - count / most * (HEIGHT - 2 * EDGE)

    lines = Markup("").join(_line(points, field, x, y) for field in ("signed_count", "consented_count"))
    ends = ((points[0].day, x(points[0].day)), (points[-1].day, x(points[-1].day)))
    ticks = Markup("").join(
        Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(f"{at:.1f}", HEIGHT - 10, day.year)
        for day, at in ends[: 1 if ends[0][0].year == ends[1][0].year else 2]
    )
    edge = x(points[-1].day) + (6 if w.direction == "ltr" else -6)
    numbers = Markup("").join(
        Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(
            f"{edge:.1f}", f"{y(count):.1f}", "start" if w.direction == "ltr" else "end", count
        )
        for count in sorted({points[-1].signed_count, points[-1].consented_count})
    )
    axis = Markup('<path class="axis" d="M{},{} H{}"/>').format(EDGE, HEIGHT - EDGE, WIDTH - EDGE)
    return Markup(
        '<svg class="over-time" role="img" aria-label="{}" viewBox="0 0 {} {}" width="{}" height="{}">{}</svg>'
    ).format(told_over_time(w, points), WIDTH, HEIGHT, WIDTH, HEIGHT, axis + lines + ticks + numbers)


def told_over_time(w: Written, points: Sequence[OverTime]) -> str:
    """What the lines show, in words."""
    last = points[-1]
    return w.say(
        "portal.over-time.about",
        first=w.names.day(points[0].day),
        last=w.names.day(last.day),
        signed=last.signed_count,
        consented=last.consented_count,
    )


def _line(points: Sequence[OverTime], field: str, x: Any, y: Any) -> Markup:
    """One line of steps, from nothing on."""
    steps = [f"M{x(points[0].day):.1f},{y(0):.1f}"]
    steps += [f"H{x(point.day):.1f} V{y(getattr(point, field)):.1f}" for point in points]
    return Markup('<path class="{}" d="{}"/>').format(field.removesuffix("_count"), " ".join(steps))
