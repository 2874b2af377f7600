"""The proposals of the demonstration: what paragraphs 27 to 29 of the report list, without naming who made it.

So none has a sponsor here: each was proposed in discussion. That it is reflected in the report, and that the report
calls it an element, is what the editor reads there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accord.acts.values import Source, Text
from accord.acts.vocabulary import Act
from accord.areas.proposals.acts import LinkTarget, LinkTrace, SourceUnit, TableProposal, TraceKind
from accord.reference.group_2013 import rows
from accord.reference.group_2013.proposed import Proposal


def proposed(
    body: str, report: str, editor: str, described: Callable[[str], Text], source: Callable[[str], Source]
) -> Iterator[Act]:
    """Each proposal with its source unit, and the links that the report itself shows.

    Args:
        described: the editors' wording for a key.
        source: where a fact stands, for a unit of the report.
    """
    for row in rows(Proposal):
        unit = SourceUnit(document=report, unit=row.place)
        yield TableProposal(
            body=body,
            proposal=row.proposal,
            title=described(row.wording),
            sources=(unit,),
            category=row.category,
            themes=(row.theme,),
            source=source(row.place),
        )
        kinds: tuple[TraceKind, ...] = ("reflected-in", "became-element") if row.element else ("reflected-in",)
        for kind in kinds:
            yield LinkTrace(
                body=body,
                link=f"{row.proposal}-{kind}",
                proposal=row.proposal,
                trace_kind=kind,
                target=LinkTarget(document=report, unit=row.place),
                author=editor,
                source=source(row.place),
            )
