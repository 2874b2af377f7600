"""What a role may do at its turn: each move is acts, ready to be signed, and a code of words that say what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from accord.acts.values import Person
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import AdoptAgenda, AgendaItem
from accord.areas.documents.acts import RegisterDocument
from accord.areas.meetings.acts import CloseMeeting, ConveneMeeting, IntroducePaper, MakeStatement
from accord.areas.negotiation.acts import (
    AdoptDraft,
    BreakSilence,
    ExplainPosition,
    OpenSilence,
    ProposeAmendment,
    ReviseDraft,
    TranslateUnit,
)
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.changes import AmendText, SettleBracket
from accord.areas.negotiation.difference import difference
from accord.areas.procedure.acts import CloseFloor, MakeRuling, ObjectToDecision, PassOver, PutQuestion, TakeDecision
from accord.areas.speakers.acts import CallSpeaker, GiveSpeech, Inscribe, OpenList
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import (
    ADOPTED,
    AGENDA,
    BODY,
    CHAIR_NAME,
    DRAFT,
    ISSUES,
    LANGUAGES,
    LIST,
    OFFSET,
    PAPERS,
    SECRETARIAT,
    SESSIONS,
    SILENCE,
    Language,
    party_of,
)
from accord.stories.negotiation.wording import in_draft, said, word
from accord.stories.story import Said

SPEECH_S = 180
"""The time that each speaker has."""
PER_SIGN_S = 1
"""Seconds that a sign of a statement takes, as the secretariat measures it here."""
OF: dict[str, Any] = {"body": BODY}


class Move(msgspec.Struct, frozen=True):
    """Something that a role may do now."""

    code: str
    """The words for it: `exercise.move.<code>`."""
    acts: tuple[Said, ...]
    about: Mapping[str, str] = {}
    """What the words name: a party, an issue and its wording, an amendment, a paper, a meeting."""


def by(role: str, *acts: Act) -> tuple[Said, ...]:
    """Acts that a role says, signed with its own key."""
    return tuple(Said(party_of(role), act, (role,)) for act in acts)


def at(play: Play) -> dict[str, Any]:
    """The meeting in session, as acts name it."""
    assert play.session is not None
    return {"number": play.session.number, **OF}


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


def label(play: Play) -> str:
    """The label of the next amendment."""
    number = len(play.amendments) + 1
    while f"amendment-{number}" in play.amendments:
        number += 1
    return f"amendment-{number}"


def add(play: Play, role: str, issue: str, option: str) -> Move:
    """A delegation asks for a further wording, in brackets beside those that stand."""
    unit = ISSUES[issue].unit
    row = play.units[unit].current
    tabled = play.wordings[issue]
    assert tabled is not None, "only known wordings are added to"
    text = in_draft(play.game.language, unit, (*tabled, option))
    change = AmendText(unit=unit, base=row.hash, edits=difference(row.text, text))
    return Move("add", by(role, _amendment(play, role, change)), {"issue": issue, "option": option})


def settle(play: Play, role: str, issue: str, option: str) -> Move:
    """A delegation asks to settle a bracket on one of its wordings."""
    unit = ISSUES[issue].unit
    row = play.units[unit].current
    tabled = play.wordings[issue]
    assert tabled is not None, "only known wordings are settled on"
    start = brackets(row.text, slash=True)[0].start
    change = SettleBracket(unit=unit, base=row.hash, start=start, settled="agreed", option=tabled.index(option))
    return Move("settle", by(role, _amendment(play, role, change)), {"issue": issue, "option": option})


def _amendment(play: Play, role: str, change: AmendText | SettleBracket) -> ProposeAmendment:
    assert play.session is not None
    return ProposeAmendment(
        draft=DRAFT, amendment=label(play), changes=(change,), sponsors=(party_of(role),), on=play.session.on
    )


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


def merge(play: Play, amendments: tuple[str, ...]) -> Move:
    """The Chair puts additions in brackets into a revision under a symbol of its own."""
    assert play.session is not None
    symbol = f"{DRAFT}/Rev.{1 + sum(r.document is not None for r in play.negotiation.revisions.get(DRAFT, ()))}"
    title = said("names", "draft", original=play.game.language)
    registered = RegisterDocument(symbol=symbol, kind="draft", title=title, submitter="chair", **OF)
    revision = ReviseDraft(draft=DRAFT, merges=amendments, document=symbol, on=play.session.on)
    return Move("merge", by("chair", registered, revision), {"document": symbol})


def translations(play: Play) -> Iterator[Said]:
    """The translations that are out of date, of the units whose wordings are known."""
    for issue, tabled in play.wordings.items():
        if tabled is None:
            continue
        unit = ISSUES[issue].unit
        of_text = play.units[unit].current.hash
        for language in LANGUAGES:
            known = play.negotiation.translations.get(DRAFT, {}).get(f"{language}/{unit}")
            if language != play.game.language and (known is None or known.act.of_text != of_text):
                translated = TranslateUnit(
                    draft=DRAFT,
                    unit=unit,
                    language=language,
                    of_text=of_text,
                    text=in_draft(language, unit, tabled),
                    corrects=None if known is None else known.entry,
                )
                yield from by("secretariat", translated)


def corrections(play: Play) -> Iterator[Said]:
    """Right translations in place of wrong ones that somebody has pointed out by replying to them."""
    replied = play.world.parties.tables.replies
    for issue, tabled in play.wordings.items():
        unit = ISSUES[issue].unit
        for language in LANGUAGES:
            known = play.negotiation.translations.get(DRAFT, {}).get(f"{language}/{unit}")
            if known is None or tabled is None or known.entry not in replied:
                continue
            right = in_draft(language, unit, tabled)
            if known.act.text != right and known.act.of_text == play.units[unit].current.hash:
                yield from by("secretariat", msgspec.structs.replace(known.act, text=right, corrects=known.entry))


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


def called(move: Move, language: Language) -> dict[str, str]:
    """What the words of a move name, with the wording of an issue in a language."""
    about = dict(move.about)
    if "issue" in about and "option" in about:
        about["option"] = word(language, "options", about["issue"], about["option"])
        about["issue"] = word(language, "issues", move.about["issue"])
    return about
