"""Which summary is of which panel, and which section of which theme: by likeness of words, the reader's own reading.

Titles of one thing differ between two places of a report; so pairs are made by their shared pairs of
characters, the most alike first, each used once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from accord.papers.reading.records import Concordance, Document, Panel, Theme
from accord.papers.reading.structs import Chapter


def concordance(
    documents: Sequence[Document], panels: Sequence[Panel], themes: Sequence[Theme], chapters: Sequence[Chapter]
) -> Concordance:
    """The two concordances; empty where a report has no such parts."""
    summaries = pairs(
        {d.symbol: d.title for d in documents if d.type == "moderator_summary"}, {p.item: p.theme for p in panels}, 0.05
    )
    best: dict[str, str] = {}
    for chapter in chapters:
        headings = {f"section-{chapter.n}-{section.num}": section.heading for section in chapter.sections}
        found = pairs({t.item: t.title for t in themes}, headings, 0.5)
        best = found if len(found) > len(best) and len(found) * 2 > len(themes) else best
    order = [d.symbol for d in documents]
    return Concordance(
        {s: summaries[s] for s in order if s in summaries}, {t.item: best[t.item] for t in themes if t.item in best}
    )


def chair_compilation(
    sentences: Sequence[str], documents: Sequence[Document], chair: str, cited: Mapping[str, str]
) -> str | None:
    """The Chair's own paper among those that a paragraph of introductions tells of: by symbol, or by its title's words.

    Args:
        sentences: of the paragraphs that tell of introductions.
        chair: the pattern of the office.
        cited: symbol as printed -> the sentence that prints it.
    """
    own = {
        d.symbol: d.title
        for d in documents
        if d.type == "working_paper" and any(re.fullmatch(chair, s) for s in d.sponsors)
    }
    for sentence in sentences:
        if not re.match(rf"\s?(?:[Tt]he |[Ll]e |[Ll]a |[Ee]l )?(?:{chair})", sentence):
            continue
        said = [symbol for symbol, where in cited.items() if where == sentence and symbol in own]
        if said:
            return said[0]
        best = max(own, key=lambda symbol: likeness(own[symbol], sentence), default=None)
        if best and likeness(own[best], sentence) > 0.3:
            return best
    return None


def pairs(left: Mapping[str, str], right: Mapping[str, str], least: float) -> dict[str, str]:
    """Pairs of keys whose texts are most alike.

    >>> pairs({"x": "the roles of States", "y": "education"}, {"1": "education now", "2": "role of the States"}, 0.2)
    {'y': '1', 'x': '2'}
    """
    scored = sorted(
        (
            (likeness(a, b), -m, -n, key, other)
            for m, (key, a) in enumerate(left.items())
            for n, (other, b) in enumerate(right.items())
        ),
        reverse=True,
    )
    out: dict[str, str] = {}
    for score, _, _, key, other in scored:
        if score >= least and key not in out and other not in out.values():
            out[key] = other
    return out


def likeness(a: str, b: str) -> float:
    """The share of pairs of characters that two texts have in common, 0 to 1 (Dice).

    >>> likeness("abc", "abc"), likeness("abc", "xyz")
    (1.0, 0.0)
    """
    one, two = _bigrams(a), _bigrams(b)
    total = sum(one.values()) + sum(two.values())
    return 2 * sum((one & two).values()) / total if total else 0.0


def _bigrams(text: str) -> Counter[str]:
    plain = re.sub(r"[\W_]+", "", text.lower())[:400]
    return Counter(plain[n : n + 2] for n in range(len(plain) - 1))


def subsequence(name: str, other: str, lang: str) -> bool:
    """Whether all words (in Chinese: characters) of a name stand in order in another, and make half of it.

    >>> subsequence("和平市长会议", "促进和平世界市长会议", "zh")
    True
    >>> subsequence("Mayors for Peace", "World Mayors for Peace", "en")
    True
    >>> subsequence("裁研所", "联合国裁军研究所", "zh")
    False
    """
    one: Sequence[str] = name if lang == "zh" else name.lower().split()
    two: Sequence[str] = other if lang == "zh" else other.lower().split()
    if len(one) < (5 if lang == "zh" else 2) or len(one) * 2 < len(two) or len(one) >= len(two):
        return False
    rest = iter(two)
    return all(any(part == found for found in rest) for part in one)
