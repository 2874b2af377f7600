"""Calendars in iCalendar (RFC 5545, with the calendar's name as RFC 7986 wants it).

Times are universal; a date without a time is a whole day. Every event carries the moment at which the record last
heard of it, so that the same record gives the same bytes: nothing comes from a clock.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

PRODUCT = "-//Accord//Accord//EN"
WIDTH = 75
"""Octets in a line, its end not counted (3.1)."""
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Event(msgspec.Struct, frozen=True):
    """An event: days, both included, or moments in microseconds since 1970."""

    uid: str
    sequence: int
    created: int
    changed: int
    summary: str
    first: datetime.date
    last: datetime.date
    begins: int | None = None
    finishes: int | None = None
    status: Literal["CONFIRMED", "CANCELLED"] = "CONFIRMED"
    busy: bool = True
    """Whether it takes the reader's time; a deadline or a period does not."""
    categories: tuple[str, ...] = ()
    location: str = ""
    description: str = ""
    url: str = ""


def calendar(name: str, events: Iterable[Event], lang: str) -> bytes:
    """A calendar under a name, in a language."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        _words("NAME", name, lang),
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for event in events:
        lines += _event(event, lang)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(event: Event, lang: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{moment(event.changed)}"
    yield f"CREATED:{moment(event.created)}"
    yield f"LAST-MODIFIED:{moment(event.changed)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{event.status}"
    if event.begins is not None:
        yield f"DTSTART:{moment(event.begins)}"
        if event.finishes is not None:
            yield f"DTEND:{moment(event.finishes)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        # The end of whole days is the first day that is none of them (3.6.1); the calendar has a last day.
        if event.last < datetime.date.max:
            yield f"DTEND;VALUE=DATE:{event.last + datetime.timedelta(days=1):%Y%m%d}"
    yield _words("SUMMARY", event.summary, lang)
    if event.categories:
        yield f"CATEGORIES;LANGUAGE={lang}:{','.join(escaped(one) for one in event.categories)}"
    if event.location:
        yield _words("LOCATION", event.location, lang)
    if event.description:
        yield _words("DESCRIPTION", event.description, lang)
    if event.url:
        yield f"URL:{event.url}"
    yield f"TRANSP:{'OPAQUE' if event.busy else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _words(name: str, words: str, lang: str) -> str:
    return f"{name};LANGUAGE={lang}:{escaped(words)}"


def moment(microseconds: int) -> str:
    """A moment in universal time, to the second.

    >>> moment(1_368_518_400_000_001)
    '20130514T080000Z'
    """
    when = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=microseconds // 1_000_000)
    return f"{when.year:04d}{when:%m%dT%H%M%S}Z"


def escaped(text: str) -> str:
    r"""A text as a value (3.3.11): signs that steer are escaped, what no line may hold is left out.

    >>> print(escaped("Rome, 5; a\\b" + chr(10) + "c"))
    Rome\, 5\; a\\b\nc
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _STEERING.sub("", text).translate(_ESCAPED)


def folded(line: str) -> bytes:
    """A line as it goes over the wire: in pieces of 75 octets, no character cut, each but the first after a space.

    >>> [len(piece) for piece in folded("SUMMARY:" + "é" * 40).split(b"\\r\\n ")]
    [74, 16]
    """
    pieces, piece, room = [], bytearray(), WIDTH
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(piece) + len(octets) > room:
            pieces.append(bytes(piece))
            piece, room = bytearray(), WIDTH - 1
        piece += octets
    return b"\r\n ".join([*pieces, bytes(piece)]) + b"\r\n"
