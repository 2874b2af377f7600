"""A draft in six languages: nothing is found between true versions, and everything that is put between them."""

# ruff: noqa: E501  (sentences: one line each)
from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from accord.areas.negotiation.languages import Facts, LanguagesPage, differences, facts
from accord.world.pages import ask
from tests.areas.cases import changed
from tests.stories.test_negotiation import KEYS, Room

STATES = {
    "XAA": {"ar": "أرفانديا", "zh": "阿凡迪亚", "en": "Arvandia", "fr": "Arvandie", "ru": "Арвандия", "es": "Arvandia"},
    "XAK": {"ar": "كلمور", "zh": "凯尔穆尔", "en": "Kelmoor", "fr": "Kelmoor", "ru": "Кельмур", "es": "Kelmoor"},
    "XAN": {"ar": "نورديسيا", "zh": "诺德西亚", "en": "Nordesia", "fr": "Nordésie", "ru": "Нордезия", "es": "Nordesia"},
    "XAO": {"ar": "أوسكارا", "zh": "奥斯卡拉", "en": "Oskara", "fr": "Oskara", "ru": "Оскара", "es": "Oskara"},
}  # fmt: skip
UNITS = (
    {
        "en": "[Each/All] State[s] shall report by 30 June 2031 under XB/RES/11/3 [and every 24 months after that].",
        "fr": "[Chaque État/Tous les États] font rapport le 30 juin 2031 au plus tard selon XB/RES/11/3 [puis tous les 24 mois].",
        "es": "[Cada Estado/Todos los Estados] informarán a más tardar el 30 de junio de 2031 según XB/RES/11/3 [y después cada 24 meses].",
        "ru": "[Каждое государство/Все государства] до 30 июня 2031 года представляют доклад по XB/RES/11/3 [а затем каждые 24 месяца].",
        "zh": "[每一国/所有国家]应在2031年6月30日前依XB/RES/11/3提出报告[，其后每24个月一次]。",
        "ar": "[تقدم كل دولة/تقدم جميع الدول] تقريرا بحلول 30 حزيران/يونيه 2031 وفقا للوثيقة XB/RES/11/3 [ثم كل 24 شهرا].",
    },
    {
        "en": "Arvandia, Kelmoor and Nordesia [offer [up to] 1,250 seals] for 15 sites.",
        "fr": "Arvandie, Kelmoor et Nordésie [offrent [jusqu’à] 1 250 scellés] pour 15 sites.",
        "es": "Arvandia, Kelmoor y Nordesia [ofrecen [hasta] 1.250 precintos] para 15 emplazamientos.",
        "ru": "Арвандия, Кельмур и Нордезия [предлагают [до] 1250 пломб] для 15 объектов.",
        "zh": "阿凡迪亚、凯尔穆尔和诺德西亚[提供[至多]1 250个封条]，用于15个场址。",
        "ar": "أرفانديا وكلمور ونورديسيا [تعرض [ما يصل إلى] 1250 ختما] لـ 15 موقعا.",
    },
    {
        "en": "The share shall not fall below 2.5 per cent [or 40 units] of what XB/AC.2/WP.3 lists.",
        "fr": "La part ne sera pas inférieure à 2,5 % [ou à 40 unités] de ce qu’énumère XB/AC.2/WP.3.",
        "es": "La proporción no será inferior al 2,5 % [o a 40 unidades] de lo que enumera XB/AC.2/WP.3.",
        "ru": "Доля не опускается ниже 2,5 процента [или 40 единиц] перечисленного в XB/AC.2/WP.3.",
        "zh": "所占比例不低于XB/AC.2/WP.3所列数量的2.5%[或40个单位]。",
        "ar": "لا تقل الحصة عن 2,5 في المائة [أو 40 وحدة] مما تورده الوثيقة XB/AC.2/WP.3.",
    },
)
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
OFTEN, THOUSAND = 200, 1_000


def of(text: str, language: str) -> Facts:
    names = {forms[language]: code for code, forms in STATES.items()}
    return facts(text, language, names, slash=True)


def replaced(text: str, pattern: str, new: Callable[[str], str], draw: random.Random) -> str | None:
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    one = draw.choice(found)
    return text[: one.start()] + new(one.group()) + text[one.end() :]


def another(options: tuple[str, ...], draw: random.Random) -> Callable[[str], str]:
    return lambda old: draw.choice([one for one in options if one != old])


