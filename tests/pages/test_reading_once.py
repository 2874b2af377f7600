"""What pages read of a record stays read while it grows: entries never change."""

from __future__ import annotations

from accord.acts import envelope as envelopes
from accord.acts.entry import Entry
from accord.areas.parties.acts import EnterParty
from accord.nodes.bench import corpus
from accord.world.asked import asked
from accord.world.world import World

KEYS = tuple(sorted(signer.vkey.keyid for signer in (corpus.SECRETARIAT, corpus.EDITOR)))


def test_an_entry_is_read_once_however_the_record_grows() -> None:
    world = World(corpus.RECORD)
    acts = [(act, by) for act, by, _ in corpus.start()]
    for place, (act, by) in enumerate(acts):
        world.step(Entry(place, place, by, act, place.to_bytes(32), KEYS))
    data = corpus.framed(
        [envelopes.sign(act, by, corpus.RECORD, place, [corpus.EDITOR]) for place, (act, by) in enumerate(acts)]
    )
    read: list[int] = []

    def entry(index: int) -> bytes:
        read.append(index)
        return data[index]

    before = asked(world, entry)
    assert before.read(5) == asked(world, entry).read(5)
    more = EnterParty(party="late", kind="state", name=None)
    world.step(Entry(len(acts), len(acts), "secretariat", more, b"\0" * 32, KEYS))
    after = asked(world, entry)
    assert after is before
    assert after.size == len(acts) + 1
    assert after.read(5).act == acts[5][0]
    assert read == [5]
