"""The sample report in six languages, and divergences put into one of them at places drawn by a seed."""

# ruff: noqa: E501  (tables of words: one line each)
from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from accord.papers.consistency import Version
from accord.papers.reading import read

SAMPLES = Path(__file__).parents[2] / "samples" / "versions"
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


class Injected(NamedTuple):
    """A text with one divergence: its kind, and the line on which it stands."""

    text: str
    kind: str
    line: int


@cache
def states() -> dict[str, str]:
    """Every printed form of the fictional States in all languages, with its code."""
    with (SAMPLES / "states.csv").open(encoding="utf-8", newline="") as lines:
        return {
            form: row["code"] for row in csv.DictReader(lines) for lang in LANGUAGES for form in row[lang].split(";")
        }


@cache
def text(lang: str) -> str:
    """The sample in a language."""
    return (SAMPLES / f"sealed-counts.{lang}.txt").read_text(encoding="utf-8")


def version(lang: str, said: str | None = None) -> Version:
    """The sample, or what became of it, as a version."""
    return Version(f"{lang}.txt", read(text(lang) if said is None else said, states(), lang))


_BODY = re.compile(r"^(?:I|一|أولا)[.\s]", re.MULTILINE)
_LABEL = re.compile(r"^(?:\d+(?:\.| -)|[(（]?(?:[a-z]|[أ-ي]ـ?)[)）]|㈠|㈡|\(?i+\)|’\d‘) ?")
_ITEM = re.compile(r"^[(（]?([b-e]|[ب-د])[)）] ")
_WORDS = {
    "en": (("six", "eight"), ("three panels", "four panels"), ("seven", "nine"), ("twelfth", "tenth"), ("third", "fifth")),
    "fr": (("six", "huit"), ("trois", "quatre"), ("sept ", "neuf "), ("douzième", "dixième"), ("troisième", "cinquième")),
    "es": (("seis", "ocho"), ("tres", "cuatro"), ("siete", "nueve"), ("tercera", "quinta")),
    "ru": (("шесть", "восемь"), ("три ", "четыре "), ("семь", "девять"), ("двенадцатой", "десятой"), ("Третий", "Пятый")),
    "zh": (("六份", "八份"), ("三次专题讨论，", "四次专题讨论，"), ("七名", "九名"), ("第十二届会议提交", "第十届会议提交"), ("第三次", "第五次")),
    "ar": (("الست", "الثماني"), ("ثلاث", "أربع"), ("سبعة", "تسعة"), ("دورته الثانية عشرة", "دورته العاشرة"), ("الثالثة.", "الخامسة.")),
}  # fmt: skip


def _body(lines: list[str]) -> int:
    """The index of the first line of the body."""
    return next(n for n, line in enumerate(lines) if _BODY.match(line))


def _some(lines: list[str], holds: Callable[[str], object], draw: random.Random) -> int | None:
    found = [n for n in range(_body(lines), len(lines)) if holds(lines[n])]
    return draw.choice(found) if found else None


def _replaced(line: str, pattern: str, new: Callable[[re.Match[str]], str], draw: random.Random) -> str:
    found = draw.choice(list(re.finditer(pattern, line)))
    return line[: found.start()] + new(found) + line[found.end() :]


def _other_digit(draw: random.Random) -> Callable[[re.Match[str]], str]:
    return lambda found: draw.choice([d for d in "23456789" if d != found.group()])


def _names(lang: str) -> str:
    """A pattern of the names of the States in a language, the longest first."""
    with (SAMPLES / "states.csv").open(encoding="utf-8", newline="") as lines:
        forms = [form for row in csv.DictReader(lines) for form in row[lang].split(";")]
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


