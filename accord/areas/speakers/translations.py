"""How translations of a statement are asked about: each marked as such, and tied to the words it translates."""

from __future__ import annotations

from accord.acts.values import Language, Text
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, EntryIndex, Part, cite
from accord.areas.speakers.known import Known
from accord.areas.speakers.rules import words_digest


class StatementTranslation(Part, frozen=True):
    """A translation of a statement; not itself what was said."""

    language: Language
    words: str
    translator: Text | None
    is_official: bool
    of_entry: EntryIndex
    """The entry whose words it translates."""
    of_earlier_words: bool
    """The words of the statement were corrected after they were translated."""
    cite: Cite


def translations(known: Known, body: str, statement: str) -> tuple[StatementTranslation, ...]:
    """The translations of a statement, in the order of their recording."""
    made = known.meetings.tables.statements.get(key(body, statement))
    text = None if made is None else made.act.text
    digest = None if text is None else words_digest(text)
    return tuple(
        StatementTranslation(
            language=fact.act.language,
            words=fact.act.words,
            translator=fact.act.translator,
            is_official=fact.act.is_official,
            of_entry=fact.act.entry,
            of_earlier_words=fact.act.digest != digest,
            cite=cite(known, fact, None if made is None else made.act.speaker),
        )
        for fact in known.speakers.tables.translations.values()
        if (fact.act.body, fact.act.statement) == (body, statement)
    )
