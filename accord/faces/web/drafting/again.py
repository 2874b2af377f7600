"""Where an act on its way was filled in, and what stood there: where its sheet leads back to."""

from __future__ import annotations

import msgspec

from accord.acts.vocabulary import Act, name_of
from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment, ReviseDraft
from accord.faces.web.acting.forms import fields_of
from accord.faces.web.drafting.amend import amendment_fields
from accord.faces.web.drafting.revise import revision_fields
from accord.faces.web.drafting.told import asked_by
from accord.faces.web.written import Written
from accord.world.asked import Asked


class Again(msgspec.Struct, frozen=True):
    """The address to which a sheet goes back, with the fields that spell its act there."""

    address: str
    fields: dict[str, str]


def again(w: Written, known: Asked, act: Act) -> Again:
    """The desk of drafting for an amendment or a revision of a draft that is there, else the form of the act."""
    if isinstance(act, ProposeAmendment | ProposeSubamendment) and asked_by(known, act) and _fits(act):
        return Again(w.url("amend", act.draft), amendment_fields(known.negotiation, act))
    if isinstance(act, ReviseDraft) and act.draft in known.negotiation.tables.drafts and _fits(act):
        return Again(w.url("revise", act.draft), revision_fields(act))
    return Again(w.url("act", name_of(act).partition("/")[0]), fields_of(act))


def _fits(act: ProposeAmendment | ProposeSubamendment | ReviseDraft) -> bool:
    """Whether the desk has a field for all that the act says beside its changes."""
    note = getattr(act, "note", None)
    source = act.source
    return (note is None or len(note.said) == 1) and (
        source is None or (source.document is not None and source.publication is None and source.on is None)
    )
