"""What does not fit together: for a reader to look at, never corrected silently.

Codes: `no-paragraphs`, `missing-paragraph`, `too-long`, `symbol-wrapped`, `symbol-spelling`, `no-symbol`,
`panel-number-repeated`, `panel-without-summary`, `no-moderator`, `no-panellists`, `friend-without-panel`,
`sponsors-differ`, `never-introduced`, `two-names`, `body-name`, `list-irregular`, `item-punctuation`,
`heading-differs`, `footnote-without-mark`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from accord.papers.reading.concordance import subsequence
from accord.papers.reading.context import Context
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Document, Finding, Introduction


def findings(reading: Reading, context: Context) -> list[Finding]:
    """All findings about a finished reading, in the order of the codes' checks."""
    if not reading.paragraphs:
        return [Finding("document", "no-paragraphs", "no numbered paragraph was found")]
    return [
        *_spelling(reading), *_panels(reading, context), *_introduced(reading, context), *_two_names(reading, context),
        *_body_names(reading), *_punctuation(reading), *_irregular(reading), *_headings(reading),
        *_two_in_one(reading), *_formats(reading, context), *_order(reading), *_short_and_long(reading),
        *_unclosed(reading, context),
        *(Finding(f"footnote-{n.marker}", "footnote-without-mark", "no indicator of this footnote was found")
          for n in reading.footnotes if n.ref_in is None),
    ]  # fmt: skip


def _spelling(reading: Reading) -> Iterator[Finding]:
    for document in reading.documents:
        if document.symbol != document.normal:
            yield Finding(document.unit, "symbol-spelling", f"{document.symbol} is usually written {document.normal}")
    for symbol, count in Counter(document.normal for document in reading.documents).items():
        if count > 1:
            yield Finding("documents", "symbol-repeated", f"{symbol} stands {count} times in the list of documents")


def _panels(reading: Reading, context: Context) -> Iterator[Finding]:
    numbered: dict[int, list[Document]] = {}
    for document in reading.documents:
        if document.panel_number is not None:
            numbered.setdefault(document.panel_number, []).append(document)
    for number, same in sorted(numbered.items()):
        if len(same) > 1:
            names = ", ".join(d.symbol for d in same)
            yield Finding(same[-1].unit, "panel-number-repeated", f"panel {number} has {len(same)} summaries: {names}")
    if reading.concordance.summaries:
        for panel in reading.panels:
            if panel.item not in reading.concordance.summaries.values():
                yield Finding(
                    panel.ref.replace("panel-", "para-"),
                    "panel-without-summary",
                    f"panel {panel.item} has no summary among the documents",
                )
    led = {person.state for person in (*(p.moderator for p in reading.panels), *(t.moderator for t in reading.themes))}
    codes = {context.state(state) for state in led if state}
    for friend in reading.officers.friends_of_the_chair if reading.panels else ():
        if context.state(friend) not in codes:
            yield Finding("officers", "friend-without-panel", f"{friend}: a Friend of the Chair who led no discussion")


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
            yield Finding(
                f"para-{introduction.paragraph}",
                "introduction-without-paper",
                f"{_said(introduction)}: no paper of theirs in the list",
            )
            continue
        done.add(near)
        more, less = sorted((by | behalf) - papers[near]), sorted(papers[near] - (by | behalf))
        differ = f"not sponsors: {', '.join(more) or '-'}; sponsors not named: {', '.join(less) or '-'}"
        detail = f"{near}: introduced by {_said(introduction)}; {differ}"
        yield Finding(f"para-{introduction.paragraph}", "sponsors-differ", detail)
    for symbol in papers if reading.introductions else ():
        if symbol not in done and papers[symbol]:
            unit = next(d.unit for d in reading.documents if d.symbol == symbol)
            yield Finding(unit, "never-introduced", f"{symbol}: no paragraph says that it was introduced")


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
                yield Finding(where, "two-names", f"{name} and {other}: one organisation or two?")


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
                yield Finding(unit.id, "body-name", f"the body is called {said} here")


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
                yield Finding(
                    f"para-{paragraph.num}",
                    "item-punctuation",
                    f"item {item.label} ends with {item.text[-1:]} where the others have {usual}",
                )


def _irregular(reading: Reading) -> Iterator[Finding]:
    for unit in reading.units:
        kinds = {span.kind for span in unit.spans}
        for span in unit.spans:
            if span.kind == "panellists" and any(sign in span.form for sign in ";；") and "|" in span.form:
                yield Finding(
                    unit.id, "list-irregular", f"panellists are parted by {span.form.replace('|', ' ')} by turns"
                )
        if "panellist" in kinds and "panellists" not in kinds:
            yield Finding(unit.id, "list-irregular", "panellists are printed in different ways")


def _headings(reading: Reading) -> Iterator[Finding]:
    for item, section in reading.concordance.sections.items():
        theme = next(t for t in reading.themes if t.item == item)
        unit = next((u for u in reading.units if u.id == section), None)
        if unit and "".join(unit.text.split()) != "".join(theme.title.split()):
            yield Finding(
                section, "heading-differs", f"theme {item} is worded otherwise than the heading of its section"
            )


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
                yield Finding(where, "list-irregular", f"one item holds two: after a semicolon inside it, {said}")


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
            yield Finding(where, "list-irregular", f"called {name} where the others are called {usual[0][0]}")


def _order(reading: Reading) -> Iterator[Finding]:
    """Summaries whose panel's number is not its place in the list of panels: one finding for all."""
    places = {panel.item: n for n, panel in enumerate(reading.panels, 1)}
    off = [
        f"{d.symbol}: {d.panel_number}, item {item}"
        for d in reading.documents
        if d.panel_number and (item := reading.concordance.summaries.get(d.symbol)) and places[item] != d.panel_number
    ]
    if off:
        detail = f"the numbers of panels in summaries are not those of their list: {'; '.join(off)}"
        yield Finding("documents", "list-irregular", detail)


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
            yield Finding(where, "two-names", f"{name} stands before it is explained")
        elif short is None and name in shorter and n > shorter[name][0]:
            yield Finding(where, "two-names", f"{name} in full, after {shorter[name][1]} was given for it")


def _unclosed(reading: Reading, context: Context) -> Iterator[Finding]:
    """A footnote on a group whose sentence lacks the verb that its language puts after the members."""
    for group in reading.groups if context.cues.closing else ():
        text = context.by_id[group.source].text
        head, _, rest = text.partition(group.members[0]) if group.members else ("", "", "")
        if re.search(r"由\s?$", head) and not re.search(context.cues.closing, rest):
            yield Finding(group.source, "list-irregular", f"the sentence on {group.name} ends without its verb")
