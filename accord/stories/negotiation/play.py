"""Where an exercise stands, read from the record alone: the meeting, the clock, the draft, what is on the floor."""

from __future__ import annotations

from functools import cached_property

from accord.areas.meetings.view import Sitting
from accord.areas.negotiation.changes import AmendText, SettleBracket
from accord.areas.negotiation.edits import apply
from accord.areas.negotiation.rows import AmendmentRow, UnitRow
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.timing import minutes as minutes_of
from accord.areas.procedure.floor import Floor, Question
from accord.stories.negotiation.scenario import (
    BODY,
    DRAFT,
    ISSUE_OF,
    ISSUES,
    SESSIONS,
    SILENCE,
    STATES,
    WISHES,
    Game,
    Session,
    drawn,
)
from accord.stories.negotiation.wording import standing
from accord.world.world import World


class Play:
    """A world as the exercise sees it. Made anew after every act."""

    def __init__(self, game: Game, world: World) -> None:
        self.game = game
        self.world = world
        self.negotiation = world.negotiation.tables

    # Meetings and time.

    @cached_property
    def session(self) -> Session | None:
        """The meeting that is in session."""
        for session in SESSIONS:
            sitting = self._sitting(session)
            if sitting is not None and sitting.closed is None:
                return session
        return None

    @cached_property
    def upcoming(self) -> Session | None:
        """The next meeting that is not over yet."""
        for session in SESSIONS:
            sitting = self._sitting(session)
            if sitting is None or sitting.closed is None or sitting.closed.act.how == "suspended":
                return session
        return None

    def _sitting(self, session: Session) -> Sitting | None:
        sittings = self.world.meetings.tables.sittings.get(f"{BODY}/{session.number}", ())
        return sittings[-1] if sittings else None

    @property
    def floor_is_fresh(self) -> bool:
        """Whether the next meeting has not begun yet: it was not suspended in its course."""
        return self.upcoming is not None and self._sitting(self.upcoming) is None

    @property
    def is_last(self) -> bool:
        """Whether the last meeting is in session."""
        return self.session is SESSIONS[-1]

    @cached_property
    def floor(self) -> Floor:
        """What is before the meeting in session."""
        assert self.session is not None
        return self.world.procedures.floor(BODY, self.session.number)

    @cached_property
    def used(self) -> int:
        """Minutes of exercise time since the meeting was first called to order.

        They are those of its steps, amendments and speeches, and those by which its clock was moved.
        """
        assert self.session is not None
        since = self.world.meetings.tables.sittings[f"{BODY}/{self.session.number}"][0].convened.entry
        steps = self.world.procedures.tables.steps.get(f"{BODY}/{self.session.number}", ())
        asked = sum(row.entry > since for row in self.amendments.values())
        speeches = self.world.speakers.tables.speeches.values()
        spoken = sum(fact.act.seconds or 0 for fact in speeches if fact.act.number == self.session.number)
        moved = self.game.forward[self.session.number - 1]
        return (len(steps) + asked) * self.game.minutes + spoken // 60 + moved

    @property
    def clock(self) -> str:
        """The time of day in the exercise.

        A meeting that runs over its time stays at the last minute of its day.
        """
        assert self.session is not None
        now = min(minutes_of(self.session.starts) + self.used, 24 * 60 - 1)
        return f"{now // 60:02}:{now % 60:02}"

    @property
    def time_is_up(self) -> bool:
        """Whether the meeting has lasted as long as it was announced for, and as it was given beyond that."""
        return self.left <= 0

    @property
    def left(self) -> int:
        """Minutes of exercise time that the meeting has left; below zero it runs over."""
        assert self.session is not None
        planned = minutes_of(self.session.ends) - minutes_of(self.session.starts)
        return planned + self.game.longer[self.session.number - 1] - self.used

    # The draft.

    @property
    def units(self) -> dict[str, UnitRow]:
        """The units of the draft."""
        return self.negotiation.units.get(DRAFT, {})

    @property
    def amendments(self) -> dict[str, AmendmentRow]:
        """The amendments of the draft, by label; those to amendments the partners let fall with what they amend."""
        every = self.negotiation.amendments.get(DRAFT, {})
        return {label: row for label, row in every.items() if row.amends is None}

    @property
    def state(self) -> int:
        """How often the draft was revised."""
        return self.world.negotiation.state(DRAFT)

    @cached_property
    def wordings(self) -> dict[str, tuple[str, ...] | None]:
        """Issue → the wordings that stand for it; `None` where other words do."""
        return {
            name: standing(self.game.language, issue, self.units[issue.unit].current.text)
            if self.units[issue.unit].until is None
            else None
            for name, issue in ISSUES.items()
        }

    @property
    def open_issues(self) -> tuple[str, ...]:
        """The issues for which more than one wording stands, or other words in brackets."""
        return tuple(
            name
            for name, found in self.wordings.items()
            if (found is not None and len(found) > 1)
            or (found is None and "[" in self.units[ISSUES[name].unit].current.text)
        )

    def asked(self, label: str) -> dict[str, tuple[str, ...] | None]:
        """Issue → the wordings that an amendment would leave of the text it amends; `None` of other words."""
        found: dict[str, tuple[str, ...] | None] = {}
        for change in self.amendments[label].act.changes:
            issue = ISSUE_OF.get(change.unit)
            if issue is None:
                continue
            found[issue.name] = None
            if isinstance(change, AmendText | SettleBracket):
                row = self.units[change.unit]
                number = row.named(change.base)
                assert number is not None, "a rule has insisted that the unit had that text"
                text = row.versions[number].text
                edits = edits_of(change, text, True)
                assert edits is not None, "a rule has insisted that the bracket is there"
                found[issue.name] = standing(self.game.language, issue, apply(edits, text))
        return found

    def settles(self, label: str) -> tuple[str, str] | None:
        """The issue that an amendment would settle, and with which wording."""
        for issue, options in self.asked(label).items():
            if options is not None and len(options) == 1:
                return issue, options[0]
        return None

    def adds(self, label: str) -> bool:
        """Whether an amendment does nothing but put a further wording beside those that stand."""
        asked = self.asked(label)
        for issue, options in asked.items():
            tabled = self.wordings[issue]
            if options is None or tabled is None or not set(tabled) <= set(options) or len(options) <= len(tabled):
                return False
        return bool(asked) and len(asked) == len(self.amendments[label].act.changes)

    def clashes(self, *labels: str) -> bool:
        """Whether amendments do not go together, or not with the draft as it stands."""
        return bool(self.world.negotiation.merged(DRAFT, labels).clashes)

    # The floor.

    def question(self, label: str) -> Question | None:
        """A question of the meeting in session, or of the ones before."""
        return self.floor.question(label)

    @cached_property
    def pending(self) -> Question | None:
        """The amendment that the Chair has put."""
        for one in self.floor.questions:
            if one.kind == "amendment" and one.state == "pending":
                return one
        return None

    @cached_property
    def failed(self) -> dict[str, list[str]]:
        """Issue → the wordings that were put and on which there was no consensus, one for each time."""
        found: dict[str, list[str]] = {name: [] for name in ISSUES}
        for one in self._all_questions():
            if one.state == "not-voted" and one.label in self.amendments:
                settled = self.settles(one.label)
                if settled is not None:
                    found[settled[0]].append(settled[1])
        return found

    def objected(self, issue: str, option: str) -> set[str]:
        """The delegations that at some time objected to settling an issue on a wording."""
        found = set()
        for session in SESSIONS:
            for step in self.world.procedures.tables.steps.get(f"{BODY}/{session.number}", ()):
                label = step.event.on
                about = step.event.kind == "object" and label in self.amendments
                if about and self.settles(label) == (issue, option):
                    found.add(step.event.by)
        return found

    def latest_question(self, label: str) -> Question | None:
        """A question as the latest meeting left it."""
        return next((one for one in self._all_questions() if one.label == label), None)

    def _all_questions(self) -> tuple[Question, ...]:
        latest = self.world.procedures.latest(BODY)
        return () if latest is None else self.world.procedures.floor(BODY, latest).questions

    # The end.

    @property
    def broken_by(self) -> tuple[str, ...]:
        """Who broke the silence."""
        return tuple(self.negotiation.breaks.get(f"{DRAFT}/{SILENCE}", {}))

    @property
    def silent(self) -> bool:
        """Whether the draft was put under a silence procedure."""
        return SILENCE in self.negotiation.silences.get(DRAFT, {})

    @property
    def adopted(self) -> bool:
        """Whether the draft was adopted."""
        return DRAFT in self.negotiation.adoptions

    @property
    def declared_failed(self) -> bool:
        """Whether the Chair has declared that there is no agreement: the draft is not put to a decision."""
        return any(one.label == DRAFT and one.state == "not-voted" for one in self._all_questions())

    @property
    def over(self) -> bool:
        """Whether the last meeting is over."""
        return self.session is None and self.upcoming is None

    def reached(self, state: str) -> int:
        """How many issues are settled as a delegation wants them."""
        return sum(self.wordings[name] == (wish.objective,) for name, wish in WISHES[state].items())

    @property
    def delegations(self) -> tuple[str, ...]:
        """The delegations in the order in which it is their turn: it moves on with every amendment."""
        order = sorted(STATES, key=lambda state: drawn(self.game.seed, f"order {state}"))
        first = len(self.amendments) % len(order)
        return (*order[first:], *order[:first])
