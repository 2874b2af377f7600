"""Templates, faster: what Jinja asks of every value and every call of any program, asked once for ours.

A page of a hundred kilobytes puts some thousand values and makes as many calls; what a value or a call takes beyond
itself is a third of the time of such a page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

SHORT = 200
"""Characters of a text that is put on many pages, as labels and addresses are: it is escaped once."""

_known = lru_cache(20_000)(escape)


def put(value: Any) -> Any:
    """A value as a template puts it: escaped, unless it is HTML already.

    >>> put("<b>"), put(escape("<b>")), put(3)
    (Markup('&lt;b&gt;'), Markup('&lt;b&gt;'), Markup('3'))
    """
    kind = type(value)
    if kind is Markup:
        return value
    if kind is str and len(value) < SHORT:
        return _known(value)
    return escape(value)


class Calls(Context):
    """A template's values. What it calls is called at once: nothing of ours wants to be handed the template itself."""

    def call(
        self,
        what: Callable[..., Any],
        /,
        *given: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """What a template calls."""
        return what(*given, **named)


class Putting(CodeGenerator):
    """Writes templates as Python, with `put` where a value is put."""

    def _output_child_pre(self, node: Any, frame: Frame, finalize: Any) -> None:
        self.write("environment.put(")


class QuickEnvironment(Environment):
    """An environment of templates that always escape, and are handed to nothing that they call."""

    context_class = Calls
    code_generator_class = Putting
    put = staticmethod(put)
