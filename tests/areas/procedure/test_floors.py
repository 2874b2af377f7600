"""A floor through meetings: what goes on to the next one, lists of speakers, days, and a step that is struck."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import RecordCapacity
from accord.areas.meetings.acts import ScheduleMeeting
from accord.areas.parties.acts import EnterParty
from accord.areas.procedure.acts import (
    AdoptProcedure,
    BeginVoting,
    Changes,
    CloseFloor,
    CountPresent,
    MoveMotion,
    OpenDebate,
    OpenFloor,
    PutQuestion,
    RecordVote,
    StrikeStep,
)
from accord.areas.procedure.floor import Floor
from accord.areas.procedure.order import Note
from accord.areas.procedure.view import Step
from accord.areas.speakers.acts import (
    CloseList,
    GiveSpeech,
    Inscribe,
    OpenList,
    ReopenList,
    ReplyRules,
    RequestReply,
    WaiveReply,
)
from accord.world.digest import world_digest
from accord.world.pages import ask
from tests.areas.cases import BODY, stage
from tests.scene import Scene, replay, said

AT: dict[str, Any] = {"body": BODY, "number": 1}
LIST: dict[str, Any] = {"body": BODY, "list": "general"}
DAY = date(2015, 8, 20)


def told(*acts: Act) -> Scene:
    """A meeting under the rules of a committee, told by the secretariat."""
    scene = stage()
    for act in (AdoptProcedure(body=BODY, rules="ga-committee"), OpenFloor(members=9, present=7, **AT), *acts):
        ruling = scene.does("secretariat", act)
        assert ruling.counts, ruling.reason
    return scene


def floor(scene: Scene, number: int = 1) -> Floor:
    return scene.world.procedures.floor(BODY, number)


def steps(scene: Scene, number: int = 1) -> tuple[Step, ...]:
    return scene.world.procedures.tables.steps[f"{BODY}/{number}"]


def test_questions_and_debates_go_on_to_the_next_meeting_and_motions_do_not() -> None:
    scene = told(
        OpenDebate(item="1", **AT),
        PutQuestion(question="L.1", kind="proposal", **AT),
        MoveMotion(motion="m-1", kind="close-debate", mover="ST-A", **AT),
        CloseFloor(status="adjourned", **AT),
        OpenFloor(body=BODY, number=2),
    )
    now = floor(scene, 2)
    assert [question.label for question in now.questions] == ["L.1"]
    assert (now.item, now.motions, now.present) == ("1", (), None)
    assert floor(scene, 1).state == "adjourned"


def test_the_day_of_a_meeting_is_the_one_for_which_it_is_scheduled() -> None:
    scene = stage()
    on = date(2015, 8, 20)
    for act in (
        AdoptProcedure(body=BODY, rules="ga-committee"),
        ScheduleMeeting(kind="plenary", on=on, **AT),
        OpenFloor(**AT),
        PutQuestion(question="L.1", kind="proposal", circulated=on, **AT),
        BeginVoting(question="L.1", **AT),
    ):
        assert scene.does("secretariat", act).counts
    assert floor(scene).day == on.toordinal()
    assert [(note.rule, note.breach) for note in steps(scene)[-1].notes] == [(120, "circulated-too-late")]


def test_a_list_of_speakers_of_the_item_is_the_list_of_the_floor() -> None:
    scene = told(
        ScheduleMeeting(kind="plenary", on=date(2015, 8, 20), **AT),
        OpenDebate(item="1", **AT),
        OpenList(item=1, number=1, **LIST),
        Inscribe(party="ST-A", **LIST),
        CloseList(**LIST),
        Inscribe(party="ST-B", late=True, **LIST),
        RequestReply(party="ST-C", **LIST),
    )
    item = floor(scene).debated("1")
    assert item is not None
    assert item.list_closed
    assert [(step.event.kind, [note.rule for note in step.notes]) for step in steps(scene)[-4:]] == [
        ("inscribe", []),
        ("close-list", []),
        ("inscribe", [115]),
        ("reply", []),
    ]
    scene.does("secretariat", ReopenList(**LIST))
    item = floor(scene).debated("1")
    assert item is not None
    assert not item.list_closed


def test_a_list_of_another_item_or_meeting_is_not_the_list_of_the_floor() -> None:
    for other in ({"item": 2}, {"item": 1, "number": 2}):
        scene = told(
            ScheduleMeeting(body=BODY, number=2, kind="plenary", on=date(2015, 8, 21)),
            OpenDebate(item="1", **AT),
            OpenList(**other, **LIST),
            CloseList(**LIST),
        )
        assert len(steps(scene)) == 2
    scene = stage()
    for act in (OpenList(item=1, **LIST), CloseList(**LIST)):
        assert scene.does("secretariat", act).counts
    assert scene.world.procedures.tables.steps == {}


def test_a_struck_step_never_happened_and_what_came_after_is_judged_anew() -> None:
    scene = told(
        CountPresent(present=3, **AT),
        PutQuestion(question="L.1", kind="proposal", **AT),
        RecordVote(question="L.1", in_favour=2, against=1, abstaining=0, **AT),
    )
    assert [note.rule for note in steps(scene)[-1].notes] == [108]
    assert scene.does("secretariat", StrikeStep(step=scene.last - 2, reason="a slip", **AT)).counts
    assert [step.event.kind for step in steps(scene)] == ["open", "place", "result"]
    assert steps(scene)[-1].notes == ()
    question = floor(scene).question("L.1")
    assert question is not None
    assert question.state == "adopted"
    assert world_digest(replay(scene.entries)) == world_digest(scene.world)


def test_a_struck_vote_has_no_ballot() -> None:
    scene = told(
        PutQuestion(question="L.1", kind="proposal", **AT),
        RecordVote(question="L.1", in_favour=2, against=1, abstaining=0, **AT),
    )
    assert len(scene.world.procedures.tables.votes) == 1
    assert scene.does("secretariat", StrikeStep(step=scene.last, reason="a slip", **AT)).counts
    assert scene.world.procedures.tables.votes == {}


def test_rules_adopted_later_do_not_change_what_was_noted() -> None:
    scene = told(CountPresent(present=3, **AT), PutQuestion(question="L.1", kind="proposal", **AT))
    scene.does("secretariat", BeginVoting(question="L.1", **AT))
    correction = AdoptProcedure(
        body=BODY, rules="consensus", corrects=scene.world.procedures.tables.adopted[BODY].entry
    )
    assert scene.does("secretariat", correction).counts
    assert [note.rule for note in steps(scene)[-1].notes] == [108]
    scene.does("secretariat", RecordVote(question="L.1", in_favour=2, against=1, abstaining=0, **AT))
    assert [note.rule for note in steps(scene)[-1].notes] == [18]


REPLY: dict[str, Any] = {"party": "ST-A", **LIST}
TOO_MANY = Note("right-of-reply", 115, "enough-replies")


def replying(scene: Scene, speech: str) -> tuple[Note, ...]:
    """ST-A asks for its right of reply and uses it; what is noted beside that it asked."""
    assert scene.does("secretariat", RequestReply(**REPLY)).counts
    noted = steps(scene)[-1].notes
    assert scene.does("secretariat", GiveSpeech(speech=speech, on=DAY, reply=True, **REPLY)).counts
    return noted


def debated(**more: Any) -> Scene:
    """A debate with a list of speakers, under the rules of a committee."""
    return told(OpenDebate(item="1", **AT), OpenList(title=said("Exchange"), **more, **LIST))


def test_a_third_reply_at_a_meeting_on_an_item_is_noted_with_the_rule() -> None:
    scene = debated()
    assert [replying(scene, f"reply-{number}") for number in (1, 2)] == [(), ()]
    assert replying(scene, "reply-3") == (TOO_MANY,)
    assert scene.does("secretariat", RequestReply(party="ST-B", **LIST)).counts
    assert steps(scene)[-1].notes == ()


def test_a_waived_reply_is_not_counted_and_neither_are_those_of_another_meeting() -> None:
    scene = debated()
    replying(scene, "reply-1")
    for _ in range(3):
        assert scene.does("secretariat", RequestReply(**REPLY)).counts
        assert scene.does("secretariat", WaiveReply(**REPLY)).counts
    assert replying(scene, "reply-2") == ()
    for act in (CloseFloor(status="adjourned", **AT), OpenFloor(body=BODY, number=2)):
        assert scene.does("secretariat", act).counts
    assert scene.does("secretariat", RequestReply(**REPLY)).counts
    assert steps(scene, 2)[-1].notes == ()


def test_a_list_without_rules_of_its_own_shows_those_of_the_body() -> None:
    scene = debated()
    replying(scene, "reply-1")
    replying(scene, "reply-2")
    assert scene.does("secretariat", RequestReply(**REPLY)).counts
    page: Any = ask(scene.world, "list", ("general", BODY))
    assert (page.reply_rules.reply_seconds, page.reply_rules.of_the_body) == ((600, 300), True)
    assert [row.limit for row in page.done] == [600, 300]
    assert [(row.reply_number, row.limit, row.beyond) for row in page.replies_asked] == [(3, None, True)]


def test_the_rules_of_a_list_go_before_those_of_the_body() -> None:
    scene = debated(replies=ReplyRules(seconds=(120,), when="end-of-meeting"))
    page: Any = ask(scene.world, "list", ("general", BODY))
    assert (page.reply_rules.reply_seconds, page.reply_rules.of_the_body) == ((120,), False)


def test_a_body_may_limit_replies_otherwise_than_its_set() -> None:
    changes = Changes(reply_seconds=(90,), reply_time="end-of-meeting")
    scene = debated()
    page: Any = ask(scene.world, "rules", (BODY,))
    assert (page.reply_seconds, page.reply_time) == ((600, 300), "end-of-day")
    adopted = AdoptProcedure(body=BODY, rules="ga-committee", changes=changes, corrects=adopted_in(scene))
    assert scene.does("secretariat", adopted).counts
    assert [replying(scene, f"reply-{number}") for number in (1, 2)] == [(), (TOO_MANY,)]
    page = ask(scene.world, "list", ("general", BODY))
    assert (page.reply_rules.reply_seconds, page.reply_rules.reply_time) == ((90,), "end-of-meeting")
    page = ask(scene.world, "rules", (BODY,))
    assert (page.reply_seconds, page.reply_time) == ((90,), "end-of-meeting")
    (row,) = (row for row in page.provisions if row.topic == "right-of-reply")
    assert (row.rule, row.figures, row.changed) == (115, "1′30″", True)


def test_a_body_may_lift_the_limits_and_one_of_consensus_may_have_some() -> None:
    scene = debated()
    lifted = AdoptProcedure(
        body=BODY, rules="ga-committee", changes=Changes(reply_seconds=()), corrects=adopted_in(scene)
    )
    assert scene.does("secretariat", lifted).counts
    assert [replying(scene, f"reply-{number}") for number in (1, 2, 3)] == [(), (), ()]
    page: Any = ask(scene.world, "rules", (BODY,))
    assert (page.reply_seconds, page.reply_time) == ((), None)
    page = ask(scene.world, "list", ("general", BODY))
    assert page.reply_rules is None
    by_consensus = AdoptProcedure(
        body=BODY, rules="consensus", changes=Changes(reply_seconds=(120, 45)), corrects=adopted_in(scene)
    )
    assert scene.does("secretariat", by_consensus).counts
    page = ask(scene.world, "list", ("general", BODY))
    assert (page.reply_rules.reply_seconds, page.reply_rules.of_the_body) == ((120, 45), True)
    # The set has no rule on it, so that there is none to note.
    assert replying(scene, "reply-4") == ()


def adopted_in(scene: Scene) -> int:
    """The entry of the rules of the body."""
    return scene.world.procedures.tables.adopted[BODY].entry


def test_a_body_whose_rules_are_not_on_record_limits_no_reply() -> None:
    scene = stage()
    assert scene.does("secretariat", OpenList(title=said("Exchange"), **LIST)).counts
    page: Any = ask(scene.world, "list", ("general", BODY))
    assert page.reply_rules is None


def test_who_observes_is_told_by_the_body_and_else_by_the_register() -> None:
    scene = stage()
    for act in (
        EnterParty(party="org-1", kind="organisation", name=said("An organisation")),
        EnterParty(party="org-2", kind="organisation", name=said("Another organisation")),
        RecordCapacity(body=BODY, party="ST-Z", capacity="observer", rights=("motions",)),
        RecordCapacity(body=BODY, party="org-2", capacity="member"),
    ):
        assert scene.does("secretariat", act).counts
    bodies = scene.world.bodies
    assert [bodies.observes(BODY, party) for party in ("ST-A", "ST-Z", "org-1", "org-2")] == [False, True, True, False]
    assert [bodies.may(BODY, party, "motions") for party in ("ST-A", "ST-Z", "org-1", "org-2")] == [
        True,
        True,
        False,
        True,
    ]
    assert not bodies.observes("AC.901", "ST-Z")
    assert scene.world.speakers.category(BODY, "ST-Z") == "observer"
    page: Any = ask(scene.world, "rules", (BODY,))
    assert [(row.party, row.capacity, row.rights) for row in page.observers] == [
        ("ST-Z", "observer", ("motions",)),
        ("org-2", "member", ()),
    ]
