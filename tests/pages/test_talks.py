"""What talks leave on record stands on the pages of the party, the meeting, the day and the body."""

from __future__ import annotations

from typing import Any

import pytest

from accord.areas.bodies.acts import ContinueBody, EstablishBody
from accord.areas.documents.acts import RegisterDocument
from accord.areas.meetings.acts import CloseMeeting, ConveneMeeting, IntroducePaper, ScheduleMeeting
from accord.areas.negotiation.acts import LeaveAmendment, OpenDraft
from accord.areas.procedure.acts import PutQuestion
from accord.areas.proposals.acts import TableProposal
from accord.areas.speakers.acts import CallSpeaker, GiveSpeech, Inscribe, OpenList
from accord.words.languages import CODES
from accord.world.pages import ask
from tests.pages.small_draft import DRAFT
from tests.pages.small_record import FROM, Small, day, small_record, text
from tests.pages.test_sessions import shown


@pytest.fixture(scope="module")
def small() -> Small:
    """The small record; at meeting 9, whose floor is told, a list, two speeches and a paper introduced."""
    small = small_record()
    at: dict[str, Any] = {"body": "WG", "number": 9, "source": FROM}
    of: dict[str, Any] = {"body": "WG", "list": "nine", "source": FROM}
    on = day(8, 27)
    for act in (
        ScheduleMeeting(kind="plenary", on=on, **at),
        ConveneMeeting(on=on, **at),
        CloseMeeting(how="rose", **at),
        OpenList(title=text("On item 1"), number=9, **of),
        Inscribe(party="CHE", **of),
        Inscribe(party="AUT", **of),
        CallSpeaker(party="AUT", **of),
        GiveSpeech(speech="nine-1", party="AUT", on=on, seconds=75, **of),
        GiveSpeech(body="WG", speech="elsewhere", party="AUT", on=day(8, 26), source=FROM),
        IntroducePaper(
            body="WG", introduction="i-9", introducers=("AUT",), days=(on,), document="A/AC.99/WP.1", source=FROM
        ),
    ):
        small.counts("EDITOR", act)
    small.counts("ST-A", GiveSpeech(body="WG", speech="own", party="ST-A", on=on, number=9))
    return small


def get(small: Small, name: str, *arguments: str) -> Any:
    return ask(small.world, name, arguments, None, small.data)


def test_a_party_is_shown_with_what_it_did_in_talks(small: Small) -> None:
    austria = get(small, "party", "AUT").recorded_of_it
    assert [row.speech for row in austria.speeches] == ["speech-1", "elsewhere", "nine-1"]
    assert [(row.amendment, row.amendment_state, row.units) for row in austria.amendments] == [
        ("A.1", "agreed", ("para-1",)),
        ("A.4", "agreed", ("para-2-bis",)),
        ("A.9", "open", ("para-3", "para-2")),
    ]
    assert [(row.number, row.step_name, row.question) for row in austria.floor_steps] == [
        (9, "place-proposal", "L.7"),
        (9, "object", "L.10"),
    ]
    assert [(row.question, row.vote) for row in austria.votes_cast] == [("L.9", "no")]
    assert [(row.kind, row.units) for row in get(small, "party", "EGY").recorded_of_it.positions] == [
        ("reservation", ("para-1",))
    ]


def test_what_it_said_itself_is_apart_from_what_was_recorded_of_it(small: Small) -> None:
    page = get(small, "party", "ST-A")
    assert [row.speech for row in page.said_itself.speeches] == ["own"]
    assert [row.draft for row in page.said_itself.drafts] == [DRAFT]
    assert [row.amendment for row in page.said_itself.amendments] == ["A.3"]
    assert page.recorded_of_it.speeches == page.recorded_of_it.drafts == page.recorded_of_it.amendments == ()
    assert {row.cite.voice for row in page.said_itself.amendments} == {"said"}


def test_who_joined_an_amendment_has_it_too_until_it_left() -> None:
    small = small_record()
    joined = get(small, "party", "CHE").recorded_of_it.amendments
    assert [(row.amendment, row.sponsorship_ended) for row in joined] == [
        ("A.1", False),
        ("A.2", False),
        ("A.5", False),
    ]
    entry = small.world.negotiation.tables.amendments[DRAFT]["A.1"].sponsors[1].entry
    assert joined[0].cite.entry == entry, "it is cited by the entry in which it joined"
    assert not small.does("EDITOR", LeaveAmendment(draft=DRAFT, amendment="A.1", sponsor="CHE", source=FROM)).counts


