"""What a form asks for and the record has is picked from a list by its name; only what is new is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accord.areas.programme.acts import ClassifyElement
from accord.faces.cli.names import Names
from accord.faces.web.acting.drawn import Drawn, Node
from accord.faces.web.acting.known import KNOWN, known
from accord.faces.web.acting.shapes import Choice, Group, Kinds, Leaf, Rows, Shape, shape_of
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World
from tests.pages.small_record import small_record

PICKED = ("instrument", "element", "approach", "undertaking", "prohibition", "proposal")
ENTERS = {
    "instrument.enter/1",
    "element.table/1",
    "approach.table/1",
    "undertaking.record/1",
    "prohibition.name/1",
    "proposal.table/1",
}
"""Acts that give a thing its code."""


@pytest.fixture(scope="module")
def world() -> World:
    return small_record().world


def leaves(shape: Shape, name: str = "") -> Iterator[tuple[str, Leaf]]:
    """The values of a form, by the name of the field in which each stands."""
    match shape:
        case Leaf():
            yield name, shape
        case Group():
            for field in shape.fields:
                yield from leaves(field.shape, field.name)
        case Rows():
            yield from leaves(shape.item, name)
        case Choice():
            yield from leaves(shape.group, name)
        case Kinds():
            for group in shape.groups.values():
                yield from leaves(group, name)


@pytest.mark.parametrize("name", sorted(VOCABULARY.by_name))
def test_a_thing_of_the_record_is_picked(name: str) -> None:
    for field, leaf in leaves(shape_of(VOCABULARY.by_name[name])):
        kind = field.removesuffix("s")
        if kind in PICKED and not (name in ENTERS and field == name.partition(".")[0]):
            assert leaf.widget == kind or leaf.choices, f"{name} {field}: {leaf.widget}"


@pytest.mark.parametrize("widget", sorted(set(KNOWN) - {"prefix", "theme"}))
def test_a_list_offers_what_the_record_has_by_its_name(world: World, widget: str) -> None:
    offered = list(known(widget, world, Names("en", world)))
    assert offered
    assert len({code for code, _ in offered}) == len(offered)
    if widget in PICKED:
        assert all(code and name and code != name for code, name in offered), offered


def test_what_is_no_list_offers_nothing(world: World) -> None:
    assert list(known("line", world, Names("en", world))) == []


def test_an_element_is_offered_in_the_order_of_the_text_and_kept_when_chosen(world: World) -> None:
    def node(typed: dict[str, str]) -> Node:
        return next(node for node in Drawn("en", world).form(ClassifyElement, typed) if node.name == "element")

    assert [code for code, _ in node({}).choices] == ["27-c", "27-c-law", "28-a"]
    assert node({}).choices[0][1] == "Fewer tests"
    assert node({"element": "27-c"}).value == "27-c"
    assert node({"element": "nothing"}).value == "nothing", "what was typed is never lost"
