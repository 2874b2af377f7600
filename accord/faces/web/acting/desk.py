"""The desks of acting: forms, sheets, receipts, drafts. They keep nothing; what is on its way travels in the pages.

/<lang>/-/act                   every act there is, and the place to hand in a signed one
/<lang>/-/act/<noun>.<verb>     the form of an act; `.json` its JSON Schema
/<lang>/-/receipt/<index>       what became of it; `…/proof` the proof
/<lang>/-/drafts                what is not said yet, kept by the browser
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import msgspec

from accord.acts import envelope as envelopes
from accord.acts.gate import Refused, Repeated
from accord.acts.vocabulary import Act, UnknownAct, name_of
from accord.faces.web.acting.drawn import Drawn
from accord.faces.web.acting.fences import CLIENT, LARGEST_BODY, Quota, same_origin
from accord.faces.web.acting.forms import NotYet, Problem, edited, read_form
from accord.faces.web.acting.posted import NotReadable, Posted, read_posted
from accord.faces.web.acting.receipts import receipt
from accord.faces.web.acting.sheet import Sheet, chosen_keys, keys_for, new_sheet
from accord.faces.web.acting.shown import facts, listed, signatures, speakers
from accord.faces.web.answers import HTML, JSON, Answer, Request, content, redirect
from accord.faces.web.drafting.again import again
from accord.faces.web.drafting.amend import Amending
from accord.faces.web.drafting.revise import Revising
from accord.faces.web.drafting.told import asked_by, language_of, revised_by
from accord.faces.web.site import Desk, Site, Submit
from accord.faces.web.where import Where
from accord.keys.passkeys import Assertion, base64url, from_base64url
from accord.log.lock import Busy
from accord.log.sequencer import RecordStopped
from accord.papers.drafts import FORMAT
from accord.wire import codec
from accord.wire.codec import Malformed
from accord.words.catalogue import say
from accord.world.vocabulary import VOCABULARY


class Acting:
    """Acting on one site.

    Args:
        nonce: a random number below 2^53.
        clock: seconds, growing.
    """

    def __init__(self, nonce: Callable[[], int], clock: Callable[[], float]) -> None:
        self._nonce = nonce
        self.posts = Quota(60, 1.0, clock)
        """For each address: forms drawn, previewed, handed in."""
        self.acts = Quota(20, 0.2, clock)
        """For each key: acts handed in. Only who holds the key can use it up."""

    def desks(self) -> dict[str, Desk]:
        """The desks by name, for `Site(desks=...)`."""
        drafting = {"amend": Amending(self).answer, "revise": Revising(self).answer}
        return {"act": self.act, "receipt": receipt, "drafts": drafts, **drafting}

    def act(self, site: Site, asked: Request) -> Answer | Awaitable[Answer]:
        """Every act, or the form of one; what is posted to either."""
        try:
            act = _named(asked.arguments)
        except UnknownAct:
            words = say(asked.lang, "error.unknown-act", name="/".join(asked.arguments)[:60])
            return site.problem(404, asked.lang, words, twin=asked.twin)
        if asked.method in ("GET", "HEAD"):
            if act is None:
                return _index(site, asked.lang)
            if asked.twin:
                return content(JSON, msgspec.json.encode(VOCABULARY.schema(name_of(act))))
            return _form(site, asked.lang, act, asked.query, {})
        posted = self.received(site, asked)
        if isinstance(posted, Answer):
            return posted
        return self._handed_in(site, asked.lang, posted) if act is None else self._filled(site, asked.lang, act, posted)

    def received(self, site: Site, asked: Request) -> Posted | Answer:
        """What was posted to a desk, or why it is not read: too large, from elsewhere, too often, no form."""
        lang = asked.lang
        if asked.method != "POST":
            return site.other_method(asked.method, lang, allowed="GET, HEAD, POST")
        if len(asked.body) > LARGEST_BODY:
            return site.problem(413, lang, say(lang, "acting.too-large", most=LARGEST_BODY // 1024))
        if not same_origin(asked.headers, site.address):
            return site.problem(403, lang, say(lang, "acting.other-origin"))
        if not self.posts.take(asked.headers.get(CLIENT, "")):
            return _later(site, lang)
        try:
            return read_posted(asked.headers.get("content-type", ""), asked.body)
        except NotReadable:
            return site.problem(400, lang, say(lang, "portal.bad-request"))

    # A form that was filled in.

    def _filled(self, site: Site, lang: str, act: type[Act], posted: Posted) -> Answer:
        typed, do = posted.fields, posted.fields.get("do", "")
        if do.startswith(("add:", "remove:")):
            return _form(site, lang, act, edited(typed, do), {}, focus=do)
        if do == "edit":
            return _form(site, lang, act, typed, {})
        try:
            made: Act | None = read_form(act, typed)
            problems: dict[str, Problem] = {}
        except NotYet as not_yet:
            made, problems = None, not_yet.problems
        return self.made(
            site, lang, typed, made, problems, lambda found: _form(site, lang, act, typed, found, status=422)
        )

    def made(
        self,
        site: Site,
        lang: str,
        typed: Mapping[str, str],
        made: Act | None,
        problems: dict[str, Problem],
        back: Callable[[dict[str, Problem]], Answer],
    ) -> Answer:
        """An act that was filled in, as a file or on its sheet; `back` to where it was, with what is wrong."""
        if typed.get("do", "") == "download" and made is not None:
            name = name_of(made).partition("/")[0]
            data = msgspec.json.format(codec.encode(made), indent=2) + b"\n"
            return Answer(200, JSON, data, (("Content-Disposition", f'attachment; filename="{name}.json"'),))
        by = typed.get("by", "")
        world = site.copy.world
        if by not in world.parties.tables.parties:
            problems["by"] = Problem("acting.error.nobody")
        if problems or made is None:
            return back(problems)
        chosen = [name.removeprefix("sign:") for name in typed if name.startswith("sign:")]
        keys = chosen_keys(world, made, by, chosen)
        if not keys:
            return back({"by": Problem("acting.error.no-key")})
        try:
            sheet = new_sheet(world, made, by, self._nonce(), keys)
        except Malformed as error:
            return back({"": Problem("input.other", {"why": str(error)})})
        return self._sheet(site, lang, sheet, "record" in typed)

    # An act on its way.

    def _handed_in(self, site: Site, lang: str, posted: Posted) -> Answer | Awaitable[Answer]:
        do = posted.fields.get("do", "")
        for_the_record = "record" in posted.fields
        try:
            sheet = Sheet(envelopes.parse(posted.envelope()), site.copy.world)
            sheet.insist_belongs()
            if do == "envelope":
                name = f'attachment; filename="{name_of(sheet.payload.act).partition("/")[0]}.envelope.json"'
                return Answer(200, JSON, sheet.data, (("Content-Disposition", name),))
            if do == "sign":
                sheet = sheet.signed(*_assertion(posted.fields))
        except Repeated as repeated:
            return redirect(303, f"/{lang}/-/receipt/{repeated.first}")
        except Refused as refused:
            why = say(lang, f"reason.{refused.reason}")
            return _index(site, lang, why, str(refused), 422)
        except (Malformed, UnknownAct) as error:
            return _index(site, lang, say(lang, "reason.malformed"), str(error), 422)
        goes = sheet.complete and (sheet.judged().counts or for_the_record)
        if do in ("sign", "submit") and goes and site.submit is not None:
            return self._say(site, lang, sheet, site.submit)
        return self._sheet(site, lang, sheet, for_the_record)

    async def _say(self, site: Site, lang: str, sheet: Sheet, submit: Submit) -> Answer:
        left = [self.acts.take(keyid) for keyid in sheet.payload.keys]
        if not all(left):
            return _later(site, lang)
        try:
            # In a thread of its own: it waits for the disk, and readers do not.
            (done,) = await asyncio.to_thread(submit, [sheet.data])
        except Refused as refused:
            why = say(lang, f"reason.{refused.reason}")
            return _index(site, lang, why, str(refused), 422)
        except (UnknownAct, RecordStopped, Busy, OSError):
            return site.problem(503, lang, say(lang, "acting.unavailable"))
        return redirect(303, f"/{lang}/-/receipt/{done.index}")

    def _sheet(self, site: Site, lang: str, sheet: Sheet, for_the_record: bool) -> Answer:
        world, act = site.copy.world, sheet.payload.act
        w = site.written(lang)
        ruling = sheet.judged()
        verb = name_of(act).partition("/")[0]
        must, may = keys_for(world, act, sheet.payload.by)
        known = site.known
        asked = asked_by(known, act)
        body = site.html(
            lang,
            "acting/sheet.html",
            w.say("acting.sheet.title", act=w.code("act", verb)),
            where=Where(rest=f"-/act/{verb}"),
            w=w,
            sheet=sheet,
            verb=verb,
            facts=facts(w, world, act, without=("changes",) if asked else ()),
            asked_for=asked,
            come_to=revised_by(known, act),
            asked_language=language_of(known, act),
            again=again(w, known, act),
            counts=ruling.counts,
            reason="" if ruling.reason is None else w.say(f"reason.{ruling.reason}"),
            lines=signatures(site, sheet),
            choices=[(keyid, keyid in sheet.payload.keys) for keyid in may],
            must=must,
            payload=sheet.envelope.payload.decode("utf-8", "replace"),
            act_id=sheet.act_id.hex(),
            challenge=base64url(sheet.act_id),
            envelope=base64url(sheet.data),
            record_anyway=for_the_record,
            open=site.submit is not None,
        )
        return Answer(200, HTML, body)


def drafts(site: Site, asked: Request) -> Answer:
    """The page on which the browser keeps what is not said yet; the server sees none of it."""
    lang = asked.lang
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, lang)
    if asked.arguments:
        return site.problem(404, lang, say(lang, "portal.not-found.name", name="/".join(asked.arguments)[:40]))
    verbs = [name.partition("/")[0] for name in VOCABULARY.by_name]
    body = site.html(
        lang,
        "acting/drafts.html",
        say(lang, "acting.drafts.title"),
        where=Where(rest="-/drafts"),
        format=FORMAT,
        verbs=msgspec.json.encode({verb: site.written(lang).code("act", verb) for verb in verbs}).decode(),
    )
    return Answer(200, HTML, body)


def _named(arguments: tuple[str, ...]) -> type[Act] | None:
    """The act that an address names, with its version or without; `None` where it names none."""
    if not arguments:
        return None
    wanted = "/".join(arguments)
    found = [act for name, act in VOCABULARY.by_name.items() if wanted in (name, name.partition("/")[0])]
    if not found:
        raise UnknownAct(f"no act is called {wanted[:60]!r}")
    return found[-1]


def _assertion(fields: Mapping[str, str]) -> tuple[str, Assertion, bytes]:
    """The key and what its browser gave, from the fields that the page's script filled."""
    data, client, signature = (
        from_base64url(fields.get(name, "")) for name in ("authenticatorData", "clientDataJSON", "signature")
    )
    return fields.get("keyid", ""), Assertion(data, client), signature


