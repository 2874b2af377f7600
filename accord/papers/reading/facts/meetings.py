"""Mandate, meetings, agenda and adoption: what a report says about its own course."""

from __future__ import annotations

import re
from datetime import date, timedelta

from accord.papers.reading.context import Context, symbols_in
from accord.papers.reading.dates import Mention
from accord.papers.reading.facts.numbers import small_number
from accord.papers.reading.records import Adoption, Agenda, Mandate, Meeting
from accord.papers.reading.structs import ListItem, Unit


def mandate(context: Context) -> Mandate | None:
    """The resolution that the first paragraphs name, its paragraphs, the cap of days, the year and the place."""
    words, book = context.cues, context.book
    resolution: str | None = None
    numbers: set[int] = set()
    days = year = None
    place: str | None = None
    for unit in context.of_kind("note", "paragraph")[:6]:
        if unit.kind == "paragraph" and unit.number > 3:
            break
        for found in re.finditer(words.resolution, unit.text):
            normal = context.resolution(found["n"])
            resolution = resolution or normal
            ref = "mandate" if normal == resolution else normal
            book.add(unit, found.start("n"), found.end("n"), "resolution", ref, "number", normal)
        if resolution is not None:
            for found in re.finditer(words.paragraphs, unit.text):
                said = _numbers(found["n"])
                numbers.update(said)
                book.add(
                    unit,
                    found.start("n"),
                    found.end("n"),
                    "resolution-paragraphs",
                    "mandate",
                    "",
                    ",".join(map(str, said)),
                )
        if days is None and (cap := re.search(words.working_days, unit.text)):
            days = small_number(cap["n"], context.lang)
            if days is not None:
                book.add(unit, cap.start("n"), cap.end("n"), "working-days", "mandate", "", str(days))
                spot = re.search(words.met_in, unit.text) if words.met_in else None
                start, end = spot.span("place") if spot else (0, 0)
                if not spot and (named := re.search(words.place, unit.text)):
                    start, end = named.span()
                if end:
                    place = unit.text[start:end]
                    book.add(unit, start, end, "place", "mandate")
                if when := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", unit.text):
                    year = int(when.group())
                    book.add(unit, when.start(), when.end(), "year", "mandate", "", when.group())
    if resolution is None:
        return None
    return Mandate(resolution, _title(context, resolution), tuple(sorted(numbers)), days, year, place)


def _title(context: Context, resolution: str) -> str | None:
    """The title that the first paragraph quotes beside the resolution."""
    for unit in context.of_kind("paragraph")[:2]:
        cited = next((m for m in re.finditer(context.cues.resolution, unit.text)), None)
        quote = re.search(context.cues.quote, unit.text)
        if (
            cited
            and quote
            and context.resolution(cited["n"]) == resolution
            and abs(quote.start() - cited.start()) < 120
        ):
            name = next(n for n in quote.groupdict() if quote[n])
            context.book.add(unit, quote.start(name), quote.end(name), "resolution-title", "mandate")
            return quote[name]
    return None


def _numbers(text: str) -> list[int]:
    """The numbers of "1 and 2" or "3 to 5".

    >>> _numbers("1和第 2"), _numbers("3 to 5")
    ([1, 2], [3, 4, 5])
    """
    out = [int(n) for n in re.findall(r"\d+", text)]
    if len(out) == 2 and re.search(r"to|à|至|[-–]|по|al?\b", text) and out[0] < out[1] < out[0] + 40:
        return list(range(out[0], out[1] + 1))
    return out


def meetings(context: Context, place: str | None) -> tuple[Meeting, ...]:
    """The meetings of the first paragraph that tells their kinds and dates."""
    words = context.cues
    for unit in context.of_kind("paragraph"):
        dated = context.dates(unit)
        if not dated or not re.search(words.met, unit.text):
            continue
        if not (re.search(words.organizational, unit.text) and re.search(words.substantive, unit.text)):
            continue
        out: list[Meeting] = []
        for mention in dated:
            kind = _kind_of(context, unit, mention)
            if kind is None:
                continue
            first = len(out) + 1
            spot = place if kind == "organizational" else None
            out.extend(Meeting(kind, (day,), spot) for day in _drawn_together(mention.dates))
            refs = ",".join(f"meeting-{n}" for n in range(first, len(out) + 1))
            context.book.add(
                unit, mention.start, mention.end, "meeting-dates", refs, mention.form, ",".join(mention.dates)
            )
        return tuple(out)
    return ()


