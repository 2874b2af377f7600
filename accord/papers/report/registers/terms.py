"""The few words that a generated list needs between names, in the six languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from accord.papers.report.context import Context, Unresolved, bound, formula
from accord.papers.report.listing import joined
from accord.papers.report.names import brackets
from accord.papers.report.values import Segment
from accord.words import dates
from accord.words.numerals import paper_digits

JOINTLY = {
    "ar": "بصورة مشتركة",
    "zh": "联合",
    "en": "jointly",
    "fr": "conjointement",
    "ru": "совместно",
    "es": "conjuntamente",
}
ON_BEHALF = {
    "ar": "باسم ",
    "zh": "代表",
    "en": "on behalf of ",
    "fr": "au nom de ",
    "ru": "от имени ",
    "es": "en nombre de ",
}
MODES = {
    "acclamation": {"ar": "بالتزكية", "zh": "鼓掌方式", "en": "by acclamation", "fr": "par acclamation",
                    "ru": "путем аккламации", "es": "por aclamación"},
    "consensus": {"ar": "بتوافق الآراء", "zh": "协商一致方式", "en": "by consensus", "fr": "par consensus",
                  "ru": "консенсусом", "es": "por consenso"},
    "without-a-vote": {"ar": "بدون تصويت", "zh": "未经表决方式", "en": "without a vote", "fr": "sans vote",
                       "ru": "без голосования", "es": "sin votación"},
    "vote": {"ar": "بالتصويت", "zh": "表决方式", "en": "by vote", "fr": "par vote",
             "ru": "путем голосования", "es": "por votación"},
}  # fmt: skip
_DRAWN = {
    "fr": (("le ", "du "), ("les ", "des "), ("la ", "de la "), ("l'", "de l'")),
    "es": (("el ", "del "),),
}


def on_behalf(language: str, names: Sequence[list[Segment]], of_states: bool = True) -> list[Segment]:
    """The bracket that says for whom someone speaks; French and Spanish repeat "de", drawn together with the article.

    >>> "".join(s.text for s in on_behalf("fr", [[bound("le Mali", 1)], [bound("les Tonga", 2)], [bound("Cuba", 3)]]))
    ' (au nom du Mali, des Tonga et de Cuba)'
    """
    left, right = brackets(language)
    start = ON_BEHALF[language]
    if language == "ru":
        # Names stay in the nominative: a word for what they are takes the case.
        opened, closed = ("группы «", "»") if not of_states else ("следующих государств: ", "")
        return [formula(left + start + opened), *joined(names, language), formula(closed + right)]
    if language in _DRAWN:
        start = start.removesuffix("de ")
        names = [_of(language, name) for name in names]
    return [formula(left + start), *joined(names, language), formula(right)]


def _of(language: str, name: list[Segment]) -> list[Segment]:
    """A name after "de"."""
    first = name[0]
    for article, drawn in _DRAWN[language]:
        if first.text.replace("’", "'").startswith(article):
            return [formula(drawn), replace(first, text=first.text[len(article) :]), *name[1:]]
    vowel = language == "fr" and re.match(r"[AEIOUYÉÈÊÎ]", first.text)
    return [formula("d'" if vowel else "de "), *name]


def jointly(language: str) -> Segment:
    """The bracket that says that parties did something together."""
    left, right = brackets(language)
    return formula(left + JOINTLY[language] + right)


def dated(
    context: Context, spans: Sequence[tuple[date, date]], form: str | None, entries: tuple[int, ...]
) -> list[Segment]:
    """Days and periods in a form: `md` without and `ymd` with the year, `w-` before it for an adverb of time,
    `d` first where a period of two days is printed as two days: `dw-ymd`.

    Raises:
        Unresolved: the record gives no date.
    """
    if not spans:
        raise Unresolved("the record gives no date")
    form = form or "md"
    year = form.endswith("ymd")
    flags = form.rpartition("-")[0]
    drawn = _drawn([day for span in spans for day in (_apart(span) if "d" in flags else (span,))])
    render = dates.when if "w" in flags else dates.periods
    text = paper_digits(render(drawn, context.language, year), context.language)
    return [bound(spaced(text, context.language), *entries)]


def _apart(span: tuple[date, date]) -> tuple[tuple[date, date], ...]:
    """A period of two days as two days."""
    first, last = span
    return ((first, first), (last, last)) if (last - first).days == 1 else (span,)


def _drawn(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Single days in a row drawn together; periods as they are."""
    days = [a for a, b in spans if a == b]
    return sorted([span for span in spans if span[0] != span[1]] + dates.runs(days))


def spaced(text: str, language: str) -> str:
    """Chinese print has a space between a number and the character beside it.

    >>> spaced("5月14日至24日", "zh")
    '5 月 14 日至 24 日'
    """
    if language != "zh":
        return text
    return re.sub(r"(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])", " ", text)
