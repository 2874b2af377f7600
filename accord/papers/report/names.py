"""Names of parties and persons, and texts, as a language writes them.

A State has the UN's own name from the reference table unless the record gives it one (a
fictional State of an exercise). Forms: `name` as in lists, `named` with its article as in a
sentence, `formal`, `short` the recorded short form, `also-1` the first other recorded name,
`name-short` the name with the short form in brackets.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from accord.acts.values import Person, Text
from accord.papers.report.articles import article_of, before_organisation, without_article
from accord.papers.report.context import Context, Unresolved, bound, formula
from accord.papers.report.values import Segment
from accord.reference.groups import groups
from accord.reference.states import states
from accord.words.orders import sort_key

PARTY_FORMS = ("name", "named", "short", "formal", "also-1", "also-2", "also-3")
"""In the order in which a reader of a source tries them."""

_OPEN = {"zh": ("(", ")")}


def brackets(language: str) -> tuple[str, str]:
    """The brackets around words that explain a name, with the space before them.

    >>> brackets("en"), brackets("zh")
    ((' (', ')'), ('(', ')'))
    """
    return _OPEN.get(language, (" (", ")"))


QUOTES = {"ar": ("”", "“"), "fr": ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"), "ru": ("«", "»")}
"""The quotation marks of papers in a language, where they are not “ and ”."""


def in_quotes(segments: list[Segment], language: str, before: str = "") -> list[Segment]:
    """Segments in which a name that the record has in another language only stands in quotation marks.

    Without its article: an article of another language is no part of the sentence. A name in capitals is a sign of
    its own, and what stands in quotation marks already stays.

    >>> "".join(s.text for s in in_quotes([Segment("the Group", "bound", (7,), language="en")], "fr"))
    '«\xa0Group\xa0»'
    """
    left, right = QUOTES.get(language, ("“", "”"))
    out: list[Segment] = []
    for segment in segments:
        told_before = out[-1].text if out else before
        foreign = segment.language and not segment.mark and not segment.text.isupper()
        if not foreign or told_before.rstrip().endswith(left.strip()):
            out.append(segment)
            continue
        name = replace(segment, text=without_article(segment.text, segment.language))
        out += [formula(left), name, formula(right)]
    return out


def said(text: Text, language: str) -> str:
    """The words of a text in the language, else in its original."""
    return text.words(language)[0]


def told(context: Context, text: Text, entry: int) -> Segment:
    """A text of the record as a segment, marked with its language where that is not the report's.

    The original stands where there is no translation: nothing is translated silently.
    """
    found, language = text.words(context.language)
    return Segment(found, "bound", (entry,), language="" if language == context.language else language)


def party(context: Context, code: str, form: str | None = None) -> list[Segment]:
    """The name of a party in a form, with the footnote indicator that stands after it in this unit.

    Raises:
        Unresolved: no such party, or it has no name of that form.
    """
    fact = context.world.parties.tables.parties.get(code)
    if fact is None:
        raise Unresolved(f"no party {code} in the record")
    out = [_marked(context, fact, party_words(context, code, form or "name"))]
    if form == "name-short":
        left, right = brackets(context.language)
        short = party_words(context, code, "short")
        out = [_marked(context, fact, party_words(context, code, "name")), formula(left)]
        out += [_marked(context, fact, short), formula(right)]
    if code in context.marks:
        out.append(Segment(context.marks[code], "formula", (), mark=True))
    return out


def _marked(context: Context, fact: Any, name: str) -> Segment:
    """A name, marked with its language where the record gives it in another only."""
    texts = [text for text in (fact.act.name, fact.act.short, *fact.act.also) if text is not None]
    other = next((text.words(context.language)[1] for text in texts if text.words(context.language)[0] == name), "")
    return Segment(name, "bound", (fact.entry,), language="" if other == context.language else other)


def party_words(context: Context, code: str, form: str) -> str:
    """The words of a name in one form."""
    act = context.world.parties.tables.parties[code].act
    language = context.language
    if form.startswith("also-"):
        place = int(form[5:]) - 1
        if place >= len(act.also) or language not in act.also[place].said:
            raise Unresolved(f"{code} has no other name number {place + 1} in {language}")
        return said(act.also[place], language)
    if form == "short":
        if act.short is None:
            raise Unresolved(f"{code} has no short name")
        return said(act.short, language)
    if act.kind == "state" and code in states() and (act.name is None or language not in act.name.said):
        return _reference_name(code, form, language)
    if form == "formal":
        raise Unresolved(f"{code} has no formal name in the record")
    if act.kind == "group" and code in groups() and (act.name is None or language not in act.name.said):
        name = groups()[code].name(language)
    elif act.name is None:
        raise Unresolved(f"{code} has no name")
    else:
        name = said(act.name, language)
    if form == "named" and act.article is not None and language in act.article.said:
        article = said(act.article, language)
        return f"{article}{'' if article.endswith(chr(39)) else ' '}{name}"
    if form == "named" and act.kind == "group" and (code in groups() or act.name is None or language in act.name.said):
        return article_of(name, language) + name
    if form == "named" and act.kind in ("organisation", "civil-society") and act.name and language in act.name.said:
        return before_organisation(name, language) + name
    return name


def _reference_name(code: str, form: str, language: str) -> str:
    """The name of a State as the UN writes it."""
    state = states()[code]
    found = {"named": state.named, "formal": state.formal}.get(form, state.name)(language)
    if found is None:
        raise Unresolved(f"{code} has no formal name in {language}")
    return found


def order_of(context: Context, code: str) -> tuple[str, str]:
    """What a list of parties is sorted by: the name in the language; in Chinese the English name of a State."""
    by = context.language
    if by == "zh" and code in states():
        return sort_key(states()[code].name("en"), "en")
    name = party_words(context, code, "name")
    return sort_key(name, "en" if re.match(r"[A-Za-z]", name) and by in ("zh", "ar", "ru") else by)


def person(context: Context, who: Person, form: str | None, entry: int) -> list[Segment]:
    """A person's name: `latin` as given in Latin letters, else as printed in the language."""
    if form == "latin":
        return [bound(who.name, entry)]
    for language, name in who.said.items():
        if language == context.language:
            return [bound(name, entry)]
    return [bound(who.name, entry)]
