"""What the styles of a DOCX say of a paragraph: whether it is numbered, by which list, and how far from the margin."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.reading.files.numbering import W

_DEEPEST = 20
_LETTER = 240
_INDENTS = (("left", "left", 1), ("start", "left", 1), ("firstLine", "first", 1), ("hanging", "first", -1))


class Styles:
    """The paragraph styles by their names in the file."""

    def __init__(self, root: etree._Element | None) -> None:
        self.styles = {} if root is None else {s.get(f"{W}styleId", ""): s for s in root.iterfind(f"{W}style")}

    def indent(self, paragraph: etree._Element, level: etree._Element | None) -> float:
        """How far from the margin a paragraph begins, in letters of 12 points: by itself, its list, or its style.

        Args:
            level: what its list says of it, if it is numbered.
        """
        own = paragraph.find(f"{W}pPr")
        said = [_indent(own), _indent(level)]
        name = _style(own)
        for _ in range(_DEEPEST):
            style = self.styles.get(name)
            if style is None:
                break
            said.append(_indent(style.find(f"{W}pPr")))
            based = style.find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")
        found: dict[str, int] = {}
        for one in reversed(said):
            found |= one
        return (found.get("left", 0) + found.get("first", 0)) / _LETTER

    def numbered(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, by itself or by its style; "0" takes a style's number away."""
        properties = paragraph.find(f"{W}pPr")
        own = _list(properties)
        name = _style(properties)
        for _ in range(_DEEPEST):
            style = self.styles.get(name)
            if style is None or (own[0] is not None and own[1] is not None):
                break
            theirs = _list(style.find(f"{W}pPr"))
            own = (own[0] or theirs[0], own[1] if own[1] is not None else theirs[1])
            based = style.find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")
        return (own[0], own[1] or 0) if own[0] and own[0] != "0" else None


def _style(properties: etree._Element | None) -> str:
    found = None if properties is None else properties.find(f"{W}pStyle")
    return "Normal" if found is None else found.get(f"{W}val", "")


def _indent(properties: etree._Element | None) -> dict[str, int]:
    """The distance from the margin and that of the first line from the others, as far as said, in twips."""
    found = None if properties is None else properties.find(f"{W}ind")
    out: dict[str, int] = {}
    for name, key, sign in _INDENTS:
        said = None if found is None else found.get(f"{W}{name}")
        if said is not None and re.fullmatch(r"-?\d{1,5}", said):
            out[key] = sign * int(said)
    return out


def _list(properties: etree._Element | None) -> tuple[str | None, int | None]:
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is None:
        return None, None
    name, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    depth = None if level is None else level.get(f"{W}val")
    return (
        None if name is None else name.get(f"{W}val"),
        int(depth) if depth is not None and depth.isdigit() and len(depth) < 2 else None,
    )