def _kind_of(context: Context, unit: Unit, mention: Mention) -> str | None:
    """The kind of meeting that dates belong to: the nearest cue of their sentence, on the side where it stands."""
    words = context.cues
    start, end = next(
        (place for place in context.sentences(unit) if place[0] <= mention.start < place[1]), (0, len(unit.text))
    )
    text = unit.text[:end]
    places = [(m.start(), m.end(), "organizational") for m in re.finditer(words.organizational, text)]
    places += [(m.start(), m.end(), "substantive") for m in re.finditer(words.substantive, text)]
    after = [p for p in sorted(places) if p[0] >= mention.end]
    before = [p for p in sorted(places) if p[1] <= mention.start]
    if context.lang == "zh":
        return after[0][2] if after else before[-1][2] if before else None
    if not before or (after and _dates_come_first(context, unit, (start, end), before[-1][1], mention, after)):
        return after[0][2] if after else None
    return before[-1][2]


def _dates_come_first(
    context: Context,
    unit: Unit,
    sentence: tuple[int, int],
    named: int,
    mention: Mention,
    after: list[tuple[int, int, str]],
) -> bool:
    """Whether the next name of meetings has its dates before it, as "on 4 March an A, and from 12 to 16 May B".

    So it is where no date follows that name, and either the sentence begins with dates, or the name before has had
    its own and the sentence has taken up again since (", а также", ", and also").
    """
    dated = context.dates(unit)
    stop = after[1][0] if len(after) > 1 else sentence[1]
    if any(after[0][1] <= other.start < stop for other in dated):
        return False
    first = next((other for other in dated if other.start >= sentence[0]), mention)
    heads = [m.start() for cue in (context.cues.organizational, context.cues.substantive)
             for m in re.finditer(cue, unit.text[sentence[0] : sentence[1]])]  # fmt: skip
    if not heads or first.start < sentence[0] + min(heads) or named <= sentence[0]:
        return True
    own = next((other for other in dated if other.start >= named), mention)
    return own.start < mention.start and bool(re.search(context.cues.again, unit.text[own.end : mention.start]))


def _drawn_together(dates: tuple[str, ...]) -> list[str]:
    """Days in a row as one period.

    >>> _drawn_together(("2032-07-01", "2032-07-02", "2032-08-30/2032-09-01"))
    ['2032-07-01/2032-07-02', '2032-08-30/2032-09-01']
    """
    out: list[str] = []
    for text in dates:
        last = out[-1].split("/") if out else []
        if "/" not in text and last and date.fromisoformat(text) - date.fromisoformat(last[-1]) == timedelta(1):
            out[-1] = f"{last[0]}/{text}"
        else:
            out.append(text)
    return out


def agenda(context: Context) -> Agenda | None:
    """The agenda: the numbered list inside a paragraph, its symbol and the day of its adoption."""
    for unit in context.of_kind("paragraph"):
        items = context.children(unit, "agenda-item")
        if not items:
            continue
        symbol = None
        for start, end, normal in list(symbols_in(unit.text))[:1]:
            symbol = unit.text[start:end]
            context.book.add(unit, start, end, "symbol", "agenda", "", normal)
        day = next(iter(context.dates(unit)), None)
        if day:
            context.book.add(unit, day.start, day.end, "adopted-on", "agenda", day.form, ",".join(day.dates))
        elif re.search(context.cues.same_meeting, unit.text):
            day = day_before(context, unit)
        out: list[ListItem] = []
        for item in items:
            number = int(item.id.rsplit("-", 1)[1].split("x")[0])
            end = len(item.text.rstrip(" .;。；"))
            context.book.add(item, 0, end, "agenda-title", f"agenda-{number}")
            out.append(ListItem(number, item.text, item.page, item.line))
        return Agenda(symbol, day.dates[0] if day else None, tuple(out), unit.number)
    return None


