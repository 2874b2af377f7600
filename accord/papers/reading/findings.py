"""What does not fit together: for a reader to look at, never corrected silently.

Codes: `no-paragraphs`, `missing-paragraph`, `too-long`, `symbol-wrapped`, `symbol-spelling`, `no-symbol`,
`panel-number-repeated`, `panel-without-summary`, `no-moderator`, `no-panellists`, `friend-without-panel`,
`sponsors-differ`, `never-introduced`, `two-names`, `short-name-first`, `body-name`, `list-irregular`,
`item-punctuation`, `item-of-two`, `panel-called-otherwise`, `panel-number-order`, `heading-differs`,
`footnote-verb`, `footnote-without-mark`. Further checks of one document are in `accord.papers.consistency.within`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from accord.papers.reading.concordance import subsequence
from accord.papers.reading.context import Context
from accord.papers.reading.reading import Reading
from accord.papers.reading.records import Document, Introduction
from accord.papers.reading.structs import Finding, Unit
from accord.words.catalogue import say


def findings(reading: Reading, context: Context) -> list[Finding]:
    """All findings about a finished reading, in the order of the codes' checks."""
    if not reading.paragraphs:
        return [Finding("document", "no-paragraphs", "no numbered paragraph was found")]
    return [
        *_spelling(reading), *_panels(reading, context), *_introduced(reading, context), *_two_names(reading, context),
        *_body_names(reading), *_punctuation(reading), *_irregular(reading), *_headings(reading),
        *_two_in_one(reading), *_formats(reading, context), *_order(reading), *_short_and_long(reading),
        *_unclosed(reading, context),
        *(finding(f"footnote-{n.marker}", "footnote-without-mark")
          for n in reading.footnotes if n.ref_in is None),
    ]  # fmt: skip


def finding(where: str, code: str, form: str = "", /, **values: object) -> Finding:
    """A finding whose detail is a sentence of the catalogues; `form` where a code has several.

    >>> finding("para-7", "symbol-spelling", symbol="A/1/INF/9", normal="A/1/INF.9").detail
    'A/1/INF/9 is usually written A/1/INF.9'
    """
    says, told = f"{code}.{form}" if form else code, {name: str(value) for name, value in values.items()}
    return Finding(where, code, say("en", f"detail.{says}", **told), says, told)


def _spelling(reading: Reading) -> Iterator[Finding]:
    for document in reading.documents:
        if document.symbol != document.normal:
            yield finding(document.unit, "symbol-spelling", symbol=document.symbol, normal=document.normal)
    for symbol, count in Counter(document.normal for document in reading.documents).items():
        if count > 1:
            yield finding("documents", "symbol-repeated", symbol=symbol, count=count)


def _panels(reading: Reading, context: Context) -> Iterator[Finding]:
    numbered: dict[int, list[Document]] = {}
    for document in reading.documents:
        if document.panel_number is not None:
            numbered.setdefault(document.panel_number, []).append(document)
    for number, same in sorted(numbered.items()):
        if len(same) > 1:
            names = ", ".join(d.symbol for d in same)
            yield finding(same[-1].unit, "panel-number-repeated", number=number, count=len(same), symbols=names)
    if reading.concordance.summaries:
        for panel in reading.panels:
            if panel.item not in reading.concordance.summaries.values():
                yield finding(panel.ref.replace("panel-", "para-"), "panel-without-summary", item=panel.item)
    led = {person.state for person in (*(p.moderator for p in reading.panels), *(t.moderator for t in reading.themes))}
    codes = {context.state(state) for state in led if state}
    for friend in reading.officers.friends_of_the_chair if reading.panels else ():
        if context.state(friend) not in codes:
            yield finding("officers", "friend-without-panel", state=friend)


