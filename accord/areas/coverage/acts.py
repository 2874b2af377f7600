"""What can be said about coverage: prohibitions named, read into provisions, readings disputed, the law's developments.

Which provision prohibits what is a reading: it has an author, others stand beside it, and whoever disputes it is named.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Count, Day, Grounds, Index, Label, Line, Party, Text
from accord.acts.vocabulary import Act
from accord.areas.instruments.acts import ROWS, Instrument

Prohibition = Label
"""A prohibition that is named in the record. Rules insist that it is."""
Binds = Literal["parties", "named-parties", "parties-but-named"]
"""Whom a provision binds: all parties, those parties that are named, or all parties but those."""
Reach = Literal["anywhere", "zone", "own-territory", "environments", "towards-named"]
"""Where, or towards whom: anywhere; in a named zone; in places under the party's jurisdiction or control; in named
environments; towards States that are named or described."""
BodyOfLaw = Literal["humanitarian", "human-rights", "environmental", "criminal", "criminal-court"]
"""The bodies of law of which A/68/514 ¶39 names the developments since 1996."""
Strikable = Literal["reading", "dispute", "development"]


class NameProhibition(Act, tag="prohibition.name/1"):
    """Names an act that an instrument may prohibit (A/68/514 ¶35). None ranks before another."""

    prohibition: Label
    name: Text
    place: Count | None = None
    """Where it stands among the others, as the source lists them."""
    note: Text | None = None
    grounds: Grounds
    corrects: Index | None = None


class MapProhibition(Act, tag="prohibition.map/1"):
    """An author reads in a provision that it prohibits acts: to whom, where, on which condition (A/68/514 ¶34)."""

    instrument: Instrument
    provision: Label
    author: Party
    """Whose reading it is."""
    prohibits: Annotated[tuple[Prohibition, ...], Meta(min_length=1, max_length=40)]
    binds: Binds = "parties"
    bound_named: Annotated[tuple[Party, ...], Meta(max_length=ROWS)] = ()
    """The States named, where the provision binds them alone or all others."""
    reach: Reach = "anywhere"
    reach_said: Text | None = None
    """The zone, the environments, the States, in words."""
    condition: Text | None = None
    """What it depends on, in words."""
    grounds: Grounds
    corrects: Index | None = None


class DisputeReading(Act, tag="prohibition.dispute/1"):
    """A party disputes a reading of a provision, of everything in it or of one prohibition; both stand."""

    instrument: Instrument
    provision: Label
    author: Party
    """Whose reading is disputed."""
    party: Party
    """Who disputes it."""
    prohibition: Prohibition | None = None
    text: Text
    verbatim: bool = False
    on: Day | None = None
    grounds: Grounds
    corrects: Index | None = None


class RecordDevelopment(Act, tag="law-development.record/1"):
    """A development of a body of law since the advisory opinion of 1996, told by its source (A/68/514 ¶¶38-39)."""

    development: Label
    body_of_law: BodyOfLaw
    name: Text
    summary: Text
    verbatim: bool = False
    instrument: Instrument | None = None
    on: Day | None = None
    grounds: Grounds
    corrects: Index | None = None


class StrikeCoverage(Act, tag="coverage.strike/1"):
    """Takes back a reading, a dispute or a development recorded by mistake; its entry stays in the record."""

    strikable: Strikable
    entry: Index
    reason: Line


ACTS = (NameProhibition, MapProhibition, DisputeReading, RecordDevelopment, StrikeCoverage)
