"""What a change puts, drops and keeps, in pieces to be shown before anything is said."""

from __future__ import annotations

from accord.areas.negotiation.changes import AddUnit, AmendText, Change, DeleteUnit, Rewording
from accord.areas.negotiation.merging import merge_credited
from accord.areas.negotiation.pieces import Piece, proposed
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.subamending import amended_units
from accord.areas.negotiation.view import Negotiation


def pieces(view: Negotiation, draft: str, change: Change, by: tuple[str, ...], amends: str = "") -> tuple[Piece, ...]:
    """A change of a draft, or of the amendment `amends`, as its amendment's page will show it."""
    slash = view.tables.drafts[draft].act.slash
    if amends and isinstance(change, Rewording):
        units = amended_units(view.tables.amendments[draft][amends], view.tables.units[draft], slash)
        text = units[change.unit].current.text
        return proposed(text, merge_credited({0: edits_of(change, text, slash) or ()}), by)
    if isinstance(change, AddUnit):
        return (Piece(text=change.text, kind="put", by=by),)
    row = view.tables.units[draft][change.unit]
    text = row.current.text
    if isinstance(change, AmendText | DeleteUnit):
        text = next(version.text for version in row.versions if version.hash == change.base)
    if isinstance(change, AmendText):
        return proposed(text, merge_credited({0: change.edits}), by)
    return (Piece(text=text, kind="drop" if isinstance(change, DeleteUnit) else "keep", by=by),)
