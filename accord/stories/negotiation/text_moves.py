"""Moves of the draft: wordings added in brackets, brackets settled, revisions, translations."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from accord.areas.documents.acts import RegisterDocument
from accord.areas.negotiation.acts import (
    ProposeAmendment,
    ReviseDraft,
    TranslateUnit,
)
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.changes import AmendText, SettleBracket
from accord.areas.negotiation.difference import difference
from accord.stories.negotiation.moves import OF, Move, by
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import (
    DRAFT,
    ISSUES,
    LANGUAGES,
    party_of,
)
from accord.stories.negotiation.wording import in_draft, said
from accord.stories.story import Said


def label(play: Play) -> str:
    """The label of the next amendment."""
    taken = play.negotiation.amendments.get(DRAFT, {})
    number = len(play.amendments) + 1
    while f"amendment-{number}" in taken:
        number += 1
    return f"amendment-{number}"


def add(play: Play, role: str, issue: str, option: str) -> Move:
    """A delegation asks for a further wording, in brackets beside those that stand."""
    unit = ISSUES[issue].unit
    row = play.units[unit].current
    tabled = play.wordings[issue]
    assert tabled is not None, "only known wordings are added to"
    text = in_draft(play.game.language, unit, (*tabled, option))
    change = AmendText(unit=unit, base=row.hash, edits=difference(row.text, text))
    return Move("add", by(role, _amendment(play, role, change)), {"issue": issue, "option": option})


def settle(play: Play, role: str, issue: str, option: str) -> Move:
    """A delegation asks to settle a bracket on one of its wordings."""
    unit = ISSUES[issue].unit
    row = play.units[unit].current
    tabled = play.wordings[issue]
    assert tabled is not None, "only known wordings are settled on"
    start = brackets(row.text, slash=True)[0].start
    change = SettleBracket(unit=unit, base=row.hash, start=start, settled="agreed", option=tabled.index(option))
    return Move("settle", by(role, _amendment(play, role, change)), {"issue": issue, "option": option})


def _amendment(play: Play, role: str, change: AmendText | SettleBracket) -> ProposeAmendment:
    assert play.session is not None
    return ProposeAmendment(
        draft=DRAFT, amendment=label(play), changes=(change,), sponsors=(party_of(role),), on=play.session.on
    )


def merge(play: Play, amendments: tuple[str, ...]) -> Move:
    """The Chair puts additions in brackets into a revision under a symbol of its own."""
    assert play.session is not None
    symbol = f"{DRAFT}/Rev.{1 + sum(r.document is not None for r in play.negotiation.revisions.get(DRAFT, ()))}"
    title = said("names", "draft", original=play.game.language)
    registered = RegisterDocument(symbol=symbol, kind="draft", title=title, submitter="chair", **OF)
    revision = ReviseDraft(draft=DRAFT, merges=amendments, document=symbol, on=play.session.on)
    return Move("merge", by("chair", registered, revision), {"document": symbol})


def translations(play: Play) -> Iterator[Said]:
    """The translations that are out of date, of the units whose wordings are known."""
    for issue, tabled in play.wordings.items():
        if tabled is None:
            continue
        unit = ISSUES[issue].unit
        of_text = play.units[unit].current.hash
        for language in LANGUAGES:
            known = play.negotiation.translations.get(DRAFT, {}).get(f"{language}/{unit}")
            if language != play.game.language and (known is None or known.act.of_text != of_text):
                translated = TranslateUnit(
                    draft=DRAFT,
                    unit=unit,
                    language=language,
                    of_text=of_text,
                    text=in_draft(language, unit, tabled),
                    corrects=None if known is None else known.entry,
                )
                yield from by("secretariat", translated)


def corrections(play: Play) -> Iterator[Said]:
    """Right translations in place of wrong ones that somebody has pointed out by replying to them."""
    replied = play.world.parties.tables.replies
    for issue, tabled in play.wordings.items():
        unit = ISSUES[issue].unit
        for language in LANGUAGES:
            known = play.negotiation.translations.get(DRAFT, {}).get(f"{language}/{unit}")
            if known is None or tabled is None or known.entry not in replied:
                continue
            right = in_draft(language, unit, tabled)
            if known.act.text != right and known.act.of_text == play.units[unit].current.hash:
                yield from by("secretariat", msgspec.structs.replace(known.act, text=right, corrects=known.entry))
