"""Why a file cannot be read: a code whose words exist in six languages, and the values in them."""

from __future__ import annotations

from accord.wire.codec import Malformed
from accord.words.catalogue import say


class Unreadable(Malformed):
    """A file that cannot be read. `code` names the words `unreadable.<code>`, `values` fill them.

    >>> str(Unreadable("encrypted"))
    'the file is locked with a password; save it without one'
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(say("en", f"unreadable.{code}", **{name: str(value) for name, value in values.items()}))
        self.code = code
        self.values = values
