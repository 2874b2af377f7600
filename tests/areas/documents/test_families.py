"""What documents are to one another, how they are numbered, in which languages they are: by symbols and by acts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accord.areas.documents.acts import (
    IssueVersion,
    JoinSponsors,
    LeaveSponsors,
    RegisterDocument,
    ReissueDocument,
    RelateDocument,
)
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.areas.cases import BODY, PAPER, REPORT, changed, stage
from tests.scene import Scene, said, source


@pytest.fixture
def scene() -> Scene:
    return stage()


def page(scene: Scene, name: str, *arguments: str, on: date | None = None) -> Any:
    return ask(scene.world, name, arguments, on, scene.entries.__getitem__)


def registers(scene: Scene, *ends: str, **more: Any) -> None:
    for end in ends:
        act = RegisterDocument(symbol=f"A/AC.900/{end}", body=BODY, kind="working-paper", source=source(), **more)
        assert scene.does("editor", act).counts, end


def kin(scene: Scene, symbol: str) -> set[tuple[str, str, bool]]:
    return {(row.kinship, row.symbol, row.in_register) for row in page(scene, "document", symbol).relations}


def test_modifiers_say_what_a_document_is_to_which_other_and_the_other_way_round(scene: Scene) -> None:
    registers(scene, "WP.1/Rev.1", "WP.1/Rev.2", "WP.1/Rev.1/Corr.1", "WP.1/Add.1", "WP.1/Amend.1", "WP.1/Summary")
    assert kin(scene, PAPER) == {
        ("superseded-by", f"{PAPER}/Rev.1", True),
        ("added-to-by", f"{PAPER}/Add.1", True),
        ("amended-by", f"{PAPER}/Amend.1", True),
        ("summarised-by", f"{PAPER}/Summary", True),
    }
    assert kin(scene, f"{PAPER}/Rev.1") == {
        ("supersedes", PAPER, True),
        ("superseded-by", f"{PAPER}/Rev.2", True),
        ("corrected-by", f"{PAPER}/Rev.1/Corr.1", True),
    }
    assert kin(scene, f"{PAPER}/Rev.1/Corr.1") == {("corrects", f"{PAPER}/Rev.1", True)}


def test_a_revision_of_what_is_not_in_the_register_says_so(scene: Scene) -> None:
    registers(scene, "WP.7/Rev.1")
    assert kin(scene, "A/AC.900/WP.7/Rev.1") == {("supersedes", "A/AC.900/WP.7", False)}


def test_an_asterisk_is_the_same_paper_issued_again(scene: Scene) -> None:
    registers(scene, "WP.1*")
    assert kin(scene, PAPER) == {("reissued-as", f"{PAPER}*", True)}
    assert kin(scene, f"{PAPER}*") == {("reissues", PAPER, True)}


def test_the_languages_that_a_corrigendum_touches_stand_beside_what_its_symbol_tells(scene: Scene) -> None:
    registers(scene, "WP.1/Corr.1")
    act = RelateDocument(
        symbol=f"{PAPER}/Corr.1", kinship="corrects", document=PAPER, languages=("fr", "ru"), source=source()
    )
    assert scene.does("editor", act).counts
    for symbol, kinship in ((PAPER, "corrected-by"), (f"{PAPER}/Corr.1", "corrects")):
        (row,) = page(scene, "document", symbol).relations
        assert (row.kinship, row.languages, row.by_act.entry) == (kinship, ("fr", "ru"), scene.last)


def test_what_no_symbol_tells_is_said_by_an_act(scene: Scene) -> None:
    act = RelateDocument(symbol=REPORT, kinship="supersedes", document=PAPER, source=source())
    assert scene.does("editor", act).counts
    assert kin(scene, PAPER) == {("superseded-by", REPORT, True)}
    assert kin(scene, REPORT) == {("supersedes", PAPER, True)}


def test_a_paper_under_two_symbols_is_found_by_both_joined(scene: Scene) -> None:
    registers(scene, "WP.9")
    act = RelateDocument(symbol=REPORT, kinship="also-issued-as", document="A/AC.900/WP.9", source=source())
    assert scene.does("editor", act).counts
    assert page(scene, "document", "A/70/900-A/AC.900/WP.9").symbol == REPORT
    assert kin(scene, "A/AC.900/WP.9") == {("also-issued-as", REPORT, True)}


def test_a_reissue_has_its_day_its_languages_and_its_reason(scene: Scene) -> None:
    for number, language in ((2, "ar"), (1, "fr")):
        act = ReissueDocument(
            symbol=PAPER,
            reissue=number,
            languages=(language,),  # type: ignore[arg-type]
            on=date(2015, 5, number),
            reason=said("A table was unreadable"),
            source=source(),
        )
        assert scene.does("editor", act).counts
    rows = page(scene, "document", PAPER).reissues
    assert [(row.reissue, row.languages, row.issued) for row in rows] == [
        (1, ("fr",), date(2015, 5, 1)),
        (2, ("ar",), date(2015, 5, 2)),
    ]


def test_a_series_has_its_next_number_its_gaps_and_its_doubles(scene: Scene) -> None:
    registers(scene, "WP.3", "WP.4/Rev.1", "WP.8", "INF.1")
    registers(scene, "WP.9", printed="A/AC.900/WP.8")
    rows = {row.series: row for row in page(scene, "series").series}
    assert set(rows) == {"A/AC.900/INF.", "A/AC.900/WP."}
    row = rows["A/AC.900/WP."]
    assert (row.count, row.highest, row.next_symbol) == (5, 9, "A/AC.900/WP.10")
    assert row.unused_numbers == ("2", "5-7")
    assert [(double.number, double.symbols) for double in row.doubles] == [(8, ("A/AC.900/WP.8", "A/AC.900/WP.9"))]
    assert row.without_base == ("A/AC.900/WP.4/Rev.1",)


def test_a_paper_issued_again_or_corrected_is_no_double_and_a_high_number_one_gap(scene: Scene) -> None:
    registers(scene, "WP.1*", "WP.1/Corr.1", "WP.900000000")
    (row,) = page(scene, "series", BODY).series
    assert (row.doubles, row.without_base) == ((), ())
    assert row.unused_numbers == ("2-899999999",)


def test_series_of_a_body_that_is_not_here(scene: Scene) -> None:
    with pytest.raises(Missing):
        page(scene, "series", "NOWHERE")


def test_versions_are_in_the_order_of_the_languages_with_what_is_not_on_record(scene: Scene) -> None:
    for language, job in (("fr", "15-00002"), ("ar", None)):
        act = IssueVersion(symbol=PAPER, language=language, job=job, on=date(2015, 5, 4), source=source())  # type: ignore[arg-type]
        assert scene.does("editor", act).counts
    row = next(row for row in page(scene, "versions").papers if row.symbol == PAPER)
    assert [(job.language, job.job) for job in row.jobs] == [("ar", None), ("fr", "15-00002")]
    assert row.missing == page(scene, "document", PAPER).missing == ("zh", "en", "ru", "es")
    listed = next(row for row in page(scene, "documents").documents if row.symbol == PAPER)
    assert listed.languages == ("fr", "ar")


def test_sponsors_are_those_of_the_day_asked_for(scene: Scene) -> None:
    scene.does("ST-B", JoinSponsors(symbol=PAPER, sponsor="ST-B", on=date(2015, 5, 2)))
    scene.does("ST-A", LeaveSponsors(symbol=PAPER, sponsor="ST-A", on=date(2015, 5, 4)))

    def on(day: date | None) -> tuple[str, ...]:
        row = next(row for row in page(scene, "documents", on=day).documents if row.symbol == PAPER)
        held = tuple(one.party for one in page(scene, "document", PAPER, on=day).sponsors if one.holds)
        assert held == row.sponsors
        return held

    assert on(date(2015, 5, 1)) == ("ST-A",)
    assert on(date(2015, 5, 3)) == ("ST-A", "ST-B")
    assert on(date(2015, 5, 4)) == on(None) == ("ST-B",)


def test_the_register_says_which_paper_a_revision_has_replaced(scene: Scene) -> None:
    registers(scene, "WP.1/Rev.1")
    rows = {row.symbol: row.superseded_by for row in page(scene, "documents").documents}
    assert (rows[PAPER], rows[f"{PAPER}/Rev.1"]) == (f"{PAPER}/Rev.1", None)


def test_a_corrected_relation_has_the_languages_of_the_correction(scene: Scene) -> None:
    act = RelateDocument(symbol=REPORT, kinship="corrects", document=PAPER, languages=("fr",), source=source())
    assert scene.does("editor", act).counts
    assert scene.does("editor", changed(act, languages=("fr", "es"), corrects=scene.last)).counts
    (row,) = page(scene, "document", PAPER).relations
    assert (row.languages, row.by_act.corrected) == (("fr", "es"), (scene.last - 1,))
