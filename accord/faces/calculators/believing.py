"""The question of completeness: what may be believed after a clean sample, and what that rests on."""

from __future__ import annotations

from fractions import Fraction

from accord.analysis.sampling.completeness import Prior, belief
from accord.faces.calculators.question import Answer, Given, Said, shown, told


def completeness(given: Given) -> Answer:
    """The probability that there is no defect, for a stated prior."""
    items, n = given.whole("items"), given.whole("n")
    most, defects = given.whole("most_before", items), given.whole("defects", 0)
    even = not given.has("none_before")
    prior = Prior(Fraction(1, most + 1) if even else given.number("none_before"), most)
    found = belief(items, n, prior, defects)
    words = {"n": str(n), "items": str(items), "before": shown(prior.none), "most": str(most)}
    words |= {"none": shown(found.none), "defects": str(defects), "at_most": shown(found.at_most)}
    said = [Said("calculator.completeness.even" if even else "calculator.completeness.prior", words)]
    said.append(Said("calculator.completeness.said", words))
    if defects:
        said.append(Said("calculator.completeness.at-most", words))
    said.append(Said("calculator.completeness.rests", {}))
    return Answer(
        {
            "items": items,
            "n": n,
            "prior": {"none": str(prior.none), "most": most},
            **told("none", found.none),
            "defects": defects,
            **told("at_most", found.at_most),
            **told("mean", found.mean),
        },
        tuple(said),
        (
            ("none_before", shown(prior.none)),
            ("none_after", shown(found.none)),
            *((("at_most", shown(found.at_most)),) if defects else ()),
            ("mean", shown(found.mean)),
        ),
    )
