"""Moves on the floor: amendments put and decided, points of order, silence, adoption or none, positions."""

from __future__ import annotations

from accord.areas.documents.acts import RegisterDocument
from accord.areas.negotiation.acts import (
    AdoptDraft,
    BreakSilence,
    ExplainPosition,
    OpenSilence,
    ReviseDraft,
)
from accord.areas.procedure.acts import CloseFloor, MakeRuling, ObjectToDecision, PassOver, PutQuestion, TakeDecision
from accord.stories.negotiation.moves import OF, Move, at, by
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import (
    ADOPTED,
    DRAFT,
    OFFSET,
    SECRETARIAT,
    SESSIONS,
    SILENCE,
    party_of,
)
from accord.stories.negotiation.wording import said


def put(play: Play, amendment: str) -> Move:
    """The Chair puts an amendment before the meeting."""
    sponsors = play.amendments[amendment].holding()
    question = PutQuestion(question=amendment, kind="amendment", amends=DRAFT, sponsors=sponsors, **at(play))
    return Move("put", by("chair", question), {"amendment": amendment})


def object_to(play: Play, role: str, question: str) -> Move:
    """A delegation objects to a decision on an amendment or on the draft."""
    objected = ObjectToDecision(question=question, party=party_of(role), **at(play))
    return Move("object", by(role, objected), {"amendment": question})


def decide(play: Play, amendment: str) -> Move:
    """The Chair takes it that an amendment is agreed, and the draft is revised orally."""
    decision = TakeDecision(question=amendment, mode="consensus", **at(play))
    assert play.session is not None
    revision = ReviseDraft(draft=DRAFT, merges=(amendment,), on=play.session.on)
    return Move("decide", by("chair", decision, revision), {"amendment": amendment})


def pass_over(play: Play, amendment: str) -> Move:
    """The Chair notes that there is no consensus on an amendment, and goes on."""
    return Move("pass-over", by("chair", PassOver(question=amendment, **at(play))), {"amendment": amendment})


def rule(play: Play, upheld: bool, amendment: str = "") -> Move:
    """The Chair rules on a point of order, and may rule an amendment out of order."""
    ruling = MakeRuling(upheld=upheld, rules_out=amendment or None, **at(play))
    code = "rule-out" if amendment else "uphold" if upheld else "not-uphold"
    return Move(code, by("chair", ruling), {"amendment": amendment} if amendment else {})


def suspend(play: Play) -> Move:
    """The Chair upholds a point of order and suspends the meeting until what is missing is there again."""
    ruling = MakeRuling(upheld=True, **at(play))
    return Move("suspend", by("chair", ruling, CloseFloor(status="suspended", **at(play))))


def silence(play: Play) -> Move:
    """The draft as it stands is put under a silence procedure until the last meeting."""
    last = SESSIONS[-1]
    opened = OpenSilence(
        draft=DRAFT,
        silence_procedure=SILENCE,
        opened_by=SECRETARIAT,
        until=last.on,
        time=last.starts,
        offset=OFFSET,
        subject=said("plants", "silence"),
    )
    return Move("open-silence", by("chair", opened))


def break_silence(play: Play, role: str) -> Move:
    """A delegation breaks the silence, in time by the exercise's clock."""
    assert play.upcoming is not None
    broken = BreakSilence(
        draft=DRAFT,
        silence_procedure=SILENCE,
        party=party_of(role),
        text=said("plants", "broken-silence"),
        on=SESSIONS[-2].on,
        time=SESSIONS[-2].ends,
        offset=OFFSET,
    )
    return Move("break-silence", by(role, broken))


def adopt(play: Play) -> Move:
    """The Chair takes it that the draft is adopted by consensus; it is issued under its own symbol."""
    assert play.session is not None
    title = said("names", "draft", original=play.game.language)
    acts = (
        TakeDecision(question=DRAFT, mode="consensus", **at(play)),
        RegisterDocument(symbol=ADOPTED, kind="other", title=title, **OF),
        AdoptDraft(draft=DRAFT, document=ADOPTED, mode="consensus", on=play.session.on),
    )
    return Move("adopt", by("chair", *acts))


def declare_failure(play: Play) -> Move:
    """The Chair declares that there is no agreement: the draft is not put to a decision."""
    return Move("declare-failure", by("chair", PassOver(question=DRAFT, **at(play))))


def explain(play: Play, role: str) -> Move:
    """A delegation explains its position after the adoption."""
    assert play.session is not None
    explained = ExplainPosition(
        draft=DRAFT,
        position=f"position-{party_of(role).lower()}",
        party=party_of(role),
        kind="explanation-after",
        text=said("plants", "position"),
        on=play.session.on,
    )
    return Move("explain", by(role, explained))