def _index(site: Site, lang: str, refused: str = "", detail: str = "", status: int = 200) -> Answer:
    w = site.written(lang)
    body = site.html(
        lang,
        "acting/index.html",
        w.say("acting.title"),
        where=Where(rest="-/act"),
        w=w,
        areas=listed(w),
        refused=refused,
        detail=detail,
        open=site.submit is not None,
    )
    return Answer(status, HTML, body)


def _form(
    site: Site,
    lang: str,
    act: type[Act],
    typed: Mapping[str, str],
    problems: Mapping[str, Problem],
    status: int = 200,
    focus: str = "",
) -> Answer:
    w = site.written(lang)
    drawn = Drawn(lang, site.copy.world)
    verb = name_of(act).partition("/")[0]
    # Beside what the address or the sheet brings, a form knows what its fields hold by default.
    fields = {name: value for name, value in typed.items() if name not in ("by", "do", "record", "on")}
    fields = {name: value for name, value in fields.items() if not name.startswith("sign:")}
    body = site.html(
        lang,
        "acting/form.html",
        w.code("act", verb),
        where=Where(rest=f"-/act/{verb}"),
        w=w,
        verb=verb,
        does=w.code("act", f"{verb}.does"),
        nodes=drawn.form(act, fields, problems),
        by=typed.get("by", ""),
        speakers=speakers(site, w),
        wrong=[(place, drawn.words(problem)) for place, problem in problems.items()],
        by_error=drawn.words(problems["by"]) if "by" in problems else "",
        chosen=[name for name in typed if name.startswith("sign:")],
        name=name_of(act),
        format=FORMAT,
        focus=focus.partition(":")[2],
    )
    return Answer(status, HTML, body)


def _later(site: Site, lang: str) -> Answer:
    answer = site.problem(429, lang, say(lang, "acting.later"))
    return msgspec.structs.replace(answer, headers=(("Retry-After", "30"),))
