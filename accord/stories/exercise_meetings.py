"""The meetings of the exercise: a programme of work, three meetings, a list of speakers to its end, a reply, times.

Arvenia speaks for a group and is called first; Belmora and Cordessa exchange places; one speech is over the
limit, one is interrupted by a point of order, one is answered; a statement is translated twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from accord.acts.values import Language, Person, Text
from accord.areas.meetings.acts import (
    AdoptProgramme,
    CloseMeeting,
    ConveneMeeting,
    MakeStatement,
    PostponeMeeting,
    ProgrammeSlot,
    RecordAttendance,
    ScheduleMeeting,
    SingleKind,
)
from accord.areas.parties.acts import EnterParty
from accord.areas.speakers.acts import (
    CallSpeaker,
    CloseList,
    GiveSpeech,
    Inscribe,
    OpenList,
    PointOfOrder,
    RecordTranslation,
    ReplyRules,
    RequestReply,
    SwapPlaces,
)
from accord.areas.speakers.rules import words_digest
from accord.stories.exercise_proposals import Cast
from accord.stories.story import Said, text

FIRST, SECOND, FOURTH = date(2032, 3, 1), date(2032, 3, 2), date(2032, 3, 4)
CLOCKS = "+01:00"
OBSERVER = "lake-society"
STATED_AT = 51
"""The entry in which Belmora makes the statement that is translated; a test counts it."""
CHAIR = Person(name="Mira Tolvane")
LIST: dict[str, Any] = {"list": "general-exchange"}


def met(cast: Cast, group: str) -> Iterator[Said]:
    """The meetings from the programme of work to the last reply."""
    yield from _planned(cast)
    yield from _sat(cast, 1, FIRST, "10:05", "11:20")
    yield from _listed(cast, group)
    meeting = {"number": 2, **cast.of}
    yield Said(
        cast.secretariat,
        ConveneMeeting(on=SECOND, time="10:00", presiding=CHAIR, presiding_state=cast.cordessa, **meeting),
    )
    yield from _spoken(cast, group)
    yield Said(cast.secretariat, CloseMeeting(how="rose", time="12:40", **meeting))
    for state, signer in ((cast.arvenia, cast.arvenia), (cast.belmora, cast.key), (cast.cordessa, cast.cordessa)):
        yield Said(state, RecordAttendance(party=state, category="state", **meeting), signed=(signer,))
    yield Said(cast.secretariat, RecordAttendance(party=OBSERVER, category="civil-society", **meeting))
    yield from _sat(cast, 3, FOURTH, "15:00", "16:30")


def _planned(cast: Cast) -> Iterator[Said]:
    """Three meetings are announced, the programme is adopted, one meeting moves, and the programme follows it."""
    venue = {"venue": _VENUE, "access": "open", "offset": CLOCKS, **cast.of}
    plan: tuple[tuple[int, SingleKind, date, str, str, tuple[int, ...]], ...] = (
        (1, "organizational", FIRST, "10:00", "13:00", (1,)),
        (2, "plenary", SECOND, "10:00", "13:00", (2,)),
        (3, "plenary", date(2032, 3, 3), "15:00", "18:00", (2, 3)),
    )
    for number, kind, on, starts, ends, items in plan:
        yield Said(
            cast.secretariat,
            ScheduleMeeting(number=number, kind=kind, on=on, starts=starts, ends=ends, items=items, **venue),
        )
    slots = (
        ProgrammeSlot(day=FIRST, part="morning", number=1, items=(1,)),
        ProgrammeSlot(day=SECOND, part="morning", number=2, items=(2,), title=_EXCHANGE),
        ProgrammeSlot(day=date(2032, 3, 3), part="afternoon", number=3, items=(2, 3)),
    )
    yield Said(cast.secretariat, AdoptProgramme(on=FIRST, slots=slots, **cast.of))
    moved = PostponeMeeting(number=3, to=FOURTH, starts="15:00", ends="18:00", offset=CLOCKS, **cast.of)
    yield Said(cast.secretariat, moved)
    later = ProgrammeSlot(day=FOURTH, part="afternoon", number=3, items=(2, 3))
    revised = AdoptProgramme(revision=1, on=SECOND, slots=(*slots[:2], later), **cast.of)
    yield Said(cast.secretariat, revised)


def _sat(cast: Cast, number: int, on: date, opened: str, rose: str) -> Iterator[Said]:
    meeting = {"number": number, **cast.of}
    yield Said(
        cast.secretariat,
        ConveneMeeting(on=on, time=opened, presiding=CHAIR, presiding_state=cast.cordessa, **meeting),
    )
    yield Said(cast.secretariat, CloseMeeting(how="rose", time=rose, **meeting))


def _listed(cast: Cast, group: str) -> Iterator[Said]:
    """The list is opened; States inscribe themselves, the secretariat an observer; two exchange places; it closes."""
    of = {**LIST, **cast.of}
    yield Said(cast.secretariat, EnterParty(party=OBSERVER, kind="civil-society", name=_SOCIETY))
    replies = ReplyRules(seconds=(600, 300), when="end-of-list", rule="XA/AC.7/2, para. 4")
    yield Said(
        cast.secretariat,
        OpenList(
            title=_EXCHANGE,
            item=2,
            number=2,
            seconds=300,
            group_seconds=480,
            order=("groups-first", "states-first"),
            replies=replies,
            closes_on=FIRST,
            closes_at="18:00",
            offset=CLOCKS,
            **of,
        ),
    )
    yield Said(cast.secretariat, Inscribe(party=OBSERVER, **of))
    yield Said(cast.belmora, Inscribe(party=cast.belmora, **of), signed=(cast.key,))
    yield Said(cast.cordessa, Inscribe(party=cast.cordessa, **of))
    yield Said(cast.arvenia, Inscribe(party=cast.arvenia, on_behalf_of=group, **of))
    yield Said(cast.belmora, SwapPlaces(party=cast.belmora, other=cast.cordessa, **of), signed=(cast.key,))
    yield Said(cast.cordessa, SwapPlaces(party=cast.cordessa, other=cast.belmora, **of))
    yield Said(cast.secretariat, CloseList(on=FIRST, time="18:00", declared_by=CHAIR, consent=True, **of))


def _spoken(cast: Cast, group: str) -> Iterator[Said]:
    of = {**LIST, "on": SECOND, **cast.of}
    heard: dict[str, Any] = {"number": 2, **of}
    stated = MakeStatement(
        statement="statement-4",
        speaker=cast.belmora,
        occasion="general-exchange",
        days=(SECOND,),
        place=4,
        text=_STATED,
        **cast.of,
    )
    point = (PointOfOrder(raised_by=cast.cordessa, after_seconds=120),)
    arvenia, belmora, cordessa = cast.arvenia, cast.belmora, cast.cordessa
    for label, party, starts, seconds, more in (
        (
            "speech-1",
            arvenia,
            "10:05",
            470,
            {"on_behalf_of": group, "points_of_order": point, "statement": "statement-2"},
        ),
        ("speech-2", cordessa, "10:14", 330, {"statement": "statement-3"}),
        ("speech-3", belmora, "10:21", 240, {"statement": "statement-4"}),
        ("speech-4", OBSERVER, "10:26", 180, {}),
    ):
        speech = GiveSpeech(speech=label, party=party, starts=starts, seconds=seconds, **more, **heard)
        yield Said(cast.secretariat, CallSpeaker(party=party, on_behalf_of=speech.on_behalf_of, **of))
        if party == cast.belmora:
            yield Said(cast.belmora, stated, signed=(cast.key,))
        yield Said(cast.secretariat, speech)
    asked = RequestReply(party=cast.belmora, to=cast.cordessa, **LIST, **cast.of)
    yield Said(cast.belmora, asked, signed=(cast.key,))
    reply = GiveSpeech(speech="reply-1", party=cast.belmora, starts="12:30", seconds=95, reply=True, **heard)
    yield Said(cast.secretariat, reply)
    translated = {"statement": "statement-4", "entry": STATED_AT, "digest": words_digest(_STATED), **cast.of}
    official = RecordTranslation(language="en", words=_ENGLISH, is_official=True, **translated)
    yield Said(cast.secretariat, official)
    own = RecordTranslation(language="es", words=_SPANISH, **translated)
    yield Said(cast.belmora, own, signed=(cast.key,))


def _said(ar: str, zh: str, en: str, fr: str, ru: str, es: str) -> Text:
    return text({"ar": ar, "zh": zh, "en": en, "fr": fr, "ru": ru, "es": es})


_FRENCH: Language = "fr"
_STATED = Text(
    original=_FRENCH,
    said={_FRENCH: "Nous proposons que la première étape commence par un échange de données."},
)
_ENGLISH = "We propose that the first step begin with an exchange of data."
_SPANISH = "Proponemos que la primera etapa comience con un intercambio de datos."
_VENUE = _said("قاعة البحيرة", "湖滨会议厅", "Lake Hall", "Salle du Lac", "Озёрный зал", "Sala del Lago")
_EXCHANGE = _said(
    "تبادل عام لوجهات النظر",
    "一般性意见交换",
    "General exchange of views",
    "Échange de vues général",
    "Общий обмен мнениями",
    "Intercambio general de opiniones",
)
_SOCIETY = _said(
    "جمعية البحيرة",
    "湖区协会",
    "Lake Society",
    "Société du lac",
    "Озёрное общество",
    "Sociedad del Lago",
)
