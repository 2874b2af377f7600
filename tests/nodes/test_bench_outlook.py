"""The peer of outlooks, run by run in plain Python, computes the same model."""

from __future__ import annotations

import numpy as np

from accord.analysis.outlook.projection import project
from accord.analysis.outlook.study import insist_study
from accord.nodes.bench.outlook import one_run, study


def test_plain_python_comes_to_the_same_numbers() -> None:
    assumed = study()
    insist_study(assumed)
    u = np.random.default_rng(8).random((40, len(assumed.uncertain())))
    found = project(assumed, u)
    assert np.allclose(found.left, [one_run(assumed, row) for row in u.tolist()], rtol=1e-12, atol=1e-9)
    assert len(np.unique(found.limits)) >= 6, "nearly every limit takes its turn"
