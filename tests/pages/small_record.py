"""A small record that every page has something to say about: seeded keys, a counted clock, in memory.

A working group with the shape of a real one and parties that the register shows under the
UN's names; everything is recorded by an editor, except what a fictional State says itself.
"""

from __future__ import annotations

import datetime
from typing import Any

from accord.acts.entry import frame
from accord.acts.envelope import sign
from accord.acts.rulings import NoEffect
from accord.acts.values import Person, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import (
    AdoptAgenda,
    AgendaItem,
    DecideModalities,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    ServiceBody,
)
from accord.areas.documents.acts import IssueVersion, JoinSponsors, LeaveSponsors, RegisterDocument, WithdrawDocument
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
    SubmitViews,
)
from accord.areas.parties.acts import Delegate, EnterParty, FoundRecord, GrantRole, JoinGroup, RegisterKey, Reply
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
    WithdrawInscription,
)
from accord.areas.speakers.rules import words_digest
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import ED25519
from accord.world.world import Ruling, World
from tests.pages.small_commitments import tell_commitments
from tests.pages.small_coverage import tell_coverage
from tests.pages.small_draft import tell_draft
from tests.pages.small_floor import tell_floor
from tests.pages.small_law import tell_law
from tests.pages.small_programme import tell_programme
from tests.pages.small_proposals import tell_proposals

ORIGIN = "example.org/small"
NOW = 1_700_000_000_000_000


def day(month: int, number: int) -> datetime.date:
    """A day of 2013."""
    return datetime.date(2013, month, number)


def text(words: str, **others: str) -> Text:
    """An English text, with other languages where given."""
    return Text(original="en", said={"en": words, **others})


FROM = Source(document="A/99/100", place="para-3")


class Small:
    """A record in memory: `does` signs, frames and folds one act and gives its ruling."""

    def __init__(self, origin: str = ORIGIN, exercise: bool = False) -> None:
        self.world = World(origin)
        self.entries: list[bytes] = []
        self.keys: dict[str, Signer] = {}
        self.does(
            "SECRETARIAT",
            FoundRecord(
                secretariat="SECRETARIAT",
                name=text("Secretariat of the example"),
                title=text("A small record", zh="小记录"),
                vkey=str(self.key("SECRETARIAT").vkey),
                exercise=exercise,
            ),
        )

    def key(self, party: str) -> Signer:
        """The key of a party, from its name."""
        if party not in self.keys:
            self.keys[party] = signer_from_seed(f"{party.lower()}.example", ED25519, party.encode().ljust(32, b"."))
        return self.keys[party]

    def does(self, by: str, act: Act, *also: str) -> Ruling:
        """`by` says `act`, signed by its key and those of the parties in `also`."""
        signers = [self.key(party) for party in (by, *also)]
        envelope = sign(act, by, self.world.record, len(self.entries), signers)
        data = frame(NOW + len(self.entries) * 1_000_000, envelope)
        entry, _, checks = self.world.open(data)
        assert checks
        self.entries.append(data)
        return self.world.step(entry)

    def counts(self, by: str, act: Act, *also: str) -> int:
        """As `does`, for an act that must count; its entry."""
        ruling = self.does(by, act, *also)
        if not ruling.counts:
            raise NoEffect(f"{type(act).__name__}: {ruling.reason}")
        return len(self.entries) - 1

    def data(self, index: int) -> bytes:
        """The bytes of an entry."""
        return self.entries[index]