def _introduced(reading: Reading, context: Context) -> Iterator[Finding]:
    """Compares who introduced papers with who sponsors them, as sets."""
    papers = {
        d.symbol: {context.state(s) or s for s in d.sponsors}
        for d in reading.documents
        if d.type == "working_paper" and not all(re.fullmatch(context.cues.chair, s) for s in d.sponsors)
    }
    done: set[str] = set()
    for introduction in reading.introductions:
        by, behalf = _codes(context, introduction.introduced_by), _codes(context, introduction.on_behalf_of)
        exact = [symbol for symbol, sponsors in papers.items() if sponsors in (by, behalf, by | behalf)]
        if exact:
            done.update(exact)
            continue
        near = max(papers, key=lambda symbol: _likeness(papers[symbol], by | behalf), default=None)
        if near is None or not papers[near] & (by | behalf):
            yield finding(f"para-{introduction.paragraph}", "introduction-without-paper", states=_said(introduction))
            continue
        done.add(near)
        more, less = sorted((by | behalf) - papers[near]), sorted(papers[near] - (by | behalf))
        differ = {"more": ", ".join(more) or "-", "less": ", ".join(less) or "-"}
        where = f"para-{introduction.paragraph}"
        yield finding(where, "sponsors-differ", symbol=near, states=_said(introduction), **differ)
    for symbol in papers if reading.introductions else ():
        if symbol not in done and papers[symbol]:
            unit = next(d.unit for d in reading.documents if d.symbol == symbol)
            yield finding(unit, "never-introduced", symbol=symbol)


def _codes(context: Context, names: Sequence[str]) -> set[str]:
    return {context.state(name) or name for name in names}


