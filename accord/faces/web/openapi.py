"""The OpenAPI document, made from the types of pages and the shapes of forms: what they give is what it says."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec

import accord
from accord.faces.web.answers import PROBLEM
from accord.faces.web.home import HomePage
from accord.faces.web.missing import Problem
from accord.faces.web.operating import LANG
from accord.faces.web.operations import ANSWERS, HANDED_IN, of_desks
from accord.world.pages import PAGES, PageOf

ON = {
    "name": "on",
    "in": "query",
    "description": "The day for which the answer shall hold; without it, the latest.",
    "schema": {"anyOf": [{"type": "string", "format": "date"}, {"const": ""}]},
}


def document(address: str, desks: Collection[str] = ()) -> dict[str, Any]:
    """The OpenAPI 3.1 document of a site with these desks."""
    pages = [PageOf("home", (), HomePage, lambda: None), *PAGES.values()]  # type: ignore[arg-type,return-value]
    types = [page.answer for page in pages] + [Problem, *ANSWERS]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    of_type = dict(zip(types, schemas, strict=True))
    problem = {"description": "Why there is no answer.", "content": {PROBLEM: {"schema": of_type[Problem]}}}
    paths: dict[str, Any] = {}
    for page, schema in zip(pages, schemas, strict=False):
        for count in range(sum(not a.endswith("?") for a in page.arguments), len(page.arguments) + 1):
            names = [argument.rstrip("?") for argument in page.arguments[:count]]
            path = "/".join(["/{lang}/-", page.name, *(f"{{{name}}}" for name in names)]) + ".json"
            paths[path] = {"get": _operation(page, names, schema, problem)}
    paths.update(of_desks(desks, of_type.__getitem__))
    paths["/checkpoint"] = {"get": _file("The signed checkpoint of the record (C2SP tlog-checkpoint).", "text/plain")}
    paths["/policy"] = {"get": _file("Whose checkpoints to believe (C2SP tlog-policy).", "text/plain")}
    paths["/health"] = {"get": _file("Size and root that this site has verified.", "application/json")}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Accord",
            "version": accord.__version__ if hasattr(accord, "__version__") else "0.1.0",
            "description": "A record of signed acts. Every page has this JSON twin; bytes to check are in /tile.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": address}],
        "paths": paths,
        "components": {"schemas": {**components, "HandedIn": HANDED_IN}},
    }


def _operation(page: PageOf, names: list[str], schema: Any, problem: Any) -> dict[str, Any]:
    about = (page.answer.__doc__ or page.name).strip().splitlines()[0]
    return {
        "operationId": "_".join([page.name, *names]),
        "summary": about,
        "parameters": [
            LANG,
            *({"name": n, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}} for n in names),
            ON,
        ],
        "responses": {
            "200": {"description": about, "content": {"application/json": {"schema": schema}}},
            "301": {"description": "The address in its one spelling."},
            "304": {"description": "Unchanged since the tag that the reader named."},
            "400": problem,
            "404": problem,
            "414": problem,
        },
    }


def _file(about: str, kind: str) -> dict[str, Any]:
    return {
        "summary": about,
        "responses": {"200": {"description": about, "content": {kind: {}}}, "304": {"description": "Unchanged."}},
    }
