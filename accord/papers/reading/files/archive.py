"""A word processor's archive, opened with care: a few parts by name, none larger than a document can be.

Sizes are counted while unpacking, whatever the archive says of itself; XML that declares entities is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.reading.files.unreadable import Unreadable

MOST_ENTRIES = 4_000
LARGEST_PART = 80_000_000
LARGEST_RATIO = 400
SMALL_PART = 2_000_000
"""A part up to this size may be packed as tightly as it likes."""


class Archive:
    """The parts of a DOCX by name."""

    def __init__(self, data: bytes) -> None:
        """Opens the archive.

        Raises:
            Unreadable: broken, of too many entries, or without a document.
        """
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OSError, OverflowError):
            raise Unreadable("broken-docx", part="zip") from None
        names = self.zip.namelist()
        if len(names) > MOST_ENTRIES:
            raise Unreadable("swollen", part="zip")
        self.names = set(names)
        if "word/document.xml" not in self.names:
            raise Unreadable("not-docx")

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part; nothing if the archive has no such part.

        Raises:
            Unreadable: broken, too large, or with entities.
        """
        if name not in self.names:
            return None
        data = self._bytes(name)
        if b"<!DOCTYPE" in data[:4_096] or b"<!ENTITY" in data[:65_536]:
            raise Unreadable("entities", part=name)
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise Unreadable("broken-docx", part=f"{name}, {error.lineno}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable("entities", part=name)
        return root

    def _bytes(self, name: str) -> bytes:
        info = self.zip.getinfo(name)
        if info.flag_bits & 1:
            raise Unreadable("encrypted")
        most = min(LARGEST_PART, max(SMALL_PART, info.compress_size * LARGEST_RATIO))
        try:
            with self.zip.open(info) as stream:
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
            raise Unreadable("broken-docx", part=name) from None
        if len(data) > most:
            raise Unreadable("swollen", part=name)
        return data
