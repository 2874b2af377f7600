"""`accord outlook`: how soon stocks of fictional States could reach zero, by assumptions that a file states."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.analysis.outlook.study import Study
    from accord.faces.calculators.outlooks import Computed

T = TypeVar("T")
POWER = 10
"""Of two: the points that Sobol indices are taken from."""


@verb(
    "outlook",
    "accord outlook --example > study.json\n"
    "accord outlook study.json\n"
    "accord outlook study.json --runs 100000 --processes 2 --seed 7 --json\n"
    "accord outlook study.json --sensitivity --svg tornado.svg --figure tornado --lang fr",
)
@click.argument("file", required=False)
@click.option("--runs", type=click.IntRange(1, 1_000_000), default=10_000, show_default=True, help="How many.")
@click.option("--seed", type=click.IntRange(0, 2**32), default=1, show_default=True, help="The same gives the same.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="That compute.")
@click.option("--sensitivity", "indices", is_flag=True, help="Also which assumptions explain the spread (Sobol).")
@click.option("--svg", "svg_file", type=click.Path(path_type=Path), help="A figure into this new file.")
@click.option(
    "--figure", type=click.Choice(["fan", "limits", "tornado"]), default="fan", show_default=True, help="Which one."
)
@click.option("--example", is_flag=True, help="A study of fictional States to begin with, and nothing else.")
def command(
    face: Face,
    file: str | None,
    runs: int,
    seed: int,
    processes: int,
    indices: bool,
    svg_file: Path | None,
    figure: str,
    example: bool,
) -> None:
    """How soon stocks could reach zero under an approach: many runs of a study in FILE (docs/formats/outlook.md).

    Studies are exercises with fictional States. The same seed gives the same numbers, however many processes compute.
    """
    if example:
        sys.stdout.write(_example())
        return
    if file is None:
        raise click.MissingParameter(param_type="argument", param_hint="FILE")
    if svg_file is not None and svg_file.exists():
        raise FileExistsError(17, "exists", str(svg_file))
    title, study = _read(face, file)
    computed = _compute(face, title, study, runs, seed, processes, indices)
    if svg_file is not None:
        drawn = draw(face, computed, figure)
        with svg_file.open("x", encoding="utf-8") as stream:
            stream.write(drawn)
    if face.json:
        from accord.faces.calculators.outlooks import answer

        face.document(answer(computed))
        return
    _show(face, computed)


def _read(face: Face, file: str) -> tuple[str, Study]:
    """The title of the study in a file, and what it assumes.

    Raises:
        Complaint: not JSON, or not a study; names the place.
        Unfit: it cannot be computed.
        OSError: cannot be read.
    """
    from accord.faces.calculators.outlookfiles import NotAStudy, read
    from accord.faces.cli.inputs import read_bytes
    from accord.papers.outlooks import LARGEST

    try:
        return read(read_bytes(file, LARGEST), file)
    except NotAStudy as error:
        raise Complaint(error.code, **error.values(face.lang)) from None


def _compute(
    face: Face, title: str, study: Study, runs: int, seed: int, processes: int, with_indices: bool
) -> Computed:
    from accord.analysis.outlook.montecarlo import PART, outlook
    from accord.analysis.outlook.sensitivity import sensitivity, swings
    from accord.faces.calculators.outlooks import Computed

    with face.progress() as progress, _executor(processes) as executor:
        watched = Watched(executor, lambda done: progress("runs", min(done * PART, runs), runs))
        found = outlook(study, runs, seed, watched)
    return Computed(title, found, swings(study), sensitivity(study, POWER, seed) if with_indices else ())


class Watched(Executor):
    """An executor that tells how many of its tasks are done; without one to hand them to, it does them itself."""

    def __init__(self, executor: Executor | None, told: Callable[[int], None]) -> None:
        self._executor = executor
        self._told = told

    def submit(self, task: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        """As the executor does."""
        if self._executor is not None:
            return self._executor.submit(task, *given, **named)
        found: Future[Any] = Future()
        found.set_result(task(*given, **named))
        return found

    def map(
        self, fn: Callable[..., T], *iterables: Iterable[Any], timeout: float | None = None, chunksize: int = 1
    ) -> Iterator[T]:
        """As the executor does, one result after the other."""
        if self._executor is None:
            results: Iterator[T] = map(fn, *iterables)
        else:
            results = self._executor.map(fn, *iterables, timeout=timeout, chunksize=chunksize)
        for done, result in enumerate(results, start=1):
            self._told(done)
            yield result


@contextmanager
def _executor(processes: int) -> Iterator[Executor | None]:
    if processes == 1:
        yield None
        return
    with ProcessPoolExecutor(processes) as executor:
        yield executor


def draw(face: Face, computed: Computed, figure: str) -> str:
    """A figure for a file of its own.

    Raises:
        Unfit: there is nothing to draw.
    """
    from accord.analysis.unfit import insist
    from accord.faces.calculators import outlookfigures
    from accord.faces.calculators.outlooktables import tell
    from accord.faces.plots import svg
    from accord.faces.plots_bars import bars
    from accord.faces.plots_strip import strip

    rtl = face.lang == "ar"
    if figure == "fan":
        return svg(outlookfigures.fan(face.say, computed), tell, rtl=rtl, alone=True)
    if figure == "limits":
        return strip(outlookfigures.limits(face.say, computed), tell, rtl=rtl, alone=True)
    insist(bool(computed.swings), "nothing-uncertain")
    return bars(outlookfigures.tornado(face.say, computed), tell, rtl=rtl, alone=True)


def _show(face: Face, computed: Computed) -> None:
    from accord.faces.calculators.outlooktables import percent, sheets, tell

    found = computed.outlook
    face.heading(computed.title)
    face.line(face.say("outlook.exercise"))
    face.facts([(face.say("outlook.runs"), str(found.runs)), (face.say("outlook.seed"), str(found.seed))])
    if found.study.approach is not None:
        face.facts([(face.say("field.approach"), found.study.approach.name)])
    for sheet in sheets(face.say, computed):
        face.line()
        face.heading(face.say(f"outlook.{sheet.name}"))
        for sentence in sheet.said:
            face.line(sentence)
        if sheet.rows:
            face.table(sheet.heads, sheet.rows)
    face.line()
    face.heading(face.say("outlook.items-left"))
    from accord.analysis.outlook.montecarlo import QUANTILES

    heads = [face.say("outlook.year-end"), *map(percent, QUANTILES), face.say("outlook.zero")]
    rows = [
        [str(year), *(tell(row[n]) for row in found.total), percent(float(found.zero_by[n]))]
        for n, year in enumerate(found.years)
    ]
    face.table(heads, rows)


def _example() -> str:
    import msgspec

    from accord.papers.outlookexample import EXAMPLE, TITLE
    from accord.papers.outlooks import write_study

    return msgspec.json.format(write_study(TITLE, EXAMPLE).decode(), indent=2) + "\n"
