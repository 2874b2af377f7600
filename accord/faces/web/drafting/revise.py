"""The desk of the chair, `/<lang>/-/revise/<draft>`: choose open amendments, see what they come to, issue the revision.

Nothing is kept and nothing is decided here: what the amendments come to is computed as the record will compute it, and
what does not go together is told by name before anything is signed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import msgspec

from accord.acts.vocabulary import name_of
from accord.areas.negotiation.acts import ReviseDraft
from accord.areas.negotiation.amending import clashing, line
from accord.areas.negotiation.pieces import negotiated, revisions
from accord.areas.negotiation.revising import Outcome
from accord.areas.parties.cite import Missing
from accord.faces.cli.inputs import problem
from accord.faces.web.acting.drawn import Drawn
from accord.faces.web.acting.forms import Problem, Typed, clean
from accord.faces.web.acting.shown import speakers
from accord.faces.web.answers import HTML, Answer, Request
from accord.faces.web.drafting.told import clashes_of, come_to
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.wire import codec
from accord.words.catalogue import say
from accord.world.asked import Asked
from accord.world.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from accord.faces.web.acting.desk import Acting

KEPT = ("by", "how", "symbol", "on", "document", "place")
"""The fields beside the amendments, each of which has one of its own: `take:A.1`."""


class Revising:
    """The desk of the chair of one site."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def answer(self, site: Site, asked: Request) -> Answer:
        """The page, and what is posted to it."""
        lang = asked.lang
        known = site.known
        try:
            draft = negotiated(known, asked.arguments[0] if len(asked.arguments) == 1 else "").act.draft
        except Missing as missing:
            return site.problem(404, lang, say(lang, "portal.not-found.name", name=missing.key[:80]), twin=asked.twin)
        if asked.twin:
            return site.problem(404, lang, say(lang, "portal.not-found.name", name=draft[:80]), twin=True)
        page = RevisePage(site, lang, known, draft)
        if asked.method in ("GET", "HEAD"):
            return page.shown(asked.query)
        posted = self._acting.received(site, asked)
        if isinstance(posted, Answer):
            return posted
        typed = posted.fields
        outcome = page.outcome(typed)
        if typed.get("do", "") in ("show", "edit") or (
            outcome is not None and outcome.clashes and "record" not in typed
        ):
            return page.shown(typed, outcome)
        act, problems = page.act(typed)
        return self._acting.made(site, lang, typed, act, problems, lambda found: page.shown(typed, outcome, found, 422))


class RevisePage:
    """One look at the desk: a site, a language, a draft."""

    def __init__(self, site: Site, lang: str, known: Asked, draft: str) -> None:
        self.site, self.lang, self.known, self.draft = site, lang, known, draft
        every = known.negotiation.tables.amendments.get(draft, {})
        self.open = {name: row for name, row in every.items() if row.open}

    def taken(self, typed: Typed) -> tuple[str, ...]:
        """The open amendments that are ticked, in the order in which they were proposed."""
        return tuple(name for name in self.open if typed.get(f"take:{name}"))

    def outcome(self, typed: Typed) -> Outcome | None:
        """What the amendments that are ticked come to."""
        taken = self.taken(typed)
        return self.known.negotiation.merged(self.draft, taken) if taken else None

    def symbol(self) -> str:
        """The symbol that the next revision on paper would have.

        Source: A/68/514 and its series of documents number revisions of a draft *Rev.1*, *Rev.2*, ….
        """
        issued = [row.document for row in revisions(self.known, self.draft) if row.document is not None]
        match = re.fullmatch(r"(.+)/Rev\.([0-9]{1,4})", issued[-1] if issued else self.draft)
        return f"{self.draft}/Rev.1" if match is None else f"{match[1]}/Rev.{int(match[2]) + 1}"

    def act(self, typed: Typed) -> tuple[ReviseDraft | None, dict[str, Problem]]:
        """The act that was chosen, or what is wrong with it by its place."""
        taken = self.taken(typed)
        if not taken:
            return None, {"take": Problem("drafting.revise.none")}
        given = {name: clean(typed.get(name, "")) for name in KEPT}
        plain: dict[str, Any] = {"verb": name_of(ReviseDraft), "draft": self.draft, "merges": taken}
        if given["how"] != "orally":
            plain["document"] = given["symbol"]
        if given["on"]:
            plain["on"] = given["on"]
        if given["document"]:
            plain["source"] = {"document": given["document"]} | ({"place": given["place"]} if given["place"] else {})
        try:
            data = codec.encode(plain)
            act = VOCABULARY.decoder.decode(unicodedata.normalize("NFC", data.decode()).encode())
        except (msgspec.MsgspecError, UnicodeError, ValueError) as error:
            code, values, path = problem(str(error))
            first = path.split(".")[0]
            return None, {{"document": "symbol", "source": "document"}.get(first, first): Problem(code, values)}
        assert isinstance(act, ReviseDraft)
        return act, {}

    def shown(
        self,
        typed: Typed,
        outcome: Outcome | None = None,
        problems: dict[str, Problem] | None = None,
        status: int = 200,
    ) -> Answer:
        """The page with what was chosen, and what it comes to."""
        known, draft = self.known, self.draft
        negotiation = known.negotiation
        w = self.site.written(self.lang)
        drawn = Drawn(self.lang, self.site.copy.world)
        clashes = () if outcome is None else clashes_of(negotiation, draft, outcome.clashes)
        told = () if outcome is None or outcome.clashes else come_to(known, draft, outcome)
        taken = self.taken(typed)
        if any(self.open[name].amends not in (None, *taken) for name in taken):
            problems = {"take": Problem("reason.without-its-amendment"), **(problems or {})}
        symbol = typed.get("symbol", "") or self.symbol()
        chosen = [name for name in typed if name.startswith("sign:")]
        body = self.site.html(
            self.lang,
            "drafting/revise.html",
            w.say("drafting.revise.title", draft=draft),
            where=Where(rest=f"-/revise/{w.url('revise', draft).rpartition('/')[2]}"),
            w=w,
            draft=draft,
            language=negotiation.tables.drafts[draft].act.language,
            adopted=draft in negotiation.tables.adoptions,
            open_amendments=[
                (line(known, draft, row), dict.fromkeys(one.amendment for one in clashing(known, draft, row)))
                for row in self.open.values()
            ],
            taken=taken,
            clashes=clashes,
            told=told,
            typed={name: typed.get(name, "") for name in KEPT} | {"symbol": symbol},
            registered=symbol in known.documents.tables.documents,
            chosen=chosen,
            speakers=speakers(self.site, w),
            problems={place: drawn.words(one) for place, one in (problems or {}).items()},
        )
        return Answer(status, HTML, body)


def revision_fields(act: ReviseDraft) -> dict[str, str]:
    """The fields of the desk that spell a revision."""
    found = {f"take:{name}": "1" for name in act.merges}
    found |= {"how": "orally"} if act.document is None else {"symbol": act.document}
    if act.on is not None:
        found["on"] = act.on.isoformat()
    if act.source is not None:
        found |= {"document": act.source.document or "", "place": act.source.place or ""}
    return found
