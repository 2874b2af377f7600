"""The facts of the 2013 group: tables as described, and in agreement with a reading of the report itself."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from accord.acts.symbols import normal
from accord.reference import group_2013 as facts
from accord.reference.group_2013 import TABLES, days, rows, several, wording, wordings
from accord.reference.group_2013.proposed import Proposal
from accord.reference.groups import members
from accord.reference.states import find_states, gazetteer, states
from accord.reference.table import TableChanged, about, read

FOLDER = files("accord.reference") / "group_2013"
SEEDS = Path(os.environ.get("ACCORD_SEED", Path(__file__).parents[3] / "shared" / "seeds"))
READING = SEEDS / "A-68-514.reading.json"
TEXT = SEEDS / "A-68-514.zh.txt"

seed = pytest.mark.skipif(not READING.is_file(), reason="the report is not here: set ACCORD_SEED")


@pytest.fixture(scope="module")
def reading() -> Any:
    return json.loads(READING.read_text(encoding="utf-8"))


def code(name: str) -> str:
    """The State or organisation that a Chinese name of the report means."""
    name = name.replace(" ", "")
    for row in rows(facts.Organisation):
        if name in {n.replace(" ", "") for n in (row.name_zh, row.short_zh, row.also_zh) if n}:
            return row.party
    return gazetteer("zh")[name]


def codes(names: list[str]) -> list[str]:
    return [code(name) for name in names]


# The tables themselves.


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_the_one_described(name: str) -> None:
    assert len(rows(TABLES[name])) == about(f"group_2013/{name}").rows


@pytest.mark.parametrize("name", TABLES)
def test_one_changed_byte_of_a_table_is_noticed(name: str) -> None:
    data = bytearray((FOLDER / f"{name}.csv").read_bytes())
    data[len(data) // 2] ^= 1
    with pytest.raises(TableChanged, match="was written for"):
        read(f"group_2013/{name}", bytes(data), about(f"group_2013/{name}"), TABLES[name])


def test_no_table_is_without_description_or_type() -> None:
    names = [file.name for file in FOLDER.iterdir()]
    assert {n[:-4] for n in names if n.endswith(".csv")} == set(TABLES)
    assert {n[:-5] for n in names if n.endswith(".toml")} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_description_names_the_paragraph_of_the_report(name: str) -> None:
    description = about(f"group_2013/{name}")
    if name == "wording":
        assert "not the official title" in description.known_problems[0]
    else:
        assert any(column.source.startswith("A/68/514, ") for column in description.columns.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_where_it_stands(name: str) -> None:
    for row in rows(TABLES[name]):
        if name != "wording":
            place = row.place  # type: ignore[attr-defined]
            assert place.startswith(("para-", "footnote-", "note")), place


def test_every_key_of_a_wording_is_worded_and_every_wording_is_used() -> None:
    used = {"body-name", "body-short", "resolution"}
    for table in (facts.AgendaItem, facts.Document, facts.Panel, facts.Theme, Proposal):
        used |= {row.wording for row in rows(table)}  # type: ignore[attr-defined]
    used |= {row.official for row in rows(facts.Statement) if row.official}
    used |= {rows(facts.Mandate)[0].venue, rows(facts.Mandate)[0].provider}
    assert used == set(wordings())


def test_wording_differs_between_languages_and_is_given_in_all_six() -> None:
    for row in wordings().values():
        assert len(set(row.said().values())) >= 5, row.key
        assert all(row.said().values()), row.key


def test_every_code_names_a_state_or_an_organisation_of_the_tables() -> None:
    known = {row.party for row in rows(facts.Organisation)} | set(states())
    for name, table in TABLES.items():
        for row in rows(table):
            for field in ("state", "sponsor", "member", "speaker", "on_behalf_of", "introducers", "affiliations"):
                assert set(several(getattr(row, field, None))) <= known, (name, row)
            if hasattr(row, "party"):
                assert row.party in known


def test_symbols_are_in_their_normal_spelling_and_inf_9_as_printed_is_kept() -> None:
    documents = rows(facts.Document)
    assert all(normal(row.symbol) == row.symbol for row in documents)
    assert {row.symbol: row.printed for row in documents if row.printed} == {"A/AC.281/INF.9": "A/AC.281/INF/9"}


def test_two_summaries_are_said_to_be_of_the_fourth_panel() -> None:
    fourth = [row.symbol for row in rows(facts.Document) if row.panel_ordinal == 4]
    assert fourth == ["A/AC.281/INF.7", "A/AC.281/INF.8"]


def test_denmark_is_spoken_for_and_no_sponsor() -> None:
    sponsors = {row.sponsor for row in rows(facts.Sponsor)}
    spoken_for = {state for row in rows(facts.Introduction) for state in several(row.on_behalf_of)}
    assert "DNK" in spoken_for - sponsors


def test_the_members_of_the_coalition_are_those_of_the_table_of_groups() -> None:
    listed = [row.member for row in rows(facts.Member)]
    assert sorted(listed) == sorted(members("new-agenda-coalition", 2013))


# Against the reading of the report.


@seed
def test_documents_and_sponsors_agree_with_the_reading(reading: Any) -> None:
    documents = [row for row in rows(facts.Document) if row.order is not None]
    items = next(p for p in _paragraphs(reading) if p["num"] == 9)["subitems"]
    assert len(documents) == len(items) == 24
    for row, item in zip(documents, items, strict=True):
        assert (row.printed or row.symbol) in item["text"].replace(" ", "")
        assert row.place == f"para-9-{item['num']}"
        sponsors = [s.sponsor for s in rows(facts.Sponsor) if s.symbol == row.symbol]
        found = (
            [state for _, _, state in find_states(item["text"].split("提出")[0], "zh")]
            if "提出" in item["text"]
            else []
        )
        assert sponsors == (found or (["new-agenda-coalition"] if "新议程联盟" in item["text"] else []))
        assert (row.submitter == "chair") == item["text"].startswith("主席提")


@seed
def test_panels_agree_with_the_reading(reading: Any) -> None:
    assert len(rows(facts.Panel)) == 10
    assert len(rows(facts.Panellist)) == 25
    items = next(p for p in _paragraphs(reading) if p["num"] == 13)["subitems"]
    for panel, item in zip(rows(facts.Panel), items, strict=True):
        text = item["text"]
        speakers = [row for row in rows(facts.Panellist) if row.panel == panel.panel]
        places = [text.index(name) for name in (panel.moderator, *(row.person for row in speakers))]
        assert places == sorted(places), panel.panel
        assert (panel.panel, panel.place) == (f"panel-{item['num']}", f"para-13-{item['num']}")
        after = text[text.index(panel.moderator) + len(panel.moderator) :]
        assert after.startswith(f"({states()[panel.state].name('zh')})")
        for row, end in zip(speakers, [*places[2:], len(text)], strict=True):
            span = text[text.index(row.person) + len(row.person) : end].replace(" ", "")
            for party in several(row.affiliations):
                assert any(name.replace(" ", "") in span for name in _names(party)), (row.person, party)
            if row.affiliations is None:
                assert "(" not in span


@seed
def test_summaries_belong_to_the_panels_that_the_reading_matches(reading: Any) -> None:
    matched = {
        normal(s): f"panel-{p.strip('()')}" for s, p in reading["concordance"]["moderator_summary_to_panel_13"].items()
    }
    assert {row.symbol: row.summarises for row in rows(facts.Document) if row.summarises} == matched


@seed
def test_meetings_officers_and_friends_agree_with_the_reading(reading: Any) -> None:
    spans = [(m["type"], m["dates"][0].split("/")[0], m["dates"][0].split("/")[-1]) for m in reading["meetings"]]
    assert [(m.kind, m.first.isoformat(), m.last.isoformat()) for m in rows(facts.Meeting)] == spans
    (chair,), officer = rows(facts.Officer), reading["officers"]["chair"]
    assert (chair.person, chair.person_zh, chair.state, chair.on.isoformat()) == (
        officer["name_latin"],
        officer["name"],
        code(officer["state"]),
        officer["elected"],
    )
    assert [row.state for row in rows(facts.Friend)] == codes(reading["officers"]["friends_of_the_chair"])


@seed
def test_agenda_and_mandate_agree_with_the_reading(reading: Any) -> None:
    agenda = rows(facts.AgendaItem)
    assert [row.number for row in agenda] == [item["num"] for item in reading["agenda"]["items"]]
    assert {(row.document, row.adopted.isoformat()) for row in agenda} == {
        (reading["agenda"]["symbol"], reading["agenda"]["adopted"])
    }
    (mandate,) = rows(facts.Mandate)
    said = reading["mandate"]
    assert (mandate.resolution, mandate.cap_days, mandate.year) == (
        said["resolution"],
        said["max_working_days"],
        said["year"],
    )
    assert [*map(int, several(mandate.established_by)), mandate.reporting_paragraph] == said["paragraphs"]
    assert wording(mandate.venue, "zh") == said["place"]
    assert (mandate.report, mandate.job) == (reading["symbol"], reading["job_number"])
    assert mandate.agenda_item == reading["masthead"]["agenda_item"]


@seed
def test_statements_agree_with_the_reading(reading: Any) -> None:
    said = reading["general_exchange"]
    spoke = [row for row in rows(facts.Statement) if row.occasion == "general-exchange"]
    expected = [(code(s["state"]), s.get("on_behalf_of")) for s in said["states"]]
    expected += [(code(s["name"]), s.get("on_behalf_of")) for s in said["civil_society"]]
    assert [(row.speaker, row.on_behalf_of) for row in spoke] == [
        (who, code(group) if group else None) for who, group in expected
    ]
    assert {row.days for row in spoke} == {" ".join(said["dates"])}
    (address,) = [row for row in rows(facts.Statement) if row.occasion == "address"]
    assert address.days == said["high_representative"]["date"]
    assert wording(str(address.official), "zh") == said["high_representative"]["who"]


@seed
def test_introductions_and_submissions_agree_with_the_reading(reading: Any) -> None:
    said = reading["working_paper_introductions"]
    by_states = [row for row in rows(facts.Introduction) if not row.by_chair]
    assert [(list(several(r.introducers)), list(several(r.on_behalf_of)), r.jointly == "yes") for r in by_states] == [
        (codes(i["introduced_by"]), codes(i.get("on_behalf_of", [])), i.get("jointly", False))
        for i in said["introductions"]
    ]
    (chair,) = [row for row in rows(facts.Introduction) if row.by_chair]
    assert chair.document == said["chair_compilation"]
    assert {row.days for row in rows(facts.Introduction)} == {" ".join(said["dates"])}
    assert [row.party for row in rows(facts.Submission)] == codes(said["ngos"])


@seed
def test_themes_and_adoption_agree_with_the_reading(reading: Any) -> None:
    items = next(p for p in _paragraphs(reading) if p["num"] == 17)["subitems"]
    for theme, item in zip(rows(facts.Theme), items, strict=True):
        assert theme.theme == f"theme-{item['num']}"
        leader = f"{theme.facilitator}({states()[theme.state].name('zh')})" if theme.state else "主席"
        assert f"({leader}主持)" in item["text"]
    said = reading["adoption"]
    assert [row.day.isoformat() for row in rows(facts.Consideration)] == said["considered"]
    (adoption,) = rows(facts.Adoption)
    assert (list(several(adoption.drafts)), adoption.on.isoformat(), adoption.orally_revised == "yes") == (
        said["drafts"],
        said["adopted"],
        said["orally_revised"],
    )


@seed
def test_no_sentence_of_the_report_stands_in_the_tables() -> None:
    """Names and terms may agree; the editors' Chinese wording has no twelve signs in a row of the report's."""
    report = "".join(TEXT.read_text(encoding="utf-8").split())
    for row in wordings().values():
        if row.key in ("provider", "opener", "high-representative"):
            continue  # offices, under their names
        words = row.zh
        assert not any(words[i : i + 12] in report for i in range(len(words) - 11)), row.key
        assert words not in report or len(words) < 8, row.key


@seed
def test_chinese_names_are_as_the_report_prints_them() -> None:
    report = "".join(TEXT.read_text(encoding="utf-8").split())
    for row in rows(facts.Organisation):
        for name in (row.name_zh, row.short_zh, row.also_zh):
            assert name is None or name.replace(" ", "") in report, row.party


def _names(party: str) -> list[str]:
    found = [row for row in rows(facts.Organisation) if row.party == party]
    if found:
        return [name for name in (found[0].name_zh, found[0].short_zh) if name]
    return [states()[party].name("zh")]


def _paragraphs(reading: Any) -> list[Any]:
    return [
        paragraph
        for chapter in reading["chapters"]
        for part in (chapter, *chapter["sections"])
        for paragraph in part["paragraphs"]
    ]


def test_a_cell_of_days_is_read_in_order() -> None:
    assert [day.isoformat() for day in days("2013-06-27 2013-08-19")] == ["2013-06-27", "2013-08-19"]