def small_record() -> Small:
    """The record of a small working group, every page of which has an answer."""
    small = Small()
    secretariat, editor = "SECRETARIAT", "EDITOR"
    small.counts(secretariat, EnterParty(party=editor, kind="editor", name=text("Editor of the example")))
    small.counts(secretariat, RegisterKey(party=editor, vkey=str(small.key(editor).vkey)), editor)
    small.counts(secretariat, GrantRole(party=editor, role="recorder"))
    for state in ("AUT", "CHE", "IRL", "EGY", "CRI"):
        small.counts(editor, EnterParty(party=state, kind="state", source=FROM))
    small.counts(secretariat, EnterParty(party="ST-A", kind="state", name=text("State A", zh="甲国")))
    small.counts(secretariat, RegisterKey(party="ST-A", vkey=str(small.key("ST-A").vkey)), "ST-A")
    small.counts(editor, EnterParty(party="NAC", kind="group", name=text("A Coalition"), source=FROM))
    small.counts(editor, EnterParty(party="PAX", kind="civil-society", name=text("A Society"), source=FROM))
    for member in ("IRL", "EGY"):
        small.counts(editor, JoinGroup(group="NAC", member=member, on=day(1, 1), source=FROM))
    small.counts("ST-A", Delegate(to=editor, acts="statement."))
    small.counts(
        editor,
        EstablishBody(
            body="WG",
            name=text("Working Group", zh="工作组"),
            resolution="A/RES/67/56",
            paragraphs=(1, 2),
            reporting_paragraph=3,
            year=2013,
            cap_days=15,
            reports_to_session=68,
            source=FROM,
        ),
    )
    small.counts(editor, ServiceBody(body="WG", provider=text("The Office"), source=FROM))
    elected = ElectOfficer(
        body="WG",
        office="chair",
        person=Person(name="Jo Bloggs"),
        state="CRI",
        mode="acclamation",
        on=day(3, 14),
        source=FROM,
    )
    small.counts(editor, elected)
    for place, state in enumerate(("AUT", "CHE"), 1):
        small.counts(editor, NameFriend(body="WG", state=state, place=place, source=FROM))
    first = AdoptAgenda(
        body="WG",
        document="A/AC.99/1",
        on=day(3, 14),
        items=(AgendaItem(number=1, title=text("Opening")), AgendaItem(number=2, title=text("Report"))),
        source=FROM,
    )
    agenda = small.counts(editor, first)
    small.counts(
        editor,
        AdoptAgenda(
            body="WG",
            document="A/AC.99/1",
            on=day(3, 14),
            items=(AgendaItem(number=1, title=text("Opening.")), AgendaItem(number=2, title=text("Report"))),
            source=FROM,
            corrects=agenda,
        ),
    )
    small.counts(
        editor,
        DecideModalities(
            body="WG", on=day(3, 14), admitted=("international-organisations", "civil-society"), source=FROM
        ),
    )
    for place, (symbol, kind, submitter, sponsors) in enumerate(
        (
            ("A/AC.99/WP.1", "working-paper", "sponsors", ("AUT", "CHE")),
            ("A/AC.99/INF.1", "moderator-summary", "chair", ()),
            ("A/AC.99/L.1", "draft", "chair", ()),
            ("A/AC.99/L.1/Rev.1", "draft", "chair", ()),
            ("A/AC.99/NGO/1", "ngo-paper", "civil-society", ()),
            ("A/99/100", "report", "none", ()),
            ("A/AC.99/WP.2", "working-paper", "sponsors", ("ST-A",)),
        ),
        1,
    ):
        small.counts(
            editor,
            RegisterDocument(
                symbol=symbol,
                body="WG",
                kind=kind,
                title=text(f"Title {place}"),
                submitter=submitter,
                sponsors=sponsors,
                summarises="panel-1" if kind == "moderator-summary" else None,
                place=place,
                source=FROM,
            ),
        )
    small.counts("ST-A", JoinSponsors(symbol="A/AC.99/WP.1", sponsor="ST-A", on=day(6, 1)))
    small.counts(editor, LeaveSponsors(symbol="A/AC.99/WP.1", sponsor="CHE", on=day(7, 1), source=FROM))
    small.counts(editor, WithdrawDocument(symbol="A/AC.99/WP.2", source=FROM))
    small.counts(editor, IssueVersion(symbol="A/99/100", language="en", job="13-50610", source=FROM))
    for meeting, kind, first_day, last_day in (
        ("m-1", "organizational", day(3, 14), day(3, 14)),
        ("m-2", "substantive", day(5, 14), day(5, 24)),
    ):
        small.counts(
            editor,
            HoldMeetings(body="WG", meeting=meeting, kind=kind, first=first_day, last=last_day, source=FROM),
        )
    small.counts(
        editor,
        HoldPanel(
            body="WG",
            panel="panel-1",
            title=text("A panel"),
            moderator=Person(name="Mo Derator"),
            moderator_state="AUT",
            panellists=(
                Panellist(person=Person(name="Pan Ellist"), affiliation="PAX"),
                Panellist(person=Person(name="Al One")),
            ),
            on=day(5, 15),
            place=1,
            source=FROM,
        ),
    )
    for label, speaker, group in (("s-1", "AUT", None), ("s-2", "IRL", "NAC"), ("s-3", "CHE", "NAC")):
        small.counts(
            editor,
            MakeStatement(
                body="WG",
                statement=label,
                speaker=speaker,
                on_behalf_of=group,
                occasion="general-exchange",
                days=(day(5, 14), day(5, 24)),
                source=FROM,
            ),
        )
    said = small.counts(
        "ST-A", MakeStatement(body="WG", statement="s-4", speaker="ST-A", occasion="other", text=text("We agree."))
    )
    small.counts(
        editor,
        IntroducePaper(
            body="WG",
            introduction="i-1",
            introducers=("AUT",),
            days=(day(6, 27), day(8, 19)),
            document="A/AC.99/WP.1",
            inferred=True,
            source=FROM,
        ),
    )
    small.counts(editor, SubmitViews(body="WG", submitter="PAX", source=FROM))
    small.counts(
        editor,
        DiscussTheme(body="WG", theme="theme-1", title=text("A theme"), facilitator=Person(name="Fa Cil"), source=FROM),
    )
    small.counts(
        editor,
        RecordUnit(
            document="A/99/100",
            unit="para-6",
            language="en",
            kind="paragraph",
            number="6.",
            place=6,
            pieces=("The Group elected ", Slot(of="officer", key="chair", part="person"), " its Chair."),
            source=FROM,
        ),
    )
    small.counts(
        editor,
        ConsiderReport(body="WG", document="A/99/100", agenda_item=2, days=(day(8, 28), day(8, 29)), source=FROM),
    )
    small.counts(
        editor,
        AdoptReport(
            body="WG",
            document="A/99/100",
            drafts=("A/AC.99/L.1/Rev.1",),
            on=day(8, 30),
            orally_revised=True,
            source=FROM,
        ),
    )
    _single_meeting(small)
    _speakers(small)
    tell_proposals(small)
    tell_draft(small)
    tell_floor(small, FROM)
    tell_law(small, FROM)
    tell_coverage(small, FROM)
    tell_programme(small, FROM)
    tell_commitments(small, FROM)
    small.counts("ST-A", Reply(to=said, text=text("We said it ourselves.")))
    assert not small.does("ST-A", JoinSponsors(symbol="A/AC.99/WP.1", sponsor="ST-A")).counts
    return small


