"""One report in six languages: each regenerated from the record, and its annexes kept in every form of paper."""

from __future__ import annotations

from functools import cache

import pytest

from accord.papers.akn import as_akn
from accord.papers.reading import Reading, read, read_file
from accord.papers.report import Report, report
from accord.papers.report.docx import as_docx
from accord.papers.report.pdf.missing import NoFonts
from accord.papers.report.pdf.write import as_pdf
from accord.words.languages import CODES
from tests.papers.consistency.versions import states, text
from tests.papers.reading.test_reading_annexes import HEADINGS
from tests.papers.report.building import bare, founded, imports
from tests.papers.report.test_report_akn import schema

BODY = "XB-AC.2"
TITLES = {
    "en": "List of sealed rooms", "fr": "Liste des salles scellées", "es": "Lista de salas precintadas",
    "ru": "Перечень опломбированных помещений", "zh": "加封房间清单", "ar": "قائمة الغرف المختومة",
}  # fmt: skip
WORDS = {
    "en": ("The first room is on the ground floor.", "The others are:", "the red one;", "the blue one."),
    "fr": ("La première salle est au rez-de-chaussée.", "Les autres sont les suivantes :", "la rouge ;", "la bleue."),
    "es": ("La primera sala está en la planta baja.", "Las demás son:", "la roja;", "la azul."),
    "ru": ("Первое помещение расположено на первом этаже.", "Остальными являются:", "красное;", "синее."),
    "zh": ("第一个房间在底层。", "其他房间如下：", "红色房间；", "蓝色房间。"),
    "ar": ("تقع الغرفة الأولى في الطابق الأرضي.", "والغرف الأخرى هي:", "الغرفة الحمراء؛", "الغرفة الزرقاء."),
}  # fmt: skip
LABELS = {"fr": ("a)", "b)"), "ar": ("(أ)", "(ب)")}
NAMES = [
    ("annex-1", "annex"), ("annex-1-para-1", "paragraph"), ("annex-1-para-2", "paragraph"),
    ("annex-1-para-2-a", "item"), ("annex-1-para-2-b", "item"), ("annex-1-appendix-1", "appendix"),
    ("annex-1-appendix-1-para-1", "paragraph"), ("annex-2", "annex"), ("annex-2-para-1", "paragraph"),
]  # fmt: skip


def with_annexes(lang: str) -> str:
    """The sample of a language with two annexes, the first with an appendix."""
    one, two, under = HEADINGS[lang]
    first, announced, red, blue = WORDS[lang]
    a, b = LABELS.get(lang, ("(a)", "(b)"))
    digits = ("١ -", "٢ -") if lang == "ar" else ("1.", "2.")
    parts = [
        one, TITLES[lang], f"{digits[0]} {first}", f"{digits[1]} {announced}", f"{a} {red}", f"{b} {blue}",
        under, f"{digits[0]} {first}", two, TITLES[lang], f"{digits[0]} {first}",
    ]  # fmt: skip
    return "\n\n".join([text(lang).rstrip(), *parts, ""])


@cache
def made(lang: str) -> Report:
    world = founded()
    imports(world, with_annexes(lang), states())
    return report(world, BODY, lang)


def annexed(found: Reading) -> list[tuple[str, str]]:
    """The units of the document's own annexes; the last annex of our papers says where all words come from."""
    ours = found.divisions[-1].unit if len(found.divisions) > 3 else "none"
    return [
        (unit.id, unit.kind) for unit in found.units if unit.id.startswith("annex") and not unit.id.startswith(ours)
    ]


@pytest.mark.parametrize("lang", CODES)
def test_a_report_is_regenerated_to_the_character_in_each_language(lang: str) -> None:
    world = founded()
    assert imports(world, text(lang), states()).exact
    found = report(world, BODY, lang)
    assert found.characters() == bare(read(text(lang), states()).body_text())
    assert (found.made, found.gaps) == ("units", ())
    assert found.counts.bound > 500


@pytest.mark.parametrize("lang", CODES)
def test_its_annexes_are_regenerated_with_it(lang: str) -> None:
    assert annexed(read(with_annexes(lang), states())) == NAMES
    assert made(lang).characters() == bare(read(with_annexes(lang), states()).body_text())


@pytest.mark.parametrize("lang", CODES)
def test_with_annexes_it_is_valid_akoma_ntoso_and_read_again(lang: str) -> None:
    from lxml import etree

    data = as_akn(made(lang))
    root = etree.fromstring(data)
    schema().assertValid(root)
    names = root.xpath("//@eId[starts-with(., 'annex')]")
    assert names[:4] == ["annex_1", "annex_1__para_1", "annex_1__para_2", "annex_1__para_2__list_1"]
    assert annexed(read_file(data, states())) == NAMES


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("lang", CODES)
def test_with_annexes_it_is_read_back_from_print(lang: str, form: str) -> None:
    try:
        found = read_file(as_docx(made(lang)) if form == "docx" else as_pdf(made(lang)), states())
    except NoFonts as error:
        pytest.skip(f"fonts are not installed: {', '.join(error.packages)}")
    assert annexed(found) == NAMES
    assert [one.heading for one in found.divisions][:3] == [TITLES[lang], "", TITLES[lang]]
    assert [p.num for p in found.paragraphs] == [p.num for p in read(text(lang), states()).paragraphs]
