"""When an act about a document counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts import symbols
from accord.acts.entry import Entry
from accord.acts.facts import insist_correct
from accord.acts.rulings import NoEffect, insist
from accord.areas.bodies.rules import insist_body, insist_sponsors
from accord.areas.documents.acts import RegisterDocument, RelateDocument
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice
from accord.wire.codec import Malformed

if TYPE_CHECKING:
    from accord.areas.documents.view import Documents


def insist_symbol(symbol: str) -> None:
    """The symbol follows the grammar and is in its normal spelling."""
    if not symbols.is_normal(symbol):
        try:
            symbols.parse(symbol)
        except Malformed:
            raise NoEffect("no-symbol") from None
        raise NoEffect("not-the-normal-symbol")


def may_register(entry: Entry[Any], view: Documents) -> None:
    """By a sponsor, the secretariat or a recorder; sponsors are known parties, none twice, of a draft no observers.

    A party that registers its own document names itself; the others join by acts of their own.
    """
    act = entry.act
    insist_symbol(act.symbol)
    insist_body(view.bodies, act.body)
    insist_parties(view.parties, *act.sponsors)
    insist(len(set(act.sponsors)) == len(act.sponsors), "named-twice")
    insist((act.submitter == "sponsors") == bool(act.sponsors), "sponsors-and-submitter-differ")
    insist_voice(entry, view.parties, *act.sponsors)
    current = view.tables.documents.get(act.symbol)
    if not _speaks_for_others(entry, view):
        known = () if current is None else current.act.sponsors
        insist(all(sponsor in (entry.by, *known) for sponsor in act.sponsors), "others-join-themselves")
    insist_correction(entry, view.parties, current)
    insist_proposers(view, act, *act.sponsors)


def insist_proposers(view: Documents, act: RegisterDocument, *parties: str) -> None:
    """A draft is a proposal for a decision: its sponsors are members, or observers to which that was accorded.

    Other papers anybody may submit whom the body admits (A/68/514 ¶9 lists papers of civil society).
    """
    insist_sponsors(view.bodies, act.body if act.kind == "draft" else None, *parties)


def _speaks_for_others(entry: Entry[Any], view: Documents) -> bool:
    """Whether who says it may record what others said: the secretariat, or a recorder who names the source."""
    recorder = entry.by in view.parties.tables.roles.get("recorder", ()) and entry.act.source is not None
    return recorder or entry.by == view.parties.secretariat


def may_withdraw(entry: Entry[Any], view: Documents) -> None:
    """The document stands; a sponsor, the one who recorded it or the secretariat says so."""
    act = entry.act
    current = view.tables.documents.get(act.symbol)
    insist(current is not None, "unknown-document")
    assert current is not None
    insist(act.symbol not in view.tables.withdrawn, "already-withdrawn")
    sponsors = view.sponsors(act.symbol)
    insist_voice(entry, view.parties, *sponsors)
    insist(entry.by in (current.by, *sponsors, view.parties.secretariat), "not-the-recorder")


def may_restore(entry: Entry[Any], view: Documents) -> None:
    """The document is withdrawn; a sponsor, the one who recorded either or the secretariat says so."""
    act = entry.act
    withdrawn = view.tables.withdrawn.get(act.symbol)
    insist(withdrawn is not None, "not-withdrawn")
    assert withdrawn is not None
    sponsors = view.sponsors(act.symbol)
    insist_voice(entry, view.parties, *sponsors)
    recorders = (withdrawn.by, view.tables.documents[act.symbol].by)
    insist(entry.by in (*recorders, *sponsors, view.parties.secretariat), "not-the-recorder")


def may_join(entry: Entry[Any], view: Documents) -> None:
    """The document stands and the party is not its sponsor; of a draft it is no observer."""
    act = entry.act
    insist(act.symbol in view.tables.documents and act.symbol not in view.tables.withdrawn, "unknown-document")
    insist_parties(view.parties, act.sponsor)
    insist_voice(entry, view.parties, act.sponsor)
    insist(act.sponsor not in view.sponsors(act.symbol), "already-a-sponsor")
    insist_proposers(view, view.tables.documents[act.symbol].act, act.sponsor)


def may_leave(entry: Entry[Any], view: Documents) -> None:
    """The party is a sponsor of the document."""
    act = entry.act
    insist(act.symbol in view.tables.documents, "unknown-document")
    insist_voice(entry, view.parties, act.sponsor)
    insist(act.sponsor in view.sponsors(act.symbol), "not-a-sponsor")


def may_issue(entry: Entry[Any], view: Documents) -> None:
    """The document is registered."""
    act = entry.act
    insist(act.symbol in view.tables.documents, "unknown-document")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.versions.get(act.symbol, {}).get(act.language))


def may_relate(entry: Entry[Any], view: Documents) -> None:
    """Both documents are registered, and they are two."""
    act = entry.act
    insist(act.symbol in view.tables.documents and act.document in view.tables.documents, "unknown-document")
    insist(act.symbol != act.document, "related-to-itself")
    insist_languages(act.languages)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.relations.get(relation(act)))


def may_reissue(entry: Entry[Any], view: Documents) -> None:
    """The document is registered."""
    act = entry.act
    insist(act.symbol in view.tables.documents, "unknown-document")
    insist_languages(act.languages)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.reissues.get(act.symbol, {}).get(act.reissue))


def may_circulate(entry: Entry[Any], view: Documents) -> None:
    """The document is registered; a time of day has its offset."""
    act = entry.act
    insist(act.symbol in view.tables.documents, "unknown-document")
    insist(act.time is None or act.offset is not None, "no-offset")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.circulated.get(act.symbol, {}).get(act.stage))


def may_open_window(entry: Entry[Any], view: Documents) -> None:
    """Of a body that is established; it ends no earlier than it begins, and a time of day has its offset."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist(act.opens is None or act.opens <= act.deadline, "ends-before-it-begins")
    insist(act.time is None or act.offset is not None, "no-offset")
    insist(len(set(act.paper_kinds)) == len(act.paper_kinds), "named-twice")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.windows.get(f"{act.body}/{act.submission_window}"))


def insist_languages(languages: tuple[str, ...]) -> None:
    """No language is named twice."""
    insist(len(set(languages)) == len(languages), "named-twice")


def relation(act: RelateDocument) -> str:
    """Under what a relation is kept: the same two documents may be related in several ways.

    >>> relation(RelateDocument(symbol="A/1/Corr.1", kinship="corrects", document="A/1"))
    'A/1/Corr.1 corrects A/1'
    """
    return f"{act.symbol} {act.kinship} {act.document}"


def may_receive(entry: Entry[Any], view: Documents) -> None:
    """By the secretariat, for a party in the register, once for a file, about something that is on record."""
    act = entry.act
    insist(entry.by == view.parties.secretariat, "not-the-secretariat")
    insist_parties(view.parties, act.presenter)
    insist(act.concerns is not None or act.supports is not None, "concerns-nothing")
    insist(act.concerns is None or act.concerns in view.tables.documents, "unknown-document")
    insist(act.supports is None or act.supports < entry.index, "no-such-entry")
    insist_correct(act, view.tables.instruments.get(act.sha256))
