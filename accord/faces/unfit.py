"""What is wrong with input that a method of `accord.analysis` cannot take, as a sentence in the reader's language."""

from __future__ import annotations

from accord.analysis.unfit import Unfit
from accord.words.catalogue import has, say

LONGEST = 60
"""Of a value that is repeated: what somebody typed may be long."""


def told(lang: str, error: Unfit) -> str:
    """The sentence of `unfit.<code>`, with the row where it names one.

    >>> told("en", Unfit("more-defects-than-items", row="B", defects=5, items=3))
    'In B: 5 defects are out of range: the number of items is 3.'
    """
    values = {name: _value(lang, name, value) for name, value in error.values.items()}
    why = say(lang, f"unfit.{error.code}", **values)
    if not error.row:
        return why
    # What a file says has the number of its line; what a form or a list says, a name.
    return say(lang, "unfit.in-line" if error.row.isdecimal() else "unfit.in-row", row=error.row, why=why)


def _value(lang: str, name: str, value: object) -> str:
    """A value in words; what is asked for has the name that stands at its field."""
    code = f"calculator.{str(value).replace('-', '_')}"
    if name == "what" and has(lang, code):
        return say(lang, code)
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
