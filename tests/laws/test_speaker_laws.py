"""Laws of lists of speakers: whatever is said in whatever order, one has the floor at most, and nobody is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.acts.vocabulary import Act
from accord.areas.meetings.rules import key
from accord.areas.speakers.acts import (
    CallSpeaker,
    CloseList,
    GiveSpeech,
    Inscribe,
    ReopenList,
    RequestReply,
    StrikeSpeech,
    SwapPlaces,
    WaiveReply,
    WithdrawInscription,
    YieldFloor,
)
from accord.world.digest import world_digest
from tests.areas.cases import BODY, stage
from tests.areas.speakers.cases import DAY, OPEN
from tests.scene import replay

PARTIES = st.sampled_from(("ST-A", "ST-B", "ST-Z"))
GROUPS = st.sampled_from((None, None, "friends"))
OF = {"body": st.just(BODY), "list": st.just("general")}
LABELS = st.sampled_from([f"speech-{n}" for n in range(6)])
NAME = key(BODY, "general")

STEPS: st.SearchStrategy[Act] = st.one_of(
    st.builds(Inscribe, party=PARTIES, on_behalf_of=GROUPS, late=st.booleans(), **OF),
    st.builds(CallSpeaker, party=PARTIES, on_behalf_of=GROUPS, **OF),
    st.builds(
        GiveSpeech,
        speech=LABELS,
        party=PARTIES,
        on_behalf_of=GROUPS,
        on=st.just(DAY),
        reply=st.booleans(),
        seconds=st.integers(1, 900),
        **OF,
    ),
    st.builds(WithdrawInscription, party=PARTIES, on_behalf_of=GROUPS, **OF),
    st.builds(SwapPlaces, party=PARTIES, on_behalf_of=GROUPS, other=PARTIES, other_on_behalf_of=GROUPS, **OF),
    st.builds(
        YieldFloor,
        party=PARTIES,
        on_behalf_of=GROUPS,
        then=st.sampled_from(("keeps-place", "end-of-list")),
        **OF,
    ),
    st.builds(StrikeSpeech, speech=LABELS, reason=st.just("by mistake"), body=OF["body"]),
    st.builds(RequestReply, party=PARTIES, **OF),
    st.builds(WaiveReply, party=PARTIES, **OF),
    st.builds(CloseList, **OF),
    st.builds(ReopenList, **OF),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, min_size=10, max_size=40))
def test_whatever_is_said_the_list_stays_a_list(steps: list[Act]) -> None:
    scene = stage()
    assert scene.does("secretariat", OPEN).counts
    for step in steps:
        preview = scene.would("secretariat", step)
        assert scene.does("secretariat", step) == preview
        view = scene.world.speakers
        places = view.tables.places.get(NAME, ())
        assert sum(place.state == "speaking" for place in places) <= 1
        assert len(view.waiting(NAME)) == sum(place.state == "waiting" for place in places)
        # A place that was taken is never taken away, and each speech on the list belongs to one place or reply.
        owners = [p.speech for p in places if p.speech] + [
            r.speech for r in view.tables.replies.get(NAME, ()) if r.speech
        ]
        assert Counter(owners) == Counter(fact.act.speech for fact in view.tables.speeches.values())
        turns = [place.standing.turn for place in places]
        assert len(set(turns)) == len(turns), "no two stand in one place"
    assert world_digest(replay(scene.entries)) == world_digest(scene.world)
