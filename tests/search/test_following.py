"""The index follows the record: in steps or in one go it is the same, and what does not fit is made anew."""

from __future__ import annotations

import pytest

from accord.acts.values import Text
from accord.areas.documents.acts import JoinSponsors
from accord.areas.meetings.acts import StrikeRecord
from accord.areas.parties.acts import EnterParty
from accord.faces.web.search.follower import Reports
from accord.stories import demonstration as story
from accord.wire.codec import Malformed
from accord.world.search.index import Index, kind_of
from accord.world.search.talks import TALKS
from tests.laws.teller import Seeded
from tests.laws.whole import Teller, begun
from tests.scene import Scene
from tests.search.conftest import REPORT, asking, catch_up, imports, indexed, told

TABLES = ("subject", "words", "form", "form_of", "mention", "act")


def contents(index: Index) -> dict[str, list[tuple[object, ...]]]:
    """What an index holds, but for the spellings that it has ever seen."""
    rows = {table: "rowid, *" if table == "words" else "*" for table in TABLES}
    return {table: sorted(index.db.execute(f"SELECT {what} FROM {table}"), key=repr) for table, what in rows.items()}


def changed(scene: Scene) -> None:
    """Acts that rename, join and strike."""
    party = next(code for code, fact in scene.world.parties.tables.parties.items() if fact.act.kind == "organisation")
    fact = scene.world.parties.tables.parties[party]
    name = Text(original="en", said={"en": "Renamed Institute of Lanterns"})
    corrected = EnterParty(party=party, kind="organisation", name=name, source=fact.act.source, corrects=fact.entry)
    assert scene.does(story.EDITOR, corrected).counts
    sponsor = JoinSponsors(symbol="A/AC.281/WP.4", sponsor="CHE", source=fact.act.source)
    assert scene.does(story.EDITOR, sponsor).counts
    strike = StrikeRecord(body="AC.281", register="statement", label="statement-2", reason="a test")
    assert scene.does(story.EDITOR, strike).counts


def test_in_steps_or_in_one_go_the_index_is_the_same() -> None:
    scene = Scene("accord.example/demonstration")
    whole = told()
    steps = Index(scene.record, Reports())
    for data in whole.entries:
        entry, _, _ = scene.world.open(data)
        scene.world.step(entry)
        scene.entries.append(data)
        if len(scene.entries) % 7 == 0:
            catch_up(steps, scene)
    scene.keys = whole.keys
    changed(scene)
    catch_up(steps, scene)
    assert contents(steps) == contents(indexed(scene))


def test_whatever_chance_tells_the_index_follows() -> None:
    teller = Teller(Seeded(281), begun())
    steps = Index(teller.scene.record, Reports())
    for _ in range(15):
        teller.tells(60)
        catch_up(steps, teller.scene)
    told_of = {kind_of(id_) for (id_,) in steps.db.execute("SELECT id FROM subject")}
    assert told_of >= TALKS
    assert contents(steps) == contents(indexed(teller.scene))


@pytest.mark.skipif(not REPORT.is_file(), reason="the report is not here: set ACCORD_SEED")
def test_the_words_of_a_report_follow_the_records_behind_them() -> None:
    scene = told()
    imports(scene)
    index = indexed(scene)
    changed(scene)
    catch_up(index, scene)
    assert contents(index) == contents(indexed(scene))


def test_a_renamed_party_is_found_by_its_new_name_wherever_it_is_named() -> None:
    scene = told()
    index = indexed(scene)
    changed(scene)
    catch_up(index, scene)
    ask = asking(scene, index)
    assert "party" in {group.kind for group in ask("Institute of Lanterns").groups}
    assert "A/AC.281/WP.4" in [hit.key for group in ask("Switzerland").groups for hit in group.hits]
    assert "AC.281/statement-2" not in [hit.key for group in ask("Austria").groups for hit in group.hits]


def test_an_index_of_another_past_is_made_anew() -> None:
    scene = told()
    index = indexed(scene)
    index.size += 5
    catch_up(index, scene)
    assert contents(index) == contents(indexed(scene))
    index.root = b"another"
    catch_up(index, scene)
    assert index.root == len(scene.entries).to_bytes(4)


