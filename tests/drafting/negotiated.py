"""A record on which a draft is being negotiated: brackets, open amendments, a deadline, a silence procedure."""

from __future__ import annotations

import datetime
from pathlib import Path

from accord.acts.values import Language
from accord.acts.vocabulary import Act
from accord.areas.documents.acts import RegisterDocument
from accord.areas.negotiation.acts import (
    GiveAgreement,
    OpenDraft,
    OpenSilence,
    ProposeAmendment,
    ReviseDraft,
    SetDeadline,
    WriteUnit,
)
from accord.areas.negotiation.changes import Change
from accord.areas.negotiation.typed import amended
from accord.areas.parties.acts import RegisterKey
from accord.client.say import sign
from accord.keys.signers import Signer
from accord.nodes.records import open_copy
from accord.nodes.writer import Writer
from tests.acting.desk import NONCES, small_record
from tests.scene import key_of, said

DRAFT, REVISED, ARABIC = "A/AC.900/L.1", "A/AC.900/L.1/Rev.1", "A/AC.900/L.2"
TEXTS = {
    "para-1": "States shall [act] [refrain from acting] promptly.",
    "para-2": "They shall report [every year/every two years].",
    "para-3": "The report is public.",
}
ARABIC_TEXT = "تتصرف الدول على وجه السرعة."


def record_under_way(folder: Path) -> tuple[Path, Signer]:
    """The small record of acting, with a draft that ST-B facilitates and two amendments that do not go together."""
    directory, secretariat = small_record(folder)
    by_secretariat: list[Act] = [
        *(RegisterDocument(symbol=one, kind="draft", title=said("A draft")) for one in (DRAFT, REVISED, ARABIC)),
        *opened(DRAFT, "en", TEXTS),
        *opened(ARABIC, "ar", {"para-1": ARABIC_TEXT}),
        asks("A.1", "ST-A", amended("para-3", TEXTS["para-3"], "The report is widely public.")),
        asks("A.2", "ST-B", amended("para-3", TEXTS["para-3"], "The report is very public.")),
        asks(
            "A.3", "ST-C", amended("para-1", TEXTS["para-1"], "All States shall [act] [refrain from acting] promptly.")
        ),
        SetDeadline(draft=DRAFT, deadline="D.1", until=datetime.date(2030, 1, 1)),
        OpenSilence(draft=DRAFT, silence_procedure="S.1", opened_by="ST-B", until=datetime.date(2030, 1, 1)),
    ]
    say(directory, "secretariat", by_secretariat, [secretariat])
    key = key_of("ST-B")
    say(directory, "secretariat", [RegisterKey(party="ST-B", vkey=str(key.vkey))], [secretariat, key])
    say(directory, "ST-B", [GiveAgreement(draft=DRAFT, party="ST-B", ad_referendum=True)], [key])
    return directory, secretariat


def opened(draft: str, language: Language, texts: dict[str, str]) -> list[Act]:
    """A draft tabled with its units."""
    return [
        OpenDraft(draft=draft, language=language, facilitator="ST-B", slash=True),
        *(
            WriteUnit(draft=draft, unit=unit, kind="paragraph", number=str(place), place=place, text=text)
            for place, (unit, text) in enumerate(texts.items(), 1)
        ),
    ]


def asks(name: str, sponsor: str, *changes: Change) -> ProposeAmendment:
    """An amendment of the draft."""
    return ProposeAmendment(draft=DRAFT, amendment=name, changes=changes, sponsors=(sponsor,))


def revises(*merges: str) -> ReviseDraft:
    """The draft revised orally."""
    return ReviseDraft(draft=DRAFT, merges=merges)


def say(directory: Path, by: str, acts: list[Act], signers: list[Signer]) -> None:
    """Says acts, and insists that they count."""
    origin = open_copy(directory).world.record
    with Writer(directory) as writer:
        receipts = writer.submit([sign(act, by, origin, next(NONCES), signers) for act in acts])
    assert [receipt.reason for receipt in receipts] == [None] * len(receipts)
