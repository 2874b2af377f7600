"""The cases of the rules about meetings."""

from __future__ import annotations

from datetime import date

from accord.acts.values import Person
from accord.areas.meetings.acts import (
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    IntroducePaper,
    MakeStatement,
    Panellist,
    StrikeRecord,
    SubmitViews,
)
from tests.areas.cases import BODY, PAPER, Case, changed, common
from tests.areas.meetings.single_cases import CASES as SINGLE
from tests.scene import said, source

HOLD = HoldMeetings(
    body=BODY,
    meeting="meeting-1",
    kind="substantive",
    first=date(2015, 5, 14),
    last=date(2015, 5, 24),
    venue=said("Geneva"),
    source=source(),
)
PANEL = HoldPanel(
    body=BODY,
    panel="panel-a",
    title=said("On steps"),
    moderator=Person(name="B. Person"),
    moderator_state="ST-A",
    panellists=(Panellist(person=Person(name="C. Person"), affiliation="ST-B"), Panellist(person=Person(name="D."))),
    source=source(),
)
STATE = MakeStatement(
    body=BODY,
    statement="statement-1",
    speaker="ST-A",
    on_behalf_of="friends",
    occasion="general-exchange",
    days=(date(2015, 5, 14),),
    source=source(),
)
OFFICIAL = MakeStatement(
    body=BODY, statement="statement-2", official=said("A high official"), occasion="address", source=source()
)
INTRODUCE = IntroducePaper(
    body=BODY,
    introduction="introduction-1",
    introducers=("ST-A",),
    on_behalf_of=("ST-A", "ST-C"),
    document=PAPER,
    inferred=True,
    source=source(),
)
SUBMIT = SubmitViews(body=BODY, submitter="ST-A", source=source())
DISCUSS = DiscussTheme(
    body=BODY,
    theme="theme-a",
    title=said("Approaches"),
    facilitator=Person(name="E. Person"),
    facilitator_state="ST-B",
    source=source(),
)
STRIKE = StrikeRecord(body=BODY, register="statement", label="statement-1", reason="not in the paper")

SPOKE = (("editor", STATE),)

HOLDS = (
    Case("may_hold", "a recorder says when a body met", HOLD),
    Case("may_hold_panel", "a recorder says who spoke on a panel", PANEL),
    Case("may_state", "a recorder says that a party spoke", STATE),
    Case("may_introduce", "a recorder says who introduced a paper", INTRODUCE),
    Case("may_submit", "a recorder says who submitted a paper", SUBMIT),
    Case("may_discuss", "a recorder says which theme was discussed", DISCUSS),
    Case("may_strike", "the recorder strikes a record", STRIKE, before=SPOKE),
)

CASES = (
    *SINGLE,
    *HOLDS,
    *(case for holds in HOLDS for case in common("meetings", holds)),
    Case("may_hold", "it ends before it begins", changed(HOLD, last=date(2015, 5, 13)), "ends-before-it-begins"),
    Case("may_hold", "it lasts one day", changed(HOLD, last=HOLD.first)),
    Case("may_hold_panel", "a moderator from nowhere", changed(PANEL, moderator_state="ST-0"), "unknown-party"),
    Case(
        "may_hold_panel",
        "a panellist of no known body",
        changed(PANEL, panellists=(Panellist(person=Person(name="F."), affiliation="nobody"),)),
        "unknown-party",
    ),
    Case(
        "may_hold_panel",
        "a panellist of two bodies of which one is not known",
        changed(PANEL, panellists=(Panellist(person=Person(name="F."), affiliations=("ST-A", "nobody")),)),
        "unknown-party",
    ),
    Case("may_state", "nobody spoke", changed(STATE, speaker=None), "one-speaker"),
    Case("may_state", "a party and an official spoke at once", changed(STATE, official=said("Head")), "one-speaker"),
    Case("may_state", "an official spoke", OFFICIAL),
    Case("may_state", "a speaker from nowhere", changed(STATE, speaker="ST-0"), "unknown-party"),
    Case("may_state", "on behalf of an unknown group", changed(STATE, on_behalf_of="nobody"), "unknown-party"),
    Case("may_state", "a party speaks for itself", changed(STATE, source=None), by="ST-A"),
    Case(
        "may_state", "a party puts words in another's mouth", changed(STATE, source=None), "not-a-recorder", by="ST-B"
    ),
    Case(
        "may_state",
        "the speaker corrects the record",
        lambda s: changed(STATE, source=None, corrects=s.last),
        by="ST-A",
        before=SPOKE,
    ),
    Case(
        "may_state",
        "a party takes over another's statement",
        lambda s: changed(STATE, speaker="ST-B", source=None, corrects=s.last),
        "not-the-recorder",
        by="ST-B",
        before=SPOKE,
    ),
    Case("may_introduce", "nobody introduced", changed(INTRODUCE, introducers=()), "one-introducer"),
    Case("may_introduce", "the Chair and a party", changed(INTRODUCE, by_chair=True), "one-introducer"),
    Case("may_introduce", "the Chair", changed(INTRODUCE, by_chair=True, introducers=(), on_behalf_of=())),
    Case(
        "may_introduce",
        "on behalf of a State from nowhere",
        changed(INTRODUCE, on_behalf_of=("ST-0",)),
        "unknown-party",
    ),
    Case(
        "may_introduce",
        "a paper that is not registered",
        changed(INTRODUCE, document="A/AC.900/WP.9"),
        "unknown-document",
    ),
    Case("may_introduce", "an inference about no paper", changed(INTRODUCE, document=None), "nothing-inferred"),
    Case("may_introduce", "a party introduces its paper", changed(INTRODUCE, source=None), by="ST-A"),
    Case(
        "may_introduce",
        "a party takes over another's introduction",
        lambda s: changed(INTRODUCE, introducers=("ST-B",), source=None, corrects=s.last),
        "not-the-recorder",
        by="ST-B",
        before=(("editor", INTRODUCE),),
    ),
    Case("may_submit", "a submitter from nowhere", changed(SUBMIT, submitter="nobody"), "unknown-party"),
    Case("may_submit", "a party submits", changed(SUBMIT, source=None), by="ST-A"),
    Case("may_discuss", "a person and the Chair", changed(DISCUSS, by_chair=True), "one-facilitator"),
    Case("may_discuss", "the Chair", changed(DISCUSS, by_chair=True, facilitator=None, facilitator_state=None)),
    Case("may_discuss", "a facilitator from nowhere", changed(DISCUSS, facilitator_state="ST-0"), "unknown-party"),
    Case("may_strike", "nothing to strike", STRIKE, "no-such-record"),
    Case("may_strike", "struck twice", STRIKE, "no-such-record", before=(*SPOKE, ("editor", STRIKE))),
    Case("may_strike", "another recorder strikes", STRIKE, "not-the-recorder", by="editor-2", before=SPOKE),
    Case("may_strike", "the secretariat strikes", STRIKE, by="secretariat", before=SPOKE),
    *(
        Case(
            "may_strike",
            f"a {register} is struck",
            changed(STRIKE, register=register, label=label),
            before=(("editor", act),),
        )
        for register, label, act in (
            ("meeting", "meeting-1", HOLD),
            ("panel", "panel-a", PANEL),
            ("introduction", "introduction-1", INTRODUCE),
            ("submission", "ST-A", SUBMIT),
            ("theme", "theme-a", DISCUSS),
        )
    ),
)
