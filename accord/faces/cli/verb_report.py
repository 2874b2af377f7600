"""`accord report`: the report of a body, made from its record."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

FORMATS = ("text", "html", "akn", "docx", "pdf", "json")
"""Those that `accord.papers.report.formats` makes."""


@verb(
    "report",
    "accord report my-record A/AC.281 --lang zh\n"
    "accord report my-record A/68/514 --lang zh --format docx -o A-68-514.zh.docx\n"
    "accord report my-record A/68/514 --lang zh --format akn",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("body")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Form of the report."
)
@click.option("-o", "output", type=click.Path(path_type=Path), help="File to write; without it, standard output.")
def command(face: Face, record: Path, body: str, form: str, output: Path | None) -> None:
    """Generate the report of BODY, or the document with that symbol, in the language of --lang.

    Forms: plain text; HTML that stands alone; Akoma Ntoso in the profile of the United Nations; DOCX and
    PDF/UA in the layout of a UN paper; JSON. Each says which entries of the record are behind each paragraph,
    text alone excepted. The same record gives the same bytes.

    Says on standard error how many characters are bound to records, made by formula and quoted.
    """
    from accord.papers.report import NoReport, report
    from accord.papers.report.formats import FORMATS as MADE
    from accord.papers.report.gaps import tell
    from accord.papers.report.issue import entered
    from accord.papers.report.pdf.missing import NoFonts, NoGlyph
    from accord.world.asked import asked

    form = "json" if face.json else form
    if MADE[form].binary and output is None and sys.stdout.isatty():
        raise Complaint("error.binary", form=form)
    copy = face.wiring.open_copy(record)
    try:
        made = entered(copy.world, report(copy.world, body, face.lang), asked(copy.world, copy.reader.entry).read)
        data = MADE[form].make(made)
    except NoReport:
        raise Complaint("error.no-report", name=body, language=face.lang) from None
    except NoFonts as error:
        names = ", ".join(error.fonts)
        raise Complaint("error.no-fonts", fonts=names, packages=" ".join(error.packages)) from None
    except NoGlyph as error:
        raise Complaint("error.no-glyph", why=str(error), packages=" ".join(error.packages)) from None
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        with output.open("xb") as file:
            file.write(data)
        face.note(face.say("message.written", file=output))
    counts = made.counts
    face.note(face.say("page.bound", bound=counts.bound, formula=counts.formula, quoted=counts.quoted))
    if made.gaps:
        face.note(face.say("message.gaps", gaps=face.marked("; ".join(tell(gap, face.lang) for gap in made.gaps))))
