"""The generator: from the record to the report of a body, every word with where it comes from.

`report(world, "AC.1", "en")` gives a `Report`: its `text()`, its `segments`, its `counts`.
"""

from accord.papers.report.reports import NoReport, report
from accord.papers.report.slots import render_slot
from accord.papers.report.values import Block, Chapter, Counts, Report, Segment

__all__ = ["Block", "Chapter", "Counts", "NoReport", "Report", "Segment", "render_slot", "report"]
