"""The cases of the rules about bodies."""

from __future__ import annotations

from datetime import date

from accord.acts.values import Person
from accord.areas.bodies.acts import (
    AdoptAgenda,
    AgendaItem,
    DecideModalities,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    ReleaseFriend,
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

FRIEND = (("editor", NAME),)

HOLDS = (
    Case("may_establish", "a recorder establishes a body with its source", ESTABLISH),
    Case("may_service", "a recorder says who provides support", SERVICE),
    Case("may_elect", "a recorder says who was elected", ELECT),
    Case("may_name", "a recorder names a Friend of the Chair", NAME),
    Case("may_release", "the recorder releases a Friend of the Chair", RELEASE, before=FRIEND),
    Case("may_adopt", "a recorder says what agenda was adopted", AGENDA),
    Case("may_decide", "a recorder says who takes part", DECIDE),
)

CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("bodies", holds)),
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
    Case("may_decide", "a kind twice", changed(DECIDE, admitted=("academia", "academia")), "named-twice"),
)
