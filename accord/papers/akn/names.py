"""The names that things have in Akoma Ntoso: addresses of work, expression and manifestation, identifiers of parts.

    work           /akn/un/debateReport/meetingReport/<actor>/<date>/<number>
    expression     <work>/<language>@<date>
    manifestation  <expression>.xml

The number is the symbol with `-` for `/` and `_` for a space; the printed form stands beside it. Languages are
those of ISO 639-2. An identifier `eId` says where a part stands: `sec_2`, `sec_2__title_A`, `para_27`,
`para_27__list_1__point_a`; what is numbered through the whole document has no prefix. `wId` is the unit's own name
in the record: it stays when the paragraph gets another number, and is the same in every language.

Source: Akoma Ntoso for the United Nations (UN HLCM, 2018), parts 1 to 3; Akoma Ntoso Naming Convention 1.0 (OASIS).
"""

from __future__ import annotations

import datetime
import re
from typing import Final

from accord.papers.report.values import Issue, Report
from accord.words.labels import Level, parse_label
from accord.words.languages import LANGUAGES

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN: Final = "urn:accord:report:1"
"""The namespace of what Akoma Ntoso has no word for."""

ACTORS: Final = {"A": "unga", "S": "unsc", "E": "ecosoc", "CD": "cd"}
"""The organ of a symbol, as the profile names it in addresses."""

RESERVED: Final = frozenset(("body", "accord", "author", "editor", "adopted", "event_1", "step_1"))
"""Identifiers of the metadata: no part of the text gets one of them."""


def component(symbol: str) -> str:
    """A symbol as a part of an address.

    >>> component("A/68/514"), component("A/48/403 (Part II)")
    ('A-68-514', 'A-48-403_(Part_II)')
    """
    return re.sub(r"\s", "_", symbol.replace("/", "-"))


def actor(report: Report) -> str:
    """Whose paper it is, as a part of an address: the organ of the symbol, else the body.

    >>> actor(Report("A/68/514", "AC.281", "zh", "units", (), issue=Issue(symbol="A/68/514")))
    'unga'
    """
    organ = report.issue.symbol.partition("/")[0]
    found = ACTORS.get(organ) or re.sub(r"[^a-z0-9]+", "-", (report.body or organ or "un").lower()).strip("-")
    return f"un-{found}" if found in RESERVED else found


def day(issue: Issue) -> tuple[datetime.date, str]:
    """The day that identifies the work, and which day it is: the adoption, else the issue, else that of the record.

    >>> day(Issue(issued=datetime.date(2013, 10, 9)))
    (datetime.date(2013, 10, 9), 'issue')
    """
    if issue.adopted is not None:
        return issue.adopted, "adoption"
    return (issue.issued, "issue") if issue.issued is not None else (issue.made_on, "record")


def work(report: Report) -> str:
    """The address of the work."""
    number = component(report.issue.symbol or report.body)
    return f"/akn/un/debateReport/meetingReport/{actor(report)}/{day(report.issue)[0].isoformat()}/{number}"


def expression(report: Report) -> str:
    """The address of the language version, as of the day of the record from which it was made."""
    return f"{work(report)}/{LANGUAGES[report.language].iso639_2}@{report.issue.made_on.isoformat()}"


def number(label: str, level: Level, language: str, otherwise: int) -> str:
    """The number in an identifier: letters for items and sections, figures for the rest.

    >>> number("(ب)", "item", "ar", 1), number("27.", "paragraph", "zh", 1), number("9 bis.", "paragraph", "en", 4)
    ('b', '27', '4')
    """
    try:
        found = parse_label(label, level, language)
    except ValueError:
        found = otherwise
    if level not in ("item", "section"):
        return str(found)
    letter = chr(ord("a") + (found - 1) % 26) * ((found - 1) // 26 + 1)
    return letter.upper() if level == "section" else letter
