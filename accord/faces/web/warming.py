"""A site before its first reader comes: templates are compiled, words are read, look-ups are made."""

from __future__ import annotations

from urllib.parse import quote

from accord.faces.web.rendering import environment
from accord.faces.web.site import Site
from accord.words.languages import LANGUAGES
from accord.world.pages import PAGES


def warm(site: Site) -> None:
    """Asks a page of each kind, so that the first readers need not wait for what pages look things up in.

    Not every kind can be asked without knowing of what: the templates of all are made ready, which takes longer
    than a page; and the words of each language are read.
    """
    for template in environment().list_templates():
        environment().get_template(template)
    for lang in LANGUAGES:
        site.answer("GET", f"/{lang}/")
    world = site.copy.world
    first = {
        "party": next(iter(world.parties.tables.parties), None),
        "symbol": next(iter(world.documents.tables.documents), None),
        "document": next(iter(world.drafting.tables.units), None),
        "index": "0" if site.copy.size else None,
        "day": "2000-01-01" if world.bodies.only() else None,
    }
    for page in PAGES.values():
        wanted = [name for name in page.arguments if not name.endswith("?")]
        arguments = [first.get(name) for name in wanted]
        if None not in arguments:
            address = "/".join(quote(str(argument), safe="") for argument in arguments)
            site.answer("GET", f"/en/-/{page.name}" + (f"/{address}" if address else ""))