def day_before(context: Context, unit: Unit) -> Mention | None:
    """The day of the meeting that "the same meeting" means: the first of the last dated paragraph before."""
    found = None
    for earlier in context.of_kind("paragraph"):
        if earlier.id == unit.id:
            break
        found = next(iter(context.dates(earlier)), found)
    return found


def adoption(context: Context, items: Agenda | None) -> Adoption | None:
    """How the report was adopted: the paragraphs with its draft's symbol, and those that say when it was considered."""
    words, book = context.cues, context.book
    last_chapter = next((n for n in range(len(context.units) - 1, -1, -1) if context.units[n].kind == "chapter"), 0)
    closing = [u for u in context.units[last_chapter:] if u.kind == "paragraph" and not u.within]
    final = next((u for u in reversed(closing) if re.search(words.adopted, u.text) and _drafts(u)), None)
    if final is None:
        return None
    drafts = _drafts(final)
    day = next(iter(context.dates(final)), None)
    if day:
        book.add(final, day.start, day.end, "adopted-on", "adoption", day.form, ",".join(day.dates))
    for number, (start, end, normal) in enumerate(drafts, 1):
        book.add(final, start, end, "symbol", f"adoption#{number}", "", normal)
    oral = re.search(words.oral, final.text)
    if oral:
        book.add(final, oral.start(), oral.end(), "orally-revised", "adoption")
    considered: list[str] = []
    cited: list[int | None] = []
    numbers = [final.number]
    for unit in closing:
        if unit.id == final.id or not re.search(words.considered, unit.text):
            continue
        for mention in context.dates(unit)[:1]:
            considered.extend(mention.dates)
            book.add(
                unit, mention.start, mention.end, "considered-on", "adoption", mention.form, ",".join(mention.dates)
            )
            numbers.append(unit.number)
        cited.append(_cited_item(context, unit, items))
    cited.append(_cited_item(context, final, items))
    mode = re.search(words.elected_by, final.text)
    if mode:
        book.add(final, mode.start("by"), mode.end("by"), "mode", "adoption")
    return Adoption(
        tuple(sorted(numbers)),
        _single_days(considered),
        day.dates[-1] if day else None,
        tuple(final.text[a:b] for a, b, _ in drafts),
        oral is not None,
        mode["by"] if mode else None,
        next((number for number in cited if number), None),
    )


def _drafts(unit: Unit) -> list[tuple[int, int, str]]:
    return [found for found in symbols_in(unit.text) if re.search(r"/(?:L|CRP)\.", found[2])]


def _cited_item(context: Context, unit: Unit, items: Agenda | None) -> int | None:
    """The agenda item that a paragraph cites by number and, in quotes, by title."""
    found = re.search(context.cues.agenda_item, unit.text, re.I)
    if not found:
        return None
    number = re.sub(r"\s", "", found["item"])
    context.book.add(unit, found.start("item"), found.end("item"), "agenda-number", f"agenda-{number}", "", number)
    quote = re.compile(context.cues.quote).search(unit.text, found.end())
    if quote and items and number.isdigit():
        name = next(n for n in quote.groupdict() if quote[n])
        titles = {item.num: item.text.rstrip(" .;。；") for item in items.items}
        if titles.get(int(number)) == quote[name].rstrip(" .;。；"):
            context.book.add(unit, quote.start(name), quote.end(name), "agenda-title", f"agenda-{number}")
    return int(number) if number.isdigit() else None


def _single_days(dates: list[str]) -> tuple[str, ...]:
    """Days one by one, periods taken apart.

    >>> _single_days(["2013-08-22", "2013-08-28/2013-08-30"])
    ('2013-08-22', '2013-08-28', '2013-08-29', '2013-08-30')
    """
    out: list[str] = []
    for text in dates:
        first, _, last = text.partition("/")
        day = date.fromisoformat(first)
        stop = date.fromisoformat(last or first)
        while day <= stop and len(out) < 400:
            out.append(day.isoformat())
            day += timedelta(1)
    return tuple(out)