def test_an_index_comes_back_from_its_bytes() -> None:
    scene = told()
    index = indexed(scene)
    again = Index(scene.record, Reports())
    again.decode(index.encode())
    assert (again.size, again.root, contents(again)) == (index.size, index.root, contents(index))
    changed(scene)
    catch_up(again, scene)
    assert contents(again) == contents(indexed(scene))


@pytest.mark.parametrize("data", [b"", b"nothing", b"SQLite format 3\x00" + bytes(200)])
def test_bytes_that_are_no_index_are_refused(data: bytes) -> None:
    index = Index("example.org/x", Reports())
    with pytest.raises(Malformed):
        index.decode(data)
    assert index.size == 0


def test_an_index_of_another_record_or_program_is_refused() -> None:
    scene = told()
    data = indexed(scene).encode()
    for other in (Index("example.org/x", Reports()), Index(scene.record, Reports(), "another program")):
        with pytest.raises(Malformed):
            other.decode(data)


def test_one_that_failed_halfway_starts_anew() -> None:
    scene = told()
    index = indexed(scene)
    changed(scene)
    with pytest.raises(ZeroDivisionError):
        index.follow(scene.world, lambda n: 1 // 0, b"x")  # type: ignore[arg-type,return-value]
    assert index.size == 0
    catch_up(index, scene)
    assert contents(index) == contents(indexed(scene))


NOTHING_TO_FIND = {
    *("TurnUndertaking", "AssessImplementation", "RecordFigures", "StateDoctrine"),
    *("AttributeDesignation", "RecordCall", "StrikeCommitment"),
    *("NameProhibition", "MapProhibition", "DisputeReading", "RecordDevelopment", "StrikeCoverage"),
    *("ClassifyElement", "RelateIssue", "MapApproach", "DeclareSupport"),
    *("WithdrawSupport", "TraceElement", "UntraceElement"),
    "FoundRecord", "JoinGroup", "LeaveGroup", "RegisterKey", "RegisterPasskey", "RotateKey", "RevokeKey", "GrantRole",
    "EndRole", "Delegate", "EndDelegation", "AdoptEdition", "ContinueBody", "NameFriend", "ReleaseFriend",
    "DecideModalities", "RecordCapacity", "ConsiderReport", "AdoptReport",
    "OpenWindow", "CirculateDocument", "RelateDocument", "ReissueDocument",
    "PostponeMeeting", "CancelMeeting", "CloseMeeting", "RecordAttendance", "StrikeAttendance", "AdoptProgramme",
    "CloseList", "ReopenList", "SwapPlaces", "CallSpeaker", "YieldFloor", "GiveSpeech", "StrikeSpeech",
    "RequestReply", "WaiveReply",
    "ConfirmProposal", "MergeProposals", "SplitProposal", "WithdrawProposal", "RestoreProposal", "AssignThemes",
    "FollowProposal", "LinkTrace", "UnlinkTrace", "OpenCorrections", "RequestCorrection", "SettleCorrection",
    "WithdrawAmendment", "AdoptDraft", "WithdrawPosition", "GiveAgreement", "ConfirmAgreement", "SetDeadline",
    "AnswerDeadline", "OpenSilence", "BreakSilence",
    "AdoptProcedure", "OpenFloor", "CountPresent", "CloseFloor", "OpenDebate", "PutQuestion", "MoveMotion",
    "SpeakToMotion", "WithdrawMotion", "RaisePoint", "MakeRuling", "DecideOrder", "BeginVoting", "RecordVote",
    "ExplainVote", "TakeDecision", "ObjectToDecision", "PassOver", "StrikeStep",
    "RecordStage", "SetConditions", "RecordStatus", "MakeReservation", "WithdrawReservation",
}  # fmt: skip
"""Acts after which everything is called and says what it did before; those of a group and of a body may change the
words of a report. What happens on the floor is found by its meeting."""


def test_every_act_touches_a_subject_or_is_known_to_touch_none() -> None:
    from accord.world.search import changes
    from accord.world.vocabulary import VOCABULARY

    heard = {name for name in vars(changes) if name in {act.__name__ for act in VOCABULARY.by_name.values()}}
    acts = {act.__name__ for act in VOCABULARY.by_name.values()}
    assert acts - heard == NOTHING_TO_FIND - heard
    assert acts >= NOTHING_TO_FIND
