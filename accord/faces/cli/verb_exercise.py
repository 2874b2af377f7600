"""`accord exercise`: a negotiation among fictional States, made, played, served, disturbed and debriefed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accord.faces.cli import exercise_class
from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.faces.cli.exercise_table import Sitting
    from accord.stories.negotiation.score import Debriefing

SURPRISES = (
    "absent-interpreter",
    "late-amendment",
    "broken-silence",
    "mistaken-translation",
    "divergent-summary",
    "incomplete-summary",
)


@click.group(
    "exercise",
    epilog="\b\nExample:\n  accord exercise new drill --role ST-FENNOR\n  accord exercise run drill\n"
    "  accord exercise run drill --do 1\n  accord exercise score drill",
)
def command() -> None:
    """A negotiation exercise: fictional States, a bracketed draft, confidential briefs, scripted partners."""


@verb(
    "new",
    "accord exercise new drill --role ST-FENNOR\n"
    "accord exercise new class --role chair --role ST-AVELA --role ST-BORUN --minutes 4 --lang fr",
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--scenario", type=click.Choice(["negotiation"]), default="negotiation", help="What is played.")
@click.option("--role", "roles", multiple=True, help="A role that a person plays; may be repeated.")
@click.option("--seed", type=click.IntRange(0, 2**32), default=1, show_default=True, help="Of the partners.")
@click.option("--minutes", type=click.IntRange(1, 60), default=2, show_default=True, help="Time that a step takes.")
def new(face: Face, directory: Path, scenario: str, roles: tuple[str, ...], seed: int, minutes: int) -> None:
    """Make an exercise in DIR: its record, a key and a brief for each role.

    The draft is negotiated in the language of --lang; texts and briefs are in all six.
    """
    from accord.faces.cli.exercise_folder import record_of, write_settings
    from accord.faces.cli.exercise_table import make
    from accord.stories.negotiation.scenario import Game
    from accord.stories.negotiation.table import Settings

    if directory.exists() and any(directory.iterdir()):
        raise Complaint("error.exercise-exists", file=str(directory))
    game = Game(language=face.lang, seed=seed, minutes=minutes, humans=tuple(map(known_role, roles)))  # type: ignore[arg-type]
    directory.mkdir(parents=True, exist_ok=True)
    vkeys = make(face, directory, game)
    write_settings(directory, Settings(scenario, game))
    record, keys, briefs = record_of(directory), directory / "keys", directory / "briefs" / face.lang
    if face.json:
        found = {"record": str(record), "keys": str(keys), "briefs": str(briefs), "roles": list(roles), "vkeys": vkeys}
        face.document(found)
        return
    face.line(face.say("exercise.made", record=record, keys=keys, briefs=briefs))
    for role in game.humans:
        face.line(face.say("exercise.briefed", file=briefs / f"{role}.txt"))
    face.note(face.say("exercise.guided", file=briefs / "guide.txt"))


@verb("run", "accord exercise run drill\naccord exercise run drill --do 2\naccord exercise run drill --auto")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--as", "role", help="The role that is played here, besides those named at the beginning.")
@click.option("--do", "number", type=int, help="Take the move of this number.")
@click.option("--pass", "lets_pass", is_flag=True, help="Let the moment pass.")
@click.option(
    "--point-out", "entry", type=click.IntRange(0), help="Point out that a translation or a summary is mistaken."
)
@click.option("--auto", is_flag=True, help="Partners play every role to the end.")
def run(
    face: Face, directory: Path, role: str | None, number: int | None, lets_pass: bool, entry: int | None, auto: bool
) -> None:
    """Let the partners play until it is a person's turn, and show what is open to them.

    Whoever has a key may also act on the record by any other means; the partners answer at the next run.
    """
    from accord.faces.cli.exercise_table import sitting

    if sum((number is not None, lets_pass, entry is not None, auto)) > 1:
        raise click.UsageError("--do, --pass, --point-out, --auto: one of them")
    played = None if role is None else known_role(role)
    with sitting(face, directory, played, everybody=not auto) as here:
        if number is not None:
            here.take(number)
        if lets_pass:
            here.let_pass()
        if entry is not None:
            here.point_out(entry)
        here.play_on()
        _told(face, here)


@verb("inject", "accord exercise inject drill absent-interpreter")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("surprise", type=click.Choice(SURPRISES))
def inject(face: Face, directory: Path, surprise: Any) -> None:
    """Plant a surprise: for the facilitator. What becomes of it is part of the debriefing."""
    from accord.faces.cli.exercise_folder import read_planted, write_planted
    from accord.faces.cli.exercise_table import sitting

    with sitting(face, directory, None) as here:
        planted = here.table.plant(surprise)
        write_planted(directory, (*read_planted(directory), planted))
    if face.json:
        face.document(planted)
    else:
        called = face.say(f"exercise.surprise.{surprise}")
        face.line(face.say("exercise.planted", entry=planted.entry, surprise=called))


@verb("score", "accord exercise score drill\naccord exercise score drill --json")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
def score(face: Face, directory: Path) -> None:
    """Debrief: what was agreed, measured by the briefs; who moved; what became of the surprises.

    What the record itself tells is on its page: accord show DIR/record debriefing
    """
    from accord.faces.cli.exercise_folder import insist_exercise, read_planted, read_settings, record_of
    from accord.stories.negotiation.play import Play
    from accord.stories.negotiation.score import debrief

    insist_exercise(directory)
    world = face.wiring.open_copy(record_of(directory)).world
    found = debrief(Play(read_settings(directory).game, world), read_planted(directory))
    if face.json:
        face.document(found)
        return
    _debriefed(face, found)


def _debriefed(face: Face, found: Debriefing) -> None:
    """The debriefing in words: issue by issue what stands in the text, and what that is for each delegation."""
    from accord.stories.negotiation.scenario import ISSUES
    from accord.stories.negotiation.telling import noticed_words, role_name
    from accord.stories.negotiation.wording import word

    lang: Any = face.lang
    face.heading(face.say(f"exercise.outcome.{found.outcome}"))
    face.line()
    rows = []
    for place, name in enumerate(ISSUES):
        results = [one.issues[place] for one in found.delegations]
        wording = results[0].wording
        cells = [
            face.say(f"exercise.result.{row.result}") + (f" ({face.say('exercise.moved')})" if row.moved else "")
            for row in results
        ]
        rows.append(
            [word(lang, "issues", name), "–" if wording is None else word(lang, "options", name, wording), *cells]
        )
    parties = [role_name(one.party, lang) for one in found.delegations]
    face.table([face.say("exercise.issue"), face.say("exercise.stands"), *parties], rows)
    face.line()
    if found.surprises:
        face.table(
            [face.say("field.entry"), face.say("field.what"), ""],
            [
                [
                    str(one.entry),
                    face.say(f"exercise.surprise.{one.kind}"),
                    face.say(f"exercise.handling.{one.handling}"),
                ]
                for one in found.surprises
            ],
        )
        for told in (place for one in found.surprises for place in one.places):
            face.line(noticed_words(told, lang))
    counts = {"planted": found.planted, "found": found.found, "missed": found.missed, "false": found.false_alarms}
    face.line(face.say("exercise.surprises-told", **counts))


@verb("guide", "accord exercise guide --lang ar", json=False)
def guide(face: Face) -> None:
    """Tell how the exercise is played, in any of the six languages."""
    from accord.stories.negotiation.guide import guide as told

    lang: Any = face.lang
    face.line(told(lang).rstrip("\n"))


def known_role(role: str) -> str:
    """A role of the scenario, however its letters are written.

    Raises:
        click.BadParameter: there is no such role.
    """
    from accord.stories.negotiation.scenario import ROLES

    found = next((one for one in ROLES if one.lower() in (role.lower(), f"st-{role.lower()}")), None)
    if found is None:
        raise click.UsageError(f"{role[:40]}: {', '.join(ROLES)}")
    return found


def _told(face: Face, here: Sitting) -> None:
    """What was said, whose turn it is, and what is open to them."""
    from accord.stories.negotiation.score import outcome
    from accord.stories.negotiation.telling import move_words, put_words

    lang: Any = face.lang
    turn, play = here.turn, here.table.play
    session = play.session
    moves = [] if turn is None else [move_words(move, lang) for move in turn.moves]
    if face.json:
        face.document(
            {
                "outcome": outcome(play),
                "meeting": None if session is None else session.number,
                "clock": None if session is None else play.clock,
                "said": here.told,
                "role": None if turn is None else turn.role,
                "moves": moves,
                "may_pass": turn is not None and turn.may_pass,
            }
        )
        return
    for line in here.told:
        face.line(line)
    face.line()
    if turn is None:
        face.heading(face.say(f"exercise.outcome.{outcome(play)}"))
        return
    where = "exercise.between" if session is None else "exercise.now"
    values = {} if session is None else {"meeting": session.number, "clock": play.clock}
    face.line(face.say(where, **values))
    if play.pending is not None:
        face.line(face.say("exercise.put", amendment=put_words(play, play.pending.label, lang)))
    face.heading(face.say("exercise.your-turn", role=here.role(turn.role)))
    for number, words in enumerate(moves, start=1):
        face.line(f"{number}. {words}")
    face.note(face.say("exercise.choose"))
    if turn.may_pass:
        face.note(face.say("exercise.or-pass"))


for one in (new, run, exercise_class.serve, exercise_class.join, inject, score, guide):
    command.add_command(one)
