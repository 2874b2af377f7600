"""Drafts as word-processing documents: out to delegations, and back with tracked changes and comments as acts.

    data = as_word(world, "A/AC.900/L.1", state=0)                   out, clean or with tracked changes
    found = returned(opened(data), world, Sender(party="ST-A"))  back: amendments, remarks, findings

What goes out is described in `docs/formats/word.md`.
"""

from accord.papers.word.returned import Opened, opened, returned
from accord.papers.word.values import Remark, Returned, Sender
from accord.papers.word.write import KIND, as_word, file_name

__all__ = ["KIND", "Opened", "Remark", "Returned", "Sender", "as_word", "file_name", "opened", "returned"]
