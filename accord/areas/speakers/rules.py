"""When an act about speakers counts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.acts.values import Text
from accord.areas.bodies.rules import insist_body
from accord.areas.meetings.rules import insist_meeting, key
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.speakers.view import Speakers


def words_digest(text: Text) -> str:
    """The SHA-256 of a text in its original language, by which a translation names it.

    >>> words_digest(Text(original="fr", said={"fr": "Merci"}))[:8]
    '26866b3c'
    """
    return hashlib.sha256(text.words(text.original)[0].encode()).hexdigest()


def translation(body: str, statement: str, language: str) -> str:
    """The key of a translation in its table."""
    return f"{body}/{statement}/{language}"


def insist_list(view: Speakers, body: str, name: str) -> None:
    """The list was opened at some time."""
    insist(key(body, name) in view.tables.lists, "no-such-list")


def insist_group(view: Speakers, group: str | None) -> None:
    """Whom one speaks for is a group."""
    insist_parties(view.parties, group)
    insist(group is None or view.parties.tables.parties[group].act.kind == "group", "not-a-group")


def insist_place(view: Speakers, act: Any, *states: str) -> None:
    """The party stands on the list in one of the states."""
    insist_list(view, act.body, act.list)
    insist(view.place(act, *states) is not None, "not-inscribed")


def may_open(entry: Entry[Any], view: Speakers) -> None:
    """It is about something; item and meeting are known; an announced closing has its day and offset."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist(act.item is not None or act.theme is not None or act.title is not None, "about-nothing")
    agenda = view.bodies.tables.agendas.get(act.body)
    known = None if agenda is None or act.item is None else [item.number for item in agenda.act.items]
    insist(known is None or act.item in known, "no-such-item")
    if act.number is not None:
        insist_meeting(view.meetings, act.body, act.number)
    insist(len(set(act.order)) == len(act.order), "named-twice")
    insist(act.closes_at is None or act.closes_on is not None, "no-day")
    insist(act.closes_at is None or act.offset is not None, "no-offset")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.lists.get(key(act.body, act.list)))


def may_close(entry: Entry[Any], view: Speakers) -> None:
    """The list is open; whoever keeps it says so."""
    act = entry.act
    insist_list(view, act.body, act.list)
    insist(not view.closed(key(act.body, act.list)), "list-closed")
    insist_voice(entry, view.parties)


def may_reopen(entry: Entry[Any], view: Speakers) -> None:
    """The list is closed; whoever keeps it says so."""
    act = entry.act
    insist_list(view, act.body, act.list)
    insist(view.closed(key(act.body, act.list)), "list-open")
    insist_voice(entry, view.parties)


def may_inscribe(entry: Entry[Any], view: Speakers) -> None:
    """The party inscribes itself while the list is open, once; after it closed, only the keeper does, by decision.

    Whether it is a member of the group is shown beside it and does not decide whether it counts.
    """
    act = entry.act
    insist_list(view, act.body, act.list)
    insist_parties(view.parties, act.party)
    insist_group(view, act.on_behalf_of)
    insist(view.place(act, "waiting", "speaking") is None, "already-inscribed")
    closed = view.closed(key(act.body, act.list))
    insist(act.late or not closed, "list-closed")
    insist(closed or not act.late, "list-open")
    insist_voice(entry, view.parties, *(() if closed else (act.party,)))


def may_withdraw(entry: Entry[Any], view: Speakers) -> None:
    """The party waits on the list; it says so itself, or whoever keeps the list."""
    act = entry.act
    insist_place(view, act, "waiting")
    insist_voice(entry, view.parties, act.party)


def may_swap(entry: Entry[Any], view: Speakers) -> None:
    """Both wait on the list and are not the same; one of them says so, or whoever keeps the list."""
    act = entry.act
    insist_place(view, act, "waiting")
    other = view.other_place(act)
    insist(other is not None, "not-inscribed")
    insist(other != view.place(act, "waiting"), "one-and-the-same")
    insist_voice(entry, view.parties, act.party)


def may_call(entry: Entry[Any], view: Speakers) -> None:
    """The speaker waits on the list and nobody has the floor; out of turn is for the Chair to decide, and is shown."""
    act = entry.act
    insist_place(view, act, "waiting")
    insist(view.speaking(key(act.body, act.list)) is None, "floor-taken")
    insist_voice(entry, view.parties)


