"""Who served, opened and takes part; what is said again; and what a plain text that says it otherwise gives."""

from __future__ import annotations

import csv
import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from accord.papers.reading import Reading, read

SAMPLES = Path(__file__).parents[2] / "samples"
KINDS = {
    "international organizations": "international-organisations", "organisations internationales":
    "international-organisations", "civil society": "civil-society", "société civile": "civil-society",
    "milieux universitaires": "academia",
}  # fmt: skip


def sample(lang: str) -> tuple[Reading, dict[str, Any]]:
    text = (SAMPLES / f"exercise-report.{lang}.txt").read_text(encoding="utf-8")
    with (SAMPLES / "states.csv").open(newline="", encoding="utf-8") as lines:
        states = {row[f"short_{lang}"]: row["iso3"] for row in csv.DictReader(lines)}
    expected = (SAMPLES / f"exercise-report.{lang}.expected.json").read_text(encoding="utf-8")
    return read(text, states), json.loads(expected)


def said(found: Reading) -> dict[tuple[str, str], list[str]]:
    """The printed words of every span and part by kind and ref."""
    out: dict[tuple[str, str], list[str]] = {}
    for unit in found.units:
        for span in (*unit.spans, *unit.parts):
            out.setdefault((span.kind, span.ref), []).append(unit.text[span.start : span.end])
    return out


def report(*paragraphs: str) -> Reading:
    """A report of numbered paragraphs."""
    return read("XA/99/1\n\nI. Work\n\n" + "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, 1)) + "\n")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_who_served_opened_and_takes_part_in_the_samples(lang: str) -> None:
    found, theirs = sample(lang)
    assert found.secretariat is not None
    assert found.opened_by is not None
    assert found.modalities is not None
    assert found.mandate is not None
    assert found.adoption is not None
    assert found.secretariat.provider == theirs["secretariat"]
    assert (found.opened_by.office, found.opened_by.meeting, found.opened_by.date, found.opened_by.election) == (
        theirs["opened_by"], "meeting-1", theirs["meetings"][0]["dates"][0], True,
    )  # fmt: skip
    admitted = theirs["modalities"]
    assert (found.modalities.paragraph, found.modalities.date) == (admitted["paragraph"], admitted["date"])
    assert list(found.modalities.admitted) == admitted["admitted"]
    assert [KINDS[name] for name in admitted["admitted"]] == list(found.modalities.kinds)
    assert found.mandate.reports_to_session == theirs["mandate"]["reports_to_session"]
    assert found.adoption.agenda_item == theirs["adoption"]["agenda_item"]
    assert found.exercise == theirs["exercise"]


def test_who_served_opened_and_takes_part_in_the_real_report(reading: Reading) -> None:
    assert reading.secretariat is not None
    assert reading.opened_by is not None
    assert reading.modalities is not None
    assert (reading.secretariat.provider, reading.secretariat.paragraph) == ("裁军事务厅日内瓦办事处", 4)
    assert reading.opened_by.office == reading.secretariat.provider + "主任"
    assert (reading.opened_by.paragraph, reading.opened_by.date, reading.opened_by.election) == (5, "2013-03-14", True)
    assert reading.modalities.kinds == ("international-organisations", "civil-society")
    assert (reading.modalities.paragraph, reading.modalities.date) == (8, "2013-03-14")
    assert reading.mandate is not None
    assert (reading.mandate.reports_to_session, reading.mandate.contributors) == (68, reading.modalities.kinds)
    assert [(c.of, c.number, c.paragraph) for c in reading.counts] == [("organizational", 1, 3)]
    assert not reading.exercise


@pytest.mark.parametrize("lang", ["zh", "en", "fr"])
def test_spans_state_the_records(lang: str, request: pytest.FixtureRequest) -> None:
    found: Reading = request.getfixturevalue("reading") if lang == "zh" else sample(lang)[0]
    words = said(found)
    assert found.secretariat is not None
    assert found.opened_by is not None
    assert found.modalities is not None
    assert found.agenda is not None
    assert words["secretariat", "secretariat"] == [found.secretariat.provider]
    assert words["opener", "opening"] == [found.opened_by.office]
    whole = words["participants", "modalities"]
    assert len(whole) == 1
    assert all(name in whole[0] for name in found.modalities.admitted)
    for number, name in enumerate(found.modalities.admitted, 1):
        assert words["participant", f"modalities#{number}"] == [name]
    assert len(words["meeting-count", "meeting-1"]) == 1
    titles = {f"agenda-{item.num}": item.text.rstrip(".。") for item in found.agenda.items}
    titles |= {theme.ref: theme.title for theme in found.themes}
    for unit in found.units:
        for span in unit.spans:
            if span.kind == "heading" and span.value:
                assert titles[span.value] == unit.text
        for left, right in itertools.pairwise(unit.spans):
            assert left.end <= right.start


def test_the_headings_that_repeat_a_title_are_four_of_six(reading: Reading) -> None:
    same = {u.id: s.value for u in reading.units for s in u.spans if s.kind == "heading" and s.value}
    assert same == {"section-3-D": "agenda-5"} | {
        f"section-4-{letter.upper()}": f"theme-17-{letter}" for letter in "abde"
    }


def test_a_month_stands_for_the_meeting_in_it(reading: Reading) -> None:
    months = {u.id: (s.ref, s.value) for u in reading.units for s in (*u.spans, *u.parts) if s.kind == "month"}
    assert months == dict.fromkeys(("para-9-d", "para-9-m"), ("meeting-2", "2013-05"))


def test_a_title_said_again_refers_to_its_record(reading: Reading) -> None:
    words = {
        (u.id, s.ref): (u.text[s.start : s.end], s.form)
        for u in reading.units
        for s in u.spans
        if s.kind == "title-mention"
    }
    assert set(words) == {
        ("para-1", "agenda-5"), ("para-3", "agenda-5"), ("para-16", "A/AC.281/WP.3"), ("para-40", "theme-17-e"),
    }  # fmt: skip
    titles = {d.symbol: d.title for d in reading.documents}
    text, form = words["para-16", "A/AC.281/WP.3"]
    assert form == "part"
    assert titles["A/AC.281/WP.3"].endswith(text)


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("Secretariat services were provided by the Office for Paper of the Exercise.",
         "Office for Paper of the Exercise"),
        ("The Office for Paper provided substantive support to the Working Group.", "Office for Paper"),
        ("La Division du papier a assuré les services de secrétariat de la session.", "Division du papier"),
        ("Le secrétariat et l'appui fonctionnel ont été assurés par la Division du papier.", "Division du papier"),
        ("演习文件厅为工作组提供秘书服务。", "演习文件厅"),
    ],
)  # fmt: skip
def test_who_serves_is_said_in_several_ways(text: str, provider: str) -> None:
    lead = {"演": "工作组在城里开会。", "L": "Le groupe de travail est réuni dans la ville et les salles du port."}
    found = report(lead.get(text[0], "The Working Group met in the town and in the hall of the port."), text)
    assert found.secretariat is not None
    assert found.secretariat.provider == provider


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The first meeting was declared open by the Head of the Paper Branch.", "Head of the Paper Branch"),
        ("The Head of the Paper Branch opened the organizational session and the work of it.",
         "Head of the Paper Branch"),
        ("La session a été ouverte par la Cheffe du Service du papier, et elle a parlé des travaux.",
         "Cheffe du Service du papier"),
        ("会议由文件厅厅长宣布开幕。", "文件厅厅长"),
    ],
)  # fmt: skip
def test_who_opened_is_said_in_several_ways(text: str, office: str) -> None:
    found = report(text)
    assert found.opened_by is not None
    assert (found.opened_by.office, found.opened_by.meeting, found.opened_by.date) == (office, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Sealed lists, opened line by line by the visitor, were discussed by the group in the hall.",
        "The meeting was open to the public and to civil society; the modalities of payment were discussed.",
        "Support was provided by all. A debate was opened on the agenda of the session.",
        "与会者讨论了国际组织和民间社会的作用，以及学术界参与的模式。",
        "Le débat a été ouvert et les organisations internationales ont parlé de la société civile.",
    ],
)
def test_prose_about_such_things_is_no_fact(text: str) -> None:
    found = report(text)
    assert (found.secretariat, found.opened_by, found.modalities) == (None, None, None)


