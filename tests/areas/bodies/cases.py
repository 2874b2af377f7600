"""The cases of the rules about bodies."""

from __future__ import annotations

from datetime import date

from accord.acts.values import Person
from accord.areas.bodies.acts import (
    AdoptAgenda,
    AgendaItem,
    ContinueBody,
    DecideModalities,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    RecordCapacity,
    ReleaseFriend,
    ReleaseOfficer,
    ServiceBody,
)
from tests.areas.cases import BODY, Case, changed, common
from tests.scene import said, source

ESTABLISH = EstablishBody(body="AC.901", name=said("Another group"), resolution="A/RES/69/901", source=source())
SERVICE = ServiceBody(body=BODY, provider=said("An office"), source=source())
ELECT = ElectOfficer(
    body=BODY, office="chair", person=Person(name="A. Person"), state="ST-A", mode="acclamation", source=source()
)
NAME = NameFriend(body=BODY, state="ST-A", place=1, source=source())
RELEASE = ReleaseFriend(body=BODY, state="ST-A", source=source())
AGENDA = AdoptAgenda(
    body=BODY,
    on=date(2015, 3, 14),
    items=(AgendaItem(number=1, title=said("Opening")), AgendaItem(number=2, title=said("Report"))),
    source=source(),
)
DECIDE = DecideModalities(body=BODY, admitted=("civil-society",), source=source())
OBSERVES = RecordCapacity(body=BODY, party="ST-Z", capacity="observer", rights=("points-of-order",), source=source())

FRIEND = (("editor", NAME),)
CHAIR = (("editor", ELECT),)
LEAVE = ReleaseOfficer(body=BODY, office="chair", source=source())
VICE = changed(ELECT, office="vice-chair", person=Person(name="B. Person"))
OTHER = changed(VICE, person=Person(name="C. Person"), state="ST-B")
BOTH = (("editor", VICE), ("editor", OTHER))
NEXT = changed(ESTABLISH, body="AC.900-2016")
THIRD = changed(ESTABLISH, body="AC.900-2017")
CONTINUE = ContinueBody(body="AC.900-2016", of=BODY, source=source())
SESSION = (("editor", NEXT), ("editor", CONTINUE))

HOLDS = (
    Case("may_establish", "a recorder establishes a body with its source", ESTABLISH),
    Case("may_continue", "a recorder says of what body another is a session", CONTINUE, before=(("editor", NEXT),)),
    Case("may_release_officer", "the recorder releases the Chair", LEAVE, before=CHAIR),
    Case("may_service", "a recorder says who provides support", SERVICE),
    Case("may_elect", "a recorder says who was elected", ELECT),
    Case("may_name", "a recorder names a Friend of the Chair", NAME),
    Case("may_release", "the recorder releases a Friend of the Chair", RELEASE, before=FRIEND),
    Case("may_adopt", "a recorder says what agenda was adopted", AGENDA),
    Case("may_decide", "a recorder says who takes part", DECIDE),
    Case("may_record_capacity", "a recorder says that a State observes", OBSERVES),
)

CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("bodies", holds)),
    Case("may_continue", "of a body that is not established", changed(CONTINUE, of="none"), "unknown-body"),
    Case("may_continue", "a session of itself", changed(CONTINUE, body=BODY), "a-session-itself"),
    Case(
        "may_continue",
        "a session of a session",
        changed(CONTINUE, body="AC.900-2017", of="AC.900-2016"),
        "a-session-itself",
        before=(*SESSION, ("editor", THIRD)),
    ),
    Case(
        "may_continue",
        "a body that has sessions becomes one",
        changed(CONTINUE, body=BODY, of="AC.900-2017"),
        "a-session-itself",
        before=(*SESSION, ("editor", THIRD)),
    ),
    Case("may_elect", "a second vice-chair beside the first", OTHER, before=(("editor", VICE),)),
    Case("may_elect", "a vice-chair twice", OTHER, "already-recorded", before=BOTH),
    Case(
        "may_elect",
        "a second vice-chair is corrected",
        lambda s: changed(OTHER, state="ST-A", corrects=s.last),
        before=BOTH,
    ),
    Case(
        "may_elect", "a second Chair", changed(ELECT, person=Person(name="C. Person")), "already-recorded", before=CHAIR
    ),
    Case("may_release_officer", "nobody holds the office", LEAVE, "not-an-officer"),
    Case(
        "may_release_officer", "one of two, unnamed", changed(LEAVE, office="vice-chair"), "not-an-officer", before=BOTH
    ),
    Case(
        "may_release_officer", "one of two, by name", changed(LEAVE, office="vice-chair", name="C. Person"), before=BOTH
    ),
    Case(
        "may_release_officer",
        "someone else of that office",
        changed(LEAVE, name="C. Person"),
        "not-an-officer",
        before=CHAIR,
    ),
    Case("may_release_officer", "another recorder releases", LEAVE, "not-the-recorder", by="editor-2", before=CHAIR),
    Case("may_elect", "elected again after release", ELECT, before=(*CHAIR, ("editor", LEAVE))),
    Case("may_elect", "an officer of an unknown State", changed(ELECT, state="ST-0"), "unknown-party"),
    Case("may_name", "a friend from an unknown State", changed(NAME, state="ST-0"), "unknown-party"),
    Case("may_name", "a State names itself", changed(NAME, source=None), by="ST-A"),
    Case(
        "may_name", "a State corrects its own place", lambda s: changed(NAME, corrects=s.last), by="ST-A", before=FRIEND
    ),
    Case("may_name", "a State names another", changed(NAME, source=None), "not-a-recorder", by="ST-B"),
    Case("may_release", "nobody to release", RELEASE, "not-a-friend"),
    Case("may_release", "a State releases itself", changed(RELEASE, source=None), by="ST-A", before=FRIEND),
    Case("may_release", "another recorder releases", RELEASE, "not-the-recorder", by="editor-2", before=FRIEND),
    Case("may_release", "released twice", RELEASE, "not-a-friend", before=(*FRIEND, ("editor", RELEASE))),
    Case("may_name", "named again after release", NAME, before=(*FRIEND, ("editor", RELEASE))),
    Case("may_adopt", "items with a gap", changed(AGENDA, items=AGENDA.items[1:]), "items-out-of-order"),
    Case("may_adopt", "items in another order", changed(AGENDA, items=AGENDA.items[::-1]), "items-out-of-order"),
    Case("may_record_capacity", "of a party nobody knows", changed(OBSERVES, party="ST-0"), "unknown-party"),
    Case("may_record_capacity", "a right twice", changed(OBSERVES, rights=("motions", "motions")), "named-twice"),
    Case("may_record_capacity", "a member, with rights", changed(OBSERVES, capacity="member"), "rights-of-a-member"),
    Case("may_record_capacity", "a member", changed(OBSERVES, capacity="member", rights=())),
    Case("may_decide", "a kind twice", changed(DECIDE, admitted=("academia", "academia")), "named-twice"),
)
