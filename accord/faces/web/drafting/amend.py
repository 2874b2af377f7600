"""The desk of amendments, `/<lang>/-/amend/<draft>[/<unit>[/<operation>]]`: type the text as it should read.

With `?amends=<amendment>` it is the desk of amendments to that amendment, of the texts that it makes.

It keeps nothing: the rows travel in the page, each with the hash of the text for which it was typed. What comes of them
is an act like any other, shown on its sheet and signed there.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from accord.acts.vocabulary import name_of
from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment
from accord.areas.negotiation.amending import ChangeRow
from accord.areas.negotiation.changes import changes_hash
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.pieces import negotiated
from accord.areas.negotiation.revising import in_order
from accord.areas.negotiation.typed import next_name
from accord.areas.negotiation.view import Negotiation
from accord.areas.parties.cite import Missing
from accord.faces.cli.inputs import problem
from accord.faces.web.acting.drawn import Drawn
from accord.faces.web.acting.forms import Problem, Typed, clean, edited
from accord.faces.web.acting.shown import speakers
from accord.faces.web.answers import HTML, Answer, Request
from accord.faces.web.drafting.rows import KINDS, Desk, Row
from accord.faces.web.drafting.told import asked_for, meets
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.wire import codec
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES
from accord.world.asked import Asked
from accord.world.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from accord.faces.web.acting.desk import Acting

KEPT = ("by", "amends", "amendment", "sponsors", "on", "note", "note_lang", "document", "place")
"""The fields beside the rows."""


class Amending:
    """The desk of amendments of one site."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def answer(self, site: Site, asked: Request) -> Answer:
        """The page, and what is posted to it."""
        lang = asked.lang
        known = site.known
        try:
            draft = negotiated(known, asked.arguments[0] if asked.arguments else "").act.draft
        except Missing as missing:
            return site.problem(404, lang, say(lang, "portal.not-found.name", name=missing.key[:80]), twin=asked.twin)
        if asked.twin or len(asked.arguments) > 3:
            return site.problem(
                404, lang, say(lang, "portal.not-found.name", name=asked.arguments[-1][:80]), twin=asked.twin
            )
        if asked.method in ("GET", "HEAD"):
            page = self._page(site, lang, known, draft, asked.query)
            if isinstance(page, Answer):
                return page
            _, unit, operation = (*asked.arguments, *("", "", "amend")[len(asked.arguments) :])
            if unit and page.desk.new("c.0", operation, unit) is None:
                return site.problem(404, lang, say(lang, "portal.not-found.name", name=unit[:80]))
            return page.begun(unit, operation, asked.query)
        posted = self._acting.received(site, asked)
        if isinstance(posted, Answer):
            return posted
        page = self._page(site, lang, known, draft, posted.fields)
        return page if isinstance(page, Answer) else self._typed(page, posted.fields)

    def _page(self, site: Site, lang: str, known: Asked, draft: str, given: Typed) -> AmendPage | Answer:
        """The desk of the draft, or of an amendment to it that is given; that must be one to the draft itself."""
        amends = given.get("amends", "")
        row = known.negotiation.tables.amendments.get(draft, {}).get(amends)
        if amends and (row is None or row.amends is not None):
            return site.problem(404, lang, say(lang, "portal.not-found.name", name=amends[:80]))
        return AmendPage(site, lang, known, Desk(known.negotiation, draft, amends))

    def _typed(self, page: AmendPage, typed: dict[str, str]) -> Answer:
        do = typed.get("do", "")
        if do == "more":
            return page.more(typed)
        if do.startswith("remove:"):
            return page.shown(edited(typed, do))
        if do.startswith("renew:"):
            return page.renewed(typed, do.removeprefix("renew:"))
        rows = page.desk.read(typed)
        if do == "edit":
            return page.shown(typed, rows)
        told = page.told(rows, typed)
        if do == "show" or page.unseen(rows, told):
            return page.shown(typed, rows, told)
        act, problems = page.act(typed, rows)
        return self._acting.made(
            page.site, page.lang, typed, act, problems, lambda found: page.shown(typed, rows, told, found, 422)
        )


