"""What a person should look at in a returned file: each with page and paragraph, in words of six languages."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.reading.files.archive import Archive
from accord.papers.reading.findings import finding
from accord.papers.reading.structs import Finding
from accord.papers.report.docx.elements import RELATIONS
from accord.papers.word.changed import Paragraph, Wanted
from accord.papers.word.clusters import Clustered
from accord.papers.word.placed import Placed
from accord.papers.word.stream import UNTRACKED, Mentioned, Stream, Stretch, W, counted
from accord.papers.word.values import Remark

_WHAT = {
    "drawing": "picture",
    "pict": "picture",
    "AlternateContent": "picture",
    "object": "object",
    "altChunk": "object",
    "sym": "sign",
    "footnoteReference": "note",
    "endnoteReference": "note",
    "oMath": "formula",
    "oMathPara": "formula",
    "tbl": "table",
}
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_AROUND = ("word/header", "word/footer", "word/footnotes", "word/endnotes")


def at(place: Mentioned | Paragraph | Remark | Stretch) -> str:
    """Where in a file something is: page and paragraph, in signs that need no translation."""
    return f"p. {place.page}, ¶ {place.paragraph}"


def about_archive(archive: Archive, stream: Stream) -> Iterator[Finding]:
    """What a file holds besides the text of a draft, none of which is opened, followed or run."""
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        yield finding("document", "word-macros")
    outside = sum(_outside(archive.xml(name)) for name in sorted(archive.names) if name.endswith(".xml.rels"))
    if outside:
        yield finding("document", "word-outside", count=outside)
    for (what, paragraph, page), (count, words) in counted(stream.mentioned).items():
        place = Mentioned(what, paragraph, page)
        yield finding(at(place), "word-left-out", what=_WHAT[what], count=count, words=words or "–")
    for name in sorted(archive.names):
        if name.startswith(_AROUND) and name.endswith(".xml"):
            root = archive.xml(name)
            if root is not None and next(root.iter(*_CHANGES), None) is not None:
                yield finding(name, "word-around")


def _outside(root: etree._Element | None) -> int:
    """How many things outside the file it refers to, other than links in the text."""
    found = () if root is None else root.iter(f"{{{RELATIONS}}}Relationship")
    return sum(one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink") for one in found)


def about_placing(placed: Placed) -> Iterator[Finding]:
    """Units that were found otherwise than by their bookmark, were changed untracked, or are missing."""
    pages = {sited.stretch.paragraph: sited.stretch.page for sited in placed.sited}
    for unit, paragraph in placed.paragraphs.items():
        place = at(Mentioned("", paragraph, pages.get(paragraph, 1)))
        if placed.how[unit] != "bookmark":
            yield finding(place, "word-inferred", placed.how[unit], unit=unit)
        if unit in placed.untracked:
            yield finding(place, "word-untracked", unit=unit)
    put = (sited.stretch for sited in placed.sited if sited.unit is None and sited.stretch.put == UNTRACKED)
    strange = {stretch.paragraph: stretch for stretch in put if stretch.text.strip()}
    for stretch in strange.values():
        yield finding(at(stretch), "word-untracked", "new")
    for unit in placed.missing:
        yield finding(unit, "word-missing", unit=unit)


def about_wanted(found: Wanted, made: Clustered) -> Iterator[Finding]:
    """What was changed and no amendment can say."""
    for paragraph, label in made.relabelled:
        yield finding(at(paragraph), "word-number", old=label or "–", new=paragraph.label.strip())
    for sited in found.lost:
        gone = sited.stretch.put
        author = "" if gone is None else gone.author
        yield finding(at(sited.stretch), "word-of-others", author=author[:60], words=sited.stretch.text[:200])


def author_unknown(findings: list[Finding], author: str) -> None:
    """Says once of an author of changes that no party has that name."""
    found = finding("document", "word-author", author=author[:60] or "–")
    if found not in findings:
        findings.append(found)
