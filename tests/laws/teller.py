"""Tells records by chance: acts drawn from the world they act on, so that most of them count.

Random identifiers would almost always name nothing and find only the first refusal of each
rule. Here parties, papers, keys and entries are picked from what the world holds; now and
then one is wrong on purpose.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from accord.acts.facts import Fact
from accord.acts.values import Person
from accord.acts.vocabulary import Act, name_of
from accord.areas.bodies import acts as bodies
from accord.areas.documents import acts as documents
from accord.areas.drafting import acts as drafting
from accord.areas.meetings import acts as meetings
from accord.areas.parties import acts as parties
from accord.keys.signers import Signer
from accord.world.world import Ruling, World
from tests.scene import Scene, key_of, said, source

T = TypeVar("T")


class Luck(Protocol):
    """Where chance comes from: a seeded generator, or Hypothesis, which can then look for smaller stories."""

    def number(self, least: int, most: int) -> int:
        """An integer, both ends included."""
        ...


class Seeded:
    """Chance from a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def number(self, least: int, most: int) -> int:
        return self._random.randint(least, most)


class Drawn:
    """Chance from Hypothesis."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def number(self, least: int, most: int) -> int:
        return self._data.draw(st.integers(least, most))


class Teller:
    """Says one act after another into a scene."""

    def __init__(self, luck: Luck, scene: Scene | None = None) -> None:
        self.luck = luck
        self.scene = scene or Scene().founds()
        self.signers: dict[str, Signer] = {}
        """Key id → signer, of every key ever made here."""
        self._made = 0
        self._author: str | None = None
        for keys in self.scene.keys.values():
            for key in keys:
                self.signers[key.vkey.keyid] = key
        self._topics = self.topics()

    def topics(self) -> list[Callable[[], tuple[str, Act] | None]]:
        """What is told of: parties, bodies, papers, periods, texts; what is here more than once is told more often."""
        return [
            self.party, self.party, self.member, self.key, self.key, self.role, self.delegation, self.reply,
            self.body, self.about_body, self.about_body, self.document, self.document, self.sponsor, self.sponsor,
            self.version, self.meeting, self.panel, self.statement, self.statement, self.introduction, self.submission,
            self.theme, self.strike, self.unit, self.unit, self.pattern, self.strike_text, self.report,
        ]  # fmt: skip

    @property
    def world(self) -> World:
        return self.scene.world

    # Chance.

    def pick(self, of: Iterable[T]) -> T | None:
        """One of several, or `None` where there is none."""
        listed = list(of)
        return listed[self.luck.number(0, len(listed) - 1)] if listed else None

    def once_in(self, times: int) -> bool:
        return self.luck.number(1, times) == 1

    def day(self) -> date:
        return date(2013, 1, 1) + timedelta(days=self.luck.number(0, 364))

    def number(self) -> int:
        self._made += 1
        return self._made

    # The story.

    def tells(self, acts: int) -> list[Ruling]:
        """Says acts until the record has grown by so many; the rulings."""
        rulings: list[Ruling] = []
        while len(rulings) < acts:
            if (told := self.proposes()) is None:
                continue
            by, act, signers = told
            rulings.append(self.scene.does(by, act, signers=signers))
        return rulings

    def proposes(self) -> tuple[str, Act, list[Signer]] | None:
        """An act that somebody might say now, and the keys that sign it; `None` if chance leads nowhere."""
        topic = self.pick(self._topics)
        assert topic is not None
        self._author = None
        told = topic()
        if told is None:
            return None
        by, act = told
        if self._author is not None and self._speaks(self._author) and not self.once_in(8):
            by = self._author
        signers = self._keys_for(by, act)
        return (by, act, signers) if signers else None

    def _keys_for(self, by: str, act: Act) -> list[Signer]:
        keyring = self.world.parties.tables.keys
        own = [self.signers[keyid] for keyid, row in keyring.items() if row.party == by and row.revoked is None]
        signers = own[:1]
        for to, given in self.world.parties.tables.delegations.get(by, {}).items():
            if given and self.world.parties.delegated(by, to, name_of(act)) and self.once_in(2):
                signers = [self.signers[k] for k, row in keyring.items() if row.party == to and row.revoked is None][:1]
        if isinstance(act, parties.RotateKey):
            signers = [key for key in own if key.vkey.keyid == act.old] or signers
        if isinstance(act, parties.RegisterKey | parties.RotateKey) and signers:
            new = next((key for key in self.signers.values() if str(key.vkey) == act.vkey), None)
            if new is not None and new not in signers and new.vkey.keyid not in keyring:
                signers = [*signers, new]
        return signers

    def _source(self) -> Any:
        return source(f"para-{self.luck.number(1, 52)}")

    def _by(self, *subjects: str | None) -> str:
        """Who says something: mostly a recorder, sometimes the secretariat or the party concerned, rarely anybody."""
        recorders = [p for p in self.world.parties.tables.roles.get("recorder", ()) if self._speaks(p)]
        able = [party for party in subjects if party is not None and self._speaks(party)]
        if able and self.once_in(3):
            return self.pick(able) or self.scene.secretariat
        if recorders and not self.once_in(4):
            return self.pick(recorders) or self.scene.secretariat
        if self.once_in(8):
            return self.pick(p for p in self.world.parties.tables.parties if self._speaks(p)) or self.scene.secretariat
        return self.scene.secretariat

    def _speaks(self, party: str) -> bool:
        return any(row.party == party and row.revoked is None for row in self.world.parties.tables.keys.values())

    def _a_party(self, *kinds: str) -> str:
        register = self.world.parties.tables.parties
        found = self.pick(party for party, fact in register.items() if not kinds or fact.act.kind in kinds)
        return "nobody" if found is None or self.once_in(25) else found

    def _a_body(self) -> str:
        return self.pick(self.world.bodies.tables.bodies) or "none"

    def _a_paper(self) -> str:
        return self.pick(self.world.documents.tables.documents) or "A/1/1"

    def _corrects(self, current: Fact[Any] | None) -> int | None:
        if current is None:
            return 0 if self.once_in(30) else None
        self._author = current.by
        return None if self.once_in(10) else max(0, current.entry - (1 if self.once_in(15) else 0))

    # Topics.

    def party(self) -> tuple[str, Act] | None:
        register = self.world.parties.tables.parties
        code = f"ST-{self.number()}" if self.once_in(2) or not register else self._a_party("state", "group", "editor")
        kind: Any = self.pick(("state", "state", "state", "group", "organisation", "civil-society", "editor"))
        current = register.get(code)
        if current is not None:
            kind = current.act.kind
        if code == "nobody" or kind == "secretariat":
            return None
        name = None if self.once_in(20) else said(f"Party {code}, as of act {self.number()}")
        act = parties.EnterParty(
            party=code, kind=kind, name=name, source=self._source(), corrects=self._corrects(current)
        )
        return self._by(code), act

    def member(self) -> tuple[str, Act] | None:
        group, member = self._a_party("group"), self._a_party("state")
        rows = self.world.parties.tables.members.get(group, {}).get(member, ())
        kind = parties.LeaveGroup if rows and rows[-1].ended is None and not self.once_in(8) else parties.JoinGroup
        day = self.day() if self.once_in(2) else None
        return self._by(member, group), kind(group=group, member=member, on=day, source=self._source())

    def key(self) -> tuple[str, Act] | None:
        keyring = self.world.parties.tables.keys
        old = self.pick(keyring)
        assert old is not None
        if self.once_in(5):
            by = self.pick((keyring[old].party, self.scene.secretariat)) or self.scene.secretariat
            reason: Any = self.pick(("lost", "compromised", "left", "superseded"))
            # The secretariat's only key could never be replaced again: that is another story.
            return (by, parties.RevokeKey(key=old, reason=reason)) if self._speaks(by) else None
        party = self._a_party()
        new = key_of(party, self.number())
        self.signers[new.vkey.keyid] = new
        if self.once_in(3):
            return keyring[old].party, parties.RotateKey(old=old, vkey=str(new.vkey))
        by = party if self._speaks(party) and self.once_in(3) else self.scene.secretariat
        return by, parties.RegisterKey(party=party, vkey=str(new.vkey))

    def role(self) -> tuple[str, Act] | None:
        party = self._a_party("editor", "organisation")
        granted = party in self.world.parties.tables.roles.get("recorder", ())
        kind = parties.EndRole if granted and self.once_in(3) else parties.GrantRole
        return self.scene.secretariat, kind(party=party, role="recorder")

    def delegation(self) -> tuple[str, Act] | None:
        standing = [
            (by, to, acts)
            for by, others in self.world.parties.tables.delegations.items()
            for to, given in others.items()
            for acts in given
        ]
        if standing and self.once_in(2):
            by, to, acts = self.pick(standing) or standing[0]
            return by, parties.EndDelegation(to=to, acts=acts)
        acts = self.pick(("statement.", "statement.make", "sponsor.", "key.", "reply.make")) or "reply."
        return self._by(self._a_party("state")), parties.Delegate(to=self._a_party(), acts=acts)

    def reply(self) -> tuple[str, Act] | None:
        to = self.luck.number(0, len(self.scene.entries) + (1 if self.once_in(10) else -1))
        return self._by(self._a_party("state")), parties.Reply(to=max(0, to), text=said("We see this otherwise."))

    def body(self) -> tuple[str, Act] | None:
        table = self.world.bodies.tables.bodies
        code = f"AC.{self.number()}" if len(table) < 3 or self.once_in(9) else self._a_body()
        act = bodies.EstablishBody(
            body=code,
            name=said(f"Group {code}, version {self.number()}"),
            resolution="A/RES/67/56",
            cap_days=self.luck.number(1, 30),
            source=self._source(),
            corrects=self._corrects(table.get(code)),
        )
        return self._by(), act

    def about_body(self) -> tuple[str, Act] | None:
        body, tables = self._a_body(), self.world.bodies.tables
        state = self._a_party("state")
        match self.luck.number(1, 7):
            case 1:
                current: Any = tables.services.get(body)
                act: Act = bodies.ServiceBody(
                    body=body, provider=said("An office"), source=self._source(), corrects=self._corrects(current)
                )
            case 2:
                office: Any = self.pick(("chair", "vice-chair", "rapporteur"))
                current = tables.officers.get(body, {}).get(office)
                act = bodies.ElectOfficer(
                    body=body,
                    office=office,
                    person=Person(name=f"Person {self.number()}"),
                    state=state,
                    on=self.day(),
                    source=self._source(),
                    corrects=self._corrects(current),
                )
            case 3:
                current = tables.friends.get(body, {}).get(state)
                act = bodies.NameFriend(body=body, state=state, source=self._source(), corrects=self._corrects(current))
            case 4:
                friend = self.pick(tables.friends.get(body, {})) or state
                act = bodies.ReleaseFriend(body=body, state=friend, source=self._source())
            case 5:
                first = 2 if self.once_in(10) else 1
                items = tuple(
                    bodies.AgendaItem(number=n, title=said(f"Item {n}"))
                    for n in range(first, first + self.luck.number(1, 5))
                )
                act = bodies.AdoptAgenda(
                    body=body, items=items, source=self._source(), corrects=self._corrects(tables.agendas.get(body))
                )
            case 6:
                rights: Any = self.pick(((), ("motions",), ("points-of-order", "sponsorship"), ("motions", "motions")))
                act = bodies.RecordCapacity(
                    body=body,
                    party=state,
                    capacity="observer" if self.once_in(3) else "member",
                    rights=rights if self.once_in(2) else (),
                    source=self._source(),
                    corrects=self._corrects(tables.capacities.get(body, {}).get(state)),
                )
            case _:
                admitted: Any = ("academia", "academia") if self.once_in(10) else ("civil-society",)
                act = bodies.DecideModalities(
                    body=body,
                    admitted=admitted,
                    source=self._source(),
                    corrects=self._corrects(tables.modalities.get(body)),
                )
        return self._by(state), act

    def document(self) -> tuple[str, Act] | None:
        table = self.world.documents.tables.documents
        body = self._a_body()
        symbol = f"A/{body}/WP.{self.number()}" if self.once_in(2) or not table else self._a_paper()
        if self.once_in(6) and table:
            act: Act = documents.WithdrawDocument(symbol=self._a_paper(), on=self.day(), source=self._source())
            return self._by(*self.world.documents.sponsors(act.symbol)), act
        if self.once_in(20):
            symbol = symbol.replace("WP.", "wp.") if self.once_in(2) else symbol.replace("WP.", "INF/")
        sponsors = tuple(self._a_party("state", "group") for _ in range(self.luck.number(0, 3)))
        act = documents.RegisterDocument(
            symbol=symbol,
            body=body,
            kind="working-paper",
            title=said(f"Paper, version {self.number()}"),
            submitter="sponsors" if sponsors and not self.once_in(20) else "none",
            sponsors=sponsors,
            source=self._source(),
            corrects=self._corrects(table.get(symbol)),
        )
        return self._by(*sponsors), act

    def sponsor(self) -> tuple[str, Act] | None:
        symbol, party = self._a_paper(), self._a_party("state")
        now = self.world.documents.sponsors(symbol)
        day = self.day() if self.once_in(2) else None
        if now and self.once_in(2):
            party = self.pick(now) or party
            return self._by(party), documents.LeaveSponsors(symbol=symbol, sponsor=party, on=day, source=self._source())
        return self._by(party), documents.JoinSponsors(symbol=symbol, sponsor=party, on=day, source=self._source())

    def version(self) -> tuple[str, Act] | None:
        symbol = self._a_paper()
        language: Any = self.pick(("ar", "zh", "en", "fr", "ru", "es"))
        current = self.world.documents.tables.versions.get(symbol, {}).get(language)
        act = documents.IssueVersion(
            symbol=symbol,
            language=language,
            job=f"13-{self.luck.number(10000, 99999)}",
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(), act

    def _label(self, register: str, body: str) -> tuple[str, Fact[Any] | None]:
        table = self.world.meetings.register(register)
        known = [name for name in table if name.startswith(f"{body}/")]
        if known and self.once_in(3):
            name = self.pick(known) or ""
            return name.split("/", 1)[1], table[name]
        return f"{register}-{self.number()}", None

    def meeting(self) -> tuple[str, Act] | None:
        body = self._a_body()
        label, current = self._label("meeting", body)
        first = self.day()
        act = meetings.HoldMeetings(
            body=body,
            meeting=label,
            kind="substantive",
            first=first,
            last=first + timedelta(days=self.luck.number(-1, 12)),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(), act

    def panel(self) -> tuple[str, Act] | None:
        body = self._a_body()
        label, current = self._label("panel", body)
        act = meetings.HoldPanel(
            body=body,
            panel=label,
            title=said(f"On subject {self.number()}"),
            moderator=Person(name=f"Person {self.number()}"),
            moderator_state=self._a_party("state"),
            panellists=tuple(
                meetings.Panellist(person=Person(name=f"Person {n}"), affiliation=self._a_party())
                for n in range(self.luck.number(0, 4))
            ),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(), act

    def statement(self) -> tuple[str, Act] | None:
        body = self._a_body()
        label, current = self._label("statement", body)
        speaker = self._a_party("state", "organisation", "civil-society")
        act = meetings.MakeStatement(
            body=body,
            statement=label,
            speaker=None if self.once_in(15) else speaker,
            official=said("A high official") if self.once_in(15) else None,
            on_behalf_of=self._a_party("group") if self.once_in(4) else None,
            occasion="general-exchange",
            days=(self.day(),),
            text=said(f"Words {self.number()}") if self.once_in(2) else None,
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(speaker), act

    def introduction(self) -> tuple[str, Act] | None:
        body = self._a_body()
        label, current = self._label("introduction", body)
        introducers = tuple(self._a_party("state") for _ in range(self.luck.number(0, 2)))
        act = meetings.IntroducePaper(
            body=body,
            introduction=label,
            introducers=introducers,
            by_chair=not introducers,
            document=self._a_paper() if self.once_in(2) else None,
            inferred=self.once_in(4),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(*introducers), act

    def submission(self) -> tuple[str, Act] | None:
        body, submitter = self._a_body(), self._a_party()
        current = self.world.meetings.tables.submissions.get(f"{body}/{submitter}")
        act = meetings.SubmitViews(
            body=body, submitter=submitter, source=self._source(), corrects=self._corrects(current)
        )
        return self._by(submitter), act

    def theme(self) -> tuple[str, Act] | None:
        body = self._a_body()
        label, current = self._label("theme", body)
        act = meetings.DiscussTheme(
            body=body,
            theme=label,
            title=said(f"Theme {self.number()}"),
            facilitator=Person(name="A. Person") if self.once_in(2) else None,
            by_chair=self.once_in(3),
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(), act

    def strike(self) -> tuple[str, Act] | None:
        register: Any = self.pick(("meeting", "panel", "statement", "introduction", "submission", "theme"))
        name = self.pick(self.world.meetings.register(register))
        if name is None:
            return None
        body, label = name.split("/", 1)
        fact = self.world.meetings.register(register)[name]
        by = fact.by if self._speaks(fact.by) and not self.once_in(5) else self._by()
        return by, meetings.StrikeRecord(body=body, register=register, label=label, reason="not in the paper")

    def unit(self) -> tuple[str, Act] | None:
        document, language = self._a_paper(), "en"
        units = self.world.drafting.tables.units.get(document, {})
        unit = f"para-{self.luck.number(1, 20)}"
        act = drafting.RecordUnit(
            document=document,
            unit=unit,
            language=language,
            kind="paragraph",
            place=self.luck.number(1, 99),
            pieces=("Before the group were papers by ", drafting.Slot(of="document", key=document, part="sponsors")),
            source=self._source(),
            corrects=self._corrects(units.get(f"{language}/{unit}")),
        )
        return self._by(), act

    def _a_unit(self) -> tuple[str, str] | None:
        found = self.pick(
            (document, fact.act.unit)
            for document, units in self.world.drafting.tables.units.items()
            for fact in units.values()
        )
        return found

    def pattern(self) -> tuple[str, Act] | None:
        found = self._a_unit()
        if found is None:
            return None
        document, unit = found
        act = drafting.RecordPattern(
            document=document,
            language="en",
            under=unit,
            of="document",
            case=f"case-{self.luck.number(1, 3)}",
            pieces=("Paper by ", drafting.Slot(of="document", part="sponsors")),
            source=self._source(),
        )
        return self._by(), act

    def strike_text(self) -> tuple[str, Act] | None:
        found = self._a_unit()
        if found is None or self.once_in(2):
            return None
        document, unit = found
        patterned = self.once_in(2)
        act = drafting.StrikeText(
            document=document,
            language="en",
            unit=unit,
            of="document" if patterned else None,
            case=f"case-{self.luck.number(1, 3)}" if patterned else "any",
            source=self._source(),
        )
        return self._by(), act

    def report(self) -> tuple[str, Act] | None:
        body, tables = self._a_body(), self.world.drafting.tables
        document = self._a_paper()
        if self.once_in(2):
            act: Act = drafting.ConsiderReport(
                body=body,
                document=document,
                agenda_item=self.luck.number(1, 7),
                days=(self.day(),),
                source=self._source(),
                corrects=self._corrects(tables.considerations.get(body)),
            )
        else:
            act = drafting.AdoptReport(
                body=body,
                document=document,
                drafts=(self._a_paper(),),
                on=self.day(),
                source=self._source(),
                corrects=self._corrects(tables.adoptions.get(body)),
            )
        return self._by(), act
