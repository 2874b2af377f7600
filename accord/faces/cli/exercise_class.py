"""`accord exercise serve` and `join`: a class plays from several machines, in browsers or with commands."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from accord.faces.cli.errors import Complaint
from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb

if TYPE_CHECKING:
    from accord.faces.cli.wiring import Asks
    from accord.keys.signers import Signer
    from accord.stories.negotiation.seats import SeatAnswer, Wish

LOOKS_EVERY_S = 1.0


class Why(msgspec.Struct, frozen=True):
    """Why a seat does not do what it was asked."""

    detail: str


@verb(
    "serve",
    "accord exercise serve class --port 8514\naccord exercise serve class --host class.example --absent 120",
    json=False,
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=8514, show_default=True, help="Port; 0 for any.")
@click.option("--host", default="localhost", show_default=True, help="Name or number by which others reach it.")
@click.option(
    "--absent",
    type=click.IntRange(5, 3600),
    default=180,
    show_default=True,
    help="Seconds after which a partner plays for a person who is not heard of.",
)
def serve(face: Face, directory: Path, port: int, host: str, absent: int) -> None:
    """Serve the exercise in DIR to a class until stopped: the record's pages, a seat for each role, one for you.

    Prints the address of each seat; give each player only theirs. It begins paused: start it from your own seat.
    """
    from accord.faces.cli.exercise_folder import FACILITATOR, insist_exercise
    from accord.faces.cli.exercise_table import complaint
    from accord.stories.negotiation.scenario import ROLES
    from accord.stories.negotiation.table import NotDone
    from accord.stories.negotiation.telling import role_name

    insist_exercise(directory)
    lang: Any = face.lang

    def ready(address: str, codes: Any) -> None:
        face.line(face.say("exercise.room-at", address=f"{address}/{lang}/-/room"))
        face.line(face.say("exercise.facilitator-at", address=f"{address}/{lang}/-/seat/{codes[FACILITATOR]}"))
        seats = [[role_name(role, lang), f"{address}/{lang}/-/seat/{codes[role]}"] for role in ROLES]
        face.table([face.say("field.role"), face.say("field.address")], seats)
        face.note(face.say("exercise.begins-paused"))

    try:
        face.wiring.serve_exercise(directory, host, port, absent, ready)
    except NotDone as error:
        raise complaint(error, face) from None


@verb(
    "join",
    "accord exercise join http://class.example:8514/en/-/seat/CODE --key my.key --brief\n"
    "accord exercise join http://class.example:8514/en/-/seat/CODE --key my.key --wait\n"
    "accord exercise join http://class.example:8514/en/-/seat/CODE --key my.key --do 2",
)
@click.argument("address")
@click.option("--key", "file", type=click.Path(path_type=Path), help="Your own key file; made where there is none.")
@click.option("--do", "number", type=int, help="Take the move of this number.")
@click.option("--pass", "lets_pass", is_flag=True, help="Let the moment pass.")
@click.option("--point-out", "entry", type=click.IntRange(0), help="Point out that a translation is mistaken.")
@click.option("--wait", is_flag=True, help="Wait until it is your turn, or the exercise is over.")
@click.option("--brief", is_flag=True, help="Show your confidential brief first.")
def join(
    face: Face,
    address: str,
    file: Path | None,
    number: int | None,
    lets_pass: bool,
    entry: int | None,
    wait: bool,
    brief: bool,
) -> None:
    """Take the seat at ADDRESS, which the facilitator gave you, in an exercise on another machine.

    With --key your moves are signed on this machine, with a key that never leaves it; without, with the key of the
    role on the facilitator's machine.
    """
    from accord.stories.negotiation.seats import Wish

    if sum((number is not None, lets_pass, entry is not None)) > 1:
        raise click.UsageError("--do, --pass, --point-out: one of them")
    asks = face.wiring.seat(address)
    seen = _ask(asks)
    if brief and not face.json:
        face.line(seen.brief)
    signer = None if file is None else _registered(face, asks, seen, file)
    if number is not None:
        seen = _ask(asks, _taken(face, seen, number, signer))
    elif lets_pass:
        seen = _ask(asks, Wish("pass", moment=_moment(seen)))
    elif entry is not None:
        seen = _ask(asks, Wish("point-out", entry=entry))
    while wait and seen.moment is None and seen.state in ("paused", "under-way"):
        time.sleep(LOOKS_EVERY_S)
        seen = _ask(asks)
    if face.json:
        face.document(seen)
    else:
        _shown(face, seen)


def _ask(asks: Asks, wish: Wish | None = None) -> SeatAnswer:
    """What the seat answers.

    Raises:
        Complaint: it is not the address of a seat, or what was asked is not done.
    """
    from accord.stories.negotiation.seats import SeatAnswer

    status, data = asks(None if wish is None else msgspec.json.encode(wish))
    try:
        if status == 200:
            return msgspec.json.decode(data, type=SeatAnswer)
        why = msgspec.json.decode(data, type=Why).detail
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise Complaint("error.not-a-seat") from None
    raise Complaint("error.not-a-seat") if status in (404, 405) else Complaint("error.seat-says", answer=why)


def _registered(face: Face, asks: Asks, seen: SeatAnswer, file: Path) -> Signer:
    """The player's own key, registered for the role where it is not yet."""
    from accord.acts.envelope import Signature, assemble, pae, write_payload
    from accord.areas.parties.acts import RegisterKey
    from accord.faces.cli.inputs import read_signer
    from accord.keys.files import write_key
    from accord.keys.signers import new_signer
    from accord.keys.vkey import ED25519
    from accord.stories.negotiation.scenario import ROLES, party_of
    from accord.stories.negotiation.seats import Wish

    if seen.role not in ROLES:
        raise Complaint("error.not-a-seat")
    if not file.exists():
        write_key(file, new_signer(f"{seen.role.lower()}.player", ED25519))
        face.note(face.say("message.written", file=file))
    signer = read_signer(str(file))
    if signer.vkey.keyid in seen.keys:
        return signer
    party = party_of(seen.role)
    keys = sorted((signer.vkey.keyid, seen.key))
    act = RegisterKey(party=party, vkey=str(signer.vkey))
    payload = write_payload(act, party, seen.record, face.wiring.nonce(), keys)
    envelope = assemble(payload, [Signature(signer.vkey.keyid, signer.sign(pae(payload)))])
    _ask(asks, Wish("register", envelopes=(envelope.decode(),)))
    return signer


