"""Parts, annexes and appendixes: found in six languages, and what counts anew in each has its name."""

from __future__ import annotations

import pytest

from accord.papers.reading import Reading, read

MAIN = "I. One\n\n1. The first of the texts is here.\n\n2. The second of them is here.\n\n3. The third is here.\n\n"

HEADINGS = {
    "en": ("Annex I", "Annex II", "Appendix"),
    "fr": ("Annexe I", "Annexe II", "Appendice"),
    "es": ("Anexo I", "Anexo II", "Apéndice"),
    "ru": ("Приложение I", "Приложение II", "Добавление"),
    "zh": ("附件一", "附件二", "附录"),
    "ar": ("المرفق الأول", "المرفق الثاني", "التذييل"),
}


def ids(found: Reading, *kinds: str) -> list[str]:
    return [unit.id for unit in found.units if unit.kind in kinds]


@pytest.mark.parametrize("lang", HEADINGS)
def test_the_paragraphs_of_annexes_are_named_by_their_annex(lang: str) -> None:
    one, two, under = HEADINGS[lang]
    found = read(
        f"{MAIN}{one}\n\nWhat is counted\n\n1. In it the first.\n\n2. In it the second:\n\n(a) one;\n\n(b) two.\n\n"
        f"{under}\n\n1. Beneath it.\n\n{two}\n\nHow it is counted\n\n1. In the other.\n"
    )
    assert ids(found, "annex", "appendix") == ["annex-1", "annex-1-appendix-1", "annex-2"]
    assert ids(found, "paragraph") == [
        "para-1", "para-2", "para-3", "annex-1-para-1", "annex-1-para-2", "annex-1-appendix-1-para-1", "annex-2-para-1",
    ]  # fmt: skip
    assert ids(found, "item") == ["annex-1-para-2-a", "annex-1-para-2-b"]
    assert [p.num for p in found.paragraphs] == [1, 2, 3]
    assert [(d.num, d.heading, [p.num for p in d.paragraphs]) for d in found.divisions] == [
        (one, "What is counted", [1, 2]), (under, "", [1]), (two, "How it is counted", [1]),
    ]  # fmt: skip
    assert [item.text for item in found.divisions[0].paragraphs[1].subitems] == ["one;", "two."]
    assert not [f for f in found.findings if f.code in ("duplicate-paragraph", "missing-paragraph")]


def test_duplicate_and_missing_numbers_of_an_annex_are_found_with_their_place() -> None:
    found = read(f"{MAIN}Annex\n\n1. One is here.\n\n2. Two is here.\n\n2. Two again is here.\n\n4. Four is here.\n")
    said = [(f.where, f.code, f.page, f.line) for f in found.findings if f.code.endswith("-paragraph")]
    assert said == [("annex-1-para-3", "missing-paragraph", 1, 17), ("annex-1-para-2", "duplicate-paragraph", 1, 15)]


def test_a_number_used_again_without_an_annex_is_still_a_duplicate() -> None:
    found = read(f"{MAIN}3. The third again is here.\n\n4. The fourth is here.\n")
    assert [(f.where, f.code, f.line) for f in found.findings if "para" in f.where] == [
        ("para-3", "duplicate-paragraph", 9)
    ]


def test_parts_that_count_anew_have_their_own_paragraphs_and_chapters() -> None:
    found = read(
        f"Part One\nGeneral\n\n{MAIN}Part Two\nSpecial\n\nI. Other\n\n1. Of the second part.\n\n2. Also of it.\n\n"
        "II. More\n\n3. And of it.\n"
    )
    assert [(d.unit, d.num, d.heading) for d in found.divisions] == [
        ("part-1", "Part One", "General"), ("part-2", "Part Two", "Special"),
    ]  # fmt: skip
    assert ids(found, "paragraph") == [
        "para-1", "para-2", "para-3", "part-2-para-1", "part-2-para-2", "part-2-para-3",
    ]  # fmt: skip
    assert [(c.n, c.paragraphs) for c in found.divisions[1].chapters] == [(1, (1, 2)), (2, (3,))]


@pytest.mark.parametrize(
    "parts",
    [("Part I", "Part II"), ("Première partie", "Deuxième partie"), ("Primera parte", "Segunda parte"),
     ("Часть первая", "Часть вторая"), ("第一部分", "第二部分"), ("الجزء الأول", "الجزء الثاني")],
)  # fmt: skip
def test_parts_whose_numbers_run_on_leave_the_names_of_paragraphs(parts: tuple[str, str]) -> None:
    found = read(f"{parts[0]}\n\n{MAIN}{parts[1]}\n\nI. Other\n\n4. Of the second part.\n\n5. Also of it.\n")
    assert ids(found, "part") == ["part-1", "part-2"]
    assert ids(found, "chapter") == ["chapter-1", "part-2-chapter-1"]
    assert ids(found, "paragraph") == [f"para-{n}" for n in range(1, 6)]
    assert [p.num for p in found.paragraphs] == [1, 2, 3, 4, 5]


def test_an_annex_whose_numbers_run_on_leaves_the_names_of_paragraphs() -> None:
    found = read(f"{MAIN}Annex\n\n4. It goes on here.\n\n5. And ends here.\n")
    assert ids(found, "paragraph") == [f"para-{n}" for n in range(1, 6)]


def test_an_annex_without_numbers_is_kept_as_text_and_its_lists_as_lists() -> None:
    found = read(f"{MAIN}Annex\n\nList of papers\n\nIt has two parts:\n\n(a) long ones;\n\n(b) short ones.\n")
    assert [(u.kind, u.id, u.text) for u in found.units][-4:] == [
        ("annex", "annex-1", "List of papers"),
        ("annex-text", "annex-1-text-13", "It has two parts:"),
        ("item", "annex-1-text-13-a", "long ones;"),
        ("item", "annex-1-text-13-b", "short ones."),
    ]


def test_a_title_over_two_lines_belongs_to_its_annex_and_a_sentence_does_not() -> None:
    found = read(
        f"{MAIN}Annex I\nA list of what was\nsaid and done\n\n1. One.\n\nAnnex II\nThis is a sentence.\n\n1. One.\n"
    )
    assert [d.heading for d in found.divisions] == ["A list of what was said and done", ""]
    assert ids(found, "annex-text") == ["annex-2-text-16"]


@pytest.mark.parametrize(
    "line",
    ["Annex I to the report has more.", "Annex I.", "Annexes were handed out", "Part of it", "Appendix to the text:"],
)
def test_a_sentence_that_speaks_of_an_annex_begins_none(line: str) -> None:
    assert not read(f"{MAIN}4. As stated in the\n{line}\n\n5. More is here.\n").divisions


def test_an_annex_spoken_of_alone_in_a_line_begins_none_within_a_sentence() -> None:
    assert not read("1. One is here.\n2. Two is in\nAnnex I\nand here.\n3. Three.\n").divisions


def test_the_facts_of_an_annex_are_not_those_of_the_session() -> None:
    text = "The Group adopted its agenda (XA/1), as follows:\n\n1. Opening.\n\n2. Closing.\n\n"
    inside = read(f"{MAIN}Annex\n\n1. Something else.\n\n2. {text}")
    outside = read(f"1. Something else.\n\n2. {text}3. End of it.\n")
    assert inside.agenda is None
    assert outside.agenda is not None
