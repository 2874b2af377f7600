"""Machines are told the truth: whatever is asked that OpenAPI describes, the answer is one that it documents."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from accord.faces.web.app import make_app
from accord.faces.web.site import Site

CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.fixture(scope="module")
def api(site: Site) -> Any:
    """What the portal says of itself."""
    return schemathesis.openapi.from_asgi("/schema/openapi.json", make_app(site))


def told_truly(api: Any, examples: int) -> int:
    """Asks every operation that is described, as described and otherwise; the number of operations."""
    asked = 0
    for found in api.get_all_operations():
        tried(found.ok(), examples)
        asked += 1
    return asked


def tried(operation: Any, examples: int, **there_is: str) -> None:
    """Asks one operation, as described and otherwise; of what there is, where arguments are named so."""
    for mode in schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE:
        _tried(operation, mode, examples, there_is)


def _tried(operation: Any, mode: Any, examples: int, there_is: dict[str, str]) -> None:
    try:
        cases = operation.as_strategy(generation_mode=mode)
    except schemathesis.errors.SchemathesisError:
        return

    @settings(max_examples=examples, deadline=None, suppress_health_check=CALM)
    @given(case=cases)
    def once(case: Any) -> None:
        # No 500; no status, type or shape that is not described: schemathesis insists on all of it. It does not
        # know that an address may be too long to be read, whatever is wrong in it.
        case.path_parameters |= {name: value for name, value in there_is.items() if name in case.path_parameters}
        answer = case.call()
        unread = [negative_data_rejection] if answer.status_code == 414 else []
        if case.method == "POST":
            # Whether a form spells an act is for the rules and the gate to say, not for its description.
            unread = [negative_data_rejection, positive_data_acceptance]
        case.validate_response(answer, excluded_checks=unread)

    # What takes no argument cannot be asked wrongly.
    with contextlib.suppress(Unsatisfiable):
        once()


def test_every_answer_is_documented(api: Any) -> None:
    assert told_truly(api, 4) > 20


@pytest.mark.long
def test_every_answer_is_documented_long(api: Any) -> None:
    assert told_truly(api, 150) > 20
