"""The strict way from what was typed into a form to the act, and back.

Fields are named by their place (`source.document`, `sponsors.0`, `title.said.fr`), `sponsors.#` counts rows. What
was typed is never lost: the same fields draw the form again (`drawn.py`), with what is wrong beside each.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from accord.acts.vocabulary import Act, name_of
from accord.faces.cli.inputs import problem
from accord.faces.web.acting.shapes import (
    BOOLEANS,
    Choice,
    Group,
    Kinds,
    Languages,
    Leaf,
    Pairs,
    Rows,
    Shape,
    Texts,
    shape_of,
)
from accord.wire import codec
from accord.words.languages import LANGUAGES
from accord.world.vocabulary import VOCABULARY

Typed = Mapping[str, str]
MOST_ROWS = 200

_NOTHING: Any = object()


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with a field: a code and its values, for the words of a language."""

    code: str
    values: Mapping[str, object] = {}


class NotYet(ValueError):
    """What was typed is no act yet; `problems` says why, by place."""

    def __init__(self, problems: dict[str, Problem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


def read_form(act: type[Act], typed: Typed) -> Act:
    """The act that the fields of a form spell.

    Raises:
        NotYet: with every problem there is, each at its place.
    """
    problems: dict[str, Problem] = {}
    plain = _read_group(shape_of(act), "", typed, problems)
    if problems:
        raise NotYet(problems)
    try:
        data = codec.encode({"verb": name_of(act), **({} if plain is _NOTHING else plain)})
        return VOCABULARY.decoder.decode(unicodedata.normalize("NFC", data.decode()).encode())
    except (msgspec.MsgspecError, UnicodeError, ValueError) as error:
        code, values, path = problem(str(error))
        place = re.sub(r"\[(\d+|\.\.\.)\]", r".\1", path).strip(".")
        raise NotYet({place: Problem(code, values)}) from None


def _read(shape: Shape, place: str, typed: Typed, problems: dict[str, Problem]) -> Any:
    match shape:
        case Leaf():
            return _read_leaf(shape, place, typed, problems)
        case Texts():
            said = _read_languages(place + ".said", typed)
            if not said:
                return _NOTHING
            original = typed.get(place + ".original", "") or next(iter(said))
            if original not in said:
                problems[place] = Problem("acting.error.no-original")
            return {"original": original, "said": said}
        case Languages():
            return _read_languages(place, typed) or _NOTHING
        case Choice():
            text = _read_leaf(shape.text, place, typed, problems)
            return _read_group(shape.group, place, typed, problems) if text is _NOTHING else text
        case Kinds():
            kind = clean(typed.get(f"{place}.{shape.tag}", ""))
            if not kind:
                return _NOTHING
            if kind not in shape.groups:
                problems[f"{place}.{shape.tag}"] = Problem("input.not-a-choice", {"choices": ", ".join(shape.groups)})
                return _NOTHING
            fields = _read_group(shape.groups[kind], f"{place}.{kind}", typed, problems)
            return {shape.tag: kind, **({} if fields is _NOTHING else fields)}
        case Pairs():
            found = {}
            for row in rows(place, typed):
                name = _read_leaf(shape.name, f"{row}.name", typed, problems)
                value = _read_leaf(shape.value, f"{row}.value", typed, problems)
                if (name is _NOTHING) != (value is _NOTHING):
                    problems[row] = Problem("acting.error.half-a-pair")
                elif name is not _NOTHING:
                    found[name] = value
            return found or _NOTHING
        case Rows():
            items = [_read(shape.item, row, typed, problems) for row in rows(place, typed)]
            items = [item for item in items if item is not _NOTHING]
            return items or _NOTHING
        case Group():
            return _read_group(shape, place, typed, problems)


def _read_group(group: Group, place: str, typed: Typed, problems: dict[str, Problem]) -> Any:
    within: dict[str, Problem] = {}
    plain = {field.name: _read(field.shape, join(place, field.name), typed, within) for field in group.fields}
    plain = {name: value for name, value in plain.items() if value is not _NOTHING}
    # A checkbox that is not ticked says nothing; a group in which nothing is said is not there.
    if place and not within and all(value is False for value in plain.values()):
        return _NOTHING
    for field in group.fields:
        if field.required and field.name not in plain and not _has(within, join(place, field.name)):
            if isinstance(field.shape, Rows) and not field.shape.least:
                plain[field.name] = []
            elif isinstance(field.shape, Group) and not any(inner.required for inner in field.shape.fields):
                plain[field.name] = {}
            else:
                within[join(place, field.name)] = Problem("acting.error.required")
    problems.update(within)
    defaults = {field.name: field.default for field in group.fields if not field.required}
    return {name: value for name, value in plain.items() if name not in defaults or value != defaults[name]}


def _read_leaf(leaf: Leaf, place: str, typed: Typed, problems: dict[str, Problem]) -> Any:
    text = clean(typed.get(place, ""))
    if leaf.widget == "yes":
        return text == "1"
    if not text:
        return _NOTHING
    value: Any = BOOLEANS.get(text, text) if leaf.type is bool else text
    if leaf.widget in ("number", "entry"):
        if not re.fullmatch(r"-?[0-9]{1,17}", text):
            problems[place] = Problem("acting.error.number")
            return _NOTHING
        value = int(text)
    try:
        msgspec.convert(value, leaf.type)
    except msgspec.ValidationError as error:
        code, values, _ = problem(str(error))
        if code == "input.not-a-choice":
            values = {**values, "choices": ", ".join(leaf.choices)}
        problems[place] = Problem(code, values)
    return value


def _read_languages(place: str, typed: Typed) -> dict[str, str]:
    said = {lang: clean(typed.get(f"{place}.{lang}", "")) for lang in LANGUAGES}
    return {lang: text for lang, text in said.items() if text}


def clean(text: str) -> str:
    """What was typed, as an act carries it: NFC, ends of lines as one character, no white space around.

    >>> clean("  e\\u0301\\r\\n ")
    'é'
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def rows(place: str, typed: Typed) -> Iterator[str]:
    """The places of the rows that a form shows."""
    count = typed.get(f"{place}.#", "")
    for number in range(min(int(count), MOST_ROWS) if count.isdecimal() and len(count) < 5 else 0):
        yield f"{place}.{number}"


def edited(typed: Typed, do: str) -> dict[str, str]:
    """The fields after a row was added (`add:sponsors`) or taken away (`remove:sponsors.1`).

    >>> edited({"a.#": "2", "a.0": "x", "a.1": "y"}, "remove:a.0")
    {'a.#': '1', 'a.0': 'y'}
    """
    verb, _, place = do.partition(":")
    if verb == "add":
        return {**typed, f"{place}.#": str(min(len(list(rows(place, typed))) + 1, MOST_ROWS))}
    parent, _, last = place.rpartition(".")
    count = len(list(rows(parent, typed)))
    if not last.isdecimal() or int(last) >= count:
        return dict(typed)
    found = {}
    for name, value in typed.items():
        found[name] = value
    moved = {f"{parent}.#": str(count - 1)}
    for name, value in typed.items():
        match = re.fullmatch(re.escape(parent) + r"\.(\d{1,4})((?:\..*)?)", name)
        if match:
            found.pop(name)
            number = int(match[1])
            if number != int(last):
                moved[f"{parent}.{number - (number > int(last))}{match[2]}"] = value
    return {**found, **moved}


def fields_of(act: Act) -> dict[str, str]:
    """The fields of a form that spell an act: what `read_form` reads back as the same."""
    found: dict[str, str] = {}
    _spell(shape_of(type(act)), msgspec.to_builtins(act), "", found)
    return found


def _spell(shape: Shape, value: Any, place: str, found: dict[str, str]) -> None:
    match shape:
        case Choice():
            _spell(shape.text if isinstance(value, str) else shape.group, value, place, found)
        case Group():
            for field in shape.fields:
                if value.get(field.name) is not None:
                    _spell(field.shape, value[field.name], join(place, field.name), found)
        case Kinds():
            kind = value[shape.tag]
            found[f"{place}.{shape.tag}"] = kind
            _spell(shape.groups[kind], value, f"{place}.{kind}", found)
        case Texts():
            found[f"{place}.original"] = value["original"]
            found.update({f"{place}.said.{lang}": said for lang, said in value["said"].items()})
        case Languages():
            found.update({f"{place}.{lang}": said for lang, said in value.items()})
        case Pairs():
            found[f"{place}.#"] = str(len(value))
            for number, (name, inner) in enumerate(value.items()):
                found[f"{place}.{number}.name"], found[f"{place}.{number}.value"] = name, inner
        case Rows():
            found[f"{place}.#"] = str(len(value))
            for number, inner in enumerate(value):
                _spell(shape.item, inner, f"{place}.{number}", found)
        case Leaf() if isinstance(value, bool):
            if value or shape.widget == "choice":
                found[place] = "1" if value else "0"
        case Leaf():
            found[place] = str(value)


def join(place: str, name: str) -> str:
    """The place of a field within another."""
    return f"{place}.{name}" if place else name


def _has(problems: Mapping[str, Problem], place: str) -> bool:
    return any(name == place or name.startswith(place + ".") for name in problems)
