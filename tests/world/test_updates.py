"""What the record gained about something, and the digest of a day: everything that counts, nothing twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from accord.areas.documents.acts import JoinSponsors, RegisterDocument, WithdrawDocument
from accord.areas.meetings.acts import ScheduleMeeting
from accord.areas.parties.acts import JoinGroup
from accord.areas.parties.cite import Missing
from accord.areas.programme.acts import MapApproach, Mapped, TableApproach
from accord.areas.proposals.acts import JoinProposal, SourceUnit, TableProposal
from accord.world.asked import asked
from accord.world.concerns import concerned
from accord.world.digests import span
from accord.world.pages import ask
from accord.world.updates import AT_ONCE
from tests.areas.cases import BODY, PAPER, REPORT, stage
from tests.areas.commitments.cases import CALL, ELEMENT, TURN, UNDERTAKE
from tests.scene import START, Scene, said, source

DAY = datetime.fromtimestamp(START // 1_000_000, UTC).date()
PROPOSAL = TableProposal(
    body=BODY,
    proposal="p",
    title=said("A step"),
    sponsors=("ST-A",),
    sources=(SourceUnit(document=REPORT, unit="para-3"),),
    source=source(),
)

PLAN: Any = {
    "approach": "plan",
    "name": said("A plan"),
    **dict.fromkeys(("orders", "conditions", "dates"), "no"),
    "source": source(),
}


@pytest.fixture
def scene() -> Scene:
    return stage()


def page(scene: Scene, name: str, *arguments: str, on: date | None = None) -> Any:
    return ask(scene.world, name, arguments, on, scene.entries.__getitem__)


def gained(scene: Scene, subject: str = "") -> list[int]:
    return [row.entry for row in page(scene, "updates", subject).gained]


def says(scene: Scene, by: str, act: Any) -> int:
    ruling = scene.does(by, act)
    assert ruling.counts, ruling.reason
    return scene.last


def test_an_act_is_news_of_everything_that_it_names(scene: Scene) -> None:
    entry = says(scene, "editor", PROPOSAL)
    for subject in (
        *(f"body:{BODY}", BODY, "A/AC.900", f"proposal:{BODY}/p", f"document:{REPORT}", REPORT),
        *(f"unit:{REPORT}#para-3", "party:ST-A", "ST-A", "party:editor", "", "record"),
    ):
        assert gained(scene, subject)[0] == entry, subject
    for subject in (f"document:{PAPER}", "party:ST-B"):
        assert entry not in gained(scene, subject), subject


def test_elements_approaches_and_undertakings_have_news_of_their_own(scene: Scene) -> None:
    says(scene, "editor", ELEMENT)
    undertaken, turned, called = (says(scene, "editor", act) for act in (UNDERTAKE, TURN, CALL))
    assert gained(scene, "undertaking:moratorium") == [turned, undertaken]
    assert gained(scene, "element:27-c")[:2] == [called, undertaken], "an undertaking is news of what it is about"
    tabled = says(scene, "editor", TableApproach(**PLAN))
    mapped = says(scene, "ST-A", MapApproach(approach="plan", author="ST-A", elements=(Mapped(element="27-c"),)))
    assert gained(scene, "approach:plan") == [mapped, tabled]
    assert gained(scene, "element:27-c")[0] == mapped


def test_what_is_said_of_a_document_is_news_of_its_body(scene: Scene) -> None:
    entry = says(scene, "ST-B", JoinSponsors(symbol=PAPER, sponsor="ST-B"))
    assert gained(scene, BODY)[0] == entry


def test_what_has_no_effect_is_no_news(scene: Scene) -> None:
    before = gained(scene)
    assert not scene.does("ST-Z", WithdrawDocument(symbol=PAPER)).counts
    assert gained(scene) == before


def test_news_goes_on_where_the_record_does(scene: Scene) -> None:
    says(scene, "editor", PROPOSAL)
    assert len(gained(scene, f"proposal:{BODY}/p")) == 1
    says(scene, "ST-B", JoinProposal(body=BODY, proposal="p", party="ST-B", capacity="supporter"))
    assert len(gained(scene, f"proposal:{BODY}/p")) == 2


def test_the_parts_of_the_news_hold_every_entry_once(scene: Scene) -> None:
    for number in range(2, AT_ONCE + 12):
        act = RegisterDocument(symbol=f"A/AC.900/WP.{number}", body=BODY, kind="working-paper", source=source())
        says(scene, "editor", act)
    found: list[int] = []
    before = ""
    while True:
        part = page(scene, "updates", BODY, *([before] if before else []))
        found += [row.entry for row in part.gained]
        if part.older is None:
            break
        before = str(part.older)
    assert found == sorted(found, reverse=True)
    assert found == list(reversed(concerned(asked(scene.world, scene.entries.__getitem__))[f"body:{BODY}"]))
    assert part.entry_count == len(found) > AT_ONCE


@pytest.mark.parametrize(
    "subject",
    ["nothing", "body:nothing", "party:NOBODY", "unit:A/70/900#para-99", "proposal:AC.900/x", "planet:mars", ":", "#"],
)
def test_what_is_not_in_the_record_has_no_news(scene: Scene, subject: str) -> None:
    with pytest.raises(Missing):
        page(scene, "updates", subject)


@pytest.mark.parametrize("before", ["x", "-1", "9" * 20, "²"])
def test_the_parts_of_the_news_are_asked_for_by_number(scene: Scene, before: str) -> None:
    with pytest.raises(Missing):
        page(scene, "updates", BODY, before)


def test_a_digest_tells_what_was_admitted_in_its_hours_and_not_a_moment_later(scene: Scene) -> None:
    whole = page(scene, "digest", DAY.isoformat())
    assert (
        whole.entry_count
        == len(concerned(asked(scene.world, scene.entries.__getitem__))["record"])
        == len(whole.gained)
    )
    at = datetime.fromtimestamp(START // 1_000_000, UTC)
    morning, evening = f"00:00-{at:%H:%M}", f"{at:%H:%M}-24:00"
    parts = [page(scene, "digest", DAY.isoformat(), "record", hours) for hours in (morning, evening)]
    assert parts[0].until == parts[1].begins
    assert [part.entry_count for part in parts] == [0, whole.entry_count]


def test_hours_that_end_before_they_begin_began_the_day_before() -> None:
    begin, end = span(date(2015, 5, 14), "18:00-08:00")
    assert begin == span(date(2015, 5, 13), "18:00-19:00")[0]
    assert end == span(date(2015, 5, 14), "00:00-08:00")[1]


def test_a_digest_has_the_dates_of_the_day_and_of_the_week_after_it(scene: Scene) -> None:
    for number, day in enumerate((14, 15, 21, 22), 1):
        act = ScheduleMeeting(body=BODY, number=number, kind="plenary", on=date(2015, 5, day), source=source())
        says(scene, "editor", act)
    for subject in (BODY, "record", "ST-A"):
        found = page(scene, "digest", "2015-05-14", subject)
        assert [row.number for row in found.on_the_day] == [1], subject
        assert [row.number for row in found.ahead] == [2, 3], subject
    assert page(scene, "digest", "2015-05-14", PAPER).on_the_day == ()


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2015-02-30", "00:00-24:00"), ("today", "00:00-24:00"), ("2015-05-14", "8-12"), ("2015-05-14", "08:00-25:00")],
)
def test_a_digest_of_no_day_or_no_hours(scene: Scene, day: str, hours: str) -> None:
    with pytest.raises(Missing):
        page(scene, "digest", day, "record", hours)


def test_the_first_day_of_the_calendar_has_no_day_before_it(scene: Scene) -> None:
    with pytest.raises(Missing):
        page(scene, "digest", "0001-01-01", "record", "18:00-08:00")


def test_a_group_is_a_party_and_its_members_too(scene: Scene) -> None:
    entry = says(scene, "ST-A", JoinGroup(group="friends", member="ST-A"))
    assert gained(scene, "friends")[0] == gained(scene, "ST-A")[0] == entry
