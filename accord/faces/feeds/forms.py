"""The forms of pages that readers subscribe to or take away, and how each is made of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from accord.areas.negotiation.followed import ChangesPage
from accord.areas.parties.cite import Page
from accord.faces.feeds.digest import digest_text
from accord.faces.feeds.tabled import coverage_table
from accord.faces.feeds.told import Teller
from accord.papers.feeds import atom, ical
from accord.papers.feeds.atom import Item, Link
from accord.papers.feeds.ical import Event
from accord.world.calendar import CalendarPage, DateRow
from accord.world.entries import EntryRow
from accord.world.updates import UpdatesPage


class Form(NamedTuple):
    """A form: the pages that it is for, its type on the wire, how it is made."""

    pages: tuple[str, ...]
    kind: str
    make: Callable[[Any, Teller], bytes]


def calendar(page: CalendarPage, tell: Teller) -> bytes:
    """A calendar as iCalendar."""
    theme = "" if page.theme is None else tell.text(_theme(tell, page.body, page.theme))
    name = tell.joined(tell.say("page.calendar.title"), tell.body(page.body) or tell.known.record, theme)
    return ical.calendar(name, (_event(row, tell) for row in page.dates), tell.lang)


def _theme(tell: Teller, body: str | None, theme: str) -> Any:
    return tell.known.meetings.tables.themes[f"{body}/{theme}"].act.title


def _event(row: DateRow, tell: Teller) -> Event:
    if row.number is not None:
        url = tell.page("meeting", str(row.number), row.body or "")
    else:
        url = tell.document(row.document) if row.document else tell.page("entry", str(row.cite.entry))
    return Event(
        uid=f"{row.uid}@{tell.known.record}",
        sequence=row.sequence,
        created=row.created,
        changed=row.last_changed,
        summary=tell.date(row),
        first=row.first,
        last=row.last,
        begins=row.begins,
        finishes=row.finishes,
        status="CONFIRMED" if row.event_state == "planned" else "CANCELLED",
        busy=row.event_kind == "meeting",
        categories=(tell.names.code("event-kind", row.event_kind),),
        location=tell.text(row.venue),
        description="\n".join(
            part for part in (tell.names.parties(row.parties) if row.parties else "", tell.names.cite(row.cite)) if part
        ),
        url=url if tell.address else "",
    )


def updates(page: UpdatesPage, tell: Teller) -> bytes:
    """What the record gained about something, as Atom."""
    title = tell.joined(tell.say("page.updates.title"), tell.followed(page.subject))
    items = (_item(row, tell) for row in page.gained)
    links = [Link("first", tell.file("atom", "updates", page.subject), _ATOM)]
    if page.older is not None:
        links.append(Link("next", tell.file("atom", "updates", page.subject, str(page.older)), _ATOM))
    moments = [row.moment for row in page.gained if row.moment is not None]
    return _feed(tell, title, ("updates", page.subject), max(moments, default=None), items, links)


def _item(row: EntryRow, tell: Teller) -> Item:
    return Item(
        name=atom.tag(tell.known.record, founded(tell), "entry", str(row.entry)),
        updated=row.moment or 0,
        title=tell.entry(row),
        author=tell.known.record if row.by is None else tell.names.party(row.by),
        content=tell.joined(tell.entry(row), tell.who(row)),
        links=(Link("alternate", tell.page("entry", str(row.entry)), "text/html"),),
    )


def changes(page: ChangesPage, tell: Teller) -> bytes:
    """What changed in a party's paragraphs, as Atom; newest first."""
    title = tell.say("page.changes.title", party=tell.names.party(page.party))
    items = []
    for event in reversed(page.events):
        parts = (page.party, event.draft, event.unit or "", event.event, event.amendment or "")
        items.append(
            Item(
                name=atom.tag(tell.known.record, founded(tell), "entry", str(event.entry), *parts),
                updated=admitted(tell, event.entry),
                title=tell.change(event),
                author=tell.names.parties(event.whose) if event.whose else tell.known.record,
                content=tell.changed_words(event),
                links=(Link("alternate", tell.page("entry", str(event.entry)), "text/html"),),
            )
        )
    updated = max((item.updated for item in items), default=None)
    return _feed(tell, title, ("changes", page.party), updated, items, [])


def _feed(tell: Teller, title: str, page: tuple[str, str], updated: int | None, items: Any, links: list[Link]) -> bytes:
    own = [Link("self", tell.file("atom", *page), _ATOM), Link("alternate", tell.page(*page), "text/html")]
    name = atom.tag(tell.known.record, founded(tell), *page, tell.lang)
    begun = founded(tell) if updated is None else updated
    return atom.feed(name, title, tell.known.record, begun, items, [*own, *links], tell.lang)


def founded(tell: Teller) -> int:
    """When the record was founded: the moment of its first entry."""
    return admitted(tell, 0) if tell.known.size else 0


def admitted(tell: Teller, index: int) -> int:
    """When an entry was admitted; where it cannot be read, no later than the last one."""
    entry = tell.known.read(index)
    return tell.known.admitted if entry is None else entry.admitted


_ATOM = "application/atom+xml"

FORMS = {
    "ics": Form(("calendar",), "text/calendar; charset=utf-8", calendar),
    "atom": Form(
        ("updates", "changes"),
        f"{_ATOM}; charset=utf-8",
        lambda page, tell: (updates if isinstance(page, UpdatesPage) else changes)(page, tell),
    ),
    "txt": Form(("digest",), "text/plain; charset=utf-8", digest_text),
    "csv": Form(("coverage",), "text/csv; charset=utf-8", lambda page, _: coverage_table(page).encode()),
}
"""The forms by the ends of their addresses."""


def form_of(name: str) -> str | None:
    """The form that a page has; `None` if it has none."""
    return next((form for form, made in FORMS.items() if name in made.pages), None)


def make(form: str, page: Page, tell: Teller) -> bytes:
    """A page in a form that it has."""
    return FORMS[form].make(page, tell)
