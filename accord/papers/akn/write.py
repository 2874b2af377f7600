"""A report as a `debateReport` of Akoma Ntoso."""

from __future__ import annotations

from accord.papers.akn.body import Body
from accord.papers.akn.elements import make, put, serialized
from accord.papers.akn.meta import analysis, course, identification, proprietary, references
from accord.papers.report.outline import outline, printable
from accord.papers.report.values import Report


def as_akn(report: Report) -> bytes:
    """The report in Akoma Ntoso, strict-valid, the same bytes for the same record."""
    report = printable(report)
    root = make("akomaNtoso")
    paper = put(root, "debateReport", name="meetingReport", contains="singleVersion")
    meta = put(paper, "meta")
    body = Body(report, outline(report.blocks))
    body.preface(paper)
    body.main(paper)
    identification(meta, report)
    course(meta, report)
    analysis(meta, report, body.places)
    references(meta, report, body.entries)
    proprietary(meta, report)
    return serialized(root)
