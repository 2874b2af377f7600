"""The cases of the rules about speakers."""

from __future__ import annotations

from tests.areas.cases import Case

CASES: tuple[Case, ...] = ()
