"""From a reading to the acts that bring the record to what the document says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from accord.acts import symbols
from accord.papers.importing.draft import Draft
from accord.papers.importing.facts import bodies, documents, meetings, people, speakers
from accord.papers.importing.facts.unknown import known_only
from accord.papers.importing.names import Names
from accord.papers.importing.names import gazetteer as known_states
from accord.papers.importing.texts import Texts, squeezed
from accord.papers.importing.values import Plan
from accord.papers.reading import Reading
from accord.papers.reading.records import Officers, Statements
from accord.papers.report.reports import report
from accord.wire.codec import Malformed
from accord.world.world import World


def plan(
    reading: Reading, world: World, recorder: str, gazetteer: Mapping[str, str] | None = None, body: str | None = None
) -> Plan:
    """What `recorder` would say so that the record holds what the document says, and nothing twice.

    Parties, body, documents, officers, agenda, meetings, panels, themes, statements, introductions,
    submissions, consideration and adoption; then the report's own units and the patterns of its lists.
    What the record says already is not said again; what it says otherwise is corrected; what this
    document said before and says no longer is released, withdrawn or struck. Changes nothing.

    Args:
        recorder: the party that will sign: the secretariat, or one with the role of a recorder.
        gazetteer: names of fictional States and their codes, as given to the reader; those that
            the record has are known anyway.
        body: the code of the body, where it is not to be made from its documents' symbols.

    Raises:
        Malformed: the document has no symbol of its own, so nothing can name it as a source.

    A document whose body nobody knows is recorded as words only: no fact hangs in the air. The
    report of a later session of a body is about a body of its own, so that nothing said of the
    earlier one changes.
    """
    if reading.symbol is None:
        raise Malformed("the document does not print its own symbol; without it no act can name its source")
    symbol = symbols.normal(reading.symbol)
    code, first = bodies.body_code(reading, world, body)
    draft = Draft(world, recorder, symbol, code, reading.language)
    names = Names(draft, {**known_states(world), **(gazetteer or {})})
    reading = known_only(draft, reading, names)
    bodies.mandate(draft, reading, first)
    if draft.body not in draft.world.bodies.tables.bodies:
        draft.body = ""
        reading = words_only(reading)
    people.parties(draft, reading, names)
    bodies.itself(draft, reading)
    if draft.body:
        _facts(draft, reading, names)
    Texts(draft, reading, names).record()
    exact = _exact(draft, reading)
    return Plan(draft.symbol, draft.body, draft.language, tuple(draft.planned), tuple(draft.notes), exact)


def _facts(draft: Draft, reading: Reading, names: Names) -> None:
    """The records of the body, each kind after those that it names."""
    draft.panel_labels = meetings.panel_labels(draft, reading)
    documents.documents(draft, reading, names)
    bodies.officers(draft, reading, names)
    bodies.agenda(draft, reading)
    bodies.course(draft, reading)
    meetings.meetings(draft, reading)
    meetings.panels(draft, reading, names)
    meetings.themes(draft, reading, names)
    speakers.statements(draft, reading, names)
    speakers.introductions(draft, reading, names)
    speakers.submissions(draft, reading, names)
    meetings.adoption(draft, reading)


def words_only(reading: Reading) -> Reading:
    """A reading without facts: all that can be recorded of a document whose body nobody knows."""
    nothing: dict[str, Any] = dict.fromkeys(("documents", "panels", "introductions", "submissions", "themes"), ())
    nothing |= {"meetings": (), "groups": (), "officers": Officers(), "statements": Statements()}
    return replace(
        reading, **nothing, mandate=None, agenda=None, adoption=None, secretariat=None, opened_by=None, modalities=None
    )


def _exact(draft: Draft, reading: Reading) -> bool:
    """Whether the report made after these acts has the document's characters, all and in order."""
    if draft.symbol not in draft.world.documents.tables.documents:
        return False
    made: Any = report(draft.world, draft.symbol, draft.language)
    same = bool(made.characters() == squeezed(reading.body_text()))
    if not same:
        draft.look("document", "not-exact")
    return same
