"""What descriptions of desks are made of, for the OpenAPI document: operations, parameters, answers, what is posted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from accord.faces.web.acting.fences import LARGEST_BODY
from accord.faces.web.answers import PROBLEM
from accord.words.languages import LANGUAGES

JSON, TEXT, HTML = "application/json", "text/plain", "text/html"
FORM, FORM_WITH_FILE = "application/x-www-form-urlencoded", "multipart/form-data"

LANG = {"name": "lang", "in": "path", "required": True, "schema": {"type": "string", "enum": list(LANGUAGES)}}
INDEX = {
    "name": "index",
    "in": "path",
    "required": True,
    "description": "The number of an entry.",
    "schema": {"type": "integer", "minimum": 0, "maximum": 9_999_999_999_999_999},
}
SAME_ORIGIN = {
    "name": "Sec-Fetch-Site",
    "in": "header",
    "required": True,
    "description": "As browsers say it of a page of this site; `Origin` serves too.",
    "schema": {"type": "string", "enum": ["same-origin"]},
}
MOVED = {"description": "The address in its one spelling."}
TYPED = {"type": "string", "maxLength": 2000}

SchemaOf = Callable[[type], Mapping[str, Any]]


def operation(name: str, about: str, parameters: list[Any], responses: Mapping[str, Any]) -> dict[str, Any]:
    """An operation: its name, what it is about, what may be given, what is answered."""
    return {"operationId": name, "summary": about, "parameters": parameters, "responses": responses}


def posting(
    name: str, about: str, schema: Any, kinds: tuple[str, ...], arguments: Sequence[Any] = ()
) -> dict[str, Any]:
    """A form that is posted. Nothing but a signature makes an act: what is only typed changes nothing."""
    shown = {"description": "The sheet with what is to be signed, or a file.", "content": {HTML: {}, JSON: {}}}
    done = {"description": "The act stands in the record: its receipt."}
    later = {"description": "Too many at once; `Retry-After` says when.", "content": {HTML: {}}}
    responses = {
        "200": shown,
        "301": MOVED,
        "303": done,
        **problem_pages("400", "403", "404", "413", "414", "422", "503"),
        "429": later,
    }
    body = {
        "required": True,
        "description": f"At most {LARGEST_BODY} bytes.",
        "content": {kind: {"schema": schema} for kind in kinds},
    }
    return {**operation(name, about, [LANG, *arguments, SAME_ORIGIN], responses), "requestBody": body}


def gives(about: str, kind: str, schema: Mapping[str, Any], twin: bool = False) -> dict[str, Any]:
    """What a GET gives; of a `.json`, and of any address, what is wrong with it."""
    content = {"description": about, "content": {kind: {"schema": schema}}}
    given = {"200": content, "301": MOVED, "304": {"description": "Unchanged since the tag that the reader named."}}
    return given | (problems if twin else problem_pages)("404", "414")


def problems(*statuses: str) -> dict[str, Any]:
    """Answers of machines' addresses that say why there is no answer."""
    told = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": "Why there is no answer.", "content": {PROBLEM: {"schema": told}}}
        for status in statuses
    }


def problem_pages(*statuses: str) -> dict[str, Any]:
    """Answers with a page that says why there is no answer."""
    return {status: {"description": "A page that says why.", "content": {HTML: {}}} for status in statuses}


def named(argument: str) -> dict[str, Any]:
    """A parameter in a path."""
    return {"name": argument, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