def _single_meeting(small: Small) -> None:
    """The first meeting of the group, on the day of its panel: moved, held, attended, and in its programme of work."""
    when: dict[str, Any] = {"body": "WG", "number": 1, "source": FROM}
    first = ScheduleMeeting(kind="informal", on=day(5, 14), starts="10:00", offset="+02:00", items=(1,), **when)
    small.counts("EDITOR", first)
    small.counts("EDITOR", PostponeMeeting(to=day(5, 15), starts="15:00", offset="+02:00", **when))
    small.counts("EDITOR", ConveneMeeting(on=day(5, 15), time="15:05", presiding=Person(name="Jo Bloggs"), **when))
    small.counts("EDITOR", CloseMeeting(how="rose", time="17:50", **when))
    small.counts("EDITOR", RecordAttendance(party="AUT", category="state", persons=(Person(name="De Legate"),), **when))
    slots = (
        ProgrammeSlot(day=day(5, 15), part="morning", number=1, items=(1,)),
        ProgrammeSlot(day=day(5, 15), part="afternoon", themes=("theme-1",), panels=("panel-1", "panel-9")),
    )
    small.counts("EDITOR", AdoptProgramme(body="WG", on=day(5, 14), slots=slots, source=FROM))
    small.counts("EDITOR", AdoptProgramme(body="WG", revision=1, on=day(5, 15), slots=slots[1:], source=FROM))


def _speakers(small: Small) -> None:
    """A list of speakers on which one has spoken, one has the floor and two wait; replies, times, a translation."""
    of: dict[str, Any] = {"body": "WG", "list": "general", "source": FROM}
    replies = ReplyRules(seconds=(600, 300), when="end-of-meeting", rule="rule 115")
    small.counts(
        "EDITOR", OpenList(title=text("General exchange"), item=1, number=1, seconds=300, replies=replies, **of)
    )
    for party, group in (("AUT", None), ("IRL", "NAC"), ("PAX", None), ("CHE", None), ("CRI", None)):
        small.counts("EDITOR", Inscribe(party=party, on_behalf_of=group, **of))
    small.counts("EDITOR", WithdrawInscription(party="CRI", **of))
    small.counts("EDITOR", CloseList(on=day(5, 15), time="15:00", declared_by=Person(name="Jo Bloggs"), **of))
    small.counts("EDITOR", CallSpeaker(party="AUT", **of))
    points = (PointOfOrder(raised_by="CHE", after_seconds=20),)
    speech = GiveSpeech(speech="speech-1", party="AUT", on=day(5, 15), seconds=310, points_of_order=points, **of)
    small.counts("EDITOR", speech)
    small.counts("EDITOR", CallSpeaker(party="IRL", on_behalf_of="NAC", **of))
    small.counts("EDITOR", RequestReply(party="CHE", to="AUT", **of))
    made = small.world.meetings.tables.statements["WG/s-4"]
    assert made.act.text is not None
    small.counts(
        "ST-A",
        RecordTranslation(
            body="WG",
            statement="s-4",
            entry=made.entry,
            digest=words_digest(made.act.text),
            language="fr",
            words="Traduction de la partie.",
        ),
    )
