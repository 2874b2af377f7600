"""When an act about a proposal counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.bodies.rules import insist_body
from accord.areas.meetings.rules import key
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice
from accord.areas.proposals.listing import digest_of, listed

if TYPE_CHECKING:
    from accord.areas.proposals.acts import LinkTarget, SourceUnit
    from accord.areas.proposals.view import Proposals

PLACES = {
    "raised-in": ("document", "unit", "statement"),
    "compiled-in": ("document", "unit", "compilation"),
    "reflected-in": ("document", "unit"),
    "not-reflected-in": ("document",),
    "became-element": ("document", "unit"),
    "implemented-by": ("document", "unit", "measure"),
}
"""What each kind of link can lead to."""


def insist_proposal(view: Proposals, body: str, label: str) -> str:
    """The body and the proposal are in the record; the key of the proposal."""
    insist_body(view.bodies, body)
    name = key(body, label)
    insist(name in view.tables.proposals, "unknown-proposal")
    return name


def insist_standing(view: Proposals, name: str) -> None:
    """The proposal is not withdrawn, merged or divided."""
    insist(view.state(name) == "standing", "not-standing")


def insist_document(view: Proposals, symbol: str | None) -> None:
    """A document that is named is in the register."""
    insist(symbol is None or symbol in view.documents.tables.documents, "unknown-document")


def insist_themes(view: Proposals, body: str, themes: tuple[str, ...]) -> None:
    """The themes are themes of the body, none named twice."""
    insist(all(key(body, theme) in view.meetings.tables.themes for theme in themes), "unknown-theme")
    insist(len(set(themes)) == len(themes), "named-twice")


def insist_sources(view: Proposals, body: str, label: str, sources: tuple[SourceUnit, ...]) -> None:
    """Each source is one thing in the record, and no proposal comes from itself, directly or through others.

    Whether a document has the unit is known where its text is recorded, which a page shows.
    """
    for source in sources:
        insist(
            sum(part is not None for part in (source.document, source.statement, source.proposal)) == 1, "one-source"
        )
        insist(source.unit is None or source.document is not None, "one-source")
        insist_document(view, source.document)
        statement = source.statement
        insist(statement is None or key(body, statement) in view.meetings.tables.statements, "unknown-statement")
        insist(source.proposal != label, "its-own-source")
        insist(source.proposal is None or key(body, source.proposal) in view.tables.proposals, "unknown-proposal")
    drawn = [source.proposal for source in sources if source.proposal is not None]
    insist(label not in _reached(drawn, lambda other: _sources_of(view, key(body, other))), "its-own-source")


def insist_no_cycle(view: Proposals, body: str, into: tuple[str, ...], proposals: tuple[str, ...]) -> None:
    """Nothing becomes part of itself, directly or through what its parts have become."""
    insist(not any(label in proposals for label in into), "into-itself")
    after = _reached(list(into), lambda label: view.into(key(body, label)))
    insist(not any(label in proposals for label in after), "goes-round")


def insist_tablers(entry: Entry[Any], view: Proposals, *names: str) -> None:
    """Its only sponsor says what becomes of a proposal, the secretariat, or a recorder who names the source.

    One of several sponsors leaves; what the others sponsor goes on.
    """
    sponsors = [view.sponsors(name) for name in names]
    insist_voice(entry, view.parties, *(party for party in sponsors[0] if all(party in of for of in sponsors)))
    if any(entry.by in of for of in sponsors):
        insist(all(of == (entry.by,) for of in sponsors), "other-sponsors-stand")


def _reached(labels: list[str], further: Any) -> list[str]:
    """The labels, and all that is reached from them step by step."""
    found = list(dict.fromkeys(labels))
    for label in found:
        found += [other for other in further(label) if other not in found]
    return found


def _sources_of(view: Proposals, name: str) -> tuple[str, ...]:
    """The proposals from which any text of a proposal comes."""
    tabled = view.tables.proposals[name].act.sources
    amended = (unit for f in view.tables.amendments.get(name, {}).values() for unit in f.act.sources)
    return tuple(unit.proposal for unit in (*tabled, *amended) if unit.proposal is not None)


def _join_themselves(entry: Entry[Any], named: tuple[str, ...], known: tuple[str, ...]) -> None:
    """A party that speaks for itself names nobody else who has not spoken yet."""
    insist(entry.by not in named or all(party in (entry.by, *known) for party in named), "others-speak-for-themselves")


# Tabled, supported, amended.


def may_table(entry: Entry[Any], view: Proposals) -> None:
    """By a sponsor, the secretariat or a recorder; sponsors, themes and sources are in the record."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist_parties(view.parties, *act.sponsors)
    insist(len(set(act.sponsors)) == len(act.sponsors), "named-twice")
    insist_themes(view, act.body, act.themes)
    insist_sources(view, act.body, act.proposal, act.sources)
    insist(not act.verbatim or (act.sources and act.text is not None), "quoted-from-nowhere")
    insist_voice(entry, view.parties, *act.sponsors)
    name = key(act.body, act.proposal)
    current = view.tables.proposals.get(name)
    known = () if current is None else current.act.sponsors
    _join_themselves(entry, act.sponsors, known)
    insist_correction(entry, view.parties, current, *known)


