"""An exercise as a program: the portal of its record, with the room, the facilitator's seat and one for each role.

The table has a copy of the record of its own, so that a page never sees a world that is changing.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from accord.faces.cli.exercise_folder import (
    codes_of,
    held,
    insist_exercise,
    key_of,
    read_planted,
    read_settings,
    record_of,
    write_planted,
    write_settings,
)
from accord.faces.web.exercise import scored
from accord.faces.web.exercise.seating import Seating
from accord.faces.web.site import Desk
from accord.nodes.handing import Handing
from accord.nodes.portal import run
from accord.nodes.records import nonce, open_copy
from accord.stories.negotiation.classroom import Classroom
from accord.stories.negotiation.surprises import Planted
from accord.stories.negotiation.table import Table

CODE_BYTES = 10
"""Of chance in the code of a seat."""


def new_code() -> str:
    """The code of a seat: nobody guesses it, and it can be read out."""
    return secrets.token_hex(CODE_BYTES)


def serve(folder: Path, host: str, port: int, absent_s: float, ready: Callable[[str, Mapping[str, str]], None]) -> None:
    """Serves the exercise in a folder until interrupted; tells `ready` the address and the codes of the seats.

    Raises:
        Complaint: there is no exercise, or another program plays it.
        Malformed: a file of the folder is not one of ours.
        OSError: the address is not to be had.
    """
    insist_exercise(folder)
    with held(folder):
        codes = codes_of(folder, new_code)

        def desks(handing: Handing) -> Mapping[str, Desk]:
            room = classroom(folder, codes, handing, absent_s)
            seating = Seating(room, codes, time.monotonic)
            return {**seating.desks(), "score": scored.desk(lambda: room.ended)}

        asyncio.run(run(record_of(folder), port, lambda address: ready(address, codes), host, desks))


def classroom(folder: Path, codes: Mapping[str, str], handing: Handing, absent_s: float) -> Classroom:
    """The class that plays the exercise in a folder, as it was kept there."""
    table = Table(
        read_settings(folder), open_copy(record_of(folder)), handing, lambda role: key_of(folder, role), nonce
    )

    def keep(played: Table, planted: tuple[Planted, ...]) -> None:
        write_settings(folder, played.settings)
        write_planted(folder, planted)

    return Classroom(table, codes, time.monotonic, keep, absent_s, read_planted(folder))
