"""Coverage in the demonstration: cells checked by hand against the texts and dates of treaties."""

from datetime import date
from typing import Any

import pytest

from accord.areas.coverage.matrix import Matrix, matrix
from accord.reference.coverage import readings
from accord.world.asked import asked
from accord.world.pages import ask
from tests.scene import Scene
from tests.stories.test_demonstration_law import told

SNAPSHOT = date(2018, 7, 10)
NOBODY: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def scene() -> Scene:
    return told()


def found(scene: Scene, on: date | None) -> Matrix:
    return matrix(asked(scene.world), "", on)


@pytest.mark.parametrize(
    ("on", "party", "prohibition", "instruments"),
    [
        (SNAPSHOT, "AUT", "use", NOBODY),
        (SNAPSHOT, "MEX", "possession", ("tlatelolco",)),
        (SNAPSHOT, "NZL", "production", ("npt", "rarotonga")),
        (SNAPSHOT, "USA", "transfer", ("npt",)),
        (SNAPSHOT, "IND", "production", NOBODY),
        (SNAPSHOT, "IND", "testing-above-ground", ("ptbt", "antarctic")),
        (SNAPSHOT, "ISR", "transfer", NOBODY),
        (SNAPSHOT, "ISR", "testing-above-ground", ("ptbt",)),
        (SNAPSHOT, "THA", "possession", ("bangkok",)),
        (SNAPSHOT, "KAZ", "possession", ("semipalatinsk",)),
        (SNAPSHOT, "KAZ", "receipt", ("npt",)),
        (SNAPSHOT, "ZAF", "stationing", ("pelindaba", "outer-space", "sea-bed")),
        (SNAPSHOT, "RUS", "stationing", ("outer-space", "sea-bed")),
        (date(2021, 2, 1), "AUT", "use", ("tpnw",)),
        (date(2021, 2, 1), "MEX", "use", ("tpnw", "tlatelolco")),
        (date(2021, 2, 1), "JPN", "use", NOBODY),
        (date(1962, 1, 1), "AUS", "testing-above-ground", ("antarctic",)),
        (date(1964, 1, 1), "USA", "testing-above-ground", ("ptbt", "antarctic")),
        (date(1964, 1, 1), "FRA", "testing-above-ground", ("antarctic",)),
        (date(1970, 6, 1), "FIN", "receipt", ("npt",)),
        (date(1970, 6, 1), "DEU", "receipt", NOBODY),
        (date(2002, 1, 1), "CUB", "receipt", NOBODY),
    ],
)
def test_cells_are_those_of_the_treaties(
    scene: Scene, on: date, party: str, prohibition: str, instruments: tuple[str, ...]
) -> None:
    told_then = found(scene, on)
    assert told_then.instruments(party, told_then.prohibitions.index(prohibition)) == instruments


@pytest.mark.parametrize("on", [None, SNAPSHOT, date(2026, 11, 1)])
def test_nothing_is_read_as_prohibiting_sub_critical_testing_or_weapon_material(scene: Scene, on: date | None) -> None:
    page: Any = ask(scene.world, "coverage", (), on)
    counts = {row.prohibition: (row.instrument_count, row.state_count) for row in page.prohibitions}
    assert {counts[label] for label in ("testing-subcritical", "material-production", "material-use")} == {(0, 0)}


def test_the_page_says_how_many_members_and_observers_it_counts(scene: Scene) -> None:
    page: Any = ask(scene.world, "coverage")
    counted = page.states_counted
    assert (counted.states_together, counted.un_members, counted.un_observers, counted.in_neither) == (197, 193, 2, 2)
    members: Any = ask(scene.world, "coverage", ("un-members",))
    assert len(members.covered_states) == members.states_counted.un_members == 193


def test_with_a_group_or_all_a_proposed_text_adds_to_the_states_shown_alone(scene: Scene) -> None:
    every: Any = ask(scene.world, "coverage", ("all", "material-production"))
    members: Any = ask(scene.world, "coverage", ("un-members", "material-production"))
    one: Any = ask(scene.world, "coverage", ("MEX", "material-production"))
    for page, states in ((every, 197), (members, 193), (one, 1)):
        added = {row.prohibition: row.added_count for row in page.prohibitions}
        assert added.pop("material-production") == states
        assert set(added.values()) == {0}


def test_every_reading_of_the_editor_is_in_the_record_with_the_text_as_its_source(scene: Scene) -> None:
    page: Any = ask(scene.world, "coverage")
    read = {row.instrument for row in page.instruments}
    assert read == {row.instrument for row in readings()}
    for row in page.prohibitions:
        one: Any = ask(scene.world, "prohibition", (row.prohibition,))
        assert len({reading.instrument for reading in one.text_readings}) == row.instrument_count
        assert {reading.cite.fact_kind for reading in one.text_readings} <= {"assessed"}


def test_prohibitions_cite_paragraph_35_or_the_text_that_names_them(scene: Scene) -> None:
    page: Any = ask(scene.world, "coverage")
    own = {row.prohibition for row in page.prohibitions if row.cite.source.document is None}
    assert own == {"receipt", "stationing", "assistance", "seeking-assistance"}


def test_developments_stand_in_time_and_each_body_of_law_has_its_own(scene: Scene) -> None:
    page: Any = ask(scene.world, "law-developments")
    assert [row.on for row in page.developments] == sorted(row.on for row in page.developments)
    for body in {row.body_of_law for row in page.developments}:
        alone: Any = ask(scene.world, "law-developments", (body,))
        assert alone.developments == tuple(row for row in page.developments if row.body_of_law == body)
