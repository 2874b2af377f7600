"""What the desks that compute take and give, for the OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.faces.calculators.balances import FIELDS
from accord.faces.calculators.outlooks import OutlookAnswer
from accord.faces.calculators.questions import QUESTIONS
from accord.faces.web.operating import (
    FORM,
    FORM_WITH_FILE,
    HTML,
    JSON,
    LANG,
    TYPED,
    SchemaOf,
    gives,
    operation,
    posting,
    problem_pages,
    problems,
)


def outlook(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    """The desk of outlooks."""
    about = "How soon fictional stocks could reach zero; other assumptions by their names, a packed study as `study`."
    numbers = {"Arcadia/items": (0, 10**6), "runs": (1, 10_000), "seed": (0, 10**9 - 1)}
    asked = [LANG, *(_whole(name, least, most) for name, (least, most) in numbers.items())]
    answer = {**gives(about, JSON, schema_of(OutlookAnswer), True), **problems("400")}
    yield "/{lang}/-/outlook.json", {"get": operation("outlook", about, asked, answer)}
    get = operation("outlook_page", about, asked, {**gives(about, HTML, {}), **problem_pages("422")})
    post = posting("outlook_of", "A study as JSON.", {"type": "object", "properties": {"study": TYPED}}, (FORM,))
    yield "/{lang}/-/outlook", {"get": get, "post": post}


def balance(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    """The desk of material balances."""
    about = "Balances of a table of measured masses: thresholds, alarms, detection."
    asked = [LANG, _whole("seed", 0, 10**6)]
    answer = {**gives(about, JSON, {"type": "object"}, True), **problems("400")}
    yield "/{lang}/-/balance.json", {"get": operation("balance", about, asked, answer)}
    get = operation("balance_page", about, asked, {**gives(about, HTML, {}), **problem_pages("422")})
    fields = dict.fromkeys(("table", *FIELDS), TYPED) | {"file": {"type": "string", "format": "binary"}}
    form = {"type": "object", "properties": fields}
    yield "/{lang}/-/balance", {"get": get, "post": posting("balance_of", about, form, (FORM_WITH_FILE, FORM))}


def sampling(schema_of: SchemaOf) -> Iterator[tuple[str, Any]]:
    """The desk of samples and inspections: a path for each question."""
    about = "Samples, completeness and inspections: the questions."
    yield "/{lang}/-/sampling", {"get": operation("sampling", about, [LANG], gives(about, HTML, {}))}
    for question in QUESTIONS.values():
        # Which values go together no schema can say: the fields are named, and the example stands without them.
        names = ", ".join(field.name for field in question.fields)
        name, about = f"sampling_{question.name}", f"The question `{question.name}` of {names}; alone, its example."
        answer = {**gives(about, JSON, {"type": "object"}, True), **problems("400")}
        yield f"/{{lang}}/-/sampling/{question.name}.json", {"get": operation(name, about, [LANG], answer)}
        page = {**gives(about, HTML, {}), **problem_pages("400")}
        path = f"/{{lang}}/-/sampling/{question.name}"
        yield path, {"get": operation(f"{name}_page", about, [LANG], page)}


def _whole(name: str, least: int, most: int) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "integer", "minimum": least, "maximum": most}}
