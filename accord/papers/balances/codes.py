"""Inventory change codes of accounting reports, as what they are in a balance.

What the accounts state of one mass twice (MF, BA), what they round or rename (RA, RM, RP) and what was not measured
again (DI) is no measured mass: such a line is refused by its code, and left out by whoever hands the table in.
"""

from __future__ import annotations

from typing import Literal

from accord.analysis.balance.terms import Kind
from accord.analysis.unfit import Unfit

KINDS: dict[str, Kind] = {
    "PB": "inventory",
    "PE": "inventory",
    **dict.fromkeys(("RD", "RF", "RN", "RS", "NP", "GA", "FW", "DU", "DQ"), "input"),
    **dict.fromkeys(("SD", "SF", "SN", "LN", "LD", "LA", "TW", "EU", "EQ", "TU"), "output"),
}
"""Beginning and ending physical inventory; receipts, production, gains and what comes back under accounts;
shipments, losses, discards, and what leaves them."""
ENDS_THE_DAY: Literal["PE"] = "PE"
"""A physical inventory is taken at the end of its day: it closes a period of which that day is a part."""


def kind_of(code: str, row: str) -> Kind:
    """What a line with this code is in a balance.

    Raises:
        Unfit: no code of a measured mass.

    >>> kind_of("SF", "2")
    'output'
    """
    if code not in KINDS:
        raise Unfit("table-code", row=row, value=code[:40])
    return KINDS[code]
