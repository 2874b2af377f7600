"""Templates: the shell in `faces/web/templates`, and pages in `areas/<area>/templates/<page>.html`.

A page without a template of its own is shown by `pages/any.html`. To give it one, put
`accord/areas/<area>/templates/<page>.html` there; it extends `base.html` and fills `content`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from accord.faces.web import charts, compared, lawcharts, seriescharts, tiles, timelines, told, trendcharts
from accord.faces.web.quick import QuickEnvironment
from accord.words.catalogue import catalogue, codes
from accord.words.languages import LANGUAGES


class Loader(BaseLoader):
    """Finds `pages/<page>.html` with the area that owns the page first, then in the shell."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        """The source of a template, read once."""
        for folder in _folders(template):
            name = template.rpartition("/")[2] if folder is not _shell() else template
            found = folder.joinpath(*name.split("/"))
            if found.is_file():
                return found.read_text(encoding="utf-8"), str(found), lambda: True
        raise TemplateNotFound(template)

    def list_templates(self) -> list[str]:
        """Every template, by its name."""
        found = [name for name, _ in walk(_shell()) if name.endswith(".html")]
        for area in areas():
            folder = resources.files("accord.areas") / area / "templates"
            found += [f"pages/{name}" for name, _ in walk(folder) if name.endswith(".html")]
        return sorted(set(found))


@cache
def environment() -> Environment:
    """The one template environment: always escaping, and a name that is not there is an error."""
    made = QuickEnvironment(
        loader=Loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[],
    )
    made.globals["LANGUAGES"] = tuple(LANGUAGES.values())
    made.globals["build"] = build()[:12]
    made.globals["charts"] = charts
    made.globals["compared"] = compared
    made.globals["lawcharts"] = lawcharts
    made.globals["seriescharts"] = seriescharts
    made.globals["trends"] = trendcharts.trends
    made.globals["tiles"] = tiles
    made.globals["timelines"] = timelines
    made.globals["told"] = told
    made.tests["facts"] = _is("Facts")
    made.tests["table"] = _is("Table")
    made.tests["section"] = _is("Section")
    made.tests["raw"] = _is("Raw")
    return made


def template_of(page: str) -> str:
    """The template that shows a page."""
    return f"pages/{page}.html" if _exists(f"pages/{page}.html") else "pages/any.html"


@cache
def _exists(template: str) -> bool:
    try:
        environment().loader.get_source(environment(), template)  # type: ignore[union-attr]
    except TemplateNotFound:
        return False
    return True


@cache
def areas() -> tuple[str, ...]:
    """The areas, in the order in which they lie in the package."""
    found = resources.files("accord.areas").iterdir()
    return tuple(sorted(item.name for item in found if item.is_dir() and not item.name.startswith("_")))


@cache
def build() -> str:
    """A digest of what pages are made with: another program's cached pages are never taken for its own."""
    digest = hashlib.sha256()
    package = resources.files("accord")
    for room in ("faces/web", "faces/cli", "areas", "world", "words", "reference", "papers"):
        for name, file in walk(package.joinpath(*room.split("/"))):
            if not name.endswith(".pyc"):
                digest.update(f"{room}/{name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@cache
def static() -> dict[str, tuple[str, bytes]]:
    """Our own style sheets and modules: name → type, bytes."""
    kinds = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
    found = {}
    for name, file in walk(resources.files("accord.faces.web") / "static"):
        kind = kinds.get(name.rpartition(".")[2])
        if kind is not None:
            found[name] = (kind, file.read_bytes())
    return found


@cache
def words_for_scripts(lang: str) -> str:
    """The words that scripts show, as JSON in an attribute: `portal.script.*` and those of the tables."""
    wanted = ("portal.copied", "portal.copy", "portal.filter", "portal.newer", "portal.reload", "portal.rows")
    single = catalogue(lang).single
    named = (*wanted, *codes(lang, "portal.script."))
    return json.dumps({code.removeprefix("portal."): single[code] for code in named}, ensure_ascii=False)


def walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files below a folder with their names, in order; none if there is no such folder."""
    if not folder.is_dir():
        return
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                yield from walk(item, f"{prefix}{item.name}/")
        else:
            yield f"{prefix}{item.name}", item


@cache
def _shell() -> Traversable:
    return resources.files("accord.faces.web") / "templates"


def _folders(template: str) -> Iterator[Traversable]:
    if template.startswith("pages/"):
        for area in areas():
            yield resources.files("accord.areas") / area / "templates"
    yield _shell()


def _is(name: str) -> Any:
    return lambda value: type(value).__name__ == name


def render(template: str, **context: Any) -> bytes:
    """A template with its context, as bytes."""
    return environment().get_template(template).render(**context).encode("utf-8", "surrogatepass")
