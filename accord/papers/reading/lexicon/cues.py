"""The shape of a language's cue words: regular expressions, each a few words long."""

from __future__ import annotations

from msgspec import Struct


class Cues(Struct, frozen=True):
    """Patterns of one language. A list or name stands `after` a cue, or `before` it where the language so writes."""

    language: str
    # cover
    organ: str
    distribution: str
    original: str
    agenda_item: str
    """Group `item`: the number."""
    note: str
    """A whole line that heads a note; group `by`: who writes it."""
    report: str
    """A report's title; group `body`: whose report."""
    # names
    body: str
    chair: str
    resolution: str
    """Group `n`: the number as printed."""
    paragraphs: str
    """Group `n`: numbers of paragraphs of a resolution."""
    quote: str
    """Group `q`: quoted words."""
    instrument: str
    place: str
    # documents
    paper_after: str
    """Sponsors stand after it ("" if the language puts them before)."""
    paper_before: str
    """Sponsors stand before it, the title after."""
    entitled: str
    summary: str
    panel_number: str
    timetable: str
    agenda: str
    ngo: str
    # panels and themes
    led_after: str
    """A name stands after it: "moderated by"."""
    led_before: str
    """Closes what the name's place opens: 主持; "" elsewhere."""
    panellists: str
    """The list of panellists follows."""
    # officers
    elected: str
    elected_by: str
    friends_before: str
    friends_after: str
    # meetings
    organizational: str
    substantive: str
    met: str
    working_days: str
    # speakers
    spoke_before: str
    """A list of speakers follows."""
    spoke_after: str
    """A list of speakers precedes."""
    official_spoke: str
    """Group `who`: an official."""
    on_behalf: str
    jointly: str
    introduced: str
    """A list of introductions follows, or is the group `list`."""
    introduced_after: str
    """A list of introductions precedes."""
    submitted_before: str
    submitted_after: str
    # adoption
    adopted: str
    considered: str
    oral: str
    # footnotes
    composed: str
    """Between a group's name and its members."""
    elected_more: str = ""
    """A further officer right after one: groups `name`, `state`, `role`."""
    apposition: str = ""
    """Ends the name of a sponsor: ", an organization"."""
    same_meeting: str = ""
    met_in: str = ""
    """Group `place`: where the meetings are, in words that need no table of places."""
    protected: str = ""
    """Words with a separator inside that are no list."""
    # the course of the work
    provided: str = ""
    """Group `who` (or `who2`): who provides secretariat and support."""
    opened: str = ""
    """Group `who` (or `who2`): who opened a meeting."""
    oversaw: str = ""
    """The same official oversaw the election."""
    modalities: str = ""
    """A decision on who takes part."""
    participants: tuple[tuple[str, str], ...] = ()
    """Kinds of participants: code and pattern."""
    counted: tuple[tuple[str, str], ...] = ()
    """Numbers of meetings: kind ("organizational", "all") and pattern; group `n`: the number."""
    again: str = r"(?!)"
    """A sentence takes up again: what follows belongs to another name than what stands before."""
    last_meeting: str = ""
    exchange: str = ""
    """A general exchange of views."""
    # names of things
    document_types: tuple[tuple[str, str], ...] = ()
    """Kinds of documents: type and pattern."""
    representatives: str = ""
    """Before the names of a list: that their representatives are meant."""
    friends: str = ""
    """The name of the Friends of the Chair."""
    institution: str = ""
    month: str = ""
    """A month without days: group `m` its name or number, group `y` the year."""
    format: str = ""
    """What a panel is called: group `f`."""
    exercise: str = ""
    closing: str = ""
    """What must follow the members of a group where the cue before them wants it."""
    sentence: str = r"(?:[^.!?]|[.!?](?!\s|$))+[.!?]?"
    """A full stop inside a symbol or a number ends no sentence."""
