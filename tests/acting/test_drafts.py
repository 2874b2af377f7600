"""Drafts as files: strict, and round trips."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.papers.drafts import FORMAT, ActDraft, Draft, Paper, format_draft, read_draft
from accord.wire.codec import Malformed

DAY = datetime.date(2013, 8, 30)
ACT = Draft(FORMAT, DAY, "A reply", ActDraft({"text.said.en": "not yet", "to": "seven"}, "reply.make/1"))
PAPER = Draft(FORMAT, DAY, "مسودة", None, Paper("ar", {"ar": "نص\nثان", "en": "Text"}))


@pytest.mark.parametrize("draft", [ACT, PAPER])
def test_a_draft_is_read_back_as_it_was(draft: Draft) -> None:
    assert read_draft(format_draft(draft)) == draft
    assert format_draft(read_draft(format_draft(draft))) == format_draft(draft)


BASE = '"format":"accord-draft/1","made":"2013-08-30","title":"T"'
WRONG = {
    "neither": "{" + BASE + "}",
    "both": "{" + BASE + ',"act":{"fields":{},"verb":"a.b/1"},"paper":{"original":"en","said":{"en":"x"}}}',
    "a key twice": "{" + BASE + ',"title":"U","act":{"fields":{},"verb":"a.b/1"}}',
    "a field twice": "{" + BASE + ',"act":{"fields":{"a":"1","a":"2"},"verb":"a.b/1"}}',
    "another part": "{" + BASE + ',"more":1,"act":{"fields":{},"verb":"a.b/1"}}',
    "another format": "{" + BASE.replace("/1", "/2") + ',"act":{"fields":{},"verb":"a.b/1"}}',
    "no original": "{" + BASE + ',"paper":{"original":"fr","said":{"en":"x"}}}',
    "no such language": "{" + BASE + ',"paper":{"original":"de","said":{"de":"x"}}}',
    "a name of a field that no form has": "{" + BASE + ',"act":{"fields":{"<b>":"1"},"verb":"a.b/1"}}',
    "a list": "[]",
    "nothing": "",
    "too deep": "[" * 100_000,
    "too large": " " * 500_001,
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_draft_is_refused(name: str) -> None:
    with pytest.raises(Malformed):
        read_draft(WRONG[name].encode())


@given(st.binary(max_size=60))
def test_any_bytes_give_one_clear_error(data: bytes) -> None:
    with pytest.raises(Malformed):
        read_draft(data)
