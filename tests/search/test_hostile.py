"""Whatever is typed is words: nothing of it is syntax, nothing is obeyed, and too much is refused at once."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.world.search.asked import LONGEST, TooLong, clean, understand
from tests.search.conftest import Ask

ATTACKS = [
    '"', '""', '"a', "a*", "*", "^a", "NEAR(a b)", "a NEAR/3 b", "name:a", "{name} : a", "-a", "a AND", "OR", "NOT a",
    "(((", ")", "a OR (b", "'; DROP TABLE subject; --", '" OR 1=1', "a + b", "\\", "%", "_", "[a]", "a\x00b", "\x00",
    "\u202egnp.exe", "a\u2066b\u2069", "\ud800", "\U0010ffff", "<script>alert(1)</script>", "a" * LONGEST,
    "核" * LONGEST, '"' * LONGEST, "a " * (LONGEST // 2), "(" * LONGEST, "٢" * LONGEST, "¶" * LONGEST, "#" * 20,
    "#99999999999999999999", "第" * 50 + "段",
    "f" * 64, "0" * 65, "27" * 100, "1/" * 140, "ﷺ" * 300, "e\u0301" * 100, "\u0301" * 200, "〇" * 7 + "段",
]  # fmt: skip


@pytest.mark.parametrize("typed", ATTACKS, ids=range(len(ATTACKS)))
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nothing_typed_is_an_error(demonstration: Ask, typed: str, lang: str) -> None:
    page = demonstration(typed, lang)
    assert len(page.asked) <= LONGEST


def test_too_much_is_refused_before_anything_is_done() -> None:
    for typed in ("a" * (LONGEST + 1), "核" * 20_000, "\x00" * 60_000):
        with pytest.raises(TooLong):
            understand(typed)


@given(st.text(max_size=LONGEST))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_asked(demonstration: Ask, typed: str) -> None:
    demonstration(typed)


@given(
    st.lists(st.sampled_from(['"', "*", "(", ")", "AND", "OR", "NEAR", ":", "^", "核", "a", "27", "/", "«", "»", "-"]))
)
def test_any_syntax_can_be_asked(demonstration: Ask, typed: list[str]) -> None:
    demonstration(" ".join(typed)[:LONGEST])


def test_marks_that_steer_are_gone_from_what_is_shown() -> None:
    assert clean("a\u202eb\u2067c\x1b[2Jd\ufeff") == "a b c [2Jd"
