"""How speakers are asked about: lists, speeches, the time used, translations of statements."""

from __future__ import annotations

from accord.areas.speakers.known import Known
from accord.areas.speakers.lists import ListPage, ListRow, ListsPage, list_of, list_rows, speakers
from accord.areas.speakers.speeches import SpeechRow, speech_row, speech_rows
from accord.areas.speakers.times import TimesPage, times
from accord.areas.speakers.translations import StatementTranslation, translations

__all__ = [
    "Known",
    "ListPage",
    "ListRow",
    "ListsPage",
    "SpeechRow",
    "StatementTranslation",
    "TimesPage",
    "list_of",
    "list_rows",
    "speakers",
    "speech_row",
    "speech_rows",
    "times",
    "translations",
]
