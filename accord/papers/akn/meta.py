"""The metadata of a report in Akoma Ntoso: what it is, its course, what its words refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree  # type: ignore[import-untyped]
from msgspec.structs import asdict

from accord.papers.akn.elements import put
from accord.papers.akn.names import OWN, actor, component, day, expression, work
from accord.papers.report.gaps import tell
from accord.papers.report.outline import sources
from accord.papers.report.values import Report
from accord.words.languages import LANGUAGES

_PROGRAM = "#accord"
_ONTOLOGY = "/akn/ontology"


def identification(above: etree._Element, report: Report) -> None:
    """Work, expression and manifestation. The work has its symbol and those of its drafts as other names."""
    found = put(above, "identification", source=_PROGRAM)
    issue, author = report.issue, f"#{actor(report)}"
    on, which = day(issue)
    one = put(found, "FRBRWork")
    put(one, "FRBRthis", value=f"{work(report)}/!main")
    put(one, "FRBRuri", value=work(report))
    if issue.symbol:
        put(one, "FRBRalias", name="symbol", value=issue.symbol)
    for draft in issue.drafts:
        put(one, "FRBRalias", name="draft", value=draft)
    put(one, "FRBRdate", date=on.isoformat(), name=which)
    put(one, "FRBRauthor", href=author, **{"as": "#author"})
    put(one, "FRBRcountry", value="un")
    put(one, "FRBRsubtype", value="meetingReport")
    put(one, "FRBRnumber", value=component(issue.symbol or report.body), showAs=issue.symbol or report.body)
    two = put(found, "FRBRExpression")
    put(two, "FRBRthis", value=f"{expression(report)}/!main")
    put(two, "FRBRuri", value=expression(report))
    if issue.job:
        put(two, "FRBRalias", name="job", value=issue.job)
    put(two, "FRBRdate", date=(issue.issued or issue.made_on).isoformat(), name="issue" if issue.issued else "record")
    put(two, "FRBRauthor", href=author, **{"as": "#author"})
    put(two, "FRBRauthoritative", value="false")
    put(two, "FRBRlanguage", language=LANGUAGES[report.language].iso639_2)
    three = put(found, "FRBRManifestation")
    put(three, "FRBRthis", value=f"{expression(report)}/!main.xml")
    put(three, "FRBRuri", value=f"{expression(report)}.xml")
    put(three, "FRBRdate", date=issue.made_on.isoformat(), name="record")
    put(three, "FRBRauthor", href=_PROGRAM, **{"as": "#editor"})
    put(three, "FRBRformat", value="application/akn+xml")


def course(above: etree._Element, report: Report) -> None:
    """Publication, life and workflow, as far as the record has them."""
    issue, body = report.issue, "#body"
    if issue.issued is not None:
        put(
            above,
            "publication",
            date=issue.issued.isoformat(),
            name="document",
            showAs=issue.symbol,
            number=issue.symbol,
        )
    if issue.adopted is None:
        return
    life = put(above, "lifecycle", source=_PROGRAM)
    put(life, "eventRef", eId="event_1", date=issue.adopted.isoformat(), source=body, type="generation")
    steps = put(above, "workflow", source=_PROGRAM)
    drafts = " ".join(f"#draft_{n}" for n, _ in enumerate(issue.drafts, 1))
    step = put(steps, "step", eId="step_1", date=issue.adopted.isoformat(), by=body, outcome="#adopted")
    if drafts:
        step.set("refersTo", drafts)


def analysis(above: etree._Element, report: Report, places: Mapping[str, str]) -> None:
    """For each paragraph and footnote, the entries of the record behind its words."""
    known = [one for one in sources(report) if (one.facts or one.texts) and one.unit in places]
    if not known:
        return
    found = put(put(above, "analysis", source=_PROGRAM), "otherReferences", source=_PROGRAM)
    for one in known:
        every = sorted({*one.facts, *one.texts})
        refers = " ".join(f"#entry_{n}" for n in every)
        put(found, "implicitReference", **{"for": f"#{places[one.unit]}", "refersTo": refers})


def references(above: etree._Element, report: Report, entries: Iterable[int]) -> None:
    """What identifiers in the document stand for: organ, body, program, roles, drafts, entries of the record."""
    issue = report.issue
    found = put(above, "references", source=_PROGRAM)
    organ = actor(report)
    _thing(found, "TLCOrganization", organ, f"organization/{organ}", issue.organ or report.body or organ)
    _thing(found, "TLCOrganization", "body", f"organization/{component(report.body) or organ}", report.body or organ)
    _thing(found, "TLCOrganization", "accord", "organization/accord", "Accord")
    _thing(found, "TLCRole", "author", "role/author", "author")
    _thing(found, "TLCRole", "editor", "role/editor", "editor")
    if issue.adopted is not None:
        mode = issue.mode if issue.mode != "unknown" else "mode not recorded"
        _thing(found, "TLCConcept", "adopted", f"concept/adopted/{issue.mode}", f"adopted ({mode})")
    for n, draft in enumerate(issue.drafts, 1):
        reference = _thing(found, "TLCReference", f"draft_{n}", f"reference/document/{component(draft)}", draft)
        reference.set("name", "draft")
    told = {one.entry: one for one in report.entered}
    for n in sorted(set(entries)):
        one = told.get(n)
        shown = str(n) if one is None else f"{n} {one.act} {one.act_id}"
        reference = _thing(
            found, "TLCReference", f"entry_{n}", f"reference/record/{component(issue.record)}/{n}", shown
        )
        reference.set("name", "entry")


def proprietary(above: etree._Element, report: Report) -> None:
    """What Akoma Ntoso has no word for: the record, how the report was made, its characters, what it lacks."""
    found = put(above, "proprietary", source=_PROGRAM)
    counts = report.counts
    one = etree.SubElement(found, f"{{{OWN}}}report", {
        "record": report.issue.record,
        "size": str(report.issue.size),
        "exercise": "true" if report.issue.exercise else "false",
        "symbol": report.symbol,
        "body": report.body,
        "language": report.language,
        "made": report.made,
        "bound": str(counts.bound),
        "formula": str(counts.formula),
        "quoted": str(counts.quoted),
    })  # fmt: skip
    for gap in report.gaps:
        given = {name: value for name, value in asdict(gap).items() if value}
        etree.SubElement(one, f"{{{OWN}}}gap", given).text = tell(gap, report.language)


def _thing(above: etree._Element, kind: str, name: str, href: str, shown: str) -> etree._Element:
    return put(above, kind, eId=name, href=f"{_ONTOLOGY}/{href}", showAs=shown)
