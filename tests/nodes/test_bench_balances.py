"""What is measured of balances is right before it is fast: the hourly data of ours and of every sample agree."""

from __future__ import annotations

import numpy as np
import pytest

from accord.analysis.balance.samples import series_of_samples
from accord.analysis.balance.statistics import covariance_kg2
from accord.nodes.bench import balance


def test_errors_of_every_sample_have_the_computed_covariance() -> None:
    data = balance.hourly(200)
    computed = covariance_kg2(series_of_samples(*data))
    found = np.cov(balance.by_sample(data, 4_000).T)
    scale = np.sqrt(np.outer(np.diag(computed), np.diag(computed)))
    assert np.abs((found - computed) / scale).max() < 0.09


def test_hourly_data_have_independent_statistics_of_variance_one() -> None:
    z = balance.ours(balance.hourly(200), 4_000)
    assert z.std() == pytest.approx(1.0, abs=0.01)
    assert np.abs(np.corrcoef(z.T) - np.eye(z.shape[1])).max() < 0.09


def test_the_results_name_their_peer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, fewer in {"SERIES": 2_000, "RUNS": 1_000, "SAMPLES": 200, "REALISATIONS": 20}.items():
        monkeypatch.setattr(balance, name, fewer)
    results = list(balance.run())
    assert [result.peer for result in results if result.ratio is not None] == [balance.PEER]
    assert len(results) == 8
