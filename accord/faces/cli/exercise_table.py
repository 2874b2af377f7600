"""The table at which an exercise is played: its record, its writer, the keys at hand, whose turn it is."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from accord.areas.parties.acts import Reply
from accord.client.say import sign
from accord.faces.cli.errors import Complaint
from accord.faces.cli.exercise_folder import (
    Settings,
    key_file,
    read_settings,
    record_of,
    write_briefs,
    write_settings,
)
from accord.keys.files import read_key, write_key
from accord.keys.signers import Signer, new_signer
from accord.keys.vkey import ED25519
from accord.stories.negotiation.moves import Move, by, called
from accord.stories.negotiation.opening import opened
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.run import Passed, next_turn, play_on
from accord.stories.negotiation.scenario import ORIGIN, ROLES, STATES, Game
from accord.stories.negotiation.turns import Turn
from accord.stories.negotiation.wording import said, word
from accord.stories.story import Said

if TYPE_CHECKING:
    from accord.faces.cli.face import Face


def insist_exercise(folder: Path) -> None:
    """Insists that there is an exercise in a folder.

    Raises:
        Complaint: there is none.
    """
    if not (folder / "exercise.json").is_file():
        raise Complaint("error.not-an-exercise", file=str(folder))


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


class Table:
    """An exercise that is being played from this folder; use it as a context.

    Args:
        role: a role that is played here, besides those named at the beginning.
        everybody: False where partners play for people too.
    """

    def __init__(self, face: Face, folder: Path, role: str | None, everybody: bool = True) -> None:
        insist_exercise(folder)
        self.face = face
        self.folder = folder
        self.settings: Settings = read_settings(folder)
        game = self.settings.game
        humans = tuple(dict.fromkeys((*game.humans, *([] if role is None else [role])))) if everybody else ()
        self._playing = msgspec.structs.replace(game, humans=humans)
        self._asked = role
        self._copy = face.wiring.open_copy(record_of(folder))
        self._passed = Passed(frozenset(self.settings.passed))
        self._open = ExitStack()
        self._keys: dict[str, Signer] = {}
        self.told: list[str] = []
        self.turn: Turn | None = next_turn(self.play, self._passed)

    def __enter__(self) -> Table:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._open.close()
        if kind is not None:
            return
        kept = self._playing if self._playing.humans else self.settings.game
        passed = (*self.settings.passed, *self._passed.new)
        write_settings(self.folder, msgspec.structs.replace(self.settings, game=kept, passed=passed))

    @property
    def play(self) -> Play:
        """Where the exercise stands now."""
        return Play(self._playing, self._copy.world)

    @cached_property
    def _writer(self) -> Any:
        return self._open.enter_context(self.face.wiring.writer(record_of(self.folder)))

    # What a person does.

    def take(self, number: int) -> None:
        """A person takes a move of the turn that is theirs.

        Raises:
            Complaint: it is not their turn, or there is no such move.
        """
        turn = self._mine()
        if not 1 <= number <= len(turn.moves):
            raise Complaint("error.no-such-move", number=number, most=len(turn.moves))
        self._does(turn.role, turn.moves[number - 1])

    def let_pass(self) -> None:
        """A person lets the moment pass.

        Raises:
            Complaint: it is not their turn, or they have to act.
        """
        turn = self._mine()
        if not turn.may_pass:
            raise Complaint("error.must-act", role=self.role(turn.role))
        self._passed.add(turn)
        self._tell(turn.role, self.face.say("exercise.passes"))

    def point_out(self, entry: int) -> None:
        """A person points out, for the record, that a translation is mistaken."""
        role = self._asked or next((one for one in self._playing.humans if one != "secretariat"), None)
        if role is None:
            raise Complaint("error.not-your-turn", role="–")
        reply = Reply(to=entry, text=said("plants", "mistake"))
        self._does(role, Move("point-out", by(role, reply), {"entry": str(entry)}))

    def _mine(self) -> Turn:
        turn = self.turn
        people = (self._asked,) if self._asked is not None else self._playing.humans
        if turn is None or turn.role not in people:
            raise Complaint("error.not-your-turn", role=", ".join(self.role(one) for one in people if one) or "–")
        return turn

    # What partners do.

    def play_on(self) -> None:
        """Partners act until it is a person's turn, or the exercise is over."""
        self.turn = play_on(self._playing, lambda: self._copy.world, self._does, self._passed)

    def _does(self, role: str, move: Move) -> None:
        # The words first: they name what stands before the move.
        self._tell(role, self.called(move))
        self.say(*move.acts)

    def say(self, *acts: Said) -> int:
        """Says acts with the keys of their roles, all at once; the number of the last entry.

        Raises:
            Complaint: a key is not in this folder, or an act would have no effect.
        """
        nonce = self.face.wiring.nonce
        envelopes = [sign(one.act, one.by, ORIGIN, nonce(), [self._key(role) for role in one.signers]) for one in acts]
        receipts = self._writer.submit(envelopes)
        self._copy.catch_up()
        for receipt in receipts:
            if not receipt.counts:
                raise Complaint(f"reason.{receipt.reason}", status=1)
        index: int = receipts[-1].index
        return index

    def _key(self, role: str) -> Signer:
        if role not in self._keys:
            file = key_file(self.folder, role)
            if not file.exists():
                raise Complaint("error.no-role-key", role=self.role(role), file=str(file.parent))
            self._keys[role] = read_key(file)
        return self._keys[role]

    # Words.

    def _tell(self, role: str, words: str) -> None:
        self.told.append(f"{self.role(role)} — {words}")

    def called(self, move: Move) -> str:
        """A move in words."""
        lang: Any = self.face.lang
        about = called(move, lang)
        if "party" in about:
            about["party"] = self.role("observer" if about["party"] not in STATES else about["party"])
        return self.face.say(f"exercise.move.{move.code}", **about)

    def put(self, label: str) -> str:
        """What the amendment before the meeting asks for, in words; of words of its own, its label."""
        lang: Any = self.face.lang
        colon = {"fr": " : ", "zh": "："}.get(lang, ": ")
        settled = self.play.settles(label)
        if settled is None:
            return label
        issue, option = settled
        sponsors = ", ".join(self.role(party) for party in self.play.amendments[label].holding())
        return f"{label} ({sponsors}){colon}{word(lang, 'issues', issue)} — {word(lang, 'options', issue, option)}"

    def role(self, role: str) -> str:
        """A role in words."""
        lang: Any = self.face.lang
        return word(lang, "names", role) if role in STATES else self.face.say(f"exercise.role.{role}")
