"""`accord trace`: where each paragraph of A/68/514 is in the product."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb("trace", "accord trace\naccord trace --para 27 --lang fr\naccord trace my-record 9 --json")
@click.argument("record", required=False)
@click.argument("para", required=False)
@click.option("--para", "only", help="One paragraph: 9, 27, 27(a).")
def command(face: Face, record: str | None, para: str | None, only: str | None) -> None:
    """Paragraph of A/68/514 → its verb, class, pages, commands and indicators.

    A page or command is named only where it exists; the others have a class and no page yet.
    With RECORD, the record is opened and the pages are those it can answer.
    """
    from accord.areas.parties.cite import Missing
    from accord.reference.trace import rows

    if record is not None and para is None and only is None and not Path(record).exists():
        record, para = None, record
    if record is not None:
        face.wiring.open_copy(Path(record))
    wanted = (only or para or "").replace(" ", "").removeprefix("¶").removeprefix("para-")
    found = [row for row in rows() if not wanted or row.para == wanted or row.para.partition("(")[0] == wanted]
    if not found:
        raise Missing("para", wanted)
    if face.json:
        face.document({"rows": found})
        return
    from accord.faces.cli.names import Names

    names = Names(face.lang)
    columns = ("para", "verb", "class", "pages", "commands", "indicators")
    face.table(
        [face.say(f"field.{'trace_verb' if name == 'verb' else name}") for name in columns],
        [
            [
                row.para,
                face.say(f"trace.{row.verb}"),
                face.say(f"trace.{row.class_}"),
                ", ".join(row.pages),
                ", ".join(row.commands),
                ", ".join(names.code("indicator", indicator) for indicator in row.indicators),
            ]
            for row in found
        ],
    )
