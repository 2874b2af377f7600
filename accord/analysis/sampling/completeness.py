"""What may be believed of a declaration after a sample in which nothing was wrong, for a stated prior belief.

A plan says how often a sample would miss d defects if there were d. That is no statement about how many there are: "5
defects would be found with 95 %" does not mean "with 95 % there is none". For that something must be assumed of how
many defects there were before anybody looked (the prior), and the answer depends on it:

    P(D | n clean)  ∝  P(D) β_D(n)

All of it is exact. The prior stands beside every result.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import NamedTuple

from accord.analysis.unfit import insist

MOST_ITEMS = 20_000


class Prior(NamedTuple):
    """What is assumed of the number of defects before the sample: a share for none, the rest even over 1 to `most`."""

    none: Fraction
    most: int

    @classmethod
    def even(cls, items: int) -> Prior:
        """Every number of defects, from none to all items, alike.

        >>> Prior.even(99)
        Prior(none=Fraction(1, 100), most=99)
        """
        return cls(Fraction(1, items + 1), items)


class Belief(NamedTuple):
    """What follows for a number of defects."""

    items: int
    n: int
    prior: Prior
    none: Fraction
    """The probability that there is no defect, given the prior and a clean sample."""
    at_most: Fraction
    """The probability that there are at most `defects`."""
    defects: int
    mean: Fraction
    """The mean number of defects."""


def belief(items: int, n: int, prior: Prior, defects: int = 0) -> Belief:
    """The probabilities after a sample of n items, all of them as declared.

    Raises:
        Unfit: a sample of more than all items; a prior that is no probability, or of more defects than items; too many
            items.

    >>> found = belief(100, 45, Prior.even(100), 4)
    >>> round(float(found.none), 6), round(float(found.at_most), 6)
    (0.455446, 0.956081)
    >>> belief(100, 45, Prior(Fraction(1, 2), 100)).none
    Fraction(920, 931)
    """
    insist(1 <= items <= MOST_ITEMS, "number-of-items", items=items, most=MOST_ITEMS)
    insist(0 <= n <= items, "sample-of-items", n=n, items=items)
    insist(0 <= prior.none <= 1, "share-not-between-0-and-1", what="none_before", value=prior.none)
    insist(1 <= prior.most <= items, "more-defects-than-items", defects=prior.most, items=items)
    insist(0 <= defects <= items, "more-defects-than-items", defects=defects, items=items)
    # The sums of C(items − d, n) over d are again binomials: no walk over all numbers of defects.
    each = (1 - prior.none) / prior.most
    clean = prior.none * math.comb(items, n)
    total = clean + each * _ways(items, n, 1, prior.most)
    insist(total > 0, "prior-excludes-the-sample")
    few = clean + each * _ways(items, n, 1, min(defects, prior.most))
    return Belief(items, n, prior, clean / total, few / total, defects, each * _weighed(items, n, prior.most) / total)


def _ways(items: int, n: int, first: int, last: int) -> int:
    """Σ C(items − d, n) for d from first to last: C(items − first + 1, n + 1) − C(items − last, n + 1)."""
    if last < first:
        return 0
    return math.comb(items - first + 1, n + 1) - math.comb(items - last, n + 1)


def _weighed(items: int, n: int, most: int) -> int:
    """Σ d C(items − d, n) for d from 1 to `most`: the sum of the sums from each d on."""
    # Σ_{d=1}^{most} Σ_{e=d}^{most} C(items − e, n) = Σ_d [C(items − d + 1, n + 1) − C(items − most, n + 1)]
    whole = math.comb(items + 1, n + 2) - math.comb(items + 1 - most, n + 2)
    return whole - most * math.comb(items - most, n + 1)
