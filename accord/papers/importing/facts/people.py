"""Panellists and their affiliations; and the parties that a document names, entered before anything else."""

from __future__ import annotations

import re
from typing import Any

from accord.areas.drafting.acts import Slot
from accord.areas.parties.acts import JoinGroup, LeaveGroup
from accord.papers.importing.draft import Draft
from accord.papers.importing.names import Names
from accord.papers.reading import Reading
from accord.papers.reading.records import Panellist
from accord.papers.report.context import Context, Unresolved, words
from accord.papers.report.registers.meetings import AFFILIATION_FORMS, affiliation
from accord.words import lists

LEAST = 4
"""Characters of a name that may be split off a longer one."""


def parties(draft: Draft, reading: Reading, names: Names) -> None:
    """Enters all parties that the document names, and the members of the groups it explains."""
    for group in reading.groups:
        names.code(group.name, "group", group.source)
        for member in group.members:
            names.code(member, "state", group.source)
    _recognised(draft, reading, names)
    _named(reading, names)
    for panel in reading.panels:
        unit = panel.ref.replace("panel-", "para-")
        for one in panel.panellists:
            if one.affiliation and one.affiliation_abbr:
                code = names.code(one.affiliation, "organisation", unit)
                names.shorten(code, one.affiliation_abbr)
    for panel in reading.panels:
        unit = panel.ref.replace("panel-", "para-")
        for one in panel.panellists:
            for name in _split(names, one.affiliation, draft.language):
                names.code(name, "organisation", unit)
    names.forms([(unit.id, unit.text) for unit in reading.units])
    names.articles([unit.text for unit in reading.units])
    names.enter()
    for group in reading.groups:
        _members(draft, names, group.name, group.members, group.source)


def _recognised(draft: Draft, reading: Reading, names: Names) -> None:
    """Affiliations that the record has in another language: the panellist of that name has just one, here and there."""
    known: dict[str, set[str]] = {}
    for fact in draft.world.meetings.tables.panels.values():
        if fact.act.body == draft.body and draft.owns(fact):
            for held in fact.act.panellists:
                if held.affiliation:
                    known.setdefault(held.person.name, set()).add(held.affiliation)
    for panel in reading.panels:
        for one in panel.panellists:
            codes = known.get(one.name, set())
            if one.affiliation and len(codes) == 1 and not names.knows(one.affiliation):
                code = next(iter(codes))
                if not names.has_name(code):
                    names.same(one.affiliation, code)
                    draft.note(
                        panel.ref.replace("panel-", "para-"),
                        "same-party",
                        f"{one.affiliation} is taken for {code}, of {one.name}",
                    )


def _named(reading: Reading, names: Names) -> None:
    """The names of States, groups and organisations outside panels."""
    from accord.papers.importing.facts.documents import sponsoring

    for document in reading.documents:
        for name, kind in sponsoring(reading, document):
            names.code(name, kind, document.unit or "document")
    found = reading.officers
    for state in (
        *found.friends_of_the_chair,
        *(o.state for o in ((found.chair,) if found.chair else ()) + found.others),
    ):
        if state:
            names.code(state, "state", "officers")
    leads = (*((p.ref, p.moderator) for p in reading.panels), *((t.ref, t.moderator) for t in reading.themes))
    for ref, leader in leads:
        if leader.state:
            names.code(leader.state, "state", ref.replace("panel-", "para-").replace("theme-", "para-"))
    for speaker in reading.statements.states:
        names.code(speaker.state, "state", f"para-{speaker.paragraph}")
        if speaker.on_behalf_of:
            names.code(speaker.on_behalf_of, "group", f"para-{speaker.paragraph}")
    for other in reading.statements.civil_society:
        names.code(other.name, "civil-society", f"para-{other.paragraph}")
        if other.on_behalf_of:
            names.code(other.on_behalf_of, "civil-society", f"para-{other.paragraph}")
    for one in reading.introductions:
        for name in (*one.introduced_by, *one.on_behalf_of):
            names.code(name, "group", f"para-{one.paragraph}")
    for submission in reading.submissions:
        names.code(submission.name, "civil-society", f"para-{submission.paragraph}")


def _members(draft: Draft, names: Names, group: str, members: tuple[str, ...], place: str) -> None:
    """Joins to a group the members that a document lists, and ends the membership of others it listed before."""
    code = names.code(group, "group", place)
    wanted = [names.code(name, "state", place) for name in members]
    now = draft.world.parties.members(code)
    if set(wanted) != set(now) and _told_elsewhere(draft, code):
        draft.note(place, "list-differs", f"another report tells the members of {code}, which are others; they stand")
        return
    for member in wanted:
        if member not in now:
            draft.do(JoinGroup(group=code, member=member, source=draft.source(place)))
    fact = draft.world.parties.tables.parties.get(code)
    own = fact is not None and fact.act.source is not None and fact.act.source.document == draft.symbol
    for member in now:
        if member not in wanted and own:
            draft.do(LeaveGroup(group=code, member=member, source=draft.source(place)), "gone")


def _told_elsewhere(draft: Draft, group: str) -> bool:
    """Whether the text of another document gives the members of a group: a change would change its words."""
    return any(
        isinstance(piece, Slot) and (piece.of, piece.key, piece.part) == ("party", group, "members")
        for document, units in draft.world.drafting.tables.units.items()
        if document != draft.symbol
        for fact in units.values()
        for piece in fact.act.pieces
    )


def _split(names: Names, printed: str | None, language: str) -> tuple[str, ...]:
    """The affiliations that one bracket names: two where a part is known by itself from elsewhere in the document.

    A name that only looks like two (`Centre for Research and Training`) stays whole.
    """
    if not printed:
        return ()
    for point in lists.split_points(language):
        for found in re.finditer(re.escape(point), printed):
            left, right = printed[: found.start()].strip(), printed[found.end() :].strip()
            if min(len(left), len(right)) >= LEAST and (names.knows(left) or names.knows(right)):
                return left, right
    return (printed,)


def affiliated(draft: Draft, names: Names, one: Panellist, text: str) -> dict[str, Any]:
    """The affiliation fields of a panellist: the parties, and the form in which the source writes them."""
    parts = _split(names, one.affiliation, draft.language)
    if not parts:
        return {}
    codes = tuple(names.code(part, "organisation", "panels") for part in parts)
    context = Context(draft.world, draft.body, draft.symbol, draft.language)
    plain = "".join(text.split())
    form = None
    for choice in AFFILIATION_FORMS:
        try:
            said = "".join((one.name + words(affiliation(context, codes, choice))).split())
        except Unresolved:
            continue
        following = plain[plain.find(said) + len(said) :][:1] if said in plain else "("
        if following not in ("(", "（"):
            form = choice
            break
    usual = None if form == AFFILIATION_FORMS[0] else form
    if len(codes) == 1:
        return {"affiliation": codes[0], "form": usual}
    return {"affiliations": codes, "form": usual}