def _moment(seen: SeatAnswer) -> str:
    if seen.moment is None:
        raise Complaint("error.not-your-turn", role=seen.called)
    return seen.moment


def _taken(face: Face, seen: SeatAnswer, number: int, signer: Signer | None) -> Wish:
    """The wish to take a move; with a key of one's own, the acts are signed here, and shown as they are signed.

    Raises:
        Complaint: it is not the player's turn, there is no such move, or the seat offers what is no act.
    """
    from accord.client.say import sign
    from accord.stories.negotiation.scenario import ORIGIN
    from accord.stories.negotiation.seats import Wish
    from accord.world.vocabulary import VOCABULARY

    moment = _moment(seen)
    if not 1 <= number <= len(seen.moves):
        raise Complaint("error.no-such-move", number=number, most=len(seen.moves))
    if signer is None:
        return Wish("take", moment=moment, number=number)
    envelopes = []
    for one in seen.moves[number - 1].acts:
        data = msgspec.json.encode(one.act)
        try:
            act = VOCABULARY.decoder.decode(data)
        except msgspec.MsgspecError:
            raise Complaint("error.not-a-seat") from None
        # A key signs for this exercise alone, whatever record the other machine names.
        face.note(msgspec.json.format(data, indent=2).decode())
        envelopes.append(sign(act, one.by, ORIGIN, face.wiring.nonce(), [signer]).decode())
    return Wish("take", moment=moment, number=number, envelopes=tuple(envelopes))


def _shown(face: Face, seen: SeatAnswer) -> None:
    """Where the exercise stands, as a player sees it."""
    for one in reversed(seen.told):
        face.line(one)
    face.line()
    face.line(face.say(f"exercise.state.{seen.state}"))
    if seen.meeting is not None:
        face.line(face.say("exercise.now", meeting=seen.meeting, clock=seen.clock))
    if seen.put:
        face.line(face.say("exercise.put", amendment=seen.put))
    if seen.moment is None:
        return
    face.heading(face.say("exercise.your-turn", role=seen.called))
    for number, move in enumerate(seen.moves, start=1):
        face.line(f"{number}. {move.words}")
    face.note(face.say("exercise.choose"))
    if seen.may_pass:
        face.note(face.say("exercise.or-pass"))
