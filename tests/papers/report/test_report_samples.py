"""The sample reports of a fictional body, in English and French, go the same way as the real one."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from accord.acts.values import Person
from accord.areas.bodies.acts import AgendaItem, ReleaseFriend
from accord.areas.documents.acts import JoinSponsors, RegisterDocument, WithdrawDocument
from accord.areas.meetings.acts import MakeStatement, Panellist, StrikeRecord
from accord.areas.parties.acts import LeaveGroup
from accord.papers.report import report
from tests.papers.report.building import (
    bare,
    correct,
    edited,
    en,
    fact,
    founded,
    imports,
    reading_of,
    sample,
    say,
)

BODY = "XA-AC.7"


def world_of(language: str):  # type: ignore[no-untyped-def]
    text, gazetteer = sample(language)
    world = founded()
    assert imports(world, text, gazetteer).exact
    return world


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_report_has_every_character_of_its_document(language: str) -> None:
    text, gazetteer = sample(language)
    made = report(world_of(language), BODY, language)
    assert made.characters() == bare(reading_of(text, gazetteer).body_text())
    assert made.made == "units"
    assert not made.gaps
    assert made.counts.total > made.counts.quoted > 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_most_of_the_facts_are_bound(language: str) -> None:
    chapters = {c.unit: c.counts for c in report(world_of(language), BODY, language).chapters}
    for chapter in ("chapter-2", "chapter-3"):
        assert chapters[chapter].bound + chapters[chapter].formula > 0.48 * chapters[chapter].total
    assert chapters["chapter-4"].quoted > 0.7 * chapters["chapter-4"].total


CORRECTIONS = {
    "sponsor": lambda w, s: (
        say(w, JoinSponsors(symbol="XA/AC.7/WP.5", sponsor="XAB", source=s)),
        [("by the Republic of Sarne and Upper Galdora, ent",
          "by the Borealis Islands, the Republic of Sarne and Upper Galdora, ent")],
    ),
    "title": lambda w, s: (
        correct(w, fact(w, "documents", "documents", "XA/AC.7/WP.2"), title=en("A form")),
        [("“A common form for annual returns”", "“A form”")],
    ),
    "added-paper": lambda w, s: (
        say(w, RegisterDocument(symbol="XA/AC.7/WP.7", body=BODY, kind="working-paper", title=en("Late thoughts"),
                                submitter="sponsors", sponsors=("XAE", "XAB"), place=200, source=s)),
        [("(XA/AC.7/NGO/2).", "(XA/AC.7/NGO/2); (o) Working paper submitted by Estavia and the Borealis Islands, "
          "entitled “Late thoughts” (XA/AC.7/WP.7).")],
    ),
    "removed-paper": lambda w, s: (
        say(w, WithdrawDocument(symbol="XA/AC.7/NGO/2", source=s)),
        [("(XA/AC.7/NGO/1); (n) Contribution by the League of Bridges and Ferries, a non-governmental organization, "
          "entitled “Crossings: verification and everyday trade” (XA/AC.7/NGO/2).", "(XA/AC.7/NGO/1).")],
    ),
    "meeting": lambda w, s: (
        correct(w, next(f for f in w.meetings.tables.meetings.values() if f.act.kind == "organizational"),
                first=date(2031, 3, 5), last=date(2031, 3, 5)),
        [("on 4 March 2031", "on 5 March 2031"), ("meeting, on 4 March, the", "meeting, on 5 March, the"),
         ("Also on 4 March", "Also on 5 March")],
    ),
    "panellist": lambda w, s: (
        correct(w, (p := panel(w, "Measuring")), panellists=(*p.act.panellists, Panellist(person=Person(name="Io Rell"),
                affiliation="XAB"))),
        [("Noor Halvani (ICM) and Jonas Whitlow (Lantern Trust);",
          "Noor Halvani (ICM), Jonas Whitlow (Lantern Trust) and Io Rell (Borealis Islands);")],
    ),
    "panel": lambda w, s: (
        say(w, StrikeRecord(body=BODY, register="panel", label=panel(w, "Measuring").act.panel, reason="test")),
        [("(c) A panel on the theme “Measuring without disclosing”, moderated by Teodor Vasch (Upper Galdora). The "
          "panellists were Noor Halvani (ICM) and Jonas Whitlow (Lantern Trust); (d) A panel", "(c) A panel")],
    ),
    "agenda": lambda w, s: (
        correct(w, (a := fact(w, "bodies", "agendas", BODY)),
                items=(*a.act.items[:6], AgendaItem(number=7, title=en("Other")))),
        [("7. Any other business.", "7. Other.")],
    ),
    "friend": lambda w, s: (
        say(w, ReleaseFriend(body=BODY, state="XAH", source=s)),
        [("Lorrimar, Pelagia and Upper Galdora. C.", "Lorrimar and Pelagia. C.")],
    ),
    "vice-chair": lambda w, s: (
        correct(w, fact(w, "bodies", "officers", BODY, "vice-chair"), person=Person(name="Tea Vasch")),
        [("elected Teodor Vasch (", "elected Tea Vasch (")],
    ),
    "speaker": lambda w, s: (
        say(w, MakeStatement(body=BODY, statement="late", speaker="XAF", occasion="general-exchange", source=s)),
        [("the Federal Republic of Corvane, Galdora, Ill",
          "Farrowland, the Federal Republic of Corvane, Galdora, Ill")],
    ),
    "theme": lambda w, s: (
        correct(w, next(f for f in w.meetings.tables.themes.values() if f.act.by_chair),
                title=en("The first declaration")),
        [("(a) What a first declaration should contain (fac", "(a) The first declaration (fac"),
         ("A. What a first declaration should contain 18", "A. The first declaration 18")],
    ),
    "session": lambda w, s: (
        correct(w, fact(w, "bodies", "bodies", BODY), reports_to_session=32),
        [("Thirty-first session Agenda", "Thirty-second session Agenda"),
         ("at its thirty-first session and", "at its thirty-second session and")],
    ),
    "cap": lambda w, s: (
        correct(w, fact(w, "bodies", "bodies", BODY), cap_days=15), [("up to 12 working", "up to 15 working")],
    ),
    "drafts": lambda w, s: (
        correct(w, fact(w, "drafting", "adoptions", BODY), on=date(2031, 9, 4)),
        [("on 5 September", "on 4 September")],
    ),
    "group-spoken-for": lambda w, s: (
        correct(w, fact(w, "meetings", "statements", f"{BODY}/general-exchange-XAN"), on_behalf_of=None),
        [("Nordesia (on behalf of the Harbour Group), Oskara", "Nordesia, Oskara")],
    ),
}  # fmt: skip


def panel(world, theme: str):  # type: ignore[no-untyped-def]
    return next(f for f in world.meetings.tables.panels.values() if theme in f.act.title.said["en"])


@pytest.mark.parametrize("name", list(CORRECTIONS))
def test_one_correction_changes_exactly_its_words(name: str) -> None:
    world = world_of("en")
    source = world.bodies.tables.bodies[BODY].act.source
    before = report(world, BODY, "en").characters()
    _, edits = CORRECTIONS[name](world, source)
    after = report(world, BODY, "en")
    assert after.characters() == edited(before, *((old, new, 1) for old, new in edits))
    assert not after.gaps


def test_a_group_loses_a_member_in_its_footnote() -> None:
    world = world_of("fr")
    before = report(world, BODY, "fr").text()
    group = next(iter(world.parties.tables.members))
    member = world.parties.members(group)[0]
    say(world, LeaveGroup(group=group, member=member, source=world.bodies.tables.bodies[BODY].act.source))
    assert report(world, BODY, "fr").text() == before.replace("Farrowland, Lorrimar, Nordésie", "Lorrimar, Nordésie")


def test_a_correction_leaves_the_world_before_it_as_it_was() -> None:
    world = world_of("en")
    kept = replace(fact(world, "bodies", "bodies", BODY))
    imports(world, sample("en")[0], sample("en")[1])
    assert fact(world, "bodies", "bodies", BODY) == kept
