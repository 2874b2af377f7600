"""A record whose parties wrote texts meant to do harm where they are shown. Every page has something of it."""

from __future__ import annotations

import unicodedata
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from accord.acts.envelope import sign
from accord.acts.values import Person, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import (
    AdoptAgenda,
    AgendaItem,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    RecordCapacity,
    ServiceBody,
)
from accord.areas.documents.acts import IssueVersion, JoinSponsors, RegisterDocument
from accord.areas.drafting.acts import AdoptReport, ConsiderReport, RecordUnit, Slot
from accord.areas.meetings.acts import (
    AdoptProgramme,
    CloseMeeting,
    ConveneMeeting,
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    IntroducePaper,
    MakeStatement,
    Panellist,
    PostponeMeeting,
    ProgrammeSlot,
    RecordAttendance,
    ScheduleMeeting,
    StrikeRecord,
    SubmitViews,
)
from accord.areas.parties.acts import EnterParty, GrantRole, JoinGroup, RegisterKey, Reply
from accord.areas.speakers.acts import (
    CallSpeaker,
    CloseList,
    GiveSpeech,
    Inscribe,
    OpenList,
    RecordTranslation,
    ReplyRules,
)
from accord.areas.speakers.rules import words_digest
from accord.keys.signers import signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519
from accord.log.policy import Party
from accord.log.record import new_record
from accord.nodes.folder import own_policy, write_policy
from accord.nodes.writer import Writer
from accord.world.world import Ruling
from tests.attack.hostile_commitments import tell_commitments
from tests.attack.hostile_coverage import tell_coverage
from tests.attack.hostile_law import tell_law
from tests.attack.hostile_programme import tell_programme
from tests.attack.hostile_talks import tell_talks
from tests.pages.small_record import Small, day

ORIGIN = "hostile.example/record"
SPONSORS = 190
LONG = "x" * 1900
MARKUP = [
    "<script>alert('marked')</script>",
    '"><img src=x onerror=alert("marked")>',
    "</title></bdi></td></table><style>*{display:none}</style>",
    "<svg onload=alert('marked')>",
    "javascript:alert('marked')",
    "style=background:url(/static/marked.css)",
    "'\"` onfocus=alert('marked') autofocus x=",
    "{{ 7*7 }}{% include 'marked' %}${marked}",
    "&lt;script&gt;alert(&quot;marked&quot;)&lt;/script&gt;",
    "<!-- --!> <![CDATA[ ]]> <base href=//marked.example>",
    "\ue000by\ue001 {name} %s %(name)s",
]
STEERING = [
    "\u202eesrever\u202c\u202b\u202d",
    "open\u2066isolates\u2067never\u2068closed",
    "closes\u2069\u2069\u202c\u202cothers",
    "marks\u200e\u200f\u061c",
    "zero\u200bwidth\u2060\ufeffspaces",
    "lines\u2028and\u2029paragraphs",
    "delete\x7f",
]
ODD = [
    LONG,
    "раураl Сhina",
    "Z\u0335\u0321\u0322a\u0334\u0328l\u0336\u0321g\u0336o",
    "ﷺ" * 60,
    "👩\u200d🚀" * 20,
    "a\tb\r\nc",
]
ATTACKS = [unicodedata.normalize("NFC", attack) for attack in MARKUP + STEERING + ODD]
REFUSED = ["null\x00byte", "bell\x07", "\x1b[2Jescape", "c1\x9b"]
"""The gate takes no act with these."""


class Hostile(Small):
    """The record in memory, which keeps its envelopes to be told to a writer; every text is another attack."""

    def __init__(self) -> None:
        self.envelopes: list[bytes] = []
        self._turn = count()
        super().__init__(ORIGIN)

    def does(self, by: str, act: Act, *also: str) -> Ruling:
        """As a small record does."""
        signers = [self.key(party) for party in (by, *also)]
        self.envelopes.append(sign(act, by, self.world.record, len(self.entries), signers))
        return super().does(by, act, *also)

    def words(self) -> str:
        """The next attack."""
        return ATTACKS[next(self._turn) % len(ATTACKS)]

    def text(self) -> Text:
        """The next attacks as a text; at times only in a language that few read."""
        turn = next(self._turn)
        first, second = ATTACKS[turn % len(ATTACKS)], ATTACKS[(turn * 7 + 3) % len(ATTACKS)]
        if turn % 3 == 0:
            return Text(original="ru", said={"ru": first})
        return Text(original="en", said={"en": first, "ar": second, "zh": first + second[:50]})

    def person(self) -> Person:
        """Somebody whose name is an attack."""
        return Person(name=self.words(), said={"ar": self.words()})

    def source(self) -> Source:
        """A source in which everything that may be text is one."""
        return Source(document="A/99/100", place=self.words(), publication=self.words(), on=day(3, 1))


