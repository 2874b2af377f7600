"""States: names as the UN writes them, and their recognition in papers."""

import pytest

from accord.reference.groups import groups, members
from accord.reference.states import LANGUAGES, find_states, gazetteer, states


def test_there_are_193_members_and_two_observers() -> None:
    status = [state.status for state in states().values()]
    assert (status.count("member"), status.count("observer"), len(status)) == (193, 2, 197)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_name_of_its_own_in_every_language(lang: str) -> None:
    names = [state.name(lang) for state in states().values()]
    assert all(names)
    assert len(set(names)) == len(names)


def test_formal_names_are_unknown_only_where_the_source_has_none() -> None:
    assert {s.iso3 for s in states().values() for lang in LANGUAGES if s.formal(lang) is None} == {"CIV", "TUR"}


def test_names_are_those_of_the_united_nations_and_not_of_everyday_use() -> None:
    by = states()
    assert by["IRN"].name("zh") == "伊朗伊斯兰共和国"
    assert by["KOR"].name("zh") == "大韩民国"
    assert by["DOM"].name("zh") == "多米尼加"
    assert by["DMA"].name("zh") == "多米尼克"
    assert by["VNM"].name("en") == "Viet Nam"


def test_an_unofficial_language_is_refused() -> None:
    with pytest.raises(KeyError, match="not an official language"):
        states()["FRA"].name("de")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gazetteer_knows_every_name_and_puts_longer_forms_first(lang: str) -> None:
    forms = gazetteer(lang)
    assert [len(f) for f in forms] == sorted((len(f) for f in forms), reverse=True)
    for state in states().values():
        assert forms[state.name(lang)] == state.iso3
        assert forms[state.named(lang)] == state.iso3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_is_found_whole_within_a_list(lang: str) -> None:
    for state in states().values():
        text = f"({state.name(lang)}, {state.named(lang)})"
        assert [code for *_, code in find_states(text, lang)] == [state.iso3] * 2, text


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("zh", "埃及、伊朗伊斯兰共和国和爱尔兰", ["EGY", "IRN", "IRL"]),
        ("en", "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
        ("en", "the Republic\nof Korea and the Democratic People’s Republic of Korea", ["KOR", "PRK"]),
        ("en", "Nigerian delegates; Dominican Republic; Turkey", ["DOM", "TUR"]),
        ("fr", "l’Autriche, les Pays-Bas, Iran (République islamique d’) et Niger", ["AUT", "NLD", "IRN", "NER"]),
        ("es", "el Níger, Nigeria y el Irán (República Islámica del)", ["NER", "NGA", "IRN"]),
        ("ru", "Ирландия, Иран (Исламская Республика) и Ирак", ["IRL", "IRN", "IRQ"]),
        ("ru", "представители Австрии, Египта и Исламской Республики Иран", ["AUT", "EGY", "IRN"]),
        ("ru", "представленный Нидерландами и Южной Африкой", ["NLD", "ZAF"]),
        ("ar", "تابع للنمسا ولمصر", ["AUT", "EGY"]),
        ("ar", "النمسا ومصر وجمهورية إيران الإسلامية", ["AUT", "EGY", "IRN"]),
    ],
)
def test_names_are_taken_whole(lang: str, text: str, codes: list[str]) -> None:
    assert [code for *_, code in find_states(text, lang)] == codes


def test_an_exercise_brings_its_own_states() -> None:
    more = {"Northmark": "XAA", "Republic of Southmark": "XAB"}
    found = [code for *_, code in find_states("Northmark, Republic of\nSouthmark and Norway", "en", more)]
    assert found == ["XAA", "XAB", "NOR"]


def test_membership_is_known_only_for_years_that_a_paper_states() -> None:
    assert members("new-agenda-coalition", 2013) == ("BRA", "EGY", "IRL", "MEX", "NZL", "SWE", "ZAF")
    with pytest.raises(KeyError, match="no source"):
        members("new-agenda-coalition", 1998)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_group_has_a_name(lang: str) -> None:
    assert all(group.name(lang) for group in groups().values())
