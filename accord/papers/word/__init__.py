"""Drafts as word-processing documents: out to delegations, and back with tracked changes and comments as acts.

    data = as_word(world, "A/AC.900/L.1", state=0)            out, clean or with open amendments as tracked changes
    found = returned(data, world, Sender(party="ST-A"))       back: amendments by unit and hash, remarks, findings

What goes out is described in `docs/formats/word.md`.
"""

from accord.papers.word.returned import returned
from accord.papers.word.values import Remark, Returned, Sender
from accord.papers.word.write import KIND, as_word, file_name

__all__ = ["KIND", "Remark", "Returned", "Sender", "as_word", "file_name", "returned"]
