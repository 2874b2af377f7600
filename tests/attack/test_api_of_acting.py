"""Acting as a machine meets it: whatever is posted, the answer is one that OpenAPI documents, and nothing is said."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis

from accord.faces.web.acting.desk import Acting
from accord.faces.web.app import make_app
from accord.faces.web.desks import DESKS
from accord.faces.web.site import Site
from accord.main import Machine
from accord.world.vocabulary import VOCABULARY
from tests.attack.test_api import tried

CORE = ("reply.make", "document.register", "amendment.propose", "passkey.register")
"""A form of texts, one of rows, one of kinds, one of codes."""


@pytest.fixture(scope="module")
def acting(hostile: Path) -> Site:
    """The hostile record, with the desks of acting; nobody is ever too fast, and nothing can be said."""
    numbers = itertools.count()
    desks = Acting(lambda: next(numbers), lambda: float(next(numbers) * 60)).desks()
    return Site(Machine().open_copy(hostile), desks={**DESKS, **desks})


@pytest.fixture(scope="module")
def api(acting: Site) -> Any:
    """What this portal says of itself."""
    return schemathesis.openapi.from_asgi("/schema/openapi.json", make_app(acting))


def paths(api: Any, *ends: str) -> list[Any]:
    """The operations whose path ends so, or all."""
    found = [operation.ok() for operation in api.get_all_operations()]
    return [one for one in found if not ends or one.path.endswith(ends)]


def test_every_act_has_a_form_and_a_schema_in_the_description(api: Any) -> None:
    described = {(one.method.upper(), one.path) for one in paths(api)}
    for name in VOCABULARY.by_name:
        path = f"/{{lang}}/-/act/{name.partition('/')[0]}"
        assert {("GET", path), ("POST", path), ("GET", path + ".json")} <= described, name


def test_every_desk_is_described(acting: Site, api: Any) -> None:
    described = " ".join(one.path for one in paths(api))
    assert [desk for desk in acting.desks if f"/-/{desk}" not in described] == []


def test_what_is_posted_is_answered_as_documented(api: Any, acting: Site) -> None:
    asked = paths(api, "/-/act", *(f"/-/act/{verb}" for verb in CORE), "/search.json", "/report.json")
    assert len(asked) == 2 * (1 + len(CORE)) + 2
    size = acting.copy.size
    for operation in asked:
        tried(operation, 4)
    assert acting.copy.size == size


@pytest.mark.parametrize("desk", ["amend", "revise", "word"])
def test_what_is_asked_about_a_draft_is_answered_as_documented(api: Any, acting: Site, desk: str) -> None:
    draft, units = next(iter(acting.copy.world.negotiation.tables.units.items()))
    size, asked = acting.copy.size, [one for one in paths(api) if f"/-/{desk}" in one.path]
    assert asked
    for operation in asked:
        tried(operation, 6, draft=quote(draft, safe=""), unit=quote(next(iter(units)), safe=""))
    assert acting.copy.size == size


@pytest.mark.long
def test_whatever_is_posted_is_answered_as_documented(api: Any, acting: Site) -> None:
    for operation in paths(api):
        if "/-/act" in operation.path or any(f"/-/{desk}" in operation.path for desk in acting.desks):
            tried(operation, 12)
