"""The law as the demonstration tells it: known totals on known days, conditions, conflicts, what one fact changes."""

from datetime import date
from typing import Any

import pytest

from accord.acts.values import Grounds, Source, Withheld
from accord.areas.commitments.pages import review_commitments
from accord.areas.instruments import law
from accord.areas.instruments.acts import RecordStatus, StatusRow
from accord.areas.instruments.conflicts import conflicts
from accord.areas.instruments.pages import instrument
from accord.areas.instruments.votes import votes_of, votes_on
from accord.reference import treaties, votes
from accord.reference.policies import summaries
from accord.stories import demonstration as story
from accord.world.asked import asked
from tests.scene import Scene, key_of

KEYS = {party: key_of(party) for party in (story.SECRETARIAT, story.EDITOR)}
SNAPSHOT = date(2018, 7, 10)
LATER = date(2026, 11, 1)


def told() -> Scene:
    scene = Scene("accord.example/demonstration")
    story.demonstration(lambda act, by, signers: scene.does(by, act, signers=signers), KEYS)
    return scene


@pytest.fixture(scope="module")
def scene() -> Scene:
    return told()


def bound(scene: Scene, on: date) -> dict[str, int]:
    known = asked(scene.world)
    return {name: law.tally(known, name, on).consented for name in known.instruments.tables.instruments}


def test_the_totals_of_10_july_2018_follow_from_the_record(scene: Scene) -> None:
    found = bound(scene, SNAPSHOT)
    assert {name: found[name] for name in found if found[name] and "protocol" not in name} == {
        "antarctic": 53,
        "bangkok": 10,
        "ctbt": 166,
        "icsant": 113,
        "moon": 18,
        "new-start": 2,
        "npt": 191,
        "outer-space": 106,
        "pelindaba": 40,
        "ptbt": 125,
        "rarotonga": 13,
        "sea-bed": 94,
        "semipalatinsk": 5,
        "tlatelolco": 33,
        "tpnw": 11,
    }
    assert law.tally(asked(scene.world), "ctbt", SNAPSHOT).signed == 183


def test_on_the_last_day_of_the_group_the_totals_were_those_of_that_time(scene: Scene) -> None:
    known, found = asked(scene.world), bound(scene, date(2013, 8, 30))
    names = ("npt", "ctbt", "tlatelolco", "rarotonga", "bangkok", "pelindaba", "semipalatinsk", "tpnw")
    assert [found[name] for name in names] == [190, 159, 33, 13, 10, 36, 5, 0]
    assert law.tally(known, "ctbt", date(2013, 8, 30)).signed == 183
    page = instrument(known, "ctbt", on=date(2013, 8, 30))
    assert (page.signed_count, page.consented_count) == (183, 159)


def test_the_later_totals_follow_from_the_record(scene: Scene) -> None:
    known = asked(scene.world)
    tpnw = law.tally(known, "tpnw", date(2025, 9, 26))
    assert (tpnw.signed, tpnw.consented) == (95, 74)
    ctbt = law.tally(known, "ctbt", date(2024, 11, 30))
    assert (ctbt.signed, ctbt.consented, ctbt.parties) == (186, 178, 0)
    assert law.tally(known, "pelindaba", LATER).undated == 3


def test_before_a_withdrawal_the_ratification_counts_and_after_it_no_longer(scene: Scene) -> None:
    known = asked(scene.world)
    day = date(2023, 11, 3)
    before, after = (law.status_of(known, "ctbt", "RUS", on) for on in (date(2023, 11, 2), day))
    assert (before.standing, after.standing) == ("consented", "signatory")


def test_annex_2_keeps_the_ctbt_from_entering_into_force(scene: Scene) -> None:
    assessment: Any = law.assessed(asked(scene.world), "ctbt", LATER)
    assert assessment.computed is None
    annex = next(point for point in assessment.points if len(getattr(point.counted.condition, "listed", ())) == 44)
    assert (annex.counted.need, annex.have) == (44, 35)
    assert set(annex.missing) == {"CHN", "EGY", "IND", "IRN", "ISR", "PAK", "PRK", "RUS", "USA"}


@pytest.mark.parametrize(
    ("instrument", "day"),
    [
        ("npt", date(1970, 3, 5)),
        ("ptbt", date(1963, 10, 10)),
        ("rarotonga", date(1986, 12, 11)),
        ("pelindaba", date(2009, 7, 15)),
        ("semipalatinsk", date(2009, 3, 21)),
        ("antarctic", date(1961, 6, 23)),
        ("outer-space", date(1967, 10, 10)),
        ("sea-bed", date(1972, 5, 18)),
        ("moon", date(1984, 7, 11)),
        ("icsant", date(2007, 7, 7)),
    ],
)
def test_the_day_computed_from_deposits_and_conditions_is_the_day_recorded(
    scene: Scene, instrument: str, day: date
) -> None:
    assessment = law.assessed(asked(scene.world), instrument)
    assert assessment is not None
    assert assessment.computed == day
    assert law.law_of(asked(scene.world), instrument).since == day


def test_what_sources_say_against_each_other_stands_as_a_conflict(scene: Scene) -> None:
    known = asked(scene.world)
    found = {name: [one.kind for one in conflicts(known, name)] for name in known.instruments.tables.instruments}
    assert {name: kinds for name, kinds in found.items() if kinds} == {
        "bangkok": ["two-stage-days", "computed-differs"],
        "npt": ["announced-not-shown", "announced-not-shown"],
    }
    assert law.status_of(known, "npt", "PRK", LATER).standing == "party"


