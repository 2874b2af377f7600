"""Elements of WordprocessingML and the package around them, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree  # type: ignore[import-untyped]

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""Of the calendar of ZIP: the archive itself is of no day."""


def el(name: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """An element `w:name` with attributes of the same namespace.

    >>> etree.tostring(el("jc", val="both")).endswith(b'w:val="both"/>')
    True
    """
    found = etree.Element(f"{{{W}}}{name}", nsmap={"w": W, "r": R})
    for key, value in attributes.items():
        found.set(f"{{{W}}}{key}", str(value))
    found.extend(children)
    return found


def text(words: str, name: str = "t") -> etree._Element:
    """Words as `w:t`, every space kept."""
    found = el(name)
    found.text = words
    found.set(SPACE, "preserve")
    return found


def data(root: etree._Element) -> bytes:
    """A part as bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def package(parts: Mapping[str, bytes], kinds: Mapping[str, str], main: Mapping[str, str]) -> bytes:
    """The parts in one archive.

    Args:
        parts: name → content.
        kinds: name of a part → the end of its content type (`styles+xml`).
        main: relation of the main document → the part under `word/`: `rId1` on, in order.
    """
    types = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    etree.SubElement(
        types,
        f"{{{TYPES}}}Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    etree.SubElement(types, f"{{{TYPES}}}Default", Extension="xml", ContentType="application/xml")
    for name, kind in kinds.items():
        content = kind if "/" in kind else f"{_WORD}.{kind}"
        etree.SubElement(types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=content)
    whole = {
        "[Content_Types].xml": data(types),
        "_rels/.rels": relations((
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{RELATIONS}/metadata/core-properties", "docProps/core.xml"),
        )),
        "word/_rels/document.xml.rels": relations((f"{_OFFICE}/{kind}", name) for name, kind in main.items()),
        **parts,
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in whole.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, part, compresslevel=6)
    return out.getvalue()


def relations(found: Iterable[tuple[str, str]]) -> bytes:
    """Relations as a part: kind and target, named `rId1` on."""
    root = etree.Element(f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS})
    for n, (kind, target) in enumerate(found, 1):
        etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=f"rId{n}", Type=kind, Target=target)
    return data(root)