def inject(text: str, language: str, draw: random.Random) -> tuple[str, str]:
    """A text with one divergence, and its kind."""
    states = tuple(forms[language] for forms in STATES.values())
    kinds: dict[str, Callable[[], str | None]] = {
        "figure": lambda: replaced(text, r"(?<![\d./])(?:15|24|30|40|2031)(?!\d)", another(("17", "28", "2033"), draw), draw),
        "decimal": lambda: replaced(text, r"2[.,]5", lambda old: old.replace("5", "6"), draw),
        "thousands": lambda: replaced(text, r"1[., ]?250", lambda old: old.replace("2", "7"), draw),
        "symbol": lambda: replaced(text, r"(?<=RES/)11|(?<=WP\.)3", another(("12", "4", "9"), draw), draw),
        "state": lambda: replaced(text, "|".join(states), another(states, draw), draw),
        "dropped state": lambda: replaced(text, "|".join(states), lambda _: "", draw),
        "bracket off": lambda: replaced(text, r"\[[^\[\]]{4,}\]", lambda old: old[1:-1], draw),
        "stroke off": lambda: replaced(text, r"(?<=[^\W\d_])/(?=[^\[\]]*\])", lambda _: " ", draw),
        "bracket more": lambda: replaced(text, r"(?<=\s)[^\W\d_]{4,}(?=\s)", lambda old: f"[{old}]", draw),
        "words bracketed": lambda: f"[{text}]",
    }  # fmt: skip
    while True:
        kind = draw.choice(list(kinds))
        made = kinds[kind]()
        if made is not None and made != text:
            return made, kind


@pytest.mark.parametrize("unit", range(len(UNITS)))
def test_true_versions_agree_in_every_pair_of_languages(unit: int) -> None:
    found = {language: of(text, language) for language, text in UNITS[unit].items()}
    for one in LANGUAGES:
        for other in LANGUAGES:
            assert list(differences(found[one], found[other], stale=False)) == [], (one, other)


@pytest.mark.parametrize("count", [OFTEN, pytest.param(THOUSAND, marks=pytest.mark.long)])
def test_no_injected_divergence_is_missed(count: int) -> None:
    draw = random.Random(count)
    kinds = set()
    for _ in range(count):
        unit = draw.choice(UNITS)
        one, other = draw.sample(LANGUAGES, 2)
        text, kind = inject(unit[other], other, draw)
        kinds.add(kind)
        found = list(differences(of(unit[one], one), of(text, other), stale=False))
        assert found, f"{kind} missed between {one} and {other}: {text}"
    assert len(kinds) == 10


def test_a_small_figure_may_stand_in_words_and_another_in_its_place_is_told() -> None:
    one, words = of("within 6 months", "en"), of("dans un délai de six mois", "fr")
    assert list(differences(one, words, stale=False)) == []
    (told,) = differences(one, of("dans un délai de 8 mois", "fr"), stale=False)
    assert (told.kind_of_difference, told.only_text, told.only_translation) == ("other-figures", ("6",), ("8",))


def languages_of(room: Room) -> LanguagesPage:
    (draft,) = room.scene.world.negotiation.tables.drafts
    page = ask(room.scene.world, "draft-languages", (draft,))
    assert isinstance(page, LanguagesPage)
    return page


def test_the_draft_of_the_exercise_agrees_in_six_languages() -> None:
    page = languages_of(Room())
    assert len(page.translated_into) == 5
    assert page.units_compared >= 5
    assert page.language_rows == ()


def test_a_wrong_translation_is_told_with_what_differs_and_when_it_is_out_of_date() -> None:
    room = Room()
    (draft,) = room.scene.world.negotiation.tables.drafts
    translations = room.scene.world.negotiation.tables.translations[draft]
    key, fact = next((key, fact) for key, fact in translations.items() if key.startswith("fr/"))
    mended = changed(fact.act, text=f"{fact.act.text} [2099]", corrects=fact.entry)
    assert room.scene.does(fact.by, mended, signers=[KEYS["secretariat"]]).counts
    (row,) = languages_of(room).language_rows
    assert (row.unit, row.language) == (key.partition("/")[2], "fr")
    assert [one.kind_of_difference for one in row.text_differences] == ["other-figures", "other-brackets"]
    assert row.text_differences[0].only_translation == ("2099",)
