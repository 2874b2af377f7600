"""Tracked changes: told by elements and names, not by colour alone; words of parties stay words."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from accord.areas.negotiation.pieces import Piece
from accord.faces.web.tracked import tracked

PIECES = (
    Piece(text="All <b>", kind="put", by=("ST-A",)),
    Piece(text="States ", kind="keep"),
    Piece(text="shall", kind="drop", by=("ST-B",)),
    Piece(text="[act]", kind="bracket"),
)


def named(codes: Iterable[str]) -> Markup:
    return escape(", ".join(codes))


def test_what_came_and_went_and_stands_in_brackets_has_an_element_of_its_own_and_whose_it_is() -> None:
    html = str(tracked(PIECES, escape, named))
    assert ">All &lt;b&gt;</ins>" in html
    assert "States <del" in html
    assert ">shall</del>" in html
    assert '<mark class="by-nobody">[act]</mark>' in html
    assert html.count('<sup class="whose">') == 2
    assert '<sup class="whose">ST-B</sup>' in html


def test_a_party_always_has_the_same_colour() -> None:
    one, other = (str(tracked((PIECES[0],) * n, escape, named)) for n in (1, 2))
    assert one.split('class="by-')[1][0] == other.split('class="by-')[2][0]
