"""The cover: masthead, titles and the note by which the document is transmitted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from accord.papers.reading.dates import mentions
from accord.papers.reading.footnotes import Line
from accord.papers.reading.lexicon import Cues, cues
from accord.papers.reading.records import Masthead, Note
from accord.papers.reading.structs import Unit
from accord.papers.reading.text import join
from accord.words import numbers

_FULL = re.compile(r"[.。!！?？]$")
_MASTHEAD = {"other", "session", "agenda-item", "agenda-title", "organ", "distribution", "date", "original", "symbol"}


class Cover(Struct, frozen=True):
    """The first page taken apart: its units, what stands above the title, the titles, the note of transmittal."""

    units: tuple[Unit, ...]
    masthead: Masthead
    title: str | None
    note: Note | None
    report_title: str | None


class _Piece(Struct):
    kind: str
    lines: list[Line]

    @property
    def text(self) -> str:
        return join([line.text for line in self.lines])


@cache
def session_pattern(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The ordinals of sessions in words, and their numbers.

    >>> pattern, known = session_pattern("fr")
    >>> known[pattern.search("à sa soixante-huitième session").group().lower()]
    68
    """
    known: dict[str, int] = {}
    for n in range(1, 121):
        for oblique in (False, True):
            known.setdefault(numbers.session(n, lang, oblique=oblique).lower(), n)
    pattern = "|".join(re.escape(form) for form in sorted(known, key=len, reverse=True))
    edge = "" if lang == "zh" else r"(?<!\w)(?<!-)"
    return re.compile(f"{edge}(?:{pattern})(?!\\w)" if lang != "zh" else pattern, re.I), known


def read_cover(lines: Sequence[Line], lang: str, spacing: int, own: str | None) -> Cover:
    """The parts of the cover, in order."""
    words = cues(lang)
    pieces = _pieces(lines, lang, words, spacing, own)
    units: list[Unit] = []
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for piece in pieces:
        kind = "masthead" if piece.kind in _MASTHEAD else piece.kind
        counts[kind] = counts.get(kind, 0) + 1
        first = piece.lines[0]
        name = f"{kind}-{counts[kind]}" if kind == "masthead" or counts[kind] > 1 else kind
        units.append(Unit(name, kind, piece.kind if kind == "masthead" else "", piece.text, first.page, first.number))
        found[piece.kind] = f"{found[piece.kind]} {piece.text}" if piece.kind in found else piece.text
    note = None
    if "note-heading" in found:
        by = re.fullmatch(words.note, found["note-heading"])
        note = Note(found["note-heading"], found.get("note", ""), by["by"] if by else None)
    return Cover(tuple(units), _masthead(found, lang, words), found.get("title"), note, found.get("report-title"))


def _pieces(lines: Sequence[Line], lang: str, words: Cues, spacing: int, own: str | None) -> list[_Piece]:
    pieces: list[_Piece] = []
    kinds = [_line_kind(line.text, lang, words, own) for line in lines]
    heading = next((n for n, line in enumerate(lines) if re.fullmatch(words.note, line.text)), len(lines))
    last_known = max((n for n, kind in enumerate(kinds[:heading]) if kind), default=-1)
    for n, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is None and n < last_known:
            pieces.append(_Piece("other", [line]))  # a word of the masthead that no pattern knows
            continue
        last = pieces[-1] if pieces else None
        apart = line.gap > spacing or (
            line.breaks and not (last and last.kind == "note" and not _FULL.search(last.text))
        )
        if kind is None and last:
            if n == last_known + 1 and last.kind == "agenda-item":
                kind = "agenda-title"
            elif not apart and last.kind in ("agenda-title", "title", "note", "report-title", "note-heading"):
                last.lines.append(line)
                continue
        pieces.append(_Piece(kind or _block_kind(pieces, line, words), [line]))
    return pieces


def _line_kind(text: str, lang: str, words: Cues, own: str | None) -> str | None:
    """What a line of the masthead is by its own words."""
    if own and own in text and len(text) < len(own) + 60:
        return "symbol"
    if re.match(words.distribution, text):
        return "distribution"
    if re.match(rf"(?:{words.original})\s?[:：]", text):
        return "original"
    pattern, _ = session_pattern(lang)
    found = pattern.match(text)
    if found and len(text) - found.end() < 20:
        return "session"
    if re.match(words.agenda_item, text):
        return "agenda-item"
    if re.fullmatch(rf"(?:{words.organ})(?:\s.{{0,20}})?", text):
        return "organ"
    if re.fullmatch(
        r"\d{1,2}(?:er)? (?:de )?[^\W\d_/]+(?: de)? \d{4}(?: года)?|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日", text
    ):
        return "date"
    return None


def _block_kind(pieces: Sequence[_Piece], line: Line, words: Cues) -> str:
    """What a block of the cover is by its place: title, heading of the note, note, title of the report."""
    kinds = [piece.kind for piece in pieces]
    if "note-heading" not in kinds and len(line.text) < 90 and re.fullmatch(words.note, line.text):
        return "note-heading"
    if "note-heading" in kinds:
        last = pieces[-1]
        if last.kind == "note-heading" or (last.kind == "note" and not line.breaks and "report-title" not in kinds):
            return "note"
        return "report-title"
    return "title" if "title" not in kinds else "report-title"


def _masthead(found: dict[str, str], lang: str, words: Cues) -> Masthead:
    pattern, known = session_pattern(lang)
    session = pattern.search(found["session"]) if "session" in found else None
    item = re.search(words.agenda_item, found.get("agenda-item", ""))
    after = found.get("agenda-item", "")[item.end() :].strip() if item else ""

    def value(kind: str) -> str | None:
        text = found.get(kind)
        return re.split(r"[:：]\s?", text, maxsplit=1)[-1].strip() if text else None

    return Masthead(
        session=found.get("session"),
        session_number=known[session.group().lower()] if session else None,
        agenda_item=re.sub(r"\s", "", item["item"]) if item else None,
        agenda_item_title=found.get("agenda-title") or after or None,
        distribution=re.sub(rf"^(?:{words.distribution})\s?[:：]?\s?", "", found["distribution"])
        if "distribution" in found
        else None,
        date=day[0].dates[0] if (day := list(mentions(found.get("date", ""), lang, None))) else None,
        original_language=value("original"),
    )
