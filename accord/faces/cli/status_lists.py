"""`accord import` of a status list: the difference to the record in words, and the acts with --yes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from accord.faces.cli.face import Face

if TYPE_CHECKING:
    from accord.papers.importing.status import Difference, StatusPlan

LARGEST_LIST = 10_000_000


def import_status_list(face: Face, record: Path, file: str, keys: tuple[str, ...], party: str | None, yes: bool) -> int:
    """Shows what a status list would change, and says it with `yes`; 1 where lines were not taken or an act fails."""
    from accord.faces.cli.errors import Complaint
    from accord.faces.cli.inputs import read_bytes, read_signer
    from accord.faces.cli.saying import say_all, speaker
    from accord.papers.importing.status import status_plan
    from accord.wire.codec import Malformed

    signers = [read_signer(key) for key in keys]
    world = face.wiring.open_copy(record).world
    recorder = speaker(world, signers, party, keys)
    try:
        found = status_plan(read_bytes(file, LARGEST_LIST).decode(), world, recorder)
    except (Malformed, UnicodeDecodeError) as error:
        raise Complaint("error.unreadable", file=file, why=str(error)) from None
    said = say_all(face, record, recorder, found.acts, signers) if yes else []
    if face.json:
        face.document(
            {
                "differences": found.differences,
                "unread": found.unread,
                "known": found.known,
                "without_effect": found.without_effect,
                "acts": found.acts,
                "said": said,
            }
        )
    else:
        _told(face, found, yes)
    return 1 if found.unread or found.without_effect else 0


def _told(face: Face, found: StatusPlan, said: bool) -> None:
    from accord.faces.cli.names import Names

    names = Names(face.lang)

    def day(on: datetime.date | None) -> str:
        return face.say("dated.not-recorded") if on is None else on.isoformat()

    def cells(one: Difference) -> list[str]:
        line = "" if one.line is None else str(one.line)
        old = "" if one.why == "new" else day(one.old)
        new = "" if one.why == "gone" else day(one.new)
        action = names.code("status-action", one.action)
        return [line, names.code("list-difference", one.why), one.instrument, one.party, action, old, new]

    if found.differences:
        labels = ("line", "why", "instrument", "state", "action", "known_day", "listed_day")
        face.table([names.label(label) for label in labels], [cells(one) for one in found.differences])
    else:
        face.line(face.say("message.nothing-new"))
    if found.unread:
        face.heading(face.say("message.lines-not-taken"))
        unread = ("line", "why", "detail")
        rows = [[str(one.line), names.code("list-line", one.why), one.said] for one in found.unread]
        face.table([names.label(label) for label in unread], rows)
    for reason in found.without_effect:
        face.note(face.say("page.would-have-no-effect", reason=face.say(f"reason.{reason}")))
    face.note(face.say("message.lines-known", number=found.known))
    face.note(face.count("acts", len(found.acts)))
    if not said and found.acts:
        face.note(face.say("message.say-yes"))
