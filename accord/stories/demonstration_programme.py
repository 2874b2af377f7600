"""The programme of the demonstration: elements, approaches and issues of paragraphs 20 to 31 and 49 of the report.

The report names no State with any of them, so none has a sponsor here. Which elements stand in an approach, and of what
kind an element is, the report does not list: that is the editor's reading, under the editor's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from accord.acts.values import Source, Text
from accord.acts.vocabulary import Act
from accord.areas.programme import acts as programme
from accord.reference import programme as facts
from accord.reference.group_2013 import rows as facts_of_2013
from accord.reference.group_2013.proposed import Proposal
from accord.stories.story import text


def programme_told(body: str, editor: str, source: Callable[[str], Source]) -> Iterator[Act]:
    """The elements, what they are, the issues beside them, the approaches, and which proposals are which element.

    Args:
        source: where a fact stands, for a unit of the report.
    """
    for row in sorted(facts.rows(facts.ElementRow), key=lambda row: row.order):
        yield programme.TableElement(
            element=row.element, name=_words(row.wording), part_of=row.part_of, source=source(row.place)
        )
    for kind in facts.rows(facts.ClassificationRow):
        yield programme.ClassifyElement(
            element=kind.element,
            author=editor,
            undertaken=_several(kind.undertaken),
            purpose=_several(kind.purpose),
            stage=_several(kind.stage),
            term=_several(kind.term),
            nature=_several(kind.nature),
            note=_words(kind.wording),
            source=source(kind.place),
        )
    for issue in facts.rows(facts.IssueRow):
        yield programme.RelateIssue(
            issue=issue.issue,
            name=_words(issue.wording),
            bearing=issue.bearing,
            author=editor,
            source=source(issue.place),
        )
    yield from _approaches(editor, source)
    # Where a part stands in the same unit as its whole, the proposal is the whole.
    wholes_last = sorted(facts.rows(facts.ElementRow), key=lambda row: row.part_of is None)
    elements = {row.place: row.element for row in wholes_last}
    for proposal in facts_of_2013(Proposal):
        if proposal.place in elements:
            yield programme.TraceElement(
                element=elements[proposal.place],
                body=body,
                proposal=proposal.proposal,
                author=editor,
                source=source(proposal.place),
            )


def _approaches(editor: str, source: Callable[[str], Source]) -> Iterator[Act]:
    for row in facts.rows(facts.ApproachRow):
        yield programme.TableApproach(
            approach=row.approach,
            name=_words(row.wording),
            summary=_words(row.summary),
            features=_several(row.features),
            orders=row.orders,
            conditions=row.conditions,
            dates=row.dates,
            steps=tuple(
                programme.Step(step=step.step, name=_words(step.wording))
                for step in facts.rows(facts.StepRow)
                if step.approach == row.approach
            ),
            source=source(row.place),
        )
        yield programme.MapApproach(
            approach=row.approach,
            author=editor,
            elements=tuple(
                programme.Mapped(element=one.element, step=one.step, note=_words(one.wording))
                for one in facts.rows(facts.MappingRow)
                if one.approach == row.approach
            ),
            note=_words("map-note"),
            source=source(row.place),
        )


def _words(key: str) -> Text:
    return text(facts.wordings()[key].said())


def _several(codes: str | None) -> Any:
    return tuple((codes or "").split())
