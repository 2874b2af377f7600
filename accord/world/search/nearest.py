"""What may have been meant: known words that differ in a letter or two, and symbols of the same paper or body."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from difflib import SequenceMatcher

from accord.world.search.asked import Asked
from accord.world.search.folding import is_han, languages_of, stem, words
from accord.world.search.subject import symbol_form

MOST = 5
_CHOICES = 400


def respelt(db: sqlite3.Connection, asked: Asked) -> Iterator[str]:
    """Questions like this one that the index has an answer to, the likeliest first; at most `MOST`."""
    found: dict[str, None] = dict.fromkeys(_symbols(db, asked.shown))
    text = asked.shown
    changes = []
    for word in words(text):
        if is_han(word.folded) or any(c.isdigit() for c in word.folded) or _known(db, word.folded):
            continue
        changes.append((word, _near(db, word.folded)))
    if changes and all(near for _, near in changes):
        for choice in range(min(MOST, max(len(near) for _, near in changes))):
            said = text
            for word, near in reversed(changes):
                said = said[: word.start] + near[min(choice, len(near) - 1)] + said[word.end :]
            found.setdefault(said)
    return iter(list(found)[:MOST])


def _known(db: sqlite3.Connection, folded: str) -> bool:
    """Whether any text has a word, or one of its stem."""
    choices = [f'{{name text}} : "{folded}"']
    choices += [f'{{name_stem text_stem}} : "{stem(folded, lang)}"' for lang in languages_of(folded)]
    return db.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (" OR ".join(choices),)).fetchone() is not None


def _near(db: sqlite3.Connection, folded: str) -> list[str]:
    """Words as they are written somewhere, nearest first.

    A slip lies in one half of a word: the other half, before or behind, is right.
    """
    half = len(folded) // 2
    if half < 2:
        return []
    before, behind = folded[:half], folded[half:][::-1]
    rows: dict[str, str] = {}
    for column, start in (("folded", before), ("behind", behind)):
        rows |= dict(
            db.execute(
                f"SELECT folded, shown FROM spelling WHERE {column} >= ? AND {column} < ? "  # noqa: S608
                f"AND length(folded) BETWEEN ? AND ? LIMIT {_CHOICES}",
                (start, start + "\U0010ffff", len(folded) - 2, len(folded) + 2),
            ).fetchall()
        )
    match = SequenceMatcher(b=folded, autojunk=False)
    scored = []
    for other, shown in rows.items():
        match.set_seq1(other)
        if match.quick_ratio() > 0.7 and (score := match.ratio()) > 0.7:
            scored.append((-score, other, shown))
    return [shown for _, other, shown in sorted(scored)[: 2 * MOST] if _known(db, other)][:MOST]


def _symbols(db: sqlite3.Connection, text: str) -> Iterator[str]:
    """Symbols near a mistaken one: the same number elsewhere, then the same series about there."""
    if not re.match(r"^[A-Za-z][A-Za-z0-9 ./()*_-]*[0-9]", text):
        return
    parts = symbol_form(text).split(".")
    forms = [f"s:{'.'.join(parts[at:])}" for at in range(1, len(parts) - 1)]
    last = ".".join(parts[:-1])
    number = int(parts[-1]) if parts[-1].isdigit() and len(parts[-1]) < 10 else 0
    told: dict[str, None] = {}
    for form in forms:
        told |= dict.fromkeys(key for (key,) in db.execute(_BY_FORM, (form,)))
    alike = list(db.execute(_BY_BEGINNING, (f"s:{last}.", f"s:{last}/")))
    tails = [(abs(int(tail) - number), key) for key, form in alike if (tail := form.rpartition(".")[2]).isdigit()]
    told |= dict.fromkeys(key for _, key in sorted(tails))
    yield from list(told)[:MOST]


_BY_FORM = "SELECT key FROM form JOIN subject USING (id) WHERE form = ? AND kind = 'document' ORDER BY id LIMIT 5"
_BY_BEGINNING = (
    "SELECT key, form FROM form JOIN subject USING (id) WHERE form > ? AND form < ? AND kind = 'document' LIMIT 400"
)
