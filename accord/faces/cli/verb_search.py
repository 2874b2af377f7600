"""`accord search`: one question to a record, in any of the six languages."""

from __future__ import annotations

from pathlib import Path

import click

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb
from accord.world.search.kinds import KINDS, Kind


@verb(
    "search",
    "accord search my-record wp.4\n"
    "accord search my-record 27 h\n"
    "accord search my-record Austria working paper --kind document --json",
)
@click.argument("record", type=click.Path(path_type=Path))
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(KINDS), help="Only this kind, and more of it.")
def command(face: Face, record: Path, words: tuple[str, ...], kind: Kind | None) -> None:
    """What RECORD has for WORDS: a symbol, a job number, a paragraph, an entry, a State, or words.

    Words are understood in all six languages, also mixed. Quotation marks keep words together.
    """
    from accord.faces.web.search.follower import Follower
    from accord.world.search.asked import LONGEST, TooLong

    typed = " ".join(words)
    if len(typed) > LONGEST:
        raise Complaint("search.too-long", n=LONGEST)
    copy = face.wiring.open_copy(record)
    try:
        page = Follower(copy).search(typed, face.lang, kind)
    except TooLong:
        raise Complaint("search.too-long", n=LONGEST) from None
    if face.json:
        face.document(page)
        return
    if not page.groups:
        face.line(face.say("search.none", words=page.asked))
    elif page.how in ("parts", "beginnings", "any"):
        face.line(face.say(f"search.how.{page.how}"))
    if page.suggestions:
        face.line(f"{face.say('search.meant')}: {' | '.join(page.suggestions)}")
    for group in page.groups:
        face.heading(f"{face.say(f'search.group.{group.kind}')} ({group.count - 1}+)" if group.more else
                     f"{face.say(f'search.group.{group.kind}')} ({group.count})")  # fmt: skip
        for hit in group.hits:
            said = "".join(piece.text for piece in hit.snippet)
            face.line(f"{hit.name}   accord show RECORD {' '.join((hit.page, *hit.arguments))}")
            if said:
                face.line(f"    {' '.join(said.split())}")
        face.line()
