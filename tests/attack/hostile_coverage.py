"""What was said to do harm about coverage: prohibitions, readings, disputes, developments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.values import Grounds
from accord.areas.coverage.acts import (
    DisputeReading,
    MapProhibition,
    NameProhibition,
    RecordDevelopment,
    StrikeCoverage,
)
from tests.pages.small_record import day

if TYPE_CHECKING:
    from tests.attack.hostile import Hostile


def tell_coverage(h: Hostile) -> None:
    """A prohibition read in a treaty, with words that attack wherever words stand."""
    given: dict[str, Any] = {"grounds": Grounds(source=h.source(), kind="assessed", checked=day(3, 2))}
    of: dict[str, Any] = {"instrument": "LAW", "provision": "1.a", "author": "ST-A", **given}
    told: dict[str, Any] = {"development": "d-1", "body_of_law": "criminal", **given}
    for act in (
        NameProhibition(prohibition="p-1", name=h.text(), note=h.text(), **given),
        MapProhibition(prohibits=("p-1",), reach="zone", reach_said=h.text(), condition=h.text(), **of),
        DisputeReading(party="CHE", text=h.text(), verbatim=True, **of),
        RecordDevelopment(name=h.text(), summary=h.text(), **told),
        RecordDevelopment(name=h.text(), summary=h.text(), **(told | {"development": "d-2"})),
    ):
        h.counts("EDITOR", act)
    h.counts("EDITOR", StrikeCoverage(strikable="development", entry=len(h.entries) - 1, reason=h.words()[:200]))
