"""What people type finds what they mean: a table of questions in six languages and their first hits."""

from __future__ import annotations

import pytest

from accord.world.search.page import Hit
from tests.search.conftest import Ask
from tests.search.queries import FIRST, IN_THE_REPORT


def label(hit: Hit) -> str:
    """A subject as the table names it: a panel or proposal by its label, a paragraph by its unit."""
    cut = {"paragraph": " ", "panel": "/", "proposal": "/"}.get(hit.kind)
    return hit.key.rpartition(cut)[2] if cut else hit.key


def test_the_table_is_of_forty_questions_and_more() -> None:
    assert len(FIRST) + len(IN_THE_REPORT) >= 40
    assert len({question for question, _, _ in FIRST + IN_THE_REPORT}) == len(FIRST) + len(IN_THE_REPORT)


@pytest.mark.parametrize(("typed", "kind", "key"), FIRST, ids=[row[0] for row in FIRST])
def test_the_first_hit_in_the_demonstration(demonstration: Ask, typed: str, kind: str, key: str) -> None:
    first = demonstration(typed).groups[0].hits[0]
    assert (first.kind, label(first)) == (kind, key)


@pytest.mark.parametrize(("typed", "kind", "key"), IN_THE_REPORT, ids=[row[0] for row in IN_THE_REPORT])
def test_the_first_hit_in_the_report(with_report: Ask, typed: str, kind: str, key: str) -> None:
    first = with_report(typed).groups[0].hits[0]
    assert (first.kind, label(first)) == (kind, key)


@pytest.mark.parametrize("lang", ["ar", "zh", "en", "fr", "ru", "es"])
def test_what_is_found_does_not_depend_on_who_reads(demonstration: Ask, lang: str) -> None:
    for typed, _, _ in FIRST:
        ours, theirs = demonstration(typed, lang), demonstration(typed, "en")
        assert [h.key for g in ours.groups for h in g.hits if h.named] == [
            h.key for g in theirs.groups for h in g.hits if h.named
        ]
        assert ours.groups[0].kind == theirs.groups[0].kind


def test_a_name_is_told_in_the_language_of_the_reader(demonstration: Ask) -> None:
    assert [demonstration("AUT", lang).groups[0].hits[0].name for lang in ("zh", "ru")] == ["奥地利", "Австрия"]


def test_words_are_marked_where_they_stand(with_report: Ask) -> None:
    hit = with_report("裂变材料", "zh", "paragraph").groups[0].hits[0]
    assert {piece.text for piece in hit.snippet if piece.marked} == {"裂变材料"}
    assert hit.lang == "zh"


def test_an_inflected_word_is_marked(demonstration: Ask) -> None:
    hits = [hit for group in demonstration("negotiation").groups for hit in group.hits]
    pieces = [piece.text for hit in hits for piece in (*hit.marked, *hit.snippet) if piece.marked]
    assert "negotiations" in pieces


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Austira", "Austria"),
        ("Switzerlnd", "Switzerland"),
        ("Египед", "Египет"),
        ("disarmement talks", None),
        ("A/AC.281/WP.44", "A/AC.281/WP.11"),
        ("A/AC.218/WP.4", "A/AC.281/WP.4"),
    ],
)
def test_the_nearest_is_offered_where_nothing_is_found(demonstration: Ask, typed: str, meant: str | None) -> None:
    page = demonstration(typed)
    assert meant is None or meant in page.suggestions
    for suggestion in page.suggestions:
        assert demonstration(suggestion).groups, suggestion


def test_one_kind_is_shown_in_full(demonstration: Ask) -> None:
    some, all_of_them = demonstration("A/AC.281"), demonstration("A/AC.281", kind="document")
    documents = next(group for group in some.groups if group.kind == "document")
    assert len(documents.hits) < documents.count == len(all_of_them.groups[0].hits)
    assert [group.kind for group in all_of_them.groups] == ["document"]


def test_an_act_is_found_by_the_beginning_of_its_identity() -> None:
    from tests.search.conftest import asking, indexed, told

    scene = told()
    ask = asking(scene, indexed(scene))
    identity, index = list(scene.world.act_ids.items())[17]
    for length in (8, 13, 64):
        assert ask(identity.hex()[:length].upper()).groups[0].hits[0].key == str(index)
    assert ask("#0").groups[0].hits[0].key == "0"
    assert ask(f"#{len(scene.entries)}").groups == ()


def test_an_empty_question_has_no_answer(demonstration: Ask) -> None:
    for typed in ("", "   ", "\x00", "“”", "?!"):
        page = demonstration(typed)
        assert (page.groups, page.how, page.suggestions) == ((), "nothing", ())


def test_asked_twice_the_answer_is_the_same(demonstration: Ask) -> None:
    for typed, _, _ in FIRST:
        assert demonstration(typed) == demonstration(typed)
