"""Tells of everything by chance: the acts of every area, drawn from the world they act on."""

from __future__ import annotations

from accord.areas.bodies.acts import EstablishBody
from accord.areas.documents.acts import RegisterDocument
from tests.laws import teller
from tests.laws.coverage import CoverageTeller
from tests.laws.drafts import DraftTeller
from tests.laws.floor import FloorTeller
from tests.laws.law import LawTeller
from tests.laws.pledging import PledgeTeller
from tests.laws.programme import ProgrammeTeller
from tests.laws.proposals import ProposalTeller
from tests.laws.sitting import SittingTeller
from tests.laws.speaking import SpeakerTeller
from tests.laws.teller import Luck, Seeded
from tests.scene import Scene, said


class Teller(
    DraftTeller,
    FloorTeller,
    SpeakerTeller,
    SittingTeller,
    ProposalTeller,
    LawTeller,
    CoverageTeller,
    ProgrammeTeller,
    PledgeTeller,
):
    """A teller of every area; of parties, bodies, papers and periods, on which the others stand, the most."""

    def __init__(self, luck: Luck, scene: Scene | None = None) -> None:
        super().__init__(luck, scene)
        self._topics += [*teller.Teller.topics(self)] * 3


def begun() -> Scene:
    """A record that begins with a recorder, a few parties, a body and a paper."""
    scene = Scene().founds().makes_recorder("editor").enters("ST-A", "ST-B")
    body = EstablishBody(body="AC.1", name=said("A group"), resolution="A/RES/67/56")
    for act in (body, RegisterDocument(symbol="A/AC.1/WP.1", body="AC.1", kind="working-paper")):
        assert scene.does(scene.secretariat, act).counts
    return scene


def told(seed: int, acts: int) -> Teller:
    """A record of so many acts, the same for the same seed."""
    found = Teller(Seeded(seed), begun())
    found.tells(acts - len(found.scene.entries))
    return found
