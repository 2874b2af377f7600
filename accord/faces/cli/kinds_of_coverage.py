"""The families of codes that pages and forms of coverage have."""

from __future__ import annotations

from typing import Any, get_args

from accord.areas.coverage.acts import Binds, BodyOfLaw, Reach, Strikable

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(Binds): "binds",
    get_args(Reach): "reach",
    get_args(BodyOfLaw): "body-of-law",
    get_args(Strikable): "coverage-fact",
}
"""A set of codes → the family of words for them."""
