"""The chapters of a composed report, in the order in which UN reports have them."""

from __future__ import annotations

from msgspec.structs import replace

from accord.papers.report.compose.builder import Builder
from accord.papers.report.compose.organization import front, introduction, organization
from accord.papers.report.compose.proceedings import adoption, proceedings
from accord.papers.report.context import Context
from accord.papers.report.values import Block


def compose(context: Context) -> tuple[Block, ...]:
    """The whole report of a body in a language, from the record alone; lists stand in the language's order."""
    build = Builder(replace(context, as_recorded=False))
    front(build)
    introduction(build)
    organization(build)
    proceedings(build)
    adoption(build)
    return build.finished()
