"""The text of a report as Akoma Ntoso: preface, sections, titles, paragraphs, lists, footnotes where they are called.

Every stretch of words is a `span` whose class says where the words come from (`bound`, `formula`, `quoted`) and
whose `refersTo` names the entries of the record behind it; a symbol of a document is a `ref`.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree  # type: ignore[import-untyped]

from accord.acts.symbols import parse
from accord.papers.akn.elements import LANG, append_text, put
from accord.papers.akn.names import RESERVED, actor, number
from accord.papers.reading.divisions import named
from accord.papers.report.masthead import masthead
from accord.papers.report.outline import Node, Notes, Outline
from accord.papers.report.values import Block, Report, Segment
from accord.wire.codec import Malformed
from accord.words.catalogue import say
from accord.words.labels import Level

UNDOCS = "https://undocs.org/"
"""Where the United Nations keeps its documents, each under its symbol."""

_LEVELS: dict[str, Level] = {
    "chapter": "chapter",
    "section": "section",
    "paragraph": "paragraph",
    "item": "item",
    "agenda-item": "paragraph",
    "subitem": "subitem",
}
_LISTED = ("item", "agenda-item", "subitem")


class Body:
    """Writes the blocks of one report under an element."""

    def __init__(self, report: Report, outline: Outline) -> None:
        self.report = report
        self.outline = outline
        self._notes = Notes(outline.notes)
        self._used = {*RESERVED, actor(report)}
        self._paragraphs = 0
        self.entries: set[int] = set()
        """Entries referred to so far."""
        self.places: dict[str, str] = {}
        """Unit → the identifier of its element, or of the footnote."""

    def preface(self, above: etree._Element) -> None:
        """What stands before the text: our masthead where the document has none, then its own blocks."""
        found = put(above, "preface")
        issue = self.report.issue
        ours = masthead(self.report)
        if issue.exercise:
            put(found, "p", say(self.report.language, "paper.exercise"), **{"class": "issue exercise"})
        if ours is not None:
            first = put(found, "p", **{"class": "issue"})
            if ours.organ:
                put(first, "docCommittee", ours.organ)
                append_text(first, " ")
            put(first, "docNumber", ours.symbol)
            for line in ours.lines:
                put(found, "p", line, **{"class": "issue"})
        titles = [block for block in self.outline.front if block.kind == "title"]
        for block in self.outline.front:
            line = put(found, "p", **{"class": block.kind, "eId": self._eid(block.unit), "wId": block.unit})
            self._text(put(line, "docTitle") if titles and block is titles[-1] else line, block.segments)
        if not len(found):
            put(found, "p", issue.symbol or self.report.body, **{"class": "issue"})

    def main(self, above: etree._Element) -> None:
        """The text itself, and at the end the footnotes that nothing called."""
        body = put(above, "mainBody")
        self._nodes(body, self.outline.body, "")
        if not len(body):
            put(body, "p")
        rest = self._notes.rest()
        if rest:
            line = put(put(above, "conclusions"), "p", **{"class": "footnotes"})
            for note in rest:
                self._note(line, Segment(note.label.text if note.label else "", "formula"), note)

    def _nodes(self, above: etree._Element, nodes: Sequence[Node], prefix: str) -> None:
        """Nodes under an element; neighbours that are items of one list stand in a `list`."""
        listed: etree._Element | None = None
        lists = 0
        for place, node in enumerate(nodes, 1):
            if node.block.kind not in _LISTED:
                listed = None
                self._node(above, node, prefix, place)
                continue
            if listed is None or nodes[place - 2].block.kind != node.block.kind:
                lists += 1
                listed = put(above, "list", eId=self._eid(f"{prefix}list_{lists}"))
                first = place - 1
            self._node(listed, node, f"{listed.get('eId')}__", place - first)

    def _node(self, above: etree._Element, node: Node, prefix: str, place: int) -> None:
        block = node.block
        found = put(above, _element(block.kind), **{"class": block.kind})
        if block.kind not in _LEVELS:
            found.set("name", block.kind)
        self._paragraphs += block.kind == "paragraph"
        eid = self._eid(self._identifier(block, prefix, place))
        found.set("eId", eid)
        found.set("wId", block.unit)
        self.places[block.unit] = eid
        if block.label is not None:
            self._text(put(found, "num"), (block.label,))
        if block.kind in ("chapter", "section"):
            self._text(put(found, "heading"), block.segments)
            if not node.below:
                put(put(found, "content"), "p")
        else:
            holder = put(found, "intro" if node.below else "content")
            self._text(put(holder, "p"), block.segments)
        self._nodes(found, node.below, f"{eid}__")

    def _identifier(self, block: Block, prefix: str, place: int) -> str:
        """Where a block stands. What is numbered through the document has no prefix, what in an annex, the annex's."""
        within, own = named(block.unit)
        if own:
            return block.unit.replace("-", "_")
        if within and block.kind in ("chapter", "paragraph"):
            prefix = f"{within.replace('-', '_')}__"
        level = _LEVELS.get(block.kind)
        if level is None:
            return f"{prefix}{block.kind}_{place}"
        otherwise = self._paragraphs if block.kind == "paragraph" else place
        which = number(block.label.text if block.label else "", level, self.report.language, otherwise)
        name = {"chapter": "sec", "section": "title", "paragraph": "para"}.get(block.kind, "point")
        through = block.kind in ("chapter", "paragraph") and not within
        return f"{name}_{which}" if through else f"{prefix}{name}_{which}"

    def _eid(self, wanted: str) -> str:
        """The identifier, made unique where a document repeats a number."""
        base, found, n = "".join(wanted.split()), "".join(wanted.split()), 1
        while found in self._used:
            n += 1
            found = f"{base}-{n}"
        self._used.add(found)
        return found

    def _text(self, above: etree._Element, segments: Sequence[Segment]) -> None:
        for segment in segments:
            self.entries.update(segment.entries)
            note = self._notes.take(segment.text) if segment.mark else None
            if note is not None:
                self._note(above, segment, note)
            elif segment.mark:
                self._marked(put(above, "sup", segment.text), segment)
            elif (href := self._address(segment)) is not None:
                self._marked(put(above, "ref", segment.text, href=href), segment)
            else:
                self._marked(put(above, "span", segment.text), segment)

    def _note(self, above: etree._Element, mark: Segment, note: Block) -> None:
        """A footnote where it is called."""
        eid = self._eid(f"fn_{len([p for p in self.places.values() if p.startswith('fn_')]) + 1}")
        self.places[note.unit] = eid
        found = put(above, "authorialNote", marker=mark.text, placement="bottom", eId=eid, wId=note.unit)
        self._marked(found, mark)
        self._text(put(found, "p"), note.segments)

    def _marked(self, element: etree._Element, segment: Segment) -> None:
        element.set("class", segment.provenance)
        if segment.entries:
            element.set("refersTo", " ".join(f"#entry_{n}" for n in segment.entries))
        if segment.language:
            element.set(LANG, segment.language)

    def _address(self, segment: Segment) -> str | None:
        """Where a document named by its symbol is found: those of organs that we name, not those of an exercise."""
        if (
            segment.provenance != "bound"
            or self.report.issue.exercise
            or not segment.text.startswith(("A/", "S/", "E/", "CD/"))
        ):
            return None
        try:
            return UNDOCS + parse(segment.text).normal
        except Malformed:
            return None


def _element(kind: str) -> str:
    if kind in _LISTED:
        return "point"
    return {"chapter": "section", "section": "title", "paragraph": "paragraph"}.get(kind, "hcontainer")
