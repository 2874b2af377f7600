"""Calendars: what another program reads of them is what was written, and every line is as the format wants it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from accord.papers.feeds.ical import WIDTH, Event, calendar, folded, moment

AT = 1_368_518_400_000_000
"""14 May 2013, 08:00 UTC."""
EVENT = Event("meeting/WG/1@record.example", 0, AT, AT, "First meeting", date(2013, 5, 14), date(2013, 5, 14))


def read(*events: Event, lang: str = "en", name: str = "A body") -> list[Any]:
    return list(Calendar.from_ical(calendar(name, events, lang)).walk("VEVENT"))


def with_(**fields: Any) -> Event:
    return Event(**({name: getattr(EVENT, name) for name in EVENT.__struct_fields__} | fields))


def test_a_meeting_with_its_times_is_read_by_another_program() -> None:
    (found,) = read(with_(begins=AT, finishes=AT + 10_800_000_000, location="Room XX; Geneva", sequence=2))
    assert found["UID"] == EVENT.uid
    assert found["DTSTART"].dt == datetime(2013, 5, 14, 8, tzinfo=UTC)
    assert found["DTEND"].dt == datetime(2013, 5, 14, 11, tzinfo=UTC)
    assert found["DTSTAMP"].dt == datetime(2013, 5, 14, 8, tzinfo=UTC)
    assert (found["SEQUENCE"], found["STATUS"], found["LOCATION"]) == (2, "CONFIRMED", "Room XX; Geneva")


def test_days_without_times_end_before_the_day_after_them() -> None:
    (found,) = read(with_(last=date(2013, 5, 24)))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2013, 5, 14), date(2013, 5, 25))
    assert found["DTSTART"].params["VALUE"] == "DATE"


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    (found,) = read(with_(first=date.max, last=date.max))
    assert "DTEND" not in found


def test_a_cancelled_meeting_says_so_and_a_deadline_takes_no_time() -> None:
    cancelled, deadline = read(with_(status="CANCELLED"), with_(uid="b", busy=False))
    assert cancelled["STATUS"] == "CANCELLED"
    assert (cancelled["TRANSP"], deadline["TRANSP"]) == ("OPAQUE", "TRANSPARENT")


def test_words_name_their_language() -> None:
    (found,) = read(with_(summary="الجلسة 1", description="a", location="b"), lang="ar")
    assert {found[name].params["LANGUAGE"] for name in ("SUMMARY", "DESCRIPTION", "LOCATION")} == {"ar"}


def test_every_line_ends_as_the_format_wants_and_is_no_longer_than_it_allows() -> None:
    data = calendar("名称" * 60, [with_(summary="Ж" * 500, description="a\r\nb;c,d\\e")], "ru")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= WIDTH
        line.decode()  # no character is cut


def test_nobody_writes_a_line_of_their_own() -> None:
    (found,) = read(with_(summary="x\r\nATTENDEE:mailto:a@b.example\nEND:VEVENT", url="/en"))
    assert "ATTENDEE" not in found
    assert found["SUMMARY"] == "x\nATTENDEE:mailto:a@b.example\nEND:VEVENT"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf")), max_size=300))
def test_any_text_comes_back(text: str) -> None:
    (found,) = read(with_(summary=text))
    assert found["SUMMARY"] == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=400))
def test_folding_loses_and_cuts_nothing(line: str) -> None:
    pieces = folded(line).removesuffix(b"\r\n").split(b"\r\n ")
    assert b"".join(pieces).decode() == line
    assert all(len(piece) + (n > 0) <= WIDTH for n, piece in enumerate(pieces))


@pytest.mark.parametrize("seconds", [0, 1, 86_399, 4_102_444_800])
def test_a_moment_is_universal_time_to_the_second(seconds: int) -> None:
    when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    assert moment(seconds * 1_000_000 + 999_999) == f"{when:%Y%m%dT%H%M%SZ}"
