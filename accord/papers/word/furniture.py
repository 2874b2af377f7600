"""What stands around the text of a draft in a file: masthead and page numbers, settings, properties."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.report.docx.elements import R, el
from accord.papers.report.docx.runs import field, paragraph, runs
from accord.papers.report.masthead import distribution
from accord.papers.report.values import Issue
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES

RELATION = f"{{{R}}}id"


def first_header(issue: Issue, language: str, state: int) -> etree._Element:
    """The masthead. It stands in the header, so that the text of the file is the text of the draft and nothing else."""
    found = el("hdr")
    found.extend(_exercise(issue, language))
    found.append(paragraph("Organ", language, *runs(f"{issue.organ}\t{issue.symbol}", language)))
    reach = distribution(issue.symbol)
    lines = [say(language, f"paper.distribution.{reach}")] if reach else []
    for line in (*lines, LANGUAGES[language].autonym):
        found.append(paragraph("MastheadLine", language, *runs(f"\t{line}", language)))
    told = say(language, "word-file.made", record=issue.record, size=issue.size, state=state)
    found.append(paragraph("Made", language, *runs(told, language)))
    return found


def header(issue: Issue, language: str) -> etree._Element:
    """The symbol, on every page but the first."""
    found = el("hdr")
    found.extend(_exercise(issue, language))
    found.append(paragraph("Header", language, *runs(issue.symbol, language)))
    return found


def footer(language: str) -> etree._Element:
    """Page and pages, from left to right in every language."""
    return el("ftr", paragraph("Footer", "en", *runs("\t", "en"), *field("PAGE"), *runs("/", "en"), *field("NUMPAGES")))


def settings() -> etree._Element:
    """Changes are tracked from the first word on."""
    mode = el("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return el(
        "settings", el("zoom", percent=100), el("trackRevisions"), el("defaultTabStop", val=540), el("compat", mode)
    )


def properties(issue: Issue, language: str) -> bytes:
    """Symbol, language and the day of the record: the file knows no clock."""
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc, "dcterms": terms, "xsi": xsi})
    for name, words in (("title", issue.symbol), ("creator", "Accord"), ("language", language)):
        etree.SubElement(root, f"{{{dc}}}{name}").text = words
    for name in ("created", "modified"):
        found = etree.SubElement(root, f"{{{terms}}}{name}")
        found.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
        found.text = f"{issue.made_on.isoformat()}T00:00:00Z"
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def section(language: str, first: int, default: int, foot: int) -> etree._Element:
    """The page: A4, with headers and footer by the number of their relation."""
    found = el("sectPr")
    for name, kind, number in (
        ("headerReference", "first", first),
        ("headerReference", "default", default),
        ("footerReference", "first", foot),
        ("footerReference", "default", foot),
    ):
        reference = el(name, type=kind)
        reference.set(RELATION, f"rId{number}")
        found.append(reference)
    found.append(el("pgSz", w=11906, h=16838))
    found.append(el("pgMar", top=1417, right=1134, bottom=1134, left=1134, header=709, footer=567, gutter=0))
    found.append(el("titlePg"))
    if language == "ar":
        found.append(el("bidi"))
    return found


def _exercise(issue: Issue, language: str) -> Iterator[etree._Element]:
    if issue.exercise:
        yield paragraph("Exercise", language, *runs(say(language, "paper.exercise"), language))