def test_kinds_that_do_not_stand_in_one_list_are_spans_of_their_own() -> None:
    found = report(
        "The Working Group decided on the modalities for civil society to take part and, at the end of the day, "
        "for academia."
    )
    assert found.modalities is not None
    assert found.modalities.kinds == ("civil-society", "academia")
    words = said(found)
    assert ("participants", "modalities") not in words
    assert [words["participant", f"modalities#{n}"] for n in (1, 2)] == [["civil society"], ["academia"]]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_names_of_offices_and_kinds_are_spans(lang: str) -> None:
    found, _ = sample(lang)
    kinds = {kind for kind, _ in said(found)}
    assert kinds >= {
        "office", "meeting-kind", "same-meeting", "last-meeting", "document-type", "institution", "occasion", "month",
        "meeting-count", "title-mention", "exercise", "distribution", "original", "by",
    }  # fmt: skip
    for document in found.documents:
        unit = next(u for u in found.units if u.id == document.unit)
        types = [s.value for s in unit.spans if s.kind == "document-type"]
        assert types[:1] in ([document.type], [])


def test_a_reading_without_these_facts_has_none() -> None:
    found = read("1. First.\n\n2. Second.\n")
    assert (found.secretariat, found.opened_by, found.modalities, found.counts) == (None, None, None, ())


BEFORE_AND_AFTER = {
    "ru": (
        "Рабочая группа провела одно организационное заседание 4 марта 2031 года, а также с 12 по 16 мая и 23 июня "
        "2031 года основные заседания.",
        "4 марта 2031 года Рабочая группа провела организационное заседание, а с 12 по 16 мая и 23 июня 2031 года — "
        "основные заседания.",
        "Организационное заседание состоялось 4 марта 2031 года. С 12 по 16 мая и 23 июня 2031 года состоялись "
        "основные заседания.",
        "Рабочая группа провела организационное заседание 4 марта 2031 года и основные заседания с 12 по 16 мая и "
        "23 июня 2031 года.",
    ),
    "en": (
        "On 4 March 2031 the Working Group held its organizational meeting and, from 12 to 16 May and on 23 June "
        "2031, its substantive meetings.",
    ),
}


@pytest.mark.parametrize(
    ("language", "told"), [(language, told) for language, all_ in BEFORE_AND_AFTER.items() for told in all_]
)
def test_meetings_are_of_their_kind_whether_their_dates_stand_before_or_after(language: str, told: str) -> None:
    found = read(f"1. {told}\n", language=language)
    assert [(meeting.type, meeting.dates) for meeting in found.meetings] == [
        ("organizational", ("2031-03-04",)),
        ("substantive", ("2031-05-12/2031-05-16",)),
        ("substantive", ("2031-06-23",)),
    ]
