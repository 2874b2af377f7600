"""The consistency officer: a document against itself, against its other languages, against the record.

`within(reading)` is what does not fit together in one document, beside what its reader found already;
`across(versions)` where language versions of one document differ; `against(reading, world)` where a document
and a record differ. All give findings, with a stable code, a place and both values; none corrects anything.
"""

from accord.papers.consistency.across import Version, across
from accord.papers.consistency.against import against
from accord.papers.consistency.within import within

__all__ = ["Version", "across", "against", "within"]
