"""What is said of proposals claims no more than the record: no agreement, and a caveat on positions and priorities."""

from __future__ import annotations

import re

import pytest

from accord.words.catalogue import catalogue, codes, say

NEUTRAL = (
    "trace-kind",
    "reflects",
    "way",
    "capacity",
    "followed",
    "lineage",
    "proposal-state",
    "tabled-by",
    "changed-line",
)
"""Families of words for what became of a proposal. None of it is anybody's agreement."""

AGREEMENT = {
    "ar": r"اتفاق|اتفق|توافق|موافق|اعتمد|معتمد",
    "zh": r"同意|一致|协商|通过(?!另一提案)|赞成|批准",
    "en": r"agree|consensus|endors|approv|adopted|unanim|demand",
    "fr": r"accord|consensus|approuv|adopté|unanim|souscri",
    "ru": r"соглас|консенсус|одобр|единоглас|утвержд",
    "es": r"acuerdo|consenso|aprob|unánim|suscri|respald",
}
CAVEAT = {
    "ar": ("مواقف", "أولويات", "حصرية"),
    "zh": ("立场", "优先事项", "详尽无遗"),
    "en": ("positions", "priorities", "not exhaustive"),
    "fr": ("positions", "priorités", "pas exhaustive"),
    "ru": ("позициям", "приоритетам", "не является исчерпывающим"),
    "es": ("posiciones", "prioridades", "no es exhaustiva"),
}


@pytest.mark.parametrize("lang", AGREEMENT)
def test_no_word_for_what_became_of_a_proposal_claims_agreement(lang: str) -> None:
    single = catalogue(lang).single
    told = {code: single[code] for family in NEUTRAL for code in codes(lang, f"{family}.")}
    assert len(told) > 35
    assert {code: words for code, words in told.items() if re.search(AGREEMENT[lang], words, re.IGNORECASE)} == {}


@pytest.mark.parametrize("lang", AGREEMENT)
def test_the_words_that_would_claim_agreement_are_noticed(lang: str) -> None:
    """The silence and the caveat deny agreement, so they name it."""
    assert re.search(AGREEMENT[lang], say(lang, "silence.no-position"), re.IGNORECASE)


@pytest.mark.parametrize("lang", CAVEAT)
def test_the_caveat_is_on_positions_and_on_priorities_and_says_that_the_list_is_not_exhaustive(lang: str) -> None:
    for word in CAVEAT[lang]:
        assert word in say(lang, "caveat.without-prejudice")