def may_join(entry: Entry[Any], view: Proposals) -> None:
    """The proposal stands, has the text named, and the party does not stand by it yet."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist_parties(view.parties, act.party)
    insist_voice(entry, view.parties, act.party)
    insist_standing(view, name)
    insist(act.version is None or act.version <= view.version(name), "no-such-text")
    rows = view.tables.stands[name].get(act.party, ())
    insist(not rows or rows[-1].ended is not None, "stands-by-it-already")
    last = rows[-1].until if rows else None
    insist(last is None or act.on is None or act.on >= last, "before-it-left")


def may_leave(entry: Entry[Any], view: Proposals) -> None:
    """The party stands by the proposal, and leaves no earlier than it joined."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist_voice(entry, view.parties, act.party)
    rows = view.tables.stands[name].get(act.party, ())
    insist(rows and rows[-1].ended is None, "does-not-stand-by-it")
    since = rows[-1].since
    insist(since is None or act.on is None or act.on >= since, "before-it-joined")


def may_confirm(entry: Entry[Any], view: Proposals) -> None:
    """The party stands by an earlier text of a proposal that stands, and confirms the one that it has now."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist_voice(entry, view.parties, act.party)
    insist_standing(view, name)
    rows = view.tables.stands[name].get(act.party, ())
    insist(rows and rows[-1].ended is None, "does-not-stand-by-it")
    insist(act.version == view.version(name), "not-the-present-text")
    insist(rows[-1].version < act.version, "nothing-to-confirm")


def may_amend(entry: Entry[Any], view: Proposals) -> None:
    """By sponsors, of a proposal that stands: the next text, or a correction of one, that says something else."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist_standing(view, name)
    sponsors = view.sponsors(name)
    insist(all(party in sponsors for party in act.amenders), "not-its-sponsor")
    insist(len(set(act.amenders)) == len(act.amenders), "named-twice")
    insist_voice(entry, view.parties, *act.amenders)
    _join_themselves(entry, act.amenders, ())
    insist_sources(view, act.body, act.proposal, act.sources)
    current = view.tables.amendments.get(name, {}).get(act.version)
    if current is None:
        insist(act.version == view.version(name) + 1, "not-the-next-text")
    before = view.wording(name, act.version - 1)
    insist((act.text, act.title or before.title) != (before.text, before.title), "same-text")
    insist(not act.verbatim or act.sources, "quoted-from-nowhere")
    insist_correction(entry, view.parties, current, *(current.act.amenders if current else ()))


# Merged, divided, withdrawn, restored.


def may_merge(entry: Entry[Any], view: Proposals) -> None:
    """All of them stand; only who sponsors the whole and is the only sponsor of each part merges them itself."""
    act = entry.act
    into = insist_proposal(view, act.body, act.into)
    names = [insist_proposal(view, act.body, label) for label in act.proposals]
    insist(len(set(names)) == len(names), "named-twice")
    insist_no_cycle(view, act.body, (act.into,), act.proposals)
    for name in (into, *names):
        insist_standing(view, name)
    insist_tablers(entry, view, *names)
    insist(not any(entry.by in view.sponsors(n) for n in names) or entry.by in view.sponsors(into), "not-its-sponsor")


def may_split(entry: Entry[Any], view: Proposals) -> None:
    """The proposal and its parts stand; only its only sponsor divides it itself."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    names = [insist_proposal(view, act.body, label) for label in act.parts]
    insist(len(names) > 1, "one-part")
    insist(len(set(names)) == len(names), "named-twice")
    insist_no_cycle(view, act.body, act.parts, (act.proposal,))
    for one in (name, *names):
        insist_standing(view, one)
    insist_tablers(entry, view, name)


def may_withdraw(entry: Entry[Any], view: Proposals) -> None:
    """The proposal stands; its only sponsor withdraws it, the secretariat or a recorder says so."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist_standing(view, name)
    insist_tablers(entry, view, name)


def may_restore(entry: Entry[Any], view: Proposals) -> None:
    """The proposal does not stand; a sponsor, the one who recorded what became of it or the secretariat says so."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist(view.state(name) != "standing", "stands-already")
    sponsors = view.sponsors(name)
    insist_voice(entry, view.parties, *sponsors)
    recorded_by = view.tables.turns[name][-1].by
    insist(entry.by in (recorded_by, *sponsors, view.parties.secretariat), "not-the-recorder")


# Themes, forums, links.


def may_assign(entry: Entry[Any], view: Proposals) -> None:
    """The assigner says it, or somebody records it; the themes are the body's. No themes take the assignment back."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist_parties(view.parties, act.assigner)
    insist_themes(view, act.body, act.themes)
    insist_voice(entry, view.parties, act.assigner)
    insist_correction(entry, view.parties, view.tables.themes.get(name, {}).get(act.assigner), act.assigner)


