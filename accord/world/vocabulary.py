"""The vocabulary of this edition of the program: the acts of all areas."""

from __future__ import annotations

from accord.acts.vocabulary import Vocabulary
from accord.areas.bodies import acts as bodies
from accord.areas.commitments import acts as commitments
from accord.areas.coverage import acts as coverage
from accord.areas.documents import acts as documents
from accord.areas.drafting import acts as drafting
from accord.areas.instruments import acts as instruments
from accord.areas.meetings import acts as meetings
from accord.areas.negotiation import acts as negotiation
from accord.areas.parties import acts as parties
from accord.areas.procedure import acts as procedure
from accord.areas.programme import acts as programme
from accord.areas.proposals import acts as proposals
from accord.areas.speakers import acts as speakers

AREAS = {
    "parties": parties.ACTS,
    "bodies": bodies.ACTS,
    "documents": documents.ACTS,
    "meetings": meetings.ACTS,
    "speakers": speakers.ACTS,
    "proposals": proposals.ACTS,
    "drafting": drafting.ACTS,
    "negotiation": negotiation.ACTS,
    "procedure": procedure.ACTS,
    "instruments": instruments.ACTS,
    "coverage": coverage.ACTS,
    "programme": programme.ACTS,
    "commitments": commitments.ACTS,
}
"""Area → its acts, in the order of the domain."""

VOCABULARY = Vocabulary([act for acts in AREAS.values() for act in acts])
