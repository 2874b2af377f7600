"""What a reader of a page may subscribe to: the calendar and the news of what the page is about."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from accord.areas.parties.cite import Page
from accord.faces.feeds.forms import FORMS, form_of
from accord.faces.web.written import Written

OF_A_BODY = ("body", "session", "agenda", "documents", "meetings", "meeting", "programme", "days", "day", "windows")
"""Pages about a body that lead to its calendar and its news."""
OF_A_DRAFT = ("draft", "brackets", "differences", "amendments", "positions")


class Subscription(msgspec.Struct, frozen=True):
    """A calendar, a feed or a text: its name, its address, its type."""

    title: str
    href: str
    kind: str


def subscriptions(w: Written, name: str, page: Page) -> tuple[Subscription, ...]:
    """What may be subscribed to on a page; empty where nothing of its own may be."""
    return tuple(subscription(w, *asked) for asked in _asked(name, page))


def _asked(name: str, page: Page) -> Iterator[tuple[str, ...]]:
    """The pages that have a form to subscribe to, with their arguments."""
    given = {field: getattr(page, field) for field in page.__struct_fields__}
    match name:
        case "home" | "record" | "entries":
            yield ("updates",)
            yield ("calendar",)
        case "document":
            yield "updates", f"document:{given['symbol']}"
        case "units":
            yield "updates", f"document:{given['document']}"
        case "unit" | "draft-unit":
            yield "updates", f"unit:{given.get('document') or given['draft']}#{given['unit']}"
        case "proposal":
            yield "updates", f"proposal:{given['proposal']}"
        case "instrument" | "element" | "approach" | "undertaking":
            yield "updates", f"{name}:{given[name]}"
        case "party":
            yield "updates", f"party:{given['party']}"
            yield "changes", given["party"]
        case "changes":
            yield "changes", given["party"]
        case "theme":
            yield "calendar", given["body"], given["theme"].theme
        case "calendar":
            yield ("calendar", *(part for part in (given["body"], given["theme"]) if part))
        case "updates":
            yield "updates", given["subject"]
        case "digest":
            yield "digest", given["day"].isoformat(), given["subject"]
        case _ if name in OF_A_BODY:
            yield "updates", f"body:{given['body']}"
            yield "calendar", given["body"]
        case _ if name in OF_A_DRAFT:
            yield "updates", f"document:{given['draft']}"


def subscription(w: Written, name: str, *arguments: str) -> Subscription:
    """How a page is subscribed to, that has a form for it."""
    form = form_of(name) or ""
    kind = FORMS[form].kind.partition(";")[0]
    return Subscription(w.say(f"feed.{name}"), f"{w.url('feed', name, *arguments).partition('?')[0]}.{form}", kind)
