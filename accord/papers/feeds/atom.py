"""Feeds in Atom (RFC 4287), in parts that name each other (RFC 5005, section 3).

Everything in an entry is text: what somebody wrote can be no markup. The name of an entry is a tag URI (RFC 4151) made
from the record's name and the day on which it was founded, so it stays whoever serves the feed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from urllib.parse import quote

import msgspec
from lxml import etree  # type: ignore[import-untyped]

NAMESPACE = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NO_CHARACTER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and what would steer the reader's terminal or direction of reading."""
_DNS = re.compile(r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$")


class Link(msgspec.Struct, frozen=True):
    """A link: what it is to the feed or entry, where, of which type."""

    rel: str
    href: str
    type: str = ""


class Item(msgspec.Struct, frozen=True):
    """An entry of a feed."""

    name: str
    updated: int
    """Microseconds since 1970."""
    title: str
    author: str
    content: str
    links: tuple[Link, ...] = ()


def feed(
    name: str, title: str, author: str, updated: int, items: Iterable[Item], links: Iterable[Link], lang: str
) -> bytes:
    """A feed, or a part of one, in a language.

    Args:
        name, title, author: of the feed; every item has its own.
        updated: of the newest item; of a feed without any, when what it is about came to be.
    """
    root = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})
    root.set(f"{_XML}lang", lang)
    _text(root, "id", name)
    _text(root, "title", title)
    _text(root, "updated", moment(updated))
    _author(root, author)
    _text(root, "generator", "Accord")
    for link in links:
        _link(root, link)
    for item in items:
        entry = etree.SubElement(root, f"{{{NAMESPACE}}}entry")
        _text(entry, "id", item.name)
        _text(entry, "title", item.title)
        _text(entry, "updated", moment(item.updated))
        _text(entry, "published", moment(item.updated))
        _author(entry, item.author)
        for link in item.links:
            _link(entry, link)
        _text(entry, "content", item.content)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return made


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = _NO_CHARACTER.sub("\ufffd", text)


def _author(parent: etree._Element, name: str) -> None:
    _text(etree.SubElement(parent, f"{{{NAMESPACE}}}author"), "name", name)


def _link(parent: etree._Element, link: Link) -> None:
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}link", rel=link.rel, href=link.href)
    if link.type:
        made.set("type", link.type)


def moment(microseconds: int) -> str:
    """A moment in universal time (RFC 3339).

    >>> moment(1_368_518_400_000_001)
    '2013-05-14T08:00:00.000001Z'
    """
    when = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(microseconds=microseconds)
    return when.isoformat(timespec="microseconds").replace("+00:00", "Z")


def tag(record: str, founded: int, *path: str) -> str:
    """The lasting name of a thing of a record: a tag URI under the record's own name.

    A record whose name does not begin with the name of a host is named under one that nobody can own.

    >>> tag("record.example/2013", 1_368_518_400_000_000, "entry", "17")
    'tag:record.example,2013-05-14:2013/entry/17'
    """
    host, _, rest = record.partition("/")
    if not _DNS.match(host):
        host, rest = "accord.invalid", record
    place = "/".join(quote(part, safe="") for part in (*rest.split("/"), *path) if part)
    return f"tag:{host},{moment(founded)[:10]}:{place}"
