"""An exercise played at this machine: its folder opened, people's choices taken, partners let on, all kept after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from accord.client.say import Receipt, sign
from accord.faces.cli.errors import Complaint
from accord.faces.cli.exercise_folder import (
    held,
    insist_exercise,
    key_file,
    key_of,
    read_settings,
    record_of,
    write_briefs,
    write_settings,
)
from accord.keys.files import write_key
from accord.keys.signers import Signer, new_signer
from accord.keys.vkey import ED25519
from accord.stories.negotiation.opening import opened
from accord.stories.negotiation.scenario import ORIGIN, ROLES, Game
from accord.stories.negotiation.table import NotDone, Table
from accord.stories.negotiation.telling import move_words, role_name
from accord.stories.negotiation.turns import Turn

if TYPE_CHECKING:
    from accord.faces.cli.face import Face


def make(face: Face, folder: Path, game: Game) -> dict[str, str]:
    """Makes the record of an exercise up to its first meeting, with keys and briefs; the public keys by role."""
    record = record_of(folder)
    record.mkdir()
    (folder / "keys").mkdir(mode=0o700)
    signers = {role: new_signer(f"{role.lower()}.exercise", ED25519) for role in ROLES}
    for role, signer in signers.items():
        write_key(key_file(folder, role), signer)
    write_briefs(folder)
    face.wiring.start_log(record, ORIGIN)
    vkeys = {role: str(signer.vkey) for role, signer in signers.items()}
    envelopes = [
        sign(one.act, one.by, ORIGIN, face.wiring.nonce(), [signers[role] for role in one.signers])
        for one in opened(game, vkeys)
    ]
    with face.wiring.writer(record) as writer:
        writer.submit(envelopes)
    return vkeys


class Sitting:
    """A table at which somebody sits on this machine.

    Args:
        role: a role that is played here, besides those named at the beginning.
    """

    def __init__(self, face: Face, table: Table, role: str | None) -> None:
        self.face = face
        self.table = table
        self.turn: Turn | None = table.next_turn()
        self._asked = role

    def take(self, number: int) -> None:
        """A person takes a move of the turn that is theirs.

        Raises:
            Complaint: it is not their turn.
            NotDone: there is no such move.
        """
        self.table.take(self._mine(), number)

    def let_pass(self) -> None:
        """A person lets the moment pass.

        Raises:
            Complaint: it is not their turn.
            NotDone: they have to act.
        """
        self.table.let_pass(self._mine())

    def point_out(self, entry: int) -> None:
        """A person points out, for the record, that a translation or a summary is mistaken."""
        people = [self._asked] if self._asked else [one for one in self.table.game.humans if one != "secretariat"]
        if not people:
            raise Complaint("error.not-your-turn", role="–")
        self.table.point_out(people[0], entry)

    def _mine(self) -> Turn:
        people = self.table.game.humans if self._asked is None else (self._asked,)
        if self.turn is None or self.turn.role not in people:
            raise Complaint("error.not-your-turn", role=", ".join(self.role(one) for one in people) or "–")
        return self.turn

    def play_on(self) -> None:
        """Partners act until it is a person's turn, or the exercise is over."""
        self.turn = self.table.play_on()

    def role(self, role: str) -> str:
        """A role in words."""
        lang: Any = self.face.lang
        return role_name(role, lang)

    @property
    def told(self) -> list[str]:
        """What was done, in words."""
        lang: Any = self.face.lang
        return [f"{self.role(one.role)} — {move_words(one.move, lang)}" for one in self.table.told]


@contextmanager
def sitting(face: Face, folder: Path, role: str | None, everybody: bool = True) -> Iterator[Sitting]:
    """Opens an exercise, and keeps how it is played when all went well.

    Args:
        everybody: False where partners play for people too.

    Raises:
        Complaint: there is no exercise, it is being served, or what was asked is not done.
    """
    insist_exercise(folder)
    with ExitStack() as open_until_done:
        open_until_done.enter_context(held(folder))
        settings = read_settings(folder)
        own = settings.game.humans
        humans = tuple(dict.fromkeys((*own, *([] if role is None else [role])))) if everybody else ()
        playing = msgspec.structs.replace(settings, game=msgspec.structs.replace(settings.game, humans=humans))
        writers: list[Any] = []

        def submit(envelopes: Sequence[bytes]) -> list[Receipt]:
            if not writers:
                writers.append(open_until_done.enter_context(face.wiring.writer(record_of(folder))))
            receipts: list[Receipt] = writers[0].submit(envelopes)
            return receipts

        def key(role: str) -> Signer:
            return key_of(folder, role)

        table = Table(playing, face.wiring.open_copy(record_of(folder)), submit, key, face.wiring.nonce)
        try:
            yield Sitting(face, table, role)
        except NotDone as error:
            raise complaint(error, face) from None
        kept = table.settings
        if not everybody:
            kept = msgspec.structs.replace(kept, game=msgspec.structs.replace(kept.game, humans=own))
        write_settings(folder, kept)


def complaint(error: NotDone, face: Face) -> Complaint:
    """What was not done at the table, as the command says it."""
    lang: Any = face.lang
    values = dict(error.values)
    if "role" in values:
        values["role"] = role_name(str(values["role"]), lang)
    return Complaint(error.code, status=1 if error.code.startswith("reason.") else 2, **values)
