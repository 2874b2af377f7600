"""What we know of documents: sponsors who join, leave and come back, corrections, the list of a body."""

from __future__ import annotations

from datetime import date

import pytest

from accord.areas.documents.acts import JoinSponsors, LeaveSponsors, RegisterDocument, WithdrawDocument
from tests.areas.cases import BODY, PAPER, changed, stage
from tests.areas.documents.cases import NEW, REGISTER
from tests.scene import Scene, said, source


@pytest.fixture
def scene() -> Scene:
    scene = stage()
    assert scene.does("editor", REGISTER).counts
    return scene


def sponsors(scene: Scene) -> tuple[str, ...]:
    return scene.world.documents.sponsors(NEW)


def test_sponsors_stand_in_the_order_of_the_paper_and_later_ones_after_them(scene: Scene) -> None:
    scene.does("ST-Z", JoinSponsors(symbol=NEW, sponsor="ST-Z", on=date(2015, 5, 2)))
    assert sponsors(scene) == ("ST-A", "ST-B", "ST-Z")
    row = scene.world.documents.tables.sponsorships[NEW]["ST-Z"]
    assert (row.later, row.since, row.by) == (True, date(2015, 5, 2), "ST-Z")


def test_a_sponsor_that_left_is_none_and_its_time_is_kept(scene: Scene) -> None:
    scene.does("ST-A", LeaveSponsors(symbol=NEW, sponsor="ST-A", on=date(2015, 5, 3)))
    assert sponsors(scene) == ("ST-B",)
    row = scene.world.documents.tables.sponsorships[NEW]["ST-A"]
    assert (row.until, row.ended) == (date(2015, 5, 3), scene.last)


def test_a_correction_of_the_title_does_not_bring_back_who_has_left(scene: Scene) -> None:
    registered = scene.last
    scene.does("ST-A", LeaveSponsors(symbol=NEW, sponsor="ST-A"))
    assert scene.does("editor", changed(REGISTER, title=said("On first steps"), corrects=registered)).counts
    assert sponsors(scene) == ("ST-B",)


def test_a_correction_of_the_sponsors_keeps_those_who_joined_later(scene: Scene) -> None:
    registered = scene.last
    scene.does("ST-Z", JoinSponsors(symbol=NEW, sponsor="ST-Z"))
    assert scene.does("editor", changed(REGISTER, sponsors=("ST-B",), corrects=registered)).counts
    assert sponsors(scene) == ("ST-B", "ST-Z")


def test_a_sponsor_that_came_back_stays_through_a_correction(scene: Scene) -> None:
    registered = scene.last
    scene.does("ST-A", LeaveSponsors(symbol=NEW, sponsor="ST-A"))
    scene.does("ST-A", JoinSponsors(symbol=NEW, sponsor="ST-A"))
    assert sponsors(scene) == ("ST-B", "ST-A")
    assert scene.does("editor", changed(REGISTER, corrects=registered)).counts
    assert set(sponsors(scene)) == {"ST-A", "ST-B"}


def test_a_withdrawn_paper_stays_on_record_and_leaves_the_list(scene: Scene) -> None:
    assert NEW in [fact.act.symbol for fact in scene.world.documents.of_body(BODY)]
    scene.does("ST-A", WithdrawDocument(symbol=NEW))
    assert NEW not in [fact.act.symbol for fact in scene.world.documents.of_body(BODY)]
    assert NEW in scene.world.documents.tables.documents


def test_a_body_lists_its_papers_by_their_printed_place_then_as_recorded(scene: Scene) -> None:
    for number, place in ((5, 2), (6, 1), (7, None)):
        act = RegisterDocument(
            symbol=f"A/AC.900/WP.{number}", body=BODY, kind="working-paper", place=place, source=source()
        )
        assert scene.does("editor", act).counts
    listed = [fact.act.symbol.rsplit("/", 1)[1] for fact in scene.world.documents.of_body(BODY)]
    assert listed == ["WP.6", "WP.5", "WP.1", "900", "WP.2", "WP.7"]
    assert PAPER.endswith("WP.1")
