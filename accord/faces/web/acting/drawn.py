"""A form as it is drawn: widgets with labels, choices and words in the language, from the shape of an act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

import msgspec

from accord.acts.vocabulary import Act
from accord.areas.drafting.acts import Register
from accord.faces.cli.kinds import families
from accord.faces.cli.names import Names
from accord.faces.web.acting.forms import Problem, Typed, join, rows
from accord.faces.web.acting.known import known
from accord.faces.web.acting.shapes import (
    BOOLEANS,
    Choice,
    Field,
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
from accord.words.catalogue import has, say
from accord.words.languages import LANGUAGES
from accord.world.world import World


class Node(msgspec.Struct):
    """A part of a form as it is drawn."""

    kind: str
    name: str
    """Its place, and the name of its input."""
    label: str
    value: str = ""
    required: bool = False
    error: str = ""
    note: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    lang: str = ""
    direction: str = ""
    children: tuple[Node, ...] = ()
    least: int = 0


class Drawn:
    """Draws forms in a language, with the names of one world."""

    def __init__(self, lang: str, world: World) -> None:
        self.lang = lang
        self.names = Names(lang, world)
        self._world = world
        self._choices: dict[str, tuple[tuple[str, str], ...]] = {}

    def form(self, act: type[Act], typed: Typed, problems: Mapping[str, Problem] | None = None) -> tuple[Node, ...]:
        """The parts of a form, in the order of the act's fields."""
        given = {} if problems is None else problems
        return tuple(self._field(field, field.name, typed, given) for field in shape_of(act).fields)

    def _field(self, field: Field, place: str, typed: Typed, problems: Mapping[str, Problem]) -> Node:
        node = self._node(field.shape, place, typed, problems, field.required)
        node.label = self.names.label(field.name)
        if not typed and field.default not in (None, (), {}, False) and not node.value:
            node.value = str(field.default)
        return node

    def _node(self, shape: Shape, place: str, typed: Typed, problems: Mapping[str, Problem], required: bool) -> Node:
        node = Node(kind="group", name=place, label="", required=required, value=typed.get(place, ""))
        node.error = self.words(problems[place]) if place in problems else ""
        match shape:
            case Leaf():
                node.kind, node.choices = shape.widget, self._choices_of(shape)
            case Texts():
                node.kind, node.children = "text", self._languages(place + ".said", typed, problems)
                node.value = typed.get(place + ".original", "") or (self.lang if not typed else "")
            case Languages():
                node.kind, node.children = "languages", self._languages(place, typed, problems)
            case Choice():
                node.kind = "either"
                text = self._node(shape.text, place, typed, problems, False)
                text.label, text.error = say(self.lang, "acting.text"), ""
                group = self._node(shape.group, place, typed, problems, False)
                node.children = (text, *group.children)
            case Kinds():
                node.kind = "kinds"
                node.children = tuple(self._kinds(shape, place, typed, problems))
            case Pairs():
                node.kind = "rows"
                node.children = tuple(self._pair(shape, row, typed, problems) for row in rows(place, typed))
            case Rows():
                node.kind, node.least = "rows", shape.least
                shown = list(rows(place, typed)) if f"{place}.#" in typed else []
                if not shown and (shape.least or (isinstance(shape.item, Leaf) and f"{place}.#" not in typed)):
                    shown = [f"{place}.0"]
                node.children = tuple(self._node(shape.item, row, typed, problems, False) for row in shown)
            case Group():
                node.children = tuple(
                    self._field(field, join(place, field.name), typed, problems) for field in shape.fields
                )
        return node

    def _kinds(self, shape: Kinds, place: str, typed: Typed, problems: Mapping[str, Problem]) -> Iterator[Node]:
        """The choice of the kind, then the fields of each kind under its name."""
        chosen = f"{place}.{shape.tag}"
        names = tuple((kind, say(self.lang, f"acting.kind.{kind}")) for kind in shape.groups)
        wrong = self.words(problems[chosen]) if chosen in problems else ""
        label = say(self.lang, "acting.kind")
        yield Node("choice", chosen, label, typed.get(chosen, ""), required=True, error=wrong, choices=names)
        for kind, name in names:
            node = self._node(shape.groups[kind], f"{place}.{kind}", typed, problems, False)
            node.kind, node.label, node.value = "kind", name, "1" if typed.get(chosen) == kind else ""
            yield node

    def _pair(self, shape: Pairs, row: str, typed: Typed, problems: Mapping[str, Problem]) -> Node:
        name = self._node(shape.name, f"{row}.name", typed, problems, True)
        value = self._node(shape.value, f"{row}.value", typed, problems, True)
        name.label, value.label = say(self.lang, "acting.pair.name"), say(self.lang, "acting.pair.value")
        return Node(
            "group", row, "", children=(name, value), error=self.words(problems[row]) if row in problems else ""
        )

    def _languages(self, place: str, typed: Typed, problems: Mapping[str, Problem]) -> tuple[Node, ...]:
        return tuple(
            Node(
                kind="said",
                name=f"{place}.{code}",
                label=language.autonym,
                value=typed.get(f"{place}.{code}", ""),
                error=self.words(problems[f"{place}.{code}"]) if f"{place}.{code}" in problems else "",
                lang=code,
                direction=language.direction,
            )
            for code, language in LANGUAGES.items()
        )

    def words(self, problem: Problem) -> str:
        """A problem in the language."""
        return say(self.lang, problem.code, **problem.values)

    def _choices_of(self, leaf: Leaf) -> tuple[tuple[str, str], ...]:
        if leaf.type is bool and leaf.widget == "choice":
            return tuple((code, say(self.lang, "word.yes" if yes else "word.no")) for code, yes in BOOLEANS.items())
        if leaf.widget == "choice":
            return tuple((code, self.choice(leaf.choices, code)) for code in leaf.choices)
        if leaf.widget not in self._choices:
            self._choices[leaf.widget] = tuple(known(leaf.widget, self._world, self.names))
        return self._choices[leaf.widget]

    def choice(self, codes: tuple[str, ...], code: str) -> str:
        """The words of one of several codes."""
        if code in LANGUAGES and set(codes) <= set(LANGUAGES):
            return LANGUAGES[code].autonym
        known = [*FAMILIES.items(), *((frozenset(these), name) for these, name in families().items())]
        family = next((name for these, name in known if frozenset(codes) <= these), "")
        return say(self.lang, f"{family}.{code}") if family and has(self.lang, f"{family}.{code}") else code


FAMILIES: dict[frozenset[str], str] = {
    frozenset({"recorder"}): "role",
    frozenset(get_args(Register)): "register",
    frozenset({"recorded", "language"}): "slot-order",
}
"""Sets of codes that no page shows → the family of words for them."""
