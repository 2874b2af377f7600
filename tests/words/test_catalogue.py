"""The catalogues: the same codes in six languages, the same places, nothing left in English."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import accord
from accord.words.catalogue import NoWords, catalogue, codes, has, placeholders, say, say_n
from accord.words.formulas import MAY_BE_LEFT_OUT
from accord.words.languages import CODES
from accord.words.po import NotPo, parse

SOURCE = Path(accord.__file__).parent
EVERY = sorted({code for lang in CODES for code in codes(lang)})

# fmt: off
# Words that are the same in English and in another language, looked at one by one.
SAME = {
    "fr": {
        "calculator.tests", "check.signatures", "count.documents", "count.signatures",
        "field.affiliation", "field.affiliations",
        "field.on", "field.publication", "field.session", "field.sessions", "field.source",
        "formula.heading.documents", "formula.heading.introduction",
        "kind.note",
        "page.adoption.title", "page.document.title", "page.documents.title", "page.parties.title",
        "page.session.title",
        "instrument-form.note-verbale", "register.document", "register.party", "unit-kind.note", "unit-kind.section",
    },
    "es": {
        "calculator.balance", "calculator.balances", "word.no", "party-kind.editor",
        "sides.bilateral", "sides.multilateral", "sides.plurilateral", "sides.unilateral",
    },
    "ru": set(),
    "ar": set(),
    "zh": set(),
}
# fmt: on
NO_WORDS_OF_ITS_OWN = {  # places and marks only
    "detail.version-cover",
    "detail.version-differs",
    "formula.document.none.untitled",
    "formula.list.between",
    "formula.list.end",
    "formula.note-by-group",
    "outlook.of",
    "formula.panellist",
    "formula.theme.item.plain",
    "input.other",
    "page.party.title",
    "view.session.name",
}


def test_every_code_has_words_in_every_language() -> None:
    missing = [f"{code} in {lang}" for code in EVERY for lang in CODES if not has(lang, code)]
    assert missing == []


def test_every_sentence_has_the_same_places_in_every_language() -> None:
    differing = []
    for code in EVERY:
        english = placeholders("en", code)
        for lang in CODES:
            allowed = MAY_BE_LEFT_OUT.get(lang, frozenset()) if code.startswith("formula.") else frozenset()
            if placeholders(lang, code) != english and placeholders(lang, code) | allowed != english | allowed:
                differing.append(f"{code} in {lang}: {sorted(placeholders(lang, code))} not {sorted(english)}")
    assert differing == []


def test_nothing_is_left_in_english() -> None:
    left = []
    for lang in CODES:
        if lang == "en":
            continue
        ours, english = catalogue(lang), catalogue("en")
        for code, text in ours.single.items():
            if text == english.single.get(code) and code not in SAME[lang] | NO_WORDS_OF_ITS_OWN:
                left.append(f"{code} in {lang}: {text}")
        for code, forms in ours.plural.items():
            if forms == english.plural.get(code) and code not in SAME[lang]:
                left.append(f"{code} in {lang}: {forms}")
    assert left == []


SCRIPT = {"ar": r"[\u0600-\u06ff]", "zh": r"[\u4e00-\u9fff]", "ru": r"[\u0400-\u04ff]"}


@pytest.mark.parametrize("lang", SCRIPT)
def test_sentences_are_written_in_the_script_of_the_language(lang: str) -> None:
    wrong = [
        code
        for code, text in catalogue(lang).single.items()
        if not re.search(SCRIPT[lang], text) and code not in SAME[lang] | NO_WORDS_OF_ITS_OWN
    ]
    assert wrong == []


def test_places_are_plain_names() -> None:
    braces = [
        f"{code} in {lang}"
        for lang in CODES
        for code, text in catalogue(lang).single.items()
        if re.search(r"[{}]", re.sub(r"\{[a-z][a-z0-9_]*\}", "", text))
    ]
    assert braces == []


@pytest.mark.parametrize("lang", CODES)
def test_a_file_is_sorted_and_names_each_code_once(lang: str) -> None:
    text = (SOURCE / "words" / lang / "accord.po").read_text(encoding="utf-8")
    ids = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert ids == sorted(set(ids))


def test_a_missing_code_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(NoWords, match=r"no words for 'no\.such' in 'fr': add an entry to accord/words/fr/accord\.po"):
        say("fr", "no.such")
    with pytest.raises(KeyError):
        say_n("fr", "no.such", 1)


def test_a_place_without_a_value_is_an_error() -> None:
    with pytest.raises(NoWords, match="want a value for 'source'"):
        say("en", "page.recorded-by", by="A")


def test_a_value_is_never_read_as_a_template() -> None:
    assert "{source}" in say("en", "page.recorded-by", by="{source}", source="B")


@pytest.mark.parametrize(
    ("n", "form"), [(0, "zero"), (1, "one"), (2, "two"), (7, "few"), (50, "many"), (100, "other"), (102, "other")]
)
def test_arabic_plurals_follow_the_header_of_the_file(n: int, form: str) -> None:
    index = ("zero", "one", "two", "few", "many", "other").index(form)
    assert catalogue("ar").form(n) == index


@pytest.mark.parametrize(
    ("n", "text"),
    [(0, "لا أعمال"), (1, "عمل واحد"), (2, "عملان"), (7, "7 أعمال"), (50, "50 عملا"), (100, "100 عمل")],
)
def test_arabic_counts_acts_in_six_forms(n: int, text: str) -> None:
    assert say_n("ar", "count.acts", n) == text


@pytest.mark.parametrize(("n", "text"), [(1, "1 акт"), (21, "21 акт"), (3, "3 акта"), (11, "11 актов"), (0, "0 актов")])
def test_russian_counts_acts_in_three_forms(n: int, text: str) -> None:
    assert say_n("ru", "count.acts", n) == text


def test_french_counts_nothing_in_the_singular_and_english_in_the_plural() -> None:
    assert (say_n("fr", "count.acts", 0), say_n("en", "count.acts", 0)) == ("0 acte", "0 acts")


def test_every_plural_has_as_many_forms_as_its_language() -> None:
    for lang in CODES:
        book = catalogue(lang)
        assert {len(forms) for forms in book.plural.values()} == {book.forms}


@pytest.mark.parametrize("lang", CODES)
def test_our_reader_of_catalogues_agrees_with_the_librarys(lang: str) -> None:
    book = catalogue(lang)
    with (SOURCE / "words" / lang / "accord.po").open("rb") as file:
        theirs = read_po(file, locale=lang, abort_invalid=True)
    assert book.forms == theirs.num_plurals
    for message in theirs:
        if isinstance(message.id, str) and message.id:
            assert book.single[message.id] == message.string
        elif message.id:
            assert book.plural[message.id[0]] == tuple(message.string or ())
    assert len(theirs) == len(book.single) + len(book.plural)


def test_a_fuzzy_entry_is_not_used_and_strings_run_over_lines() -> None:
    text = 'msgid ""\nmsgstr ""\n"A: b\\n"\n\n#, fuzzy\nmsgid "x"\nmsgstr "y"\n\nmsgid "z"\nmsgstr "1"\n"2"\n'
    assert [(entry.code, entry.strings) for entry in parse(text)] == [("", ["A: b\n"]), ("z", ["12"])]


def test_a_file_that_is_no_catalogue_is_refused_by_line() -> None:
    with pytest.raises(NotPo, match="line 2 is no part of an entry: hello"):
        list(parse('msgid "x"\nhello\n'))
