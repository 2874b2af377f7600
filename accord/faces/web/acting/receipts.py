"""The receipt: an act's place in the record, whether it counts there, its proof, and how to check all that."""

from __future__ import annotations

import logging

import msgspec

from accord.acts.vocabulary import name_of
from accord.areas.parties.cite import Missing
from accord.faces.web.answers import HTML, JSON, REVALIDATE, TEXT, Answer, Request, tagged
from accord.faces.web.site import Site
from accord.faces.web.where import Where
from accord.log.proof import LogProof, format_proof
from accord.world.entries import EntryPage

AHEAD = 10_000
"""Entries that the record may be ahead of this copy; a number beyond is a mistake."""

_log = logging.getLogger("accord.portal")


def receipt(site: Site, asked: Request) -> Answer:
    """`/<lang>/-/receipt/17`, and its proof at `/<lang>/-/receipt/17/proof`. Waits for an entry that comes soon."""
    lang = asked.lang
    w = site.written(lang)
    if asked.method not in ("GET", "HEAD"):
        return site.other_method(asked.method, lang)
    number, *rest = asked.arguments or ("",)
    missing = w.say("portal.not-found.name", name=number[:40])
    if not (number.isascii() and number.isdigit() and len(number) < 17 and str(int(number)) == number):
        return site.problem(404, lang, missing, twin=asked.twin)
    index = int(number)
    if index >= site.copy.size:
        try:
            # Whoever asks for what is not there makes this read one small file, and verify nothing twice.
            if site.copy.reader.store.read("checkpoint") != site.copy.note:
                site.catch_up()
        except Exception:  # what does not verify is not shown; the follower of the record says so too
            _log.exception("the record could not be followed")
    if index >= site.copy.size + AHEAD or rest not in ([], ["proof"]):
        return site.problem(404, lang, missing, twin=asked.twin)
    if index >= site.copy.size:
        return _waiting(site, lang, index)
    if rest:
        return _proof(site, index)
    try:
        page = site.ask("entry", (number,))
    except Missing:
        return site.problem(404, lang, missing, twin=asked.twin)
    assert isinstance(page, EntryPage)
    if asked.twin:
        return Answer(200, JSON, msgspec.json.encode(page), caching=REVALIDATE)
    body = site.html(
        lang,
        "acting/receipt.html",
        w.say("acting.receipt.title", index=index),
        where=Where(rest=f"-/receipt/{index}", twin=f"/{lang}/-/receipt/{index}.json", entries=(index,)),
        w=site.written(lang),
        receipt=page,
        reason="" if page.reason is None else w.say(f"reason.{page.reason}"),
        verb=page.verb.partition("/")[0],
    )
    return Answer(200, HTML, body, caching=REVALIDATE)


def _waiting(site: Site, lang: str, index: int) -> Answer:
    w = site.written(lang)
    body = site.html(lang, "acting/waiting.html", w.say("acting.receipt.title", index=index), index=index)
    return Answer(202, HTML, body, (("Refresh", "1"),))


def _proof(site: Site, index: int) -> Answer:
    copy = site.copy
    proof = format_proof(LogProof(index, tuple(copy.reader.prove_inclusion(index, copy.size)), copy.note))
    entry = site.known.read(index)
    name = "entry" if entry is None else name_of(entry.act).partition("/")[0]
    headers = (("Content-Disposition", f'attachment; filename="{name}-{index}.tlog-proof"'),)
    return Answer(200, TEXT, proof, headers, etag=tagged("proof", index, copy.root), caching=REVALIDATE)