class AmendPage:
    """One look at the desk: a site, a language, a draft."""

    def __init__(self, site: Site, lang: str, known: Asked, desk: Desk) -> None:
        self.site, self.lang, self.known, self.desk = site, lang, known, desk
        self.view: Negotiation = known.negotiation

    def begun(self, unit: str, operation: str, given: Typed) -> Answer:
        """The page as it is first seen, with the unit that its address names."""
        units = [unit] if unit else list(self.desk.units) if self.desk.amends else []
        rows = [self.desk.new(f"c.{number}", operation, one) for number, one in enumerate(units)]
        fields = {name: given[name] for name in KEPT if name in given}
        return self.shown(fields, [row for row in rows if row is not None])

    def more(self, typed: Typed) -> Answer:
        """With one more row, unless there is one for that unit already."""
        rows = self.desk.read(typed)
        unit, operation = typed.get("more.unit", ""), typed.get("more.do", "")
        taken = operation != "add" and any(row.unit == unit for row in rows)
        row = None if taken else self.desk.new(f"c.{len(rows)}", operation, unit)
        if row is None:
            code = "reason.named-twice" if taken else "drafting.which-unit"
            return self.shown(typed, rows, problems={"more": Problem(code)}, status=422)
        while any(other.unit == row.unit for other in rows):
            row.unit += "-2"
        return self.shown(typed, [*rows, row], focus=row.place)

    def renewed(self, typed: Typed, place: str) -> Answer:
        """With a row made for the text that stands: as brought forward, where that goes, else as it was typed."""
        rows = self.desk.read(typed)
        for row in rows:
            unit = self.desk.units.get(row.unit)
            if row.place != place or unit is None or row.operation not in ("amend", "delete"):
                continue
            told = self.told([row], typed).get(place)
            if row.operation == "amend" and told is not None and told.standing == "late":
                row.typed = "".join(piece.text for piece in told.now if piece.kind != "drop")
            row.base = unit.current.hash
        return self.shown(typed, self.desk.read({**typed, **_fields(rows)}), focus=place)

    def told(self, rows: list[Row], typed: Typed) -> dict[str, ChangeRow]:
        """What each row that asks for something comes to, by its place."""
        by = typed.get("by", "")
        by = by if by in self.site.copy.world.parties.tables.parties else ""
        asking = [row for row in rows if row.change is not None]
        changes = [row.change for row in asking if row.change is not None]
        shown = asked_for(self.known, self.desk.draft, by, changes, self.desk.amends)
        return {row.place: one for row, one in zip(asking, shown, strict=True)}

    def unseen(self, rows: list[Row], told: dict[str, ChangeRow]) -> bool:
        """Whether the text moved under a row and whoever typed has not seen that yet; an amendment never moves."""
        return not self.desk.amends and any(
            row.place in told
            and told[row.place].standing in ("late", "collides")
            and row.seen != self.desk.units[row.unit].current.hash
            for row in rows
        )

    def act(
        self, typed: Typed, rows: list[Row]
    ) -> tuple[ProposeAmendment | ProposeSubamendment | None, dict[str, Problem]]:
        """The act that was typed, or what is wrong with it by its place."""
        problems = {row.place: row.problem for row in rows if row.problem is not None}
        if not rows:
            problems["more"] = Problem("drafting.which-unit")
        if problems:
            return None, problems
        plain = _plain(self.desk, typed, rows, self.lang)
        try:
            data = codec.encode(plain)
            act = VOCABULARY.decoder.decode(unicodedata.normalize("NFC", data.decode()).encode())
        except (msgspec.MsgspecError, UnicodeError, ValueError) as error:
            code, values, path = problem(str(error))
            first = path.replace("[", ".").replace("]", "").strip(".").split(".")
            place = f"c.{first[1]}" if first[0] == "changes" and len(first) > 1 else _PLACES.get(first[0], first[0])
            return None, {place: Problem(code, values)}
        assert isinstance(act, ProposeAmendment | ProposeSubamendment)
        return act, {}

    def shown(
        self,
        typed: Typed,
        rows: list[Row] | None = None,
        told: dict[str, ChangeRow] | None = None,
        problems: dict[str, Problem] | None = None,
        status: int = 200,
        focus: str = "",
    ) -> Answer:
        """The page with what was typed; `told` where it is to show what that comes to."""
        rows = self.desk.read(typed) if rows is None else rows
        told, problems = told or {}, problems or {}
        # What is wrong is told of rows that somebody had shown, not of one just begun.
        asked = bool(told or status != 200 or typed.get("do") == "show")
        if asked:
            problems = {row.place: row.problem for row in rows if row.problem is not None} | problems
        view, draft, amends = self.view, self.desk.draft, self.desk.amends
        for row in rows:
            if not amends and row.place in told and told[row.place].standing in ("late", "collides"):
                row.seen = self.desk.units[row.unit].current.hash
        units = self.desk.units
        order = tuple(units) if amends else in_order(units, view.state(draft))
        amendments = view.tables.amendments.get(draft, {})
        w = self.site.written(self.lang)
        drawn = Drawn(self.lang, self.site.copy.world)
        language = view.tables.drafts[draft].act.language
        body = self.site.html(
            self.lang,
            "drafting/amend.html",
            w.say("drafting.subamend.title", draft=draft, amendment=amends)
            if amends
            else w.say("drafting.amend.title", draft=draft),
            where=Where(
                rest=f"-/amend/{w.url('amend', draft).rpartition('/')[2]}",
                query=f"?amends={quote(amends, safe='')}" if amends else "",
            ),
            w=w,
            draft=draft,
            language=language,
            direction=LANGUAGES[language].direction,
            amends=amends,
            adopted=draft in view.tables.adoptions,
            rows=rows,
            told=told,
            units=units,
            order=order,
            numbers=numbers(units, order),
            operations=self.desk.operations,
            kinds=KINDS,
            meets=meets(view, draft, [row.change for row in rows if row.change is not None], amends) if asked else (),
            typed=dict.fromkeys(KEPT, "")
            | {
                "amendment": next_name(amendments, amends or "A"),
                "note_lang": self.lang,
                **{name: typed[name] for name in KEPT if name in typed},
            },
            chosen=[name for name in typed if name.startswith("sign:") or name == "record"],
            speakers=speakers(self.site, w),
            problems={place: drawn.words(one) for place, one in problems.items()},
            languages=list(LANGUAGES),
            focus=focus,
            act=name_of(ProposeSubamendment if amends else ProposeAmendment).partition("/")[0],
        )
        return Answer(status, HTML, body)


