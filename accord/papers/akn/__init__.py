"""Akoma Ntoso 1.0 (OASIS), in the profile of the United Nations: reports written, and read again.

`as_akn(report)` gives the document, `read_akn(data)` the report again: the same blocks, the same
words, with where each comes from and the entries behind it. `units(report)` are its units as
`accord read` has them.
"""

from accord.papers.akn.read import NotAkn, read_akn, units
from accord.papers.akn.write import as_akn

__all__ = ["NotAkn", "as_akn", "read_akn", "units"]