def may_follow(entry: Entry[Any], view: Proposals) -> None:
    """By a sponsor, the secretariat or a recorder; another forum has a name."""
    act = entry.act
    name = insist_proposal(view, act.body, act.proposal)
    insist((act.forum == "other") == (act.forum_name is not None), "forum-not-named")
    insist_document(view, act.document)
    sponsors = view.sponsors(name)
    insist_voice(entry, view.parties, *sponsors)
    insist_correction(entry, view.parties, view.tables.followups.get(key(act.body, act.followup)), *sponsors)


def may_link(entry: Entry[Any], view: Proposals) -> None:
    """The author says it, or somebody records the author's reading; the target is one thing of the right kind, once."""
    act = entry.act
    insist_proposal(view, act.body, act.proposal)
    insist_parties(view.parties, act.author)
    insist_target(view, act.body, act.trace_kind, act.target)
    insist_voice(entry, view.parties, act.author)
    name = key(act.body, act.link)
    same = (act.proposal, act.trace_kind, act.target, act.author)
    for other, link in view.tables.links.items():
        said = link.act
        linked = (said.proposal, said.trace_kind, said.target, said.author)
        insist(other == name or said.body != act.body or linked != same, "linked-already")
    current = view.tables.links.get(name)
    insist_correction(entry, view.parties, current, current.act.author if current else None)


def insist_target(view: Proposals, body: str, kind: str, target: LinkTarget) -> None:
    """The target is one thing, of a kind to which such a link can lead, and in the record where the record has it."""
    given = [name for name in target.__struct_fields__ if getattr(target, name) is not None]
    insist(given in (["document"], ["document", "unit"], ["statement"], ["compilation"], ["measure"]), "one-target")
    insist(all(name in PLACES[kind] for name in given), "not-such-a-target")
    insist(kind != "became-element" or target.unit is not None, "not-such-a-target")
    insist_document(view, target.document)
    statement, compilation = target.statement, target.compilation
    insist(statement is None or key(body, statement) in view.meetings.tables.statements, "unknown-statement")
    insist(compilation is None or key(body, compilation) in view.tables.compilations, "unknown-compilation")


def may_unlink(entry: Entry[Any], view: Proposals) -> None:
    """The link stands; its author, the one who recorded it or the secretariat takes it back."""
    act = entry.act
    current = view.tables.links.get(key(act.body, act.link))
    insist(current is not None, "no-such-record")
    assert current
    insist(entry.by in (current.by, current.act.author, view.parties.secretariat), "not-the-recorder")


# Compilations and corrections.


def may_make(entry: Entry[Any], view: Proposals) -> None:
    """By the secretariat or a recorder; the digest, where one is given, is that of the list made now."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist_document(view, act.document)
    insist_voice(entry, view.parties)
    name = key(act.body, act.compilation)
    insist_correction(entry, view.parties, view.tables.compilations.get(name))
    made = view.tables.lists.get(name)
    digest = digest_of(view, act.body, listed(view, act.body)) if made is None else made.digest
    insist(act.digest in (None, digest), "another-list")


def may_open(entry: Entry[Any], view: Proposals) -> None:
    """About one document or one compilation in the record; it does not close before it opens."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist((act.document is None) != (act.compilation is None), "one-target")
    insist_document(view, act.document)
    compilation = act.compilation
    insist(compilation is None or key(act.body, compilation) in view.tables.compilations, "unknown-compilation")
    insist(act.opens <= act.deadline, "ends-before-it-begins")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.windows.get(key(act.body, act.window)))


def may_request(entry: Entry[Any], view: Proposals) -> None:
    """The window is on record, open or past; the place asked about is one of its document or list."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist_parties(view.parties, act.requester)
    window = view.tables.windows.get(key(act.body, act.window))
    insist(window is not None, "no-such-window")
    assert window is not None
    insist(act.unit is None or window.act.document is not None, "not-such-a-target")
    insist(act.proposal is None or key(act.body, act.proposal) in view.tables.proposals, "unknown-proposal")
    insist_voice(entry, view.parties, act.requester)
    current = view.tables.requests.get(key(act.body, act.request))
    insist_correction(entry, view.parties, current, current.act.requester if current else None)


def may_settle(entry: Entry[Any], view: Proposals) -> None:
    """The request is on record; its requester may only withdraw it, the rest is for the secretariat or a recorder."""
    act = entry.act
    insist_body(view.bodies, act.body)
    request = view.tables.requests.get(key(act.body, act.request))
    insist(request is not None, "no-such-request")
    assert request is not None
    insist_document(view, act.document)
    insist_voice(entry, view.parties, request.act.requester if act.outcome == "withdrawn" else None)
    insist_correction(entry, view.parties, view.tables.settlements.get(key(act.body, act.request)))
