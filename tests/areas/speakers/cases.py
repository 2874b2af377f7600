"""The cases of the rules about speakers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from accord.acts.values import Person
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import AdoptAgenda, AgendaItem
from accord.areas.meetings.acts import MakeStatement
from accord.areas.speakers.acts import (
    CallSpeaker,
    CloseList,
    GiveSpeech,
    Inscribe,
    OpenList,
    PointOfOrder,
    RecordTranslation,
    ReopenList,
    ReplyRules,
    RequestReply,
    StrikeSpeech,
    SwapPlaces,
    WaiveReply,
    WithdrawInscription,
    YieldFloor,
)
from accord.areas.speakers.rules import words_digest
from tests.areas.cases import BODY, Case, changed, common
from tests.areas.meetings.single_cases import SCHEDULE
from tests.scene import Scene, said, source

DAY = date(2015, 5, 14)

OPEN = OpenList(
    body=BODY,
    list="general",
    title=said("General exchange"),
    item=2,
    seconds=300,
    group_seconds=600,
    order=("groups-first", "levels-first"),
    replies=ReplyRules(seconds=(600, 300), when="end-of-list", rule="rule 115"),
    closes_on=DAY,
    closes_at="18:00",
    offset="+02:00",
    source=source(),
)
CLOSE = CloseList(body=BODY, list="general", on=DAY, declared_by=Person(name="A."), consent=True, source=source())
REOPEN = ReopenList(body=BODY, list="general", on=DAY, source=source())
INSCRIBE = Inscribe(body=BODY, list="general", party="ST-A", source=source())
FOR_GROUP = changed(INSCRIBE, on_behalf_of="friends")
SECOND = changed(INSCRIBE, party="ST-B")
WITHDRAW = WithdrawInscription(body=BODY, list="general", party="ST-A", source=source())
SWAP = SwapPlaces(body=BODY, list="general", party="ST-A", other="ST-B", source=source())
CALL = CallSpeaker(body=BODY, list="general", party="ST-A", on=DAY, source=source())
PASS = YieldFloor(body=BODY, list="general", party="ST-A", then="end-of-list", source=source())
SPEAK = GiveSpeech(
    body=BODY,
    speech="speech-1",
    list="general",
    party="ST-A",
    on=DAY,
    starts="10:10",
    seconds=280,
    points_of_order=(PointOfOrder(raised_by="ST-B", after_seconds=30),),
    source=source(),
)
ASK = RequestReply(body=BODY, list="general", party="ST-B", to="ST-A", source=source())
WAIVE = WaiveReply(body=BODY, list="general", party="ST-B", source=source())
REPLY = GiveSpeech(
    body=BODY, speech="reply-1", list="general", party="ST-B", on=DAY, seconds=100, reply=True, source=source()
)
STRIKE = StrikeSpeech(body=BODY, speech="speech-1", reason="by mistake")
WORDS = said("Nous avons parlé.", "fr")
STATEMENT = MakeStatement(
    body=BODY, statement="statement-1", speaker="ST-A", occasion="general-exchange", text=WORDS, source=source()
)

OPENED = (("editor", OPEN),)
CLOSED = (*OPENED, ("editor", CLOSE))
INSCRIBED = (*OPENED, ("editor", INSCRIBE))
BOTH = (*INSCRIBED, ("editor", SECOND))
CALLED = (*INSCRIBED, ("editor", CALL))
SPOKEN = (*CALLED, ("editor", SPEAK))
ASKED = (*OPENED, ("editor", ASK))
MADE = (("editor", STATEMENT),)


def translated(**fields: Any) -> Callable[[Scene], Act]:
    """A translation of the statement said last."""

    def make(scene: Scene) -> Act:
        made = scene.world.meetings.tables.statements.get(f"{BODY}/statement-1")
        act = RecordTranslation(
            body=BODY,
            statement="statement-1",
            entry=0 if made is None else made.entry,
            digest=words_digest(WORDS),
            language="en",
            words="We have spoken.",
            source=source(),
        )
        return changed(act, **fields)

    return make


HOLDS = (
    Case("may_open", "a recorder says that a list was opened", OPEN),
    Case("may_close", "the list is closed", CLOSE, before=OPENED),
    Case("may_reopen", "the list is open again", REOPEN, before=CLOSED),
    Case("may_inscribe", "a recorder says who was inscribed", INSCRIBE, before=OPENED),
    Case("may_withdraw", "a speaker is off the list", WITHDRAW, before=INSCRIBED),
    Case("may_swap", "a recorder says that two exchanged places", SWAP, before=BOTH),
    Case("may_call", "a speaker has the floor", CALL, before=INSCRIBED),
    Case("may_yield", "a speaker who was called passes", PASS, before=CALLED),
    Case("may_speak", "a speaker who was called speaks", SPEAK, before=CALLED),
    Case("may_strike_speech", "the recorder strikes a speech", STRIKE, before=SPOKEN),
    Case("may_ask", "a recorder says who asked for its right of reply", ASK, before=OPENED),
    Case("may_waive", "a party no longer wants to reply", WAIVE, before=ASKED),
    Case("may_translate", "a recorder gives a translation", translated(), before=MADE),
)

AGENDA = AdoptAgenda(body=BODY, items=(AgendaItem(number=1, title=said("Opening")),), source=source())
LATE = changed(INSCRIBE, late=True)

CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("speakers", holds)),
    # Lists.
    Case("may_open", "about nothing", changed(OPEN, title=None, item=None), "about-nothing"),
    Case("may_open", "on a theme", changed(OPEN, title=None, item=None, theme="theme-a")),
    Case("may_open", "an item that the agenda has not", OPEN, "no-such-item", before=(("editor", AGENDA),)),
    Case("may_open", "no item under an agenda", changed(OPEN, item=None), before=(("editor", AGENDA),)),
    Case("may_open", "of a meeting that is not scheduled", changed(OPEN, number=1), "no-such-meeting"),
    Case("may_open", "of a meeting", changed(OPEN, number=1), before=(("editor", SCHEDULE),)),
    Case("may_open", "an order twice", changed(OPEN, order=("groups-first", "groups-first")), "named-twice"),
    Case("may_open", "closing at a time without a day", changed(OPEN, closes_on=None), "no-day"),
    Case("may_open", "closing at a time without an offset", changed(OPEN, offset=None), "no-offset"),
    Case("may_close", "no such list", CLOSE, "no-such-list"),
    Case("may_close", "closed twice", CLOSE, "list-closed", before=CLOSED),
    Case("may_close", "closed again after it was open again", CLOSE, before=(*CLOSED, ("editor", REOPEN))),
    Case("may_reopen", "no such list", REOPEN, "no-such-list"),
    Case("may_reopen", "an open list", REOPEN, "list-open", before=OPENED),
    # Inscriptions.
    Case("may_inscribe", "no such list", INSCRIBE, "no-such-list"),
    Case("may_inscribe", "a party from nowhere", changed(INSCRIBE, party="ST-0"), "unknown-party", before=OPENED),
    Case("may_inscribe", "for a State", changed(INSCRIBE, on_behalf_of="ST-B"), "not-a-group", before=OPENED),
    Case("may_inscribe", "for nobody", changed(INSCRIBE, on_behalf_of="none"), "unknown-party", before=OPENED),
    Case("may_inscribe", "twice", INSCRIBE, "already-inscribed", before=INSCRIBED),
    Case("may_inscribe", "while it has the floor", INSCRIBE, "already-inscribed", before=CALLED),
    Case("may_inscribe", "for itself and for a group", FOR_GROUP, before=INSCRIBED),
    Case("may_inscribe", "a second time after it spoke", INSCRIBE, before=SPOKEN),
    Case("may_inscribe", "a party inscribes itself", changed(INSCRIBE, source=None), by="ST-A", before=OPENED),
    Case("may_inscribe", "after the list was closed", INSCRIBE, "list-closed", before=CLOSED),
    Case("may_inscribe", "by decision while the list is open", LATE, "list-open", before=OPENED),
    Case("may_inscribe", "by decision after it was closed", LATE, before=CLOSED),
    Case("may_inscribe", "a party admits itself", changed(LATE, source=None), "not-a-recorder", "ST-A", CLOSED),
    Case("may_withdraw", "no such list", WITHDRAW, "no-such-list"),
    Case("may_withdraw", "a party that is not inscribed", WITHDRAW, "not-inscribed", before=OPENED),
    Case(
        "may_withdraw",
        "an inscription for the group",
        WITHDRAW,
        "not-inscribed",
        before=(*OPENED, ("editor", FOR_GROUP)),
    ),
    Case("may_withdraw", "one that has the floor", WITHDRAW, "not-inscribed", before=CALLED),
    Case("may_withdraw", "a party itself", changed(WITHDRAW, source=None), by="ST-A", before=INSCRIBED),
    # Places.
    Case("may_swap", "no such list", SWAP, "no-such-list"),
    Case("may_swap", "one that is not inscribed", SWAP, "not-inscribed", before=OPENED),
    Case("may_swap", "with one that is not inscribed", SWAP, "not-inscribed", before=INSCRIBED),
    Case("may_swap", "with itself", changed(SWAP, other="ST-A"), "one-and-the-same", before=INSCRIBED),
    Case("may_swap", "one of the two agrees", changed(SWAP, source=None), by="ST-A", before=BOTH),
    Case("may_call", "no such list", CALL, "no-such-list"),
    Case("may_call", "one that is not inscribed", CALL, "not-inscribed", before=OPENED),
    Case(
        "may_call",
        "while another has the floor",
        changed(CALL, party="ST-B"),
        "floor-taken",
        before=(*BOTH, ("editor", CALL)),
    ),
    Case("may_call", "a party calls itself", changed(CALL, source=None), "not-a-recorder", "ST-A", INSCRIBED),
    Case("may_yield", "no such list", PASS, "no-such-list"),
    Case("may_yield", "one that is not inscribed", PASS, "not-inscribed", before=OPENED),
    Case("may_yield", "one that waits, and keeps its place", changed(PASS, then="keeps-place"), before=INSCRIBED),
    # Speeches.
    Case("may_speak", "a party from nowhere", changed(SPEAK, party="ST-0"), "unknown-party", before=CALLED),
    Case(
        "may_speak",
        "a point of order from nowhere",
        changed(SPEAK, points_of_order=(PointOfOrder(raised_by="ST-0"),)),
        "unknown-party",
        before=CALLED,
    ),
    Case("may_speak", "for a State", changed(SPEAK, on_behalf_of="ST-B"), "not-a-group", before=CALLED),
    Case("may_speak", "at no meeting", changed(SPEAK, number=1), "no-such-meeting", before=CALLED),
    Case(
        "may_speak",
        "a statement that is not recorded",
        changed(SPEAK, statement="statement-1"),
        "no-such-statement",
        before=CALLED,
    ),
    Case("may_speak", "a statement that is recorded", changed(SPEAK, statement="statement-1"), before=(*MADE, *CALLED)),
    Case("may_speak", "a point of order after the end", changed(SPEAK, seconds=20), "after-the-speech", before=CALLED),
    Case("may_speak", "no such list", SPEAK, "no-such-list"),
    Case("may_speak", "without being called", SPEAK, "not-called", before=INSCRIBED),
    Case(
        "may_speak",
        "a correction moves it to another list",
        lambda s: changed(SPEAK, list=None, corrects=s.last),
        "another-speech",
        before=SPOKEN,
    ),
    Case(
        "may_speak",
        "a party tells of a speech of its own on no list",
        changed(SPEAK, list=None, source=None),
        by="ST-A",
    ),
    Case(
        "may_speak",
        "a party tells of its own speech on a list",
        changed(SPEAK, source=None),
        "not-a-recorder",
        "ST-A",
        CALLED,
    ),
    Case("may_speak", "a reply that was asked for", REPLY, before=ASKED),
    Case("may_speak", "a reply that was not asked for", REPLY, "no-reply-asked", before=OPENED),
    Case("may_speak", "a reply while others wait", REPLY, "list-not-finished", before=(*ASKED, ("editor", INSCRIBE))),
    Case(
        "may_speak",
        "a reply while others wait, where the rules say so",
        REPLY,
        before=(
            ("editor", changed(OPEN, replies=ReplyRules(seconds=(600,), when="end-of-day"))),
            ("editor", ASK),
            ("editor", INSCRIBE),
        ),
    ),
    Case("may_strike_speech", "nothing to strike", STRIKE, "no-such-record"),
    Case("may_strike_speech", "another recorder", STRIKE, "not-the-recorder", "editor-2", SPOKEN),
    Case("may_strike_speech", "a speech on no list", STRIKE, before=(("editor", changed(SPEAK, list=None)),)),
    Case("may_strike_speech", "a reply", changed(STRIKE, speech="reply-1"), before=(*ASKED, ("editor", REPLY))),
    # Replies.
    Case("may_ask", "no such list", ASK, "no-such-list"),
    Case("may_ask", "to nobody known", changed(ASK, to="ST-0"), "unknown-party", before=OPENED),
    Case("may_ask", "a party asks itself", changed(ASK, source=None), by="ST-B", before=OPENED),
    Case("may_ask", "asked for twice", ASK, "already-asked", before=ASKED),
    Case(
        "may_ask",
        "a third reply",
        ASK,
        "no-reply-left",
        before=(*ASKED, ("editor", REPLY), ("editor", ASK), ("editor", changed(REPLY, speech="reply-2"))),
    ),
    Case("may_ask", "a second reply", ASK, before=(*ASKED, ("editor", REPLY))),
    Case("may_ask", "a list without rules of reply", ASK, before=(("editor", changed(OPEN, replies=None)),)),
    Case("may_waive", "no such list", WAIVE, "no-such-list"),
    Case("may_waive", "nothing asked for", WAIVE, "no-reply-asked", before=OPENED),
    # Translations.
    Case("may_translate", "a statement that is not recorded", translated(), "no-such-statement"),
    Case("may_translate", "another entry", translated(entry=0), "not-the-current-entry", before=MADE),
    Case(
        "may_translate",
        "a statement without words",
        translated(),
        "no-words",
        before=(("editor", changed(STATEMENT, text=None)),),
    ),
    Case("may_translate", "other words", translated(digest="0" * 64), "other-words", before=MADE),
    Case("may_translate", "into its own language", translated(language="fr"), "not-a-translation", before=MADE),
    Case("may_translate", "the speaker translates", translated(source=None), by="ST-A", before=MADE),
    Case(
        "may_translate",
        "the speaker calls it official",
        translated(source=None, is_official=True),
        "not-official",
        by="ST-A",
        before=MADE,
    ),
    Case(
        "may_translate",
        "an official translation",
        translated(source=None, is_official=True),
        by="secretariat",
        before=MADE,
    ),
)
