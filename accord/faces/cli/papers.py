"""Documents as people have them: text, PDF or DOCX in a file."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from accord.faces.cli.errors import Complaint
from accord.faces.cli.inputs import read_bytes

if TYPE_CHECKING:
    from accord.papers.reading import Reading
    from accord.world.world import World

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{1,39}")

LARGEST_TABLE = 1_000_000


def states_of(file: str | None) -> dict[str, str]:
    """Names of fictional States with their codes, from a table: a code first, then names, `;` between forms.

    A column whose heading starts with `article` holds no names.

    Raises:
        Complaint: no table, a row without a code, or one name for two States; says the line.
        OSError: cannot be read.
    """
    if file is None:
        return {}
    try:
        reader = csv.reader(io.StringIO(read_bytes(file, LARGEST_TABLE).decode("utf-8-sig"), newline=""), strict=True)
        head = next(reader, [])
        named = [place for place, name in enumerate(head) if place and not name.startswith("article")]
        names: dict[str, str] = {}
        for row in reader:
            if not row or not _CODE.fullmatch(row[0]):
                raise Complaint("error.no-code", file=file, line=reader.line_num)
            for name in (form.strip() for place in named if place < len(row) for form in row[place].split(";")):
                if name and names.setdefault(name, row[0]) != row[0]:
                    raise Complaint("error.one-name-two-states", file=file, line=reader.line_num, name=name)
    except (UnicodeDecodeError, csv.Error) as error:
        raise Complaint("error.unreadable", file=file, why=str(error)) from None
    return names


def states_in(world: World) -> dict[str, str]:
    """Names under which the record itself knows States that are not those of the UN, with their codes."""
    found: dict[str, str] = {}
    for code, fact in world.parties.tables.parties.items():
        if fact.act.kind == "state":
            texts = [text for text in (fact.act.name, fact.act.short, *fact.act.also) if text is not None]
            found |= {name: code for text in texts for name in text.said.values()}
    return found


def read_document(file: str, states: dict[str, str], lang: str, stated: str | None = None) -> Reading:
    """The reading of the document in a file (or of standard input for `-`), with further names of States.

    Args:
        lang: the language in which a complaint is made.
        stated: the language that the document is said to be in.

    Raises:
        Complaint: no document that can be read.
        OSError: cannot be read.
    """
    from accord.papers.reading import Unreadable, read_file
    from accord.papers.reading.files import LARGEST_FILE
    from accord.wire.codec import Malformed
    from accord.words.catalogue import say

    data = read_bytes(file, LARGEST_FILE)
    try:
        return read_file(data, states or None, stated)
    except Unreadable as error:
        reason = say(lang, f"unreadable.{error.code}", **error.values)
        raise Complaint("error.unreadable-file", file=file, reason=reason) from None
    except Malformed as error:
        raise Complaint("error.unreadable", file=file, why=str(error)) from None
