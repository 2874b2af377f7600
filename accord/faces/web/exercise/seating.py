"""The desks of a class: the room for everybody, and a seat for whoever has its code.

/<lang>/-/room          what everybody may see, to be projected       .json a mark of when it changed
/<lang>/-/seat/<code>   a player's seat, or the facilitator's         .json the same for programs

The code in the address is the permission, as a key to a door is: whoever has the address may act from that seat. So
no other page names it, and a browser tells it to no other site.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct
from accord.faces.web.acting.fences import CLIENT, LARGEST_BODY, Quota
from accord.faces.web.acting.posted import NotReadable, read_posted
from accord.faces.web.answers import HTML, JSON, Answer, Request, redirect
from accord.faces.web.exercise.scored import brief_results, play_of
from accord.faces.web.nearest import Near
from accord.faces.web.site import Desk, Site
from accord.faces.web.where import Where
from accord.log.lock import Busy
from accord.log.sequencer import RecordStopped
from accord.stories.negotiation.briefs import brief
from accord.stories.negotiation.classroom import FACILITATOR, Classroom, Seen
from accord.stories.negotiation.scenario import DRAFT, ROLES, STATES, party_of
from accord.stories.negotiation.seats import Wish, answered
from accord.stories.negotiation.surprises import KINDS
from accord.stories.negotiation.table import NotDone
from accord.stories.negotiation.telling import move_words, noticed_words, role_name
from accord.stories.negotiation.wording import in_draft, word
from accord.wire.codec import Malformed

SHOWN_TOLD = 15
"""Of what was done, on a page."""


class Mark(msgspec.Struct, frozen=True):
    """What tells a page that it is out of date."""

    stamp: str


class Seating:
    """The room and the seats of one exercise.

    Args:
        clock: seconds, growing.
    """

    def __init__(self, room: Classroom, codes: Mapping[str, str], clock: Callable[[], float]) -> None:
        self._room = room
        self._codes = codes
        self._wrong = Quota(20, 0.2, clock)
        """For each address: codes that open nothing. Guessing one of 80 bits takes for ever anyway."""

    def desks(self) -> dict[str, Desk]:
        """The desks by name."""
        return {"room": self.room, "seat": self.seat}

    async def room(self, site: Site, asked: Request) -> Answer:
        """What everybody may see."""
        lang: Any = asked.lang
        if asked.method not in ("GET", "HEAD"):
            return site.other_method(asked.method, lang, asked.twin)
        if asked.arguments:
            return _nowhere(site, asked)
        seen = await asyncio.to_thread(self._room.look, None, lang)
        if asked.twin:
            return Answer(200, JSON, msgspec.json.encode(Mark(seen.stamp)))
        self._follow(site)
        where = Where(
            rest="-/room", crumbs=(Near(site.written(lang).say("page.exercise.title"), f"/{lang}/-/exercise"),)
        )
        return self._page(site, lang, "exercise/room.html", site.written(lang).say("exercise.room"), where, seen)

    async def seat(self, site: Site, asked: Request) -> Answer:
        """A seat: what is open there, and what is done from it."""
        seat = self._room.seat_of(asked.arguments[0]) if len(asked.arguments) == 1 else None
        if seat is None:
            if not self._wrong.take(asked.headers.get(CLIENT, "")):
                late = site.problem(429, asked.lang, site.written(asked.lang).say("acting.later"), twin=asked.twin)
                return msgspec.structs.replace(late, headers=(("Retry-After", "30"),))
            return _nowhere(site, asked)
        if asked.method in ("GET", "HEAD"):
            return await self._seen(site, asked, seat)
        if asked.method != "POST":
            return site.other_method(asked.method, asked.lang, asked.twin, "GET, HEAD, POST")
        w = site.written(asked.lang)
        if len(asked.body) > LARGEST_BODY:
            return site.problem(413, asked.lang, w.say("acting.too-large", most=LARGEST_BODY // 1024), twin=asked.twin)
        try:
            await asyncio.to_thread(self._do, seat, asked)
        except NotReadable:
            return site.problem(400, asked.lang, w.say("portal.bad-request"), twin=asked.twin)
        except (NotDone, Refused, Malformed, UnknownAct) as error:
            return await self._seen(site, asked, seat, _why(asked.lang, w.say, error))
        except (RecordStopped, Busy, OSError):
            return site.problem(503, asked.lang, w.say("acting.unavailable"), twin=asked.twin)
        if asked.twin:
            return await self._seen(site, asked, seat)
        return redirect(303, f"/{asked.lang}/-/seat/{asked.arguments[0]}")

    def _do(self, seat: str, asked: Request) -> None:
        """Does what was asked from a seat."""
        if asked.twin:
            try:
                wish = msgspec.json.decode(asked.body, type=Wish)
            except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
                raise NotReadable(str(error)) from None
        else:
            fields = read_posted(asked.headers.get("content-type", ""), asked.body).fields
            if seat == FACILITATOR:
                return self._preside(fields)
            wish = _wish(fields)
        if seat == FACILITATOR:
            raise NotReadable("the facilitator plays no role")
        if wish.do == "register" and len(wish.envelopes) == 1:
            self._room.register(seat, wish.envelopes[0].encode())
        elif wish.do == "take" and wish.envelopes:
            envelopes = [envelope.encode() for envelope in wish.envelopes]
            self._room.hand_in(seat, wish.moment, wish.number, envelopes)
        elif wish.do == "take":
            self._room.take(seat, wish.moment, wish.number)
        elif wish.do == "pass":
            self._room.let_pass(seat, wish.moment)
        elif wish.do == "point-out":
            self._room.point_out(seat, wish.entry)
        else:
            raise NotReadable("an envelope is missing")

    def _preside(self, fields: Mapping[str, str]) -> None:
        """Does what the facilitator asked."""
        do, about = fields.get("do", ""), fields.get("about", "")
        match do:
            case "pause" | "go-on":
                self._room.pause(do == "pause")
            case "hand-over" | "give-back":
                self._room.hand_over(about, do == "hand-over")
            case "forward":
                self._room.move_clock(_number(about))
            case "longer":
                self._room.prolong(_number(about))
            case "inject":
                self._room.inject(about)
            case "end":
                if about != "yes":
                    raise NotDone("exercise.not-sure")
                self._room.end()
            case _:
                raise NotReadable("no such wish")

    async def _seen(self, site: Site, asked: Request, seat: str, refused: str = "") -> Answer:
        lang: Any = asked.lang
        seen = await asyncio.to_thread(self._room.look, seat, lang)
        self._follow(site)
        if asked.twin:
            if refused:
                return site.problem(409, lang, refused, twin=True)
            if seat == FACILITATOR:
                return Answer(200, JSON, msgspec.json.encode(Mark(seen.stamp)))
            keys = [
                keyid
                for keyid, row in site.copy.world.parties.tables.keys.items()
                if row.party == party_of(seat) and row.revoked is None
            ]
            found = answered(seat, seen, lang, self._room.key_of(seat), keys)
            return Answer(200, JSON, msgspec.json.encode(found))
        where = Where(rest=f"-/seat/{asked.arguments[0]}")
        more: dict[str, Any] = {"refused": refused, "seat": seat}
        if seat == FACILITATOR:
            name, template = site.written(lang).say("exercise.facilitator"), "exercise/facilitator.html"
            more |= {"codes": self._codes, "surprises": KINDS, "noticed_words": noticed_words}
        else:
            name, template = role_name(seat, lang), "exercise/seat.html"
            aims = list(brief_results(play_of(site.copy.world), lang, (seat,))) if seat in STATES else []
            more |= {"brief": brief(seat, lang), "mine": aims[0] if aims else None}
        answer = self._page(site, lang, template, name, where, seen, **more)
        return msgspec.structs.replace(answer, status=409) if refused else answer

    def _follow(self, site: Site) -> None:
        """Reads for the pages what was said from a seat, so that they show it at once."""
        if site.copy.size < self._room.table.size:
            site.catch_up()

    def _page(self, site: Site, lang: Any, template: str, title: str, where: Where, seen: Seen, **more: Any) -> Answer:
        stands = [
            (
                word(lang, "issues", place.issue),
                place.unit,
                place.text if place.options is None else in_draft(lang, place.unit, place.options),
                seen.language if place.options is None else lang,
                place.options is not None and len(place.options) == 1,
            )
            for place in seen.places
        ]
        told = [(role_name(one.role, lang), move_words(one.move, lang), one.by_partner) for one in seen.told]
        body = site.html(
            lang,
            template,
            title,
            where=where,
            w=site.written(lang),
            seen=seen,
            stands=stands,
            told=told[:SHOWN_TOLD],
            moves=[] if seen.turn is None else [move_words(move, lang) for move in seen.turn.moves],
            draft=DRAFT,
            roles=ROLES,
            role_name=role_name,
            **more,
        )
        return Answer(200, HTML, body)


def _nowhere(site: Site, asked: Request) -> Answer:
    return site.problem(404, asked.lang, site.written(asked.lang).say("exercise.no-seat"), twin=asked.twin)


def _wish(fields: Mapping[str, str]) -> Wish:
    """What a player asked by a form."""
    do = fields.get("do", "")
    if do not in ("take", "pass", "point-out"):
        raise NotReadable("no such wish")
    return Wish(
        do,  # type: ignore[arg-type]
        fields.get("moment", ""),
        _number(fields.get("number", "0")),
        _number(fields.get("entry", "0")),
    )


def _number(typed: str) -> int:
    """A whole number that a form sends.

    Raises:
        NotReadable: it is none.
    """
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise NotReadable("not a number")
    return int(typed)


def _why(lang: Any, say: Callable[..., str], error: Exception) -> str:
    """Why something is not done, in words."""
    if isinstance(error, NotDone):
        values = dict(error.values)
        if "role" in values:
            values["role"] = role_name(str(values["role"]), lang)
        return say(error.code, **values)
    return say(f"reason.{error.reason}" if isinstance(error, Refused) else "reason.malformed")
