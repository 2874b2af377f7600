"""The briefs measured by the text: what each delegation was told to reach, and the words that show what it reached.

/<lang>/-/score            every delegation, issue by issue      .json the same
/<lang>/-/score/ST-AVELA   one delegation with its brief

The briefs are not in the record: they are those of the scenario that the record is of. While the exercise is under
way they are for their holders alone, and nothing of them is shown here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from accord.areas.parties.cite import EntryIndex
from accord.faces.web.answers import HTML, JSON, NEVER, Answer, Request
from accord.faces.web.nearest import Near
from accord.faces.web.site import Desk, Site
from accord.faces.web.where import Where
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import DRAFT, ISSUES, ORIGIN, STATES, UNITS, WISHES, Game, Language, red_lines
from accord.stories.negotiation.score import IssueResult, Outcome, Result, debrief, outcome
from accord.stories.negotiation.telling import role_name
from accord.stories.negotiation.wording import in_draft, word
from accord.world.world import World


class Aim(msgspec.Struct, frozen=True):
    """What a brief says on an issue, and the words of the draft that show what came of it."""

    issue: str
    weight: int
    objective: str
    fallbacks: tuple[str, ...]
    red_lines: tuple[str, ...]
    unit: str
    text: str
    """Of the paragraph as it stands."""
    language: Language
    """Of that text."""
    entry: EntryIndex
    """With which the paragraph got it."""
    result: Result
    moved: bool
    stands: str = ""
    """The wording that stands alone, in words."""


class BriefResult(msgspec.Struct, frozen=True):
    """A brief measured."""

    party: str
    aims: tuple[Aim, ...]

    @property
    def reached(self) -> int:
        """Objectives that the text has."""
        return sum(aim.result == "objective" for aim in self.aims)


class ScorePage(msgspec.Struct, frozen=True):
    """All briefs measured; none while the exercise is under way."""

    outcome: Outcome
    shown: bool
    briefs: tuple[BriefResult, ...]


def is_of_scenario(world: World) -> bool:
    """Whether a record is one of this exercise, with its draft and the paragraphs in dispute."""
    return world.record == ORIGIN and set(UNITS) <= set(world.negotiation.tables.units.get(DRAFT, {}))


def play_of(world: World) -> Play:
    """The exercise that a record is of, in the language in which its draft is negotiated."""
    language: Any = world.negotiation.tables.drafts[DRAFT].act.language
    return Play(Game(language=language), world)


def brief_results(play: Play, language: Language, parties: tuple[str, ...] = STATES) -> Iterator[BriefResult]:
    """Briefs measured by the draft as it stands."""
    for found in debrief(play, ()).delegations:
        if found.party in parties:
            yield BriefResult(found.party, tuple(_aim(play, found.party, row, language) for row in found.issues))


def _aim(play: Play, party: str, row: IssueResult, language: Language) -> Aim:
    wish, issue, unit = WISHES[party][row.issue], ISSUES[row.issue], play.units[ISSUES[row.issue].unit]
    options = play.wordings[row.issue]

    def called(*names: str) -> tuple[str, ...]:
        return tuple(word(language, "options", row.issue, name) for name in names)

    return Aim(
        issue=word(language, "issues", row.issue),
        weight=wish.weight,
        objective=called(wish.objective)[0],
        fallbacks=called(*wish.accepts[1:]),
        red_lines=called(*red_lines(party, row.issue)),
        unit=issue.unit,
        text=unit.current.text if options is None else in_draft(language, issue.unit, options),
        language=play.game.language if options is None else language,
        entry=unit.current.entry,
        result=row.result,
        moved=row.moved,
        stands="" if row.wording is None else called(row.wording)[0],
    )


def desk(ended: Callable[[], bool] = lambda: False) -> Desk:
    """The desk; `ended` says whether a facilitator ended the exercise before its time."""

    def answer(site: Site, asked: Request) -> Answer:
        """The briefs measured."""
        lang: Any = asked.lang
        w = site.written(lang)
        if asked.method not in ("GET", "HEAD"):
            return site.other_method(asked.method, lang, asked.twin)
        party = asked.arguments[0] if asked.arguments else ""
        missing = w.say("portal.not-found.name", name="/".join(asked.arguments)[:40])
        if len(asked.arguments) > 1 or party not in ("", *STATES):
            return site.problem(404, lang, missing, twin=asked.twin)
        world = site.copy.world
        if not is_of_scenario(world):
            return site.problem(404, lang, w.say("exercise.no-briefs"), twin=asked.twin)
        play = play_of(world)
        came = outcome(play)
        shown = came != "under-way" or ended()
        briefs = tuple(brief_results(play, lang, (party,) if party else STATES)) if shown else ()
        found = ScorePage(came, shown, briefs)
        rest = f"-/score/{party}" if party else "-/score"
        if asked.twin:
            return Answer(200, JSON, msgspec.json.encode(found), caching=NEVER)
        name = w.say("exercise.score.title")
        crumbs = (Near(w.say("page.debriefing.title"), w.url("debriefing")),)
        body = site.html(
            lang,
            "exercise/score.html",
            role_name(party, lang) if party else name,
            where=Where(
                rest=rest,
                twin=f"/{lang}/{rest}.json",
                crumbs=(*crumbs, Near(name, w.url("score"))) if party else crumbs,
                entries=tuple(sorted({aim.entry for one in briefs for aim in one.aims})),
            ),
            w=w,
            score=found,
            party=party,
            draft=DRAFT,
            role_name=role_name,
        )
        return Answer(200, HTML, body, caching=NEVER)

    return answer
