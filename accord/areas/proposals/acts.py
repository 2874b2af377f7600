"""What can be said about proposals: tabled, supported, amended, merged, compiled, traced, corrected."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Body, Day, Digest, Document, Index, Label, Line, Party, Source, Text, Value
from accord.acts.vocabulary import Act

Proposal = Label
"""A proposal in the record, by its label within its body."""
Theme = Label
"""A theme in the record, by its label within its body."""

Category = Literal["approach", "element", "measure", "instrument", "further-work", "question", "other"]
"""What a proposal is about; a question is one that was left open (A/68/514 ¶¶20-29, 34, 50)."""
Forum = Literal[
    "general-assembly",
    "first-committee",
    "conference-on-disarmament",
    "disarmament-commission",
    "npt-review",
    "high-level-meeting",
    "security-council",
    "other",
]
"""Where a matter may be taken further (A/68/514 ¶45)."""
Capacity = Literal["sponsor", "supporter"]
Followed = Literal["handed-on", "taken-up", "discussed", "decided"]
TraceKind = Literal["raised-in", "compiled-in", "reflected-in", "not-reflected-in", "became-element", "implemented-by"]
"""How a proposal is related to a passage, a list, a report, an element, a measure: as the author of the link says."""
Outcome = Literal["accepted", "accepted-in-part", "not-accepted", "withdrawn"]
Version = Annotated[int, Meta(ge=1, le=10_000)]
"""The number of a text of a proposal: 1 as tabled, then one more with each amendment."""


class SourceUnit(Value):
    """Where a proposal comes from: a unit of a document, a statement, or an earlier proposal. One of the three."""

    document: Document | None = None
    unit: Label | None = None
    """A unit of the document, as `para-27-a`; without it, the document as a whole."""
    statement: Label | None = None
    proposal: Proposal | None = None


class TableProposal(Act, tag="proposal.table/1"):
    """A proposal is tabled, in the sponsors' words or summarised from its sources (A/68/514 ¶¶16, 18).

    Said by a sponsor, or recorded with the source. Without sponsors it was made in
    discussion and the source does not say by whom.
    """

    body: Body
    proposal: Label
    title: Text
    text: Text | None = None
    verbatim: bool = False
    """Whether the text stands in a source word by word; else it is in the words of the one who says this."""
    sources: tuple[SourceUnit, ...] = ()
    sponsors: tuple[Party, ...] = ()
    category: Category = "other"
    themes: tuple[Theme, ...] = ()
    forum: Forum | None = None
    """Where the proposal itself wants it taken up."""
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class JoinProposal(Act, tag="proposal.join/1"):
    """A party becomes a sponsor of a proposal, or supports it, perhaps with a reservation (A/68/514 ¶21)."""

    body: Body
    proposal: Proposal
    party: Party
    capacity: Capacity
    version: Version | None = None
    """The text that it stands by; without it, the one that stands when this is admitted."""
    reservation: Text | None = None
    on: Day | None = None
    source: Source | None = None


class LeaveProposal(Act, tag="proposal.leave/1"):
    """A party no longer sponsors or supports a proposal."""

    body: Body
    proposal: Proposal
    party: Party
    on: Day | None = None
    source: Source | None = None


class ConfirmProposal(Act, tag="proposal.confirm/1"):
    """A sponsor or supporter stands by the text as amended too. Until then it is shown with the earlier text."""

    body: Body
    proposal: Proposal
    party: Party
    version: Version
    reservation: Text | None = None
    on: Day | None = None
    source: Source | None = None


class AmendProposal(Act, tag="proposal.amend/1"):
    """Sponsors give their proposal another text. What it leaves out stays as before."""

    body: Body
    proposal: Proposal
    version: Version
    """The number of the new text: two sponsors who amend at once cannot both make the same one."""
    text: Text
    title: Text | None = None
    verbatim: bool = False
    sources: tuple[SourceUnit, ...] = ()
    """Where the new text comes from; empty: from where the text before it did."""
    amenders: tuple[Party, ...] = ()
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class MergeProposals(Act, tag="proposal.merge/1"):
    """Proposals are merged into one that stands already, with its own text and sponsors. The lineage is kept."""

    body: Body
    proposals: Annotated[tuple[Proposal, ...], Meta(min_length=1)]
    into: Label
    on: Day | None = None
    source: Source | None = None


class SplitProposal(Act, tag="proposal.split/1"):
    """A proposal is divided into several that stand already, each with its own text and sponsors."""

    body: Body
    proposal: Proposal
    parts: Annotated[tuple[Label, ...], Meta(min_length=1)]
    on: Day | None = None
    source: Source | None = None


class WithdrawProposal(Act, tag="proposal.withdraw/1"):
    """A proposal is withdrawn by those who tabled it. It stays on record as withdrawn."""

    body: Body
    proposal: Proposal
    on: Day | None = None
    source: Source | None = None


class RestoreProposal(Act, tag="proposal.restore/1"):
    """A proposal that was withdrawn, merged or divided stands again by itself, or was recorded so by mistake."""

    body: Body
    proposal: Proposal
    on: Day | None = None
    source: Source | None = None


class AssignThemes(Act, tag="theme.assign/1"):
    """Somebody assigns a proposal to themes; another may classify it differently (A/68/514 ¶24)."""

    body: Body
    proposal: Proposal
    assigner: Party
    themes: tuple[Theme, ...]
    source: Source | None = None
    corrects: Index | None = None


class FollowProposal(Act, tag="proposal.follow/1"):
    """A proposal is handed on to another forum, or taken up, discussed or decided there (A/68/514 ¶¶45, 50)."""

    body: Body
    proposal: Proposal
    followup: Label
    forum: Forum
    forum_name: Text | None = None
    """Of another forum: which."""
    followed: Followed
    document: Document | None = None
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class LinkTarget(Value):
    """What a proposal is linked to: a unit of a document, a statement, a compilation, or a measure in words."""

    document: Document | None = None
    unit: Label | None = None
    statement: Label | None = None
    compilation: Label | None = None
    measure: Text | None = None


class LinkTrace(Act, tag="trace.link/1"):
    """An author says how a proposal is related to a passage, list, report, element or measure (A/68/514 ¶2).

    It is the reading of its author, no finding of the body. `not-reflected-in` names a
    report in which the author does not find the proposal.
    """

    body: Body
    link: Label
    proposal: Proposal
    trace_kind: TraceKind
    target: LinkTarget
    author: Party
    note: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class UnlinkTrace(Act, tag="trace.unlink/1"):
    """Takes a link back. The entry that made it stays in the record."""

    body: Body
    link: Label
    reason: Line


class MakeCompilation(Act, tag="compilation.make/1"):
    """A list of the proposals that stand, by theme, as of this entry (A/68/514 ¶¶16, 18).

    The list is made from the record when the act is admitted and kept, so that it can be
    compared with what stands later.
    """

    body: Body
    compilation: Label
    title: Text | None = None
    digest: Digest | None = None
    """Of the list that its maker has seen; the act has no effect if another one stands by then."""
    document: Document | None = None
    """Under which it was issued."""
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class OpenCorrections(Act, tag="correction.open/1"):
    """Until a day, parties may ask for corrections to a summary or a compilation (A/68/514 ¶18)."""

    body: Body
    window: Label
    document: Document | None = None
    compilation: Label | None = None
    opens: Day
    deadline: Day
    """The last day. What is asked later is on record too, and shown as late."""
    source: Source | None = None
    corrects: Index | None = None


class RequestCorrection(Act, tag="correction.request/1"):
    """A party asks for a correction of a summary or compilation, at a unit or a proposal of it."""

    body: Body
    request: Label
    window: Label
    requester: Party
    text: Text
    unit: Label | None = None
    proposal: Proposal | None = None
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class SettleCorrection(Act, tag="correction.settle/1"):
    """What became of a request for a correction; its requester may withdraw it."""

    body: Body
    request: Label
    outcome: Outcome
    text: Text | None = None
    document: Document | None = None
    """The corrigendum or revision in which it was made."""
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


ACTS = (
    TableProposal,
    JoinProposal,
    LeaveProposal,
    ConfirmProposal,
    AmendProposal,
    MergeProposals,
    SplitProposal,
    WithdrawProposal,
    RestoreProposal,
    AssignThemes,
    FollowProposal,
    LinkTrace,
    UnlinkTrace,
    MakeCompilation,
    OpenCorrections,
    RequestCorrection,
    SettleCorrection,
)
