"""Spans and records come from the same reading: what a span covers, read again, is the fact of its record."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from accord.acts import symbols
from accord.papers.reading import Reading, Span, Unit
from accord.papers.reading.dates import mentions
from accord.reference.states import gazetteer


def places(reading: Reading, kind: str, inside: bool = False) -> list[tuple[Unit, Span, str]]:
    out = []
    for unit in reading.units:
        for span in (*unit.spans, *unit.parts):
            if span.kind == kind:
                out.append((unit, span, unit.text[span.start : span.end]))
    return out


def test_spans_lie_in_their_text_in_order_and_never_overlap(reading: Reading) -> None:
    for unit in reading.units:
        for spans in (unit.spans, unit.parts):
            end = 0
            for span in spans:
                assert end <= span.start < span.end <= len(unit.text), (unit.id, span)
                end = span.end
        for part in unit.parts:
            assert any(span.start <= part.start and part.end <= span.end for span in unit.spans), (unit.id, part)


def test_unit_ids_are_unique_and_say_the_place(reading: Reading) -> None:
    ids = Counter(unit.id for unit in reading.units)
    assert max(ids.values()) == 1
    assert {"para-9-e", "para-28-d-i", "para-7-1", "chapter-2", "section-2-A", "footnote-1", "note", "title"} <= set(
        ids
    )


def test_every_state_span_is_that_state(reading: Reading) -> None:
    known = gazetteer(reading.language)
    seen = 0
    for kind in ("state", "sponsor", "speaker", "introducer", "friend", "member", "moderator-state", "officer-state"):
        for _, span, text in places(reading, kind):
            if re.fullmatch("[A-Z]{3}", span.value):
                assert known[text] == span.value
                seen += 1
    assert seen == 90


def test_every_symbol_span_is_that_symbol(reading: Reading) -> None:
    found = places(reading, "symbol")
    assert len(found) >= 28
    for _, span, text in found:
        assert symbols.normal(text) == span.value


def test_every_date_span_is_those_dates(reading: Reading) -> None:
    kinds = ("date", "dates", "meeting-dates", "elected-on", "adopted-on", "considered-on")
    found = [place for kind in kinds for place in places(reading, kind)]
    assert len(found) >= 9
    for _, span, text in found:
        again = list(mentions(text, reading.language, 2013))
        assert len(again) == 1
        assert (again[0].start, again[0].end) == (0, len(text))
        assert ",".join(again[0].dates) == span.value


def test_every_document_is_bound_whole(reading: Reading) -> None:
    for document in reading.documents:
        unit = next(u for u in reading.units if u.id == document.unit)
        said = {(span.kind, span.ref): unit.text[span.start : span.end] for span in (*unit.spans, *unit.parts)}
        assert said["title", document.symbol] == document.title
        assert said["symbol", document.symbol] == document.symbol
        if document.type != "ngo_paper":
            sponsors = [text for (kind, _), text in said.items() if kind == "sponsor"]
            assert tuple(sponsors) == document.sponsors
        assert said.get(("panel-number", document.symbol)) == document.panel


def test_every_panel_is_bound_whole(reading: Reading) -> None:
    for panel in reading.panels:
        unit = next(u for u in reading.units if u.id == panel.ref.replace("panel-", "para-"))
        said = {(span.kind, span.ref): unit.text[span.start : span.end] for span in (*unit.spans, *unit.parts)}
        assert said["theme", panel.ref] == panel.theme
        assert said["moderator", panel.ref] == panel.moderator.name
        assert said["moderator-state", panel.ref] == panel.moderator.state
        for number, person in enumerate(panel.panellists, 1):
            key = f"{panel.ref}#{number}"
            assert said["panellist", key] == person.name
            assert said.get(("affiliation", key)) == person.affiliation
            assert said.get(("abbreviation", key)) == person.affiliation_abbr


def test_every_speaker_theme_and_agenda_item_is_bound(reading: Reading) -> None:
    said = {(s.kind, s.ref): u.text[s.start : s.end] for u in reading.units for s in (*u.spans, *u.parts)}
    for speaker in reading.statements.states:
        assert said["speaker", speaker.ref] == speaker.state
        assert said.get(("on-behalf", speaker.ref)) == speaker.on_behalf_of
    for other in reading.statements.civil_society:
        assert said["organisation", other.ref] == other.name
    for official in reading.statements.officials:
        assert said["official", official.ref] == official.name
    for introduction in reading.introductions:
        assert said["introducer", introduction.ref] == introduction.introduced_by[-1]
    for submission in reading.submissions:
        assert said["submitter", submission.ref] == submission.name
    for theme in reading.themes:
        assert said["theme-title", theme.ref] == theme.title
    assert reading.agenda is not None
    for item in reading.agenda.items:
        assert said["agenda-title", f"agenda-{item.num}"] == item.text.rstrip("。")


def test_every_list_says_how_it_is_parted(reading: Reading) -> None:
    forms = {
        span.kind: span.form
        for u in reading.units
        for span in u.spans
        if span.kind in ("friends", "speakers", "members")
    }
    assert forms == {"friends": "、|和", "speakers": "、|和", "members": "、|和"}


def test_the_share_of_bound_characters(reading: Reading, capsys: pytest.CaptureFixture[str]) -> None:
    shares = reading.covered()
    with capsys.disabled():
        for place, (said, all_) in shares.items():
            print(f"\n  {place}: {said} of {all_} characters in spans ({said / all_:.0%})", end="")
        print()
    least = {"cover": 84, "chapter-1": 42, "chapter-2": 80, "chapter-3": 67, "chapter-4": 11, "chapter-5": 69}
    for place, percent in least.items():
        assert shares[place][0] * 100 >= percent * shares[place][1], place


def test_the_known_findings_are_found_and_few_others(reading: Reading) -> None:
    found = {(f.where, f.code) for f in reading.findings}
    expected = {
        ("para-9-u", "symbol-spelling"), ("para-9-t", "panel-number-repeated"), ("para-9-l", "never-introduced"),
        ("para-13-c", "panel-without-summary"), ("para-13-d", "panel-without-summary"), ("para-16", "sponsors-differ"),
        ("para-16", "two-names"), ("para-25", "body-name"), ("para-13", "item-punctuation"),
        ("section-4-C", "heading-differs"),
        ("section-4-F", "heading-differs"), *((f"para-13-{letter}", "list-irregular") for letter in "dgi"),
        ("para-27-h", "item-of-two"), ("documents", "panel-number-order"), ("footnote-1", "footnote-verb"),
        ("para-13-d", "short-name-first"), ("para-13-d", "panel-called-otherwise"),
    }  # fmt: skip
    assert found >= expected
    assert Counter(f.code for f in reading.findings)["symbol-wrapped"] == 7
    assert Counter(f.code for f in reading.findings)["sponsors-differ"] == 2
    assert {f for f in found - expected if f[1] != "symbol-wrapped"} == set()
