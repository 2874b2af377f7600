"""Parts, annexes and appendixes: the lines that begin them, and what counts anew in each.

A division is named by its kind and number: `part-2`, `annex-1`, and `annex-1-appendix-1` for an appendix of an
annex. Where its paragraphs or chapters count from 1 again, their names bear the division's: `annex-1-para-3`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from accord.papers.reading.footnotes import Line
from accord.papers.reading.labels import Label, cjk_number, roman
from accord.words.numbers import cardinal, ordinal

DivisionKind = Literal["part", "annex", "appendix"]
DIVISIONS: tuple[DivisionKind, ...] = ("part", "annex", "appendix")

_ANNEX = {
    "annex": "Annex|Annexe|Annexes|Anexo|Anexos|Приложение|Приложения|附件|المرفق|مرفق|المرفقات|مرفقات",
    "appendix": "Appendix|Appendices|Appendice|Apéndice|Apéndices|Добавление|Добавления|附录|التذييل|تذييل|التذييلات",
}
_MOST = 20
_FULL = re.compile(r"[.;:!?。；：！？؛][”»\"]?$")
_LOOK_ALIKES = str.maketrans("ІХМСАВЕ", "IXMCABE")


def _said(word: str) -> str:
    return word.casefold()


_SAID = {
    **{_said(ordinal(n, "ar")): n for n in range(1, _MOST + 1)},
    **{_said(ordinal(n, "ru", "f")): n for n in range(1, _MOST + 1)},
    **{_said(cardinal(n, "en")): n for n in range(1, _MOST + 1)},
}
_BEFORE = {
    **{f"{ordinal(n, 'fr', 'f')} partie": n for n in range(1, _MOST + 1)},
    **{f"{ordinal(n, 'es', 'f')} parte": n for n in range(1, _MOST + 1)},
}
_WORDS = "|".join(re.escape(word) for word in sorted(_SAID, key=len, reverse=True))
_NUMBER = rf"(?:[IVXLІХ]{{1,6}}|\d{{1,2}}|[A-ZА-Я]|[一二三四五六七八九十]{{1,3}}|(?:{_WORDS}))(?!\w)"
_AFTER = r"(?:\s*[.:：．–—-]\s*(?P<title>\S.*))?"
_ANNEXES = {
    kind: re.compile(rf"^(?P<label>(?:{words})(?:\s*(?P<n>{_NUMBER}))?){_AFTER}$", re.IGNORECASE)
    for kind, words in _ANNEX.items()
}
_PART = re.compile(
    rf"^(?P<label>(?:Part|Partie|Parte|Часть|الجزء)\s+(?P<n>{_NUMBER})|第(?P<zh>[一二三四五六七八九十]{{1,3}})部分"
    rf"|(?P<before>{'|'.join(map(re.escape, sorted(_BEFORE, key=len, reverse=True)))})){_AFTER}$",
    re.IGNORECASE,
)

_NAME = re.compile(r"(?:(?P<kind>part|annex|appendix)-\d+(?:x\d+)?(?:-(?=(?:part|annex|appendix)-)|(?=-|$)))+")


class Heading(Struct, frozen=True):
    """A line that may begin a division: its number, where it has one, and the title that stands on the same line."""

    kind: DivisionKind
    number: int | None
    label: str
    title: str


def heading_at(line: str) -> Heading | None:
    """The heading of a part, annex or appendix that a line is.

    >>> heading_at("Annex II")
    Heading(kind='annex', number=2, label='Annex II', title='')
    >>> heading_at("附件一").number, heading_at("Приложение IV").number
    (1, 4)
    >>> heading_at("Première partie. Travaux"), heading_at("التذييل الثاني").number, heading_at("Часть третья").number
    (Heading(kind='part', number=1, label='Première partie', title='Travaux'), 2, 3)
    >>> heading_at("Annex I to the report"), heading_at("Appendix").number
    (None, None)
    """
    if len(line) > 160:
        return None
    for kind in ("annex", "appendix"):
        if found := _ANNEXES[kind].match(line):
            return Heading(kind, _value(found["n"]), found["label"], found["title"] or "")
    if found := _PART.match(line):
        value = _BEFORE.get(found["before"].lower()) if found["before"] else _value(found["n"] or found["zh"])
        return Heading("part", value, found["label"], found["title"] or "")
    return None


def _value(printed: str | None) -> int | None:
    """The number of a division: in figures, Roman or Chinese, as a letter or as a word.

    >>> _value("IV"), _value("3"), _value("B"), _value("十二"), _value("الثالث"), _value("Two"), _value(None)
    (4, 3, 2, 12, 3, 2, None)
    """
    if printed is None:
        return None
    if said := _SAID.get(_said(printed)):
        return said
    if printed.isdecimal():
        return int(printed)
    plain = printed.translate(_LOOK_ALIKES)
    one = ord(plain) - 64 if len(plain) == 1 and "A" <= plain <= "Z" else None
    return roman(plain) or cjk_number(plain) or one


class Division(Struct, frozen=True):
    """A stretch of the document's lines, [start, end), and the names that its units bear.

    `name` is the division's own; `paragraphs` and `chapters` are what stands before the names of its paragraphs and
    its chapters: its own name where they count anew, nothing where they run on.
    """

    start: int
    end: int
    name: str = ""
    heading: Heading | None = None
    paragraphs: str = ""
    chapters: str = ""


def divided(lines: Sequence[Line], labels: Sequence[Sequence[Label]], spacing: int) -> list[Division]:
    """The divisions of a body in order; what stands before the first of them is one without a name.

    Args:
        labels: the readings of each line's start.
        spacing: how many blank lines stand between two lines of one paragraph.
    """
    found = _headings(lines, labels, spacing)
    ends = [*(n for n, _ in found), len(lines)]
    out = [Division(0, ends[0])]
    used: Counter[str] = Counter()
    last: dict[str, int] = {}
    annex = ""
    begun = _Begun().after(labels[: ends[0]])
    for (start, heading), end in zip(found, ends[1:], strict=True):
        above = f"{annex}-" if heading.kind == "appendix" and annex else ""
        number = heading.number or last.get(above + heading.kind, 0) + 1
        last[above + heading.kind] = number
        name = f"{above}{heading.kind}-{number}"
        used[name] += 1
        name += f"x{used[name]}" if used[name] > 1 else ""
        if heading.kind != "appendix":
            annex = name if heading.kind == "annex" else ""
        here = labels[start:end]
        out.append(_counting(Division(start, end, name, heading), begun, here))
        begun = begun.after(here)
    return out


def _headings(lines: Sequence[Line], labels: Sequence[Sequence[Label]], spacing: int) -> list[tuple[int, Heading]]:
    """The lines that begin divisions: annexes after the first paragraph, parts where they count 1, 2, 3 to the end."""
    seen = ((n, heading_at(line.text)) for n, line in enumerate(lines))
    at = [(n, heading) for n, heading in seen if heading and _stands(n, heading, lines, spacing)]
    body = next((n for n, found in enumerate(labels) if any(x.kind == "number" and x.index == 1 for x in found)), None)
    parts = [heading.number for _, heading in at if heading.kind == "part"]
    counted = len(parts) > 1 and parts == list(range(1, len(parts) + 1))
    out: list[tuple[int, Heading]] = []
    for n, heading in at:
        if heading.kind == "part":
            if counted:
                out.append((n, heading))
        elif body is not None and n > body and not (out and _again(heading, out[-1][1])):
            out.append((n, heading))
    return out


def _again(heading: Heading, last: Heading) -> bool:
    """Whether a line repeats the heading of the division that it stands in, as running titles do."""
    return (heading.kind, heading.number) == (last.kind, last.number) and heading.number is not None


def _stands(n: int, heading: Heading, lines: Sequence[Line], spacing: int) -> bool:
    """Whether a heading stands for itself: what is before it has ended, and it ends like a heading."""
    line, before = lines[n], lines[n - 1] if n else None
    if _FULL.search(line.text):
        return False
    apart = before is None or line.breaks or line.gap > spacing
    if before is None or heading.title:
        return apart and (heading.number is not None or not heading.title)
    return apart or before.short or bool(_FULL.search(before.text) or heading_at(before.text))


class _Begun(Struct, frozen=True):
    """What has begun before a line: the highest number so far, and whether paragraphs and chapters count."""

    last: int = 0
    paragraphs: bool = False
    chapters: bool = False

    def after(self, labels: Sequence[Sequence[Label]]) -> _Begun:
        """The same after further lines."""
        numbers, chapters = _indexes(labels, "number"), _indexes(labels, "chapter")
        return _Begun(max([self.last, *numbers]), self.paragraphs or 1 in numbers, self.chapters or 1 in chapters)


def _counting(division: Division, begun: _Begun, labels: Sequence[Sequence[Label]]) -> Division:
    """The division with what counts anew in it: what begins with 1 again, and in an annex all that does not run on."""
    own = division.heading is not None and division.heading.kind != "part"
    numbers = _indexes(labels, "number")
    runs_on = 1 not in numbers and numbers[:1] == [begun.last + 1]
    anew = not runs_on if own else numbers[:1] == [1] and begun.paragraphs
    over = own or (_indexes(labels, "chapter")[:1] == [1] and begun.chapters)
    return replace(division, paragraphs=division.name if anew else "", chapters=division.name if over else "")


def _indexes(labels: Sequence[Sequence[Label]], kind: str) -> list[int]:
    return [label.index for found in labels for label in found if label.kind == kind]


def numberings(divisions: Sequence[Division]) -> Mapping[str, list[Division]]:
    """The divisions whose paragraphs count on from one to the next, by the name that their paragraphs bear."""
    out: dict[str, list[Division]] = {}
    for division in divisions:
        out.setdefault(division.paragraphs, []).append(division)
    return out


def named(unit: str) -> tuple[str, str]:
    """The division that a unit's name begins with, and the kind of division if it is the name of one.

    >>> named("annex-1-appendix-2-para-3"), named("part-2"), named("para-9-a")
    (('annex-1-appendix-2', ''), ('part-2', 'part'), ('', ''))
    """
    found = _NAME.match(unit)
    if found is None:
        return "", ""
    return (found[0], found["kind"]) if found.end() == len(unit) else (found[0], "")
