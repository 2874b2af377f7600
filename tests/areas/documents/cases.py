"""The cases of the rules about documents."""

from __future__ import annotations

from datetime import date

from accord.areas.bodies.acts import RecordCapacity
from accord.areas.documents.acts import (
    CirculateDocument,
    IssueVersion,
    JoinSponsors,
    LeaveSponsors,
    OpenWindow,
    ReceiveInstrument,
    RegisterDocument,
    ReissueDocument,
    RelateDocument,
    RestoreDocument,
    WithdrawDocument,
)
from tests.areas.cases import BODY, PAPER, REPORT, Case, changed, common
from tests.scene import said, source

NEW = "A/AC.900/WP.2"
REGISTER = RegisterDocument(
    symbol=NEW,
    body=BODY,
    kind="working-paper",
    title=said("On steps"),
    submitter="sponsors",
    sponsors=("ST-A", "ST-B"),
    source=source("para-9-b"),
)
WITHDRAW = WithdrawDocument(symbol=NEW, on=date(2015, 6, 1), source=source())
JOIN = JoinSponsors(symbol=PAPER, sponsor="ST-B", on=date(2015, 5, 2), source=source())
LEAVE = LeaveSponsors(symbol=PAPER, sponsor="ST-A", on=date(2015, 5, 3), source=source())
ISSUE = IssueVersion(symbol=PAPER, language="fr", job="15-00001", source=source())

RELATE = RelateDocument(symbol=PAPER, kinship="corrects", document=REPORT, languages=("fr", "ru"), source=source())
REISSUE = ReissueDocument(symbol=PAPER, reissue=1, languages=("ar",), on=date(2015, 5, 9), source=source())
CIRCULATE = CirculateDocument(
    symbol=PAPER, stage="received", on=date(2015, 5, 1), time="17:00", offset="+02:00", source=source()
)
OPEN = OpenWindow(
    body=BODY,
    submission_window="papers",
    paper_kinds=("working-paper",),
    opens=date(2015, 4, 1),
    deadline=date(2015, 5, 1),
    time="18:00",
    offset="+02:00",
    rule="set-by-the-chair",
    source=source(),
)

RECEIVE = ReceiveInstrument(
    sha256="ab" * 32,
    size=48_213,
    media="application/pdf",
    form="note-verbale",
    presenter="ST-C",
    on=date(2015, 5, 6),
    concerns=PAPER,
)
RECEIVED = (("secretariat", RECEIVE),)
OBSERVER = RecordCapacity(body=BODY, party="ST-B", capacity="observer", source=source())
ACCORDED = changed(OBSERVER, rights=("sponsorship",))
DRAFT = changed(REGISTER, kind="draft")
OF_ONE = changed(DRAFT, sponsors=("ST-A",))

PUT = (("editor", REGISTER),)
GONE = (*PUT, ("editor", WITHDRAW))
RESTORE = RestoreDocument(symbol=NEW, on=date(2015, 6, 2), source=source())
OWN = changed(REGISTER, sponsors=("ST-A",), source=None)
NO_SPONSORS = changed(REGISTER, submitter="none", sponsors=())

HOLDS = (
    Case("may_register", "a recorder registers a paper with its sponsors", REGISTER),
    Case("may_withdraw", "the recorder withdraws a paper", WITHDRAW, before=PUT),
    Case("may_restore", "the recorder restores a paper", RESTORE, before=GONE),
    Case("may_join", "a recorder says that a party became a sponsor", JOIN),
    Case("may_leave", "a recorder says that a party left the sponsors", LEAVE),
    Case("may_issue", "a recorder says that a version was issued", ISSUE),
    Case("may_relate", "a recorder says what a document is to another", RELATE),
    Case("may_reissue", "a recorder says that a document was issued again", REISSUE),
    Case("may_circulate", "a recorder says when a document was handed in", CIRCULATE),
    Case("may_open_window", "a recorder says until when papers may be handed in", OPEN),
)

CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("documents", holds)),
    Case("may_register", "a sponsor registers its own paper", OWN, by="ST-A"),
    Case(
        "may_register",
        "a sponsor registers its own paper and others on it",
        changed(REGISTER, source=None),
        "others-join-themselves",
        by="ST-A",
    ),
    Case(
        "may_register",
        "a party that is no recorder names others with a source",
        REGISTER,
        "others-join-themselves",
        by="ST-A",
    ),
    Case(
        "may_register",
        "a sponsor corrects its own paper and adds another",
        lambda s: changed(OWN, sponsors=("ST-A", "ST-B"), corrects=s.last),
        "others-join-themselves",
        by="ST-A",
        before=(("ST-A", OWN),),
    ),
    Case(
        "may_register",
        "a sponsor corrects the title of its own paper",
        lambda s: changed(OWN, title=said("On first steps"), corrects=s.last),
        by="ST-A",
        before=(("ST-A", OWN),),
    ),
    Case("may_restore", "a paper that stands", RESTORE, "not-withdrawn", before=PUT),
    Case("may_restore", "no such paper", RESTORE, "not-withdrawn"),
    Case("may_restore", "a sponsor restores its paper", changed(RESTORE, source=None), by="ST-B", before=GONE),
    Case("may_restore", "another recorder restores", RESTORE, "not-the-recorder", by="editor-2", before=GONE),
    Case("may_restore", "restored twice", RESTORE, "not-withdrawn", before=(*GONE, ("editor", RESTORE))),
    Case("may_withdraw", "withdrawn again after it was restored", WITHDRAW, before=(*GONE, ("editor", RESTORE))),
    Case("may_register", "a sponsor from nowhere", changed(REGISTER, sponsors=("ST-0",)), "unknown-party"),
    Case("may_register", "a sponsor twice", changed(REGISTER, sponsors=("ST-A", "ST-A")), "named-twice"),
    Case(
        "may_register",
        "sponsors of the Chair's paper",
        changed(REGISTER, submitter="chair"),
        "sponsors-and-submitter-differ",
    ),
    Case(
        "may_register",
        "no sponsors of a sponsored paper",
        changed(REGISTER, sponsors=()),
        "sponsors-and-submitter-differ",
    ),
    Case("may_register", "a symbol that is none", changed(REGISTER, symbol="A/AC.900/wp.x"), "no-symbol"),
    Case(
        "may_register",
        "a symbol in another spelling",
        changed(REGISTER, symbol="A/AC.900/INF/9"),
        "not-the-normal-symbol",
    ),
    Case("may_register", "without sponsors", NO_SPONSORS),
    Case("may_withdraw", "no such paper", WITHDRAW, "unknown-document"),
    Case("may_withdraw", "withdrawn twice", WITHDRAW, "already-withdrawn", before=(*PUT, ("editor", WITHDRAW))),
    Case("may_withdraw", "a sponsor withdraws its paper", changed(WITHDRAW, source=None), by="ST-A", before=PUT),
    Case("may_withdraw", "another recorder withdraws", WITHDRAW, "not-the-recorder", by="editor-2", before=PUT),
    Case(
        "may_withdraw",
        "a party that has left the sponsors withdraws",
        changed(WITHDRAW, source=None),
        "not-a-recorder",
        by="ST-A",
        before=(*PUT, ("ST-A", LeaveSponsors(symbol=NEW, sponsor="ST-A"))),
    ),
    Case(
        "may_withdraw",
        "a party that has joined the sponsors withdraws",
        changed(WITHDRAW, symbol=PAPER, source=None),
        by="ST-B",
        before=(("ST-B", changed(JOIN, source=None)),),
    ),
    Case("may_join", "no such paper", changed(JOIN, symbol=NEW), "unknown-document"),
    Case(
        "may_join",
        "a paper that is withdrawn",
        changed(JOIN, symbol=NEW, sponsor="ST-C"),
        "unknown-document",
        before=(*PUT, ("editor", WITHDRAW)),
    ),
    Case("may_join", "a party from nowhere", changed(JOIN, sponsor="ST-0"), "unknown-party"),
    Case("may_join", "a sponsor joins again", changed(JOIN, sponsor="ST-A"), "already-a-sponsor"),
    Case("may_join", "a party joins by itself", changed(JOIN, source=None), by="ST-B"),
    Case("may_join", "a party joins another", changed(JOIN, sponsor="ST-C", source=None), "not-a-recorder", by="ST-B"),
    Case("may_join", "a party that left joins again", changed(JOIN, sponsor="ST-A"), before=(("editor", LEAVE),)),
    Case(
        "may_register", "a draft, with an observer", DRAFT, "observer-may-not-sponsor", before=(("editor", OBSERVER),)
    ),
    Case("may_register", "a draft, with one to which that was accorded", DRAFT, before=(("editor", ACCORDED),)),
    Case(
        "may_register", "a paper that proposes no decision, with an observer", REGISTER, before=(("editor", OBSERVER),)
    ),
    Case(
        "may_register",
        "a draft of no body in particular, with an observer",
        changed(DRAFT, body=None),
        before=(("editor", OBSERVER),),
    ),
    Case(
        "may_join",
        "an observer, a draft",
        changed(JOIN, symbol=NEW),
        "observer-may-not-sponsor",
        before=(("editor", OF_ONE), ("editor", OBSERVER)),
    ),
    Case(
        "may_join",
        "an observer to which that was accorded, a draft",
        changed(JOIN, symbol=NEW),
        before=(("editor", OF_ONE), ("editor", ACCORDED)),
    ),
    Case("may_join", "an observer, another paper", JOIN, before=(("editor", OBSERVER),)),
    Case("may_leave", "no such paper", changed(LEAVE, symbol=NEW), "unknown-document"),
    Case("may_leave", "no sponsor", changed(LEAVE, sponsor="ST-B"), "not-a-sponsor"),
    Case("may_leave", "a party leaves by itself", changed(LEAVE, source=None), by="ST-A"),
    Case("may_leave", "left twice", LEAVE, "not-a-sponsor", before=(("editor", LEAVE),)),
    Case("may_issue", "no such paper", changed(ISSUE, symbol=NEW), "unknown-document"),
    Case(
        "may_issue", "another language is another version", changed(ISSUE, language="es"), before=(("editor", ISSUE),)
    ),
    Case("may_issue", "the report in Chinese", changed(ISSUE, symbol=REPORT, language="zh")),
    Case("may_relate", "of a document that is not here", changed(RELATE, symbol=NEW), "unknown-document"),
    Case("may_relate", "to a document that is not here", changed(RELATE, document=NEW), "unknown-document"),
    Case("may_relate", "to itself", changed(RELATE, document=PAPER), "related-to-itself"),
    Case("may_relate", "of one language twice", changed(RELATE, languages=("fr", "fr")), "named-twice"),
    Case("may_relate", "in another way too", changed(RELATE, kinship="adds-to"), before=(("editor", RELATE),)),
    Case("may_reissue", "of a document that is not here", changed(REISSUE, symbol=NEW), "unknown-document"),
    Case("may_reissue", "in one language twice", changed(REISSUE, languages=("ar", "ar")), "named-twice"),
    Case("may_reissue", "a second time", changed(REISSUE, reissue=2), before=(("editor", REISSUE),)),
    Case("may_circulate", "a document that is not here", changed(CIRCULATE, symbol=NEW), "unknown-document"),
    Case("may_circulate", "at a time of no clocks", changed(CIRCULATE, offset=None), "no-offset"),
    Case(
        "may_circulate",
        "circulated after it was received",
        changed(CIRCULATE, stage="circulated"),
        before=(("editor", CIRCULATE),),
    ),
    Case("may_open_window", "until before it opens", changed(OPEN, opens=date(2015, 5, 2)), "ends-before-it-begins"),
    Case("may_open_window", "at a time of no clocks", changed(OPEN, offset=None), "no-offset"),
    Case("may_open_window", "for a kind twice", changed(OPEN, paper_kinds=("draft", "draft")), "named-twice"),
    Case(
        "may_open_window",
        "on its last day for papers of every kind",
        changed(OPEN, opens=OPEN.deadline, paper_kinds=()),
    ),
    Case("may_receive", "the secretariat receives a note about a paper", RECEIVE, by="secretariat"),
    Case(
        "may_receive",
        "the secretariat receives a letter that supports an entry",
        changed(RECEIVE, form="letter", concerns=None, supports=3),
        by="secretariat",
    ),
    Case(
        "may_receive",
        "the secretariat corrects its receipt",
        lambda s: changed(RECEIVE, size=48_214, corrects=s.last),
        by="secretariat",
        before=RECEIVED,
    ),
    *(
        Case("may_receive", sentence, act, reason, by=by)
        for sentence, act, reason, by in (
            ("a party receives its own note", RECEIVE, "not-the-secretariat", "ST-A"),
            ("a recorder receives a note", RECEIVE, "not-the-secretariat", "editor"),
            ("of nobody", changed(RECEIVE, presenter="ST-0"), "unknown-party", "secretariat"),
            ("about nothing", changed(RECEIVE, concerns=None), "concerns-nothing", "secretariat"),
            ("about a paper that is not here", changed(RECEIVE, concerns=NEW), "unknown-document", "secretariat"),
            ("that is not here to be corrected", changed(RECEIVE, corrects=0), "nothing-to-correct", "secretariat"),
        )
    ),
    Case(
        "may_receive",
        "for an entry to come",
        lambda s: changed(RECEIVE, supports=s.last + 1),
        "no-such-entry",
        by="secretariat",
    ),
    Case("may_receive", "the same file again", RECEIVE, "already-recorded", by="secretariat", before=RECEIVED),
    Case(
        "may_receive",
        "a correction of another entry",
        changed(RECEIVE, corrects=0),
        "not-the-current-entry",
        by="secretariat",
        before=RECEIVED,
    ),
)
