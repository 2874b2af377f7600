"""Templates written the quick way put and call as Jinja's own do."""

from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from accord.faces.web.quick import SHORT, QuickEnvironment

VALUES = ("<b>", Markup("<b>"), 3, None, True, "'\"&" * SHORT, Markup("<i>") * SHORT, ["<"])
TEMPLATE = (
    "{% macro item(value, mark='*') %}<li>{{ mark }}{{ value }}{{ caller() if caller is defined else '' }}"
    "</li>{% endmacro %}"
    "{% for value in values %}{{ value }}{{ item(value) }}{% call item(value, mark='<') %}{{ value }}{% endcall %}"
    "{{ told(value, name=value) }}{{ loop.index }}{% endfor %}{{ values|map('string')|join('<') }}"
)


def told(value: object, name: object) -> Markup:
    """HTML with values that are escaped."""
    return Markup("<q>{} {}</q>").format(value, name)


def test_what_is_put_is_what_jinja_puts() -> None:
    ours, theirs = (kind(autoescape=True, undefined=StrictUndefined) for kind in (QuickEnvironment, Environment))
    given = {"values": VALUES, "told": told}
    assert ours.from_string(TEMPLATE).render(given) == theirs.from_string(TEMPLATE).render(given)


@pytest.mark.parametrize("template", ["{{ nobody }}", "{{ nobody() }}", "{{ told.nothing() }}"])
def test_a_name_that_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises(UndefinedError):
        QuickEnvironment(autoescape=True, undefined=StrictUndefined).from_string(template).render(told=told)
