"""The proposals of the demonstration: what paragraphs 27 to 29 of the report list, without naming who made it.

So none has a sponsor here: each was proposed in discussion. That it is reflected in the report, and that the report
calls it an element, is what the editor reads there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accord.acts.values import Source, Text
from accord.acts.vocabulary import Act
from accord.areas.proposals.acts import LinkTarget, LinkTrace, MakeCompilation, SourceUnit, TableProposal, TraceKind
from accord.reference.group_2013 import rows
from accord.reference.group_2013.proposed import Proposal
from accord.stories.story import text

_LIST = {
    "ar": "[قائمة أعدها المحرر مما ورد في الفقرات 27 إلى 29]",
    "zh": "[编者据第27至29段编列的清单]",
    "en": "[A list made by the editor from paragraphs 27 to 29]",
    "fr": "[Liste établie par la rédaction d'après les paragraphes 27 à 29]",
    "ru": "[Перечень, составленный редакцией по пунктам 27-29]",
    "es": "[Lista elaborada por la redacción a partir de los párrafos 27 a 29]",
}


def proposed(
    body: str, report: str, editor: str, described: Callable[[str], Text], source: Callable[[str], Source]
) -> Iterator[Act]:
    """Each proposal with its source unit, the links that the report itself shows, and a list of them all.

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
    yield MakeCompilation(body=body, compilation="list-1", title=text(_LIST), source=source("27-29"))
