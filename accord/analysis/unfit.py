"""What is said of input that a method cannot take: a code, its values, and the row it stands in."""

from __future__ import annotations


class Unfit(ValueError):
    """Input that a method cannot take; faces say it in the reader's language by its code (`unfit.<code>`).

    >>> str(Unfit("more-defects-than-items", row="B", defects=5, items=3))
    'more-defects-than-items: row=B, defects=5, items=3'
    """

    def __init__(self, code: str, *, row: str = "", **values: object) -> None:
        told = {"row": row, **values} if row else values
        super().__init__(f"{code}: " + ", ".join(f"{name}={value}" for name, value in told.items()))
        self.code = code
        self.row = row
        self.values = values


def insist(fits: bool, code: str, *, row: str = "", **values: object) -> None:
    """Insists that input fits.

    Raises:
        Unfit: it does not.
    """
    if not fits:
        raise Unfit(code, row=row, **values)
