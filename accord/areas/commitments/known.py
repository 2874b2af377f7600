"""What pages of commitments are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.commitments.lookups import CommitmentLookups
from accord.areas.commitments.view import Commitments
from accord.areas.parties.cite import Known as OfParties


class Known(OfParties, Protocol):
    """The views of parties and commitments, and the look-ups over the latter."""

    commitments: Commitments
    commitment_lookups: CommitmentLookups
