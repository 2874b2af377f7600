"""Tells of lists of speakers by chance: inscribed, called, heard, replied to, translated."""

from __future__ import annotations

from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.meetings.rules import key
from accord.areas.speakers import acts as speakers
from accord.areas.speakers.rules import translation, words_digest
from tests.laws.teller import Luck, Teller
from tests.scene import Scene, said

Told = tuple[str, Act] | None


class SpeakerTeller(Teller):
    """A teller who also speaks of lists of speakers."""

    def __init__(self, luck: Luck, scene: Scene | None = None) -> None:
        super().__init__(luck, scene)
        self._topics += [
            self.listing,
            self.shutting,
            self.inscribing,
            self.inscribing,
            self.inscribing,
            self.leaving_list,
        ]
        self._topics += [self.swapping, self.calling, self.calling, self.speaking, self.speaking, self.striking_speech]
        self._topics += [self.replying, self.replying, self.translating]

    def _a_list(self) -> tuple[str, dict[str, Any]] | None:
        """The key of a list, with what an act about it says."""
        fact = self.pick(self.world.speakers.tables.lists.values())
        if fact is None:
            return None
        return key(fact.act.body, fact.act.list), {"body": fact.act.body, "list": fact.act.list}

    def _whose(self, name: str, *states: str) -> dict[str, Any]:
        """Who stands on a list in one of some states; now and then somebody else."""
        place = self.pick(one for one in self.world.speakers.tables.places.get(name, ()) if one.state in states)
        if place is None or self.once_in(15):
            return {"party": self._a_party("state")}
        return {"party": place.act.party, "on_behalf_of": place.act.on_behalf_of}

    def listing(self) -> Told:
        body, label = self._a_body(), f"list-{self.luck.number(1, 3)}"
        replies: Any = self.pick((None, speakers.ReplyRules(seconds=(600, 300), when="end-of-meeting")))
        act = speakers.OpenList(
            body=body,
            list=label,
            title=said(f"List {self.number()}"),
            seconds=300,
            order=("groups-first",) if self.once_in(2) else (),
            replies=replies,
            source=self._source(),
            corrects=self._corrects(self.world.speakers.tables.lists.get(key(body, label))),
        )
        return self._by(), act

    def shutting(self) -> Told:
        if (found := self._a_list()) is None:
            return None
        closed = self.world.speakers.closed(found[0])
        kind = speakers.ReopenList if closed != self.once_in(8) else speakers.CloseList
        return self._by(), kind(source=self._source(), **found[1])

    def inscribing(self) -> Told:
        if (found := self._a_list()) is None:
            return None
        name, of = found
        party = self._a_party("state", "organisation")
        group = self._a_party("group") if self.once_in(5) else None
        late = self.world.speakers.closed(name) and not self.once_in(4)
        act = speakers.Inscribe(party=party, on_behalf_of=group, late=late, source=self._source(), **of)
        return self._by(*(() if late else (party,))), act

    def leaving_list(self) -> Told:
        if (found := self._a_list()) is None:
            return None
        name, of = found
        if self.once_in(2):
            whose = self._whose(name, "waiting", "speaking")
            then: Any = self.pick(("keeps-place", "end-of-list"))
            return self._by(whose["party"]), speakers.YieldFloor(then=then, source=self._source(), **of, **whose)
        whose = self._whose(name, "waiting")
        return self._by(whose["party"]), speakers.WithdrawInscription(source=self._source(), **of, **whose)

    def swapping(self) -> Told:
        if (found := self._a_list()) is None:
            return None
        name, of = found
        offers = self.world.speakers.tables.offers.get(name, ())
        if offers and self.once_in(2):
            # The other one agrees.
            offered = self.pick(offers)
            assert offered is not None
            one, other = offered.act, {"party": offered.act.other, "on_behalf_of": offered.act.other_on_behalf_of}
            agreed = speakers.SwapPlaces(
                other=one.party, other_on_behalf_of=one.on_behalf_of, source=self._source(), **of, **other
            )
            return self._by(one.other), agreed
        whose, theirs = self._whose(name, "waiting"), self._whose(name, "waiting")
        act = speakers.SwapPlaces(
            other=theirs["party"],
            other_on_behalf_of=theirs.get("on_behalf_of"),
            source=self._source(),
            **of,
            **whose,
        )
        return self._by(whose["party"]), act

    def calling(self) -> Told:
        if (found := self._a_list()) is None:
            return None
        name, of = found
        return self._by(), speakers.CallSpeaker(source=self._source(), **of, **self._whose(name, "waiting"))

    def speaking(self) -> Told:
        speeches = self.world.speakers.tables.speeches
        if self.once_in(6) and (fact := self.pick(speeches.values())) is not None:
            act = fact.act
            again = speakers.GiveSpeech(
                body=act.body, speech=act.speech, list=act.list, party=act.party, on_behalf_of=act.on_behalf_of,
                on=act.on, seconds=self.luck.number(1, 900), reply=act.reply, source=self._source(),
                corrects=self._corrects(fact),
            )  # fmt: skip
            return self._by(), again
        found = self._a_list()
        spoke: dict[str, Any] = {"speech": f"speech-{self.number()}", "on": self.day(), "source": self._source()}
        if found is None or self.once_in(6):
            party = self._a_party("state")
            return self._by(party), speakers.GiveSpeech(body=self._a_body(), party=party, **spoke)
        name, of = found
        asked = self.pick(one for one in self.world.speakers.tables.replies.get(name, ()) if one.state == "waiting")
        if asked is not None and self.once_in(3):
            return self._by(), speakers.GiveSpeech(party=asked.asked.act.party, reply=True, **of, **spoke)
        return self._by(), speakers.GiveSpeech(seconds=300, **of, **spoke, **self._whose(name, "speaking"))

    def striking_speech(self) -> Told:
        if (fact := self.pick(self.world.speakers.tables.speeches.values())) is None:
            return None
        by = fact.by if self._speaks(fact.by) and not self.once_in(5) else self._by()
        return by, speakers.StrikeSpeech(body=fact.act.body, speech=fact.act.speech, reason="not in the paper")

    def replying(self) -> Told:
        if (found := self._a_list()) is None:
            return None
        name, of = found
        asked = self.pick(one for one in self.world.speakers.tables.replies.get(name, ()) if one.state == "waiting")
        if asked is not None and self.once_in(4):
            party = asked.asked.act.party
            return self._by(party), speakers.WaiveReply(party=party, source=self._source(), **of)
        party = self._a_party("state")
        return self._by(party), speakers.RequestReply(
            party=party, to=self._a_party("state"), source=self._source(), **of
        )

    def translating(self) -> Told:
        made = self.pick(f for f in self.world.meetings.tables.statements.values() if f.act.text is not None)
        if made is None:
            return None
        act, language = made.act, self.pick(("fr", "es", "en"))
        assert act.text is not None
        assert language is not None
        current = self.world.speakers.tables.translations.get(translation(act.body, act.statement, language))
        told: Any = speakers.RecordTranslation(
            body=act.body,
            statement=act.statement,
            entry=made.entry,
            digest=words_digest(act.text),
            language=language,  # type: ignore[arg-type]
            words=f"Otherwise {self.number()}",
            source=self._source(),
            corrects=self._corrects(current),
        )
        return self._by(act.speaker), told
