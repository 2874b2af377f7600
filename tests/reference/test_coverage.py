"""The tables of coverage fit together: labels, lists, words and sources that they name are there."""

from typing import get_args

from accord.areas.coverage.acts import BodyOfLaw
from accord.reference import coverage, instruments
from accord.reference.sources import sources

WORDS = {*coverage.wording(), *instruments.wording()}


def test_readings_name_prohibitions_instruments_lists_words_and_sources_that_there_are() -> None:
    known = {row.prohibition for row in coverage.prohibitions()}
    entered = {row.instrument for row in instruments.instruments()}
    for row in coverage.readings():
        assert set(row.prohibits.split()) <= known
        assert row.instrument in entered
        assert row.source in sources()
        assert {key for key in (row.reach_wording, row.condition) if key} <= WORDS
        assert (row.list is None) == (row.binds == "parties")
        assert row.list is None or instruments.listed(row.list)


def test_no_author_reads_a_provision_twice() -> None:
    read = [(row.instrument, row.provision) for row in coverage.readings()]
    assert len(read) == len(set(read))


def test_prohibitions_that_paragraph_35_does_not_name_have_a_source_of_their_own() -> None:
    found = {row.prohibition: row.source for row in coverage.prohibitions() if row.source}
    assert set(found) == {"receipt", "stationing", "assistance", "seeking-assistance"}
    assert set(found.values()) <= set(sources())


def test_a_source_of_a_prohibition_is_a_text_in_which_it_is_read() -> None:
    read = {(label, row.source) for row in coverage.readings() for label in row.prohibits.split()}
    assert {(row.prohibition, row.source) for row in coverage.prohibitions() if row.source} <= read


def test_each_of_the_five_bodies_of_law_has_a_development_since_the_advisory_opinion() -> None:
    rows = coverage.developments()
    assert {row.body_of_law for row in rows} == set(get_args(BodyOfLaw))
    assert [row.on for row in rows] == sorted(row.on for row in rows)
    assert all(row.on.isoformat() > "1996-07-08" for row in rows)


def test_every_wording_is_used_and_every_use_is_worded() -> None:
    used = {f"prohibition-{row.prohibition}" for row in coverage.prohibitions()}
    used |= {row.note for row in coverage.prohibitions() if row.note}
    used |= {f"{of}-{row.development}" for row in coverage.developments() for of in ("development", "summary")}
    used |= {key for row in coverage.readings() for key in (row.reach_wording, row.condition) if key}
    assert set(coverage.wording()) <= used <= WORDS