def may_yield(entry: Entry[Any], view: Speakers) -> None:
    """The speaker was called or waits; it says so itself, or whoever keeps the list."""
    act = entry.act
    insist_place(view, act, "waiting", "speaking")
    insist_voice(entry, view.parties, act.party)


def may_speak(entry: Entry[Any], view: Speakers) -> None:
    """On a list: the speaker has the floor, or asked for its right of reply and the time for replies has come."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist_parties(view.parties, act.party, *(point.raised_by for point in act.points_of_order))
    insist_group(view, act.on_behalf_of)
    if act.number is not None:
        insist_meeting(view.meetings, act.body, act.number)
    known = view.meetings.tables.statements
    insist(act.statement is None or key(act.body, act.statement) in known, "no-such-statement")
    times = [point.after_seconds or 0 for point in act.points_of_order]
    insist(act.seconds is None or all(time <= act.seconds for time in times), "after-the-speech")
    current = view.tables.speeches.get(key(act.body, act.speech))
    if current is None:
        insist_turn(view, act)
    else:
        same = (act.list, act.reply) == (current.act.list, current.act.reply)
        insist(same and act.party == current.act.party, "another-speech")
    insist_voice(entry, view.parties, *(() if act.list is not None else (act.party,)))
    insist_correction(entry, view.parties, current)


def insist_turn(view: Speakers, act: Any) -> None:
    """Of a speech on a list: it is the speaker's turn."""
    if act.list is None:
        return
    insist_list(view, act.body, act.list)
    name = key(act.body, act.list)
    if not act.reply:
        insist(view.place(act, "speaking") is not None, "not-called")
        return
    insist(view.asked(name, act.party) is not None, "no-reply-asked")
    replies = view.tables.lists[name].act.replies
    if replies is not None and replies.when == "end-of-list":
        insist(view.finished(name), "list-not-finished")


def may_strike_speech(entry: Entry[Any], view: Speakers) -> None:
    """The speech stands; the one who recorded it or the secretariat strikes it."""
    act = entry.act
    current = view.tables.speeches.get(key(act.body, act.speech))
    insist(current is not None, "no-such-record")
    assert current is not None
    insist(entry.by in (current.by, view.parties.secretariat), "not-the-recorder")


def may_ask(entry: Entry[Any], view: Speakers) -> None:
    """The party has a reply left by the rules of the list, and none that waits."""
    act = entry.act
    insist_list(view, act.body, act.list)
    insist_parties(view.parties, act.party, act.to)
    name = key(act.body, act.list)
    insist(view.asked(name, act.party) is None, "already-asked")
    replies = view.tables.lists[name].act.replies
    insist(replies is None or view.replied(name, act.party) < len(replies.seconds), "no-reply-left")
    insist_voice(entry, view.parties, act.party)


def may_waive(entry: Entry[Any], view: Speakers) -> None:
    """The party asked for its right of reply and did not use it yet."""
    act = entry.act
    insist_list(view, act.body, act.list)
    insist(view.asked(key(act.body, act.list), act.party) is not None, "no-reply-asked")
    insist_voice(entry, view.parties, act.party)


def may_translate(entry: Entry[Any], view: Speakers) -> None:
    """It names the statement as it stands, by entry and words, in another language than its own.

    The speaker, the secretariat, or a recorder with the source; official is not what the speaker says of its own.
    """
    act = entry.act
    insist_body(view.bodies, act.body)
    made = view.meetings.tables.statements.get(key(act.body, act.statement))
    insist(made is not None, "no-such-statement")
    assert made is not None
    insist(act.entry == made.entry, "not-the-current-entry")
    text = made.act.text
    insist(text is not None, "no-words")
    assert text is not None
    insist(words_digest(text) == act.digest, "other-words")
    insist(act.language != text.original, "not-a-translation")
    insist_voice(entry, view.parties, made.act.speaker)
    insist(not act.is_official or entry.by != made.act.speaker, "not-official")
    current = view.tables.translations.get(translation(act.body, act.statement, act.language))
    insist_correction(entry, view.parties, current, made.act.speaker)
