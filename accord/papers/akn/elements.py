"""Elements of Akoma Ntoso, and the line breaks between them: none where text stands."""

from __future__ import annotations

from typing import Final

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.akn.names import NAMESPACE, OWN

LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXT = frozenset(f"{{{NAMESPACE}}}{name}" for name in ("p", "num", "heading"))


def make(name: str, /, **attributes: str) -> etree._Element:
    """An element of Akoma Ntoso."""
    return etree.Element(f"{{{NAMESPACE}}}{name}", attributes, nsmap={None: NAMESPACE, "accord": OWN})


def put(above: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """An element under another."""
    found = etree.SubElement(above, f"{{{NAMESPACE}}}{name}", attributes)
    found.text = text or None
    return found


def append_text(above: etree._Element, text: str) -> None:
    """Text after what stands in an element."""
    if len(above):
        above[-1].tail = (above[-1].tail or "") + text
    else:
        above.text = (above.text or "") + text


def serialized(root: etree._Element) -> bytes:
    """The document: UTF-8, one structural element a line, text exactly as it is."""
    _break(root, 0)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _break(element: etree._Element, depth: int) -> None:
    if element.tag in _TEXT or not len(element):
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        child.tail = "\n" + " " * (depth + 1)
        _break(child, depth + 1)
    element[-1].tail = "\n" + " " * depth