_PLACES = {"source": "document", "document": "document"}
"""Where on the page a part of the act was typed, if it is called otherwise there."""


def _plain(desk: Desk, typed: Typed, rows: list[Row], lang: str) -> dict[str, Any]:
    """The act in plain values, for the vocabulary to judge."""
    given = {name: clean(typed.get(name, "")) for name in KEPT}
    plain: dict[str, Any] = {
        "verb": name_of(ProposeSubamendment if desk.amends else ProposeAmendment),
        "draft": desk.draft,
        "amendment": given["amendment"],
        "changes": [msgspec.to_builtins(row.change) for row in rows],
        "sponsors": given["sponsors"].replace(",", " ").split() or [given["by"]],
    }
    if desk.amends:
        plain |= {"amends": desk.amends, "to": changes_hash(desk.amended.act.changes)}
    if given["note"]:
        original = given["note_lang"] if given["note_lang"] in LANGUAGES else lang
        plain["note"] = {"original": original, "said": {original: given["note"]}}
    if given["on"]:
        plain["on"] = given["on"]
    if given["document"]:
        plain["source"] = {"document": given["document"]} | ({"place": given["place"]} if given["place"] else {})
    return plain


def amendment_fields(view: Negotiation, act: ProposeAmendment | ProposeSubamendment) -> dict[str, str]:
    """The fields of the desk that spell an amendment of a draft, or to an amendment, that is there."""
    desk = Desk(view, act.draft, act.amends if isinstance(act, ProposeSubamendment) else "")
    found = _fields([desk.row_of(f"c.{number}", change) for number, change in enumerate(act.changes)])
    found |= {"amends": desk.amends, "amendment": act.amendment, "sponsors": " ".join(act.sponsors)}
    if act.note is not None:
        found |= {"note": act.note.said[act.note.original], "note_lang": act.note.original}
    if act.on is not None:
        found["on"] = act.on.isoformat()
    if act.source is not None:
        found |= {"document": act.source.document or "", "place": act.source.place or ""}
    return found


def _fields(rows: list[Row]) -> dict[str, str]:
    found = {"c.#": str(len(rows))}
    for row in rows:
        found |= row.fields()
    return found