def _likeness(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def _said(introduction: Introduction) -> str:
    return ", ".join(introduction.introduced_by)


def _two_names(reading: Reading, context: Context) -> Iterator[Finding]:
    """One organisation under two names: all words of the one, in order, in the other."""
    places = {s.name: f"para-{s.paragraph}" for s in reading.statements.civil_society}
    places |= {s.name: f"para-{s.paragraph}" for s in reading.submissions}
    names = sorted({*places, *(n for n in context.names if context.state(n) is None)})
    short = {(p.affiliation, p.affiliation_abbr) for panel in reading.panels for p in panel.panellists}
    for name in names:
        for other in names:
            if len(name) < len(other) and (other, name) not in short and subsequence(name, other, context.lang):
                where = places.get(name) or places.get(other) or "panels"
                yield finding(where, "two-names", name=name, other=other)


def _body_names(reading: Reading) -> Iterator[Finding]:
    if not reading.body:
        return
    seen: set[str] = set()
    whole = reading.body.lower()
    for unit in reading.units:
        for span in unit.spans:
            said = unit.text[span.start : span.end]
            if span.kind == "body" and said.lower() not in whole and said not in seen:
                seen.add(said)
                yield finding(unit.id, "body-name", name=said)


def _punctuation(reading: Reading) -> Iterator[Finding]:
    """An item, not the last, that ends unlike the others of its list."""
    for paragraph in reading.paragraphs:
        ends = [item.text[-1:] for item in paragraph.subitems if not item.subitems]
        if len(ends) < 4:
            continue
        usual, count = Counter(ends[:-1]).most_common(1)[0]
        if count * 2 <= len(ends):
            continue
        for item in paragraph.subitems[:-1]:
            if not item.subitems and item.text[-1:] in ".。;；" and item.text[-1:] != usual:
                sign = item.text[-1:]
                yield finding(f"para-{paragraph.num}", "item-punctuation", item=item.label, sign=sign, usual=usual)


def _irregular(reading: Reading) -> Iterator[Finding]:
    for unit in reading.units:
        kinds = {span.kind for span in unit.spans}
        for span in unit.spans:
            if span.kind == "panellists" and any(sign in span.form for sign in ";；") and "|" in span.form:
                yield finding(unit.id, "list-irregular", "signs", signs=span.form.replace("|", " "))
        if "panellist" in kinds and "panellists" not in kinds:
            yield finding(unit.id, "list-irregular", "panellists")


def _headings(reading: Reading) -> Iterator[Finding]:
    for item, section in reading.concordance.sections.items():
        theme = next(t for t in reading.themes if t.item == item)
        unit = next((u for u in reading.units if u.id == section), None)
        if unit and "".join(unit.text.split()) != "".join(theme.title.split()):
            yield finding(section, "heading-differs", item=item)


def _two_in_one(reading: Reading) -> Iterator[Finding]:
    """An element with a semicolon inside, where a semicolon ends the elements: two in one item."""
    for number, items in reading.elements.items():
        if sum(item.text[-1:] in ";；" for item in items) * 2 <= len(items):
            continue
        for item in items:
            inner = re.search(r"[;；](?=.)", item.text[:-1])
            if inner and not item.subitems and item.text[-1:] in ";；.。":
                said = item.text[inner.end() :].strip()[:30]
                where = f"para-{number}-{item.label.strip('()（） ')}"
                yield finding(where, "item-of-two", said=said)


def _formats(reading: Reading, context: Context) -> Iterator[Finding]:
    """One panel called otherwise than all others: the last word for it before its moderator, title left out."""
    named: dict[str, str] = {}
    for panel in reading.panels:
        unit = context.by_id[panel.ref.replace("panel-", "para-")]
        text = unit.text.replace(panel.theme, "", 1)
        if context.cues.format and (found := re.search(context.cues.format, text)):
            named[unit.id] = found["f"].lower()
    usual = Counter(named.values()).most_common(1)
    for where, name in named.items():
        if usual[0][1] * 2 > len(named) and len(named) > 2 and list(named.values()).count(name) == 1:
            yield finding(where, "panel-called-otherwise", name=name, usual=usual[0][0])


def _order(reading: Reading) -> Iterator[Finding]:
    """Summaries whose panel's number is not its place in the list of panels: one finding for all."""
    places = {panel.item: n for n, panel in enumerate(reading.panels, 1)}
    off = [
        f"{d.symbol}: {d.panel_number}, {item}"
        for d in reading.documents
        if d.panel_number and (item := reading.concordance.summaries.get(d.symbol)) and places[item] != d.panel_number
    ]
    if off:
        yield finding("documents", "panel-number-order", pairs="; ".join(off))


def _short_and_long(reading: Reading) -> Iterator[Finding]:
    """A short name before it is explained, and a full name after its short one is, in the lists of panellists."""
    said = [
        (panel.ref.replace("panel-", "para-"), p.affiliation, p.affiliation_abbr)
        for panel in reading.panels
        for p in panel.panellists
        if p.affiliation
    ]
    explained: dict[str, int] = {}
    shorter: dict[str, tuple[int, str]] = {}
    for n, (_, name, short) in enumerate(said):
        if short and short not in explained:
            explained[short], shorter[name] = n, (n, short)
    for n, (where, name, short) in enumerate(said):
        if short is None and name in explained and n < explained[name]:
            yield finding(where, "short-name-first", name=name)
        elif short is None and name in shorter and n > shorter[name][0]:
            yield finding(where, "short-name-first", "after", name=name, short=shorter[name][1])


def _unclosed(reading: Reading, context: Context) -> Iterator[Finding]:
    """A footnote on a group whose sentence lacks the verb that its language puts after the members."""
    for group in reading.groups if context.cues.closing else ():
        text = context.by_id[group.source].text
        head, _, rest = text.partition(group.members[0]) if group.members else ("", "", "")
        if re.search(r"由\s?$", head) and not re.search(context.cues.closing, rest):
            yield finding(group.source, "footnote-verb", name=group.name)


def placed(found: Sequence[Finding], units: Sequence[Unit]) -> tuple[Finding, ...]:
    """Findings with the page and line of the units that they are about, where they do not say their own."""
    places = {unit.id: (unit.page, unit.line) for unit in units}
    return tuple(one.at(one.file, *places[one.where]) if one.where in places and not one.page else one for one in found)
