"""What a report says again: titles, offices, kinds of meetings and of documents, months, institutions.

These words state facts of records that other places give in full; the spans refer to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from accord.papers.reading.context import Context
from accord.papers.reading.facts.course import refs_of
from accord.papers.reading.records import Adoption, Document, Mandate, Masthead, Meeting, Note, Officers, Statements
from accord.papers.reading.structs import Unit
from accord.words.dates import MONTHS

_PROSE = ("paragraph", "item", "subitem", "note", "footnote")


def titles(context: Context, known: Mapping[str, str], mandate: Mandate | None, compiled: Document | None) -> None:
    """Titles that stand again in other words' midst. Span: `title-mention`, ref: the record's.

    Args:
        known: ref of a record -> its title; a short one is no proof of a mention.
        compiled: the Chair's paper that a paragraph tells of, by the end of its title.
    """
    least = 12 if context.lang == "zh" else 24
    refs: dict[str, str] = {}
    for ref, title in known.items():
        if len(title) >= least:
            refs.setdefault(title, ref)
    either = "|".join(map(re.escape, sorted(refs, key=len, reverse=True)))
    pattern = re.compile(either if context.lang == "zh" else rf"(?<!\w)(?:{either})(?!\w)") if refs else None
    for unit in context.of_kind(*_PROSE):
        if mandate and mandate.title:
            for found in re.finditer(context.cues.quote, unit.text):
                name = next(n for n in found.groupdict() if found[n])
                if found[name] == mandate.title:
                    context.book.add(unit, *found.span(name), "resolution-title", "mandate")
        for found in pattern.finditer(unit.text) if pattern else ():
            context.book.add(unit, found.start(), found.end(), "title-mention", refs[found.group()], "exact")
    for unit in context.of_kind("paragraph") if compiled else ():
        if compiled and (re.search(context.cues.introduced or "$^", unit.text) or compiled.symbol in unit.text):
            _end_of_title(context, unit, compiled, least // 2)


def _end_of_title(context: Context, unit: Unit, paper: Document, least: int) -> None:
    """The longest end of a title that stands in a sentence about the Chair's paper, letters' case aside."""
    title = paper.title.lower()
    for start, end in context.sentences(unit):
        text = unit.text[start:end].lower()
        if not re.search(context.cues.chair, unit.text[start:end]) or len(text) != end - start:
            continue
        for n in range(max(0, len(title) - least)):
            edge = context.lang == "zh" or n == 0 or not title[n - 1].isalnum()
            at = text.find(title[n:]) if edge else -1
            if at >= 0:
                printed = unit.text[start + at : start + at + len(title) - n]
                form = "part" if n else "exact" if printed == paper.title else "case"
                context.book.add(unit, start + at, start + at + len(printed), "title-mention", paper.symbol, form)
                return


def scan(
    context: Context,
    held: Sequence[Meeting],
    officers: Officers,
    adoption: Adoption | None,
    organ: str | None,
    statements: Statements,
) -> None:
    """The spans of all that is left: after every other reader."""
    words, book = context.cues, context.book
    kinds = {"organizational": words.organizational, "substantive": words.substantive}
    exchanges = {speaker.paragraph: speaker.ref.split("#")[0] for speaker in reversed(statements.states)}
    day = ""  # the first of the last dated paragraph before: what "the same meeting" means
    for unit in context.of_kind("paragraph"):
        if ref := next((r for n, r in exchanges.items() if unit.id == f"para-{n}"), ""):
            _each(context, unit, words.exchange, "occasion", ref, "general-exchange")
        for kind, pattern in kinds.items():
            if refs := refs_of(held, kind):
                _each(context, unit, pattern, "meeting-kind", refs, kind)
        if words.same_meeting and (found := re.search(words.same_meeting, unit.text)):
            book.add(unit, found.start(), found.end(), "same-meeting", _meeting_on(held, day) or day, "", day)
        day = next((mention.dates[0] for mention in context.dates(unit)), day)
        if words.last_meeting and adoption and number_in(unit, adoption.paragraphs):
            _each(context, unit, words.last_meeting, "last-meeting", "adoption", adoption.adopted or "")
    for unit in context.of_kind(*_PROSE):
        _offices(context, unit, officers)
        _months(context, unit, held)
        for pattern in _organs(context, organ):
            for found in re.finditer(pattern, unit.text):
                book.add(unit, found.start(), found.end(), "institution", found.group())


def number_in(unit: Unit, numbers: Iterable[int]) -> bool:
    """Whether a unit is one of the paragraphs of these numbers."""
    return unit.id in {f"para-{n}" for n in numbers}


def _each(context: Context, unit: Unit, pattern: str, kind: str, ref: str, value: str) -> None:
    for found in re.finditer(pattern, unit.text) if pattern else ():
        context.book.add(unit, found.start(), found.end(), kind, ref, "", value)


def _meeting_on(held: Sequence[Meeting], day: str) -> str:
    """The ref of the meeting on a day, if it lies in one of them alone."""
    inside = [n for n, m in enumerate(held, 1) for d in m.dates if d[:10] <= day <= d[-10:]] if day else []
    return f"meeting-{inside[0]}" if len(inside) == 1 else ""


def _offices(context: Context, unit: Unit, officers: Officers) -> None:
    """The names of the offices that the report says are filled. Span: `office`."""
    words = context.cues
    if officers.friends_of_the_chair and words.friends:
        _each(context, unit, words.friends, "office", "friends", "friend")
    if officers.chair:
        before, after = ("(?<![副同])", "(?!团)") if context.lang == "zh" else (r"(?<![\w-])", r"(?![\w-])")
        _each(context, unit, f"{before}(?:{words.chair}){after}", "office", "officer-1", "chair")


def _months(context: Context, unit: Unit, held: Sequence[Meeting]) -> None:
    """Months that stand for meetings in them. Span `month`, inside a title a part."""
    if not context.cues.month:
        return
    names = {name: n for n, name in enumerate(MONTHS[context.lang], 1)}
    for found in re.finditer(context.cues.month, unit.text):
        number = int(found["m"]) if found["m"].isdigit() else names.get(found["m"], 0)
        year = int(found["y"]) if found["y"] else context.year
        if not number or not year:
            continue
        value = f"{year}-{number:02}"
        inside = [n for n, m in enumerate(held, 1) if any(d[:7] <= value <= d[-10:-3] for d in m.dates)]
        ref = f"meeting-{inside[0]}" if len(inside) == 1 else value
        first, last = found.span("m")
        if found["y"]:
            first, last = min(first, found.start("y")), max(last, found.end("y"))
        form = "ym" if found["y"] else "m"
        around = next((s for s in context.book.spans.get(unit.id, ()) if s.start <= first and last <= s.end), None)
        if around is None:
            context.book.add(unit, first, last, "month", ref, form, value)
        elif around.kind in ("title", "theme", "theme-title", "agenda-title"):
            context.book.part(unit, first, last, "month", ref, form, value)


def _organs(context: Context, organ: str | None) -> list[str]:
    """Patterns of institutions: those of the lexicon, the organ of the cover, and its short name."""
    out = [context.cues.institution] if context.cues.institution else []
    if organ and len(organ) > 5:
        out.append(rf"(?<!\w){re.escape(organ)}(?!\w)")
        words = organ.split()
        short = {"en": words[-1], "fr": words[0]}.get(context.lang, "")
        if len(words) > 1 and len(short) > 5 and short[0].isupper():
            out.append({"en": rf"(?<=[Tt]he ){short}(?![\w-])", "fr": rf"(?<=[Ll]['’]){short}(?![\w-])"}[context.lang])
    return out


def cover(context: Context, masthead: Masthead, note: Note | None, symbol: str | None) -> tuple[str | None, bool]:
    """Enters the masthead's values and the sender in the note.

    Returns:
        The organ that the masthead names, and whether it says that this is an exercise.
    """
    organ: str | None = None
    exercise = False
    for unit in context.units:
        if unit.kind == "masthead":
            text = unit.text
            if context.cues.exercise and re.fullmatch(context.cues.exercise, text):
                exercise = context.book.add(unit, 0, len(text), "exercise", "masthead") or exercise
            elif unit.label == "symbol" and symbol:
                name = text.replace(symbol, "").strip()
                if re.fullmatch(r"[^\W\d_][^\d()/]{5,60}", name) and text.startswith(name) and " " in name:
                    organ = name
                    context.book.add(unit, 0, len(name), "institution", "organ")
            elif unit.label == "organ":
                organ = organ or text
                context.book.add(unit, 0, len(text), "institution", "organ")
            elif unit.label in ("distribution", "original"):
                value = masthead.distribution if unit.label == "distribution" else masthead.original_language
                start = text.rfind(value) if value else -1
                if value and start >= 0:
                    context.book.add(unit, start, start + len(value), unit.label, "masthead")
        elif unit.kind == "note" and note and note.by:
            for found in re.finditer(re.escape(note.by), unit.text):
                context.book.add(unit, found.start(), found.end(), "by", "note")
    return organ, exercise
