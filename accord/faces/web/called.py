"""What things of a record are called on pages: by the names that the record gives them, not by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from accord.acts.values import Text
from accord.faces.web.linked import Linked
from accord.faces.web.visible import isolated, link
from accord.world.tracing import TRACED

OF_A_BODY = ("panel", "statement", "introduction", "theme", "proposal", "compilation")
"""What has its label within its body; its key is the body, a stroke, the label."""
NAMED = {
    "element": "name",
    "approach": "name",
    "prohibition": "name",
    "undertaking": "title",
    "proposal": "title",
    "panel": "title",
    "theme": "title",
}
"""What the record gives a name → the field of its page that has it."""


class Called(Linked):
    """Things by their names, each with a link to its page."""

    def called(self, kind: str, key: str) -> Markup:
        """What a thing is called: by its name, an element with its number; else by its label."""
        return self._once(self._called, kind, key)

    def thing(self, kind: str, key: str) -> Markup:
        """What a thing is called, with a link to its page."""
        href = self.named_url(kind, key) if kind in OF_A_BODY else self.url(kind, key)
        return link(href, self.called(kind, key))

    def number_of(self, element: str) -> str:
        """The paragraph of A/68/514 that an element stands under, as it is cited; of other sources, its code."""
        fact = self._world.programme.tables.elements.get(element)
        source = None if fact is None else fact.act.source
        if source is None or source.document != TRACED or not (source.place or "").startswith("para-"):
            return element
        return self.names.number(str(source.place).removeprefix("para-"))

    def instruments_of(self, codes: tuple[str, ...]) -> Markup:
        """Instruments by their short names, without links, for cells of a table that names each with one."""
        return self._once(self._instruments, codes)

    def _instruments(self, codes: tuple[str, ...]) -> Markup:
        facts = self._world.instruments.tables.instruments
        acts = [facts[code].act for code in codes]
        return Markup("; ").join(self.text(act.short or act.name) for act in acts)

    def _called(self, kind: str, key: str) -> Markup:
        label = isolated(key.partition("/")[2] if kind in OF_A_BODY else key)
        if kind == "introduction":
            return isolated(self.names.label(kind))
        fact = self._facts(kind).get(key)
        if fact is None:
            return label
        if kind == "statement":
            return isolated(self.names.code("occasion", fact.act.occasion))
        name: Text | None = getattr(fact.act, NAMED.get(kind, "title"), None)
        if name is None:
            return label
        if kind == "element":
            return Markup('<bdi class="para">{}</bdi> {}').format(self.number_of(key), self.text(name))
        return self.text(name)

    def _facts(self, kind: str) -> Mapping[str, Any]:
        world = self._world
        match kind:
            case "element":
                return world.programme.tables.elements
            case "approach":
                return world.programme.tables.approaches
            case "prohibition":
                return world.coverage.tables.prohibitions
            case "undertaking":
                return world.commitments.tables.undertakings
            case "proposal":
                return world.proposals.tables.proposals
            case "compilation":
                return world.proposals.tables.compilations
            case "panel":
                return world.meetings.tables.panels
            case "theme":
                return world.meetings.tables.themes
            case "statement":
                return world.meetings.tables.statements
            case _:
                return {}
