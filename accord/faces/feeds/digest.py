"""A digest as plain text, for a letter box or a printer: nothing in it but what the page has."""

from __future__ import annotations

from collections.abc import Iterable

from accord.faces.cli.face import harmless
from accord.faces.feeds.told import Teller
from accord.world.digests import DigestPage


def digest_text(page: DigestPage, tell: Teller) -> bytes:
    """The text of a digest, in UTF-8."""
    names = tell.names
    lines = [
        tell.say("page.digest.title", day=names.day(page.day)),
        tell.followed(page.subject),
        f"{names.moment(page.begins)} – {names.moment(page.until)}",
    ]
    if page.head.exercise:
        lines.append(tell.say("page.exercise"))
    for label, rows in (
        ("on_the_day", [(tell.date(row), tell.when(row), tell.text(row.venue)) for row in page.on_the_day]),
        ("ahead", [(tell.when(row), tell.date(row)) for row in page.ahead]),
        (
            "own_changes",
            [(tell.change(event), tell.changed_words(event), f"[{event.entry}]") for event in page.own_changes],
        ),
        ("gained", [(tell.entry(row), tell.who(row), f"[{row.entry}]") for row in page.gained]),
    ):
        if label == "own_changes" and not page.subject.startswith("party:"):
            continue
        lines += ["", names.label(label).upper() + (f" ({page.entry_count})" if label == "gained" else "")]
        lines += _items(tell, rows) or [f"- {names.nothing}"]
    lines += ["", tell.page("digest", page.day.isoformat(), page.subject)]
    return (harmless("\n".join(lines)) + "\n").encode()


def _items(tell: Teller, rows: Iterable[tuple[str, ...]]) -> list[str]:
    """One thing a line; words of several lines stand under it."""
    return ["- " + tell.joined(*row).replace("\n", "\n  ") for row in rows]
