"""The proposals of the small record: tabled, supported, amended, merged, compiled, reflected, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.values import Source, Text
from accord.areas.proposals.acts import (
    AmendProposal,
    AssignThemes,
    ConfirmProposal,
    FollowProposal,
    JoinProposal,
    LinkTarget,
    LinkTrace,
    MakeCompilation,
    MergeProposals,
    OpenCorrections,
    RequestCorrection,
    SettleCorrection,
    SourceUnit,
    TableProposal,
    TraceKind,
)

if TYPE_CHECKING:
    from tests.pages.small_record import Small

FROM = Source(document="A/99/100", place="para-3")


def text(words: str) -> Text:
    """An English text."""
    return Text(original="en", said={"en": words})


def tell_proposals(small: Small) -> None:
    """Tells the life of five proposals; ST-A speaks for itself, the editor records the rest."""
    editor = "EDITOR"
    when: dict[str, Any] = {"body": "WG"}

    def tabled(label: str, title: str, *, by: str = editor, sponsors: tuple[str, ...] = (), **more: Any) -> None:
        act = TableProposal(
            proposal=label,
            title=text(title),
            text=text(f"{title}: all of it."),
            sponsors=sponsors,
            source=None if by == "ST-A" else FROM,
            **when,
            **more,
        )
        small.counts(by, act)

    tabled("p-1", "One", by="ST-A", sponsors=("ST-A",), category="measure", themes=("theme-1",), forum="npt-review")
    tabled("p-2", "Two", sponsors=("AUT",), sources=(SourceUnit(document="A/AC.99/WP.1", unit="para-4"),))
    tabled("p-3", "Three", sources=(SourceUnit(document="A/99/100", unit="para-6"), SourceUnit(statement="s-1")))
    tabled("p-4", "Two and three", sponsors=("AUT",), sources=(SourceUnit(proposal="p-2"),), themes=("theme-1",))
    tabled("p-5", "Is it so?", category="question")
    tabled("p-6", "Six", sources=(SourceUnit(document="A/99/100", unit="para-6"),))
    for party in ("AUT", "IRL"):
        small.counts(
            editor, JoinProposal(proposal="p-1", party=party, capacity="supporter", version=1, source=FROM, **when)
        )
    small.counts(editor, AssignThemes(proposal="p-3", assigner="EDITOR", themes=("theme-1",), source=FROM, **when))
    small.counts(editor, MakeCompilation(compilation="list-1", title=text("A list"), source=FROM, **when))
    small.counts("ST-A", AmendProposal(proposal="p-1", version=2, text=text("More."), amenders=("ST-A",), **when))
    small.counts(editor, ConfirmProposal(proposal="p-1", party="IRL", version=2, source=FROM, **when))
    small.counts(editor, MergeProposals(proposals=("p-2", "p-3"), into="p-4", source=FROM, **when))
    target = LinkTarget(document="A/99/100", unit="para-6")
    links: tuple[tuple[str, str, TraceKind, LinkTarget, str], ...] = (
        ("l-1", "p-4", "reflected-in", target, editor),
        ("l-2", "p-1", "not-reflected-in", LinkTarget(document="A/99/100"), "AUT"),
        ("l-3", "p-1", "raised-in", LinkTarget(statement="s-4"), editor),
        ("l-4", "p-4", "became-element", LinkTarget(document="A/99/100", unit="para-7"), editor),
    )
    for link, label, kind, to, author in links:
        act = LinkTrace(link=link, proposal=label, trace_kind=kind, target=to, author=author, source=FROM, **when)
        small.counts(editor, act)
    small.counts(
        editor,
        FollowProposal(
            proposal="p-5", followup="f-1", forum="general-assembly", followed="handed-on", source=FROM, **when
        ),
    )
    tell_corrections(small)


def tell_corrections(small: Small) -> None:
    """A window about a summary and one about the list; a request in time, settled, and a late one."""
    from tests.pages.small_record import day

    when: dict[str, Any] = {"body": "WG"}
    for window, document, compilation in (("w-1", "A/AC.99/INF.1", None), ("w-2", None, "list-1")):
        about: dict[str, Any] = {"document": document, "compilation": compilation, **when}
        act = OpenCorrections(window=window, opens=day(9, 1), deadline=day(9, 10), source=FROM, **about)
        small.counts("EDITOR", act)
    asked = RequestCorrection(
        request="r-1", window="w-1", requester="ST-A", text=text("We said so."), unit="para-2", on=day(9, 10), **when
    )
    small.counts("ST-A", asked)
    late = RequestCorrection(
        request="r-2", window="w-2", requester="AUT", text=text("Ours."), proposal="p-2", on=day(9, 11), source=FROM,
        **when,
    )  # fmt: skip
    small.counts("EDITOR", late)
    small.counts("EDITOR", SettleCorrection(request="r-1", outcome="accepted", source=FROM, **when))