def symbol(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A digit of a symbol is another."""
    pattern = r"(?<=XB/AC\.)\d|(?<=[A-Z]\.)\d(?=[)）\s/])"
    n = _some(lines, lambda line: re.search(pattern, line), draw)
    if n is not None:
        lines[n] = _replaced(lines[n], pattern, _other_digit(draw), draw)
    return n


def state(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A State is replaced by one that the line does not name."""
    pattern = _names(lang)
    n = _some(lines, lambda line: re.search(pattern, line), draw)
    if n is None:
        return None
    there = {states()[found] for found in re.findall(pattern, lines[n])}
    free = [form for form, code in states().items() if re.fullmatch(pattern, form) and code not in there]
    lines[n] = _replaced(lines[n], pattern, lambda _: draw.choice(free), draw)
    return n


def dropped_state(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A State in a list is dropped, with the comma after it."""
    pattern = rf"(?:{_names(lang)})(?:, |、|، )"
    n = _some(lines, lambda line: re.search(pattern, line), draw)
    if n is not None:
        lines[n] = _replaced(lines[n], pattern, lambda _: "", draw)
    return n


def figure(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A digit of a figure or of a day is another."""
    pattern = r"(?<=[ (%])\d{1,3}(?= [^\W\d]|%| ?[年个次分小月日]|\.$)"
    n = _some(lines, lambda line: re.search(pattern, _LABEL.sub("", line)) and _LABEL.match(line), draw)
    if n is None:
        return None
    start = _LABEL.match(lines[n])
    assert start is not None
    head, rest = lines[n][: start.end()], lines[n][start.end() :]

    def other(found: re.Match[str]) -> str:
        return draw.choice([d for d in ("6", "7", "8", "11", "17", "23", "27") if d != found.group()])

    lines[n] = head + _replaced(rest, pattern, other, draw)
    return n


def word(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A number in words is another."""
    old, new = draw.choice(_WORDS[lang])
    n = _some(lines, lambda line: old in line, draw)
    assert n is not None, (lang, old)
    lines[n] = lines[n].replace(old, new, 1)
    return n


def resolution(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """The number of a resolution is another."""
    n = _some(lines, lambda line: re.search(r"(?<![\d/S])\d+/\d+", line), draw)
    if n is not None:
        lines[n] = _replaced(
            lines[n], r"(?<![\d/S])\d+/\d+", lambda _: f"{draw.randint(12, 40)}/{draw.randint(22, 90)}", draw
        )
    return n


def item(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """An item is missing."""
    n = _some(lines, _ITEM.match, draw)
    if n is not None:
        lines[n] = ""
    return n


def relabelled(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """An item has the label after its own."""
    n = _some(lines, _ITEM.match, draw)
    if n is not None:
        after = {"ب": "ج", "ج": "د", "د": "هـ"}
        lines[n] = re.sub(r"[b-e]|[ب-د]", lambda m: after.get(m.group()) or chr(ord(m.group()) + 1), lines[n], count=1)
    return n


def paragraph(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A paragraph without items is missing; the next keeps its number."""
    n = _some(lines, lambda line: re.match(r"(?:2|3|9|11|12|13|14)(?:\.| -) ", line) and len(line) > 40, draw)
    if n is not None:
        lines[n] = ""
    return n


def renumbered(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A paragraph is missing, and those after it count on."""
    n = paragraph(lines, lang, draw)
    for later in range(n or 0, len(lines)):
        if (found := re.match(r"(\d+)(?=(?:\.| -) )", lines[later])) and len(lines[later]) > 20:
            lines[later] = str(int(found[1]) - 1) + lines[later][found.end() :]
    return n


def mark(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """The indicator of the footnote is missing."""
    n = _some(lines, lambda line: line.strip() == "1", draw)
    if n is not None:
        lines[n] = ""
    return n


def footnote(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """The footnote is missing, with the rule above it."""
    n = _some(lines, lambda line: line.startswith("____"), draw)
    if n is not None:
        lines[n] = lines[n + 1] = ""
    return n


def heading(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """The heading of a section is missing."""
    n = _some(lines, lambda line: re.match(r"\f?(?:[BC]\.|باء -|جيم -) ", line), draw)
    if n is not None:
        lines[n] = "\f" if lines[n].startswith("\f") else ""
    return n


def reference(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """A reference leads to another item."""
    pattern = r"(?<=10 [(])[bب]|(?<=10 )b(?=\))"
    n = _some(lines, lambda line: re.search(pattern, line), draw)
    if n is not None:
        lines[n] = re.sub(pattern, lambda m: "ج" if m.group() == "ب" else "c", lines[n])
    return n


def bracket(lines: list[str], lang: str, draw: random.Random) -> int | None:
    """Some words are put in square brackets."""
    n = _some(lines, lambda line: re.match(r"1[0-5](?:\.| -) ", line), draw)
    if n is not None:
        head, _, rest = lines[n].partition(" ")
        lines[n] = f"{head} {'- [' if rest.startswith('- ') else '['}{rest.removeprefix('- ')}]"
    return n


KINDS = (
    symbol, state, dropped_state, figure, word, resolution, item, relabelled, paragraph, renumbered, mark, footnote,
    heading, reference, bracket,
)  # fmt: skip


def inject(lang: str, draw: random.Random) -> Injected:
    """The sample of a language with one divergence."""
    while True:
        kind = draw.choice(KINDS)
        lines = text(lang).split("\n")
        line = kind(lines, lang, draw)
        said = "\n".join(lines)
        if line is not None and said != text(lang):
            return Injected(said, kind.__name__, line + 1)
