"""A draft on the small record, negotiated in every way that its pages show: brackets, late words, silence."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from accord.acts.values import Source, Text
from accord.areas.documents.acts import RegisterDocument
from accord.areas.negotiation.acts import (
    AdoptDraft,
    AnswerDeadline,
    BreakSilence,
    ConfirmAgreement,
    ExplainPosition,
    GiveAgreement,
    JoinAmendment,
    OpenDraft,
    OpenSilence,
    ProposeAmendment,
    ReviseDraft,
    SetDeadline,
    TranslateUnit,
    WithdrawAmendment,
    WriteUnit,
)
from accord.areas.negotiation.changes import AddUnit, AmendText, Change, DeleteUnit, MoveUnit, SettleBracket
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.text import digest

if TYPE_CHECKING:
    from tests.pages.small_record import Small

DRAFT, REVISED = "A/AC.99/L.2", "A/AC.99/L.2/Rev.1"
FROM = Source(document="A/99/100", place="para-9")
TEXTS = {
    "para-1": "States shall [act] [refrain from acting] promptly.",
    "para-2": "They shall report [every year/every two years].",
    "para-3": "The report is public.",
    "para-4": "Nothing follows [here.",
}


def words(unit: str, new: str) -> AmendText:
    """The first text of a unit changed into another."""
    return AmendText(unit=unit, base=digest(TEXTS[unit]), edits=difference(TEXTS[unit], new))


def tell_draft(small: Small) -> None:
    """Tabled by a State, amended, revised on paper and orally, put under silence, and adopted."""
    for symbol in (DRAFT, REVISED):
        small.counts("EDITOR", RegisterDocument(symbol=symbol, kind="draft", source=FROM))
    small.counts("ST-A", OpenDraft(draft=DRAFT, language="en", text_author="ST-A", facilitator="IRL", slash=True))
    for place, (unit, text) in enumerate(TEXTS.items(), 1):
        small.counts(
            "ST-A", WriteUnit(draft=DRAFT, unit=unit, kind="paragraph", number=str(place), place=place, text=text)
        )

    def asks(name: str, by: str, *asked: Change) -> None:
        source = None if by == "ST-A" else FROM
        act = ProposeAmendment(draft=DRAFT, amendment=name, changes=asked, sponsors=(by,), source=source)
        small.counts("ST-A" if by == "ST-A" else "EDITOR", act)

    first = digest(TEXTS["para-1"])
    asks("A.1", "AUT", words("para-1", "All States shall [act] [refrain from acting] promptly."))
    asks("A.2", "CHE", words("para-2", "They shall [fully] report [every year/every two years]."))
    asks("A.3", "ST-A", SettleBracket(unit="para-1", base=first, start=13, settled="agreed"))
    asks("A.4", "AUT", AddUnit(unit="para-2-bis", after="para-2", kind="paragraph", text="Reports are [brief]."))
    asks("A.5", "CHE", DeleteUnit(unit="para-4", base=digest(TEXTS["para-4"])), MoveUnit(unit="para-3"))
    small.counts("EDITOR", JoinAmendment(draft=DRAFT, amendment="A.1", sponsor="CHE", source=FROM))
    merged = ("A.1", "A.2", "A.3", "A.4")
    small.counts("EDITOR", ReviseDraft(draft=DRAFT, merges=merged, document=REVISED, source=FROM))
    asks("A.6", "EGY", words("para-1", "States shall [act] [refrain from acting] promptly and openly."))
    asks("A.7", "EGY", words("para-1", "Most States shall [act] [refrain from acting] promptly."))
    asks("A.8", "CRI", words("para-3", "The report is secret."))
    asks("A.9", "AUT", words("para-3", "The report is widely public."), words("para-2", "They shall tell."))
    asks("A.10", "CRI", words("para-3", "The report is open."))
    small.counts("EDITOR", WithdrawAmendment(draft=DRAFT, amendment="A.8", source=FROM))
    small.counts("EDITOR", ReviseDraft(draft=DRAFT, merges=("A.5",), source=FROM))
    small.counts(
        "EDITOR",
        TranslateUnit(
            draft=DRAFT, unit="para-1", language="fr", of_text=first, text="Les États agissent.", source=FROM
        ),
    )
    tell_time(small)
    small.counts("EDITOR", AdoptDraft(draft=DRAFT, mode="consensus", on=datetime.date(2013, 8, 30), source=FROM))
    small.counts(
        "EDITOR",
        ExplainPosition(
            draft=DRAFT,
            position="P.1",
            party="EGY",
            kind="reservation",
            units=("para-1",),
            text=Text(original="en", said={"en": "We reserve our position."}),
            source=FROM,
        ),
    )


def tell_time(small: Small) -> None:
    """What is asked until a day, agreed ad referendum, and put under silence and broken."""
    day = datetime.date(2013, 8, 28)
    small.counts(
        "EDITOR",
        SetDeadline(draft=DRAFT, deadline="D.1", until=day, addressees=("AUT", "CHE"), source=FROM),
    )
    small.counts("EDITOR", AnswerDeadline(draft=DRAFT, deadline="D.1", party="AUT", on=day, source=FROM))
    for name in ("S.1", "S.2"):
        small.counts(
            "EDITOR",
            OpenSilence(
                draft=DRAFT,
                silence_procedure=name,
                opened_by="IRL",
                until=day,
                time="18:00",
                offset="+02:00",
                source=FROM,
            ),
        )
    broken = BreakSilence(
        draft=DRAFT, silence_procedure="S.1", party="EGY", on=day, time="17:59", offset="+02:00", source=FROM
    )
    small.counts("EDITOR", broken)
    small.counts("EDITOR", GiveAgreement(draft=DRAFT, party="CRI", ad_referendum=True, on=day, source=FROM))
    small.counts("EDITOR", GiveAgreement(draft=DRAFT, party="CHE", ad_referendum=True, on=day, source=FROM))
    small.counts("EDITOR", ConfirmAgreement(draft=DRAFT, party="CHE", confirmed=True, source=FROM))
