"""Moves of meetings: convened and closed, agenda and lists, speeches, papers introduced."""

from __future__ import annotations

from accord.acts.values import Person
from accord.areas.bodies.acts import AdoptAgenda, AgendaItem
from accord.areas.meetings.acts import CloseMeeting, ConveneMeeting, IntroducePaper, MakeStatement
from accord.areas.speakers.acts import CallSpeaker, GiveSpeech, Inscribe, OpenList
from accord.stories.negotiation.moves import OF, Move, at, by
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import (
    AGENDA,
    BODY,
    CHAIR_NAME,
    LIST,
    PAPERS,
    SESSIONS,
    party_of,
)
from accord.stories.negotiation.wording import said

SPEECH_S = 180
"""The time that each speaker has."""
PER_SIGN_S = 1
"""Seconds that a sign of a statement takes, as the secretariat measures it here."""


def convene(play: Play) -> Move:
    """The secretariat calls the next meeting to order, or resumes it."""
    session = play.upcoming
    assert session is not None
    sittings = play.world.meetings.tables.sittings.get(f"{BODY}/{session.number}", ())
    time = (sittings[-1].end[1] or session.starts) if sittings else session.starts
    convened = ConveneMeeting(number=session.number, on=session.on, time=time, presiding=Person(name=CHAIR_NAME), **OF)
    return Move("convene", by("secretariat", convened), {"meeting": str(session.number)})


def close(play: Play) -> Move:
    """The secretariat records that the meeting rose, or was suspended."""
    how = "suspended" if play.floor.state == "suspended" else "rose"
    closed = CloseMeeting(how=how, time=play.clock, **at(play))  # type: ignore[arg-type]
    return Move("close-meeting", by("secretariat", closed), {"meeting": str(at(play)["number"])})


def agenda(play: Play) -> Move:
    """The agenda is adopted."""
    items = tuple(AgendaItem(number=n, title=said("items", str(n))) for n in range(1, len(SESSIONS) + 1))
    adopted = AdoptAgenda(document=AGENDA, on=SESSIONS[0].on, items=items, **OF)
    return Move("adopt-agenda", by("chair", adopted))


def open_list(play: Play) -> Move:
    """The list of speakers is opened."""
    opened = OpenList(list=LIST, item=2, number=1, seconds=SPEECH_S, **OF)
    return Move("open-list", by("secretariat", opened))


def inscribe(role: str) -> Move:
    """A delegation asks for the floor."""
    return Move("inscribe", by(role, Inscribe(list=LIST, party=party_of(role), **OF)))


def call(play: Play, party: str) -> Move:
    """The Chair gives the floor."""
    called = CallSpeaker(list=LIST, party=party, on=SESSIONS[0].on, time=play.clock, **OF)
    return Move("call", by("chair", called), {"party": party})


def state(role: str) -> Move:
    """A delegation makes its statement."""
    name = role if role == "observer" else party_of(role)
    made = MakeStatement(
        statement=f"statement-{name.lower()}",
        speaker=party_of(role),
        occasion="general-exchange",
        days=(SESSIONS[0].on,),
        text=said("statements", name),
        **OF,
    )
    return Move("state", by(role, made))


def speech(play: Play, party: str) -> Move:
    """The secretariat records the speech and its time: a second for each sign of the statement, at most the limit."""
    made = next((f for f in play.world.meetings.tables.statements.values() if f.act.speaker == party), None)
    spoken = "" if made is None or made.act.text is None else made.act.text.words("en")[0]
    seconds = min(max(len(spoken) * PER_SIGN_S, 30), SPEECH_S)
    given = GiveSpeech(
        speech=f"speech-{party.lower()}",
        list=LIST,
        party=party,
        on=SESSIONS[0].on,
        starts=play.clock,
        seconds=seconds,
        statement=None if made is None else made.act.statement,
        **at(play),
    )
    return Move("record-speech", by("secretariat", given), {"party": party})


def introduce(play: Play, paper: str) -> Move:
    """A sponsor introduces its working paper."""
    symbol, sponsors = PAPERS[paper]
    assert play.session is not None
    introduced = IntroducePaper(
        introduction=f"introduction-{paper}",
        introducers=sponsors[:1],
        on_behalf_of=sponsors[1:],
        days=(play.session.on,),
        document=symbol,
        **OF,
    )
    return Move("introduce", by(sponsors[0], introduced), {"document": symbol})
