"""What the pages of documents are asked of."""

from __future__ import annotations

from typing import Annotated, Protocol

from msgspec import Meta

from accord.areas.bodies import pages as bodies
from accord.areas.documents.lookups import DocumentLookups
from accord.areas.documents.view import Documents

SymbolText = Annotated[str, Meta(extra={"shown": "symbol"})]


class Known(bodies.Known, Protocol):
    """What these pages are asked of."""

    documents: Documents
    document_lookups: DocumentLookups