def test_a_meeting_names_its_lists_its_speeches_its_floor_and_its_documents(small: Small) -> None:
    page = get(small, "meeting", "9")
    assert [(row.list, row.waiting, row.done) for row in page.lists] == [("nine", 1, 1)]
    assert [row.speech for row in page.speeches] == ["nine-1", "own"]
    assert (page.floor.number, page.floor.meeting_state) == (9, "open")
    assert [row.symbol for row in page.documents] == ["A/AC.99/WP.1"]
    small.counts("EDITOR", PutQuestion(body="WG", number=9, question="A/AC.99/WP.2", kind="proposal", source=FROM))
    assert [row.symbol for row in get(small, "meeting", "9").documents] == ["A/AC.99/WP.2", "A/AC.99/WP.1"]


def test_what_was_introduced_on_a_day_of_two_meetings_is_put_to_neither() -> None:
    small = small_record()
    for number in (21, 22):
        small.counts("EDITOR", ScheduleMeeting(body="WG", number=number, kind="plenary", on=day(8, 19), source=FROM))
        small.counts("EDITOR", ConveneMeeting(body="WG", number=number, on=day(8, 19), source=FROM))
        small.counts("EDITOR", CloseMeeting(body="WG", number=number, how="rose", source=FROM))
    act = IntroducePaper(
        body="WG", introduction="i-9", introducers=("AUT",), days=(day(8, 19),), document="A/AC.99/WP.1", source=FROM
    )
    small.counts("EDITOR", act)
    assert get(small, "meeting", "21").documents == ()


def test_a_day_tells_what_was_moved_and_decided(small: Small) -> None:
    page = get(small, "day", "2013-08-27")
    assert [(row.step_name, row.question) for row in page.floor_steps] == [
        ("result", "L.9"),
        ("move-close-debate", "motion-1"),
    ]
    assert [(row.question, row.in_favour, row.against, row.abstaining) for row in page.ballots] == [("L.9", 1, 1, 1)]
    (row,) = [row for row in get(small, "days").days if row.day == day(8, 27)]
    assert (row.floor_steps, row.single_meetings) == (2, 1)


def test_a_body_leads_to_its_drafts_proposals_rules_and_lists(small: Small) -> None:
    for act in (
        RegisterDocument(symbol="A/AC.99/L.9", body="WG", kind="draft", source=FROM),
        OpenDraft(draft="A/AC.99/L.9", language="en", source=FROM),
    ):
        small.counts("EDITOR", act)
    page = get(small, "body")
    assert (page.proposals, page.lists, page.rules) == (6, 2, "ga-committee")
    assert [row.draft for row in page.negotiated] == ["A/AC.99/L.9"]
    links = shown(small, "fr", "body").links
    assert {"/fr/-/proposals/WG", "/fr/-/rules/WG", "/fr/-/speakers/WG", "/fr/-/draft/A%2FAC.99%2FL.9"} <= set(links)


def test_a_body_of_several_sessions_tells_what_holds_for_all_and_each_session_the_rest() -> None:
    small = small_record()
    again = EstablishBody(body="WG-16", name=text("Working Group"), resolution="A/RES/70/33", year=2016, source=FROM)
    small.counts("EDITOR", again)
    small.counts("EDITOR", ContinueBody(body="WG-16", of="WG", source=FROM))
    small.counts("EDITOR", TableProposal(body="WG-16", proposal="p-1", title=text("Anew"), source=FROM))
    whole, first = get(small, "body", "WG-16"), get(small, "session", "WG")
    assert (whole.officers, whole.agenda, whole.adoption, whole.days) == ((), None, None, None)
    assert (first.officers, first.agenda) != ((), None)
    assert first.days is not None
    assert whole.proposals == first.proposals + 1
    assert whole.meetings == first.meetings
    links = shown(small, "en", "body", "WG-16").links
    assert {"/en/-/session/WG", "/en/-/session/WG-16"} <= set(links)
    assert "/en/-/documents/WG-16" not in links, "what a session has is reached from the session"


@pytest.mark.parametrize("lang", CODES)
def test_the_pages_are_written_in_every_language(small: Small, lang: str) -> None:
    party = shown(small, lang, "party", "AUT")
    assert f"/{lang}/-/floor/WG/9" in party.links
    assert any(link.startswith(f"/{lang}/-/amendment/") for link in party.links)
    assert f"/{lang}/-/list/nine/WG" in party.links
    meeting = shown(small, lang, "meeting", "9")
    assert {f"/{lang}/-/floor/WG/9", f"/{lang}/-/list/nine/WG", f"/{lang}/A/AC.99/WP.1"} <= set(meeting.links)
    assert f"/{lang}/-/floor/WG/9" in shown(small, lang, "day", "2013-08-27").links
