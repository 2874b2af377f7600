"""The cases of the rules about proposals."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.meetings.acts import DiscussTheme, MakeStatement
from accord.areas.proposals.acts import (
    AmendProposal,
    AssignThemes,
    ConfirmProposal,
    FollowProposal,
    JoinProposal,
    LeaveProposal,
    LinkTarget,
    LinkTrace,
    MakeCompilation,
    MergeProposals,
    OpenCorrections,
    RequestCorrection,
    RestoreProposal,
    SettleCorrection,
    SourceUnit,
    SplitProposal,
    TableProposal,
    UnlinkTrace,
    WithdrawProposal,
)
from accord.areas.proposals.listing import digest_of, listed
from tests.areas.cases import BODY, PAPER, REPORT, Case, Made, changed, common, stage
from tests.scene import Scene, said, source

NOTHING = "A/70/901"


def themed() -> Scene:
    """The stage, with a theme and a statement."""
    scene = stage()
    for act in (
        DiscussTheme(body=BODY, theme="theme-a", title=said("Steps")),
        MakeStatement(body=BODY, statement="statement-1", speaker="ST-A", occasion="general-exchange"),
    ):
        assert scene.does("secretariat", act).counts
    return scene


TABLE = TableProposal(
    body=BODY,
    proposal="p-1",
    title=said("First steps"),
    text=said("States would take first steps."),
    sources=(SourceUnit(document=PAPER, unit="para-3"), SourceUnit(statement="statement-1")),
    sponsors=("ST-A", "ST-C"),
    category="measure",
    themes=("theme-a",),
    forum="general-assembly",
    on=date(2015, 5, 14),
    source=source(),
)
ALONE = changed(TABLE, sponsors=("ST-A",))
SECOND = changed(ALONE, proposal="p-2", title=said("Further steps"))
THIRD = changed(ALONE, proposal="p-3", title=said("All steps"), sources=(SourceUnit(proposal="p-1"),))
JOIN = JoinProposal(
    body=BODY,
    proposal="p-1",
    party="ST-B",
    capacity="supporter",
    version=1,
    reservation=said("As far as it goes."),
    on=date(2015, 5, 15),
    source=source(),
)
LEAVE = LeaveProposal(body=BODY, proposal="p-1", party="ST-B", on=date(2015, 5, 20), source=source())
AMEND = AmendProposal(
    body=BODY,
    proposal="p-1",
    version=2,
    text=said("States would take all steps."),
    amenders=("ST-A",),
    source=source(),
)
CONFIRM = ConfirmProposal(body=BODY, proposal="p-1", party="ST-B", version=2, source=source())
MERGE = MergeProposals(body=BODY, proposals=("p-1", "p-2"), into="p-3", source=source())
SPLIT = SplitProposal(body=BODY, proposal="p-1", parts=("p-2", "p-3"), source=source())
WITHDRAW = WithdrawProposal(body=BODY, proposal="p-1", on=date(2015, 5, 21), source=source())
RESTORE = RestoreProposal(body=BODY, proposal="p-1", source=source())
ASSIGN = AssignThemes(body=BODY, proposal="p-1", assigner="ST-B", themes=("theme-a",), source=source())
FOLLOW = FollowProposal(
    body=BODY,
    proposal="p-1",
    followup="f-1",
    forum="conference-on-disarmament",
    followed="taken-up",
    document=PAPER,
    source=source(),
)
LINK = LinkTrace(
    body=BODY,
    link="l-1",
    proposal="p-1",
    trace_kind="reflected-in",
    target=LinkTarget(document=REPORT, unit="para-20"),
    author="ST-B",
    source=source(),
)
UNLINK = UnlinkTrace(body=BODY, link="l-1", reason="another paragraph")
MAKE = MakeCompilation(body=BODY, compilation="list-1", title=said("A list"), document=PAPER, source=source())
OPEN = OpenCorrections(
    body=BODY, window="w-1", document=PAPER, opens=date(2015, 6, 1), deadline=date(2015, 6, 8), source=source()
)
REQUEST = RequestCorrection(
    body=BODY,
    request="r-1",
    window="w-1",
    requester="ST-B",
    text=said("We said steps."),
    unit="para-3",
    source=source(),
)
SETTLE = SettleCorrection(body=BODY, request="r-1", outcome="accepted", document=PAPER, source=source())

TABLED: tuple[tuple[str, Made], ...] = (("editor", TABLE),)
OWN: tuple[tuple[str, Made], ...] = (("editor", ALONE),)
JOINED = (*TABLED, ("editor", JOIN))
AMENDED = (*JOINED, ("editor", AMEND))
THREE: tuple[tuple[str, Made], ...] = (("editor", ALONE), ("editor", SECOND), ("editor", THIRD))
GONE = (*TABLED, ("editor", WITHDRAW))
LINKED = (*TABLED, ("editor", LINK))
COMPILED = (*TABLED, ("editor", MAKE))
WINDOW = (*TABLED, ("editor", OPEN))
ASKED = (*WINDOW, ("editor", REQUEST))


def holds(rule: str, sentence: str, act: Made, before: tuple[tuple[str, Made], ...] = (), by: str = "editor") -> Case:
    """A case that holds, in a scene with a theme and a statement."""
    return Case(rule, sentence, act, None, by, before, scene=themed)


def fails(
    rule: str, sentence: str, act: Made, reason: str, before: tuple[tuple[str, Made], ...] = (), by: str = "editor"
) -> Case:
    """A case that does not hold."""
    return Case(rule, sentence, act, reason, by, before, scene=themed)


HOLDS = (
    holds("may_table", "a recorder tables what two States proposed", TABLE),
    holds("may_join", "a recorder says who supports it", JOIN, TABLED),
    holds("may_leave", "a recorder says who no longer does", LEAVE, JOINED),
    holds("may_amend", "a recorder says what a sponsor changed", AMEND, TABLED),
    holds("may_confirm", "a recorder says who confirmed", CONFIRM, AMENDED),
    holds("may_merge", "a recorder says what was merged", MERGE, THREE),
    holds("may_split", "a recorder says what was divided", SPLIT, THREE),
    holds("may_withdraw", "a recorder says what was withdrawn", WITHDRAW, TABLED),
    holds("may_restore", "the recorder says that it stands again", RESTORE, GONE),
    holds("may_assign", "a recorder says how a State classifies it", ASSIGN, TABLED),
    holds("may_follow", "a recorder says where it was taken up", FOLLOW, TABLED),
    holds("may_link", "a recorder gives the reading of a State", LINK, TABLED),
    holds("may_unlink", "the recorder takes the link back", UNLINK, LINKED),
    holds("may_make", "a recorder keeps a list", MAKE, TABLED),
    holds("may_open", "a recorder says until when corrections may be asked for", OPEN),
    holds("may_request", "a recorder says what a State asked for", REQUEST, WINDOW),
    holds("may_settle", "a recorder says what became of it", SETTLE, ASKED),
)


def in_themed(case: Case) -> Case:
    """A case of all rules alike, in the scene of these."""
    return Case(case.rule, case.sentence, case.act, case.reason, case.by, case.before, scene=themed)


def of_target(**fields: Any) -> Act:
    """The link, to another target."""
    return changed(LINK, target=LinkTarget(**fields))


def with_digest(scene: Scene) -> Act:
    """The act of who has seen the list that stands now."""
    view = scene.world.proposals
    return changed(MAKE, digest=digest_of(view, BODY, listed(view, BODY)))


STANDING = (
    ("may_join", JOIN),
    ("may_amend", AMEND),
    ("may_withdraw", WITHDRAW),
)
UNKNOWN = (
    ("may_join", JOIN),
    ("may_leave", LEAVE),
    ("may_confirm", CONFIRM),
    ("may_amend", AMEND),
    ("may_merge", MERGE),
    ("may_split", SPLIT),
    ("may_withdraw", WITHDRAW),
    ("may_restore", RESTORE),
    ("may_assign", ASSIGN),
    ("may_follow", FOLLOW),
    ("may_link", LINK),
)

CASES = (
    *HOLDS,
    *(in_themed(case) for held in HOLDS for case in common("proposals", held)),
    *(fails(rule, "a proposal that was not tabled", act, "unknown-proposal") for rule, act in UNKNOWN),
    *(fails(rule, "a proposal that was withdrawn", act, "not-standing", GONE) for rule, act in STANDING),
    # Tabled.
    holds("may_table", "a State tables its own proposal", changed(ALONE, source=None), by="ST-A"),
    fails(
        "may_table",
        "a State names another sponsor",
        changed(TABLE, source=None),
        "others-speak-for-themselves",
        by="ST-A",
    ),
    holds(
        "may_table",
        "a sponsor corrects the title and keeps the sponsors",
        lambda s: changed(TABLE, title=said("Steps"), source=None, corrects=s.last),
        TABLED,
        by="ST-A",
    ),
    holds("may_table", "made in discussion, by nobody named", changed(TABLE, sponsors=())),
    fails("may_table", "an unknown sponsor", changed(TABLE, sponsors=("nobody",)), "unknown-party"),
    fails("may_table", "a sponsor twice", changed(TABLE, sponsors=("ST-A", "ST-A")), "named-twice"),
    fails("may_table", "a theme that the body has not", changed(TABLE, themes=("theme-z",)), "unknown-theme"),
    fails("may_table", "a theme twice", changed(TABLE, themes=("theme-a", "theme-a")), "named-twice"),
    fails("may_table", "from nowhere named", changed(TABLE, sources=(SourceUnit(),)), "one-source"),
    fails("may_table", "from a unit of nothing", changed(TABLE, sources=(SourceUnit(unit="para-1"),)), "one-source"),
    fails(
        "may_table",
        "from a paper and a statement at once",
        changed(TABLE, sources=(SourceUnit(document=PAPER, statement="statement-1"),)),
        "one-source",
    ),
    fails(
        "may_table",
        "from an unknown paper",
        changed(TABLE, sources=(SourceUnit(document=NOTHING),)),
        "unknown-document",
    ),
    fails(
        "may_table",
        "from a statement that nobody made",
        changed(TABLE, sources=(SourceUnit(statement="statement-9"),)),
        "unknown-statement",
    ),
    fails(
        "may_table",
        "from a proposal that was not tabled",
        changed(TABLE, sources=(SourceUnit(proposal="p-9"),)),
        "unknown-proposal",
    ),
    fails("may_table", "from itself", changed(TABLE, sources=(SourceUnit(proposal="p-1"),)), "its-own-source"),
    fails(
        "may_table",
        "from itself through another",
        lambda s: changed(ALONE, sources=(SourceUnit(proposal="p-3"),), corrects=s.last - 2),
        "its-own-source",
        THREE,
    ),
    fails("may_table", "words of nobody", changed(TABLE, verbatim=True, sources=()), "quoted-from-nowhere"),
    fails("may_table", "a quotation without words", changed(TABLE, verbatim=True, text=None), "quoted-from-nowhere"),
    holds("may_table", "quoted from a paper", changed(TABLE, verbatim=True)),
    # Supported.
    holds("may_join", "a State supports it itself", changed(JOIN, source=None), TABLED, by="ST-B"),
    holds("may_join", "a group becomes a sponsor", changed(JOIN, party="friends", capacity="sponsor"), TABLED),
    holds("may_join", "the text that stands, unless another is named", changed(JOIN, version=None), AMENDED[:1]),
    fails("may_join", "an unknown party", changed(JOIN, party="nobody"), "unknown-party", TABLED),
    fails("may_join", "a text that it has not", changed(JOIN, version=2), "no-such-text", TABLED),
    fails("may_join", "a second time", JOIN, "stands-by-it-already", JOINED),
    fails("may_join", "a sponsor supports its own", changed(JOIN, party="ST-A"), "stands-by-it-already", TABLED),
    fails("may_join", "back before it left", JOIN, "before-it-left", (*JOINED, ("editor", LEAVE))),
    holds("may_join", "back later", changed(JOIN, on=date(2015, 5, 20)), (*JOINED, ("editor", LEAVE))),
    fails("may_leave", "who does not support it", LEAVE, "does-not-stand-by-it", TABLED),
    fails("may_leave", "before it joined", changed(LEAVE, on=date(2015, 5, 14)), "before-it-joined", JOINED),
    holds("may_leave", "a supporter of what was withdrawn", LEAVE, (*JOINED, ("editor", WITHDRAW))),
    # Amended.
    holds("may_amend", "a sponsor itself", changed(AMEND, source=None), TABLED, by="ST-A"),
    fails("may_amend", "a supporter", changed(AMEND, amenders=("ST-B",)), "not-its-sponsor", JOINED),
    fails("may_amend", "a sponsor twice", changed(AMEND, amenders=("ST-A", "ST-A")), "named-twice", TABLED),
    fails(
        "may_amend",
        "a sponsor for another",
        changed(AMEND, amenders=("ST-A", "ST-C"), source=None),
        "others-speak-for-themselves",
        TABLED,
        by="ST-A",
    ),
    fails("may_amend", "past the next text", changed(AMEND, version=3), "not-the-next-text", TABLED),
    fails("may_amend", "the text as it was", changed(AMEND, text=TABLE.text), "same-text", TABLED),
    holds("may_amend", "another title only", changed(AMEND, text=TABLE.text, title=said("Steps")), TABLED),
    fails("may_amend", "words of nobody", changed(AMEND, verbatim=True), "quoted-from-nowhere", TABLED),
    fails("may_amend", "from nowhere named", changed(AMEND, sources=(SourceUnit(),)), "one-source", TABLED),
    fails(
        "may_amend",
        "from an unknown paper",
        changed(AMEND, sources=(SourceUnit(document=NOTHING),)),
        "unknown-document",
        TABLED,
    ),
    fails(
        "may_amend",
        "from a statement that nobody made",
        changed(AMEND, sources=(SourceUnit(statement="statement-9"),)),
        "unknown-statement",
        TABLED,
    ),
    fails("may_amend", "from itself", changed(AMEND, sources=(SourceUnit(proposal="p-1"),)), "its-own-source", TABLED),
    fails("may_confirm", "the text before", changed(CONFIRM, version=1), "not-the-present-text", AMENDED),
    fails("may_confirm", "what was said already", CONFIRM, "nothing-to-confirm", (*AMENDED, ("editor", CONFIRM))),
    fails("may_confirm", "who does not support it", changed(CONFIRM, party="ST-Z"), "does-not-stand-by-it", AMENDED),
    fails("may_confirm", "what was withdrawn", CONFIRM, "not-standing", (*AMENDED, ("editor", WITHDRAW))),
    # Merged, divided, withdrawn, restored.
    holds("may_merge", "the only sponsor of all", changed(MERGE, source=None), THREE, by="ST-A"),
    fails("may_merge", "twice the same", changed(MERGE, proposals=("p-1", "p-1")), "named-twice", THREE),
    fails("may_merge", "into one of them", changed(MERGE, into="p-1"), "into-itself", THREE),
    fails(
        "may_merge",
        "round in a circle",
        changed(MERGE, proposals=("p-3",), into="p-1"),
        "goes-round",
        (*THREE, ("editor", MERGE)),
    ),
    fails(
        "may_merge",
        "what was merged before",
        MERGE,
        "not-standing",
        (*THREE, ("editor", changed(MERGE, into="p-3", proposals=("p-1",)))),
    ),
    fails(
        "may_merge",
        "one of two sponsors",
        changed(MERGE, source=None, proposals=("p-1",)),
        "other-sponsors-stand",
        (*TABLED, *THREE[1:]),
        by="ST-A",
    ),
    fails(
        "may_merge",
        "into another's",
        changed(MERGE, source=None, proposals=("p-1", "p-2")),
        "not-its-sponsor",
        (*THREE[:2], ("editor", changed(THIRD, sponsors=("ST-B",)))),
        by="ST-A",
    ),
    holds("may_split", "its only sponsor", changed(SPLIT, source=None), THREE, by="ST-A"),
    fails("may_split", "into one part", changed(SPLIT, parts=("p-2",)), "one-part", THREE),
    fails("may_split", "into the same twice", changed(SPLIT, parts=("p-2", "p-2")), "named-twice", THREE),
    fails("may_split", "into itself", changed(SPLIT, parts=("p-1", "p-2")), "into-itself", THREE),
    fails(
        "may_split",
        "round in a circle",
        changed(SPLIT, proposal="p-3", parts=("p-1", "p-2")),
        "goes-round",
        (*THREE, ("editor", MERGE)),
    ),
    fails("may_split", "what was withdrawn", SPLIT, "not-standing", (*THREE, ("editor", WITHDRAW))),
    fails(
        "may_split",
        "one of two sponsors",
        changed(SPLIT, source=None),
        "other-sponsors-stand",
        (*TABLED, *THREE[1:]),
        by="ST-A",
    ),
    holds("may_withdraw", "its only sponsor", changed(WITHDRAW, source=None), OWN, by="ST-A"),
    fails(
        "may_withdraw", "one of two sponsors", changed(WITHDRAW, source=None), "other-sponsors-stand", TABLED, by="ST-A"
    ),
    holds("may_restore", "a sponsor itself", changed(RESTORE, source=None), GONE, by="ST-A"),
    holds("may_restore", "what was merged", RESTORE, (*THREE, ("editor", MERGE))),
    fails("may_restore", "what stands", RESTORE, "stands-already", TABLED),
    fails("may_restore", "another recorder", RESTORE, "not-the-recorder", GONE, by="editor-2"),
    # Themes, forums, links.
    holds("may_assign", "a State classifies it itself", changed(ASSIGN, source=None), TABLED, by="ST-B"),
    fails("may_assign", "an unknown party", changed(ASSIGN, assigner="nobody"), "unknown-party", TABLED),
    fails("may_assign", "a theme that the body has not", changed(ASSIGN, themes=("theme-z",)), "unknown-theme", TABLED),
    fails("may_assign", "a theme twice", changed(ASSIGN, themes=("theme-a", "theme-a")), "named-twice", TABLED),
    holds("may_follow", "a sponsor itself", changed(FOLLOW, source=None), TABLED, by="ST-A"),
    fails("may_follow", "a forum without a name", changed(FOLLOW, forum="other"), "forum-not-named", TABLED),
    fails("may_follow", "a name too many", changed(FOLLOW, forum_name=said("A forum")), "forum-not-named", TABLED),
    holds("may_follow", "another forum", changed(FOLLOW, forum="other", forum_name=said("A forum")), TABLED),
    fails("may_follow", "an unknown paper", changed(FOLLOW, document=NOTHING), "unknown-document", TABLED),
    holds("may_link", "a State gives its own reading", changed(LINK, source=None), TABLED, by="ST-B"),
    holds("may_link", "another author, the same target", changed(LINK, link="l-2", author="ST-A"), LINKED),
    fails("may_link", "the same link under another name", changed(LINK, link="l-2"), "linked-already", LINKED),
    fails("may_link", "an unknown author", changed(LINK, author="nobody"), "unknown-party", TABLED),
    fails("may_link", "to nothing", of_target(), "one-target", TABLED),
    fails("may_link", "to two things", of_target(document=PAPER, statement="statement-1"), "one-target", TABLED),
    fails(
        "may_link", "a report reflects in no statement", of_target(statement="statement-1"), "not-such-a-target", TABLED
    ),
    fails(
        "may_link",
        "an element without a paragraph",
        changed(LINK, trace_kind="became-element", target=LinkTarget(document=REPORT)),
        "not-such-a-target",
        TABLED,
    ),
    fails("may_link", "an unknown report", of_target(document=NOTHING), "unknown-document", TABLED),
    fails(
        "may_link",
        "a statement that nobody made",
        changed(LINK, trace_kind="raised-in", target=LinkTarget(statement="statement-9")),
        "unknown-statement",
        TABLED,
    ),
    fails(
        "may_link",
        "a list that nobody made",
        changed(LINK, trace_kind="compiled-in", target=LinkTarget(compilation="list-9")),
        "unknown-compilation",
        TABLED,
    ),
    holds(
        "may_link",
        "a measure in words",
        changed(LINK, trace_kind="implemented-by", target=LinkTarget(measure=said("A law"))),
        TABLED,
    ),
    holds("may_unlink", "its author", UNLINK, LINKED, by="ST-B"),
    holds("may_unlink", "the secretariat", UNLINK, LINKED, by="secretariat"),
    fails("may_unlink", "what is not there", UNLINK, "no-such-record", TABLED),
    fails("may_unlink", "another recorder", UNLINK, "not-the-recorder", LINKED, by="editor-2"),
    # Compilations and corrections.
    holds("may_make", "who has seen this very list", with_digest, TABLED),
    fails("may_make", "who has seen another", changed(MAKE, digest="0" * 64), "another-list", TABLED),
    fails("may_make", "under an unknown symbol", changed(MAKE, document=NOTHING), "unknown-document", TABLED),
    holds("may_open", "about a list", changed(OPEN, document=None, compilation="list-1"), COMPILED),
    fails("may_open", "about nothing", changed(OPEN, document=None), "one-target"),
    fails("may_open", "about a paper and a list", changed(OPEN, compilation="list-1"), "one-target", COMPILED),
    fails("may_open", "about an unknown paper", changed(OPEN, document=NOTHING), "unknown-document"),
    fails(
        "may_open", "about an unknown list", changed(OPEN, document=None, compilation="list-9"), "unknown-compilation"
    ),
    fails("may_open", "closes before it opens", changed(OPEN, deadline=date(2015, 5, 31)), "ends-before-it-begins"),
    holds("may_request", "a State asks itself", changed(REQUEST, source=None), WINDOW, by="ST-B"),
    fails("may_request", "an unknown party", changed(REQUEST, requester="nobody"), "unknown-party", WINDOW),
    fails("may_request", "no window", REQUEST, "no-such-window"),
    fails("may_request", "an unknown proposal", changed(REQUEST, proposal="p-9"), "unknown-proposal", WINDOW),
    fails(
        "may_request",
        "a unit of a list",
        REQUEST,
        "not-such-a-target",
        (*COMPILED, ("editor", changed(OPEN, document=None, compilation="list-1"))),
    ),
    fails("may_settle", "nobody asked", SETTLE, "no-such-request", WINDOW),
    fails("may_settle", "an unknown corrigendum", changed(SETTLE, document=NOTHING), "unknown-document", ASKED),
    holds("may_settle", "the requester withdraws", changed(SETTLE, outcome="withdrawn", source=None), ASKED, by="ST-B"),
    fails("may_settle", "the requester accepts", changed(SETTLE, source=None), "not-a-recorder", ASKED, by="ST-B"),
)
