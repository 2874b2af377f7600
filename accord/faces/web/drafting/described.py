"""What the desks of drafting take and give, for the OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accord.faces.web.drafting import amend, revise
from accord.faces.web.drafting.rows import FIELDS

TYPED = {"type": "string", "maxLength": 2000}
DO = {
    "type": "string",
    "description": "`show`, `preview`, `download`, `edit`, `more`, `remove:c.0`, `renew:c.0`.",
}


def paths_of_amending() -> tuple[str, ...]:
    """The addresses of the desk of amendments: of a draft, a unit, a unit and what is to become of it."""
    return tuple("/{lang}/-/amend/{draft}" + more for more in ("", "/{unit}", "/{unit}/{operation}"))


def form_of_amending() -> Mapping[str, Any]:
    """What the desk of amendments sends; of rows the first."""
    rows = {f"c.0.{name}": {"type": "string"} for name in FIELDS}
    return _form({**dict.fromkeys(amend.KEPT, TYPED), "c.#": {"type": "string"}, **rows})


def form_of_revising() -> Mapping[str, Any]:
    """What the desk of the chair sends; for each amendment chosen a field `take:<name>`."""
    return _form(dict.fromkeys(revise.KEPT, TYPED))


def _form(properties: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"type": "object", "properties": {"do": DO, **properties}, "additionalProperties": {"type": "string"}}
