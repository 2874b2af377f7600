"""Laws of every meeting: by chance, strictly in order or with all that a Chair may let pass."""

from __future__ import annotations

import pytest

from accord.areas.procedure.order import notes
from tests.laws.procedure import SETS, disorder, illegal_state, illegal_step, told

LENGTH = 40
CORE, LONG = 20_000, 1_000_000
SHARES = 10
"""The long set runs in shares, so that several processes can take one each."""


def trial(seeds: range, strict: bool) -> tuple[int, int]:
    """Tells a meeting for each seed, under each set in turn, and looks at every step; meetings and steps."""
    names = tuple(SETS)
    steps = 0
    for seed in seeds:
        procedure = SETS[names[seed % len(names)]]
        for before, event, after in told(seed, LENGTH, procedure, strict):
            wrong = illegal_state(after) or illegal_step(before, event, after)
            if wrong is None and strict:
                wrong = disorder(procedure, before, event, after)
            assert wrong is None, f"seed {seed}: {wrong}: {event} on {before}"
            steps += 1
    return len(seeds), steps


@pytest.mark.parametrize("strict", [True, False], ids=["in order", "as let pass"])
def test_no_meeting_reaches_an_illegal_state(strict: bool) -> None:
    meetings, steps = trial(range(CORE // 2), strict)
    assert steps > 5 * meetings, "most of what is drawn happens"


@pytest.mark.long
@pytest.mark.parametrize("strict", [True, False], ids=["in order", "as let pass"])
@pytest.mark.parametrize("share", range(SHARES))
def test_no_meeting_of_a_million_reaches_an_illegal_state(share: int, strict: bool) -> None:
    size = LONG // 2 // SHARES
    trial(range(CORE + share * size, CORE + (share + 1) * size), strict)


def test_what_breaks_a_law_of_order_is_noted() -> None:
    """Where all passes, each step that the laws of an orderly meeting forbid has a note, and none is without reason."""
    noted = forbidden = 0
    for seed in range(4_000):
        procedure = SETS["ga"]
        noted_when_it_began = set()
        for before, event, after in told(seed, LENGTH, procedure, strict=False):
            found = notes(procedure, before, event)
            noted += bool(found)
            if found and event.kind == "begin":
                noted_when_it_began.add(event.on)
            if disorder(procedure, before, event, after) is not None:
                forbidden += 1
                assert found or event.on in noted_when_it_began, f"seed {seed}: {event} on {before}"
    assert noted >= forbidden > 1_000
