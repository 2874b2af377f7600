"""Feeds: well formed, with every element that the format wants, under names that stay; what was written stays text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from accord.papers.feeds.atom import NAMESPACE, Item, Link, feed, tag

A = f"{{{NAMESPACE}}}"
AT = 1_368_518_400_000_000
TAG = re.compile(r"^tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:\S*$")


def read(*items: Item, title: str = "News", links: tuple[Link, ...] = (), lang: str = "en") -> Any:
    data = feed("tag:record.example,2013-05-14:x", title, "record.example", AT, items, links, lang)
    return etree.fromstring(data)


def item(**fields: Any) -> Item:
    given = {"name": "tag:a", "updated": AT, "title": "t", "author": "A", "content": "c"}
    return Item(**(given | fields))


def test_a_feed_and_its_items_have_what_the_format_wants() -> None:
    root = read(item(), item(name="tag:b"), lang="fr")
    assert root.tag == f"{A}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    for element in (root, *root.findall(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{A}{name}")) == 1, name
        assert element.find(f"{A}author/{A}name").text
    assert root.find(f"{A}updated").text == "2013-05-14T08:00:00.000000Z"
    assert [e.find(f"{A}id").text for e in root.findall(f"{A}entry")] == ["tag:a", "tag:b"]


def test_parts_of_a_feed_name_each_other() -> None:
    root = read(links=(Link("self", "/a.atom", "application/atom+xml"), Link("next", "/b.atom")))
    assert [(link.get("rel"), link.get("href")) for link in root.findall(f"{A}link")] == [
        ("self", "/a.atom"),
        ("next", "/b.atom"),
    ]


def test_markup_in_what_somebody_wrote_is_text() -> None:
    root = read(item(title="<b>&amp;</b>", content="]]><script>alert(1)</script>"))
    entry = root.find(f"{A}entry")
    assert (entry.find(f"{A}title").text, len(entry.find(f"{A}title"))) == ("<b>&amp;</b>", 0)
    assert entry.find(f"{A}content").text == "]]><script>alert(1)</script>"
    assert entry.find(f"{A}content").get("type") is None


def test_what_xml_cannot_hold_is_shown_as_a_mark() -> None:
    entry = read(item(title="a\x00b\x1b[2J\u202ec\ufffe")).find(f"{A}entry")
    assert entry.find(f"{A}title").text == "a\ufffdb\ufffd[2J\ufffdc\ufffd"


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_make_a_feed(title: str, content: str) -> None:
    root = read(item(title=title, content=content), title=title)
    assert len(root.findall(f"{A}entry")) == 1


@pytest.mark.parametrize(
    ("record", "begins"),
    [
        ("record.example/2013", "tag:record.example,2013-05-14:2013/entry/17"),
        ("record.example", "tag:record.example,2013-05-14:entry/17"),
        ("a group/x", "tag:accord.invalid,2013-05-14:a%20group/x/entry/17"),
        ("группа", "tag:accord.invalid,2013-05-14:%D0%B3%D1%80%D1%83%D0%BF%D0%BF%D0%B0/entry/17"),
    ],
)
def test_a_name_is_a_tag_uri_under_the_name_of_the_record(record: str, begins: str) -> None:
    assert tag(record, AT, "entry", "17") == begins
    assert TAG.match(begins)


def test_a_stroke_in_a_name_is_no_step_in_its_path() -> None:
    assert tag("r.example", AT, "document", "A/1") != tag("r.example", AT, "document", "A", "1")
