"""The desk of drafts as files: out as DOCX, and a returned one shown as the amendments that it asks for.

/<lang>/-/word/<draft>                          what comes out and goes in; posted to: a returned file
/<lang>/-/word/<draft>?as=docx&state=2          the draft in a state, clean; `as=amendments` with tracked changes

It keeps nothing: a file is read, shown and forgotten. Each act that comes of it goes on to its sheet, to be signed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from urllib.parse import quote

from accord.acts.vocabulary import name_of
from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment
from accord.areas.negotiation.amending import operation
from accord.areas.negotiation.pieces import Piece, negotiated, state_named
from accord.areas.parties.cite import Missing
from accord.faces.web.acting.fences import same_origin
from accord.faces.web.acting.forms import fields_of
from accord.faces.web.acting.posted import NotReadable, Posted, read_posted
from accord.faces.web.acting.shown import speakers
from accord.faces.web.answers import HTML, REVALIDATE, Answer, Request, tagged
from accord.faces.web.nearest import Near
from accord.faces.web.rendering import build
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.papers.reading.files import Unreadable
from accord.papers.word import KIND, Opened, Returned, Sender, as_word, file_name, opened, returned
from accord.papers.word.shown import pieces
from accord.words.catalogue import say
from accord.world.asked import Asked

LARGEST = 1_000_000
"""Bytes of a file that the portal takes; the command line takes larger ones."""
MOST_STRETCHES = 15_000
"""Pieces of text of such a file, so that matching them keeps other readers waiting for a moment only."""


def answer(site: Site, asking: Request) -> Answer | Awaitable[Answer]:
    """A draft as a file, the page of that, or what a returned file asks for."""
    lang = asking.lang
    known = site.known
    try:
        draft = negotiated(known, "/".join(asking.arguments)).act.draft
        state = state_named(known, draft, asking.query.get("state", ""), known.negotiation.state(draft))
    except Missing as missing:
        words = say(lang, "portal.not-found.name", name=missing.key[:80])
        return site.problem(404, lang, words, twin=asking.twin)
    if asking.twin:
        return site.problem(404, lang, say(lang, "portal.not-found.name", name=draft), twin=True)
    if asking.method == "POST":
        return _posted(site, asking, known, draft)
    if asking.method not in ("GET", "HEAD"):
        return site.other_method(asking.method, lang, allowed="GET, HEAD, POST")
    wanted = asking.query.get("as", "")
    if wanted in ("docx", "amendments"):
        return _file(site, known, draft, state, wanted == "amendments")
    if wanted:
        return site.problem(404, lang, say(lang, "portal.not-found.name", name=wanted[:40]))
    return _page(site, lang, draft)


def _file(site: Site, known: Asked, draft: str, state: int, tracked: bool) -> Answer:
    """The draft as a file."""
    world = site.copy.world
    language = known.negotiation.tables.drafts[draft].act.language
    tag = tagged(build(), "word", site.copy.root, draft, state, tracked)
    data = as_word(world, draft, state, amendments=tracked, read=known.read)
    name = quote(file_name(draft, state, language, tracked), safe="")
    headers = (("Content-Disposition", f'attachment; filename="{name}"'),)
    return Answer(200, KIND, data, headers, etag=tag, caching=REVALIDATE)


def _posted(site: Site, asking: Request, known: Asked, draft: str) -> Answer | Awaitable[Answer]:
    lang = asking.lang
    if len(asking.body) > LARGEST:
        return site.problem(413, lang, say(lang, "portal.word.too-large", most=LARGEST // 1000))
    if not same_origin(asking.headers, site.address):
        return site.problem(403, lang, say(lang, "acting.other-origin"))
    try:
        posted = read_posted(asking.headers.get("content-type", ""), asking.body)
    except NotReadable:
        return site.problem(400, lang, say(lang, "portal.bad-request"))
    party = posted.fields.get("by", "")
    if party not in known.parties.tables.parties:
        return _page(site, lang, draft, say(lang, "acting.error.nobody"), status=422)
    return _read(site, lang, known, draft, posted)


async def _read(site: Site, lang: str, known: Asked, draft: str, posted: Posted) -> Answer:
    """What a returned file asks for. It is taken apart in a thread of its own, and compared where the world is read."""
    sender = Sender(party=posted.fields["by"], with_comments="comments" in posted.fields)
    try:
        file: Opened = await asyncio.to_thread(opened, posted.file, MOST_STRETCHES)
        found = returned(file, site.copy.world, sender, read=known.read)
    except Unreadable as error:
        return _page(site, lang, draft, say(lang, f"unreadable.{error.code}", **error.values), sender.party, status=422)
    return _page(site, lang, found.sheet.draft, by=sender.party, found=found)


def _page(
    site: Site, lang: str, draft: str, wrong: str = "", by: str = "", found: Returned | None = None, status: int = 200
) -> Answer:
    w = site.written(lang)
    body = site.html(
        lang,
        "acting/word.html",
        f"{w.say('portal.word.title')} {draft}",
        where=Where(rest=f"-/word/{quote(draft, safe='')}", crumbs=(Near(draft, w.url("draft", draft)),)),
        w=w,
        draft=draft,
        language=site.copy.world.negotiation.tables.drafts[draft].act.language,
        speakers=speakers(site, w),
        by=by,
        wrong=wrong,
        found=found,
        acts=[] if found is None else [(act, name_of(act).partition("/")[0], fields_of(act)) for act in found.acts],
        changes={} if found is None else _changes(site, found),
        signs="act" in site.desks,
    )
    return Answer(status, HTML, body)


def _changes(site: Site, found: Returned) -> dict[str, list[tuple[str, str, tuple[Piece, ...]]]]:
    """The changes of each amendment: unit, kind, and its words in pieces."""
    view, draft = site.copy.world.negotiation, found.sheet.draft
    return {
        act.amendment: [
            (change.unit, operation(change), pieces(view, draft, change, act.sponsors, getattr(act, "amends", "")))
            for change in act.changes
        ]
        for act in found.acts
        if isinstance(act, ProposeAmendment | ProposeSubamendment)
    }