def test_new_start_is_over(scene: Scene) -> None:
    known = asked(scene.world)
    standings = [
        law.status_of(known, "new-start", "RUS", on).standing
        for on in (date(2011, 2, 4), date(2011, 2, 5), date(2023, 3, 1), date(2026, 2, 5))
    ]
    assert standings == ["none", "party", "suspended", "ended"]


def test_one_fact_changes_exactly_the_figures_that_depend_on_it() -> None:
    scene = told()
    before = law.state_of_law(asked(scene.world), LATER)
    scene.does(
        story.EDITOR,
        RecordStatus(
            instrument="tpnw",
            action="ratification",
            deeds=(StatusRow(party="KGZ", on=date(2026, 10, 1), depositary="un"),),
            grounds=Grounds(source=Source(publication="A test"), kind="reported", checked=date(2026, 11, 1)),
        ),
        signers=[KEYS[story.EDITOR]],
    )
    after = law.state_of_law(asked(scene.world), LATER)
    changed = {
        (name, party) for name in after for party in after[name] if before[name].get(party) != after[name][party]
    }
    assert changed == {("tpnw", "KGZ")}
    assert law.tally(asked(scene.world), "tpnw", LATER).consented == 75


def test_figures_are_told_with_the_kind_of_their_source_and_kinds_stand_apart(scene: Scene) -> None:
    tables = scene.world.commitments.tables
    kinds = {entry: batch.grounds.kind for entry, batch in tables.batches.items()}
    rows: list[tuple[str, Any]] = [(kinds[datum.entry], datum.row) for datum in tables.figures.values()]
    assert sum(int(row.figure.quantity.amount) for _, row in rows if row.subject == "tests") == 2056
    stock = [(row.party, row.year) for _, row in rows if row.subject == "warheads-stockpile"]
    twice = {place for place in stock if stock.count(place) > 1}
    assert {("GBR", 2017), ("PRK", 2015), ("USA", 2017)} <= twice
    withheld = [row for _, row in rows if isinstance(row.figure, Withheld)]
    assert {(row.party, row.on) for row in withheld} == {("RUS", date(2023, 3, 1))}
    plutonium = [
        row.figure.quantity.amount
        for kind, row in rows
        if (row.subject, row.party, row.on) == ("plutonium-civil-in-country", "JPN", date(2016, 12, 31))
        and kind == "declared"
    ]
    assert sorted(plutonium) == ["10.7", "9.9"]


def test_policies_are_quoted_where_their_text_was_read(scene: Scene) -> None:
    made = [fact.act for fact in scene.world.commitments.tables.undertakings.values()]
    assert {act.holders for act in made if act.matter == "no-first-use"} == {("CHN",), ("IND",)}
    told = {act.undertaking: act for act in made if act.undertaking in summaries()}
    assert len(told) == len(summaries())
    assert all(act.verbatim == (act.text is not None) for act in told.values())
    quoted = told["chn-no-first-use"].text
    assert quoted is not None
    assert quoted.said["en"].startswith("China undertakes not to be the first")


def test_the_reviews_stand_in_a_register_of_their_own(scene: Scene) -> None:
    made = [fact.act for fact in scene.world.commitments.tables.undertakings.values()]
    numbers = {(act.origin.document, act.origin.number, act.origin.point) for act in made if act.origin is not None}
    assert len(numbers) == 13 + 64 + 7
    found = review_commitments(asked(scene.world))
    assert [(one.document, len(one.actions)) for one in found.registers] == [
        ("NPT/CONF.2000/28", 13),
        ("NPT/CONF.2010/50", 71),
    ]


def test_votes_are_those_of_the_source_and_bind_nobody(scene: Scene) -> None:
    known = asked(scene.world)
    found = {one.action: one.state_count for one in votes_on(known, "a-res-67-56")}
    assert found == {"vote-in-favour": 147, "vote-against": 4, "vote-abstaining": 31}
    assert law.tally(known, "a-res-67-56").signed == 0
    assert [str(one.on) for one in votes_of(known, "FRA")] == sorted(str(row.on) for row in votes.resolutions())


def test_who_waived_conditions_is_bound_from_that_day(scene: Scene) -> None:
    known = asked(scene.world)
    before, after = (law.status_of(known, "tlatelolco", "BRA", on) for on in (date(1994, 5, 29), date(1994, 5, 30)))
    assert (before.standing, after.standing) == ("consented", "party")


def test_standings_that_sources_state_are_those_that_follow_from_the_record(scene: Scene) -> None:
    known = asked(scene.world)
    ways = {"party": {"consented", "party"}, "signatory": {"signatory"}, "ratification-withdrawn": {"signatory"}}
    told = [row for row in treaties.standings() if row.standing in ways]
    for row in told:
        assert law.status_of(known, row.instrument, row.iso3, row.as_of).standing in ways[row.standing], row
    assert len(told) == 110


def test_groups_have_members_and_a_name_given_by_others_is_no_group(scene: Scene) -> None:
    members = scene.world.parties.tables.members
    assert set(members["npt-nuclear-weapon-states"]) == {"CHN", "FRA", "GBR", "RUS", "USA"}
    assert len(members["non-aligned-movement"]) == 117
    called = [fact.act for fact in scene.world.commitments.tables.designations.values()]
    assert {(act.designation, act.author) for act in called} == {("possessor", "sipri")}
    assert len(called) == 9
