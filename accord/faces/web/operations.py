"""What the desks take and give, for the OpenAPI document: search, report, proof, bundle, and acting with its forms.

The answers are described by their types, a form by the shape of its act: what a form asks for is what is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import msgspec

from accord.acts.vocabulary import Act
from accord.faces.calculators.outlooks import OutlookAnswer
from accord.faces.feeds.forms import FORMS
from accord.faces.web.acting.shapes import Choice, Group, Kinds, Languages, Leaf, Pairs, Rows, Shape, Texts, shape_of
from accord.faces.web.analysis import described as calculators
from accord.faces.web.checking import ProofPage
from accord.faces.web.drafting import described
from accord.faces.web.operating import (
    FORM,
    FORM_WITH_FILE,
    HTML,
    INDEX,
    JSON,
    LANG,
    TEXT,
    TYPED,
    SchemaOf,
    gives,
    named,
    operation,
    posting,
    problem_pages,
    problems,
)
from accord.faces.web.reports import ReportPage
from accord.papers.word import KIND
from accord.stories.negotiation.scenario import STATES
from accord.words.languages import LANGUAGES
from accord.world.entries import EntryPage
from accord.world.pages import PAGES
from accord.world.search.asked import LONGEST
from accord.world.search.page import SearchPage
from accord.world.vocabulary import VOCABULARY

ANSWERS: tuple[type[msgspec.Struct], ...] = (SearchPage, ReportPage, ProofPage, EntryPage, OutlookAnswer)
"""The typed answers of desks."""


def of_desks(desks: Collection[str], schema_of: SchemaOf) -> dict[str, Any]:
    """The paths of the desks that a site has."""
    found: dict[str, Any] = {}
    for desk, describe in DESKS.items():
        if desk in desks:
            found.update(describe(schema_of))
    return found


def _search(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    q = {"name": "q", "in": "query", "description": "What is looked for.", "schema": {"type": "string"}}
    kind = {"name": "kind", "in": "query", "description": "Only this kind, and more of it.", "schema": TYPED}
    about = f"What the record has for a question of at most {LONGEST} characters."
    responses = {**gives(about, JSON, schema_of(SearchPage), True), **problems("400")}
    yield "/{lang}/-/search.json", {"get": operation("search", about, [LANG, q, kind], responses)}


def _report(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "The report of a document or a body, generated from the record: each word with where it comes from."
    responses = gives(about, JSON, schema_of(ReportPage), True)
    name = {"name": "name", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
    yield "/{lang}/-/report.json", {"get": operation("report", about, [LANG], responses)}
    yield "/{lang}/-/report/{name}.json", {"get": operation("report_name", about, [LANG, name], responses)}


def _proof(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "How an entry is proven under the signed checkpoint, and who signed it."
    responses = gives(about, JSON, schema_of(ProofPage), True)
    yield "/{lang}/-/proof/{index}.json", {"get": operation("proof", about, [LANG, INDEX], responses)}


def _bundle(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "Everything needed to check one entry offline (docs/formats/bundle.md)."
    responses = gives(about, JSON, {"type": "object"})
    yield "/{lang}/-/bundle/{index}", {"get": operation("bundle", about, [LANG, INDEX], responses)}


def _contents(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "All pages, each with the question that it answers."
    yield "/{lang}/-/contents", {"get": operation("contents", about, [LANG], gives(about, HTML, {}))}


def _guide(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "How the negotiation exercise is played."
    yield "/{lang}/-/guide", {"get": operation("guide", about, [LANG], gives(about, HTML, {}))}


def _score(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "The briefs of the negotiation exercise, measured by the text; none while it is under way."
    responses = gives(about, JSON, {"type": "object"}, True)
    party = {"name": "party", "in": "path", "required": True, "schema": {"type": "string", "enum": list(STATES)}}
    yield "/{lang}/-/score.json", {"get": operation("score", about, [LANG], responses)}
    yield "/{lang}/-/score/{party}.json", {"get": operation("score_party", about, [LANG, party], responses)}


def _feed(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    for form, made in FORMS.items():
        for name in made.pages:
            for count, names in enumerate(_arguments(name)):
                path = "/".join(["/{lang}/-/feed", name, *(f"{{{argument}}}" for argument in names)])
                about = (PAGES[name].answer.__doc__ or name).splitlines()[0]
                given = gives(about, made.kind.partition(";")[0], {"type": "string"})
                parameters = [LANG, *(named(argument) for argument in names)]
                key = "_".join(["feed", name, form, str(count)])
                yield f"{path}.{form}", {"get": operation(key, about, parameters, {**given, **problem_pages("400")})}


def _arguments(name: str) -> Iterator[list[str]]:
    """The arguments that a page may be asked with: those that it must have, then one more each time."""
    arguments = PAGES[name].arguments
    least = sum(not argument.endswith("?") for argument in arguments)
    for count in range(least, len(arguments) + 1):
        yield [argument.rstrip("?") for argument in arguments[:count]]


def _receipt(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "What became of an act that was handed in."
    waiting = {"202": {"description": "The entry is expected and not here yet.", "content": {HTML: {}}}}
    responses = {**gives(about, JSON, schema_of(EntryPage), True), **waiting}
    yield "/{lang}/-/receipt/{index}.json", {"get": operation("receipt", about, [LANG, INDEX], responses)}
    about = "The proof of an entry as a file (C2SP tlog-proof)."
    responses = {**gives(about, TEXT, {}), **waiting}
    yield "/{lang}/-/receipt/{index}/proof", {"get": operation("receipt_proof", about, [LANG, INDEX], responses)}


def _drafts(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "Where the browser keeps what is not said yet; the server sees none of it."
    yield "/{lang}/-/drafts", {"get": operation("drafts", about, [LANG], gives(about, HTML, {}))}


def _act(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "Every act there is."
    yield (
        "/{lang}/-/act",
        {
            "get": operation("acts", about, [LANG], gives(about, HTML, {})),
            "post": posting(
                "hand_in",
                "Hands in an act: shows it with the signatures that it lacks, or says it in the record.",
                {"$ref": "#/components/schemas/HandedIn"},
                (FORM, FORM_WITH_FILE),
            ),
        },
    )
    for name, act in VOCABULARY.by_name.items():
        verb = name.partition("/")[0]
        about = (act.__doc__ or verb).strip().splitlines()[0]
        path, key = f"/{{lang}}/-/act/{verb}", verb.replace(".", "_")
        schema = gives(f"The JSON Schema of {name}.", JSON, {"type": "object"}, True)
        yield path + ".json", {"get": operation(f"schema_{key}", f"The JSON Schema of {name}.", [LANG], schema)}
        yield (
            path,
            {
                "get": operation(f"form_{key}", f"The form: {about}", [LANG], gives("The form.", HTML, {})),
                "post": posting(f"say_{key}", f"The form, filled in: {about}", form_of(act), (FORM,)),
            },
        )


def _amend(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "Type how a unit of a draft should read: an amendment."
    form = described.form_of_amending()
    for count, path in enumerate(described.paths_of_amending()):
        names = [named(name) for name in ("draft", "unit", "operation")[: count + 1]]
        get = operation(f"amend_{count}", about, [LANG, *names], gives(about, HTML, {}))
        yield path, {"get": get, "post": posting(f"amending_{count}", about, form, (FORM_WITH_FILE, FORM), names)}


def _revise(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "Choose the amendments that a revision of a draft merges."
    names, form = [named("draft")], described.form_of_revising()
    get = operation("revise", about, [LANG, *names], gives(about, HTML, {}))
    post = posting("revising", about, form, (FORM, FORM_WITH_FILE), names)
    yield "/{lang}/-/revise/{draft}", {"get": get, "post": post}


def _word(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    about = "A draft as a file of a word processor: out, and a returned one shown as the amendments it asks for."
    names = [named("draft")]
    out = {"name": "as", "in": "query", "description": "`docx` clean, `amendments` tracked.", "schema": TYPED}
    state = {"name": "state", "in": "query", "description": "Of the draft; else the latest.", "schema": TYPED}
    given = gives(about, HTML, {})
    given["200"]["content"][KIND] = {"schema": {"type": "string", "format": "binary"}}
    form = {
        "type": "object",
        "properties": {"by": TYPED, "comments": TYPED, "file": {"type": "string", "format": "binary"}},
    }
    get = operation("word", about, [LANG, *names, out, state], given)
    yield "/{lang}/-/word/{draft}", {"get": get, "post": posting("returned", about, form, (FORM_WITH_FILE,), names)}


DESKS: Mapping[str, Callable[[SchemaOf], Any]] = {
    "search": _search,
    "report": _report,
    "proof": _proof,
    "balance": calculators.balance,
    "bundle": _bundle,
    "contents": _contents,
    "feed": _feed,
    "guide": _guide,
    "outlook": calculators.outlook,
    "sampling": calculators.sampling,
    "score": _score,
    "act": _act,
    "receipt": _receipt,
    "drafts": _drafts,
    "amend": _amend,
    "revise": _revise,
    "word": _word,
}
"""The desks that take and give more than a page for people."""

HANDED_IN = {
    "type": "object",
    "properties": {
        "do": {"type": "string", "enum": ["upload", "envelope", "sign", "submit"]},
        "envelope": {"type": "string", "description": "The act in its envelope, signed or not: as JSON, or base64url."},
        "file": {"type": "string", "description": "The same as a file."},
        "record": {"type": "string", "description": "Also if it would have no effect: for the record."},
        "keyid": {"type": "string"},
        "authenticatorData": {"type": "string", "description": "What a passkey gave, base64url."},
        "clientDataJSON": {"type": "string"},
        "signature": {"type": "string"},
    },
    "required": ["do"],
}
"""What is posted to hand an act in, or a signature to it."""


def form_of(act: type[Act]) -> dict[str, Any]:
    """What the form of an act sends: its fields by their places, the party that speaks, what is wanted.

    >>> from accord.areas.parties.acts import Reply
    >>> [name for name in form_of(Reply)["properties"] if not name.startswith("text.said.")]
    ['by', 'do', 'record', 'to', 'text.original', 'document']
    """
    properties: dict[str, Any] = {
        "by": {**TYPED, "description": "The party that says it."},
        "do": {"type": "string", "description": "`preview`, `download`, `edit`, `add:<place>` or `remove:<place>`."},
        "record": {**TYPED, "description": "Also if it would have no effect: for the record."},
    }
    properties.update(_fields(shape_of(act), ""))
    return {"type": "object", "properties": properties, "additionalProperties": {"type": "string"}}


def _fields(shape: Shape, place: str) -> Iterator[tuple[str, Any]]:
    """The fields of a form below a place; of rows the first, and how many there are."""
    match shape:
        case Leaf():
            yield place, {"type": "string", "enum": ["", *shape.choices]} if shape.choices else TYPED
        case Texts():
            yield from ((f"{place}.said.{lang}", TYPED) for lang in LANGUAGES)
            yield f"{place}.original", {"type": "string", "enum": ["", *LANGUAGES]}
        case Languages():
            yield from ((f"{place}.{lang}", TYPED) for lang in LANGUAGES)
        case Choice():
            yield from _fields(shape.text, place)
            yield from _fields(shape.group, place)
        case Kinds():
            yield f"{place}.{shape.tag}", {"type": "string", "enum": ["", *shape.groups]}
            for kind, group in shape.groups.items():
                yield from _fields(group, f"{place}.{kind}")
        case Pairs():
            yield f"{place}.#", {"type": "string", "pattern": "^[0-9]{1,2}$"}
            yield from ((f"{place}.0.{part}", TYPED) for part in ("name", "value"))
        case Rows():
            yield f"{place}.#", {"type": "string", "pattern": "^[0-9]{1,2}$"}
            yield from _fields(shape.item, f"{place}.0")
        case Group():
            for field in shape.fields:
                yield from _fields(field.shape, f"{place}.{field.name}" if place else field.name)
