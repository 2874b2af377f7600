"""A study to begin with: three fictional States, verification that is short at first, steps in turn, deadlines."""

from __future__ import annotations

from accord.analysis.outlook.study import Approach, Deadline, Gate, Resource, Spread, State, Study, exactly

TITLE = "Arcadia, Borealia, Meridia"
EXAMPLE = Study(
    2031,
    30,
    (
        State("Arcadia", Spread(560, 680, 600), Spread(25, 45), Spread(0, 2), (Gate(0.25, "Borealia", 0.5),)),
        State("Borealia", Spread(480, 640, 540), Spread(20, 40), Spread(0, 3), (Gate(0.25, "Arcadia", 0.5),)),
        State("Meridia", Spread(90, 110), Spread(6, 14), exactly(4), (Gate(0.5, "Arcadia", 0.25),)),
    ),
    (
        Resource("Inspections", Spread(170, 300), Spread(2, 4, 3)),
        Resource("Portal hours", Spread(2000, 3200), Spread(24, 40)),
    ),
    (Deadline(2045, "", 0.5), Deadline(2060)),
    Approach("Step by step", "yes", "yes"),
)
