"""What talks leave on record is found: proposals, drafts, amendments, positions, meetings, lists, translations."""

from __future__ import annotations

import pytest

from accord.acts.values import Source, Text
from accord.areas.meetings.acts import ConveneMeeting, PostponeMeeting, ScheduleMeeting
from accord.areas.proposals.acts import AmendProposal, LeaveProposal
from accord.areas.speakers.acts import Inscribe, OpenList, RecordTranslation, WithdrawInscription
from accord.areas.speakers.rules import words_digest
from accord.words.languages import CODES
from tests.pages.small_draft import DRAFT
from tests.pages.small_record import Small, day, small_record
from tests.search.conftest import Ask, asking, catch_up, indexed

FROM = Source(document="A/99/100", place="para-3")


def text(**said: str) -> Text:
    """A text in some languages."""
    return Text(original=next(iter(said)), said=said)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def small() -> Small:
    """The small record with two meetings, a list of speakers and a translation."""
    small = small_record()
    for number, title in ((31, "Lanterns"), (32, None)):
        scheduled = ScheduleMeeting(
            body="WG",
            number=number,
            kind="plenary",
            on=day(5, 14),
            title=None if title is None else text(en=title),
            source=FROM,
        )
        small.counts("EDITOR", scheduled)
    small.counts("EDITOR", PostponeMeeting(body="WG", number=31, to=day(5, 16), source=FROM))
    small.counts("EDITOR", ConveneMeeting(body="WG", number=32, on=day(5, 14), presiding_state="CRI", source=FROM))
    small.counts("EDITOR", OpenList(body="WG", list="harbour", title=text(en="On harbours", zh="港口"), source=FROM))
    for party in ("EGY", "IRL"):
        small.counts("EDITOR", Inscribe(body="WG", list="harbour", party=party, source=FROM))
    worded = next(f for f in small.world.meetings.tables.statements.values() if f.act.text is not None)
    assert worded.act.text is not None
    translated = RecordTranslation(
        body="WG", statement=worded.act.statement, entry=worded.entry, digest=words_digest(worded.act.text),
        language="ru", words="Фонари светят", source=FROM,
    )  # fmt: skip
    small.counts("EDITOR", translated)
    return small


@pytest.fixture(scope="module")
def ask(small: Small) -> Ask:
    return asking(small, indexed(small))  # type: ignore[arg-type]


def found(ask: Ask, typed: str, kind: str, lang: str = "en") -> list[tuple[str, ...]]:
    """What is found of a kind: the page and its arguments."""
    return [(hit.page, *hit.arguments) for group in ask(typed, lang, kind).groups for hit in group.hits]


@pytest.mark.parametrize(
    ("typed", "kind", "page"),
    [
        ("Two and three", "proposal", ("proposal", "p-4", "WG")),
        ("Two and three: all of it", "proposal", ("proposal", "p-4", "WG")),
        ("proposal Ireland", "proposal", ("proposal", "p-1", "WG")),
        ("A list", "compilation", ("compilation", "list-1", "WG")),
        ("openly transparent", "draft-unit", ()),
        ("promptly", "draft-unit", ("draft-unit", DRAFT, "para-1")),
        ("agissent", "draft-unit", ("draft-unit", DRAFT, "para-1")),
        (f"{DRAFT}, para. 2", "draft-unit", ("draft-unit", DRAFT, "para-2")),
        ("public", "amendment", ()),
        ("secret", "amendment", ("amendment", DRAFT, "A.8")),
        ("A.8", "amendment", ("amendment", DRAFT, "A.8")),
        ("amendments Costa Rica", "amendment", ("amendment", DRAFT, "A.8")),
        ("we reserve", "position", ("positions", DRAFT)),
        ("reservation Egypt", "position", ("positions", DRAFT)),
        ("lanterns", "single-meeting", ("meeting", "31", "WG")),
        ("meeting 32", "single-meeting", ("meeting", "32", "WG")),
        ("第 32 全体会议", "single-meeting", ("meeting", "32", "WG")),
        ("Costa Rica", "single-meeting", ("meeting", "32", "WG")),
        ("港口", "speakers-list", ("list", "harbour", "WG")),
        ("Egypt speakers", "speakers-list", ("list", "harbour", "WG")),
        ("фонарь", "statement", None),
    ],
)
def test_what_is_looked_for_is_found(ask: Ask, typed: str, kind: str, page: tuple[str, ...] | None) -> None:
    pages = found(ask, typed, kind)
    if page is None:
        assert [one[0] for one in pages] == ["statement"]
    elif page:
        assert pages[0] == page
    else:
        assert pages == []


@pytest.mark.parametrize("lang", CODES)
def test_each_has_a_name_in_the_language_of_the_reader(ask: Ask, lang: str) -> None:
    for typed, kind in (("lanterns", "single-meeting"), ("agissent", "draft-unit"), ("we reserve", "position")):
        (hit, *_) = ask(typed, lang, kind).groups[0].hits
        assert hit.name != hit.key
        assert "{" not in hit.name
    moved = ask("lanterns", lang, "single-meeting").groups[0].hits[0].name
    assert "16" in moved or "١٦" in moved, "on the day to which it was moved"


def test_what_changes_is_found_by_what_it_says_now() -> None:
    small = small_record()
    index = indexed(small)  # type: ignore[arg-type]
    ask = asking(small, index)  # type: ignore[arg-type]
    assert found(ask, "lanterns", "proposal") == []
    small.counts(
        "ST-A",
        AmendProposal(body="WG", proposal="p-1", version=3, text=text(en="All about lanterns."), amenders=("ST-A",)),
    )
    small.counts("EDITOR", LeaveProposal(body="WG", proposal="p-1", party="IRL", source=FROM))
    small.counts("EDITOR", OpenList(body="WG", list="harbour", title=text(en="On harbours"), source=FROM))
    small.counts("EDITOR", Inscribe(body="WG", list="harbour", party="EGY", source=FROM))
    catch_up(index, small)  # type: ignore[arg-type]
    assert found(ask, "lanterns", "proposal") == [("proposal", "p-1", "WG")]
    assert ("proposal", "p-1", "WG") not in found(ask, "Ireland", "proposal")
    assert found(ask, "Egypt", "speakers-list") == [("list", "harbour", "WG")]
    small.counts("EDITOR", WithdrawInscription(body="WG", list="harbour", party="EGY", source=FROM))
    catch_up(index, small)  # type: ignore[arg-type]
    assert found(ask, "Egypt", "speakers-list") == []
