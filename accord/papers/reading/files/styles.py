"""What the styles of a DOCX say of a paragraph: whether it is numbered, and by which list."""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.reading.files.numbering import W

_DEEPEST = 20


class Styles:
    """The paragraph styles by their names in the file."""

    def __init__(self, root: etree._Element | None) -> None:
        self.styles = {} if root is None else {s.get(f"{W}styleId", ""): s for s in root.iterfind(f"{W}style")}

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