def hostile_record() -> Hostile:
    """The record, told in full."""
    h = Hostile()
    secretariat, editor, state = "SECRETARIAT", "EDITOR", "ST-A"
    h.counts(secretariat, EnterParty(party=editor, kind="editor", name=h.text()))
    h.counts(secretariat, RegisterKey(party=editor, vkey=str(h.key(editor).vkey)), editor)
    h.counts(secretariat, GrantRole(party=editor, role="recorder"))
    h.counts(secretariat, EnterParty(party=state, kind="state", name=h.text()))
    h.counts(secretariat, RegisterKey(party=state, vkey=str(h.key(state).vkey)), state)
    sponsors = []
    for number in range(SPONSORS):
        sponsors.append(f"S{number:03d}")
        name = h.text() if number < len(ATTACKS) else Text(original="en", said={"en": f"Fictional State {number}"})
        h.counts(editor, EnterParty(party=sponsors[-1], kind="state", name=name, short=h.text(), source=h.source()))
    h.counts(editor, EnterParty(party="CHE", kind="state", source=h.source()))
    h.counts(editor, EnterParty(party="GRP", kind="group", name=h.text(), also=(h.text(),), source=h.source()))
    h.counts(editor, EnterParty(party="NGO", kind="civil-society", name=h.text(), source=h.source()))
    for member in ("CHE", state, sponsors[0]):
        h.counts(editor, JoinGroup(group="GRP", member=member, on=day(1, 1), source=h.source()))
    body = EstablishBody(
        body="WG", name=h.text(), short=h.text(), also=(h.text(),), resolution="A/RES/67/56", resolution_title=h.text(),
        paragraphs=(1, 2), reporting_paragraph=3, venue=h.text(), year=2013, cap_days=15, reports_to_session=68,
        agenda_item=h.words(), source=h.source(),
    )  # fmt: skip
    h.counts(editor, body)
    h.counts(editor, ServiceBody(body="WG", provider=h.text(), source=h.source()))
    for office in ("chair", "vice-chair"):
        act = ElectOfficer(body="WG", office=office, person=h.person(), state="CHE", on=day(3, 14), source=h.source())
        h.counts(editor, act)
    h.counts(editor, NameFriend(body="WG", state=state, place=1, source=h.source()))
    capacity = RecordCapacity(
        body="WG", party="NGO", capacity="observer", rights=("points-of-order", "motions", "sponsorship"),
        source=h.source(),
    )  # fmt: skip
    h.counts(editor, capacity)
    items = tuple(AgendaItem(number=number, title=h.text()) for number in range(1, 12))
    h.counts(editor, AdoptAgenda(body="WG", document="A/AC.99/1", on=day(3, 14), items=items, source=h.source()))
    for place, (symbol, kind, submitter, by) in enumerate(
        (
            ("A/AC.99/WP.1", "working-paper", "sponsors", tuple(sponsors)),
            ("A/AC.99/INF.1", "moderator-summary", "chair", ()),
            ("A/AC.99/L.1", "draft", "chair", ()),
            ("A/AC.99/NGO/1", "ngo-paper", "civil-society", ()),
            ("A/99/100", "report", "none", ()),
            ("A/AC.99/WP.2", "working-paper", "sponsors", (state,)),
        ),
        1,
    ):
        summarises = "panel-1" if kind == "moderator-summary" else None
        paper = RegisterDocument(
            symbol=symbol, body="WG", kind=kind, title=h.text(), submitter=submitter, sponsors=by, printed=h.words(),
            summarises=summarises, place=place, source=h.source(),
        )  # fmt: skip
        h.counts(editor, paper)
    h.counts(state, JoinSponsors(symbol="A/AC.99/WP.1", sponsor=state, on=day(6, 1)))
    h.counts(editor, IssueVersion(symbol="A/99/100", language="en", job="13-50610", source=h.source()))
    held = HoldMeetings(
        body="WG",
        meeting="m-1",
        kind="substantive",
        first=day(5, 14),
        last=day(5, 24),
        venue=h.text(),
        source=h.source(),
    )
    h.counts(editor, held)
    single: dict[str, Any] = {"body": "WG", "number": 1}
    for act in (
        ScheduleMeeting(kind="plenary", on=day(5, 14), title=h.text(), venue=h.text(), **single),
        PostponeMeeting(to=day(5, 15), reason=h.text(), **single),
        ConveneMeeting(on=day(5, 15), presiding=h.person(), presiding_state="CHE", **single),
        CloseMeeting(how="rose", **single),
        RecordAttendance(party=state, category="state", persons=tuple(h.person() for _ in ATTACKS), **single),
    ):
        h.counts(editor, msgspec.structs.replace(act, source=h.source()))
    slots = tuple(ProgrammeSlot(day=day(5, 15), part="morning", title=h.text()) for _ in ATTACKS)
    h.counts(editor, AdoptProgramme(body="WG", slots=slots, source=h.source()))
    of: dict[str, Any] = {"body": "WG", "list": "general"}
    rules = ReplyRules(seconds=(600,), when="end-of-day", rule=h.words())
    h.counts(editor, OpenList(title=h.text(), seconds=300, replies=rules, source=h.source(), **of))
    for party, group in ((state, "GRP"), ("CHE", None)):
        h.counts(editor, Inscribe(party=party, on_behalf_of=group, source=h.source(), **of))
    h.counts(editor, CloseList(declared_by=h.person(), source=h.source(), **of))
    h.counts(editor, CallSpeaker(party="CHE", source=h.source(), **of))
    h.counts(editor, GiveSpeech(speech="x", party="CHE", on=day(5, 15), seconds=9, source=h.source(), **of))
    panellists = tuple(Panellist(person=h.person(), affiliation="NGO") for _ in ATTACKS)
    panel = HoldPanel(
        body="WG", panel="panel-1", title=h.text(), moderator=h.person(), moderator_state="CHE", panellists=panellists,
        on=day(5, 15), place=1, source=h.source(),
    )  # fmt: skip
    h.counts(editor, panel)
    said = 0
    for number, _ in enumerate(ATTACKS):
        said = h.counts(
            state, MakeStatement(body="WG", statement=f"s-{number}", speaker=state, occasion="other", text=h.text())
        )
    made = h.world.meetings.tables.statements["WG/s-1"]
    assert made.act.text is not None
    for language in ("fr", "es"):
        h.counts(
            state,
            RecordTranslation(
                body="WG",
                statement="s-1",
                entry=made.entry,
                digest=words_digest(made.act.text),
                language=language,
                words=h.words(),
                translator=h.text(),
            ),
        )
    spoke = MakeStatement(
        body="WG", statement="o-1", official=h.text(), occasion="opening", days=(day(5, 14),), source=h.source()
    )
    h.counts(editor, spoke)
    introduced = IntroducePaper(
        body="WG", introduction="i-1", introducers=(state, "CHE"), on_behalf_of=("GRP",), days=(day(6, 27), day(8, 19)),
        document="A/AC.99/WP.1", inferred=True, source=h.source(),
    )  # fmt: skip
    h.counts(editor, introduced)
    h.counts(editor, SubmitViews(body="WG", submitter="NGO", source=h.source()))
    for number, _ in enumerate(ATTACKS):
        theme = DiscussTheme(
            body="WG", theme=f"theme-{number}", title=h.text(), facilitator=h.person(), source=h.source()
        )
        h.counts(editor, theme)
    h.counts(editor, StrikeRecord(body="WG", register="theme", label="theme-0", reason=h.words()))
    for number, attack in enumerate([*ATTACKS, "y" * 14_000], 1):
        # The last of them is one word of 42,000 letters: as much as an act can hold.
        pieces = (
            (attack,) * 3 if len(attack) > 2000 else (attack, Slot(of="officer", key="chair", part="person"), attack)
        )
        unit = RecordUnit(
            document="A/99/100", unit=f"para-{number}", language="en", kind="paragraph", number=f"{number}.",
            place=number, pieces=pieces, source=Source(document="A/99/100"),
        )  # fmt: skip
        h.counts(editor, unit)
    h.counts(
        editor,
        ConsiderReport(body="WG", document="A/99/100", agenda_item=2, days=(day(8, 28), day(8, 29)), source=h.source()),
    )
    h.counts(
        editor, AdoptReport(body="WG", document="A/99/100", drafts=("A/AC.99/L.1",), on=day(8, 30), source=h.source())
    )
    tell_talks(h, ATTACKS)
    tell_law(h)
    tell_programme(h)
    tell_commitments(h)
    tell_coverage(h)
    h.counts(state, Reply(to=said, text=h.text(), document=h.words()))
    assert not h.does(state, JoinSponsors(symbol="A/AC.99/WP.1", sponsor=state)).counts
    return h


def in_folder(folder: Path) -> Path:
    """The record, admitted by a writer into a folder."""
    envelopes = hostile_record().envelopes
    logs = [signer_from_seed(ORIGIN, kind, b"\x05" * 32) for kind in (ED25519, COSIGNATURE_MLDSA44)]
    new_record(folder, ORIGIN, logs, lambda: 1)
    write_policy(folder, own_policy(tuple(Party(log.vkey) for log in logs)))
    with Writer(folder, logs) as writer:
        writer.submit(envelopes)
    return folder
