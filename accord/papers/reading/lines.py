"""From the characters of a page dump to the lines of the text: pages, furniture and footnotes told apart.

Blank lines carry no structure here: many dumps put one after every line. A page begins after a form
feed; in a dump without form feeds where a line that starts with a space is glued to the line
before it, or where a running header or footer stands.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.papers.reading import furniture
from accord.papers.reading.contents import read_contents
from accord.papers.reading.footnotes import (
    END,
    MARK,
    Line,
    Note,
    add_note,
    footnotes_follow,
    goes_on,
    inline_marks,
    marked,
)
from accord.papers.reading.structs import ContentsEntry, Finding
from accord.papers.reading.text import clean, squeeze, visible
from accord.wire.codec import Malformed

LONGEST_LINE = 2_000_000
LONGEST_TEXT = 20_000_000


class Lines(Struct, frozen=True):
    """A document in lines, with what its furniture told."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    pages: int
    symbol: str | None
    job: str | None
    job_language: str | None
    spacing: int
    """How many blank lines stand between two lines of one paragraph: 0 or 1."""
    noise: dict[str, int]
    contents: tuple[ContentsEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What the file itself has to say: changes taken as accepted, pages without text."""


def physical(text: str) -> list[str]:
    """The lines as printed, a form feed being a line of its own.

    Raises:
        Malformed: no text, or characters that no text document has.
    """
    if len(text) > LONGEST_TEXT:
        raise Malformed(f"the document has {len(text)} characters; more than {LONGEST_TEXT} are not read")
    if not visible(text):
        raise Malformed("the document has no text; a scanned page must be recognised first")
    if "\x00" in text or sum((c < " " and c not in "\t\r\n\f\v") or c == "\ufffd" for c in text[:20_000]) > 20:
        raise Malformed(
            "this is no text: it has control characters or bytes that are no UTF-8; convert it to text first"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    out = text.replace("\f", "\n\f\n").split("\n")
    for n, line in enumerate(out, 1):
        if len(line) > LONGEST_LINE:
            raise Malformed(f"line {n} has {len(line)} characters; a printed line has at most {LONGEST_LINE}")
    return out


def read_lines(text: str) -> Lines:
    """The text's lines, without furniture, and its footnotes.

    >>> found = read_lines("1. One\\n\\nhttp://undocs.org/A/1\\f two.\\n")
    >>> [(line.text, line.page) for line in found.lines]
    [('1. One', 1), ('two.', 2)]
    """
    raw = physical(text)
    texts = [clean(line) if line != "\f" else "" for line in raw]
    blank = [not line for line in texts]
    spacing = _spacing(blank)
    feeds = "\f" in raw
    urls = {n for n, line in enumerate(texts) if line and furniture.URL.match(line)}
    entries, zone = read_contents(texts)
    contents = set(zone)
    kinds = {n: furniture.tokens_of(line) for n, line in enumerate(texts) if line and n not in urls}
    symbol = furniture.own_symbol(texts)
    breaks = {n + 1 for n, line in enumerate(raw) if line == "\f"} if feeds else _glued(raw, blank, spacing, texts)
    edge = _near(breaks, blank) | {
        n for n, found in kinds.items() if set(found) & {"job", "page", "page-job", "job-page"}
    }
    edge |= {k for n in list(edge) for k in _neighbours(n, blank)} | _isolated(kinds, blank, spacing)
    edge -= {n for n in kinds if _below_rule(n, texts)}
    running = furniture.running_lines(texts, sorted(breaks)) if feeds else set()
    running |= furniture.running_titles(texts, symbol)
    furn = {
        n for n, found in kinds.items() if n in running or furniture.is_furniture(found, texts[n], symbol, n in edge)
    } | (running - urls)
    if not feeds:
        breaks |= _after_furniture(sorted(furn), blank, breaks, texts)
    return replace(_assemble(raw, texts, blank, urls, furn, contents, breaks, symbol, spacing), contents=entries)


def _spacing(blank: list[bool]) -> int:
    pairs = sum(1 for a, b in itertools.pairwise(blank) if not a and b)
    filled = blank.count(False)
    return 1 if filled > 3 and pairs > 0.85 * filled and sum(blank) >= 0.8 * filled else 0


def _glued(raw: list[str], blank: list[bool], spacing: int, texts: list[str]) -> set[int]:
    """Starts of pages in a dump that puts a blank line after every line, except at the end of a page."""
    if not spacing:
        return set()
    return {
        n
        for n in range(1, len(raw))
        if not blank[n] and not blank[n - 1] and raw[n].startswith(" ") and not MARK.match(texts[n - 1])
    }


def _neighbours(n: int, blank: list[bool]) -> set[int]:
    """The next filled line on each side."""
    out = set()
    for step in (-1, 1):
        k = n + step
        while 0 <= k < len(blank) and blank[k]:
            k += step
        if 0 <= k < len(blank):
            out.add(k)
    return out


def _below_rule(n: int, texts: list[str]) -> bool:
    """Whether the line above is the rule of the footnotes, so that a lone number is an indicator."""
    above = next((t for t in reversed(texts[max(0, n - 6) : n]) if t), "")
    return bool(furniture.RULE.match(above))


def _near(breaks: set[int], blank: list[bool]) -> set[int]:
    out: set[int] = {0}
    for n in breaks:
        out |= _neighbours(n - 1, blank) | ({n} if n < len(blank) and not blank[n] else set())
    return out


def _isolated(kinds: dict[int, list[str]], blank: list[bool], spacing: int) -> set[int]:
    """Furniture-like lines with more than the usual white space on both sides, and the first line."""
    out = set()
    for n, found in kinds.items():
        if found:
            sides = [
                all(blank[k] for k in range(n + s, n + s * (spacing + 3), s) if 0 <= k < len(blank)) for s in (-1, 1)
            ]
            if all(sides):
                out.add(n)
    return out


def _after_furniture(furn: list[int], blank: list[bool], breaks: set[int], texts: list[str]) -> set[int]:
    """A block of furniture within the text is a page edge, unless a break is already known beside it."""
    out = set()
    for n in furn:
        after = n + 1
        while after < len(blank) and (blank[after] or after in furn):
            after += 1
        before = n - 1
        while before >= 0 and blank[before]:
            before -= 1
        if before >= 0 and after < len(blank) and not breaks & set(range(before, after + 1)):
            out.add(after)
    return out


def _assemble(
    raw: list[str],
    texts: list[str],
    blank: list[bool],
    urls: set[int],
    furn: set[int],
    contents: set[int],
    breaks: set[int],
    symbol: str | None,
    spacing: int,
) -> Lines:
    lines: list[Line] = []
    notes: list[Note] = []
    jobs: list[str] = []
    noise: Counter[str] = Counter()
    page, gap, broke, foot = 1, 0, True, False
    numbers = _numbers(raw)
    for n, line in enumerate(texts):
        if n in breaks:
            page, gap, broke, foot = page + 1, gap + 1, True, False
        if blank[n]:
            gap += 1
            continue
        if n in urls or n in furn or n in contents:
            noise["url" if n in urls else "contents" if n in contents else "furniture"] += 1
            if n in furn:
                jobs.append(line)
            continue
        if furniture.RULE.match(line):
            noise["rule"] += 1
            foot = footnotes_follow(n, texts, breaks, lines)
            continue
        if foot:
            noise["footnote"] += 1
            add_note(notes, line, page, numbers[n])
            continue
        if (
            MARK.match(line)
            and lines
            and len(lines[-1].marks) < 9
            and not (END.search(lines[-1].text) and not goes_on(n, texts))
        ):
            noise["mark"] += 1
            last = lines[-1]
            lines[-1] = marked(last, len(last.text), line)
            continue
        lines.append(Line(line, page, numbers[n], gap, broke))
        gap, broke = 0, False
    job = job_of(jobs)
    lines = inline_marks(lines, {note.marker for note in notes})
    return Lines(tuple(lines), tuple(notes), page, symbol, job[0], job[1], spacing, dict(noise))


def _numbers(raw: Sequence[str]) -> list[int]:
    """The number of each line as an editor counts it: a form feed begins a page, not a line.

    >>> _numbers(["1. One", "", "\f", " two."])
    [1, 2, 2, 2]
    """
    feeds = itertools.accumulate(line == "\f" for line in raw)
    return [max(1, n - 2 * before + (line == "\f")) for n, (line, before) in enumerate(zip(raw, feeds, strict=True), 1)]


def job_of(furn: Sequence[str]) -> tuple[str | None, str | None]:
    """The job number that the furniture of most pages carries, and the letter of its language.

    >>> job_of(["A/68/514", "2/13 13-50610", "11/1313-50610 (C)"])
    ('13-50610', 'C')
    """
    jobs: Counter[str] = Counter()
    letter = None
    for line in furn:
        found = furniture.JOB.search(line.split("/", 1)[-1][2:] if re.match(r"^\d+/\d+-", line) else line)
        if found:
            jobs[_job(line, found["job"])] += 1
            letter = letter or found["lang"]
    return (jobs.most_common(1)[0][0] if jobs else None), letter


def _job(line: str, found: str) -> str:
    """The job number in a footer, also where it runs into the page number (`11/1313-50610`)."""
    merged = re.match(r"^\d{1,3}/\d{1,3}?(\d{2}-\d{5})(?!\d)", line.split()[0])
    return merged[1] if merged else found


def source_text(text: str) -> str:
    """The document's text with the noise of its pages removed, in order, without any structure.

    Footnotes and their indicators are left out too. Without white space this is what the units of a
    reading must spell: nothing lost, nothing invented.
    """
    return "\n".join(line.text for line in read_lines(text).lines)


def source_characters(text: str) -> int:
    """How many characters other than white space the text proper has."""
    return len(squeeze(source_text(text)))
